"""At the left of the rows of an article: what each of them is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.panels.forms.rows import Row
from desktop.theme import current_theme

GUTTER = 34
"""Pixels at the left for what a row is."""


class Gutter(QWidget):
    """At the left of the text: what each row is; `bands` gives the rows in view and where they
    stand.
    """

    def __init__(
        self, editor: QPlainTextEdit, bands: Callable[[], list[tuple[Row, QRect]]]
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._bands = bands

    def follow(self, _rect: QRect, _dy: int) -> None:
        """The text has scrolled or changed."""
        self.update()

    def moved(self, _where: object) -> None:
        """Rows stand elsewhere now."""
        self.update()

    def fit(self) -> None:
        """Stand beside the viewport."""
        viewport = self._editor.viewport().geometry()
        self.setGeometry(viewport.left() - GUTTER, viewport.top(), GUTTER, viewport.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """Draw beside the lines what tells paragraphs, sub-headings and photos apart."""
        theme, painter = current_theme(), QPainter(self)
        font = QFont(self._editor.font())
        font.setPixelSize(11)
        painter.setFont(font)
        line = self._editor.fontMetrics().height()
        for row, rect in self._bands():
            if row.sign:
                painter.setPen(QColor(theme.accent if row.level else theme.quiet))
                painter.drawText(
                    QRect(0, rect.top(), GUTTER - 6, line),
                    int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                    row.sign,
                )
        painter.end()
