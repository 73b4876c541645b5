"""A whole edition: front page, body, last page and running parts, every page drawn."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple, Protocol

from layouts.errors import Finding
from layouts.flow.body import Body, Stretch, draw_pages, make_body
from layouts.flow.colophon import colophon_rows, draw_colophon
from layouts.flow.contents import Contents, draw_contents, plan_contents
from layouts.flow.fixed import draw_masthead, draw_page_number, issue_fields
from layouts.flow.flow_cache import FlowCache, recall
from layouts.flow.flowed_article import FlowState, opening
from layouts.flow.photos import Sizes
from layouts.flow.setting import Setter
from layouts.flow.sharing import Gather, make_bodies
from layouts.issue.issue import Issue
from layouts.messages.setting import COLOPHON_ALONE
from layouts.page.page import Bookmark, Page
from layouts.text.treatment import one_line


class Watch(Protocol):
    """Follows the making of an edition."""

    def __call__(self, done: int, pages: Callable[[], list[Page]]) -> None:
        """So many pages are filled; `pages()` draws them.

        An exception raised here ends the work.
        """
        ...


def lay_out(
    issue: Issue, setter: Setter, sizes: Sizes, gather: Gather | None = None
) -> tuple[list[Page], list[Bookmark]]:
    """Flow the issue and draw its pages; findings gather in the setter.

    Parts that start on a new page do not depend on each other: those of a long issue are flowed by
    `gather`, if given, side by side.
    """
    fronts: list[Front] = []

    def first(last: int) -> Body:
        # only now, so that other processes have begun on their shares when the list is planned here
        fronts.append(_front(issue, setter))
        return make_body(issue, 0, last, setter, sizes, fronts[0].start)

    bodies = make_bodies(issue, setter, sizes, first, gather)
    return _finished(issue, setter, fronts[0], bodies, None)


def lay_out_again(
    issue: Issue, setter: Setter, sizes: Sizes, cache: FlowCache, watch: Watch
) -> tuple[list[Page], list[Bookmark]]:
    """Flow an issue of which an earlier value was flowed before: only what has changed is done.

    Pages that look the same are the same.
    """
    front = _front(issue, setter, cache)

    def progress(flowed: list[Stretch]) -> None:
        done = front.page + (flowed[-1].page + flowed[-1].article.advance if flowed else 0)
        watch(done, lambda: _draft(issue, setter, front, flowed, cache))

    body = make_body(issue, 0, len(issue.sections), setter, sizes, front.start, cache, progress)
    pages, bookmarks = _finished(issue, setter, front, [body], cache)
    for k, (page, before) in enumerate(zip(pages, cache.pages, strict=False)):
        # painters of the window remember pages by identity
        if page == before:
            pages[k] = before
    cache.pages = pages
    cache.turn(setter)
    return pages, bookmarks


UNDER_CONTENTS, UNDER_MASTHEAD = 1.0, 0.2
"""Rows left free above the body on the front page: under the list of contents a whole one, under
the masthead alone, whose rule parts them already, what keeps ink from touching it.
"""

LEAST_START = 4
"""The body begins on the front page where that has at least so many rows for it."""


class Front(NamedTuple):
    """The planned front matter, and the page (from 0) and state the body begins at."""

    contents: Contents | None
    page: int
    start: FlowState


def _front(issue: Issue, setter: Setter, cache: FlowCache | None = None) -> Front:
    contents = None
    if issue.contents and any(section.articles for section in issue.sections):
        titles = tuple(
            (section.name, section.source, tuple((a.title, a.source) for a in section.articles))
            for section in issue.sections
        )
        plan = partial(plan_contents, issue, setter, setter.layout.masthead.height)
        contents = recall(cache and cache.contents, titles, setter, plan)
    layout = setter.layout
    grid = layout.grid
    page, bottom = (
        (contents.last_page, contents.bottom) if contents else (0, layout.masthead.height)
    )
    air = UNDER_CONTENTS if contents else UNDER_MASTHEAD
    row = math.ceil((bottom - grid.top + air * grid.leading) / grid.leading)
    if (contents and layout.contents.body_on_new_page) or row > max(0, grid.rows - LEAST_START):
        page, row = page + 1, 0
    # all columns of that page begin at the same row
    return Front(contents, page, opening(0, max(0, row), {0: max(0, row)}))


def _finished(
    issue: Issue, setter: Setter, front: Front, bodies: list[Body], cache: FlowCache | None
) -> tuple[list[Page], list[Bookmark]]:
    """All pages in one row, with everything that is not body."""
    sheets = _blank(front.page, setter)  # the body's first page may be the front page itself
    for body in bodies:
        setter.findings += body.findings
        sheets += body.pages
    _number(sheets)
    bottom = bodies[-1].bottom
    # an issue may end on the page of its list: where the body is short
    if front.contents is not None and front.contents.last_page == len(sheets) - 1:
        bottom = max(bottom, front.contents.bottom)
    fields = issue_fields(issue)
    if issue.colophon and bottom > _colophon_top(setter, fields):
        sheets += _blank(1, setter)
        _number(sheets)
        setter.findings.append(_lonely_colophon(len(sheets)))
    numbers = {anchor.name: page.number for page in sheets for anchor in page.anchors}
    _dress(sheets, front.contents, fields, numbers, setter, cache)
    if issue.colophon:
        _put_colophon(sheets[-1], fields, setter, cache)
    _put_page_numbers(sheets, fields, setter, cache)
    return sheets, _bookmarks(issue, numbers)


def _draft(
    issue: Issue, setter: Setter, front: Front, flowed: list[Stretch], cache: FlowCache
) -> list[Page]:
    """The pages so far, dressed as they will be; the list of contents keeps the numbers of the
    pages before it where no newer is known.
    """
    sheets = [*_blank(front.page, setter), *draw_pages(flowed, setter)]
    _number(sheets)
    known = len(setter.findings)
    fields = issue_fields(issue)
    numbers = {
        # of the pages made anew the numbers come last and win
        anchor.name: page.number
        for page in (*cache.pages, *sheets)
        for anchor in page.anchors
    }
    _dress(sheets, front.contents, fields, numbers, setter, cache)
    _put_page_numbers(sheets, fields, setter, cache)
    # what a draft finds is found again when it is finished
    del setter.findings[known:]
    return [
        before if page == before else page
        # beyond the pages there were each is compared with itself
        for page, before in zip(sheets, (*cache.pages, *sheets[len(cache.pages) :]), strict=False)
    ]


def _blank(count: int, setter: Setter) -> list[Page]:
    grid = setter.layout.grid
    return [Page(0, grid.width, grid.height) for _ in range(count)]


def _number(sheets: list[Page]) -> None:
    for number, page in enumerate(sheets, start=1):
        page.number = number


def _lonely_colophon(page: int) -> Finding:
    return Finding("warning", "colophon-alone", *COLOPHON_ALONE(page=page), page=page)


def _dress(
    sheets: list[Page],
    contents: Contents | None,
    fields: Mapping[str, str],
    numbers: dict[str, int],
    setter: Setter,
    cache: FlowCache | None,
) -> None:
    """Put the masthead and the list of contents before the body in reading order."""
    kept = cache and cache.sheets
    key = tuple(fields.items())
    head = recall(
        kept,
        ("masthead", key),
        setter,
        lambda: [_drawn(lambda page: draw_masthead(page, setter, fields))],
    )[0]
    # at the front, since the order of lines is that of reading
    sheets[0].lines[:0], sheets[0].rules[:0] = head.lines, head.rules
    if contents is None:
        return
    targets = tuple(numbers.get(entry.target) for entry in contents.entries)
    listed = recall(
        kept,
        ("contents", id(contents), targets),
        setter,
        partial(_listed, contents, numbers, setter),
    )
    for page, part in zip(sheets, listed, strict=False):
        at = len(head.lines) if page.number == 1 else 0
        page.lines[at:at] = part.lines
        page.rules += part.rules
        page.links += part.links


def _listed(contents: Contents, numbers: dict[str, int], setter: Setter) -> list[Page]:
    listed = _blank(contents.last_page + 1, setter)
    draw_contents(contents, listed, numbers, setter)
    return listed


def _put_colophon(
    page: Page, fields: Mapping[str, str], setter: Setter, cache: FlowCache | None
) -> None:
    key = ("colophon", tuple(fields.items()))
    foot = recall(
        cache and cache.sheets,
        key,
        setter,
        lambda: [_drawn(lambda part: draw_colophon(part, setter, fields))],
    )[0]
    page.lines += foot.lines
    page.rules += foot.rules


def _put_page_numbers(
    sheets: list[Page], fields: Mapping[str, str], setter: Setter, cache: FlowCache | None
) -> None:
    key = tuple(fields.items())
    for page in sheets:
        number = page.number
        draw = partial(draw_page_number, setter=setter, fields=fields)
        part = recall(
            cache and cache.sheets,
            ("number", number, key),
            setter,
            lambda draw=draw, number=number: [_drawn(draw, number)],
        )[0]
        page.lines += part.lines


def _drawn(draw: Callable[[Page], None], number: int = 1) -> Page:
    """A fixed part alone on a sheet."""
    # without a size: what is drawn on it is moved to another page
    page = Page(number, 0.0, 0.0)
    draw(page)
    return page


def _colophon_top(setter: Setter, fields: Mapping[str, str]) -> float:
    """Above this height (points from the page's top) the last page's text leaves the colophon its
    room.
    """
    grid = setter.layout.grid
    return grid.top + grid.area_height - colophon_rows(setter, fields) * grid.leading


def _bookmarks(issue: Issue, numbers: Mapping[str, int]) -> list[Bookmark]:
    found: list[Bookmark] = []
    number = 0
    for index, section in enumerate(issue.sections):
        if f"section-{index}" in numbers:
            found.append(Bookmark(section.name, 0, f"section-{index}"))
        for article in section.articles:
            if article.title.string and f"article-{number}" in numbers:
                found.append(Bookmark(one_line(article.title), 1, f"article-{number}"))
            number += 1
    return found
