"""Boxes (专栏框): a title and paragraphs set inside a frame of whole rows, in columns of their own.

The frame grows with its text, so that nothing stands outside it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layouts.flow.box_lines import BoxContent, BoxLine, BoxLines, box_lines
from layouts.flow.floats import Clearance, framed
from layouts.flow.setting import Setter
from layouts.geometry import EPSILON, Polygon
from layouts.house.layout import Grid
from layouts.house.text_style import Style
from layouts.issue.photo import Side
from layouts.page.item import Box, BoxArea, Rule
from layouts.page.page import Page

MOST_OPEN = 0.12
"""How much the leading inside a box may grow, times itself, before what its whole rows leave over
goes above and below its text.
"""

TITLE_AIR = 0.28
"""Em of a title above and below it on a band of its own."""


class SidebarBlock(Struct):
    """A box, or a part of one that goes on in another column, ready to be placed.

    `title` and the columns of lines are what stands in it; `opens` and `closes` say whether its
    head and its foot are those of the whole box.
    """

    whole: BoxLines
    title: tuple[BoxLine, ...]
    columns: tuple[tuple[BoxLine, ...], ...]
    side: Side
    width: float
    rows: int
    line: int
    clearance: Clearance
    opens: bool = True
    closes: bool = True

    def shape(self, x: float, y: float, leading: float) -> Polygon:
        """What text beside it keeps clear of: its frame."""
        return framed(self, x, y, leading)

    def draw(self, page: Page, setter: Setter, x: float, y: float) -> None:
        """Draw its ground and rules from the top of its first row's characters to the foot of its
        last row's, and its text inside.
        """
        grid = setter.layout.grid
        y, height = y + air(grid), frame_height(self.rows, grid)
        content = self.whole.content
        page.areas.append(BoxArea(x, y, self.width, height, content.article, content.paragraph))
        if content.look.ground is not None:
            page.boxes.append(Box(x, y, self.width, height, content.look.ground))
        _draw_text(self, page, setter, x, y, height)
        _draw_rules(self, page, x, y, height)


LEAST_GAP = 0.75
"""Em of the body between a box and the text above or below it: where the line gap is less, the box
stands so much inside its rows.
"""


def air(grid: Grid) -> float:
    """How far a box stands inside its rows above and below."""
    return max(0.0, LEAST_GAP * grid.size - (grid.leading - grid.size))


def frame_height(rows: int, grid: Grid) -> float:
    """The height of a box of so many rows: the line gap under the last of them is not for it."""
    return rows * grid.leading - (grid.leading - grid.size) - 2 * air(grid)


def rows_for(height: float, grid: Grid) -> int:
    """The rows that a height takes."""
    whole = height + 2 * air(grid) + grid.leading - grid.size
    return max(1, math.ceil(whole / grid.leading - EPSILON))


# -- frames ----------------------------------------------------------------------------------------


def box_block(content: BoxContent, setter: Setter) -> SidebarBlock:
    """A box as a float: as wide as it says, over its column where that leaves text beside it too
    little room, or where it would be taller than a column.
    """
    grid, design = setter.layout.grid, setter.layout.box
    box, side, column = content.box, content.box.side, grid.column_width
    asked = min((box.width or design.width) * grid.size, column)
    standoff = design.standoff * grid.size
    beside = (column - asked) / (2 if side is Side.BOTH else 1) - standoff
    if side is not Side.NONE and beside < setter.layout.photo.min_slot * grid.size - EPSILON:
        side, asked = Side.NONE, column
    elif side is Side.NONE and box.width is None:
        asked = column
    block = _whole_block(box_lines(content, asked, setter), side, grid)
    if block.rows > grid.rows and asked < column:
        return _whole_block(box_lines(content, column, setter), Side.NONE, grid)
    return block


def box_alone(content: BoxContent, setter: Setter) -> SidebarBlock:
    """A box beside which no text will stand: over its column unless it is to be narrower."""
    box = content.box
    width = box.width if box.side is Side.NONE else None
    return box_block(replace(content, box=replace(box, side=Side.NONE, width=width)), setter)


def box_across(content: BoxContent, width: float, setter: Setter) -> SidebarBlock:
    """A box of some width, points, that stands apart from its paragraph."""
    return _whole_block(box_lines(content, width, setter), Side.NONE, setter.layout.grid)


def _whole_block(lines: BoxLines, side: Side, grid: Grid) -> SidebarBlock:
    columns = in_columns(lines.lines, lines.inside.columns)
    block = SidebarBlock(
        lines,
        lines.title,
        columns,
        side,
        lines.width,
        1,
        lines.content.box.line,
        lines.clearance,
    )
    block.rows = rows_for(natural_height(block), grid)
    return block


def in_columns(
    lines: Sequence[BoxLine], count: int, *, evenly: bool = False
) -> tuple[tuple[BoxLine, ...], ...]:
    """Lines shared between columns, the first the longest; the last line of a paragraph begins
    none, unless they are to be shared `evenly`.
    """
    columns: list[tuple[BoxLine, ...]] = []
    rest = list(lines)
    for left in range(count, 0, -1):
        take = math.ceil(len(rest) / left)
        if not evenly and 0 < take < len(rest) and rest[take].text is rest[take - 1].text:
            ends = take + 1 == len(rest) or rest[take + 1].text is not rest[take].text
            take += ends
        columns.append(tuple(rest[:take]))
        del rest[:take]
    return tuple(columns)


def natural_height(block: SidebarBlock) -> float:
    """The least height of a box, points."""
    return text_top(block) + _text_height(block) + _foot(block)


def text_top(block: SidebarBlock) -> float:
    """From the upper edge of a box to its text."""
    look = block.whole.content.look
    edge = max(look.frame, look.over) if block.opens else look.frame
    if not block.title:
        return edge + look.padding
    title = _title_height(block)
    if look.title_ground is not None:
        below = look.padding if any(block.columns) else 0.0
        return edge + title + 2 * _band_air(block) + below
    gap = look.title_gap + look.title_rule if any(block.columns) else 0.0
    return edge + look.padding + title + gap


def _foot(block: SidebarBlock) -> float:
    look = block.whole.content.look
    edge = max(look.frame, look.under) if block.closes else look.frame
    only_band = bool(block.title) and look.title_ground is not None and not any(block.columns)
    return edge + (0.0 if only_band else look.padding)


def _band_air(block: SidebarBlock) -> float:
    return TITLE_AIR * block.title[0].text.prepared.style.size


def _title_height(block: SidebarBlock) -> float:
    style = block.title[0].text.prepared.style
    return (len(block.title) - 1) * style.leading + style.size


def _text_height(block: SidebarBlock, leading: float | None = None) -> float:
    """From the top of the first line's characters to the foot of the last one's."""
    count = max(map(len, block.columns), default=0)
    if not count:
        return 0.0
    style = _style_inside(block)
    return (count - 1) * (leading or style.leading) + style.size


def _style_inside(block: SidebarBlock) -> Style:
    return next(column[0] for column in block.columns if column).text.prepared.style


# -- drawing ---------------------------------------------------------------------------------------


def _draw_text(
    block: SidebarBlock, page: Page, setter: Setter, x: float, y: float, height: float
) -> None:
    """The lines of a box; what its whole rows leave over opens its leading a little, and goes above
    and below the text then.
    """
    spare = max(0.0, height - natural_height(block))
    count = max(map(len, block.columns), default=0)
    leading = _style_inside(block).leading if count else 0.0
    opened = min(spare / (count - 1), MOST_OPEN * leading) if count > 1 else 0.0
    spare -= opened * max(0, count - 1)
    on_band = bool(block.title) and block.whole.content.look.title_ground is not None
    if block.title:
        _draw_title(block, page, setter, x, y, 0.0 if on_band else spare / 2)
    if not count:
        return
    top = y + text_top(block) + spare / 2
    inside = block.whole.inside
    for k, column in enumerate(block.columns):
        left = x + inside.left + k * (inside.width + inside.gutter) / inside.columns
        for n, line in enumerate(column):
            style = line.text.prepared.style
            baseline = top + n * (leading + opened) + setter.layout.grid.rise(style.size)
            _draw_line(line, page, setter, left + line.indent, baseline)


def _draw_line(line: BoxLine, page: Page, setter: Setter, x: float, baseline: float) -> None:
    text = line.text
    setter.draw(
        page, text.prepared, line.broken, x, baseline, text.origin, text.prepared.style.align
    )


def _draw_title(
    block: SidebarBlock, page: Page, setter: Setter, x: float, y: float, down: float
) -> None:
    look, style = block.whole.content.look, block.title[0].text.prepared.style
    edge = max(look.frame, look.over)
    height = _title_height(block)
    top = y + edge + look.padding + down
    if look.title_ground is not None:
        band = height + 2 * _band_air(block)
        if not any(block.columns):
            band = frame_height(block.rows, setter.layout.grid) - edge - _foot(block)
        page.boxes.append(Box(x, y + edge, block.width, band, look.title_ground))
        top = y + edge + (band - height) / 2
    for n, line in enumerate(block.title):
        baseline = top + n * style.leading + setter.layout.grid.rise(style.size)
        _draw_line(line, page, setter, x + block.whole.inside.left, baseline)
    if look.title_rule and look.title_ground is None and any(block.columns):
        rule = top + height + look.title_gap / 2 + look.title_rule / 2
        left = x + block.whole.inside.left
        page.rules.append(
            Rule(left, rule, left + block.whole.inside.width, rule, look.title_rule, look.ink)
        )


def _draw_rules(block: SidebarBlock, page: Page, x: float, y: float, height: float) -> None:
    """The rules along its edges, inside them; a part of a box is open where it goes on."""
    look, right, foot = block.whole.content.look, x + block.width, y + height
    if look.bar:
        page.boxes.append(Box(x, y, look.bar, height, look.ink))
    half = look.frame / 2
    if look.frame:
        page.rules += [
            Rule(edge, y, edge, foot, look.frame, look.ink) for edge in (x + half, right - half)
        ]
    over, under = max(look.over, look.frame), max(look.under, look.frame)
    if over and block.opens:
        page.rules.append(Rule(x, y + over / 2, right, y + over / 2, over, look.ink))
    if under and block.closes:
        page.rules.append(Rule(x, foot - under / 2, right, foot - under / 2, under, look.ink))
