"""What a house file says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from layouts.importing.tidying.table import ALL_RULES, TidyChoice

NamesByGap: TypeAlias = Mapping[tuple[str, str], Sequence[str]]
"""Names by what stands before and after one of their characters."""

LONGEST_NAME = 4
"""Characters of a person's name; what is longer is a unit's."""


class Leader(Struct, frozen=True):
    """A person and the office held, as texts write it; several offices are parted by “、”
    (区委副书记、区长).
    """

    name: str
    title: str = ""

    @property
    def offices(self) -> tuple[str, ...]:
        """Each office by itself."""
        return tuple(office for office in self.title.split("、") if office)


class Unit(Struct, frozen=True):
    """A unit: its full name, and the short forms that texts may use for it."""

    name: str
    short: tuple[str, ...] = ()


class HouseWords(Struct, frozen=True, dict=True):
    """The word lists of a house.

    `leaders` stand in their order. `people` are others whose names are right although they are like
    a leader's. `spellings` leads from what is not written to what is, `avoided` from a word to why,
    or what to write instead (empty: nothing is said). `tidy` says how manuscripts are tidied.
    """

    leaders: tuple[Leader, ...] = ()
    people: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    spellings: Mapping[str, str] = {}
    avoided: Mapping[str, str] = {}
    tidy: TidyChoice = ALL_RULES

    @cached_property
    def names(self) -> frozenset[str]:
        """All names that are right."""
        return frozenset((*(leader.name for leader in self.leaders), *self.people))

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """Every name and short form of a unit, and the unit's name."""
        return {form: unit.name for unit in self.units for form in (unit.name, *unit.short)}

    @cached_property
    def gaps(self) -> Mapping[int, NamesByGap]:
        """The names of persons, and those of units that are longer, by their length, each with one
        character left out.
        """
        found: dict[int, dict[tuple[str, str], list[str]]] = {}
        units = (form for form in self.forms if len(form) > LONGEST_NAME)
        for name in (*sorted(self.names), *units):
            gaps = found.setdefault(len(name), {})
            for at in range(len(name)):
                gaps.setdefault((name[:at], name[at + 1 :]), []).append(name)
        return dict(found)


def words_together(first: HouseWords, other: HouseWords) -> HouseWords:
    """The lists of one file with those of another behind them; where both say something of a word,
    and of tidying, the first has its way.
    """
    return replace(
        first,
        leaders=(*first.leaders, *other.leaders),
        people=(*first.people, *other.people),
        units=(*first.units, *other.units),
        spellings={**other.spellings, **first.spellings},
        avoided={**other.avoided, **first.avoided},
    )
