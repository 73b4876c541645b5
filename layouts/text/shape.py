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
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from fonts.catalogue import Catalogue
from fonts.face import Face, Shaped
from layouts.page.item import GETA
from layouts.patterns import later
from layouts.text import classes as c
from layouts.text.marks import attach

NO_GLYPH = "\0"
"""Stands in a glyph string for a character whose glyph was drawn with the one before it (ligatures,
zero-width characters).
"""

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

IMPOSED: dict[str, float] = {**dict.fromkeys("·‧・–‐-/／", 0.5), **dict.fromkeys("‼⁇⁈⁉", 1.0)}
"""Widths the rules give, whatever a face has: interpunct, short connectors and slash half an em
(GB/T 15834 5.1.7 – 5.1.9), double marks one (5.1.2)."""

TWO_EM_DASH = "⸺"
"""Always two em (CLREQ 3.1)."""

DRAWN_AS = {"／": "/"}
"""A full-width slash would run into its neighbours at half an em: it is drawn as the narrow one."""

_IMPOSED_SIGNS = re.compile("[·‧・–‐/／‼⁇⁈⁉-]")

WORD_SPACE = 0.25
TYPED_SPACE = 0.5
"""A space is a quarter em beside Latin; between Hanzi half an em, as office programs set it and the
print of 2023 shows.
"""


class Segment(Struct, frozen=True):
    """Shaped characters of one face: a glyph and an advance (em) per character, and those glyphs
    that stand off their pen place.

    `rises` are marks that stand higher (em) than they are drawn. `lacking` are the characters
    [start, end) that the face cannot draw.
    """

    glyphs: str
    widths: tuple[float, ...]
    naturals: tuple[float, ...]
    shifts: tuple[tuple[int, float], ...]
    rises: tuple[tuple[int, float], ...]
    lacking: tuple[tuple[int, int], ...]


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


class GlyphTable(dict[int, str]):
    """A translation table from characters to the glyphs of one face, NO_GLYPH where it has none."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, code: int) -> str:
        char = DRAWN_AS.get(chr(code), chr(code))
        nominal = self._face.glyph(char)
        shaped = self._face.shape(char) if nominal else ()
        # What the face would draw in several parts it has in one piece as well.
        number = nominal if len(shaped) > 1 else shaped[0].glyph if shaped else 0
        glyph = self[code] = chr(number)
        return glyph


class WidthTable(dict[str, float]):
    """What a character of a Chinese face takes on the line, em: its advance, or what the rules
    impose.
    """

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
    """The sorts of one Chinese face and its Latin companion (字盘), with all that was shaped from
    them remembered.
    """

    def __init__(self, catalogue: Catalogue, face: str, latin: str) -> None:
        self._catalogue = catalogue
        self.face = catalogue.face(face)
        self.latin = catalogue.face(latin)
        self.glyphs = GlyphTable(self.face)
        self.widths = WidthTable(self.face, self.glyphs)
        self._segments: dict[tuple[str, str], Segment] = {}

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
            self.glyphs[ord(char)] = chr(glyph.glyph)
            self.widths[char] = glyph.advance

    def shape(self, string: str, letters: str) -> Shaping:
        """Shape a string whose class letters are known; offsets in the result count from its
        start.
        """
        pieces: list[str] = []
        items: list[Item] = []
        shaping = Shaping("", list(map(self.widths.__getitem__, string)), items)
        lacking: list[tuple[int, int]] = []
        done = 0
        special = (
            _SPECIAL_OR_CLUSTER() if c.VARIATION in letters or c.CONTROL in letters else _SPECIAL
        )
        for match in special.finditer(letters):
            start, end = match.span()
            if start > done:
                pieces.append(self._plain(items, string, done, start, lacking))
            part = string[start:end]
            face = (
                self.latin
                if match.lastgroup == "latin"
                else self.face
                if match.lastgroup == "unit"
                else self._knowing(part)
            )
            segment = self._segment(face, part)
            items.append(Item(start, end, face.key))
            _place(shaping, segment, start)
            # · keeps the half em of the rules with a selector behind it
            if match.lastgroup == "cluster" and part[0] in IMPOSED:
                shaping.widths[start] = IMPOSED[part[0]]
            pieces.append(segment.glyphs)
            lacking += [(start + first, start + last) for first, last in segment.lacking]
            done = end
        if done < len(string):
            pieces.append(self._plain(items, string, done, len(string), lacking))
        shaping.glyphs = "".join(pieces)
        for start, end in lacking:
            self._mend(shaping, string, start, end)
        self._level_signs(shaping, string)
        return shaping

    def face_at(self, items: Sequence[Item], k: int) -> Face:
        """The face that sets character k."""
        return self._catalogue.face(item_at(items, k).face)

    def _plain(
        self, items: list[Item], string: str, start: int, end: int, lacking: list[tuple[int, int]]
    ) -> str:
        """The glyphs of characters that look the same whatever stands beside them."""
        items.append(Item(start, end, self.face.key))
        glyphs = string[start:end].translate(self.glyphs)
        if NO_GLYPH in glyphs:
            lacking += [
                (start + k, start + k + 1)
                for k, glyph in enumerate(glyphs)
                if glyph == NO_GLYPH and not c.is_ignorable(string[start + k])
            ]
        return glyphs

    def _segment(self, face: Face, part: str) -> Segment:
        segment = self._segments.get((part, face.key))
        if segment is None:
            segment = self._segments[part, face.key] = _shape_segment(face, part)
        return segment

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
                for face in self._catalogue.candidates(self.face.key)
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

    def _mend(self, shaping: Shaping, string: str, start: int, end: int) -> None:
        """Give what its face cannot draw, a character with its marks, to the next face that can."""
        asked = item_at(shaping.items, start).face
        part = string[start:end]
        # a stray joiner or selector: no face need have it
        if not any(map(c.is_visible, part)):
            return
        other = self._drawing(asked, part)
        if other is not None:
            self._lend(shaping, string, start, end, other)
            return
        seen = [k for k in range(start, end) if c.is_visible(string[k])]
        lost = [k for k in seen if self._catalogue.covering(asked, string[k]) is None]
        if not lost:  # each is in some face, but no face can set them together
            lost = seen[1:] or seen
        shaping.missing += lost
        base = seen[0]  # a selector that nothing stands before may come first
        if base in lost:
            self._stand_in(shaping, base, end)
        # without its marks the base can be drawn, and is
        elif end > base + 1:
            self._mend(shaping, string, start, base + 1)

    def _stand_in(self, shaping: Shaping, start: int, end: int) -> None:
        """Set 〓 for a character with its marks that no face has."""
        asked = item_at(shaping.items, start).face
        face = self._catalogue.covering(asked, GETA)
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

    def _drawing(self, asked: str, part: str) -> Face | None:
        """The face that draws a character with its marks, when face `asked` lacks something of
        it.
        """
        if len(part) == 1:
            return self._catalogue.covering(asked, part)
        return next(
            (
                face
                for face in self._catalogue.candidates(asked)
                if not self._segment(face, part).lacking
            ),
            None,
        )

    def _lend(self, shaping: Shaping, string: str, start: int, end: int, face: Face) -> None:
        segment = self._segment(face, string[start:end])
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


def _shape_segment(face: Face, part: str) -> Segment:
    """Shape a whole segment; what the face cannot draw leaves NO_GLYPH and is mended by the
    caller.
    """
    glyphs = [NO_GLYPH] * len(part)
    widths = [0.0] * len(part)
    naturals = [0.0] * len(part)
    shifts: list[tuple[int, float]] = []
    rises: list[tuple[int, float]] = []
    lacking: list[tuple[int, int]] = []
    plain = True
    for start, end, group in _clusters(face.shape(part), len(part)):
        drawn = _drawn(face, part[start:end], group)
        if drawn is None:
            lacking.append((start, end))
            continue
        for offset, shaped in drawn:
            k = start + offset
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
            if shaped.dy:
                rises.append((k, shaped.dy))
    return Segment(
        "".join(glyphs),
        tuple(widths),
        () if plain else tuple(naturals),
        tuple(shifts),
        tuple(rises),
        tuple(lacking),
    )


def _clusters(shaped: list[Shaped], size: int) -> Iterator[tuple[int, int, list[Shaped]]]:
    """What HarfBuzz keeps together: characters [start, end) and the glyphs that show them."""
    first = 0
    for last in range(1, len(shaped) + 1):
        if last == len(shaped) or shaped[last].cluster != shaped[first].cluster:
            yield (
                shaped[first].cluster,
                shaped[last].cluster if last < len(shaped) else size,
                shaped[first:last],
            )
            first = last


def _drawn(face: Face, part: str, group: list[Shaped]) -> list[tuple[int, Shaped]] | None:
    """The glyphs of a character with its marks, each with the index of what it shows; None where
    the face lacks some of it.
    """
    if not all(shaped.glyph for shaped in group):
        return [] if all(map(c.is_ignorable, part)) else None
    if len(group) == 1:
        return [(0, group[0])]
    # drawn in parts: right only where there is a glyph of the whole as well
    if len(group) > len(part):
        whole = face.glyph(part) if len(part) == 1 else 0
        return (
            [(0, Shaped(whole, group[0].cluster, face.advance(whole), 0.0, 0.0))] if whole else None
        )
    return attach(face, part, group)
