"""A whole edition: front page, body, last page and running parts, every page drawn."""

from __future__ import annotations

import math
from collections.abc import Mapping

from layouts.flow.contents import Contents, draw_contents, plan_contents
from layouts.flow.fixed import colophon_rows, draw_colophon, draw_masthead, draw_page_number, issue_fields
from layouts.flow.paginate import Paginator, Placed, PlacedHeading, PlacedLine, PlacedTable
from layouts.flow.photos import PlacedPhoto, Sizes, draw
from layouts.flow.pieces import Group, outline
from layouts.flow.setting import Setter
from layouts.flow.slots import Cursor, Frames
from layouts.flow.tables import draw_table
from layouts.house.layout import Align
from layouts.issue.issue import Issue
from layouts.page.item import Anchor
from layouts.page.page import Bookmark, Page

BALANCE_ROUNDS = 7
"""Halvings that find the height of balanced columns: enough for any page of less than 128 rows."""


def lay_out(issue: Issue, setter: Setter, sizes: Sizes) -> tuple[list[Page], list[Bookmark]]:
    """Flow the issue and draw its pages; findings gather in the setter."""
    layout = setter.layout
    contents = _front(issue, setter)
    frames, cursor = _frames_under(contents, setter)
    groups = outline(issue, setter, sizes)
    paginator = _flow(groups, frames, cursor)
    if layout.balance and layout.grid.columns > 1:
        paginator = _balanced(groups, frames, cursor, paginator)
    placed = paginator.placed
    count = max([contents.last_page if contents else 0, *(_page_of(item) for item in placed[-200:])]) + 1
    if issue.colophon and _no_room_for_colophon(placed, count, setter, contents):
        count += 1
    pages = [Page(number, layout.grid.width, layout.grid.height) for number in range(1, count + 1)]
    fields = issue_fields(issue)
    draw_masthead(pages[0], issue, setter, fields)
    for item in placed:
        _draw(item, pages, setter)
    numbers = {anchor.name: page.number for page in pages for anchor in page.anchors}
    if contents is not None:
        draw_contents(contents, pages, numbers, setter)
        _front_matter_first(pages[: contents.last_page + 1])
    if issue.colophon:
        draw_colophon(pages[-1], setter, fields)
    for page in pages:
        draw_page_number(page, setter, fields)
    return pages, _bookmarks(issue, numbers)


def _front(issue: Issue, setter: Setter) -> Contents | None:
    if not issue.contents or not any(section.articles for section in issue.sections):
        return None
    return plan_contents(issue, setter, setter.layout.masthead.height)


def _frames_under(contents: Contents | None, setter: Setter) -> tuple[Frames, Cursor]:
    """The frames of the body and where it starts: under the masthead, under the contents, or on a new page after them."""
    layout = setter.layout
    grid = layout.grid
    page, bottom = (contents.last_page, contents.bottom) if contents else (0, layout.masthead.height)
    row = math.ceil((bottom - grid.top + 0.2 * grid.leading) / grid.leading)
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
    frames.ends = {page: high} if best is not full else {}
    return best


def _page_of(item: Placed) -> int:
    return item.slot.page if isinstance(item, PlacedLine) else item.page


def _no_room_for_colophon(placed: list[Placed], count: int, setter: Setter, contents: Contents | None) -> bool:
    """Whether the last page's text reaches down to where the colophon stands."""
    grid = setter.layout.grid
    foot = grid.top + grid.area_height - colophon_rows(setter) * grid.leading
    bottom = contents.bottom if contents and contents.last_page == count - 1 else 0.0
    for item in placed[-2000:]:
        if _page_of(item) == count - 1:
            bottom = max(bottom, _bottom(item, setter))
    return bottom > foot


def _bottom(item: Placed, setter: Setter) -> float:
    grid = setter.layout.grid
    if isinstance(item, PlacedLine):
        return grid.row_top(item.slot.row) + grid.size
    if isinstance(item, PlacedHeading):
        return grid.row_top(item.row + item.rows)
    if isinstance(item, PlacedTable):
        height = item.piece.block.header.height + sum(row.height for row in item.rows)
        return grid.row_top(item.row) + height
    return item.y + item.block.rows * grid.leading


def _draw(item: Placed, pages: list[Page], setter: Setter) -> None:
    page = pages[_page_of(item)]
    if isinstance(item, PlacedLine):
        _draw_line(item, page, setter)
    elif isinstance(item, PlacedPhoto):
        draw(item, page, setter)
    elif isinstance(item, PlacedHeading):
        _draw_heading(item, page, setter)
    else:
        grid = setter.layout.grid
        draw_table(item.piece.block, item.rows, grid.column_left(item.column), grid.row_top(item.row), page, setter)


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
    baseline = top + 0.88 * style.size
    for broken in item.piece.lines:
        page.lines.append(setter.line(item.piece.prepared, broken, left, baseline, item.piece.origin, style.align))
        baseline += style.leading
    page.anchors += [Anchor(name, left, grid.row_top(item.row)) for name in item.piece.anchors]


def _front_matter_first(pages: list[Page]) -> None:
    """Bring masthead and contents before the body in the reading order of the pages they share."""
    for page in pages:
        page.lines.sort(key=lambda line: line.article is not None or line.role == "section" or line.role == Align.LEFT)


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
