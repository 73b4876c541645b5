"""Word lists into a house file that stays readable: a comment above each list, a name a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from layouts.files import write_aside
from layouts.importing.tidying import RULES, TidyChoice
from layouts.importing.wording.house import HouseWords, Leader, Unit
from layouts.importing.wording.read import load_house_words
from layouts.messages.word_lists import (
    HOUSE_FILE_AVOIDED,
    HOUSE_FILE_HEAD,
    HOUSE_FILE_LEADERS,
    HOUSE_FILE_PEOPLE,
    HOUSE_FILE_SPELLINGS,
    HOUSE_FILE_TIDY,
    HOUSE_FILE_UNITS,
)

_SPECIAL = {'"': '\\"', "\\": "\\\\"}


def save_house_words(path: Path, house: HouseWords) -> None:
    """Write the word lists to a house file, in one step.

    ExportError where it cannot be written, WordListError where it could not be read again; what
    stood there before stands there still.
    """
    write_aside(path, house_toml(house).encode(), check=load_house_words)


def house_toml(house: HouseWords) -> str:
    """The text of a house file that reads back as the same lists."""
    parts = (
        HOUSE_FILE_HEAD,
        "",
        HOUSE_FILE_PEOPLE,
        f"people = {_list(house.people)}\n",
        HOUSE_FILE_LEADERS,
        *map(_leader, house.leaders),
        HOUSE_FILE_UNITS,
        *map(_unit, house.units),
        HOUSE_FILE_SPELLINGS,
        _pairs("spellings", house.spellings),
        HOUSE_FILE_AVOIDED,
        _pairs("avoided", house.avoided),
        HOUSE_FILE_TIDY,
        *_tidy(house.tidy),
    )
    return "\n".join(part if isinstance(part, str) else _comment(*part()) for part in parts)


def _comment(*lines: str) -> str:
    return "\n".join(f"# {line}" for line in lines)


def _string(value: str) -> str:
    """A value between quotation marks; the lists hold printable characters only."""
    return '"' + "".join(_SPECIAL.get(character, character) for character in value) + '"'


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(map(_string, values))}]"


def _leader(leader: Leader) -> str:
    return f"[[leaders]]\nname = {_string(leader.name)}\ntitle = {_string(leader.title)}\n"


def _unit(unit: Unit) -> str:
    return f"[[units]]\nname = {_string(unit.name)}\nshort = {_list(unit.short)}\n"


def _pairs(table: str, pairs: Mapping[str, str]) -> str:
    lines = (f"{_string(key)} = {_string(value)}\n" for key, value in pairs.items())
    return f"[{table}]\n{''.join(lines)}"


def _tidy(choice: TidyChoice) -> Iterator[str]:
    yield f"[tidy]\nlist_style = {_string(choice.list_style)}\n"
    yield "[tidy.rules]"
    for rule in RULES:
        on = "true" if rule.name in choice.names else "false"
        yield f"{rule.name} = {on} # {rule.zh}"
    yield ""
