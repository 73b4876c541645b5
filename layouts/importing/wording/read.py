"""House files into word lists: `load_house_words(Path("house.toml"))`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from msgspec import Struct

from layouts.errors import Source, WordListError
from layouts.house.declaring import Named, Rows, Setting, SettingsTable
from layouts.house.kinds import NOWHERE, Choice, Flag, Refused, Scope, Words
from layouts.house.read import Fault, dotted, read
from layouts.house.toml_lines import Place, line_of, parsed
from layouts.importing.tidying import LIST_STYLES, RULES, TidyChoice
from layouts.importing.wording.house import HouseWords, Leader, Unit
from layouts.inputs import read_input, why
from layouts.messages.message import Sentence
from layouts.messages.word_lists import (
    A_LIST_OF_TERMS,
    A_TERM,
    NOT_A_TERM,
    SPELLING_LEADS_NOWHERE,
    TERM_TWICE,
    WORD_LIST_NOT_UTF8,
    WORD_LIST_UNREADABLE,
)

LARGEST = 500_000
"""Bytes of a house file; one with a thousand names has 50,000."""

LONGEST = 60
"""Characters of a name or word of the lists."""

LONGEST_REASON = 200
"""Characters of why a word is avoided."""


class Term(Struct, frozen=True):
    """A name or word of the lists. Fixes carry it between colons, so it has none."""

    shortest: int = 1

    def expects(self) -> Sentence:
        """What it takes."""
        return A_TERM(shortest=self.shortest, longest=LONGEST)

    def read(self, raw: object, scope: Scope) -> str:
        """The word without spaces around it."""
        if not isinstance(raw, str) or ":" in raw or not raw.isprintable():
            raise Refused
        word = raw.strip()
        if not self.shortest <= len(word) <= LONGEST:
            raise Refused
        return word


class Terms(Struct, frozen=True):
    """A list of such words."""

    def expects(self) -> Sentence:
        """What it takes."""
        return A_LIST_OF_TERMS(longest=LONGEST)

    def read(self, raw: object, scope: Scope) -> tuple[str, ...]:
        """The words in their order."""
        if not isinstance(raw, list):
            raise Refused
        return tuple(Term(2).read(one, scope) for one in cast("list[object]", raw))


_LEADER = SettingsTable(
    {
        "name": Setting(Term(2), "who"),
        "title": Setting(Words(longest=LONGEST), "the offices held, as texts write them", ""),
    },
    Leader,
)
_UNIT = SettingsTable(
    {
        "name": Setting(Term(2), "the full name"),
        "short": Setting(Terms(), "short forms that texts may use", []),
    },
    Unit,
)
_RULES = SettingsTable({rule.name: Setting(Flag(), rule.en, default=True) for rule in RULES})


def _choice(list_style: str, rules: Mapping[str, bool]) -> TidyChoice:
    return TidyChoice(frozenset(name for name, on in rules.items() if on), list_style)


_TIDY = SettingsTable(
    {
        "list_style": Setting(Choice(LIST_STYLES), "how lists are numbered; empty: as typed", ""),
        "rules": Setting(_RULES, "which rules tidy manuscripts", {}),
    },
    _choice,
)
_HOUSE = SettingsTable(
    {
        "people": Setting(Terms(), "other names that are right as they stand", []),
        "leaders": Setting(Rows(_LEADER), "leaders in their order", []),
        "units": Setting(Rows(_UNIT), "units with their short forms", []),
        "spellings": Setting(Named(Term()), "from a forbidden spelling to the one to use", {}),
        "avoided": Setting(Named(Words(longest=LONGEST_REASON)), "words to avoid, and why", {}),
        "tidy": Setting(_TIDY, "how manuscripts are tidied", {}),
    },
    HouseWords,
)


def load_house_words(path: Path) -> HouseWords:
    """The word lists of a house file.

    WordListError, with file and line, where it cannot be read or is not one.
    """
    file = str(path)
    text = _text(path, file)
    document = parsed(text, file, WordListError)
    try:
        house = cast("HouseWords", read(_HOUSE, document, (), NOWHERE))
        _check(house)
    except Fault as fault:
        zh, en = (words.replace("{key}", dotted(fault.place), 1) for words in fault.wording)
        raise WordListError(zh, en, Source(file, line_of(text, fault.place))) from None
    return house


def _text(path: Path, file: str) -> str:
    try:
        content = read_input(path, LARGEST)
    except OSError as error:
        raise WordListError(*WORD_LIST_UNREADABLE(why=why(error)), Source(file)) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise WordListError(*WORD_LIST_NOT_UTF8(), Source(file, line)) from None


def _check(house: HouseWords) -> None:
    """Fault where a name stands twice, or a spelling leads to itself or is no word."""
    _once("leaders", (leader.name for leader in house.leaders))
    _once("units", (unit.name for unit in house.units))
    for table in ("spellings", "avoided"):
        for word in getattr(house, table):
            _check_word((table, word), word)
    for wrong, right in house.spellings.items():
        if wrong == right:
            raise Fault(("spellings", wrong), SPELLING_LEADS_NOWHERE())


def _once(table: str, names: Iterable[str]) -> None:
    known: set[str] = set()
    for number, name in enumerate(names):
        if name in known:
            raise Fault((table, number, "name"), TERM_TWICE(name=name))
        known.add(name)


def _check_word(place: Place, word: str) -> None:
    try:
        Term().read(word, NOWHERE)
    except Refused:
        raise Fault(place, NOT_A_TERM(kind=Term().expects())) from None
