"""What is looked into once a file, however often pages show it: fonts, and forms that only fill
paths, as glyphs drawn as curves do.
"""

from __future__ import annotations

import pikepdf
from msgspec import Struct, field

from layouts.proof.glyphs import FontGlyphs, font_glyphs
from layouts.proof.objects import Identity, identity

_BUILDS = frozenset({"m", "l", "c", "v", "y", "h", "re"})
"""Operators that build a path (ISO 32000-1 8.5.2): they paint nothing and change no state."""

_FILLS = frozenset({"f", "F", "f*"})

Fills = tuple[str, ...]
"""The operators by which a form fills its paths."""


class LookedInto(Struct):
    """What was found of fonts and forms, by identity; each is kept beside it, so that no other
    object takes its identity.
    """

    _fonts: dict[Identity, tuple[object, FontGlyphs | None]] = field(default_factory=dict)
    _fills: dict[Identity, tuple[object, Fills | None]] = field(default_factory=dict)

    def glyphs(self, font: object) -> FontGlyphs | None:
        """What the codes of a font print."""
        key = identity(font)
        if key not in self._fonts:
            self._fonts[key] = (font, font_glyphs(font))
        return self._fonts[key][1]

    def has_read(self, form: pikepdf.Object) -> bool:
        """Whether `fills` knows a form without reading it."""
        return identity(form) in self._fills

    def fills(self, form: pikepdf.Object) -> Fills | None:
        """The filling operators of a form that does nothing else; None where it does anything
        else.
        """
        key = identity(form)
        if key not in self._fills:
            self._fills[key] = (form, _only_fills(form))
        return self._fills[key][1]


def _only_fills(form: pikepdf.Object) -> Fills | None:
    paints: list[str] = []
    for instruction in pikepdf.parse_content_stream(form):
        # an inline image is none of these either
        operator = str(instruction.operator)
        if operator in _FILLS:
            paints.append(operator)
        elif operator not in _BUILDS:
            return None
    return tuple(paints)
