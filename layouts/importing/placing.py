"""Where a photo of an office file stands beside its text."""

from __future__ import annotations

from typing import NamedTuple

from layouts.issue.photo import Side

_QUARTER_TURN = 90

_ROOM = 0.25
"""Of the text's width: what a photo must leave free on each side for text to stand on both."""


class Placing(NamedTuple):
    """The side a photo stands on and its share of the text's width, None where unknown."""

    side: Side
    share: float | None


def on_which_side(left: float, width: float, text: float) -> Side:
    """The side of a photo that text flows round: `left` is the distance of its left edge from that
    of the text, all in one unit.
    """
    right = text - left - width
    if min(left, right) >= _ROOM * text:
        return Side.BOTH
    return Side.LEFT if left < right else Side.RIGHT


def whole_turn(degrees: float) -> int:
    """The quarter turn next to an angle, clockwise: 0, 90, 180 or 270."""
    return round(degrees / _QUARTER_TURN) % 4 * _QUARTER_TURN
