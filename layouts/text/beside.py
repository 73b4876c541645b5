"""Text that runs beside a photo: its lines are spread less, and rather part a number from what it
counts.
"""

from __future__ import annotations

from msgspec.structs import replace

from layouts.text import classes as c
from layouts.text.opportunities import FORBIDDEN, SOFT
from layouts.text.prepare import Prepared

WIDEST_BESIDE = 0.12
"""Em that a gap of a line beside a photo opens at most: there lines are narrow, and one that is
spread shows (second-look.md, Pages 6).
"""


def beside_photo(prepared: Prepared) -> Prepared:
    """The same text as it is broken beside a photo: no line is spread wider than WIDEST_BESIDE, and
    where one would be a number may part from the Hanzi it counts (320|个); else the line is ragged.

    The `office` style stays as it is: it spreads lines as office programs do.
    """
    if not prepared.punctuation.total_fit:
        return prepared
    string, letters = prepared.string, prepared.letters
    breaks = bytearray(prepared.breaks)
    for k in range(1, len(string)):
        if breaks[k] == FORBIDDEN and letters[k] == c.IDEOGRAPH and string[k - 1].isdecimal():
            breaks[k] = SOFT
    return replace(prepared, breaks=breaks, widest=WIDEST_BESIDE, broken=[])
