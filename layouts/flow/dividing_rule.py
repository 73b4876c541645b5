"""The rule (分隔线) between two articles, or where a writer puts one, in the middle of its row."""

from __future__ import annotations

from msgspec import Struct

from layouts.flow.setting import Setter
from layouts.page.item import Rule
from layouts.page.page import Page

USUAL = 0.5
"""Points: how thick a writer's rule is where the layout has none between articles."""


class DividingRule(Struct, frozen=True):
    """A rule as the layout has those between articles, in the middle of its column; it stands
    `drop` rows below the middle of its row: over a headline is more space than under a text.
    """

    drop: float = 0.0
    rows: int = 1

    def draw(self, page: Page, setter: Setter, left: float, top: float, *, at_top: bool) -> None:
        """Draw it."""
        del at_top
        layout, grid = setter.layout, setter.layout.grid
        length = layout.article_rule_length * grid.column_width
        x, y = (
            left + (grid.column_width - length) / 2,
            top + grid.size / 2 + self.drop * grid.leading,
        )
        width = layout.article_rule or USUAL
        page.rules.append(Rule(x, y, x + length, y, width, layout.article_rule_ink))
