"""PNG files read chunk by chunk (W3C PNG, third edition), so that the pixels of plain ones pass
into a PDF without being decoded.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from msgspec import Struct, field

from layouts.imaging.exif import orientation
from layouts.imaging.raster import DamagedError, Raster, TruncatedError, fitting_profile

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COMPONENTS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Components by colour type: grey, RGB, indexed, grey with alpha, RGB with alpha."""
_INDEXED = 3
_OPAQUE = frozenset({0, 2, 3})
_PORTION = 1 << 20
"""How much of the pixels is in memory at once while they are checked."""
MOST_PROFILE = 4 << 20
"""No real ICC profile is larger; a compressed one might claim to be."""


class PngHeader(Struct):
    """What the chunks of a PNG say.

    `pixels` are the parts of the zlib stream; `intact` is false where a checksum is wrong.
    """

    width: int = 0
    height: int = 0
    bits: int = 0
    colour: int = 0
    interlaced: bool = False
    palette: bytes = b""
    transparent: bool = False
    packed_profile: bytes = b""
    orientation: int = 1
    pixels: list[bytes] = field(default_factory=list[bytes])
    intact: bool = True


def inspect(data: bytes) -> PngHeader:
    """Read all chunks. UnfitError where the file is cut short or contradicts itself."""
    header = PngHeader()
    for kind, body, sound in _chunks(data):
        if kind == b"IHDR":
            _read_size(header, body)
        elif kind == b"PLTE":
            header.palette = body
        elif kind == b"tRNS":
            header.transparent = True
        elif kind == b"iCCP":
            # behind the profile's name and the byte for its compression, of which there is one
            header.packed_profile = body.partition(b"\0")[2][1:]
        elif kind == b"eXIf":
            header.orientation = orientation(body)
        elif kind == b"IDAT":
            header.pixels.append(body)
        header.intact &= sound
    if not (header.width and header.height and header.pixels and header.colour in _COMPONENTS):
        raise DamagedError
    return header


def passed_through(header: PngHeader) -> Raster | None:
    """The pixels as they are, or None where they must be decoded: alpha, interlacing, 16 bits, or
    anything wrong inside.
    """
    plain = (
        header.colour in _OPAQUE
        and header.bits <= 8
        and not (header.interlaced or header.transparent)
    )
    # a palette may come with RGB too, as a suggestion: then the file is decoded, not understood
    if not plain or not header.intact or (header.colour == _INDEXED) != bool(header.palette):
        return None
    # Three bytes a colour, and no more of them than there are indices (W3C PNG 11.2.2).
    if len(header.palette) % 3 or len(header.palette) > 3 << header.bits:
        return None
    components = _COMPONENTS[header.colour]
    pixels = _whole_rows(
        b"".join(header.pixels),
        # each row is rounded up to bytes, the number of its filter before it
        1 + (header.width * components * header.bits + 7) // 8,
        header.height,
    )
    if not pixels:
        return None
    return Raster(
        header.width,
        header.height,
        components,
        header.bits,
        pixels,
        is_jpeg=False,
        orientation=header.orientation,
        palette=header.palette,
        profile=fitting_profile(_profile(header), 3 if header.palette else components),
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    """Each chunk's kind and body, and whether its checksum is right.

    TruncatedError where the end chunk is missing.
    """
    at = len(SIGNATURE)
    # length, kind and checksum, four bytes each, are the least
    while at + 12 <= len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4], "big")
        kind, body = data[at + 4 : at + 8], data[at + 8 : end]
        # what follows the end chunk is no part of the picture and stays behind
        if kind == b"IEND":
            return
        if end + 4 > len(data):
            break
        yield (
            kind,
            body,
            # the checksum runs over kind and body
            zlib.crc32(body, zlib.crc32(kind)) == int.from_bytes(data[end : end + 4], "big"),
        )
        at = end + 4
    raise TruncatedError


def _read_size(header: PngHeader, body: bytes) -> None:
    if len(body) != 13 or body[8] not in {1, 2, 4, 8, 16}:
        raise DamagedError
    header.width, header.height = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
    header.bits, header.colour, header.interlaced = body[8], body[9], body[12] != 0


def _whole_rows(pixels: bytes, stride: int, height: int) -> bytes:
    """The zlib stream without what may hide behind its end; nothing unless it holds exactly
    `height` rows with a known filter each.

    A bomb is left as soon as it shows.
    """
    inflater = zlib.decompressobj()
    length, worst, rest = 0, 0, pixels
    try:
        while not inflater.eof and length <= stride * height:
            portion = inflater.decompress(rest, _PORTION)
            rest = inflater.unconsumed_tail
            if not portion:
                break
            # the filter bytes of this portion: every `stride`-th, counted from the start of the
            # rows
            worst = max(worst, max(portion[-length % stride :: stride], default=0))
            length += len(portion)
    except zlib.error:
        return b""
    whole = inflater.eof and length == stride * height and worst <= 4
    return pixels[: len(pixels) - len(inflater.unused_data)] if whole else b""


def _profile(header: PngHeader) -> bytes:
    try:
        return zlib.decompressobj().decompress(header.packed_profile, MOST_PROFILE)
    except zlib.error:
        return b""
