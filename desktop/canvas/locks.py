"""What the layout locks (锁定), laid over the pages: of each part whether its place, its style and
its content are locked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter

from desktop.canvas.overlays import pen
from desktop.canvas.shown import ShownPage
from desktop.words import tr
from layouts.geometry import Interval
from layouts.house.locks import Aspect, Locks
from layouts.page.hit import CONTENTS_ROLES, Rect, article_boxes, articles_of, band, ink_box
from layouts.page.item import CREDIT, PAGE_NUMBER, RUNNING_HEAD, Line
from layouts.page.page import Page

LOCK_FILL = QColor(90, 95, 110, 26)
LOCK_HATCH = QColor(90, 95, 110, 40)
LOCK_LINE = QColor(90, 95, 110, 150)
TAG = QColor("#5A5F6E")

AIR = 3.0
"""Points between a part and its outline."""

HEIGHT, SIDE, RADIUS, LETTERS = 15.0, 5.0, 3.0, 10
"""Pixels of a tag: its height, left and right of its letters, its corners, its type."""

WHOLE: Mapping[str, frozenset[str]] = {
    "masthead": frozenset({"masthead"}),
    "contents": CONTENTS_ROLES,
    "colophon": frozenset({"colophon"}),
    "page-number": frozenset({PAGE_NUMBER}),
    "running-head": frozenset({RUNNING_HEAD}),
}
"""Parts that are one on a page, by the roles of their lines."""

EACH = {
    "section": "section",
    "headline": "headline",
    "byline": "byline",
    "caption": "caption",
    CREDIT: "caption",
    "table": "table",
    "table-header": "table",
    "pull-quote": "pull-quote",
}
"""Roles of lines that stand one by one, by the part that their locks are said of."""


class LockedPart(NamedTuple):
    """A part of a page: where it stands, and what of it is locked."""

    part: str
    box: Rect
    aspects: frozenset[str]


def locked_parts(page: Page, locks: Locks, columns: Sequence[Interval]) -> list[LockedPart]:
    """The parts of a page of which something is locked."""
    return [
        LockedPart(part, box, locks.get(part, frozenset()))
        for part, box in _parts(page, columns)
        if locks.get(part)
    ]


def _parts(page: Page, columns: Sequence[Interval]) -> Iterator[tuple[str, Rect]]:
    for part, roles in WHOLE.items():
        lines = [line for line in page.lines if line.role in roles]
        if lines:
            yield part, _around(lines)
    groups: dict[tuple[object, ...], list[Line]] = {}
    for line in page.lines:
        if line.role in EACH:
            # headings of sections stand in no article: told apart by their number
            number = line.part if line.article is None else 0
            key = (EACH[line.role], line.article, line.paragraph, number)
            groups.setdefault(key, []).append(line)
    for (part, *_), lines in groups.items():
        yield str(part), _around(lines)
    for picture in page.pictures:
        if not picture.role:
            box = Rect(picture.x, picture.y, picture.x + picture.width, picture.y + picture.height)
            yield "photo", box
    for article in articles_of(page):
        for box in article_boxes(page, article, columns):
            yield "body", box


def _around(lines: Sequence[Line]) -> Rect:
    boxes = [ink_box(line) if len(lines) == 1 else band(line) for line in lines]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))


def aspects_label(aspects: frozenset[str]) -> str:
    """`位 样 文`: what is locked, a letter each."""
    letters = {
        Aspect.PLACE: tr("位", meaning="lock"),
        Aspect.STYLE: tr("样", meaning="lock"),
        Aspect.CONTENT: tr("文", meaning="lock"),
    }
    return " ".join(letter for aspect, letter in letters.items() if aspect in aspects)


def paint_locks(
    painter: QPainter, shown: ShownPage, page: Page, locks: Locks, columns: Sequence[Interval]
) -> None:
    """Outlined where the place is locked, hatched where the content is, and at the corner a tag
    with a letter for each of the three.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for part in locked_parts(page, locks, columns):
        area = shown.rect(part.box.grown(AIR))
        if Aspect.CONTENT in part.aspects:
            painter.fillRect(area, LOCK_FILL)
            painter.fillRect(area, QBrush(LOCK_HATCH, Qt.BrushStyle.BDiagPattern))
        if part.aspects & {Aspect.PLACE, Aspect.CONTENT}:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(LOCK_LINE, 1.0, Qt.PenStyle.DashLine))
            painter.drawRect(area)
        _tag(painter, area, aspects_label(part.aspects), left=part.part == "body")


def _tag(painter: QPainter, area: QRectF, words: str, *, left: bool) -> None:
    """A lock and what it holds, outside the upper right corner of a part, or the upper left one:
    a headline and the article that it begins are both told.
    """
    font = QFont(painter.font())
    font.setPixelSize(LETTERS)
    width = QFontMetricsF(font).horizontalAdvance(words) + 2 * SIDE + 10
    at = area.left() - width - 2 if left else area.right() + 2
    box = QRectF(at, area.top(), width, HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(TAG)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    _lock(painter, QPointF(box.left() + SIDE + 3, box.center().y()))
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(
        box.adjusted(SIDE + 10, 0, 0, 0),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
        words,
    )


def _lock(painter: QPainter, middle: QPointF) -> None:
    painter.setPen(pen(QColor("white"), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # Qt counts angles in sixteenths of a degree
    painter.drawArc(QRectF(middle.x() - 2, middle.y() - 4.5, 4, 6), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("white"))
    painter.drawRect(QRectF(middle.x() - 3, middle.y() - 1, 6, 4.5))
