"""Rows of lists and trees, all of one height."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.colours import ROW


class RowDelegate(QStyledItemDelegate):
    """Qt's own rows, at least 30 px high. The style sheet cannot say so: views measure rows before they know it, and mix two heights."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802, Qt's name
        """What the row asks for, but never less."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), ROW))


def tall_rows(view: QAbstractItemView) -> None:
    """Give a list or a tree the rows of the window."""
    view.setItemDelegate(RowDelegate(view))
