"""A PDF file out of its objects, small ones packed into object streams, with a cross-reference
stream (ISO 32000-1 7.5.7, 7.5.8).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from layouts.pdf.syntax import array, deflate, dictionary

SINCE = (1, 5)
"""The version of PDF that brought object streams."""

TOGETHER = 200
"""Objects in one stream: a reader unpacks all of them to see one."""

_BINARY = b"%\x93\x8c\x8b\x9e\n"
"""Four bytes that are no ASCII, so that nobody takes the file for text (7.5.2)."""

_FREE, _PLAIN, _PACKED = 0, 1, 2
"""Kinds of entries in a cross-reference stream (table 18)."""


class Written(Struct, frozen=True):
    """An object as it stands in the file: a value, or with `data` the dictionary of a stream."""

    value: bytes
    data: bytes | None = None


def packed_file(
    version: tuple[int, int], objects: Sequence[Written], trailer: Mapping[str, str]
) -> bytes:
    """The file; object k of `objects` is number k + 1. `trailer` has Root, Info and ID."""
    out = _File(version)
    entries: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 65535)}
    small = [(number, one.value) for number, one in enumerate(objects, 1) if one.data is None]
    for number, one in enumerate(objects, 1):
        if one.data is not None:
            entries[number] = (_PLAIN, out.put(number, one), 0)
    last = len(objects)
    for some in _batches(small):
        last += 1
        entries[last] = (_PLAIN, out.put(last, _object_stream(some)), 0)
        entries |= {number: (_PACKED, last, index) for index, (number, _) in enumerate(some)}
    start = out.length
    entries[last + 1] = (_PLAIN, start, 0)
    out.put(last + 1, _cross_references([entries[number] for number in range(last + 2)], trailer))
    out.parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
    return b"".join(out.parts)


class _File:
    """Parts of a file in the making, and how many bytes they have."""

    def __init__(self, version: tuple[int, int]) -> None:
        self.parts = [b"%%PDF-%d.%d\n" % version, _BINARY]
        self.length = sum(map(len, self.parts))

    def put(self, number: int, one: Written) -> int:
        """Put in an object; where it begins."""
        start = self.length
        head = b"%d 0 obj\n%b\n" % (number, one.value)
        stream = [] if one.data is None else [b"stream\n", one.data, b"\nendstream\n"]
        for part in (head, *stream, b"endobj\n"):
            self.parts.append(part)
            self.length += len(part)
        return start


def _batches(small: Sequence[tuple[int, bytes]]) -> list[Sequence[tuple[int, bytes]]]:
    return [small[start : start + TOGETHER] for start in range(0, len(small), TOGETHER)]


def _object_stream(some: Sequence[tuple[int, bytes]]) -> Written:
    """Objects in one stream: first the number and place of each, then their values."""
    places: list[int] = []
    at = 0
    for _, value in some:
        places.append(at)
        at += len(value) + 1
    head = (
        b" ".join(
            b"%d %d" % (number, place) for (number, _), place in zip(some, places, strict=True)
        )
        + b"\n"
    )
    data = deflate(head + b"\n".join(value for _, value in some))
    entries = {
        "Type": "/ObjStm",
        "N": str(len(some)),
        "First": str(len(head)),
        "Filter": "/FlateDecode",
        "Length": str(len(data)),
    }
    return Written(dictionary(entries).encode("ascii"), data)


def _cross_references(
    entries: Sequence[tuple[int, int, int]], trailer: Mapping[str, str]
) -> Written:
    """Kind, place and index of every object, number by number, as a stream that is the trailer as
    well.
    """
    width = (max(place for _, place, _ in entries).bit_length() + 7) // 8
    data = deflate(
        b"".join(
            bytes((kind,)) + place.to_bytes(width, "big") + index.to_bytes(2, "big")
            for kind, place, index in entries
        )
    )
    sizes = {"Type": "/XRef", "Size": str(len(entries)), "W": array(("1", str(width), "2"))}
    return Written(
        dictionary({**sizes, **trailer, "Filter": "/FlateDecode", "Length": str(len(data))}).encode(
            "ascii"
        ),
        data,
    )
