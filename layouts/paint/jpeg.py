"""JPEG files read segment by segment (ITU-T T.81 annex B), so that those a PDF can hold as they are pass through byte for byte.

Decoding each at an eighth of its size would find a little more damage, but takes 5 to 15 ms a photo of two megapixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from layouts.paint.exif import orientation
from layouts.paint.jpegtables import Tables
from layouts.paint.raster import DamagedError, Raster, TruncatedError, UnfitError, fitting_profile

# Inside coded data FF is followed by 00 or a restart marker (D0 to D7); FF FF are fill bytes.
_MARKER = re.compile(rb"\xff([^\x00\x01\xd0-\xd7\xff])")
_START, _END, _SCAN, _APP0, _APP1, _APP2, _APP14 = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_HUFFMAN_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive: what PDF's DCTDecode reads (ISO 32000-1 7.4.8). Lossless and arithmetic coding are not among them."""

_ICC = b"ICC_PROFILE\0"


class JpegHeader(Struct):
    """What the segments of a JPEG say. `width` and `height` are those stored; behind `end` there may be a maker's appendix."""

    frame: int = 0
    bits: int = 0
    width: int = 0
    height: int = 0
    component_ids: bytes = b""
    quantisation: bytes = b""
    has_jfif: bool = False
    has_adobe: bool = False
    orientation: int = 1
    scans: int = 0
    end: int = 0
    profile_parts: dict[int, bytes] = field(default_factory=dict[int, bytes])

    @property
    def passes(self) -> bool:
        """Whether a PDF can hold the file as it is. Four components cannot: Adobe stores them inverted and others do not."""
        return self.frame in _HUFFMAN_FRAMES and self.bits == 8 and len(self.component_ids) in {1, 3}


def inspect(data: bytes) -> JpegHeader:
    """Read all segments up to the end marker. UnfitError where the file is cut short, contradicts itself or cannot be read here."""
    header, tables = JpegHeader(), Tables()
    for marker, segment, end in _segments(data):
        if marker in _FRAMES:
            _read_frame(header, marker, segment)
        elif marker == _SCAN:
            header.scans += 1
            if header.frame in _HUFFMAN_FRAMES:
                tables.check_scan(segment, header.component_ids, header.quantisation)
        elif marker == _END:
            header.end = end
        else:
            tables.read(marker, segment)
            _read_application(header, marker, segment)
    if not (header.width and header.height and header.scans):
        raise DamagedError
    if header.bits != 8:
        raise UnfitError(f"每色 {header.bits} 位，请另存为 8 位 JPEG", f"has {header.bits} bits per colour: save it as an 8-bit JPEG")
    return header


def passed_through(data: bytes, header: JpegHeader) -> Raster:
    """The file itself as a raster; only what follows its end marker (a preview, a second picture) is left off."""
    components = len(header.component_ids)
    return Raster(
        header.width,
        header.height,
        components,
        header.bits,
        data[: header.end],
        is_jpeg=True,
        orientation=header.orientation,
        profile=fitting_profile(_profile(header), components),
        # The convention of libjpeg: components called R, G, B in a file without JFIF or Adobe marker are what they are called.
        untransformed=header.component_ids == b"RGB" and not (header.has_jfif or header.has_adobe),
    )


def _segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Each marker after the first with its segment and where that ends, the end marker last. TruncatedError where there is none."""
    at = 2
    while found := _MARKER.search(data, at):
        marker, at = found[1][0], found.end()
        if marker == _END:
            yield marker, b"", at
            return
        if marker == _START:
            continue
        end = at + int.from_bytes(data[at : at + 2], "big")
        if end < at + 2:
            raise DamagedError
        if end > len(data):
            break
        yield marker, data[at + 2 : end], end
        at = end
    raise TruncatedError


def _read_frame(header: JpegHeader, marker: int, segment: bytes) -> None:
    count = segment[5] if len(segment) > 5 else 0
    factors = segment[7 : 6 + 3 * count : 3]
    if header.frame or count == 0 or len(segment) != 6 + 3 * count or not all(1 <= f >> 4 <= 4 and 1 <= f & 15 <= 4 for f in factors):
        raise DamagedError
    header.frame, header.bits = marker, segment[0]
    header.height, header.width = int.from_bytes(segment[1:3], "big"), int.from_bytes(segment[3:5], "big")
    header.component_ids, header.quantisation = segment[6::3], segment[8::3]


def _read_application(header: JpegHeader, marker: int, segment: bytes) -> None:
    if marker == _APP0 and segment.startswith(b"JFIF\0"):
        header.has_jfif = True
    elif marker == _APP1 and segment.startswith(b"Exif\0\0") and header.orientation == 1:
        header.orientation = orientation(segment)
    elif marker == _APP2 and segment.startswith(_ICC) and len(segment) > len(_ICC) + 2:
        header.profile_parts[segment[len(_ICC)]] = segment[len(_ICC) + 2 :]
    elif marker == _APP14 and segment.startswith(b"Adobe"):
        header.has_adobe = True


def _profile(header: JpegHeader) -> bytes:
    """The parts of the ICC profile, in their order (ICC.1:2022 annex B.4). `fitting_profile` finds out where one is missing."""
    return b"".join(part for _, part in sorted(header.profile_parts.items()))
