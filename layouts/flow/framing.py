"""The frame round an article of its own (加框), on each page that it stands on; open where it goes
on over the page.
"""

from __future__ import annotations

from layouts.flow.drawing import bottom_of
from layouts.flow.levelling import Stretch
from layouts.flow.setting import Setter
from layouts.page.item import Box, Rule
from layouts.page.page import Page

AIR = 0.8
"""Rows between the frame and the text above and below it."""


def draw_frame(page: Page, stretch: Stretch, at: int, setter: Setter) -> None:
    """Draw the frame of an article round what of it stands on page `at` of the body, under it."""
    design, grid = setter.layout.boxed, setter.layout.grid
    items = [item for item in stretch.article.placed if item.page == at - stretch.page]
    if not items:
        return
    opens, closes = items[0] is stretch.article.placed[0], at == stretch.last_page
    air = AIR * grid.leading
    foot_of_area = grid.top + grid.area_height
    inside = setter.of(stretch.article.group)
    top = grid.row_top(min(item.row for item in items)) - air if opens else grid.top
    foot = max(bottom_of(item, inside) for item in items) if closes else foot_of_area
    foot += air if closes else 0.0
    # a heading's rows end with their line gap, a line's with its characters
    left, right = grid.left, grid.left + grid.area_width
    if design.ground is not None:
        page.boxes.insert(0, Box(left, top, right - left, foot - top, design.ground))
    if not design.rule:
        return
    half = design.rule / 2
    ends = [*([top + half] if opens else []), *([foot - half] if closes else [])]
    page.rules += [Rule(left, y, right, y, design.rule, design.ink) for y in ends]
    head, end = (top + design.rule if opens else top), (foot - design.rule if closes else foot)
    page.rules += [
        Rule(x, head, x, end, design.rule, design.ink) for x in (left + half, right - half)
    ]
