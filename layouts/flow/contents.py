"""The list of contents (本期要目): planned before the body flows, filled with page numbers
after.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from layouts.errors import Source
from layouts.flow.across import first_across
from layouts.flow.setting import Setter
from layouts.house.layout import Grid, Layout
from layouts.house.text_style import Style
from layouts.issue.issue import Issue
from layouts.issue.text import Text
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared
from layouts.text.treatment import one_line

MOST_LINES = 3
"""Lines of a long title in the list, broken between words like a headline."""

FIGURES = 2.2
"""Room kept for the page number, em of the entry: three figures and a gap."""


LEADER_LEAST = 1.0
"""Em between title and number kept for the dots that lead from one to the other."""

CLOSEST = 1.4
"""Leading over size that the entries keep when a list is set closer to end on its page: below it
the dots of one line run into the next (the lists of printed bulletins stand at 1.4 to 1.8).
"""

TURNED_OVER = CLOSEST
"""Leading over size of the lines of one title, where entries do not stand as close: what is turned
over belongs to the line above it and is no entry of its own.
"""

HAIR = 0.02
"""Points that a list which fills its page leaves of it, for rounding."""

MARK_AIR = 0.5
"""Em of the entry between its square mark and its words."""


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

    @property
    def line_step(self) -> float:
        """From a baseline of it to its next one, points."""
        return min(self.style.leading, TURNED_OVER * self.style.size)

    @property
    def height(self) -> float:
        """Of its lines, without the space that its style wants around it, points."""
        return self.style.leading + (len(self.lines) - 1) * self.line_step


class Contents(Struct):
    """The planned list: its title and entries in place, the page it ends on and the height it ends
    at, ground and closing rule included. `frame` is where it stands, `top` where it begins; `alone`
    that the body begins on the next page.
    """

    title: ContentsEntry | None
    entries: list[ContentsEntry]
    last_page: int
    bottom: float
    frame: ListColumn
    top: float
    alone: bool = False


UNDER_CONTENTS = 1.0
"""Rows left free above the body under the list of contents."""


def row_under(bottom: float, air: float, grid: Grid) -> int:
    """The first row of the grid that leaves so much air (rows) under a height."""
    return max(0, math.ceil((bottom - grid.top + air * grid.leading) / grid.leading))


def plan_contents(issue: Issue, setter: Setter, top: float) -> Contents:
    """Lay the list out from `top` of the first page on; a list a little too long for it is set
    closer, and entries that find no room even so go on at the top of the next page.
    """
    layout = setter.layout
    design, grid = layout.contents, layout.grid
    whole = ListColumn(grid.left, grid.area_width)
    if stands_in_column(issue, layout):
        # beside the body, if it finds room there
        left = grid.column_left(list_column(issue, layout))
        beside = _planned(issue, setter, top, ListColumn(left, grid.column_width), 1)
        if beside.last_page == 0:
            return beside
        return _planned(issue, setter, top, whole, 1)
    return _planned(issue, setter, top, whole, design.columns)


def stands_in_column(issue: Issue, layout: Layout) -> bool:
    """Whether a list of contents stands in a column, where it has room: the layout has it so, and
    what begins under it stands in the layout's columns.
    """
    first = next((section for section in issue.sections if section.articles), None)
    plain = first is None or not (first.columns or first.articles[0].boxed)
    return plain and layout.contents.place == "column" and layout.grid.columns > 1


def list_column(issue: Issue, layout: Layout) -> int:
    """The column that a list of contents stands in: the first, or the last where the first headline
    stands across the others.
    """
    articles = next((one.articles for one in issue.sections if one.articles), ())
    return layout.grid.columns - 1 if first_across(articles, layout) else 0


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
    if len(columns) > 1 and position.page == 0:
        position = _levelled(entries, position, start, foot)
    closing = design.padding + design.rule if design.rule else side
    alone = _stands_alone(position, position.lowest + closing)
    fills = len(columns) == 1 and (alone or position.page > 0)
    if fills and (share := _share(title, entries, position, foot - (top + side), layout)):
        for entry in (*entries, *([title] if title is not None else ())):
            entry.style = _at_share(entry.style, share)
        position = _ListPosition(layout, columns, 0, top + side)
        if title is not None:
            position.put_title(title)
        _stand(entries, position, foot)
    bottom = position.lowest + closing
    return Contents(title, entries, position.page, bottom, frame, top, alone)


def _stands_alone(position: _ListPosition, bottom: float) -> bool:
    """Whether the body begins on the page after the list: the layout wants it so, and a short list
    does not leave it enough rows.
    """
    design, grid = position.layout.contents, position.layout.grid
    if not design.body_on_new_page:
        return False
    left = grid.rows - row_under(bottom, UNDER_CONTENTS, grid)
    return position.page > 0 or not 0 < design.body_from_rows <= left


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
    height = sum(entry.style.before + entry.style.leading + entry.style.after for entry in lines)
    design, ornament = layout.contents, layout.ornaments.get("contents-title")
    if title is not None and ornament is not None:
        room -= ornament.above + ornament.below
    # what is turned over stands as close whatever the share
    room -= sum((len(entry.lines) - 1) * TURNED_OVER * entry.style.size for entry in lines)
    # rounding must not cost a page
    share = room / height - HAIR / room
    if position.page == 0:
        opened = min(share, design.open_up)
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
        # of a title of two lines both stand under its section
        followed = follower.height if follower else 0.0
        self._stand(entry, foot, followed)
        entry.column = self.columns[self.column]

    def _stand(self, entry: ContentsEntry, foot: float, followed: float) -> None:
        grid, style = self.layout.grid, entry.style
        height = entry.height + style.after
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
