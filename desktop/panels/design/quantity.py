"""A number with its unit: `28 mm`, `0.5 行`, `1.63 倍`."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox

from desktop.widgets.number import INSET
from desktop.widgets.wheel import takes_wheel
from desktop.words import tr
from layouts.house.names import Unit

NUMBER: Final = re.compile(r"-?\d+(?:\.\d*)?")

EMPTY: Final = -1e6
"""Stands for a value that is left open."""

LARGEST: Final = 1e6
"""Any number can be typed: what the layout does not take is refused by its sentence, and not
silently made another.
"""

STEPS: Final[dict[Unit, float]] = {"mm": 0.5, "pt": 0.5, "em": 0.5, "rows": 0.25, "times": 0.05}


def with_unit(value: float, unit: Unit) -> str:
    """A number as it is read: `28 mm`."""
    number = f"{round(value, 2 if unit in {'em', 'rows'} else 3):g}"
    match unit:
        case "mm":
            return tr("{number} mm", number=number)
        case "pt" | "size":
            return tr("{number} pt", number=number)
        case "em":
            return tr("{number} 字", number=number)
        case "rows":
            return tr("{number} 行", number=number)
        case "times":
            return tr("{number} 倍", number=number)
        case _:
            return number


class QuantityBox(QDoubleSpinBox):
    """A number from `low` to `high` by its arrows, any by typing, in a unit; empty where it is left
    open and `open_` allows that.

    `entered` carries the number or None once the editor has entered it (by a step, Enter or leaving
    the field); `show_quantity` is silent.
    """

    entered = Signal(object)

    def __init__(
        self, unit: Unit, low: float, high: float, *, whole: bool = False, open_: bool = False
    ) -> None:
        super().__init__()
        self._unit: Unit = unit
        self._low, self._high = low, high
        self._open = open_
        self._own: float | None = None
        self.setDecimals(0 if whole else 3)
        self.setRange(EMPTY, LARGEST)
        self.setSingleStep(1.0 if whole else STEPS.get(unit, 0.1))
        self.setKeyboardTracking(False)
        self.setFocusPolicy(self.focusPolicy().StrongFocus)
        self.lineEdit().setTextMargins(INSET, 0, 0, 0)
        self.setMinimumWidth(64)
        self.valueChanged.connect(self._tell)

    def quantity(self) -> float | None:
        """The number; None where it is left open."""
        return None if self.value() <= EMPTY else self.value()

    def show_quantity(self, value: float | None, own: float | None = None) -> None:
        """Show a number silently; where it is left open the one in force, quietly."""
        self._own = own
        quiet = tr("自动") if own is None else with_unit(own, self._unit)
        self.lineEdit().setPlaceholderText(quiet)
        with QSignalBlocker(self):
            self.setValue(EMPTY if value is None else value)

    def set_span(self, low: float, high: float) -> None:
        """How far the arrows go."""
        self._low, self._high = low, high

    def stepBy(self, steps: int) -> None:  # noqa: N802, Qt's name
        """Step to the next whole step, from the value in force where the field is empty."""
        start = self.quantity()
        if start is None:
            start = self._low if self._own is None else self._own
        step = self.singleStep()
        wanted = start + steps * step
        snapped = round(wanted / step) * step
        # 28.37 steps to 28.5 first, and not over it
        if steps > 0 and snapped - start > steps * step + 1e-9:
            snapped -= step
        self.setValue(min(max(snapped, self._low), self._high))
        self.lineEdit().selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:  # noqa: N802, Qt's name
        """Both ways, but at the ends."""
        flag = QAbstractSpinBox.StepEnabledFlag
        value = self.quantity()
        up = flag.StepUpEnabled if value is None or value < self._high else flag.StepNone
        return up | (flag.StepDownEnabled if value is None or value > self._low else flag.StepNone)

    def textFromValue(self, value: float) -> str:  # noqa: N802, Qt's name
        """`28 mm`, or nothing."""
        return "" if value <= EMPTY else with_unit(value, self._unit)

    def valueFromText(self, text: str) -> float:  # noqa: N802, Qt's name
        """The number in a text."""
        found = NUMBER.search(text)
        return float(found[0]) if found else EMPTY if self._open else self.value()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """A number, with its unit or without."""
        rest = NUMBER.sub("", text, count=1).strip()
        unit = NUMBER.sub("", with_unit(1, self._unit)).strip()
        if rest and not unit.startswith(rest) and rest not in {"-", "."}:
            return QValidator.State.Invalid, text, pos
        done = bool(NUMBER.search(text)) or (self._open and not rest)
        return (
            QValidator.State.Acceptable if done else QValidator.State.Intermediate,
            text,
            pos,
        )

    def fixup(self, _text: str) -> str:
        """What is no number becomes the one that was there."""
        return self.textFromValue(self.value())

    def _tell(self, _value: float) -> None:
        self.entered.emit(self.quantity())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """The wheel scrolls the panel unless the editor is in this field."""
        if takes_wheel(self, event):
            super().wheelEvent(event)
        else:
            event.ignore()
