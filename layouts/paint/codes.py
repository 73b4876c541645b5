"""Which code stands for which glyph in the content streams: known before any font is cut."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from fonts.subset import glyph_numbers
from layouts.page.faces import Faces
from layouts.paint.usage import Usage
from layouts.pdf.syntax import byte_pair


class FontCodes(Struct, frozen=True):
    """What writing text takes: a font's `name` among the resources, and `codes` for glyph ids as
    they stand in a literal string.
    """

    name: str
    codes: Mapping[int, str]
    usage: Usage


def font_codes(faces: Faces, usages: Mapping[str, Usage]) -> dict[str, FontCodes]:
    """The codes that `pack_fonts` gives, at a tenth of its time: for those who only write."""
    return {
        key: FontCodes(
            # named as `pack_fonts` names them, by their order among the usages
            f"F{count}",
            codes_of(glyph_numbers(faces.face(key), usage.shown), usage),
            usage,
        )
        for count, (key, usage) in enumerate(usages.items(), start=1)
    }


def codes_of(numbers: Mapping[int, int], usage: Usage) -> dict[int, str]:
    """The code of each glyph used, `numbers` leading to the glyph ids of the subset."""
    return {glyph: byte_pair(numbers[glyph]) for glyph in usage.shown}
