"""The line that a caret goes to from a point of a page where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from layouts.geometry import Interval
from layouts.page.hit import (
    ASCENT,
    DESCENT,
    REACH,
    UNEDITED_ROLES,
    area_at,
    column_of,
    is_in_area,
)
from layouts.page.page import Page


def nearest_line(
    page: Page,
    x: float,
    y: float,
    columns: Sequence[Interval] = (),
    roles: frozenset[str] | None = None,
) -> int | None:
    """The line of an article that a caret goes to from a point: in the point's column, first by
    height, then by distance along the line.

    `roles` limits the lines asked.
    """
    columns = () if page.turned else columns
    column = column_of(x, columns)
    best: tuple[bool, float, float] | None = None
    found: int | None = None
    within = area_at(page, x, y) if page.areas else None
    for k, line in enumerate(page.lines):
        if within is not None and not is_in_area(line, page.areas[within]):
            continue
        if (
            line.article is None
            or line.role in UNEDITED_ROLES
            or (roles is not None and line.role not in roles)
        ):
            continue
        reach = REACH * line.size
        above = line.y - ASCENT * line.size - reach - y
        below = y - line.y - DESCENT * line.size - reach
        elsewhere = bool(columns) and column_of(line.x + line.width / 2, columns) != column
        # compared in this order: column, height, distance along the line
        cost = (elsewhere, max(0.0, above, below), max(0.0, line.x - x, x - line.x - line.width))
        if best is None or cost < best:
            best, found = cost, k
    return found
