"""Photos as files: what they are, whether they can be set, and their pixels for a PDF. What comes
in is taken for hostile.
"""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

from layouts.errors import PhotoError
from layouts.imaging import jpeg, png
from layouts.imaging.kinds import HEAD, kind_of
from layouts.imaging.raster import MOST_DECODED, MOST_WEBP, Raster, TooManyPixelsError, UnfitError
from layouts.inputs import TooLargeError, read_input, why
from layouts.messages.photos import (
    PHOTO_EMPTY,
    PHOTO_MISSING,
    PHOTO_NAME_IMPOSSIBLE,
    PHOTO_NOT_OPENED,
    PHOTO_OF_NO_KIND,
    PHOTO_OUTSIDE,
    PHOTO_REFUSED,
    PHOTO_TOO_LARGE,
)
from layouts.patterns import later
from layouts.photo_tone import AS_IT_IS, PhotoTone

MOST_PIXELS = 200_000_000
"""Of a JPEG: as many as any camera has.

A PDF takes it as it is, and it is decoded at a half, a quarter or an eighth of its size.
"""

MOST_BYTES = 200_000_000
"""Far above any camera; below what would choke a machine."""

_BY_CONTENT = later(r"[0-9a-f]{64}\.[0-9a-z]{1,8}")
"""How a package names its photos (docs/file-format.md)."""


class PhotoFile(Struct, frozen=True):
    """A photo that can be set.

    `kind` is what the content says, whatever the file is called; `width` and `height` are pixels,
    upright.
    """

    path: Path
    kind: str
    width: int
    height: int


def probe(path: Path) -> PhotoFile:
    """Look at a photo's header. PhotoError, naming the file, where it cannot be set."""
    try:
        kind = _kind(path)
        width, height = _size(path, kind)
        # a JPEG needs not be decoded, a WebP is held once more while it is
        most = {"JPEG": MOST_PIXELS, "WEBP": MOST_WEBP}.get(kind, MOST_DECODED)
        if width * height > most:
            raise TooManyPixelsError(width, height, kind, most)
    except UnfitError as error:
        raise PhotoError(*PHOTO_REFUSED(name=called(path), why=error)) from error
    return PhotoFile(path, kind, width, height)


def embed(photo: PhotoFile, tone: PhotoTone = AS_IT_IS) -> Raster:
    """The photo's pixels for a PDF: as they stand in the file where a PDF can hold them so, else
    decoded, as they are in a tone.

    PhotoError, naming the file, where they cannot be read.
    """
    try:
        if tone != AS_IT_IS:
            return _toned(photo, tone)
        return as_it_stands(photo) or _decoded(photo)
    except UnfitError as error:
        raise refused(photo, error) from error


def refused(photo: PhotoFile, error: UnfitError) -> PhotoError:
    """The error of a photo that cannot be set, with its name."""
    return PhotoError(*PHOTO_REFUSED(name=called(photo.path), why=error))


def inside(folder: Path, path: str) -> Path:
    """The file of a photo; no path from a manuscript is followed out of the manuscript's folder.

    PhotoError where it leads there, or is the name of no file.
    """
    try:
        # resolve() raises where links lead round in a circle
        file = Path(os.path.realpath(folder / path))
    except ValueError:
        name = ascii(path)
        raise PhotoError(*PHOTO_NAME_IMPOSSIBLE(name=name)) from None
    if not file.is_relative_to(os.path.realpath(folder)):
        raise PhotoError(*PHOTO_OUTSIDE(path=path))
    return file


def called(path: Path) -> str:
    """What sentences call a photo: by its path, but one out of a package by its name in there,
    since its path is that of a cache.
    """
    return (
        f"{path.parent.name}/{path.name}"
        if path.parent.name == "photos" and _BY_CONTENT().fullmatch(path.name)
        else str(path)
    )


def _kind(path: Path) -> str:
    kind = kind_of(_read(path, HEAD))
    if kind is None:
        raise UnfitError(*PHOTO_OF_NO_KIND())
    return kind


def _read(path: Path, most: int | None = None) -> bytes:
    try:
        data = read_input(path, MOST_BYTES, most)
    except FileNotFoundError as error:
        raise UnfitError(*PHOTO_MISSING()) from error
    except TooLargeError as error:
        limit = MOST_BYTES // 1_000_000
        raise UnfitError(*PHOTO_TOO_LARGE(most=limit)) from error
    except OSError as error:
        reason = why(error)
        raise UnfitError(*PHOTO_NOT_OPENED(why=reason)) from error
    if not data:
        raise UnfitError(*PHOTO_EMPTY())
    return data


def _size(path: Path, kind: str) -> tuple[int, int]:
    if kind not in {"JPEG", "PNG"}:
        # Pillow's readers take as long to import as a page takes to set
        from layouts.imaging import decode, heif

        if kind == "HEIF":
            heif.inspect(_read(path))
        return decode.upright_size(path, kind)
    header = jpeg.inspect(_read(path)) if kind == "JPEG" else png.inspect(_read(path))
    return (
        # EXIF 5 to 8 lie on their side
        (header.height, header.width) if header.orientation >= 5 else (header.width, header.height)
    )


def as_it_stands(photo: PhotoFile) -> Raster | None:
    """The pixels as they stand in the file; None where a PDF cannot hold them so.

    UnfitError where the file is damaged.
    """
    if photo.kind == "JPEG":
        data = _read(photo.path)
        header = jpeg.inspect(data)
        return jpeg.passed_through(data, header) if header.passes else None
    return png.passed_through(png.inspect(_read(photo.path))) if photo.kind == "PNG" else None


def _decoded(photo: PhotoFile) -> Raster:
    from layouts.imaging import decode

    return decode.decoded(photo.path, photo.kind)


def _toned(photo: PhotoFile, tone: PhotoTone) -> Raster:
    from layouts.imaging import decode

    # a file of more pixels than are decoded whole is a JPEG: half of it each way is enough
    share = 0.25 if photo.width * photo.height > MOST_DECODED else 1.0
    return decode.in_tone(photo.path, photo.kind, tone, share)
