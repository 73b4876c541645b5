"""A whole edition: front page, body, last page and running parts, every page drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from msgspec import Struct

from layouts.errors import Finding
from layouts.flow.colophon import colophon_rows, draw_colophon
from layouts.flow.contents import Contents, draw_contents, plan_contents
from layouts.flow.fixed import draw_masthead, draw_page_number, issue_fields
from layouts.flow.paginate import Paginator, Placed, PlacedHeading, PlacedLine, PlacedTable, table_height, table_rows
from layouts.flow.photos import PlacedPhoto, Sizes, draw
from layouts.flow.pieces import Group, outline
from layouts.flow.setting import Setter
from layouts.flow.slots import Cursor, Frames
from layouts.flow.tables import draw_table
from layouts.issue.article import Paragraph, Section
from layouts.issue.issue import Issue
from layouts.page.item import Anchor
from layouts.page.page import Bookmark, Page
from layouts.parallel import fork_map

BALANCE_ROUNDS = 7
"""Halvings that find the height of balanced columns: enough for any page of less than 128 rows."""


PARALLEL_FROM = 30_000
"""Characters from which forking pays: below, a second process starts slower than the first one finishes."""


class Body(Struct):
    """Drawn pages of a part of the issue, numbered from its own first page, and how far down the last one is filled (points)."""

    pages: list[Page]
    bottom: float
    findings: list[Finding]


def lay_out(issue: Issue, setter: Setter, sizes: Sizes, workers: int = 1) -> tuple[list[Page], list[Bookmark]]:
    """Flow the issue and draw its pages; findings gather in the setter.

    Parts that start on a new page do not depend on each other: with `workers` they are flowed side by side.
    """
    layout = setter.layout
    (contents, cursor), bodies = _bodies(issue, setter, sizes, workers)
    front = [Page(number, layout.grid.width, layout.grid.height) for number in range(1, cursor.page + 1)]
    fields = issue_fields(issue)
    sheets, bottom = _joined(front, bodies, setter)
    if contents is not None and contents.last_page == len(sheets) - 1:
        bottom = max(bottom, contents.bottom)
    if issue.colophon and bottom > _colophon_top(setter, fields):
        sheets.append(Page(len(sheets) + 1, layout.grid.width, layout.grid.height))
        setter.findings.append(_lonely_colophon(len(sheets)))
    head = Page(1, 0.0, 0.0)
    draw_masthead(head, setter, fields)
    sheets[0].lines[:0], sheets[0].rules[:0] = head.lines, head.rules
    numbers = {anchor.name: page.number for page in sheets for anchor in page.anchors}
    if contents is not None:
        _insert_contents(contents, sheets, numbers, setter, len(head.lines))
    if issue.colophon:
        draw_colophon(sheets[-1], setter, fields)
    for page in sheets:
        draw_page_number(page, setter, fields)
    return sheets, _bookmarks(issue, numbers)


def _lonely_colophon(page: int) -> Finding:
    zh = f"第 {page} 页只有报尾：前一页的正文再少几行，就能省下这一页"
    en = f"page {page} holds the colophon alone: a few lines less on the page before would save it"
    return Finding("warning", "colophon-alone", zh, en, page=page)


def _insert_contents(contents: Contents, pages: list[Page], numbers: dict[str, int], setter: Setter, after: int) -> None:
    """Draw the list of contents before the body in reading order, after the masthead's lines on the first page."""
    listed = [Page(page.number, page.width, page.height) for page in pages[: contents.last_page + 1]]
    draw_contents(contents, listed, numbers, setter)
    for page, part in zip(pages, listed, strict=False):
        at = after if page.number == 1 else 0
        page.lines[at:at] = part.lines
        page.rules += part.rules
        page.links += part.links


class Opening(NamedTuple):
    """The planned front matter and where the body begins."""

    contents: Contents | None
    cursor: Cursor


def _bodies(issue: Issue, setter: Setter, sizes: Sizes, workers: int) -> tuple[Opening, list[Body]]:
    """The parts of the issue, flowed side by side where it is long. Only the first waits for the list of contents that it stands under."""
    setter.typesetter.learn("".join(_body_texts(issue)), setter.style("body"))
    parts = _parts(issue) if workers > 1 and _characters(issue) >= PARALLEL_FROM else [(0, len(issue.sections))]
    shares = _shares(parts, issue, workers)
    openings: list[Opening] = []

    def opening_share() -> Body:
        contents = _front(issue, setter)
        frames, cursor = _frames_under(contents, setter)
        openings.append(Opening(contents, cursor))
        return _body(issue, *shares[0], setter, sizes, frames, cursor)

    grid = setter.layout.grid
    clear = partial(Frames, grid, setter.layout.photo.min_slot)
    others = [partial(_body, issue, *share, setter, sizes, clear(), Cursor()) for share in shares[1:]]
    bodies = fork_map([opening_share, *others], Body)  # the first job is done in this process: its opening stays here
    return openings[0], bodies


def _body(issue: Issue, first: int, last: int, setter: Setter, sizes: Sizes, frames: Frames, cursor: Cursor) -> Body:
    """Flow and draw the sections `first` up to `last`."""
    known = len(setter.findings)
    groups = outline(issue, first, last, setter, sizes)
    paginator = _flow(groups, frames, cursor)
    if setter.layout.balance and setter.layout.grid.columns > 1 and last == len(issue.sections):
        paginator = _balanced(groups, frames, cursor, paginator)
    grid = setter.layout.grid
    start = cursor.page
    count = max((_page_of(item) for item in paginator.placed), default=start) + 1 - start
    pages = [Page(number, grid.width, grid.height) for number in range(1, count + 1)]
    for item in paginator.placed:
        _draw(item, pages[_page_of(item) - start], setter)
    bottom = max((_bottom(item, setter) for item in paginator.placed if _page_of(item) == start + count - 1), default=0.0)
    found = setter.findings[known:]
    del setter.findings[known:]
    return Body(pages, bottom, found)


def _joined(front: list[Page], bodies: list[Body], setter: Setter) -> tuple[list[Page], float]:
    """All pages in one row, numbered through, and how far down the last one is filled. The body's first page may be the front page."""
    pages = front
    for body in bodies:
        setter.findings += body.findings
        for page in body.pages:
            page.number = len(pages) + 1
            pages.append(page)
    return pages, bodies[-1].bottom


def _parts(issue: Issue) -> list[tuple[int, int]]:
    """Runs of sections that begin on a new page."""
    starts = [k for k, section in enumerate(issue.sections) if k == 0 or section.break_before]
    return list(zip(starts, [*starts[1:], len(issue.sections)], strict=True))


def _shares(parts: list[tuple[int, int]], issue: Issue, workers: int) -> list[tuple[int, int]]:
    """Neighbouring parts joined into one share of about the same length for each worker."""
    if len(parts) < 2:
        return parts
    weights = [sum(_weight(issue.sections[k]) for k in range(*part)) for part in parts]
    total = sum(weights)
    shares: list[tuple[int, int]] = []
    begun, done = parts[0][0], 0
    for (_, end), weight in zip(parts, weights, strict=True):
        done += weight
        if done >= total * (len(shares) + 1) / workers or end == parts[-1][1]:
            shares.append((begun, end))
            begun = end
    return shares


def _characters(issue: Issue) -> int:
    return sum(map(len, _body_texts(issue)))


def _body_texts(issue: Issue) -> Iterator[str]:
    for section in issue.sections:
        for article in section.articles:
            yield from (block.text.string for block in article.blocks if isinstance(block, Paragraph))


def _weight(section: Section) -> int:
    return sum(len(block.text.string) for article in section.articles for block in article.blocks if isinstance(block, Paragraph))


def _front(issue: Issue, setter: Setter) -> Contents | None:
    if not issue.contents or not any(section.articles for section in issue.sections):
        return None
    return plan_contents(issue, setter, setter.layout.masthead.height)


def _frames_under(contents: Contents | None, setter: Setter) -> tuple[Frames, Cursor]:
    """The frames of the body and where it starts: under the masthead, under the contents, or on a new page after them."""
    layout = setter.layout
    grid = layout.grid
    page, bottom = (contents.last_page, contents.bottom) if contents else (0, layout.masthead.height)
    row = math.ceil((bottom - grid.top + (1.0 if contents else 0.2) * grid.leading) / grid.leading)
    if contents and (layout.contents.body_on_new_page or row > grid.rows - 4):
        page, row = page + 1, 0
    frames = Frames(grid, layout.photo.min_slot, {page: max(0, row)})
    return frames, Cursor(page, 0, max(0, row))


def _flow(groups: list[Group], frames: Frames, cursor: Cursor) -> Paginator:
    frames.exclusions = {}
    paginator = Paginator(frames, cursor.copy())
    paginator.run(groups)
    return paginator


def _balanced(groups: list[Group], frames: Frames, cursor: Cursor, full: Paginator) -> Paginator:
    """Even the columns of the last page (CLREQ: the shortfall stands at the end of the last column), by halving their height."""
    page = full.cursor.page
    if full.cursor.column == 0 and full.cursor.row <= frames.first_row(page):
        return full
    low, high = frames.first_row(page) + 1, frames.grid.rows
    best = full
    for _ in range(BALANCE_ROUNDS):
        if low >= high:
            break
        middle = (low + high) // 2
        frames.ends = {page: middle}
        trial = _flow(groups, frames, cursor)
        if max(_page_of(item) for item in trial.placed) > page:
            low = middle + 1
        else:
            best, high = trial, middle
    frames.ends = {}
    return best


def _page_of(item: Placed) -> int:
    return item.slot.page if isinstance(item, PlacedLine) else item.page


def _colophon_top(setter: Setter, fields: Mapping[str, str]) -> float:
    """Above this height (points from the page's top) the last page's text leaves the colophon its room."""
    grid = setter.layout.grid
    return grid.top + grid.area_height - colophon_rows(setter, fields) * grid.leading


def _bottom(item: Placed, setter: Setter) -> float:
    grid = setter.layout.grid
    if isinstance(item, PlacedLine):
        return grid.row_top(item.slot.row) + grid.size
    if isinstance(item, PlacedHeading):
        return grid.row_top(item.row + item.rows)
    if isinstance(item, PlacedTable):
        return grid.row_top(item.row + table_rows(item, grid))
    return item.y + item.block.rows * grid.leading


def _draw(item: Placed, page: Page, setter: Setter) -> None:
    if isinstance(item, PlacedLine):
        _draw_line(item, page, setter)
    elif isinstance(item, PlacedPhoto):
        draw(item, page, setter)
    elif isinstance(item, PlacedHeading):
        _draw_heading(item, page, setter)
    else:
        _draw_table(item, page, setter)


def _draw_table(item: PlacedTable, page: Page, setter: Setter) -> None:
    """Stand a table in the middle of its rows."""
    grid = setter.layout.grid
    spare = table_rows(item, grid) * grid.leading - (grid.leading - grid.size) - table_height(item)
    draw_table(item.piece.block, item.rows, grid.column_left(item.column), grid.row_top(item.row) + spare / 2, page, setter)


def _draw_line(item: PlacedLine, page: Page, setter: Setter) -> None:
    piece, broken, slot, first = item
    grid = setter.layout.grid
    size = piece.prepared.style.size
    x = slot.x + (piece.inset + (piece.indent if first else 0.0)) * size
    page.lines.append(setter.line(piece.prepared, broken, x, grid.baseline(slot.row), piece.origin, piece.align))
    if first and piece.anchor:
        page.anchors.append(Anchor(piece.anchor, slot.x, grid.row_top(slot.row)))


def _draw_heading(item: PlacedHeading, page: Page, setter: Setter) -> None:
    """Stand a heading's lines in its rows: the free space shared above and below as its style asks, all above it at most at mid-column."""
    grid, style = setter.layout.grid, item.piece.prepared.style
    left = grid.column_left(item.column)
    available = item.rows * grid.leading - (grid.leading - grid.size)
    content = (len(item.piece.lines) - 1) * style.leading + style.size
    free = max(0.0, available - content)
    before = 0.0 if item.rows < item.piece.rows or not style.before + style.after else style.before
    share = before / (before + style.after) if before + style.after else 0.5
    top = grid.row_top(item.row) + free * share
    if item.rows < item.piece.rows:
        top = grid.row_top(item.row)
    baseline = top + grid.rise(style.size)
    for broken in item.piece.lines:
        page.lines.append(setter.line(item.piece.prepared, broken, left, baseline, item.piece.origin, style.align))
        baseline += style.leading
    page.anchors += [Anchor(name, left, grid.row_top(item.row)) for name in item.piece.anchors]


def _bookmarks(issue: Issue, numbers: Mapping[str, int]) -> list[Bookmark]:
    found: list[Bookmark] = []
    number = 0
    for index, section in enumerate(issue.sections):
        if f"section-{index}" in numbers:
            found.append(Bookmark(section.name, 0, f"section-{index}"))
        for article in section.articles:
            if article.title.string and f"article-{number}" in numbers:
                found.append(Bookmark(article.title.string, 1, f"article-{number}"))
            number += 1
    return found
