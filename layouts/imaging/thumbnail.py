"""A photo made small, to be known again by an editor: for reports, never for print."""

from __future__ import annotations

import io

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
