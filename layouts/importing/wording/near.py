"""Names that are nearly one of the list: one character is another that sounds or looks like it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from layouts.importing.wording.house import HouseWords
from layouts.importing.wording.offices import office_before, same_office
from layouts.importing.wording.words import CutText, are_alike
from layouts.text.words import open_words

SHORTEST = 2
"""Characters of a name that another can be near to."""

LONGEST_NAME = 4
"""Characters of a person's name; what is longer is a unit's."""


class Near(NamedTuple):
    """Characters `start` up to `end`, and the listed name they are near to."""

    start: int
    end: int
    name: str


Gaps = Mapping[tuple[str, str], str]
"""What stands before and after the one character that may differ, and the name."""


def gaps_of(house: HouseWords) -> dict[int, Gaps]:
    """The listed names of persons and units by their length, each with one character left out."""
    found: dict[int, dict[tuple[str, str], str]] = {}
    units = (form for form in house.forms if len(form) > LONGEST_NAME)
    for name in (*units, *sorted(house.names)):
        if len(name) >= SHORTEST:
            gaps = found.setdefault(len(name), {})
            for at in range(len(name)):
                gaps[name[:at], name[at + 1 :]] = name
    return dict(found)


def near_names(text: CutText, house: HouseWords) -> Iterator[Near]:
    """What is nearly a listed name, in order; never inside a right one."""
    string = text.string
    for length, gaps in gaps_of(house).items():
        for start in range(len(string) - length + 1):
            typed = string[start : start + length]
            name = _missed(typed, gaps)
            if name and typed not in house.names and typed not in house.forms:
                near = Near(start, start + length, name)
                if _is_slip(text, near, typed, house):
                    yield near


def _missed(typed: str, gaps: Gaps) -> str:
    for at in range(len(typed)):
        name = gaps.get((typed[:at], typed[at + 1 :]))
        if name is not None:
            return name
    return ""


def _is_slip(text: CutText, near: Near, typed: str, house: HouseWords) -> bool:
    at = next(k for k, (a, b) in enumerate(zip(typed, near.name, strict=True)) if a != b)
    alike = are_alike(typed[at], near.name[at])
    if len(typed) > LONGEST_NAME:  # so many characters agree by no accident
        return alike
    if not text.is_whole(near.start, near.end):
        return False
    words = open_words()
    if words.knows(typed) and not _holds_office(text, near, house):
        return False
    if alike:
        return words.is_name(typed) or _holds_office(text, near, house)
    return len(typed) > SHORTEST and at > 0 and _holds_office(text, near, house)


def _holds_office(text: CutText, near: Near, house: HouseWords) -> bool:
    """Whether the office of the one whose name it nearly is stands before it."""
    office = office_before(text, near.start)
    if not office:
        return False
    offices = (
        listed for leader in house.leaders if leader.name == near.name for listed in leader.offices
    )
    return any(same_office(office, listed) for listed in offices)
