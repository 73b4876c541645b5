"""The smallest file (最小文件): for mail boxes and phones, where a photo need only look well on a
screen. The same file gives the same bytes.
"""

from __future__ import annotations

import io
import zlib
from typing import cast

import pikepdf

from layouts.imaging.smaller import smaller_jpeg
from layouts.written import open_written

WORTH = 0.9
"""A photo is encoded anew where it comes out smaller than so much of itself: each time costs a
little of what it shows.
"""

TIGHTEST = 9
"""zlib's level: takes its time, which a file that is sent a hundred times is worth."""


def smallest(data: bytes) -> bytes:
    """A PDF with its photos as JPEGs of low quality, and all else packed as tightly as it goes."""
    with open_written(data) as pdf:
        for value in pdf.objects:
            if isinstance(value, pikepdf.Stream):
                _pack(value)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    made = out.getvalue()
    return made if len(made) < len(data) else data


def _pack(stream: pikepdf.Stream) -> None:
    """A stream as small as it goes; one with another filter than ours stays."""
    held, packed_by = stream.read_raw_bytes(), stream.get("/Filter")
    parameters = stream.get("/DecodeParms")
    if packed_by == pikepdf.Name.FlateDecode:
        tight = zlib.compress(zlib.decompress(held), TIGHTEST)
        if len(tight) < len(held):
            kept = cast("pikepdf.Dictionary | None", parameters)
            stream.write(tight, filter=pikepdf.Name.FlateDecode, decode_parms=kept)
    elif packed_by == pikepdf.Name.DCTDecode and parameters is None:
        made = smaller_jpeg(held)
        if len(made) < WORTH * len(held):
            stream.write(made, filter=pikepdf.Name.DCTDecode)
