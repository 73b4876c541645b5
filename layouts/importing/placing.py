"""Where a photo of an office file stands beside its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from layouts.importing.received import ReceivedPhoto
from layouts.issue.photo import Side

_QUARTER_TURN = 90

_ROOM = 0.25
"""Of the text's width: what a photo must leave free on each side for text to stand on both."""


ALONE = 0.9
"""Of the text's width: beside a wider photo there is no room for text."""

_ONE_LINE = 1.05
"""Of the text's width: photos of one paragraph that are together wider stand below each other."""


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


def in_a_row(photos: Sequence[ReceivedPhoto], name: str) -> list[ReceivedPhoto]:
    """The photos of a paragraph; those that stand in its line beside each other as a row."""
    in_line = [photo for photo in photos if photo.side is Side.NONE]
    together = sum(photo.share or 0.0 for photo in in_line)
    row = name if len(in_line) > 1 and together <= _ONE_LINE else ""
    return [replace(photo, row=row) if photo.side is Side.NONE else photo for photo in photos]
