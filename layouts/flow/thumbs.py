"""Thumb marks (书口标): a tab for each section at the outer edge of its pages, each a step lower
than that of the one before, over the trim into the bleed.
"""

from __future__ import annotations

from layouts.flow.running import PageNames
from layouts.flow.setting import Origin, Setter
from layouts.geometry import EPSILON
from layouts.house.layout import Grid, ThumbDesign
from layouts.house.text_style import Align
from layouts.issue.text import Text
from layouts.page.item import RUNNING_HEAD, Box
from layouts.page.page import Page


def draw_thumb(page: Page, names: PageNames, setter: Setter, *, right: bool) -> None:
    """The mark of a page's section at its `right` edge, or the left; none where nothing has begun,
    nor on the first page unless the layout wants it.
    """
    design, grid = setter.layout.thumb, setter.layout.grid
    is_first = page.number == 1 + setter.leaf.sheets
    if not design.width or names.mark < 0 or (is_first and not design.first_page):
        return
    x = grid.width - design.width if right else 0.0
    y = _top(design, names.mark, grid)
    page.boxes.append(Box(x, y, design.width, design.height, design.ink))
    if design.style is not None:
        _draw_name(page, names.section, x, y, setter)


def _top(design: ThumbDesign, mark: int, grid: Grid) -> float:
    """Where the mark of a section begins: at the top again where the page has no room below."""
    step = design.height + design.gap
    room = grid.height - design.top - design.height
    places = 1 + max(0, int((room + EPSILON) // step))
    return design.top + mark % places * step


def _draw_name(page: Page, name: str, x: float, y: float, setter: Setter) -> None:
    """A section's name in its mark, the characters one under the other; as many as it holds."""
    design = setter.layout.thumb
    style = setter.style(design.style or "")
    most = int(design.height // style.size)
    characters = [character for character in name if not character.isspace()][:most]
    pitch = min(style.leading, design.height / max(1, len(characters)))
    top = y + (design.height - pitch * len(characters) + pitch - style.size) / 2
    for k, character in enumerate(characters):
        baseline = top + k * pitch + setter.layout.grid.rise(style.size)
        line = setter.single(
            Text(character), style, x, design.width, baseline, Origin(RUNNING_HEAD), Align.CENTER
        )
        if line is not None:
            page.lines.append(line)
