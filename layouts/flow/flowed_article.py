"""One article flowed from where the one before it ended.

What it leaves is all that the next one depends on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from msgspec import Struct

from layouts.flow.drawing import bottom_of, draw_placed
from layouts.flow.paginate import Paginator
from layouts.flow.pieces import Group
from layouts.flow.placed import Placed
from layouts.flow.setting import Setter
from layouts.flow.slots import Cursor, Exclusion, Frames, NotesFoot
from layouts.house.hanging import HANGS
from layouts.page.item import Anchor
from layouts.page.page import Page
from layouts.page.turning import off_paper

if TYPE_CHECKING:
    from layouts.flow.page_notes import ArticleNotes

T = TypeVar("T")


class FlowState(NamedTuple):
    """Where an article begins, its page counted as 0: the cursor, rows at which columns start and
    end otherwise, what stands in them; the `number` of that page, or one of its parity, where the
    article depends on it.
    """

    column: int
    row: int
    starts: tuple[tuple[int, int], ...] = ()
    ends: tuple[tuple[int, int], ...] = ()
    exclusions: tuple[tuple[tuple[int, int], tuple[Exclusion, ...]], ...] = ()
    heads: tuple[tuple[tuple[int, int], int], ...] = ()
    feet: tuple[tuple[tuple[int, int], int], ...] = ()
    notes: tuple[tuple[tuple[int, int], NotesFoot], ...] = ()
    number: int = 0


class FlowedArticle(Struct):
    """An article in its places. Pages are counted from the one it began on.

    `advance` is how many pages on the next article begins, `after` the state it finds there.
    `last_page` is the last page anything of it stands on, −1 where it has nothing to show. `parts`
    are its items by page, drawn when they are first asked for, but for its `notes` at the feet of
    pages, where those of others stand too.
    """

    group: Group
    placed: list[Placed]
    advance: int
    after: FlowState
    last_page: int
    notes: ArticleNotes | None = None
    parts: list[Page] | None = None

    def bottom(self, page: int, setter: Setter) -> float:
        """How far down a page it reaches, points; 0 where nothing of it is there."""
        if page > self.last_page:
            return 0.0
        setter = setter.of(self.group)
        foot = max(
            (bottom_of(item, setter) for item in self.placed if item.page == page), default=0.0
        )
        # its frame stands under it
        return foot + setter.layout.grid.leading if self.group.boxed else foot

    def drawn(self, setter: Setter) -> list[Page]:
        """Its items, a page's worth each."""
        if self.parts is None:
            setter = setter.of(self.group)
            grid = setter.layout.grid
            self.parts = [Page(0, grid.width, grid.height) for _ in range(self.last_page + 1)]
            for item in self.placed:
                draw_placed(item, self.parts[item.page], setter)
            if self.notes:
                from layouts.flow.page_notes import put_signs

                for part in self.parts:
                    put_signs(part, self.notes, setter)
            if self.group.anchor and self.placed:
                # its section's heading has an anchor of its own
                first = next((item for item in self.placed if not item.leads), self.placed[0])
                part = self.parts[first.page]
                at = grid.column_left(first.column), grid.row_top(first.row)
                part.anchors.append(Anchor(self.group.anchor, *off_paper(part, *at)))
        return self.parts


def opening(column: int, row: int, starts: dict[int, int]) -> FlowState:
    """The state of the first article, on a page whose columns begin at `starts`."""
    return FlowState(column, row, tuple(sorted(starts.items())))


def with_end(state: FlowState, page: int, row: int | None) -> FlowState:
    """A state whose page `page` ends before `row`; at its natural foot for None."""
    kept = tuple(end for end in state.ends if end[0] != page)
    return state._replace(
        # a page before the one the article begins on is none of its business
        ends=kept if row is None or page < 0 else tuple(sorted((*kept, (page, row))))
    )


def flow(group: Group, state: FlowState, setter: Setter) -> FlowedArticle:
    """Place an article from a state on."""
    setter = setter.of(group)
    layout = setter.layout
    exclusions = {frame: list(shapes) for frame, shapes in state.exclusions}
    frames = Frames(
        layout.grid,
        layout.photo.min_slot,
        dict(state.starts),
        dict(state.ends),
        exclusions,
        dict(state.heads),
        dict(state.feet),
        dict(state.notes),
        HANGS * layout.grid.size if layout.styles["body"].hang else 0.0,
    )
    paginator = Paginator(frames, Cursor(0, state.column, state.row), number=state.number)
    if group.notes:
        # loaded with the first: an issue without any at the foot of its pages is composed sooner
        from layouts.flow.note_feet import NoteFeet

        paginator.feet = NoteFeet(group.notes, frames, setter)
    if group.band is not None:
        # loaded with the first: an issue without one is composed sooner
        from layouts.flow.bands import LEAST_UNDER, open_band

        open_band(group, group.band, paginator)
        for item in paginator.placed:
            paginator.stand_notes(item, LEAST_UNDER)
    paginator.place(group)
    cursor = paginator.cursor
    placed = paginator.placed
    last_page = max((item.page for item in placed), default=-1)
    notes = None
    if paginator.feet:
        from layouts.flow.page_notes import article_notes

        notes = article_notes(paginator.feet, state.notes)
        last_page = max(last_page, notes.last_page)
    return FlowedArticle(group, placed, cursor.page, _after(frames, cursor), last_page, notes)


def _after(frames: Frames, cursor: Cursor) -> FlowState:
    """What the next article finds, its page counted as 0: of pages left behind nothing is kept."""
    page = cursor.page
    return FlowState(
        cursor.column,
        cursor.row,
        tuple((at - page, row) for at, row in sorted(frames.starts.items()) if at >= page),
        tuple((at - page, row) for at, row in sorted(frames.ends.items()) if at >= page),
        tuple(
            ((at - page, column), tuple(shapes))
            for (at, column), shapes in sorted(frames.exclusions.items())
            if at >= page and shapes
        ),
        _from_page(frames.heads, page),
        _from_page(frames.feet, page),
        _from_page(frames.notes, page),
    )


def _from_page(known: dict[tuple[int, int], T], page: int) -> tuple[tuple[tuple[int, int], T], ...]:
    if not known:
        return ()
    return tuple(
        ((at - page, column), known[at, column]) for at, column in sorted(known) if at >= page
    )


def on_page(group: Group, state: FlowState, number: int) -> FlowState:
    """The state for an article that begins on the page with that number: what does not depend on
    it is not told.
    """
    return state._replace(number=2 - number % 2) if group.spreads else state
