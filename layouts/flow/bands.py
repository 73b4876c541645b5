"""Where a headline across columns stands: under all that its page holds, its text in the columns
below it.
"""

from __future__ import annotations

from itertools import takewhile

from layouts.flow.keeping import air_under, needed_after
from layouts.flow.paginate import Paginator
from layouts.flow.pieces import Band, BreakPiece, Group, HeadingPiece, Piece
from layouts.flow.placed import PlacedHeading
from layouts.flow.slots import Cursor, Frames

LEAST_UNDER, LEAST_BOXED = 4, 8
"""Rows of text that stand under a headline across columns, in a frame: in fewer, columns are
stripes, and a frame over two pages has its headline alone.
"""


def open_band(group: Group, band: Band, paginator: Paginator) -> None:
    """Begin a band: its headings over its columns, on the next page where this one has too little
    room for them and what follows; what columns are left go on beside them.
    """
    frames, cursor, pieces = paginator.frames, paginator.cursor, group.pieces
    begun = sum(1 for _ in takewhile(lambda piece: isinstance(piece, BreakPiece), pieces))
    for index in range(begun):
        paginator.piece(pieces, index)
    over = sum(1 for _ in takewhile(_stands_across, pieces[begun:])) if band.across > 1 else 0
    # a row to the frame above, one to that below
    framed = int(group.boxed)
    # a page made to end level holds all of the article: its frame goes over no page
    least = LEAST_BOXED if framed and cursor.page not in frames.ends else LEAST_UNDER
    under = max(least, needed_after(pieces, begun + over - 1, frames.grid.rows))
    need = _need(pieces, begun, over, under) + 2 * framed
    while _room(frames, cursor, band) < need and not _is_blank(frames, cursor.page):
        paginator.new_page()
    paginator.begun = begun + over
    row = _free_row(frames, cursor, band, need) + framed
    if framed:
        frames.starts[cursor.page] = row
        cursor.row = row
    for index in range(begun, begun + over):
        piece = pieces[index]
        if isinstance(piece, HeadingPiece):
            rows = _rows(piece, follows=index > begun)
            paginator.placed.append(PlacedHeading(piece, cursor.page, 0, row, rows))
            row += rows + air_under(pieces, index)
    if over:
        for column in range(band.across):
            frames.heads[cursor.page, column] = row
        cursor.row = row


def _stands_across(piece: Piece) -> bool:
    return isinstance(piece, HeadingPiece) and piece.across > 1


def _rows(piece: HeadingPiece, *, follows: bool) -> int:
    """Rows of a heading over columns: a headline keeps its space before under that of a section,
    whose ground its large type would touch.
    """
    return piece.rows if follows and piece.origin.role == "headline" else piece.rows_at_top


def _need(pieces: list[Piece], begun: int, over: int, under: int) -> int:
    """Rows that a band takes at least, with so many under its headings."""
    return under + sum(
        _rows(piece, follows=index > begun) + air_under(pieces, index)
        for index, piece in enumerate(pieces[begun : begun + over], begun)
        if isinstance(piece, HeadingPiece)
    )


def _room(frames: Frames, cursor: Cursor, band: Band) -> int:
    """Rows that the columns of a band have on the page of the cursor, the shortest of them."""
    columns = [(cursor.page, column) for column in range(band.across)]
    return min(map(frames.last_row, columns)) - max(map(frames.first_row, columns))


def _is_blank(frames: Frames, page: int) -> bool:
    """Whether a page has no less room than any."""
    columns = [(page, column) for column in range(frames.grid.columns)]
    return not frames.starts.get(page, 0) and not any(map(frames.is_cut, columns))


def _free_row(frames: Frames, cursor: Cursor, band: Band, rows: int) -> int:
    """The first row from which nothing stands in the columns of a band."""
    places = [Cursor(cursor.page, column) for column in range(band.across)]
    row = max(frames.first_row(place.frame) for place in places)
    for _ in places:
        for place in places:
            place.row = row
            row = max(row, frames.clear_of(place, rows))
    return row
