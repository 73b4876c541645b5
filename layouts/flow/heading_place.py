"""Where a heading stands: the whole rows it takes, and its lines in them; the heading of a section
as near to what follows it in every place.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layouts.geometry import EPSILON
from layouts.house.layout import Grid, Layout, Ornament
from layouts.house.text_style import Style

if TYPE_CHECKING:
    from layouts.flow.pieces import HeadingPiece

LINE_GAP_KEPT = 0.7
"""How much of the body's line gap stays between a heading and the text below it; the rest its
larger type may use, where that saves a row.
"""

TO_FOLLOWER = 1.5
"""Rows from the baseline of a section's heading to the next baseline, beside what the heading is
dressed with below its words: near enough to belong to what follows, and the same wherever it stands
(second-look.md, Pages 4: 34 pt in rows of 22.9).
"""

SAVED_FOR = 0.15
"""So much of a row the heading of a section stands nearer, where that saves one."""

AIR = 1
"""Rows free under the heading of a section that text follows without a headline between."""


def heading_rows(
    lines: int, style: Style, leading: float, size: float, ornament: Ornament | None = None
) -> tuple[int, int]:
    """The whole rows a heading of some lines takes, with and without the space before it.

    Larger type may use a part of the line gap. What it is dressed with needs room too.
    """
    block = (lines - 1) * style.leading + style.size + style.after
    block += ornament.above + ornament.below if ornament is not None else 0.0
    gap = LINE_GAP_KEPT * (leading - size)
    rows = math.ceil((block + style.before + gap - EPSILON) / leading)
    return max(1, rows), max(1, math.ceil((block + gap - EPSILON) / leading))


def words_height(lines: int, style: Style) -> float:
    """From the top of the first line's characters to the foot of the last line's, points."""
    return (lines - 1) * style.leading + style.size


def words_top(piece: HeadingPiece, rows: int, grid: Grid) -> float:
    """How far below the top of its first row's characters those of a heading's first line begin, in
    so many rows.
    """
    style = piece.prepared.style
    if piece.drop is None:
        at_top = rows < piece.rows
        return _shared(len(piece.lines), style, piece.ornament, rows, grid, at_top) - piece.lift
    words = grid.rise(style.size) + words_height(len(piece.lines), style) - style.size
    above = piece.ornament.above if piece.ornament is not None else 0.0
    return max(above, rows * grid.leading + piece.drop - words)


def _shared(
    lines: int, style: Style, ornament: Ornament | None, rows: int, grid: Grid, at_top: bool
) -> float:
    """The same of lines of a style: the free space stands above and below as the style asks; where
    fewer rows are taken `at_top` of a column, they stand level with the text beside them.
    """
    above, below = (ornament.above, ornament.below) if ornament is not None else (0.0, 0.0)
    if at_top:
        return above
    # from the top of the first row's characters to the foot of the last row's
    available = rows * grid.leading - (grid.leading - grid.size)
    free = max(0.0, available - words_height(lines, style) - above - below)
    share = style.before / (style.before + style.after) if style.before + style.after else 0.5
    return free * share + above


def settle(section: HeadingPiece, follower: HeadingPiece | None, layout: Layout) -> None:
    """Give a section's heading the fewest rows in which it stands as far from the next baseline as
    everywhere, and its `before` below a row of text; `follower` is the headline under it, if any.
    """
    grid, style = layout.grid, section.prepared.style
    ornament = section.ornament
    above = ornament.above if ornament is not None else 0.0
    under = AIR * grid.leading + grid.ascent
    if follower is not None:
        under = _first_baseline(follower, grid)
    section.drop = under - _to_follower(layout)
    if section.across > 1 and follower is not None and follower.across < section.across:
        # text begins right under it, in the columns beside the one with the headline
        below = ornament.below if ornament is not None else 0.0
        foot = style.size - grid.rise(style.size) + below
        section.drop = min(section.drop, -foot - (grid.leading - grid.size))
    words = words_height(len(section.lines), style) - style.size
    top = _rows(above + grid.rise(style.size) + words - section.drop, grid)
    section.rows_at_top = top
    # its first baseline is `before` further from that of the text above than a line of text is
    section.rows = max(top, _rows(style.before + grid.ascent + words - section.drop, grid))


def _rows(height: float, grid: Grid) -> int:
    return max(1, math.ceil(height / grid.leading - SAVED_FOR))


def _first_baseline(headline: HeadingPiece, grid: Grid) -> float:
    """From the top of its first row's characters to the first baseline of a headline that stands
    right under another heading.
    """
    return words_top(headline, headline.rows_at_top, grid) + grid.rise(headline.prepared.style.size)


def _to_follower(layout: Layout) -> float:
    """From the baseline of a section's heading to the next one, points: the same above headlines
    and text, and as at the head of a column, where a row is saved.
    """
    grid, style = layout.grid, layout.styles["section"]
    ornament = layout.ornaments.get("section")
    above, below = (ornament.above, ornament.below) if ornament is not None else (0.0, 0.0)
    wanted = TO_FOLLOWER * grid.leading + below
    words = above + grid.rise(style.size)
    unders = [AIR * grid.leading + grid.ascent, *_headlines_under_section(layout)]
    at_head = [under - words for under in unders]
    return min(wanted, *(_rows(wanted - under, grid) * grid.leading + under for under in at_head))


def _headlines_under_section(layout: Layout) -> Iterator[float]:
    """From the top of its first row's characters to the first baseline of a headline, of one line
    and of more.
    """
    grid, style = layout.grid, layout.styles["headline"]
    ornament = layout.ornaments.get("headline")
    for lines in range(1, style.max_lines + 1):
        rows, at_top = heading_rows(lines, style, grid.leading, grid.size, ornament)
        top = _shared(lines, style, ornament, at_top, grid, at_top < rows)
        yield top + grid.rise(style.size)
