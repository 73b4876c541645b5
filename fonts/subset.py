"""A face cut down to the glyphs that a document uses, ready to be embedded in a PDF."""
# uharfbuzz carries no annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportUnknownParameterType=false

from __future__ import annotations

from collections.abc import Iterable, Mapping

import uharfbuzz as hb
from msgspec import Struct

from fonts.face import Face

PDF_TABLES = frozenset({"CFF ", "glyf", "head", "hhea", "hmtx", "loca", "maxp"})
"""What a viewer reads of an embedded composite font (ISO 32000-1 9.9, table 126).

Character map, names, layout and hints stay behind.
"""

_FLAGS = (
    # shaping is done: following every substitution would cost time and drag in glyphs
    hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.CFF_IDENTITY_CHARSET  # so that CID = glyph id in CFF as well
)


class Subset(Struct, frozen=True):
    """`data` is a TrueType file (FontFile2), or where `is_cff` a bare CFF table (FontFile3,
    CIDFontType0C).

    `glyphs` leads from the face's glyph ids to those of the subset. Glyph 0 is always in it, as are
    the parts of composite glyphs.
    """

    data: bytes
    is_cff: bool
    glyphs: Mapping[int, int]


def subset(face: Face, glyphs: Iterable[int]) -> Subset:
    """Cut `face` down to `glyphs`; one that its maker wants embedded whole keeps all of them.

    The same glyphs give the same bytes. ValueError where the font's tables are broken.
    """
    try:
        plan = hb.SubsetPlan(face.hb_face, _request(face, glyphs))
        cut = plan.execute()
    except RuntimeError as error:
        raise ValueError(f"{face.path}: {error}") from error
    # CIDFontType0C is the bare table, without a font file around it (ISO 32000-1 9.9, table 126)
    data = cut.reference_table("CFF ").data if face.is_cff else cut.blob.data
    # an empty file is all that HarfBuzz says
    if not data:
        raise ValueError(f"{face.path}: HarfBuzz cannot take a subset of this font")
    numbers = dict(plan.old_to_new_glyph_mapping)
    if face.is_deep:
        # loaded for such faces alone
        from fonts.compact import compact_font

        data = compact_font(face, sorted(numbers, key=numbers.__getitem__))
    return Subset(bytes(data), face.is_cff, numbers)


def glyph_numbers(face: Face, glyphs: Iterable[int]) -> Mapping[int, int]:
    """Where `subset` puts each glyph id of the face, without cutting anything.

    ValueError likewise.
    """
    try:
        plan = hb.SubsetPlan(face.hb_face, _request(face, glyphs))
    except RuntimeError as error:
        raise ValueError(f"{face.path}: {error}") from error
    return dict(plan.old_to_new_glyph_mapping)


def _request(face: Face, glyphs: Iterable[int]) -> hb.SubsetInput:
    request = hb.SubsetInput()
    request.flags = _FLAGS if face.whole else _FLAGS | hb.SubsetFlags.NO_HINTING
    request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(
        range(face.hb_face.glyph_count) if face.whole else glyphs
    )
    # HarfBuzz is told which to drop, not which to keep
    superfluous = set(face.hb_face.table_tags) - PDF_TABLES
    request.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
        # tags as HarfBuzz has them: four letters in one number
        int.from_bytes(tag.encode("latin-1"), "big")
        for tag in superfluous
    )
    return request
