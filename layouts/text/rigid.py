"""The boundaries between characters that never stretch: inside words, numbers, dashes and
ellipses, beside connectors and what holds on to its neighbour.
"""

from __future__ import annotations

import re

from layouts.patterns import later
from layouts.text import classes as c
from layouts.text.units import note_marks

_RIGID = re.compile(
    "[LNWRQ](?=[LNWRQX])|[AI](?=[AI])"  # inside words, dashes, ellipses
    "|[KXB]|.(?=[KXSB])"  # beside connectors, slashes, glue; before a space, which opens behind it
    "|E(?=E)"  # between ？ and ！
    "|(?<=Y)S"  # behind the space of a label (▲ 字)
)
_RIGID_AMONG_PLAIN = re.compile("[LNWRQ](?=[LNWRQ])|[AI](?=[AI])|E(?=E)")
_NOT_PLAIN = re.compile("[KXSB]")
"""Without these letters, as most paragraphs are, the short pattern finds the same and need not look
at every Hanzi.
"""

_NARROW_GLUE = later("[\u2007\u202f]")
"""No-break spaces that only Latin faces have: signs of theirs, and as wide as they are."""


def rigid_boundaries(string: str, letters: str) -> list[int]:
    """The boundaries that never stretch, by the index of the character after them; never one before
    a mark, selector or joiner.
    """
    found = _rigid_by_class(letters)
    if c.LATIN_SIGN in letters or c.WIDE_SIGN in letters:
        fixed = [start for start, _ in note_marks(string)]
        if "\u2007" in string or "\u202f" in string:
            fixed += [place for match in _NARROW_GLUE().finditer(string) for place in match.span()]
        if fixed:
            found = sorted({*found, *fixed})
    return found


def _rigid_by_class(letters: str) -> list[int]:
    if c.VARIATION in letters or c.CONTROL in letters:
        plain, kept = c.seen_through(letters)
        # a boundary found at the end of the plain letters is the end of all
        kept.append(len(letters))
        joined = {k for k, letter in enumerate(letters) if k and letter in c.EXTENDING}
        return sorted(joined.union(kept[k] for k in _rigid_by_class(plain)))
    pattern = _RIGID if _NOT_PLAIN.search(letters) else _RIGID_AMONG_PLAIN
    return [match.end() for match in pattern.finditer(letters)]
