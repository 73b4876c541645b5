"""Pieces to places: rows of columns filled in reading order, with widows, orphans, kept headings
and photos that text runs round.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct, field

from layouts.flow.around import ORPHAN, ROUNDS
from layouts.flow.floats import BetweenColumns, FloatBlock, fits, keep_clear, place
from layouts.flow.keeping import (
    air_under,
    chain_start,
    floats_of,
    held_from,
    needed_after,
    needed_here,
    rows_taken,
)
from layouts.flow.notes_place import place_notes
from layouts.flow.pieces import (
    ApartPiece,
    BoxPiece,
    BreakPiece,
    FloatPiece,
    Group,
    HeadingPiece,
    NotesPiece,
    Piece,
    RulePiece,
    SolidPiece,
    TablePiece,
    TextPiece,
)
from layouts.flow.placed import Placed, PlacedHeading, PlacedSolid, PlacedTable, frame_of
from layouts.flow.slots import Cursor, Exclusion, Frames
from layouts.flow.text_place import place_text
from layouts.geometry import rectangle

if TYPE_CHECKING:
    from layouts.flow.note_feet import NoteFeet, NotesKept
    from layouts.flow.sidebar import SidebarBlock
    from layouts.flow.standing_apart import ApartStands


class _Begun(NamedTuple):
    """Where an article begins: the cursor, how much is placed, what stands in the columns."""

    cursor: Cursor
    known: int
    exclusions: dict[tuple[int, int], list[Exclusion]]
    heads: dict[tuple[int, int], int]
    feet: dict[tuple[int, int], int]
    notes: NotesKept | None


class Paginator(Struct):
    """Fills frames from a cursor on with one article. `placed` is the outcome, in reading order;
    `left` the first piece whose headings it left in the column before. Page 0 bears the `number`
    where it matters to `apart`, the photos that stand apart. So many pieces are `begun` with: those
    stand already. `feet` has the notes of an article that stand at the foot of its pages. Lines of
    the pieces `above` stand between their headings and their photos.
    """

    frames: Frames
    cursor: Cursor
    placed: list[Placed] = field(default_factory=list)
    pending: list[FloatBlock] = field(default_factory=list)
    left: int | None = None
    number: int = 0
    apart: ApartStands | None = None
    feet: NoteFeet | None = None
    begun: int = 0
    above: set[int] = field(default_factory=set[int])

    # -- articles ----------------------------------------------------------------------------------

    def place(self, group: Group) -> None:
        """Place an article; where a photo found no page before its text ran out, again with the
        text held back to stand beside it.
        """
        if group.apart:
            from layouts.flow.standing_apart import ApartStands

            self.apart = ApartStands(self.number)
        state = self._snapshot()
        held: dict[int, int] = {}
        for _ in range(ROUNDS):
            homeless = self._pieces(group, held)
            if homeless is None and not (self.apart and self.apart.early):
                break
            self._restore(state)
            if homeless is None:
                continue
            index, block = homeless
            if block is None and index not in self.above:
                # before the heading moves on with its photo, text uses the rows above that
                self.above.add(index)
                continue
            self.above.discard(index)
            held[index] = 0 if block is None else held_from(group.pieces[index], block)
        else:
            # enough rounds: what still has no place stands after the text
            self._pieces(group, held)
        for block in self.pending:
            self.floated(block)
        self.pending = []
        # what bears signs of notes stays with them
        noted = self.feet is not None and self.feet.go_past(self.cursor.page)
        if self.apart and group.closes and not noted:
            self.apart.bring_back(self.frames, self.cursor, self.placed)

    def _pieces(self, group: Group, held: dict[int, int]) -> tuple[int, FloatBlock | None] | None:
        """Place all pieces; where a photo stays without a place, the index of its piece and the
        photo come back, where a text left its headings behind, its index alone.
        """
        pieces = group.pieces
        if self.apart:
            self.apart.begin()
        if group.keep_together and self.cursor.row > self.frames.first_row(self.cursor.frame):
            rows = sum(rows_taken(piece) for piece in pieces)
            # what no column holds whole may as well begin here
            if self.frames.rows_left(self.cursor) < rows <= self.frames.grid.rows:
                self.frames.advance(self.cursor)
        # by identity: two photos of an article may be alike in all that is compared
        owners: dict[int, int] = {}
        # held from its first line on: its headings go along, so the column is ended before them
        breaks = {chain_start(pieces, index) for index, line in held.items() if line == 0}
        for index, piece in enumerate(pieces[self.begun :], self.begun):
            if index in breaks and self.cursor.row > self.frames.first_row(self.cursor.frame):
                self.frames.advance(self.cursor)
            owners.update((id(block), index) for block in floats_of(piece))
            known = len(self.placed)
            if self.apart:
                keep = self.feet.keep_for if self.feet else None
                self.apart.reach(pieces, index, self.frames, self.cursor, keep)
            # 0 was the break right above, there is nothing left to hold
            self.piece(pieces, index, held.get(index) or None)
            if self.apart:
                read = len(self.placed)
                self.apart.read(index, self.placed, known)
                for item in self.placed[read:] if self.feet else ():
                    self.stand_notes(item, ORPHAN)
        for block in self.pending:
            # held once and still homeless: again would bring no more
            if (owner := owners.get(id(block))) is not None and owner not in held:
                return owner, block
        return None if self.left is None or self.left in held else (self.left, None)

    def _snapshot(self) -> _Begun:
        frames = self.frames
        return _Begun(
            self.cursor.copy(),
            len(self.placed),
            {key: list(value) for key, value in frames.exclusions.items()},
            dict(frames.heads),
            dict(frames.feet),
            self.feet.kept() if self.feet else None,
        )

    def _restore(self, state: _Begun) -> None:
        cursor, count, exclusions, heads, feet, notes = state
        # copies again: the next round moves and fills them
        self.cursor = cursor.copy()
        del self.placed[count:]
        self.left = None
        self.frames.exclusions = {key: list(value) for key, value in exclusions.items()}
        self.frames.heads, self.frames.feet = dict(heads), dict(feet)
        self.pending = []
        if self.feet and notes:
            self.feet.restore(notes)

    # -- pieces ------------------------------------------------------------------------------------

    def piece(self, pieces: list[Piece], index: int, held: int | None = None) -> None:
        """Place one piece, its text `held` back from a line on."""
        _PLACE[type(pieces[index])](self, pieces, index, held)

    def page_used(self) -> bool:
        """Whether anything can stand on this page before the cursor."""
        first = self.frames.first_row(self.cursor.frame)
        return self.cursor.column > 0 or self.cursor.row > first

    def _most_columns(self) -> int:
        """So many columns on what stands whole finds one that is as tall as any: the rest of this
        page, all of the next, and those that photos have shortened.
        """
        frames = self.frames
        return 2 * frames.grid.columns + len(frames.heads) + len(frames.feet) + len(frames.notes)

    def new_page(self) -> None:
        """Go on at the head of the next page."""
        page = self.cursor.page
        while self.cursor.page == page:
            self.frames.advance(self.cursor)

    def heading(self, pieces: list[Piece], index: int, piece: HeadingPiece) -> None:
        """Place a heading with all that must follow it; it clears photos and never ends a
        column.
        """
        frames, cursor = self.frames, self.cursor
        follows_heading = index > 0 and isinstance(pieces[index - 1], HeadingPiece)
        # right under another heading it stands as at a column's head, without space before it
        gap = 0 if follows_heading else piece.gap_rows
        cursor.row = frames.clear_of(cursor, gap + rows_taken(piece, follows_heading))
        while self._is_too_short(pieces, index):
            frames.advance(cursor)
        if 0 < frames.first_row(cursor.frame) == cursor.row and frames.rows_left(
            cursor
        ) < rows_taken(piece, at_top=True):
            self.new_page()  # nor under the masthead
        at_top = cursor.row == frames.first_row(cursor.frame)
        need = (
            (0 if at_top else gap)
            + rows_taken(piece, at_top or follows_heading)
            + air_under(pieces, index)
            + needed_after(pieces, index, frames.grid.rows)
            + self.notes_after(pieces, index)
        )
        if not at_top and frames.rows_left(cursor) < need:
            frames.advance(cursor)
            cursor.row = frames.clear_of(cursor, rows_taken(piece, at_top=True))
            at_top = cursor.row == frames.first_row(cursor.frame)
        if not at_top:
            cursor.row += gap
        rows = rows_taken(piece, at_top or follows_heading)
        self.placed.append(PlacedHeading(piece, cursor.page, cursor.column, cursor.row, rows))
        cursor.row += rows + air_under(pieces, index)
        if self.feet:
            self.stand_notes(self.placed[-1], needed_after(pieces, index, frames.grid.rows))

    def notes_after(self, pieces: list[Piece], index: int) -> int:
        """The rows of notes that a heading asks for with all that must follow it."""
        return self.feet.rows_after(pieces, index) if self.feet else 0

    def _notes_of(self, piece: SolidPiece) -> int:
        """The rows of notes that something set asks for, where a column holds all of that."""
        if not self.feet:
            return 0
        cursor, rows = self.cursor, piece.block.rows
        item = PlacedSolid(piece, cursor.page, cursor.column, cursor.row, rows)
        more = self.feet.rows_with(item)
        return more if rows + piece.tail + more <= self.frames.grid.rows else 0

    def stand_notes(self, item: Placed, need: int = 0) -> None:
        """Stand the notes of something placed, `need` rows under it free for what must follow."""
        if not self.feet or not (numbers := self.feet.of_item(item)):
            return
        frame, bottom = frame_of(item), self.cursor.row + need
        own = getattr(getattr(item, "block", None), "notes", None)
        if own is not None:
            self.feet.stand_own(numbers, own, frame, self.cursor)
            return
        if frame != self.cursor.frame:
            # what stands apart: no room is known in a column left, and all of one to come
            is_past = frame < self.cursor.frame
            bottom = self.frames.grid.rows if is_past else self.frames.first_row(frame) + need
        self.feet.stand(numbers, frame, bottom, self.cursor)

    def _is_too_short(self, pieces: list[Piece], index: int) -> bool:
        """Whether a column that begins here, under a masthead or cut by a photo, cannot hold a
        heading with all that must follow it.
        """
        frames, cursor = self.frames, self.cursor
        first, is_cut = frames.first_row(cursor.frame), frames.is_cut(cursor.frame)
        if cursor.row != first or not (is_cut or first):
            return False
        need = needed_here(pieces, index, frames.grid.rows, at_top=True)
        need += self.notes_after(pieces, index)
        return frames.rows_left(cursor) < need and (is_cut or need <= frames.grid.rows)

    def floated(self, block: FloatBlock) -> None:
        """A float on rows of its own."""
        frames, cursor = self.frames, self.cursor
        if isinstance(block, BetweenColumns):
            block = block.inner
        cursor.row = frames.clear_of(cursor)
        # the columns of a front page may all be too short for it
        # the rest of this page, and all columns of the next, which are as tall as any
        for _ in range(self._most_columns()):
            noted = self.feet is None or self.feet.leaves_room(block, cursor)
            if noted and fits(block, cursor, frames):
                break
            frames.advance(cursor)
            cursor.row = frames.clear_of(cursor)
        placed, exclusion = place(block, cursor, frames)
        self.placed.append(placed)
        keep_clear(frames.exclusions, block, cursor, frames, exclusion)
        cursor.row += block.rows
        self.stand_notes(placed)

    def notes(self, piece: NotesPiece) -> None:
        """Place the notes of an article."""
        self.placed += place_notes(piece, self.frames, self.cursor)

    def table(self, piece: TablePiece) -> None:
        """Place a table, over several columns where it must be."""
        # loaded with the first: an issue without one is composed sooner
        from layouts.flow.table_place import place_table

        noted = self.feet.rows_with if self.feet else None
        place_table(piece, self.frames, self.cursor, self._stand, noted)

    def solid(self, piece: SolidPiece) -> None:
        """Place what takes rows of its own whole: in the next column that has them, at the head of
        one where none has.
        """
        frames, cursor, rows = self.frames, self.cursor, piece.block.rows
        cursor.row = frames.clear_of(cursor, rows)
        # the columns of a front page may all be too short for it
        for _ in range(self._most_columns()):
            if rows + piece.tail + self._notes_of(piece) <= frames.rows_left(cursor):
                break
            frames.advance(cursor)
            cursor.row = frames.clear_of(cursor, rows)
        at_top = cursor.row == frames.first_row(cursor.frame)
        self._stand(PlacedSolid(piece, cursor.page, cursor.column, cursor.row, rows, at_top), rows)

    def rule(self, pieces: list[Piece], index: int, piece: RulePiece) -> None:
        """Place a rule below all that stands in its column, where what follows has room under it:
        neither the head nor the foot of a column needs one.
        """
        frames, cursor = self.frames, self.cursor
        cursor.row = frames.under_all(cursor)
        follows = index + 1 < len(pieces)
        need = needed_here(pieces, index + 1, frames.grid.rows, at_top=False) if follows else 0
        at_head = cursor.row == frames.first_row(cursor.frame)
        if at_head or frames.rows_left(cursor) < piece.block.rows + need:
            return
        place = cursor.page, cursor.column, cursor.row, piece.block.rows
        self.placed.append(PlacedSolid(SolidPiece(piece.block), *place))
        cursor.row += piece.block.rows

    def box(self, piece: BoxPiece) -> None:
        """Place a box that no column holds whole, in parts."""
        from layouts.flow.box_parts import BoxSolid, place_box

        def stand(part: SidebarBlock) -> None:
            cursor = self.cursor
            at_top = cursor.row == self.frames.first_row(cursor.frame)
            solid = SolidPiece(BoxSolid(part))
            self._stand(
                PlacedSolid(solid, cursor.page, cursor.column, cursor.row, part.rows, at_top),
                part.rows,
            )

        def noted(part: SidebarBlock) -> int:
            if not self.feet:
                return 0
            place = self.cursor.page, self.cursor.column, self.cursor.row, part.rows
            return self.feet.rows_with(PlacedSolid(SolidPiece(BoxSolid(part)), *place))

        place_box(piece, self.frames, self.cursor, stand, noted if self.feet else None)

    def _stand(self, item: PlacedTable | PlacedSolid, rows: int) -> None:
        """Go on under what fills its rows; that it is as wide as its column is noted as of
        photos.
        """
        frames, cursor = self.frames, self.cursor
        column = frames.column(cursor.column)
        shape = rectangle(
            column.left, frames.grid.row_top(cursor.row), column.width, rows * frames.grid.leading
        )
        frames.exclusions.setdefault(cursor.frame, []).append(
            Exclusion(cursor.row, cursor.row + rows, shape)
        )
        self.placed.append(item)
        cursor.row += rows
        self.stand_notes(item)


def _new_page(paginator: Paginator, piece: BreakPiece) -> None:
    if paginator.page_used():
        paginator.new_page()
    frames = paginator.frames
    if piece.closes and (frames.heads or frames.feet or frames.notes):
        # what waits gets its page: another part begins after it
        last = max(page for page, _ in (*frames.heads, *frames.feet, *frames.notes))
        while paginator.cursor.page <= last:
            paginator.new_page()


_PLACE: dict[type[Piece], Callable[[Paginator, list[Any], int, int | None], None]] = {
    TextPiece: lambda paginator, pieces, index, held: place_text(
        paginator, pieces, index, pieces[index], held
    ),
    HeadingPiece: lambda paginator, pieces, index, _: paginator.heading(
        pieces, index, pieces[index]
    ),
    TablePiece: lambda paginator, pieces, index, _: paginator.table(pieces[index]),
    NotesPiece: lambda paginator, pieces, index, _: paginator.notes(pieces[index]),
    SolidPiece: lambda paginator, pieces, index, _: paginator.solid(pieces[index]),
    BoxPiece: lambda paginator, pieces, index, _: paginator.box(pieces[index]),
    FloatPiece: lambda paginator, pieces, index, _: paginator.floated(pieces[index].block),
    ApartPiece: lambda paginator, pieces, index, _: None,  # noqa: ARG005, it takes no rows
    BreakPiece: lambda paginator, pieces, index, _: _new_page(paginator, pieces[index]),
    RulePiece: lambda paginator, pieces, index, _: paginator.rule(pieces, index, pieces[index]),
}
"""How each kind of piece is placed."""
