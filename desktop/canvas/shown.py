"""A sheet as it is shown right now: from points of its page to pixels of the view, and back."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

from layouts.page.hit import Rect
from layouts.page.item import BoxArea, Picture


class ShownPage(NamedTuple):
    """A page in the view: its index from 0, its paper in logical pixels of the viewport, pixels per
    point.
    """

    page: int
    paper: QRectF
    scale: float

    def x(self, x: float) -> float:
        """A horizontal place of the page in the viewport."""
        return self.paper.x() + x * self.scale

    def y(self, y: float) -> float:
        """A vertical place of the page in the viewport."""
        return self.paper.y() + y * self.scale

    def rect(self, box: Rect) -> QRectF:
        """A rectangle of the page in the viewport."""
        return QRectF(
            self.x(box.left), self.y(box.top), box.width * self.scale, box.height * self.scale
        )

    def picture(self, picture: Picture | BoxArea) -> QRectF:
        """The frame of a picture or a box in the viewport."""
        return self.rect(
            Rect(picture.x, picture.y, picture.x + picture.width, picture.y + picture.height)
        )

    def to_page(self, at: QPointF) -> tuple[float, float]:
        """A point of the viewport on the page, points."""
        return (at.x() - self.paper.x()) / self.scale, (at.y() - self.paper.y()) / self.scale


class Pointer(NamedTuple):
    """The mouse: where it is in the viewport, and on which page (from 0; the nearest one) at which
    point of it.
    """

    at: QPointF
    page: int
    x: float
    y: float
    on_paper: bool
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
