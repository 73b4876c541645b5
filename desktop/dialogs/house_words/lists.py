"""Which lists there are: their columns, and how their rows come from the house's words and become
them again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from desktop.dialogs.house_words.pasting import (
    LineReader,
    avoided_of,
    leader_of,
    names_of,
    short_forms,
    spelling_of,
    unit_of,
)
from desktop.dialogs.house_words.rows import (
    CellProblem,
    Rows,
    WordColumn,
    cleaned,
    problems_in,
    same_twice,
)
from desktop.words import tr
from layouts.house.kinds import Words
from layouts.importing.tidying import TidyChoice
from layouts.importing.wording import HouseWords, Leader, Unit
from layouts.importing.wording.read import LONGEST, LONGEST_REASON, Term, Terms

LEADERS, PEOPLE, UNITS, SPELLINGS, AVOIDED = "leaders", "people", "units", "spellings", "avoided"


class WordSheet(NamedTuple):
    """A list as a table: what it is called, what it is for, and an example to type after.

    `ordered`: its rows stand in an order that means something.
    """

    key: str
    title: str
    about: str
    example: str
    columns: tuple[WordColumn, ...]
    read_line: LineReader
    ordered: bool = False

    def problems(self, rows: Rows) -> list[CellProblem]:
        """What a house file would not take of these rows."""
        found = problems_in(rows, self.columns)
        return found + same_twice(rows) if self.key == SPELLINGS else found


def word_sheets() -> tuple[WordSheet, ...]:
    """All lists in the order of their tabs, in the language of the window."""
    return (_leaders(), _people(), _units(), _spellings(), _avoided())


def house_of(rows: Mapping[str, Rows], tidy: TidyChoice) -> HouseWords:
    """The house's words out of the rows of all lists; what is empty is left out."""
    filled = {key: [row for row in given if row[0]] for key, given in rows.items()}
    return HouseWords(
        leaders=tuple(Leader(name, office) for name, office in filled[LEADERS]),
        people=tuple(name for (name,) in filled[PEOPLE]),
        units=tuple(Unit(name, tuple(short_forms(short))) for name, short in filled[UNITS]),
        spellings={row[0]: row[1] for row in filled[SPELLINGS]},
        avoided={row[0]: row[1] for row in filled[AVOIDED]},
        tidy=tidy,
    )


def rows_of(words: HouseWords) -> dict[str, Rows]:
    """The rows of all lists out of the house's words."""
    return {
        LEADERS: _rows((leader.name, leader.title) for leader in words.leaders),
        PEOPLE: _rows((name,) for name in dict.fromkeys(words.people)),
        UNITS: _rows((unit.name, "、".join(unit.short)) for unit in words.units),
        SPELLINGS: _rows(words.spellings.items()),
        AVOIDED: _rows(words.avoided.items()),
    }


def _rows(rows: Iterable[tuple[str, ...]]) -> Rows:
    return tuple(tuple(map(cleaned, row)) for row in rows)


def _leaders() -> WordSheet:
    return WordSheet(
        LEADERS,
        tr("领导"),
        tr("按排名先后。稿件里的姓名、职务、先后和这里不一样时会提醒；几个职务之间用顿号。"),
        "陆明远 区委书记",  # not words of the window
        (
            WordColumn(tr("姓名"), Term(2), names=True),
            WordColumn(tr("职务"), Words(longest=LONGEST), optional=True),
        ),
        leader_of,
        ordered=True,
    )


def _people() -> WordSheet:
    return WordSheet(
        PEOPLE,
        tr("其他人名"),
        tr("和领导的姓名只差一字、但本来就这样写的人，写在这里就不再提醒。"),
        "刘俊",  # not words of the window
        (WordColumn(tr("姓名"), Term(2), names=True),),
        names_of,
    )


def _units() -> WordSheet:
    return WordSheet(
        UNITS,
        tr("单位"),
        tr("全称和可以用的简称，简称之间用顿号。写错一字，或一期里用了两种简称，会提醒。"),
        "云栖区图书馆 区图书馆、区图",  # not words of the window
        (
            WordColumn(tr("全称"), Term(2)),
            WordColumn(tr("简称"), Terms(), optional=True, parts=short_forms),
        ),
        unit_of,
    )


def _spellings() -> WordSheet:
    return WordSheet(
        SPELLINGS,
        tr("写法"),
        tr("左边的写法在稿件里出现时会提醒，一点就改成右边的。"),
        "微信公共号 → 微信公众号",  # not words of the window
        (WordColumn(tr("不这样写"), Term()), WordColumn(tr("要这样写"), Term())),
        spelling_of,
    )


def _avoided() -> WordSheet:
    return WordSheet(
        AVOIDED,
        tr("慎用词"),
        tr("公文里不宜用的词。右边写原因或怎么改，提醒时一起显示；可以空着。"),
        "老百姓：写“群众”“市民”",  # not words of the window
        (
            WordColumn(tr("词"), Term()),
            WordColumn(tr("原因或建议"), Words(longest=LONGEST_REASON), optional=True),
        ),
        avoided_of,
    )
