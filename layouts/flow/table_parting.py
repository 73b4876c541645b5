"""Where a table is parted between columns: how many of its rows stand together on either side, as
lines of a paragraph do (孤行), and what is never parted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from layouts.flow.table_rows import TableRow, kept_together

BESIDE = 2
"""Rows of a table on either side of where it is parted, where that can be helped: a row alone at
the foot or head of a column reads as one that strayed, as a line alone does (孤行).
"""


def fitting_rows(rows: Sequence[TableRow], room: float) -> int:
    """How many of the rows fit into so many points."""
    heights = accumulate(row.height for row in rows)
    return sum(1 for _ in takewhile(lambda height: height <= room, heights))


def parted_at(rows: Sequence[TableRow], count: int) -> int:
    """How many of the first `count` rows stand here where `BESIDE` rows at least stand on either
    side, those under one cell together and the notes with the rows above them; 0 where none do.
    """
    return max((end for end in _ends(rows, count) if end <= count), default=0)


def parted_anyhow(rows: Sequence[TableRow], count: int) -> int:
    """`parted_at` where that is 0: a row alone, those under one cell together all the same."""
    return _before_notes(whole_groups(rows, count), rows)


def whole_groups(rows: Sequence[TableRow], count: int) -> int:
    """How many of the first `count` rows stand here where those under one cell stay together."""
    return max((end for _, end in kept_together(rows[: count + 1]) if end <= count), default=0)


def rows_that_fit(rows: Sequence[TableRow], room: float) -> int:
    """How many of a table's rows so many points hold, none of them alone, its notes with the row
    above them and those under one cell together, where that leaves any.
    """
    fitting = fitting_rows(rows, room)
    return (
        parted_at(rows, fitting)
        or parted_anyhow(rows, fitting)
        or whole_groups(rows, fitting)
        or fitting
    )


def never_parted(rows: Sequence[TableRow], room: float) -> int:
    """How many of the first rows stand in one column of so many points: those that may stand alone
    on a side, all of a table that is not parted, its notes among them.

    Where no column holds those: the first, and those under a cell that begins in it.
    """
    begin = next(_ends(rows, len(rows)), 0)
    if sum(row.height for row in rows[:begin]) <= room:
        return begin
    first = next((end for _, end in kept_together(rows)), 0)
    return len(rows) if all(row.whole for row in rows[first:]) else first


def _ends(rows: Sequence[TableRow], most: int) -> Iterator[int]:
    """The rows after which a table may be parted, or end, from the first up, a few beyond `most`
    at most.
    """
    told = _told_rows(rows)
    for _, end in kept_together(rows[: most + 1]):
        if BESIDE <= end <= told - BESIDE:
            yield end
    yield len(rows)


def _told_rows(rows: Sequence[TableRow]) -> int:
    """How many rows are no notes: those are the last."""
    return next((index for index, row in enumerate(rows) if row.whole), len(rows))


def _before_notes(count: int, rows: Sequence[TableRow]) -> int:
    """How many of the first `count` rows stand here: the notes of a table never stand in another
    column than the row above them.
    """
    notes = _told_rows(rows)
    # some of the notes would be parted: the last row goes on with all of them
    return max(0, notes - 1) if notes <= count < len(rows) else count
