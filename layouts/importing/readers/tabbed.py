"""Tables typed into a text with tabs or wide gaps, as copies of a spreadsheet have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from layouts.errors import Source
from layouts.importing.received import ReceivedBlock, ReceivedParagraph, ReceivedTable
from layouts.importing.table_grid import PlacedCell, gridded
from layouts.issue.text import LINE_BREAK, Text

LEAST_ROWS: Final = {2: 3}
"""Rows that lines of two cells must have to be a table: two may be names set in columns."""

LEAST_ROWS_OF_MANY: Final = 2
LONGEST_CELL: Final = 40
"""Characters of a cell; running text beside a tab is no cell."""

_TABS: Final = re.compile(r" *\t[ \t]*")
_GAPS: Final = re.compile(r" {3,}|\u3000{2,}")
_QUOTED: Final = re.compile(r'"((?=[^"]{0,9999}[\r\n])(?:[^"]|""){0,9999})"(?=[\t\r\n]|\Z)')
_CELL_END: Final = re.compile(r"[\t\r\n]")
_NO_CELL: Final = re.compile(r"[:：。；]|^[\d一二三四五六七八九十]{1,3}[.、．]?$|^[^\w]$")
"""What a first row has where the lines are fields (供稿：…), sentences, or items behind their
number or bullet.
"""


def with_tables(blocks: Iterable[ReceivedBlock], path: Path) -> tuple[ReceivedBlock, ...]:
    """The blocks of a text, those runs of its lines that have as many cells each as tables."""
    found: list[ReceivedBlock] = []
    for count, run in groupby(blocks, _cell_count):
        lines = list(run)
        rows = [
            (block, _cells(block.text.string))
            for block in lines
            if isinstance(block, ReceivedParagraph)
        ]
        is_table = count > 1 and _is_table([cells for _, cells in rows])
        found += _table(rows, path) if is_table else lines
    return tuple(found)


def spreadsheet_cells(text: str) -> list[tuple[Text, ...]]:
    """The cells of what a spreadsheet put on the clipboard as text: tabs between cells, in quotes
    what has line ends. Empty where there is no tab.
    """
    text = text.rstrip("\r\n")
    rows: list[list[Text]] = [[]]
    at = 0 if "\t" in text else -1
    while at >= 0:
        cell, stop = _cell_at(text, at)
        rows[-1].append(cell)
        end = text[stop : stop + 2]
        if not end.startswith("\t") and end:
            rows.append([])
        at = stop + (2 if end == "\r\n" else 1) if end else -1
    return [tuple(row) for row in rows if row]


def _cell_at(text: str, at: int) -> tuple[Text, int]:
    """The cell that begins at a place, and where it ends."""
    if quoted := _QUOTED.match(text, at):
        return _cell(quoted[1].replace('""', '"')), quoted.end()
    found = _CELL_END.search(text, at)
    stop = found.start() if found else len(text)
    return _cell(text[at:stop]), stop


def _cell(written: str) -> Text:
    return Text(LINE_BREAK.join(line.strip() for line in written.strip().splitlines()))


def spreadsheet_table(text: str, path: Path) -> ReceivedTable | None:
    """The table of what a spreadsheet copied as text: as many cells in every row, empty ones too;
    None of what lines with tabs are otherwise.
    """
    rows = spreadsheet_cells(text)
    widths = {len(row) for row in rows}
    if len(widths) > 1 or len(rows) < LEAST_ROWS_OF_MANY or max(widths) <= min(LEAST_ROWS):
        return None
    if any(_NO_CELL.search(cell.string) for cell in rows[0]):
        return None
    placed = [
        PlacedCell(row, column, cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    table = gridded(placed, Source(str(path), 1))
    return None if table is None else ReceivedTable(table, 1)


def _cell_count(block: ReceivedBlock) -> int:
    return len(_cells(block.text.string)) if isinstance(block, ReceivedParagraph) else 0


def _cells(string: str) -> list[str]:
    if "\t" in string:
        return _TABS.split(string.strip())
    cells = _GAPS.split(string.strip())
    return cells if len(cells) > 2 else [string]


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    first = rows[0]
    if len(rows) < LEAST_ROWS.get(len(first), LEAST_ROWS_OF_MANY):
        return False
    if any(len(cell) > LONGEST_CELL for row in rows for cell in row):
        return False
    return not any(map(_NO_CELL.search, first))


def _table(
    rows: Sequence[tuple[ReceivedParagraph, Sequence[str]]], path: Path
) -> Iterator[ReceivedBlock]:
    line = rows[0][0].line
    placed = [
        PlacedCell(row, column, Text(cell))
        for row, (_, cells) in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    table = gridded(placed, Source(str(path), line))
    if table is not None:
        yield ReceivedTable(table, line)
