"""The character grid of a layout: measure, margins and rows out of page and type size, and whether
they fit.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import Any

from msgspec import Struct

from layouts.house.kinds import NOWHERE
from layouts.house.layout import Grid
from layouts.house.read import Fault, Place, read
from layouts.house.schema import GRID, PAGE
from layouts.messages.layout import MEASURE_TOO_WIDE, TOO_FEW_ROWS
from layouts.messages.message import Sentence
from layouts.units import POINTS_PER_MM, mm

LEAST_SIDE = mm(10)
"""No text nearer to the paper's edge: grippers and office printers leave about as much blank."""

LEAST_MEASURE = 8
"""Characters a line must hold: with fewer, justified Chinese cannot be set."""

LEAST_ROWS = 5

HAIR = 0.01
"""Points that rounding may cost before a row or a character counts as not fitting."""


class PageAndGrid(Struct, frozen=True):
    """The numbers of [page] and [grid], lengths in points."""

    width: float
    height: float
    top: float
    foot: float
    side: float
    size: float
    leading: float
    measure: int | None
    columns: int
    gutter: float
    ascent: float

    def area_width(self, measure: int) -> float:
        """The width of the type area for so many characters a line of a column."""
        return self.columns * measure * self.size + (self.columns - 1) * self.gutter

    def widest(self, side: float) -> int:
        """The most characters per line that leave `side` at either edge."""
        room = self.width - 2 * side - (self.columns - 1) * self.gutter
        return math.floor((room + HAIR) / (self.columns * self.size))

    def rows(self) -> int:
        """Lines between top and foot: the last needs its characters only, not its leading."""
        room = self.height - self.top - self.foot - self.size
        return math.floor((room + HAIR) / self.leading) + 1


def read_grid(document: Mapping[str, Any], chosen: Collection[Place]) -> Grid:
    """The grid of a document.

    `chosen` are the places the editor decided; they may use the margins down to 10 mm.
    """
    frame = read_frame(document)
    measure = frame.measure or frame.widest(frame.side)
    _check_measure(frame, measure, chosen)
    _check_rows(frame, chosen)
    return Grid(
        width=frame.width,
        height=frame.height,
        top=frame.top,
        left=(frame.width - frame.area_width(measure)) / 2,
        size=frame.size,
        leading=frame.leading,
        ascent=frame.ascent,
        rows=frame.rows(),
        measure=measure,
        columns=frame.columns,
        gutter=frame.gutter,
    )


def read_frame(document: Mapping[str, Any]) -> PageAndGrid:
    """The numbers of [page] and [grid] of a document. Fault where one is none."""
    page = read(PAGE, document["page"], ("page",), NOWHERE)
    for key in ("single_sided", "bleed"):
        page.pop(key)  # how pages are printed and lie in the hand; no measures of them
    grid = read(GRID, document["grid"], ("grid",), NOWHERE)
    em = grid["size"]
    lengths = {key: grid.pop(key) * em for key in ("leading", "gutter", "ascent")}
    return PageAndGrid(**page, **grid, **lengths)


def _check_measure(frame: PageAndGrid, measure: int, chosen: Collection[Place]) -> None:
    place = _blamed(chosen, "measure" if frame.measure else "size")
    side = LEAST_SIDE if place in chosen else max(frame.side, LEAST_SIDE)
    if not frame.side:
        side = 0.0  # to the trim, which nobody says by mistake
    widest = frame.widest(side)
    if widest < max(measure, LEAST_MEASURE):
        raise Fault(place, _too_wide(frame, max(measure, LEAST_MEASURE), side, widest))


def _too_wide(frame: PageAndGrid, measure: int, side: float, widest: int) -> Sentence:
    millimetres = side / POINTS_PER_MM
    size = f"{frame.size:g} pt"
    most = max(widest, 0)
    return MEASURE_TOO_WIDE(
        columns=frame.columns, measure=measure, size=size, millimetres=millimetres, most=most
    )


def _check_rows(frame: PageAndGrid, chosen: Collection[Place]) -> None:
    if frame.rows() < LEAST_ROWS:
        place = _blamed(chosen, "leading")
        rows = max(frame.rows(), 0)
        wording = TOO_FEW_ROWS(rows=rows, least=LEAST_ROWS)
        raise Fault(place, wording)


def _blamed(chosen: Collection[Place], key: str) -> Place:
    """What to name when the grid does not fit: what the editor chose, before what the layout
    says.
    """
    places: list[Place] = [("grid", "measure"), ("grid", "size"), ("grid", "leading")]
    return next((place for place in places if place in chosen), ("grid", key))
