"""A new issue: its layout by a picture of page 1, its masthead with the next number offered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpacerItem,
    QVBoxLayout,
)

from desktop.days import today
from desktop.dialogs.numbers import number_field
from desktop.relaying import picture_title
from desktop.settings import LastIssue
from desktop.tasks import Progress, Task
from desktop.widgets import DateField, set_property
from desktop.window_parts.geometry import roomy
from desktop.window_parts.paper import paper_icon, titled_size
from desktop.window_parts.services import Services
from desktop.words import language, tr
from layouts.errors import Source
from layouts.house.load import known_layouts, load_layout
from layouts.issue.article import Article, ArticleKind, Paragraph, Section
from layouts.issue.issue import Issue, Masthead
from layouts.issue.text import Text

PICTURE = QSize(112, 158)
"""Pixels of the picture of page 1, at the proportion of A4."""

SPACING = 12
"""Pixels round each picture."""

PAUSE = 250
"""Milliseconds without a key before the pictures are made anew."""

# not words of the window: they are the issue's
FIRST_SECTIONS = ("领导关注", "工作动态", "经验与交流", "简讯")
"""Sections of a publication we know nothing of."""


class NewIssueDialog(QDialog):
    """Asks what an editor alone knows; the rest is offered."""

    WA_DELETE_ON_CLOSE = Qt.WidgetAttribute.WA_DeleteOnClose

    def __init__(self, services: Services, layout: str = "") -> None:
        super().__init__(services.window)
        self.setObjectName("new-issue")
        self.setWindowTitle(tr("新建一期"))
        self._services = services
        self._known = services.settings.last_issues
        self._drawing: Task | None = None
        self._make_fields()
        self._make_layouts()
        self._put_together()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._draw)
        last = self._known[0] if self._known else LastIssue("")
        self._offer(last)
        self._select_layout(layout or last.layout or known_layouts()[0])
        self.publication.currentTextChanged.connect(self._publication_changed)
        for changed in (
            self.number.valueChanged,
            self.total.valueChanged,
            self.date.line.chosen,
            self.issuer.textChanged,
        ):
            changed.connect(self._pause.start)
        self._draw()

    # -- the answer --------------------------------------------------------------------------------

    def issue(self, folder: Path) -> Issue:
        """The new issue: the sections and colophon of the publication's last one, a first article
        to type into.
        """
        known = self._services.settings.last_issue(self.masthead.publication)
        source = Source(tr("未命名"))
        names = known.sections or FIRST_SECTIONS
        first = Article(ArticleKind.HEADLINE, Text(""), (Paragraph(Text(""), source),), source)
        sections = tuple(
            Section(name, (first,) if k == 0 else (), source) for k, name in enumerate(names)
        )
        return Issue(self.masthead, sections, folder, source, known.colophon, self.layout_name)

    @property
    def masthead(self) -> Masthead:
        """The masthead as filled in."""
        return Masthead(
            self.publication.currentText().strip(),
            self.number.value() or None,
            self.total.value() or None,
            self.date.day(),
            self.issuer.text().strip(),
        )

    @property
    def layout_name(self) -> str:
        """The name of the layout chosen; the first there is where none is."""
        item = self.layouts.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else known_layouts()[0]

    # -- its parts ---------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.publication = QComboBox(editable=True)
        self.publication.addItems([known.name for known in self._known])
        self.publication.setPlaceholderText(tr("如：澜汀书讯"))
        if (line := self.publication.lineEdit()) is not None:
            line.setPlaceholderText(tr("如：澜汀书讯"))
            line.setAccessibleName(tr("刊名"))
        self.number = number_field(0, 9999, 0, prefix=tr("第 "), suffix=tr(" 期"), none=tr("无"))
        self.total = number_field(0, 99999, 0, prefix=tr("总第 "), suffix=tr(" 期"), none=tr("无"))
        self.date = DateField(tr("日期"))
        set_property(self.date.label, "role", "")  # as the names of the other fields here
        self.date.show_day(today())
        self.issuer = QLineEdit(placeholderText=tr("编印单位"))
        self._form = QFormLayout()
        self._form.setVerticalSpacing(4)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (
            (tr("刊名"), self.publication),
            (tr("期号"), self.number),
            (tr("总期号"), self.total),
            ("", self.date),
            (tr("编印单位"), self.issuer),
        ):
            if name:
                field.setAccessibleName(name)
                self._form.addRow(name, field)
            else:  # it brings its own
                self._form.addRow(field)
            self._form.addItem(QSpacerItem(0, 4))

    def _make_layouts(self) -> None:
        self.layouts = QListWidget()
        self.layouts.setAccessibleName(tr("版式"))
        self.layouts.setViewMode(QListWidget.ViewMode.IconMode)
        self.layouts.setMovement(QListWidget.Movement.Static)
        self.layouts.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.layouts.setIconSize(PICTURE)
        self.layouts.setSpacing(SPACING)
        # the first picture stands right under its heading
        self.layouts.setViewportMargins(-SPACING, -SPACING, 0, 0)
        self.layouts.setFrameShape(QListWidget.Shape.NoFrame)
        self.layouts.setWordWrap(True)
        for name in known_layouts():
            layout = load_layout(name)
            item = QListWidgetItem(
                picture_title(layout.title_zh if language() == "zh" else layout.title_en),
                self.layouts,
            )
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setIcon(paper_icon(None, PICTURE))
        items = [self.layouts.item(row) for row in range(self.layouts.count())]
        titles = [item.text() for item in items]
        cell = titled_size(PICTURE, PICTURE.width() + 24, titles, self.layouts.fontMetrics())
        for item in items:
            item.setSizeHint(cell)
        self.layouts.itemDoubleClicked.connect(self.accept)

    def _put_together(self) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("新建", meaning="button"))
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", "true")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("取消"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        left = QVBoxLayout()
        label = QLabel(tr("版式"))
        label.setBuddy(self.layouts)
        left.addWidget(label)
        left.addWidget(self.layouts, 1)
        right = QVBoxLayout()
        right.addLayout(self._form)
        right.addStretch(1)
        columns.addLayout(left, 3)
        columns.addLayout(right, 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(16)
        box.addLayout(columns, 1)
        box.addWidget(buttons)
        self.setTabOrder(self.publication, self.number)
        roomy(self, 880, 620)
        self.publication.setFocus()

    def accept(self) -> None:
        """Make the issue, once its date is one."""
        if self.date.settle():
            super().accept()
        else:
            self.date.line.setFocus()

    # -- what follows from what --------------------------------------------------------------------

    def _publication_changed(self, name: str) -> None:
        known = next((known for known in self._known if known.name == name.strip()), None)
        if known is not None:
            self._offer(known)
            self._select_layout(known.layout)
        self._pause.start()

    def _offer(self, known: LastIssue) -> None:
        head = known.following(today())
        if known.name:
            self.publication.setCurrentText(known.name)
        self.number.setValue(head.number or 0)
        self.total.setValue(head.total or 0)
        self.issuer.setText(head.issuer)

    def _select_layout(self, name: str) -> None:
        for row in range(self.layouts.count()):
            if self.layouts.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.layouts.setCurrentRow(row)
        if self.layouts.currentRow() < 0:
            self.layouts.setCurrentRow(0)

    def _draw(self) -> None:
        """Have the pictures of page 1 made beside the window."""
        from desktop.window_parts.page_pictures import first_page, specimen

        head, ratio = self.masthead, self.devicePixelRatioF()
        width = round(PICTURE.width() * ratio)
        names = [
            str(self.layouts.item(row).data(Qt.ItemDataRole.UserRole))
            for row in range(self.layouts.count())
        ]

        def draw(progress: Progress) -> list[tuple[str, QImage]]:
            pictures: list[tuple[str, QImage]] = []
            for name in names:
                progress.check()
                pictures.append((name, first_page(specimen(name, head), width)))
            return pictures

        self._give_up_drawing()
        self._drawing = self._services.tasks.run(draw, self._show_pictures, self._services.fail)

    def _give_up_drawing(self) -> None:
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None

    def done(self, result: int) -> None:
        """Close; pictures still being made are no longer wanted."""
        self._pause.stop()
        self._give_up_drawing()
        super().done(result)

    def _show_pictures(self, pictures: list[tuple[str, QImage]]) -> None:
        self._drawing = None
        by_name = dict(pictures)
        for row in range(self.layouts.count()):
            item = self.layouts.item(row)
            image = by_name.get(str(item.data(Qt.ItemDataRole.UserRole)))
            if image is not None:
                item.setIcon(paper_icon(image, PICTURE, self.devicePixelRatioF()))
