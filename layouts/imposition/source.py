"""The PDF whose pages are to be imposed, opened and looked at: bad input gets its one sentence
here.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager

import pikepdf
from msgspec import Struct

from layouts.errors import ExportError
from layouts.messages.pdf import (
    NO_PDF,
    NOT_IMPOSED_DAMAGED,
    NOT_IMPOSED_ENCRYPTED,
    NOT_IMPOSED_LOCKED,
    PDF_WITHOUT_PAGES,
    TOO_LONG_TO_IMPOSE,
)
from layouts.units import POINTS_PER_MM
from layouts.written import MOST_PAGES, open_written

SAME = 0.5
"""pt by which the pages of one file may differ in size: boxes are often rounded to whole points."""


class PlacedPage(Struct, frozen=True):
    """A page as a form XObject: what takes its trimmed page to the origin, upright, and how far its
    content may stand over each edge.

    Lengths in pt. `bleed` is left, bottom, right, top, as the page is looked at.
    """

    form: pikepdf.Object
    width: float
    height: float
    x: float
    y: float
    bleed: tuple[float, float, float, float]


@contextmanager
def reading(data: bytes, name: str) -> Generator[None]:
    """One sentence for whatever breaks while a file is read, imposed and written."""
    try:
        yield
    except pikepdf.PasswordError as error:
        raise ExportError(*NOT_IMPOSED_LOCKED(name=name)) from error
    except (
        pikepdf.PikepdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        if b"%PDF-" in data[:1024]:
            raise ExportError(*NOT_IMPOSED_DAMAGED(name=name)) from error
        raise ExportError(*NO_PDF(name=name)) from error


def opened(data: bytes, name: str) -> pikepdf.Pdf:
    """The file. ExportError where it is encrypted or empty."""
    pdf = open_written(data)
    if pdf.is_encrypted:
        raise ExportError(*NOT_IMPOSED_ENCRYPTED(name=name))
    if not len(pdf.pages):
        raise ExportError(*PDF_WITHOUT_PAGES(name=name))
    count = len(pdf.pages)
    if count > MOST_PAGES:
        raise ExportError(*TOO_LONG_TO_IMPOSE(name=name, count=count, most=MOST_PAGES))
    return pdf


def placed_pages(pdf: pikepdf.Pdf) -> list[PlacedPage]:
    """Every page as a form that shares the fonts and images of the file."""
    return [_placed(page) for page in pdf.pages]


def one_that_differs(pages: Sequence[PlacedPage]) -> tuple[int, PlacedPage] | None:
    """The first page that has not the size of page 1, with its number; None where all have."""
    first = pages[0]
    for number, page in enumerate(pages, start=1):
        if abs(page.width - first.width) > SAME or abs(page.height - first.height) > SAME:
            return number, page
    return None


def size_said(page: PlacedPage) -> str:
    """Width and height of a page in whole mm, as sentences have them."""
    return f"{page.width / POINTS_PER_MM:.0f}×{page.height / POINTS_PER_MM:.0f}"


def _placed(page: pikepdf.Page) -> PlacedPage:
    form = page.as_form_xobject()  # with the matrix that undoes Rotate and UserUnit
    matrix = pikepdf.Matrix(form.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0])))
    trim = matrix.transform(_rectangle(page.trimbox))
    drawn = matrix.transform(_rectangle(page.obj.get("/BleedBox", page.trimbox)))
    form.BBox = page.obj.get("/BleedBox", page.trimbox)
    if trim.width <= 0 or trim.height <= 0:
        raise ValueError
    bleed = (trim.llx - drawn.llx, trim.lly - drawn.lly, drawn.urx - trim.urx, drawn.ury - trim.ury)
    return PlacedPage(form, trim.width, trim.height, trim.llx, trim.lly, _positive(bleed))


def _positive(bleed: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, bottom, right, top = (max(0.0, edge) for edge in bleed)
    return left, bottom, right, top


def _rectangle(box: pikepdf.Object) -> pikepdf.Rectangle:
    left, bottom, right, top = (float(edge) for edge in pikepdf.Array(box))
    return pikepdf.Rectangle(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
