"""Pictures of layouts as files: drawings, and pixels as photos have them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from layouts.errors import PhotoError
from layouts.imaging.kinds import HEAD, kind_of
from layouts.imaging.raster import UnfitError
from layouts.imaging.read import MOST_BYTES, PhotoFile, as_it_stands, probe
from layouts.inputs import TooLargeError, read_input, why
from layouts.messages.art import ART_OF_NO_KIND
from layouts.messages.photos import PHOTO_EMPTY, PHOTO_MISSING, PHOTO_NOT_OPENED, PHOTO_TOO_LARGE

if TYPE_CHECKING:
    from layouts.imaging.svg.drawing import SvgDrawing

KINDS = frozenset({"JPEG", "PNG", "TIFF"})

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""Byte order marks of UTF-8 and UTF-16, which a text may begin with."""


def read_art(path: Path) -> SvgDrawing | PhotoFile:
    """A drawing, or a picture of pixels that can be decoded. UnfitError, in a sentence, where it
    is none that can be printed.
    """
    head = _read(path, MOST_BYTES, HEAD)
    if _is_markup(head):
        from layouts.imaging.svg.drawing import MOST_BYTES as MOST_DRAWN
        from layouts.imaging.svg.read import read_drawing

        return read_drawing(_read(path, MOST_DRAWN))
    if kind_of(head) not in KINDS:
        raise UnfitError(*ART_OF_NO_KIND())
    return _decodable(path)


def _decodable(path: Path) -> PhotoFile:
    """A picture all of whose pixels are there: what stands instead of it is set before anything is
    painted.
    """
    try:
        photo = probe(path)
        if as_it_stands(photo) is None:
            from layouts.imaging import decode

            decode.pixels(photo.path, photo.kind)
    except PhotoError as error:
        # what is wrong with it, without the name of a photo before it
        if isinstance(error.__cause__, UnfitError):
            raise error.__cause__ from error
        raise
    return photo


def _is_markup(head: bytes) -> bool:
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip().startswith(b"<")


def _read(path: Path, most: int, first: int | None = None) -> bytes:
    try:
        data = read_input(path, most, first)
    except FileNotFoundError as error:
        raise UnfitError(*PHOTO_MISSING()) from error
    except TooLargeError as error:
        raise UnfitError(*PHOTO_TOO_LARGE(most=most // 1_000_000)) from error
    except OSError as error:
        raise UnfitError(*PHOTO_NOT_OPENED(why=why(error))) from error
    if not data:
        raise UnfitError(*PHOTO_EMPTY())
    return data
