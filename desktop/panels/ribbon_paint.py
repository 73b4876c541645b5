"""How the page flow is drawn."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from desktop.colours import Theme
from desktop.panels.ribbon_geometry import GAP, NUMBERS, Columns
from desktop.panels.signs import paint_sign, worst
from desktop.panels.tints import article_tint
from layouts.errors import Finding
from layouts.page.measures import Run

CORNER = 3.0
SIGN = 6.0
"""Radii of a column's corners and of a finding's sign, pixels."""


class RibbonColumn(NamedTuple):
    """What one column shows: its page (from 0), runs and findings; `current` is framed, `selected`
    articles are hatched.
    """

    page: int
    runs: tuple[Run, ...]
    current: bool
    focus: bool
    selected: frozenset[int]
    findings: tuple[Finding, ...]


class Drop(NamedTuple):
    """Where a dragged article would come to stand: before or after a run of a page (from 0)."""

    page: int
    run: Run
    after: bool


def paint_page(painter: QPainter, columns: Columns, picture: RibbonColumn, theme: Theme) -> None:
    """Draw a page's column with its number and signs."""
    rect = QRectF(columns.rect(picture.page))
    shape = QPainterPath()
    shape.addRoundedRect(rect, CORNER, CORNER)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(rect, QColor(theme.tint_empty))
    for run in picture.runs:
        _paint_run(
            painter,
            columns.run_rect(picture.page, run),
            run.article,
            theme,
            hatched=run.article in picture.selected,
        )
    painter.restore()
    if picture.current:
        _paint_frame(painter, rect, theme, focus=picture.focus)
    _paint_number(painter, columns.rect(picture.page), picture, theme)
    level = worst(picture.findings)
    if level is not None:
        paint_sign(painter, QPointF(rect.right() - 2, rect.top() + 3), SIGN, level, theme)


def _paint_run(
    painter: QPainter, rect: QRectF, article: int, theme: Theme, *, hatched: bool
) -> None:
    painter.fillRect(
        rect, article_tint(article, theme) if article >= 0 else QColor(theme.tint_none)
    )
    if hatched:
        ink = QColor(theme.tint_text)
        ink.setAlpha(80)
        painter.fillRect(rect, QBrush(ink, Qt.BrushStyle.BDiagPattern))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ink.setAlpha(170)
        painter.setPen(QPen(ink, 1.5))
        painter.drawRect(rect.adjusted(0.75, 0.75, -0.75, -0.75))
    painter.setPen(QPen(QColor(theme.window), 1))
    painter.drawLine(QLineF(rect.left(), rect.bottom(), rect.right(), rect.bottom()))


def _paint_frame(painter: QPainter, rect: QRectF, theme: Theme, *, focus: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), CORNER + 1, CORNER + 1)
    if focus:
        painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(rect.adjusted(-4.5, -4.5, 4.5, 4.5), CORNER + 3, CORNER + 3)


def _paint_number(painter: QPainter, rect: QRect, picture: RibbonColumn, theme: Theme) -> None:
    font = QFont(painter.font())
    font.setPixelSize(12)
    font.setBold(picture.current)
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(theme.accent if picture.current else theme.quiet))
    foot = QRect(rect.left() - GAP // 2, rect.bottom() + 4, rect.width() + GAP, NUMBERS - 5)
    painter.drawText(
        foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(picture.page + 1)
    )
    painter.restore()


def paint_drop(painter: QPainter, columns: Columns, drop: Drop, theme: Theme) -> None:
    """Draw the line where a dragged article would come to stand."""
    rect = columns.run_rect(drop.page, drop.run)
    y = rect.bottom() if drop.after else rect.top()
    painter.setPen(QPen(QColor(theme.accent), 3))
    painter.setBrush(QColor(theme.accent))
    painter.drawLine(QLineF(rect.left() - 4, y, rect.right() + 4, y))
    painter.drawEllipse(QPointF(rect.left() - 4, y), 2, 2)
