"""Where photos stand that stand apart from their paragraph: the head or foot of columns, pages of
their own, on its page or after it; what waits already keeps its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from msgspec import Struct

from layouts.flow.apart_photos import LEAST_TEXT, ApartPhoto
from layouts.flow.apart_rows import ApartRow
from layouts.flow.floats import FloatBlock, PlacedFloat
from layouts.flow.keeping import is_heading, needed_here
from layouts.flow.pieces import ApartPiece, HeadingPiece, Piece, TextPiece
from layouts.flow.placed import Placed
from layouts.flow.slots import Cursor, Frames
from layouts.issue.photo import PhotoPlace

if TYPE_CHECKING:
    from layouts.flow.apart_boxes import ApartBox

Apart: TypeAlias = "ApartPhoto | ApartBox | ApartRow"
Standing = list[PlacedFloat]


class Reached(Struct, frozen=True):
    """Where a paragraph is reached whose photos stand apart.

    It takes `need` rows of its column at least, its headings with it. Page 0 bears the `number`,
    or one of its parity. No photo stands before page `least`; one `alone`, with no paragraph, may
    take a page that nothing stands on yet.
    """

    cursor: Cursor
    need: int
    number: int
    least: int = 0
    alone: bool = False


def stand_apart(block: Apart, frames: Frames, reached: Reached) -> Standing:
    """Stand a photo at the first place of its kind that is free; no text comes there."""
    if _is_table(block) and block.near and block.instead is not None:
        here = max(reached.cursor.page, reached.least) == reached.cursor.page
        foot = _at_this_foot(block.instead, frames, reached) if here else None
        if foot is not None:
            return [foot]
    if block.place is PhotoPlace.TOP:
        return _at_head(block, frames, reached)
    if block.place is PhotoPlace.FOOT:
        return _at_foot(block, frames, reached)
    return _on_pages(block, frames, reached)


class ApartStands:
    """The photos of one article that stand apart, from when their paragraph is reached until it is
    read. Page 0 bears the `number`, or one of its parity. `early` says that one came to stand on
    a page before its paragraph.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._waiting: dict[int, Standing] = {}
        self._least: dict[int, int] = {}
        self._table = 0
        self.early = False

    def begin(self) -> None:
        """All pieces are placed, maybe again."""
        self._waiting.clear()
        self._table = 0
        self.early = False

    def reach(
        self,
        pieces: list[Piece],
        index: int,
        frames: Frames,
        cursor: Cursor,
        keep: Callable[[PlacedFloat, Cursor], None] | None = None,
    ) -> None:
        """Stand the photos of the paragraph that piece `index` is, or the first heading over;
        `keep` keeps room for the notes on their words.
        """
        if index and _is_over(pieces[index - 1]):
            return
        owner = index
        while owner < len(pieces) and is_heading(pieces[owner]):
            owner += 1
        blocks = _apart_of(pieces[owner]) if owner < len(pieces) else []
        for block in blocks:
            at_top = cursor.row == frames.first_row(cursor.frame)
            need = needed_here(pieces, index, frames.grid.rows, at_top=at_top)
            alone = isinstance(pieces[owner], ApartPiece)
            least = max(self._least.get(id(block), 0), _after(block, self._table))
            reached = Reached(cursor, need, self._number, least, alone)
            standing = stand_apart(block, frames, reached)
            self._table = max(self._table, _table_page(standing))
            self._waiting.setdefault(owner, []).extend(standing)
            if keep is not None:
                for item in standing:
                    keep(item, cursor)
            # a photo that stands above
            cursor.row = max(cursor.row, frames.first_row(cursor.frame))
            if frames.last_row(cursor.frame) <= cursor.row == frames.first_row(cursor.frame):
                frames.advance(cursor)

    def bring_back(self, frames: Frames, cursor: Cursor, placed: list[Placed]) -> None:
        """Nothing follows on this page: what waits for the head of the next, where it would stand
        alone, stands at the foot of this one where it has room; what waits behind it moves up.
        """
        waiting = [
            item
            for item in placed
            if isinstance(item, PlacedFloat) and item.page > cursor.page and _is_apart(item.block)
        ]
        if not any(_at_foot_instead(item) for item in waiting):
            return
        heads, feet = dict(frames.heads), dict(frames.feet)
        for item in waiting:
            _release(item, frames)
        stood: Standing = []
        is_back = False
        facing: Apart | None = None
        for item in waiting:
            block = item.block
            if not _is_apart(block) or block is facing:
                continue
            facing = block.facing
            table = _table_page(stood)
            foot = _at_foot_instead(item)
            may = foot is not None and _after(block, table) <= cursor.page
            end = Reached(cursor, 0, 0)
            here = _at_this_foot(foot, frames, end) if may and foot is not None else None
            is_back = is_back or here is not None
            again = Reached(cursor, 0, self._number, _after(block, table))
            stood += [here] if here is not None else stand_apart(block, frames, again)
        if not is_back:
            frames.heads, frames.feet = heads, feet
            return
        at = placed.index(waiting[0])
        placed[:] = [item for item in placed if not any(item is other for other in waiting)]
        placed[at:at] = stood

    def read(self, index: int, placed: list[Placed], known: int) -> None:
        """Piece `index` is placed, from `known` on: its photos are read after it. One that stands
        on a page before it will do so no more.
        """
        standing = self._waiting.pop(index, None)
        if not standing:
            return
        begins = placed[known].page if len(placed) > known else 0
        for photo in standing:
            if photo.page < begins:
                self._least[id(photo.block)] = begins
                self.early = True
        placed += standing


def _is_over(piece: Piece) -> bool:
    """Whether a heading stands in the column over what follows it; one across columns stands
    already.
    """
    return is_heading(piece) and not (isinstance(piece, HeadingPiece) and piece.across > 1)


def _after(block: Apart, table: int) -> int:
    """The first page that a block may stand on where the last table stands on page `table`."""
    if not _is_table(block):
        return 0
    return table + block.follows


def _table_page(standing: Standing) -> int:
    """The page of the last table that stands apart; the first where none does."""
    return max((item.page for item in standing if _is_table(item.block)), default=0)


def _is_table(block: FloatBlock) -> TypeGuard[ApartBox]:
    return _is_apart(block) and getattr(block, "is_table", False)


def _is_apart(block: FloatBlock) -> TypeGuard[Apart]:
    """Whether a float stands apart: a photo or a row of them, a box or pull quote."""
    if isinstance(block, ApartPhoto | ApartRow):
        return True
    from layouts.flow.apart_boxes import ApartBox

    return isinstance(block, ApartBox)


def _at_foot_instead(item: PlacedFloat) -> Apart | None:
    return item.block.instead if _is_apart(item.block) else None


def _release(item: PlacedFloat, frames: Frames) -> None:
    """Give back the columns that a photo stands in."""
    block = item.block
    if _is_apart(block):
        rows = frames.feet if block.place is PhotoPlace.FOOT else frames.heads
        for column in range(item.column, item.column + block.columns):
            rows.pop((item.page, column), None)


def _apart_of(piece: Piece) -> list[Apart]:
    if isinstance(piece, TextPiece):
        return piece.apart
    return [piece.block] if isinstance(piece, ApartPiece) else []


# -- head and foot ---------------------------------------------------------------------------------


def _at_head(block: Apart, frames: Frames, reached: Reached) -> Standing:
    for page, columns in _places(block, frames, reached):
        first = frames.starts.get(page, 0)
        if block.edges.top and first:
            continue  # under the masthead it could not go to the edge of the page
        if all(
            _head_is_free((page, k), first, block, frames, reached, _noted(block, k, columns))
            for k in columns
        ):
            for k in columns:
                frames.heads[page, k] = first + block.rows
            return [_placed(block, page, columns[0], first, frames)]
    raise AssertionError("pages do not end")  # pragma: no cover


def _at_foot(block: Apart, frames: Frames, reached: Reached) -> Standing:
    foot = frames.grid.rows - block.rows
    for page, columns in _places(block, frames, reached):
        if all(
            _foot_is_free((page, k), foot, block, frames, reached, _noted(block, k, columns))
            for k in columns
        ):
            for k in columns:
                frames.feet[page, k] = foot
            return [_placed(block, page, columns[0], foot, frames)]
    raise AssertionError("pages do not end")  # pragma: no cover


def _at_this_foot(block: Apart, frames: Frames, reached: Reached) -> PlacedFloat | None:
    """The photo at the foot of the page that is reached, under all text; None where there is no
    room.
    """
    foot = frames.grid.rows - block.rows
    for page, columns in _places(block, frames, reached):
        if page > reached.cursor.page:
            return None
        if all(
            _foot_is_free((page, k), foot, block, frames, reached, _noted(block, k, columns))
            for k in columns
        ):
            for k in columns:
                frames.feet[page, k] = foot
            return _placed(block, page, columns[0], foot, frames)
    return None


def _noted(block: Apart, column: int, columns: range) -> int:
    """The rows that notes on the words of a block take in a column: they stand in its first."""
    return block.note_rows if column == columns.start else 0


def _places(block: Apart, frames: Frames, reached: Reached) -> Iterator[tuple[int, range]]:
    """Columns beside each other, page by page from that of the paragraph on; at the edge of the
    page that the photo goes to.
    """
    last = frames.grid.columns - block.columns
    begins = range(last + 1)
    if block.edges.left:
        begins = range(1)
    elif block.edges.right:
        begins = range(last, last + 1)
    for page in count(max(reached.cursor.page, reached.least)):
        for begin in begins:
            yield page, range(begin, begin + block.columns)


def _head_is_free(
    frame: tuple[int, int],
    first: int,
    block: Apart,
    frames: Frames,
    reached: Reached,
    noted: int,
) -> bool:
    """Whether nothing stands in a column yet, and text has room there under the photo."""
    cursor, end = reached.cursor, first + block.rows
    if frame in frames.heads or frame < cursor.frame:
        return False
    least = _least_text(frame, frames)
    if frame == cursor.frame:
        if cursor.row > first:
            return False
        least = max(least, reached.need)
    room = frames.over_notes(frame) - end - noted
    return room >= least and _is_blank(frame, first, end, frames)


def _foot_is_free(
    frame: tuple[int, int],
    foot: int,
    block: Apart,
    frames: Frames,
    reached: Reached,
    noted: int,
) -> bool:
    """Whether text has not come to the foot of a column, and has room above the photo."""
    cursor = reached.cursor
    if frame in frames.feet or frame < cursor.frame:
        return False
    least = _least_text(frame, frames)
    first = frames.heads.get(frame, frames.starts.get(frame[0], 0))
    if frame == cursor.frame:
        first = max(first, cursor.row)
        least = reached.need if first > frames.first_row(frame) else max(least, reached.need)
    above = foot - (frames.foot(frame) - frames.over_notes(frame)) - noted
    return above - first >= least and _is_blank(frame, foot, foot + block.rows, frames)


def _least_text(frame: tuple[int, int], frames: Frames) -> int:
    """The rows that stay for text: between two photos more than beside one."""
    return frames.grid.rows // 3 if frames.is_cut(frame) else LEAST_TEXT


def _is_blank(frame: tuple[int, int], first: int, end: int, frames: Frames) -> bool:
    return all(
        taken.end <= first or taken.first >= end for taken in frames.exclusions.get(frame, ())
    )


# -- pages -----------------------------------------------------------------------------------------


def _on_pages(block: Apart, frames: Frames, reached: Reached) -> Standing:
    """On the next page that nothing stands on, or the next two that face each other."""
    blocks = [block] if block.facing is None else [block, block.facing]
    own = reached.alone and _is_unused(reached.cursor, frames)
    page = max(reached.cursor.page + (not own), reached.least)
    while not all(_page_is_free(page + k, frames) for k in range(len(blocks))) or (
        # the left one of two that face each other bears an even number
        len(blocks) > 1 and (reached.number + page) % 2
    ):
        page += 1
    for k in range(len(blocks)):
        for column in range(frames.grid.columns):
            frames.heads[page + k, column] = frames.grid.rows
    return [_placed(half, page + k, 0, 0, frames) for k, half in enumerate(blocks)]


def _is_unused(cursor: Cursor, frames: Frames) -> bool:
    return cursor.column == 0 and cursor.row <= frames.first_row(cursor.frame)


def _page_is_free(page: int, frames: Frames) -> bool:
    frames_of = [(page, column) for column in range(frames.grid.columns)]
    return not frames.starts.get(page, 0) and not any(
        frames.is_cut(frame) or frames.exclusions.get(frame) for frame in frames_of
    )


def _placed(block: Apart, page: int, column: int, row: int, frames: Frames) -> PlacedFloat:
    grid = frames.grid
    return PlacedFloat(block, page, column, row, grid.column_left(column), grid.row_top(row))
