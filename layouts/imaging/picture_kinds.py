"""Kinds of picture files that pages are written as."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class PictureKind(StrEnum):
    """A kind of picture file, by the name that Pillow has for it."""

    PNG = "PNG"
    JPEG = "JPEG"
    TIFF = "TIFF"
    WEBP = "WEBP"


KINDS: Mapping[str, PictureKind] = MappingProxyType(
    {
        ".png": PictureKind.PNG,
        ".jpg": PictureKind.JPEG,
        ".jpeg": PictureKind.JPEG,
        ".tif": PictureKind.TIFF,
        ".tiff": PictureKind.TIFF,
        ".webp": PictureKind.WEBP,
    }
)
"""Kinds by the ending of a file's name."""

LOSSY = frozenset({PictureKind.JPEG, PictureKind.WEBP})
"""Kinds that have a quality, and so can be made smaller."""

LEAST_QUALITY, MOST_QUALITY = 30, 100
"""JPEG or WebP quality: under the first letters are no longer clean."""

LARGEST_SIDE: Mapping[PictureKind, int] = MappingProxyType(
    {
        PictureKind.PNG: 100_000,  # no limit of the format (PNG 11.2.1): what viewers open
        PictureKind.JPEG: 65_500,  # libjpeg's JPEG_MAX_DIMENSION
        PictureKind.TIFF: 100_000,
        PictureKind.WEBP: 16_383,  # RFC 9649 2.5
    }
)
"""Pixels of a picture's width and height at most."""
