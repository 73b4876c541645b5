"""The sign that a run-in article begins with (▲): smaller than its words, or it would outweigh
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

if TYPE_CHECKING:
    from layouts.text.shape import Shaping

SCALE: Final = 0.7
"""Its size, of the text's (second-look.md, Pages 9)."""

MIDDLE: Final = 0.38
"""The middle of a Hanzi over the baseline, em: there the sign's middle stays."""


def smaller_sign(shaping: Shaping) -> None:
    """Make the first character of a shaped text smaller, its middle where it was."""
    first = shaping.items[0]
    shaping.widths[0] *= SCALE
    for of_glyph in (shaping.naturals, shaping.shifts):
        if 0 in of_glyph:
            of_glyph[0] *= SCALE
    rise = first.rise + MIDDLE * (1.0 - SCALE)
    small = replace(first, end=1, rise=rise, scale=first.scale * SCALE)
    rest = [replace(first, start=1)] if first.end > 1 else []
    shaping.items[:1] = [small, *rest]
