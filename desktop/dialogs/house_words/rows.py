"""Rows of the word lists as they are typed: cleaned, and held against what the house file takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from desktop.words import spoken, tr
from layouts.house.kinds import NOWHERE, Kind, Refused
from layouts.patterns import later

Row: TypeAlias = tuple[str, ...]
"""The cells of a row, one for each column; all empty in a row that nobody has filled in yet."""

Rows: TypeAlias = tuple[Row, ...]

MOST_QUOTED = 16
"""Characters of a cell that a sentence about it repeats."""


_SET_APART = later(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")


class WordColumn(NamedTuple):
    """A column: its heading, and what a cell may hold.

    `parts` takes a cell apart where it holds several words. `names` holds persons' names, which
    people set apart to make them as wide as others (王　芳).
    """

    heading: str
    kind: Kind
    optional: bool = False
    names: bool = False
    parts: Callable[[str], Sequence[str]] | None = None

    def cleaned(self, cell: str) -> str:
        """A cell without what cannot be seen or is not meant."""
        seen = cleaned(cell)
        return _SET_APART().sub("", seen) if self.names else seen

    def refusal(self, cell: str) -> str:
        """Why a cell cannot stand as it is; empty where it can."""
        if not cell:
            return "" if self.optional else tr("还没有填“{heading}”", heading=self.heading)
        raw = list(self.parts(cell)) if self.parts is not None else cell
        try:
            self.kind.read(raw, NOWHERE)
        except Refused:
            expected = self.kind.expects()
            shown = cell if len(cell) <= MOST_QUOTED else f"{cell[:MOST_QUOTED]}…"
            wanted = spoken(expected)
            return tr("“{cell}”不行：应为{expected}", cell=shown, expected=wanted)
        return ""


class CellProblem(NamedTuple):
    """What is wrong with the cell of a row and a column."""

    row: int
    column: int
    sentence: str


def problems_in(rows: Rows, columns: Sequence[WordColumn]) -> list[CellProblem]:
    """Everything a house file would not take, row by row; the first column names each row, and no
    two rows have one name.
    """
    found: list[CellProblem] = []
    times = Counter(row[0] for row in rows if row[0])
    for number, row in enumerate(rows):
        if not any(row):
            continue
        for place, (cell, column) in enumerate(zip(row, columns, strict=True)):
            sentence = column.refusal(cell)
            if not sentence and not place and times[cell] > 1:
                sentence = tr("“{name}”写了两次，请删去一个", name=cell)
            if sentence:
                found.append(CellProblem(number, place, sentence))
    return found


def same_twice(rows: Rows) -> list[CellProblem]:
    """Rows whose second cell repeats the first: nothing would be changed into itself."""
    sentence = tr("和左边的写法一样，请改，或删去这一行")
    return [
        CellProblem(number, 1, sentence)
        for number, row in enumerate(rows)
        if row[0] and row[0] == row[1]
    ]


def cleaned(cell: str) -> str:
    """A cell without what cannot be seen and without spaces around it."""
    spaced = "".join(" " if character.isspace() else character for character in cell)
    return "".join(filter(str.isprintable, spaced)).strip()


class TakenRows(NamedTuple):
    """Rows after others were put among them: how many are new, and how many were there by name and
    are otherwise now.
    """

    rows: Rows
    added: int
    updated: int


def taken(rows: Rows, given: Rows, at: int) -> TakenRows:
    """Put rows in before the one at `at`; one whose name is there already is changed where it
    stands.
    """
    places: Mapping[str, int] = {row[0]: number for number, row in enumerate(rows) if row[0]}
    kept, new = list(rows), dict[str, Row]()
    updated = 0
    for row in given:
        place = places.get(row[0])
        if place is None:
            new[row[0]] = row
        elif (merged := _merged(kept[place], row)) != kept[place]:
            kept[place] = merged
            updated += 1
    return TakenRows((*kept[:at], *new.values(), *kept[at:]), len(new), updated)


def _merged(before: Row, row: Row) -> Row:
    return tuple(new or old for old, new in zip(before, row, strict=True))
