"""Rows of the history: a version in two lines, with its time and name above and what it changed
below.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme import current_theme
from desktop.widgets.rows import paint_ground

TIME, NAME, LINE, IS_NAMED = (Qt.ItemDataRole.UserRole + k for k in range(1, 5))
"""What a row has to say: when, the name or 自动, what changed, and whether an editor gave the
name.
"""

HEIGHT, LEFT, RIGHT = 52, 16, 12

Index = QModelIndex | QPersistentModelIndex


class VersionDelegate(QStyledItemDelegate):
    """Draws a version in the list: when it was kept, and why."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, Qt's name
        """Every row is as high as every other."""
        return QSize(100, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row of a version, marked where it is the one compared."""
        rect, state, theme = option.rect, option.state, current_theme()
        painter.save()
        paint_ground(painter, rect, state)
        upper = rect.adjusted(LEFT, 6, -RIGHT, -rect.height() // 2)
        lower = rect.adjusted(LEFT, rect.height() // 2, -RIGHT, -6)
        time, name, named = str(index.data(TIME)), str(index.data(NAME)), bool(index.data(IS_NAMED))
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold if named else QFont.Weight.Normal)
        self._text(
            painter,
            upper,
            time,
            QFont(self._view.font()),
            theme.quiet if named else theme.text,
            Qt.AlignmentFlag.AlignRight,
        )
        room = upper.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(time) - 8, 0)
        self._text(painter, room, name, font, theme.text if named else theme.quiet)
        small = QFont(self._view.font())
        small.setPointSizeF(small.pointSizeF() * 0.92)
        self._text(painter, lower, str(index.data(LINE) or ""), small, theme.quiet)
        painter.restore()

    @staticmethod
    def _text(
        painter: QPainter,
        rect: QRect,
        text: str,
        font: QFont,
        colour: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, elided)
