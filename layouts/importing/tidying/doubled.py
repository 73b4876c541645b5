"""Marks typed twice: of several in a row the strongest stays."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.importing.tidying.passage import TidyPassage
from layouts.importing.tidying.rule import Mending
from layouts.patterns import later

_DOUBLED = later("[，、；：。]{2,}")
_STRENGTH = "、，；：。"
"""From the weakest mark on."""

_LISTED = later("[，、；：。]*(?:、[，；：。？！]){2}")
"""Marks that a sentence about marks tells one after the other."""


def doubled_marks(passage: TidyPassage) -> Iterator[Mending]:
    """Commas and stops in a row; not ？！, ！！！, nor the stops of an ellipsis."""
    for match in _DOUBLED().finditer(passage.string):
        run = match[0]
        follows = passage.string[match.start() - 1 : match.start()] == "…"
        if not follows and "。。。" not in run and not _LISTED().fullmatch(run):
            yield Mending(match.start(), match.end(), max(run, key=_STRENGTH.index))
