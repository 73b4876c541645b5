"""Where texts may be cut, written so that a test can be read: the pieces between the places where a
line may end.
"""

from __future__ import annotations

from layouts.house.text_style import Prohibition
from layouts.text.classes import ClassTable
from layouts.text.opportunities import break_map
from layouts.text.spacing import resolve_dashes, resolve_quotes
from layouts.text.units import FORBIDDEN, SOFT

NONE, BASIC, GB, STRICT = Prohibition.NONE, Prohibition.BASIC, Prohibition.GB, Prohibition.STRICT
_classes = ClassTable()


def breaks(text: str, level: Prohibition = GB, units: bool = True) -> bytes:
    letters = resolve_dashes(text, resolve_quotes(text.translate(_classes)))
    return bytes(break_map(text, letters, level, units))


def pieces(text: str, level: Prohibition = GB, units: bool = True) -> list[str]:
    """The text cut wherever a line may end; a joint that is only soft is written ~."""
    found = breaks(text, level, units)
    out = [""]
    for k, char in enumerate(text):
        if k and found[k] == SOFT:
            out[-1] += "~"
        elif k and found[k] != FORBIDDEN:
            out.append("")
        out[-1] += char
    return out


def whole(text: str, level: Prohibition = GB, units: bool = True) -> bool:
    """Whether nothing of a text may be parted from the rest between two Hanzi."""
    return not any(breaks(f"国{text}国", level, units)[2 : len(text) + 1])
