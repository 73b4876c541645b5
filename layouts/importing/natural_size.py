"""How large a picture is by itself: its pixels at the resolution its file says."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import NamedTuple

from layouts.errors import PhotoError
from layouts.imaging.read import probe
from layouts.inputs import read_input

USUAL_DENSITY = 96.0
"""Pixels an inch where a file says nothing: what office programs take."""

_HEAD = 4096
_JFIF = b"\xff\xd8\xff\xe0"
_CENTIMETRES = 2.54
_METRES = 0.0254


class NaturalSize(NamedTuple):
    """Width and height in points."""

    width: float
    height: float


def natural_size(path: Path) -> NaturalSize | None:
    """The size of a picture's file, None where it cannot be read."""
    try:
        photo = probe(path)
        across, down = _density(read_input(path, path.stat().st_size, _HEAD))
    except (PhotoError, OSError):
        return None
    return NaturalSize(photo.width * 72 / across, photo.height * 72 / down)


def _density(head: bytes) -> tuple[float, float]:
    """Pixels an inch across and down (JFIF 1.02; PNG 1.2, 4.2.4.2)."""
    found: tuple[int, int] | None = None
    factor = 1.0
    at = head.find(b"pHYs")
    if head.startswith(_JFIF) and head[6:11] == b"JFIF\0" and head[13:14] in {b"\1", b"\2"}:
        found = struct.unpack(">HH", head[14:18].ljust(4, b"\0"))
        factor = 1.0 if head[13] == 1 else _CENTIMETRES
    elif head.startswith(b"\x89PNG") and at >= 0 and head[at + 12 : at + 13] == b"\1":
        found = struct.unpack(">II", head[at + 4 : at + 12])
        factor = _METRES
    if found is None or not all(found):
        return USUAL_DENSITY, USUAL_DENSITY
    return found[0] * factor, found[1] * factor
