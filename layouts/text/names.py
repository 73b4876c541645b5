"""Names spread to one width (均排): two characters stand as wide as three, and all begin on cells
of the grid.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from msgspec.structs import replace

from layouts.geometry import EPSILON
from layouts.text import classes as c
from layouts.text.opportunities import FORBIDDEN
from layouts.text.prepare import Prepared
from layouts.text.widened import widened

NAME = 3.0
"""Em that a name of two or three characters takes (CLREQ 3.1.9, 均排)."""

CELL = 4.0
"""Em from one name to the next; a longer one takes several cells."""

WIDER_CELL = 5.0
"""The same where one name has four characters: two cells would leave four em behind it."""

_NAME = re.compile(r"\S+")


def spread_names(prepared: Prepared) -> Prepared:
    """A list of names parted by spaces, each whole, with its last character over that of the name
    above it.
    """
    breaks = bytearray(prepared.breaks)
    for found in _NAME.finditer(prepared.string):
        for k in range(found.start() + 1, found.end()):
            breaks[k] = FORBIDDEN
    spread = widened(prepared, dict(_extra(prepared)))
    # as much as a line may end behind, however wide the blank before the next name is
    trims = dict(spread.end_trims)
    for found in _NAME.finditer(prepared.string):
        if found.start() > 0:
            end = found.start()
            blank = len(prepared.string[:end]) - len(prepared.string[:end].rstrip())
            trims[end] = spread.places[end] - spread.places[end - blank]
    return replace(spread, breaks=breaks, end_trims=trims)


def _extra(prepared: Prepared) -> Iterator[tuple[int, float]]:
    """The room before characters: inside names of two, and before each name but the first."""
    places, string = prepared.places, prepared.string
    end, room = 0, 0.0
    cell = _cell(prepared)
    for found in _NAME.finditer(string):
        first, last = found.span()
        if end:
            # negative where typed spaces are wider than their cell leaves
            yield first, room - (places[first] - places[end])
        width = places[last] - places[first]
        if last - first == 2 and prepared.letters[first:last] == c.IDEOGRAPH * 2:
            yield first + 1, NAME - width
            width = NAME
        cells = math.ceil((width + 1.0 - EPSILON) / cell)
        end, room = last, cells * cell - width


def _cell(prepared: Prepared) -> float:
    """Em from one name of a list to the next."""
    places = prepared.places
    widths = (places[name.end()] - places[name.start()] for name in _NAME.finditer(prepared.string))
    fills = any(NAME + EPSILON < width <= CELL + EPSILON for width in widths)
    return WIDER_CELL if fills else CELL
