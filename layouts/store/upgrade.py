"""Old versions of issue.json brought up to date: one function for each, from its version to the
next.

A new VERSION comes with a function here and a package of the version before in
tests/store/versions, which opens for good.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import cast

from layouts.store.encode import Plain

Upgrade = Callable[[dict[str, Plain]], dict[str, Plain]]


def _marks_of_stretches(plain: Plain) -> Plain:
    """Version 1 had texts with `stretches`, from, up to and how; version 2 has `marks`, which can
    say more.
    """
    if isinstance(plain, list):
        return [_marks_of_stretches(item) for item in plain]  # pyright: ignore[reportUnknownVariableType]
    if not isinstance(plain, dict):
        return plain
    table = {
        key: _marks_of_stretches(item) for key, item in cast("dict[str, Plain]", plain).items()
    }
    if "string" in table and isinstance(table.get("stretches"), list):
        stretches = cast("list[list[Plain]]", table.pop("stretches"))
        table["marks"] = [
            dict(zip(("start", "end", "kind"), stretch, strict=False)) for stretch in stretches
        ]
    return table


def _to_2(plain: dict[str, Plain]) -> dict[str, Plain]:
    return {**plain, "sections": _marks_of_stretches(plain.get("sections", []))}


def _to_3(plain: dict[str, Plain]) -> dict[str, Plain]:
    """Version 3 has `design` and `set_aside`, which version 2 could not say."""
    return plain


def _to_4(plain: dict[str, Plain]) -> dict[str, Plain]:
    """Version 4 has boxes, covers and what fitting changed, and says of photos where they are
    placed, what text runs round and how they are shown, which version 3 could not say.
    """
    return plain


def _to_5(plain: dict[str, Plain]) -> dict[str, Plain]:
    """Version 5 has forms of paragraphs, rules, headlines across columns, frames, sections in other
    columns, kinds of underlines, struck words, and says of tables what heads them and where they
    stand, which version 4 could not say.
    """
    return plain


UPGRADES: Mapping[int, Upgrade] = MappingProxyType({1: _to_2, 2: _to_3, 3: _to_4, 4: _to_5})
"""By the version they start from. Version 1 is the first."""


def upgraded(
    plain: dict[str, Plain], version: int, to: int, upgrades: Mapping[int, Upgrade] = UPGRADES
) -> dict[str, Plain]:
    """An issue as plain values of version `to`, from those of an older version; LookupError where
    no way leads there.
    """
    for step in range(version, to):
        plain = {**upgrades[step](plain), "version": step + 1}
    return plain
