"""What one character of one face is on the line (铅字): its glyph, the width it takes, where its
ink stands in that.

Faces of ours were built for it (`fonts.build_charset`): a character's advance is its width, but for
signs whose width the rules give. A face of others is fitted to the same grid: Hanzi and full-width
marks take one em whatever it says, quotes and dashes are its full-width ones where it has them.
"""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import east_asian_width

from fonts.face import Face
from layouts.text import classes as c

NO_GLYPH = "\0"
"""Stands in a glyph string for a character whose glyph was drawn with the one before it (ligatures,
zero-width characters).
"""

IMPOSED: dict[str, float] = {**dict.fromkeys("·‧・–‐-/／", 0.5), **dict.fromkeys("‼⁇⁈⁉", 1.0)}
"""Widths the rules give, whatever a face has: interpunct, short connectors and slash half an em
(GB/T 15834 5.1.7 – 5.1.9), double marks one (5.1.2)."""

DRAWN_AS = {"／": "/"}
"""A full-width slash would run into its neighbours at half an em: it is drawn as the narrow one."""

WORD_SPACE = 0.25
"""A space beside Latin, em."""

ONE_EM = frozenset(
    (
        *(c.IDEOGRAPH, c.OPEN, c.OPEN_QUOTE, c.CLOSE, c.CLOSE_QUOTE, c.STOP, c.PAUSE, c.EXCLAIM),
        *(c.WIDE_SPACE, c.WIDE_SIGN, c.WIDE_PREFIX, c.DASH, c.ELLIPSIS),
    )
)
"""Classes of characters that take one em of the grid (GB/T 15834 5.1.1 – 5.1.5)."""

AMBIGUOUS = frozenset("“”‘’—…⋯")
"""Marks that Latin has too (East Asian width A): a face may have the narrow glyph, the full-width
one, or both.
"""

BLANKS = "\u00a0\u3000"
"""Spaces that many faces lack: their ordinary one does."""

WIDE = "\ufe01"
"""The selector of the full-width form of a quote (Unicode 16, StandardizedVariants)."""

HALF = 0.5


class Sort(NamedTuple):
    """A glyph, its own advance, the width that its character takes, and how far its origin is moved
    in that; all in em.
    """

    glyph: int
    natural: float
    width: float
    shift: float

    @property
    def is_odd(self) -> bool:
        """Whether the pen must be moved for it."""
        return self.natural != self.width or self.shift != 0.0


class Sorts(dict[str, Sort]):
    """The sorts of one face of others, by character, cast as they are asked for."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> Sort:
        sort = self[char] = sort_of(self._face, char)
        return sort


def sort_of(face: Face, char: str) -> Sort:
    """One character of a face of others, fitted to the grid; glyph 0 where it has none."""
    glyph = _glyph(face, DRAWN_AS.get(char, char)) or (face.glyph(" ") if char in BLANKS else 0)
    natural = face.advance(glyph) if glyph else 0.0
    if char in IMPOSED:
        ink = face.ink(glyph)
        # a short dash as long as a Hanzi would run into the figures beside it: another face's
        fits = ink.right - ink.left <= IMPOSED[char]
        return Sort(glyph if fits else 0, natural, IMPOSED[char], 0.0)  # centred by who imposes it
    if char in " \u00a0":
        return Sort(glyph, natural, WORD_SPACE, 0.0)
    letter = c.classify(char)
    if not glyph or letter not in ONE_EM or (letter == c.WIDE_SIGN and _is_narrow(char)):
        return Sort(glyph, natural, natural, 0.0)
    shift = _place(letter, natural)
    if letter in (c.STOP, c.PAUSE, c.EXCLAIM):
        ink = face.ink(glyph)
        if char in LOW and ink.top + face.shift > MIDDLE_OF_EM:
            return Sort(0, 0.0, 1.0, 0.0)
        width = ink.right - ink.left
        if ink.right + shift > HALF and width < HALF:
            shift = (HALF - width) / 2 - ink.left
    return Sort(glyph, natural, 1.0, shift)


def _is_narrow(char: str) -> bool:
    """Whether a sign is narrow wherever it stands: the minus of −5 ℃ (Unicode UAX 11)."""
    return east_asian_width(char) in ("N", "Na", "H")


LOW, MIDDLE_OF_EM = "。，、．", 0.38
"""Marks that stand at the foot on the left (GB/T 15834 5.1.1), so all of their ink under the middle
of the Hanzi, em: in faces for Taiwan they stand in the middle, which is another face's to mend.
；： and ！？ stand on the left too (5.1.2): that a shift mends.
"""


def _place(letter: str, natural: float) -> float:
    """Where in one em a glyph of another advance stands: opening marks in the right half, closing
    ones, pauses and stops in the left, all else in the middle.
    """
    if natural == 1.0:
        return 0.0
    if letter in (c.OPEN, c.OPEN_QUOTE):
        return HALF + (HALF - natural) / 2 if natural < HALF else 1.0 - natural
    if letter in (c.CLOSE, c.CLOSE_QUOTE, c.PAUSE, c.STOP):
        return (HALF - natural) / 2 if natural < HALF else 0.0
    return (1.0 - natural) / 2


def _glyph(face: Face, char: str) -> int:
    """The glyph of a character; of a mark that Latin has too the full-width one, where there is
    one.
    """
    plain = shaped(face, char)
    if char not in AMBIGUOUS or not plain or face.advance(plain) == 1.0:
        return plain
    feature = face.shape(char, {"fwid": True})
    wide = (face.variant(char, WIDE), feature[0].glyph if len(feature) == 1 else 0)
    return next((glyph for glyph in wide if glyph and face.advance(glyph) == 1.0), plain)


def shaped(face: Face, char: str) -> int:
    """The glyph of a character that stands alone; 0 where there is none."""
    nominal = face.glyph(char)
    made = face.shape(char) if nominal else ()
    # What the face would draw in several parts it has in one piece as well.
    return nominal if len(made) > 1 else made[0].glyph if made else 0


class GlyphTable(dict[int, str]):
    """A translation table from characters to the glyphs of one face, NO_GLYPH where it has none."""

    def __init__(self, face: Face, sorts: Sorts | None = None) -> None:
        super().__init__()
        self._face = face
        self._sorts = sorts

    def __missing__(self, code: int) -> str:
        char = chr(code)
        number = (
            shaped(self._face, DRAWN_AS.get(char, char))
            if self._sorts is None
            else self._sorts[char].glyph
        )
        glyph = self[code] = chr(number)
        return glyph


class WidthTable(dict[str, float]):
    """What a character of a Chinese face takes on the line, em: its advance, or what the rules
    impose.
    """

    def __init__(self, face: Face, table: GlyphTable, sorts: Sorts | None = None) -> None:
        super().__init__()
        self._face = face
        self._table = table
        self._sorts = sorts

    def __missing__(self, char: str) -> float:
        if self._sorts is not None:
            width = self._sorts[char].width
        elif char in IMPOSED:
            width = IMPOSED[char]
        elif char in " \u00a0":
            width = WORD_SPACE
        else:
            glyph = self._table[ord(char)]
            width = self._face.advance(ord(glyph)) if glyph != NO_GLYPH else 0.0
        self[char] = width
        return width


# -- dashes and ellipses of a face of others -------------------------------------------------------

LEAST_DASH = 0.8
"""The ink of one dash, em: two shorter ones joined would be no dash of two em."""

LEAST_ELLIPSIS = 0.55
"""The ink of three dots of Chinese, em; those of Latin stand closer."""

MIDDLE = 0.2, 0.6
"""Between these heights the dots of a Chinese ellipsis stand, em; those of Latin on the
baseline.
"""


def joined(sorts: Sorts, face: Face, unit: str) -> list[Sort] | None:
    """The sorts of a run of dashes or of ellipses, those of dashes moved together so that their ink
    meets; None where the face has none for Chinese text.
    """
    found = [sorts[char] for char in unit]
    if not all(sort.glyph for sort in found):
        return None
    inks = [face.ink(sort.glyph) for sort in found]
    if c.classify(unit[0]) == c.ELLIPSIS:
        low, high = MIDDLE
        fits = all(
            ink.right - ink.left >= LEAST_ELLIPSIS and low <= (ink.bottom + ink.top) / 2 <= high
            for ink in inks
        )
        return found if fits else None
    ink = inks[0]
    length = ink.right - ink.left
    if length < LEAST_DASH or any(sort.glyph != found[0].glyph for sort in found):
        return None
    # a hair of each lies over the next: no seam shows
    step = min(1.0, length - SEAM) if len(found) > 1 else 1.0
    start = (len(found) - (len(found) - 1) * step - length) / 2 - ink.left
    return [
        Sort(sort.glyph, sort.natural, 1.0, start + k * step - k) for k, sort in enumerate(found)
    ]


SEAM = 0.01
"""How far dashes that are moved together lie over each other, em."""
