"""Pieces to places: rows of columns filled in reading order, with widows, orphans, kept headings and photos that text runs round."""

from __future__ import annotations

from itertools import accumulate, takewhile

from msgspec import Struct, field

from layouts.flow.around import ORPHAN, ROUNDS, WIDOW, Lane, flow_round
from layouts.flow.photos import PhotoBlock, fills_rows, fits, place
from layouts.flow.pieces import (
    Group,
    HeadingPiece,
    PhotoPiece,
    Piece,
    TablePiece,
    TextPiece,
)
from layouts.flow.placed import Placed, PlacedHeading, PlacedLine, PlacedTable, table_room, table_rows
from layouts.flow.slots import Cursor, Exclusion, Frames, Slot
from layouts.flow.tables import TableRow, split_row
from layouts.flow.walk import Due, Walk
from layouts.geometry import rectangle
from layouts.text.breaking import Broken

MOST_HEADER = 0.5
"""The most of a column that a table's header takes in each it goes on in; a taller one stands over the first rows alone, as one of them."""


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
            held[index] = _held_from(group.pieces[index], block)
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
        if 0 < frames.first_row(cursor.page) == cursor.row and frames.rows_left(cursor) < _rows(piece, at_top=True):
            self._new_page()  # under the masthead no column is as tall as it
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
        """Place a table, over several columns where it must be; a row breaks only where no column holds it whole.

        Each round places a row or a part of one, or goes to the head of a column, where the next round does.
        """
        frames, cursor, block = self.frames, self.cursor, piece.block
        cursor.row = frames.clear_of(cursor)
        header = block.header.height <= MOST_HEADER * table_room(frames.grid.rows, frames.grid, at_top=True)
        rows = list(block.rows) if header else [block.header, *block.rows]
        while True:
            at_top = cursor.row == frames.first_row(cursor.page)
            room = table_room(frames.rows_left(cursor), frames.grid, at_top) - (block.header.height if header else 0.0)
            taken = rows[: _fitting(rows, room)]
            if not taken and rows and not at_top:
                frames.advance(cursor)
                continue
            del rows[: len(taken)]
            if not taken and rows:
                row = rows.pop(0)
                upper, *rest = split_row(row, room, block.padding) or (row,)
                taken.append(upper)
                rows[:0] = rest
            self._stand(PlacedTable(piece, cursor.page, cursor.column, cursor.row, taken, header, at_top))
            if not rows:
                return
            frames.advance(cursor)

    def _stand(self, table: PlacedTable) -> None:
        """Go on under a part of a table; that it is as wide as its column is noted as of photos."""
        frames, cursor = self.frames, self.cursor
        rows = table_rows(table, frames.grid)
        column = frames.column(cursor.column)
        shape = rectangle(column.left, frames.grid.row_top(cursor.row), column.width, rows * frames.grid.leading)
        frames.exclusions.setdefault(cursor.frame, []).append(Exclusion(cursor.row, cursor.row + rows, shape))
        self.placed.append(table)
        cursor.row += rows

    def _text(self, pieces: list[Piece], index: int, piece: TextPiece, held: int | None) -> None:
        frames, cursor = self.frames, self.cursor
        if piece.keep_next:
            need = len(piece.lines) + _needed_after(pieces, index, frames.grid.rows)
            if frames.rows_left(cursor) < need and cursor.row > frames.first_row(cursor.page):
                frames.advance(cursor)
        if piece.photos or self.pending or not frames.is_clear(cursor):
            self._text_round_photos(pieces, index, piece, held)
            return
        if len(piece.lines) == 1 and _goes_on(pieces, index) and self._parts(pieces[index + 1]):
            frames.advance(cursor)
        self._plain_text(piece)

    def _parts(self, follower: Piece) -> bool:
        """Whether a line would stand alone under a photo or table here, as what follows begins in the next column."""
        frames, cursor = self.frames, self.cursor
        has_room = frames.rows_left(cursor) >= 1 + _first_rows(follower)
        return not has_room and cursor.row > frames.first_row(cursor.page) and frames.opens(cursor)

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

    def _text_round_photos(self, pieces: list[Piece], index: int, piece: TextPiece, held: int | None) -> None:
        """Flow a paragraph through the slots that photos leave."""
        last = max(0, len(piece.lines) - 1)
        hold = None if held is None else min(held, last)
        lane = Lane(self.frames, self.cursor, self.pending, hold, _goes_on(pieces, index))
        self._commit(piece, *flow_round(piece, self._due(pieces, index, piece), lane))

    def _due(self, pieces: list[Piece], index: int, piece: TextPiece) -> Due:
        """The photos of a paragraph by the line they are due at; those without text beside them may leave its first lines above them."""
        last = max(0, len(piece.lines) - 1)
        due = [(min(block.line, last), block) for block in piece.photos]
        wide = [block for line, block in due if line == 0 and fills_rows(block, self.frames)]
        if not wide:
            return due
        above = min(self._lines_above(pieces, index), len(piece.lines))
        return [(above if block in wide else line, block) for line, block in due]

    def _lines_above(self, pieces: list[Piece], index: int) -> int:
        """How many lines of a paragraph go above its photos: with a line that would else be alone, or a heading between photos."""
        frames, cursor = self.frames, self.cursor
        if _chain_start(pieces, index) < index:
            return ORPHAN if self._heading_is_shut_in() else 0
        above = Cursor(cursor.page, cursor.column, cursor.row - 1)
        return int(cursor.row > frames.first_row(cursor.page) and frames.opens(above) and bool(frames.slots(above)))

    def _heading_is_shut_in(self) -> bool:
        """Whether the headings placed last stand right under a photo or a table."""
        frame, top, gap = self.cursor.frame, self.cursor.row, 0
        for item in reversed(self.placed):
            if isinstance(item, PlacedHeading) and (item.page, item.column) == frame:
                top, gap = item.row, item.piece.gap_rows
            elif isinstance(item, PlacedLine) and item.piece.keep_next and (item.slot.page, item.slot.column) == frame:
                top, gap = item.slot.row, 0
            else:
                break
        return any(top - gap <= exclusion.end <= top for exclusion in self.frames.exclusions.get(frame, ()))

    def _commit(self, piece: TextPiece, lines: list[Broken], walk: Walk) -> None:
        self.cursor = walk.cursor
        self.frames.exclusions = walk.exclusions
        self.pending = walk.pending + [block for _, block in walk.due]
        # In reading order: a photo that begins further down follows its paragraph, so that its caption interrupts no sentence.
        self.placed += [placed for line, placed in walk.placed if line == 0]
        self.placed += [PlacedLine(piece, broken, slot, k == 0) for k, (broken, slot) in enumerate(zip(lines, walk.used, strict=True))]
        self.placed += [placed for line, placed in walk.placed if line > 0]


def _fitting(rows: list[TableRow], room: float) -> int:
    """How many of the rows fit into so many points."""
    heights = accumulate(row.height for row in rows)
    return sum(1 for _ in takewhile(lambda height: height <= room, heights))


def _goes_on(pieces: list[Piece], index: int) -> bool:
    """Whether text follows piece `index` that is no heading."""
    follower = pieces[index + 1] if index + 1 < len(pieces) else None
    return isinstance(follower, TextPiece) and not follower.keep_next and bool(follower.lines)


def _held_from(piece: Piece, block: PhotoBlock) -> int:
    """The line of its paragraph before which a photo begins a new column; 0, before all of it, where that would leave one line behind."""
    last = len(piece.lines) - 1 if isinstance(piece, TextPiece) else 0
    line = min(block.line, last)
    return line if line >= ORPHAN else 0


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
