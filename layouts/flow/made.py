"""What one composition of an issue leaves to the next one of the same issue, edited."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from msgspec import Struct

from layouts.errors import Finding
from layouts.flow.cache import Cache
from layouts.flow.setting import Setter

Value = TypeVar("Value")


class Made(Struct, Generic[Value]):
    """A result, and what was found while it was made: found again whenever it is used."""

    value: Value
    findings: list[Finding]


def made(setter: Setter, make: Callable[[], Value]) -> Made[Value]:
    """Make a result; what is found meanwhile goes with it and not to the setter."""
    known = len(setter.findings)
    value = make()
    found = setter.findings[known:]
    del setter.findings[known:]
    return Made(value, found)


def recall(
    cache: Cache[Made[Value]] | None, key: Hashable, setter: Setter, make: Callable[[], Value]
) -> Value:
    """The result for a key, made where there is none; what was found while it was made is among the
    setter's findings either way.
    """
    if cache is None:
        return make()
    kept = cache.get(key)
    if kept is None:
        kept = made(setter, make)
        cache.keep(key, kept)
    setter.findings += kept.findings
    return kept.value
