"""Headings as their breaks are looked for."""

from __future__ import annotations

from layouts.text.prepare import Prepared
from layouts.text.scripts import STAND_IN


def heading_words(prepared: Prepared) -> str:
    """The characters of a heading as its breaks are looked for: a raised or lowered one stays with
    the word it stands on.
    """
    small = [(item.start, item.end) for item in prepared.items if item.scale != 1.0]
    # and a word with one reading stays whole where it does in running text
    small += [
        (one.start + 1, one.end)
        for one in prepared.readings
        if not any(prepared.breaks[one.start + 1 : one.end])
    ]
    string = prepared.string
    for start, end in small:
        string = f"{string[:start]}{STAND_IN * (end - start)}{string[end:]}"
    return string
