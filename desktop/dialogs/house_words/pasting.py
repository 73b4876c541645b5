"""Rows out of pasted text: cells of Excel and WPS, parted by tabs, or lines as people type them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from desktop.dialogs.house_words.rows import Row, Rows, WordColumn
from layouts.importing.wording.offices import are_offices
from layouts.patterns import later

LineReader: TypeAlias = Callable[[str], Sequence[Row]]
"""Reads the rows in one line without tabs."""

LONGEST_NAME = 4
"""Characters of a person's name (欧阳文忠)."""

_HAN = r"\u3400-\u9fff"
_APART = later(rf"(?<![{_HAN}])([{_HAN}])[\s\u3000]+([{_HAN}])(?![{_HAN}])")
_NAMES = later(rf"[、，,；;]|(?<=[{_HAN}])[\s\u3000]+(?=[{_HAN}])")
_GAP = later(r"[\s\u3000]+|[：:]")
_ARROW = later(r"\s*(?:→|➔|=>|->|=|＝)\s*|[\s\u3000]+")
_COLON = later(r"[：:]\s*|[\s\u3000]+")
_JOINTS = later(r"[\s\u3000、，,；;]+")


def pasted_rows(text: str, columns: Sequence[WordColumn], read_line: LineReader) -> Rows:
    """The rows of pasted text, each with a cell for every column; without a row of headings, and
    without the numbers that a table may count its rows with.
    """
    rows = [row for cells in _cells(text) for row in _rows(cells, len(columns), read_line)]
    rows = [
        tuple(column.cleaned(cell) for column, cell in zip(columns, row, strict=True))
        for row in rows
    ]
    return tuple(row for row in rows if any(row) and row[0] != columns[0].heading)


def _cells(text: str) -> Iterator[list[str]]:
    """The cells of each line; a cell with line breaks in it stands between quotation marks."""
    if "\t" not in text:
        yield from ([line] for line in text.splitlines())
        return
    try:
        yield from list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    except csv.Error:  # a cell larger than any word: the text is no table after all
        yield from (line.split("\t") for line in text.splitlines())


def _rows(cells: list[str], width: int, read_line: LineReader) -> Sequence[Row]:
    cells = [cell.strip() for cell in cells]
    if len(cells) > 1 and len(cells) > width and cells[0].isdigit():
        cells = cells[1:]
    if len(cells) == 1:
        return [_filled(row, width) for row in read_line(cells[0])]
    return [_filled(tuple(cells), width)]


def _filled(cells: Row, width: int) -> Row:
    """As many cells as there are columns; what is more comes into the last one."""
    last = "、".join(filter(None, cells[width - 1 :]))
    return (*cells[: width - 1], *[""] * (width - 1 - len(cells)), last)


# -- lines, each as its list is typed --------------------------------------------------------------


def leader_of(line: str) -> Sequence[Row]:
    """姓名 职务, or 职务 姓名."""
    parts = [part for part in _GAP().split(_joined(line)) if part]
    if len(parts) > 1 and are_offices(parts[0]) and len(parts[-1]) <= LONGEST_NAME:
        parts = [parts[-1], *parts[:-1]]
    return [(parts[0], "、".join(parts[1:]))] if parts else []


def names_of(line: str) -> Sequence[Row]:
    """Names with marks between them, Chinese ones also with spaces, each a row."""
    return [(name.strip(),) for name in _NAMES().split(_joined(line)) if name.strip()]


def _joined(line: str) -> str:
    """A line with the names in one that were set apart to be as wide as others (王　芳)."""
    return _APART().sub(r"\1\2", line.strip())


def unit_of(line: str) -> Sequence[Row]:
    """全称 简称、简称."""
    name, *short = [part for part in _JOINTS().split(line) if part] or [""]
    return [(name, "、".join(short))]


def spelling_of(line: str) -> Sequence[Row]:
    """A → B, A = B or A B."""
    wrong, *right = _ARROW().split(line.strip(), maxsplit=1)
    return [(wrong, *right)]


def avoided_of(line: str) -> Sequence[Row]:
    """词：原因, or 词 原因."""
    word, *why = _COLON().split(line.strip(), maxsplit=1)
    return [(word, *why)]


def short_forms(cell: str) -> list[str]:
    """The short forms in a cell, parted by 、 or another mark; spaces belong to them."""
    return [part.strip() for part in _MARKS().split(cell) if part.strip()]


_MARKS = later(r"[、，,；;]")
