"""What a line costs: one number for how bad it looks, so that ways of breaking can be compared.

The scale is that of typography.md §2: 0 is a line nobody would touch, 100 one whose gaps open by a
tenth of an em, which an attentive reader sees. Costs of a paragraph add up. They follow the order
of adjustment (CLREQ 3.2.3): what gives way later costs more. What is worse than any gap (a last
line of one character, a line that is left short or too wide) costs more than the widest gap does.
"""

from __future__ import annotations

from math import inf

from layouts.geometry import EPSILON
from layouts.text import classes as c
from layouts.text.line_room import first_to_open, gap_slack, inner_marks, stretchable
from layouts.text.mark_room import BRACKETS, PAUSES
from layouts.text.opportunities import ALLOWED, HYPHEN, SOFT
from layouts.text.prepare import Prepared

SEEN_GAP, SEEN_GAP_COST = 0.1, 100.0
"""A gap (em) that shows, and what it costs: the cost of others grows with their cube, since two
lines a little loose read better than one that is very loose.
"""

SMALL_GAP, SMALL_GAP_COST = 0.05, 250.0
"""Up to this gap (em) the cost is linear, so much an em: a line nearly exact is kept, where a cube
would take all such lines for equal. What is wider looks loose (typography.md §1.7).
"""

LOOSE_COST = SMALL_GAP * SMALL_GAP_COST
"""What costs more and opens gaps is a loose line."""

SQUEEZE_COST = 60.0
"""A line whose brackets give all they can; with less, by the square of the share."""

LATER, LAST = 1.5, 3.0
"""How many times as much it costs that pauses and Han–Latin gaps give way, and that stops do
(typography.md §2, steps 5 and 7).
"""

TIGHT = 0.75
"""A line is tight that uses up more than this part of what its marks can give."""

UNEVEN_COST = 6000.0
"""A loose line beside a tight one: each shows the other."""

ALIKE_COST = 6000.0
"""Three lines in a row that end with the same character: the eye takes one for another."""

RAGGED_COST, RAGGED_EM_COST = 4000.0, 800.0
"""A line left short shows more than the widest gap does, and the more the shorter it is, since two
lines a little short read better than one that is very short: half an em missing is as bad as a last
line of two characters, three em as one of one.
"""

LAST_ONE_COST, LAST_TWO_COST = 14000.0, 4500.0
"""A last line of one character (孤字, CLREQ 3.2.7), which is avoided at almost any price, and of
two, which is let stand where else a line would be left short.
"""

HYPHEN_COST, SOFT_COST = 80.0, 200.0
"""Ending a line at a hyphen, and inside what is better kept whole: a number and its unit, a
date.
"""

OVERFULL_COST = 1e6
"""A line wider than its slot: only where there is no other."""

BREAK_COSTS = {ALLOWED: 0.0, SOFT: SOFT_COST, HYPHEN: HYPHEN_COST, 0: OVERFULL_COST}
"""What ending a line at such a break costs, however it is filled: a torn unit."""


def squeeze_cost(prepared: Prepared, start: int, end: int, over: float) -> tuple[float, bool]:
    """How bad a line looks that is `over` em too wide, and whether it is tight: the more its marks
    and gaps give of what they have, and the later in the order (CLREQ 3.2.3), the worse. Infinite
    where they have less.
    """
    first, last = inner_marks(prepared, start, end)
    slack = gap_slack(prepared, start, end)
    room = prepared.mark_sums[last] - prepared.mark_sums[first] + slack
    if over > room + EPSILON:
        return inf, True
    return squeezed(prepared, first, last, slack, room, over)


def squeezed(
    prepared: Prepared, first: int, last: int, slack: float, room: float, over: float
) -> tuple[float, bool]:
    """The same where it is known which marks are inside the line, `first` up to `last` in `marks`,
    how much its gaps can shrink, and both together, em: no less than it is too wide.
    """
    most = prepared.punctuation.squeeze
    brackets, later = 0.0, slack
    for _, step, blank in prepared.marks[first:last]:
        # asked of every mark of every line that is looked at: a call of `min` is dear
        given = blank if blank < most else most  # noqa: FURB136
        if step == BRACKETS:
            brackets += given
        elif step == PAUSES:
            later += given
    if over <= brackets:
        dear = over
    elif over <= brackets + later:
        dear = brackets + LATER * (over - brackets)
    else:
        dear = brackets + LATER * later + LAST * (over - brackets - later)
    return SQUEEZE_COST * over * dear / (room * room), over > TIGHT * room


def gap_cost(prepared: Prepared, start: int, end: int, need: float) -> float:
    """How bad a line looks whose gaps open to fill `need` em (typography.md §2)."""
    if prepared.hung:
        end = prepared.hung.get(end, end)  # no gap opens before a mark that hangs
    count = stretchable(prepared, start, end)
    gap = need / count if count else need
    if gap <= SMALL_GAP:
        return SMALL_GAP_COST * gap
    # word spaces and Han–Latin gaps open first, and others only by what these leave
    room, others = first_to_open(prepared, start, end, count)
    missing = need - room - prepared.widest * others
    if missing > EPSILON:
        return RAGGED_COST + RAGGED_EM_COST * missing * (1.0 + missing)
    gap = (need - room) / others if others else 0.0
    return SEEN_GAP_COST * (gap / SEEN_GAP) ** 3 if gap > SMALL_GAP else LOOSE_COST


def last_cost(letters: str, start: int, end: int) -> float:
    """What a last line costs, however it is filled: one of one or two characters (孤字, CLREQ
    3.2.7). Marks that close it do not count.
    """
    # a paragraph of one line has no last line that could be short
    if start == 0 or end - start > SHORTEST_SURE:
        return 0.0
    left = len(letters[start:end].rstrip(c.CLOSING_MARKS))
    if left > 2:
        return 0.0
    return LAST_ONE_COST if left <= 1 else LAST_TWO_COST


SHORTEST_SURE = 8
"""Characters of a last line that is surely not short: more marks than six never close a text."""
