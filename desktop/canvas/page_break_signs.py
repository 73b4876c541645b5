"""Page breaks of the text, shown on the pages: a quiet line under the text that they follow."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop.canvas.context import Context
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import pen
from desktop.canvas.shown import Pointer, ShownPage
from desktop.canvas.where import article_place
from desktop.words import tr
from layouts.issue.article import Article, PageBreak
from layouts.issue.blocks import next_in_flow
from layouts.issue.issue import Issue
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, article_at
from layouts.page.carets import ShownText
from layouts.page.hit import Rect

QUIET = QColor(128, 132, 142)
"""On white paper, in light themes and dark."""

LETTERS, AIR = 10, 6.0
"""The word's type and the blank at both of its sides, pixels; it does not grow with the page."""

LEAST = 0.35
"""Pixels per point below which the word would be larger than the text, and only the line stays."""

BELOW, HEIGHT = 1.0, 1.0
"""Where the sign's middle stands under the last baseline, where no line follows, and how high it
answers, em.
"""


def break_signs(context: Context, page: int) -> list[Rect]:
    """Where the page breaks that follow a text of a page (from 0) are shown."""
    issue, shown = context.session.composed_issue, context.pages[page]
    if issue is None:
        return []
    lines = context.map.index(page).lines
    found: list[Rect] = []
    for address in _broken_after(issue, lines):
        line = shown.lines[lines[address][-1]]
        # the text goes on on the next page, or has other parts below
        if not context.map.ends_text(page, lines[address][-1]):
            continue
        middle, half = line.y + BELOW * line.size, HEIGHT * line.size / 2
        # as wide as the line: a photo may stand beside it
        found.append(Rect(line.x, middle - half, line.x + line.width, middle + half))
    return found


def _broken_after(issue: Issue, shown: dict[ShownText, list[int]]) -> Iterator[ShownText]:
    """The texts of a page that a page break follows: of a block with several the last."""
    articles: dict[int, Article | None] = {}
    last: dict[tuple[int, int], ShownText] = {}
    for address in shown:
        if address.article not in articles:
            place = article_place(issue, address.article)
            articles[address.article] = article_at(issue, place) if place is not None else None
        last[address.article, address.paragraph] = max(
            last.get((address.article, address.paragraph), address), address
        )
    for address in last.values():
        article = articles[address.article]
        if article is not None and _is_broken_after(article, address.paragraph):
            yield address


def _is_broken_after(article: Article, block: int) -> bool:
    if block == BYLINE or (block == TITLE and article.subtitle is not None):
        return False
    after = next_in_flow(article.blocks, 0 if block in (TITLE, SUBTITLE) else block + 1)
    return after < len(article.blocks) and isinstance(article.blocks[after], PageBreak)


def is_on_sign(context: Context, pointer: Pointer) -> bool:
    """Whether the pointer is on the sign of a page break."""
    return pointer.on_paper and any(
        sign.holds(pointer.x, pointer.y) for sign in break_signs(context, pointer.page)
    )


def paint_breaks(painter: QPainter, look: OverlayStyle, context: Context, sheet: ShownPage) -> None:
    """A dashed hairline with the word in its middle."""
    signs = break_signs(context, sheet.page)
    if not signs:
        return
    word = tr("分页")
    font = QFont(look.font)
    font.setPixelSize(LETTERS)
    painter.setFont(font)
    half = QFontMetricsF(font).horizontalAdvance(word) / 2 + AIR if sheet.scale >= LEAST else 0
    for sign in signs:
        area = sheet.rect(sign)
        middle = area.center()
        painter.setPen(pen(QUIET, 1.0, Qt.PenStyle.DashLine))
        for left, right in ((area.left(), middle.x() - half), (middle.x() + half, area.right())):
            painter.drawLine(QPointF(left, middle.y()), QPointF(right, middle.y()))
        if half:
            box = QRectF(middle.x() - half, middle.y() - LETTERS, 2 * half, 2 * LETTERS)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
