"""Where a table stands: its rows over columns, the header above them in each."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, takewhile

from msgspec.structs import replace

from layouts.flow.pieces import TablePiece
from layouts.flow.placed import PlacedTable, table_room, table_rows
from layouts.flow.slots import Cursor, Frames
from layouts.flow.table_rows import TableRow, kept_together, split_row
from layouts.flow.tables import MOST_HEADER
from layouts.house.layout import Grid


def place_table(
    piece: TablePiece,
    frames: Frames,
    cursor: Cursor,
    stand: Callable[[PlacedTable, int], None],
    noted: Callable[[PlacedTable], int] | None = None,
) -> None:
    """Place a table, over several columns where it must be; a row breaks only where no column
    holds it whole. `noted` are the rows that notes on words of it ask for under it.

    Each round places a row or a part of one, or goes to the head of a column, where the next
    round does.
    """
    block = piece.block
    cursor.row = frames.under_all(cursor)
    most = MOST_HEADER * table_room(frames.grid.rows, frames.grid, at_top=True)
    header = block.header_height <= most
    rows = list(block.rows) if header else [*block.header, *block.rows]
    part = PlacedTable(piece, 0, 0, 0, [], header, caption=block.caption)
    while True:
        part = replace(
            part,
            page=cursor.page,
            column=cursor.column,
            row=cursor.row,
            at_top=cursor.row == frames.first_row(cursor.frame),
        )
        taken = _rows_taken(part, rows, frames, cursor, noted)
        if taken is not None:
            part = replace(part, rows=taken)
            stand(part, table_rows(part, frames.grid))
            part = replace(part, caption=block.continued)
            if not rows:
                return
        frames.advance_under(cursor)


def _rows_taken(
    part: PlacedTable,
    rows: list[TableRow],
    frames: Frames,
    cursor: Cursor,
    noted: Callable[[PlacedTable], int] | None,
) -> list[TableRow] | None:
    """Take off `rows` those that stand where `part` begins; None where its table goes to the
    head of the next column.
    """
    block = part.piece.block
    room = table_room(frames.rows_left(cursor), frames.grid, part.at_top)
    room -= block.header_height if part.header else 0.0
    room -= part.caption.height if part.caption else 0.0
    fitting = _fitting(rows, room)
    if noted is not None:
        fitting = _over_its_notes(part, rows, fitting, frames.rows_left(cursor), frames.grid, noted)
    together = _whole_groups(fitting, rows)
    if fitting and not together and _is_short(part, frames, cursor):
        return None
    count = _before_notes(together, rows)
    if part.piece.tail and rows and count == len(rows) and _leaves_tail(part, rows, frames, cursor):
        # a row goes with what follows
        count = _before_notes(_whole_groups(len(rows) - 1, rows), rows)
    if not count and rows and (not part.at_top or frames.is_cut(cursor.frame)):
        return None
    # at the head of a column: rather notes parted from their row than nothing placed
    count = count or together or fitting
    if count or not rows:
        taken = rows[:count]
        del rows[:count]
        return taken
    row = rows.pop(0)
    # where not a line fits the row stands whole and runs over: `table_block` reported it
    upper, *rest = split_row(row, room, block.padding) or (row,)
    rows[:0] = rest
    return [upper]


def _leaves_tail(part: PlacedTable, rows: list[TableRow], frames: Frames, cursor: Cursor) -> bool:
    """Whether all of a table here leaves no room for what must follow it."""
    whole = replace(part, rows=rows)
    taken = table_rows(whole, frames.grid) + part.piece.tail
    return taken > frames.rows_left(cursor)


def _fitting(rows: list[TableRow], room: float) -> int:
    """How many of the rows fit into so many points."""
    heights = accumulate(row.height for row in rows)
    return sum(1 for _ in takewhile(lambda height: height <= room, heights))


def _whole_groups(count: int, rows: list[TableRow]) -> int:
    """How many of the first `count` rows stand here where those under one cell stay together."""
    return max((end for _, end in kept_together(rows[: count + 1]) if end <= count), default=0)


def _is_short(part: PlacedTable, frames: Frames, cursor: Cursor) -> bool:
    """Whether a column that offers more room comes after what is left of this one."""
    return not part.at_top or frames.rows_left(cursor) < frames.grid.rows


def _over_its_notes(
    part: PlacedTable,
    rows: list[TableRow],
    fitting: int,
    left: int,
    grid: Grid,
    noted: Callable[[PlacedTable], int],
) -> int:
    """How many of the `fitting` rows stand over the notes on their words in `left` rows of the
    grid; one in any case where nothing stands above it.
    """
    for count in range(fitting, part.at_top, -1):
        some = replace(part, rows=rows[:count])
        if table_rows(some, grid) + noted(some) <= left:
            return count
    return min(fitting, part.at_top)


def _before_notes(count: int, rows: list[TableRow]) -> int:
    """How many of the first `count` rows stand here: the notes of a table never stand in another
    column than the row above them.
    """
    notes = next((index for index, row in enumerate(rows) if row.whole), len(rows))
    # some of the notes would be parted: the last row goes on with all of them
    return max(0, notes - 1) if notes <= count < len(rows) else count
