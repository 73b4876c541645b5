"""What is read in parts that stay whole: the phrases of a pull quote (词意完整), those whom a
by-line names. A part that has room on a line is not parted, though that takes a line more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from layouts.geometry import EPSILON
from layouts.patterns import later

if TYPE_CHECKING:
    from layouts.text.headline import HeadlineUnit


class WholeParts(Enum):
    """What the parts of a text are."""

    PHRASES = "，；：。！？…!?;"
    """Clauses, with the marks that end them."""

    NAMES = "、，；,;"
    """Those whom a list names: a unit with its writer, or one writer more."""


TORN: Final = {WholeParts.PHRASES: 700.0, WholeParts.NAMES: 2000.0}
"""What it costs to end a line inside a part that has room on one, em² as all costs of headlines:
more than another line, in a by-line whatever the lines look like beside each other.
"""

_WAITING: Final = 60.0
"""For a line that ends with 的, which waits for its noun."""

_PART: Final = {
    parts: later(f"[^{parts.value}]*(?:[{parts.value}]+[”’》〉）】」』)]*|$)")
    for parts in WholeParts
}


def phrases(text: str, parts: WholeParts = WholeParts.PHRASES) -> Iterator[tuple[int, int]]:
    """Where each phrase of a text stands, or each of its other `parts`, with the marks that end
    it.
    """
    for found in _PART[parts]().finditer(text):
        if found.group().strip():
            yield found.span()


def kept_whole(
    units: Sequence[HeadlineUnit],
    text: str,
    measure: float,
    trims: Mapping[int, float],
    parts: WholeParts = WholeParts.PHRASES,
) -> list[HeadlineUnit]:
    """The units of `text` at such costs that lines end inside a phrase, or another of its `parts`,
    only where it is wider than the measure, em.

    `trims` are what falls away where a line ends before a character (`Prepared.end_trims`).
    """
    found = list(phrases(text, parts))
    starts = [start for start, _ in found]
    kept: list[HeadlineUnit] = []
    for unit in units:
        trim = min(trims.get(unit.end, 0.0), unit.width)
        cost = unit.cost + (_WAITING if text[unit.end - 1] == "的" else 0.0)
        kept.append(replace(unit, width=unit.width - trim, space=unit.space + trim, cost=cost))
    at = 0
    while at < len(kept):
        place = max(0, bisect_right(starts, kept[at].start) - 1)
        last = at
        while last + 1 < len(kept) and kept[last].end < found[place][1]:
            last += 1
        inside = kept[at:last]
        if sum(unit.width + unit.space for unit in inside) + kept[last].width <= measure + EPSILON:
            kept[at:last] = [replace(unit, cost=unit.cost + TORN[parts]) for unit in inside]
        at = last + 1
    return kept
