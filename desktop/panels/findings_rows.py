"""How the rows of the findings are drawn: a sign, the sentence on as many lines as it takes, the
page at the right.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.panels.findings_model import Folded, Index, Row
from desktop.panels.mending import fix_name
from desktop.panels.signs import paint_sign
from desktop.theme import current_theme
from desktop.widgets.rows import paint_ground, row_height
from desktop.words import tr
from layouts.errors import Finding

LEFT, RIGHT, PAGE, PADDING = 40, 16, 60, 6
"""Pixels: before the sentence, after the page, for the page, above and below."""

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_SIDE = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)


class FindingDelegate(QStyledItemDelegate):
    """Draws the rows of a FindingsModel. `fix_clicked`: the words of a row's fix were clicked."""

    fix_clicked = Signal(object)

    def __init__(self, view: QListView, row: Callable[[Index], Row]) -> None:
        super().__init__(view)
        self._view = view
        self._row = row

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, Qt's name
        """As high as the sentence needs in the list's width."""
        width = self._view.viewport().width()
        if not self._is_finding(index):
            return QSize(width, row_height(self._view))
        beside = _beside(self._row(index), QFontMetrics(self._view.font()))
        area = QRect(0, 0, width - LEFT - beside, 10_000)
        text = QFontMetrics(self._view.font()).boundingRect(area, _WRAP, str(index.data()))
        return QSize(width, max(row_height(self._view), text.height() + 2 * PADDING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row of a finding: its sign, its sentence, its place."""
        rect, state = option.rect, option.state
        theme, row = current_theme(), self._row(index)
        painter.save()
        painter.setFont(self._view.font())
        if not isinstance(row, Finding):
            font = QFont(self._view.font())
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(theme.quiet))
            left = 16
            if isinstance(row, Folded):
                self._paint_state(painter, rect, state)
                _arrow(
                    painter,
                    QPointF(rect.left() + 20, rect.center().y() + 0.5),
                    unfolded=self._is_last(index) is False,
                )
                left = 32
            painter.setPen(QColor(theme.quiet))
            painter.drawText(
                rect.adjusted(left, 0, -RIGHT, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data())
            )
            painter.restore()
            return
        self._paint_state(painter, rect, state)
        line = painter.fontMetrics().height()
        paint_sign(
            painter, QPointF(rect.left() + 24, rect.top() + PADDING + line / 2), 7, row.level, theme
        )
        painter.setPen(QColor(theme.quiet if row.reason else theme.text))
        painter.drawText(
            rect.adjusted(LEFT, PADDING, -_beside(row, painter.fontMetrics()), 0),
            _WRAP,
            str(index.data()),
        )
        if row.fix:
            painter.setPen(QColor(theme.accent))
            painter.drawText(rect.adjusted(0, PADDING, -RIGHT - PAGE, 0), _SIDE, fix_name(row))
        if row.page is not None:
            painter.setPen(QColor(theme.quiet))
            painter.drawText(
                rect.adjusted(0, PADDING, -RIGHT, 0), _SIDE, tr("第 {page} 页", page=row.page)
            )
        painter.restore()

    def _paint_state(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        """The ground of a row that is chosen or under the pointer, and the frame of the one that
        has the keys.
        """
        theme = current_theme()
        paint_ground(painter, rect, state)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _is_last(self, index: Index) -> bool:
        return index.row() == self._view.model().rowCount() - 1

    def editorEvent(  # noqa: N802, Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the words of a fix mends; anywhere else it only chooses the row."""
        row = self._row(index)
        if (
            isinstance(row, Finding)
            and row.fix
            and isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonRelease
        ):
            right = option.rect.right() - RIGHT - PAGE
            if (
                right - option.fontMetrics.horizontalAdvance(fix_name(row)) - PADDING
                <= event.position().x()
                <= right + PADDING
            ):
                self.fix_clicked.emit(row)
                return True
        return False

    def _is_finding(self, index: Index) -> bool:
        return isinstance(self._row(index), Finding)


def _beside(row: Row, metrics: QFontMetrics) -> int:
    """Pixels that the page and the words of a fix take at the right of a sentence."""
    fix = metrics.horizontalAdvance(fix_name(row)) if isinstance(row, Finding) and row.fix else 0
    return RIGHT + PAGE + (fix + 2 * PADDING if fix else 0)


def _arrow(painter: QPainter, middle: QPointF, *, unfolded: bool) -> None:
    """A chevron to the right, or down where the rows under it are shown."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(current_theme().quiet), 1.5))
    x, y, arm = middle.x(), middle.y(), 3.5
    tip, ends = (
        (QPointF(x, y + arm / 2), (QPointF(x - arm, y - arm / 2), QPointF(x + arm, y - arm / 2)))
        if unfolded
        else (
            QPointF(x + arm / 2, y),
            (QPointF(x - arm / 2, y - arm), QPointF(x - arm / 2, y + arm)),
        )
    )
    for end in ends:
        painter.drawLine(end, tip)
