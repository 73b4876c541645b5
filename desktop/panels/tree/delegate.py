"""How the rows of the issue are drawn: calm rows of 30 pixels, an accent bar at the one
selected.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.colours import Theme
from desktop.panels.tints import article_tint
from desktop.panels.tree.model import FIGURE, NUMBER, ROW, IssueModel
from desktop.selection import SelectionKind
from desktop.theme import current_theme
from desktop.widgets.rows import paint_ground, row_height
from desktop.words import tr

ARROW, TEXTS = (
    16,
    {
        SelectionKind.SECTION: 26,
        SelectionKind.MASTHEAD: 26,
        SelectionKind.COLOPHON: 26,
        SelectionKind.ARTICLE: 50,
        SelectionKind.PHOTO: 68,
        SelectionKind.BOX: 68,
    },
)
"""Pixels from the left: the arrow of a section, and the text of every kind of row."""

FLOATS = frozenset({SelectionKind.PHOTO, SelectionKind.BOX})
"""Rows under that of an article, set quietly."""

SQUARE, SQUARE_LEFT = 10, 34
RIGHT = 14

Index = QModelIndex | QPersistentModelIndex


class IssueRowDelegate(QStyledItemDelegate):
    """Draws the rows of an IssueModel in a tree without indentation."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, Qt's name
        """Every row is as high as every other."""
        return QSize(100, row_height(self._view))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row of a section, an article, a photo or a box."""
        rect, kind = option.rect, self._kind(index)
        state = option.state
        theme = current_theme()
        painter.save()
        self._ground(painter, rect, state, theme)
        bold = kind is not SelectionKind.ARTICLE and kind not in FLOATS
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        right = rect.right() - RIGHT
        if figure := index.data(FIGURE):
            right = self._figure(painter, rect, right, str(figure), theme)
        if bold:
            self._arrow(painter, rect, index, theme)
        elif kind is SelectionKind.ARTICLE:
            self._square(painter, rect, article_tint(int(index.data(NUMBER)), theme))
        elif kind is SelectionKind.BOX:
            self._box_sign(painter, rect, theme)
        else:
            self._photo_sign(painter, rect, theme)
            if row := index.data(ROW):
                self._bracket(painter, rect, row, theme)
        painter.setFont(font)
        painter.setPen(QColor(theme.quiet if kind in FLOATS else theme.text))
        area = self.text_rect(rect, kind)
        area.setRight(right - 6)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _kind(self, index: Index) -> SelectionKind:
        return cast("IssueModel", self._view.model()).kind_of(index)

    @staticmethod
    def text_rect(rect: QRect, kind: SelectionKind) -> QRect:
        """Where a row's text stands."""
        return rect.adjusted(TEXTS.get(kind, 26), 0, -RIGHT, 0)

    def is_elided(self, rect: QRect, index: Index) -> bool:
        """Whether a row is too narrow for its text."""
        kind = self._kind(index)
        room = self.text_rect(rect, kind).width() - (26 if index.data(FIGURE) else 0)
        return self._view.fontMetrics().horizontalAdvance(str(index.data())) > room

    def _ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Theme
    ) -> None:
        paint_ground(painter, rect, state)
        if (
            state & QStyle.StateFlag.State_HasFocus
            and self._view.hasFocus()
            and getattr(self._view, "by_keys", True)
        ):
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _figure(self, painter: QPainter, rect: QRect, right: int, figure: str, theme: Theme) -> int:
        font = QFont(self._view.font())
        font.setPixelSize(max(10, round(self._view.fontInfo().pixelSize() * 0.92)))
        painter.setFont(font)
        painter.setPen(QColor(theme.quiet))
        painter.drawText(
            QRect(rect.left(), rect.top(), right - rect.left(), rect.height()),
            _FIGURE_ALIGN,
            figure,
        )
        return right - painter.fontMetrics().horizontalAdvance(figure)

    def _arrow(self, painter: QPainter, rect: QRect, index: Index, theme: Theme) -> None:
        if not index.model().hasChildren(index):
            return
        middle = QPointF(rect.left() + ARROW + 2, rect.center().y() + 0.5)
        opened = self._view.isExpanded(index.model().index(index.row(), 0, index.parent()))
        corners = ((-4, -2.5), (4, -2.5), (0, 3)) if opened else ((-2.5, -4), (-2.5, 4), (3, 0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.text))
        painter.drawPolygon(
            QPolygonF([QPointF(middle.x() + x, middle.y() + y) for x, y in corners])
        )

    @staticmethod
    def _square(painter: QPainter, rect: QRect, tint: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(
            QRectF(rect.left() + SQUARE_LEFT, rect.center().y() - SQUARE / 2 + 0.5, SQUARE, SQUARE),
            2,
            2,
        )

    @staticmethod
    def _photo_sign(painter: QPainter, rect: QRect, theme: Theme) -> None:
        frame = QRect(rect.left() + 52, rect.center().y() - 5, 11, 10)
        painter.setPen(QPen(QColor(theme.disabled), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        painter.fillRect(frame.adjusted(4, 4, -3, -3), QColor(theme.quiet))

    @staticmethod
    def _box_sign(painter: QPainter, rect: QRect, theme: Theme) -> None:
        """A frame with two lines of text in it."""
        frame = QRect(rect.left() + 52, rect.center().y() - 5, 11, 10)
        painter.setPen(QPen(QColor(theme.disabled), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        for down in (3, 6):
            painter.fillRect(frame.left() + 3, frame.top() + down, 6, 1, QColor(theme.quiet))

    @staticmethod
    def _bracket(painter: QPainter, rect: QRect, row: tuple[int, int], theme: Theme) -> None:
        """A line down the photos that stand beside each other, hooked at its ends."""
        x, middle = rect.left() + 46, rect.center().y()
        number, count = row
        top = middle if number == 1 else rect.top()
        foot = middle if number == count else rect.bottom() + 1
        painter.setPen(QPen(QColor(theme.quiet), 1))
        painter.drawLine(x, top, x, foot)
        if number in {1, count}:
            painter.drawLine(x, middle, x + 3, middle)

    # -- names changed in place --------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802, Qt's name
        """A line for the new name."""
        line = QLineEdit(parent)
        line.setAccessibleName(tr("新名称"))
        line.setFixedHeight(row_height(self._view) - 4)
        line.setTextMargins(2, 0, 2, 0)
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """The field stays open while another window is looked at, and while the menu it came from
        gives the keys back.
        """
        if (
            isinstance(event, QFocusEvent)
            and event.lostFocus()
            and event.reason() == Qt.FocusReason.ActiveWindowFocusReason
        ):
            return False
        return super().eventFilter(watched, event)

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay it over the row's text."""
        rect, kind = option.rect, self._kind(index)
        editor.setGeometry(self.text_rect(rect, kind).adjusted(-6, 2, 8, -2))


_FIGURE_ALIGN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
