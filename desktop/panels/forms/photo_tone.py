"""图片调整: how a photo is shown otherwise than its file has it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtWidgets import QHBoxLayout

from desktop.panels.forms.form import check_box, link
from desktop.panels.forms.photo_group import PhotoFields, PhotoGroup
from desktop.widgets.slider import SliderField, SliderSpan
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.edits.edited import Edited
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import Place
from layouts.photo_tone import AS_IT_IS, MOST_TURN, PhotoTone

_DRAGS = count()
"""Each drag is a step of undo of its own."""

Change = Callable[[PhotoTone], PhotoTone]


class ToneGroup(PhotoGroup):
    """Straightening, brightness, contrast, greys.

    The page shows every step of a slider that is dragged; all of them are one step of undo.
    """

    def __init__(self, fields: PhotoFields) -> None:
        super().__init__(tr("调整"), fields)
        turn, share = SliderSpan(-MOST_TURN, MOST_TURN, 0.1, "°"), SliderSpan(-100, 100, 1, "%")
        self.straighten = SliderField(tr("拉直"), turn)
        self.straighten.setToolTip(tr("绕中心旋转，四角不留白；正数向左转"))
        self.brightness = SliderField(tr("亮度"), share)
        self.contrast = SliderField(tr("对比度"), share)
        self.grey = check_box(tr("黑白"), self._set_grey)
        self.reset = link(tr("还原"), self._reset)
        self.reset.setToolTip(tr("照原图显示"))
        self._drag = 0
        self._waiting: tuple[str, Change] | None = None
        named = {
            "straighten": self.straighten,
            "brightness": self.brightness,
            "contrast": self.contrast,
        }
        widest = max(slider.label.sizeHint().width() for slider in named.values())
        for name, slider in named.items():
            slider.label.setMinimumWidth(widest)
            slider.changed.connect(partial(self._set, name))
            slider.held.connect(self._hold)
            self.body.addWidget(slider)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.grey, 1)
        row.addWidget(self.reset)
        self.body.addLayout(row)
        self.controls = (*named.values(), self.grey)
        fields.session.edition_changed.connect(self._go_on)

    def show_photo(self, photo: Photo) -> None:
        """Show a photo's tone."""
        tone = photo.tone
        self.straighten.show_number(tone.straighten)
        self.brightness.show_number(100 * tone.brightness)
        self.contrast.show_number(100 * tone.contrast)
        self.grey.setChecked(tone.grey)
        self.reset.setEnabled(self.grey.isEnabled() and tone != AS_IT_IS)

    def is_used(self, photo: Photo) -> bool:
        """Whether a photo is shown otherwise than its file has it."""
        return photo.tone != AS_IT_IS

    def _hold(self, held: bool) -> None:
        self._go_on(ended=True)
        self._drag = next(_DRAGS)
        self.fields.session.take_in_hand(held=held)

    def _set(self, name: str, value: float) -> None:
        share = value if name == "straighten" else value / 100
        self._change(name, lambda tone: tone._replace(**{name: share}))

    def _set_grey(self, grey: bool) -> None:
        self._do("grey", lambda tone: tone._replace(grey=grey))

    def _reset(self) -> None:
        self._do("", lambda _tone: AS_IT_IS)

    def _change(self, name: str, change: Change) -> None:
        """Change the tone; while a slider is dragged no faster than pages are made."""
        session = self.fields.session
        if session.in_hand and not session.is_current:
            self._waiting = name, change
        else:
            self._change_at_once(name, change)

    def _go_on(self, *, ended: bool = False) -> None:
        """Go on to where the slider went meanwhile."""
        waiting = self._waiting
        if waiting is not None and (ended or self.fields.session.is_current):
            self._change_at_once(*waiting)

    def _change_at_once(self, name: str, change: Change) -> None:
        self._waiting = None
        self._do(f"{name}-{self._drag}", change)

    def _do(self, field: str, change: Change) -> None:
        def edit(issue: Issue, place: Place, photo: Photo) -> Edited:
            return edits.set_tone(issue, place, change(photo.tone))

        self.fields.change(tr("调整图片"), edit, field)
