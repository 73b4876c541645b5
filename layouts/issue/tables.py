"""What a table can have: widths of its columns, and merged cells, that lie in it; and its cells in
rows.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from layouts.issue.article import CellAlignment, CellSpan, Table
from layouts.issue.parts import cells
from layouts.issue.photo import WIDEST
from layouts.issue.text import Text

LEFT, CENTER, RIGHT, AUTO = ALIGNMENTS = ("left", "center", "right", "auto")
"""How a column stands; `auto` as its content asks, numbers by their points."""

OWN = (LEFT, CENTER, RIGHT)
"""How a single cell stands that does not stand as its column."""

MOST_CELLS = 1_000_000
"""Cells that are looked at to find those merged in a table: more than any table of an editor's has
merged.
"""


def fitting_widths(widths: Sequence[float | None], columns: int) -> tuple[float | None, ...]:
    """The widths (em) of a table's columns, none for those that no column can have."""
    return tuple(
        float(width) if width is not None and 0 < width <= WIDEST else None
        for width in widths[:columns]
    )


def fitting_heads(count: int, all_: int, least: int) -> int:
    """How many rows or columns of a table head the others: `least` at least, and one is left."""
    return max(least, min(count, all_ - 1))


def fitting_alignments(
    alignments: Iterable[CellAlignment], rows: int, columns: int
) -> tuple[CellAlignment, ...]:
    """The alignments of cells that are in a table, one each, in the order of the cells."""
    found = {
        (one.row, one.column): one
        for one in alignments
        if 0 <= one.row < rows and 0 <= one.column < columns and one.alignment in OWN
    }
    return tuple(one for _, one in sorted(found.items()))


def fitting_spans(spans: Iterable[CellSpan], rows: int, columns: int) -> tuple[CellSpan, ...]:
    """The merged cells that lie inside a table, its header among the `rows`, and cover none that
    one before them does.

    Where looking for that takes longer than for any table of an editor's, the rest are left out: a
    file may hold as many as it likes.
    """
    taken: set[tuple[int, int]] = set()
    found: list[CellSpan] = []
    looked_at = 0
    for span in spans:
        below, right = span.row + span.rows, span.column + span.columns
        inside = 0 <= span.row < below <= rows and 0 <= span.column < right <= columns
        if not inside or span.rows * span.columns < 2:
            continue
        looked_at += span.rows * span.columns
        if looked_at > MOST_CELLS:
            break
        covered = set(itertools.product(range(span.row, below), range(span.column, right)))
        if not covered & taken:
            taken |= covered
            found.append(span)
    return tuple(found)


def alignment_of(table: Table, row: int, column: int) -> str:
    """How a cell stands: by itself, else as its column."""
    own = next(
        (one for one in table.own_alignments if (one.row, one.column) == (row, column)), None
    )
    if own is not None:
        return own.alignment
    return table.alignments[column] if column < len(table.alignments) else AUTO


def rows_of(table: Table) -> tuple[tuple[Text, ...], ...]:
    """The rows of a table, its header first, each with a text for every column."""
    texts, columns = cells(table), len(table.header)
    return tuple(texts[first : first + columns] for first in range(0, len(texts), columns))


def span_at(table: Table, row: int, column: int) -> CellSpan | None:
    """The merged cell that stands at a row and column or covers them, None where none does."""
    return next(
        (
            span
            for span in table.spans
            if span.row <= row < span.row + span.rows
            and span.column <= column < span.column + span.columns
        ),
        None,
    )


def told_spans(table: Table) -> tuple[dict[int, CellSpan], frozenset[int]]:
    """The merged cells by the numbers of their texts, and what they cover; none at all of those
    that cover words, which are cells of their own.
    """
    columns, covered = len(table.header), covered_parts(table)
    spans: dict[int, CellSpan] = {}
    under: set[int] = set()
    for span in table.spans:
        first = span.row * columns + span.column
        parts = {
            first + row * columns + column
            for row in range(span.rows)
            for column in range(span.columns)
        } - {first}
        if parts <= covered:
            spans[first] = span
            under |= parts
    return spans, frozenset(under)


def covered_parts(table: Table) -> frozenset[int]:
    """The cells, by the numbers of their texts, that a merged one covers and that hold no words of
    their own: nothing of them is seen.
    """
    if not table.spans:
        return frozenset()
    columns, texts = len(table.header), cells(table)
    covered = (
        row * columns + column
        for span in table.spans
        for row in range(span.row, span.row + span.rows)
        for column in range(span.column, span.column + span.columns)
        if (row, column) != (span.row, span.column)
    )
    return frozenset(part for part in covered if not texts[part].string)
