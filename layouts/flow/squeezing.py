"""Lines that are made smaller to fit their slot, and what is said of it."""

from __future__ import annotations

from msgspec.structs import replace

from layouts.errors import Finding, Source
from layouts.house.text_style import Style
from layouts.messages.message import Sentence
from layouts.messages.setting import LINE_SQUEEZED, LINE_UNREADABLE, UNDER_ONE_PER_CENT

LEAST_SCALE = 0.7
"""A fixed line that must be set smaller than this to fit is worth a word to the editor."""

LEAST_READABLE = 5.0
"""pt: type that is squeezed below this nobody can read, so that it is an error; the preflight asks
the same of all type.
"""


def squeezed(string: str, factor: float, size: float, source: Source | None) -> Finding:
    """What is said of a line set smaller by a factor than its size, points."""
    if size * factor < LEAST_READABLE:
        share = (
            UNDER_ONE_PER_CENT() if factor < 0.01 else Sentence(f"{factor:.0%}", f"{factor:.0%}")
        )
        said = LINE_UNREADABLE(text=string[:20], share=share)
        return Finding("error", "line-squeezed", *said, source)
    said = LINE_SQUEEZED(text=string[:20], factor=factor)
    return Finding("warning", "line-squeezed", *said, source)


def scaled(style: Style, factor: float) -> Style:
    """The style smaller by a factor."""
    # a hair less, or rounding would leave the line wider than its slot
    return replace(style, size=style.size * factor * 0.9999)
