"""Pieces to places: rows of columns filled in reading order, with widows, orphans, kept headings and photos that text runs round."""

from __future__ import annotations

import math

from msgspec import Struct, field

from layouts.flow.photos import PhotoBlock, PlacedPhoto, fits, place
from layouts.flow.pieces import (
    Group,
    HeadingPiece,
    PhotoPiece,
    Piece,
    TablePiece,
    TextPiece,
)
from layouts.flow.slots import Cursor, Exclusion, Frames, Slot
from layouts.flow.tables import TableRow, split_row
from layouts.flow.walk import Walk
from layouts.house.layout import Grid
from layouts.text.breaking import Broken, break_lines

TABLE_AIR = 0.33
"""The least air above and below a table together, rows."""

WIDOW, ORPHAN = 2, 2
"""Fewest lines of a paragraph at the top and at the foot of a column (CLREQ 孤行)."""

WITH_PHOTO, MOST_BLANK = 3, 6
"""Lines of its paragraph that go with a photo to the next column, and the rows this may leave blank."""

ROUNDS = 5
"""How often one paragraph or article is flowed again before what it has is taken."""


class PlacedLine(Struct, frozen=True):
    """A line of a piece in the slot it got."""

    piece: TextPiece
    broken: Broken
    slot: Slot
    first: bool


class PlacedHeading(Struct, frozen=True):
    """A heading from a row on, over `rows` rows."""

    piece: HeadingPiece
    page: int
    column: int
    row: int
    rows: int


class PlacedTable(Struct, frozen=True):
    """Some rows of a table from a row of the grid on."""

    piece: TablePiece
    page: int
    column: int
    row: int
    rows: list[TableRow]


Placed = PlacedLine | PlacedHeading | PlacedTable | PlacedPhoto


def page_of(item: Placed) -> int:
    """The page something was placed on."""
    return item.slot.page if isinstance(item, PlacedLine) else item.page


class Paginator(Struct):
    """Fills frames from a cursor on with one article. `placed` is the outcome, in reading order."""

    frames: Frames
    cursor: Cursor
    placed: list[Placed] = field(default_factory=list)
    pending: list[PhotoBlock] = field(default_factory=list)

    # -- articles --------------------------------------------------------------------------------------------------------------------

    def place(self, group: Group) -> None:
        """Place an article; where a photo found no page before its text ran out, again with the text held back to stand beside it."""
        state = self._snapshot()
        held: dict[int, int] = {}
        for _ in range(ROUNDS):
            homeless = self._pieces(group, held)
            if homeless is None:
                break
            self._restore(state)
            index, block = homeless
            held[index] = block.line
        else:
            self._pieces(group, held)
        for block in self.pending:
            self._photo(block)
        self.pending = []

    def _pieces(self, group: Group, held: dict[int, int]) -> tuple[int, PhotoBlock] | None:
        """Place all pieces; where a photo stays without a place, the index of its piece and the photo come back."""
        pieces = group.pieces
        if group.keep_together and self.cursor.row > self.frames.first_row(self.cursor.page):
            rows = sum(_rows(piece) for piece in pieces)
            if self.frames.rows_left(self.cursor) < rows <= self.frames.grid.rows:
                self.frames.advance(self.cursor)
        owners: dict[int, int] = {}
        breaks = {_chain_start(pieces, index) for index, line in held.items() if line == 0}
        for index, piece in enumerate(pieces):
            if index in breaks and self.cursor.row > self.frames.first_row(self.cursor.page):
                self.frames.advance(self.cursor)
            if isinstance(piece, TextPiece):
                owners.update((id(block), index) for block in piece.photos)
            self._piece(pieces, index, held.get(index) or None)
        for block in self.pending:
            if (owner := owners.get(id(block))) is not None and owner not in held:
                return owner, block
        return None

    def _snapshot(self) -> tuple[Cursor, int, dict[tuple[int, int], list[Exclusion]]]:
        return self.cursor.copy(), len(self.placed), {key: list(value) for key, value in self.frames.exclusions.items()}

    def _restore(self, state: tuple[Cursor, int, dict[tuple[int, int], list[Exclusion]]]) -> None:
        cursor, count, exclusions = state
        self.cursor = cursor.copy()
        del self.placed[count:]
        self.frames.exclusions = {key: list(value) for key, value in exclusions.items()}
        self.pending = []

    # -- pieces ----------------------------------------------------------------------------------------------------------------------

    def _piece(self, pieces: list[Piece], index: int, held: int | None) -> None:
        piece = pieces[index]
        if isinstance(piece, TextPiece):
            self._text(pieces, index, piece, held)
        elif isinstance(piece, HeadingPiece):
            self._heading(pieces, index, piece)
        elif isinstance(piece, TablePiece):
            self._table(piece)
        elif isinstance(piece, PhotoPiece):
            self._photo(piece.block)
        elif self._page_used():
            self._new_page()

    def _page_used(self) -> bool:
        first = self.frames.first_row(self.cursor.page)
        return self.cursor.column > 0 or self.cursor.row > first

    def _new_page(self) -> None:
        page = self.cursor.page
        while self.cursor.page == page:
            self.frames.advance(self.cursor)

    def _heading(self, pieces: list[Piece], index: int, piece: HeadingPiece) -> None:
        """Place a heading with all that must follow it; it clears photos and never ends a column."""
        frames, cursor = self.frames, self.cursor
        cursor.row = frames.clear_of(cursor)
        follows_heading = index > 0 and isinstance(pieces[index - 1], HeadingPiece)
        gap = 0 if follows_heading else piece.gap_rows
        at_top = cursor.row == frames.first_row(cursor.page)
        need = (
            (0 if at_top else gap)
            + _rows(piece, at_top or follows_heading)
            + _air(pieces, index)
            + _needed_after(pieces, index, frames.grid.rows)
        )
        if not at_top and frames.rows_left(cursor) < need:
            frames.advance(cursor)
            at_top = True
        if not at_top:
            cursor.row += gap
        rows = _rows(piece, at_top or follows_heading)
        self.placed.append(PlacedHeading(piece, cursor.page, cursor.column, cursor.row, rows))
        cursor.row += rows + _air(pieces, index)

    def _photo(self, block: PhotoBlock) -> None:
        """A photo on rows of its own."""
        frames, cursor = self.frames, self.cursor
        cursor.row = frames.clear_of(cursor)
        for _ in range(2 * frames.grid.columns):  # the columns of a front page may all be too short for it
            if fits(block, cursor, frames):
                break
            frames.advance(cursor)
            cursor.row = frames.clear_of(cursor)
        placed, exclusion = place(block, cursor, frames)
        self.placed.append(placed)
        frames.exclusions.setdefault(cursor.frame, []).append(exclusion)
        cursor.row += block.rows

    def _table(self, piece: TablePiece) -> None:
        """Place a table, over several columns where it must be; a row breaks only where no column holds it whole."""
        frames, cursor = self.frames, self.cursor
        cursor.row = frames.clear_of(cursor)
        rows = list(piece.block.rows)
        while True:
            room = table_room(frames.rows_left(cursor), frames.grid) - piece.block.header.height
            taken: list[TableRow] = []
            while rows and sum(row.height for row in taken) + rows[0].height <= room:
                taken.append(rows.pop(0))
            if not taken and rows and cursor.row > frames.first_row(cursor.page):
                frames.advance(cursor)
                continue
            if not taken and rows:
                row = rows.pop(0)
                upper, *rest = split_row(row, room, piece.block.padding) or (row,)
                taken.append(upper)
                rows[:0] = rest
            placed = PlacedTable(piece, cursor.page, cursor.column, cursor.row, taken)
            self.placed.append(placed)
            cursor.row += table_rows(placed, frames.grid)
            if not rows:
                return
            frames.advance(cursor)

    def _text(self, pieces: list[Piece], index: int, piece: TextPiece, held: int | None) -> None:
        frames, cursor = self.frames, self.cursor
        if piece.keep_next:
            need = len(piece.lines) + _needed_after(pieces, index, frames.grid.rows)
            if frames.rows_left(cursor) < need and cursor.row > frames.first_row(cursor.page):
                frames.advance(cursor)
        if piece.photos or self.pending or not frames.is_clear(cursor):
            self._text_round_photos(piece, held)
        else:
            self._plain_text(piece)

    def _plain_text(self, piece: TextPiece) -> None:
        """Place lines broken to the full column, keeping two lines together at either side of a column's end."""
        frames, cursor, lines = self.frames, self.cursor, piece.lines
        done, count = 0, len(lines)
        while done < count:
            left = count - done
            take = self._lines_here(left, piece.tail, done == 0)
            column = frames.column(cursor.column)
            for k in range(done, done + take):
                slot = Slot(cursor.page, cursor.column, cursor.row, column.left, column.right - column.left)
                self.placed.append(PlacedLine(piece, lines[k], slot, k == 0))
                cursor.row += 1
            done += take
            if done < count:
                frames.advance(cursor)

    def _lines_here(self, left: int, tail: int, at_start: bool) -> int:
        """How many of the lines left go into this column."""
        room = self.frames.rows_left(self.cursor)
        if left + tail <= room:
            return left
        take = min(left, room)
        if left - take < WIDOW:
            take = min(take, left - WIDOW)
        if at_start and take < ORPHAN:
            take = 0
        if take <= 0 and self.cursor.row == self.frames.first_row(self.cursor.page):
            take = min(left, room)
        return max(0, take)

    # -- text round photos -----------------------------------------------------------------------------------------------------------

    def _text_round_photos(self, piece: TextPiece, held: int | None) -> None:
        """Flow a paragraph through the slots that photos leave, again where its ends fall badly."""
        stops: dict[tuple[int, int], int] = {}
        lines, walk = self._try(piece, held, stops)
        for _ in range(ROUNDS):
            stop = (self._bad_end(walk.used, piece.tail) or self._parted(piece, walk)) if lines else None
            if stop is None:
                break
            stops.update([stop])
            lines, walk = self._try(piece, held, stops)
        self._commit(piece, lines, walk)

    def _try(self, piece: TextPiece, held: int | None, stops: dict[tuple[int, int], int]) -> tuple[list[Broken], Walk]:
        """Break the paragraph into the slots of a walk.

        Where the breaker looked further than it went, walk again over just what it took.
        """
        size = piece.prepared.style.size
        last = max(0, len(piece.lines) - 1)
        due = [(min(block.line, last), block) for block in piece.photos]
        hold = None if held is None else min(held, last)
        scout = Walk(self.frames, self.cursor, self.pending, due, hold, stops, piece.inset)

        def measure(k: int) -> float:
            width = scout.slot(k).width / size - 2 * piece.inset
            return width - (piece.indent if k == 0 else 0.0)

        lines = break_lines(piece.prepared, measure)
        if len(scout.used) == len(lines):
            return lines, scout
        walk = Walk(self.frames, self.cursor, self.pending, due, hold, stops, piece.inset)
        for k in range(len(lines)):
            walk.slot(k)
        return lines, walk

    def _bad_end(self, used: list[Slot], tail: int) -> tuple[tuple[int, int], int] | None:
        """A column to end earlier, where a paragraph leaves one line at its foot or carries one over; None where all is well."""
        rows: dict[tuple[int, int], list[int]] = {}
        for slot in used:
            rows.setdefault((slot.page, slot.column), []).append(slot.row)
        frames = list(rows)
        if len(frames) < 2:
            return None
        first, last = frames[0], frames[-1]
        before = sorted(set(rows[frames[-2]]))
        start_free = rows[first][0] > self.frames.first_row(first[0])
        if len(set(rows[first])) < ORPHAN and start_free:
            return first, rows[first][0]
        if len(set(rows[last])) < WIDOW + tail and len(before) > 1:
            keep = max(0, len(before) - (WIDOW + tail - len(set(rows[last]))))
            return frames[-2], before[keep] if keep >= (ORPHAN if len(frames) == 2 else 1) else before[0]
        return None

    def _parted(self, piece: TextPiece, walk: Walk) -> tuple[tuple[int, int], int] | None:
        """A column to end earlier so that some lines go with a photo that had to move on; None where it would leave too much blank."""
        own = {id(block) for block in piece.photos}
        frame = walk.used[-1].page, walk.used[-1].column
        if not any(id(block) in own for block in walk.pending) or walk.cursor.frame != frame:
            return None
        rows = sorted({slot.row for slot in walk.used if (slot.page, slot.column) == frame})
        if len(rows) < WITH_PHOTO + ORPHAN or self.frames.last_row(frame[0]) - rows[-WITH_PHOTO] > MOST_BLANK:
            return None
        return frame, rows[-WITH_PHOTO]

    def _commit(self, piece: TextPiece, lines: list[Broken], walk: Walk) -> None:
        self.cursor = walk.cursor
        self.frames.exclusions = walk.exclusions
        self.pending = walk.pending + [block for _, block in walk.due]
        photos = list(walk.placed)
        for k, (broken, slot) in enumerate(zip(lines, walk.used, strict=True)):
            while photos and photos[0][0] <= k:
                self.placed.append(photos.pop(0)[1])
            self.placed.append(PlacedLine(piece, broken, slot, k == 0))
        self.placed += [placed for _, placed in photos]


def table_height(placed: PlacedTable) -> float:
    """The height of what was placed of a table, its header included, points."""
    return placed.piece.block.header.height + sum(row.height for row in placed.rows)


def table_rows(placed: PlacedTable, grid: Grid) -> int:
    """The rows of the grid a table takes: its height and at least a third of a row of air."""
    return math.ceil((table_height(placed) + grid.leading - grid.size) / grid.leading + TABLE_AIR - 1e-6)


def table_room(rows: int, grid: Grid) -> float:
    """The tallest table that so many rows of the grid take: `table_rows` the other way round."""
    return (rows - TABLE_AIR) * grid.leading - (grid.leading - grid.size)


def _chain_start(pieces: list[Piece], index: int) -> int:
    """The first of the headings that must stay with piece `index`."""
    while index and (isinstance(pieces[index - 1], HeadingPiece) or getattr(pieces[index - 1], "keep_next", False)):
        index -= 1
    return index


def _rows(piece: Piece, at_top: bool = False) -> int:
    if isinstance(piece, HeadingPiece):
        return piece.rows_at_top if at_top else piece.rows
    if isinstance(piece, TextPiece):
        return len(piece.lines)
    return 0


def _air(pieces: list[Piece], index: int) -> int:
    """Rows free under a heading that text follows without a headline between."""
    piece = pieces[index]
    follower = pieces[index + 1] if index + 1 < len(pieces) else None
    return piece.air_rows if isinstance(piece, HeadingPiece) and not isinstance(follower, HeadingPiece) else 0


def _needed_after(pieces: list[Piece], index: int, column: int) -> int:
    """Rows that must follow a heading in its column: further headings, then two lines of text, or all of a short paragraph.

    Once it is more than a `column` has rows nobody asks how much more: thousands of headings in a row are counted once, not once each.
    """
    need = 0
    for follower in range(index + 1, len(pieces)):
        piece = pieces[follower]
        if need > column:
            return need
        if isinstance(piece, HeadingPiece):
            need += piece.rows
        elif isinstance(piece, TextPiece) and piece.keep_next:
            need += len(piece.lines)
        else:
            return need + _first_rows(piece)
    return need


def _first_rows(piece: Piece) -> int:
    if isinstance(piece, TextPiece):
        beside = max((block.rows for block in piece.photos if block.line == 0), default=0)
        count = len(piece.lines)
        return max(count + piece.tail if count <= WIDOW + ORPHAN - 1 else ORPHAN, min(beside, 4))
    if isinstance(piece, PhotoPiece):
        return piece.block.rows
    return 2
