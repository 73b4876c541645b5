"""The list of faces: a row has the name of a face, a sample set in it, and what speaks against
it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.dialogs.faces.offers import FaceOffer
from desktop.dialogs.faces.samples import (
    CHINESE_SAMPLE,
    LATIN_SAMPLE,
    LEADING,
    FaceSample,
    SampleOrder,
    Sampler,
)
from desktop.theme import Theme, current_theme, text_scale
from desktop.widgets.rows import paint_ground
from desktop.words import tr

OFFER = Qt.ItemDataRole.UserRole + 1

LEFT, RIGHT, ABOVE = 16, 12, 9

EM = 26.0
"""Size of a sample in a row, in pixels of the window, where its text has our own size."""

Index = QModelIndex | QPersistentModelIndex


class FaceModel(QAbstractListModel):
    """The faces that are listed now."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.offers: Sequence[FaceOffer] = ()

    def show(self, offers: Sequence[FaceOffer]) -> None:
        """List these and no others."""
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802, as Qt has it
        """How many faces."""
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A face, or what it is called."""
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        if role == OFFER:
            return offer
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(filter(None, (offer.name, offer.second, style_of(offer))))
        return None


class FaceDelegate(QStyledItemDelegate):
    """Draws a row; a sample that is not there yet is asked for."""

    def __init__(self, view: QListView, sampler: Sampler) -> None:
        super().__init__(view)
        self._view = view
        self._sampler = sampler
        sampler.painted.connect(view.viewport().update)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, Qt's name
        """Every row is as high as every other."""
        sample = EM * text_scale() * LEADING
        return QSize(200, round(ABOVE + self._view.fontMetrics().height() + sample + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a face."""
        offer: FaceOffer = index.data(OFFER)
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        theme = current_theme()
        sample = self._sampler.sample(row_sample(offer, theme, self._view.devicePixelRatioF()))
        painter.save()
        paint_ground(painter, rect, option.state)  # pyright: ignore[reportAttributeAccessIssue]
        painter.setPen(QColor(theme.border))
        painter.drawLine(rect.left() + LEFT, rect.bottom(), rect.right() - RIGHT, rect.bottom())
        metrics = self._view.fontMetrics()
        upper = QRect(rect.left() + LEFT, rect.top() + ABOVE, 0, metrics.height())
        upper.setRight(rect.right() - RIGHT)
        used = self._draw_signs(painter, upper, offer, sample, theme)
        self._draw_names(painter, upper.adjusted(0, 0, -used, 0), offer, theme)
        lower = rect.adjusted(LEFT, ABOVE + metrics.height() + 4, -RIGHT, -1)
        self._draw_sample(painter, lower, sample)
        painter.restore()

    def _draw_names(self, painter: QPainter, room: QRect, offer: FaceOffer, theme: Theme) -> None:
        strong = QFont(self._view.font())
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(QColor(theme.text if offer.embeds else theme.quiet))
        metrics = QFontMetrics(strong)
        name = metrics.elidedText(offer.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _MIDDLE, name)
        room = room.adjusted(metrics.horizontalAdvance(name) + 10, 0, 0, 0)
        painter.setFont(self._view.font())
        painter.setPen(QColor(theme.quiet))
        second = "  ".join(filter(None, (offer.second, style_of(offer))))
        metrics = self._view.fontMetrics()
        painter.drawText(
            room, _MIDDLE, metrics.elidedText(second, Qt.TextElideMode.ElideRight, room.width())
        )

    def _draw_signs(
        self,
        painter: QPainter,
        room: QRect,
        offer: FaceOffer,
        sample: FaceSample | None,
        theme: Theme,
    ) -> int:
        """What is to be known before a face is chosen, at the right; how wide that is."""
        small = QFont(self._view.font())
        small.setPointSizeF(small.pointSizeF() * 0.92)
        painter.setFont(small)
        metrics, right = QFontMetrics(small), room.right()
        for text, colour in signs(offer, sample, theme):
            width = metrics.horizontalAdvance(text)
            place = QRect(right - width, room.top(), width, room.height())
            painter.setPen(QColor(colour))
            painter.drawText(place, _MIDDLE, text)
            right -= width + 12
        return room.right() - right

    @staticmethod
    def _draw_sample(painter: QPainter, room: QRect, sample: FaceSample | None) -> None:
        if sample is None or sample.image is None:
            return
        painter.setClipRect(room)
        painter.drawImage(room.topLeft(), sample.image)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def row_sample(offer: FaceOffer, theme: Theme, ratio: float) -> SampleOrder:
    """What a row shows of a face."""
    line = CHINESE_SAMPLE if offer.script == "chinese" else LATIN_SAMPLE
    return SampleOrder(offer, (line,), EM * text_scale(), theme.text, ratio)


def style_of(offer: FaceOffer) -> str:
    """The style of a face, or the weights that it can take."""
    axis = offer.known.axis if offer.known else None
    if axis is None:
        return offer.style
    return tr("{low}–{high} 可变", low=f"{axis.low:.0f}", high=f"{axis.high:.0f}")


def signs(offer: FaceOffer, sample: FaceSample | None, theme: Theme) -> list[tuple[str, str]]:
    """The signs of a row with their colours, from the right."""
    found: list[tuple[str, str]] = []
    if offer.known is None:
        found.append((tr("自带"), theme.quiet))
    if not offer.embeds:
        found.append((tr("不可嵌入"), theme.error))
    if sample is not None and sample.trouble is not None:
        found.append((tr("打不开"), theme.error))
    if sample is not None and sample.missing:
        found.append((tr("本期 {n} 字缺", n=len(sample.missing)), theme.warning))
    return found
