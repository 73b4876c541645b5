"""One font face, opened with HarfBuzz: coverage, advances, ink and shaping, all lengths in em."""
# uharfbuzz carries no annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportUnknownParameterType=false

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from fonts.outline import Command, bounds, is_drawn, outline

LANGUAGE = "zh-Hans"
"""Always shape as Simplified Chinese: of a face with forms for several lands, those.

Ours shape alike in any language: their marks were pointed at these forms when they were built
(`build_charset.bake_marks`).
"""


USUAL_UNDERLINE, MOST_UNDERLINE = (0.125, 0.05), 0.2
"""What most faces have, its middle and its thickness, and the thickest that is meant, em."""


class Shaped(NamedTuple):
    """One glyph out of HarfBuzz: its id, the index of the first character it shows, and its advance
    and offset in em.
    """

    glyph: int
    cluster: int
    advance: float
    dx: float
    dy: float


class BlackBox(NamedTuple):
    """The black box of a glyph in em, relative to its origin on the baseline; all zero for a
    blank.
    """

    left: float
    bottom: float
    right: float
    top: float


class Face:
    """A face of a font file or collection.

    `key` is its name in the catalogue. `shift` (em, positive up) brings its Hanzi level with the
    body face when lines mix faces. The file is mapped, not read: opening costs nothing until glyphs
    are asked for. A face that is not ours comes as `data`, a font file of that face alone
    (`FaceLibrary.open`): files of others are replaced and cut short, which ends a program that
    mapped them. `whole`: its maker has it embedded with all its glyphs or not at all. `is_deep`:
    its outlines come out of CFF2, which lets them take a deeper stack than readers of PDFs have
    (`fonts.compact`).
    """

    def __init__(
        self,
        key: str,
        path: Path,
        index: int = 0,
        shift: float = 0.0,
        data: bytes | None = None,
        whole: bool = False,
        is_deep: bool = False,
    ) -> None:
        self.key = key
        self.path = path
        self.index = index
        self.shift = shift
        self.whole = whole
        self.is_deep = is_deep
        self.is_foreign = data is not None
        mapped = data is None
        self.blob = hb.Blob.from_file_path(str(path)) if mapped else hb.Blob(data)
        self.hb_face = hb.Face(self.blob, index if mapped else 0)
        self.upem: int = self.hb_face.upem
        self.font = hb.Font(self.hb_face)
        self._glyphs: dict[str, int] = {}
        self._advances: dict[int, float] = {}
        self._inks: dict[int, BlackBox] = {}
        self._whole_glyphs: dict[int, bool] = {}

    def glyph(self, char: str) -> int:
        """The glyph that the character map gives for one character; 0 where the face has none.

        A face of others that has only a blank for a Hanzi has none: some map whole blocks to it.
        """
        found = self._glyphs.get(char)
        if found is None:
            # None where there is none; 0 is .notdef
            found = self.font.get_nominal_glyph(ord(char)) or 0
            if self.is_foreign:
                found = self._sound(found)
                if found and _is_inked(char) and self._is_blank(found):
                    found = 0
            self._glyphs[char] = found
        return found

    def variant(self, char: str, selector: str) -> int:
        """The glyph that the face names for a character with a variation selector (cmap format 14);
        0 where it knows no such sequence.
        """
        found = self.font.get_variation_glyph(ord(char), ord(selector)) or 0
        return self._sound(found) if self.is_foreign else found

    def covers(self, text: str) -> bool:
        """Whether every character has a glyph."""
        return all(self.glyph(char) for char in text)

    def advance(self, glyph: int) -> float:
        """The horizontal advance of a glyph in em."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = self.font.get_glyph_h_advance(glyph) / self.upem
        return found

    def advances(self, glyphs: str) -> list[float]:
        """The horizontal advances of glyphs in em; `glyphs` holds one code point per glyph id."""
        known = self._advances
        try:
            # asked for every line, and nearly always known: faster than asking for each whether it
            # is
            return [known[glyph] for glyph in map(ord, glyphs)]
        except KeyError:
            return [self.advance(glyph) for glyph in map(ord, glyphs)]

    def ink(self, glyph: int) -> BlackBox:
        """The black box of a glyph in em."""
        found = self._inks.get(glyph)
        if found is None:
            found = self._inks[glyph] = self._measure(glyph)
        return found

    def inks(self, glyphs: str) -> list[BlackBox]:
        """The black boxes of glyphs in em; `glyphs` holds one code point per glyph id."""
        known = self._inks
        try:
            return [known[glyph] for glyph in map(ord, glyphs)]
        except KeyError:
            return [self.ink(glyph) for glyph in map(ord, glyphs)]

    def outline(self, glyph: int) -> list[Command]:
        """The contours of a glyph in em, y upwards; who paints with them keeps them."""
        return outline(self.font, glyph, self.upem)

    def shape(self, text: str, features: dict[str, bool] | None = None) -> list[Shaped]:
        """Shape characters of one script, left to right, as Simplified Chinese typesetting wants
        them (kern and ligatures on).

        What shows nothing by nature (default ignorable: selectors, joiners, soft hyphens) leaves no
        glyph, a character that the face lacks leaves glyph 0.
        """
        buffer = hb.Buffer()
        buffer.add_str(text)
        # for the script alone: the language it takes from the user's system
        buffer.guess_segment_properties()
        if self.is_foreign and not buffer.script:
            # dashes and quotes alone are of no script: in a face of others the forms for Chinese
            # stand under that of Hanzi
            buffer.script = "Hani"
        buffer.direction = "ltr"
        buffer.language = LANGUAGE
        # else a blank stands for a selector, and passes for its base's glyph
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self.font, buffer, features or {})
        if self.is_foreign and not all(map(self._is_sound, _glyphs_of(buffer))):
            # a form that is damaged: each character's own glyph does
            return self._unshaped(text)
        em = self.upem
        return [
            Shaped(
                info.codepoint,
                info.cluster,
                place.x_advance / em,
                place.x_offset / em,
                place.y_offset / em,
            )
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    @cached_property
    def bounds(self) -> BlackBox:
        """The box that holds the ink of every glyph of the face, in em (head xMin, yMin, xMax,
        yMax).

        Of a face of others it is one that no ink leaves, for many say nothing that can be trusted.
        """
        if self.is_foreign:
            return BlackBox(-2.0, -2.0, 3.0, 3.0)
        # xMin, yMin, xMax, yMax: four signed 16-bit numbers (OpenType, head)
        box = self.table("head")[36:44]
        left, bottom, right, top = (
            int.from_bytes(box[at : at + 2], "big", signed=True) / self.upem
            for at in range(0, 8, 2)
        )
        return BlackBox(left, bottom, right, top)

    @cached_property
    def is_cff(self) -> bool:
        """Whether outlines are CFF (PostScript) rather than glyf (TrueType)."""
        return "CFF " in self.hb_face.table_tags

    @cached_property
    def embedding(self) -> int:
        """What the maker of the face allows (OS/2 fsType): 0 everything, bit 1 no embedding, bit 9
        bitmaps only.
        """
        return self._os2(8) & 0xFFFF

    @cached_property
    def underline(self) -> tuple[float, float]:
        """How far under the baseline the middle of its underline is, and how thick that is, em; a
        usual one where the face says nothing sensible.
        """
        # OpenType post, behind version and italic angle of four bytes each: underlinePosition,
        # which is that of the upper edge, and underlineThickness
        post = self.table("post")[8:12]
        top, thickness = (int.from_bytes(post[at : at + 2], "big", signed=True) for at in (0, 2))
        if self.is_foreign and not (
            0 < thickness <= MOST_UNDERLINE * self.upem and abs(top) <= self.upem
        ):
            return USUAL_UNDERLINE
        return (thickness / 2 - top) / self.upem, thickness / self.upem

    def table(self, tag: str) -> bytes:
        """A table of the font file, empty where it has none."""
        return bytes(self.hb_face.reference_table(tag).data)

    def _sound(self, glyph: int) -> int:
        """A glyph id that a table of a face of others gives; 0 where the face has no such glyph, or
        a damaged one.
        """
        return glyph if self._is_sound(glyph) else 0

    def _is_sound(self, glyph: int) -> bool:
        """Whether a glyph of a face of others is there and can be drawn and embedded."""
        found = self._whole_glyphs.get(glyph)
        if found is None:
            found = self._whole_glyphs[glyph] = self._looks_sound(glyph)
        return found

    def _looks_sound(self, glyph: int) -> bool:
        if not 0 < glyph < self.hb_face.glyph_count:
            # what a lacking character shows is never printed: nothing hangs on its outline
            return glyph == 0
        box = self.font.get_glyph_extents(glyph)
        # of PostScript outlines HarfBuzz runs the charstring for its box
        if box is None or self.is_cff or not (box.width or box.height):
            return box is not None
        # of TrueType ones it believes the box that is written, with damaged points or none
        return is_drawn(self.font, glyph)

    def _unshaped(self, text: str) -> list[Shaped]:
        """Each character by the character map alone, those that show nothing left out."""
        glyphs = [(k, self.glyph(char)) for k, char in enumerate(text) if not _is_unseen(char)]
        return [Shaped(glyph, k, self.advance(glyph), 0.0, 0.0) for k, glyph in glyphs]

    def _is_blank(self, glyph: int) -> bool:
        box = self.font.get_glyph_extents(glyph)
        return box is None or not (box.width or box.height)

    def _measure(self, glyph: int) -> BlackBox:
        if self.is_cff:
            return BlackBox(*bounds(self.outline(glyph)))
        box = self.font.get_glyph_extents(glyph)
        # the face has no such glyph
        if box is None:
            return BlackBox(0.0, 0.0, 0.0, 0.0)
        left, top = box.x_bearing / self.upem, box.y_bearing / self.upem
        # HarfBuzz's heights go down from the top: they are negative
        return BlackBox(left, top + box.height / self.upem, left + box.width / self.upem, top)

    def _os2(self, offset: int) -> int:
        return int.from_bytes(self.table("OS/2")[offset : offset + 2], "big", signed=True)


def _glyphs_of(buffer: hb.Buffer) -> Iterator[int]:
    return (info.codepoint for info in buffer.glyph_infos)


def _is_unseen(char: str) -> bool:
    """Whether a character shows nothing by nature: joiners, selectors, soft hyphens."""
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


def _is_inked(char: str) -> bool:
    """Whether a character is one that a glyph must have ink for: a letter, figure, mark or sign."""
    return unicodedata.category(char)[0] in "LNPS" and char not in BLANK_LETTERS


BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"
"""Letters and signs that are blank by nature: fillers of Hangul, the empty Braille cell."""
