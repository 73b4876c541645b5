"""Old versions of issue.json brought up to date: one function for each, from its version to the next.

A new VERSION comes with a function here and a package of the version before in tests/store/versions, which opens for good.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from layouts.store.encode import Plain

Upgrade = Callable[[dict[str, Plain]], dict[str, Plain]]

UPGRADES: Mapping[int, Upgrade] = MappingProxyType({})
"""By the version they start from. Version 1 is the first."""


def upgraded(plain: dict[str, Plain], version: int, to: int, upgrades: Mapping[int, Upgrade] = UPGRADES) -> dict[str, Plain]:
    """An issue as plain values of version `to`, from those of an older version; LookupError where no way leads there."""
    for step in range(version, to):
        plain = {**upgrades[step](plain), "version": step + 1}
    return plain
