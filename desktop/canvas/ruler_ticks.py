"""What the rulers tell: characters along a column, lines down it, millimetres of the paper.

All places are logical pixels of the viewport, as the sheets lie in it now.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from desktop.canvas.shown import ShownPage
from layouts.geometry import Interval
from layouts.house.layout import Grid
from layouts.page.page import Page
from layouts.units import POINTS_PER_MM

CLOSEST = 6.0
"""Pixels between two ticks at least: nearer ones would be a haze."""

ROOM = 40.0
"""Pixels between two figures at least, along a ruler."""

DENSEST = 16.0
"""The same for figures under each other."""


class Tick(NamedTuple):
    """A mark on a ruler: long where a figure stands, empty where none does."""

    at: float
    figure: str = ""


def _step(pixels: float, steps: Sequence[int], least: float) -> int:
    """The first of some steps that is at least so wide at so many pixels a unit; the last where
    none is.
    """
    return next((step for step in steps if step * pixels >= least), steps[-1])


def characters(sheet: ShownPage, column: Interval, grid: Grid) -> list[Tick]:
    """The characters (字数) of a column: a tick behind each, the number behind every fifth or
    tenth, and the measure at its end.
    """
    em = grid.size * sheet.scale
    small, told = _step(em, (1, 5, 10), CLOSEST), _step(em, (5, 10, 20), ROOM)
    whole = math.floor(grid.measure + 1e-6)
    ticks = [
        # what stands close before the measure would run into its figure
        Tick(
            sheet.x(column.left + k * grid.size),
            str(k) if k and k % told == 0 and (grid.measure - k) * em >= ROOM else "",
        )
        for k in range(0, whole + 1, small)
    ]
    return [*ticks, Tick(sheet.x(column.right), f"{grid.measure:g}")]


def lines(sheet: ShownPage, grid: Grid) -> list[Tick]:
    """The lines (行数) of a page: a tick at the middle of each, the first and every fifth
    numbered.
    """
    row = grid.leading * sheet.scale
    small, told = _step(row, (1, 5), CLOSEST), _step(row, (5, 10), DENSEST)
    return [
        Tick(
            sheet.y(grid.row_top(number - 1) + grid.size / 2),
            str(number) if number == 1 or number % told == 0 else "",
        )
        for number in range(1, grid.rows + 1)
        if number == 1 or number % small == 0
    ]


def millimetres(start: float, length: float, scale: float, room: float) -> list[Tick]:
    """Millimetres from an edge of the paper at `start` over `length` points; figures stand `room`
    pixels apart at least.
    """
    pixels = POINTS_PER_MM * scale
    small, told = _step(pixels, (1, 5, 10, 50), CLOSEST), _step(pixels, (10, 20, 50, 100), room)
    whole = length / POINTS_PER_MM
    return [
        # a figure just before the edge would run into the first of the next page
        Tick(
            start + k * pixels,
            str(k) if k % told == 0 and (whole - k) * pixels >= room / 2 else "",
        )
        for k in range(0, math.floor(whole + 1e-6) + 1, small)
    ]


def across(sheet: ShownPage, page: Page) -> list[Tick]:
    """Millimetres from the left edge of a page."""
    return millimetres(sheet.paper.left(), page.width, sheet.scale, ROOM)


def down(sheet: ShownPage, page: Page) -> list[Tick]:
    """Millimetres from the head of a page."""
    return millimetres(sheet.paper.top(), page.height, sheet.scale, ROOM)
