"""Pictures printed in one ink: 题字 scanned black on white, a seal. The darker, the more ink."""
# Pillow types `point` by NumPy, which need not be there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PIL import Image, ImageChops

from layouts.imaging.coding import coded_cmyk
from layouts.imaging.decode import lossless, pixels
from layouts.imaging.raster import Raster, Tone
from layouts.imaging.read import PhotoFile
from layouts.pdf.syntax import deflate

FAINTEST = 0.08
"""A tint that no press prints evenly (docs/print.md): left white; as near to solid, it is solid."""

HALF = 128

LIGHT = 200
"""What is lighter may be the paper of a scan; it is where a tenth of the picture is."""


def amounts(histogram: Sequence[int]) -> bytes:
    """How much ink, of 255, stands for each grey of a picture: none for its paper, all for the
    darkest that it has, whatever colour that is.

    `histogram` counts the pixels of each grey.
    """
    paper = _share(histogram, range(LIGHT, 256), 0.5, least=0.1, otherwise=255)
    edge = round(paper - FAINTEST * 255)
    if not any(histogram[:edge]):  # what is there is pale, and no paper
        paper, edge = 255, round(255 - FAINTEST * 255)
    black = _share(histogram, range(edge), 0.05, least=0.0, otherwise=0)
    found = ((paper - grey) / (paper - black) for grey in range(256))
    span = 1 - 2 * FAINTEST
    return bytes(round(255 * min(1.0, max(0.0, (ink - FAINTEST) / span))) for ink in found)


def _share(
    histogram: Sequence[int], greys: range, share: float, *, least: float, otherwise: int
) -> int:
    """The grey up to which a share of the pixels of some greys lie; `otherwise` where these are
    none, or less than `least` of all.
    """
    count = sum(histogram[grey] for grey in greys)
    if not count or count < least * sum(histogram):
        return otherwise
    seen = 0
    for grey in greys:
        seen += histogram[grey]
        if seen >= share * count:
            return grey
    return otherwise


def in_one_ink(photo: PhotoFile, tone: Tone, share: float = 1.0, *, opaque: bool = False) -> Raster:
    """A picture in an ink: a stencil where it is black and white, else all ink behind a mask.

    A `share` of its pixels is kept. Where nothing may show through (`opaque`), paper is printed as
    paper. UnfitError where it cannot be decoded.
    """
    found = pixels(photo.path, photo.kind)
    bilevel = found.colours.mode == "1"
    colours = found.colours.convert("RGB" if found.colours.mode in {"P", "CMYK"} else "L")
    grey = colours.convert("L")
    if found.alpha is not None:
        grey = Image.composite(grey, Image.new("L", grey.size, "white"), found.alpha)
    if share < 1:
        size = max(1, round(grey.width * share)), max(1, round(grey.height * share))
        grey = grey.resize(size, Image.Resampling.LANCZOS)
    ink = grey.point(list(amounts(grey.histogram())))
    if bilevel or _is_bilevel(ink):
        stencil = ink.point([0 if value >= HALF else 255 for value in range(256)]).convert("1")
        return replace(lossless(stencil), stencil=True)
    return _printed(ink, tone) if opaque else _masked(ink, tone)


def _is_bilevel(ink: Image.Image) -> bool:
    counts = ink.histogram()
    return not any(counts[1:255])


def _masked(ink: Image.Image, tone: Tone) -> Raster:
    """One pixel of the ink, seen through a mask."""
    row = bytes(round(255 * part) for part in tone.parts)
    solid = Raster(1, 1, len(row), 8, deflate(b"\0" + row), is_jpeg=False, spot=tone.spot)
    return replace(solid, mask=lossless(ink))


def _printed(ink: Image.Image, tone: Tone) -> Raster:
    """Tints of the ink on paper, opaque."""
    if tone.spot:
        return replace(lossless(ink), spot=True)
    if len(tone.parts) == 4:
        plates = [ink.point([round(value * part) for value in range(256)]) for part in tone.parts]
        return coded_cmyk(Image.merge("CMYK", plates), art=True)
    light = [
        ImageChops.invert(ink.point([round(value * (1 - part)) for value in range(256)]))
        for part in tone.parts
    ]
    return lossless(light[0] if len(light) == 1 else Image.merge("RGB", light))
