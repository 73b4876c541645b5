"""The body of an OpenDocument text: its paragraphs, tables, boxes and photos, gathered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from layouts.errors import Source
from layouts.importing.gatherer import BlockGatherer
from layouts.importing.placing import in_a_row
from layouts.importing.readers.odt.context import OdtContext
from layouts.importing.readers.odt.flow import Flowing, flowing_in
from layouts.importing.readers.odt.frames import side_of
from layouts.importing.readers.odt.lengths import points
from layouts.importing.readers.odt.names import attribute, kind, tag, whole
from layouts.importing.readers.odt.paragraph import SHAPES, OdtParagraph, words_in
from layouts.importing.readers.odt.styles import OdtLook
from layouts.importing.received import Look, ReceivedBlock, ReceivedPhoto
from layouts.importing.style_names import said_by
from layouts.importing.table_grid import PlacedCell, gridded, stacked
from layouts.importing.xml_events import Element
from layouts.issue.photo import Side
from layouts.issue.size import WIDEST
from layouts.issue.tables import AUTO
from layouts.issue.text import Text
from layouts.messages import docx_files as said

_CENTRED, _RIGHT = "center", frozenset({"end", "right"})
_HEADER_ROWS = "table:table-header-rows"
_CELLS = ("table:table-cell", "table:covered-table-cell")
_MOST_REPEATED = 1_000
"""Rows or cells that one element stands for; beyond, a table is made to break programs."""


class OdtBody:
    """Takes what flows into a gatherer: the document's own, or that of a text box."""

    def __init__(self, context: OdtContext, gatherer: BlockGatherer) -> None:
        self.context = context
        self.gatherer = gatherer

    def take(self, flowing: Iterable[Flowing]) -> None:
        """Paragraphs, tables and drawings in order."""
        for each in flowing:
            what = kind(each.element)
            if each.hidden:
                self._hidden(each.element)
            elif each.in_contents:
                self._contents(each.element)
            elif what == "table:table":
                self._table(each.element)
            elif what in SHAPES:
                self._drawing(each.element)
            else:
                self._paragraph(each.element, each.label, each.level)

    def _paragraph(self, element: Element, label: str, level: int) -> None:
        line = self.gatherer.next_line()
        style = self._style(element)
        self._turn_before(element, style)
        read = self._read(element, style)
        self._number(read, label, level)
        look = _look(element, style)
        received = read.draft.finish(look, line, _indent(style))
        seen = look if received is None else received.look
        self._photos(read, line, seen)
        if received is not None:
            self.gatherer.paragraph(received)
        elif not (read.photos or read.boxes or read.lost):
            self.gatherer.blank()
        self._boxes(read)
        if style.properties.get("fo:break-after") == "page":
            self.gatherer.page_turn()

    def _read(self, element: Element, style: OdtLook) -> OdtParagraph:
        read = OdtParagraph(self.context)
        read.read(element, style.properties)
        self._tell(read)
        return read

    def _number(self, read: OdtParagraph, label: str, level: int) -> None:
        if label and not read.draft.is_blank:
            read.draft.number(label, level)
        elif label and not read.photos:
            self.gatherer.lose("empty-number", said.EMPTY_NUMBER, label)

    def _tell(self, read: OdtParagraph) -> None:
        for code, message, text in read.lost:
            self.gatherer.lose(code, message, text)

    def _style(self, element: Element) -> OdtLook:
        return self.context.styles.look("paragraph", attribute(element, "text:style-name"))

    def _turn_before(self, element: Element, style: OdtLook) -> None:
        if style.turns:
            self.gatherer.page_turn()
        if style.master:
            width = self.context.masters.get(style.master)
            self.context.text_width = width or self.context.text_width

    def _photos(self, read: OdtParagraph, line: int, look: Look) -> None:
        for photo in in_a_row(read.photos, f"odt-{line}"):
            self.gatherer.photo(replace(photo, line=line, look=look))

    def _boxes(self, read: OdtParagraph) -> None:
        for box in read.boxes:
            self.gatherer.box(self._boxed(box))

    def _boxed(self, element: Element) -> list[ReceivedBlock]:
        """The blocks in something drawn. A photo alone in a frame stands where the frame does."""
        inside = OdtBody(self.context, self.gatherer.inner())
        inside.take(flowing_in(self.context, element))
        blocks = inside.gatherer.blocks
        side = side_of(self.context, element)
        return [
            replace(block, side=side)
            if isinstance(block, ReceivedPhoto) and block.side is Side.NONE
            else block
            for block in blocks
        ]

    def _drawing(self, element: Element) -> None:
        """Something drawn that is anchored to a page."""
        read = OdtParagraph(self.context)
        read.read_drawn(element)
        self._tell(read)
        self._photos(read, self.gatherer.line, Look())
        self._boxes(read)

    def _hidden(self, element: Element) -> None:
        """Part of a section that is not shown."""
        self.gatherer.next_line()
        words = words_in(element) if kind(element) == "table:table" else _all_words(element)
        if words:
            self.gatherer.lose("hidden-text", said.HIDDEN_TEXT, words)

    def _contents(self, element: Element) -> None:
        """A line of the table of contents."""
        self.gatherer.next_line()
        if words := _all_words(element):
            self.gatherer.lose("contents", said.CONTENTS, words)

    # --- tables -----------------------------------------------------------------------------------

    def _table(self, element: Element) -> None:
        line = self.gatherer.next_line()
        boxes: list[OdtParagraph] = []
        placed: list[PlacedCell] = []
        for number, row in enumerate(_rows(element)):
            # ODF 1.3 9.1.7: rows that are repeated where the table goes on
            around = row.getparent()
            heads = around is not None and kind(around) == _HEADER_ROWS
            cells = self._row(row, number, line, boxes)
            placed += (cell._replace(is_head=heads) for cell in cells)
        table = gridded(placed, Source(str(self.gatherer.path), line))
        if table is not None:
            self.gatherer.table(table, line)
        for read in boxes:
            self._boxes(read)

    def _row(
        self, row: Element, number: int, line: int, boxes: list[OdtParagraph]
    ) -> Iterator[PlacedCell]:
        column = 0
        for cell in row.iterchildren(*map(tag, _CELLS)):
            repeated = whole(attribute(cell, "table:number-columns-repeated"), 1, WIDEST) or 1
            text, alignment = self._cell(cell, line, boxes)
            covers = kind(cell) == _CELLS[0]
            rows = whole(attribute(cell, "table:number-rows-spanned"), 1, _MOST_REPEATED) or 1
            columns = whole(attribute(cell, "table:number-columns-spanned"), 1, WIDEST) or 1
            if covers or text.string:
                for place in range(repeated):
                    yield PlacedCell(
                        number,
                        column + place,
                        text,
                        rows if covers else 1,
                        columns if covers else 1,
                        alignment,
                    )
            column = min(column + repeated, WIDEST)

    def _cell(self, cell: Element, line: int, boxes: list[OdtParagraph]) -> tuple[Text, str]:
        """The text of a cell and how it is aligned. Its photos go before the table, its boxes
        behind; a table in it is so many lines.
        """
        texts: list[Text] = []
        alignment = AUTO
        for each in _cell_paragraphs(self.context, cell):
            style = self._style(each.element)
            read = self._read(each.element, style)
            self._number(read, each.label, each.level)
            self._photos(read, line, Look())
            boxes.append(read)
            texts.append(read.draft.text())
            alignment = _alignment(style)
        return stacked(texts), alignment


def _cell_paragraphs(context: OdtContext, cell: Element) -> Iterator[Flowing]:
    for each in flowing_in(context, cell):
        what = kind(each.element)
        if what == "table:table":
            for inner in each.element.iter(tag("table:table-cell")):
                yield from _cell_paragraphs(context, inner)
        elif what not in SHAPES:
            yield each


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, each as often as it is said to stand there."""
    for each in table:
        what = kind(each)
        if what == "table:table-row":
            repeated = whole(attribute(each, "table:number-rows-repeated"), 1, _MOST_REPEATED) or 1
            for _ in range(repeated):
                yield each
        elif what in {_HEADER_ROWS, "table:table-rows", "table:table-row-group"}:
            yield from _rows(each)


def _look(element: Element, style: OdtLook) -> Look:
    """How a paragraph looks by its style; size and bold its characters say."""
    says = said_by(style.name)
    aligned = style.properties.get("fo:text-align", "")
    level = 0
    if kind(element) == "text:h":
        level = whole(attribute(element, "text:outline-level"), 1, 10) or 1
    return Look(
        centred=aligned == _CENTRED,
        flush_right=aligned in _RIGHT,
        style=style.name,
        heading=level or style.level or says.heading,
        is_title=says.is_title,
        is_subtitle=says.is_subtitle,
        is_caption=says.is_caption,
        is_quote=says.is_quote,
    )


def _indent(style: OdtLook) -> float:
    """By how many points the first line stands in."""
    said_of = (style.properties.get(name, "") for name in ("fo:margin-left", "fo:text-indent"))
    return sum(points(length) or 0.0 for length in said_of)


def _alignment(style: OdtLook) -> str:
    aligned = style.properties.get("fo:text-align", "")
    return "center" if aligned == _CENTRED else "right" if aligned in _RIGHT else AUTO


def _all_words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
