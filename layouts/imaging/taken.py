"""On which day a camera says that it took a photo."""

from __future__ import annotations

import datetime
import io
import re
import struct
import sys
from pathlib import Path

from layouts.inputs import read_input

_FORMATS = ("JPEG", "MPO", "TIFF", "PNG", "WEBP")
_HEAD = 256 * 1024
"""Bytes at the beginning of a file that hold what the camera wrote."""

_DETAILS, _TAKEN = 0x8769, 0x9003
"""The tags of Exif 3.0 4.6.3 and 4.6.5: the sub-directory of details, DateTimeOriginal."""


def day_inside(path: Path) -> datetime.date | None:
    """The day that stands in a photo, by the camera's own clock; None where none does.

    The photo is one that `probe` found sound.
    """
    from PIL import Image, UnidentifiedImageError

    damage = (OSError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError)
    careless = (ValueError, TypeError, LookupError, ArithmeticError, struct.error)
    try:
        head = io.BytesIO(read_input(path, sys.maxsize, _HEAD))
        with Image.open(head, formats=_FORMATS) as image:
            written = image.getexif().get_ifd(_DETAILS).get(_TAKEN)
        match = re.match(r"(\d{4}):(\d{2}):(\d{2})", written if isinstance(written, str) else "")
        return datetime.date(*map(int, match.groups())) if match else None
    except (*damage, *careless):
        return None  # what a camera wrote wrongly says nothing, and does no harm
