"""The list of contents (本期要目): planned before the body flows, filled with page numbers
after.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from layouts.errors import Source
from layouts.flow.ornament import Words, draw_ornament, widest
from layouts.flow.setting import Origin, Setter
from layouts.house.layout import Align, Layout, Style
from layouts.issue.issue import Issue
from layouts.issue.text import Text
from layouts.page.item import Box, Link, Rule
from layouts.page.page import Page
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared
from layouts.text.treatment import one_line

MOST_LINES = 3
"""Lines of a long title in the list, broken between words like a headline."""

FIGURES = 2.2
"""Room kept for the page number, em of the entry: three figures and a gap."""


LINK_ABOVE = 0.75
"""How much of a line's leading above its baseline a link covers; the rest of it below."""

LEADER_LEAST = 1.0
"""Em between title and number kept for the dots that lead from one to the other."""

LEADER_AIR = 0.55
"""Em between the dots and the title, and between them and the number: a dot's breadth more than
half an em, so that they never seem to belong to either.
"""

LEADER_RISE = 0.3
"""Em of the dots above the baseline: the middle of the figures, a little low, as … is in Song."""

CLOSEST = 1.4
"""Leading over size that the entries keep when a list is set closer to end on its page: below it
the dots of one line run into the next (the lists of printed bulletins stand at 1.4 to 1.8).
"""

LEAST_DOTS = 2
"""Fewer dots lead nobody."""

HAIR = 0.02
"""Points that a leader is longer than its last dot, which a viewer might round away."""


MARK_AIR = 0.5
"""Em of the entry between its square mark and its words."""

MARK_RISE = 0.38
"""Em of the middle of that square above the baseline: the middle of a Hanzi's ink."""


class ListColumn(NamedTuple):
    """The left edge and width of a column of the list, points."""

    left: float
    width: float


class ContentsEntry(Struct):
    """One line or more of the list: what it says, where it leads, and where it stands (page from 0,
    column of the list, first baseline).
    """

    prepared: Prepared
    lines: list[Broken]
    style: Style
    target: str
    numbered: bool
    indent: float
    column: ListColumn
    page: int = 0
    baseline: float = 0.0


class Contents(Struct):
    """The planned list: its title and entries in place, the page it ends on and the height it ends
    at, ground and closing rule included. `frame` is where it stands, `top` where it begins.
    """

    title: ContentsEntry | None
    entries: list[ContentsEntry]
    last_page: int
    bottom: float
    frame: ListColumn
    top: float


def plan_contents(issue: Issue, setter: Setter, top: float) -> Contents:
    """Lay the list out from `top` of the first page on; a list a little too long for it is set
    closer, and entries that find no room even so go on at the top of the next page.
    """
    layout = setter.layout
    design, grid = layout.contents, layout.grid
    whole = ListColumn(grid.left, grid.area_width)
    if design.place == "column" and grid.columns > 1:
        # beside the body, if it finds room there
        beside = _planned(issue, setter, top, ListColumn(grid.left, grid.column_width), 1)
        if beside.last_page == 0:
            return beside
        return _planned(issue, setter, top, whole, 1)
    return _planned(issue, setter, top, whole, design.columns)


def _planned(issue: Issue, setter: Setter, top: float, frame: ListColumn, count: int) -> Contents:
    """The list in so many columns of a frame."""
    layout = setter.layout
    design = layout.contents
    side = design.padding if design.ground is not None else 0.0
    inner = ListColumn(frame.left + side, frame.width - 2 * side)
    columns = _columns(inner, count, design.gutter * layout.grid.size)
    title = (
        _entry(setter, design.title, "contents-title", "", False, 0.0, inner)
        if design.title
        else None
    )
    entries = _entries(issue, setter, columns[0])
    position = _ListPosition(layout, columns, 0, top + side)
    if title is not None:
        position.put_title(title)
    start, foot = position.y, layout.grid.top + layout.grid.area_height - side
    _stand(entries, position, foot)
    if len(columns) > 1:
        if position.page == 0:
            position = _levelled(entries, position, start, foot)
    elif share := _share(title, entries, position, foot - (top + side), layout):
        for entry in (*entries, *([title] if title is not None else ())):
            entry.style = _at_share(entry.style, share)
        position = _ListPosition(layout, columns, 0, top + side)
        if title is not None:
            position.put_title(title)
        _stand(entries, position, foot)
    closing = design.padding + design.rule if design.rule else side
    bottom = position.lowest + closing
    return Contents(title, entries, position.page, bottom, frame, top)


def _columns(inner: ListColumn, count: int, gutter: float) -> list[ListColumn]:
    width = (inner.width - (count - 1) * gutter) / count
    return [ListColumn(inner.left + k * (width + gutter), width) for k in range(count)]


def _stand(entries: list[ContentsEntry], position: _ListPosition, foot: float) -> None:
    """Put every entry in its place, in columns that end at `foot`."""
    for index, entry in enumerate(entries):
        follower = entries[index + 1] if not entry.numbered and index + 1 < len(entries) else None
        position.put(entry, foot, follower)


def _levelled(
    entries: list[ContentsEntry], position: _ListPosition, start: float, foot: float
) -> _ListPosition:
    """The entries again in columns as low as they can be, by halving their height."""
    low = start
    for _ in range(LEVEL_ROUNDS):
        middle = (low + foot) / 2
        trial = _ListPosition(position.layout, position.columns, 0, start)
        _stand(entries, trial, middle)
        low, foot = (middle, foot) if trial.page else (low, middle)
    final = _ListPosition(position.layout, position.columns, 0, start)
    _stand(entries, final, foot)
    return final


LEVEL_ROUNDS = 12
"""Halvings that find the height of the list's columns to a fraction of a point."""


def _share(
    title: ContentsEntry | None,
    entries: list[ContentsEntry],
    position: _ListPosition,
    room: float,
    layout: Layout,
) -> float | None:
    """The part of their leading and spaces that entries take to fill the first page; None where
    they stand as their styles have them.
    """
    lines = [title, *entries] if title is not None else entries
    height = sum(
        entry.style.before + entry.style.leading * len(entry.lines) + entry.style.after
        for entry in lines
    )
    design, ornament = layout.contents, layout.ornaments.get("contents-title")
    if title is not None and ornament is not None:
        room -= ornament.above + ornament.below
    # rounding must not cost a page
    share = room / height - HAIR / room
    if position.page == 0:
        opened = min(share, design.open_up) if design.body_on_new_page else 1.0
        return opened if opened > 1.0 else None
    closest = min(share * entry.style.leading / entry.style.size for entry in entries)
    return share if closest >= CLOSEST else None


def _at_share(style: Style, share: float) -> Style:
    return replace(
        style,
        leading=style.leading * share,
        before=style.before * share,
        after=style.after * share,
    )


class _ListPosition(Struct):
    """The place the list has reached."""

    layout: Layout
    columns: list[ListColumn]
    page: int
    y: float
    column: int = 0
    top: float = 0.0
    lowest: float = 0.0

    def put_title(self, entry: ContentsEntry) -> None:
        """Stand the title over all columns."""
        ornament = self.layout.ornaments.get("contents-title")
        above, below = (ornament.above, ornament.below) if ornament is not None else (0.0, 0.0)
        self.y += above
        self._stand(entry, self.layout.grid.top + self.layout.grid.area_height, 0.0)
        self.y += below

    def put(self, entry: ContentsEntry, foot: float, follower: ContentsEntry | None = None) -> None:
        """Stand an entry where the list has got, in the next column or on the next page where it
        (or a section and its first title) finds no room above `foot`.
        """
        self.top = self.top or self.y
        self._stand(entry, foot, follower.style.leading if follower else 0.0)
        entry.column = self.columns[self.column]

    def _stand(self, entry: ContentsEntry, foot: float, followed: float) -> None:
        grid, style = self.layout.grid, entry.style
        height = style.leading * len(entry.lines) + style.after
        # at the head of one of several columns all stand level
        at_head = len(self.columns) > 1 and self.y == self.top
        before = 0.0 if at_head else style.before
        if self.y + before + height + followed - (style.leading - style.size) / 2 > foot:
            self._go_on()
        else:
            self.y += before
        entry.page = self.page
        entry.baseline = self.y + (style.leading - style.size) / 2 + grid.rise(style.size)
        self.y += height
        self.lowest = max(self.lowest, self.y)

    def _go_on(self) -> None:
        """Go to the head of the next column, or page."""
        self.column += 1
        if self.column == len(self.columns):
            self.column, self.page = 0, self.page + 1
            self.top, self.lowest = self.layout.grid.top, 0.0
        self.y = self.top


def _entries(issue: Issue, setter: Setter, column: ListColumn) -> list[ContentsEntry]:
    """Sections in their brackets and the titles under them; a section without titled articles is
    itself an entry.
    """
    found: list[ContentsEntry] = []
    brackets = setter.layout.section_brackets
    indent = setter.layout.contents.entry_indent
    # without a bullet there is no space after it either
    bullet = f"{setter.layout.contents.bullet} ".lstrip()
    number = 0
    for index, section in enumerate(issue.sections):
        if not section.articles:
            continue  # nothing of it is printed
        titled = any(article.title.string for article in section.articles)
        if section.name:
            name = f"{brackets[:1]}{section.name}{brackets[1:]}"
            found.append(
                _entry(
                    setter,
                    name,
                    "contents-section",
                    f"section-{index}",
                    not titled,
                    0.0,
                    column,
                    section.source,
                )
            )
        found += [
            _entry(
                setter,
                bullet + one_line(article.title),
                "contents-entry",
                f"article-{number + k}",
                True,
                indent,
                column,
                article.source,
            )
            for k, article in enumerate(section.articles)
            if article.title.string
        ]
        number += len(section.articles)
    return found


def _entry(
    setter: Setter,
    text: str,
    role: str,
    target: str,
    numbered: bool,
    indent: float,
    column: ListColumn,
    source: Source | None = None,
) -> ContentsEntry:
    style = setter.style(role)
    prepared = setter.prepare(Text(text), style, source)
    design = setter.layout.contents
    room = FIGURES + LEADER_LEAST if numbered and design.page_numbers else 0.0
    if role == "contents-entry" and design.mark:
        indent += design.mark / style.size + MARK_AIR
    measure = column.width / style.size - indent - room
    lines = setter.heading(prepared, measure, MOST_LINES)
    return ContentsEntry(prepared, lines, style, target, numbered, indent, column)


def draw_contents(
    contents: Contents, pages: list[Page], numbers: Mapping[str, int], setter: Setter
) -> None:
    """Draw the list with the page numbers of its targets, leaders and links."""
    _draw_ground(contents, pages, setter)
    if contents.title is not None:
        _draw_title(contents.title, pages[contents.title.page], setter)
        _draw_entry(contents.title, pages[contents.title.page], None, setter)
    for entry in contents.entries:
        _draw_entry(entry, pages[entry.page], numbers.get(entry.target), setter)


def _draw_ground(contents: Contents, pages: list[Page], setter: Setter) -> None:
    """The ground under the list on each of its pages, and the rule that closes it."""
    design, grid, frame = setter.layout.contents, setter.layout.grid, contents.frame
    if design.ground is not None:
        for number, page in enumerate(pages[: contents.last_page + 1]):
            top = grid.top if number else contents.top
            last = number == contents.last_page
            bottom = contents.bottom if last else grid.top + grid.area_height
            page.boxes.append(Box(frame.left, top, frame.width, bottom - top, design.ground))
    if design.rule:
        y = contents.bottom - design.rule / 2
        pages[contents.last_page].rules.append(
            Rule(frame.left, y, frame.left + frame.width, y, design.rule, design.rule_ink)
        )


def _draw_title(title: ContentsEntry, page: Page, setter: Setter) -> None:
    """What the title is dressed with."""
    ornament = setter.layout.ornaments.get("contents-title")
    if ornament is None:
        return
    style = title.style
    top = title.baseline - setter.layout.grid.rise(style.size)
    foot = top + (len(title.lines) - 1) * style.leading + style.size
    words = Words(
        title.column.left, title.column.width, top, foot, widest(title.lines, style), style
    )
    draw_ornament(page, ornament, words)


def _draw_entry(entry: ContentsEntry, page: Page, number: int | None, setter: Setter) -> None:
    design, style = setter.layout.contents, entry.style
    left = entry.column.left + entry.indent * style.size
    right = entry.column.left + entry.column.width
    baseline = entry.baseline
    end = left
    if style.name == "contents-entry" and design.mark:
        x = left - MARK_AIR * style.size - design.mark
        y = baseline - MARK_RISE * style.size - design.mark / 2
        page.boxes.append(Box(x, y, design.mark, design.mark, design.mark_ink))
    for broken in entry.lines:
        # never spread; aligned in the whole width of the entry, dots and number included
        whole = replace(broken, last=True, width=(right - left) / style.size)
        line = setter.line(
            entry.prepared, whole, left, baseline, Origin(style.name), style.align, style
        )
        page.lines.append(line)
        end = left + broken.content * style.size
        baseline += style.leading
    baseline -= style.leading
    # what is nowhere, an article without anything to print, is led to by nothing
    if number is not None:
        top = entry.baseline - style.leading * LINK_ABOVE
        bottom = baseline + style.leading * (1 - LINK_ABOVE)
        page.links.append(Link(left, top, right - left, bottom - top, entry.target))
    if entry.numbered and design.page_numbers and number is not None:
        start = _draw_number(number, page, right, baseline, setter)
        if design.leaders:
            _draw_leader(end, start, baseline, right, page, setter)


def _draw_number(number: int, page: Page, right: float, baseline: float, setter: Setter) -> float:
    """The page number flush right; where its first figure stands comes back."""
    style = setter.style(setter.layout.contents.number_style or "contents-entry")
    width = FIGURES * style.size
    line = setter.single(
        Text(str(number)),
        style,
        right - width,
        width,
        baseline,
        Origin("contents-number"),
        Align.RIGHT,
    )
    if line is None:
        return right
    page.lines.append(line)
    return line.runs[0].x


def _draw_leader(
    end: float, start: float, baseline: float, right: float, page: Page, setter: Setter
) -> None:
    """Dots between title and number, on a pitch counted from the right edge so that they stand
    under each other.
    """
    design = setter.layout.contents
    size = setter.style("contents-entry").size
    pitch, dot = design.leader_pitch, design.leader_dot
    # whole pitches from the right edge, past the number and its air
    last = right - pitch * math.ceil((right - start + LEADER_AIR * size) / pitch)
    count = math.floor((last - end - LEADER_AIR * size) / pitch)
    if count < LEAST_DOTS:
        return
    y = baseline - LEADER_RISE * size
    page.rules.append(
        Rule(last - count * pitch, y, last + HAIR, y, dot, design.leader_ink, (0.0, pitch), True)
    )
