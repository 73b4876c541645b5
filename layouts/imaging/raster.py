"""Pixels ready for a PDF: compressed as they will stand in the file, with all that a viewer must
know to read them.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from layouts.messages.photos import PHOTO_CUT_SHORT, PHOTO_DAMAGED, PHOTO_TOO_MANY_PIXELS

_SPACES = {1: b"GRAY", 3: b"RGB ", 4: b"CMYK"}
"""The colour space signature of an ICC profile for a number of components (ICC.1:2022 7.2.6)."""

_PROFILE_HEADER = 128


MOST_DECODED = 50_000_000
"""Pixels of a picture that is decoded whole, transparency and all, and held three times over while
it is turned and packed: 0.9 GB.
"""

MOST_WEBP = 40_000_000
"""Pixels of a WebP: its reader holds the picture once more, and thirty bytes of file can ask for
all of it.
"""


class UnfitError(Exception):
    """A photo that cannot be set, for a reason in Chinese and English that reads on after the
    file's name.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


class TooManyPixelsError(UnfitError):
    """A photo of more pixels than its kind may have, or than may be decoded at once."""

    def __init__(self, width: int, height: int, kind: str, most: int) -> None:
        limit = most // 1_000_000
        super().__init__(*PHOTO_TOO_MANY_PIXELS(width=width, height=height, kind=kind, most=limit))


class TruncatedError(UnfitError):
    """A photo that ends too early."""

    def __init__(self) -> None:
        super().__init__(*PHOTO_CUT_SHORT())


class DamagedError(UnfitError):
    """A photo whose inside contradicts itself."""

    def __init__(self) -> None:
        super().__init__(*PHOTO_DAMAGED())


class Tone(NamedTuple):
    """An ink as the components of an image, in fractions: grey, RGB or CMYK; or as the spot ink,
    which has one.
    """

    parts: tuple[float, ...]
    spot: bool = False


class Raster(Struct, frozen=True):
    """A picture as stored: `width` × `height` pixels before `orientation` (EXIF 1 to 8) turns them
    upright.

    `data` is a JPEG stream where `is_jpeg`, else zlib-compressed rows, each behind the number of
    its PNG filter. A component has `bits`. With a `palette` (RGB triples) the one component is an
    index into it. `profile` is an ICC profile that fits the components, or empty. `untransformed`
    marks a JPEG of three components that are RGB though nothing in it says so to a PDF reader.
    A `stencil` has one bit, and what is black in it is painted in an ink that whoever draws it
    sets; the one component of a `spot` picture is the spot ink.
    """

    width: int
    height: int
    components: int
    bits: int
    data: bytes
    is_jpeg: bool
    orientation: int = 1
    palette: bytes = b""
    profile: bytes = b""
    untransformed: bool = False
    mask: Raster | None = None
    stencil: bool = False
    spot: bool = False


def fitting_profile(profile: bytes, components: int) -> bytes:
    """The profile where it is one for so many components, else nothing: a wrong profile makes
    viewers refuse the picture.
    """
    # a profile begins with its own length: a JPEG that lost a piece of it is noticed by that
    whole = len(profile) > _PROFILE_HEADER and int.from_bytes(profile[:4], "big") == len(profile)
    return (
        profile
        # the signature of every profile, and its colour space (ICC.1:2022 7.2)
        if whole and profile[36:40] == b"acsp" and profile[16:20] == _SPACES.get(components)
        else b""
    )
