"""Tables as HTML: heads, merged cells, caption and notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from layouts.issue.article import CellSpan, Table
from layouts.issue.figures import NumberCell, number_cells, widest
from layouts.issue.parts import cells
from layouts.issue.splice import cut
from layouts.issue.tables import AUTO, alignment_of, told_spans
from layouts.issue.text import Text
from layouts.webpage.markup import NOTHING, Markup, element, joined, lines

Inline = Callable[[Text], Markup]


def table_markup(table: Table, inline: Inline, label: str) -> Markup:
    """A table, in a frame that can be scrolled where a screen is narrower; notes and where its
    figures are from below it. `label` names one that has no caption.
    """
    caption = NOTHING
    if table.caption is not None:
        caption = element("caption", inline(table.caption))
        label = table.caption.string
    rows = _rows(table, inline)
    heads = table.header_rows if _heads_apart(table) else 0
    head = element("thead", lines(*rows[:heads])) if heads else NOTHING
    body = element("tbody", lines(*rows[heads:]))
    zebra = "zebra" if table.zebra else None
    whole = element("table", caption, head, body, class_=zebra)
    framed = element("div", whole, class_="table", role="region", tabindex="0", aria_label=label)
    below = [*table.notes, *((table.data_source,) if table.data_source is not None else ())]
    return lines(framed, *(element("p", inline(note), class_="table-note") for note in below))


def _heads_apart(table: Table) -> bool:
    """Whether no merged cell of the head reaches into the body: HTML would cut it there."""
    return not any(
        span.row < table.header_rows < span.row + span.rows
        for span in told_spans(table)[0].values()
    )


def _rows(table: Table, inline: Inline) -> list[Markup]:
    columns, texts = max(1, len(table.header)), cells(table)
    spans, covered = told_spans(table)
    figures = [number_cells(table, column) for column in range(columns)]
    rows: list[list[Markup]] = [[] for _ in range(0, len(texts), columns)]
    for part, text in enumerate(texts):
        if part not in covered:
            row, column = divmod(part, columns)
            of = _class(
                alignment_of(table, row, column),
                of_figures=bool(figures[column]),
            )
            said = _said(text, part, figures[column], inline)
            rows[row].append(_cell(table, part, said, spans.get(part), of))
    return [element("tr", *row) for row in rows]


def _cell(table: Table, part: int, said: Markup, span: CellSpan | None, of: str | None) -> Markup:
    row, column = divmod(part, max(1, len(table.header)))
    down, across = (span.rows, span.columns) if span is not None else (1, 1)
    heads_column, heads_row = row < table.header_rows, column < table.header_columns
    scope = None
    if said.strip() and (heads_column or heads_row):
        way, count = ("col", across) if heads_column else ("row", down)
        scope = f"{way}group" if count > 1 else way
    return element(
        "th" if scope else "td",
        said,
        scope=scope,
        rowspan=down if down > 1 else None,
        colspan=across if across > 1 else None,
        class_=of,
    )


def _class(alignment: str, *, of_figures: bool) -> str | None:
    if alignment == AUTO:
        return "figures" if of_figures else None
    return alignment


def _said(text: Text, part: int, figures: Mapping[int, NumberCell], inline: Inline) -> Markup:
    """The words of a cell. In a column of numbers with points what is before the point, and from it
    on, is as wide in each: so they stand under each other.
    """
    tail = widest(cell.tail for cell in figures.values())
    if part not in figures or not tail or not text.string:
        return inline(text)
    whole, at = widest(cell.whole for cell in figures.values()), len(figures[part].whole)
    return joined(
        element("span", inline(cut(text, 0, at)), class_="whole", style=f"min-width:{whole}ch"),
        element(
            "span",
            inline(cut(text, at, len(text.string))),
            class_="tail",
            style=f"min-width:{tail}ch",
        ),
    )
