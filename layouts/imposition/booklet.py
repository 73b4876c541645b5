"""Saddle stitch (骑马订) and signatures for perfect binding (胶订): a PDF's pages become the sides
of sheets.

The same file and settings give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
from msgspec import Struct
from pikepdf import Dictionary, Name

from layouts.errors import ExportError
from layouts.imposition.marks import Edges, collating_mark, sheet_marks
from layouts.imposition.sheet_file import page_box, saved, settle
from layouts.imposition.sheets import checked_creep, shift, sides, signatures
from layouts.imposition.source import (
    PlacedPage,
    one_that_differs,
    opened,
    placed_pages,
    reading,
    size_said,
)
from layouts.messages.booklet import PAGES_DIFFER, SPREAD_TOO_LARGE
from layouts.papers import PAPERS
from layouts.pdf.syntax import number
from layouts.units import mm

SLACK = 0.5
"""mm by which the pages may be larger than the sheet: A4 is two halves of A3 but for rounding."""


class _Spread(Struct, frozen=True):
    """The spread in the middle of the sheet, in pt: the spine's x, the foot of the pages, the size
    of one page, the sheet.
    """

    spine: float
    foot: float
    width: float
    height: float
    sheet: tuple[float, float]

    @property
    def trim(self) -> Edges:
        """Both pages together.

        A4 pages may be a hair larger than half of A3: then it is the sheet.
        """
        return self.inside(
            (self.spine - self.width, self.foot, self.spine + self.width, self.foot + self.height)
        )

    def inside(self, edges: Edges) -> Edges:
        """What of a rectangle is on the sheet."""
        left, bottom, right, top = edges
        return max(left, 0.0), max(bottom, 0.0), min(right, self.sheet[0]), min(top, self.sheet[1])


def impose(
    data: bytes,
    creep: float = 0.0,
    *,
    thickness: float = 0.0,
    paper: tuple[float, float] = PAPERS["A3"],
    marks: bool = False,
    keep_last: bool = True,
    signature: int = 0,
    name: str = "PDF",
) -> bytes:
    """The pages of a PDF as a booklet: two up, fronts and backs in turn, for a duplex printer that
    flips on the short edge.

    Lengths in mm. `creep` is how far the innermost sheet sticks out over the outermost when folded;
    where it is 0 it follows from the `thickness` of the paper (80 g office paper has 0.1). `paper`
    is width and height of the sheet, landscape. `marks` are crop marks, where the sheet is larger
    than the pages and their bleed; fold marks come wherever there is room. With `keep_last` the
    last page is the outside of the back, and blanks come before it. With a `signature` of so many
    pages these are folded one by one, for perfect binding; where there is more than one, a step on
    the spine of each shows with `marks` whether they are gathered in order. `name` is what errors
    call the file.

    ExportError for what cannot become a booklet: no PDF, encrypted, damaged, pages of different
    size, pages larger than half the sheet.
    """
    with reading(data, name):
        pdf = opened(data, name)
        pages = placed_pages(pdf)
        if differing := one_that_differs(pages):
            at, page = differing
            size, first = size_said(page), size_said(pages[0])
            raise ExportError(*PAGES_DIFFER(name=name, number=at, size=size, first=first))
        place = _placed_spread(paper, pages[0], name)
        folded = signatures(len(pages), signature)
        total = mm(checked_creep(creep, thickness, max(folded)))
        # the signature that each sheet is of, the sheet's number in it, and how many it has
        sheets = [(k, sheet, count) for k, count in enumerate(folded) for sheet in range(count)]
        laid: list[Dictionary] = []
        for at, spread in enumerate(sides(len(pages), keep_last=keep_last, signature=signature)):
            shown = [(page, pages[page - 1]) if page else None for page in spread]
            of, sheet, count = sheets[at // 2]
            side = _side(pdf, place, shown, shift(sheet, count, total), crop=marks)
            if marks and len(folded) > 1 and sheet == 0 and at % 2 == 0:
                step = collating_mark(place.trim, of)
                side.Contents = pikepdf.Stream(pdf, side.Contents.read_bytes() + step)
            laid.append(side)
        del pdf.pages[:]
        for side in laid:
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(side)))
        settle(pdf, Name.DuplexFlipShortEdge)
        return saved(pdf)


def count_pages(data: bytes, name: str = "PDF") -> int:
    """How many pages a PDF has that is to become a booklet; errors as those of `impose`."""
    with reading(data, name):
        return len(opened(data, name).pages)


def _placed_spread(paper: tuple[float, float], page: PlacedPage, name: str) -> _Spread:
    """The spread in the middle of the sheet. ExportError where it does not fit."""
    width, height = paper
    if 2 * page.width > mm(width + SLACK) or page.height > mm(height + SLACK):
        said = SPREAD_TOO_LARGE(name=name, size=size_said(page), width=width, height=height)
        raise ExportError(*said)
    return _Spread(
        mm(width) / 2,
        (mm(height) - page.height) / 2,
        page.width,
        page.height,
        (mm(width), mm(height)),
    )


def _side(
    pdf: pikepdf.Pdf,
    place: _Spread,
    shown: Sequence[tuple[int, PlacedPage] | None],
    moved: float,
    *,
    crop: bool,
) -> Dictionary:
    """One side of a sheet as a page: a numbered page or a blank on the left, another on the right,
    moved towards the spine by `moved`.
    """
    forms = Dictionary()
    drawn: list[str] = []
    for half, is_left in zip(shown, (True, False), strict=True):
        if half:
            page_number, page = half
            forms[f"/P{page_number}"] = page.form
            drawn.append(_half(place, page, f"P{page_number}", is_left, moved))
    bleed = _bleed(place, shown)
    drawn += sheet_marks(place.trim, bleed, place.sheet, crop=crop)
    return Dictionary(
        Type=Name.Page,
        MediaBox=page_box((0.0, 0.0, *place.sheet)),
        BleedBox=page_box(bleed),
        TrimBox=page_box(place.trim),
        Resources=Dictionary(XObject=forms),
        Contents=pikepdf.Stream(pdf, "\n".join(drawn).encode("ascii")),
    )


def _bleed(place: _Spread, shown: Sequence[tuple[int, PlacedPage] | None]) -> Edges:
    """The spread with the bleed of its pages over the outer edges."""
    left, right = (half[1].bleed if half else (0.0, 0.0, 0.0, 0.0) for half in shown)
    x0, y0, x1, y1 = place.trim
    return place.inside(
        (x0 - left[0], y0 - max(left[1], right[1]), x1 + right[2], y1 + max(left[3], right[3]))
    )


def _half(place: _Spread, page: PlacedPage, form: str, is_left: bool, moved: float) -> str:
    """Draw a page on its half: clipped at the spine, where the other begins, and by its bleed
    elsewhere.
    """
    left, bottom, right, top = page.bleed
    x = place.spine - place.width + moved if is_left else place.spine - moved
    start, end = (x - left, place.spine) if is_left else (place.spine, x + place.width + right)
    clip = (start, place.foot - bottom, end - start, place.height + bottom + top)
    matrix = f"1 0 0 1 {number(x - page.x)} {number(place.foot - page.y)} cm"
    return f"q {' '.join(map(number, clip))} re W n {matrix} /{form} Do Q"
