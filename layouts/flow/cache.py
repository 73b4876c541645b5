"""Results kept from one composition to the next by what they were made from, so that an edit costs
what it changes.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Cache(Generic[Value]):
    """Results by key. What two compositions in a row did not ask for is forgotten.

    Keys hold values, or ids of objects that the result itself keeps alive.
    """

    def __init__(self) -> None:
        self._new: dict[Hashable, Value] = {}
        self._old: dict[Hashable, Value] = {}

    def get(self, key: Hashable) -> Value | None:
        """The result for a key, None where there is none."""
        value = self._new.get(key)
        # asked for again: it lives on for this composition and the next
        if value is None and (value := self._old.get(key)) is not None:
            self._new[key] = value
        return value

    def keep(self, key: Hashable, value: Value) -> None:
        """Keep a result for this composition and the next."""
        self._new[key] = value

    def turn(self) -> None:
        """A composition has come to its end: what it did not use is forgotten."""
        self._old, self._new = self._new, {}
