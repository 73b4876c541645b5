"""The rules between columns of a page whose bands stand one under the other: under the headline of
each, down to the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from layouts.flow.body import DrawnBand
from layouts.flow.levelling import Stretch
from layouts.flow.ornament import draw_column_rules
from layouts.flow.placed import PlacedHeading
from layouts.flow.setting import Setter
from layouts.geometry import EPSILON
from layouts.house.layout import Grid
from layouts.page.item import Rule


def draw_band_rules(bands: Sequence[DrawnBand], setter: Setter) -> None:
    """Draw the rules of each band onto what was drawn of it, down to the band under it."""
    grid = setter.layout.grid
    tops = [grid.row_top(_placed_at(band)) for band in bands[1:]]
    for band, foot in zip(bands, [*tops, grid.height], strict=True):
        page, layout = band.page, setter.of(band).layout
        known = len(page.rules)
        draw_column_rules(page, layout)
        page.rules[known:] = [
            rule if rule.y1 <= foot else rule._replace(y1=foot - grid.size)
            for rule in page.rules[known:]
            if rule.y0 < foot
        ]
        if band.head is not None:
            right, under = _headed(band.head, layout.grid)
            page.rules[:] = [_under(rule, right, under, grid) for rule in page.rules]


def _placed_at(band: DrawnBand) -> int:
    """The row that a band begins at; that of the page's head where it has nothing."""
    placed = band.head.article.placed if band.head is not None else []
    return placed[0].row if placed else 0


def _headed(head: Stretch, grid: Grid) -> tuple[float, float]:
    """How far right the headings of a band stand, that of a section maybe farther than its
    headline, and the top of the text under them.
    """
    over = [
        item
        for item in head.article.placed
        if isinstance(item, PlacedHeading) and item.piece.across > 1
    ]
    if not over:
        return 0.0, 0.0
    across = max(item.piece.across for item in over)
    last = over[-1]
    end = last.row + last.rows
    # the ground of a section's name may reach into the air under it
    below = (item.row for item in head.article.placed if item.page == last.page)
    text = min((row for row in below if row >= end), default=end)
    return grid.left + grid.span(across), grid.row_top(text)


def _under(rule: Rule, right: float, under: float, grid: Grid) -> Rule:
    """A rule between columns begun under the headings that stand across it."""
    is_upright = abs(rule.x0 - rule.x1) < EPSILON
    crosses = is_upright and grid.left < rule.x0 < right and rule.y0 < under < rule.y1
    return rule._replace(y0=under) if crosses else rule
