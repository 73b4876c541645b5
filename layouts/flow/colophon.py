"""The colophon (报尾): rows whose fields are all empty close up, a long list of recipients takes
further rows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from layouts.flow.art import draw_art, standing
from layouts.flow.fixed import draw_grounds, draw_lines, draw_rules
from layouts.flow.setting import LEAST_MEASURE, Origin, Setter
from layouts.house.fixed_design import ColophonDesign, FixedLine, FixedRule
from layouts.house.template import fill
from layouts.issue.text import Text
from layouts.page.page import Page
from layouts.text.breaking import break_lines
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared

LABEL = "："
HANG = 2.0
"""The further rows of 报：… stand in by its label, two em."""


class Wrapped(Struct):
    """A line that has a row of the colophon to itself, broken to the type area; rows after the
    first hang by `hang` em.
    """

    prepared: Prepared
    lines: list[Broken]
    hang: float


class SetColophon(Struct):
    """The colophon of an issue: the lines that are filled, its rules, the lines that may wrap, and
    the rows each baseline adds to what is under it.
    """

    lines: list[FixedLine]
    rules: list[FixedRule]
    wrapped: dict[FixedLine, Wrapped]
    changes: list[tuple[float, float]]
    height: float

    def moved(self, y: float) -> float:
        """By how many rows a height of the design moves down, or up where negative."""
        return sum(change for baseline, change in self.changes if baseline < y)


def plan_colophon(setter: Setter, fields: Mapping[str, str]) -> SetColophon:
    """Fill the colophon and see what height it takes (points), 0 rows given to what is empty."""
    design = setter.layout.colophon
    lines = standing(design.lines, design.art, setter)
    baselines = sorted({line.baseline for line in design.lines})
    plan = SetColophon([], list(design.rules), {}, [], 0.0)
    for k, baseline in enumerate(baselines):
        here = [line for line in lines if line.baseline == baseline and fill(line.template, fields)]
        plan.lines += here
        change = 0.0
        if not here:
            # an empty row gives up its distance from the one above, the first that to the one below
            change = baselines[k - 1] - baseline if k else baseline - sum(baselines[1:2])
        elif len(here) == 1:
            wrapped = plan.wrapped[here[0]] = _wrap(
                fill(here[0].template, fields) or "", here[0], setter
            )
            change = len(wrapped.lines) - 1.0
        plan.changes.append((baseline, change))
    _join_rules(plan, design)
    plan.height = design.height + plan.moved(math.inf) * design.leading
    return plan


def _join_rules(plan: SetColophon, design: ColophonDesign) -> None:
    """Leave one of two rules that have only empty rows between them: the outer one, which closes
    the colophon.
    """
    edges = sorted({rule.y for rule in design.rules})
    for above, under in pairwise(edges):
        between = [line for line in design.lines if above < line.baseline < under]
        filled = any(line in plan.lines for line in between)
        if not between or filled or any(above < art.y < under for art in design.art):
            continue
        gone = above if under == edges[-1] and above != edges[0] else under
        plan.rules = [rule for rule in plan.rules if rule.y != gone]
        # what is under them closes up to the one that is left
        plan.changes.append((above, above + plan.moved(above) - under - plan.moved(under)))


def _wrap(text: str, design: FixedLine, setter: Setter) -> Wrapped:
    style = setter.style(design.style)
    prepared = setter.prepare(Text(text), style)
    room = setter.layout.grid.area_width - 2 * design.inset
    measure = max(LEAST_MEASURE, room / style.size)
    # 报：, 送：, 发：: a label of one character
    hang = min(HANG, measure - LEAST_MEASURE) if text[1:2] == LABEL else 0.0
    return Wrapped(prepared, break_lines(prepared, lambda k: measure - (hang if k else 0.0)), hang)


def colophon_rows(setter: Setter, fields: Mapping[str, str]) -> int:
    """Rows of the grid that the colophon takes at the foot of the last page, a free one above
    it.
    """
    grid = setter.layout.grid
    height = plan_colophon(setter, fields).height
    # −(−a // b) rounds up
    return int(-(-(height - (grid.size - grid.ascent)) // grid.leading)) + 1 if height > 0 else 0


def draw_colophon(page: Page, setter: Setter, fields: Mapping[str, str]) -> None:
    """Stand the colophon on the page, its last rule or line on the foot of the type area."""
    design, grid = setter.layout.colophon, setter.layout.grid
    plan = plan_colophon(setter, fields)
    top = grid.top + grid.area_height - plan.height
    shared = [line for line in plan.lines if line not in plan.wrapped]
    for line, wrapped in plan.wrapped.items():
        baseline = top + (line.baseline + plan.moved(line.baseline)) * design.leading
        for k, broken in enumerate(wrapped.lines):
            x = grid.left + line.inset
            x += wrapped.hang * wrapped.prepared.style.size if k else 0.0
            align = line.align if len(wrapped.lines) == 1 else wrapped.prepared.style.align
            page.lines.append(
                setter.line(
                    wrapped.prepared,
                    broken,
                    x,
                    baseline + k * design.leading,
                    Origin("colophon"),
                    align,
                )
            )
    moved = [replace(line, baseline=line.baseline + plan.moved(line.baseline)) for line in shared]
    draw_lines(page, moved, setter, fields, "colophon", top, design.leading)
    draw_rules(
        page,
        [replace(rule, y=rule.y + plan.moved(rule.y)) for rule in plan.rules],
        setter,
        top,
        design.leading,
    )
    draw_art(
        page,
        "colophon",
        design.lines,
        [replace(art, y=art.y + plan.moved(art.y)) for art in design.art],
        setter,
        fields,
        top,
        design.leading,
    )
    grounds = [
        replace(
            ground,
            y=ground.y + plan.moved(ground.y),
            height=ground.height + plan.moved(ground.y + ground.height) - plan.moved(ground.y),
        )
        for ground in design.grounds
    ]
    draw_grounds(page, grounds, setter, top, design.leading)
