"""随形绕排: what text runs round of a photo, and how far it keeps from each of its edges."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.icons import icon
from desktop.panels.forms.form import check_box, link
from desktop.panels.forms.photo_group import PhotoFields, PhotoGroup
from desktop.widgets import EmSpinBox, LabelledControl, SegmentedControl
from desktop.words import tr
from layouts.flow.wrapping import may_be_shaped
from layouts.house.layout import Layout
from layouts.issue import edits
from layouts.issue.photo import Photo, PhotoPoint, Standoffs, Wrap

FARTHEST = 10.0
"""Em: as far as the distance of all edges goes."""


class WrapGroup(PhotoGroup):
    """What text runs round, drawn on the page where that is wanted; the distance edge by edge."""

    def __init__(
        self,
        fields: PhotoFields,
        draw: Callable[[], object],
        begun: Callable[[Photo], Sequence[PhotoPoint]],
    ) -> None:
        """`draw` has the editor draw the outline on the page, `begun` is what drawing begins with:
        no corners where that is not known.
        """
        super().__init__(tr("随形绕排"), fields)
        self.kinds = SegmentedControl(
            [
                (Wrap.BOX, tr("绕着方框"), icon("wrap-box")),
                (Wrap.ALPHA, tr("绕着透明部分"), icon("wrap-alpha")),
                (Wrap.OUTLINE, tr("绕着找出的轮廓：背景要是一种颜色"), icon("wrap-contour")),
                (Wrap.POLYGON, tr("绕着手画的轮廓"), icon("wrap-polygon")),
            ]
        )
        self.kinds.valueChanged.connect(self._set_wrap)
        self._begun = begun
        self.draw = link(tr("编辑轮廓…"), draw)
        self.draw.setToolTip(tr("在图片上拖动轮廓的角点，正文随着绕排"))
        self.by_edge = check_box(tr("四边间距不同"), self._set_by_edge)
        self.by_edge.setToolTip(tr("上下间距不满行距的部分不另占行"))
        self._usual = Standoffs(1.0, 0.0, 1.0, 0.0)
        self.edges = {
            name: self._edge(name, title)
            for name, title in (
                ("left", tr("左边")),
                ("top", tr("上边")),
                ("right", tr("右边")),
                ("foot", tr("下边")),
            )
        }
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "quiet")
        self.body.addWidget(LabelledControl(tr("绕着"), self.kinds))
        self.body.addWidget(self.hint)
        self.body.addWidget(self.draw, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.by_edge)
        self._boxes = self._grid()
        self.body.addWidget(self._boxes)
        self.controls = (self.kinds, self.draw, self.by_edge, *self.edges.values())

    def _edge(self, name: str, title: str) -> EmSpinBox:
        box = EmSpinBox(0, FARTHEST)
        box.setSingleStep(0.25)
        box.setAccessibleName(tr("{edge}间距", edge=title))
        box.em_changed.connect(partial(self._set_edge, name))
        return box

    def _grid(self) -> QWidget:
        """The edges as they lie round a photo, two in a row."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        titles = (tr("左边"), tr("右边"), tr("上边"), tr("下边"))
        for k, (title, name) in enumerate(
            zip(titles, ("left", "right", "top", "foot"), strict=True)
        ):
            grid.addWidget(LabelledControl(title, self.edges[name]), k // 2, k % 2)
        return holder

    def is_used(self, photo: Photo) -> bool:
        """Whether text runs round something else than the frame, or keeps other distances."""
        return photo.wrap is not Wrap.BOX or photo.standoffs is not None

    def show_photo(self, photo: Photo) -> None:
        """Show what text runs round."""
        alone, apart = not may_be_shaped(photo), photo.standoffs
        self.kinds.set_value(photo.wrap)
        self.hint.setText(tr("只有文中的图片，旁边有文字、不进出血，才能随形绕排"))
        self.hint.setVisible(alone)
        self.by_edge.setChecked(apart is not None)
        self._boxes.setVisible(apart is not None)
        layout = self.fields.session.layout
        if layout is not None:
            self._usual = _usual(photo, layout)
        for name, box in self.edges.items():
            box.set_em(getattr(apart or self._usual, name))

    def enable(self, photo: Photo) -> None:
        """Let be changed what has a meaning for a photo."""
        for control in (self.kinds, self.draw):
            control.setEnabled(may_be_shaped(photo))

    def _set_wrap(self, wrap: object) -> None:
        if not isinstance(wrap, Wrap):
            return
        if wrap is Wrap.POLYGON:
            self._begin_polygon()
            return
        self.fields.change(
            tr("更改绕排"), lambda issue, place, _: edits.set_wrap(issue, place, wrap), "wrap"
        )

    def _begin_polygon(self) -> None:
        """The polygon that was drawn before, else what was found, to be drawn from there on."""
        self.fields.change(
            tr("更改绕排"),
            lambda issue, place, photo: edits.set_polygon(
                issue, place, photo.polygon or self._begun(photo)
            ),
            "wrap",
        )

    def _set_by_edge(self, apart: bool) -> None:
        begun = self._usual if apart else None
        self.fields.change(
            tr("调整图片间距"), lambda issue, place, _: edits.set_standoffs(issue, place, begun)
        )

    def _set_edge(self, name: str, em: float | None) -> None:
        standoffs = Standoffs(*(self.edges[edge].em() or 0.0 for edge in Standoffs._fields))
        wanted = standoffs._replace(**{name: em or 0.0})
        self.fields.change(
            tr("调整图片间距"),
            lambda issue, place, _: edits.set_standoffs(issue, place, wanted),
            f"standoff-{name}",
        )


def _usual(photo: Photo, layout: Layout) -> Standoffs:
    """The distances of a photo that has one for all edges: above and below no more than the line
    gap, rounded down so that no row is taken for it.
    """
    beside = layout.photo.standoff if photo.standoff is None else photo.standoff
    gap = layout.grid.leading / layout.grid.size - 1
    over = math.floor(100 * min(beside, gap)) / 100
    return Standoffs(beside, over, beside, over)
