"""Controls beside each other where there is room, else below each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 8
"""Px between two of them."""


class FoldingRow(QWidget):
    """A row that never makes its panel wider than its widest control.

    Its height is a function of its width and of nothing else: what folded itself when it was
    resized would send a scroll area round in a circle, its bar coming and going with each fold.
    """

    def __init__(self, *controls: QWidget) -> None:
        super().__init__()
        self._controls = controls
        for control in controls:
            control.setParent(self)
        # not fixed: that is the height of one line, and cuts those below it off
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802, Qt's name
        """It folds."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802, Qt's name
        """Px of one line, or of as many as there are controls."""
        lines = 1 if self._fits(width) else len(self._controls)
        return lines * (self._cell.height() + GAP) - GAP

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """All beside each other."""
        count = len(self._controls)
        return QSize(count * (self._cell.width() + GAP) - GAP, self._cell.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """As wide as the widest of them."""
        return self._cell

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Put the controls where they belong at this width, all equally wide."""
        super().resizeEvent(event)
        self._put()

    def event(self, event: QEvent) -> bool:
        """Follow controls that have become larger or smaller."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._put()
        return super().event(event)

    @property
    def _cell(self) -> QSize:
        """The room of one control: that of the largest."""
        hints = [control.sizeHint() for control in self._controls]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def _fits(self, width: int) -> bool:
        return self.sizeHint().width() <= width

    def _put(self) -> None:
        height, count = self._cell.height(), len(self._controls)
        if self._fits(self.width()):
            width = (self.width() + GAP) // count - GAP
            for k, control in enumerate(self._controls):
                control.setGeometry(QRect(k * (width + GAP), 0, width, height))
        else:
            for k, control in enumerate(self._controls):
                control.setGeometry(QRect(0, k * (height + GAP), self.width(), height))
