"""What headings are dressed with (栏目、标题的装饰), and the rules between columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from layouts.geometry import EPSILON
from layouts.house.layout import Grid, Layout, Ornament
from layouts.house.text_style import Align, Style
from layouts.page.item import Box, BoxArea, Line, Picture, Rule
from layouts.page.page import Page
from layouts.text.line_room import Broken


class HeadingWords(NamedTuple):
    """Where the words of a heading stand in their column: its left edge and width, the top of their
    first line's characters and the foot of their last line's, and how wide the widest line is.
    """

    left: float
    width: float
    top: float
    foot: float
    widest: float
    style: Style

    def span(self, ornament: Ornament) -> tuple[float, float]:
        """The left and right edge of the words."""
        free = self.width - self.widest
        start = {Align.CENTER: free / 2, Align.RIGHT: free}.get(self.style.align, ornament.before)
        return self.left + start, self.left + start + self.widest


def widest(lines: Sequence[Broken], style: Style) -> float:
    """How wide the widest of some lines is, points, letterspacing included."""
    return max(
        (
            (line.content + style.tracking * max(0, line.end - line.start - 1)) * style.size
            for line in lines
        ),
        default=0.0,
    )


def room_before(ornament: Ornament | None, style: Style) -> float:
    """By how much the words of a heading stand in for what is before them, points: those in the
    middle or at the right not at all.
    """
    flush_left = style.align in {Align.LEFT, Align.JUSTIFY}
    return ornament.before if ornament is not None and flush_left else 0.0


def draw_ornament(page: Page, ornament: Ornament, words: HeadingWords) -> None:
    """Draw what a heading is dressed with."""
    start, end = words.span(ornament)
    height = words.foot - words.top
    if ornament.ground is not None:
        side = ornament.padding_side
        x, right = (
            (start - side, end + side) if ornament.fits else (words.left, words.left + words.width)
        )
        page.boxes.append(
            Box(
                x,
                words.top - ornament.padding,
                right - x,
                height + 2 * ornament.padding,
                ornament.ground,
            )
        )
    if ornament.bar:
        page.boxes.append(Box(words.left, words.top, ornament.bar, height, ornament.ink))
    page.rules += _level(ornament, words)
    if ornament.beside:
        page.rules += _beside(ornament, words, start, end)


def _level(ornament: Ornament, words: HeadingWords) -> list[Rule]:
    """The rules over and under the words."""
    length = words.width if ornament.length is None else min(ornament.length, words.width)
    free = words.width - length
    x = words.left + {Align.CENTER: free / 2, Align.RIGHT: free}.get(words.style.align, 0.0)
    heights = [
        (words.top - ornament.gap - ornament.over / 2, ornament.over),
        (words.foot + ornament.gap + ornament.under / 2, ornament.under),
    ]
    return [Rule(x, y, x + length, y, width, ornament.ink) for y, width in heights if width]


def _beside(ornament: Ornament, words: HeadingWords, start: float, end: float) -> list[Rule]:
    """The rules beside the words, level with the middle of their first line."""
    y = words.top + words.style.size / 2
    length, left, right = ornament.length, words.left, words.left + words.width
    if length is not None:
        left = max(left, start - ornament.gap - length)
        right = min(right, end + ornament.gap + length)
    spans = [(left, start - ornament.gap), (end + ornament.gap, right)]
    return [
        Rule(x0, y, x1, y, ornament.beside, ornament.ink)
        for x0, x1 in spans
        if x1 - x0 >= words.style.size
    ]


def draw_column_rules(page: Page, layout: Layout) -> None:
    """Draw the rules between the columns of a page on which nothing but the body stands yet: from
    the top of its first row to the foot of its lowest, left of each column that has anything.
    """
    grid = layout.grid
    if not layout.column_rule or grid.columns == 1:
        return
    lines, boxes = page.lines, page.boxes
    apart = [*page.areas, *page.crossed]
    if apart:
        lines, boxes = _of_columns(page, apart, grid)
    tops = [
        *(line.y - grid.rise(line.size) for line in lines),
        *(item.y for item in (*page.pictures, *boxes)),
    ]
    feet = [
        *(_foot(line, grid) for line in lines),
        *(item.y + item.height for item in (*page.pictures, *boxes)),
    ]
    if not tops:
        return
    last = max((_column_at(item.x, grid) for item in (*lines, *page.pictures)), default=0)
    for column in range(1, last + 1):
        x = grid.column_left(column) - grid.gutter / 2
        # photos may go over the edges of the page
        ends = max(min(tops), grid.top), min(max(feet), grid.top + grid.area_height)
        top, foot = _beside_photos(x, *ends, page, grid)
        page.rules += [
            Rule(x, begin, x, end, layout.column_rule, layout.column_rule_ink)
            for begin, end in _clear(
                x,
                top,
                foot,
                apart,
                [line for line in lines if _is_beside(line, column, grid)],
                grid,
            )
        ]


def _is_beside(line: Line, column: int, grid: Grid) -> bool:
    """Whether a line stands in a column or in the one left of it."""
    return column - 1 <= _column_at(line.x, grid) <= column


def _of_columns(page: Page, apart: Sequence[BoxArea], grid: Grid) -> tuple[list[Line], list[Box]]:
    """The lines and grounds of a page that stand in one column, not in a box or table over
    several.
    """
    wide = [area for area in apart if area.width > grid.column_width + EPSILON]
    lines = [
        line
        for line in page.lines
        if not any((line.article, line.paragraph) == (one.article, one.paragraph) for one in wide)
    ]
    boxes = [
        box
        for box in page.boxes
        if not any(one.y - EPSILON <= box.y < one.y + one.height for one in wide)
    ]
    return lines, boxes


def _clear(
    x: float, top: float, foot: float, apart: Sequence[BoxArea], lines: Sequence[Line], grid: Grid
) -> Iterator[tuple[float, float]]:
    """The parts of a rule at x that nothing stands over, as high as the `lines` beside it: no pull
    quote between two columns, no table over them.
    """
    for area in sorted(apart, key=lambda area: area.y):
        if area.x < x < area.x + area.width:
            if area.y > top:
                over = (_foot(line, grid) for line in lines if top < line.y < area.y)
                yield top, min(max(over, default=area.y), foot)
            top = max(top, area.y + area.height)
            under = (line.y - grid.rise(line.size) for line in lines if line.y > top)
            top = min(under, default=top)
    if foot > top:
        yield top, foot


def _foot(line: Line, grid: Grid) -> float:
    """The foot of a line's characters."""
    return line.y - grid.rise(line.size) + line.size


def _beside_photos(
    x: float, top: float, foot: float, page: Page, grid: Grid
) -> tuple[float, float]:
    """From where to where a rule between columns runs past the photos that go across it, and their
    words: from the text under the one at the head down to that over the one at the foot.
    """
    for picture in page.pictures:
        mates = [
            other
            for other in page.pictures
            if other.y < picture.y + picture.height and picture.y < other.y + other.height
        ]
        if not _goes_across(x, picture, mates, grid):
            continue
        of = {(mate.article, mate.paragraph) for mate in mates}
        left = min(mate.x for mate in mates)
        right = max(mate.x + mate.width for mate in mates)
        text = [
            line
            for line in page.lines
            if (line.article, line.paragraph) not in of and left <= line.x < right
        ]
        middle = picture.y + picture.height / 2
        if middle < grid.top + grid.area_height / 2:
            heads = (line.y - grid.rise(line.size) for line in text if line.y > middle)
            top = max(top, min(heads, default=foot))
        else:
            feet = (_foot(line, grid) for line in text if line.y < middle)
            foot = min(foot, max(feet, default=top))
    return top, foot


def _goes_across(x: float, picture: Picture, mates: Sequence[Picture], grid: Grid) -> bool:
    """Whether a photo, or a row of photos that it begins the gutter of, goes across a place between
    columns: photos of two columns are as far apart as these.
    """
    right = picture.x + picture.width
    return picture.x < x < right or any(
        right <= x <= mate.x and mate.x - right < grid.gutter - EPSILON for mate in mates
    )


def _column_at(x: float, grid: Grid) -> int:
    """The column that something begins in."""
    step = grid.column_width + grid.gutter
    return max(0, min(grid.columns - 1, int((x - grid.left + grid.gutter / 2) // step)))
