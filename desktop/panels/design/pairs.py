"""Rows of a list that say something at the left and a detail at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.theme import current_theme
from desktop.widgets import RowDelegate
from desktop.widgets.rows import paint_ground

DETAIL = Qt.ItemDataRole.UserRole + 1
"""The role of the detail."""

SIDE, GAP = 10, 10


class PairDelegate(RowDelegate):
    """The text gives way, the detail stays whole."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, text, detail."""
        rect, metrics, theme = option.rect, option.fontMetrics, current_theme()
        paint_ground(painter, rect, option.state)
        detail = str(index.data(DETAIL) or "")
        width = metrics.horizontalAdvance(detail)
        room = rect.width() - 2 * SIDE - (width + GAP if detail else 0)
        text = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        line = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(rect.left() + SIDE, rect.top(), room, rect.height()), line, text)
        painter.setPen(QColor(theme.quiet))
        painter.drawText(
            QRect(rect.right() - SIDE - width, rect.top(), width + 1, rect.height()), line, detail
        )
        focus = QStyle.StateFlag.State_HasFocus
        if option.state & focus and option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()
