"""How the pages of an issue end, read off the pages: for what shows them as they are edited, where
a trial would be too slow.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from layouts.fitting.aim import Aim, AimKind
from layouts.fitting.fitted import IssueEnd
from layouts.geometry import EPSILON
from layouts.house.layout import Grid, Layout
from layouts.house.text_style import Levelling
from layouts.page.item import Line, Picture
from layouts.page.page import Edition, Page

ASCENT = 0.88
"""The part of a character's em above its baseline."""

COLOPHON, SECTION, BODY = "colophon", "section", "body"
"""Roles of lines: those of the colophon, of headings that are of no article, of running text."""


def ending_of(edition: Edition, layout: Layout) -> IssueEnd:
    """How many pages there are and how much of the last is filled, the colophon with the free row
    above it counted, as `fit` counts them.
    """
    page = edition.pages[-1]
    filled = _used(page, layout) + _tail(page, layout)
    capacity = layout.grid.rows * layout.grid.columns
    return IssueEnd(len(edition.pages), min(1.0, filled / capacity))


def rows_short(aim: Aim, end: IssueEnd, layout: Layout, *, filled: bool = False) -> int:
    """The rows that are missing (+) or over (−) to an aim of pages; 0 where it is reached.

    Where only their number is aimed at, the last page may be as empty as it is, unless it is to be
    `filled` as the layout asks.
    """
    if aim.article:
        return 0
    capacity = layout.grid.rows * layout.grid.columns
    pages = _wanted(aim, end.pages)
    there = (end.pages - 1 + end.fill) * capacity
    least = (pages - 1 + layout.fit.fill) * capacity
    if pages == end.pages and not filled and aim.kind is not AimKind.WHOLE:
        return 0
    missing = math.ceil(least - there - EPSILON)
    over = math.ceil(there - pages * capacity - EPSILON)
    return missing if missing > 0 else -max(0, over)


def _wanted(aim: Aim, pages: int) -> int:
    """The number of pages that answers an aim, the next above those there are."""
    if aim.kind is AimKind.PAGES:
        return aim.number
    return pages + -pages % aim.number if aim.kind is AimKind.MULTIPLE else pages


def _used(page: Page, layout: Layout) -> int:
    """The rows that text takes of a page: of columns that end level those of each, else all of
    those that are full and what stands in the last; under text in fewer columns all are level.
    """
    grid = layout.grid
    feet: dict[int, int] = {}
    is_wide = False
    for item in _body(page):
        columns = _columns(item, grid)
        is_wide = is_wide or len(columns) > 1
        for column in columns:
            feet[column] = max(feet.get(column, 0), _reach(item, grid))
    if layout.balance is not Levelling.NEVER or is_wide:
        return sum(feet.values())
    return max((column * grid.rows + foot for column, foot in feet.items()), default=0)


def _body(page: Page) -> Iterator[Line | Picture]:
    for line in page.lines:
        if line.article is not None or line.role == SECTION:
            yield line
    for picture in page.pictures:
        if picture.article is not None:
            yield picture


def _reach(item: Line | Picture, grid: Grid) -> int:
    """The rows of its column down to the foot of something."""
    bottom = item.y + (1 - ASCENT) * item.size if isinstance(item, Line) else item.y + item.height
    rows = math.ceil((bottom - grid.top) / grid.leading - EPSILON)
    return min(grid.rows, max(0, rows))


def _column(x: float, grid: Grid) -> int:
    """The column that something stands in which begins at `x`."""
    return max(
        (column for column in range(grid.columns) if grid.column_left(column) <= x + grid.size),
        default=0,
    )


def _columns(item: Line | Picture, grid: Grid) -> range:
    """The columns of the layout that something takes: running text of a section in fewer columns
    takes several, all else the one that it begins in.
    """
    first = _column(item.x, grid)
    last = first
    if isinstance(item, Line) and item.role == BODY and item.width > grid.column_width + grid.size:
        last = _column(item.x + item.width - 2 * grid.size, grid)
    return range(first, last + 1)


def _tail(page: Page, layout: Layout) -> int:
    """The rows that the colophon takes of a page, in all columns, with the free one above it."""
    tops = [line.y for line in page.lines if line.role == COLOPHON]
    design, grid = layout.colophon, layout.grid
    if not tops:
        return 0
    first = min((line.baseline for line in design.lines), default=0.0)
    height = grid.top + grid.area_height - (min(tops) - first * design.leading)
    rows = math.ceil((height - (grid.size - grid.ascent)) / grid.leading - EPSILON) + 1
    # what is not levelled fills its first column, which must leave the colophon its room
    others = rows if layout.balance is not Levelling.NEVER else grid.rows
    return rows + (grid.columns - 1) * others
