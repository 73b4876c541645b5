"""What pieces take of a column, and what must stay with what: headings with text, a paragraph with
its photos.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from layouts.flow.around import ORPHAN, WIDOW
from layouts.flow.floats import FloatBlock
from layouts.flow.pieces import (
    ApartPiece,
    BoxPiece,
    BreakPiece,
    FloatPiece,
    HeadingPiece,
    NotesPiece,
    Piece,
    RulePiece,
    SolidPiece,
    TablePiece,
    TextPiece,
)
from layouts.flow.slots import Cursor, Frames, Slot
from layouts.geometry import EPSILON

MOST_BESIDE = 4
"""Rows of a photo at a paragraph's first line up to which it is that paragraph's beginning: a
heading waits for it. A taller photo moves on by itself, and two lines of its text stand there.
"""

LEAST_FOLLOWING = 2
"""Rows of whatever follows a heading that stand under it in its column."""


def goes_on(pieces: list[Piece], index: int) -> bool:
    """Whether text follows piece `index` that is no heading."""
    follower = pieces[index + 1] if index + 1 < len(pieces) else None
    return isinstance(follower, TextPiece) and not follower.keep_next and bool(follower.lines)


def held_from(piece: Piece, block: FloatBlock) -> int:
    """The line of its paragraph before which a photo begins a new column; 0, before all of it,
    where that would leave one line behind.
    """
    line = min(block.line, max(0, _lines_of(piece) - 1))
    return line if line >= ORPHAN else 0


def chain_start(pieces: list[Piece], index: int) -> int:
    """The first of the headings that must stay with piece `index`."""
    while index and _keeps_next(pieces[index - 1]):
        index -= 1
    return index


def _keeps_next(piece: Piece) -> bool:
    # a photo that stands apart parts nothing: it takes no rows here
    return is_heading(piece) or isinstance(piece, ApartPiece)


def is_heading(piece: Piece) -> bool:
    """Whether it is a heading, which stays with what follows."""
    return isinstance(piece, HeadingPiece) or (isinstance(piece, TextPiece) and piece.keep_next)


def needed_here(pieces: list[Piece], index: int, column: int, *, at_top: bool) -> int:
    """Rows that piece `index` takes of its column at least, a heading with what must follow."""
    piece = pieces[index]
    if not is_heading(piece):
        return first_rows(piece)
    gap = piece.gap_rows if isinstance(piece, HeadingPiece) and not at_top else 0
    rows = gap + rows_taken(piece, at_top) + air_under(pieces, index)
    return rows + needed_after(pieces, index, column)


def floats_of(piece: Piece) -> list[FloatBlock]:
    """The floats that stand beside a piece."""
    return piece.floats if isinstance(piece, TextPiece) else []


def below_photos(piece: TextPiece, cursor: Cursor, frames: Frames, *, aired: bool = False) -> int:
    """The row of a sub-heading or by-line: below photos beside which it would be cut in two; one of
    several lines stands below them all. With the space it asks for, `aired`, it needs more rows.
    """
    if frames.is_clear(cursor):
        return cursor.row
    air = math.ceil(sum(piece.air)) if aired else 0
    if len(piece.lines) != 1:
        return frames.clear_of(cursor, len(piece.lines) + air)
    place = cursor.copy()
    while any(
        exclusion.first <= place.row + air and place.row < exclusion.end
        for exclusion in frames.exclusions.get(place.frame, ())
    ) and not (
        (slot := slot_beside(piece, place, frames, aired=aired))
        and _begins_with_text(piece, slot, place.row + 1 + air, frames)
    ):
        place.row += 1
    return place.row


def _begins_with_text(piece: TextPiece, slot: Slot, row: int, frames: Frames) -> bool:
    """Whether the text under a sub-heading, on that row, begins as far left as it does; where that
    stands below the photo already, the heading belongs there too.
    """
    if not piece.keep_next or row >= frames.last_row((slot.page, slot.column)):
        return True
    below = frames.slots(Cursor(slot.page, slot.column, row))
    return not below or below[0].x > slot.x - EPSILON


def slot_beside(
    piece: TextPiece, cursor: Cursor, frames: Frames, *, aired: bool = False
) -> Slot | None:
    """The first place beside photos that holds a line of its own on the cursor's row, and `aired`
    on the rows that the space around it takes.
    """
    wanted = (piece.lines[0].content + piece.indent) * piece.prepared.style.size
    rows = 1 + (math.ceil(sum(piece.air)) if aired else 0)
    places = frames.slots(cursor)
    for row in range(cursor.row + 1, cursor.row + rows):
        below = frames.slots(Cursor(cursor.page, cursor.column, row))
        places = [shared for one in places for other in below if (shared := _shared(one, other))]
    return next((slot for slot in places if slot.width >= wanted - EPSILON), None)


def _shared(one: Slot, other: Slot) -> Slot | None:
    """What two places on neighbouring rows have in common, on the upper one's row."""
    left, right = max(one.x, other.x), min(one.x + one.width, other.x + other.width)
    return replace(one, x=left, width=right - left) if right > left else None


def _first_of_table(piece: TablePiece) -> int:
    return piece.block.least_rows + (0 if piece.block.parted else piece.tail)


def _lines_of(piece: Piece) -> int:
    return len(piece.lines) if isinstance(piece, TextPiece) else 0


def _rows_of_text(piece: TextPiece) -> int:
    return piece.gap_rows + len(piece.lines) + math.ceil(sum(piece.air))


def rows_taken(piece: Piece, at_top: bool = False) -> int:
    """The rows of a piece that takes so many wherever it stands, 0 for one that does not."""
    if isinstance(piece, HeadingPiece) and at_top:
        return piece.rows_at_top
    return _ROWS[type(piece)](piece)


def air_under(pieces: list[Piece], index: int) -> int:
    """Rows free under a heading that text follows without a headline between."""
    piece = pieces[index]
    follower = pieces[index + 1] if index + 1 < len(pieces) else None
    return (
        piece.air_rows
        if isinstance(piece, HeadingPiece) and not isinstance(follower, HeadingPiece)
        else 0
    )


def needed_after(pieces: list[Piece], index: int, column: int) -> int:
    """Rows that must follow a heading in its column: further headings, then two lines of text, or
    all of a short paragraph.

    Once it is more than a `column` has rows nobody asks how much more: thousands of headings in a
    row are counted once, not once each.
    """
    need = 0
    for follower in range(index + 1, len(pieces)):
        piece = pieces[follower]
        if need > column:
            return need
        if not _keeps_next(piece):
            return need + _rows_begun(pieces, follower)
        need += rows_taken(piece)
    return need


def _rows_begun(pieces: list[Piece], index: int) -> int:
    """The rows that text under a heading takes there at least: a paragraph of one line alone with
    those of the next.
    """
    rows = first_rows(pieces[index])
    if rows < LEAST_FOLLOWING and goes_on(pieces, index):
        rows += first_rows(pieces[index + 1])
    return rows


def first_rows(piece: Piece) -> int:
    """The rows of a piece that follow a heading in its column."""
    return _FIRST_ROWS[type(piece)](piece)


def _first_of_text(piece: TextPiece) -> int:
    beside = max(
        (block.rows for block in piece.floats if block.line == 0 and block.rows <= MOST_BESIDE),
        default=0,
    )
    count = len(piece.lines)
    # up to three lines no column's end may part (孤行), so that all of them and the by-line count
    least = count + piece.tail if count <= WIDOW + ORPHAN - 1 else max(ORPHAN, piece.together)
    return max(least + math.ceil(piece.air[0]), beside)


_ROWS: dict[type[Piece], Callable[[Any], int]] = {
    TextPiece: _rows_of_text,
    HeadingPiece: lambda piece: piece.rows,
    TablePiece: lambda _: 0,
    NotesPiece: lambda _: 0,
    SolidPiece: lambda piece: piece.block.rows,
    BoxPiece: lambda _: 0,
    FloatPiece: lambda _: 0,
    ApartPiece: lambda _: 0,
    BreakPiece: lambda _: 0,
    RulePiece: lambda _: 0,
}
_FIRST_ROWS: dict[type[Piece], Callable[[Any], int]] = {
    TextPiece: _first_of_text,
    HeadingPiece: lambda piece: piece.rows,
    TablePiece: _first_of_table,
    NotesPiece: lambda _: LEAST_FOLLOWING,
    SolidPiece: lambda piece: piece.block.rows + piece.tail,
    BoxPiece: lambda _: MOST_BESIDE,
    FloatPiece: lambda piece: piece.block.rows,
    ApartPiece: lambda piece: piece.tail,
    BreakPiece: lambda _: LEAST_FOLLOWING,
    RulePiece: lambda _: LEAST_FOLLOWING,
}
"""How many rows each kind takes, and how many of them at least stand under a heading."""
