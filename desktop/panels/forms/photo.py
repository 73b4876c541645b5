"""图片: how a photo stands in its article."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.canvas.gestures.outline_place import OutlinePlace, begun_with
from desktop.canvas.labels import SEPARATOR
from desktop.canvas.measuring import in_em, in_lines, in_millimetres
from desktop.canvas.where import photo_at
from desktop.colours import Severity
from desktop.icons import pixmap
from desktop.panels.flow import flow_of
from desktop.panels.forms.form import Form, LineField, LineSpinBox, link, show_em
from desktop.panels.forms.photo_frame import FrameGroup
from desktop.panels.forms.photo_group import PhotoEdit, PhotoGroup, folded_away
from desktop.panels.forms.photo_place import PlaceGroup
from desktop.panels.forms.photo_row_group import PhotoRowGroup
from desktop.panels.forms.photo_tone import ToneGroup
from desktop.panels.forms.photo_wrap import WrapGroup
from desktop.panels.forms.thumbnail import Thumbnail
from desktop.panels.ordering import selection_of
from desktop.photo_sides import turned
from desktop.selection import of_photo, photo_place_of
from desktop.session import Session
from desktop.widgets import EmSpinBox, LabelledControl, SegmentedControl, set_property
from desktop.words import tr
from layouts.errors import PhotoError
from layouts.geometry import Interval
from layouts.imaging.read import probe
from layouts.inputs import real
from layouts.issue import edits
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo, PhotoPlace, PhotoPoint, Side
from layouts.issue.photo_rows import said_width
from layouts.issue.places import Place, article_number, block_at
from layouts.page.hit import column_of
from layouts.page.item import Picture
from layouts.page.measures import PRINT_PPI, effective_ppi, standoff_of
from layouts.page.page import Page

WIDEST, FARTHEST, LAST_LINE = 120.0, 10.0, 999
"""Em of a photo's width and standoff, and the line it starts at: no more than any layout takes."""


class PhotoForm(Form):
    """Fields of the photo selected.

    `crop_requested`, `focus_requested`, `outline_requested`, `replace_requested`: what needs the
    page or a dialog.
    """

    crop_requested = Signal()
    focus_requested = Signal()
    outline_requested = Signal()
    replace_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._pixels: dict[tuple[str, int], int] = {}
        self._make()
        self._lay_out()
        flow_of(session).changed.connect(self._follow_pages)

    def _make(self) -> None:
        self.thumbnail = Thumbnail()
        self.caption = LineField(tr("图注"), self._set_caption, tr("图片下的一行说明"))
        sides = (
            (Side.LEFT, tr("左")),
            (Side.RIGHT, tr("右")),
            (Side.BOTH, tr("两侧")),
            (Side.NONE, tr("单独成行")),
        )
        self.side = SegmentedControl([(side, label, None) for side, label in sides])
        self.side.valueChanged.connect(self._set_side)
        self.width_box = EmSpinBox(1, WIDEST)
        self.width_box.em_changed.connect(self._set_width)
        self.standoff = EmSpinBox(0, FARTHEST)
        self.standoff.setSingleStep(0.25)
        self.standoff.em_changed.connect(self._set_standoff)
        self.start = LineSpinBox(1, LAST_LINE)
        self.start.setToolTip(tr("图片上边对齐所在段落的第几行"))
        self.start.valueChanged.connect(self._set_line)
        self.alt = LineField(tr("替代文字"), self._set_alt, tr("为屏幕版说明图片内容"))
        self.drawn = QLabel()
        self.drawn.setProperty("role", "quiet")
        self.drawn.setWordWrap(True)
        self.drawn.setToolTip(tr("图片下边落在行上，旁边的文字占整字：大小和间距都随之略有出入"))
        self.sign, self.quality = QLabel(), QLabel()
        self.crop = link(tr("裁切…"), self.crop_requested.emit)
        self.replace = link(tr("替换…"), self.replace_requested.emit)
        self.remove = link(tr("删除图片"), self._remove)
        self.where = PlaceGroup(self)
        self.wrap = WrapGroup(self, self.outline_requested.emit, self._outline_begun)
        self.tone = ToneGroup(self)
        self.frame = FrameGroup(self, self.focus_requested.emit)
        self.row = PhotoRowGroup(self)
        self.groups: tuple[PhotoGroup, ...] = (
            self.where,
            self.row,
            self.wrap,
            self.tone,
            self.frame,
        )
        for button in (self.crop, self.replace):
            button.setAccessibleName(tr("{act}图片", act=button.text().removesuffix("…")))

    def _lay_out(self) -> None:
        self.add(self.thumbnail)
        self.add(self.caption)
        self.add(LabelledControl(tr("绕排"), self.side))
        for box in (self.width_box, self.standoff, self.start):
            box.setMinimumWidth(64)
        self.add_row(
            LabelledControl(tr("宽度"), self.width_box),
            LabelledControl(tr("间距"), self.standoff),
            LabelledControl(tr("起始行"), self.start),
        )
        self.add(self.drawn)
        self.add(self.alt)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sign)
        row.addWidget(self.quality, 1)
        for button in (self.replace, self.crop):
            row.addWidget(button)
        holder = QWidget()
        holder.setLayout(row)
        self.print_quality = LabelledControl(tr("印刷质量"), holder)
        self.add(self.print_quality)
        self.column.addLayout(folded_away(self.groups))
        self.column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignRight)
        self.column.addStretch(1)

    # -- following ---------------------------------------------------------------------------------

    def place(self) -> Place | None:
        """The photo selected, or the one in whose caption the caret is."""
        return photo_place_of(self.session.issue, self.session.selection)

    def _photo(self) -> tuple[Issue, Place, Photo] | None:
        issue, place = self.session.issue, self.place()
        block = block_at(issue, place) if issue is not None and place is not None else None
        return (
            (issue, place, block)
            if issue is not None and place is not None and isinstance(block, Photo)
            else None
        )

    def follow(self) -> None:
        """Show the photo selected."""
        found = self._photo()
        layout = self.session.layout
        if found is None or layout is None:
            return
        issue, place, photo = found
        # what stands beside it in a row may be another though it is the same
        row = edits.row_of(issue, place)
        if self._shown == (place, photo, layout, issue.folder, row):
            return
        is_another = self._shown[:1] != (place,)
        self._shown = (place, photo, layout, issue.folder, row)
        self.thumbnail.show_photo(str(real(issue.folder / photo.path)), photo.crop, photo.tone)
        self.thumbnail.setAccessibleDescription(photo.alt or photo.caption.string)
        self.caption.show_text(photo.caption.string)
        self.side.set_value(photo.side)
        self.width_box.setMaximum(layout.grid.measure)  # as wide as any is drawn
        if len(row) > 1:
            photos = [one for one in (photo_at(issue, member) for member in row) if one is not None]
            show_em(self.width_box, said_width(photos), layout.grid.measure)
        else:
            show_em(self.width_box, photo.width, layout.photo.width)
        show_em(self.standoff, photo.standoff, layout.photo.standoff)
        self.start.show_value(photo.line + 1)
        apart = photo.place is not PhotoPlace.TEXT
        own = (*self.where.controls, *self.row.controls)
        if not self.hold("photo", "place", self.side, self.start, *own):
            self.side.setEnabled(not apart)
            self.start.setEnabled(not apart)
        self.hold("photo", "content", self.replace, self.remove)
        self.hold("caption", "content", self.caption, self.alt, self.frame.credit)
        self.hold("photo", "style", *self.wrap.controls)
        self.hold("photo", "style", *self.tone.controls, self.frame.frame, self.frame.choose)
        if not self.hold("photo", "style", self.width_box, self.standoff, self.crop):
            self.standoff.setEnabled(
                photo.side is not Side.NONE and photo.standoffs is None and not apart
            )
            self.width_box.setEnabled(not apart)
            self.wrap.enable(photo)
        self.alt.show_text(photo.alt)
        for group in self.groups:
            group.show_in_group(photo, is_another=is_another)
        self._show_quality()

    def _follow_pages(self, _changed: object) -> None:
        if self.isVisible():
            self._show_quality()

    def _show_quality(self) -> None:
        found = self._photo()
        if found is None:
            return
        issue, place, photo = found
        path = issue.folder / photo.path
        placed = self._picture(issue, place)
        picture = placed[1] if placed is not None else None
        self._show_drawn(placed)
        try:
            ppi = effective_ppi(picture, self._width_of(path)) if picture is not None else None
        except (PhotoError, OSError):
            ppi = None
        level: Severity
        if picture is not None and picture.missing is not None:
            level, text = "error", tr("没有图片，占着原来的位置")
        elif ppi is None:
            level, text = "notice", tr("还没有排到版面上")
        elif ppi >= PRINT_PPI:
            level, text = "ok", tr("{ppi} ppi，适合印刷", ppi=round(ppi))
        else:
            level, text = "warning", tr("{ppi} ppi，偏低", ppi=round(ppi))
        if text != self.quality.text():
            self.quality.setText(text)
            self.quality.setToolTip(
                tr("印刷一般需要每英寸 {least} 像素以上", least=PRINT_PPI)
                if level == "warning"
                else ""
            )
            set_property(self.quality, "role", "warning" if level == "warning" else "plain")
            self.sign.setPixmap(pixmap(level, 16, self.devicePixelRatioF(), level))

    def _show_drawn(self, placed: tuple[Page, Picture] | None) -> None:
        """How large the photo stands on its page, and how far from the text."""
        layout = self.session.layout
        if placed is None or layout is None:
            self.drawn.setVisible(False)
            return
        (page, picture), grid = placed, layout.grid
        parts = [in_millimetres(picture.width, picture.height), in_lines(picture.height, grid)]
        columns = [
            Interval(grid.column_left(k), grid.column_left(k) + grid.column_width)
            for k in range(grid.columns)
        ]
        column = columns[column_of(picture.x + picture.width / 2, columns)]
        gap = standoff_of(page, picture, column)
        if gap is not None:
            parts.append(tr("间距 {gap}", gap=in_em(gap / grid.size)))
        self.drawn.setText(tr("版面上：{size}", size=SEPARATOR.join(parts)))
        self.drawn.setVisible(True)

    def _picture(self, issue: Issue, place: Place) -> tuple[Page, Picture] | None:
        """The photo as it is placed, with its page of those shown."""
        edition, number = self.session.edition, article_number(issue, place)
        first = flow_of(self.session).first.get(number, 1)
        for page in edition.pages[first - 1 :] if edition is not None else ():
            for picture in page.pictures:
                if (picture.article, picture.paragraph) == (number, place.block):
                    return page, picture
        return None

    def _outline_begun(self, photo: Photo) -> list[PhotoPoint]:
        """The outline that was found in the photo selected, else its frame; none before it is on a
        page.
        """
        found = self._photo()
        placed = self._picture(*found[:2]) if found is not None else None
        if placed is None:
            return []
        page, picture = placed
        return begun_with(photo, OutlinePlace(page.number - 1, picture, photo.tone.straighten))

    def _width_of(self, path: Path) -> int:
        key = str(path), path.stat().st_mtime_ns
        if key not in self._pixels:
            self._pixels[key] = probe(path).width
        return self._pixels[key]

    # -- acting ------------------------------------------------------------------------------------

    def change(self, name: str, edit: PhotoEdit, field: str = "") -> None:
        """Do an edit of the photo selected as one act; acts in a row on one field are one step of
        undo.
        """
        if found := self._photo():
            edited = edit(*found)
            moved = edited.place is not None and edited.place != found[1]
            selection = of_photo(edited.place) if moved and edited.place is not None else None
            self.commit(name, edited.issue, field, selection=selection)

    def _set_caption(self, caption: str) -> None:
        if found := self._photo():
            self.commit(tr("修改图注"), edits.set_caption(*found[:2], caption).issue, "caption")

    def _set_alt(self, alt: str) -> None:
        if found := self._photo():
            self.commit(tr("修改替代文字"), edits.set_alt(*found[:2], alt).issue, "alt")

    def _set_side(self, side: object) -> None:
        if (found := self._photo()) and isinstance(side, Side):
            edited = turned(self.session, *found[:2], side)
            self.commit(tr("更改绕排"), edited.issue, "side")

    def _set_width(self, em: float | None) -> None:
        if found := self._photo():
            self.commit(tr("调整图片宽度"), edits.resize(*found[:2], em).issue, "width")

    def _set_standoff(self, em: float | None) -> None:
        if found := self._photo():
            self.commit(tr("调整图片间距"), edits.set_standoff(*found[:2], em).issue, "standoff")

    def _set_line(self, line: int) -> None:
        if found := self._photo():
            self.commit(tr("移动图片"), edits.set_line(*found[:2], line - 1).issue, "line")

    def _remove(self) -> None:
        if found := self._photo():
            edited = edits.remove_photo(*found[:2])
            self.commit(
                tr("删除图片"), edited.issue, selection=selection_of(edited.issue, edited.place)
            )
