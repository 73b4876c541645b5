"""Which characters a face has, as HarfBuzz sees its character map: what is counted is what will be
set.
"""
# uharfbuzz carries no annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportUnknownParameterType=false

from __future__ import annotations

import uharfbuzz as hb

HANZI = (
    (0x3007, 0x3007),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAD9),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2EE5D),
    (0x2F800, 0x2FA1D),
    (0x30000, 0x3347F),
)
"""Blocks of Han characters (Unicode 17, Blocks.txt), and 〇."""


def count_hanzi(cmap: bytes, maxp: bytes) -> int:
    """How many Hanzi a character map leads to glyphs."""
    found = characters(cmap, maxp)
    found.intersection_update(_hanzi())
    return len(found)


def characters(cmap: bytes, maxp: bytes) -> hb.Set:
    """The code points of a character map that lead to glyphs."""
    tables = {"cmap": cmap, "maxp": maxp}

    def table(_face: hb.Face, tag: str, _data: object) -> bytes | None:
        return tables.get(tag)

    return hb.Face.create_for_tables(table, None).unicodes


def _hanzi() -> hb.Set:
    every = hb.Set()
    for first, last in HANZI:
        every.add_range(first, last)
    return every
