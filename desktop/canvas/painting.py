"""The view painted: desk, shadows, pages, overlays, what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

from desktop.canvas import overlays
from desktop.canvas.finding_frames import paint_frames
from desktop.canvas.overlays import Overlay, Scene, pen
from desktop.canvas.resolution import paint_resolutions
from desktop.canvas.shadow import paint_shadow
from desktop.canvas.shown import Shown

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from desktop.canvas.view import PageView


def paint_view(view: PageView, painter: QPainter, dirty: QRect) -> None:
    """Paint what is dirty of the view: the desk, the sheets on it, and all that lies over them."""
    shown = [sheet for sheet in view.visible() if sheet.paper.adjusted(-60, -60, 60, 60).intersects(QRectF(dirty))]
    _paint_desk(view, painter, _spreads(view, shown), dirty)
    for sheet in shown:
        _paint_sheet(view, painter, sheet, QRectF(dirty))
    scene = view.scene()
    if scene is not None:
        for sheet in shown:
            _paint_overlays(view, painter, sheet, scene)
    view.selecting.paint(painter, shown)
    view.editor.paint(painter, shown)
    if view.gesture is not None:
        view.gesture.paint(painter)
    if view.shows_focus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(view.colours.focus, 2.0))
        painter.drawRect(QRectF(view.viewport().rect()).adjusted(1, 1, -1, -1))


def _spreads(view: PageView, shown: list[Shown]) -> list[QRectF]:
    """The paper of each row of sheets, pages of a spread together."""
    rows: dict[int, QRectF] = {}
    for sheet in shown:
        row = view.sheets.row_of(sheet.page)
        for other in row:
            rows[row[0].page] = rows.get(row[0].page, QRectF()).united(view.shown(other.page).paper)
    return list(rows.values())


def _paint_desk(view: PageView, painter: QPainter, spreads: list[QRectF], dirty: QRect) -> None:
    """The desk around the sheets, their shadow, and a hairline at their edge."""
    desk = QRegion(dirty)
    for paper in spreads:
        desk -= QRegion(_inside(paper))
    painter.setClipRegion(desk)
    painter.fillRect(dirty, view.colours.desk)
    painter.setClipping(False)
    for paper in spreads:
        paint_shadow(painter, paper, view.colours.shadow)
        edge = paper.toAlignedRect()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(view.colours.edge))
        painter.drawRect(edge.adjusted(-1, -1, 0, 0))


def _inside(paper: QRectF) -> QRect:
    """The whole pixels that a sheet covers."""
    return paper.toAlignedRect().adjusted(1, 1, -1, -1)


def _paint_sheet(view: PageView, painter: QPainter, sheet: Shown, exposed: QRectF) -> None:
    view.surface.paint(painter, view.pages[sheet.page], sheet, exposed)
    beside = view.sheets.row_of(sheet.page)
    if len(beside) == 2 and beside[1].page == sheet.page:  # the fold of a spread
        painter.fillRect(QRectF(sheet.paper.left() - 1, sheet.paper.top(), 1, sheet.paper.height()), view.colours.edge)


def _paint_overlays(view: PageView, painter: QPainter, sheet: Shown, scene: Scene) -> None:
    page = view.pages[sheet.page]
    on = view.overlays
    if not on - {Overlay.SELECTION}:
        return
    painter.save()
    painter.setClipRect(sheet.paper)
    if Overlay.TINTS in on:
        overlays.paint_tints(painter, sheet, page, scene)
    if Overlay.GRID in on:
        overlays.paint_grid(painter, sheet, scene)
    if Overlay.AREA in on:
        overlays.paint_type_area(painter, sheet, scene)
    if Overlay.LOCKS in on:
        overlays.paint_locks(painter, sheet, page)
    if Overlay.FLOW in on:
        overlays.paint_flow(painter, sheet, page, scene)
    if Overlay.FINDINGS in on:
        paint_frames(view, painter, sheet, scene)
        overlays.paint_findings(painter, overlays.finding_marks(sheet, page, scene))
    if Overlay.RESOLUTION in on:
        paint_resolutions(painter, sheet, page)
    painter.restore()
