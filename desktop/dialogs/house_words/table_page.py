"""A tab with one list: what it is for, its table, the buttons that add, remove and move rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelection, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.house_words.lists import WordSheet
from desktop.dialogs.house_words.table import WordTable
from desktop.dialogs.house_words.table_model import PROBLEM, WordTableModel
from desktop.icons import icon
from desktop.widgets import EmptyHint, set_property
from desktop.words import tr

LONG = 12
"""Rows from which a list has a field to search in: more are not seen at once."""


class WordTablePage(QWidget):
    """Edits the rows of one list."""

    def __init__(self, sheet: WordSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = WordTableModel(sheet, self)
        self.table = WordTable(self.model)
        self._make_parts(sheet)
        self._put_together(sheet)
        self.model.changed.connect(self._follow)
        self.model.modelReset.connect(self._search)
        self.table.selectionModel().selectionChanged.connect(self._follow_chosen)
        self.table.selectionModel().currentChanged.connect(self._follow_chosen)
        self.table.pasted.connect(self._say_pasted)
        self._follow()

    def take_focus(self) -> None:
        """Have the keys at the first row, or at the button that makes one."""
        self.table.choose(0)
        (self.table if self.model.rows else self.first).setFocus()

    def go_to(self, row: int, column: int) -> None:
        """Show a cell that cannot stand as it is."""
        self.search.clear()
        self.table.choose(row, column)
        self.table.setFocus()

    # -- its parts ---------------------------------------------------------------------------------

    def _make_parts(self, sheet: WordSheet) -> None:
        self.about = QLabel(sheet.about, wordWrap=True)
        set_property(self.about, "role", "quiet")
        self.search = QLineEdit(placeholderText=tr("在这一页里找"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("在这一页里找"))
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.empty = EmptyHint(
            "table",
            tr("这里还没有内容"),
            tr(
                "一行一条，如：{example}。也可以从 Excel、WPS 复制多行粘贴进来。",
                example=sheet.example,
            ),
        )
        self.first = self.empty.add_button(tr("添加"), self.table.add)
        self.empty.add_button(tr("粘贴"), self.table.paste)
        self.add = self._button("add", tr("添加一行（Insert）"), self.table.add)
        self.remove = self._button("remove", tr("删除选中的行（Delete）"), self.table.remove)
        self.up = self._button("move-up", tr("上移（Alt+↑）"), lambda: self.table.move_by(-1))
        self.down = self._button("move-down", tr("下移（Alt+↓）"), lambda: self.table.move_by(1))
        self.state = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.state.setAccessibleName(tr("状态"))

    def _button(self, icon_name: str, tip: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(act)
        return button

    def _put_together(self, sheet: WordSheet) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.add, self.remove, self.up, self.down):
            buttons.addWidget(button)
        buttons.addSpacing(8)
        buttons.addWidget(self.state, 1)
        for button in (self.up, self.down):
            button.setVisible(sheet.ordered)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.about, 1)
        head.addWidget(self.search)
        self.search.setFixedWidth(200)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self.stack, 1)
        box.addLayout(buttons)

    # -- following ---------------------------------------------------------------------------------

    def _follow(self) -> None:
        """What there is of the list, and what of it cannot stand."""
        rows = self.model.rows
        self.stack.setCurrentWidget(self.table if rows else self.empty)
        self.search.setVisible(len(rows) > LONG or bool(self.search.text()))
        self._follow_chosen()

    def _follow_chosen(self, _one: QItemSelection | None = None, _two: object = None) -> None:
        current, searching = self.table.currentIndex(), bool(self.search.text())
        last = len(self.model.rows) - 1
        self.remove.setEnabled(bool(self.table.chosen))
        self.up.setEnabled(current.isValid() and current.row() > 0 and not searching)
        self.down.setEnabled(current.isValid() and current.row() < last and not searching)
        self._say(str(current.data(PROBLEM) or "") or self._first_problem(), "error")

    def _first_problem(self) -> str:
        if not self.model.problems:
            return ""
        row, _, sentence = self.model.problems[0]
        return tr("第 {row} 行：{sentence}", row=row + 1, sentence=sentence)

    def _say(self, sentence: str, role: str) -> None:
        set_property(self.state, "role", role)
        self.state.setText(sentence)

    def _say_pasted(self, added: int, updated: int) -> None:
        if not self.model.problems:
            said = tr("添加了 {n} 行", n=added)
            changed = tr("改了 {n} 行", n=updated)
            self._say(f"{said}{tr('，')}{changed}" if updated else said, "quiet")

    # -- searching ---------------------------------------------------------------------------------

    def _search(self) -> None:
        """Only rows that have what is searched for."""
        wanted = self.search.text().strip().casefold()
        for number, row in enumerate(self.model.rows):
            found = not wanted or any(wanted in cell.casefold() for cell in row)
            self.table.setRowHidden(number, not found and any(row))
        self._follow_chosen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Enter in the search field goes to the rows, it does not close the dialog."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}
        ):
            self.table.setFocus()
            return True
        return super().eventFilter(watched, event)
