"""Hyphens between Hanzi, which connect them (连接号): what they are set as, and how wide."""

from __future__ import annotations

import re

from layouts.text import classes as c
from layouts.text.shape import Shaping


def connect(string: str, letters: str) -> str:
    """A hyphen between Hanzi is a connector, set from the Chinese face (GB/T 15834 4.13)."""
    out = list(letters)
    # neither the first character nor the last: Hanzi stand on both sides
    at = string.find("-", 1)
    while 0 < at < len(string) - 1:
        before, after = string[at - 1], string[at + 1]
        if ("一" <= before <= "鿿" or before == "）") and ("一" <= after <= "鿿" or after == "（"):
            out[at] = c.CONNECT
        at = string.find("-", at + 1)
    return "".join(out)


def widen_connectors(shaping: Shaping, string: str, letters: str, width: float) -> None:
    """Give hyphens between Hanzi another width, their ink in its middle."""
    for match in re.finditer("K", letters):
        k = match.start()
        # other connectors have the width that GB/T 15834 gives them
        if string[k] == "-":
            shaping.naturals.setdefault(k, shaping.widths[k])
            shaping.shifts[k] = shaping.shifts.get(k, 0.0) + (width - shaping.widths[k]) / 2
            shaping.widths[k] = width
