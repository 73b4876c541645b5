"""The articles of an issue strung up again after an edit: what stands before and after what changed
is taken over as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from msgspec import Struct

from layouts.flow.article_tasks import ArticleTask, stands_above, tasks
from layouts.flow.cutting import outline
from layouts.flow.flowed_article import FlowState, on_page
from layouts.flow.levelling import Flowed, Stretch, band_start, closed, flowed_article
from layouts.flow.made import Made, made
from layouts.flow.photos import PhotoSize, Sizes
from layouts.flow.pieces import Group
from layouts.flow.setting import Setter
from layouts.house.layout import Layout
from layouts.issue.article import Article, Section
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo


class Outlined(Struct):
    """The pieces of an article. It holds the article, whose identity is part of the key."""

    article: Article
    group: Group


class Strung(NamedTuple):
    """An article strung up: what its pieces were made from, the pieces, where they came to
    stand.
    """

    key: tuple[object, ...]
    outlined: Made[Outlined]
    stretch: Stretch


Sections = tuple[Section, ...]

Progress = Callable[[list[Strung]], None]
"""Told before each article that is flowed what was strung up so far."""


class KeptSections(NamedTuple):
    """How many sections at the head and at the tail of an issue are as they were; with as many
    articles between them as there were, so that those of the tail keep their numbers.
    """

    head: int
    tail: int

    def between(self, sections: Sections) -> Sections:
        """The sections that may have changed."""
        return sections[self.head : len(sections) - self.tail]


NOTHING = KeptSections(0, 0)


def kept_sections(before: Sections, after: Sections, layout: Layout) -> KeptSections:
    """The sections at both ends that are the very same: an edit makes a new value of the one it is
    in.
    """
    least = min(len(before), len(after))
    head = next((k for k in range(least) if before[k] is not after[k]), least)
    if len(before) != len(after):
        return KeptSections(head, 0)
    most = least - head
    tail = next((k for k in range(most) if before[-1 - k] is not after[-1 - k]), most)
    kept = KeptSections(head, tail)
    if _articles(kept.between(before)) != _articles(kept.between(after)):
        return KeptSections(head, 0)
    unlike = (stands_above(one[: len(one) - tail], layout) for one in (before, after))
    if len(set(unlike)) > 1:
        # the first that is printed stands under what stands otherwise
        printed = (k for k, section in enumerate(after[len(after) - tail :], 1) if section.articles)
        return KeptSections(head, tail - next(printed, tail))
    return kept


def string_up(
    issue: Issue,
    setter: Setter,
    sizes: Sizes,
    start: tuple[int, FlowState],
    old: list[Strung],
    kept: KeptSections,
    progress: Progress,
    before: int = 0,
    trials: Flowed | None = None,
) -> list[Strung]:
    """The articles one after the other from a page and state on, `before` pages of the front; `old`
    is how they were strung up when the sections `kept` were as they are, after as many. What is
    flowed again and again to level columns is asked of `trials`.
    """
    if kept.head:
        kept = _without_open_end(issue, old, kept)
    head = _articles(issue.sections[: kept.head])
    tail = len(old) - _articles(issue.sections[len(issue.sections) - kept.tail :])
    page, state = start
    strung: list[Strung] = []
    begun = 0
    # where the body begins elsewhere all of it moves, in the pieces it has
    if head and start == _natural(old[0].stretch):
        strung = old[: _settled(old, head)]
        begun = band_start(_groups(strung))
        if strung:
            page, state = strung[-1].stretch.end
        if len(strung) < head:
            begun, (page, state) = len(strung), _natural(old[len(strung)].stretch)
    for key, outlined in _outlines(issue, setter, sizes, old, kept, len(strung)):
        progress(strung)
        at = len(strung)
        group = outlined.value.group
        if group.band is not None and at > begun:
            strung[begun:], page, state = _closed(strung[begun:], group, setter, trials, before)
            begun = at
        state = on_page(group, state, before + page + 1)
        known = old[at] if at < len(old) and old[at].outlined is outlined else None
        if known is not None and at >= tail and _stands_alike(old, at, state, page):
            # what follows depends on nothing else: it stands as it did, maybe some pages on
            return strung + _moved(old[at:], page - known.stretch.page)
        if known is None or known.stretch.state != state:
            stretch = Stretch(page, state, flowed_article(group, state, setter, trials))
        else:
            stretch = known.stretch._replace(page=page)
        strung.append(Strung(key, outlined, stretch))
        page, state = stretch.end
    return strung


def _natural(stretch: Stretch) -> tuple[int, FlowState]:
    """Where an article begins whose columns are not level yet."""
    return stretch.page, stretch.state._replace(ends=()) if stretch.state.ends else stretch.state


def _settled(old: list[Strung], head: int) -> int:
    """How many of the first `head` articles stand where they do whatever follows: all of them, or
    those above a headline across columns where one more follows, which had those under it level.
    """
    bands = [k for k, entry in enumerate(old) if entry.outlined.value.group.band is not None]
    if not bands or bands[-1] < head:
        return head
    return max((k for k in bands if k < head), default=0)


def _stands_alike(old: list[Strung], at: int, state: FlowState, page: int) -> bool:
    """Whether articles from `at` on stand as they did if the first begins at a state and page; it
    begins a band or none begins after it, so that nothing levels it with what is above.
    """
    before, known = _natural(old[at].stretch)
    is_open = old[at].outlined.value.group.band is not None or band_start(_groups(old)) <= at
    return is_open and known == state and _may_move(old[at:], page - before)


def _groups(strung: list[Strung]) -> Iterator[Group]:
    return (entry.outlined.value.group for entry in strung)


def _closed(
    run: list[Strung], group: Group, setter: Setter, trials: Flowed | None, before: int
) -> tuple[list[Strung], int, FlowState]:
    """The articles above a headline across columns, level, and where that begins."""
    level, page, state = closed([entry.stretch for entry in run], group, setter, trials, before)
    moved = [entry._replace(stretch=stretch) for entry, stretch in zip(run, level, strict=True)]
    return moved, page, state


def _articles(sections: Sections) -> int:
    return sum(len(section.articles) for section in sections)


def _without_open_end(issue: Issue, old: list[Strung], kept: KeptSections) -> KeptSections:
    """The sections kept without the last one of which a photo may wait: where it comes to stand
    depends on whether what follows begins a new page.
    """
    last = _articles(issue.sections[: kept.head]) - 1
    if last < 0 or not old[last].outlined.value.group.apart:
        return kept
    head = kept.head
    while not issue.sections[head - 1].articles:
        head -= 1
    return kept._replace(head=head - 1)


def _may_move(strung: list[Strung], by: int) -> bool:
    """Whether articles stand as they did so many pages on: facing pages face each other no more
    after an odd number.
    """
    return by % 2 == 0 or not any(entry.outlined.value.group.spreads for entry in strung)


def _moved(strung: list[Strung], by: int) -> list[Strung]:
    if not by:
        return strung
    return [
        entry._replace(stretch=entry.stretch._replace(page=entry.stretch.page + by))
        for entry in strung
    ]


def _outlines(
    issue: Issue, setter: Setter, sizes: Sizes, old: list[Strung], kept: KeptSections, begin: int
) -> Iterator[tuple[tuple[object, ...], Made[Outlined]]]:
    """The pieces of the articles from number `begin` on, cut anew where one changed."""
    head = _articles(issue.sections[: kept.head])
    for entry in old[begin:head]:
        yield entry.key, entry.outlined
    last = len(issue.sections) - kept.tail
    for task in tasks(issue, kept.head, last, setter.layout, follows=head > 0):
        key = _key(task, sizes)
        if task.number < len(old) and old[task.number].key == key:
            yield key, old[task.number].outlined
        else:
            yield key, made(setter, partial(_outlined, task, setter, sizes))
    for entry in old[len(old) - _articles(issue.sections[last:]) :]:
        yield entry.key, entry.outlined


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
    own = task.number, head, task.break_before, task.follows, task.fitted
    stands = task.columns, task.above
    return id(task.article), own, task.closes, task.beside_list, stands, photos
