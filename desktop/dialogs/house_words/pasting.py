"""Rows out of pasted text: cells of Excel and WPS, parted by tabs, or lines as people type them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from desktop.dialogs.house_words.rows import Row, Rows, cleaned
from layouts.importing.wording.offices import are_offices
from layouts.patterns import later

LineReader: TypeAlias = Callable[[str], Sequence[Row]]
"""Reads the rows in one line without tabs."""

LONGEST_NAME = 4
"""Characters of a person's name (欧阳文忠); a single one before another is a name typed apart."""

_GAP = later(r"[\s\u3000]+|[：:]")
_ARROW = later(r"\s*(?:→|➔|=>|->|=|＝)\s*|[\s\u3000]+")
_COLON = later(r"[：:]\s*|[\s\u3000]+")
_JOINTS = later(r"[\s\u3000、，,；;]+")


def pasted_rows(text: str, headings: Sequence[str], read_line: LineReader) -> Rows:
    """The rows of pasted text, each with a cell for every heading; without a row of headings, and
    without the numbers that a table may count its rows with.
    """
    width = len(headings)
    rows = [row for cells in _cells(text) for row in _rows(cells, width, read_line)]
    rows = [tuple(map(cleaned, row)) for row in rows]
    return tuple(row for row in rows if any(row) and row[0] != headings[0])


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
    """姓名 职务, or 职务 姓名; a name may have a space in it (王　芳)."""
    parts = [part for part in _GAP().split(line.strip()) if part]
    if len(parts) > 1 and len(parts[0]) == 1 and len(parts[1]) == 1:
        parts[:2] = ["".join(parts[:2])]
    if len(parts) > 2 and len(parts[-1]) == 1 and len(parts[-2]) == 1:
        parts[-2:] = ["".join(parts[-2:])]
    if len(parts) > 1 and are_offices(parts[0]) and len(parts[-1]) <= LONGEST_NAME:
        parts = [parts[-1], *parts[:-1]]
    return [(parts[0], "、".join(parts[1:]))] if parts else []


def names_of(line: str) -> Sequence[Row]:
    """Names with spaces or marks between them, each a row."""
    return [(name,) for name in _JOINTS().split(line) if name]


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
