"""What a line costs: one number for how bad it looks, so that ways of breaking can be compared.

The scale is that of typography.md §2: 0 is a line nobody would touch, 100 one whose gaps open by a
tenth of an em, which an attentive reader sees. Costs of a paragraph add up. What is worse than any
gap (a last line of one character, a line that is too wide) costs more than the widest gap does.
"""

from __future__ import annotations

from layouts.geometry import EPSILON
from layouts.text import classes as c
from layouts.text.line_room import even_gap, stretchable
from layouts.text.opportunities import ALLOWED, HYPHEN, SOFT
from layouts.text.prepare import Prepared

SEEN_GAP, SEEN_GAP_COST = 0.1, 100.0
"""A gap (em) that shows, and what it costs: the cost of others grows with their cube, since two
lines a little loose read better than one that is very loose.
"""

SMALL_GAP, SMALL_GAP_COST = 0.05, 250.0
"""Up to this gap (em) the cost is linear, so much an em: a line nearly exact is kept, where a cube
would take all such lines for equal.
"""

SQUEEZE_COST = 60.0
"""A line whose marks give all they can; with less, by the square of the share. It is less than
`SEEN_GAP_COST`: in the order of adjustment of CLREQ 3.1.7 marks give way before gaps open.
"""

RAGGED_COST, RAGGED_EM_COST = 4000.0, 500.0
"""A ragged line shows more than the widest gap does, and the more the shorter it is: two em that
are missing are as bad as a last line of one character.
"""

LAST_ONE_COST, LAST_TWO_COST = 5000.0, 300.0
"""A last line of one character (孤字, CLREQ 3.2.7), which is avoided at almost any price, and of
two, which is let stand where the gaps of one line would open by more than 0.14 em to mend it.
"""

HYPHEN_COST, SOFT_COST = 80.0, 200.0
"""Ending a line at a hyphen, and inside what is better kept whole: a number and its unit, a
date.
"""

OVERFULL_COST = 1e6
"""A line wider than its slot: only where there is no other."""

LOOSE = 0.08
"""A line whose gaps open wider than this (em) calls for the whole paragraph to be weighed."""

TIGHT = 0.75
"""So does one that uses up more than this part of what its marks can give."""

BREAK_COSTS = {ALLOWED: 0.0, SOFT: SOFT_COST, HYPHEN: HYPHEN_COST, 0: OVERFULL_COST}
"""What ending a line at such a break costs, however it is filled: a torn unit."""

LOOSE_COST = SMALL_GAP_COST * LOOSE
"""What a greedy line may cost whose gaps open, before the whole paragraph is weighed."""

TIGHT_COST = SQUEEZE_COST * TIGHT**2
"""The same where marks give way."""


def squeeze_cost(over: float, room: float) -> float:
    """How bad a line looks that is `over` em too wide, where its marks can give `room`."""
    return SQUEEZE_COST * (over / room) ** 2


def gap_cost(prepared: Prepared, start: int, end: int, need: float) -> float:
    """How bad a line looks whose gaps open to fill `need` em (typography.md §2)."""
    count = stretchable(prepared, start, end)
    gap = need / count if count else need
    if gap <= SMALL_GAP:
        return SMALL_GAP_COST * gap
    cubic = SEEN_GAP_COST * (gap / SEEN_GAP) ** 3
    if gap <= prepared.widest + EPSILON:
        return cubic
    # word spaces and Han–Latin gaps take so much that the others stay within bounds
    if even_gap(prepared, start, end, need) <= prepared.widest + EPSILON:
        return min(RAGGED_COST, cubic)
    return RAGGED_COST + RAGGED_EM_COST * need


def last_cost(letters: str, start: int, end: int) -> float:
    """What a last line costs, however it is filled: one of one or two characters (孤字, CLREQ
    3.2.7). A mark that closes it does not count.
    """
    left = end - start - (letters[end - 1] in c.CLOSING_MARKS)
    # a paragraph of one line has no last line that could be short
    if start == 0 or left > 2:
        return 0.0
    return LAST_ONE_COST if left <= 1 else LAST_TWO_COST
