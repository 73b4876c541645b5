"""What one composition of an issue leaves to the next one of the same issue, edited."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from msgspec import Struct

from layouts.errors import Finding
from layouts.flow.cache import Cache
from layouts.flow.contents import Contents
from layouts.flow.flowed_article import FlowedArticle
from layouts.flow.pieces import Group
from layouts.flow.setting import Setter
from layouts.issue.article import Article
from layouts.page.page import Page

Value = TypeVar("Value")


class Made(Struct, Generic[Value]):
    """A result, and what was found while it was made: found again whenever it is used."""

    value: Value
    findings: list[Finding]


class Outlined(Struct):
    """The pieces of an article. It holds the article, whose identity is part of the key."""

    article: Article
    group: Group


class FlowCache:
    """Everything kept of the composition before: articles cut into pieces, flowed and drawn, fixed
    parts, and the pages themselves.
    """

    def __init__(self) -> None:
        self.groups: Cache[Made[Outlined]] = Cache()
        self.flowed: Cache[FlowedArticle] = Cache()
        self.contents: Cache[Made[Contents]] = Cache()
        self.sheets: Cache[Made[list[Page]]] = Cache()
        self.pages: list[Page] = []

    def turn(self, setter: Setter) -> None:
        """A composition has come to its end: what it did not use is forgotten."""
        for cache in (self.groups, self.flowed, self.contents, self.sheets):
            cache.turn()
        if setter.cache is not None:
            setter.cache.turn()


def recall(
    cache: Cache[Made[Value]] | None, key: Hashable, setter: Setter, make: Callable[[], Value]
) -> Value:
    """The result for a key, made where there is none; what was found while it was made is among the
    setter's findings either way.
    """
    if cache is None:
        return make()
    made = cache.get(key)
    if made is None:
        known = len(setter.findings)
        value = make()
        made = Made(value, setter.findings[known:])
        cache.keep(key, made)
    else:
        setter.findings += made.findings
    return made.value
