"""What fitting to whole pages changed of an issue (整页适配): a layer of its own over what editors
wrote, which can be taken off.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from msgspec import Struct, field

MOST_LINES, MOST_ROWS = 2, 20
"""Lines that a paragraph, and rows that anything else, may be away from what it has by itself."""

MOST_LEADING, MOST_SIZE = 0.1, 1.0
"""The most that the leading (as a share of it) and the body's size (points) may be away from the
layout's; a layout may allow less.
"""


class Fitting(Struct, frozen=True):
    """The layer: amounts by the id of what they are of; an id that nothing has does nothing.

    `aim` is what was asked for, as it is written on the command line. `lines` are those that a
    paragraph takes more (+) or less (−) than by itself, by the id of its block; `photos` rows of
    the grid that a photo is higher, by its id; `gaps` rows before an article, by its id; `headings`
    rows round the heading of a section or a sub-heading, by its id, or round a headline, by that of
    its article.
    `leading` is a factor of the layout's, `size` points more than its body has.
    """

    aim: str = ""
    lines: Mapping[str, int] = field(default_factory=dict[str, int])
    photos: Mapping[str, int] = field(default_factory=dict[str, int])
    gaps: Mapping[str, int] = field(default_factory=dict[str, int])
    headings: Mapping[str, int] = field(default_factory=dict[str, int])
    leading: float = 1.0
    size: float = 0.0

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        amounts = (self.lines, self.photos, self.gaps, self.headings)
        return not any(amounts) and self.leading == 1.0 and self.size == 0.0


NO_FITTING = Fitting()


def put_right(fitting: Fitting) -> Fitting:
    """A layer as one of ours may be: what no fitting would have said is brought within bounds, or
    left out where it is no number.
    """
    return Fitting(
        fitting.aim,
        _within(fitting.lines, MOST_LINES),
        _within(fitting.photos, MOST_ROWS),
        _within(fitting.gaps, MOST_ROWS),
        _within(fitting.headings, MOST_ROWS),
        1.0 + _clamped(fitting.leading - 1.0, MOST_LEADING) if fitting.leading != 1.0 else 1.0,
        _clamped(fitting.size, MOST_SIZE),
    )


def _within(amounts: Mapping[str, int], most: int) -> dict[str, int]:
    return {key: max(-most, min(most, amount)) for key, amount in sorted(amounts.items()) if amount}


def _clamped(value: float, most: float) -> float:
    return max(-most, min(most, value)) if math.isfinite(value) else 0.0
