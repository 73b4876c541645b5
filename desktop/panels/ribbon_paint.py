"""How the page flow is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)

from desktop.colours import Theme
from desktop.panels.ribbon_geometry import GAP, NUMBERS, Columns
from desktop.panels.signs import paint_sign, worst
from desktop.panels.tints import article_tint
from layouts.errors import Finding
from layouts.page.measures import Run

CORNER = 3.0
SIGN = 6.0
"""Radii of a column's corners and of a finding's sign, pixels."""


TITLE = 9
"""Pixels of the type in which titles stand in their runs."""

LEAD = 11.0
"""Pixels from one line of a title to the next."""

OPENING, CLOSING = frozenset("“‘《〈（「『【〔"), frozenset("，。、；：？！）》〉」』】〕”’…—")
"""Marks that end no line, since they begin what follows, and marks that begin none."""

TURN, TURN_ARC, TURN_FOOT = 8.0, 7.0, 6.0
"""Half the width of the sign of a page that is turned, the radius of its arrow, and how far it
stands from the column's foot; pixels.
"""

VEIL = 90
"""How dense a tint lies over the picture of a page, of 255: what is under it is still seen."""


class RibbonColumn(NamedTuple):
    """What one column shows: its page (from 0), runs and findings; `current` is framed, `selected`
    articles are hatched. `titles` are those of articles that begin here; under its tints lies the
    `picture` of the page where it is shown and was painted. A page that is `turned` by a quarter
    bears a sign.
    """

    page: int
    runs: tuple[Run, ...]
    current: bool
    focus: bool
    selected: frozenset[int]
    findings: tuple[Finding, ...]
    titles: Mapping[int, str]
    picture: QPixmap | None = None
    turned: bool = False


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
    if picture.picture is not None:
        painter.drawPixmap(rect.topLeft(), picture.picture)
    untold = dict(picture.titles)
    for run in picture.runs:
        area = columns.run_rect(picture.page, run)
        tint = _tint(run.article, theme)
        tint.setAlpha(255 if picture.picture is None else VEIL)
        painter.fillRect(area, tint)
        if run.article in picture.selected:
            _paint_hatches(painter, area, theme)
        if picture.picture is None:
            painter.setPen(QPen(QColor(theme.window), 1))
            painter.drawLine(QLineF(area.left(), area.bottom(), area.right(), area.bottom()))
            # once, in the run it begins with
            _paint_title(painter, area, untold.pop(run.article, ""), theme)
    if picture.turned:
        _paint_turn(painter, rect, theme)
    painter.restore()
    if picture.picture is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
    if picture.current:
        _paint_frame(painter, rect, theme, focus=picture.focus)
    _paint_number(painter, columns.rect(picture.page), picture, theme)
    level = worst(picture.findings)
    if level is not None:
        paint_sign(painter, QPointF(rect.right() - 2, rect.top() + 3), SIGN, level, theme)


def _tint(article: int, theme: Theme) -> QColor:
    return article_tint(article, theme) if article >= 0 else QColor(theme.tint_none)


def _paint_hatches(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    ink = QColor(theme.tint_text)
    ink.setAlpha(80)
    painter.fillRect(rect, QBrush(ink, Qt.BrushStyle.BDiagPattern))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ink.setAlpha(170)
    painter.setPen(QPen(ink, 1.5))
    painter.drawRect(rect.adjusted(0.75, 0.75, -0.75, -0.75))


def _paint_turn(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """The sign of a turned page (横排转页) at the foot of its column: a page that lies, under an
    arrow the way its heads were turned.
    """
    middle, foot = rect.center().x(), rect.bottom() - TURN_FOOT
    lying = QRectF(middle - TURN, foot - TURN, 2 * TURN, TURN)
    arc = QRectF(middle - TURN_ARC, lying.top() - TURN_ARC - 2, 2 * TURN_ARC, 2 * TURN_ARC)
    painter.save()
    painter.setPen(QPen(QColor(theme.tint_text), 1.5))
    painter.setBrush(QColor(theme.window))
    painter.drawRect(lying)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(arc, 20 * 16, 140 * 16)  # sixteenths of a degree, counter-clockwise
    end = QPointF(arc.center().x() - TURN_ARC * 0.94, arc.center().y() - TURN_ARC * 0.34)
    painter.drawPolyline([end + QPointF(-1.0, -4.5), end, end + QPointF(4.0, -2.5)])
    painter.restore()


def _paint_title(painter: QPainter, rect: QRectF, title: str, theme: Theme) -> None:
    """As much of a title as its run has room for."""
    font = QFont(painter.font())
    font.setPixelSize(TITLE)
    room = rect.adjusted(3, 2, -3, -1)
    lines = lines_of(title, QFontMetricsF(font), room.width(), int(room.height() // LEAD))
    if not lines:
        return
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(theme.tint_text))
    for k, text in enumerate(lines):
        painter.drawText(QPointF(room.left(), room.top() + TITLE + k * LEAD - 0.5), text)
    painter.restore()


def lines_of(text: str, metrics: QFontMetricsF, width: float, count: int) -> list[str]:
    """A text cut into at most so many lines of a width, the last one with … where more follows."""
    lines: list[str] = []
    while text and len(lines) < count:
        if len(lines) == count - 1:
            return [*lines, metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
        fits = next(
            (n for n in range(1, len(text) + 1) if metrics.horizontalAdvance(text[:n]) > width),
            len(text) + 1,
        )
        at = max(1, fits - 1)
        # no line begins with a mark that closes something, none ends with one that opens
        while at > 1 and (text[at : at + 1] in CLOSING or text[at - 1] in OPENING):
            at -= 1
        lines.append(text[:at])
        text = text[at:]
    return lines


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
