"""The fixed parts of the pages: masthead, colophon and page numbers, filled from the issue's fields."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from layouts.flow.setting import Origin, Setter
from layouts.house.layout import FixedLine, FixedRule
from layouts.house.template import fill
from layouts.issue.issue import Issue
from layouts.issue.text import Text
from layouts.page.item import Rule
from layouts.page.page import Page


def issue_fields(issue: Issue) -> dict[str, str]:
    """What templates may name, empty where the issue says nothing."""
    head, foot = issue.masthead, issue.colophon
    date = f"{head.date.year}年{head.date.month}月{head.date.day}日" if head.date else ""
    return {
        "publication": head.publication,
        "number": "" if head.number is None else str(head.number),
        "total": "" if head.total is None else str(head.total),
        "issuer": head.issuer,
        "date": date,
        "secrecy": head.secrecy,
        "copy_number": head.copy_number,
        "report": foot.report_to,
        "send": foot.send_to,
        "distribute": foot.distribute_to,
        "editor": foot.editor,
        "telephone": foot.telephone,
        "copies": "" if foot.copies is None else str(foot.copies),
    }


def draw_masthead(page: Page, setter: Setter, fields: Mapping[str, str]) -> None:
    """The front page's head (报头)."""
    design = setter.layout.masthead
    _draw_lines(page, design.lines, setter, fields, "masthead", 0.0, 1.0)
    _draw_rules(page, design.rules, setter, 0.0, 1.0)


def colophon_rows(setter: Setter, fields: Mapping[str, str]) -> int:
    """Rows of the grid that the colophon takes at the foot of the last page, a free one above it."""
    grid = setter.layout.grid
    height = setter.layout.colophon.height - _closed_up(setter, fields)[2]
    return int(-(-(height - (grid.size - grid.ascent)) // grid.leading)) + 1 if height > 0 else 0


def draw_colophon(page: Page, setter: Setter, fields: Mapping[str, str]) -> None:
    """The foot of the last page (报尾), its last rule or line on the foot of the type area."""
    design, grid = setter.layout.colophon, setter.layout.grid
    lines, rules, saved = _closed_up(setter, fields)
    top = grid.top + grid.area_height - design.height + saved
    _draw_lines(page, lines, setter, fields, "colophon", top, design.leading)
    _draw_rules(page, rules, setter, top, design.leading)


def _closed_up(setter: Setter, fields: Mapping[str, str]) -> tuple[list[FixedLine], list[FixedRule], float]:
    """The colophon without the rows whose fields are all empty: what stands under them moves up; the height saved, points."""
    design = setter.layout.colophon
    baselines = sorted({line.baseline for line in design.lines})
    filled = {line.baseline for line in design.lines if fill(line.template, fields)}
    kept = [line for line in design.lines if line.baseline in filled]
    lines = [replace(line, baseline=line.baseline - _gone_above(line.baseline, baselines, filled)) for line in kept]
    rules = [replace(rule, y=rule.y - _gone_above(rule.y, baselines, filled)) for rule in design.rules]
    return lines, rules, _gone_above(math.inf, baselines, filled) * design.leading


def _gone_above(y: float, baselines: list[float], filled: set[float]) -> float:
    """How much of the rows above a height was closed up."""
    gone = 0.0
    for k, baseline in enumerate(baselines):
        if baseline < y and baseline not in filled:
            gone += baseline - baselines[k - 1] if k else sum(baselines[1:2]) - baseline
    return gone


def draw_page_number(page: Page, setter: Setter, fields: Mapping[str, str]) -> None:
    """The running page number, outside, centred or inside; none on the first page unless the layout wants it."""
    design, grid = setter.layout.page_number, setter.layout.grid
    if page.number == 1 and not design.first_page:
        return
    text = fill(design.template, {**fields, "page": str(page.number)})
    if not text:
        return
    recto = page.number % 2 == 1
    outside = "right" if recto else "left"
    inside = "left" if recto else "right"
    where = {"outside": outside, "inside": inside}.get(design.position, "center")
    style = setter.style(design.style)
    baseline = grid.top + grid.area_height + design.drop
    line = setter.single(Text(text), style, grid.left, grid.area_width, baseline, Origin("page-number"), type(style.align)(where))
    if line is not None:
        page.lines.append(line)


def _draw_lines(
    page: Page, lines: Iterable[FixedLine], setter: Setter, fields: Mapping[str, str], role: str, top: float, unit: float
) -> None:
    grid = setter.layout.grid
    for design in lines:
        text = fill(design.template, fields)
        if not text:
            continue
        style = setter.style(design.style)
        line = setter.single(
            Text(text), style, grid.left, grid.area_width, top + design.baseline * unit, Origin(role), design.align, design.squeeze_to_fit
        )
        if line is not None:
            page.lines.append(line)


def _draw_rules(page: Page, rules: Iterable[FixedRule], setter: Setter, top: float, unit: float) -> None:
    grid = setter.layout.grid
    for rule in rules:
        y = top + rule.y * unit
        page.rules.append(Rule(grid.left, y, grid.left + grid.area_width, y, rule.width, rule.ink))
