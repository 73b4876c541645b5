"""A broken line to glyph runs: the adjustment of CLREQ 3.2.3 (reduce, else expand), then one x per
run, summed from the line's origin.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from layouts.geometry import EPSILON
from layouts.page.item import LOST, SOFT_HYPHEN, GlyphRun, Ink
from layouts.text import classes as c
from layouts.text.line_room import (
    Broken,
    first_to_open,
    inner_gaps,
    inner_marks,
    opening,
    stretchable,
    word_spaces,
)
from layouts.text.mark_room import BRACKETS, GAPS, PAUSES, STOPS
from layouts.text.prepare import Prepared
from layouts.text.shape import Item
from layouts.text.sorts import NO_GLYPH


class Adjustment(NamedTuple):
    """What a line's gaps and marks give or take, em: `gap` at every boundary that may open;
    `changes` (index, width), sorted. A line is `ragged` that all of this does not fill.
    """

    gap: float = 0.0
    changes: tuple[tuple[int, float], ...] = ()
    ragged: bool = False


NO_ADJUSTMENT = Adjustment()


def adjust(prepared: Prepared, line: Broken, justify: bool = True) -> Adjustment:
    """How the line is brought to its width.

    The last line, and a line not justified, is only ever reduced.

    A line that would open wider than its text allows is opened so far and left short.
    """
    over = line.content - line.width
    # a line of nothing has nothing to give, however narrow its slot
    if over > EPSILON and line.start < line.end:
        return _reduce(prepared, line, over)
    if over < -EPSILON and justify and not line.last:
        return _expand(prepared, line, -over)
    return NO_ADJUSTMENT


def _reduce(prepared: Prepared, line: Broken, need: float) -> Adjustment:
    """Take width away, each step from all its places alike before the next (CLREQ: brackets,
    pauses, Han–Latin gaps, stops).
    """
    start, end = line.start, line.end
    rule = prepared.punctuation
    first, last = inner_marks(prepared, start, end)
    inside = [(k, kind, min(blank, rule.squeeze)) for k, kind, blank in prepared.marks[first:last]]
    gap_room = rule.autospace - rule.autospace_min
    gaps = prepared.gaps[slice(*inner_gaps(prepared, start, end))] if gap_room > 0 else []
    changes: list[tuple[int, float]] = []
    for step in (BRACKETS, PAUSES, GAPS, STOPS):
        places = (
            [(k, gap_room) for k in gaps]
            if step == GAPS
            else [(k, most) for k, kind, most in inside if kind == step]
        )
        room = sum(most for _, most in places)
        if room <= 0:
            continue
        share = min(1.0, need / room)
        changes += [(k, -most * share) for k, most in places]
        need -= room * share
        if need <= EPSILON:
            break
    return Adjustment(0.0, tuple(sorted(changes)))


def _expand(prepared: Prepared, line: Broken, need: float) -> Adjustment:
    """Add width: word spaces, then Han–Latin gaps up to their most, then all gaps alike but the
    word spaces.
    """
    # a mark that hangs stands right behind the last character, which ends the line
    start, end = line.start, prepared.hung.get(line.end, line.end)
    count = stretchable(prepared, start, end)
    widest = max(prepared.widest, line.opened)
    # cheap, and true of few lines: only those are asked what word spaces and Han–Latin gaps take
    if need > widest * max(1, count) + EPSILON:
        room, others = first_to_open(prepared, start, end, count)
        most = room + widest * others
        if need > most + EPSILON:
            if not prepared.punctuation.total_fit:
                return Adjustment(ragged=True)  # as office programs leave it
            return _opened(prepared, line, end, most)._replace(ragged=True)
    return _opened(prepared, line, end, need)


def _opened(prepared: Prepared, line: Broken, end: int, need: float) -> Adjustment:
    """How the gaps of a line open that ends at `end`, or hangs a mark out there, and can be widened
    by `need`.
    """
    start = line.start
    count = stretchable(prepared, start, end)
    changes: list[tuple[int, float]] = []
    spaces = word_spaces(prepared, start, end)
    need = _share(spaces, need, changes)
    rule = prepared.punctuation
    if need > EPSILON and rule.autospace_max > rule.autospace:
        gaps = prepared.gaps[slice(*inner_gaps(prepared, start, end))]
        need = _share([(k, rule.autospace_max - rule.autospace) for k in gaps], need, changes)
    if need <= EPSILON:
        return Adjustment(0.0, tuple(sorted(changes)))
    wide = opening(prepared, spaces)
    gap = need / (count - len(wide)) if count > len(wide) else 0.0
    # the gap at its end opens too: both together are no more than its most
    changes += [(k, -gap) for k in wide]
    if end < line.end and stretchable(prepared, end - 1, end + 1):
        changes.append((end - 1, -gap))
    return Adjustment(gap, _summed(changes))


def _summed(changes: list[tuple[int, float]]) -> tuple[tuple[int, float], ...]:
    """Sorted, and one change for each place."""
    total: dict[int, float] = {}
    for k, change in changes:
        total[k] = total.get(k, 0.0) + change
    return tuple(sorted(total.items()))


def _share(places: list[tuple[int, float]], need: float, changes: list[tuple[int, float]]) -> float:
    """Spread `need` over places alike, none more than its most; what is left over comes back."""
    if not places:
        return need
    room = sum(most for _, most in places)
    if room <= 0:
        return need
    part = min(1.0, need / room)
    changes += [(k, most * part) for k, most in places]
    return need - room * part


def glyph_runs(
    prepared: Prepared,
    line: Broken,
    adjustment: Adjustment,
    x: float,
    y: float,
    shifts: dict[str, float],
    ink: Ink,
) -> tuple[GlyphRun, ...]:
    """The runs of a line whose first character's place is at x on baseline y (points).

    `shifts` are the faces' baseline shifts in em.
    """
    start, end = line.start, line.end
    while end > start and prepared.letters[end - 1] == c.SPACE:
        end -= 1
    items = prepared.items
    size = prepared.style.size
    first = 0 if len(items) == 1 else bisect_right(items, start, key=lambda item: item.start) - 1
    runs: list[GlyphRun] = []
    for item in items[first:]:
        if item.start >= end:
            break
        a, b = max(item.start, start), min(item.end, end)
        # y runs down the page, shifts and rises up
        raised = y - (shifts[item.face] * item.scale + item.rise) * size
        colour = LOST if item.lost else ink
        run = _run(prepared, start, a, b, item, adjustment, x, raised, colour)
        if run is not None:
            runs.append(run)
    if line.hyphen and runs:
        runs.append(_hyphen(runs[-1], prepared, line, adjustment, x))
    return tuple(runs)


def _hyphen(
    last: GlyphRun, prepared: Prepared, line: Broken, adjustment: Adjustment, x: float
) -> GlyphRun:
    """The hyphen of a broken word, in the face of the word; in the text layer it is a soft hyphen,
    no character of the source.
    """
    start, end = line.start, line.end
    place = prepared.places[end] - prepared.places[start] - prepared.start_trims.get(start, 0.0)
    place += sum(
        change for k, change in adjustment.changes if k < end
    ) + adjustment.gap * stretchable(prepared, start, end)
    hyphen, size = prepared.hyphens[last.face], prepared.style.size
    return last._replace(
        x=x + place * size,
        size=size,
        glyphs=hyphen,
        tracking=0.0,
        kerns=(),
        text=SOFT_HYPHEN,
        clusters=None,
    )


def _run(
    prepared: Prepared,
    start: int,
    a: int,
    b: int,
    item: Item,
    adjustment: Adjustment,
    x: float,
    y: float,
    ink: Ink,
) -> GlyphRun | None:
    face, size = item.face, prepared.style.size
    glyphs = prepared.glyphs[a:b]
    gap, changes, _ = adjustment
    place = (
        prepared.places[a]
        - prepared.places[start]
        - prepared.start_trims.get(start, 0.0)
        + prepared.shifts.get(a, 0.0)
    )
    if changes:
        place += sum(change for k, change in changes if k < a)
        # it gives way on its left, before its own ink
        if prepared.letters[a] == c.OPEN:
            place += sum(change for k, change in changes if k == a)
    tracking = 0.0
    # all boundaries up to the one before this run have opened
    if gap and a > start:
        place += gap * stretchable(prepared, start, a + 1)
    # a Latin run is rigid inside: tracking would have to be undone at each of its letters
    if gap and prepared.letters[a] not in c.LATIN:
        tracking = gap * size
    kerns = _kerns(prepared, a, b, adjustment, tracking, size)
    text = prepared.string[a:b]
    if NO_GLYPH in glyphs:
        return _sparse_run(
            glyphs, text, face, size * item.scale, x + place * size, y, tracking, kerns, ink
        )
    return GlyphRun(
        face, size * item.scale, x + place * size, y, glyphs, tracking, kerns, text, ink
    )


def _kerns(
    prepared: Prepared, a: int, b: int, adjustment: Adjustment, tracking: float, size: float
) -> tuple[tuple[int, float], ...]:
    """Pen moves in points inside a run, indexes counted from its start."""
    kerns = prepared.kerns
    # what moves the run's first glyph is in its x
    low, high = bisect_left(kerns, (a + 1, -1e9)), bisect_left(kerns, (b, -1e9))
    base = kerns[low:high]
    changes = adjustment.changes
    rigid: list[int] = []
    if tracking:
        found = prepared.rigid[bisect_right(prepared.rigid, a) : bisect_left(prepared.rigid, b)]
        # before what has no glyph of its own nothing opened
        rigid = [k for k in found if prepared.glyphs[k] != NO_GLYPH]
    if not changes and not rigid:
        return tuple([(k - a, move * size) for k, move in base]) if base else ()
    moves: dict[int, float] = {k: move * size for k, move in base}
    for k, change in changes:
        # an opening mark gives way on its left: its ink moves
        after = k if prepared.letters[k] == c.OPEN else k + 1
        if a < after < b:
            moves[after] = moves.get(after, 0.0) + change * size
    # tracking opens every boundary of a run; where none may open it is taken back
    for k in rigid:
        moves[k] = moves.get(k, 0.0) - tracking
    return tuple([(k - a, moves[k]) for k in sorted(moves)])


def _sparse_run(
    glyphs: str,
    text: str,
    face: str,
    size: float,
    x: float,
    y: float,
    tracking: float,
    kerns: tuple[tuple[int, float], ...],
    ink: Ink,
) -> GlyphRun | None:
    """A run in which some characters have no glyph of their own: ligatures, variation selectors."""
    kept = [k for k, glyph in enumerate(glyphs) if glyph != NO_GLYPH]
    if not kept:
        return None
    place = {k: n for n, k in enumerate(kept)}
    moves: dict[int, float] = {}
    for k, move in kerns:
        target = next((n for n in kept if n >= k), None)
        if target is not None:
            moves[place[target]] = moves.get(place[target], 0.0) + move
    shown = "".join(glyphs[k] for k in kept)
    # characters before the first glyph are told with it, all others with the glyph before them
    clusters = (0, *kept[1:], len(text))
    return GlyphRun(
        face, size, x, y, shown, tracking, tuple(sorted(moves.items())), text, ink, clusters
    )
