"""Placed things drawn: rows of the grid become points on the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from layouts.flow.floats import PlacedFloat, draw_float
from layouts.flow.heading_place import words_height, words_top
from layouts.flow.notes import draw_notes
from layouts.flow.ornament import HeadingWords, draw_ornament, room_before, widest
from layouts.flow.placed import (
    Placed,
    PlacedHeading,
    PlacedLine,
    PlacedNotes,
    PlacedSolid,
    PlacedTable,
    table_height,
    table_rows,
)
from layouts.flow.setting import Setter
from layouts.geometry import EPSILON
from layouts.house.layout import Grid
from layouts.page.item import Anchor, Box
from layouts.page.page import Page


def bottom_of(item: Placed, setter: Setter) -> float:
    """How far down its page something reaches, points."""
    return _BOTTOM[type(item)](item, setter.layout.grid)


def draw_placed(item: Placed, page: Page, setter: Setter) -> None:
    """Draw one placed thing onto its page."""
    _DRAW[type(item)](item, page, setter)


def _line_bottom(item: PlacedLine, grid: Grid) -> float:
    return grid.row_top(item.slot.row + item.drop) + grid.size


def _rows_bottom(item: PlacedHeading | PlacedNotes | PlacedSolid, grid: Grid) -> float:
    return grid.row_top(item.row + item.rows)


def _table_bottom(item: PlacedTable, grid: Grid) -> float:
    return grid.row_top(item.row + table_rows(item, grid))


def _float_bottom(item: PlacedFloat, grid: Grid) -> float:
    return item.y + item.block.rows * grid.leading


def _draw_table(item: PlacedTable, page: Page, setter: Setter) -> None:
    """Stand a table in the middle of its rows; at the head of a column level with the text of its
    neighbours.
    """
    from layouts.flow.table_drawing import draw_table

    grid = setter.layout.grid
    spare = (
        0.0
        if item.at_top
        else table_rows(item, grid) * grid.leading - (grid.leading - grid.size) - table_height(item)
    )
    top = grid.row_top(item.row) + spare / 2
    left = grid.column_left(item.column)
    draw_table(
        item.piece.block, item.header, item.rows, left, top, page, setter, caption=item.caption
    )


def _draw_notes(item: PlacedNotes, page: Page, setter: Setter) -> None:
    grid = setter.layout.grid
    draw_notes(
        item.piece.block,
        item.lines,
        grid.row_top(item.row),
        grid.column_left(item.column),
        page,
        setter,
    )


def _draw_solid(item: PlacedSolid, page: Page, setter: Setter) -> None:
    grid = setter.layout.grid
    item.piece.block.draw(
        page, setter, grid.column_left(item.column), grid.row_top(item.row), at_top=item.at_top
    )


def _draw_line(item: PlacedLine, page: Page, setter: Setter) -> None:
    piece, slot = item.piece, item.slot
    grid = setter.layout.grid
    size = piece.prepared.style.size
    x = slot.x + (piece.inset + piece.indent_of(item.number)) * size
    if item.first and piece.letter:
        _draw_initial(item, page, setter)
    setter.draw(
        page,
        piece.prepared,
        item.broken,
        x,
        grid.baseline(slot.row + item.drop),
        piece.origin,
        piece.align,
    )
    if piece.leader:
        from layouts.flow.contents_drawing import draw_leader

        between = (x + piece.leader[0] * size, x + piece.leader[1] * size)
        right, baseline = slot.x + slot.width, grid.baseline(slot.row)
        draw_leader(page, between, baseline, right, size, setter.layout.contents)
    if piece.origin.role == "note" and setter.layout.note.bar:
        _draw_note_bar(item, page, setter)
    if item.first and piece.anchor:
        page.anchors.append(Anchor(piece.anchor, slot.x, grid.row_top(slot.row)))


def _draw_initial(item: PlacedLine, page: Page, setter: Setter) -> None:
    """A drop initial, its em box from the top of its first row to the foot of its last."""
    letter, grid = item.piece.letter, setter.layout.grid
    if letter is not None:
        y = grid.row_top(item.slot.row) + grid.rise(letter.prepared.style.size)
        setter.draw(page, letter.prepared, letter.broken, item.slot.x, y, item.piece.origin)


def _draw_note_bar(item: PlacedLine, page: Page, setter: Setter) -> None:
    """The bar beside a row of an editor's note; rows under each other share one."""
    grid, design, slot = setter.layout.grid, setter.layout.note, item.slot
    # halfway into what the note stands in by
    x = slot.x + (item.piece.inset * item.piece.prepared.style.size - design.bar) / 2
    top, height = grid.row_top(slot.row + item.drop), grid.size
    last = page.boxes[-1] if page.boxes else None
    if last is not None and last[:4] == (x, last.y, design.bar, last.height):
        gap = top - last.y - last.height
        if abs(gap - (grid.leading - grid.size)) < EPSILON:
            page.boxes[-1] = last._replace(height=top + height - last.y)
            return
    page.boxes.append(Box(x, top, design.bar, height, design.ink))


def _draw_heading(item: PlacedHeading, page: Page, setter: Setter) -> None:
    """Draw a heading's lines in its rows, and what it is dressed with."""
    grid, style = setter.layout.grid, item.piece.prepared.style
    left, ornament = grid.column_left(item.column), item.piece.ornament
    top = grid.row_top(item.row) + words_top(item.piece, item.rows, grid)
    if ornament is not None:
        words = HeadingWords(
            left,
            grid.span(item.piece.across),
            top,
            top + words_height(len(item.piece.lines), style),
            widest(item.piece.lines, style),
            style,
        )
        draw_ornament(page, ornament, words)
    x = left + room_before(ornament, style)
    baseline = top + grid.rise(style.size)
    for broken in item.piece.lines:
        setter.draw(page, item.piece.prepared, broken, x, baseline, item.piece.origin, style.align)
        baseline += style.leading
    page.anchors += [Anchor(name, left, grid.row_top(item.row)) for name in item.piece.anchors]


_BOTTOM: dict[type[Placed], Callable[[Any, Grid], float]] = {
    PlacedLine: _line_bottom,
    PlacedHeading: _rows_bottom,
    PlacedTable: _table_bottom,
    PlacedNotes: _rows_bottom,
    PlacedSolid: _rows_bottom,
    PlacedFloat: _float_bottom,
}
_DRAW: dict[type[Placed], Callable[[Any, Page, Setter], None]] = {
    PlacedLine: _draw_line,
    PlacedHeading: _draw_heading,
    PlacedTable: _draw_table,
    PlacedNotes: _draw_notes,
    PlacedSolid: _draw_solid,
    PlacedFloat: draw_float,
}
"""How each kind of what is placed is drawn, and how far it reaches."""
