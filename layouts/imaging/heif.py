"""HEIC and HEIF, the photos of phones (ISO/IEC 23008-12): what such a file asks for is read here
before any decoder sees it. The decoder, pi-heif, is an extra: without it a sentence says what
helps.

pi-heif has no types of its own.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from layouts.imaging.raster import MOST_DECODED, DamagedError, TooManyPixelsError, UnfitError
from layouts.messages.photos import PHOTO_NEEDS_HEIF, PHOTO_OF_TOO_MANY_PARTS

MOST_ITEMS = 1000
"""Pictures, tiles and notes in one file: the largest photo of a phone has some 200."""

MOST_BOXES = 10_000
"""Boxes that are looked at in one file."""

_FULL = 4
"""Bytes of version and flags before what a full box holds."""


class _HeifBox(NamedTuple):
    kind: bytes
    start: int
    end: int


def inspect(data: bytes) -> None:
    """Hold what a file asks for against the limits. UnfitError where it is too much, or where its
    boxes contradict themselves.
    """
    for meta in _of(data, 0, len(data), b"meta"):
        inside = (meta.start + _FULL, meta.end)
        for items in _of(data, *inside, b"iinf"):
            size = 2 if data[items.start : items.start + 1] == b"\0" else 4
            _few_enough(_number(data, items.start + _FULL, size))
            for item in _of(data, items.start + _FULL + size, items.end, b"infe"):
                _inspect_words(data, item)
        for properties in _of(data, *inside, b"iprp"):
            for container in _of(data, properties.start, properties.end, b"ipco"):
                _inspect_sizes(data, container)
        return
    raise DamagedError


def _inspect_sizes(data: bytes, container: _HeifBox) -> None:
    """Every picture and tile has its size among the properties (6.5.3)."""
    sizes = list(_of(data, container.start, container.end, b"ispe"))
    if not sizes:
        raise DamagedError
    _few_enough(len(sizes))
    for box in sizes:
        width = _number(data, box.start + _FULL, 4)
        height = _number(data, box.start + _FULL + 4, 4)
        if not width or not height:
            raise DamagedError
        if width * height > MOST_DECODED:
            raise TooManyPixelsError(width, height, "HEIC", MOST_DECODED)


def _inspect_words(data: bytes, item: _HeifBox) -> None:
    """What an item is, its name and its kind of media (14496-12 8.11.6): pi-heif makes strings of
    them, and crashes on what is none.
    """
    version = _number(data, item.start, 1)
    words = item.start + _FULL + (6 if version == 3 else 4)  # behind its number and its protection
    try:
        data[words : item.end].decode("utf-8")
    except UnicodeDecodeError:
        raise DamagedError from None


def _few_enough(count: int) -> None:
    if count > MOST_ITEMS:
        raise UnfitError(*PHOTO_OF_TOO_MANY_PARTS(count=count, most=MOST_ITEMS))


def _of(data: bytes, start: int, end: int, kind: bytes) -> Iterator[_HeifBox]:
    """The boxes of a kind from `start` to `end`."""
    return (box for box in _boxes(data, start, end) if box.kind == kind)


def _boxes(data: bytes, start: int, end: int) -> Iterator[_HeifBox]:
    """Boxes one after the other (ISO/IEC 14496-12 4.2). DamagedError where one reaches further
    than what holds it.
    """
    for _ in range(MOST_BOXES):
        if start + 8 > end:
            return
        size, head = _number(data, start, 4), 8
        if size == 1:
            size, head = _number(data, start + 8, 8), 16
        elif size == 0:
            size = end - start
        if size < head or start + size > end:
            raise DamagedError
        yield _HeifBox(data[start + 4 : start + 8], start + head, start + size)
        start += size
    raise DamagedError


def _number(data: bytes, at: int, size: int) -> int:
    found = data[at : at + size]
    if len(found) < size:
        raise DamagedError
    return int.from_bytes(found, "big")


def can_decode() -> bool:
    """Whether the decoder is installed."""
    try:
        import_module("pi_heif")
    except ImportError:
        return False
    return True


def teach_pillow() -> None:
    """Have Pillow open such files. UnfitError, with what helps, where the decoder is not
    installed.
    """
    try:
        from pi_heif import register_heif_opener
    except ImportError:
        raise UnfitError(*PHOTO_NEEDS_HEIF()) from None
    # of a photo with its depth map, its thumbnail and its gain map the photo alone is wanted
    register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
