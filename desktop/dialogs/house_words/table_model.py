"""The rows of a list for a table view: edited in place, and taken back step by step."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.dialogs.house_words.lists import WordSheet
from desktop.dialogs.house_words.rows import CellProblem, Rows, taken

Index = QModelIndex | QPersistentModelIndex

PROBLEM = Qt.ItemDataRole.UserRole
"""The role of the sentence that says what is wrong with a cell."""

NO_INDEX = QModelIndex()

Role = Qt.ItemDataRole


class WordTableModel(QAbstractTableModel):
    """The rows of one list. `changed`: they are others now."""

    changed = Signal()

    def __init__(self, sheet: WordSheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.rows: Rows = ()
        self.problems: list[CellProblem] = []
        self._sentences: dict[tuple[int, int], str] = {}
        self._before: list[Rows] = []

    def show_rows(self, rows: Rows) -> None:
        """Show these; there is nothing to take back."""
        self._before.clear()
        self._put(rows)

    # -- what can be done --------------------------------------------------------------------------

    def insert(self, at: int) -> None:
        """A new row before the one at `at`."""
        empty = ("",) * len(self.sheet.columns)
        self._do((*self.rows[:at], empty, *self.rows[at:]))

    def remove(self, numbers: Collection[int]) -> None:
        """Take rows out."""
        kept = (row for number, row in enumerate(self.rows) if number not in numbers)
        self._do(tuple(kept))

    def move(self, number: int, by: int) -> int:
        """Move a row up (−1) or down (1); where it stands then."""
        to = number + by
        if not 0 <= to < len(self.rows):
            return number
        rows = list(self.rows)
        rows.insert(to, rows.pop(number))
        self._do(tuple(rows))
        return to

    def take(self, given: Rows, at: int) -> tuple[int, int]:
        """Put given rows before the one at `at`; how many are new, and how many were there by name
        and are otherwise now.
        """
        rows, added, updated = taken(self.rows, given, at)
        self._do(rows)
        return added, updated

    def undo(self) -> None:
        """Take the last step back."""
        if self._before:
            self._put(self._before.pop())

    def _do(self, rows: Rows) -> None:
        if rows != self.rows:
            self._before.append(self.rows)
            self._put(rows)

    def _put(self, rows: Rows) -> None:
        # as many rows as before are others in their places: an editor that is open stays so
        anew = len(rows) != len(self.rows)
        if anew:
            self.beginResetModel()
        self.rows = rows
        self.problems = self.sheet.problems(rows)
        self._sentences = {(row, column): said for row, column, said in reversed(self.problems)}
        if anew:
            self.endResetModel()
        elif rows:
            last = self.index(len(rows) - 1, len(self.sheet.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.changed.emit()

    # -- what Qt asks ------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802, Qt's name
        """As many as there are rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802, Qt's name
        """As many as the list has columns."""
        return 0 if parent.isValid() else len(self.sheet.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """The cell, or what is wrong with it."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in {Role.DisplayRole, Role.EditRole}:
            return self.rows[row][column]
        if role in {PROBLEM, Role.ToolTipRole, Role.AccessibleDescriptionRole}:
            return self._sentences.get((row, column))
        return None

    def setData(  # noqa: N802, Qt's name
        self, index: Index, value: object, role: int = Role.EditRole
    ) -> bool:
        """Take what was typed into a cell."""
        if role != Role.EditRole or not index.isValid():
            return False
        number, column = index.row(), index.column()
        row = list(self.rows[number])
        row[column] = self.sheet.columns[column].cleaned(str(value))
        self._do((*self.rows[:number], tuple(row), *self.rows[number + 1 :]))
        return True

    def headerData(  # noqa: N802, Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The headings; before each row its number, which is the rank in a list that is ordered."""
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Role.DisplayRole else None
        if role == Role.DisplayRole:
            return self.sheet.columns[section].heading
        if role == Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be chosen and edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable
