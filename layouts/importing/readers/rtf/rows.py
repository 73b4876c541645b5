"""Rows of an RTF's table, which say where their cells end on the page, made a grid."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from layouts.errors import Source
from layouts.importing.table_grid import PlacedCell, gridded, stacked
from layouts.issue.article import Table
from layouts.issue.tables import AUTO
from layouts.issue.text import Text

_SAME_EDGE = 45
"""Twips (0.8 mm): cells of two rows that end so near to each other end at the same line; Word
rounds widths row by row.
"""

_BEGINS_ACROSS, _GOES_ON_ACROSS = "clmgf", "clmrg"
_BEGINS_DOWN, _GOES_ON_DOWN = "clvmgf", "clvmrg"
MERGES = frozenset({_BEGINS_ACROSS, _GOES_ON_ACROSS, _BEGINS_DOWN, _GOES_ON_DOWN})


class RowShape(Struct):
    r"""What `\trowd` and its kin say of a row: where it begins, where each cell ends (twips), and
    how it is merged; whether it `heads` the rows below, repeated where the table goes on.
    """

    left: int = 0
    edges: list[int] = field(default_factory=list[int])
    merges: list[frozenset[str]] = field(default_factory=list[frozenset[str]])
    pending: set[str] = field(default_factory=set[str])
    heads: bool = False

    def end_cell(self, edge: int) -> None:
        """A cell is said to end at an edge."""
        self.edges.append(edge)
        self.merges.append(frozenset(self.pending))
        self.pending.clear()


class RtfCell(Struct):
    """A cell's text and alignment."""

    text: Text
    alignment: str = AUTO


class _StandingCell(Struct):
    """A cell on the page: from and to which edge."""

    cell: RtfCell
    left: int
    right: int
    merged: frozenset[str]


def table_of(rows: Sequence[tuple[RowShape, Sequence[RtfCell]]], source: Source) -> Table | None:
    """Rows with their cells as a table."""
    standing = [_standing(shape, cells) for shape, cells in rows]
    lines = _lines(standing)
    placed: list[PlacedCell] = []
    above: dict[int, int] = {}
    heads = [shape.heads for shape, _ in rows]
    for number, row in enumerate(standing):
        began: dict[int, int] = {}
        for cell in row:
            column = _line_at(lines, cell.left)
            origin = above.get(column)
            if _GOES_ON_DOWN in cell.merged and origin is not None:
                placed[origin] = _grown(placed[origin], number, cell)
                began[column] = origin
                continue
            columns = max(1, _line_at(lines, cell.right) - column)
            if _BEGINS_DOWN in cell.merged:
                began[column] = len(placed)
            placed.append(
                PlacedCell(
                    number,
                    column,
                    cell.cell.text,
                    1,
                    columns,
                    cell.cell.alignment,
                    is_head=heads[number],
                )
            )
        above = began
    return gridded(placed, source)


def _grown(origin: PlacedCell, row: int, below: _StandingCell) -> PlacedCell:
    """A cell that goes on into a row; what is written there is part of it."""
    text = stacked((origin.text, below.cell.text))
    return origin._replace(rows=row - origin.row + 1, text=text)


def _standing(shape: RowShape, cells: Sequence[RtfCell]) -> list[_StandingCell]:
    """The cells of a row where they stand, those merged across as one."""
    row: list[_StandingCell] = []
    left = shape.left
    for number, cell in enumerate(cells):
        known = number < len(shape.edges)
        right = max(shape.edges[number] if known else left + 10 * _SAME_EDGE, left + 1)
        merged = shape.merges[number] if known else frozenset[str]()
        if _GOES_ON_ACROSS in merged and row:
            before = row[-1]
            before.right = right
            before.cell = replace(before.cell, text=stacked((before.cell.text, cell.text)))
        else:
            row.append(_StandingCell(cell, left, right, merged))
        left = right
    return row


def _lines(rows: Sequence[Sequence[_StandingCell]]) -> list[int]:
    """The upright lines of a table: edges of all rows, those near each other as one."""
    edges = sorted({edge for row in rows for cell in row for edge in (cell.left, cell.right)})
    lines: list[int] = []
    for edge in edges:
        if not lines or edge - lines[-1] > _SAME_EDGE:
            lines.append(edge)
    return lines


def _line_at(lines: list[int], edge: int) -> int:
    """The number of the line that an edge belongs to."""
    return max(0, bisect.bisect_right(lines, edge) - 1)
