"""A list as a table worked by keys: Enter goes on and adds rows, Insert, Delete, Alt with ↑ and ↓,
paste and undo.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.dialogs.house_words.pasting import pasted_rows
from desktop.dialogs.house_words.table_model import PROBLEM, WordTableModel
from desktop.theme import current_theme
from desktop.widgets import RowDelegate
from desktop.widgets.rows import row_height

FIRST_COLUMN = 240
"""Pixels of the first column; the second has the rest."""

Hint = QAbstractItemDelegate.EndEditHint
Key = Qt.Key


class CellDelegate(RowDelegate):
    """Cells with a line round the current one; those that cannot stand as they are stand out."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a cell."""
        theme, wrong = current_theme(), bool(index.data(PROBLEM))
        if wrong:
            painter.fillRect(option.rect, QColor(theme.error_soft))
        super().paint(painter, option, index)
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if wrong or current:
            painter.save()
            painter.setPen(QPen(QColor(theme.error if wrong else theme.accent), 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
            painter.restore()


class WordTable(QTableView):
    """Edits the rows of a model. `pasted` carries how many rows were added and how many changed."""

    pasted = Signal(int, int)

    def __init__(self, model: WordTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setObjectName("word-list")
        self.setAccessibleName(model.sheet.title)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table; in an open cell it goes on
        self.setCornerButtonEnabled(False)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if model.columnCount() > 1:
            self.setColumnWidth(0, FIRST_COLUMN)
        side = self.verticalHeader()
        side.setVisible(model.sheet.ordered)
        side.setDefaultSectionSize(row_height(self))
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self._acts: dict[int, Callable[[], None]] = {
            Key.Key_Return: self.edit_current,
            Key.Key_Enter: self.edit_current,
            Key.Key_Insert: self.add,
            Key.Key_Delete: self.remove,
            Key.Key_Backspace: self.remove,
        }

    # -- what can be done --------------------------------------------------------------------------

    @property
    def chosen(self) -> list[int]:
        """The rows that are selected, in order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    @property
    def _below(self) -> int:
        """Where new rows go: below the current one, else behind all."""
        current = self.currentIndex()
        return current.row() + 1 if current.isValid() else len(self._rows.rows)

    def add(self) -> None:
        """A new row below the current one, its first cell open."""
        at = self._below
        self._rows.insert(at)
        self._open(at, 0)

    def remove(self) -> None:
        """Take the selected rows out; the one after them is current then."""
        numbers = self.chosen
        if numbers:
            self._rows.remove(set(numbers))
            self.choose(min(numbers[0], len(self._rows.rows) - 1))

    def move_by(self, by: int) -> None:
        """Move the current row up (−1) or down (1), where all rows are to be seen."""
        current = self.currentIndex()
        hidden = any(map(self.isRowHidden, range(len(self._rows.rows))))
        if current.isValid() and self._rows.sheet.ordered and not hidden:
            self.choose(self._rows.move(current.row(), by), current.column())

    def undo(self) -> None:
        """Take the last step back."""
        current = self.currentIndex()
        self._rows.undo()
        self.choose(min(current.row(), len(self._rows.rows) - 1), max(0, current.column()))

    def copy(self) -> None:
        """Put the selected rows on the clipboard, as Excel and WPS take them."""
        lines = ("\t".join(self._rows.rows[number]) for number in self.chosen)
        QApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Put the rows on the clipboard below the current one."""
        sheet = self._rows.sheet
        given = pasted_rows(QApplication.clipboard().text(), sheet.columns, sheet.read_line)
        if not given:
            return
        added, updated = self._rows.take(given, self._below)
        names = [row[0] for row in self._rows.rows]
        self.choose(names.index(given[-1][0]))
        self.pasted.emit(added, updated)

    def choose(self, row: int, column: int = 0) -> None:
        """Make a cell the current one, in view."""
        index = self._rows.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def edit_current(self) -> None:
        """Open the current cell."""
        index = self.currentIndex()
        if index.isValid():
            self.edit(index)

    def _open(self, row: int, column: int) -> None:
        self.choose(row, column)
        self.setFocus()
        self.edit_current()

    # -- keys --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """The keys of the table; what it does not know is Qt's."""
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()  # Enter in an open cell comes by here before the cell is closed
            return
        acts = {
            QKeySequence.StandardKey.Copy: self.copy,
            QKeySequence.StandardKey.Paste: self.paste,
            QKeySequence.StandardKey.Undo: self.undo,
        }
        act = next((act for keys, act in acts.items() if event.matches(keys)), None)
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.AltModifier and event.key() in {Key.Key_Up, Key.Key_Down}:
            self.move_by(-1 if event.key() == Key.Key_Up else 1)
        elif act is None and plain == Qt.KeyboardModifier.NoModifier:
            act = self._acts.get(event.key())
            if act is None:
                super().keyPressEvent(event)
                return
        if act is not None:
            act()
        event.accept()

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:  # noqa: N802, Qt's name
        """After Enter the next cell is open if there is nothing in it; after the last cell of a
        list that grows, a new row.
        """
        on, back = Hint.EditNextItem, Hint.EditPreviousItem
        goes_on = hint in {Hint.SubmitModelCache, on}
        super().closeEditor(editor, Hint.NoHint if hint != back else back)
        current = self.currentIndex()
        if goes_on and current.isValid():
            self._go_on(current.row(), current.column(), opens=hint == on)

    def _go_on(self, row: int, column: int, *, opens: bool) -> None:
        rows = self._rows.rows
        if not any(rows[row]):  # an empty row is where typing ends
            return
        if column + 1 < len(self._rows.sheet.columns):
            column += 1
        elif row + 1 < len(rows):
            row, column = row + 1, 0
        else:
            self.add()
            return
        self.choose(row, column)
        if opens or not rows[row][column]:
            self.edit_current()
