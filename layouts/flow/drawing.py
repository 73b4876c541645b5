"""Placed things drawn: rows of the grid become points on the page."""

from __future__ import annotations

from layouts.flow.photos import PlacedPhoto, draw
from layouts.flow.placed import Placed, PlacedHeading, PlacedLine, PlacedTable, table_height, table_rows
from layouts.flow.setting import Setter
from layouts.flow.tables import draw_table
from layouts.page.item import Anchor
from layouts.page.page import Page


def bottom_of(item: Placed, setter: Setter) -> float:
    """How far down its page something reaches, points."""
    grid = setter.layout.grid
    if isinstance(item, PlacedLine):
        return grid.row_top(item.slot.row) + grid.size
    if isinstance(item, PlacedHeading):
        return grid.row_top(item.row + item.rows)
    if isinstance(item, PlacedTable):
        return grid.row_top(item.row + table_rows(item, grid))
    return item.y + item.block.rows * grid.leading


def draw_placed(item: Placed, page: Page, setter: Setter) -> None:
    """Draw one placed thing onto its page."""
    if isinstance(item, PlacedLine):
        _draw_line(item, page, setter)
    elif isinstance(item, PlacedPhoto):
        draw(item, page, setter)
    elif isinstance(item, PlacedHeading):
        _draw_heading(item, page, setter)
    else:
        _draw_table(item, page, setter)


def _draw_table(item: PlacedTable, page: Page, setter: Setter) -> None:
    """Stand a table in the middle of its rows; at the head of a column level with the text of its neighbours."""
    grid = setter.layout.grid
    spare = 0.0 if item.at_top else table_rows(item, grid) * grid.leading - (grid.leading - grid.size) - table_height(item)
    top = grid.row_top(item.row) + spare / 2
    draw_table(item.piece.block, item.header, item.rows, grid.column_left(item.column), top, page, setter)


def _draw_line(item: PlacedLine, page: Page, setter: Setter) -> None:
    piece, slot = item.piece, item.slot
    grid = setter.layout.grid
    size = piece.prepared.style.size
    x = slot.x + (piece.inset + (piece.indent if item.first else 0.0)) * size
    page.lines.append(setter.line(piece.prepared, item.broken, x, grid.baseline(slot.row), piece.origin, piece.align))
    if item.first and piece.anchor:
        page.anchors.append(Anchor(piece.anchor, slot.x, grid.row_top(slot.row)))


def _draw_heading(item: PlacedHeading, page: Page, setter: Setter) -> None:
    """Stand a heading's lines in its rows: the free space shared above and below as its style asks, all above it at most at mid-column."""
    grid, style = setter.layout.grid, item.piece.prepared.style
    left = grid.column_left(item.column)
    available = item.rows * grid.leading - (grid.leading - grid.size)
    content = (len(item.piece.lines) - 1) * style.leading + style.size
    free = max(0.0, available - content)
    before = 0.0 if item.rows < item.piece.rows or not style.before + style.after else style.before
    share = before / (before + style.after) if before + style.after else 0.5
    top = grid.row_top(item.row) + free * share
    if item.rows < item.piece.rows:
        top = grid.row_top(item.row)
    baseline = top + grid.rise(style.size)
    for broken in item.piece.lines:
        page.lines.append(setter.line(item.piece.prepared, broken, left, baseline, item.piece.origin, style.align))
        baseline += style.leading
    page.anchors += [Anchor(name, left, grid.row_top(item.row)) for name in item.piece.anchors]
