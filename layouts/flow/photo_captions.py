"""Captions under photos: their lines, and the rows of the grid that they take."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from layouts.flow.setting import Setter
from layouts.text.line_room import Broken, content_width
from layouts.text.prepare import Prepared

if TYPE_CHECKING:
    from layouts.flow.credits import LyingCredit

LONG_CAPTION = 6
"""A caption of more lines than this under its photo is set to the column instead, and as a
paragraph where it has more there too.
"""

MOST_BALANCED = 9
"""Lines of a caption that are balanced like a headline: more than `LONG_CAPTION`, since balanced
lines may be more than full ones.
"""

CAPTION_GIVES = 0.35
"""How much of a row a caption may reach into the line gap of the text below: less than that gap is
in a layout with a leading of 1.5 em, and a row is saved under most photos.
"""


def caption_lines(
    caption: Prepared | None, width: float, setter: Setter
) -> tuple[list[Broken], int]:
    """The lines of a caption at some width (points), and the rows of the grid they take under the
    photo.

    Few lines are balanced; more are broken as a paragraph. A caption of spaces has no lines.
    """
    if caption is None:
        return [], 0
    measure = width / caption.style.size
    if content_width(caption, 0, len(caption.string)) > LONG_CAPTION * measure:
        lines = setter.paragraph(caption, measure)
    else:
        lines = setter.heading(caption, measure, MOST_BALANCED)
    return lines, caption_rows(caption, lines, setter)


def caption_rows(
    caption: Prepared | None,
    lines: list[Broken],
    setter: Setter,
    credit: LyingCredit | None = None,
    over: float = 0.0,
) -> int:
    """The rows of the grid that a caption takes under its photo, and with it a credit; `over` are
    the points of the first row that something above takes.
    """
    height = len(lines) * caption.style.leading if caption is not None else 0.0
    height += credit.height if credit is not None else 0.0
    gap = setter.layout.photo.caption_gap
    return (
        math.ceil((over + gap + height) / setter.layout.grid.leading - CAPTION_GIVES)
        if height
        else 0
    )
