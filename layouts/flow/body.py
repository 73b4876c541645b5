"""The body of an issue: its articles flowed one after the other, and the pages they fill."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from layouts.errors import Finding
from layouts.flow.article_tasks import tasks
from layouts.flow.cutting import outline
from layouts.flow.flowed_article import FlowState
from layouts.flow.levelling import Stretch, balanced, flow_articles
from layouts.flow.ornament import draw_column_rules
from layouts.flow.photos import Sizes
from layouts.flow.setting import Setter
from layouts.issue.issue import Issue
from layouts.page.page import Page


class Body(Struct):
    """Drawn pages of a part of the issue, numbered from its own first page, and how far down the
    last one is filled (points).
    """

    pages: list[Page]
    bottom: float
    findings: list[Finding]


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
    flowed = flow_articles(groups, 0, start, setter, None, before)
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
    sheets = [[Page(at + 1, grid.width, grid.height)] for at in wanted]
    heads: dict[int, list[Stretch]] = {}
    for stretch in flowed:
        if stretch.page >= wanted.stop or stretch.last_page < wanted.start:
            continue
        for at, part in enumerate(stretch.article.drawn(setter), stretch.page):
            if at not in wanted:
                continue
            bands = sheets[at - wanted.start]
            if at == stretch.band_page:
                bands.append(Page(at + 1, grid.width, grid.height))
                heads.setdefault(at, []).append(stretch)
            _add(bands[-1], part)
    noted = any(stretch.article.notes for stretch in flowed)
    for at, bands in enumerate(sheets, wanted.start):
        if noted:
            from layouts.flow.page_notes import PageFeet

            PageFeet(flowed, at, setter, last=at == last).draw(bands[-1], setter)
        if len(bands) > 1:
            # loaded with the first band: an issue without one is drawn sooner
            from layouts.flow.band_drawing import draw_band_rules

            draw_band_rules(bands, heads[at], setter.layout)
            for band in bands[1:]:
                _add(bands[0], band)
        else:
            draw_column_rules(bands[0], setter.layout)
    return [bands[0] for bands in sheets]


def _add(page: Page, part: Page) -> None:
    page.lines += part.lines
    page.pictures += part.pictures
    page.rules += part.rules
    page.boxes += part.boxes
    page.links += part.links
    page.anchors += part.anchors
    page.areas += part.areas
