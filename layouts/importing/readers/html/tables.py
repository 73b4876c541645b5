"""Tables of a page: which are tables and which only set things beside each other, and where their
cells stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from layouts.importing.readers.html.css import declarations
from layouts.importing.readers.html.tree import HtmlElement, text_of, walk

WIDEST_SPAN, LONGEST_SPAN = 1000, 20_000
"""Columns and rows that a cell may cover: HTML 4.9.11 has 1,000 and 65,534."""

MOST_COVERED = 200_000
"""Columns that all cells of a table cover together; what asks for more merges none."""

MOST_BUSY = 400
"""Columns that cells may reach down in; twice what a table can have."""

_NOT_IN_CELLS = frozenset(["table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote"])
"""What a table of figures has in none of its cells."""


class HtmlCell(NamedTuple):
    """A cell at a row and column from 0, and how many of them it covers."""

    element: HtmlElement
    row: int
    column: int
    rows: int
    columns: int


def rows_of(table: HtmlElement) -> list[HtmlElement]:
    """The rows of a table; those of nested tables are left out, and so are those that only hold
    the widths of columns.
    """
    found: list[HtmlElement] = []
    for child in table.children:
        if not isinstance(child, HtmlElement):
            continue
        if child.tag == "tr":
            found.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            found += (
                row for row in child.children if isinstance(row, HtmlElement) and row.tag == "tr"
            )
    return [row for row in found if not _holds_widths(row)]


def _holds_widths(row: HtmlElement) -> bool:
    """Whether a row is one that Excel puts behind merged cells (`supportMisalignedColumns`):
    hidden, its cells as wide as the columns, and without a word.
    """
    hidden = declarations(row.get("style")).get("display") == "none"
    return hidden and not text_of(row)


def _cells_of(row: HtmlElement) -> list[HtmlElement]:
    return [
        cell for cell in row.children if isinstance(cell, HtmlElement) and cell.tag in ("td", "th")
    ]


def is_for_layout(table: HtmlElement) -> bool:
    """Whether a table only sets things in their places: a box of one cell, photos side by side, a
    page in columns.
    """
    cells = [cell for row in rows_of(table) for cell in _cells_of(row)]
    if len(cells) < 2 or table.get("role") in ("presentation", "none"):
        return True
    if _has_loose_text(table):
        return True
    photos = 0
    for element in chain.from_iterable(map(walk, cells)):
        if element.tag in _NOT_IN_CELLS:  # no further: tables in tables would be walked again
            return True
        photos += element.tag == "img"
    return photos * 3 >= len(cells)


def is_one_cell(table: HtmlElement) -> bool:
    """Whether a table is a box: words in a frame."""
    return sum(len(_cells_of(row)) for row in rows_of(table)) == 1


def _has_loose_text(table: HtmlElement) -> bool:
    """Whether something stands in a table but in none of its cells."""
    waiting = [table, *rows_of(table)]
    waiting += (
        part
        for part in table.children
        if isinstance(part, HtmlElement) and part.tag in ("thead", "tbody", "tfoot")
    )
    known = ("tr", "td", "th", "thead", "tbody", "tfoot", "caption", "col", "colgroup")
    for element in waiting:
        for child in element.children:
            if isinstance(child, str) and child.strip():
                return True
            if isinstance(child, HtmlElement) and child.tag not in known:
                return True
    return False


def placed(table: HtmlElement, is_hidden: Callable[[HtmlElement], bool]) -> list[HtmlCell]:
    """The cells of a table where they stand (HTML 4.9.12); columns and rows that no cell begins in
    are none, nor are rows and cells that nobody sees: `is_hidden` is asked once of each.
    """
    seen = (row for row in rows_of(table) if not is_hidden(row))
    rows = [[cell for cell in _cells_of(row) if not is_hidden(cell)] for row in seen]
    asked = sum(_span(cell, "colspan", WIDEST_SPAN) for cells in rows for cell in cells)
    widest = WIDEST_SPAN if asked <= MOST_COVERED else 1
    return list(_without_gaps(list(_laid(rows, widest))))


def _laid(rows: list[list[HtmlElement]], widest: int) -> Iterator[HtmlCell]:
    busy: dict[int, int] = {}
    for row, cells in enumerate(rows):
        column = 0
        for element in cells:
            while busy.get(column, 0) > row:
                column += 1
            columns = _span(element, "colspan", widest)
            height = _span(element, "rowspan", LONGEST_SPAN) or len(rows)
            height = min(height, len(rows) - row) if widest > 1 and column < MOST_BUSY else 1
            if height > 1:
                busy |= dict.fromkeys(range(column, column + columns), row + height)
            yield HtmlCell(element, row, column, height, columns)
            column += columns


def _without_gaps(cells: list[HtmlCell]) -> Iterator[HtmlCell]:
    columns = sorted({cell.column for cell in cells})
    for cell in cells:
        first = bisect_left(columns, cell.column)
        last = bisect_left(columns, cell.column + cell.columns)
        yield cell._replace(column=first, columns=max(last - first, 1))


def _span(cell: HtmlElement, name: str, most: int) -> int:
    written = cell.get(name).strip()[:6]
    if not (written.isascii() and written.isdigit()):
        return 1
    return min(int(written), most) if name == "rowspan" else max(1, min(int(written), most))
