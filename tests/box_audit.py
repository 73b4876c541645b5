"""What must hold of the boxes and pull quotes with frames of their own on every page: each rule gives
the places that break it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from composing import standing

from fonts.catalogue import Catalogue
from layouts.house.layout import Layout
from layouts.issue.article import Article, PullQuote
from layouts.issue.issue import Issue
from layouts.issue.sidebar import Sidebar
from layouts.page.item import BoxArea, Line, Picture
from layouts.page.page import Edition, Page

HAIR = 1e-3
"""Points that sums may differ by."""

OVERHANG = 0.06
"""Em that ink may stand outside: slanted marks do."""

BlockKey = tuple[int | None, int | None]


def is_boxed(page: Page, line: Line) -> bool:
    """Whether a line is of a block with a frame of its own on its page."""
    return any(
        (area.article, area.paragraph) == (line.article, line.paragraph) for area in page.areas
    )


def is_across(page: Page, line: Line) -> bool:
    """Whether a line is of a table that goes across columns of its page, apart from the text."""
    return any(
        (area.article, area.paragraph) == (line.article, line.paragraph) for area in page.crossed
    )


def tables_across(edition: Edition) -> dict[BlockKey, str]:
    """The cells of each table that goes across columns, as they stand on its pages."""
    from audit import own_text

    found: dict[BlockKey, str] = defaultdict(str)
    for page in edition.pages:
        for line in page.lines:
            if page.crossed and line.role == "table" and is_across(page, line):
                found[line.article, line.paragraph] += own_text(line)
    return dict(found)


def boxed_lines(edition: Edition) -> Iterator[tuple[Page, Line]]:
    for page in edition.pages:
        for line in page.lines:
            if page.areas and is_boxed(page, line):
                yield page, line


def texts_in_boxes(edition: Edition) -> dict[BlockKey, str]:
    """The text of each block with a frame of its own, spaces aside."""
    from audit import own_text  # which asks this module what stands in boxes

    found: dict[BlockKey, str] = defaultdict(str)
    for _, line in boxed_lines(edition):
        found[line.article, line.paragraph] += "".join(own_text(line).split())
    return {key: text for key, text in found.items() if text}


def articles_of(issue: Issue) -> list[Article]:
    return [article for section in issue.sections for article in section.articles]


def texts_of_boxes(issue: Issue, edition: Edition) -> dict[BlockKey, str]:
    """The same as the issue has it, of boxes and of the pull quotes that have frames."""
    framed = {(area.article, area.paragraph) for page in edition.pages for area in page.areas}
    found: dict[BlockKey, str] = {}
    for number, article in enumerate(articles_of(issue)):
        for k, block in enumerate(article.blocks):
            if isinstance(block, Sidebar):
                found[number, k] = "".join(text.string for text in block.paragraphs)
            elif isinstance(block, PullQuote) and (number, k) in framed:
                found[number, k] = block.text.string
    return {key: "".join(text.split()) for key, text in found.items() if text.split()}


def faults(edition: Edition, layout: Layout, catalogue: Catalogue) -> list[str]:
    """Everything that is wrong with boxes on the pages."""
    return [
        f"p{page.number}: {fault}"
        for page in edition.pages
        for area in page.areas
        for fault in _faults(page, area, layout, catalogue)
    ]


def _faults(page: Page, area: BoxArea, layout: Layout, catalogue: Catalogue) -> Iterator[str]:
    yield from _off_grid(area, layout)
    for line in page.lines:
        own = (line.article, line.paragraph) == (area.article, area.paragraph)
        if line.article is None or not line.runs:
            continue
        if own and _touches(line, area) and _leaves(line, area, catalogue):
            yield f"{line.text!r} leaves its box"
        elif not own and _touches(line, area) and _is_over(line, area, catalogue):
            yield f"{line.text!r} stands over a box"
    others: list[BoxArea | Picture] = [
        *(other for other in page.areas if other is not area),
        *(picture for picture in page.pictures if not picture.role),
    ]
    if any(_meet(area, other) for other in others):
        yield "a box meets another, or a photo"


def _off_grid(area: BoxArea, layout: Layout) -> Iterator[str]:
    """A box stands in whole rows of the grid, the same space above it as below, inside the columns
    of the page.
    """
    grid = layout.grid
    top = (area.y - grid.top) % grid.leading
    foot = (area.y + area.height - grid.top - grid.size) % grid.leading
    if abs((top + foot + HAIR) % grid.leading - HAIR) > 2 * HAIR:
        yield f"its head stands {top:.3f} below a row, its foot {grid.leading - foot:.3f} above one"
    if area.x < grid.left - HAIR or area.x + area.width > grid.left + grid.area_width + HAIR:
        yield f"{area.x:.2f}, {area.width:.2f} wide, leaves the type area"
    if area.y < grid.top - HAIR or area.y + area.height > grid.top + grid.area_height + HAIR:
        yield f"{area.y:.2f}, {area.height:.2f} high, leaves the type area"


def _touches(line: Line, area: BoxArea) -> bool:
    """Whether a line's characters share some height and width with a box."""
    top, foot = line.y - 0.88 * line.size, line.y + 0.1 * line.size
    is_high = top < area.y + area.height - HAIR and foot > area.y + HAIR
    return is_high and line.x < area.x + area.width and line.x + line.width > area.x


def _leaves(line: Line, area: BoxArea, catalogue: Catalogue) -> bool:
    give = OVERHANG * line.size
    top, foot = line.y - 0.88 * line.size, line.y + 0.12 * line.size
    if top < area.y - give or foot > area.y + area.height + give:
        return True
    return any(
        not glyph.blank and (glyph.left < area.x - give or glyph.right > area.x + area.width + give)
        for glyph in standing(line.runs, catalogue)
    )


def _is_over(line: Line, area: BoxArea, catalogue: Catalogue) -> bool:
    give = OVERHANG * line.size
    return any(
        not glyph.blank and glyph.left < area.x + area.width - give and glyph.right > area.x + give
        for glyph in standing(line.runs, catalogue)
    )


def _meet(a: BoxArea | Picture, b: BoxArea | Picture) -> bool:
    return (
        a.x < b.x + b.width - HAIR
        and b.x < a.x + a.width - HAIR
        and a.y < b.y + b.height - HAIR
        and b.y < a.y + a.height - HAIR
    )
