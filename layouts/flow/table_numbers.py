"""Columns of numbers in tables: found by what their cells hold, aligned at the decimal point
(CY/T 170-2019: figures of one quantity stand under each other by their places).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from layouts.issue.figures import point_of, says_none
from layouts.text.line_room import content_width
from layouts.text.prepare import Prepared


class NumberColumn(NamedTuple):
    """How wide the numbers of a column are before the point and from it on, points."""

    before: float
    after: float

    @property
    def width(self) -> float:
        """All of it, points."""
        return self.before + self.after


def number_column(cells: Sequence[Prepared]) -> NumberColumn | None:
    """The room of a column's numbers; None where a cell is neither a number nor a sign that there
    is none (—, …), or all are such signs.
    """
    before = after = 0.0
    found = False
    for cell in cells:
        parts = _parts(cell)
        if parts is not None:
            found = True
            before, after = max(before, parts[0]), max(after, parts[1])
        elif not says_none(cell.string):
            return None
    return NumberColumn(before, after) if found else None


def number_shift(cell: Prepared, column: NumberColumn) -> float:
    """How far from where a column's numbers begin a cell does, points: its point where those of the
    others are; a sign for no number in their middle.
    """
    parts = _parts(cell)
    if parts is None:
        return max(0.0, (column.width - _width(cell, 0, len(cell.string))) / 2)
    return column.before - parts[0]


def _parts(cell: Prepared) -> tuple[float, float] | None:
    """What stands before the point of a number and what from it on, points."""
    point = point_of(cell.string)
    if point is None:
        return None
    whole = _width(cell, 0, len(cell.string))
    before = _width(cell, 0, point)
    return before, whole - before


def _width(cell: Prepared, start: int, end: int) -> float:
    return content_width(cell, start, end) * cell.style.size
