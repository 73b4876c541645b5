"""The share of an issue's rows that must change for an aim, whatever a ladder may find.

Between two forced breaks only the rows there can help. So it is with a blank at a column's foot,
which what comes next (a photo, a heading with its text) was too high for: what changes before it
changes the blank, until that is full or takes in what comes next. Where lines were held back to
stand beside a photo of their paragraph, the photo would come in where that paragraph begins. Told
is the way on which least must change, of the rows that can help on it:

- rows are missing: those behind the last blank; or all of them, and the blank is filled first;
- rows are over: those behind the last blank; or enough before it that what comes next finds room
  and with it what else is over. Where it takes in more than was over, what is then missing can only
  be brought behind it: each part has to be reached by itself, and the larger share counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from layouts.fitting.goals import Extents, PagesGoal, extent_of
from layouts.fitting.trial import Trial, piece_of, placed_of, row_under, runs_of_pieces
from layouts.flow.floats import PlacedFloat
from layouts.flow.placed import Placed, PlacedLine

LEAST_BLANK = 3
"""Rows: fewer are left blank wherever headings and paragraphs are kept whole."""


class Blank(NamedTuple):
    """Rows left blank at a column's foot: how many rows there are before it and behind it, how many
    it has, and how many what comes next takes.
    """

    before: int
    rows: int
    behind: int
    next: int


def least_share(goal: PagesGoal, base: Trial) -> float:
    """The share for a goal: of its runs of pages the one that must change most."""
    extent = extent_of(base)
    return max(
        (
            share_of_run(goal, extent, run, need, next(reversed(blanks(base, run)), None))
            for run, need in goal.needs(base).items()
        ),
        default=0.0,
    )


def plain_share(goal: PagesGoal, base: Trial) -> float:
    """The same without a thought of blanks: of all rows between two forced breaks."""
    needs, extent = goal.needs(base), extent_of(base)
    there = sum(extent.rows[run] for run in needs)
    return sum(map(abs, needs.values())) / there if there else 0.0


def share_of_run(
    goal: PagesGoal, extent: Extents, run: int, need: int, blank: Blank | None
) -> float:
    """The share for a run of pages that so many rows are missing of (+) or over (−), with its last
    blank.
    """
    rows = extent.rows[run]
    if not rows or blank is None:
        return abs(need) / rows if rows else 1.0
    there = abs(need) / blank.behind
    if need > 0:
        return min(there, (need + blank.rows) / rows)
    return min(there, _taken_in(goal, extent, run, blank))


def _taken_in(goal: PagesGoal, extent: Extents, run: int, blank: Blank) -> float:
    """The share where what comes next is taken into the blank, which then is one no more."""
    fewer = tuple(count - blank.next * (at == run) for at, count in enumerate(extent.rows))
    left = goal.needed(extent._replace(rows=fewer)).get(run, 0)
    saved = blank.next - blank.rows
    if left <= 0:
        return (saved - left) / extent.rows[run]
    # rows that are brought before it would drive it out again
    return max(saved / blank.before, left / max(1, blank.behind - blank.next))


def blanks(base: Trial, run: int) -> list[Blank]:
    """The blanks in a run of pages, in reading order, before what is higher than they are."""
    full, numbers = base.layout.grid.rows, runs_of_pieces(base)
    columns: dict[int, list[Placed]] = {}
    at = 0
    for page, item in placed_of(entry.stretch for entry in base.strung):
        at = max(at, numbers.get(id(piece_of(item)), at))
        if at == run:
            columns.setdefault(page * base.layout.grid.columns + item.column, []).append(item)
    feet = {
        column: max(row_under(item, base.setter) for item in there)
        for column, there in columns.items()
    }
    first, last = min(columns, default=0), max(columns, default=0)
    found: list[Blank] = []
    for column in sorted(columns):
        if column >= last:
            continue
        here, there = columns[column], columns.get(column + 1, [])
        foot, kept = feet[column], _kept_at_head(there, base)
        if begun := _before_its_photo(here, there):
            foot, kept = begun
        found.append(
            Blank(
                (column - first) * full + foot,
                full - foot,
                (last - column - 1) * full + feet[last],
                kept,
            )
        )
    return [blank for blank in found if LEAST_BLANK <= blank.rows < blank.next]


def _before_its_photo(here: Sequence[Placed], there: Sequence[Placed]) -> tuple[int, int] | None:
    """Where a paragraph begins in a column whose foot it leaves blank, as its photo found no room
    there, and the rows that photo takes: it stands at the next column's head, beside what was held
    back of the paragraph.
    """
    last = here[-1] if here else None
    if not isinstance(last, PlacedLine):
        return None
    own = {id(block) for block in last.piece.floats}
    moved = [
        item.block.rows
        for item in there
        if isinstance(item, PlacedFloat) and item.row == 0 and id(item.block) in own
    ]
    if not moved:
        return None
    begins = min(
        item.row for item in here if isinstance(item, PlacedLine) and item.piece is last.piece
    )
    return begins, max(moved)


def _kept_at_head(items: Sequence[Placed], base: Trial) -> int:
    """The rows that headings at the head of a column, and a photo that stands under them, take."""
    kept = 0
    for item in items:
        if isinstance(item, PlacedLine) and item.piece.origin.role == "body":
            break
        if item.row <= kept:
            kept = max(kept, row_under(item, base.setter))
    return kept
