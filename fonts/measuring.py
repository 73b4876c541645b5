"""What is measured of a face that is not ours: where its ink stands in the em, and how high it
reaches; its tables are asked only where nothing can be measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from fonts.face import Face

SAMPLE = 500
"""Characters whose ink is measured, the first of 通用规范汉字表, as the build measures ours."""

ENOUGH = 20
"""Fewer Hanzi than this tell nothing of a face."""

_EM_BOX = 0.88, -0.12
"""Ascender and descender of the em box of faces of Hanzi."""


@cache
def sample() -> str:
    """The characters that are measured."""
    listing = Path(__file__).parent / "faces" / "charset.txt"
    lines = listing.read_text("utf8").splitlines()
    return "".join(line for line in lines if not line.startswith("#"))[:SAMPLE]


def level(face: Face, ours: Face) -> float:
    """How far to raise a face so that its Hanzi stand level with those of `ours`, em, to a
    thousandth.

    Both are measured over the same characters, those of the sample that the face has; a face with
    hardly any Hanzi goes by its em box, where that is one.
    """
    there = [char for char in sample() if face.glyph(char)]
    centre, wanted = ink_centre(face, there), ink_centre(ours, there or sample())
    if wanted is None:
        return 0.0
    if centre is None or len(there) < ENOUGH:
        up, down = em_box(face)
        # of Latin letters alone, which stand on the baseline
        if not there:
            return 0.0
        centre = (up + down) / 2
    return round(wanted - centre, 3)


def ink_centre(face: Face, characters: Sequence[str]) -> float | None:
    """The mean of the middle of some characters' ink over the baseline, em; None without any."""
    inks = (face.ink(face.glyph(char)) for char in characters)
    middles = [(ink.bottom + ink.top) / 2 for ink in inks if ink.top > ink.bottom]
    return sum(middles) / len(middles) if middles else None


class Vertical(NamedTuple):
    """How far a face reaches over and under the baseline, em; `descent` is negative."""

    ascent: float
    descent: float


def em_box(face: Face) -> Vertical:
    """The em box of a face: its typographic ascender and descender where they are one em apart,
    else the usual one.
    """
    found = _vertical(face, "OS/2", 68)
    return found if found and abs(found.ascent - found.descent - 1) < 0.05 else Vertical(*_EM_BOX)


def reach(face: Face) -> Vertical:
    """What a PDF says of a face's ascent and descent: the tables' numbers where they are sensible,
    those of OS/2 before those of hhea, else the em box of Hanzi.
    """
    found = (_vertical(face, "OS/2", 68), _vertical(face, "hhea", 4))
    return next((one for one in found if one and _sensible(one)), Vertical(*_EM_BOX))


def capitals(face: Face) -> float:
    """The height of capitals, em: that of H, else of the ascent."""
    ink = face.ink(face.glyph("H")) if face.glyph("H") else None
    return ink.top if ink and 0 < ink.top < 2 else reach(face).ascent


def _sensible(found: Vertical) -> bool:
    return 0.3 <= found.ascent <= 2.0 and -1.5 <= found.descent <= 0.0


def _vertical(face: Face, tag: str, at: int) -> Vertical | None:
    """Two neighbouring numbers of a table, ascender first (OpenType OS/2 sTypoAscender, hhea
    ascender); None where it is not long enough.
    """
    part = face.table(tag)[at : at + 4]
    if len(part) < 4:
        return None
    up, down = (int.from_bytes(part[k : k + 2], "big", signed=True) / face.upem for k in (0, 2))
    return Vertical(up, down)
