"""Superscripts and subscripts: the face's own figures where it has them all, else the others made
smaller and moved.
"""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from layouts.issue.text import MarkKind
from layouts.text import classes as c
from layouts.text.shape import Item, Shaping, Typecase

SCALE: Final = 0.62
"""The size of raised and lowered characters, of the text's: between the 58 % of most programs and
the 65 % of most faces' own.
"""

RAISED, LOWERED = 0.32, -0.14
"""How far they stand from the baseline, em: a raised figure ends level with the Hanzi beside it, a
lowered one reaches under them.
"""

STAND_IN: Final = "¹"
"""What break rules see in the place of such a character: it stays with what it stands on, and a
line may end behind it.
"""

FEATURES: Final = {MarkKind.SUPERSCRIPT: "sups", MarkKind.SUBSCRIPT: "subs"}
RISES: Final = {MarkKind.SUPERSCRIPT: RAISED, MarkKind.SUBSCRIPT: LOWERED}
"""By the kind of mark: the feature of a face for its figures, and where others are moved."""


def shape_script(case: Typecase, string: str, letters: str, kind: MarkKind) -> Shaping:
    """Shape characters that are all raised, or all lowered; their widths are those they take on the
    line, em of the text beside them.
    """
    own = _own(case, string, letters, kind)
    if own is not None:
        return own
    shaping = case.shape(string, letters)
    for k, letter in enumerate(letters):
        # `Typesetter._set_spaces` passes these by: their letters are a stand-in's by then
        if letter in (c.SPACE, c.GLUE) and ord(shaping.glyphs[k]):
            face = case.face_at(shaping.items, k)
            shaping.naturals[k] = face.advance(ord(shaping.glyphs[k]))
    rise = RISES[kind]
    shaping.widths = [width * SCALE for width in shaping.widths]
    shaping.naturals = {k: natural * SCALE for k, natural in shaping.naturals.items()}
    shaping.shifts = {k: shift * SCALE for k, shift in shaping.shifts.items()}
    shaping.items = [
        replace(item, rise=item.rise * SCALE + rise, scale=SCALE) for item in shaping.items
    ]
    return shaping


def _own(case: Typecase, string: str, letters: str, kind: MarkKind) -> Shaping | None:
    """The characters as the face itself draws them raised or lowered (OpenType sups, subs), where
    it does so for every one of them.
    """
    face = case.latin if all(letter in c.LATIN for letter in letters) else case.face
    plain, drawn = face.shape(string), face.shape(string, {FEATURES[kind]: True})
    # one figure that the feature leaves as it is would stand at full size among small ones
    if not len(plain) == len(drawn) == len(string) or any(
        a.glyph == b.glyph or not b.glyph for a, b in zip(plain, drawn, strict=True)
    ):
        return None
    glyphs = "".join(chr(shaped.glyph) for shaped in drawn)
    return Shaping(
        glyphs, [face.advance(shaped.glyph) for shaped in drawn], [Item(0, len(string), face.key)]
    )
