"""The body of an issue: its articles flowed one after the other, and the pages they fill."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate, pairwise
from typing import NamedTuple

from msgspec import Struct

from layouts.errors import Finding
from layouts.flow.around import ORPHAN, WIDOW
from layouts.flow.flow_cache import FlowCache, Outlined, recall
from layouts.flow.flowed_article import FlowedArticle, FlowState, flow, with_end
from layouts.flow.photos import PhotoSize, Sizes
from layouts.flow.pieces import ArticleTask, Group, outline, tasks
from layouts.flow.placed import frame_of, leads
from layouts.flow.setting import Setter
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
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


Progress = Callable[[list[Stretch]], None]
"""Told before each article what was flowed so far."""


def make_body(
    issue: Issue,
    first: int,
    last: int,
    setter: Setter,
    sizes: Sizes,
    start: FlowState,
    cache: FlowCache | None = None,
    progress: Progress | None = None,
) -> Body:
    """Flow and draw the sections `first` up to `last`, the first page beginning at `start`."""
    known = len(setter.findings)
    groups = _groups(issue, first, last, setter, sizes, cache)
    flowed = list(_flow(groups, 0, start, setter, cache, progress))
    if setter.layout.balance and setter.layout.grid.columns > 1 and last == len(issue.sections):
        flowed = _balanced(flowed, setter, cache)
    pages = draw_pages(flowed, setter)
    bottom = max(
        (stretch.article.bottom(len(pages) - 1 - stretch.page, setter) for stretch in flowed),
        default=0.0,
    )
    # they travel with the body, which another process may have made
    found = setter.findings[known:]
    del setter.findings[known:]
    return Body(pages, bottom, found)


def draw_pages(flowed: list[Stretch], setter: Setter) -> list[Page]:
    """The pages that articles fill, at least one, numbered from 1."""
    grid = setter.layout.grid
    count = max((stretch.last_page for stretch in flowed), default=0) + 1
    pages = [Page(number, grid.width, grid.height) for number in range(1, max(1, count) + 1)]
    for stretch in flowed:
        # the issue goes on after the article's last page
        for page, part in zip(pages[stretch.page :], stretch.article.drawn(setter), strict=False):
            page.lines += part.lines
            page.pictures += part.pictures
            page.rules += part.rules
            page.boxes += part.boxes
            page.links += part.links
            page.anchors += part.anchors
    return pages


def _groups(
    issue: Issue, first: int, last: int, setter: Setter, sizes: Sizes, cache: FlowCache | None
) -> Iterator[Group]:
    kept = cache.groups if cache else None
    for task in tasks(issue, first, last):
        key = _key(task, sizes) if cache else None
        yield recall(kept, key, setter, partial(_outlined, task, setter, sizes)).group


def _outlined(task: ArticleTask, setter: Setter, sizes: Sizes) -> Outlined:
    return Outlined(task.article, outline(task, setter, sizes))


def _key(task: ArticleTask, sizes: Sizes) -> tuple[object, ...]:
    """What the pieces of an article are made from."""
    blocks = task.article.blocks
    photos: tuple[PhotoSize | None, ...] = tuple(
        sizes.get(block) for block in blocks if isinstance(block, Photo)
    )
    head = (task.section, task.name, task.source) if task.opens else None
    # by identity: an edit makes a new article, and `Outlined` keeps the old one alive
    return id(task.article), task.number, head, task.break_before, task.follows, photos


def _flow(
    groups: Iterator[Group] | list[Group],
    page: int,
    state: FlowState,
    setter: Setter,
    cache: FlowCache | None,
    progress: Progress | None = None,
) -> Iterator[Stretch]:
    """The articles one after the other, each from where the one before it ended."""
    done: list[Stretch] = []
    for group in groups:
        if progress is not None:
            progress(done)
        article = _flowed_article(group, state, setter, cache)
        done.append(Stretch(page, state, article))
        yield done[-1]
        page, state = page + article.advance, article.after


def _flowed_article(
    group: Group, state: FlowState, setter: Setter, cache: FlowCache | None
) -> FlowedArticle:
    if cache is None:
        return flow(group, state, setter)
    key = (id(group), state)
    article = cache.flowed.get(key)
    if article is None:
        article = flow(group, state, setter)
        cache.flowed.keep(key, article)
    return article


def _balanced(full: list[Stretch], setter: Setter, cache: FlowCache | None) -> list[Stretch]:
    """Even the columns of the last page (CLREQ: the shortfall stands at the end of the last
    column), by halving their height.
    """
    if not full:
        return full
    last = full[-1]
    page, after = last.page + last.article.advance, last.article.after
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
    for _ in range(BALANCE_ROUNDS):
        if low >= high:
            break
        middle = (low + high) // 2
        state = with_end(moved[0].state, page - moved[0].page, middle)
        trial = list(_flow(groups, moved[0].page, state, setter, cache))
        # too low: text runs on to another page, or a heading is left at a column's foot
        if max(stretch.last_page for stretch in trial) > page or any(
            _leaves_a_heading(stretch) for stretch in trial
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
