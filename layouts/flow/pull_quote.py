"""Pull quotes (拉线引语): a few words of an article set large between two rules, on whole rows of
its column.
"""

from __future__ import annotations

import math
from typing import Final

from msgspec import Struct

from layouts.flow.setting import LEAST_MEASURE, Origin, Setter
from layouts.geometry import EPSILON
from layouts.issue.text import Text
from layouts.page.item import Rule
from layouts.page.page import Page
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared

ROLE: Final = "pull-quote"

AIR: Final = 0.25
"""The least air above the upper rule and below the lower one beside the line gap, rows; at the head
of a column all of it is below.
"""


class PullQuoteBlock(Struct):
    """A pull quote ready to be drawn: its lines balanced like those of a heading, so high (points)
    from rule to rule.
    """

    prepared: Prepared
    lines: list[Broken]
    origin: Origin
    rows: int
    height: float
    inset: float

    def draw(self, page: Page, setter: Setter, left: float, top: float, *, at_top: bool) -> None:
        """Draw its lines between two rules, in the middle of its rows, at the head of a column
        level with its neighbours.
        """
        grid, design, style = setter.layout.grid, setter.layout.pull_quote, self.prepared.style
        # the line gap under the last row is not for it: what follows has it above
        spare = self.rows * grid.leading - (grid.leading - grid.size) - self.height
        y = top if at_top else top + spare / 2
        x, width = left + self.inset, grid.column_width - 2 * self.inset
        page.rules += [
            Rule(x, edge, x + width, edge, design.rule, design.ink) for edge in (y, y + self.height)
        ]
        baseline = y + design.padding + grid.rise(style.size)
        for broken in self.lines:
            setter.draw(page, self.prepared, broken, x, baseline, self.origin, style.align)
            baseline += style.leading


def pull_quote_block(text: Text, setter: Setter, origin: Origin) -> PullQuoteBlock:
    """Set a pull quote in its style. One taller than a column is a finding that stops an export."""
    grid, design, style = setter.layout.grid, setter.layout.pull_quote, setter.style(ROLE)
    inset = max(
        0.0, min(design.inset * grid.size, (grid.column_width - LEAST_MEASURE * style.size) / 2)
    )
    prepared = setter.prepare(text, style, origin.source)
    lines = setter.heading(prepared, (grid.column_width - 2 * inset) / style.size, style.max_lines)
    height = (max(1, len(lines)) - 1) * style.leading + style.size + 2 * design.padding
    rows = math.ceil((height + grid.leading - grid.size) / grid.leading + 2 * AIR - EPSILON)
    if rows > grid.rows:
        setter.report_overset(text.string, origin.source)
    return PullQuoteBlock(prepared, lines, origin, rows, height, inset)
