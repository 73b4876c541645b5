"""An issue laid out again after an edit: only sheets on which something stands otherwise are drawn;
all others are the very pages of the time before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple, Protocol

from msgspec import Struct

from layouts.errors import Finding
from layouts.flow.art import Art
from layouts.flow.body import draw_pages, ending_of, page_count
from layouts.flow.cache import Cache
from layouts.flow.dressing import (
    Parts,
    RunningParts,
    blank,
    bookmarks,
    colophon_part,
    colophon_sheet,
    dress,
    put_colophon,
    put_running_parts,
)
from layouts.flow.front import Front, plan_front
from layouts.flow.leaf import NO_LEAF, Leaf
from layouts.flow.levelling import Flowed, Stretch, balanced
from layouts.flow.made import Made, made
from layouts.flow.photos import Sizes
from layouts.flow.running import PageNames, page_names
from layouts.flow.setting import Setter
from layouts.flow.stringing import NOTHING, KeptSections, Strung, kept_sections, string_up
from layouts.house.template import issue_fields
from layouts.issue.article import Section
from layouts.issue.issue import Issue
from layouts.page.page import Bookmark, Page

if TYPE_CHECKING:
    from layouts.flow.cover import CoverWords


class PagesSoFar(NamedTuple):
    """The first pages of an issue, and what was found on the way there."""

    pages: list[Page]
    findings: list[Finding]


class Watch(Protocol):
    """Follows the making of an edition."""

    def __call__(self, done: int, first: Callable[[], PagesSoFar]) -> None:
        """So many pages are filled; `first()` draws them.

        An exception raised here ends the work.
        """
        ...


class LaidOut(Struct):
    """An issue as it was laid out; `numbers` are the pages (from 1) that anchors stand on,
    `named` what each page is about, `colophon` the sheet (from 0) that it stands on.
    """

    issue: Issue
    fields: Mapping[str, str]
    front: Made[Front]
    strung: list[Strung]
    flowed: list[Stretch]
    sheets: list[Page]
    numbers: dict[str, int]
    bookmarks: list[Bookmark]
    art: Art
    named: list[PageNames]
    leaf: Leaf = NO_LEAF
    cover: CoverWords | None = None
    colophon: int = 0


class FlowCache:
    """Everything kept of the composition before.

    `pages` are those shown last, also where nothing else is known of them.
    """

    def __init__(self, pages: Iterable[Page] = ()) -> None:
        self.laid: LaidOut | None = None
        self.pages = list(pages)
        self.parts: Parts = Cache()
        self.trials: Flowed = Cache()
        self.running: RunningParts = {}
        self.photos_known = True

    def doubt_photos(self) -> None:
        """Photo files were looked at again: ask of each article whether it has the same."""
        self.photos_known = False

    def turn(self, setter: Setter) -> None:
        """A composition has come to its end: what it did not use is forgotten."""
        for cache in (self.parts, self.trials):
            cache.turn()
        if setter.cache is not None:
            setter.cache.turn()
        self.photos_known = True


class _Work(NamedTuple):
    """What is laid out, and what is known of the time before."""

    issue: Issue
    setter: Setter
    cache: FlowCache
    fields: Mapping[str, str]
    front: Front
    sizes: Sizes

    @property
    def before(self) -> LaidOut | None:
        """The issue as it was laid out before, where sheets of it can stay."""
        laid = self.cache.laid
        if laid is None or laid.fields != self.fields or laid.front.value is not self.front:
            return None
        if laid.art is not self.setter.art or laid.leaf != self.setter.leaf:
            return None
        return laid


def lay_out_again(
    issue: Issue, setter: Setter, sizes: Sizes, cache: FlowCache, watch: Watch
) -> tuple[list[Page], list[Bookmark]]:
    """Flow an issue of which an earlier value was flowed before: only what has changed is done.

    Pages that look the same are the same.
    """
    laid = cache.laid
    kept = _kept(laid, issue, cache, setter)
    same = laid is not None and laid.leaf == setter.leaf
    front = laid.front if laid and same and _same_titles(laid.issue, issue, kept) else None
    if front is None:
        front = made(setter, lambda: plan_front(issue, setter))
    setter.findings += front.findings
    fields = issue_fields(issue)
    if laid is not None and (laid.fields != fields or not same):
        cache.running = {}
    work = _Work(issue, setter, cache, fields, front.value, sizes)

    def progress(strung: list[Strung]) -> None:
        end = strung[-1].stretch.end[0] if strung else 0
        done = front.value.page + end
        watch(done, lambda: _pages_so_far(work, strung, done))

    at = front.value.page
    if laid is not None and laid.front.value.page != at:
        kept = NOTHING  # on other pages photos may find other pages that face each other
    start, old = (0, front.value.start), laid.strung if laid else []
    strung = string_up(issue, setter, sizes, start, old, kept, progress, at, cache.trials)
    setter.findings += _found(strung)
    cache.laid = _finished(work, front, strung)
    cache.pages = cache.laid.sheets
    cache.turn(setter)
    return list(cache.pages), cache.laid.bookmarks


def _kept(laid: LaidOut | None, issue: Issue, cache: FlowCache, setter: Setter) -> KeptSections:
    if laid is None or not cache.photos_known or laid.issue.folder != issue.folder:
        return NOTHING
    # beside a list of contents a headline leaves that its column
    if (laid.issue.fitting, laid.issue.contents) != (issue.fitting, issue.contents):
        return NOTHING
    return kept_sections(laid.issue.sections, issue.sections, setter.layout)


def _same_titles(before: Issue, after: Issue, kept: KeptSections) -> bool:
    """Whether the list of contents says the same, and stands in the same column."""
    return (
        before.contents == after.contents
        and len(before.sections) == len(after.sections)
        and all(
            one is other or _titles(one) == _titles(other)
            for one, other in zip(
                kept.between(before.sections), kept.between(after.sections), strict=True
            )
        )
    )


def _titles(section: Section) -> tuple[object, ...]:
    listed = [(a.title, a.source, a.kind, a.across, a.boxed) for a in section.articles]
    return section.name, section.source, section.columns, listed


def _found(strung: list[Strung]) -> Iterator[Finding]:
    return chain.from_iterable([entry.outlined.findings for entry in strung])


def _pages_so_far(work: _Work, strung: list[Strung], done: int) -> PagesSoFar:
    """The pages so far, dressed as they will be; the list of contents keeps the numbers of the
    pages before it where no newer is known.
    """
    found = [*work.setter.findings, *_found(strung)]
    known = len(work.setter.findings)
    flowed = [entry.stretch for entry in strung]
    fresh = _drawn(work, flowed, _stale(work, flowed, done))
    numbers = _numbers(work.cache.pages) | _numbers(fresh.values())
    if work.setter.leaf.sheets:
        _cover(work, flowed, fresh, numbers)
    dress(fresh.values(), work.front.contents, work.fields, numbers, work.setter, work.cache.parts)
    named = page_names(work.issue, numbers, 1 + max(fresh, default=0), work.setter)
    put_running_parts(fresh.values(), named, work.fields, work.setter, work.cache.running)
    # what is found on them is found again when it is finished
    del work.setter.findings[known:]
    return PagesSoFar(_with(work.cache.pages, fresh, done), found)


def _finished(work: _Work, front: Made[Front], strung: list[Strung]) -> LaidOut:
    """All sheets, with everything that is not body."""
    issue, setter, cache, fields, _, _ = work
    stretches = [entry.stretch for entry in strung]
    flowed = balanced(stretches, setter, cache.trials, work.front.page)
    count = page_count(flowed)
    total = work.front.page + count
    ending = ending_of(flowed, count, setter)
    colophon = colophon_sheet(issue, work.front, total, ending, fields, setter) - 1
    total = max(total, colophon + 1)
    last = count - 1
    stale = _stale(work, flowed, total) | _colophon_moved(work.before, colophon, total)
    fresh = _drawn(work, flowed, stale, last)
    numbers = _renumbered(work.before, fresh, total)
    if work.before is not None and numbers != work.before.numbers and work.front.contents:
        leaf = setter.leaf.sheets
        listed = set(range(leaf, min(total, leaf + work.front.contents.last_page + 1)))
        fresh = {**_drawn(work, flowed, listed - fresh.keys(), last), **fresh}
    named = page_names(issue, numbers, total, setter)
    renamed = _renamed(work.before, named)
    fresh = {**_drawn(work, flowed, renamed - fresh.keys(), last), **fresh}
    cover = _cover(work, flowed, fresh, numbers) if setter.leaf.sheets else None
    dress(fresh.values(), work.front.contents, fields, numbers, setter, cache.parts)
    if issue.colophon:
        part = colophon_part(fields, setter, cache.parts)
        if colophon in fresh:
            put_colophon(fresh[colophon], part)
    known = len(setter.findings)
    put_running_parts(fresh.values(), named, fields, setter, cache.running)
    setter.findings[known:] = chain.from_iterable(
        [
            cache.running[key].findings
            for key in list(enumerate(named, start=1))[setter.leaf.sheets :]
        ]
    )
    sheets = _with(cache.pages, fresh, total)
    marks = _bookmarks(work.before, issue, numbers, setter.leaf)
    return LaidOut(
        issue,
        fields,
        front,
        strung,
        flowed,
        sheets,
        numbers,
        marks,
        setter.art,
        named,
        setter.leaf,
        cover,
        colophon,
    )


def _cover(
    work: _Work, flowed: list[Stretch], fresh: dict[int, Page], numbers: Mapping[str, int]
) -> CoverWords:
    """What the cover says; it is drawn where it says something else than before."""
    from layouts.flow.cover import cover_words, draw_cover

    words = cover_words(work.issue, numbers, work.setter)
    if work.before is None or work.before.cover != words or not work.cache.photos_known:
        fresh.update(_drawn(work, flowed, {0} - fresh.keys()))
    if 0 in fresh:
        draw_cover(fresh[0], work.issue, words, work.sizes, work.setter)
    return words


def _colophon_moved(before: LaidOut | None, colophon: int, total: int) -> set[int]:
    """The sheets (from 0, of so many) that the colophon stood on and stands on, where it moved."""
    if before is None or before.colophon == colophon:
        return set()
    return {sheet for sheet in (before.colophon, colophon) if sheet < total}


def _renamed(before: LaidOut | None, named: list[PageNames]) -> set[int]:
    """The sheets (from 0) on which the running head names another section than before."""
    known = before.named if before is not None else []
    pairs = enumerate(zip(known, named, strict=False))
    return {sheet for sheet, (old, new) in pairs if old != new}


def _stale(work: _Work, flowed: list[Stretch], total: int) -> set[int]:
    """The sheets (from 0) of so many that have to be drawn: what stands on them moved or changed,
    they are new, or the last one or no longer the last one, where the colophon stands.
    """
    before = work.before
    if before is None:
        return set(range(total))
    count, old, new = len(before.sheets), before.flowed, flowed
    head = _same(zip(old, new, strict=False))
    least = min(len(old), len(new)) - head
    tail = min(least, _same(zip(reversed(old), reversed(new), strict=False)))
    moved = [*old[head : len(old) - tail], *new[head : len(new) - tail]]
    first = min((stretch.page for stretch in moved), default=total)
    last = max((stretch.last_page for stretch in moved), default=-1)
    at = work.front.page
    stale = {*range(at + first, min(at + last + 1, total)), *range(count, total)}
    return stale if total == count else stale | {min(total, count) - 1}


def _same(pairs: Iterable[tuple[Stretch, Stretch]]) -> int:
    """How many pairs of stretches there are before the first that differ."""
    count = 0
    for one, other in pairs:
        if one is not other and (one.page != other.page or one.article is not other.article):
            break
        count += 1
    return count


def _drawn(
    work: _Work, flowed: list[Stretch], wanted: set[int], last: int | None = None
) -> dict[int, Page]:
    """These sheets with the body on them, and nothing else yet; `last` is the last page of the
    body, where it is known.
    """
    drawn: dict[int, Page] = {}
    at = work.front.page
    # neighbours are drawn together: each run goes through the articles once
    for _, run in groupby(enumerate(sorted(wanted)), lambda pair: pair[1] - pair[0]):
        sheets = [sheet for _, sheet in run]
        body = range(max(sheets[0], at) - at, max(sheets[-1] + 1, at) - at)
        pages = [
            *blank(len(sheets) - len(body), work.setter),
            *draw_pages(flowed, body, work.setter, last),
        ]
        for sheet, page in zip(sheets, pages, strict=True):
            page.number = sheet + 1
            drawn[sheet] = page
    return drawn


def _numbers(sheets: Iterable[Page]) -> dict[str, int]:
    return {anchor.name: page.number for page in sheets for anchor in page.anchors}


def _renumbered(before: LaidOut | None, fresh: Mapping[int, Page], total: int) -> dict[str, int]:
    """The pages that anchors stand on, after some were drawn and others fell away."""
    if before is None:
        return _numbers(fresh.values())
    numbers = dict(before.numbers)
    gone = (k for k in range(len(before.sheets)) if k in fresh or k >= total)
    for anchor in chain.from_iterable(before.sheets[k].anchors for k in gone):
        numbers.pop(anchor.name, None)
    return numbers | _numbers(fresh.values())


def _with(old: list[Page], fresh: Mapping[int, Page], total: int) -> list[Page]:
    """So many sheets, those drawn where they differ from the old ones: painters of the window
    remember pages by identity.
    """
    sheets = old[:total] + [fresh[k] for k in range(len(old), total)]
    for k, page in fresh.items():
        if k < len(old) and page != old[k]:
            sheets[k] = page
    return sheets


def _bookmarks(
    before: LaidOut | None, issue: Issue, numbers: Mapping[str, int], leaf: Leaf
) -> list[Bookmark]:
    if before is not None and numbers.keys() == before.numbers.keys():
        return before.bookmarks
    return bookmarks(issue, numbers, leaf)
