"""What pages measure: where each article runs on them, how full the last one is, how finely a
picture prints.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from layouts.geometry import Interval
from layouts.page.hit import articles_of
from layouts.page.item import CREDIT, Line, Picture
from layouts.page.page import Page
from layouts.photo_tone import kept_of

FRONT = -1
"""In place of an article's number: masthead and list of contents."""

COLOPHON = -2
"""In place of an article's number: the colophon (报尾)."""

POINTS_PER_INCH = 72.0

PRINT_PPI = 220
"""Pixels per inch from which a photo looks sharp in offset print: half as many again as its screen
of 150 lines per inch.
"""

EXACT = 1e-6
"""Points that are none: what sums of floats differ by."""

ASCENT = 0.88
"""The part of a character's em above its baseline."""


class TypeArea(NamedTuple):
    """The type area (版心) in points: its top and height, and left edge and width of each
    column.
    """

    top: float
    height: float
    columns: tuple[tuple[float, float], ...]


class Run(NamedTuple):
    """The stretch of one column that an article takes, in fractions of the type area's height from
    its top.

    `article` counts over the whole issue, or is FRONT or COLOPHON.
    """

    article: int
    column: int
    top: float
    bottom: float


Span = list[float]
"""Top and bottom, points."""


def page_runs(page: Page, area: TypeArea) -> tuple[Run, ...]:
    """The runs of a page from top to bottom, column by column.

    Each reaches to where the next begins, the last to its last line's foot.

    The front begins at the very top: a masthead's air belongs to it. What stands on a page that is
    turned takes all of it.
    """
    if page.turned:
        return tuple(
            Run(article, column, 0.0, 1.0)
            for column in range(len(area.columns))
            for article in articles_of(page)
        )
    spans: list[dict[int, Span]] = [{} for _ in area.columns]
    heading: float | None = (
        None  # the top of a section's heading, which belongs to the article under it
    )
    foot = area.top + area.height
    last: tuple[int, float, float] | None = None
    taken: list[Span] = []
    for line in page.lines:
        article, y, size = line.article, line.y, line.size
        if article is None:
            if line.role == "section":
                heading = y - ASCENT * size
            article = _fixed(line)
            if article is None or y > foot:
                continue
        # lines come by paragraphs: most stand in the columns that the one before them stands in
        if last != (article, line.x, line.width):
            last = article, line.x, line.width
            taken = _taken(spans, area, article, line.x, line.width)
        top, bottom = y - ASCENT * size, y + (1 - ASCENT) * size
        if heading is not None:
            top, heading = min(top, heading), None
        for span in taken:
            _widen(span, top, bottom)
    for picture in page.pictures:
        if picture.article is not None:
            for span in _taken(spans, area, picture.article, picture.x, picture.width):
                _widen(span, picture.y, picture.y + picture.height)
    return tuple(run for column, found in enumerate(spans) for run in _runs(column, found, area))


def _fixed(line: Line) -> int | None:
    if line.role == "masthead" or line.role.startswith("contents"):
        return FRONT
    return COLOPHON if line.role == "colophon" else None


def _taken(
    spans: list[dict[int, Span]], area: TypeArea, article: int, x: float, width: float
) -> list[Span]:
    """The spans of an article in every column that `x` and `width` cover by half."""
    return [
        found.setdefault(article, [math.inf, -math.inf])
        for found, (left, measure) in zip(spans, area.columns, strict=True)
        if min(x + width, left + measure) - max(x, left) >= 0.5 * min(width, measure)
    ]


def _widen(span: Span, top: float, bottom: float) -> None:
    if top < span[0]:  # noqa: PLR1730, called for every line: a call of min would double its cost
        span[0] = top
    if bottom > span[1]:  # noqa: PLR1730
        span[1] = bottom


def _runs(column: int, spans: dict[int, Span], area: TypeArea) -> Iterable[Run]:
    """The spans of one column one under the other: what stands beside a photo of the article before
    begins where its own text does.
    """
    ordered = sorted((top, bottom, article) for article, (top, bottom) in spans.items())
    for k, (top, bottom, article) in enumerate(ordered):
        following = ordered[k + 1] if k + 1 < len(ordered) else None
        # the colophon stands at the foot, whatever is free above it
        end = bottom if following is None or following[2] == COLOPHON else following[0]
        yield Run(
            article, column, 0.0 if article == FRONT else _fraction(top, area), _fraction(end, area)
        )


def _fraction(y: float, area: TypeArea) -> float:
    return min(1.0, max(0.0, (y - area.top) / area.height))


def fill(runs: Sequence[Run], columns: int) -> float:
    """How full a page is, from 0 to 1: down to the foot of its last article, the mean of its
    columns; the colophon does not count.
    """
    feet = [0.0] * columns
    for run in runs:
        if run.article != COLOPHON:
            feet[run.column] = max(feet[run.column], run.bottom)
    return sum(feet) / columns


def extents(pages: Iterable[Sequence[Run]], columns: int) -> dict[int, float]:
    """How many pages each article takes, by its number."""
    taken: dict[int, float] = {}
    for runs in pages:
        for run in runs:
            taken[run.article] = taken.get(run.article, 0.0) + (run.bottom - run.top) / columns
    return taken


def first_pages(pages: Iterable[Sequence[Run]]) -> dict[int, int]:
    """The page (from 1) on which each article begins, by its number."""
    first: dict[int, int] = {}
    for number, runs in enumerate(pages, 1):
        for run in runs:
            first.setdefault(run.article, number)
    return first


def standoff_of(page: Page, picture: Picture, column: Interval) -> float | None:
    """The white between a placed picture and the text beside it, points, in its column; the
    narrower of two sides, None where no text stands beside it.
    """
    end, foot = picture.x + picture.width, picture.y + picture.height
    gaps = [
        picture.x - line.x - line.width if line.x < picture.x else line.x - end
        for line in page.lines
        if line.role != CREDIT
        and column.left - EXACT <= line.x <= column.right
        and picture.y < line.y <= foot + EXACT
        and (line.x + line.width <= picture.x + EXACT or line.x >= end - EXACT)
    ]
    return min(gaps, default=None)


def effective_ppi(picture: Picture, pixel_width: int) -> float:
    """Pixels per inch of a placed picture, of the part that is left after straightening and
    cropping; `pixel_width` is the whole upright photo's.
    """
    return pixel_width * kept_across(picture) / (picture.width / POINTS_PER_INCH)


def kept_across(picture: Picture) -> float:
    """The part of a photo's pixels across that is left after straightening and cropping."""
    left, top, right, bottom = picture.crop
    across = 1.0 - left - right
    whole = picture.width / across, picture.height / (1.0 - top - bottom)
    return across * kept_of(picture.tone.straighten, *whole)
