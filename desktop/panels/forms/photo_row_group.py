"""并排: how the photos stand beside each other that the selected one is among."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.canvas.photo_row import neighbour
from desktop.panels.forms.form import link
from desktop.panels.forms.photo_group import PhotoFields, PhotoGroup
from desktop.widgets import LabelledControl, SegmentedControl
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.edits import Edited
from layouts.issue.issue import Issue
from layouts.issue.photo import MOST_IN_ROW, Photo, RowCaptions
from layouts.issue.places import Place


class PhotoRowGroup(PhotoGroup):
    """How many in a line, whose captions; into the row and out of it."""

    def __init__(self, fields: PhotoFields) -> None:
        super().__init__(tr("并排"), fields)
        self.told = QLabel()
        self.told.setProperty("role", "quiet")
        self.told.setWordWrap(True)
        self.grid = SegmentedControl(
            [(0, tr("全部"), None), *((n, str(n), None) for n in range(1, MOST_IN_ROW))]
        )
        self.grid.valueChanged.connect(self._set_grid)
        self.captions = SegmentedControl(
            [
                (RowCaptions.AS_WRITTEN, tr("按所写"), None),
                (RowCaptions.TOGETHER, tr("合写"), None),
                (RowCaptions.EACH, tr("各写"), None),
            ]
        )
        self.captions.valueChanged.connect(self._set_captions)
        self.join = link(tr("与相邻的一张并排"), self._join)
        self.leave = link(tr("移出这一排"), self._leave)
        self.part = link(tr("取消并排"), self._part)
        self.rows = LabelledControl(tr("每排几张"), self.grid)
        self.words = LabelledControl(tr("图注"), self.captions)
        acts = QHBoxLayout()
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(6)
        for button in (self.join, self.leave, self.part):
            acts.addWidget(button)
        acts.addStretch(1)
        self.acts = QWidget()
        self.acts.setLayout(acts)
        for widget in (self.told, self.rows, self.words, self.acts):
            self.body.addWidget(widget)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What changes how photos stand beside each other."""
        return self.grid, self.captions, self.join, self.leave, self.part

    def is_used(self, photo: Photo) -> bool:
        """Whether it stands in a row."""
        return bool(photo.row)

    def show_photo(self, photo: Photo) -> None:
        """Show the row that the selected photo stands in."""
        issue, place = self.fields.session.issue, self.fields.session.selection.place
        place = place._replace(part=0) if place is not None else None
        is_row = edits.in_row(issue, place)
        self.told.setText(_told(issue, place) if is_row else tr("单独一张，没有与别的并排。"))
        for widget in (self.rows, self.words, self.leave, self.part):
            widget.setVisible(is_row)
        can_join = not is_row and neighbour(issue, place) is not None
        self.join.setVisible(can_join)
        self.acts.setVisible(is_row or can_join)
        self.grid.set_value(photo.grid)
        self.captions.set_value(photo.captions)

    def _set_grid(self, grid: object) -> None:
        if isinstance(grid, int):
            self.fields.change(
                tr("每排几张"), lambda issue, place, _: edits.set_row_grid(issue, place, grid)
            )

    def _set_captions(self, captions: object) -> None:
        if isinstance(captions, RowCaptions):
            self.fields.change(
                tr("并排图片的图注"),
                lambda issue, place, _: edits.set_row_captions(issue, place, captions),
            )

    def _join(self) -> None:
        self.fields.change(tr("并排图片"), lambda issue, place, _: _joined(issue, place))

    def _leave(self) -> None:
        self.fields.change(tr("移出并排"), lambda issue, place, _: edits.leave_row(issue, place))

    def _part(self) -> None:
        self.fields.change(tr("取消并排"), lambda issue, place, _: edits.part_row(issue, place))


def _joined(issue: Issue, place: Place) -> Edited:
    other = neighbour(issue, place)
    if other is None:
        return Edited(issue, place)
    return edits.join_row(issue, place, other, after=(other.block or 0) < (place.block or 0))


def _told(issue: Issue | None, place: Place | None) -> str:
    if issue is None or place is None:
        return ""
    row = edits.row_of(issue, place)
    return tr("这一排的第 {n} 张，共 {count} 张", n=row.index(place) + 1, count=len(row))
