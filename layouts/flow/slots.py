"""Free places for text on the rows of a column: what photos leave, in whole em, narrow leftovers
dropped.
"""

from __future__ import annotations

import math

from msgspec import Struct, field

from layouts.geometry import EPSILON, Interval, Polygon, band_extent, subtract
from layouts.house.layout import Grid


class Slot(Struct, frozen=True):
    """A place for one line: page and column (from 0), row, left edge and width in points."""

    page: int
    column: int
    row: int
    x: float
    width: float


class Silhouette(Struct, frozen=True):
    """What text keeps clear of row by row: from the left to the right edge of what stands there,
    distances included, page coordinates in points; None where a row is free.
    """

    rows: tuple[Interval | None, ...]


class Exclusion(Struct, frozen=True):
    """A shape that text keeps away from: rows `first` up to `end` of a column, and the shape in
    page coordinates, standoff included; a silhouette has as many rows.
    """

    first: int
    end: int
    shape: Polygon | Silhouette

    def taken(self, row: int, top: float, bottom: float) -> Interval | None:
        """What it takes of a row whose characters reach from `top` to `bottom`."""
        shape = self.shape
        if isinstance(shape, Silhouette):
            return shape.rows[row - self.first]
        return band_extent(shape, top, bottom)


class Cursor(Struct):
    """Where the next row goes."""

    page: int = 0
    column: int = 0
    row: int = 0

    def copy(self) -> Cursor:
        """The same place, free to move on its own."""
        return Cursor(self.page, self.column, self.row)

    @property
    def frame(self) -> tuple[int, int]:
        """The page and column."""
        return self.page, self.column


class NotesFoot(Struct, frozen=True):
    """What stands of notes at the foot of a column: the `rows` it takes, its lines; and how many
    signs the column has of notes, wherever those stand. So many lines more are `kept` free there
    for notes of what stands apart.
    """

    rows: int = 0
    lines: int = 0
    signs: int = 0
    kept: int = 0


class Frames(Struct):
    """The columns of all pages: where their rows start and end, and what stands in them.

    `starts` holds the first free row of columns that do not start at row 0 (under the masthead),
    `ends` the row before which a column ends early (balanced columns); both by page. `heads` and
    `feet` are the same of single columns, at whose head or foot a photo stands: one that has no
    rows left is passed over. `notes` are what stands at the foot of columns under their text, over
    such a photo. `hang` points are left free at the end of a slot beside a photo for a mark to hang
    there, which keeps off the photo as far as text does.
    """

    grid: Grid
    min_slot: float
    starts: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    exclusions: dict[tuple[int, int], list[Exclusion]] = field(default_factory=dict)
    heads: dict[tuple[int, int], int] = field(default_factory=dict)
    feet: dict[tuple[int, int], int] = field(default_factory=dict)
    notes: dict[tuple[int, int], NotesFoot] = field(default_factory=dict)
    hang: float = 0.0

    def first_row(self, frame: tuple[int, int]) -> int:
        """The first row of a column of a page."""
        if self.heads and frame in self.heads:
            return self.heads[frame]
        return self.starts.get(frame[0], 0)

    def last_row(self, frame: tuple[int, int]) -> int:
        """The row before which a column of a page ends."""
        last = self.ends.get(frame[0], self.grid.rows)
        if self.feet and frame in self.feet:
            last = min(last, self.feet[frame])
        return min(last, self.over_notes(frame)) if self.notes and frame in self.notes else last

    def foot(self, frame: tuple[int, int]) -> int:
        """The row before which all ends that stands in a column, notes too."""
        return self.feet.get(frame, self.grid.rows)

    def over_notes(self, frame: tuple[int, int]) -> int:
        """The row before which text ends for the notes of a column."""
        return (
            self.foot(frame) - self.notes[frame].rows if frame in self.notes else self.foot(frame)
        )

    def is_cut(self, frame: tuple[int, int]) -> bool:
        """Whether a photo stands at the head or foot of a column, or notes do."""
        if self.notes and frame in self.notes and self.notes[frame].rows:
            return True
        return frame in self.heads or frame in self.feet

    def rows_left(self, cursor: Cursor) -> int:
        """Rows from the cursor to the foot of its column."""
        return self.last_row(cursor.frame) - cursor.row

    def advance(self, cursor: Cursor) -> None:
        """Move to the top of the next column that has rows."""
        while True:
            cursor.column += 1
            if cursor.column == self.grid.columns:
                cursor.column, cursor.page = 0, cursor.page + 1
            cursor.row = self.first_row(cursor.frame)
            if not self.heads or cursor.row < self.last_row(cursor.frame):
                return

    def column(self, column: int) -> Interval:
        """The left and right edge of a column."""
        left = self.grid.column_left(column)
        return Interval(left, left + self.grid.column_width)

    def clear_of(self, cursor: Cursor, rows: int = 1) -> int:
        """The first row from the cursor's on that, with so many `rows`, no exclusion touches or
        that lies under those that do.
        """
        row = cursor.row
        # from the top down: right under one the next may stand
        for exclusion in sorted(
            self.exclusions.get(cursor.frame, ()),
            key=lambda exclusion: (exclusion.first, exclusion.end),
        ):
            if exclusion.first < row + max(1, rows) and row < exclusion.end:
                row = exclusion.end
        return row

    def advance_under(self, cursor: Cursor) -> None:
        """Move to the next column that has rows, under all that stands in it."""
        self.advance(cursor)
        cursor.row = self.under_all(cursor)

    def under_all(self, cursor: Cursor) -> int:
        """The first row from the cursor's on under all that stands in its column, also what reaches
        into it from the one before.
        """
        ends = (exclusion.end for exclusion in self.exclusions.get(cursor.frame, ()))
        return max(cursor.row, *ends, 0)

    def is_clear(self, cursor: Cursor) -> bool:
        """Whether no exclusion stands at or below the cursor in its column."""
        return all(
            exclusion.end <= cursor.row for exclusion in self.exclusions.get(cursor.frame, ())
        )

    def opens(self, cursor: Cursor) -> bool:
        """Whether text on the cursor's row has none above it: its column begins there, or something
        as wide ends or grows narrower.
        """
        if cursor.row == self.first_row(cursor.frame):
            return True
        above = Cursor(cursor.page, cursor.column, cursor.row - 1)
        ends = any(
            exclusion.first < cursor.row <= exclusion.end
            for exclusion in self.exclusions.get(cursor.frame, ())
        )
        return ends and not self.slots(above)

    def closes(self, cursor: Cursor) -> bool:
        """Whether text on the cursor's row can have none below it: its column ends there, or
        something as wide begins or grows wider.
        """
        below = Cursor(cursor.page, cursor.column, cursor.row + 1)
        if below.row >= self.last_row(cursor.frame):
            return True
        around = self.exclusions.get(cursor.frame)
        return (
            bool(around)
            and any(exclusion.first <= below.row < exclusion.end for exclusion in around)
            and not self.slots(below)
        )

    def slots(self, cursor: Cursor) -> list[Slot]:
        """The places for text on the cursor's row, left to right: whole em wide, the remainder on
        the photo's side.
        """
        grid = self.grid
        whole = self.column(cursor.column)
        taken = self._taken(cursor)
        if not taken:
            return [Slot(cursor.page, cursor.column, cursor.row, whole.left, whole.width)]
        found: list[Slot] = []
        for free in subtract(whole, taken):
            beside = self.hang if free.right < whole.right else 0.0
            if not self.holds_text(free, beside):
                continue
            room = free.width - beside
            width = math.floor(room / grid.size + EPSILON) * grid.size
            # edges are copied, never computed, so that they may be compared; what is less than an
            # em goes to the side of the photo, between two photos to both
            left = free.left if free.left == whole.left else free.right - width
            if free.left > whole.left and free.right < whole.right:
                left = free.left + (room - width) / 2
            found.append(Slot(cursor.page, cursor.column, cursor.row, left, width))
        return found

    def holds_text(self, free: Interval, hang: float = 0.0) -> bool:
        """Whether a free stretch of a row is wide enough for text, in whole em, with so many points
        left free for a mark to hang.
        """
        width = math.floor((free.width - hang) / self.grid.size + EPSILON)
        return width >= self.min_slot - EPSILON

    def _taken(self, cursor: Cursor) -> list[Interval]:
        around = self.exclusions.get(cursor.frame)
        if not around:
            return []
        top = self.grid.row_top(cursor.row)
        extents = [
            # of the characters alone: into the line gap a shape may reach
            exclusion.taken(cursor.row, top, top + self.grid.size)
            for exclusion in around
            if exclusion.first <= cursor.row < exclusion.end
        ]
        return [extent for extent in extents if extent]
