"""Where the notes of an article stand: below its text, over columns where they must be."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.flow.around import ORPHAN, WIDOW
from layouts.flow.notes import lines_in, rows_of
from layouts.flow.pieces import NotesPiece
from layouts.flow.placed import PlacedNotes
from layouts.flow.slots import Cursor, Frames


def place_notes(piece: NotesPiece, frames: Frames, cursor: Cursor) -> Iterator[PlacedNotes]:
    """Place the notes of an article; two lines stay at either side of a column's end, `tail`
    rows of what follows with the last two.
    """
    grid = frames.grid
    style, lines = piece.block.style, list(piece.block.lines)
    cursor.row = frames.under_all(cursor)
    while lines:
        left = frames.rows_left(cursor)
        take, count = min(len(lines), lines_in(left, style, grid)), len(lines)
        # all would fit, but not what must stand under them: two lines go on with it
        if take == count and rows_of(count, style, grid) + piece.tail > left:
            take = min(count - WIDOW, lines_in(left, style, grid))
        elif 0 < count - take < WIDOW:
            take = count - WIDOW
        at_top = cursor.row == frames.first_row(cursor.frame)
        if take < min(ORPHAN, count):
            if not at_top:
                frames.advance_under(cursor)
                continue
            # no column begins better: as many as it holds, and one in any case
            take = max(1, min(count, lines_in(left, style, grid)))
        rows = rows_of(take, style, grid)
        yield PlacedNotes(piece, cursor.page, cursor.column, cursor.row, rows, lines[:take])
        cursor.row += rows
        del lines[:take]
        if lines:
            frames.advance_under(cursor)
