"""边框、署名: the rule on a photo's edges, who took it, and what crops keep of it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.panels.forms.form import LineField, link
from desktop.panels.forms.photo_group import PhotoFields, PhotoGroup
from desktop.widgets.slider import SliderField, SliderSpan
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.photo import THICKEST_FRAME, Photo

_DRAGS = count()
"""Each drag is a step of undo of its own."""

STEP = 0.25
"""Points: a rule is a quarter of a point thick or a multiple."""


class FrameGroup(PhotoGroup):
    """Frame rule, credit line, centre of interest."""

    def __init__(self, fields: PhotoFields, choose: Callable[[], object]) -> None:
        """`choose` has the editor click on the photo."""
        super().__init__(tr("署名、边框、焦点"), fields)
        self.credit = LineField(tr("摄影署名"), self._set_credit, tr("如：摄影：李明远"))
        self.credit.setToolTip(tr("小字直排在图片旁；排不下时横排在图片下面右边"))
        self.frame = SliderField(tr("边框"), SliderSpan(0, THICKEST_FRAME, STEP, " pt"))
        self._drag = 0
        self.frame.changed.connect(self._set_frame)
        self.frame.held.connect(self._hold)
        self.focus_is = QLabel()
        self.focus_is.setWordWrap(True)
        self.choose = link(tr("点选…"), choose)
        self.choose.setAccessibleName(tr("点选焦点"))
        self.choose.setToolTip(tr("裁切时在图片上点一下：自动裁切尽量把这一点留在中间"))
        self.clear = link(tr("清除"), self._clear)
        self.clear.setAccessibleName(tr("清除焦点"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.focus_is, 1)
        row.addWidget(self.choose)
        row.addWidget(self.clear)
        holder = QWidget()
        holder.setLayout(row)
        for widget in (self.credit, self.frame, holder):
            self.body.addWidget(widget)

    def is_used(self, photo: Photo) -> bool:
        """Whether it has a credit, a rule or a centre of interest."""
        return bool(photo.credit or photo.frame or photo.focus)

    def show_photo(self, photo: Photo) -> None:
        """Show what a photo has of them."""
        self.credit.show_text(photo.credit)
        self.frame.show_number(photo.frame)
        focus = photo.focus
        self.focus_is.setText(
            tr("没有焦点")
            if focus is None
            else tr("焦点：左起 {x}，上起 {y}", x=f"{focus.x:.0%}", y=f"{focus.y:.0%}")
        )
        self.clear.setEnabled(self.choose.isEnabled() and focus is not None)

    def _hold(self, held: bool) -> None:
        self._drag = next(_DRAGS)
        self.fields.session.take_in_hand(held=held)

    def _set_credit(self, credit: str) -> None:
        self.fields.change(
            tr("修改署名"),
            lambda issue, place, _: edits.set_credit(issue, place, credit),
            "credit",
        )

    def _set_frame(self, thickness: float) -> None:
        self.fields.change(
            tr("调整边框"),
            lambda issue, place, _: edits.set_frame(issue, place, thickness),
            f"frame-{self._drag}",
        )

    def _clear(self) -> None:
        self.fields.change(
            tr("清除焦点"), lambda issue, place, _: edits.set_focus(issue, place, None)
        )
