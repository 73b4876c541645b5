"""Texts to places: lines over the full column, with widows and orphans, or round the photos that
stand in it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from layouts.flow.around import ORPHAN, WIDOW, Lane, beside_floats, flow_round
from layouts.flow.floats import FloatBlock, fills_rows
from layouts.flow.keeping import (
    below_photos,
    chain_start,
    first_rows,
    goes_on,
    is_heading,
    needed_after,
    rows_taken,
    slot_beside,
)
from layouts.flow.pieces import Piece, TextPiece
from layouts.flow.placed import Placed, PlacedHeading, PlacedLine, frame_of, leads
from layouts.flow.slots import Cursor, Frames, Slot
from layouts.flow.walk import Due, Walk
from layouts.text.line_room import Broken

if TYPE_CHECKING:
    from layouts.flow.note_feet import NoteFeet


class Filling(Protocol):
    """An article whose pieces are being placed: where it has come to, what waits, and which pieces
    have lines `above` their photos.
    """

    frames: Frames
    cursor: Cursor
    placed: list[Placed]
    pending: list[FloatBlock]
    left: int | None
    feet: NoteFeet | None
    above: set[int]

    def notes_after(self, pieces: list[Piece], index: int) -> int:
        """The rows of notes that a heading asks for with all that must follow it."""
        ...

    def stand_notes(self, item: Placed, need: int = 0) -> None:
        """Stand the notes of something placed, `need` rows under it free for what must follow."""
        ...


def place_text(
    filling: Filling, pieces: list[Piece], index: int, piece: TextPiece, held: int | None
) -> None:
    """Place a text: over the full column, or round the photos that stand in it."""
    frames, cursor = filling.frames, filling.cursor
    if piece.gap_rows and cursor.row > frames.first_row(cursor.frame):
        cursor.row = min(cursor.row + piece.gap_rows, frames.last_row(cursor.frame))
    if piece.origin.role == "note":
        _note(filling, piece)
        return
    aired = piece.keep_next and _wants_air(filling, pieces, index, piece)
    if piece.keep_next or piece.origin.role == "byline":
        cursor.row = below_photos(piece, cursor, frames, aired=aired)
    # a heading set as text (小标题)
    if piece.keep_next:
        need = rows_taken(piece) + needed_after(pieces, index, frames.grid.rows)
        need += filling.notes_after(pieces, index)
        if frames.rows_left(cursor) < need and cursor.row > frames.first_row(cursor.frame):
            frames.advance(cursor)
    # lines broken to the full column hold only where nothing stands or comes to stand beside
    # them
    if piece.whole:
        cursor.row = frames.under_all(cursor)
        _plain_text(filling, piece)
        return
    round_photos = piece.floats or filling.pending or not _has_clear_rows(filling, piece)
    if (
        not round_photos
        and len(piece.lines) == 1
        and goes_on(pieces, index)
        and _parts(filling, pieces[index + 1])
    ):
        frames.advance(cursor)
        round_photos = not frames.is_clear(cursor)
    # the column that it came into may begin with it
    if aired and _wants_air(filling, pieces, index, piece):
        _aired(filling, piece)
    elif round_photos:
        _text_round_photos(filling, pieces, index, piece, held)
    else:
        _plain_text(filling, piece)


def _wants_air(filling: Filling, pieces: list[Piece], index: int, piece: TextPiece) -> bool:
    """Whether a sub-heading gets the space that its style wants above and below it: not at the
    head of a column, nor right under another heading.
    """
    follows_heading = index > 0 and is_heading(pieces[index - 1])
    at_top = filling.cursor.row == filling.frames.first_row(filling.cursor.frame)
    return bool(sum(piece.air)) and not at_top and not follows_heading


def _aired(filling: Filling, piece: TextPiece) -> None:
    """Place a sub-heading with the space that its style wants, beside what stands there."""
    slot = None
    if len(piece.lines) == 1 and not _has_clear_rows(filling, piece):
        slot = slot_beside(piece, filling.cursor, filling.frames, aired=True)
    if slot is None:
        _plain_text(filling, piece, piece.air[0])
    else:
        width = slot.width / piece.prepared.style.size - 2 * piece.inset - piece.indent
        line = replace(piece.lines[0], width=width)
        filling.placed.append(PlacedLine(piece, line, slot, 0, piece.air[0]))
        filling.cursor.row += 1
        filling.stand_notes(filling.placed[-1])
    filling.cursor.row += round(sum(piece.air))


def _has_clear_rows(filling: Filling, piece: TextPiece) -> bool:
    """Whether nothing stands in the columns that a text comes into: in the next one may be what
    stands between both.
    """
    frames, here = filling.frames, filling.cursor.copy()
    left = len(piece.lines) + piece.tail
    while frames.is_clear(here):
        left -= frames.rows_left(here)
        if left <= 0 or not frames.exclusions:
            return True
        frames.advance(here)
    return False


def _parts(filling: Filling, follower: Piece) -> bool:
    """Whether a line would stand alone under a photo or table here, as what follows begins in
    the next column.
    """
    frames, cursor = filling.frames, filling.cursor
    has_room = frames.rows_left(cursor) >= 1 + first_rows(follower)
    return not has_room and cursor.row > frames.first_row(cursor.frame) and frames.opens(cursor)


def _note(filling: Filling, piece: TextPiece) -> None:
    """Place a paragraph of an editor's note below the photos of its column. Between texts its
    lines stand half a row below the grid; a column's head and foot need no air.
    """
    frames, cursor = filling.frames, filling.cursor
    cursor.row = frames.under_all(cursor)
    above, below = piece.air
    drop = above
    if not above and filling.placed:
        last = filling.placed[-1]
        together = isinstance(last, PlacedLine) and frame_of(last) == cursor.frame
        drop = last.drop if isinstance(last, PlacedLine) and together else 0.0
    _plain_text(filling, piece, drop)
    if below:
        cursor.row = min(cursor.row + 1, frames.last_row(cursor.frame))


def _plain_text(filling: Filling, piece: TextPiece, drop: float = 0.0) -> None:
    """Place lines broken to the full column, keeping two lines together at either side of a
    column's end; they stand `drop` rows below the grid, at a column's head on it.
    """
    frames, cursor, lines = filling.frames, filling.cursor, piece.lines
    done, count = 0, len(lines)
    while done < count:
        left = count - done
        if cursor.row == frames.first_row(cursor.frame):
            drop = 0.0
        kept = math.ceil(max(drop, piece.air[1] if piece.tail else 0.0))
        least = 0 if done else max(ORPHAN, piece.together)
        take = _lines_here(filling, left, piece.tail, least, kept)
        if filling.feet:
            take = filling.feet.lines_here(piece, done, take, kept, cursor)
        column = frames.column(cursor.column)
        for k in range(done, done + take):
            slot = Slot(
                cursor.page, cursor.column, cursor.row, column.left, column.right - column.left
            )
            filling.placed.append(PlacedLine(piece, lines[k], slot, k, drop))
            cursor.row += 1
        if filling.feet:
            for line in lines[done : done + take]:
                numbers = filling.feet.of_line(piece.prepared, line)
                filling.feet.stand(numbers, cursor.frame, cursor.row, cursor)
        done += take
        if done < count:
            frames.advance_under(cursor)


def _lines_here(filling: Filling, left: int, tail: int, least: int, kept: int) -> int:
    """How many of the lines left go into this column, `kept` of whose rows stay free; none
    where they are fewer than `least`.
    """
    room = filling.frames.rows_left(filling.cursor) - kept
    if left + tail <= room:
        return left
    take = min(left, room)
    # what goes on in the next column are two lines at least
    if left - take < WIDOW:
        take = min(take, left - WIDOW)
    if take < least:
        take = 0
    # at the head of a column waiting brings nothing: better one line alone than none ever
    if take <= 0 and filling.cursor.row == filling.frames.first_row(filling.cursor.frame):
        take = min(left, room)
    return max(0, take)


# Text round photos


def _text_round_photos(
    filling: Filling, pieces: list[Piece], index: int, piece: TextPiece, held: int | None
) -> None:
    """Flow a paragraph through the slots that photos leave."""
    last = max(0, len(piece.lines) - 1)
    piece = beside_floats(piece)
    hold = None if held is None else min(held, last)
    lane = Lane(
        filling.frames, filling.cursor, filling.pending, hold, goes_on(pieces, index), filling.feet
    )
    flowed = flow_round(piece, _due(filling, pieces, index, piece), lane)
    frame, used = filling.cursor.frame, flowed.walk.used
    last_placed = filling.placed[-1] if filling.placed else None
    if (
        filling.left is None
        and used
        and (used[0].page, used[0].column) != frame
        and last_placed is not None
        and leads(last_placed)
        and frame_of(last_placed) == frame
    ):
        filling.left = index
    _commit(filling, piece, flowed.lines, flowed.walk)


def _due(filling: Filling, pieces: list[Piece], index: int, piece: TextPiece) -> Due:
    """The photos of a paragraph by the line they are due at; those without text beside them may
    leave its first lines above them.
    """
    last = max(0, len(piece.lines) - 1)
    # the paragraph may have fewer lines than when the photo was put at one
    due = [(min(block.line, last), block) for block in piece.floats]
    wide = [block for line, block in due if line == 0 and fills_rows(block, filling.frames)]
    if not wide:
        return due
    above = min(_lines_above(filling, pieces, index), len(piece.lines))
    return [(above if block in wide else line, block) for line, block in due]


def _lines_above(filling: Filling, pieces: list[Piece], index: int) -> int:
    """How many lines of a paragraph go above its photos: with a line that would else be alone,
    or a heading between photos.
    """
    frames, cursor = filling.frames, filling.cursor
    if chain_start(pieces, index) < index:
        # under a heading its text begins: two lines, or the heading would stand between photos
        return ORPHAN if index in filling.above or _heading_is_shut_in(filling) else 0
    above = Cursor(cursor.page, cursor.column, cursor.row - 1)
    return int(
        cursor.row > frames.first_row(cursor.frame)
        and frames.opens(above)
        and bool(frames.slots(above))
    )


def _heading_is_shut_in(filling: Filling) -> bool:
    """Whether the headings placed last stand right under a photo or a table."""
    frame, top, gap = filling.cursor.frame, filling.cursor.row, 0
    for item in reversed(filling.placed):
        if not leads(item) or frame_of(item) != frame:
            break
        top, gap = item.row, item.piece.gap_rows if isinstance(item, PlacedHeading) else 0
    return any(
        # the blank before a heading parts it from nothing
        top - gap <= exclusion.end <= top
        for exclusion in filling.frames.exclusions.get(frame, ())
    )


def _commit(filling: Filling, piece: TextPiece, lines: list[Broken], walk: Walk) -> None:
    filling.cursor = walk.cursor
    filling.frames.exclusions = walk.exclusions
    # due at a line that the paragraph, broken beside them, did not reach
    filling.pending = walk.pending + [block for _, block in walk.due]
    # In reading order: a photo that begins further down follows its paragraph, so that its
    # caption interrupts no sentence.
    filling.placed += [placed for line, placed in walk.placed if line == 0]
    filling.placed += [
        PlacedLine(piece, broken, slot, k)
        for k, (broken, slot) in enumerate(zip(lines, walk.used, strict=True))
    ]
    filling.placed += [placed for line, placed in walk.placed if line > 0]
    if filling.feet:
        from layouts.flow.noted_walk import stand_walked

        stand_walked(piece, lines, walk, filling.feet, filling.cursor)
