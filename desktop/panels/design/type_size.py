"""A size of type by its name, or as it is written: `四号`, `14 pt`."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.panels.forms.house import size_label
from desktop.widgets.wheel import takes_wheel
from layouts.units import ZIHAO


class TypeSizeBox(QComboBox):
    """Named sizes to choose, any size to type; `entered` carries what a layout file would have:
    `四号`, `14pt`, `1.2em`.
    """

    entered = Signal(object)

    def __init__(self, low: float, high: float) -> None:
        super().__init__()
        self.setEditable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(7)
        for name, points in ZIHAO.items():
            if low <= points <= high:
                self.addItem(size_label(points), name)
        self._shown = ""
        self.activated.connect(self._choose)
        self.line().editingFinished.connect(self._written)

    def line(self) -> QLineEdit:
        """Where a size is typed."""
        line = self.lineEdit()
        assert line is not None, "the box is editable"  # noqa: S101
        return line

    def show_size(self, points: float | None) -> None:
        """Show a size silently, by its name where it has one."""
        self._shown = "" if points is None else size_label(round(points, 3))
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findText(self._shown))
            self.line().setText(self._shown)
            self.line().setCursorPosition(0)

    def _choose(self, row: int) -> None:
        self.entered.emit(self.itemData(row))

    def _written(self) -> None:
        text = self.line().text().strip()
        if text == self._shown:
            return
        self._shown = text
        row = self.findText(text)
        number = text.removesuffix("pt").strip()
        if row >= 0:
            self.entered.emit(self.itemData(row))
        else:
            self.entered.emit(f"{number}pt" if number.replace(".", "", 1).isdigit() else text)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """The wheel scrolls the panel unless the editor is in this field."""
        if takes_wheel(self, event):
            super().wheelEvent(event)
        else:
            event.ignore()
