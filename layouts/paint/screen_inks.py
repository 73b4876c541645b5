"""Inks as PDF operators: what content streams ask of any, and the colours of the screen (ISO
32000-1 8.6).
"""

from __future__ import annotations

from typing import Protocol

from layouts.imaging.raster import Tone
from layouts.page.item import REGISTRATION, Ink
from layouts.pdf.syntax import number


class Inks(Protocol):
    """What content streams ask: the operators that set the ink of what follows."""

    def box(self, ink: Ink) -> str:
        """Of filled areas, which stand below everything and never overprint."""
        ...

    def rule(self, ink: Ink) -> str:
        """The operators that set the colour of strokes."""
        ...

    def text(self, ink: Ink) -> str:
        """The operators that set the colour of glyphs."""
        ...

    def art(self, ink: Ink) -> str:
        """Of filled areas of art, which stand over others and never overprint."""
        ...

    def tone(self, ink: Ink) -> Tone:
        """An ink as the components of an image."""
        ...


class ScreenInks:
    """Every ink in the colours of the screen."""

    def box(self, ink: Ink) -> str:
        """The operators that set the colour of filled areas, as device grey or RGB."""
        return _device(ink, "g", "rg")

    def rule(self, ink: Ink) -> str:
        """The operators that set the colour of strokes, as device grey or RGB."""
        return _device(ink, "G", "RG")

    def text(self, ink: Ink) -> str:
        """The operators that set the colour of glyphs; registration marks are on all plates."""
        return "/CA cs 1 scn" if ink is REGISTRATION else _device(ink, "g", "rg")

    def art(self, ink: Ink) -> str:
        """The operators that set the colour of art, as device grey or RGB."""
        return _device(ink, "g", "rg")

    def tone(self, ink: Ink) -> Tone:
        """An ink as RGB."""
        return Tone(ink.rgb)


SCREEN = ScreenInks()


def _device(ink: Ink, grey: str, rgb: str) -> str:
    red, green, blue = map(number, ink.rgb)
    return f"{red} {grey}" if red == green == blue else f"{red} {green} {blue} {rgb}"
