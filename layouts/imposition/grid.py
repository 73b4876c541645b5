"""N-up as arithmetic: how many columns and rows stand on a sheet, where each place is, and which
page comes into it. No PDF in here.

Lengths in points; places are counted from 0, across and then down; pages from 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from layouts.units import mm

Arrangement = Literal["reduced", "sequence", "stack", "repeat"]
"""Pages in turn, made smaller, for reading round (缩拼); pages in turn at their own size; the
same in the order in which the piles of a cut sheet are put on each other (切后叠放); one page as
often as it fits (连晒).
"""

MOST_UP = 64
"""Pages on a side: more are stamps."""

MOST_GUTTER = 50.0
"""mm between neighbours: more is a slip of the pen."""

REDUCED_MARGIN, REDUCED_GAP = mm(5), mm(4)
"""Round the pages made smaller, where office printers do not print, and between them."""

MARK_ROOM = mm(2.5)
"""Round what is printed, for the shortest mark and its distance (`layouts.imposition.marks`)."""

SLACK = mm(0.5)
"""By which pages may be larger than the sheet: A4 is half of A3 but for rounding."""

Edges = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class PageGrid(Struct, frozen=True):
    """Places for pages on a sheet, in its middle: the lower left corner of the first, how far it is
    to the next across and down, the size of each, and by how much pages are made smaller.
    """

    columns: int
    rows: int
    sheet: tuple[float, float]
    cell: tuple[float, float]
    step: tuple[float, float]
    first: tuple[float, float]
    scale: float = 1.0

    @property
    def is_landscape(self) -> bool:
        """Whether the sheet lies on its long side."""
        return self.sheet[0] >= self.sheet[1]

    @property
    def places(self) -> int:
        """How many pages there is room for."""
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """Where the lower left corner of a place stands on the sheet."""
        row, column = divmod(place, self.columns)
        return self.first[0] + column * self.step[0], self.first[1] - row * self.step[1]

    def cuts(self) -> tuple[list[float], list[float]]:
        """The x and the y at which the sheet is cut into its pages; one cut where two pages
        touch.
        """
        width, height = self.cell
        lefts = [self.corner(column)[0] for column in range(self.columns)]
        feet = [self.corner(row * self.columns)[1] for row in range(self.rows)]
        across = {round(x, 3) for left in lefts for x in (left, left + width)}
        down = {round(y, 3) for foot in feet for y in (foot, foot + height)}
        return sorted(across), sorted(down)


def reduced_grid(page: tuple[float, float], up: int, paper: tuple[float, float]) -> PageGrid:
    """The sheet, upright or landscape, on which so many pages come out largest, never larger than
    they are.
    """
    grids = [
        grid
        for sheet in (paper, (paper[1], paper[0]))
        for count in _shapes(up)
        if (grid := _scaled(page, count, sheet))
    ]
    return max(grids, key=lambda grid: (round(grid.scale, 6), -grid.places, grid.is_landscape))


def _shapes(up: int) -> list[tuple[int, int]]:
    """Columns and rows that hold so many pages."""
    return [(columns, -(-up // columns)) for columns in range(1, up + 1)]


def _scaled(
    page: tuple[float, float], count: tuple[int, int], sheet: tuple[float, float]
) -> PageGrid | None:
    room = [
        side - 2 * REDUCED_MARGIN - (many - 1) * REDUCED_GAP
        for side, many in zip(sheet, count, strict=True)
    ]
    if min(room) <= 0:
        return None
    scale = min(
        1.0, *(have / many / side for have, many, side in zip(room, count, page, strict=True))
    )
    cell = (page[0] * scale, page[1] * scale)
    return _centred(count, sheet, cell, (REDUCED_GAP, REDUCED_GAP), scale)


def full_size_grid(
    page: tuple[float, float],
    bleed: Edges,
    gutter: float,
    up: int,
    paper: tuple[float, float],
    margin: float,
) -> PageGrid | None:
    """The sheet, upright or landscape, with room for `up` pages at their own size, or for as many
    as fit where that is 0; None where they do not fit.

    `gutter` lies between the bleeds of neighbours, `margin` round everything.
    """
    between = (bleed[0] + bleed[2] + gutter, bleed[1] + bleed[3] + gutter)
    # the trims are in the middle, so the wider bleed needs room on either side
    outer = (max(bleed[0], bleed[2]), max(bleed[1], bleed[3]))
    grids: list[PageGrid] = []
    for sheet in (paper, (paper[1], paper[0])):
        columns, rows = (
            int((side - 2 * (margin + edge) + gap + SLACK) / (length + gap))
            for side, edge, length, gap in zip(sheet, outer, page, between, strict=True)
        )
        grids += [
            _centred(count, sheet, page, between)
            for count in (_shapes(up) if up else [(columns, rows)])
            if 0 < count[0] <= columns and 0 < count[1] <= rows
        ]
    if not grids:
        return None
    if not up:
        return max(grids, key=lambda grid: (grid.places, grid.is_landscape))
    return max(grids, key=lambda grid: (-grid.places, grid.is_landscape, grid.columns))


def _centred(
    count: tuple[int, int],
    sheet: tuple[float, float],
    cell: tuple[float, float],
    between: tuple[float, float],
    scale: float = 1.0,
) -> PageGrid:
    """A grid whose pages, without their bleed, are in the middle of the sheet: so a back lies
    behind its front.
    """
    step = (cell[0] + between[0], cell[1] + between[1])
    width, height = (many * far - gap for many, far, gap in zip(count, step, between, strict=True))
    left = (sheet[0] - width) / 2
    foot_of_first = (sheet[1] + height) / 2 - cell[1]
    return PageGrid(*count, sheet, cell, step, (left, foot_of_first), scale)


def sides(
    pages: int,
    up: int,
    columns: int,
    arrangement: Literal["reduced", "sequence", "stack"],
    *,
    duplex: bool = False,
) -> Iterator[list[int | None]]:
    """The page in each place of every side; None is left empty.

    With `duplex` a page and the next are front and back of a leaf: sides are fronts and backs in
    turn, and the columns of a back stand in reverse, behind their fronts. Sheets of pages made
    smaller are not cut into leaves.
    """
    if arrangement == "reduced":
        for start in range(1, pages + 1, up):
            yield [page if page <= pages else None for page in range(start, start + up)]
        return
    each = 2 if duplex else 1
    leaves = -(-pages // each)
    sheets = -(-leaves // up)
    for sheet in range(sheets):
        shown = [
            place * sheets + sheet if arrangement == "stack" else sheet * up + place
            for place in range(up)
        ]
        yield [_page(leaf * each + 1, pages) for leaf in shown]
        if duplex:
            yield _mirrored([_page(leaf * each + 2, pages) for leaf in shown], columns)


def _page(page: int, pages: int) -> int | None:
    return page if page <= pages else None


def _mirrored(side: list[int | None], columns: int) -> list[int | None]:
    """Each row in reverse, as it lies when the sheet is turned over about its upright middle."""
    full = side + [None] * (-len(side) % columns)
    rows = [full[start : start + columns] for start in range(0, len(full), columns)]
    return [page for row in rows for page in reversed(row)]
