"""Tables of a Word file: merged cells, tables in cells, and tables that only place photos."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from layouts.errors import Source
from layouts.importing.gatherer import LONGEST_CAPTION, BlockGatherer
from layouts.importing.readers.docx.context import WordReading
from layouts.importing.readers.docx.names import (
    attribute,
    below,
    child,
    is_on,
    kind,
    named,
    twips,
    value,
    whole,
)
from layouts.importing.received import (
    ReceivedBlock,
    ReceivedParagraph,
    ReceivedPhoto,
    ReceivedTable,
)
from layouts.importing.table_grid import PlacedCell, gridded, stacked
from layouts.importing.xml_events import Element
from layouts.issue.article import Table
from layouts.issue.size import WIDEST
from layouts.issue.splice import NO_TEXT, concat
from layouts.issue.tables import AUTO, fitting_widths
from layouts.issue.text import Text
from layouts.messages import docx_files as say

ReadInside = Callable[[Element, BlockGatherer], None]
"""Reads what stands in a cell into a gatherer."""


_EM = 210.0
"""Twips of an em of 五号, what cells are mostly set in."""


class _WordCell(NamedTuple):
    row: int
    column: int
    columns: int
    blocks: tuple[ReceivedBlock, ...]
    alignment: str
    rows: int = 1
    is_head: bool = False

    @property
    def photos(self) -> list[ReceivedPhoto]:
        return [block for block in self.blocks if isinstance(block, ReceivedPhoto)]

    @property
    def text(self) -> Text:
        return stacked(_texts(self.blocks))


def take(element: Element, reading: WordReading, gatherer: BlockGatherer, read: ReadInside) -> None:
    """A `w:tbl`, into the gatherer.

    One of a single cell is a frame round text; one of photos with words under them places them.
    Photos of any other stand before it.
    """
    cells = _cells(element, reading, gatherer, read)
    if len(cells) == 1:
        gatherer.box(cells[0].blocks)
        return
    if (captioned := _photos_with_captions(cells)) is not None:
        _take_photos(captioned, reading, gatherer)
        return
    _take_photos([(cell.row, photo) for cell in cells for photo in cell.photos], reading, gatherer)
    source = Source(str(gatherer.path), gatherer.line)
    placed = [
        PlacedCell(
            cell.row,
            cell.column,
            cell.text,
            cell.rows,
            cell.columns,
            cell.alignment,
            cell.is_head,
        )
        for cell in cells
    ]
    table = gridded(placed, source)
    if table is not None and any(cell.text.string for cell in placed):
        widths = fitting_widths(_given_widths(element), len(table.header))
        gatherer.table(replace(table, widths=widths), gatherer.line)


def _given_widths(element: Element) -> list[float]:
    """The widths of columns that somebody fixed (17.4.52), em; none where Word fits them to what
    they hold.
    """
    layout = below(child(element, "w:tblPr"), "w:tblLayout")
    if layout is None or attribute(layout, "w:type") != "fixed":
        return []
    grid = child(element, "w:tblGrid")
    columns = () if grid is None else grid.iterchildren(*named("w:gridCol"))
    widths = [(twips(attribute(column, "w:w")) or 0.0) / _EM for column in columns]
    return widths if all(widths) else []


class _GrowingGrid:
    """The cells of a table as they are come upon, and which of them go on into the next row."""

    def __init__(self) -> None:
        self.cells: list[_WordCell] = []
        self._going_on: dict[int, int] = {}

    def put(self, cell: _WordCell, merge: str | None) -> str:
        """A cell, by what its `w:vMerge` says: it begins a merged one, or goes on with the one
        above; what such a one says itself is covered and given back.
        """
        above = self._going_on.get(cell.column)
        if merge == "continue" and above is not None:
            first = self.cells[above]
            self.cells[above] = first._replace(rows=cell.row - first.row + 1)
            return cell.text.string
        self._going_on.pop(cell.column, None)
        if merge is not None:
            self._going_on[cell.column] = len(self.cells)
        self.cells.append(cell)
        return ""


def _cells(
    element: Element, reading: WordReading, gatherer: BlockGatherer, read: ReadInside
) -> list[_WordCell]:
    grid = _GrowingGrid()
    row = 0
    for row_element in _through(element, "w:tr"):
        properties = child(row_element, "w:trPr")
        if _is_gone(properties, reading):
            _lose_row(row_element, gatherer)
            continue
        column = _number(value(properties, "w:gridBefore"), 0)
        for cell_element in _through(row_element, "w:tc"):
            reading.count()
            about = child(cell_element, "w:tcPr")
            columns = _number(value(about, "w:gridSpan"), 1)
            inner = gatherer.inner()
            read(cell_element, inner)
            cell = _WordCell(
                row,
                column,
                columns,
                tuple(inner.blocks),
                _alignment(inner.blocks),
                is_head=_is_header(properties),
            )
            merge = None if below(about, "w:vMerge") is None else _merge(about)
            covered = grid.put(cell, merge)
            if covered:
                gatherer.lose("covered-cell", say.COVERED_CELL, covered)
            column += columns
        row += 1
    return grid.cells


def _is_header(properties: Element | None) -> bool:
    """Whether a row is repeated at the head of each page (17.4.78)."""
    header = None if properties is None else child(properties, "w:tblHeader")
    return header is not None and is_on(header)


def _merge(about: Element | None) -> str:
    return value(about, "w:vMerge") or "continue"


def _number(said: str | None, least: int) -> int:
    """A count of columns, no more than a table may have: a file may say two thousand million."""
    return min(max(whole(said) or least, least), WIDEST)


def _through(element: Element, name: str) -> Iterator[Element]:
    """The rows or cells of an element, also those in content controls and the like."""
    for part in element.iterchildren(*named(name, "w:sdt", "w:sdtContent", "w:customXml", "w:ins")):
        if kind(part) == name:
            yield part
        else:
            yield from _through(part, name)


def _is_gone(properties: Element | None, reading: WordReading) -> bool:
    """Whether a row was deleted or is hidden (17.13.5.13, 17.4.20)."""
    if properties is None:
        return False
    if child(properties, "w:ins") is not None:
        reading.changes["inserted"] += 1
    if child(properties, "w:del") is not None:
        reading.changes["deleted"] += 1
        return True
    hidden = child(properties, "w:hidden")
    return hidden is not None and is_on(hidden)


def _lose_row(element: Element, gatherer: BlockGatherer) -> None:
    letters = element.iterdescendants(*named("w:t", "w:delText"))
    text = " ".join(letter.text or "" for letter in letters)
    is_deleted = below(element, "w:trPr", "w:del") is not None
    if is_deleted:
        gatherer.lose("deleted-text", say.DELETED_TEXT, text)
    else:
        gatherer.lose("hidden-text", say.HIDDEN_TEXT, text)


def _alignment(blocks: list[ReceivedBlock]) -> str:
    first = next((block for block in blocks if isinstance(block, ReceivedParagraph)), None)
    if first is None:
        return AUTO
    return "center" if first.look.centred else "right" if first.look.flush_right else AUTO


def _texts(blocks: tuple[ReceivedBlock, ...]) -> Iterator[Text]:
    for block in blocks:
        if isinstance(block, ReceivedParagraph):
            yield block.text
        elif isinstance(block, ReceivedTable):
            yield from _flattened(block.table)


def _flattened(table: Table) -> Iterator[Text]:
    """A table inside a cell: a line a row, its cells a space apart."""
    for row in (table.header, *table.rows):
        parts = [part for cell in row if cell.string for part in (Text(" "), cell)]
        yield concat(*parts[1:]) if parts else NO_TEXT


def _photos_with_captions(cells: list[_WordCell]) -> list[tuple[int, ReceivedPhoto]] | None:
    """The photos of a table that only places them, row by row, with what stands under each as its
    caption; None where the table says more than that.
    """
    shown = [cell for cell in cells if cell.photos]
    if not shown or any(len(cell.photos) > 1 for cell in shown):
        return None
    captions = {id(cell): cell.text for cell in shown}
    for cell in cells:
        if cell.photos or not cell.text.string:
            continue
        above = [each for each in shown if each.column == cell.column and each.row < cell.row]
        if not above or captions[id(above[-1])].string:
            return None
        captions[id(above[-1])] = cell.text
    if any(len(caption.string) > LONGEST_CAPTION for caption in captions.values()):
        return None
    return [(cell.row, replace(cell.photos[0], caption=captions[id(cell)])) for cell in shown]


def _take_photos(
    photos: list[tuple[int, ReceivedPhoto]], reading: WordReading, gatherer: BlockGatherer
) -> None:
    """Those of one row of the table stand in one row."""
    for row, photo in photos:
        token = photo.row
        reading.placed[token] = reading.placed[token]._replace(row=f"{gatherer.line}r{row}")
        gatherer.photo(photo)
