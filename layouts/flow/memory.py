"""What one composition of an issue leaves to the next one of the same issue, edited."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from msgspec import Struct

from layouts.errors import Finding
from layouts.flow.contents import Contents
from layouts.flow.passage import Passage
from layouts.flow.pieces import Group
from layouts.flow.setting import Setter
from layouts.flow.store import Store
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


class Memory:
    """Everything kept of the composition before: articles cut into pieces, flowed and drawn, fixed parts, and the pages themselves."""

    def __init__(self) -> None:
        self.groups: Store[Made[Outlined]] = Store()
        self.passages: Store[Passage] = Store()
        self.contents: Store[Made[Contents]] = Store()
        self.sheets: Store[Made[list[Page]]] = Store()
        self.pages: list[Page] = []

    def turn(self, setter: Setter) -> None:
        """A composition has come to its end: what it did not use is forgotten."""
        for store in (self.groups, self.passages, self.contents, self.sheets):
            store.turn()
        if setter.shelves is not None:
            setter.shelves.turn()


def recall(store: Store[Made[Value]] | None, key: Hashable, setter: Setter, make: Callable[[], Value]) -> Value:
    """The result for a key, made where there is none; what was found while it was made is among the setter's findings either way."""
    if store is None:
        return make()
    made = store.get(key)
    if made is None:
        known = len(setter.findings)
        value = make()
        made = Made(value, setter.findings[known:])
        store.keep(key, made)
    else:
        setter.findings += made.findings
    return made.value
