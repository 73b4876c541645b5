"""What a layout leaves open to editors: `true`, a list of words, or a table of `min` and `max`,
each no wider than the setting itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from layouts.house.kinds import (
    Choice,
    Flag,
    Kind,
    Length,
    Number,
    Reference,
    Refused,
    Scope,
    Whole,
)
from layouts.messages.message import Sentence
from layouts.messages.settings import TRUE_OR_FALSE, TRUE_OR_LIST, TRUE_OR_RANGE


class Listed(Struct, frozen=True):
    """One of the `allowed` words, which are also of the `kind` they narrow."""

    kind: Kind
    allowed: tuple[str, ...]

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return Choice(self.allowed).expects()

    def read(self, raw: object, scope: Scope) -> object:
        """The word as its kind reads it."""
        return self.kind.read(Choice(self.allowed).read(raw, scope), scope)


class Limits(Struct, frozen=True):
    """How far editors may go with a setting of `kind`.

    Reads to the narrowed kind, or to None where the setting stays closed.
    """

    kind: Kind

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        whole = self.kind.expects()
        if isinstance(self.kind, Number | Whole | Length):
            return TRUE_OR_RANGE(each=whole)
        if isinstance(self.kind, Flag):
            return TRUE_OR_FALSE()
        return TRUE_OR_LIST(each=whole)

    def read(self, raw: object, scope: Scope) -> Kind | None:
        """The kind that editors' values are read with."""
        if isinstance(raw, bool):
            return self.kind if raw else None
        if isinstance(raw, dict) and isinstance(self.kind, Number | Whole | Length):
            return _between(self.kind, cast("dict[str, object]", raw), scope)
        if isinstance(raw, list) and raw and isinstance(self.kind, Choice | Reference):
            words = [str(self.kind.read(word, scope)) for word in cast("list[object]", raw)]
            return Listed(self.kind, tuple(words))
        raise Refused


def _between(kind: Number | Whole | Length, raw: Mapping[str, object], scope: Scope) -> Kind:
    if not raw or not raw.keys() <= {"min", "max"}:
        raise Refused
    low = kind.read(raw["min"], scope) if "min" in raw else kind.low
    high = kind.read(raw["max"], scope) if "max" in raw else kind.high
    if low > high:
        raise Refused
    return replace(kind, low=low, high=high)
