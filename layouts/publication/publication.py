"""What a publication (刊物) is: the title that issues belong to, with all that every issue of it
shares.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from layouts.issue.layout_name import USUAL_LAYOUT
from layouts.issue.masthead import Colophon, Masthead

FILE = "publication.toml"
"""The file that makes a folder a publication's."""

LAYOUT = "layout.toml"
"""The publication's own layout in that folder, where it has one."""


class Counting(StrEnum):
    """Whether numbers begin with 1 again in every year (按年编号) or go on (连续编号)."""

    YEAR = "year"
    THROUGH = "through"


class Appears(StrEnum):
    """When a publication appears (刊期)."""

    IRREGULAR = "irregular"
    WEEKLY = "weekly"
    EVERY_DAYS = "days"
    MONTHLY = "monthly"


class LastBefore(Struct, frozen=True):
    """The last issue made before the folder counted: numbers go on from there."""

    number: int | None = None
    total: int | None = None
    date: datetime.date | None = None


class NumberingRule(Struct, frozen=True):
    """How issues are counted, and when they appear.

    `supplements` counts 增刊, a sequence of their own; `total` says whether there is a 总期, which
    supplements take no part in. `weekday` (1 is Monday) counts for WEEKLY, `days` for EVERY_DAYS,
    `month_days` for MONTHLY: 31 is the last day of a shorter month, too.
    """

    count: Counting = Counting.YEAR
    total: bool = True
    supplements: Counting = Counting.YEAR
    appears: Appears = Appears.IRREGULAR
    weekday: int = 1
    days: int = 7
    month_days: tuple[int, ...] = (1,)
    before: LastBefore = LastBefore()


class FixedSection(Struct, frozen=True):
    """A section that every issue has, and who answers for it; an `optional` one may be missing."""

    name: str
    who: str = ""
    optional: bool = False


class Publication(Struct, frozen=True):
    """A publication.

    `layout` names a layout we ship or one in a file of the folder (`layout.toml`); `settings` are
    what it opens to editors. `masthead` and `colophon` hold what new issues begin with: number,
    total and date of the masthead are the issue's own and stay empty here, and so does its
    `publication`, which is `name`. `words` are files of word lists, relative to the folder;
    `presets` are names of export presets or files, the same way. `profile` is "internal" for
    内部资料, else empty.
    """

    name: str
    layout: str = USUAL_LAYOUT
    profile: str = ""
    contents: bool = True
    settings: Mapping[str, object] = field(default_factory=dict[str, object])
    sections: tuple[FixedSection, ...] = ()
    masthead: Masthead = Masthead()
    colophon: Colophon = Colophon()
    numbering: NumberingRule = NumberingRule()
    words: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()

    @property
    def required(self) -> frozenset[str]:
        """The names of the sections that no issue is without."""
        return frozenset(section.name for section in self.sections if not section.optional)
