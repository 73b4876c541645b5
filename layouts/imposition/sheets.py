"""Saddle stitch and perfect binding as arithmetic: which page stands where on which sheet, and how
far it moves for creep. No PDF in here.

Sheets are counted from the outermost, 0; pages from 1. Lengths in mm.
"""

from __future__ import annotations

from layouts.errors import ExportError, Finding
from layouts.messages.booklet import (
    BLANKS_AFTER_LAST,
    BLANKS_BEFORE_LAST,
    CREEP_TOO_LARGE,
    PAPER_TOO_THICK,
    PAPER_UNKNOWN,
    SIGNATURE_NOT_FOLDED,
)
from layouts.messages.lists import listed
from layouts.papers import PAPERS, paper_named

PAGES_PER_SHEET = 4

THICKEST = 1.0
"""mm: a sheet that thick is board, and does not fold into a booklet."""

MOST_CREEP = 20.0
"""mm: more would cut into the text of any page."""


def sheet_count(pages: int) -> int:
    """Sheets for so many pages: blanks fill the last one up."""
    return -(-pages // PAGES_PER_SHEET)


def blank_count(pages: int) -> int:
    """How many blank pages (空白页) are added to so many, for them to fold."""
    return -pages % PAGES_PER_SHEET


def blanks_notice(pages: int, *, keep_last: bool) -> Finding | None:
    """What is said of blank pages where some are added."""
    blanks = blank_count(pages)
    if not blanks:
        return None
    before = keep_last and pages > 1
    message = BLANKS_BEFORE_LAST if before else BLANKS_AFTER_LAST
    added = "page was" if blanks == 1 else "pages were"
    return Finding("notice", "blank-pages", *message(pages=pages, blanks=blanks, added=added))


def sides(
    pages: int, *, keep_last: bool = False, signature: int = 0
) -> list[tuple[int | None, int | None]]:
    """The left and right page of every side, front and back of each sheet in turn; None is a blank.

    Blanks come at the end, or with `keep_last` before the last page, which then is the outside of
    the back: the colophon's place (报尾; 版记 stands on the last side, GB/T 9704-2012 7.4). For a
    booklet that opens to the left, and a printer that flips on the short edge: the back then lies
    upright behind the front. Signatures of so many pages are folded one by one (see `signatures`).
    """
    total = sheet_count(pages) * PAGES_PER_SHEET
    laid: list[tuple[int, int]] = []
    before = 0
    for sheets in signatures(pages, signature):
        after = before + sheets * PAGES_PER_SHEET
        for sheet in range(sheets):
            low, high = before + 2 * sheet + 1, after - 2 * sheet
            laid += [(high, low), (low + 1, high - 1)]
        before = after
    shown: dict[int, int | None] = {place: place for place in range(1, pages + 1)}
    if keep_last and pages > 1:
        shown |= {pages: None, total: pages}
    return [(shown.get(left), shown.get(right)) for left, right in laid]


def signatures(pages: int, signature: int = 0) -> list[int]:
    """How many sheets each signature (帖) has: one of all for saddle stitch, where `signature` is
    0; for perfect binding (胶订) as many pages each as that says, the last with what is left.

    ExportError where so many pages do not fold.
    """
    sheets = sheet_count(pages)
    if signature < 0 or signature % PAGES_PER_SHEET:
        raise ExportError(*SIGNATURE_NOT_FOLDED(signature=signature))
    each = signature // PAGES_PER_SHEET or sheets
    return [min(each, sheets - done) for done in range(0, sheets, each)] if sheets else []


def total_creep(sheets: int, thickness: float) -> float:
    """How far the innermost sheet of a folded booklet sticks out over the outermost.

    Folded flat, each sheet goes once round the thickness of those inside it, so it loses as much of
    its width on either side.
    """
    return thickness * max(0, sheets - 1)


def shift(sheet: int, sheets: int, creep: float) -> float:
    """How far the pages of a sheet move towards the spine: nothing on the outermost, `creep` on the
    innermost, even steps between.
    """
    return creep * sheet / (sheets - 1) if sheets > 1 else 0.0


def paper_size(paper: str) -> tuple[float, float]:
    """Width and height of a landscape sheet by its name, or as `430x310`.

    ExportError for anything else.
    """
    known = paper_named(paper)
    if known is None:
        raise ExportError(*PAPER_UNKNOWN(paper=paper, names=listed(PAPERS)))
    return known


def checked_creep(creep: float, thickness: float, sheets: int) -> float:
    """The total creep that was asked for, by itself or as the paper's thickness.

    ExportError where it cannot be meant.
    """
    if not 0 <= thickness <= THICKEST:
        raise ExportError(*PAPER_TOO_THICK(thickness=thickness, most=THICKEST))
    total = creep or total_creep(sheets, thickness)
    if not 0 <= total <= MOST_CREEP:
        raise ExportError(*CREEP_TOO_LARGE(creep=total, most=MOST_CREEP))
    return total
