"""What can be laid over the pages: type area, character grid, tints, flow, locks, findings;
selection and hover.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from desktop.canvas.shown import ShownPage
from desktop.session import Session
from layouts.errors import Finding
from layouts.geometry import Interval
from layouts.house.layout import Grid
from layouts.page.hit import Rect, article_boxes, articles_of
from layouts.page.page import Page


class Overlay(StrEnum):
    """Each is switched on its own."""

    AREA = "area"
    GRID = "grid"
    TINTS = "tints"
    FLOW = "flow"
    LOCKS = "locks"
    FINDINGS = "findings"
    RESOLUTION = "resolution"
    CONTOURS = "contours"
    SELECTION = "selection"
    DESIGN = "design"


GUIDE = QColor(46, 118, 190, 170)
GRID_LINE = QColor(46, 118, 190, 60)
FLOW_LINE = QColor(60, 70, 90, 150)
LEVELS = {"error": QColor("#B22C2C"), "warning": QColor("#B7791F"), "notice": QColor("#3B6EA5")}
"""Levels differ in form as well: a disc with a cross, a triangle, a ring."""

MARK_SIZE = 9.0
"""Radius of a finding's mark in the margin, logical pixels."""

LEAST_CELL = 4.0
"""Cells of fewer pixels are not drawn: they would be a grey haze."""


class Scene(NamedTuple):
    """What overlays look at: the grid, the columns and the findings of the edition."""

    grid: Grid
    columns: tuple[Interval, ...]
    findings: tuple[Finding, ...]


def scene_of(session: Session, columns: tuple[Interval, ...]) -> Scene | None:
    """What overlays of a session's pages look at; None without an issue."""
    if session.composed_layout is None or session.edition is None:
        return None
    return Scene(
        session.composed_layout.grid,
        columns,
        tuple(finding for finding in session.findings if not finding.reason),
    )


def pen(colour: QColor, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen of so many logical pixels at every zoom."""
    made = QPen(colour, width, style)
    made.setCosmetic(True)
    return made


def paint_type_area(painter: QPainter, shown: ShownPage, scene: Scene) -> None:
    """The type area and its columns."""
    grid = scene.grid
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(GUIDE))
    painter.drawRect(
        shown.on_paper(
            Rect(grid.left, grid.top, grid.left + grid.area_width, grid.top + grid.area_height)
        )
    )
    painter.setPen(pen(GUIDE, 1.0, Qt.PenStyle.DashLine))
    for column in scene.columns if len(scene.columns) > 1 else ():
        painter.drawRect(
            shown.on_paper(Rect(column.left, grid.top, column.right, grid.top + grid.area_height))
        )


def paint_grid(painter: QPainter, shown: ShownPage, scene: Scene) -> None:
    """The cells of the character grid; only the rows where they would be too small to see."""
    grid = scene.grid
    painter.setPen(pen(GRID_LINE))
    lines: list[QLineF] = []
    for column in scene.columns:
        left, right = shown.x(column.left), shown.x(column.right)
        for row in range(grid.rows):
            top = shown.y(grid.row_top(row))
            foot = shown.y(grid.row_top(row) + grid.size)
            lines += [QLineF(left, top, right, top), QLineF(left, foot, right, foot)]
            if grid.size * shown.scale >= LEAST_CELL:
                count = math.floor(grid.measure + 1e-6)
                xs = (shown.x(column.left + k * grid.size) for k in range(count + 1))
                lines += [QLineF(x, top, x, foot) for x in xs]
    painter.drawLines(lines)


def paint_tints(
    painter: QPainter, shown: ShownPage, page: Page, scene: Scene, tints: Sequence[QColor]
) -> None:
    """Each article in its tint."""
    for article in articles_of(page):
        colour = QColor(tints[article % len(tints)])
        colour.setAlpha(64)
        for box in article_boxes(page, article, scene.columns):
            painter.fillRect(shown.rect(box.grown(2.0)), colour)


def paint_flow(painter: QPainter, shown: ShownPage, page: Page, scene: Scene) -> None:
    """The order in which the page is read: articles numbered, an arrow from each to the next."""
    stations = [
        (box, article)
        for article in articles_of(page)
        for box in article_boxes(page, article, scene.columns)
    ]
    stations.sort(key=lambda station: (_column(station[0], scene), station[0].top))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    positions: list[QPointF] = []
    for box, _ in stations:
        area = shown.rect(box)
        top = QPointF(area.left() - 16, area.top() + 10)
        foot = QPointF(area.left() - 16, area.bottom() - 2)
        painter.setPen(pen(FLOW_LINE, 1.5))
        painter.drawLine(top, foot)
        positions += [top, foot]
    # from the foot of each station to the top of the next
    for start, end in zip(positions[1:-1:2], positions[2::2], strict=False):
        painter.setPen(pen(FLOW_LINE, 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(start, end)
        _arrow_head(painter, start, end)
    for (_, article), top in zip(stations, positions[::2], strict=False):
        _badge(painter, top, str(article + 1), QColor("#3C465A"))


def _column(box: Rect, scene: Scene) -> int:
    return sum(box.left > column.right for column in scene.columns)


def _arrow_head(painter: QPainter, start: QPointF, end: QPointF) -> None:
    angle = math.atan2(end.y() - start.y(), end.x() - start.x())
    wings = [
        QPointF(end.x() - 7 * math.cos(angle + turn), end.y() - 7 * math.sin(angle + turn))
        for turn in (-0.4, 0.4)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(FLOW_LINE)
    painter.drawPolygon(QPolygonF([end, *wings]))


def _badge(painter: QPainter, middle: QPointF, text: str, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(middle, MARK_SIZE, MARK_SIZE)
    font = QFont(painter.font())
    font.setPixelSize(11)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(
        QRectF(middle.x() - MARK_SIZE, middle.y() - MARK_SIZE, 2 * MARK_SIZE, 2 * MARK_SIZE),
        Qt.AlignmentFlag.AlignCenter,
        text,
    )


class FindingSign(NamedTuple):
    """Findings that are about one line or picture: where their sign stands in the margin
    (viewport).
    """

    middle: QPointF
    findings: tuple[Finding, ...]


def finding_marks(shown: ShownPage, page: Page, scene: Scene) -> list[FindingSign]:
    """The signs of a page's findings: beside the first line or picture each is about, at the head
    of the page where it is about none.
    """
    here = [finding for finding in scene.findings if finding.page == page.number]
    rows: dict[float, list[Finding]] = {}
    for finding in here:
        rows.setdefault(_height_of(finding, page, scene), []).append(finding)
    return [
        FindingSign(_in_margin(shown, scene.grid, y), tuple(found))
        for y, found in sorted(rows.items())
    ]


def _in_margin(shown: ShownPage, grid: Grid, y: float) -> QPointF:
    """Where the sign of something at a height of the page stands: left of it, as that is read."""
    if shown.turned:
        foot = shown.y(grid.top + grid.area_height)
        return QPointF(shown.point(0.0, y).x(), foot + 2.4 * MARK_SIZE)
    return QPointF(shown.x(grid.left) - 2.4 * MARK_SIZE, shown.y(y))


def _height_of(finding: Finding, page: Page, scene: Scene) -> float:
    if finding.box is not None:
        return min(finding.box[1] + scene.grid.size / 2, finding.box[3])
    if finding.source is not None:
        for picture in page.pictures:
            if picture.source == finding.source:
                return picture.y + scene.grid.size / 2
        for line in page.lines:
            if line.source == finding.source:
                # the middle of its Hanzi (`centre` in fonts/faces.toml)
                return line.y - 0.38 * line.size
    return scene.grid.top - scene.grid.leading


def paint_findings(painter: QPainter, marks: Iterable[FindingSign]) -> None:
    """The signs of findings: a disc for errors, a triangle for warnings, a ring for notices."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in marks:
        # the worst: levels are listed from error down
        level = min((finding.level for finding in mark.findings), key=list(LEVELS).index)
        _sign(painter, mark.middle, level)


def _sign(painter: QPainter, middle: QPointF, level: str) -> None:
    colour = LEVELS[level]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if level == "warning":
        x, y = middle.x(), middle.y()
        path = QPainterPath(QPointF(x, y - MARK_SIZE))
        path.lineTo(x + MARK_SIZE, y + 0.75 * MARK_SIZE)
        path.lineTo(x - MARK_SIZE, y + 0.75 * MARK_SIZE)
        path.closeSubpath()
        painter.drawPath(path)
    elif level == "error":
        painter.drawEllipse(middle, MARK_SIZE - 1, MARK_SIZE - 1)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(colour, 2.0))
        painter.drawEllipse(middle, MARK_SIZE - 2, MARK_SIZE - 2)
    painter.setPen(pen(colour if level == "notice" else QColor("white"), 2.0))
    if level == "error":
        for sign in (-1, 1):
            painter.drawLine(
                QPointF(middle.x() - 3, middle.y() - 3 * sign),
                QPointF(middle.x() + 3, middle.y() + 3 * sign),
            )
    else:
        painter.drawLine(QPointF(middle.x(), middle.y() - 3.5), QPointF(middle.x(), middle.y() + 1))
        painter.drawPoint(QPointF(middle.x(), middle.y() + 4))
