"""A walk down the columns: one slot a line, floats stood where they are due."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from layouts.flow.floats import FloatBlock, PlacedFloat, fills_rows, fits, keep_clear, place
from layouts.flow.slots import Cursor, Frames, NotesFoot, Slot
from layouts.geometry import EPSILON

if TYPE_CHECKING:
    from layouts.flow.note_feet import NoteFeet

NO_NOTES: Mapping[tuple[int, int], NotesFoot] = MappingProxyType({})

Due = list[tuple[int, FloatBlock]]
"""Floats of a paragraph and the line each is due at."""


class Walk:
    """A walk down the columns from a cursor that yields one slot a line and stands photos where
    they are due.

    It works on copies, so that a paragraph may be tried several times. `due` are photos by the line
    they start at, `hold` is a line before which a new column is begun for a photo that still waits,
    `stops` ends columns early, `inset` (em) is what the text keeps free on both sides of its slots,
    `least` the narrowest slot (points) that a line, counted from 0, can stand in, `notes` what its
    notes take of columns, `feet` has those that stand at the feet of columns.

    Each step takes a slot, a row or a column. Rows without a slot are those of photos and tables,
    which are finitely many, and a column that holds nothing else is all slots: so every line finds
    its own.
    """

    def __init__(
        self,
        frames: Frames,
        cursor: Cursor,
        pending: list[FloatBlock],
        due: Due,
        hold: int | None,
        stops: dict[tuple[int, int], int],
        inset: float = 0.0,
        least: Callable[[int], float] | None = None,
        notes: Mapping[tuple[int, int], NotesFoot] = NO_NOTES,
        feet: NoteFeet | None = None,
    ) -> None:
        # copies of what a walk adds to; where columns start and end it only reads
        self.exclusions = {key: list(value) for key, value in frames.exclusions.items()}
        self.frames = Frames(
            # what the inset takes must leave room for text
            frames.grid,
            frames.min_slot + 2 * inset,
            frames.starts,
            frames.ends,
            self.exclusions,
            frames.heads,
            frames.feet,
            {**frames.notes, **notes} if notes else frames.notes,
            frames.hang,
        )
        self.cursor = cursor.copy()
        self.pending = list(pending)
        self.due = list(due)
        self._hold = hold
        self._stops = stops
        self._least = least
        self._feet = feet
        self._noted: dict[tuple[int, int], list[int]] = {}
        self._row: list[Slot] = []
        self.used: list[Slot] = []
        self.placed: list[tuple[int, PlacedFloat]] = []

    def foot(self, frame: tuple[int, int]) -> int:
        """The row before which text ends in a page's column."""
        last = self.frames.last_row(frame)
        return min(last, self._stops[frame]) if frame in self._stops else last

    def slot(self, k: int) -> Slot:
        """The slot of line k."""
        while len(self.used) <= k:
            self.used.append(self._next(len(self.used)))
        return self.used[k]

    def _next(self, line: int) -> Slot:
        while True:
            while not self._row:
                self._start_row(line)
            slot = self._row.pop(0)
            if self._least is None or slot.width >= self._enough(self._least(line)):
                return slot

    def _enough(self, least: float) -> float:
        # no slot is wider than the column: larger type than that begins in it all the same
        return min(least, self.frames.grid.column_width) - EPSILON

    def _start_row(self, line: int) -> None:
        cursor, frames = self.cursor, self.frames
        if self._hold is not None and line >= self._hold:
            self._hold = None
            # only if the photo did not come to stand by itself meanwhile
            if (self.due or self.pending) and cursor.row > frames.first_row(cursor.frame):
                frames.advance(cursor)
        if cursor.row >= self.foot(cursor.frame):
            frames.advance(cursor)
        if self.due:
            reached = [self._reached(at, block, line) for at, block in self.due]
            # in the order they are due, behind those that wait already
            self.pending += [
                block for (_, block), now in zip(self.due, reached, strict=True) if now
            ]
            self.due = [entry for entry, now in zip(self.due, reached, strict=True) if not now]
        # one that finds no room here holds none behind it up
        for block in list(self.pending):
            if fits(block, cursor, frames) and self._leaves_room(block):
                placed, exclusion = place(block, cursor, frames)
                self.placed.append((line, placed))
                keep_clear(self.exclusions, block, cursor, frames, exclusion)
                self.pending.remove(block)
        # after photos: they take of this very row
        self._row = frames.slots(cursor)
        cursor.row += 1

    def _leaves_room(self, block: FloatBlock) -> bool:
        """Whether a float at the cursor leaves room for the notes on its words, which then no text
        takes and no other float.
        """
        feet, frame = self._feet, self.cursor.frame
        if feet is None or not (numbers := feet.of_block(block)):
            return True
        others = self._noted.get(frame, [])
        if not feet.leaves_room(block, self.cursor, others):
            return False
        self._noted[frame] = [*others, *numbers]
        rows = self.frames.foot(frame) - feet.last_row(frame, self._noted[frame])
        known = self.frames.notes.get(frame, NotesFoot())
        self.frames.notes = {
            **self.frames.notes,
            frame: replace(known, rows=max(known.rows, rows)),
        }
        return True

    def _reached(self, at: int, block: FloatBlock, line: int) -> bool:
        """Whether a photo due at line `at` stands from this row on: one line early where that line
        would be alone above it.
        """
        if at == line + 1:
            return fills_rows(block, self.frames) and self.frames.opens(self.cursor)
        return at <= line
