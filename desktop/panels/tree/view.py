"""The tree's widget: keys, dragging with a clear line where things would go, and rows that open at
a click on their arrow.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QToolTip, QTreeView, QWidget

from desktop.colours import ROW
from desktop.incoming import incoming, take_copy
from desktop.panels.tree.delegate import ARROW, IssueRowDelegate
from desktop.panels.tree.dropping import TreeDrop, kind_of, packed, target_of, unpacked
from desktop.panels.tree.model import IssueModel
from desktop.selection import SelectionKind
from desktop.theme import current_theme
from desktop.widgets.sound import sound
from desktop.words import tr
from layouts.issue.places import Place

PLAIN, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier

_DRAGGED = (SelectionKind.ARTICLE, SelectionKind.SECTION)

LINES = (12, 34)
"""Left edges of the drop line between sections and between articles."""


@sound
class IssueTree(QTreeView):
    """Shows an IssueModel.

    `dropped`: places and where they should go; `files_dropped`: files and where; `opened`: a row's
    text is wanted; `stepped`: what is selected should move by −1 or 1; `removed`: it should go.
    """

    dropped = Signal(object, object)
    files_dropped = Signal(object, object)
    opened = Signal(object)
    stepped = Signal(int)
    removed = Signal()

    def __init__(self, model: IssueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target: TreeDrop | None = None
        self._twice = False
        self.by_keys = True
        self.issue_model = model
        self.setModel(model)
        self.rows = IssueRowDelegate(self)
        self.setItemDelegate(self.rows)
        self.setAccessibleName(tr("本期稿件"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoScroll(True)

    # -- keys and clicks ---------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep our keys from the window's shortcuts while the tree has the focus."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._act_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Alt+↑/↓ move, Delete removes, F2 renames, Enter opens the text."""
        self.by_keys = True
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        elif act in {"up", "down"}:
            self.stepped.emit(-1 if act == "up" else 1)
        elif act == "remove":
            self.removed.emit()
        elif act == "rename":
            self.rename(self.currentIndex())
        else:
            self.opened.emit(self.issue_model.place_of(self.currentIndex()))

    def _act_of(self, event: QKeyEvent) -> str | None:
        if self.state() == QAbstractItemView.State.EditingState:
            return None
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return {
            (Qt.Key.Key_Up, ALT): "up",
            (Qt.Key.Key_Down, ALT): "down",
            (Qt.Key.Key_Delete, PLAIN): "remove",
            (Qt.Key.Key_F2, PLAIN): "rename",
            (Qt.Key.Key_Return, PLAIN): "open",
            (Qt.Key.Key_Enter, PLAIN): "open",
        }.get((Qt.Key(event.key()), modifiers))

    def rename(self, index: QModelIndex) -> None:
        """Change a name in place."""
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, Qt's name
        """A click on a section's arrow opens or closes it."""
        self.by_keys = False
        at = event.position().toPoint()
        index = self.indexAt(at)
        over_arrow = (
            index.isValid()
            and self.issue_model.kind_of(index) is SelectionKind.SECTION
            and at.x() < ARROW + 12
        )
        if over_arrow and event.button() == Qt.MouseButton.LeftButton:
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802, Qt's name
        """A double click opens the text of an article."""
        index = self.indexAt(event.position().toPoint())
        self._twice = True
        if index.isValid():
            self.opened.emit(self.issue_model.place_of(index))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, Qt's name
        """The end of a click; that of a double click is none of another."""
        if not self._twice:
            super().mouseReleaseEvent(event)
        self._twice = False

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Tell the whole text of rows that are too narrow for theirs."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            rect = self.visualRect(index)
            if index.isValid() and self.rows.is_elided(rect, index):
                QToolTip.showText(event.globalPos(), str(index.data()), self.viewport(), rect)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    # -- dragging ----------------------------------------------------------------------------------

    def dragged(self) -> tuple[Place, ...]:
        """What a drag takes along: the articles selected, or one section."""
        model, rows = self.issue_model, self.selectionModel().selectedIndexes()
        places = {
            kind: sorted(
                place
                for row in rows
                if model.kind_of(row) is kind and (place := model.place_of(row))
            )
            for kind in _DRAGGED
        }
        return tuple(places[SelectionKind.ARTICLE] or places[SelectionKind.SECTION][:1])

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802, Qt's name
        """Drag what is selected; its names follow the pointer."""
        places = self.dragged()
        if not places:
            return
        model = self.issue_model
        drag = QDrag(self)
        drag.setMimeData(packed(places))
        drag.setPixmap(_label([str(model.at(place).data()) for place in places], self))
        drag.setHotSpot(QPoint(-12, ROW // 2))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802, Qt's name
        """Take articles, sections and files."""
        if unpacked(event.mimeData()) or incoming(event.mimeData()).files:
            self.setState(QAbstractItemView.State.DraggingState)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802, Qt's name
        """Show where it would go, and scroll near the edges."""
        super().dragMoveEvent(event)  # scrolls
        self._aim(self._target_of(event))
        if self._target is None:
            event.ignore()
        else:
            event.setDropAction(
                Qt.DropAction.MoveAction if unpacked(event.mimeData()) else Qt.DropAction.CopyAction
            )
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802, Qt's name
        """Take the line away."""
        self._aim(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802, Qt's name
        """Say what was dropped where."""
        target, places = self._target_of(event), unpacked(event.mimeData())
        self._aim(None)
        self.setState(QAbstractItemView.State.NoState)
        if target is None:
            event.ignore()
            return
        if places:
            event.accept()
            self.dropped.emit(places, target.place)
        else:
            take_copy(event)
            self.files_dropped.emit(incoming(event.mimeData()).files, target.place)

    def _target_of(self, event: QDropEvent) -> TreeDrop | None:
        data = event.mimeData()
        ours = bool(unpacked(data) or incoming(data).files)
        return target_of(self, event.position().toPoint(), kind_of(data), LINES) if ours else None

    def _aim(self, target: TreeDrop | None) -> None:
        if target != self._target:
            self._target = target
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """Rows, and over them the line where a drag would drop."""
        super().paintEvent(event)
        if self._target is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().accent), 2))
        painter.setBrush(QColor(current_theme().window))
        y, left, height = max(self._target.y, 1), self._target.left, self._target.height
        if height:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRect(2, y, self.viewport().width() - 4, height - 1), 4, 4)
            painter.end()
            return
        painter.drawLine(left, y, self.viewport().width() - 8, y)
        painter.drawEllipse(QPointF(left, y), 3, 3)
        painter.end()

    # -- what is selected --------------------------------------------------------------------------

    def show_selected(self, indexes: list[QModelIndex]) -> None:
        """Select rows because the session says so."""
        model = self.selectionModel()
        if {QModelIndex(index) for index in model.selectedIndexes()} == set(indexes):
            return
        flag = QItemSelectionModel.SelectionFlag
        model.clearSelection()
        for index in indexes:
            model.select(index, flag.Select)
        if indexes:
            model.setCurrentIndex(indexes[0], flag.NoUpdate)
            self.scrollTo(indexes[0])


def _label(names: list[str], widget: QWidget) -> QPixmap:
    """A small label with the first name and how many more."""
    theme, ratio = current_theme(), widget.devicePixelRatioF()
    font = QFont(widget.font())
    metrics = widget.fontMetrics()
    first = metrics.elidedText(names[0], Qt.TextElideMode.ElideRight, 200)
    text = first if len(names) == 1 else tr("{name} 等 {count} 篇", name=first, count=len(names))
    width, height = metrics.horizontalAdvance(text) + 20, ROW - 4
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(theme.bubble))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRect(0, 0, width, height), 5, 5)
    painter.setFont(font)
    painter.setPen(QColor(theme.on_bubble))
    painter.drawText(QRect(10, 0, width - 20, height), Qt.AlignmentFlag.AlignVCenter, text)
    painter.end()
    return pixmap
