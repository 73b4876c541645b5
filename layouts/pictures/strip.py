"""The long picture (长图): what pages say, under each other as on one endless page, and where that
may be cut.

Running heads and page numbers are left out, and so is blank paper; a cover stays a whole page.
Points are those of pages, rows are pixels of the strip counted from its top.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from layouts.page.hit import Rect
from layouts.page.item import RUNNING_HEAD, RUNNING_ROLES, Line, Rule
from layouts.page.measures import ASCENT
from layouts.page.page import Edition, Page
from layouts.page.turning import box_on_paper
from layouts.paint.pictured import View

WIDTH = 1080
"""Pixels of a long picture's width: what the sharpest phones show of it."""

MARGIN = 0.06
"""White left and right of the text, and above and below all, of the text's width."""

UNDER_HEAD = 2.5
"""A rule within so many type sizes of a running head belongs to that."""

FULLEST = 0.25
"""A slice shorter than this part of what it may be is no good reason to cut at its end."""


class End(IntEnum):
    """What ends where a strip may be cut, the best place first."""

    ARTICLE = 0
    PARAGRAPH = 1
    LINE = 2


class StripPart(NamedTuple):
    """What of a page stands in the strip, and the row it begins at; `height` in rows."""

    page: Page
    view: View
    start: int
    height: int


class Cut(NamedTuple):
    """A row before which the strip may be cut, and what ends there."""

    row: int
    end: End


class Strip(NamedTuple):
    """All parts from top to foot, and the cuts between them and in them."""

    parts: tuple[StripPart, ...]
    cuts: tuple[Cut, ...]

    @property
    def height(self) -> int:
        """All rows."""
        return self.parts[-1].start + self.parts[-1].height if self.parts else 0


class _Reaching(NamedTuple):
    """How far something reaches on a page, and what it belongs to."""

    left: float
    top: float
    right: float
    foot: float
    article: int | None = None
    block: int | None = None
    heads: bool = False
    """It stands over what follows."""


def strip_of(edition: Edition, leading: float, size: float) -> Strip:
    """The strip of an edition whose body is set in `size` on `leading`, points."""
    covers, bodies = edition.pages[: edition.cover_pages], edition.pages[edition.cover_pages :]
    pages = [page for page in covers if _items(page)]
    pieces = [(page, View(0.0, 0.0, page.width, page.height)) for page in pages]
    filled = [page for page in map(_without_running, bodies) if _items(page)]
    items = [_items(page) for page in filled]
    across = _across([item for found in items for item in found], edition)
    margin = MARGIN * across[1]
    between = [
        _between(end, pair, leading, size)
        for end, pair in zip(_ends_of_pages(items), pairwise(filled), strict=True)
    ]
    whites = [2 * margin, *between, 2 * margin]
    pieces += [
        (page, _view(found, across, above / 2, below / 2))
        for page, found, above, below in zip(filled, items, whites, whites[1:], strict=False)
    ]
    parts: list[StripPart] = []
    for page, view in pieces:
        start = parts[-1].start + parts[-1].height if parts else 0
        scale = WIDTH / view.width
        height = math.ceil(view.height * scale)
        # the view ends with a row
        parts.append(StripPart(page, view._replace(height=height / scale), start, height))
    return Strip(tuple(parts), tuple(_cuts(parts)))


def _between(end: End, pages: tuple[Page, Page], leading: float, size: float) -> float:
    """The white between what stands on two pages."""
    if end is End.ARTICLE:
        return 2 * leading
    # a table that is turned fills its page: it stands off the text by a line, as tables do
    return leading if any(page.turned for page in pages) else leading - size


def slices(strip: Strip, start: int, end: int, most: int) -> list[tuple[int, int]]:
    """Rows `start` to `end` in parts of at most `most`, cut at the best places there are: where an
    article ends if that makes a slice of some length, else a paragraph, a line.
    """
    found: list[tuple[int, int]] = []
    while end - start > most:
        row = _best_cut(strip.cuts, start, most)
        found.append((start, row))
        start = row
    return [*found, (start, end)] if end > start else found


def _best_cut(cuts: Sequence[Cut], start: int, most: int) -> int:
    within = [cut for cut in cuts if start < cut.row <= start + most]
    long_enough = [cut for cut in within if cut.row - start >= FULLEST * most]
    for allowed in (long_enough, within):
        if allowed:
            best = min(cut.end for cut in allowed)
            return max(cut.row for cut in allowed if cut.end == best)
    # a picture or a table as high as that is cut through
    return start + most


# -- what stands on a page -------------------------------------------------------------------------


def _without_running(page: Page) -> Page:
    heads = [line for line in page.lines if line.role == RUNNING_HEAD]
    return replace(
        page,
        lines=[line for line in page.lines if line.role not in RUNNING_ROLES],
        rules=[rule for rule in page.rules if not _is_under(rule, heads)],
        links=[],
        upright=_without_running(page.upright) if page.upright is not None else None,
    )


def _is_under(rule: Rule, heads: Sequence[Line]) -> bool:
    """Whether a rule belongs to a running head."""
    return rule.y0 == rule.y1 and any(
        abs(rule.y0 - head.y) < UNDER_HEAD * head.size for head in heads
    )


def _items(page: Page) -> list[_Reaching]:
    """Everything on a page, from top to foot of its paper: one that is turned by a quarter is seen
    as it prints.
    """
    found = [_on_paper(page, item) for item in _framed(page)]
    if page.upright is not None:
        found += _framed(page.upright)
    return sorted(found, key=lambda item: item.top)


def _on_paper(page: Page, item: _Reaching) -> _Reaching:
    box = box_on_paper(page, Rect(item.left, item.top, item.right, item.foot))
    return item._replace(left=box.left, top=box.top, right=box.right, foot=box.bottom)


def _framed(page: Page) -> list[_Reaching]:
    """Everything among the items of a page, where it stands in their frame."""
    return [
        *map(_of_line, page.lines),
        *(
            _Reaching(
                one.x, one.y, one.x + one.width, one.y + one.height, one.article, one.paragraph
            )
            for one in (*page.pictures, *page.areas, *page.crossed)
        ),
        *(
            _Reaching(one.x, one.y, one.x + one.width, one.y + one.height)
            for one in (*page.boxes, *page.shapes)
        ),
        *(
            _Reaching(
                min(rule.x0, rule.x1),
                min(rule.y0, rule.y1) - rule.width / 2,
                max(rule.x0, rule.x1),
                max(rule.y0, rule.y1) + rule.width / 2,
            )
            for rule in page.rules
        ),
    ]


def _of_line(line: Line) -> _Reaching:
    top = line.y - ASCENT * line.size
    return _Reaching(
        line.x,
        top,
        line.x + line.width,
        top + line.size,
        line.article,
        line.paragraph,
        heads=line.role.startswith(HEADS),
    )


HEADS = ("section", "headline", "subheading")
"""Roles of what stands over something: it is not cut off from that."""


def _across(items: Iterable[_Reaching], edition: Edition) -> tuple[float, float]:
    """Left edge and width of what is seen of every page: the text with some white, or all where
    something reaches the edge of the paper.
    """
    width = max((page.width for page in edition.pages), default=0.0)
    edges = list(items)
    left = min((item.left for item in edges), default=0.0)
    right = max((item.right for item in edges), default=width)
    if left <= 0 or right >= width:
        return 0.0, width
    margin = MARGIN * (right - left)
    return left - margin, right - left + 2 * margin


def _view(
    items: Sequence[_Reaching], across: tuple[float, float], above: float, below: float
) -> View:
    """What is seen of a page, with so much white above and below."""
    left, width = across
    top, foot = items[0].top - above, max(item.foot for item in items) + below
    return View(left, top, width, foot - top)


# -- where it may be cut ---------------------------------------------------------------------------


def _ends_of_pages(items: Sequence[Sequence[_Reaching]]) -> Iterator[End]:
    """What ends between pages, each with the next."""
    firsts = _first_articles(items)
    for number in range(1, len(items)):
        yield _end(items[number - 1], items[number], firsts[number + 1])


def _cuts(parts: Sequence[StripPart]) -> Iterator[Cut]:
    items = [_items(part.page) for part in parts]
    firsts = _first_articles(items)
    ends = _ends_of_pages(items)
    for number, part in enumerate(parts):
        if number:
            yield Cut(part.start, next(ends))
        yield from _cuts_in(part, items[number], firsts[number + 1])


def _first_articles(items: Sequence[Sequence[_Reaching]]) -> list[int | None]:
    """The first article in each part or any after it, None where there is none."""
    found: list[int | None] = [None]
    for part in reversed(items):
        here = [item.article for item in part if item.article is not None]
        found.append(min([*here, *(one for one in found[-1:] if one is not None)], default=None))
    return found[::-1]


def _cuts_in(part: StripPart, items: Sequence[_Reaching], later: int | None) -> Iterator[Cut]:
    """The gaps that nothing on a page crosses."""
    foot, above = -math.inf, list[_Reaching]()
    scale = part.height / part.view.height
    for number, item in enumerate(items):
        if above and item.top > foot:
            row = part.start + round(((foot + item.top) / 2 - part.view.top) * scale)
            yield Cut(row, _end(above, items[number:], later))
        above.append(item)
        foot = max(foot, item.foot)


def _end(above: Sequence[_Reaching], below: Sequence[_Reaching], later: int | None) -> End:
    """What ends between two parts of a page."""
    last = max(above, key=lambda item: item.foot)
    over = max((item.article for item in above if item.article is not None), default=-1)
    under = [item.article for item in below if item.article is not None]
    if later is not None:
        under.append(later)
    ended = not last.heads and (not under or min(under) > over)
    # masthead, contents and colophon are nobody's, and are not taken apart
    if ended and (last.article is not None or below[0].article is not None or below[0].heads):
        return End.ARTICLE
    same = (last.article, last.block) == (below[0].article, below[0].block)
    return End.LINE if last.heads or same else End.PARAGRAPH
