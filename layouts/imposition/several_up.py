"""N-up (拼版): several pages of a PDF, or one of them several times, on each side of a sheet.

The same file and settings give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import pikepdf
from msgspec import Struct
from pikepdf import Dictionary, Name

from layouts.errors import ExportError
from layouts.imposition.grid import (
    MARK_ROOM,
    MOST_GUTTER,
    MOST_UP,
    Arrangement,
    PageGrid,
    full_size_grid,
    reduced_grid,
    sides,
)
from layouts.imposition.marks import LINE, Edges, cut_marks
from layouts.imposition.sheet_file import page_box, saved, settle
from layouts.imposition.source import (
    PlacedPage,
    one_that_differs,
    opened,
    placed_pages,
    reading,
    size_said,
)
from layouts.messages.several_up import (
    GUTTER_UNFIT,
    PAGE_LARGER_THAN_SHEET,
    SHEET_TOO_SMALL,
    SIZES_DIFFER,
    UP_MISSING,
    UP_UNFIT,
)
from layouts.papers import PAPERS
from layouts.pdf.syntax import number
from layouts.units import mm

FRAME = "0.6 G"
"""Grey: the edge of a page made smaller, which is seen and not taken for a rule of the page."""


class _SheetOrder(Struct, frozen=True):
    """What sheets are asked for; lengths in pt."""

    arrangement: Arrangement
    up: int
    paper: tuple[float, float]
    gutter: float
    marks: bool
    name: str


def several_up(
    data: bytes,
    arrangement: Arrangement = "reduced",
    *,
    up: int = 0,
    paper: tuple[float, float] = PAPERS["A3"],
    gutter: float = 0.0,
    marks: bool = False,
    duplex: bool = False,
    name: str = "PDF",
) -> bytes:
    """The pages of a PDF on sheets, `up` on each side, or as many as fit where that is 0.

    Lengths in mm. `paper` is width and height of the sheet, which is turned as it suits the pages.
    Reduced ones are scaled to fit and shown to their trim, in a grey frame; others have their own
    size and bleed, `gutter` between the bleeds of neighbours, and with `marks` crop marks outside.
    With `duplex` a page and the next are front and back. `name` is what errors call the file.

    ExportError for what cannot be laid: no PDF, encrypted, damaged; a number of pages that is none
    or does not fit; pages of different size on one sheet, unless reduced.
    """
    _check(arrangement, up, gutter)
    asked = _SheetOrder(arrangement, up, (mm(paper[0]), mm(paper[1])), mm(gutter), marks, name)
    with reading(data, name):
        pdf = opened(data, name)
        pages = placed_pages(pdf)
        grid_of = _grids(pages, asked)
        first = grid_of(1)
        shown = (
            ([page] * (up or grid_of(page).places) for page in range(1, len(pages) + 1))
            if arrangement == "repeat"
            else sides(len(pages), up or first.places, first.columns, arrangement, duplex=duplex)
        )
        laid = [_side(pdf, grid_of, pages, side, asked) for side in shown if any(side)]
        del pdf.pages[:]
        for side in laid:
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(side)))
        settle(pdf, _turned_over(first) if duplex else None)
        return saved(pdf)


def _check(arrangement: Arrangement, up: int, gutter: float) -> None:
    """ExportError for numbers that cannot be meant."""
    if not 0 <= up <= MOST_UP:
        raise ExportError(*UP_UNFIT(up=up, most=MOST_UP))
    if arrangement == "reduced" and not up:
        raise ExportError(*UP_MISSING())
    if not 0 <= gutter <= MOST_GUTTER:
        raise ExportError(*GUTTER_UNFIT(gutter=gutter, most=MOST_GUTTER))


def _turned_over(grid: PageGrid) -> Name:
    """How the printer turns a sheet about its upright middle."""
    return Name.DuplexFlipShortEdge if grid.is_landscape else Name.DuplexFlipLongEdge


def _grids(pages: Sequence[PlacedPage], asked: _SheetOrder) -> Callable[[int], PageGrid]:
    """Gives the grid of the side that a page, by its number, stands on.

    ExportError where pages do not fit theirs.
    """
    if asked.arrangement == "reduced":
        sizes = Counter((round(page.width, 1), round(page.height, 1)) for page in pages)
        one = reduced_grid(sizes.most_common(1)[0][0], asked.up, asked.paper)
        return lambda _: one
    if asked.arrangement == "repeat":
        each = [_full_size(page, page.bleed, place, asked) for place, page in enumerate(pages, 1)]
        return lambda page: each[page - 1]
    if differing := one_that_differs(pages):
        at, page = differing
        size, first = size_said(page), size_said(pages[0])
        raise ExportError(*SIZES_DIFFER(name=asked.name, number=at, size=size, first=first))
    left, bottom, right, top = (max(page.bleed[edge] for page in pages) for edge in range(4))
    same = _full_size(pages[0], (left, bottom, right, top), 1, asked)
    return lambda _: same


def _full_size(page: PlacedPage, bleed: Edges, place: int, asked: _SheetOrder) -> PageGrid:
    margin = MARK_ROOM if asked.marks else 0.0
    grid, most = (
        full_size_grid((page.width, page.height), bleed, asked.gutter, up, asked.paper, margin)
        for up in (asked.up, 0)
    )
    if grid:
        return grid
    width, height = (round(side / mm(1), 2) for side in asked.paper)
    said = {"name": asked.name, "number": place, "size": size_said(page)}
    if most is None:
        raise ExportError(*PAGE_LARGER_THAN_SHEET(**said, width=width, height=height))
    fitting = most.places
    raise ExportError(
        *SHEET_TOO_SMALL(**said, width=width, height=height, up=asked.up, most=fitting)
    )


def _side(
    pdf: pikepdf.Pdf,
    grid_of: Callable[[int], PageGrid],
    pages: Sequence[PlacedPage],
    shown: Sequence[int | None],
    asked: _SheetOrder,
) -> Dictionary:
    """One side of a sheet as a page."""
    grid = grid_of(next(page for page in shown if page))
    forms = Dictionary()
    drawn: list[str] = []
    bleed = [0.0, 0.0, 0.0, 0.0]
    is_reduced = asked.arrangement == "reduced"
    for place, page_number in enumerate(shown):
        if page_number is None:
            continue
        page = pages[page_number - 1]
        forms[f"/P{page_number}"] = page.form
        form, corner = f"P{page_number}", grid.corner(place)
        drawn.append(
            _reduced(page, form, corner, grid) if is_reduced else _full(page, form, corner)
        )
        bleed = list(map(max, bleed, page.bleed))
    sheet = (0.0, 0.0, *grid.sheet)
    trim = bled = sheet
    if not is_reduced:
        across, down = grid.cuts()
        trim = _inside((across[0], down[0], across[-1], down[-1]), grid.sheet)
        bled = _inside(
            (trim[0] - bleed[0], trim[1] - bleed[1], trim[2] + bleed[2], trim[3] + bleed[3]),
            grid.sheet,
        )
        drawn += cut_marks(across, down, bled, grid.sheet) if asked.marks else []
    return Dictionary(
        Type=Name.Page,
        MediaBox=page_box(sheet),
        BleedBox=page_box(bled),
        TrimBox=page_box(trim),
        Resources=Dictionary(XObject=forms),
        Contents=pikepdf.Stream(pdf, "\n".join(drawn).encode("ascii")),
    )


def _full(page: PlacedPage, form: str, at: tuple[float, float]) -> str:
    """Draw a page at its own size, with its bleed."""
    x, y = at
    left, bottom, right, top = page.bleed
    clip = (x - left, y - bottom, page.width + left + right, page.height + bottom + top)
    return _placed(clip, f"1 0 0 1 {number(x - page.x)} {number(y - page.y)} cm", form)


def _reduced(page: PlacedPage, form: str, at: tuple[float, float], grid: PageGrid) -> str:
    """Draw a page to its trim, in the middle of its place, in a frame; one of another size than
    most as large as the place lets it be, never larger than they are.
    """
    scale = min(grid.scale, grid.cell[0] / page.width, grid.cell[1] / page.height)
    width, height = page.width * scale, page.height * scale
    x, y = at[0] + (grid.cell[0] - width) / 2, at[1] + (grid.cell[1] - height) / 2
    across, down = x - page.x * scale, y - page.y * scale
    size = number(scale)
    box = (x, y, width, height)
    matrix = f"{size} 0 0 {size} {number(across)} {number(down)} cm"
    frame = f"q {FRAME} {number(LINE)} w {_rectangle(box)} S Q"
    return f"{_placed(box, matrix, form)}\n{frame}"


def _placed(clip: Edges, matrix: str, form: str) -> str:
    return f"q {_rectangle(clip)} W n {matrix} /{form} Do Q"


def _rectangle(box: Edges) -> str:
    """The path of a rectangle: left, foot, width, height."""
    return f"{' '.join(map(number, box))} re"


def _inside(edges: Edges, sheet: tuple[float, float]) -> Edges:
    """What of a rectangle is on the sheet."""
    left, bottom, right, top = edges
    return max(left, 0.0), max(bottom, 0.0), min(right, sheet[0]), min(top, sheet[1])
