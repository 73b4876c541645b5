"""Other columns than the layout's: the grid of a section in so many of them (分栏), and what stands
on a page seen from it.
"""

from __future__ import annotations

import math

from msgspec.structs import replace

from layouts.flow.flowed_article import FlowState
from layouts.flow.slots import Exclusion
from layouts.geometry import EPSILON
from layouts.house.layout import Grid

NARROWEST = 10
"""Characters that a line of a column has at least: in narrower ones there are fewer columns."""

Rows = tuple[tuple[tuple[int, int], int], ...]


def in_columns(grid: Grid, columns: int, inset: float = 0.0) -> Grid:
    """A grid in so many columns on the same area: whole characters a line, what is left of an em a
    column between them, so that both edges stay where they are, or
    `inset` points inside.
    """
    gutter, width = grid.gutter or 2 * grid.size, grid.area_width - 2 * inset
    while columns > 1 and _measure(width, columns, gutter, grid.size) < NARROWEST:
        columns -= 1
    measure = _measure(width, columns, gutter, grid.size)
    rest = width - columns * measure * grid.size
    if columns == 1:
        return replace(grid, columns=1, measure=measure, left=grid.left + inset + rest / 2)
    left = grid.left + inset
    return replace(grid, columns=columns, measure=measure, gutter=rest / (columns - 1), left=left)


def _measure(width: float, columns: int, gutter: float, size: float) -> int:
    return math.floor((width - (columns - 1) * gutter) / columns / size + EPSILON)


def seen_in(state: FlowState, columns: int) -> FlowState:
    """A state seen from so many columns: photos that stand at the head or foot of some columns, and
    whatever text keeps clear of, are in the way of all that they may reach.
    """
    every = range(columns)
    shapes: dict[int, tuple[Exclusion, ...]] = {}
    for (page, _), taken in state.exclusions:
        known = shapes.get(page, ())
        shapes[page] = (*known, *(one for one in taken if one not in known))
    return state._replace(
        column=min(state.column, columns - 1),
        exclusions=tuple(((page, k), taken) for page, taken in shapes.items() for k in every),
        heads=_for_all(state.heads, every, highest=False),
        feet=_for_all(state.feet, every, highest=True),
    )


def _for_all(rows: Rows, every: range, *, highest: bool) -> Rows:
    """The rows of single columns as those of all: the highest or lowest of a page."""
    found: dict[int, int] = {}
    for (page, _), row in rows:
        known = found.setdefault(page, row)
        found[page] = min(known, row) if highest else max(known, row)
    return tuple(((page, k), row) for page, row in sorted(found.items()) for k in every)
