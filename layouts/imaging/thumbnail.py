"""A photo made small, to be known again by an editor: for reports, never for print."""

# Pillow types `resize` by NumPy, which need not be there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import io
from typing import NamedTuple

from PIL import Image

from layouts.imaging.decode import pixels
from layouts.imaging.raster import UnfitError
from layouts.imaging.read import PhotoFile, refused

QUALITY = 72
"""JPEG quality: some 6 kB for 240 pixels."""


def thumbnail(photo: PhotoFile, longest: int) -> bytes:
    """A JPEG of a photo, upright, its longer side at most `longest` pixels.

    PhotoError, naming the file, where its pixels cannot be read.
    """
    share = min(1.0, longest / max(photo.width, photo.height))
    try:
        decoded = pixels(photo.path, photo.kind, share)
    except UnfitError as error:
        raise refused(photo, error) from error
    colours = decoded.colours.convert("RGB")
    if decoded.alpha is not None:
        paper = Image.new("RGB", colours.size, "white")
        paper.paste(colours, mask=decoded.alpha)
        colours = paper
    colours.thumbnail((longest, longest))
    out = io.BytesIO()
    colours.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


GIST = (16, 12)
"""Pixels by which two photos are compared."""

ALIKE = 7.0
"""Mean difference of grey values (0 to 255) up to which two gists are of one picture: saving as a
JPEG again, at half the size, makes 1 to 3; the next shot of a burst 10 and more.
"""

SHAPE = 0.03
"""The part by which the sides of one picture may be in another ratio, rounded to pixels."""


class Gist(NamedTuple):
    """What a photo shows, in very few pixels, and its pixels across and down."""

    grey: bytes
    width: int
    height: int

    def is_of(self, other: Gist) -> bool:
        """Whether two photos are one picture, saved at another size or quality."""
        ratio = self.width * other.height / (self.height * other.width)
        difference = sum(abs(one - two) for one, two in zip(self.grey, other.grey, strict=True))
        return abs(ratio - 1) <= SHAPE and difference <= ALIKE * len(self.grey)


def gist(photo: PhotoFile) -> Gist:
    """What a photo shows. PhotoError, naming the file, where its pixels cannot be read."""
    try:
        decoded = pixels(photo.path, photo.kind, share=0.05)
    except UnfitError as error:
        raise refused(photo, error) from error
    grey = decoded.colours.convert("L").resize(GIST, Image.Resampling.BOX)
    return Gist(grey.tobytes(), photo.width, photo.height)
