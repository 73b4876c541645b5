"""The view painted: pasteboard, shadows, pages, overlays, what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

from desktop.canvas import overlays
from desktop.canvas.camera import Camera
from desktop.canvas.colours import Colours
from desktop.canvas.context import Context
from desktop.canvas.contours import paint_contours
from desktop.canvas.finding_frames import paint_frames
from desktop.canvas.locks import paint_locks
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import Overlay, Scene, pen, scene_of
from desktop.canvas.page_break_signs import paint_breaks
from desktop.canvas.resolution import paint_resolutions
from desktop.canvas.shadow import paint_shadow
from desktop.canvas.shown import ShownPage
from desktop.canvas.type_area import paint_handles

NEAR = 60
"""Logical pixels around a sheet that its shadow and the signs in its margin may take."""


def paint_pages(
    painter: QPainter, look: OverlayStyle, context: Context, on: AbstractSet[Overlay], dirty: QRect
) -> list[ShownPage]:
    """Paint what is dirty of the pasteboard, the sheets on it, and the overlays that are on.

    The sheets painted come back.
    """
    shown = [
        sheet
        for sheet in context.camera.visible()
        if sheet.paper.adjusted(-NEAR, -NEAR, NEAR, NEAR).intersects(QRectF(dirty))
    ]
    _paint_pasteboard(painter, look.colours, _spreads(context.camera, shown), dirty)
    for sheet in shown:
        _paint_sheet(painter, look, context, sheet, QRectF(dirty))
    scene = scene_of(context.session, context.columns) if on - {Overlay.SELECTION} else None
    if scene is not None:
        for sheet in shown:
            _paint_overlays(painter, look, context, on, sheet, scene)
    return shown


def paint_focus(painter: QPainter, look: OverlayStyle, area: QRectF) -> None:
    """The ring that says that keys come here."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(look.colours.focus, 2.0))
    painter.drawRect(area.adjusted(1, 1, -1, -1))


def _spreads(camera: Camera, shown: Sequence[ShownPage]) -> list[QRectF]:
    """The paper of each row of sheets, pages of a spread together."""
    rows: dict[int, QRectF] = {}
    for sheet in shown:
        row = camera.sheets.row_of(sheet.page)
        for other in row:
            rows[row[0].page] = rows.get(row[0].page, QRectF()).united(
                camera.shown(other.page).paper
            )
    return list(rows.values())


def _paint_pasteboard(
    painter: QPainter, colours: Colours, spreads: Sequence[QRectF], dirty: QRect
) -> None:
    """The pasteboard around the sheets, their shadow, and a hairline at their edge."""
    pasteboard = QRegion(dirty)
    # papers are opaque and paint themselves
    for paper in spreads:
        pasteboard -= QRegion(_inside(paper))
    painter.setClipRegion(pasteboard)
    painter.fillRect(dirty, colours.pasteboard)
    painter.setClipping(False)
    for paper in spreads:
        paint_shadow(painter, paper, colours.shadow)
        edge = paper.toAlignedRect()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(colours.edge))
        # a line of one pixel around it, none on it
        painter.drawRect(edge.adjusted(-1, -1, 0, 0))


def _inside(paper: QRectF) -> QRect:
    """The whole pixels that a sheet covers."""
    return paper.toAlignedRect().adjusted(1, 1, -1, -1)


def _paint_sheet(
    painter: QPainter, look: OverlayStyle, context: Context, sheet: ShownPage, exposed: QRectF
) -> None:
    look.surface.paint(painter, context.pages[sheet.page], sheet, exposed)
    paint_breaks(painter, look, context, sheet)
    beside = context.camera.sheets.row_of(sheet.page)
    if len(beside) == 2 and beside[1].page == sheet.page:  # the fold of a spread
        painter.fillRect(
            QRectF(sheet.paper.left() - 1, sheet.paper.top(), 1, sheet.paper.height()),
            look.colours.edge,
        )


def _paint_overlays(
    painter: QPainter,
    look: OverlayStyle,
    context: Context,
    on: AbstractSet[Overlay],
    sheet: ShownPage,
    scene: Scene,
) -> None:
    page = context.pages[sheet.page]
    painter.save()
    painter.setClipRect(sheet.paper)
    if Overlay.TINTS in on:
        overlays.paint_tints(painter, sheet, page, scene, look.colours.tints)
    if Overlay.GRID in on:
        overlays.paint_grid(painter, sheet, scene)
    if Overlay.AREA in on:
        overlays.paint_type_area(painter, sheet, scene)
    if Overlay.DESIGN in on:
        paint_handles(painter, look, sheet, scene.grid)
    if Overlay.LOCKS in on:
        layout = context.session.composed_layout
        paint_locks(painter, sheet, page, layout.locks if layout else {}, context.columns)
    if Overlay.FLOW in on:
        overlays.paint_flow(painter, sheet, page, scene)
    if Overlay.FINDINGS in on:
        paint_frames(painter, sheet, scene, context.session.composed_issue, context.map)
        overlays.paint_findings(painter, overlays.finding_marks(sheet, page, scene))
    if Overlay.RESOLUTION in on:
        paint_resolutions(painter, sheet, page)
    if Overlay.CONTOURS in on:
        paint_contours(painter, sheet, page)
    painter.restore()
