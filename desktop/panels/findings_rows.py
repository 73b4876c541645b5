"""How the rows of the findings are drawn: a sign, the sentence on as many lines as it takes, the page at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.colours import BAR, ROW
from desktop.panels.signs import paint_sign
from desktop.theme import current_theme
from desktop.words import tr
from layouts.errors import Finding, Level

LEFT, RIGHT, PAGE, PADDING = 40, 16, 52, 6
"""Pixels: before the sentence, after the page, for the page, above and below."""

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_SIDE = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)


class FindingDelegate(QStyledItemDelegate):
    """Draws the rows of a FindingsModel."""

    def __init__(self, view: QListView, row: Callable[[Index], Finding | Level]) -> None:
        super().__init__(view)
        self._view = view
        self._row = row

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, Qt's name
        """As high as the sentence needs in the list's width."""
        width = self._view.viewport().width()
        if not self._is_finding(index):
            return QSize(width, ROW)
        area = QRect(0, 0, width - LEFT - RIGHT - PAGE, 10_000)
        text = QFontMetrics(self._view.font()).boundingRect(area, _WRAP, str(index.data()))
        return QSize(width, max(ROW, text.height() + 2 * PADDING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        rect, state = option.rect, option.state
        theme, row = current_theme(), self._row(index)
        painter.save()
        painter.setFont(self._view.font())
        if not isinstance(row, Finding):
            font = QFont(self._view.font())
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(theme.quiet))
            painter.drawText(rect.adjusted(16, 0, -RIGHT, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
            painter.restore()
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        line = painter.fontMetrics().height()
        paint_sign(painter, QPointF(rect.left() + 24, rect.top() + PADDING + line / 2), 7, row.level, theme)
        painter.setPen(QColor(theme.text))
        painter.drawText(rect.adjusted(LEFT, PADDING, -RIGHT - PAGE, 0), _WRAP, str(index.data()))
        if row.page is not None:
            painter.setPen(QColor(theme.quiet))
            painter.drawText(rect.adjusted(0, PADDING, -RIGHT, 0), _SIDE, tr("第 {page} 页", page=row.page))
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _is_finding(self, index: Index) -> bool:
        return isinstance(self._row(index), Finding)
