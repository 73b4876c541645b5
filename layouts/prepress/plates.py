"""Printing plates (印版) as pictures: what each ink of a page puts on each of four plates, written
for a painter that knows greys alone.

The more ink, the darker the grey. Black text and rules overprint (see `PrintInks`): on the plates
of the other inks they are not there, which is written as transparency (ISO 32000-1 11.6.4.4).
"""

from __future__ import annotations

from layouts.imaging.raster import Tone
from layouts.page.item import Ink
from layouts.pdf.syntax import number
from layouts.prepress.inks import FULL, NONE, PrintInks

PLATES = ("Cyan", "Magenta", "Yellow", "Black")

KEY = 3
"""The plate of black ink."""

STROKED, UNSTROKED, FILLED, UNFILLED = "GS", "GU", "GF", "GN"

STATES = {
    STROKED: {"CA": "1"},
    UNSTROKED: {"CA": "0"},
    FILLED: {"ca": "1", "CA": "0"},
    UNFILLED: {"ca": "0", "CA": "0"},
}
"""Graphics states by name: strokes that are seen or not, glyphs that are filled or not.

Glyphs are stroked as well, with nothing: so PDFium takes them for outlines, which it puts where
they belong; as letters it would put them on whole pixels.
"""

AS_OUTLINES = "2 Tr"
"""The text rendering mode for that: fill, then stroke (ISO 32000-1 9.3.6)."""


class PlateInks:
    """What inks put on one plate, 0 to 3 for cyan, magenta, yellow and black."""

    def __init__(self, inks: PrintInks, plate: int) -> None:
        self._inks = inks
        self._plate = plate

    def box(self, ink: Ink) -> str:
        """The operators that set the grey of filled areas."""
        return f"{self._grey(ink)} g"

    def rule(self, ink: Ink) -> str:
        """The operators that set the grey of strokes, and whether they are there."""
        return f"/{UNSTROKED if self._is_left_out(ink) else STROKED} gs {self._grey(ink)} G"

    def text(self, ink: Ink) -> str:
        """The operators that set the grey of glyphs, and whether they are there."""
        state = UNFILLED if self._is_left_out(ink) else FILLED
        return f"/{state} gs {AS_OUTLINES} {self._grey(ink)} g"

    def art(self, ink: Ink) -> str:
        """The operators that set the grey of art."""
        return self.box(ink)

    def tone(self, ink: Ink) -> Tone:
        """An ink as CMYK: pictures are parted once they are made."""
        return self._inks.tone(ink)

    def _grey(self, ink: Ink) -> str:
        return number(FULL - self._inks.parts(ink)[self._plate])

    def _is_left_out(self, ink: Ink) -> bool:
        return self._plate != KEY and self._inks.parts(ink) == (NONE, NONE, NONE, FULL)
