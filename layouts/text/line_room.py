"""What a line has: its natural width, and how far its marks and gaps can give way or open.

Asked for each candidate that breaking looks at, and again when the line chosen is justified, so
that both mean the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import inf

from msgspec import Struct

from layouts.geometry import EPSILON
from layouts.text import classes as c
from layouts.text.prepare import Prepared

WORD_SPACE_MOST = 0.5
"""How wide a space between Latin words may grow in all, em: no other gap opens it further
(typography.md 1.7).
"""


class Broken(Struct, frozen=True):
    """One line: characters `start` to `end` in a slot of `width`, `content` em wide before
    adjustment.

    The last line of a paragraph is not adjusted unless it is too wide. Gaps of a line of a
    paragraph that was cast longer may open by `opened` em, where its text allows less.
    """

    start: int
    end: int
    width: float
    content: float
    last: bool
    hyphen: bool = False
    opened: float = 0.0


class BrokenIn(Struct, frozen=True):
    """The lines of a paragraph in slots of such widths (em), so many `more` than by itself."""

    widths: list[float]
    more: int
    lines: list[Broken]


def content_width(prepared: Prepared, start: int, end: int) -> float:
    """The natural width of characters `start` to `end` as a line, em: what falls away at its edges
    left out.
    """
    if end <= start:
        return 0.0
    places = prepared.places
    return (
        places[end]
        - places[start]
        - prepared.end_trims.get(end, 0.0)
        - prepared.start_trims.get(start, 0.0)
    )


def stretchable(prepared: Prepared, start: int, end: int) -> int:
    """How many boundaries inside the line may open."""
    letters, rigid = prepared.letters, prepared.rigid
    while end > start and letters[end - 1] == c.SPACE:
        end -= 1
    # all boundaries between its characters, less those of them that are rigid
    count = end - start - 1
    if rigid:
        count -= bisect_left(rigid, end) - bisect_right(rigid, start)
    return count if count > 0 else 0  # noqa: FURB136, asked of every line that is looked at


def shrinkable(prepared: Prepared, start: int, end: int) -> float:
    """How much marks and gaps inside a line can give up in all, em.

    The marks at its edges give theirs anyway.
    """
    first, last = inner_marks(prepared, start, end)
    return prepared.mark_sums[last] - prepared.mark_sums[first] + gap_slack(prepared, start, end)


def inner_marks(prepared: Prepared, start: int, end: int) -> tuple[int, int]:
    """The range in `marks` of those strictly inside a line: the one it ends with has given what it
    has already.
    """
    marks = prepared.marks
    # steps count from 1: this stands before every entry of that index
    first = bisect_left(marks, (start + 1, 0, 0.0))
    return first, bisect_left(marks, (last_of(prepared.letters, end), 0, 0.0), first)


def last_of(letters: str, end: int) -> int:
    """The last character before `end` that is seen: no space, and nothing that only belongs to the
    character before it.
    """
    last = end - 1
    while letters[last] in _UNSEEN and last:
        last -= 1
    return last


_UNSEEN = c.SPACE + c.EXTENDING


def gap_slack(prepared: Prepared, start: int, end: int) -> float:
    """How much the Han–Latin gaps inside the line can shrink, em."""
    rule = prepared.punctuation
    if rule.autospace_min >= rule.autospace:
        return 0.0
    first, last = inner_gaps(prepared, start, end)
    return (last - first) * (rule.autospace - rule.autospace_min)


def inner_gaps(prepared: Prepared, start: int, end: int) -> tuple[int, int]:
    """The range in `gaps` of those inside a line: the one after its last character has fallen
    away.
    """
    return bisect_left(prepared.gaps, start), bisect_left(prepared.gaps, end - 1)


def word_spaces(prepared: Prepared, start: int, end: int) -> list[tuple[int, float]]:
    """The spaces between Latin words inside a line, which open before all else, each with how much
    it may grow, em.
    """
    letters = prepared.letters
    if letters.find(c.SPACE, start + 1, end - 1) < 0:
        return []
    spaces = (k for k in range(start + 1, end - 1) if letters[k] == c.SPACE)
    places = prepared.places
    return [
        (k, max(0.0, WORD_SPACE_MOST - (places[k + 1] - places[k])))
        for k in spaces
        if c.letter_before(letters, k) in c.LATIN and letters[k + 1] in c.LATIN
    ]


def even_gap(prepared: Prepared, start: int, end: int, need: float) -> float:
    """How wide every other gap must open to widen a line by `need`, once word spaces and Han–Latin
    gaps have opened to their most, em.

    Infinite where there is no other gap.
    """
    room, others = first_to_open(prepared, start, end, stretchable(prepared, start, end))
    if need <= room + EPSILON:
        return 0.0
    return (need - room) / others if others else inf


def first_to_open(prepared: Prepared, start: int, end: int, count: int) -> tuple[float, int]:
    """How much the word spaces and Han–Latin gaps of a line take, which open before all others, em;
    and how many others of its `count` gaps there are.
    """
    room = 0.0
    # asked of every candidate, and most have neither
    if prepared.gaps:
        rule = prepared.punctuation
        first, last = inner_gaps(prepared, start, end)
        room = (last - first) * (rule.autospace_max - rule.autospace)
    if prepared.letters.find(c.SPACE, start + 1, end - 1) >= 0:
        spaces = word_spaces(prepared, start, end)
        room += sum(most for _, most in spaces)
        count -= len(opening(prepared, spaces))
    return room, count


def opening(prepared: Prepared, spaces: list[tuple[int, float]]) -> list[int]:
    """Those word spaces whose end is a boundary that opens with all others."""
    # of these two characters the one boundary between them is asked about
    return [k for k, _ in spaces if stretchable(prepared, k, k + 2)]


def next_start(prepared: Prepared, end: int) -> int:
    """Where the next line starts: typed spaces at a break vanish."""
    letters = prepared.letters
    size = len(letters)
    while end < size and letters[end] == c.SPACE:
        end += 1
    return end
