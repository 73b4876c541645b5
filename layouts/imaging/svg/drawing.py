"""What a drawing file comes to: filled areas, and what it may take to say them."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from layouts.geometry import Outline
from layouts.imaging.raster import UnfitError
from layouts.messages.art import DRAWING_HAS, DRAWING_TOO_MUCH
from layouts.messages.message import Sentence

MOST_BYTES = 4_000_000
"""Of a file: a seal traced from a scan has some 300,000."""

MOST_STEPS = 100_000
"""Lines and curves of all outlines, those counted again that are used again."""

MOST_ELEMENTS = 20_000
"""Elements that are drawn, those counted again that are used again."""

FARTHEST = 1e7
"""Units from the origin; whatever is larger is no drawing but a slip."""

Colour = tuple[float, float, float]
"""sRGB in fractions."""


class Area(NamedTuple):
    """A filled area, inside by the even-odd or the nonzero winding rule."""

    outlines: tuple[Outline, ...]
    colour: Colour
    even_odd: bool = False


class Bounds(NamedTuple):
    """The least upright rectangle around something."""

    left: float
    top: float
    right: float
    bottom: float


class SvgDrawing(Struct, frozen=True):
    """Filled areas, the later over the earlier; what they paint fills `width` and `height` from the
    origin at its top left corner, y downwards.
    """

    width: float
    height: float
    areas: tuple[Area, ...]


def unfit(what: Sentence, line: int | None) -> UnfitError:
    """Why a drawing cannot be set: what it has, and where."""
    return UnfitError(*DRAWING_HAS(line=line or 1, what=what))


def too_much() -> UnfitError:
    """A drawing of more than may be drawn."""
    return UnfitError(*DRAWING_TOO_MUCH(steps=f"{MOST_STEPS:,}", elements=f"{MOST_ELEMENTS:,}"))
