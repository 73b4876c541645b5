"""What a content stream paints: one value for each mark on the page, with the graphics state that
it was made in.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from layouts.proof.glyphs import FontGlyphs
from layouts.proof.spaces import GREY, Space

Kind = Literal["text", "fill", "stroke", "image", "stencil", "shading"]

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class PaintedColour(Struct, frozen=True):
    """A colour: its space and values; `pattern` where a pattern paints instead."""

    space: Space = GREY
    values: tuple[float, ...] = (0.0,)
    pattern: str = ""

    @property
    def cmyk(self) -> tuple[float, float, float, float] | None:
        """The inks of a device colour; None for a spot, a calibrated colour or RGB, whose inks are
        not known here.
        """
        if self.space.family == "DeviceGray" and self.values:
            return 0.0, 0.0, 0.0, 1.0 - self.values[0]
        if self.space.family == "DeviceCMYK" and len(self.values) == 4:
            return self.values[0], self.values[1], self.values[2], self.values[3]
        return None

    @property
    def is_white(self) -> bool:
        """Whether it leaves the paper bare: no ink of any kind."""
        if self.space.family in ("Separation", "DeviceN"):
            return bool(self.values) and not any(self.values)
        if self.space.family in ("DeviceRGB", "CalRGB", "CalGray") or (
            self.space.family == "ICCBased" and self.space.components in (1, 3)
        ):
            return bool(self.values) and all(value == 1 for value in self.values)
        inks = self.cmyk if self.cmyk or self.space.family != "ICCBased" else self.values
        return bool(inks) and not any(inks)


class GraphicsState(Struct):
    """The graphics state (ISO 32000-1 8.4), as far as rules ask about it. Copied at each q."""

    matrix: Matrix = IDENTITY
    fill: PaintedColour = PaintedColour()
    stroke: PaintedColour = PaintedColour()
    overprint_fill: bool = False
    overprint_stroke: bool = False
    overprint_mode: int = 0
    alpha_fill: float = 1.0
    alpha_stroke: float = 1.0
    blend: str = "Normal"
    masked: bool = False
    line_width: float = 1.0
    size: float = 0.0
    render: int = 0
    font: FontGlyphs | None = None


class Claim(Struct):
    """Marked content that is said to show a text (ActualText), and what was painted before it
    began.
    """

    text: str
    marks: int
    inked: int


class Painted(Struct, frozen=True):
    """One mark on the page."""

    kind: Kind
    colour: PaintedColour
    overprint: bool
    overprint_mode: int
    size: float
    """Of text the type size, of a stroke the line width, in pt as it comes out on the page; else
    0.
    """
    tagged: bool
    """Whether it stands in marked content that the structure holds, or in an artifact (ISO 32000-1
    14.8.2).
    """


class PageContent(Struct):
    """All that one page paints, and what it used to do so."""

    painted: list[Painted]
    spaces: dict[Space, str]
    """Every colour space that was set or painted with, and what for."""
    transparent: set[str]
    """What of transparency is on the page: alpha, blend, mask, group."""
    unprinted: list[str]
    """Texts that are said to stand here and over which nothing is painted."""
    lacking: int = 0
    """How often .notdef was painted."""


def times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does `first`, then `second` (ISO 32000-1 8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def scale(matrix: Matrix) -> float:
    """How much longer a vertical stroke of one unit comes out."""
    return (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
