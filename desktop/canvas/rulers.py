"""Rulers (标尺) along the pages: characters and lines on the side of the pages, millimetres on the
outside.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.canvas import ruler_ticks
from desktop.canvas.context import Context
from desktop.canvas.overlays import pen
from desktop.canvas.ruler_ticks import Tick
from desktop.canvas.shown import ShownPage
from desktop.theme import current_theme
from desktop.words import tr
from layouts.geometry import Interval
from layouts.house.layout import Grid

BREADTH = 32
"""Logical pixels of a ruler across: two scales of sixteen."""

HALF = BREADTH / 2
LETTERS = 10
"""The figures' type, pixels."""

SHORT, LONG = 4.0, 7.0
"""Ticks without and with a figure."""

SPAN_ALPHA = 90
"""How far the selected photo covers the scale it is marked on."""


class RulerScene(NamedTuple):
    """What the rulers are drawn from; the same again where nothing they show has moved.

    `row` are the pages beside each other that the ruler above them measures, `stack` the first of
    every row in view.
    """

    grid: Grid
    columns: tuple[Interval, ...]
    row: tuple[ShownPage, ...]
    stack: tuple[ShownPage, ...]
    photo: QRectF | None
    pointer: QPointF | None


def scene_of(context: Context, pointer: QPointF | None) -> RulerScene | None:
    """What is to be measured now; None without pages."""
    layout, camera = context.session.layout, context.camera
    visible = camera.visible() if layout is not None and context.pages else []
    if layout is None or not visible:
        return None
    row = tuple(camera.shown(sheet.page) for sheet in camera.sheets.row_of(camera.page))
    firsts = {camera.sheets.row_of(sheet.page)[0].page: None for sheet in visible}
    photo = context.photo()
    return RulerScene(
        layout.grid,
        context.columns,
        row,
        tuple(camera.shown(page) for page in firsts),
        photo[0].picture(photo[1]) if photo is not None else None,
        pointer,
    )


class Ruler(QWidget):
    """One of the two, at the upper or the left edge of the pages."""

    def __init__(self, area: QWidget, context: Context, *, upright: bool) -> None:
        super().__init__(area)
        self._context = context
        self._upright = upright
        self.scene: RulerScene | None = None
        self._name()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _name(self) -> None:
        self.setAccessibleName(tr("行数标尺") if self._upright else tr("字数标尺"))
        self.setToolTip(
            tr("里侧是行数，外侧是毫米") if self._upright else tr("里侧是每行字数，外侧是毫米")
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, Qt's name
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """Both scales, the type area lit, the selected photo and the pointer marked."""
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.window))
        font = QFont(self.font())
        font.setPixelSize(LETTERS)
        painter.setFont(font)
        if self.scene is not None:
            self._paint_scene(painter, self.scene)
        painter.setPen(pen(QColor(theme.border)))
        edge = BREADTH - 0.5
        painter.drawLine(self._line(edge, 0.0, edge, self._length))
        painter.end()

    def _paint_scene(self, painter: QPainter, scene: RulerScene) -> None:
        theme = current_theme()
        area = QColor(theme.field)
        for start, end in self._areas(scene):
            painter.fillRect(self._box(HALF, start, BREADTH, end), area)
        if scene.photo is not None:
            span = QColor(theme.accent)
            span.setAlpha(SPAN_ALPHA)
            photo = scene.photo
            ends = (photo.top(), photo.bottom()) if self._upright else (photo.left(), photo.right())
            painter.fillRect(self._box(HALF, ends[0], BREADTH, ends[1]), span)
        self._paint_scale(painter, self._outer(scene), 0.0, QColor(theme.quiet))
        paint = self._paint_numbers if self._upright else self._paint_scale
        paint(painter, self._inner(scene), HALF, QColor(theme.text))
        if scene.pointer is not None:
            at = scene.pointer.y() if self._upright else scene.pointer.x()
            painter.setPen(pen(QColor(theme.accent)))
            painter.drawLine(self._line(0.0, at, float(BREADTH), at))

    # -- what is measured --------------------------------------------------------------------------

    def _areas(self, scene: RulerScene) -> list[tuple[float, float]]:
        grid = scene.grid
        if self._upright:
            foot = grid.top + grid.area_height
            return [(sheet.y(grid.top), sheet.y(foot)) for sheet in scene.stack]
        return [
            (sheet.x(column.left), sheet.x(column.right))
            for sheet in scene.row
            for column in scene.columns
        ]

    def _inner(self, scene: RulerScene) -> list[Tick]:
        if self._upright:
            found = [ruler_ticks.lines(sheet, scene.grid) for sheet in scene.stack]
        else:
            found = [
                ruler_ticks.characters(sheet, column, scene.grid)
                for sheet in scene.row
                for column in scene.columns
            ]
        return [tick for ticks in found for tick in ticks]

    def _outer(self, scene: RulerScene) -> list[Tick]:
        pages = self._context.pages
        if self._upright:
            found = [ruler_ticks.down(sheet, pages[sheet.page]) for sheet in scene.stack]
        else:
            found = [ruler_ticks.across(sheet, pages[sheet.page]) for sheet in scene.row]
        return [tick for ticks in found for tick in ticks]

    # -- painting ----------------------------------------------------------------------------------

    @property
    def _length(self) -> float:
        return float(self.height() if self._upright else self.width())

    def _paint_scale(
        self, painter: QPainter, ticks: Iterable[Tick], edge: float, colour: QColor
    ) -> None:
        """The ticks of one scale, which begins `edge` pixels in; they stand at its inner side."""
        painter.setPen(pen(colour))
        inside = edge + HALF
        for at, figure in ticks:
            if -BREADTH <= at <= self._length + BREADTH:
                long = LONG if figure else SHORT
                painter.drawLine(self._line(inside - long, at, inside, at))
                if figure:
                    self._paint_figure(painter, figure, at, edge)

    def _paint_numbers(
        self, painter: QPainter, ticks: Iterable[Tick], edge: float, colour: QColor
    ) -> None:
        """Lines: each has its tick or, in its place, its number, upright as the line is."""
        painter.setPen(pen(colour))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for at, figure in ticks:
            if not -BREADTH <= at <= self._length + BREADTH:
                continue
            if figure:
                painter.drawText(QRectF(edge, at - HALF / 2, HALF - 3, HALF), int(flags), figure)
            else:
                painter.drawLine(self._line(edge + HALF - SHORT, at, edge + HALF, at))

    def _paint_figure(self, painter: QPainter, figure: str, at: float, edge: float) -> None:
        """A figure behind its tick, turned in the ruler at the left."""
        way = Qt.AlignmentFlag.AlignRight if self._upright else Qt.AlignmentFlag.AlignLeft
        room = QRectF(2.0, -1.0, BREADTH, HALF)
        painter.save()
        if self._upright:
            painter.translate(edge, at)
            painter.rotate(-90)
            room.moveRight(-2.0)
        else:
            painter.translate(at, edge)
        painter.drawText(room, int(way | Qt.AlignmentFlag.AlignVCenter), figure)
        painter.restore()

    def _line(self, across: float, along: float, to_across: float, to_along: float) -> QLineF:
        """From one point to another, each given across the ruler and along it."""
        if self._upright:
            return QLineF(across, along, to_across, to_along)
        return QLineF(along, across, to_along, to_across)

    def _box(self, across: float, along: float, to_across: float, to_along: float) -> QRectF:
        line = self._line(across, along, to_across, to_along)
        return QRectF(line.p1(), line.p2()).normalized()


class Rulers(QObject):
    """Both rulers of a view of pages, which makes room for them while they are shown."""

    def __init__(self, area: QAbstractScrollArea, context: Context) -> None:
        super().__init__(area)
        self._area = area
        self._context = context
        self._pointer: QPointF | None = None
        self.above = Ruler(area, context, upright=False)
        self.beside = Ruler(area, context, upright=True)
        self.corner = QWidget(area)
        self.shown = False
        self._show_all()

    def show(self, *, shown: bool) -> None:
        """Show or hide them."""
        if shown == self.shown:
            return
        self.shown = shown
        viewport = self._area.viewport()
        act = viewport.installEventFilter if shown else viewport.removeEventFilter
        act(self)
        breadth = BREADTH if shown else 0
        self._area.setViewportMargins(breadth, breadth, 0, 0)
        self._show_all()
        self._fit()

    def _show_all(self) -> None:
        for widget in (self.above, self.beside, self.corner):
            widget.setVisible(self.shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Follow what the viewport shows: it is painted anew whenever anything on it moved."""
        kind = event.type()
        if kind is QEvent.Type.Paint:
            self._follow()
        elif kind is QEvent.Type.Resize:
            self._fit()
        elif isinstance(event, QMouseEvent):
            self._point(event.position())
        elif kind is QEvent.Type.Leave:
            self._point(None)
        return False

    def _point(self, at: QPointF | None) -> None:
        self._pointer = at
        self._follow()

    def _follow(self) -> None:
        scene = scene_of(self._context, self._pointer)
        if scene != self.above.scene:
            for ruler in (self.above, self.beside):
                ruler.scene = scene
                ruler.update()

    def _fit(self) -> None:
        """Stand at the edges of the viewport."""
        place = self._area.viewport().geometry()
        self.above.setGeometry(place.left(), place.top() - BREADTH, place.width(), BREADTH)
        self.beside.setGeometry(place.left() - BREADTH, place.top(), BREADTH, place.height())
        self.corner.setGeometry(place.left() - BREADTH, place.top() - BREADTH, BREADTH, BREADTH)
