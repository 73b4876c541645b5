"""What a tidying rule is, what it changes, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from layouts.importing.tidying.passage import TidyPassage
from layouts.issue.places import Place


class Mending(NamedTuple):
    """Characters `start` up to `end` of a string, and what stands there instead."""

    start: int
    end: int
    new: str


Finder: TypeAlias = Callable[[TidyPassage], Iterator[Mending]]
"""Finds what a rule would change: in order, never overlapping."""


class TidyRule(Struct, frozen=True):
    """A rule that can be switched off by its name. `zh` and `en` say in settings and report what it
    does.

    `finders` are applied one after the other, each to what the one before has made; a rule that
    concerns whole articles has none.
    """

    name: str
    zh: str
    en: str
    finders: tuple[Finder, ...] = ()


class Tidied(NamedTuple):
    """One thing that was tidied: the rule's name, the characters with some around them before and
    after, and where.

    `where` and `where_en` say the place in words (“正文第 3 段”), `place` is its address as if the
    article were the first of its issue.
    """

    rule: str
    before: str
    after: str
    where: str = ""
    where_en: str = ""
    place: Place | None = None
