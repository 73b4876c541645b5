"""What the grid of a layout becomes when one of its numbers is asked for.

Characters a line move the side margins, lines a page the leading, the size of type the characters,
and the leading the lines.
"""

from __future__ import annotations

import math

from desktop.panels.design.design import Design
from layouts.house.grid import LEAST_MEASURE, LEAST_SIDE
from layouts.units import POINTS_PER_MM

Values = dict[str, object]


def for_measure(design: Design, measure: int) -> Values:
    """So many characters a line: the margins follow, where there is room."""
    layout = design.layout
    if layout is None:
        return {}
    grid = layout.grid
    width = grid.columns * measure * grid.size + (grid.columns - 1) * grid.gutter
    margin = (grid.width - width) / 2
    has_measure = design.own("grid.measure") is not None
    if margin < LEAST_SIDE or measure < LEAST_MEASURE:
        return {"grid.measure": measure}  # refused, with its sentence
    values: Values = {"grid.measure": measure} if has_measure else {}
    if not has_measure or margin < design.length("page.side"):
        values["page.side"] = millimetres(margin)
    return values


def for_rows(design: Design, rows: int) -> Values:
    """So many lines a page: the leading that fills the height between the margins."""
    layout = design.layout
    if layout is None or rows < 2:
        return {}
    grid = layout.grid
    room = grid.height - grid.top - design.length("page.foot") - grid.size
    return {"grid.leading": math.floor(room / (rows - 1) / grid.size * 10_000) / 10_000}


def for_leading(design: Design, points: float) -> Values:
    """A leading in points: as many lines as it has room for."""
    layout = design.layout
    return {} if layout is None else {"grid.leading": round(points / layout.grid.size, 4)}


def for_size(design: Design, raw: object) -> Values:
    """A size of type: where the layout says how many characters a line has, as many as fill the
    width there is; the leading stays so many times the size.
    """
    layout, values = design.layout, Values({"grid.size": raw})
    size = design.points(design.kind("grid.size"), raw)
    if layout is None or not isinstance(size, float) or design.own("grid.measure") is None:
        return values
    grid = layout.grid
    fits = math.floor((grid.column_width + 0.5 * size) / size)
    room = grid.width - 2 * LEAST_SIDE - (grid.columns - 1) * grid.gutter
    most = math.floor(room / (grid.columns * size))
    return values | {"grid.measure": max(LEAST_MEASURE, min(fits, most))}


def millimetres(points: float) -> str:
    """A margin as it is written; rounded down, so that what should fit fits."""
    return f"{math.floor(points / POINTS_PER_MM * 100 + 1e-6) / 100:g}mm"
