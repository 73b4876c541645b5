"""Numbers in the cells of tables: which strings are some, and where their decimal point is
(CY/T 170-2019: figures of one quantity stand under each other by their places).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from layouts.issue.article import Table
from layouts.issue.parts import cells
from layouts.issue.splice import is_wide
from layouts.issue.tables import LEFT, told_spans
from layouts.patterns import later

# up to the point; thousands in groups or not at all; what measures them and signs of notes behind
_NUMBER = later(
    r"[(（]?[-−－–+＋±<>＜＞≈约]?[¥￥$]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)"
    r"((?:[.．]\d+)?[%％‰℃万亿元]{0,2}[)）]?[*＊†①-⑳]*)"
)
_NOTHING = later(r"[-−－–—…·.／/*＊无]{0,6}")


def point_of(string: str) -> int | None:
    """Where the decimal point of a number is, or would be; None for what is no number."""
    found = _NUMBER().fullmatch(string)
    return None if found is None else found.start(1)


def says_none(string: str) -> bool:
    """Whether a cell has a sign that there is no number (—, …), or nothing."""
    return _NOTHING().fullmatch(string.strip()) is not None


class NumberCell(NamedTuple):
    """A cell of a column of numbers: what it has before its decimal point, and from it on. What
    says that there is no number stands before it.
    """

    whole: str
    tail: str


def number_cells(table: Table, column: int) -> dict[int, NumberCell]:
    """The cells of a column of numbers, by their parts, which stand under each other by their
    points; none where a cell has other words, or the column is flush left.

    Cells over several columns, and those that stand for themselves, are not asked.
    """
    columns, texts = max(1, len(table.header)), cells(table)
    if column < len(table.alignments) and table.alignments[column] == LEFT:
        return {}
    spans, covered = told_spans(table)
    own = {one.row * columns + one.column for one in table.own_alignments}
    passed = {*covered, *own, *(part for part, span in spans.items() if span.columns > 1)}
    found: dict[int, NumberCell] = {}
    has_number = False
    for part in range(table.header_rows * columns + column, len(texts), columns):
        string = texts[part].string
        point = point_of(string)
        if part in passed:
            continue
        if point is None and not says_none(string):
            return {}
        has_number = has_number or point is not None
        found[part] = NumberCell(string[:point], "" if point is None else string[point:])
    return found if has_number else {}


def widest(strings: Iterable[str]) -> int:
    """The most that one of some strings takes, in widths of a figure: Chinese two, others one."""
    return max((sum(1 + is_wide(one) for one in string) for string in strings), default=0)
