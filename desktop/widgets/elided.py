"""A label that keeps its ends."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget


class MiddleElidedLabel(QLabel):
    """One line that loses its middle where room is short: `/home/…/第14期.md`.

    The whole text is its tool tip and its accessible name.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def shown_text(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, self.contentsRect().width()
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """Room for an ellipsis with something at either side."""
        return QSize(
            min(self.sizeHint().width(), self.fontMetrics().averageCharWidth() * 8),
            self.sizeHint().height(),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """Draw what there is room for, in the colour the style sheet gives the label."""
        shown = self.shown_text()
        whole = self.text()
        if self.toolTip() != (tip := "" if shown == whole else whole):
            self.setToolTip(tip)
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        alignment = int(self.alignment() | Qt.AlignmentFlag.AlignVCenter)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            alignment,
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )
