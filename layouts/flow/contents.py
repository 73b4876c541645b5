"""The list of contents (本期要目): planned before the body flows, filled with page numbers
after.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from layouts.errors import Source
from layouts.flow.setting import Origin, Setter
from layouts.house.layout import Align, Layout, Style
from layouts.issue.issue import Issue
from layouts.issue.text import Text
from layouts.page.item import Link, Rule
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


class ContentsEntry(Struct):
    """One line or more of the list: what it says, where it leads, and where it stands (page from 0,
    first baseline).
    """

    prepared: Prepared
    lines: list[Broken]
    style: Style
    target: str
    numbered: bool
    indent: float
    page: int = 0
    baseline: float = 0.0


class Contents(Struct):
    """The planned list: its title and entries in place, the page it ends on and the height it ends
    at.
    """

    title: ContentsEntry | None
    entries: list[ContentsEntry]
    last_page: int
    bottom: float


def plan_contents(issue: Issue, setter: Setter, top: float) -> Contents:
    """Lay the list out from `top` of the first page on; a list a little too long for it is set
    closer, and entries that find no room even so go on at the top of the next page.
    """
    layout = setter.layout
    title = (
        _entry(setter, layout.contents.title, "contents-title", "", False, 0.0)
        if layout.contents.title
        else None
    )
    entries = _entries(issue, setter)
    contents = _stood(title, entries, layout, top)
    if contents.last_page == 0:
        return contents
    share = _share(title, entries, layout, top)
    if min(share * entry.style.leading / entry.style.size for entry in entries) < CLOSEST:
        return contents
    for entry in (*entries, *([title] if title is not None else ())):
        entry.style = _closer(entry.style, share)
    return _stood(title, entries, layout, top)


def _stood(
    title: ContentsEntry | None, entries: list[ContentsEntry], layout: Layout, top: float
) -> Contents:
    """The list with every entry in its place."""
    list_position = _ListPosition(layout, 0, top)
    if title is not None:
        list_position.put(title)
    for index, entry in enumerate(entries):
        follower = entries[index + 1] if not entry.numbered and index + 1 < len(entries) else None
        list_position.put(entry, follower)
    return Contents(title, entries, list_position.page, list_position.y)


def _share(
    title: ContentsEntry | None, entries: list[ContentsEntry], layout: Layout, top: float
) -> float:
    """The part of their leading and spaces that entries can keep to stand on the first page all."""
    lines = [title, *entries] if title is not None else entries
    height = sum(
        entry.style.before + entry.style.leading * len(entry.lines) + entry.style.after
        for entry in lines
    )
    return (layout.grid.top + layout.grid.area_height - top) / height


def _closer(style: Style, share: float) -> Style:
    return replace(
        style,
        leading=style.leading * share,
        before=style.before * share,
        after=style.after * share,
    )


class _ListPosition(Struct):
    """The place the list has reached."""

    layout: Layout
    page: int
    y: float

    def put(self, entry: ContentsEntry, follower: ContentsEntry | None = None) -> None:
        """Stand an entry where the list has got, on the next page where it (or a section and its
        first title) finds no room.
        """
        grid, style = self.layout.grid, entry.style
        foot = grid.top + grid.area_height
        height = style.leading * len(entry.lines) + style.after
        kept = height + (follower.style.leading if follower else 0.0)
        if self.y + style.before + kept - (style.leading - style.size) / 2 > foot:
            self.page, self.y = self.page + 1, grid.top
        else:
            self.y += style.before
        entry.page = self.page
        entry.baseline = self.y + (style.leading - style.size) / 2 + grid.rise(style.size)
        self.y += height


def _entries(issue: Issue, setter: Setter) -> list[ContentsEntry]:
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
    source: Source | None = None,
) -> ContentsEntry:
    style = setter.style(role)
    prepared = setter.prepare(Text(text), style, source)
    room = FIGURES + LEADER_LEAST if numbered and setter.layout.contents.page_numbers else 0.0
    measure = setter.layout.grid.area_width / style.size - indent - room
    return ContentsEntry(
        prepared, setter.heading(prepared, measure, MOST_LINES), style, target, numbered, indent
    )


def draw_contents(
    contents: Contents, pages: list[Page], numbers: Mapping[str, int], setter: Setter
) -> None:
    """Draw the list with the page numbers of its targets, leaders and links."""
    if contents.title is not None:
        _draw_entry(contents.title, pages[contents.title.page], None, setter)
    for entry in contents.entries:
        _draw_entry(entry, pages[entry.page], numbers.get(entry.target), setter)


def _draw_entry(entry: ContentsEntry, page: Page, number: int | None, setter: Setter) -> None:
    grid, design, style = setter.layout.grid, setter.layout.contents, entry.style
    left = grid.left + entry.indent * style.size
    right = grid.left + grid.area_width
    baseline = entry.baseline
    end = left
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
        _draw_leader(end, start, baseline, right, page, setter)


def _draw_number(number: int, page: Page, right: float, baseline: float, setter: Setter) -> float:
    """The page number flush right; where its first figure stands comes back."""
    style = setter.style("contents-entry")
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
