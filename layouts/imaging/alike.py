"""Whether two files show the same picture, whatever a program packed anew."""

from __future__ import annotations

from pathlib import Path

from layouts.errors import PhotoError
from layouts.imaging.decode import pixels
from layouts.imaging.raster import UnfitError
from layouts.imaging.read import PhotoFile, probe
from layouts.imaging.scale import Scaler

_SIDE = 24
"""Pixels of the small greys that are compared."""

_MOST_APART = 5.0
"""Levels of 255 that the greys of one picture may differ by on the average: packing a JPEG anew, or
at half its size, makes less than 2.
"""

_PROPORTIONS = 0.03


def look_alike(one: Path, other: Path) -> bool:
    """Whether two photos look the same: their proportions, and their greys made small. Files that
    cannot be read look like nothing.
    """
    try:
        files = [probe(path) for path in (one, other)]
        ratios = [file.height / file.width for file in files]
        if abs(ratios[0] / ratios[1] - 1) > _PROPORTIONS:
            return False
        greys = [_greys(file) for file in files]
    except (PhotoError, UnfitError):
        return False
    apart = sum(abs(a - b) for a, b in zip(*greys, strict=True))
    return apart / (_SIDE * _SIDE) <= _MOST_APART


def _greys(file: PhotoFile) -> bytes:
    found = pixels(file.path, file.kind, 2 * _SIDE / file.width).colours.convert("L")
    return Scaler().scaled(found, (_SIDE, _SIDE)).tobytes()
