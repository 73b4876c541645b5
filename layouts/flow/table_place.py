"""Where a table stands: its rows over columns, the header above them in each."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from layouts.flow.pieces import TablePiece
from layouts.flow.placed import PlacedTable, table_room, table_rows
from layouts.flow.slots import Cursor, Frames
from layouts.flow.table_parting import fitting_rows, parted_anyhow, parted_at, whole_groups
from layouts.flow.table_rows import TableRow, split_row
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
    above = (block.header_height if part.header else 0.0) + (
        part.caption.height if part.caption else 0.0
    )
    room = table_room(frames.rows_left(cursor), frames.grid, part.at_top) - above
    fitting = fitting_rows(rows, room)
    if noted is not None:
        fitting = _over_its_notes(part, rows, fitting, frames.rows_left(cursor), frames.grid, noted)
    count = parted_at(rows, fitting)
    if part.piece.tail and rows and count == len(rows) and _leaves_tail(part, rows, frames, cursor):
        # rows go with what follows
        fitting = len(rows) - 1
        count = parted_at(rows, fitting)
    if not count and rows:
        if _is_short(part, frames, cursor):
            whole = table_room(frames.grid.rows, frames.grid, at_top=True) - above
            if parted_at(rows, fitting_rows(rows, whole)):
                return None
        alone = _standing_alone(part, rows, fitting, frames, cursor)
        if alone is None:
            return None
        count = alone
    if count or not rows:
        taken = rows[:count]
        del rows[:count]
        return taken
    row = rows.pop(0)
    # where not a line fits the row stands whole and runs over: `table_block` reported it
    upper, *rest = split_row(row, room, block.padding) or (row,)
    rows[:0] = rest
    return [upper]


def _standing_alone(
    part: PlacedTable, rows: list[TableRow], fitting: int, frames: Frames, cursor: Cursor
) -> int | None:
    """How many rows stand here where one of them must stand alone; None where rather none does."""
    together = whole_groups(rows, fitting)
    if fitting and not together and _is_short(part, frames, cursor):
        return None
    count = parted_anyhow(rows, fitting)
    if not count and (not part.at_top or frames.is_cut(cursor.frame)):
        return None
    # at the head of a column: rather notes parted from their row than nothing placed
    return count or together or fitting


def _leaves_tail(part: PlacedTable, rows: list[TableRow], frames: Frames, cursor: Cursor) -> bool:
    """Whether all of a table here leaves no room for what must follow it."""
    whole = replace(part, rows=rows)
    taken = table_rows(whole, frames.grid) + part.piece.tail
    return taken > frames.rows_left(cursor)


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
