"""Pictures of four inks as one grey picture for each plate, and back together."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

from msgspec.structs import replace
from PIL import Image, ImageChops

from layouts.imaging.coding import coded_grey
from layouts.imaging.decode import lossless
from layouts.imaging.raster import Raster
from layouts.pdf.rendering import Bitmap

INKS = 4
"""Cyan, magenta, yellow and black."""


def parted(raster: Raster) -> tuple[Raster, ...]:
    """A picture made for four inks (`layouts.prepress.photo_packer`) as what is on each plate,
    grey, full ink being black.

    Grey pictures are black ink alone; on other plates they leave paper, as knocking out does. A
    stencil is painted in whatever its ink puts on a plate.
    """
    if raster.stencil:
        return (raster,) * INKS
    if raster.components == 1:
        paper = replace(lossless(Image.new("L", (1, 1), "white")), mask=raster.mask)
        return (paper, paper, paper, raster)
    plates = (ImageChops.invert(plate) for plate in _image(raster).split())
    return tuple(
        replace(
            coded_grey(plate, art=not raster.is_jpeg),
            orientation=raster.orientation,
            mask=raster.mask,
        )
        for plate in plates
    )


def merged(plates: Sequence[Bitmap]) -> Bitmap:
    """Four plates as one picture of four inks, 255 being full ink."""
    first = plates[0]
    whole = Image.merge("CMYK", [ImageChops.invert(_grey(plate)) for plate in plates])
    return Bitmap(first.width, first.height, "CMYK", whole.tobytes())


def _grey(plate: Bitmap) -> Image.Image:
    return Image.frombytes("L", (plate.width, plate.height), plate.data)


def _image(raster: Raster) -> Image.Image:
    """The pixels of a picture of four components, as `layouts.imaging.coding` stores them."""
    if raster.is_jpeg:
        with Image.open(io.BytesIO(raster.data)) as image:
            # Pillow inverts CMYK as it reads it, whether Adobe's marker is there or not
            return ImageChops.invert(image)
    size = (raster.width, raster.height)
    # rows as PNG has them: each stands behind its filter, which for these is the row above, or
    # none for the single row of an ink behind a mask
    stored, stride = zlib.decompress(raster.data), raster.components * raster.width
    rows = b"".join(
        stored[start + 1 : start + 1 + stride] for start in range(0, len(stored), stride + 1)
    )
    image = Image.frombytes("CMYK", size, rows)
    return _summed(image)


def _summed(rows: Image.Image) -> Image.Image:
    """Rows that are their difference from the one above, as they are: log2(height) steps add up
    what a loop over rows would.
    """
    step, image = 1, rows
    while step < image.height:
        above = Image.new(image.mode, image.size)
        above.paste(image, (0, step))
        image, step = ImageChops.add_modulo(image, above), step * 2
    return image
