"""Controls beside each other where there is room, else below each other."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

GAP = 8
"""Px between two of them."""


class FoldingRow(QWidget):
    """A row that never makes its panel wider than its widest control."""

    def __init__(self, *controls: QWidget) -> None:
        super().__init__()
        self._controls = controls
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        for control in controls:
            self._box.addWidget(control, 1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """As wide as the widest of them."""
        hint = super().minimumSizeHint()
        return QSize(max(control.sizeHint().width() for control in self._controls), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Fold, or unfold."""
        super().resizeEvent(event)
        # all are equally wide beside each other
        widest = max(control.sizeHint().width() for control in self._controls)
        fits = len(self._controls) * (widest + GAP) - GAP <= self.width()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if way is not self._box.direction():
            self._box.setDirection(way)
            self.updateGeometry()
