"""Names that are nearly one of the list: one character is another that sounds or looks like it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from layouts.importing.wording.house import LONGEST_NAME, HouseWords, NamesByGap
from layouts.importing.wording.offices import office_before, same_office
from layouts.importing.wording.words import CutText, are_alike
from layouts.text.words import open_words

SHORTEST = 2
"""Characters of a name that another can be near to."""


class Near(NamedTuple):
    """Characters `start` up to `end`, and the listed name they are near to."""

    start: int
    end: int
    name: str


def near_names(text: CutText, house: HouseWords) -> Iterator[Near]:
    """What is nearly a listed name, shorter names first; never a right one."""
    string = text.string
    for length, gaps in house.gaps.items():
        for start in range(len(string) - length + 1):
            typed = string[start : start + length]
            if typed in house.names or typed in house.forms:
                continue
            nears = (Near(start, start + length, name) for name in _missed(typed, gaps))
            slip = next((near for near in nears if _is_slip(text, near, typed, house)), None)
            if slip is not None:
                yield slip


def _missed(typed: str, gaps: NamesByGap) -> Iterator[str]:
    for at in range(len(typed)):
        yield from gaps.get((typed[:at], typed[at + 1 :]), ())


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
