"""Which parts of an issue an export is to write, and in how many files."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Cover = Literal["with", "apart", "only", "none"]


class WantedParts(Struct, frozen=True):
    """What is wanted of an issue: its `cover` with the rest, apart in a file of its own, alone or
    not at all; its `pages` as `1, 3-5`, all where that is empty; `single`: a file for each.
    """

    cover: Cover = "with"
    pages: str = ""
    single: bool = False


WHOLE = WantedParts()
"""All of it in one file."""
