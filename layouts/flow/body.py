"""The body of an issue: its articles flowed one after the other, and the pages they fill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from msgspec import Struct

from layouts.errors import Finding
from layouts.flow.around import ORPHAN, WIDOW
from layouts.flow.article_tasks import tasks
from layouts.flow.cache import Cache
from layouts.flow.cutting import outline
from layouts.flow.flowed_article import FlowedArticle, FlowState, flow, on_page, with_end
from layouts.flow.ornament import draw_column_rules
from layouts.flow.photos import Sizes
from layouts.flow.pieces import Group
from layouts.flow.placed import frame_of, leads
from layouts.flow.setting import Setter
from layouts.issue.issue import Issue
from layouts.page.page import Page

BALANCE_ROUNDS = 7
"""Halvings that find the height of balanced columns: enough for any page of less than 128 rows."""

LEAST_ROWS = WIDOW + ORPHAN - 1
"""Balanced columns have so many rows at least: in fewer, no paragraph could be parted with two
lines on either side.
"""


class Body(Struct):
    """Drawn pages of a part of the issue, numbered from its own first page, and how far down the
    last one is filled (points).
    """

    pages: list[Page]
    bottom: float
    findings: list[Finding]


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


Flowed = Cache[FlowedArticle]
"""Articles flowed before, by the identity of their pieces and the state they began at."""


def make_body(
    issue: Issue,
    first: int,
    last: int,
    setter: Setter,
    sizes: Sizes,
    start: FlowState,
    before: int = 0,
) -> Body:
    """Flow and draw the sections `first` up to `last`, the first page beginning at `start`; so many
    pages stand `before` it.
    """
    known = len(setter.findings)
    groups = (outline(task, setter, sizes) for task in tasks(issue, first, last))
    flowed = list(_flow(groups, 0, start, setter, None, before))
    if last == len(issue.sections):
        flowed = balanced(flowed, setter, None, before)
    count = page_count(flowed)
    ends = count - 1 if last == len(issue.sections) else None
    pages = draw_pages(flowed, range(count), setter, ends)
    bottom = bottom_of_page(flowed, count - 1, setter)
    # they travel with the body, which another process may have made
    found = setter.findings[known:]
    del setter.findings[known:]
    return Body(pages, bottom, found)


def page_count(flowed: Sequence[Stretch]) -> int:
    """How many pages articles fill, at least one."""
    return max(1, 1 + max((stretch.last_page for stretch in flowed), default=0))


def bottom_of_page(flowed: Sequence[Stretch], page: int, setter: Setter) -> float:
    """How far down the last page (from 0) articles reach, points."""
    text = max(
        (
            stretch.article.bottom(page - stretch.page, setter)
            for stretch in flowed
            if stretch.last_page >= page
        ),
        default=0.0,
    )
    if not any(stretch.article.notes for stretch in flowed if stretch.last_page >= page):
        return text
    from layouts.flow.page_notes import PageFeet

    return max(text, PageFeet(flowed, page, setter, last=True).bottom)


def draw_pages(
    flowed: Sequence[Stretch], wanted: range, setter: Setter, last: int | None = None
) -> list[Page]:
    """The pages `wanted` (from 0) of those that articles fill, numbered as they are in the body;
    `last` is the last page of the issue, where it is known.
    """
    grid = setter.layout.grid
    pages = [Page(at + 1, grid.width, grid.height) for at in wanted]
    for stretch in flowed:
        if stretch.page >= wanted.stop or stretch.last_page < wanted.start:
            continue
        for at, part in enumerate(stretch.article.drawn(setter), stretch.page):
            if at in wanted:
                _add(pages[at - wanted.start], part)
    if any(stretch.article.notes for stretch in flowed):
        from layouts.flow.page_notes import PageFeet

        for at, page in zip(wanted, pages, strict=True):
            PageFeet(flowed, at, setter, last=at == last).draw(page, setter)
    for page in pages:
        draw_column_rules(page, setter.layout)
    return pages


def _add(page: Page, part: Page) -> None:
    page.lines += part.lines
    page.pictures += part.pictures
    page.rules += part.rules
    page.boxes += part.boxes
    page.links += part.links
    page.anchors += part.anchors
    page.areas += part.areas
    page.crossed += part.crossed


def _flow(
    groups: Iterator[Group] | list[Group],
    page: int,
    state: FlowState,
    setter: Setter,
    known: Flowed | None,
    before: int,
) -> Iterator[Stretch]:
    """The articles one after the other, each from where the one before it ended; `before` pages
    stand before the body.
    """
    for group in groups:
        state = on_page(group, state, before + page + 1)
        stretch = Stretch(page, state, _flowed_article(group, state, setter, known))
        yield stretch
        page, state = stretch.end


def _flowed_article(
    group: Group, state: FlowState, setter: Setter, known: Flowed | None
) -> FlowedArticle:
    if known is None:
        return flow(group, state, setter)
    key = (id(group), state)
    article = known.get(key)
    if article is None:
        article = flow(group, state, setter)
        known.keep(key, article)
    return article


def balanced(
    full: list[Stretch], setter: Setter, known: Flowed | None, before: int = 0
) -> list[Stretch]:
    """Even the columns of the last page where the layout wants it (CLREQ: the shortfall stands at
    the end of the last column), by halving their height.
    """
    if not full or not setter.layout.balance or setter.layout.grid.columns == 1:
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
        trial = list(_flow(groups, moved[0].page, state, setter, known, before))
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
