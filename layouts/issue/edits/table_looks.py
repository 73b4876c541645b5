"""How tables look: their columns aligned and made as wide as somebody asks, single cells aligned,
what heads the others, words above and below.

Places are those of a cell (`layouts.issue.parts`): every edit raises LookupError for any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from layouts.issue.article import CellAlignment
from layouts.issue.edits.cell_area import area_around
from layouts.issue.edits.edited import Edited
from layouts.issue.edits.tables import cell_of, table_of
from layouts.issue.edits.tree import with_block
from layouts.issue.issue import Issue
from layouts.issue.photo import PhotoPlace
from layouts.issue.places import Place
from layouts.issue.sound_floats import sound_table
from layouts.issue.tables import AUTO, fitting_alignments, fitting_heads, fitting_widths
from layouts.issue.text import Text


def set_alignment(issue: Issue, first: Place, last: Place, alignment: str) -> Edited:
    """Align the columns from one cell to another (`layouts.issue.tables.ALIGNMENTS`)."""
    table, start = cell_of(issue, first)
    _, end = cell_of(issue, last)
    low, high = sorted((start.column, end.column))
    aligned = (*table.alignments, *(AUTO,) * len(table.header))[: len(table.header)]
    made = tuple(alignment if low <= column <= high else one for column, one in enumerate(aligned))
    return Edited(with_block(issue, first, replace(table, alignments=made)), first)


def set_columns(
    issue: Issue, place: Place, alignments: Sequence[str], widths: Sequence[float | None]
) -> Edited:
    """Give all columns of a table their alignments and widths (em, None for what the content
    says).
    """
    table = table_of(issue, place)
    fitting = fitting_widths(widths, len(table.header))
    asked = fitting if any(width is not None for width in fitting) else ()
    made = replace(table, alignments=tuple(alignments), widths=asked)
    return Edited(with_block(issue, place, made), place)


def set_column_widths(issue: Issue, place: Place, widths: Mapping[int, float]) -> Edited:
    """Give some columns their widths (em), rounded to hundredths; the others keep theirs."""
    table = table_of(issue, place)
    columns = range(len(table.header))
    now = (*table.widths, *(None for _ in columns))[: len(columns)]
    asked = [round(widths[k], 2) if k in widths else now[k] for k in columns]
    made = replace(table, widths=fitting_widths(asked, len(columns)))
    return Edited(issue if made == table else with_block(issue, place, made), place)


def set_table_words(
    issue: Issue, place: Place, caption: Text, notes: Iterable[Text], data_source: Text
) -> Edited:
    """Give a table the words above it and those below it; empty ones are none."""
    table = table_of(issue, place)
    made = replace(
        table,
        caption=caption if caption.string else None,
        notes=tuple(note for note in notes if note.string),
        data_source=data_source if data_source.string else None,
    )
    return Edited(with_block(issue, place, made), place)


def set_heads(issue: Issue, place: Place, rows: int, columns: int) -> Edited:
    """Say how many rows and columns of a table head the others; as many as it can have."""
    table = table_of(issue, place)
    made = replace(
        table,
        header_rows=fitting_heads(rows, len(table.rows) + 1, 1),
        header_columns=fitting_heads(columns, len(table.header), 0),
    )
    return Edited(with_block(issue, place, made), place)


def set_zebra(issue: Issue, place: Place, *, zebra: bool | None) -> Edited:
    """Give every second row of a table a ground, or none; None leaves it to the layout."""
    table = table_of(issue, place)
    return Edited(with_block(issue, place, replace(table, zebra=zebra)), place)


def set_table_place(issue: Issue, place: Place, where: PhotoPlace, across: int) -> Edited:
    """Stand a table in the text, or at the head or foot of a page across so many columns, 0 for
    all.
    """
    table = replace(table_of(issue, place), place=where, across=across, turned=False)
    return Edited(with_block(issue, place, sound_table(table)), place)


def set_turned(issue: Issue, place: Place, *, turned: bool) -> Edited:
    """Stand a table on pages of its own, turned by a quarter (横排转页), or in the text again."""
    table = replace(table_of(issue, place), turned=turned)
    return Edited(with_block(issue, place, sound_table(table)), place)


def align_cells(issue: Issue, first: Place, last: Place, alignment: str) -> Edited:
    """Align the cells from one to another left, center or right; AUTO as their columns."""
    table, start = cell_of(issue, first)
    _, end = cell_of(issue, last)
    area = area_around(table, start, end)
    rows = range(area.row, area.row + area.rows)
    columns = range(area.column, area.column + area.columns)
    kept = (one for one in table.own_alignments if one.row not in rows or one.column not in columns)
    given = (
        ()
        if alignment == AUTO
        else (CellAlignment(row, column, alignment) for row in rows for column in columns)
    )
    own = fitting_alignments((*kept, *given), len(table.rows) + 1, len(table.header))
    return Edited(with_block(issue, first, replace(table, own_alignments=own)), first)
