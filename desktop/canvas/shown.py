"""A sheet as it is shown right now: from points of its page to pixels of the view, and back."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

from layouts.page.hit import Rect
from layouts.page.item import BoxArea, Picture


class ShownPage(NamedTuple):
    """A page in the view: its index from 0, its paper in logical pixels of the viewport, pixels per
    point; whether what stands on it is turned by a quarter (see `layouts.page.turning`).
    """

    page: int
    paper: QRectF
    scale: float
    turned: bool = False

    def x(self, x: float) -> float:
        """A horizontal place of the paper in the viewport."""
        return self.paper.x() + x * self.scale

    def y(self, y: float) -> float:
        """A vertical place of the paper in the viewport."""
        return self.paper.y() + y * self.scale

    def on_paper(self, box: Rect) -> QRectF:
        """A rectangle of the paper in the viewport."""
        return QRectF(
            self.x(box.left), self.y(box.top), box.width * self.scale, box.height * self.scale
        )

    def point(self, x: float, y: float) -> QPointF:
        """A point among the items of the page in the viewport."""
        if self.turned:
            return QPointF(self.x(y), self.paper.bottom() - x * self.scale)
        return QPointF(self.x(x), self.y(y))

    def rect(self, box: Rect) -> QRectF:
        """A rectangle among the items of the page in the viewport."""
        if self.turned:
            return QRectF(self.point(box.right, box.top), self.point(box.left, box.bottom))
        return self.on_paper(box)

    def caret(self, box: Rect, width: float) -> QRectF:
        """A caret, which has no width on its page, so many pixels thick in the viewport."""
        area, half = self.rect(box), width / 2
        if self.turned:
            return area.adjusted(0, -half, 0, half)
        return area.adjusted(-half, 0, half, 0)

    def picture(self, picture: Picture | BoxArea) -> QRectF:
        """The frame of a picture or a box in the viewport."""
        return self.rect(
            Rect(picture.x, picture.y, picture.x + picture.width, picture.y + picture.height)
        )

    def to_page(self, at: QPointF) -> tuple[float, float]:
        """A point of the viewport among the items of the page, points."""
        right, down = (at.x() - self.paper.x()) / self.scale, (at.y() - self.paper.y()) / self.scale
        if self.turned:
            return self.paper.height() / self.scale - down, right
        return right, down


class Pointer(NamedTuple):
    """The mouse: where it is in the viewport, and on which page (from 0; the nearest one) at which
    point among the items of it.
    """

    at: QPointF
    page: int
    x: float
    y: float
    on_paper: bool
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
