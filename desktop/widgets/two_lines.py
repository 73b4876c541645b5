"""Rows of two lines in a list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme import current_theme
from desktop.widgets.rows import paint_ground

PADDING, LEFT = 8, 16
"""Pixels: round the lines, and before them."""

LINE = 19
"""Pixels of a line of Hanzi at least: the font of the window may have them from a taller one."""

_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_FOOT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)


class TwoLineRows(QStyledItemDelegate):
    """Draws texts of two lines: what something is called, and quietly below it what it is."""

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines and the space round them."""
        line = max(option.fontMetrics.lineSpacing(), LINE)
        return QSize(0, 2 * line + 2 * PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row of two lines: a title, and smaller below it what it is about."""
        rect, state, theme = option.rect, option.state, current_theme()
        title, _, summary = str(index.data()).partition("\n")
        painter.save()
        paint_ground(painter, rect, state)
        inner = rect.adjusted(LEFT, PADDING, -PADDING, -PADDING)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        painter.drawText(
            inner,
            _TOP,
            painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, inner.width()),
        )
        painter.setFont(option.font)
        painter.setPen(QColor(theme.quiet))
        shown = option.fontMetrics.elidedText(summary, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _FOOT, shown)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()
