"""What stands on sheets beside the body: masthead, list of contents, colophon, running parts; and
the bookmarks that lead there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from layouts.errors import Finding
from layouts.flow.body import BodyEnd
from layouts.flow.cache import Cache
from layouts.flow.colophon import colophon_rows, draw_colophon
from layouts.flow.contents import Contents
from layouts.flow.contents_drawing import draw_contents
from layouts.flow.fixed import draw_masthead, draw_page_number, draw_running_head, outer_edge
from layouts.flow.front import Front
from layouts.flow.leaf import NO_LEAF, Leaf
from layouts.flow.made import Made, made, recall
from layouts.flow.running import PageNames
from layouts.flow.setting import Setter
from layouts.geometry import EPSILON
from layouts.house.text_style import Align
from layouts.issue.issue import Issue
from layouts.messages.setting import COLOPHON_ALONE
from layouts.page.item import COVER, Box, Line, Rule
from layouts.page.page import Bookmark, Page
from layouts.page.turning import upright_part
from layouts.text.treatment import one_line

if TYPE_CHECKING:
    from layouts.page.bleeding import EdgeBox
    from layouts.page.hit import Rect

COVER_BOOKMARK = "封面"
"""What the outline calls the cover."""

Parts = Cache[Made[list[Page]]]
"""Fixed parts drawn before, by what they say."""


def blank(count: int, setter: Setter) -> list[Page]:
    """Sheets without anything, not numbered yet."""
    grid = setter.layout.grid
    return [Page(0, grid.width, grid.height) for _ in range(count)]


def number(sheets: Iterable[Page]) -> None:
    """Number all sheets of an edition from 1."""
    for at, page in enumerate(sheets, start=1):
        page.number = at


def dress(
    sheets: Iterable[Page],
    contents: Contents | None,
    fields: Mapping[str, str],
    numbers: Mapping[str, int],
    setter: Setter,
    known: Parts | None = None,
) -> None:
    """Put the masthead and the list of contents onto those of some sheets that bear them, before
    the body in reading order; `numbers` are the pages that anchors stand on.
    """
    leaf = setter.leaf
    if leaf.uncounted:
        numbers = {name: leaf.printed(number) for name, number in numbers.items()}
    head = recall(
        known,
        ("masthead", tuple(fields.items()), setter.art),
        setter,
        lambda: [_drawn(lambda page: draw_masthead(page, setter, fields))],
    )[0]
    listed: list[Page] = []
    if contents is not None:
        targets = tuple(numbers.get(entry.target) for entry in contents.entries)
        draw = partial(_listed, contents, numbers, setter)
        listed = recall(known, ("contents", id(contents), targets), setter, draw)
    for page in sheets:
        # at the front, since the order of lines is that of reading
        at = 0
        if page.number == 1 + leaf.sheets:
            page.lines[:0], page.rules[:0], page.boxes[:0] = head.lines, head.rules, head.boxes
            at = len(head.lines)
            _put_art(page, head)
        if 0 < page.number - leaf.sheets <= len(listed):
            part = listed[page.number - leaf.sheets - 1]
            page.lines[at:at] = part.lines
            page.rules += part.rules
            page.boxes += part.boxes
            page.links += part.links


def _listed(contents: Contents, numbers: Mapping[str, int], setter: Setter) -> list[Page]:
    listed = blank(contents.last_page + 1, setter)
    draw_contents(contents, listed, numbers, setter)
    return listed


def colophon_sheet(
    issue: Issue,
    front: Front,
    sheets: int,
    ending: BodyEnd,
    fields: Mapping[str, str],
    setter: Setter,
) -> int:
    """The sheet (from 1) of the colophon after so many that end so: the last; where photos fill
    that, the one on which the text ends; else one of its own behind them, and a finding says so.
    """
    if not issue.colophon or _has_room(front, sheets, ending.bottom, fields, setter):
        return sheets
    under_text = sheets - ending.behind
    if ending.behind and _has_room(front, under_text, ending.above, fields, setter):
        return under_text
    page = sheets + 1
    setter.findings.append(
        Finding("warning", "colophon-alone", *COLOPHON_ALONE(page=page), page=page)
    )
    return page


def _has_room(
    front: Front, sheet: int, bottom: float, fields: Mapping[str, str], setter: Setter
) -> bool:
    """Whether the colophon has room on a sheet (from 1) that is filled down to `bottom`."""
    # an issue may end on the page of its list: where the body is short
    contents = front.contents
    if contents is not None and contents.last_page + setter.leaf.sheets == sheet - 1:
        bottom = max(bottom, contents.bottom)
    grid = setter.layout.grid
    return bottom <= grid.top + grid.area_height - colophon_rows(setter, fields) * grid.leading


def colophon_part(fields: Mapping[str, str], setter: Setter, known: Parts | None = None) -> Page:
    """The colophon as it stands at the foot of its page."""
    key = ("colophon", tuple(fields.items()), setter.art)
    return recall(
        known, key, setter, lambda: [_drawn(lambda part: draw_colophon(part, setter, fields))]
    )[0]


def put_colophon(page: Page, part: Page) -> None:
    """Put the colophon onto its page."""
    page.lines += part.lines
    page.rules += part.rules
    page.boxes += part.boxes
    _put_art(page, part)


def _put_art(page: Page, part: Page) -> None:
    page.pictures += part.pictures
    page.shapes += part.shapes


RunningParts = dict[tuple[int, PageNames], Made[Page]]
"""Page numbers, running heads and thumb marks as they were drawn, by page (from 1) and what it is
about.
"""


def put_running_parts(
    sheets: Iterable[Page],
    named: Sequence[PageNames],
    fields: Mapping[str, str],
    setter: Setter,
    known: RunningParts | None = None,
) -> None:
    """Put its number and its running head onto each of some sheets; `named` is what all pages
    are about.
    """
    known = {} if known is None else known
    for page in sheets:
        if page.number <= setter.leaf.sheets:
            continue
        key = page.number, named[page.number - 1]
        part = known.get(key)
        if part is None:
            own = {**fields, "page": str(setter.leaf.printed(page.number)), **key[1].fields}
            draw = partial(_draw_running_parts, setter=setter, fields=own, names=key[1])
            part = known[key] = made(setter, partial(_drawn, draw, page.number))
        setter.findings += part.findings
        page = upright_part(page)  # noqa: PLW2901, what runs over all pages is upright on each
        covering = _over_margins(page, setter)
        lines, rules, boxes = part.value.lines, part.value.rules, part.value.boxes
        if boxes and page.pictures:
            lines, boxes = _beside_photos(lines, boxes, page)
        if covering:
            from layouts.page.hit import band

            lines = [line for line in lines if not _covered(band(line), covering)]
            rules = [rule for rule in rules if not _covered(_stroke(rule), covering)]
        page.lines += lines
        page.rules += rules
        page.boxes += boxes


def _beside_photos(lines: list[Line], boxes: list[Box], page: Page) -> tuple[list[Line], list[Box]]:
    """Lines and grounds of running parts without thumb marks where a photo goes to the trim: it
    would lie over them.
    """
    from layouts.page.bleeding import EdgeBox, frame_box
    from layouts.page.hit import Rect, band

    photos = [frame_box(picture) for picture in page.pictures if not picture.role]
    tabs = {box: (box.x, box.y, box.x + box.width, box.y + box.height) for box in boxes}
    gone = {box: EdgeBox(*tab) for box, tab in tabs.items() if _covered(Rect(*tab), photos)}
    if not gone:
        return lines, boxes
    kept = [line for line in lines if not _covered(band(line), [*gone.values()])]
    return kept, [box for box in boxes if box not in gone]


def _over_margins(page: Page, setter: Setter) -> list[EdgeBox]:
    """The photos that reach over head or foot of the type area into the bleed: what runs there
    over all pages is left out under them, as in books.
    """
    grid = setter.layout.grid
    foot = grid.top + grid.area_height + grid.leading
    reaching = [
        picture
        for picture in page.pictures
        if not picture.role
        and (picture.y < grid.top - EPSILON or picture.y + picture.height > foot)
    ]
    if not reaching:
        return []
    from layouts.page.bleeding import frame_box

    return [frame_box(picture) for picture in reaching]


def _covered(box: Rect, frames: list[EdgeBox]) -> bool:
    return any(
        box.left < frame.right
        and box.right > frame.left
        and box.top < frame.bottom
        and box.bottom > frame.top
        for frame in frames
    )


def _stroke(rule: Rule) -> Rect:
    from layouts.page.hit import Rect

    half = rule.width / 2
    return Rect(rule.x0 - half, rule.y0 - half, rule.x1 + half, rule.y1 + half)


def _draw_running_parts(
    page: Page, setter: Setter, fields: Mapping[str, str], names: PageNames
) -> None:
    draw_page_number(page, setter, fields)
    draw_running_head(page, setter, fields)
    if setter.layout.thumb.width:
        # loaded where a layout has them
        from layouts.flow.thumbs import draw_thumb

        draw_thumb(page, names, setter, right=outer_edge(page.number, setter) is Align.RIGHT)


def _drawn(draw: Callable[[Page], None], number: int = 1) -> Page:
    """A fixed part alone on a sheet."""
    # without a size: what is drawn on it is moved to another page
    page = Page(number, 0.0, 0.0)
    draw(page)
    return page


def bookmarks(issue: Issue, numbers: Mapping[str, int], leaf: Leaf = NO_LEAF) -> list[Bookmark]:
    """The outline of the file: the cover, sections and articles whose anchors are on a page."""
    found = [Bookmark(COVER_BOOKMARK, 0, COVER)] if leaf.sheets else []
    article_number = 0
    for index, section in enumerate(issue.sections):
        if f"section-{index}" in numbers:
            found.append(Bookmark(section.name, 0, f"section-{index}"))
        for article in section.articles:
            if article.title.string and f"article-{article_number}" in numbers:
                found.append(Bookmark(one_line(article.title), 1, f"article-{article_number}"))
            article_number += 1
    return found
