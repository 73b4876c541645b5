"""A row of segments of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

Option = tuple[object, str, QIcon | None]
"""A value, its label, and an icon that is shown instead of the label (which is then its tool
tip).
"""

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class SegmentedControl(QWidget):
    """One choice of a few, all seen at once: 左 右 两侧 单独成行.

    Tab stops once, at the chosen segment; arrow keys, Home and End choose another. `valueChanged`
    carries the value that the editor chose, by mouse or keys; `set_value` is silent.
    """

    valueChanged = Signal(object)  # noqa: N815, as Qt's own controls call it

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = [value for value, _, _ in options]
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for index, (_, label, picture) in enumerate(options):
            self._add(index, len(options), label, picture)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self._tell)
        self._group.buttonToggled.connect(self._one_tab_stop)
        self._one_tab_stop()

    def value(self) -> object:
        """The chosen value, None where none is."""
        index = self._group.checkedId()
        return None if index < 0 else self._values[index]

    def set_value(self, value: object) -> None:
        """Show a value as chosen; one that is no option chooses none."""
        index = self._values.index(value) if value in self._values else -1
        self._group.setExclusive(False)
        for button in self.buttons():
            button.setChecked(self._group.id(button) == index)
        self._group.setExclusive(True)

    def buttons(self) -> list[QToolButton]:
        """The segments from left to right, to enable them one by one."""
        return [button for button in self._group.buttons() if isinstance(button, QToolButton)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Arrow keys move the choice."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and isinstance(watched, QToolButton)
        ):
            return self._move(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def focusInEvent(self, _event: QEvent) -> None:  # noqa: N802, Qt's name
        """Focus belongs to a segment."""
        self._tab_stop().setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, index: int, count: int, label: str, picture: QIcon | None) -> None:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setAccessibleName(label)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setProperty(
            "segment",
            "only"
            if count == 1
            else "left"
            if not index
            else "right"
            if index == count - 1
            else "middle",
        )
        if picture is None:
            button.setText(label)
        else:
            button.setIcon(picture)
            button.setIconSize(QSize(20, 20))
            button.setToolTip(label)
        button.installEventFilter(self)
        self._group.addButton(button, index)
        self._row.addWidget(button, 1)

    def _tell(self, index: int) -> None:
        self.valueChanged.emit(self._values[index])

    def _move(self, button: QToolButton, key: Qt.Key) -> bool:
        enabled = [other for other in self.buttons() if other.isEnabled()]
        if key not in {*STEPS, Qt.Key.Key_Home, Qt.Key.Key_End} or button not in enabled:
            return False
        place = enabled.index(button) + STEPS.get(key, 0)
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            place = 0 if key == Qt.Key.Key_Home else len(enabled) - 1
        other = enabled[max(0, min(place, len(enabled) - 1))]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        if not other.isChecked():
            other.click()
        return True

    def _tab_stop(self) -> QToolButton:
        buttons = self.buttons()
        return next((button for button in buttons if button.isChecked()), buttons[0])

    def _one_tab_stop(self) -> None:
        stop = self._tab_stop()
        for button in self.buttons():
            button.setFocusPolicy(
                Qt.FocusPolicy.TabFocus if button is stop else Qt.FocusPolicy.NoFocus
            )
        self.setFocusProxy(stop)
