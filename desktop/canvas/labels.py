"""The label of a selected photo: one line inside its foot, never over text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from desktop.canvas.measuring import in_em, in_lines, in_millimetres
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.photo_row import row_width
from desktop.canvas.photos import asked_width, pixel_width
from desktop.canvas.where import paragraph_number
from desktop.words import tr
from layouts.house.layout import Layout
from layouts.issue.edits import in_row, row_of
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo, PhotoPlace, Side
from layouts.issue.places import Place, article_at
from layouts.page.item import Picture
from layouts.page.measures import effective_ppi

HEIGHT, INSET, RADIUS = 20.0, 8.0, 4.0
AIR = 8.0
"""Between the label and the edges of its photo: clear of the handles."""

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


def place_name(photo: Photo) -> str:
    """Where a photo stands that stands apart from the text."""
    return {
        PhotoPlace.TEXT: "",
        PhotoPlace.TOP: tr("页首"),
        PhotoPlace.FOOT: tr("页脚"),
        PhotoPlace.PAGE: tr("整页"),
        PhotoPlace.SPREAD: tr("跨两页"),
    }[photo.place]


def photo_label(layout: Layout, issue: Issue, place: Place, photo: Photo, picture: Picture) -> str:
    """At rest: `右侧 · 17 字 · 第 2 段第 1 行 · 268 ppi`."""
    pixels = pixel_width(picture.path)
    if photo.place is PhotoPlace.TEXT:
        parts = [
            *_standing(layout, issue, place, photo),
            in_em(shown_width(layout, issue, place, photo)),
            _slot(issue, place, photo),
        ]
    else:
        parts = [place_name(photo), in_millimetres(picture.width, picture.height)]
    if pixels is not None:
        parts.append(tr("{ppi} ppi", ppi=round(effective_ppi(picture, pixels))))
    return SEPARATOR.join(parts)


def moved_label(layout: Layout, issue: Issue, place: Place, photo: Photo, picture: Picture) -> str:
    """While it is dragged: `右侧 · 第 2 段第 1 行 · 17 字 · 84.4 × 56.3 mm · 7 行`."""
    row = row_width(issue, place, layout) if in_row(issue, place) else None
    size = size_label(layout, photo, picture.width, picture.height, row)
    if photo.place is not PhotoPlace.TEXT:
        return SEPARATOR.join((place_name(photo), in_millimetres(picture.width, picture.height)))
    return SEPARATOR.join((side_name(photo.side), _slot(issue, place, photo), size))


def shown_width(layout: Layout, issue: Issue, place: Place, photo: Photo) -> float:
    """The width of a photo that is told, em: of one in a row that of its row."""
    row = in_row(issue, place)
    return row_width(issue, place, layout) if row else asked_width(photo, layout)


def _standing(layout: Layout, issue: Issue, place: Place, photo: Photo) -> list[str]:
    """The side of a photo; which of its row it is, whose side is told where text has room there."""
    if not in_row(issue, place):
        return [side_name(photo.side)]
    row = row_of(issue, place)
    side = [side_name(photo.side)] if row_width(issue, place, layout) < layout.grid.measure else []
    return [tr("并排第 {n} 张，共 {count} 张", n=row.index(place) + 1, count=len(row)), *side]


def size_label(
    layout: Layout, photo: Photo, width: float, height: float, row: float | None = None
) -> str:
    """While it is sized: `17 字 · 84.4 × 56.3 mm · 7 行`, for points as they are drawn; `row` em
    are what the row asks for that it stands in.
    """
    return SEPARATOR.join(
        (
            in_em(asked_width(photo, layout) if row is None else row),
            in_millimetres(width, height),
            in_lines(height, layout.grid),
        )
    )


def _slot(issue: Issue, place: Place, photo: Photo) -> str:
    number = paragraph_number(article_at(issue, place), place.block or 0)
    return tr("第 {paragraph} 段第 {line} 行", paragraph=number, line=photo.line + 1)


def paint_label(painter: QPainter, text: str, area: QRectF, look: OverlayStyle) -> None:
    """A label inside an area, at its foot; what does not fit is left out from the end on, all of
    it where not even the first words do.
    """
    font = QFont(look.font)
    font.setPixelSize(LETTERS)
    left, right = max(0.0, area.left()) + AIR, min(look.width, area.right()) - AIR
    words = _fitting(text, QFontMetricsF(font), right - left - 2 * INSET)
    foot = min(look.height, area.bottom()) - AIR
    if not words or foot - HEIGHT < area.top() + AIR:
        return
    width = QFontMetricsF(font).horizontalAdvance(words) + 2 * INSET
    paint_words(painter, words, font, QRectF(left, foot - HEIGHT, width, HEIGHT), look)


def paint_words(
    painter: QPainter, words: str, font: QFont, box: QRectF, look: OverlayStyle
) -> None:
    """Words on a ground of the accent with round corners, which they fill."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.fill)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setFont(font)
    painter.setPen(look.colours.on_fill)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _fitting(text: str, metrics: QFontMetricsF, room: float) -> str:
    """As many parts of a label as there is room for."""
    parts = text.split(SEPARATOR)
    while parts and metrics.horizontalAdvance(SEPARATOR.join(parts)) > room:
        parts.pop()
    return SEPARATOR.join(parts)
