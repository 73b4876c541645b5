"""What a page's glyphs are handed to: something that paints them, or a test that writes them
down.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from fonts.face import Face
from layouts.page.item import Ink


class GlyphSink(Protocol):
    """Takes the glyphs of one run at a time, in the order in which they are to be painted."""

    def glyphs(
        self,
        face: Face,
        size: float,
        ink: Ink,
        glyphs: Sequence[int],
        xs: Sequence[float],
        y: float,
    ) -> None:
        """Glyphs of one face, size (points) and colour on one baseline, each with its own x; points
        of the page.
        """
        ...
