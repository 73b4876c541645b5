"""What findings are about, shown on the page itself: words underlined with a wave, photos and other
objects framed.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from desktop.canvas.overlays import LEVELS, Scene, pen
from desktop.canvas.shown import ShownPage
from desktop.canvas.where import address_of_place
from layouts.errors import Finding
from layouts.issue.issue import Issue
from layouts.issue.places import Place
from layouts.page.carets import CaretMap
from layouts.page.hit import Rect

WAVE = 2.0
"""Logical pixels: half the height of a wave, and half the step from crest to trough."""

THICK = 1.4


def paint_frames(
    painter: QPainter, sheet: ShownPage, scene: Scene, issue: Issue | None, shown: CaretMap
) -> None:
    """Mark what the findings of a page are about: errors with full lines, warnings with dashed
    frames. The issue is that of the pages.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    number = sheet.page + 1
    for finding in scene.findings:
        if finding.span is not None:
            for box in marked_boxes(issue, shown, finding, sheet.page):
                _wave(painter, sheet.rect(box), finding)
        elif finding.box is not None and finding.page == number:
            _frame(painter, sheet.rect(Rect(*finding.box).grown(2.0)), finding)


def marked_boxes(issue: Issue | None, shown: CaretMap, finding: Finding, page: int) -> list[Rect]:
    """Where the characters of a finding stand on a page (from 0); nowhere without an issue whose
    pages are shown.
    """
    if issue is None or finding.place is None or finding.span is None:
        return []
    try:
        address = address_of_place(issue, Place(*finding.place))
    except LookupError:
        return []
    if address is None:
        return []
    start, end = finding.span
    return shown.marks(
        # a finding about no characters shows at the next one
        (address, start),
        (address, max(end, start + 1)),
        page,
        lambda line: line.size,
    )


def _wave(painter: QPainter, area: QRectF, finding: Finding) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(LEVELS[finding.level], THICK))
    steps = max(2, round(area.width() / (2 * WAVE)))
    foot = area.bottom() + WAVE / 2
    step = area.width() / steps
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(area.left() + k * step, foot + (WAVE if k % 2 else 0.0))
                for k in range(steps + 1)
            ]
        )
    )


def _frame(painter: QPainter, area: QRectF, finding: Finding) -> None:
    style = Qt.PenStyle.SolidLine if finding.level == "error" else Qt.PenStyle.DashLine
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(LEVELS[finding.level], THICK, style))
    painter.drawRect(area)
