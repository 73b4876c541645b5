"""位置、出血: where a photo stands, in the text or apart from it, and over which edges of the page
it goes.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QToolButton, QWidget

from desktop.icons import icon
from desktop.panels.forms.photo_group import PhotoFields, PhotoGroup
from desktop.photo_places import ACROSS, across_at
from desktop.theme import current_theme
from desktop.widgets import LabelledControl, SegmentedControl
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.photo import ALL_COLUMNS, Bleed, Photo, PhotoPlace

PAGE_SIZE = QSize(46, 60)
"""Pixels of the little page whose edges are chosen."""


class PlaceGroup(PhotoGroup):
    """The place, the columns across, the edges in the bleed."""

    def __init__(self, fields: PhotoFields) -> None:
        super().__init__(tr("位置、出血"), fields)
        places = (
            (PhotoPlace.TEXT, tr("文中：在段落旁边")),
            (PhotoPlace.TOP, tr("页首")),
            (PhotoPlace.FOOT, tr("页脚")),
            (PhotoPlace.PAGE, tr("整页：单独一页")),
            (PhotoPlace.SPREAD, tr("跨页：对开的两页")),
        )
        self.kinds = SegmentedControl(
            [(place, label, icon(f"place-{place.value}")) for place, label in places]
        )
        self.kinds.valueChanged.connect(self._set_place)
        self.across = QComboBox()
        self.across.setAccessibleName(tr("跨几栏"))
        self.across.activated.connect(self._set_across)
        self.columns = LabelledControl(tr("跨栏"), self.across)
        self.edges = BleedEdges()
        for button in self.edges.buttons:
            button.clicked.connect(self._set_bleed)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edges)
        row.addStretch(1)
        holder = QWidget()
        holder.setLayout(row)
        for widget in (
            LabelledControl(tr("位置"), self.kinds),
            self.columns,
            LabelledControl(tr("出血到页边"), holder),
        ):
            self.body.addWidget(widget)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What a lock of places holds."""
        return self.kinds, self.across, self.edges

    def is_used(self, photo: Photo) -> bool:
        """Whether it stands apart or bleeds."""
        return photo.place is not PhotoPlace.TEXT or any(photo.bleed)

    def show_photo(self, photo: Photo) -> None:
        """Show where a photo stands."""
        self.kinds.set_value(photo.place)
        self._show_columns(photo)
        self.edges.show_bleed(photo.bleed)

    def _show_columns(self, photo: Photo) -> None:
        layout = self.fields.session.layout
        count = layout.grid.columns if layout is not None else 1
        self.columns.setVisible(photo.place in ACROSS and count > 1)
        self.across.clear()
        for columns in range(1, count):
            self.across.addItem(tr("{count} 栏", count=columns), columns)
        self.across.addItem(tr("各栏"), ALL_COLUMNS)
        shown = photo.across if 0 < photo.across < count else ALL_COLUMNS
        self.across.setCurrentIndex(self.across.findData(shown))

    def _set_place(self, place: object) -> None:
        if isinstance(place, PhotoPlace):
            self.fields.change(
                tr("移动图片"),
                lambda issue, at, photo: edits.set_photo_place(
                    issue, at, place, across_at(photo, place)
                ),
            )
            self.fields.session.reveal()  # maybe on another page

    def _set_across(self, index: int) -> None:
        across = int(self.across.itemData(index))
        self.fields.change(
            tr("更改跨栏"),
            lambda issue, at, photo: edits.set_photo_place(issue, at, photo.place, across),
            "across",
        )

    def _set_bleed(self) -> None:
        bleed = self.edges.bleed()
        self.fields.change(
            tr("更改出血"), lambda issue, at, _: edits.set_bleed(issue, at, bleed), "bleed"
        )


class BleedEdges(QWidget):
    """A little page, each edge of it a switch."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("出血到页边"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(3)
        edges = (
            (tr("左"), tr("左边出血"), 1, 0),
            (tr("上"), tr("上边出血"), 0, 1),
            (tr("右"), tr("右边出血"), 1, 2),
            (tr("下"), tr("下边出血"), 2, 1),
        )
        self._page = _LittlePage()
        grid.addWidget(self._page, 1, 1, Qt.AlignmentFlag.AlignCenter)
        self.buttons: list[QToolButton] = []
        for label, name, row, column in edges:
            button = QToolButton()
            button.setText(label)
            button.setCheckable(True)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setProperty("segment", "only")
            button.clicked.connect(self._redraw)
            grid.addWidget(button, row, column, Qt.AlignmentFlag.AlignCenter)
            self.buttons.append(button)

    def bleed(self) -> Bleed:
        """The edges that are chosen."""
        return Bleed(*(button.isChecked() for button in self.buttons))

    def show_bleed(self, bleed: Bleed) -> None:
        """Show edges as chosen."""
        for button, goes in zip(self.buttons, bleed, strict=True):
            button.setChecked(goes)
        self._redraw()

    def _redraw(self) -> None:
        self._page.bleed = self.bleed()
        self._page.update()


class _LittlePage(QWidget):
    """A page with a photo that goes to the edges chosen."""

    MARGIN = 8

    def __init__(self) -> None:
        super().__init__()
        self.bleed = Bleed()
        self.setFixedSize(PAGE_SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """The page, and the photo over its edges."""
        theme, painter = current_theme(), QPainter(self)
        page = QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5)
        painter.setPen(QPen(QColor(theme.outline), 1))
        painter.setBrush(QColor(theme.paper))
        painter.drawRect(page)
        left, top, right, foot = (-3 if goes else self.MARGIN for goes in self.bleed)
        photo = page.adjusted(left, top, -right, -foot)
        tint = QColor(theme.accent)
        tint.setAlphaF(0.35)
        painter.fillRect(photo, tint)
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        for goes, start, end in zip(
            self.bleed,
            (photo.topLeft(), photo.topLeft(), photo.topRight(), photo.bottomLeft()),
            (photo.bottomLeft(), photo.topRight(), photo.bottomRight(), photo.bottomRight()),
            strict=True,
        ):
            if goes:
                painter.drawLine(QPointF(start), QPointF(end))
        painter.end()
