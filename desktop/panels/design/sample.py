"""A line of text in a style of the layout, as the pages would have it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.canvas.painter import PagePainter
from desktop.panels.design.design import Design
from desktop.theme import current_theme
from desktop.words import tr
from layouts.flow.setting import Origin, Setter
from layouts.house.text_style import Align
from layouts.issue.text import Text
from layouts.page.page import Page

PIXELS_PER_POINT = 96 / 72
HEIGHT, SIDE = 76, 14
# not words of the window: a sample of the pages' type
SAMPLE = "永国酬爱 2026 年第 8 期"
"""Strokes of every kind, Latin digits, and a gap between the two."""


class StyleSample(QWidget):
    """A sample in a style, in its true size where it fits."""

    def __init__(self, design: Design) -> None:
        super().__init__()
        self._design = design
        self._style = ""
        self._painter: PagePainter | None = None
        self._page: Page | None = None
        self._scale = 1.0
        self._made: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(tr("样式的样子"))

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """As wide as there is room."""
        return QSize(160, HEIGHT)

    def show_style(self, name: str) -> None:
        """Show a style as the layout has it now."""
        self._style = name
        self._page = None
        self.update()

    def _make(self) -> None:
        """Set the line: at once as large as it is, smaller where it would not fit."""
        layout = self._design.layout
        style = layout.styles.get(self._style) if layout is not None else None
        if layout is None or style is None:
            self._page = None
            return
        setter = Setter(layout, self._design.session.catalogue)
        width = self.width() / PIXELS_PER_POINT
        natural = setter.natural_width(Text(SAMPLE), style)
        room = width - 2 * SIDE / PIXELS_PER_POINT
        shrink = min(
            1.0, room / max(1.0, natural), (HEIGHT - 16) / (style.size * 1.2) / PIXELS_PER_POINT
        )
        self._scale = PIXELS_PER_POINT * shrink
        left, span = SIDE / self._scale, (self.width() - 2 * SIDE) / self._scale
        middle = HEIGHT / self._scale / 2 + 0.38 * style.size
        align = Align.LEFT if style.align is Align.JUSTIFY else style.align
        line = setter.single(
            Text(SAMPLE), style, left, span, middle, Origin("sample"), align, fit=False
        )
        self._page = Page(1, self.width() / self._scale, HEIGHT / self._scale)
        if line is not None:
            self._page.lines.append(line)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """The line on paper."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.border))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        if self._page is None or self._made != (self.width(), self._design.layout, self._style):
            self._make()
            self._made = (self.width(), self._design.layout, self._style)
        if self._page is not None:
            self._painter = self._painter or PagePainter(self._design.session.catalogue)
            painter.translate(QPointF(0, 0))
            painter.scale(self._scale, self._scale)
            self._painter.paint_for_print(painter, self._page)
        painter.end()
