"""Articles strung up one after the other; columns made level where a part of the issue ends, or a
headline across columns stands under them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from layouts.flow.around import ORPHAN, WIDOW
from layouts.flow.cache import Cache
from layouts.flow.drawing import bottom_of
from layouts.flow.floats import PlacedFloat
from layouts.flow.flowed_article import FlowedArticle, FlowState, flow, on_page, with_end
from layouts.flow.pieces import BreakPiece, Group, HeadingPiece
from layouts.flow.placed import Placed, frame_of, leads
from layouts.flow.setting import Setter
from layouts.geometry import EPSILON
from layouts.house.layout import Grid
from layouts.house.text_style import Levelling

BALANCE_ROUNDS = 7
"""Halvings that find the height of balanced columns: enough for any page of less than 128 rows."""

LEAST_ROWS = WIDOW + ORPHAN - 1
"""Balanced columns have so many rows at least: in fewer, no paragraph could be parted with two
lines on either side.
"""


class Stretch(NamedTuple):
    """An article, and the page (from 0, of this part of the issue) and state it begins at."""

    page: int
    state: FlowState
    article: FlowedArticle

    @property
    def last_page(self) -> int:
        """The last page it stands on."""
        return self.page + self.article.last_page

    @property
    def end(self) -> tuple[int, FlowState]:
        """The page and the state that the article after it begins at."""
        return self.page + self.article.advance, self.article.after

    @property
    def first_page(self) -> int:
        """The first page it stands on, where it stands on any."""
        return self.page + min((item.page for item in self.article.placed), default=0)


Flowed = Cache[FlowedArticle]
"""Articles flowed before, by the identity of their pieces and the state they began at."""


def flow_articles(
    groups: Iterable[Group],
    page: int,
    state: FlowState,
    setter: Setter,
    known: Flowed | None,
    before: int,
) -> list[Stretch]:
    """The articles one after the other, each from where the one before it ended; `before` pages
    stand before the body.
    """
    flowed: list[Stretch] = []
    begun = 0
    for group in groups:
        if flowed and group.band is not None:
            flowed[begun:], page, state = closed(flowed[begun:], group, setter, known, before)
            begun = len(flowed)
        state = on_page(group, state, before + page + 1)
        stretch = Stretch(page, state, flowed_article(group, state, setter, known))
        flowed.append(stretch)
        page, state = stretch.end
    return flowed


def flowed_article(
    group: Group, state: FlowState, setter: Setter, known: Flowed | None
) -> FlowedArticle:
    """An article flowed from a state on, or as it was flowed from there before."""
    if known is None:
        return flow(group, state, setter)
    key = (id(group), state)
    article = known.get(key)
    if article is None:
        article = flow(group, state, setter)
        known.keep(key, article)
    return article


def balanced(
    full: list[Stretch],
    setter: Setter,
    known: Flowed | None,
    before: int = 0,
    *,
    ends: bool = True,
) -> list[Stretch]:
    """Even the columns of the last page where the layout wants it: where the issue `ends`, or a new
    page begins.
    """
    if not full or not _ends_level(full[-1].article.group, setter, ends=ends):
        return full
    begun = band_start(stretch.article.group for stretch in full)
    return [*full[:begun], *_level(full[begun:], setter, known, before)]


def _ends_level(last: Group, setter: Setter, *, ends: bool) -> bool:
    """Whether the columns end level of a page that nothing follows on."""
    level = setter.layout.balance
    return last.boxed or level in BEFORE_BREAKS or (ends and level is Levelling.ISSUE)


def band_start(groups: Iterable[Group]) -> int:
    """The number of the last article that begins a band; 0 where none does."""
    return max((k for k, group in enumerate(groups) if group.band is not None), default=0)


def _level(full: list[Stretch], setter: Setter, known: Flowed | None, before: int) -> list[Stretch]:
    """Even the columns of the last page (CLREQ: the shortfall stands at the end of the last
    column), by halving their height.
    """
    if not full or setter.of(full[0].article.group).layout.grid.columns == 1:
        return full
    page, after = full[-1].end
    first_row = dict(after.starts).get(0, 0)
    # what would follow begins a page: none is filled in part
    if after.column == 0 and after.row <= first_row:
        return full
    # the first article that reaches the last page: with it the trial has to begin
    from_here = next(
        k
        for k, reached in enumerate(accumulate((_end(stretch) for stretch in full), max))
        if reached >= page
    )
    kept, moved = full[:from_here], full[from_here:]
    groups = [stretch.article.group for stretch in moved]
    low, high = first_row + LEAST_ROWS, setter.layout.grid.rows
    best = moved
    # a photo that stands apart may have a page after that on which the text ends
    most = max(page, *(stretch.last_page for stretch in full))
    for _ in range(BALANCE_ROUNDS):
        if low >= high:
            break
        middle = (low + high) // 2
        state = with_end(moved[0].state, page - moved[0].page, middle)
        trial = flow_articles(groups, moved[0].page, state, setter, known, before)
        # too low: text runs on to another page, or a heading is left at a column's foot
        if (
            (most > page and trial[-1].end[0] > page)
            or max(stretch.last_page for stretch in trial) > most
            or any(_leaves_a_heading(stretch) for stretch in trial)
        ):
            low = middle + 1
        else:
            best, high = trial, middle
    return [*kept, *best]


def _leaves_a_heading(stretch: Stretch) -> bool:
    """Whether a heading ends a column, as one at the head of too low a column must."""
    return any(
        leads(item) and frame_of(item) != frame_of(below)
        for item, below in pairwise(stretch.article.placed)
    )


def _end(stretch: Stretch) -> int:
    return max(stretch.last_page, stretch.page + stretch.article.advance)


# -- bands ----------------------------------------------------------------------


BEFORE_BREAKS = frozenset([Levelling.PAGE, Levelling.SECTION, Levelling.ARTICLE])
"""Where the columns of a page end level that text leaves before it is full."""


def closed(
    run: list[Stretch], group: Group, setter: Setter, known: Flowed | None, before: int
) -> tuple[list[Stretch], int, FlowState]:
    """The articles above one that begins a band: their columns level, and the page and state it
    begins at, under them all.
    """
    page, state = run[-1].end
    if group.pieces and isinstance(group.pieces[0], BreakPiece):
        # what it leaves of the page stays free
        if _ends_level(run[-1].article.group, setter, ends=False):
            run = _level(run, setter, known, before)
        page, state = run[-1].end
        return run, page, _seen(state._replace(ends=()), run, group, setter)
    run = _level(run, setter, known, before)
    page, state = run[-1].end
    bottom = _rows_filled(run, page, setter)
    if bottom:
        state = _under(state, bottom + run[-1].article.group.boxed + _air_over(group))
    return run, page, _seen(state, run, group, setter)


def _seen(state: FlowState, run: list[Stretch], group: Group, setter: Setter) -> FlowState:
    """A state as an article in other columns finds it; pages with notes at their foot leave it
    none.
    """
    above = run[-1].article.group
    if (group.columns, group.boxed) == (above.columns, above.boxed):
        return state
    from layouts.flow.other_columns import seen_in

    grid = setter.of(group).layout.grid
    noted = {page for (page, _), _ in state.notes}
    later = tuple(((page, 0), grid.rows) for page in sorted(noted - {0}))
    state = state._replace(notes=(), heads=(*state.heads, *later))
    if 0 in noted:
        state = _under(state, grid.rows)
    return seen_in(state, grid.columns)


def _under(state: FlowState, row: int) -> FlowState:
    """A state of which nothing is left on its first page but the rows from `row` on; photos and
    notes at the foot of that page stand where they stood.
    """
    return FlowState(
        0,
        row,
        ((0, row), *(start for start in state.starts if start[0])),
        tuple(end for end in state.ends if end[0]),
        tuple(taken for taken in state.exclusions if taken[0][0]),
        tuple(head for head in state.heads if head[0][0]),
        state.feet,
        state.notes,
    )


def _air_over(group: Group) -> int:
    """Rows that part what stands across columns from the text above it."""
    first = next((piece for piece in group.pieces if isinstance(piece, HeadingPiece)), None)
    if first is None:
        return 1
    return max(1, first.gap_rows + first.rows - first.rows_at_top)


def _rows_filled(run: Sequence[Stretch], page: int, setter: Setter) -> int:
    """The rows of a page that articles have filled, photos at its foot not counted; 0 where nothing
    stands on it.
    """
    setter = setter.of(run[-1].article.group)
    grid = setter.layout.grid
    feet = {column: row for (at, column), row in run[-1].article.after.feet if at == 0}
    return max(
        (
            _row_under(item, setter, grid)
            for item in _items_on(run, page)
            if not (isinstance(item, PlacedFloat) and item.row >= feet.get(item.column, grid.rows))
        ),
        default=0,
    )


def _items_on(run: Sequence[Stretch], page: int) -> Iterator[Placed]:
    for stretch in run:
        if stretch.last_page >= page:
            yield from (item for item in stretch.article.placed if item.page == page - stretch.page)


def _row_under(item: Placed, setter: Setter, grid: Grid) -> int:
    return math.ceil((bottom_of(item, setter) - grid.top) / grid.leading - EPSILON)
