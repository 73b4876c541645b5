"""Colours of drawings (SVG 1.1 4.2, CSS Color 4): opaque ones alone."""

from __future__ import annotations

import re

from layouts.imaging.svg.drawing import Colour

LONGEST = 200
"""Characters of a colour."""

_HEX = re.compile(r"#(?:([0-9a-f]{3})f?|([0-9a-f]{6})(?:ff)?)")
_RGB = re.compile(r"rgba?\(([^()]*)\)")
_PART = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+))\s*(%?)\s*")


def read_colour(written: str) -> Colour:
    """An opaque colour. ValueError where it is none."""
    if len(written) > LONGEST:
        raise ValueError(written[:60])
    # behind a colour may stand the same in other inks: icc-color(…)
    text = written.strip().lower().partition(" icc-color")[0].strip()
    if match := _HEX.fullmatch(text):
        digits = match[2] or "".join(2 * digit for digit in match[1])
        red, green, blue = bytes.fromhex(digits)
        return red / 255, green / 255, blue / 255
    if match := _RGB.fullmatch(text):
        return _parts(re.split(r"\s*[,/]\s*|\s+", match[1].strip()))
    # the names of CSS, which Pillow has; it is loaded only for one who uses them
    from PIL import ImageColor

    named = ImageColor.colormap.get(text)
    if named is None:
        raise ValueError(written[:60])
    # once Pillow has read a name it keeps the numbers in its place
    if isinstance(named, str):
        return read_colour(named)
    return named[0] / 255, named[1] / 255, named[2] / 255


def _parts(parts: list[str]) -> Colour:
    if len(parts) == 4 and parts[3] not in {"1", "1.0", "100%"}:
        raise ValueError("transparent")
    found = [_part(part) for part in parts[:3]]
    if len(found) != 3 or len(parts) > 4:
        raise ValueError("rgb")
    return found[0], found[1], found[2]


def _part(written: str) -> float:
    match = _PART.fullmatch(written)
    if match is None:
        raise ValueError(written[:60])
    value = float(match[1]) / (100 if match[2] else 255)
    return min(1.0, max(0.0, value))
