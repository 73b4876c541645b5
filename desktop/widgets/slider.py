"""A slider with its number beside it."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QSlider, QWidget

from desktop.widgets.number import INSET
from desktop.widgets.wheel import takes_wheel

BOX: Final = 76
"""Px of the number."""


class SliderSpan(NamedTuple):
    """From where to where a slider goes, in which steps, and the unit behind its number."""

    least: float
    most: float
    step: float
    unit: str


class SliderField(QWidget):
    """A label, a slider and a number that say the same; a double click on the label gives back the
    usual value, 0.

    `changed` carries every value that the editor gives it, while the slider is dragged too; `held`
    says whether it is being dragged. `show_number` is silent.
    """

    changed = Signal(float)
    held = Signal(bool)

    def __init__(self, label: str, span: SliderSpan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span = span
        self.label = SliderLabel(label)
        self.label.setProperty("role", "quiet")
        self.label.twice.connect(self._reset)
        self.slider = BalancedSlider(span.least < 0)
        self.slider.setRange(round(span.least / span.step), round(span.most / span.step))
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(label)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderPressed.connect(lambda: self.held.emit(True))
        self.slider.sliderReleased.connect(lambda: self.held.emit(False))
        self.box = SliderBox(span)
        self.box.setAccessibleName(label)
        self.box.valueChanged.connect(self._typed)
        self.label.setBuddy(self.slider)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.label)
        row.addWidget(self.slider, 1)
        row.addWidget(self.box)
        self.setFocusProxy(self.slider)

    def number(self) -> float:
        """The value."""
        return self.box.value()

    def show_number(self, value: float) -> None:
        """Show a value; nobody is told."""
        with QSignalBlocker(self.slider), QSignalBlocker(self.box):
            self.slider.setValue(round(value / self._span.step))
            self.box.setValue(value)

    def _slid(self, steps: int) -> None:
        value = steps * self._span.step
        with QSignalBlocker(self.box):
            self.box.setValue(value)
        self.changed.emit(value)

    def _typed(self, value: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(value / self._span.step))
        self.changed.emit(value)

    def _reset(self) -> None:
        if self.isEnabled() and self.number():
            self.show_number(0.0)
            self.changed.emit(0.0)


class SliderLabel(QLabel):
    """A label that can be clicked twice."""

    twice = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802, Qt's name
        """Tell of it."""
        event.accept()
        self.twice.emit()


class BalancedSlider(QSlider):
    """A slider that leaves the wheel to the panel it lies in; `balanced`: its middle is 0, and
    nothing is filled from its left end.
    """

    def __init__(self, balanced: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "balanced" if balanced else "")
        self.setMinimumWidth(64)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """The wheel scrolls the panel unless the editor is in this field."""
        if takes_wheel(self, event):
            super().wheelEvent(event)
        else:
            event.ignore()


class SliderBox(QDoubleSpinBox):
    """The number of a slider: `1.5°`, `-20%`."""

    def __init__(self, span: SliderSpan) -> None:
        super().__init__()
        self.setDecimals(_decimals(span.step))
        self.setRange(span.least, span.most)
        self.setSingleStep(span.step)
        self.setSuffix(span.unit)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(INSET, 0, 0, 0)
        self.setFixedWidth(BOX)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """The wheel scrolls the panel unless the editor is in this field."""
        if takes_wheel(self, event):
            super().wheelEvent(event)
        else:
            event.ignore()


def _decimals(step: float) -> int:
    """As many as every step needs: a box rounds what it holds to what it shows."""
    return next((count for count in range(3) if round(step, count) == step), 3)
