"""The fixed parts of the pages: masthead and page numbers, filled from the issue's fields; what the
colophon shares with them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from layouts.flow.art import draw_art, standing
from layouts.flow.setting import Origin, Setter
from layouts.house.layout import Align, FixedLine, FixedRule
from layouts.house.template import fill
from layouts.issue.issue import Issue
from layouts.issue.masthead import COLOPHON, MASTHEAD
from layouts.issue.text import Text
from layouts.page.item import PAGE_NUMBER, Rule
from layouts.page.page import Page


def issue_fields(issue: Issue) -> dict[str, str]:
    """What templates may name, empty where the issue says nothing."""
    parts = ((issue.masthead, MASTHEAD), (issue.colophon, COLOPHON))
    return {
        field.in_templates: _printed(getattr(part, field.name))
        for part, fields in parts
        for field in fields
    }


def _printed(value: str | int | datetime.date | None) -> str:
    """The value of a field as it is printed."""
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return "" if value is None else str(value)


def draw_masthead(page: Page, setter: Setter, fields: Mapping[str, str]) -> None:
    """The front page's head (报头)."""
    design = setter.layout.masthead
    lines = standing(design.lines, design.art, setter)
    draw_lines(page, lines, setter, fields, "masthead", 0.0, 1.0)
    draw_rules(page, design.rules, setter, 0.0, 1.0)
    draw_art(page, "masthead", design.lines, design.art, setter, fields, 0.0, 1.0)


def draw_page_number(page: Page, setter: Setter, fields: Mapping[str, str]) -> None:
    """The running page number, outside, centred or inside; none on the first page unless the layout
    wants it.
    """
    design, grid = setter.layout.page_number, setter.layout.grid
    if page.number == 1 and not design.first_page:
        return
    text = fill(design.template, {**fields, "page": str(page.number)})
    if not text:
        return
    # of pages printed on one side every one is a right one
    recto = setter.layout.single_sided or page.number % 2 == 1
    outside = "right" if recto else "left"
    inside = "left" if recto else "right"
    where = {"outside": outside, "inside": inside}.get(design.position, "center")
    style = setter.style(design.style)
    baseline = grid.top + grid.area_height + design.drop
    line = setter.single(
        Text(text),
        style,
        grid.left,
        grid.area_width,
        baseline,
        Origin(PAGE_NUMBER),
        type(style.align)(where),
    )
    if line is not None:
        page.lines.append(line)


def draw_lines(
    page: Page,
    lines: Iterable[FixedLine],
    setter: Setter,
    fields: Mapping[str, str],
    role: str,
    top: float,
    unit: float,
) -> None:
    """Draw filled lines on their baselines, `unit` points each.

    Lines that share a baseline share its width.
    """
    rows: dict[float, list[tuple[FixedLine, str]]] = {}
    for design in lines:
        if text := fill(design.template, fields):
            rows.setdefault(design.baseline, []).append((design, text))
    for baseline, row in rows.items():
        _draw_row(page, row, setter, role, top + baseline * unit)


def _draw_row(
    page: Page, row: list[tuple[FixedLine, str]], setter: Setter, role: str, y: float
) -> None:
    """Draw the lines of one baseline; the longest gives way where they would run into each
    other.
    """
    grid = setter.layout.grid
    naturals = [
        setter.natural_width(Text(text), setter.style(design.style)) for design, text in row
    ]
    gaps = (len(row) - 1) * setter.style(row[0][0].style).size
    longest = naturals.index(max(naturals))
    for k, (design, text) in enumerate(row):
        room = grid.area_width
        if k == longest and len(row) > 1 and design.align is not Align.CENTER:
            # it keeps half the row, whatever the others ask
            room -= min(room / 2, sum(naturals) - naturals[k] + gaps)
        x = grid.left if design.align is not Align.RIGHT else grid.left + grid.area_width - room
        line = setter.single(
            Text(text),
            setter.style(design.style),
            x,
            room,
            y,
            Origin(role),
            design.align,
            design.squeeze_to_fit,
        )
        if line is not None:
            page.lines.append(line)


def draw_rules(
    page: Page, rules: Iterable[FixedRule], setter: Setter, top: float, unit: float
) -> None:
    """Draw rules over the whole type area."""
    grid = setter.layout.grid
    for rule in rules:
        y = top + rule.y * unit
        page.rules.append(Rule(grid.left, y, grid.left + grid.area_width, y, rule.width, rule.ink))
