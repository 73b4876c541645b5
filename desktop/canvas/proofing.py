"""The soft proof (校样) on the canvas: pages in the colours of the print, or plate by plate."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop.canvas.sinks import GlyphSink
from fonts.face import Face
from layouts.page.item import Ink
from resources import resource

if TYPE_CHECKING:
    from layouts.imaging.soft_proof import Proof

PROFILE = "profiles/ISOcoated_v2_300_bas.icc"
"""The print condition that is proofed: coated offset, as the presets for print have it."""

MOST_BYTES = 64 << 20
"""What proofed photos may take together: those of a spread twice over."""


class ProofMode(StrEnum):
    """What the pages show: themselves, their print, the black plate, or what is printed beside
    black.
    """

    NONE = "none"
    PRINT = "print"
    BLACK = "black"
    RED = "red"


class PageProof:
    """Inks and photos as a print condition shows them.

    One for each mode; it keeps what it has converted.
    """

    def __init__(self, proof: Proof) -> None:
        self._proof = proof
        self._inks: dict[Ink, Ink] = {}
        # by what identifies a QImage, the one used last at the end
        self._photos: OrderedDict[int, QImage] = OrderedDict()

    def ink(self, ink: Ink) -> Ink:
        """An ink in the colour it prints."""
        found = self._inks.get(ink)
        if found is None:
            # A layout may say what an ink is printed with; without that the profile decides.
            found = self._inks[ink] = ink._replace(rgb=self._proof.colour(ink.rgb, ink.cmyk))
        return found

    def photo(self, image: QImage) -> QImage:
        """A photo in the colours it prints."""
        key = image.cacheKey()
        found = self._photos.get(key)
        if found is None:
            found = self._photos[key] = self._converted(image)
            while (
                len(self._photos) > 1
                and sum(kept.sizeInBytes() for kept in self._photos.values()) > MOST_BYTES
            ):
                self._photos.popitem(last=False)
        self._photos.move_to_end(key)
        return found

    def _converted(self, image: QImage) -> QImage:
        alpha = image.hasAlphaChannel()
        straight = QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32
        pixels = bytes(image.convertToFormat(straight).constBits())
        width, height = image.width(), image.height()
        shown = self._proof.picture(pixels, width, height, alpha=alpha)
        # looks at these bytes, does not own them
        image = QImage(shown, width, height, 4 * width, straight)
        return (
            image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
            if alpha
            else image.copy()
        )


class ProofPen:
    """A sink that hands glyphs on in the colours they print."""

    def __init__(self, pen: GlyphSink, proof: PageProof) -> None:
        self._pen = pen
        self._proof = proof

    def glyphs(
        self,
        face: Face,
        size: float,
        ink: Ink,
        glyphs: Sequence[int],
        xs: Sequence[float],
        y: float,
    ) -> None:
        """Draw glyphs in the colour that print gives their ink (`GlyphSink.glyphs`)."""
        self._pen.glyphs(face, size, self._proof.ink(ink), glyphs, xs, y)


def page_proof(mode: ProofMode) -> PageProof | None:
    """What shows pages in a mode; None where they show themselves."""
    if mode is ProofMode.NONE:
        return None
    # loads LittleCMS, which only a proof needs
    from layouts.imaging.soft_proof import Plates, Proof

    plates = {
        ProofMode.PRINT: Plates.ALL,
        ProofMode.BLACK: Plates.BLACK,
        ProofMode.RED: Plates.COLOUR,
    }[mode]
    return PageProof(Proof(resource(PROFILE).read_bytes(), plates))
