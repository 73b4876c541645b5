"""Notes at the feet of columns (脚注): the rows that they take there while text fills a column, in
whole rows of the grid, and what of them goes on in the next.

A note stands in the column of its sign. The line that bears it goes to the next column with it
rather than that the two part, unless that would leave more than a few rows blank: then the note is
parted, two lines on either side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from layouts.flow.around import MOST_BLANK, ORPHAN, WIDOW
from layouts.flow.drawing import draw_placed
from layouts.flow.floats import FloatBlock, PlacedFloat
from layouts.flow.keeping import is_heading
from layouts.flow.notes import ROLE as NOTE_ROLE
from layouts.flow.notes import NoteLine, foot_sign, lines_in, rows_of
from layouts.flow.pieces import HeadingPiece, Piece, TextPiece
from layouts.flow.placed import Placed
from layouts.flow.setting import Setter
from layouts.flow.slots import Cursor, Frames, NotesFoot
from layouts.page.page import Page
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared

if TYPE_CHECKING:
    from layouts.flow.own_notes import OwnNotes

LEAST_ABOVE = 3
"""Rows of text that stand above notes which go on from the column before."""

MOST_COLUMNS = 40
"""A note that finds no room in so many columns is taller than what they leave."""

Frame = tuple[int, int]


class FootLine(NamedTuple):
    """A line of note `number`, from 0, at the foot of a column."""

    number: int
    line: NoteLine


class NotesKept(NamedTuple):
    """What is placed up to a moment."""

    notes: dict[Frame, NotesFoot]
    stood: dict[Frame, list[FootLine]]
    pages: dict[int, int]
    full: set[Frame]


class NoteFeet:
    """The notes of one article, from when their signs are placed. `stood` are their lines by page
    and column, `pages` the pages of their signs in the order of those.
    """

    def __init__(self, notes: Sequence[Sequence[NoteLine]], frames: Frames, setter: Setter) -> None:
        self._notes = notes
        self._frames = frames
        self._setter = setter
        self._style = setter.style(NOTE_ROLE)
        self._full: set[Frame] = set()
        self._kept: dict[int, int] = {}
        self._of_blocks: dict[int, tuple[FloatBlock, list[int]]] = {}
        self._of_sign = {foot_sign(k + 1): k for k in range(len(notes))}
        self.stood: dict[Frame, list[FootLine]] = {}
        self.pages: dict[int, int] = {}

    def kept(self) -> NotesKept:
        """What is placed now."""
        stood = {frame: list(lines) for frame, lines in self.stood.items()}
        return NotesKept(dict(self._frames.notes), stood, dict(self.pages), set(self._full))

    def restore(self, kept: NotesKept) -> None:
        """Go back to a moment."""
        self._frames.notes = dict(kept.notes)
        self.stood = {frame: list(lines) for frame, lines in kept.stood.items()}
        self.pages, self._full = dict(kept.pages), set(kept.full)
        self._kept = {}

    def go_past(self, page: int) -> bool:
        """Whether something bears signs that stands on a page after this."""
        return any(at > page for at in self.pages.values())

    # -- which notes -------------------------------------------------------------------------------

    def of_line(self, prepared: Prepared, line: Broken) -> list[int]:
        """The notes whose signs a line bears."""
        if not prepared.puts:
            return []
        return self._of_signs(
            prepared.string[put.start : put.end]
            for put in prepared.puts
            if put.note and line.start <= put.start < line.end
        )

    def of_item(self, item: Placed) -> list[int]:
        """The notes whose signs anything placed bears, as it is drawn."""
        grid, findings = self._setter.layout.grid, self._setter.findings
        page, known = Page(0, grid.width, grid.height), len(findings)
        draw_placed(item, page, self._setter)
        del findings[known:]
        return self._of_signs(
            line.text[put.start : put.end] for line in page.lines for put in line.puts if put.note
        )

    def of_block(self, block: FloatBlock) -> list[int]:
        """The notes whose signs a float bears."""
        if id(block) not in self._of_blocks:
            # kept with its block, so that no other has its place in memory
            self._of_blocks[id(block)] = block, self.of_item(PlacedFloat(block, 0, 0, 0, 0.0, 0.0))
        return [number for number in self._of_blocks[id(block)][1] if number not in self.pages]

    def leaves_room(self, block: FloatBlock, here: Cursor, others: Sequence[int] = ()) -> bool:
        """Whether a float here leaves its notes room in its column, with those of `others`; True
        where no column has it.
        """
        numbers = self.of_block(block)
        if not numbers:
            return True
        rows = rows_of(self._lines(numbers), self._style, self._setter.layout.grid)
        if block.rows + rows > self._frames.grid.rows:
            return True
        return here.row + block.rows <= self.last_row(here.frame, [*others, *numbers])

    def _of_signs(self, signs: Iterable[str]) -> list[int]:
        found: list[int] = []
        for sign in signs:
            number = self._of_sign.get(sign)
            # a header is repeated with its signs
            if number is not None and number not in self.pages and number not in found:
                found.append(number)
        return found

    def _lines(self, numbers: Iterable[int]) -> int:
        return sum(len(self._notes[number]) for number in numbers)

    # -- what they take ----------------------------------------------------------------------------

    def _rows(self, frame: Frame, more: int) -> int:
        """The rows that notes take at the foot of a column with so many more lines."""
        known = self._frames.notes.get(frame, _NONE)
        if not more or frame in self._full:
            return known.rows
        return rows_of(known.lines + known.kept + more, self._style, self._setter.layout.grid)

    def last_row(self, frame: Frame, numbers: Sequence[int]) -> int:
        """The row before which text ends in a column that has these notes, too."""
        rows = self._rows(frame, self._lines(numbers))
        return min(self._frames.last_row(frame), self._frames.foot(frame) - rows)

    def rows_after(self, pieces: list[Piece], index: int) -> int:
        """The rows that the notes of a heading ask for, and those of what must follow it; of long
        ones no more than text leaves blank for them.
        """
        more = 0
        for piece in pieces[index:]:
            if isinstance(piece, HeadingPiece | TextPiece):
                first = piece.lines if is_heading(piece) else piece.lines[:ORPHAN]
                more += sum(self._lines(self.of_line(piece.prepared, line)) for line in first)
            if not is_heading(piece):
                break
        return min(MOST_BLANK, rows_of(more, self._style, self._setter.layout.grid))

    def rows_with(self, item: Placed) -> int:
        """The rows that the notes of something take with what is there."""
        frame = item.page, item.column
        known = self._frames.notes.get(frame, _NONE).rows
        return self._rows(frame, self._lines(self.of_item(item))) - known

    def lines_here(self, piece: TextPiece, done: int, take: int, kept: int, here: Cursor) -> int:
        """How many of the `take` lines from `done` on, which have room in a column without their
        notes, stand there with them.
        """
        lines = piece.lines[done : done + take]
        left = len(piece.lines) - done
        notes = [self.of_line(piece.prepared, line) for line in lines]
        if not any(notes):
            return take
        fitting = 0
        for size in range(1, take + 1):
            end = here.row + size + (kept + piece.tail if size == left else kept)
            if end > self.last_row(here.frame, list(chain.from_iterable(notes[:size]))):
                break
            fitting = size
        if fitting == take:
            return take
        least = ORPHAN if not done else 1
        size = _unparted(fitting, left, least)
        at_head = here.row == self._frames.first_row(here.frame)
        text = self.last_row(here.frame, list(chain.from_iterable(notes[:size])))
        parted = max(fitting + 1, least)
        # a line more, so that the next column begins with none alone
        parted = min(take, left if left - parted < WIDOW else parted)
        if (at_head and not size) or (
            text - here.row - size > MOST_BLANK
            and _unparted(parted, left, least) == parted
            and self.may_part(here.frame, here.row + parted, notes[:parted])
        ):
            return parted
        return size

    def may_part(self, frame: Frame, bottom: int, notes: Sequence[Sequence[int]]) -> bool:
        """Whether of the notes of some lines above row `bottom` all stand in their column but the
        last, which is parted.
        """
        numbers = [number for line in notes for number in line]
        if not numbers:
            return False
        room = self._room(frame, bottom) - self._lines(numbers[:-1])
        return room > 0 and _part(len(self._notes[numbers[-1]]), room) > 0

    # -- standing ----------------------------------------------------------------------------------

    def stand(self, numbers: Sequence[int], frame: Frame, bottom: int, cursor: Cursor) -> None:
        """Stand notes at the foot of the column of their signs, whose text ends above row `bottom`;
        what finds no room there goes on from the cursor's column on.
        """
        for number in numbers:
            self.pages[number] = frame[0]
            known, kept = self._frames.notes.get(frame, _NONE), self._kept.pop(number, 0)
            self._frames.notes[frame] = replace(
                known, signs=known.signs + 1, kept=known.kept - kept
            )
            lines = [FootLine(number, line) for line in self._notes[number]]
            rest = self._put(lines, frame, bottom, kept)
            if rest:
                self._close(frame, bottom)
                self._carry(rest, frame, cursor)

    def keep_for(self, item: PlacedFloat, cursor: Cursor) -> None:
        """Keep lines free at the foot of a column, until they stand there, for the notes of what
        stands apart; where not all have room, for those that have.
        """
        if getattr(item.block, "notes", None) is not None:
            return
        frame = item.page, item.column
        top = max(self._frames.first_row(frame), cursor.row if frame == cursor.frame else 0)
        for number in self.of_item(item):
            lines = len(self._notes[number])
            size = _part(lines, self._room(frame, top + ORPHAN))
            if size:
                known = self._frames.notes.get(frame, _NONE)
                rows = self._rows(frame, size)
                self._frames.notes[frame] = replace(known, rows=rows, kept=known.kept + size)
                self._kept[number] = size
            if size < lines:
                return

    def stand_own(
        self, numbers: Sequence[int], own: OwnNotes, frame: Frame, cursor: Cursor
    ) -> None:
        """Notes stand with what fills the page of their signs; those it has no room for, and the
        rest of one that is parted, from the cursor's column on.
        """
        for number in own.numbers:
            self.pages[number] = frame[0]
        known = self._frames.notes.get(frame, _NONE)
        self._frames.notes[frame] = replace(known, signs=known.signs + len(own.numbers))
        if own.rest:
            rest = [FootLine(line.origin.part, line) for line in own.rest]
            self._carry(rest, frame, cursor)
        others = [number for number in numbers if number not in own.numbers]
        self.stand(others, frame, self._frames.grid.rows, cursor)

    def _room(self, frame: Frame, bottom: int) -> int:
        """How many more lines of notes stand in a column under row `bottom`."""
        if frame in self._full:
            return 0
        rows = self._frames.foot(frame) - max(bottom, self._under_floats(frame))
        known = self._frames.notes.get(frame, _NONE)
        lines = lines_in(rows, self._style, self._setter.layout.grid)
        return max(0, lines - known.lines - known.kept)

    def _under_floats(self, frame: Frame) -> int:
        return max((taken.end for taken in self._frames.exclusions.get(frame, ())), default=0)

    def _put(
        self,
        lines: list[FootLine],
        frame: Frame,
        bottom: int,
        kept: int = 0,
        *,
        any_part: bool = False,
    ) -> list[FootLine]:
        """Put what has room of a note at the foot of a column, where so many lines were kept free
        for it; what has none comes back.
        """
        room = max(kept, self._room(frame, bottom))
        size = min(len(lines), room) if any_part else _part(len(lines), room)
        if size:
            known = self._frames.notes.get(frame, _NONE)
            rows = self._rows(frame, size)
            self._frames.notes[frame] = replace(known, rows=rows, lines=known.lines + size)
            self.stood.setdefault(frame, []).extend(lines[:size])
        return lines[size:]

    def _close(self, frame: Frame, bottom: int) -> None:
        """No more text and notes come to a column of which a note went on in the next."""
        self._full.add(frame)
        known = self._frames.notes[frame]
        rows = max(known.rows, self._frames.foot(frame) - bottom)
        self._frames.notes[frame] = replace(known, rows=rows)

    def _carry(self, rest: list[FootLine], frame: Frame, cursor: Cursor) -> None:
        """Stand the rest of a note in the next columns, above all else there."""
        frames, here = self._frames, cursor.copy()
        if here.frame <= frame:
            here.page, here.column = frame
            frames.advance(here)
        for tries in count():
            if tries == MOST_COLUMNS:
                self._setter.report_overset(
                    rest[0].line.prepared.string, rest[0].line.origin.source
                )
                self.stood.setdefault(here.frame, []).extend(rest)
                return
            top = here.row if here.frame == cursor.frame else frames.first_row(here.frame)
            hard = tries > MOST_COLUMNS // 2
            rest = self._put(rest, here.frame, top + LEAST_ABOVE, any_part=hard)
            if not rest:
                return
            frames.advance(here)


_NONE = NotesFoot()


def _part(size: int, room: int) -> int:
    """How many lines of a note stand in a column with room for so many: two at least on either side
    of its end.
    """
    if size <= room:
        return size
    here = min(room, size - WIDOW)
    return here if here >= ORPHAN else 0


def _unparted(size: int, left: int, least: int) -> int:
    """How many of the lines `left` of a paragraph stand in a column that has room for `size`."""
    if size < left and left - size < WIDOW:
        size = left - WIDOW
    return size if size >= least else 0
