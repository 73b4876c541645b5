"""JPEG files read segment by segment (ITU-T T.81 annex B), so that the picture of those a PDF can
hold passes through byte for byte.

What stands beside it stays behind: only what decoding needs goes on, and the ICC profile. Decoding
each at an eighth of its size would find a little more damage, but takes 5 to 15 ms a photo of two
megapixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct, field

from layouts.imaging.exif import orientation
from layouts.imaging.jpegtables import Tables
from layouts.imaging.raster import DamagedError, Raster, TruncatedError, UnfitError, fitting_profile
from layouts.messages.photos import PHOTO_BITS

# Inside coded data FF is followed by 00 or a restart marker (D0 to D7); FF FF are fill bytes.
_MARKER = re.compile(rb"\xff([^\x00\x01\xd0-\xd7\xff])")
_START, _END, _SCAN, _APP0, _APP1, _APP2, _APP14 = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # but DHT, JPG and DAC
_PICTURE = _FRAMES | {0xC4, 0xDB, 0xDD, _SCAN, _END}
"""The picture itself: its frame, Huffman and quantisation tables, restart interval, scans with
their coded data, and the end.
"""

_HUFFMAN_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive: what PDF's DCTDecode reads (ISO 32000-1 7.4.8).

Lossless and arithmetic coding are not among them.
"""

MOST_SEGMENTS = 20_000
"""A picture has some dozens; what makers and editors add to one of 200 MB comes in 3,000 of the
longest there are.
"""

_ICC = b"ICC_PROFILE\0"
_JFIF, _JFIF_LENGTH = b"JFIF\0", 12
_ADOBE, _ADOBE_LENGTH = b"Adobe", 12
"""What decoders read of the two markers; shorter ones they take for none.

In a JFIF a thumbnail may follow, with its size before it.
"""


class _JpegSegment(NamedTuple):
    """A segment: what stands behind its length, where it starts, where it ends and, for a scan,
    where its coded data do.
    """

    marker: int
    body: bytes
    start: int
    end: int


class JpegHeader(Struct):
    """What the segments of a JPEG say. `width` and `height` are those stored.

    `pieces` is what a decoder needs of the file, by where it stood; `profile_pieces` those of the
    ICC profile, by their number.
    """

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
    pieces: dict[int, bytes | memoryview] = field(default_factory=dict[int, bytes | memoryview])
    profile_pieces: dict[int, tuple[int, bytes]] = field(
        default_factory=dict[int, tuple[int, bytes]]
    )

    @property
    def passes(self) -> bool:
        """Whether a PDF can hold the file as it is.

        Four components cannot: Adobe stores them inverted and others do not.
        """
        return (
            self.frame in _HUFFMAN_FRAMES and self.bits == 8 and len(self.component_ids) in {1, 3}
        )


def inspect(data: bytes) -> JpegHeader:
    """Read all segments up to the end marker.

    UnfitError where the file is cut short, contradicts itself or cannot be read here.
    """
    header, tables, whole = JpegHeader(), Tables(), memoryview(data)
    for segment in _segments(data):
        marker, body = segment.marker, segment.body
        if marker in _PICTURE:
            # a view: what passes through is copied once, when all is joined
            header.pieces[segment.start] = whole[segment.start : segment.end]
        if marker in _FRAMES:
            _read_frame(header, marker, body)
        elif marker == _SCAN:
            header.scans += 1
            # others are decoded by Pillow, which knows their tables
            if header.frame in _HUFFMAN_FRAMES:
                tables.check_scan(body, header.component_ids, header.quantisation)
        else:
            tables.read(marker, body)
            _read_application(header, segment)
    # a height of 0 is told behind the first scan (DNL, T.81 B.2.5): libjpeg reads no such file
    # either
    if not (header.width and header.height and header.scans):
        raise DamagedError
    if header.bits != 8:
        raise UnfitError(*PHOTO_BITS(bits=header.bits))
    return header


def passed_through(data: bytes, header: JpegHeader) -> Raster:
    """The picture of the file as a raster, with its profile. What a camera or an editor said beside
    it is left off (EXIF with place, names and thumbnails, XMP, IPTC, comments, notes of makers),
    and so is what follows the end marker (a preview, a second picture).
    """
    components = len(header.component_ids)
    profile = fitting_profile(_profile(header), components)
    return Raster(
        header.width,
        header.height,
        components,
        header.bits,
        _picture(data, header, with_profile=bool(profile)),
        is_jpeg=True,
        orientation=header.orientation,
        profile=profile,
        # The convention of libjpeg: components called R, G, B in a file without JFIF or Adobe
        # marker are what they are called.
        untransformed=header.component_ids == b"RGB" and not (header.has_jfif or header.has_adobe),
    )


def _picture(data: bytes, header: JpegHeader, *, with_profile: bool) -> bytes:
    pieces = dict(header.pieces)
    if with_profile:
        pieces.update(header.profile_pieces.values())
    # by where they stood: tables may be defined anew between scans; the first two bytes are the
    # start marker
    return b"".join((data[:2], *(pieces[start] for start in sorted(pieces))))


def _segments(data: bytes) -> Iterator[_JpegSegment]:
    """Each segment behind the start of the file, the end marker last.

    TruncatedError where there is none, DamagedError after too many.

    What stands between two of them belongs to none, but for the coded data of a scan.
    """
    # behind the start marker, which `probe` saw
    found = _MARKER.search(data, 2)
    for _ in range(MOST_SEGMENTS):
        if found is None:
            raise TruncatedError
        marker, start, end = found[1][0], found.start(), found.end()
        if marker == _END:
            yield _JpegSegment(marker, b"", start, end)
            return
        # no length stands behind a start marker: a stray one is stepped over
        if marker != _START:
            end += int.from_bytes(data[end : end + 2], "big")
            # a length counts itself: less than two points back into the marker
            if end < start + 4:
                raise DamagedError
            if end > len(data):
                raise TruncatedError
        # over coded data, and over what an editor left between segments
        found = _MARKER.search(data, end)
        if marker != _START:
            reach = found.start() if found and marker == _SCAN else end
            yield _JpegSegment(marker, data[start + 4 : end], start, reach)
    raise DamagedError


def _read_frame(header: JpegHeader, marker: int, segment: bytes) -> None:
    count = segment[5] if len(segment) > 5 else 0
    factors = segment[7 : 6 + 3 * count : 3]
    if (
        # a second frame would be another picture (T.81 allows several in a hierarchy, which nobody
        # writes)
        header.frame
        or count == 0
        or len(segment) != 6 + 3 * count
        # sampling factors are 1 to 4 across and down (T.81 B.2.2)
        or not all(1 <= f >> 4 <= 4 and 1 <= f & 15 <= 4 for f in factors)
    ):
        raise DamagedError
    header.frame, header.bits = marker, segment[0]
    header.height, header.width = (
        int.from_bytes(segment[1:3], "big"),
        int.from_bytes(segment[3:5], "big"),
    )
    # three bytes a component: id, sampling factors, quantisation table
    header.component_ids, header.quantisation = segment[6::3], segment[8::3]


def _read_application(header: JpegHeader, segment: _JpegSegment) -> None:
    """What a segment for applications says, and what of it goes on (JFIF 1.02, Exif 3.0 4.7.2,
    ICC.1:2022 B.4, Adobe TN 5116).
    """
    marker, body, start = segment.marker, segment.body, segment.start
    if marker == _APP0 and body.startswith(_JFIF) and len(body) >= _JFIF_LENGTH + 2:
        header.has_jfif = True
        # a thumbnail of no width and no height in place of what followed
        header.pieces[start] = _segment(marker, body[:_JFIF_LENGTH] + b"\0\0")
    # until one says how it was held: another block may say nothing
    elif marker == _APP1 and body.startswith(b"Exif\0\0") and header.orientation == 1:
        header.orientation = orientation(body)
    elif marker == _APP2 and body.startswith(_ICC) and len(body) > len(_ICC) + 2:
        # behind its name: the number of this piece, and of how many
        header.profile_pieces[body[len(_ICC)]] = start, _segment(marker, body)
    elif marker == _APP14 and body.startswith(_ADOBE) and len(body) >= _ADOBE_LENGTH:
        header.has_adobe = True
        header.pieces[start] = _segment(marker, body[:_ADOBE_LENGTH])


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def _profile(header: JpegHeader) -> bytes:
    """The parts of the ICC profile, in their order (ICC.1:2022 annex B.4).

    `fitting_profile` finds out where one is missing.
    """
    # marker and length, name, piece number and count
    head = 4 + len(_ICC) + 2
    return b"".join(piece[head:] for _, (_, piece) in sorted(header.profile_pieces.items()))
