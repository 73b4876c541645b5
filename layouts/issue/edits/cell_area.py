"""The cells of a table between two of them: what is marked where a caret is in one and what is
marked began in another, as spreadsheets and word processors have it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from layouts.issue.article import CellSpan, Table
from layouts.issue.edits.tree import block_of, with_block
from layouts.issue.issue import Issue
from layouts.issue.parts import cells
from layouts.issue.places import Place
from layouts.issue.splice import NO_TEXT
from layouts.issue.tables import rows_of


class CellPlace(NamedTuple):
    """A cell of a table: its row, 0 the header, and its column."""

    row: int
    column: int


class CellArea(NamedTuple):
    """Some cells of the table at a place: all that two have between them, and merged cells that
    these touch whole.
    """

    place: Place
    table: Table
    span: CellSpan

    @property
    def first(self) -> Place:
        """The place of its first cell."""
        part = self.span.row * len(self.table.header) + self.span.column
        return self.place._replace(part=part)

    def places(self) -> Iterator[Place]:
        """The places of its cells, row by row."""
        columns = len(self.table.header)
        for row in rows_in(self.span):
            for column in columns_in(self.span):
                yield self.place._replace(part=row * columns + column)


def area_between(issue: Issue, start: Place, end: Place) -> CellArea | None:
    """The cells between two; None for one cell, and for what are no cells of one table."""
    if start == end or start._replace(part=0) != end._replace(part=0):
        return None
    if start.article is None or start.block is None or start.block < 0:
        return None
    table = block_of(issue, start)
    if not isinstance(table, Table):
        return None
    columns, count = len(table.header), len(cells(table))
    if not (0 <= start.part < count and 0 <= end.part < count):
        return None
    first, last = (CellPlace(*divmod(place.part, columns)) for place in (start, end))
    return CellArea(start._replace(part=0), table, area_around(table, first, last))


def emptied(issue: Issue, area: CellArea) -> Issue:
    """The issue without the words of some cells, which stay."""
    inside = {(row, column) for row in rows_in(area.span) for column in columns_in(area.span)}
    header, *rows = (
        tuple(NO_TEXT if (row, k) in inside else text for k, text in enumerate(texts))
        for row, texts in enumerate(rows_of(area.table))
    )
    return with_block(issue, area.place, replace(area.table, header=header, rows=tuple(rows)))


def area_of(table: Table, parts: list[int]) -> CellSpan:
    """The rows that hold some cells, by the numbers of their texts in order: those columns alone
    that they fill, all where they fill none.
    """
    columns = len(table.header)
    top, bottom = parts[0] // columns, parts[-1] // columns
    lefts = [part % columns for part in parts]
    left, right = min(lefts), max(lefts)
    height, width = bottom - top + 1, right - left + 1
    if len(parts) != height * width:
        left, width = 0, columns
    return CellSpan(top, left, height, width)


def spans_inside(table: Table, area: CellSpan) -> tuple[CellSpan, ...]:
    """The merged cells that lie in some cells of a table, counted from the first of these."""
    return tuple(
        span._replace(row=span.row - area.row, column=span.column - area.column)
        for span in table.spans
        if rows_in(span).start >= rows_in(area).start
        and rows_in(span).stop <= rows_in(area).stop
        and columns_in(span).start >= columns_in(area).start
        and columns_in(span).stop <= columns_in(area).stop
    )


def area_around(table: Table, first: CellPlace, last: CellPlace) -> CellSpan:
    """The cells from one to another with all merged cells that these touch."""
    rows, columns = sorted((first.row, last.row)), sorted((first.column, last.column))
    area = CellSpan(rows[0], columns[0], rows[1] - rows[0] + 1, columns[1] - columns[0] + 1)
    for _ in table.spans:  # each takes in one more at least, or nothing changes any more
        for span in table.spans:
            if meet(area, span):
                area = _both(area, span)
    return area


def rows_in(span: CellSpan) -> range:
    """The rows that an area of a table covers."""
    return range(span.row, span.row + span.rows)


def columns_in(span: CellSpan) -> range:
    """The columns that an area of a table covers."""
    return range(span.column, span.column + span.columns)


def meet(one: CellSpan, other: CellSpan) -> bool:
    """Whether two areas of a table have a cell in common."""
    return all(
        max(a.start, b.start) < min(a.stop, b.stop)
        for a, b in ((rows_in(one), rows_in(other)), (columns_in(one), columns_in(other)))
    )


def _both(one: CellSpan, other: CellSpan) -> CellSpan:
    top, left = min(one.row, other.row), min(one.column, other.column)
    bottom = max(rows_in(one).stop, rows_in(other).stop)
    right = max(columns_in(one).stop, columns_in(other).stop)
    return CellSpan(top, left, bottom - top, right - left)
