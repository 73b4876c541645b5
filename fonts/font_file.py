"""A face cut down to what a document uses, as a font file that any program opens: with its
character map, names and measures beside the glyphs.
"""
# uharfbuzz carries no annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportUnknownParameterType=false

from __future__ import annotations

from collections.abc import Iterable, Mapping
from struct import iter_unpack, pack
from typing import NamedTuple

import uharfbuzz as hb

from fonts.face import Face

TABLES = frozenset(
    {"CFF ", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
)
"""What an OpenType font has to have (OpenType 1.9, required tables)."""

_FLAGS = (
    # shaping is done, and no program shapes anew what comes with its glyphs
    hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
)


class CutFace(NamedTuple):
    """A font file, and where each glyph of the face stands in it."""

    data: bytes
    glyphs: Mapping[int, int]
    is_cff: bool


def font_file(face: Face, glyphs: Iterable[int], characters: Iterable[str]) -> CutFace:
    """Cut `face` down to `glyphs` and those of its character map for `characters`; one that its
    maker wants embedded whole stays whole.

    The same glyphs give the same bytes. ValueError where the font's tables are broken.
    """
    if face.whole:
        return _whole(face)
    request = hb.SubsetInput()
    request.flags = _FLAGS
    request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    request.sets(hb.SubsetInputSets.UNICODE).update(
        # HarfBuzz closes over them by the character map: what that lacks is passed over
        ord(char)
        for char in characters
    )
    request.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
        # tags as HarfBuzz has them: four letters in one number
        int.from_bytes(tag.encode("latin-1"), "big")
        for tag in set(face.hb_face.table_tags) - TABLES
    )
    try:
        plan = hb.SubsetPlan(face.hb_face, request)
        cut = plan.execute()
    except RuntimeError as error:
        raise ValueError(f"{face.path}: {error}") from error
    numbers = dict(plan.old_to_new_glyph_mapping)
    data = bytes(cut.blob.data)
    # an empty file is all that HarfBuzz says
    if not data:
        raise ValueError(f"{face.path}: HarfBuzz cannot take a subset of this font")
    if face.is_deep:
        data = _shallow(face, cut, numbers) or data
    return CutFace(data, numbers, face.is_cff)


def _shallow(face: Face, cut: hb.Face, numbers: Mapping[int, int]) -> bytes:
    """The cut face with outlines that need no deeper stack than readers of CFF have; nothing for
    one whose other tables count in other units than those outlines do.
    """
    # loaded for such faces alone
    from fonts.compact import UNITS, compact_font

    if face.upem != UNITS:
        return b""
    outlines = compact_font(face, sorted(numbers, key=numbers.__getitem__))
    tables = {tag: bytes(cut.reference_table(tag).data) for tag in cut.table_tags}
    return assembled({**tables, "CFF ": outlines})


def _whole(face: Face) -> CutFace:
    tables = {tag: face.table(tag) for tag in face.hb_face.table_tags}
    every = range(face.hb_face.glyph_count)
    return CutFace(assembled(tables), dict(zip(every, every, strict=True)), face.is_cff)


def assembled(tables: Mapping[str, bytes]) -> bytes:
    """Tables as a font file with the checksums of its directory (OpenType 1.9, table directory)."""
    exponent = len(tables).bit_length() - 1
    search = 16 << exponent
    kind = b"OTTO" if "CFF " in tables else b"\x00\x01\x00\x00"
    listed = pack(">4sHHHH", kind, len(tables), search, exponent, 16 * len(tables) - search)
    at, body = len(listed) + 16 * len(tables), b""
    for tag, data in sorted(tables.items()):
        padded = data + bytes(-len(data) % 4)
        checksum = sum(word for (word,) in iter_unpack(">L", padded)) & 0xFFFFFFFF
        listed += pack(">4sLLL", tag.encode("latin-1"), checksum, at + len(body), len(data))
        body += padded
    return listed + body
