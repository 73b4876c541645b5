"""Tables: cells with rules and grounds of their own, caption above, notes below."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from layouts.issue.article import CellSpan, Table
from layouts.issue.figures import NumberCell, number_cells, widest
from layouts.issue.parts import cells
from layouts.issue.tables import AUTO, LEFT, RIGHT, alignment_of, told_spans
from layouts.issue.text import Text
from layouts.webpage.markup import NOTHING, Markup, element, lines

Inline = Callable[[Text], Markup]


def table_markup(table: Table, inline: Inline, styles: Mapping[str, str]) -> Markup:
    """A table as wide as the line, whatever it holds: a phone scrolls none."""
    caption = NOTHING
    if table.caption is not None:
        caption = element("p", inline(table.caption), style=styles["table-caption"])
    rows = element("tbody", *_rows(table, inline, styles))
    below = [*table.notes, *((table.data_source,) if table.data_source is not None else ())]
    return lines(
        caption,
        element("table", rows, style=styles["table"]),
        *(element("p", inline(note), style=styles["table-note"]) for note in below),
    )


def _rows(table: Table, inline: Inline, styles: Mapping[str, str]) -> list[Markup]:
    columns, texts = max(1, len(table.header)), cells(table)
    spans, covered = told_spans(table)
    figures = [number_cells(table, column) for column in range(columns)]
    rows: list[list[Markup]] = [[] for _ in range(0, len(texts), columns)]
    for part, text in enumerate(texts):
        if part in covered:
            continue
        row, column = divmod(part, columns)
        heads = row < table.header_rows or column < table.header_columns
        alignment = alignment_of(table, row, column)
        if alignment == AUTO:
            alignment = RIGHT if figures[column] else LEFT
        said = inline(text)
        if heads and said:
            said = element("strong", said, style="font-weight:bold")
        style = f"{styles['cell-words']};text-align:{alignment}"
        if alignment == RIGHT and part in figures[column]:
            style += _behind(figures[column][part], figures[column])
        # an empty paragraph would be taken away, and the cell with it
        words = element("p", said or element("br"), style=style)
        rows[row].append(_cell(words, spans.get(part), styles["head-cell" if heads else "cell"]))
    return [element("tr", *row) for row in rows if row]


def _cell(words: Markup, span: CellSpan | None, style: str) -> Markup:
    down, across = (span.rows, span.columns) if span is not None else (1, 1)
    return element(
        "td",
        words,
        rowspan=down if down > 1 else None,
        colspan=across if across > 1 else None,
        style=style,
    )


FIGURE = 0.55
"""How wide a figure is, em, in the faces of phones; a point is taken for half of one."""


def _behind(cell: NumberCell, figures: Mapping[int, NumberCell]) -> str:
    """What keeps the point of a number under those of its column: as much room behind it as others
    take from their points on. The editor leaves nothing else that would.
    """
    lacks = max(map(_tail_width, figures.values())) - _tail_width(cell)
    return f";padding-right:{lacks * FIGURE:.2f}em" if lacks else ""


def _tail_width(cell: NumberCell) -> float:
    return widest([cell.tail]) - 0.5 * sum(map(cell.tail.count, ".．"))
