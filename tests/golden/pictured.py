"""The sample's pages as small pictures, one sheet a layout: what a change of the engine or of a
layout does to them must be seen by someone.
"""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from msgspec.structs import replace
from PIL import Image, ImageChops

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.load import load_layout
from layouts.manuscript import read_manuscript
from layouts.paint.pdf import write_pdf

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "resources" / "sample" / "issue.md"
DPI = 36
"""Enough for every line of text to be grey where it stands, and for colours."""

NOTICED = 32
"""Of 255: pixels that differ by more count as other pixels."""

ALLOWED = 0.005
"""The part of all pixels that may be other ones: what another build of the renderer makes of edges."""

SAME = 0.001
"""The part that fewer colours alone make other ones."""


def golden_picture(layout: str) -> Path:
    return HERE / f"sample.{layout}.png"


def sheet(layout: str, catalogue: Catalogue) -> Image.Image:
    """All pages of the sample in one layout, side by side."""
    issue, _ = read_manuscript(SAMPLE)
    found = replace(issue, layout=layout, settings={})
    edition = compose(found, load_layout(layout), catalogue)
    document = pypdfium2.PdfDocument(write_pdf(edition, catalogue))
    pages = [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in document]
    whole = Image.new("RGB", (sum(page.width for page in pages), pages[0].height), "white")
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width
    return whole


def other_pixels(one: Image.Image, other: Image.Image) -> float:
    """The part of the pixels of two pictures that differ by more than `NOTICED` in any colour; all
    where they are not of one size.
    """
    if one.size != other.size:
        return 1.0
    bands = ImageChops.difference(one, other).split()
    worst = bands[0]
    for band in bands[1:]:
        worst = ImageChops.lighter(worst, band)
    counts = worst.histogram()
    return sum(counts[NOTICED + 1 :]) / sum(counts)


COLOURS = 256
"""Of a golden picture: a third of the bytes, and one pixel of a thousand is noticed, in photos."""


def png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    few = image.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(file, "PNG", optimize=True)
    return file.getvalue()
