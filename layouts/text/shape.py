"""Characters to glyphs: each stretch of one face shaped once, its glyphs and advances kept one to
one with the characters.

A Hanzi or full-width mark looks the same whatever stands beside it, so it is shaped once per face
and looked up after that; Latin, dashes, ellipses, and characters with marks or selectors are shaped
whole by HarfBuzz and remembered by their string. A test shapes paragraphs at one go and compares.

A face sets a character with all its marks or not at all: what it cannot draw goes as a whole to the
next face that can. A selector that no face knows is passed over, as Unicode has it (23.4), and its
base drawn.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct, field

from fonts.catalogue import Catalogue
from fonts.face import Face
from layouts.page.item import GETA
from layouts.patterns import later
from layouts.text import classes as c
from layouts.text.segments import Segment, fitted_segment, shaped_segment
from layouts.text.sorts import IMPOSED, NO_GLYPH, GlyphTable, Sorts, WidthTable

_BEFORE = "(?:(?<![VG])[VG]+)?"
"""A run is tried from its start alone: from each of its characters on, a long one would be gone
through again and again.
"""
_LATIN = (
    "(?:[LNWRQ]"
    f"|(?=[VGX]){_BEFORE}(?:(?<!X)X+)?[LNWRQ])"  # slashes and joiners that lead to a letter
    "[LNWRQXVG]*"
)
"""Latin words and numbers with their signs; a joiner or soft hyphen parts no word."""
_UNIT = f"(?=[VGAI]){_BEFORE}(?:A+|I+)[VG]*"
"""Dashes and ellipses join."""
_SPECIAL_OR_CLUSTER = later(f"(?P<latin>{_LATIN})|(?P<unit>{_UNIT})|(?P<cluster>[^LNWRQSVG][VG]+)")

_SPECIAL = re.compile(
    "[LNWRQXAI](?:"  # the groups only tell what it is: their first letter stands before them
    "(?P<latin>(?<=[LNWRQ])[LNWRQX]*"
    "|(?<=X)(?<!XX)X*[LNWRQ][LNWRQX]*)"  # slashes that lead to a letter, from the first of them
    "|(?P<unit>(?<=A)A*|(?<=I)I*)"
    ")"
)
"""The same where nothing extends a character.

It begins with a class, so that `re` looks for one of its letters before it tries the rest at a
place: most letters are Hanzi.
"""

_IMPOSED_SIGNS = re.compile("[·‧・–‐/／‼⁇⁈⁉-]")

TYPED_SPACE = 0.5
"""A space between Hanzi is half an em, as office programs set it and the print of 2023 shows."""


class Item(Struct):
    """Characters `start` to `end` set from one face, their glyphs `rise` em above the line's
    baseline and `scale` of the text's size.

    `lost`: no face has them, and 〓 stands for them.
    """

    start: int
    end: int
    face: str
    rise: float = 0.0
    scale: float = 1.0
    lost: bool = False


class Shaping(Struct):
    """A shaped string.

    `glyphs` has one code point per character, NO_GLYPH where the character has none of its own.

    `widths` are what each character takes on the line (em); `naturals` what its glyph's own advance
    is; `shifts` move a glyph's origin inside its width. `items` cover the string. `missing` are the
    indexes of visible characters that no face can draw where they stand: 〓 is drawn for them.
    """

    glyphs: str
    widths: list[float]
    items: list[Item]
    naturals: dict[int, float] = field(default_factory=dict)
    shifts: dict[int, float] = field(default_factory=dict)
    missing: list[int] = field(default_factory=list)


class Lacking(NamedTuple):
    """Characters [start, end) that their face cannot draw, and whether they are of a Latin run."""

    start: int
    end: int
    latin: bool


class Typecase:
    """The sorts of one Chinese face and its Latin companion (字盘), with all that was shaped from
    them remembered.
    """

    def __init__(self, catalogue: Catalogue, face: str, latin: str) -> None:
        self._catalogue = catalogue
        self.face = catalogue.face(face)
        self.latin = catalogue.face(latin)
        self._keys = face, latin
        self._sorts: dict[str, Sorts] = {}
        sorts = self._sorts_of(self.face) if self.face.is_foreign else None
        self.glyphs = GlyphTable(self.face, sorts)
        self.widths = WidthTable(self.face, self.glyphs, sorts)
        self._segments: dict[tuple[str, str, bool], Segment] = {}

    def learn(self, characters: str) -> None:
        """Shape many Hanzi at one go, so that meeting each for the first time costs nothing.

        Hanzi do not change beside each other.
        """
        known = "".join(char for char in characters if self.face.glyph(char))
        shaped = self.face.shape(known) if known else []
        # a face that joined two of them would not tell which width is whose
        if len(shaped) != len(known):
            return
        for char, glyph in zip(known, shaped, strict=True):
            # one of another width is fitted to the grid when it is met
            if self.face.is_foreign and glyph.advance != 1.0:
                continue
            self.glyphs[ord(char)] = chr(glyph.glyph)
            self.widths[char] = glyph.advance

    def shape(self, string: str, letters: str) -> Shaping:
        """Shape a string whose class letters are known; offsets in the result count from its
        start.
        """
        pieces: list[str] = []
        items: list[Item] = []
        shaping = Shaping("", list(map(self.widths.__getitem__, string)), items)
        lacking: list[Lacking] = []
        done = 0
        special = (
            _SPECIAL_OR_CLUSTER() if c.VARIATION in letters or c.CONTROL in letters else _SPECIAL
        )
        for match in special.finditer(letters):
            start, end = match.span()
            if start > done:
                pieces.append(self._plain(shaping, string, done, start, lacking))
            part = string[start:end]
            face = (
                self.latin
                if match.lastgroup == "latin"
                else self.face
                if match.lastgroup == "unit"
                else self._knowing(part)
            )
            latin = match.lastgroup == "latin"
            segment = self._segment(face, part, latin=latin)
            items.append(Item(start, end, face.key))
            _place(shaping, segment, start)
            # · keeps the half em of the rules with a selector behind it
            if match.lastgroup == "cluster" and part[0] in IMPOSED:
                shaping.widths[start] = IMPOSED[part[0]]
            pieces.append(segment.glyphs)
            lacking += [
                Lacking(start + first, start + last, latin) for first, last in segment.lacking
            ]
            done = end
        if done < len(string):
            pieces.append(self._plain(shaping, string, done, len(string), lacking))
        shaping.glyphs = "".join(pieces)
        for stretch in lacking:
            self._mend(shaping, string, stretch)
        self._level_signs(shaping, string)
        return shaping

    def face_at(self, items: Sequence[Item], k: int) -> Face:
        """The face that sets character k."""
        return self._catalogue.face(item_at(items, k).face)

    def _plain(
        self, shaping: Shaping, string: str, start: int, end: int, lacking: list[Lacking]
    ) -> str:
        """The glyphs of characters that look the same whatever stands beside them."""
        shaping.items.append(Item(start, end, self.face.key))
        glyphs = string[start:end].translate(self.glyphs)
        if NO_GLYPH in glyphs:
            lacking += [
                Lacking(start + k, start + k + 1, False)
                for k, glyph in enumerate(glyphs)
                if glyph == NO_GLYPH and not c.is_ignorable(string[start + k])
            ]
        if self.face.is_foreign:
            self._fit(shaping, string, start, end)
        return glyphs

    def _fit(self, shaping: Shaping, string: str, start: int, end: int) -> None:
        """Note those characters of a face of others whose own advance is not what they take."""
        sorts = self._sorts_of(self.face)
        for k in range(start, end):
            # one that was learnt with all Hanzi takes what it has
            sort = sorts.get(string[k]) if string[k] in self.widths else sorts[string[k]]
            if sort is not None and sort.glyph and sort.is_odd:
                shaping.naturals[k] = sort.natural
                if sort.shift:
                    shaping.shifts[k] = sort.shift

    def _segment(self, face: Face, part: str, *, latin: bool = False) -> Segment:
        key = (part, face.key, latin)
        segment = self._segments.get(key)
        if segment is None:
            segment = self._segments[key] = (
                fitted_segment(face, part, self._sorts_of(face), latin=latin)
                if face.is_foreign
                else shaped_segment(face, part)
            )
        return segment

    def _sorts_of(self, face: Face) -> Sorts:
        sorts = self._sorts.get(face.key)
        if sorts is None:
            sorts = self._sorts[face.key] = Sorts(face)
        return sorts

    def _key(self, asked: str, *, latin: bool = False) -> str:
        """The key that the typecase was made with for face `asked`: one of several names says more
        of who stands in than that of the face it came to.
        """
        face, companion = self._keys
        if asked == self.latin.key and (latin or asked != self.face.key):
            return companion
        return face if asked == self.face.key else asked

    def _covering(self, asked: str, part: str) -> Face | None:
        return self._catalogue.covering(self._key(asked), part)

    def _knowing(self, part: str) -> Face:
        """The face for a character with selectors or marks: where the Chinese face does not know
        the variant of a Hanzi, one that does.
        """
        base, selector = part[0], part[1]
        if c.classify(base) != c.IDEOGRAPH or not c.is_selector(selector):
            return self.face
        return next(
            (
                face
                for face in self._catalogue.candidates(self._keys[0], part)
                if face.variant(base, selector)
            ),
            self.face,
        )

    def _level_signs(self, shaping: Shaping, string: str) -> None:
        """Centre signs in the width imposed on them, whatever advance the face gives."""
        for match in _IMPOSED_SIGNS.finditer(string):
            at, sign = match.start(), match[0]
            if shaping.glyphs[at] != NO_GLYPH and shaping.widths[at] == IMPOSED[sign]:
                face = self._catalogue.face(item_at(shaping.items, at).face)
                glyph = ord(shaping.glyphs[at])
                box = face.ink(glyph)
                shaping.naturals[at] = face.advance(glyph)
                shaping.shifts[at] = (IMPOSED[sign] - (box.right + box.left)) / 2

    def _mend(self, shaping: Shaping, string: str, stretch: Lacking) -> None:
        """Give what its face cannot draw, a character with its marks, to the next face that can."""
        start, end, latin = stretch
        asked = item_at(shaping.items, start).face
        part = string[start:end]
        # a stray joiner or selector: no face need have it; all of ours have every space
        if not any(map(c.is_visible, part)) and not (
            part.isspace() and self._catalogue.face(asked).is_foreign
        ):
            return
        other = self._drawing(asked, part, latin=latin)
        if other is not None:
            self._lend(shaping, string, stretch, other)
            return
        seen = [k for k in range(start, end) if c.is_visible(string[k])]
        # a space that no face has is none on the page
        if not seen:
            return
        lost = [k for k in seen if self._covering(asked, string[k]) is None]
        if not lost:  # each is in some face, but no face can set them together
            lost = seen[1:] or seen
        shaping.missing += lost
        base = seen[0]  # a selector that nothing stands before may come first
        if base in lost:
            self._stand_in(shaping, base, end)
        # without its marks the base can be drawn, and is
        elif end > base + 1:
            self._mend(shaping, string, Lacking(start, base + 1, latin))

    def _stand_in(self, shaping: Shaping, start: int, end: int) -> None:
        """Set 〓 for a character with its marks that no face has."""
        asked = item_at(shaping.items, start).face
        face = self._covering(asked, GETA)
        if face is None:
            return
        item = shaping.items[_split_item(shaping.items, start, end)]
        item.face, item.rise, item.lost = face.key, 0.0, True
        glyph = face.glyph(GETA)
        shown = chr(glyph) + NO_GLYPH * (end - start - 1)
        shaping.glyphs = shaping.glyphs[:start] + shown + shaping.glyphs[end:]
        shaping.widths[start:end] = [face.advance(glyph), *[0.0] * (end - start - 1)]
        for k in range(start, end):
            shaping.naturals.pop(k, None)
            shaping.shifts.pop(k, None)

    def _drawing(self, asked: str, part: str, *, latin: bool) -> Face | None:
        """The face that draws a character with its marks, when face `asked` lacks something of
        it.
        """
        for face in self._catalogue.candidates(self._key(asked, latin=latin), part):
            if len(part) == 1 and not face.is_foreign:
                if face.covers(part):
                    return face
            elif not self._segment(face, part, latin=latin).lacking:
                return face
        return None

    def _lend(self, shaping: Shaping, string: str, stretch: Lacking, face: Face) -> None:
        start, end, latin = stretch
        segment = self._segment(face, string[start:end], latin=latin)
        at = _split_item(shaping.items, start, end)
        shaping.items[at].face = face.key
        shaping.glyphs = shaping.glyphs[:start] + segment.glyphs + shaping.glyphs[end:]
        for k in range(start, end):
            # what the face that lacked it was noted with
            shaping.naturals.pop(k, None)
        _place(shaping, segment, start)
        if string[start] in IMPOSED:
            shaping.widths[start] = IMPOSED[string[start]]


def _place(shaping: Shaping, segment: Segment, start: int) -> None:
    """Note the widths and places of a segment's glyphs, whose item is there."""
    shaping.widths[start : start + len(segment.glyphs)] = segment.widths
    if segment.shifts or segment.naturals:
        shaping.shifts.update((start + k, shift) for k, shift in segment.shifts)
        shaping.naturals.update((start + k, natural) for k, natural in enumerate(segment.naturals))
    for k, rise in segment.rises:
        end = k + 1
        # what has no glyph is told with the one before it, and would be lost alone
        while segment.glyphs[end : end + 1] == NO_GLYPH:
            end += 1
        at = _split_item(shaping.items, start + k, start + end)
        shaping.items[at].rise = rise


def item_at(items: Sequence[Item], k: int) -> Item:
    """The item that holds character k."""
    return items[bisect_right(items, k, key=_start) - 1]


def _start(item: Item) -> int:
    return item.start


def _split_item(items: list[Item], start: int, end: int) -> int:
    """Cut the item that holds characters `start` to `end` so that they are one of their own; its
    index.
    """
    at = bisect_right(items, start, key=_start) - 1
    old = items[at]
    cuts = (old.start, start, end, old.end)
    items[at : at + 1] = [
        Item(first, last, old.face, old.rise, old.scale, old.lost)
        for first, last in pairwise(cuts)
        if last > first
    ]
    # behind what was left of the item in front of it
    return at + (start > old.start)
