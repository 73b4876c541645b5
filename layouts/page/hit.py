"""What stands at a point of a page, and which areas of it belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from layouts.geometry import Interval
from layouts.page.item import (
    COVER,
    PAGE_NUMBER,
    RUNNING_HEAD,
    ArtShape,
    BoxArea,
    Line,
    Picture,
)
from layouts.page.page import Page

ASCENT, DESCENT = 0.9, 0.16
"""How far the ink of Hanzi reaches over and under the baseline, em."""

REACH = 0.45
"""How far above its characters and below them a line still answers, em: about half the gap to its
neighbours.
"""

CONTENTS_ROLES = frozenset(
    {"contents-title", "contents-section", "contents-entry", "contents-number"}
)

INTO = 1.0
"""Points that something reaches into a column from which on it stands in it too."""

UNEDITED_ROLES = frozenset({"endnote"})
"""Texts of an article that are not written where they are printed: notes are said of words of
it.
"""


class HitKind(StrEnum):
    """What a point of a page is on."""

    PAPER = "paper"
    LINE = "line"
    PICTURE = "picture"
    BOX = "box"
    ARTICLE = "article"
    NOTE = "note"
    SECTION = "section"
    MASTHEAD = "masthead"
    CONTENTS = "contents"
    COLOPHON = "colophon"
    PAGE_NUMBER = "page-number"
    RUNNING_HEAD = "running-head"


class Rect(NamedTuple):
    """An upright rectangle of a page, points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is, points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is, points."""
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def head(self, most: float) -> Rect:
        """Its upper part, at most so high."""
        return self._replace(bottom=min(self.bottom, self.top + most))

    def grown(self, by: float) -> Rect:
        """The rectangle with `by` more on every side."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)


class Hit(NamedTuple):
    """What a point is on.

    `line`, `picture` and `area` are indexes into the page's; `link` is where a contents entry
    leads.

    `article`, `paragraph` and `part` are those of the line or picture. A section's heading has its
    section's index as `part`, a printed note its number from 0.
    """

    target: HitKind
    article: int | None = None
    paragraph: int | None = None
    part: int = 0
    line: int | None = None
    picture: int | None = None
    link: str = ""
    area: int | None = None


NOTHING = Hit(HitKind.PAPER)


def band(line: Line) -> Rect:
    """A line's slot from the top of its characters to their foot."""
    return Rect(
        line.x, line.y - ASCENT * line.size, line.x + line.width, line.y + DESCENT * line.size
    )


def hit(page: Page, x: float, y: float, columns: Sequence[Interval] = ()) -> Hit:
    """What stands at a point of a page.

    `columns` are the left and right edges of its columns, the whole page where none are given; a
    page that is turned has none.
    """
    for k, picture in enumerate(page.pictures):
        if (
            not picture.role
            and picture.x <= x <= picture.x + picture.width
            and picture.y <= y <= picture.y + picture.height
        ):
            return _on_picture(page, k, x, y)
    within = area_at(page, x, y)
    at = _line_at(page, x, y, within)
    if at is not None:
        return _on_line(page, at, x, y)._replace(area=within)
    if within is not None:
        area = page.areas[within]
        return Hit(HitKind.BOX, area.article, area.paragraph, area=within)
    if part := _art_at(page, x, y):
        return Hit(part)
    if any(anchor.name == COVER for anchor in page.anchors):
        # its fields stand with those of the masthead
        return Hit(HitKind.MASTHEAD)
    # lines were asked before areas: these are for the blank between them
    for target, box in _fixed_boxes(page):
        if box.holds(x, y):
            return Hit(target, link=_link_at(page, x, y))
    for number in articles_of(page):
        if any(box.holds(x, y) for box in article_boxes(page, number, columns)):
            return Hit(HitKind.ARTICLE, number)
    return NOTHING


def area_at(page: Page, x: float, y: float) -> int | None:
    """The box or pull quote with a frame of its own at a point."""
    return next((k for k, area in enumerate(page.areas) if area_frame(area).holds(x, y)), None)


def area_frame(area: BoxArea) -> Rect:
    """The frame of a box."""
    return Rect(area.x, area.y, area.x + area.width, area.y + area.height)


def is_in_area(line: Line, area: BoxArea) -> bool:
    """Whether a line is of the box that stands in an area."""
    inside = (line.article, line.paragraph) == (area.article, area.paragraph)
    return inside and area_frame(area).holds(line.x, line.y)


def _on_picture(page: Page, k: int, x: float, y: float) -> Hit:
    picture = page.pictures[k]
    at = _words_on(page, picture, x, y)
    if at is not None:
        return _on_line(page, at, x, y)
    return Hit(HitKind.PICTURE, picture.article, picture.paragraph, 0, None, k)


def _words_on(page: Page, picture: Picture, x: float, y: float) -> int | None:
    """The line at a point of those of a picture's own words that stand on it, on their ground."""
    foot = picture.y + picture.height
    return next(
        (
            k
            for k, line in enumerate(page.lines)
            if (line.article, line.paragraph) == (picture.article, picture.paragraph)
            and band(line).bottom < foot
            and band(line).holds(x, y)
        ),
        None,
    )


def _line_at(page: Page, x: float, y: float, within: int | None) -> int | None:
    area = page.areas[within] if within is not None else None
    for k, line in enumerate(page.lines):
        # the reach of lines above and below a box ends at its edge
        if area is not None and not is_in_area(line, area):
            continue
        reach = REACH * line.size
        if (
            line.x <= x <= line.x + line.width
            and line.y - ASCENT * line.size - reach <= y <= line.y + DESCENT * line.size + reach
        ):
            return k
    return None


def _on_line(page: Page, at: int, x: float, y: float) -> Hit:
    line = page.lines[at]
    if line.role == "section":
        return Hit(HitKind.SECTION, part=line.part, line=at)
    if line.article is not None and line.role in UNEDITED_ROLES:
        return Hit(HitKind.NOTE, line.article, part=line.part, line=at)
    if line.article is not None:
        return Hit(HitKind.LINE, line.article, line.paragraph, line.part, at)
    if line.role in CONTENTS_ROLES:
        return Hit(HitKind.CONTENTS, line=at, link=_link_at(page, x, y))
    named = {
        "masthead": HitKind.MASTHEAD,
        COVER: HitKind.MASTHEAD,
        "colophon": HitKind.COLOPHON,
        PAGE_NUMBER: HitKind.PAGE_NUMBER,
        RUNNING_HEAD: HitKind.RUNNING_HEAD,
    }
    return Hit(named.get(line.role, HitKind.PAPER), line=at)


_OF_ART = {"masthead": HitKind.MASTHEAD, "colophon": HitKind.COLOPHON}


def _art_at(page: Page, x: float, y: float) -> HitKind | None:
    """The fixed part whose art stands at a point; a ground behind all else does not answer."""
    for item in (*page.pictures, *page.shapes):
        if item.role and not item.behind and item_frame(item).holds(x, y):
            return _OF_ART.get(item.role)
    return None


def item_frame(item: Picture | ArtShape) -> Rect:
    """The frame of a picture or a piece of art."""
    return Rect(item.x, item.y, item.x + item.width, item.y + item.height)


def _link_at(page: Page, x: float, y: float) -> str:
    for link in page.links:
        if link.x <= x <= link.x + link.width and link.y <= y <= link.y + link.height:
            return link.target
    return ""


def _fixed_boxes(page: Page) -> Iterable[tuple[HitKind, Rect]]:
    for target in (HitKind.MASTHEAD, HitKind.CONTENTS, HitKind.COLOPHON):
        box = fixed_box(page, target)
        if box is not None:
            yield target, box


def fixed_box(page: Page, target: HitKind) -> Rect | None:
    """The area of a fixed part on a page: its lines, the whole width of the type area they span,
    and its art.
    """
    roles = {
        HitKind.MASTHEAD: {"masthead"},
        HitKind.COLOPHON: {"colophon"},
        HitKind.CONTENTS: CONTENTS_ROLES,
    }.get(target, set[str]())
    art = (item for item in (*page.pictures, *page.shapes) if not item.behind)
    return around(
        [
            *(band(line) for line in page.lines if line.role in roles),
            *(item_frame(item) for item in art if item.role in roles),
        ]
    )


def section_box(page: Page, section: int) -> Rect | None:
    """The heading of a section on a page."""
    return around(
        [ink_box(line) for line in page.lines if line.role == "section" and line.part == section]
    )


def ink_box(line: Line) -> Rect:
    """The line's band, cut to about where its glyphs stand: lines set in the middle do not fill
    their slot.
    """
    box = band(line)
    if not line.runs:
        return box
    left = min(run.x for run in line.runs)
    last = line.runs[-1]
    # no face is asked: a glyph is taken for an em wide, and the slot is the limit
    right = (
        last.x
        + sum(move for _, move in last.kerns)
        + len(last.glyphs) * (last.size + last.tracking)
    )
    return Rect(max(box.left, left), box.top, max(min(box.right, right), left), box.bottom)


def articles_of(page: Page) -> list[int]:
    """The numbers of the articles that have anything on a page, in order."""
    return sorted(
        {item.article for item in (*page.lines, *page.pictures) if item.article is not None}
    )


def article_boxes(page: Page, article: int, columns: Sequence[Interval] = ()) -> list[Rect]:
    """The areas an article takes on a page, one per column, each as wide as its column; what stands
    across columns has one of its own, and parts those of its columns. Its notes at the foot are one
    of their own where another article stands between.
    """
    columns = () if page.turned else columns
    across: list[Rect] = []
    taken: set[int] = set()
    if len(columns) > 1:
        # loaded where a page has columns
        from layouts.page.across_boxes import across_boxes

        across, taken = across_boxes(page, article, columns)
    boxes: dict[tuple[int, int], list[Rect]] = {}
    notes: dict[int, list[Rect]] = {}
    for item, box in parts_of(page, article):
        if id(item) in taken:
            continue
        column = column_of((box.left + box.right) / 2, columns)
        if isinstance(item, Line) and item.role in UNEDITED_ROLES:
            notes.setdefault(column, []).append(box)
        else:
            over = sum(one.bottom <= box.top and meets(one, columns[column]) for one in across)
            boxes.setdefault((column, over), []).append(box)
    apart: list[tuple[int, list[Rect]]] = []
    for column, parts in notes.items():
        last = max((key for key in boxes if key[0] == column), default=None)
        if last and not _is_parted(page, article, columns, boxes[last], parts):
            boxes[last] += parts
        else:
            apart.append((column, parts))
    found = [(column_of(box.left, columns), box) for box in across]
    for column, parts in [*((column, parts) for (column, _), parts in boxes.items()), *apart]:
        box = around(parts)
        if box is not None and columns:
            edges = columns[column]
            box = Rect(min(box.left, edges.left), box.top, max(box.right, edges.right), box.bottom)
        if box is not None:
            found.append((column, box))
    return [box for _, box in sorted(found, key=lambda one: (one[0], one[1].top))]


def parts_of(page: Page, article: int) -> Iterator[tuple[Line | Picture, Rect]]:
    """All of an article that stands on a page, each with its area."""
    for line in page.lines:
        if line.article == article:
            yield line, band(line)
    for picture in page.pictures:
        if picture.article == article:
            yield picture, item_frame(picture)


def meets(box: Rect, column: Interval) -> bool:
    """Whether something reaches into a column: more than what hangs into the gutter."""
    return min(box.right, column.right) - max(box.left, column.left) > INTO


def _is_parted(
    page: Page, article: int, columns: Sequence[Interval], text: list[Rect], notes: list[Rect]
) -> bool:
    """Whether another article stands between the text of one and its notes."""
    foot, top = max(box.bottom for box in text), min(box.top for box in notes)
    column = column_of((text[0].left + text[0].right) / 2, columns)
    return any(
        line.article not in (None, article)
        and foot < line.y < top
        and column_of(line.x + line.width / 2, columns) == column
        for line in page.lines
    )


def column_of(x: float, columns: Sequence[Interval]) -> int:
    """The column that x is in or nearest to; 0 where there are none."""
    return min(
        range(len(columns)), key=lambda k: max(columns[k].left - x, x - columns[k].right), default=0
    )


def around(boxes: Sequence[Rect]) -> Rect | None:
    """The least rectangle around some; None around none."""
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))
