"""A length in em (字), or the layout's own."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from desktop.widgets.number import INSET
from desktop.widgets.wheel import takes_wheel
from desktop.words import tr

NUMBER: Final = re.compile(r"\d+(?:\.\d*)?")


class EmSpinBox(QDoubleSpinBox):
    """`17 字`. Empty means the layout's own value, which stands there quietly and from which
    stepping starts.

    `em_changed` carries the number or None once the editor has entered it (by a step, Enter or
    leaving the field); `set_em` is silent.
    """

    em_changed = Signal(object)

    def __init__(
        self, lowest: float, highest: float, own: float | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lowest = lowest
        self._own = own
        self.setDecimals(2)
        self.setRange(lowest - 1, highest)  # the number below the lowest stands for empty
        self.setSingleStep(1)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(INSET, 0, 0, 0)
        self.setValue(self.minimum())
        self.set_own(own)
        self.valueChanged.connect(self._tell)

    def em(self) -> float | None:
        """The length, None for the layout's own."""
        return None if self.value() < self._lowest else self.value()

    def set_em(self, em: float | None) -> None:
        """Show a length in em, None as the word for the layout's own; nobody is told."""
        with QSignalBlocker(self):
            self.setValue(self.minimum() if em is None else max(self._lowest, em))

    def set_own(self, own: float | None) -> None:
        """Say what the layout's own value is."""
        self._own = own
        self.lineEdit().setPlaceholderText("" if own is None else tr("版式 {em} 字", em=f"{own:g}"))

    def stepBy(self, steps: int) -> None:  # noqa: N802, Qt's name
        """Step by whole em, from the layout's own value where the field is empty, and never into
        emptiness.
        """
        start = self.em()
        if start is None:
            start = self._lowest if self._own is None else self._own
        self.setValue(min(max(start + steps * self.singleStep(), self._lowest), self.maximum()))
        self.lineEdit().selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:  # noqa: N802, Qt's name
        """Both ways, but at the ends."""
        flag = QAbstractSpinBox.StepEnabledFlag
        em = self.em()
        if em is None:
            return flag.StepUpEnabled | flag.StepDownEnabled
        up = flag.StepUpEnabled if em < self.maximum() else flag.StepNone
        return up | (flag.StepDownEnabled if em > self._lowest else flag.StepNone)

    def textFromValue(self, value: float) -> str:  # noqa: N802, Qt's name
        """`17 字`, `0.5 字`, or nothing."""
        return "" if value < self._lowest else tr("{em} 字", em=f"{value:g}")

    def valueFromText(self, text: str) -> float:  # noqa: N802, Qt's name
        """The number in a text."""
        found = NUMBER.search(text)
        return float(found[0]) if found else self.minimum()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Nothing at all, or a number within the range, with or without 字."""
        rest = NUMBER.sub("", text, count=1).strip()
        suffix = NUMBER.sub("", tr("{em} 字", em="1")).strip()
        if rest and not suffix.startswith(rest):
            return QValidator.State.Invalid, text, pos
        fits = not NUMBER.search(text) or self._lowest <= self.valueFromText(text) <= self.maximum()
        state = (
            QValidator.State.Acceptable
            if fits and (NUMBER.search(text) or not rest)
            else QValidator.State.Intermediate
        )
        return state, text, pos

    def fixup(self, text: str) -> str:
        """A number out of range becomes the nearest that is in it."""
        found = NUMBER.search(text)
        return (
            self.textFromValue(min(max(float(found[0]), self._lowest), self.maximum()))
            if found
            else ""
        )

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """The wheel scrolls the panel unless the editor is in this field."""
        if takes_wheel(self, event):
            super().wheelEvent(event)
        else:
            event.ignore()

    def _tell(self, _value: float) -> None:
        self.em_changed.emit(self.em())
