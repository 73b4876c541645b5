"""The type area dragged by a side or a corner: margins in whole characters and rows."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import count

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from desktop.canvas.context import Context
from desktop.canvas.labels import HEIGHT, INSET, LETTERS, SEPARATOR, paint_words
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.shown import Pointer
from desktop.canvas.type_area import AreaSide
from desktop.designs import designed, value_at, with_settings
from desktop.words import tr
from layouts.errors import LayoutError
from layouts.house.grid import LEAST_MEASURE, LEAST_ROWS, LEAST_SIDE
from layouts.house.kinds import NOWHERE, Length
from layouts.house.layout import Grid
from layouts.house.load import document_of, refusal
from layouts.house.schema import PAGE
from layouts.issue.issue import Issue
from layouts.units import POINTS_PER_MM

LEAST_MARGIN = 5 * POINTS_PER_MM
"""Nearer to the top or the foot of the paper no row is dragged."""

FREE = 0.5 * POINTS_PER_MM
"""Alt: the top and the foot go by half millimetres instead of rows."""

_RUNS = count()
"""Each gesture is a step of undo of its own."""


class AreaDrag:
    """Press on a handle of the type area and move; the pages follow. One step of undo; the label at
    the pointer says what the margins are.
    """

    lasts = False
    hides_selection = False

    def __init__(self, context: Context, pressed: Pointer, side: AreaSide, grid: Grid) -> None:
        self._context = context
        self._session = context.session
        self._merge = f"type-area-{next(_RUNS)}"
        self._side = side
        self._before = grid
        self._issue = context.session.issue
        self._pressed = pressed
        self._pointer = pressed
        self._waiting = False
        self._sheet = context.camera.shown(pressed.page)
        context.session.take_in_hand(held=True)

    def move(self, pointer: Pointer) -> None:
        """Set the margins where the handle was pulled."""
        self._pointer = pointer
        self._step()

    def _step(self) -> None:
        issue = self._issue
        # a step for each set of pages that is seen: those in view come first
        if self._waiting or issue is None:
            return
        try:
            wanted = self._wanted(issue)
        except LayoutError as error:  # its file has gone: the pages stay as they are
            self._end()
            self._session.troubled.emit(error)
            return
        now = self._session.issue
        same = now is not None and (wanted.design, wanted.settings) == (now.design, now.settings)
        if not same and refusal(wanted) is None:
            self._waiting = True
            self._session.do(tr("版式：移动版心边"), wanted, None, self._merge)

    def _wanted(self, issue: Issue) -> Issue:
        """The issue with its type area where the pointer is."""
        x, y = self._sheet.to_page(self._pointer.at)
        free = bool(self._pointer.modifiers & Qt.KeyboardModifier.AltModifier)
        document = with_settings(document_of(issue), issue)
        values = margins_after(
            self._before,
            self._side,
            (x - self._pressed.x, y - self._pressed.y),
            free=free,
            least_side=_least_side(document),
            has_measure=value_at(document, "grid.measure") is not None,
        )
        return designed(issue, values)

    def composed(self) -> None:
        """Go on where the pointer went meanwhile."""
        self._waiting = False
        if self._sheet.page < len(self._context.pages):
            self._sheet = self._context.camera.shown(self._sheet.page)
        self._step()

    def release(self, pointer: Pointer) -> None:
        """The margins stay."""
        self._pointer, self._waiting = pointer, False
        self._step()
        self._end()

    def cancel(self) -> None:
        """Give the margins back as they were, as no step of undo."""
        issue = self._issue
        self._end()
        if issue is not None and issue is not self._session.issue:
            self._session.do(tr("版式：移动版心边"), issue, None, self._merge)

    def _end(self) -> None:
        self._context.mouse.begin(None)
        self._session.take_in_hand(held=False)

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """What the margins are, beside the pointer; the area is painted over every page."""
        layout = self._session.layout
        if layout is not None:
            _paint_words(painter, look, area_label(layout.grid, self._side), self._pointer)


def _least_side(document: Mapping[str, object]) -> float:
    side = PAGE.settings["side"].kind
    return side.read(value_at(document, "page.side"), NOWHERE) if isinstance(side, Length) else 0.0


def margins_after(
    grid: Grid,
    side: AreaSide,
    pulled: tuple[float, float],
    *,
    least_side: float,
    has_measure: bool,
    free: bool = False,
) -> dict[str, object]:
    """The values of a layout whose type area was pulled by a side or a corner, so many points right
    and down. The foot stays while the top moves, and the other way round; left and right move
    together, for the area stands in the middle of the page.

    `least_side` is what the layout wants left and right; `has_measure`: it says how many characters
    a line has, else as many as there is room for.
    """
    values: dict[str, object] = {}
    across, down = pulled
    if side & (AreaSide.LEFT | AreaSide.RIGHT):
        outward = -across if side & AreaSide.LEFT else across
        measure = _measure(grid, outward)
        if measure != round(grid.measure):
            width = grid.columns * measure * grid.size + (grid.columns - 1) * grid.gutter
            margin = (grid.width - width) / 2
            if has_measure:
                values["grid.measure"] = measure
            if not has_measure or margin < least_side:
                values["page.side"] = _millimetres(margin)
    if side & AreaSide.TOP:
        values |= _top(grid, down, free=free)
    elif side & AreaSide.FOOT:
        values |= _foot(grid, down, free=free)
    return values


def _measure(grid: Grid, outward: float) -> int:
    """Characters a line after a side was pulled outward: the other one goes as far."""
    wanted = grid.measure + 2 * outward / (grid.columns * grid.size)
    room = grid.width - 2 * LEAST_SIDE - (grid.columns - 1) * grid.gutter
    most = math.floor(room / (grid.columns * grid.size))
    return max(LEAST_MEASURE, min(most, round(wanted)))


def _top(grid: Grid, down: float, *, free: bool) -> dict[str, object]:
    unit = FREE if free else grid.leading
    least = -math.floor((grid.top - LEAST_MARGIN) / unit)
    most = math.floor((grid.rows - LEAST_ROWS) * grid.leading / unit)
    steps = max(least, min(most, round(down / unit)))
    return {"page.top": _millimetres(grid.top + steps * unit)} if steps else {}


def _foot(grid: Grid, down: float, *, free: bool) -> dict[str, object]:
    unit = FREE if free else grid.leading
    below = grid.height - grid.top - grid.area_height
    most = math.floor((below - LEAST_MARGIN) / unit)
    least = -math.floor((grid.rows - LEAST_ROWS) * grid.leading / unit)
    steps = max(least, min(most, round(down / unit)))
    return {"page.foot": _millimetres(below - steps * unit)} if steps else {}


def _millimetres(points: float) -> str:
    """A margin as it is written; rounded down, so that what should fit fits."""
    return f"{math.floor(points / POINTS_PER_MM * 100 + 1e-6) / 100:g}mm"


def area_label(grid: Grid, side: AreaSide) -> str:
    """`天头 30 mm · 30 行`, `左右 28.5 mm · 31 字`."""
    parts: list[str] = []
    below = grid.height - grid.top - grid.area_height
    if side & AreaSide.TOP:
        parts.append(tr("天头 {margin} mm", margin=_shown(grid.top)))
    if side & AreaSide.FOOT:
        parts.append(tr("地脚 {margin} mm", margin=_shown(below)))
    if side & (AreaSide.TOP | AreaSide.FOOT):
        parts.append(tr("{rows} 行", rows=grid.rows))
    if side & (AreaSide.LEFT | AreaSide.RIGHT):
        parts.append(tr("左右 {margin} mm", margin=_shown(grid.left)))
        parts.append(tr("{em} 字", em=f"{grid.measure:g}"))
    return SEPARATOR.join(parts)


def _shown(points: float) -> str:
    return f"{round(points / POINTS_PER_MM, 1):g}"


def _paint_words(painter: QPainter, look: OverlayStyle, words: str, pointer: Pointer) -> None:
    font = QFont(look.font)
    font.setPixelSize(LETTERS)
    width = QFontMetricsF(font).horizontalAdvance(words) + 2 * INSET
    left = min(max(0.0, pointer.at.x() + 16), look.width - width)
    top = min(max(0.0, pointer.at.y() + 16), look.height - HEIGHT)
    paint_words(painter, words, font, QRectF(left, top, width, HEIGHT), look)
