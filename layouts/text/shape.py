"""Characters to glyphs: each stretch of one face shaped once, its glyphs and advances kept one to one with the characters.

A Hanzi or full-width mark looks the same whatever stands beside it, so it is shaped once per face and looked up after that;
Latin, dashes, ellipses and variation sequences are shaped whole by HarfBuzz and remembered by their string. A test shapes paragraphs
at one go and compares.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct, field

from fonts.catalogue import Catalogue
from fonts.face import Face
from layouts.text import classes as c

NO_GLYPH = "\0"
"""Stands in a glyph string for a character whose glyph was drawn with the one before it (ligatures, zero-width characters)."""

_LATIN_OR_UNIT = "(?P<latin>X*[LNWRQ][LNWRQXV]*)|(?P<unit>A+|I+)"  # Latin words and numbers with their signs; dashes and ellipses join
_SPECIAL = re.compile(_LATIN_OR_UNIT)
_SPECIAL_OR_CLUSTER = re.compile(_LATIN_OR_UNIT + "|(?P<cluster>[^LNWRQSV]V+)")  # a character with its variation selector

IMPOSED: dict[str, float] = {**dict.fromkeys("·‧・–‐-/／", 0.5), **dict.fromkeys("‼⁇⁈⁉", 1.0)}
"""Widths the rules give, whatever a face has: interpunct, short connectors and slash half an em (GB/T 15834 5.1.7 – 5.1.9), double marks
one (5.1.2)."""

TWO_EM_DASH = "⸺"
"""Always two em (CLREQ 3.1)."""

DRAWN_AS = {"／": "/"}
"""A full-width slash would run into its neighbours at half an em: it is drawn as the narrow one."""

_IMPOSED_SIGNS = re.compile("[·‧・–‐/／‼⁇⁈⁉-]")

WORD_SPACE = 0.25
TYPED_SPACE = 0.5
"""A space is a quarter em beside Latin; between Hanzi half an em, as office programs set it and the print of 2023 shows."""


class Segment(Struct, frozen=True):
    """Shaped characters of one face: a glyph and an advance (em) per character, and those glyphs that stand off their pen place.

    `lost` are characters whose accent no glyph of the face carries and that a second glyph would have to draw.
    """

    glyphs: str
    widths: tuple[float, ...]
    naturals: tuple[float, ...]
    shifts: tuple[tuple[int, float], ...]
    lost: tuple[int, ...]


class Item(Struct):
    """Characters `start` to `end` set from one face."""

    start: int
    end: int
    face: str


class Shaping(Struct):
    """A shaped string. `glyphs` has one code point per character, NO_GLYPH where the character has none of its own.

    `widths` are what each character takes on the line (em); `naturals` what its glyph's own advance is; `shifts` move a glyph's origin
    inside its width. `items` cover the string. `missing` are the indexes of characters in no face.
    """

    glyphs: str
    widths: list[float]
    items: list[Item]
    naturals: dict[int, float] = field(default_factory=dict)
    shifts: dict[int, float] = field(default_factory=dict)
    missing: list[int] = field(default_factory=list)


class GlyphTable(dict[int, str]):
    """A translation table from characters to the glyphs of one face, NO_GLYPH where it has none."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, code: int) -> str:
        char = DRAWN_AS.get(chr(code), chr(code))
        shaped = self._face.shape(char) if self._face.glyph(char) else ()
        glyph = self[code] = chr(shaped[0].glyph) if len(shaped) == 1 else NO_GLYPH
        return glyph


class WidthTable(dict[str, float]):
    """What a character of a Chinese face takes on the line, em: its advance, or what the rules impose."""

    def __init__(self, face: Face, table: GlyphTable) -> None:
        super().__init__()
        self._face = face
        self._table = table

    def __missing__(self, char: str) -> float:
        if char in IMPOSED:
            width = IMPOSED[char]
        elif char in " \u00a0":
            width = WORD_SPACE
        else:
            glyph = self._table[ord(char)]
            width = self._face.advance(ord(glyph)) if glyph != NO_GLYPH else 0.0
        self[char] = width
        return width


class Typecase:
    """The sorts of one Chinese face and its Latin companion (字盘), with all that was shaped from them remembered."""

    def __init__(self, catalogue: Catalogue, face: str, latin: str) -> None:
        self._catalogue = catalogue
        self.face = catalogue.face(face)
        self.latin = catalogue.face(latin)
        self.glyphs = GlyphTable(self.face)
        self.widths = WidthTable(self.face, self.glyphs)
        self._segments: dict[tuple[str, str], Segment] = {}

    def learn(self, characters: str) -> None:
        """Shape many Hanzi at one go, so that meeting each for the first time costs nothing. Hanzi do not change beside each other."""
        known = "".join(char for char in characters if self.face.glyph(char))
        shaped = self.face.shape(known) if known else []
        if len(shaped) != len(known):
            return
        for char, glyph in zip(known, shaped, strict=True):
            self.glyphs[ord(char)] = chr(glyph.glyph)
            self.widths[char] = glyph.advance

    def shape(self, string: str, letters: str) -> Shaping:
        """Shape a string whose class letters are known; offsets in the result count from its start."""
        pieces: list[str] = []
        items: list[Item] = []
        key = self.face.key
        table = self.glyphs
        widths = list(map(self.widths.__getitem__, string))
        shaping = Shaping("", widths, items)
        done = 0
        special = _SPECIAL_OR_CLUSTER if c.VARIATION in letters else _SPECIAL
        for match in special.finditer(letters):
            start, end = match.span()
            if start > done:
                pieces.append(string[done:start].translate(table))
                items.append(Item(done, start, key))
            face = self.latin if match.lastgroup == "latin" else self.face
            pieces.append(self._place(shaping, string[start:end], start, end, face))
            done = end
        if done < len(string):
            pieces.append(string[done:].translate(table))
            items.append(Item(done, len(string), key))
        shaping.glyphs = "".join(pieces)
        if NO_GLYPH in shaping.glyphs:
            self._mend(shaping, string, letters)
        self._level_signs(shaping, string)
        return shaping

    def _place(self, shaping: Shaping, part: str, start: int, end: int, face: Face) -> str:
        segment = self._segments.get((part, face.key))
        if segment is None:
            segment = self._segments[part, face.key] = _shape_segment(face, part)
        shaping.items.append(Item(start, end, face.key))
        shaping.widths[start:end] = segment.widths
        if segment.shifts or segment.naturals:
            shaping.shifts.update((start + k, shift) for k, shift in segment.shifts)
            shaping.naturals.update((start + k, natural) for k, natural in enumerate(segment.naturals))
        shaping.missing += [start + k for k in segment.lost]
        return segment.glyphs

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

    def _mend(self, shaping: Shaping, string: str, letters: str) -> None:
        """Give characters that the face lacks to the next face that has them, cluster by cluster."""
        lacking = [
            k
            for k, glyph in enumerate(shaping.glyphs)
            if glyph == NO_GLYPH and letters[k] not in (c.VARIATION, c.CONTROL) and not _drawn_before(shaping, k, self._catalogue, string)
        ]
        for k in lacking:
            asked = item_at(shaping.items, k).face
            other = self._catalogue.covering(asked, string[k])
            if other is None:
                shaping.missing.append(k)
                continue
            shaped = other.shape(string[k])[0]
            _split_item(shaping.items, k, other.key)
            shaping.glyphs = shaping.glyphs[:k] + chr(shaped.glyph) + shaping.glyphs[k + 1 :]
            shaping.widths[k] = IMPOSED.get(string[k], shaped.advance)


def _drawn_before(shaping: Shaping, k: int, catalogue: Catalogue, string: str) -> bool:
    """Whether the character's glyph is part of the one before it, as in a ligature: then its face does have it."""
    return catalogue.face(item_at(shaping.items, k).face).covers(string[k])


def item_at(items: Sequence[Item], k: int) -> Item:
    """The item that holds character k."""
    return items[bisect_right(items, k, key=_start) - 1]


def _start(item: Item) -> int:
    return item.start


def _split_item(items: list[Item], k: int, face: str) -> None:
    """Cut the item that holds character k so that k alone is set from `face`."""
    at = next(n for n, item in enumerate(items) if item.start <= k < item.end)
    old = items[at]
    parts = [Item(old.start, k, old.face), Item(k, k + 1, face), Item(k + 1, old.end, old.face)]
    items[at : at + 1] = [part for part in parts if part.end > part.start]


def _shape_segment(face: Face, part: str) -> Segment:
    """Shape a whole segment; a character outside the face leaves NO_GLYPH and is mended by the caller."""
    glyphs = [NO_GLYPH] * len(part)
    widths = [0.0] * len(part)
    naturals = [0.0] * len(part)
    shifts: list[tuple[int, float]] = []
    lost: list[int] = []
    plain = True
    for shaped in face.shape(part):
        k = shaped.cluster
        if shaped.glyph == 0:
            continue
        if glyphs[k] != NO_GLYPH:  # a second glyph of one cluster: an accent without a composed form, or a blank for a selector
            if any(face.ink(shaped.glyph)):
                lost.append(k)
            continue
        glyphs[k] = chr(shaped.glyph)
        widths[k] = shaped.advance
        naturals[k] = face.advance(shaped.glyph)
        shift = shaped.dx
        if part[k] == TWO_EM_DASH:
            widths[k] = 2.0
            shift = (2.0 - naturals[k]) / 2
        plain = plain and naturals[k] == widths[k]
        if shift:
            shifts.append((k, shift))
    return Segment("".join(glyphs), tuple(widths), () if plain else tuple(naturals), tuple(shifts), tuple(lost))
