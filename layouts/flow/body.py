"""The body of an issue: its articles flowed one after the other, and the pages they fill."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from layouts.errors import Finding
from layouts.flow.article_tasks import tasks
from layouts.flow.cutting import outline
from layouts.flow.floats import PlacedFloat
from layouts.flow.flowed_article import FlowState
from layouts.flow.levelling import Stretch, balanced, flow_articles
from layouts.flow.ornament import draw_column_rules
from layouts.flow.photos import Sizes
from layouts.flow.placed import Placed
from layouts.flow.setting import Setter
from layouts.issue.issue import Issue
from layouts.issue.photo import PhotoPlace
from layouts.page.page import Page
from layouts.page.turning import upright_part


class BodyEnd(Struct, frozen=True):
    """How far down the last page of a body is filled, points; and where photos alone fill pages
    behind its text, how many `behind`, and how far down the page before them is filled, `above`.
    """

    bottom: float
    behind: int = 0
    above: float = 0.0


class Body(Struct):
    """Drawn pages of a part of the issue, numbered from its own first page, and how they end."""

    pages: list[Page]
    ending: BodyEnd
    findings: list[Finding]


class DrawnBand(Struct):
    """What is drawn of a page from the `head` of a band down to the next, in so many `columns`,
    inside the frame of the article `framed`.
    """

    page: Page
    head: Stretch | None = None
    columns: int = 0
    framed: Stretch | None = None

    @property
    def boxed(self) -> bool:
        """Whether it stands in a frame."""
        return self.framed is not None


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
    groups = (outline(task, setter, sizes) for task in tasks(issue, first, last, setter.layout))
    flowed = flow_articles(groups, 0, start, setter, None, before)
    flowed = balanced(flowed, setter, None, before, ends=last == len(issue.sections))
    count = page_count(flowed)
    ends = count - 1 if last == len(issue.sections) else None
    pages = draw_pages(flowed, range(count), setter, ends)
    ending = ending_of(flowed, count, setter)
    # they travel with the body, which another process may have made
    found = setter.findings[known:]
    del setter.findings[known:]
    return Body(pages, ending, found)


def page_count(flowed: Sequence[Stretch]) -> int:
    """How many pages articles fill, at least one."""
    return max(1, 1 + max((stretch.last_page for stretch in flowed), default=0))


def ending_of(flowed: Sequence[Stretch], count: int, setter: Setter) -> BodyEnd:
    """How the last of so many pages are filled."""
    text = count - 1
    while text >= 0 and _photos_fill(flowed, text):
        text -= 1
    bottom = _bottom_of_page(flowed, count - 1, setter, last=True)
    if text < 0 or text == count - 1:
        return BodyEnd(bottom)
    # notes stand at the very foot of a page that is not the last
    return BodyEnd(bottom, count - 1 - text, _bottom_of_page(flowed, text, setter, last=False))


def _photos_fill(flowed: Sequence[Stretch], page: int) -> bool:
    """Whether a page (from 0) holds nothing but photos or tables that have pages of their own."""
    here = [stretch for stretch in flowed if stretch.page <= page <= stretch.last_page]
    items = [
        item
        for stretch in here
        for item in stretch.article.placed
        if item.page == page - stretch.page
    ]
    noted = any(
        at == page - stretch.page
        for stretch in here
        if stretch.article.notes
        for at, _ in stretch.article.notes.stood
    )
    return bool(items) and not noted and all(map(_has_page, items))


def _has_page(item: Placed) -> bool:
    place = getattr(item.block, "place", None) if isinstance(item, PlacedFloat) else None
    return place in {PhotoPlace.PAGE, PhotoPlace.SPREAD}


def _bottom_of_page(flowed: Sequence[Stretch], page: int, setter: Setter, *, last: bool) -> float:
    """How far down a page (from 0), the last or another, articles reach, points."""
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

    return max(text, PageFeet(flowed, page, setter, last=last).bottom)


def draw_pages(
    flowed: Sequence[Stretch], wanted: range, setter: Setter, last: int | None = None
) -> list[Page]:
    """The pages `wanted` (from 0) of those that articles fill, numbered as they are in the body;
    `last` is the last page of the issue, where it is known.
    """
    sheets = _bands_of_pages(flowed, wanted, setter)
    noted = any(stretch.article.notes for stretch in flowed)
    for at, bands in enumerate(sheets, wanted.start):
        if noted:
            from layouts.flow.page_notes import PageFeet

            feet = PageFeet(flowed, at, setter, last=at == last)
            feet.draw(upright_part(bands[-1].page), setter)
        if len(bands) > 1:
            # loaded with the first band: an issue without one is drawn sooner
            from layouts.flow.band_drawing import draw_band_rules

            draw_band_rules(bands, setter)
        else:
            draw_column_rules(upright_part(bands[0].page), setter.of(bands[0]).layout)
        _frame(bands, at, setter)
        for band in bands[1:]:
            _add(bands[0].page, band.page)
    return [bands[0].page for bands in sheets]


def _bands_of_pages(
    flowed: Sequence[Stretch], wanted: range, setter: Setter
) -> list[list[DrawnBand]]:
    """What articles put on each of the pages `wanted`, from the top of each down."""
    grid = setter.layout.grid
    sheets = [[DrawnBand(Page(at + 1, grid.width, grid.height))] for at in wanted]
    for stretch in flowed:
        if stretch.page >= wanted.stop or stretch.last_page < wanted.start:
            continue
        group, begins = stretch.article.group, stretch.first_page
        for at, part in enumerate(stretch.article.drawn(setter), stretch.page):
            # where it only leaves a page it changes nothing there
            if at not in wanted or at < begins:
                continue
            bands = sheets[at - wanted.start]
            if at == begins and group.band is not None:
                bands.append(DrawnBand(Page(at + 1, grid.width, grid.height), stretch))
            bands[-1].columns = group.columns
            bands[-1].framed = stretch if group.boxed else None
            _add(bands[-1].page, part)
    return sheets


def _frame(bands: Sequence[DrawnBand], at: int, setter: Setter) -> None:
    for band in bands:
        if band.framed is not None:
            # loaded with the first
            from layouts.flow.framing import draw_frame

            draw_frame(upright_part(band.page), band.framed, at, setter)


def _add(page: Page, part: Page) -> None:
    page.lines += part.lines
    page.pictures += part.pictures
    page.rules += part.rules
    page.boxes += part.boxes
    page.links += part.links
    page.anchors += part.anchors
    page.areas += part.areas
    page.crossed += part.crossed
    page.turned = page.turned or part.turned
    if part.upright is not None:
        _add(upright_part(page), part.upright)
