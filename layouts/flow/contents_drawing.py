"""The list of contents (本期要目) drawn where it was planned: entries with leaders, page numbers
and links, its ground and closing rule.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from msgspec.structs import replace

from layouts.flow.contents import FIGURES, MARK_AIR, Contents, ContentsEntry
from layouts.flow.ornament import HeadingWords, draw_ornament, widest
from layouts.flow.setting import Origin, Setter
from layouts.house.layout import ContentsDesign
from layouts.house.text_style import Align
from layouts.issue.text import Text
from layouts.page.item import Box, Link, Rule
from layouts.page.page import Page

LINK_ABOVE = 0.75
"""How much of a line's leading above its baseline a link covers; the rest of it below."""

LEADER_AIR = 0.55
"""Em between the dots and the title, and between them and the number: a dot's breadth more than
half an em, so that they never seem to belong to either.
"""

LEADER_RISE = 0.3
"""Em of the dots above the baseline: the middle of the figures, a little low, as … is in Song."""

LEAST_DOTS = 2
"""Fewer dots lead nobody."""

MARK_RISE = 0.38
"""Em of the middle of that square above the baseline: the middle of a Hanzi's ink."""

HAIR = 0.02
"""Points that a leader is longer than its last dot, which a viewer might round away."""


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
    foot = top + (len(title.lines) - 1) * title.line_step + style.size
    words = HeadingWords(
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
        baseline += entry.line_step
    baseline -= entry.line_step
    # what is nowhere, an article without anything to print, is led to by nothing
    if number is not None:
        top = entry.baseline - style.leading * LINK_ABOVE
        bottom = baseline + style.leading * (1 - LINK_ABOVE)
        page.links.append(Link(left, top, right - left, bottom - top, entry.target))
    if entry.numbered and design.page_numbers and number is not None:
        start = _draw_number(number, page, right, baseline, setter)
        if design.leaders:
            size = setter.style("contents-entry").size
            draw_leader(page, (end, start), baseline, right, size, design)


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


def draw_leader(
    page: Page,
    between: tuple[float, float],
    baseline: float,
    right: float,
    size: float,
    design: ContentsDesign,
) -> None:
    """Dots between the end of some words and the start of what stands at the right, on a pitch
    counted from the right edge so that they stand under each other.
    """
    (end, start), pitch, dot = between, design.leader_pitch, design.leader_dot
    # whole pitches from the right edge, past the number and its air
    last = right - pitch * math.ceil((right - start + LEADER_AIR * size) / pitch)
    count = math.floor((last - end - LEADER_AIR * size) / pitch)
    if count < LEAST_DOTS:
        return
    y = baseline - LEADER_RISE * size
    page.rules.append(
        Rule(last - count * pitch, y, last + HAIR, y, dot, design.leader_ink, (0.0, pitch), True)
    )
