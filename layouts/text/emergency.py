"""Where a line is cut that has no break within its width: the unit is longer than the slot, in a
table's cell or beside a photo.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from layouts.house.text_style import Prohibition
from layouts.patterns import later
from layouts.text import classes as c
from layouts.text.opportunities import END_FORBIDDEN, START_FORBIDDEN
from layouts.text.prepare import Prepared
from layouts.text.sorts import NO_GLYPH

_LEAST_FILLED: Final = 0.25
"""A cut at a joint that leaves more than three quarters of the slot blank is worse than one inside
a word.
"""

_JOINTS: Final = frozenset("-−－–‐—～〜~/／_&=@+×÷:·.#?")
"""After these a long unit is cut best."""

_GROUP_MARKS: Final = frozenset(",，")
_NUMBER_MARKS: Final = frozenset(".:．：∶") | _GROUP_MARKS
_SIGNS: Final = frozenset("-−－–‐+＋±")
_NEVER_FIRST: Final = later(
    "[,.;:!?'%‰℃°′″)\\]}+＋※*†‡¹²³⁰⁴-⁹⁺⁻⁽⁾ⁿ\u00a0\u2007\u202f\u2060\ufeff∼―]"
)
"""What starts no line though its class may: Latin stops, signs after a number, note marks, glue."""

_NEVER_LAST: Final = later("[(\\[{\u00a0\u2007\u202f\u2060\ufeff]")


class _Harm(IntEnum):
    """What a cut tears, least first."""

    JOINT = 0
    WORD = 1
    GROUP = 2
    NUMBER = 3
    PROHIBITED = 4


def cut(prepared: Prepared, start: int, natural: int) -> int:
    """The end of a line from `start` that no break allows, `natural` being the last boundary that
    fits.

    It is the fullest at a joint of the unit, else inside a word, else inside a number; only where
    all of these would break a prohibition (CLREQ 3.1.6) is the line cut where it is full. Never
    inside a glyph: one wider than the slot goes onto its line whole.
    """
    bare = _whole_glyph(prepared.glyphs, start, max(natural, start + 1))
    least = prepared.places[start] + _LEAST_FILLED * (
        prepared.places[bare] - prepared.places[start]
    )
    best, found = _Harm.PROHIBITED, bare
    for end in range(bare, start, -1):
        # nothing is better than a joint, and what is left to try leaves most of the slot blank
        if best is _Harm.JOINT or (best < _Harm.NUMBER and prepared.places[end] < least):
            break
        # inside a ligature
        if end < len(prepared.glyphs) and prepared.glyphs[end] == NO_GLYPH:
            continue
        harm = _harm(prepared, start, end)
        # so short a line only where all others would break a prohibition
        if harm < best and (prepared.places[end] >= least or best is _Harm.PROHIBITED):
            best, found = harm, end
    return found


def _whole_glyph(glyphs: str, start: int, end: int) -> int:
    """The boundary of glyphs at or before `end`, after it where the first glyph is wider than the
    slot.
    """
    # back to where the ligature that does not fit begins
    while end > start + 1 and end < len(glyphs) and glyphs[end] == NO_GLYPH:
        end -= 1
    # but a line takes one glyph whatever its width
    while end < len(glyphs) and glyphs[end] == NO_GLYPH:
        end += 1
    return end


def _harm(prepared: Prepared, start: int, end: int) -> _Harm:
    """What ending a line before character `end` tears. Typed spaces at a break vanish."""
    letters, string = prepared.letters, prepared.string
    after, last = end, end - 1
    while after < len(letters) and letters[after] == c.SPACE:
        after += 1
    while last > start and letters[last] == c.SPACE:
        last -= 1
    if after == len(letters):
        return _Harm.JOINT
    if _prohibited(prepared, last, after):
        return _Harm.PROHIBITED
    # at a typed space, which vanishes
    if after > last + 1:
        return _Harm.JOINT
    if _parts_number(string, after):
        return _Harm.GROUP if string[last] in _GROUP_MARKS else _Harm.NUMBER
    # behind a joint, or between letters and figures (A4)
    joint = string[after].isalnum() and (string[last] in _JOINTS or letters[last] != letters[after])
    return _Harm.JOINT if joint else _Harm.WORD


def _prohibited(prepared: Prepared, last: int, after: int) -> bool:
    """Whether a line may not end with character `last` or the next not begin with `after`; no level
    parts a mark from its letter.
    """
    letters, string, level = prepared.letters, prepared.string, prepared.punctuation.prohibition
    if letters[after] in c.EXTENDING or (
        letters[last] == letters[after] and letters[after] in "AIE"
    ):
        return True
    if level is Prohibition.NONE:
        return False
    before = c.letter_before(letters, last + 1)
    if letters[after] in START_FORBIDDEN[level] or before in END_FORBIDDEN[level]:
        return True
    return bool(_NEVER_FIRST().match(string, after) or _NEVER_LAST().match(string, last))


def _parts_number(string: str, at: int) -> bool:
    """Whether a cut before `at` parts figures, a figure from a point that others follow, or a
    number from its sign.
    """
    before, first = string[at - 1], string[at]
    if not first.isdecimal():
        return False
    if before.isdecimal():
        return True
    if before in _NUMBER_MARKS:
        # a point with no figure before it is the stop of a sentence
        return at > 1 and string[at - 2].isdecimal()
    # a sign behind a letter or figure joins (A-5, 3-5) and may be cut after
    return before in _SIGNS and not (at > 1 and string[at - 2].isalnum())
