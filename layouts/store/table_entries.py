"""What stands in issue.json for tables."""

from __future__ import annotations

import math
from typing import Literal

from msgspec import Struct

from layouts.errors import Source
from layouts.issue.article import CellAlignment, CellSpan, Table
from layouts.issue.photo import PhotoPlace
from layouts.issue.sound_floats import sound_table
from layouts.issue.splice import NO_TEXT
from layouts.issue.tables import (
    ALIGNMENTS,
    fitting_alignments,
    fitting_heads,
    fitting_spans,
    fitting_widths,
)
from layouts.store.text_entries import AnyText, optional_entry, optional_text, read_text, text_entry


class TableEntry(
    Struct,
    frozen=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="type",
    tag="table",
):
    """Rows of cells, `header` first; `alignments` per column: left, center, right, or
    auto for what its content asks.

    `spans` are merged cells: row (0 the header), column, how many rows and columns; `widths` per
    column in em, null where the content says. The first `header_rows`, `header` among them, and
    the first `header_columns` head the others. `own_alignments` are those of single cells: row,
    column, left, center or right. `data_source` says where the figures are from; `zebra` whether
    every second row has a ground, null as the layout has it. Where `place` says so, or where it
    goes `across` several columns (0: all), it stands at the head or foot of a page; `turned`
    on pages of its own, turned by a quarter.
    """

    header: tuple[AnyText, ...]
    rows: tuple[tuple[AnyText, ...], ...] = ()
    alignments: tuple[str, ...] = ()
    spans: tuple[tuple[int, int, int, int], ...] = ()
    widths: tuple[float | None, ...] = ()
    caption: AnyText | None = None
    notes: tuple[AnyText, ...] = ()
    id: str = ""
    data_source: AnyText | None = None
    header_rows: int = 1
    header_columns: int = 0
    own_alignments: tuple[tuple[int, int, str], ...] = ()
    zebra: bool | None = None
    place: Literal["text", "top", "foot", "page", "spread"] = "text"
    across: int = 1
    turned: bool = False


def table_entry(table: Table) -> TableEntry:
    """What stands in the file for a table."""
    return TableEntry(
        tuple(map(text_entry, table.header)),
        tuple(tuple(map(text_entry, row)) for row in table.rows),
        table.alignments,
        tuple((span.row, span.column, span.rows, span.columns) for span in table.spans),
        tuple(width if width is None or math.isfinite(width) else None for width in table.widths),
        optional_entry(table.caption),
        tuple(map(text_entry, table.notes)),
        table.id,
        optional_entry(table.data_source),
        table.header_rows,
        table.header_columns,
        tuple((one.row, one.column, one.alignment) for one in table.own_alignments),
        table.zebra,
        table.place.value,
        table.across,
        table.turned,
    )


def read_table(entry: TableEntry, source: Source) -> Table:
    """A table as wide as its widest row, with an alignment for each column: what is not said is
    empty, or left.
    """
    columns = max(1, len(entry.header), *map(len, entry.rows))
    header, *rows = (
        (*map(read_text, row), *(NO_TEXT,) * (columns - len(row)))
        for row in (entry.header, *entry.rows)
    )
    alignments = (
        name if name in ALIGNMENTS else ALIGNMENTS[0] for name in entry.alignments[:columns]
    )
    widths = fitting_widths(entry.widths, columns)
    own = (CellAlignment(*one) for one in entry.own_alignments)
    made = Table(
        header,
        tuple(rows),
        (*alignments, *(ALIGNMENTS[0],) * (columns - len(entry.alignments))),
        source,
        fitting_spans((CellSpan(*span) for span in entry.spans), len(rows) + 1, columns),
        widths if any(widths) else (),
        optional_text(entry.caption),
        tuple(map(read_text, entry.notes)),
        entry.id,
        optional_text(entry.data_source),
        fitting_heads(entry.header_rows, len(rows) + 1, 1),
        fitting_heads(entry.header_columns, columns, 0),
        fitting_alignments(own, len(rows) + 1, columns),
        entry.zebra,
        PhotoPlace(entry.place),
        entry.across,
        entry.turned,
    )
    return sound_table(made)
