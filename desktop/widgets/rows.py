"""Rows of lists and trees, all of one height."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.colours import BAR, ROW
from desktop.theme import current_theme

SIDE = 6
"""Pixels round a text in its cell."""


def row_height(view: QWidget) -> int:
    """How high a row is: 30 px, more where the letters are large."""
    return max(ROW, view.fontMetrics().height() + 10)


class RowDelegate(QStyledItemDelegate):
    """Qt's own rows, at least 30 px high.

    The style sheet cannot say so: views measure rows before they know it, and mix two heights.
    """

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """What the row asks for, but never less."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), ROW))


class WrappedRows(RowDelegate):
    """Rows of a tree as high as the sentences in one of its columns need at its width."""

    def __init__(self, tree: QTreeView, column: int) -> None:
        super().__init__(tree)
        self._tree = tree
        self._column = column
        tree.setWordWrap(True)
        tree.header().sectionResized.connect(tree.scheduleDelayedItemsLayout)

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All lines of the sentence."""
        hint = super().sizeHint(option, index)
        if index.column() != self._column:
            return hint
        area = QRect(0, 0, self._tree.columnWidth(self._column) - 2 * SIDE, 10_000)
        text = self._tree.fontMetrics().boundingRect(
            area, int(Qt.TextFlag.TextWordWrap), str(index.data())
        )
        return QSize(hint.width(), max(hint.height(), text.height() + 2 * SIDE))


def tall_rows(view: QAbstractItemView) -> None:
    """Give a list or a tree the rows of the window."""
    view.setItemDelegate(RowDelegate(view))


def paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """What lies under a row that is selected or pointed at."""
    theme = current_theme()
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(theme.accent_soft))
        painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), QColor(theme.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(theme.hover))
