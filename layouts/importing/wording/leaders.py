"""Leaders: whether they stand in their order, and with their own office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from layouts.importing.wording.house import HouseWords, Leader
from layouts.importing.wording.offices import are_offices, core, office_before
from layouts.importing.wording.words import CutText, longest_first

_JOINTS = ("、", "，", "和", "及", "以及", "与")


class NamedLeader(NamedTuple):
    """A leader named from `start` up to `end`; `rank` counts the list from 0."""

    start: int
    end: int
    rank: int
    leader: Leader


class Misplaced(NamedTuple):
    """A leader who stands behind `other`, who comes later in the list."""

    named: NamedLeader
    other: Leader


def named_leaders(text: CutText, house: HouseWords) -> list[NamedLeader]:
    """Where leaders of the list are named, in order; not inside a longer word."""
    ranks = {leader.name: rank for rank, leader in enumerate(house.leaders)}
    found: list[NamedLeader] = []
    for name in longest_first(ranks):
        for start in text.places(name):
            if text.is_whole(start, start + len(name)):
                rank = ranks[name]
                found.append(NamedLeader(start, start + len(name), rank, house.leaders[rank]))
    return sorted(found)


def misplaced(text: CutText, named: list[NamedLeader]) -> Iterator[Misplaced]:
    """Leaders of one enumeration (A、B和C出席) that do not stand in the order of the list."""
    last: NamedLeader | None = None
    for one in named:
        if last is None or not _enumerates(text.string, last.end, one.start):
            last = one
        elif one.rank < last.rank:
            yield Misplaced(one, last.leader)
        else:
            last = one


def _enumerates(string: str, start: int, end: int) -> bool:
    """Whether an enumeration goes on from one name to the next: a mark or 和, and offices."""
    between = string[start:end]
    joint = next((joint for joint in longest_first(_JOINTS) if between.startswith(joint)), "")
    if not joint:
        return False
    rest = between[len(joint) :]
    return not rest or are_offices(rest)


def other_office(text: CutText, named: list[NamedLeader]) -> Iterator[tuple[NamedLeader, str]]:
    """Leaders with an office before their name that the list does not give them.

    An office may leave out the body it is held in; words like 同志 are none.
    """
    for one in named:
        office = office_before(text, one.start)
        listed = {core(known) for known in one.leader.offices}
        if office and listed and core(office) not in listed:
            yield one, office
