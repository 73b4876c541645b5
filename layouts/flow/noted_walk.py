"""Notes of a paragraph that flows round photos: where a column must end earlier so that they stand
under the line of their sign, and their standing there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from layouts.flow.around import MOST_BLANK, ORPHAN, WIDOW, Stop
from layouts.flow.note_feet import Frame, NoteFeet
from layouts.flow.pieces import TextPiece
from layouts.flow.slots import Cursor, NotesFoot, Slot
from layouts.flow.walk import Walk
from layouts.text.line_room import Broken

Signed = tuple[Frame, int, list[int]]
"""A column, the row under what stands in it, and the notes whose signs that bears."""


def end_for_notes(
    piece: TextPiece,
    lines: Sequence[Broken],
    walk: Walk,
    feet: NoteFeet,
    kept: dict[Frame, NotesFoot],
) -> Stop | None:
    """A column to end earlier, where the notes of its lines would stand over text or floats; `kept`
    is what of it no float takes then. None where all is well: then the walk knows what notes take.
    """
    numbers: dict[Frame, list[int]] = {}
    last = {_frame(slot): slot for slot in walk.used}
    count = 0
    for slot, (frame, end, own) in _signed(piece, lines, walk, feet):
        count += slot is not None
        known = numbers.setdefault(frame, [])
        if slot is not None:
            if own and (stop := _under_floats(slot, walk, feet, known + own, kept)):
                return stop
            if end > feet.last_row(frame, known + own):
                blank = feet.last_row(frame, known) - slot.row
                at_head = slot.row == walk.frames.first_row(frame)
                if not at_head and (
                    blank <= MOST_BLANK or not feet.may_part(frame, end, [known, own])
                ):
                    return frame, slot.row
                # two lines of the paragraph stay on either side of the column's end
                ends = count >= ORPHAN and len(lines) - count != WIDOW - 1
                if ends and last[frame].row > slot.row:
                    return frame, end
        known += own
    walk.frames.notes = dict(walk.frames.notes)
    for frame, own in numbers.items():
        rows = walk.frames.foot(frame) - feet.last_row(frame, own)
        foot = walk.frames.notes.get(frame, NotesFoot())
        walk.frames.notes[frame] = replace(foot, rows=max(foot.rows, rows))
    return None


def _under_floats(
    slot: Slot, walk: Walk, feet: NoteFeet, numbers: list[int], kept: dict[Frame, NotesFoot]
) -> Stop | None:
    """Where a column ends whose floats leave no room for the notes of a line: over the notes, where
    a float of this paragraph gives way; else over the line, where that leaves a few rows blank.
    """
    frame = _frame(slot)
    row = feet.last_row(frame, numbers)
    if all(taken.end <= row for taken in walk.exclusions.get(frame, ())):
        return None
    own = (placed for _, placed in walk.placed if (placed.page, placed.column) == frame)
    rows = walk.frames.foot(frame) - row
    known = kept.get(frame, NotesFoot())
    if known.rows < rows and any(placed.row + placed.block.rows > row for placed in own):
        kept[frame] = replace(walk.frames.notes.get(frame, known), rows=rows)
        return frame, row
    first = walk.frames.first_row(frame)
    few = walk.frames.foot(frame) - slot.row <= MOST_BLANK
    return (frame, slot.row) if few and slot.row > first else None


def stand_walked(
    piece: TextPiece, lines: Sequence[Broken], walk: Walk, feet: NoteFeet, cursor: Cursor
) -> None:
    """Stand the notes of a paragraph whose walk is taken."""
    bottoms = {_frame(slot): slot.row + 1 for slot in walk.used}
    bottoms[cursor.frame] = cursor.row
    for _, (frame, end, own) in list(_signed(piece, lines, walk, feet)):
        feet.stand(own, frame, bottoms.get(frame, end), cursor)


def _signed(
    piece: TextPiece, lines: Sequence[Broken], walk: Walk, feet: NoteFeet
) -> Iterator[tuple[Slot | None, Signed]]:
    """What bears signs of notes or text, in reading order, with the slot of a line."""
    floats = [(at, placed, feet.of_item(placed)) for at, placed in walk.placed]
    for k, (line, slot) in enumerate(zip(lines, walk.used, strict=True)):
        for at, placed, own in floats:
            if at == k:
                yield None, ((placed.page, placed.column), placed.row + placed.block.rows, own)
        yield slot, (_frame(slot), slot.row + 1, feet.of_line(piece.prepared, line))


def _frame(slot: Slot) -> Frame:
    return slot.page, slot.column
