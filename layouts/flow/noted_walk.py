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
    piece: TextPiece, lines: Sequence[Broken], walk: Walk, feet: NoteFeet
) -> Stop | None:
    """A column to end earlier, where the notes of its lines would stand over text; None where all
    is well: then the walk knows what they take.
    """
    numbers: dict[Frame, list[int]] = {}
    last = {_frame(slot): slot for slot in walk.used}
    count = 0
    for slot, (frame, end, own) in _signed(piece, lines, walk, feet):
        count += slot is not None
        known = numbers.setdefault(frame, [])
        if slot is not None and end > feet.last_row(frame, known + own):
            blank = feet.last_row(frame, known) - slot.row
            at_head = slot.row == walk.frames.first_row(frame)
            if at_head or (blank > MOST_BLANK and feet.may_part(frame, end, [known, own])):
                # two lines of the paragraph stay on either side of the column's end
                ends = count >= ORPHAN and len(lines) - count != WIDOW - 1
                if ends and last[frame].row > slot.row:
                    return frame, end
            else:
                return frame, slot.row
        known += own
    walk.frames.notes = dict(walk.frames.notes)
    for frame, own in numbers.items():
        rows = walk.frames.foot(frame) - feet.last_row(frame, own)
        foot = walk.frames.notes.get(frame, NotesFoot())
        walk.frames.notes[frame] = replace(foot, rows=max(foot.rows, rows))
    return None


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
