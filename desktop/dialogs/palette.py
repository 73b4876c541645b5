"""The command palette: type a few characters, Enter gives the command."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.actions import Actions, Command
from desktop.canvas.shadow import paint_shadow
from desktop.dialogs.fuzzy import rank
from desktop.theme import current_theme
from desktop.words import tr

Index = QModelIndex | QPersistentModelIndex

NAMES, PATH, KEYS, KEY = (Qt.ItemDataRole.UserRole + k for k in range(4))


HEAD = 64
"""Pixels from the top of the window to the palette."""


class Shadow(QWidget):
    """The soft shadow of what lies over a window, cast on the window itself: where nobody composes
    the screen, a popup of its own has none.
    """

    def __init__(self, window: QWidget, over: QRect) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self._over = over
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """The rim alone."""
        painter = QPainter(self)
        paint_shadow(painter, QRectF(self._over), QColor(current_theme().shadow))
        painter.end()


class _Ranked(QSortFilterProxyModel):
    """The commands that match what was typed, the best first."""

    query = ""

    def find(self, query: str) -> None:
        self.query = query
        self.invalidate()
        self.sort(0)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: N802, Qt's name
        return self._rank(self.sourceModel().index(source_row, 0, source_parent)) is not None

    def lessThan(self, source_left: Index, source_right: Index) -> bool:  # noqa: N802, Qt's name
        left = (self._rank(source_left) or 0, source_left.row())
        return left < (self._rank(source_right) or 0, source_right.row())

    def _rank(self, index: Index) -> int | None:
        names: list[str] = index.data(NAMES)
        found = rank(self.query, names)
        # What cannot be given now stands after what can.
        return found if found is None or index.flags() & Qt.ItemFlag.ItemIsEnabled else found + 1000


class _CommandDelegate(QStyledItemDelegate):
    """A row: the command, where it stands in the menus, its shortcut at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""  # pyright: ignore[reportAttributeAccessIssue]
        style = option.widget.style() if option.widget else None  # pyright: ignore[reportAttributeAccessIssue]
        if style is not None:
            style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)  # pyright: ignore[reportAttributeAccessIssue]
        rect: QRect = option.rect.adjusted(12, 0, -12, 0)  # pyright: ignore[reportAttributeAccessIssue]
        palette: QPalette = option.palette  # pyright: ignore[reportAttributeAccessIssue]
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportAttributeAccessIssue]
        group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
        strong = palette.color(
            group, QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        )
        faint = palette.color(
            group,
            QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.PlaceholderText,
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.save()
        painter.setPen(strong)
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, text)
        used = painter.fontMetrics().horizontalAdvance(text)
        painter.setPen(faint)
        painter.drawText(
            rect.adjusted(used + 12, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, index.data(PATH)
        )
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, index.data(KEYS))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, Qt's name
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(34, hint.height() + 10))


class Palette(QDialog):
    """All commands behind one line of typing."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setWindowTitle(tr("命令面板"))
        self.setAccessibleName(tr("命令面板"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self.line = QLineEdit(placeholderText=tr("输入命令，中文、英文或英文首字母"))
        self.line.setAccessibleName(tr("要找的命令"))
        self.list = QListView()
        self.list.setAccessibleName(tr("命令"))
        self.list.setItemDelegate(_CommandDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows work from the line
        self.list.setUniformItemSizes(True)
        self.empty = QLabel(tr("没有这样的命令"), alignment=Qt.AlignmentFlag.AlignCenter)
        self.empty.hide()
        self._model = _Ranked(self)
        self._model.setSourceModel(self._listed())
        self.list.setModel(self._model)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(8)
        for widget in (self.line, self.list, self.empty):
            box.addWidget(widget)
        self.line.textChanged.connect(self._find)
        self.line.returnPressed.connect(self.give)
        self.list.clicked.connect(self.give)
        self.line.installEventFilter(self)
        self.resize(560, 420)
        self._find("")

    def open_over(self, window: QWidget) -> None:
        """Show it in the upper middle of a window."""
        corner = window.mapToGlobal(window.rect().topLeft())
        room = window.screen().availableGeometry()
        height = min(self.height(), window.height() - 2 * HEAD, room.height() - 2 * HEAD)
        self.resize(min(self.width(), window.width() - 2 * HEAD), height)
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + HEAD)
        self._shadow = Shadow(window, self.geometry().translated(-corner))
        self.show()
        self.line.setFocus()

    def done(self, result: int) -> None:
        """Close, and the shadow with it."""
        self._shadow.deleteLater()
        super().done(result)

    def give(self) -> None:
        """Give the command that stands out and go."""
        index = self.list.currentIndex()
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        action = self._actions[index.data(KEY)]
        self.accept()
        action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Arrows move in the list while typing goes on; the keys that opened it close it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if self._actions["view.palette"].shortcut() == QKeySequence(event.keyCombination()):
                self.reject()  # on X11 the line would take Alt and a letter for the letter
                return True
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 10,
                Qt.Key.Key_PageUp: -10,
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        row = max(0, min(self._model.rowCount() - 1, self.list.currentIndex().row() + step))
        self.list.setCurrentIndex(self._model.index(row, 0))

    def _find(self, query: str) -> None:
        self._model.find(query)
        found = self._model.rowCount() > 0
        self.list.setVisible(found)
        self.empty.setVisible(not found)
        self.list.setCurrentIndex(self._model.index(0, 0))

    def _listed(self) -> QStandardItemModel:
        model = QStandardItemModel(self)
        for command, action in self._actions:
            if command.key != "view.palette":
                model.appendRow(self._item(command, action))
        return model

    def _item(self, command: Command, action: QAction) -> QStandardItem:
        text = action.text().removesuffix("…")
        path = self._actions.path(command.key)
        item = QStandardItem(text)
        item.setEnabled(action.isEnabled())
        item.setEditable(False)
        keys = (
            command.shortcuts[0].toString(QKeySequence.SequenceFormat.NativeText)
            if command.shortcut
            else ""
        )
        item.setData([text, command.english, "".join((*path, text))], NAMES)
        item.setData(" › ".join(path), PATH)
        item.setData(keys, KEYS)
        item.setData(command.key, KEY)
        item.setAccessibleText(f"{text} {keys}")
        item.setToolTip("" if action.isEnabled() else action.toolTip())
        return item
