"""Photos of an RTF: their bytes, and where they stand."""

from __future__ import annotations

import binascii
import re
from typing import NamedTuple

from msgspec import Struct, field

from layouts.importing.placing import ALONE, Placing, on_which_side, whole_turn
from layouts.issue.photo import WHOLE, Crop, Side

_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]+")

_WRAP_ROUND, _WRAP_TIGHT = 2, 4
r"""`\shpwr`: text stands beside the shape (RTF 1.9.1, "Drawing Objects"); 1 above and below, 3 over
it.
"""

_FRACTION = 65536
"""Fractions and degrees of drawing properties are fixed-point with 16 bits behind the point."""

_ALIGNED = {"1": Side.LEFT, "2": Side.BOTH, "3": Side.RIGHT}
"""`posh`, the horizontal alignment of a shape."""


class PageMeasures(Struct):
    """Widths in twips: the page, and its margins beside the text. Word's defaults."""

    paper: int = 12240
    left: int = 1800
    right: int = 1800

    @property
    def text(self) -> int:
        """The width of the text, 1 where margins leave none."""
        return max(1, self.paper - self.left - self.right)


class Drawing(Struct):
    r"""A picture (`\pict`) or shape (`\shp`) as its control words and properties say it.

    `numbers` are the values of its control words, `properties` those of its `\sp` groups.
    """

    is_shape: bool = False
    is_inside: bool = False
    numbers: dict[str, int] = field(default_factory=dict[str, int])
    properties: dict[str, str] = field(default_factory=dict[str, str])
    pieces: list[bytes] = field(default_factory=list[bytes])
    digit: bytes = b""

    def take(self, digits: bytes) -> None:
        """Bytes of the picture written in hexadecimal; one may be cut by the end of a line."""
        digits = self.digit + (digits if digits.isalnum() else _NOT_HEX.sub(b"", digits))
        even = len(digits) & ~1
        self.digit = digits[even:]
        try:
            self.pieces.append(binascii.unhexlify(memoryview(digits)[:even]))
        except binascii.Error:
            clean = _NOT_HEX.sub(b"", digits)
            self.pieces.append(binascii.unhexlify(clean[: len(clean) & ~1]))

    def data(self) -> bytes:
        """The bytes of the picture."""
        return b"".join(self.pieces)

    @property
    def has_picture(self) -> bool:
        """Whether bytes of a picture came."""
        return bool(self.pieces)

    @property
    def alt(self) -> str:
        """What the writer said is to be seen."""
        return " ".join(self.properties.get("wzDescription", "").split())

    @property
    def name(self) -> str:
        """What the source calls it."""
        return " ".join(self.properties.get("wzName", "").split())

    @property
    def linked(self) -> str:
        """The address of a picture that is not in the file, empty where it is."""
        return "" if self.has_picture else self.properties.get("pibName", "").strip()


class _Extent(NamedTuple):
    """Twips of a whole picture, before anything is cut off."""

    width: float
    height: float


def crop_of(drawing: Drawing) -> Crop:
    """What is cut off a picture at its edges."""
    if any(name.startswith("cropFrom") for name in drawing.properties):
        sides = ("Left", "Top", "Right", "Bottom")
        return _sane(*(_fixed(drawing.properties.get(f"cropFrom{side}", "")) for side in sides))
    extent = _extent(drawing)
    across, down = extent.width or 1.0, extent.height or 1.0
    said = drawing.numbers
    return _sane(
        said.get("piccropl", 0) / across,
        said.get("piccropt", 0) / down,
        said.get("piccropr", 0) / across,
        said.get("piccropb", 0) / down,
    )


def placing_of(drawing: Drawing, page: PageMeasures) -> Placing:
    """Where a picture stands, and how wide it is against the text."""
    if drawing.is_inside:  # its measures are those of the drawing that it is part of
        return Placing(Side.NONE, None)
    if not drawing.is_shape:
        return Placing(Side.NONE, _share(_shown_width(drawing), page))
    said = drawing.numbers
    width = said.get("shpright", 0) - said.get("shpleft", 0)
    share = _share(width, page)
    if said.get("shpwr") not in {_WRAP_ROUND, _WRAP_TIGHT} or (share or 0.0) >= ALONE:
        return Placing(Side.NONE, share)
    aligned = _ALIGNED.get(drawing.properties.get("posh", ""))
    return Placing(aligned or on_which_side(_left(drawing, page), width, page.text), share)


def turn_of(drawing: Drawing) -> int:
    """By how many degrees clockwise a picture is turned."""
    return whole_turn(_fixed(drawing.properties.get("rotation", "")))


def _extent(drawing: Drawing) -> _Extent:
    said = drawing.numbers
    return _Extent(float(said.get("picwgoal", 0)), float(said.get("pichgoal", 0)))


def _shown_width(drawing: Drawing) -> float:
    said = drawing.numbers
    cut = said.get("piccropl", 0) + said.get("piccropr", 0)
    return (_extent(drawing).width - cut) * said.get("picscalex", 100) / 100


def _left(drawing: Drawing, page: PageMeasures) -> float:
    """Twips from the left edge of the text; a shape counts from the page unless it says so."""
    left = drawing.numbers.get("shpleft", 0)
    from_text = drawing.numbers.keys() & {"shpbxcolumn", "shpbxmargin"}
    return left if from_text else left - page.left


def _share(width: float, page: PageMeasures) -> float | None:
    return round(width / page.text, 4) if width > 0 else None


def _fixed(value: str) -> float:
    try:
        return int(value) / _FRACTION
    except ValueError:
        return 0.0


def _sane(left: float, top: float, right: float, bottom: float) -> Crop:
    """A crop that leaves something; edges that were drawn out count as nothing."""
    cut = Crop(*(round(max(0.0, edge), 4) for edge in (left, top, right, bottom)))
    return cut if cut.left + cut.right < 1 and cut.top + cut.bottom < 1 else WHOLE
