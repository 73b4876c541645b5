"""All shortcuts, menu by menu, with a line to search them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.actions import Actions
from desktop.dialogs.fuzzy import rank
from desktop.widgets.rows import tall_rows
from desktop.window_parts.geometry import roomy
from desktop.words import tr


class ShortcutsDialog(QDialog):
    """A list to look at: commands and the keys that give them."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setWindowTitle(tr("快捷键"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit(placeholderText=tr("查找命令"), clearButtonEnabled=True)
        self.line.setAccessibleName(tr("查找命令"))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("快捷键"))
        self.tree.setHeaderLabels([tr("命令"), tr("快捷键")])
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(16)
        tall_rows(self.tree)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fill(actions)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("关闭"))
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for widget in (self.line, self.tree, buttons):
            box.addWidget(widget)
        self.line.textChanged.connect(self._filter)
        roomy(self, 560, 640)

    def _fill(self, actions: Actions) -> None:
        tops: dict[str, QTreeWidgetItem] = {}
        for command, _action in actions:
            path = actions.path(command.key)
            top = tops.get(path[0])
            if top is None:
                top = tops[path[0]] = QTreeWidgetItem(self.tree, [path[0], ""])
                font = top.font(0)
                font.setBold(True)
                top.setFont(0, font)
            keys = "   ".join(
                key.toString(QKeySequence.SequenceFormat.NativeText) for key in command.shortcuts
            )
            name = " › ".join((*path[1:], command.text.removesuffix("…")))
            row = QTreeWidgetItem(top, [name, keys or tr("菜单")])
            row.setData(0, Qt.ItemDataRole.UserRole, command.english)
            if not keys:
                row.setForeground(1, self.palette().placeholderText())
        self.tree.expandAll()

    def _filter(self, query: str) -> None:
        for top in _children(self.tree.invisibleRootItem()):
            shown = 0
            for row in _children(top):
                fits = (
                    rank(query, [row.text(0), row.data(0, Qt.ItemDataRole.UserRole), row.text(1)])
                    is not None
                )
                row.setHidden(not fits)
                shown += fits
            top.setHidden(not shown)


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for k in range(item.childCount()) if (child := item.child(k)) is not None]
