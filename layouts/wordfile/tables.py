"""Tables of a Word file (ECMA-376 17.4): heads that are repeated, merged cells, rules as the layout
has them; and boxes, which are tables of one cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layouts.house.layout import BoxLook, Layout, TableDesign, TableRules
from layouts.issue.article import CellSpan, Table
from layouts.issue.figures import number_cells
from layouts.issue.photo import PhotoPlace, Side
from layouts.issue.sidebar import Sidebar
from layouts.issue.tables import AUTO, alignment_of, rows_of, told_spans
from layouts.page.item import BLACK, Ink
from layouts.wordfile.inline import WordWriter, paragraph
from layouts.wordfile.styles import colour, twips
from layouts.wordfile.xml import Element, element, valued

EM = 210
"""Twips of an em of 五号, in which widths of columns are read back."""

_CELL = 5000
"""Fiftieths of a per cent: the whole width (17.18.90)."""


def table_element(table: Table, layout: Layout, words: WordWriter) -> Element:
    """A table, its caption and notes aside."""
    design = layout.table
    columns = max(1, len(table.header))
    fixed = bool(table.widths) and all(width is not None for width in table.widths)
    if fixed:
        widths = [round(EM * (width or 0)) for width in table.widths]
    else:
        widths = [twips(layout.grid.area_width / columns)] * columns
    properties = element(
        "w:tblPr",
        None,
        element(
            "w:tblW", {"w:w": sum(widths) if fixed else _CELL, "w:type": "dxa" if fixed else "pct"}
        ),
        valued("w:jc", "center"),
        _rules(design),
        element("w:tblLayout", {"w:type": "fixed" if fixed else "autofit"}),
        _margins(design.padding, design.padding),
    )
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": w}) for w in widths))
    rows = _TableRowWriter(table, design, words, widths)
    return element("w:tbl", None, properties, grid, *rows.elements())


def _rules(design: TableDesign) -> Element:
    outer, inner = _rule(design.outer_rule, design.ink), _rule(design.rule, design.ink)
    none: dict[str, str | int] = {"w:val": "nil"}
    sides = outer if design.rules is TableRules.GRID else none
    across = none if design.rules is TableRules.THREE_LINE else inner
    return element(
        "w:tblBorders",
        None,
        element("w:top", outer),
        element("w:left", sides),
        element("w:bottom", outer),
        element("w:right", sides),
        element("w:insideH", across),
        element("w:insideV", across),
    )


def _rule(width: float, ink: Ink) -> dict[str, str | int]:
    return {
        "w:val": "single",
        "w:sz": max(2, round(8 * width)),
        "w:space": 0,
        "w:color": colour(ink),
    }


def _margins(above: float, beside: float) -> Element:
    sides = (("top", above), ("left", beside), ("bottom", above), ("right", beside))
    made = (element(f"w:{side}", {"w:w": twips(room), "w:type": "dxa"}) for side, room in sides)
    return element("w:tblCellMar", None, *made)


class _TableRowWriter:
    """Writes the rows of a table."""

    def __init__(
        self, table: Table, design: TableDesign, words: WordWriter, widths: Sequence[int]
    ) -> None:
        self._table = table
        self._design = design
        self._words = words
        self._widths = widths
        self._spans, self._covered = told_spans(table)
        columns = max(1, len(table.header))
        self._columns = columns
        self._figures = [bool(number_cells(table, column)) for column in range(columns)]

    def elements(self) -> Iterator[Element]:
        for number, row in enumerate(rows_of(self._table)):
            is_head = number < self._table.header_rows
            about = element(
                "w:trPr", None, element("w:cantSplit"), element("w:tblHeader") if is_head else None
            )
            cells: list[Element] = []
            column = 0
            while column < len(row):
                span = self._span(number, column)
                across = span.columns if span is not None else 1
                cells.append(self._cell(number, column, span))
                column += across
            yield element("w:tr", None, about, *cells)

    def _span(self, row: int, column: int) -> CellSpan | None:
        """The merged cell that a place begins or, in its rows below, goes on with."""
        return next(
            (
                span
                for span in self._spans.values()
                if span.column == column and span.row <= row < span.row + span.rows
            ),
            None,
        )

    def _cell(self, row: int, column: int, span: CellSpan | None) -> Element:
        across = span.columns if span is not None else 1
        goes_on = span is not None and span.row < row
        merged = span is not None and span.rows > 1
        about = element(
            "w:tcPr",
            None,
            element("w:tcW", {"w:w": sum(self._widths[column : column + across]), "w:type": "dxa"}),
            valued("w:gridSpan", across) if across > 1 else None,
            valued("w:vMerge", "continue" if goes_on else "restart") if merged else None,
            self._head_rule(row, span),
            self._ground(row),
            valued("w:vAlign", "center"),
        )
        return element("w:tc", None, about, self._said(row, column, is_blank=goes_on))

    def _said(self, row: int, column: int, *, is_blank: bool) -> Element:
        table = self._table
        heads = row < table.header_rows or column < table.header_columns
        style = "TableHead" if heads else "TableText"
        if is_blank:
            return paragraph(style)
        alignment = alignment_of(table, row, column)
        if alignment == AUTO and not heads:
            alignment = "right" if self._figures[column] else AUTO
        own = [valued("w:jc", alignment)] if alignment != AUTO and row >= table.header_rows else []
        text = rows_of(table)[row][column]
        return paragraph(style, *self._words.runs(text), before=own)

    def _head_rule(self, row: int, span: CellSpan | None) -> Element | None:
        last = row + (span.rows if span is not None and span.row == row else 1) - 1
        if last != self._table.header_rows - 1:
            return None
        return element(
            "w:tcBorders", None, element("w:bottom", _rule(self._design.rule, self._design.ink))
        )

    def _ground(self, row: int) -> Element | None:
        table, design = self._table, self._design
        if row < table.header_rows:
            return shade(design.header_ground)
        zebra = design.zebra if table.zebra is None else table.zebra
        is_second = (row - table.header_rows) % 2 == 1
        return shade(design.zebra_ground) if zebra and is_second else None


def shade(ink: Ink | None) -> Element | None:
    """A ground of one colour; None for none."""
    if ink is None:
        return None
    return element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": colour(ink)})


def box_element(box: Sidebar, layout: Layout, content: Sequence[Element]) -> Element:
    """A box as a table of one cell; beside the text where it stands so and leaves room."""
    grid, look = layout.grid, layout.box.look(box.kind.value)
    asked = layout.box.width if box.width is None else box.width
    beside = box.place is PhotoPlace.TEXT and box.side in {Side.LEFT, Side.RIGHT}
    beside = beside and asked * grid.size <= 0.6 * grid.area_width
    width = twips(asked * grid.size if beside else grid.area_width)
    properties = element(
        "w:tblPr",
        None,
        _floating(box, layout) if beside else None,
        element("w:tblW", {"w:w": width, "w:type": "dxa"}),
        element("w:tblBorders", None, *_box_rules(look)),
        element("w:tblLayout", {"w:type": "fixed"}),
        _margins(look.padding, look.padding_side),
    )
    cell = element(
        "w:tc",
        None,
        element(
            "w:tcPr", None, element("w:tcW", {"w:w": width, "w:type": "dxa"}), shade(look.ground)
        ),
        *content,
    )
    columns = element("w:tblGrid", None, element("w:gridCol", {"w:w": width}))
    return element("w:tbl", None, properties, columns, element("w:tr", None, cell))


def _floating(box: Sidebar, layout: Layout) -> Element:
    away = twips(layout.box.standoff * layout.grid.size)
    return element(
        "w:tblpPr",
        {
            "w:leftFromText": away,
            "w:rightFromText": away,
            "w:vertAnchor": "text",
            "w:horzAnchor": "margin",
            "w:tblpXSpec": box.side.value,
            "w:tblpY": max(1, twips(box.line * layout.grid.leading)),
        },
    )


def _box_rules(look: BoxLook) -> Iterator[Element]:
    """The rules of a box; one without any gets thin ones, for it has no ground on every screen."""
    bare = not (look.frame or look.over or look.under or look.bar or look.ground)
    frame = 0.5 if bare else look.frame
    ink = BLACK if bare else look.ink
    edges = (
        ("top", look.over or frame),
        ("left", look.bar or frame),
        ("bottom", look.under or frame),
        ("right", frame),
    )
    for edge, width in edges:
        yield element(f"w:{edge}", _rule(width, ink) if width else {"w:val": "nil"})
