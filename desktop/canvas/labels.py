"""The label of a selected photo: side, width, slot and print quality in one line above it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.photos import pixel_width
from desktop.canvas.where import paragraph_number
from desktop.words import tr
from layouts.house.layout import Layout
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo, Side
from layouts.issue.places import Place, article_at
from layouts.page.item import Picture
from layouts.page.measures import effective_ppi

HEIGHT, INSET, RADIUS = 20.0, 8.0, 4.0
LETTERS = 12
"""The label's type, pixels; it does not grow with the page."""

SEPARATOR = " · "


def side_name(side: Side) -> str:
    """What a side is called."""
    return {
        Side.LEFT: tr("左侧"),
        Side.RIGHT: tr("右侧"),
        Side.BOTH: tr("两侧绕排"),
        Side.NONE: tr("单独成行"),
    }[side]


def photo_label(
    layout: Layout | None, issue: Issue, place: Place, photo: Photo, picture: Picture
) -> str:
    """`右侧 · 17 字 · 第 2 段第 1 行 · 268 ppi`."""
    em = layout.grid.size if layout is not None else 14.0
    width = photo.width if photo.width is not None else picture.width / em
    number = paragraph_number(article_at(issue, place), place.block or 0)
    pixels = pixel_width(picture.path)
    parts = [
        side_name(photo.side),
        tr("{width} 字", width=f"{width:.3g}"),
        tr("第 {paragraph} 段第 {line} 行", paragraph=number, line=photo.line + 1),
    ]
    if pixels is not None:
        parts.append(tr("{ppi} ppi", ppi=round(effective_ppi(picture, pixels))))
    return SEPARATOR.join(parts)


def paint_label(painter: QPainter, text: str, area: QRectF, look: OverlayStyle) -> None:
    """A label above an area, inside it where there is no room above."""
    font = QFont(look.font)
    font.setPixelSize(LETTERS)
    width = QFontMetricsF(font).horizontalAdvance(text) + 2 * INSET
    top = area.top() - HEIGHT - 6
    # no room above in the view: inside the photo's upper edge
    if top < 2 < area.bottom():
        top = max(2.0, area.top()) + 6
    left = min(max(2.0, area.left()), max(2.0, look.width - width - 2))
    box = QRectF(left, top, width, HEIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.fill)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setFont(font)
    painter.setPen(look.colours.on_fill)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
