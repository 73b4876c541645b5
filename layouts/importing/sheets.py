"""Tables out of the files of spreadsheets: .xlsx as openpyxl reads it, .csv and .tsv as text.

Every cell is the text that it shows: numbers, shares and days in their formats, formulas by the
values that were saved with them. A text that begins with = is a text.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from layouts.errors import ManuscriptError, Source
from layouts.importing.archive import Archive
from layouts.importing.cell_values import CELL_VALUES, shown
from layouts.importing.decoding import read_text
from layouts.importing.table_grid import MOST_ROWS, PlacedCell, gridded
from layouts.issue.article import Table
from layouts.issue.size import WIDEST
from layouts.issue.tables import AUTO, CENTER, RIGHT
from layouts.issue.text import LINE_BREAK, Text
from layouts.messages import sheets as say

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

MOST_SHEET: Final = 40_000_000
"""Bytes of a part of a workbook: a hundred thousand rows, far more than a table can have."""

_ALIGNMENTS = {"center": CENTER, "centerContinuous": CENTER, "right": RIGHT}
_DELIMITERS = ("\t", ",", ";")
MOST_CELLS: Final = 2_000_000
"""Cells of a sheet that are looked at, empty ones too."""

_PARTS = ("xl/worksheets/", "xl/sharedStrings")
_VISIBLE = "visible"


class SheetTable(NamedTuple):
    """The table of a sheet: what the sheet is called, how many rows and columns of it nobody sees
    and were left out, and how many formulas had no value saved with them.
    """

    name: str
    table: Table
    hidden: int = 0
    unknown: int = 0


def read_sheets(path: Path) -> list[SheetTable]:
    """The tables of a file, that of the sheet in front first. ManuscriptError where there is none,
    or where it cannot be read.
    """
    suffix = path.suffix.lower()
    found = _of_text(path) if suffix in {".csv", ".tsv"} else _of_workbook(path)
    if not found:
        raise ManuscriptError(*say.SHEET_EMPTY(), Source(str(path)))
    return found


# -- text ------------------------------------------------------------------------------------------


def _of_text(path: Path) -> list[SheetTable]:
    text = read_text(path).text
    try:
        read = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, path))
        rows = list(filter(any, read))
    except csv.Error as error:
        raise ManuscriptError(*say.SHEET_DAMAGED(), Source(str(path))) from error
    # before a million cells are made
    _refuse_too_large(path, len(rows), max(map(len, rows), default=0))
    placed = [
        PlacedCell(row, column, _text(words))
        for row, cells in enumerate(rows)
        for column, words in enumerate(cells)
    ]
    return _made(path, path.stem, placed)


def _delimiter(text: str, path: Path) -> str:
    """What parts cells: of the candidates the one that stands most often in the first lines."""
    if path.suffix.lower() == ".tsv":
        return "\t"
    head = text[:10_000]
    return max(_DELIMITERS, key=lambda one: (head.count(one), one == ","))


def _text(words: str) -> Text:
    return Text(LINE_BREAK.join(line.strip() for line in words.strip().splitlines()))


def _made(
    path: Path, name: str, placed: Sequence[PlacedCell], hidden: int = 0, unknown: int = 0
) -> list[SheetTable]:
    rows = 1 + max((cell.row for cell in placed), default=0)
    columns = 1 + max((cell.column for cell in placed), default=0)
    _refuse_too_large(path, rows, columns)
    table = gridded(placed, Source(str(path), 1))
    return [] if table is None else [SheetTable(name, table, hidden, unknown)]


def _refuse_too_large(path: Path, rows: int, columns: int) -> None:
    if rows > MOST_ROWS or columns > WIDEST:
        said = say.SHEET_TOO_LARGE(rows=rows, columns=columns, most=MOST_ROWS, widest=WIDEST)
        raise ManuscriptError(*said, Source(str(path)))


# -- workbooks -------------------------------------------------------------------------------------


def _of_workbook(path: Path) -> list[SheetTable]:
    # opened as if it meant harm first: openpyxl takes whatever stands there
    with Archive(path) as archive:
        parts = [name for name in archive.names if name.startswith(_PARTS)]
        has_formulas = [b"<f" in archive.read(name, MOST_SHEET) for name in parts]
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, data_only=True)
        said = openpyxl.load_workbook(path) if any(has_formulas) else None
        found: list[SheetTable] = []
        for sheet in [book.active, *(one for one in book.worksheets if one is not book.active)]:
            if sheet is not None and sheet in book.worksheets and sheet.sheet_state == _VISIBLE:
                found += _of_sheet(path, sheet, None if said is None else said[sheet.title])
    except ManuscriptError:
        raise
    except _UNREADABLE as error:
        raise ManuscriptError(*say.SHEET_DAMAGED(), Source(str(path))) from error
    return found


_UNREADABLE = (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError,
               zipfile.BadZipFile)  # fmt: skip
"""What openpyxl raises for workbooks that are none, XML that is damaged among it."""


class _SeenCells(NamedTuple):
    """The rows and columns of a sheet that are seen, by their numbers from 1, from the first to the
    last with words.
    """

    rows: Sequence[int]
    columns: Sequence[int]

    @property
    def hidden(self) -> int:
        """How many between them are not seen."""
        ends = ((line[0], line[-1]) for line in self)
        return sum(last - first + 1 for first, last in ends) - len(self.rows) - len(self.columns)


def _of_sheet(path: Path, sheet: Worksheet, said: Worksheet | None) -> list[SheetTable]:
    if sheet.max_row * sheet.max_column > MOST_CELLS:
        large = say.SHEET_TOO_LARGE(
            rows=sheet.max_row, columns=sheet.max_column, most=MOST_ROWS, widest=WIDEST
        )
        raise ManuscriptError(*large, Source(str(path)))
    seen = _seen(sheet)
    if seen is None:
        return []
    unknown = 0 if said is None else _without_value(sheet, said, seen)
    return _made(path, sheet.title, list(_placed(sheet, seen)), seen.hidden, unknown)


def _seen(sheet: Worksheet) -> _SeenCells | None:
    """What is seen of a sheet; None where no cell has words."""
    # neighbours alike are said once
    groups = [one for one in sheet.column_dimensions.values() if one.hidden]
    away = {k for one in groups for k in range(one.min or 0, (one.max or 0) + 1)}
    rows = [row for row in range(1, sheet.max_row + 1) if not sheet.row_dimensions[row].hidden]
    columns = [column for column in range(1, sheet.max_column + 1) if column not in away]
    told = [(r, c) for r in rows for c in columns if sheet.cell(r, c).value is not None]
    if not told:
        return None
    (top, foot), (left, right) = ((min(line), max(line)) for line in zip(*told, strict=True))
    return _SeenCells(
        [row for row in rows if top <= row <= foot],
        [column for column in columns if left <= column <= right],
    )


def _placed(sheet: Worksheet, seen: _SeenCells) -> Iterator[PlacedCell]:
    """The cells where they stand among those that are seen. A merged one begins where it is seen
    first, and has the words of its first cell, which may be hidden.
    """
    merged: dict[tuple[int, int], tuple[Cell | MergedCell, int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for area in sheet.merged_cells.ranges:
        down = [row for row in seen.rows if area.min_row <= row <= area.max_row]
        across = [column for column in seen.columns if area.min_col <= column <= area.max_col]
        if down and across:
            first = sheet.cell(area.min_row, area.min_col)
            merged[down[0], across[0]] = first, len(down), len(across)
            covered.update(product(down, across))
    for at_row, row in enumerate(seen.rows):
        for at_column, column in enumerate(seen.columns):
            cell, rows, columns = merged.get((row, column), (sheet.cell(row, column), 1, 1))
            if (row, column) in merged or (row, column) not in covered:
                alignment = _ALIGNMENTS.get(str(cell.alignment.horizontal), AUTO)  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
                value = cell.value if isinstance(cell.value, CELL_VALUES) else str(cell.value or "")
                words = _text(shown(value, cell.number_format))
                yield PlacedCell(at_row, at_column, words, rows, columns, alignment)


def _without_value(sheet: Worksheet, said: Worksheet, seen: _SeenCells) -> int:
    """How many formulas no program has worked out: only Excel, WPS and the like save values."""
    return sum(
        said.cell(*at).data_type == "f" and sheet.cell(*at).value is None
        for at in product(seen.rows, seen.columns)
    )
