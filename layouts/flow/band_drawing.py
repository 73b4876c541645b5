"""The rules between columns of a page whose bands stand one under the other: under the headline of
each, down to the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from layouts.flow.levelling import Stretch
from layouts.flow.ornament import draw_column_rules
from layouts.flow.placed import PlacedHeading
from layouts.geometry import EPSILON
from layouts.house.layout import Grid, Layout
from layouts.page.item import Rule
from layouts.page.page import Page


def draw_band_rules(bands: Sequence[Page], heads: Sequence[Stretch], layout: Layout) -> None:
    """Draw the rules of each band onto what was drawn of it; the first stands above those that
    begin with `heads`.
    """
    grid = layout.grid
    feet = [grid.row_top(head.article.placed[0].row) for head in heads]
    for band, foot in zip(bands, [*feet, grid.height], strict=True):
        known = len(band.rules)
        draw_column_rules(band, layout)
        band.rules[known:] = [
            rule if rule.y1 <= foot else rule._replace(y1=foot - grid.size)
            for rule in band.rules[known:]
            if rule.y0 < foot
        ]
    for band, head in zip(bands[1:], heads, strict=True):
        right, under = _headed(head, grid)
        band.rules[:] = [_under(rule, right, under, grid) for rule in band.rules]


def _headed(head: Stretch, grid: Grid) -> tuple[float, float]:
    """How far right the headings of a band stand, and the top of the text under them."""
    over = [
        item
        for item in head.article.placed
        if isinstance(item, PlacedHeading) and item.piece.across > 1
    ]
    if not over:
        return 0.0, 0.0
    last = over[-1]
    return grid.left + grid.span(last.piece.across), grid.row_top(last.row + last.rows)


def _under(rule: Rule, right: float, under: float, grid: Grid) -> Rule:
    """A rule between columns begun under the headings that stand across it."""
    is_upright = abs(rule.x0 - rule.x1) < EPSILON
    crosses = is_upright and grid.left < rule.x0 < right and rule.y0 < under < rule.y1
    return rule._replace(y0=under) if crosses else rule
