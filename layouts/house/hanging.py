"""Hanging marks (标点悬挂): whether the page has room for them right of its columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from msgspec.structs import replace

from layouts.geometry import EPSILON
from layouts.house.layout import Grid
from layouts.house.read import Fault
from layouts.house.text_style import Align, Punctuation, Style
from layouts.messages.layout import NO_ROOM_TO_HANG_AT_EDGE, NO_ROOM_TO_HANG_IN_GUTTER
from layouts.units import POINTS_PER_MM, mm

HANGS: Final = 0.5
"""Em that a hung mark reaches out of its line: its other half is blank."""

CLEAR: Final = 0.5
"""Em between a hung mark and the text of the next column, or the frame round its own."""

CLEAR_OF_RULE: Final = 0.25
"""Em between a hung mark and a column rule."""

PRINTABLE: Final = mm(5)
"""What office printers leave blank at the edge of a sheet, at most: no mark hangs into it."""


def with_hanging(
    styles: dict[str, Style], rule: Punctuation, grid: Grid, values: Mapping[str, Any]
) -> dict[str, Style]:
    """The styles of a layout, that of body text with marks hanging where the punctuation says so.
    `values` are those of the layout. Fault where marks would hang into the next column, a column
    rule or the edge of the sheet.
    """
    body = styles["body"]
    if not rule.hang or body.align is not Align.JUSTIFY:
        return styles
    place = ("punctuation", "style" if values["punctuation"]["hang"] is None else "hang")
    em = grid.size
    edge = grid.width - grid.left - grid.area_width
    if edge < PRINTABLE + HANGS * em - EPSILON:
        least = (PRINTABLE + HANGS * em) / POINTS_PER_MM
        raise Fault(place, NO_ROOM_TO_HANG_AT_EDGE(least=f"{least:.1f}"))
    least = 2 * (HANGS + CLEAR_OF_RULE) if values["body"]["column_rule"] else HANGS + CLEAR
    # a gutter of 0 on a page of one column is none: sections in more have one of two em
    gutter = grid.gutter if grid.columns > 1 or grid.gutter else 2 * em
    if gutter < least * em - EPSILON:
        raise Fault(place, NO_ROOM_TO_HANG_IN_GUTTER(least=f"{least:g}"))
    return styles | {"body": replace(body, hang=True)}


def has_room(padding: float) -> bool:
    """Whether marks may hang inside a frame so far from its text, em."""
    return padding >= HANGS + CLEAR - EPSILON
