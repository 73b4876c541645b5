"""The rows of the findings: under the heading of their level, those that were accepted apart,
folded away at the end.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop.panels.mending import fix_name
from desktop.panels.signs import LEVELS, level_name, sentence
from desktop.words import tr
from layouts.errors import Finding, Level

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Folded(int):
    """The heading of what was accepted: how many there are."""


Row = Finding | Level | Folded
"""A finding, the heading of a level, or that of the accepted ones."""


class FindingsModel(QAbstractListModel):
    """Findings under the heading of their level, the accepted ones under one of their own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.unfolded = False

    def show(self, findings: Sequence[Finding], only: Level | None) -> bool:
        """Show findings, of one level only where it is named; whether anything changed."""
        rows: list[Row] = []
        for level in LEVELS:
            found = [
                finding for finding in findings if finding.level == level and not finding.reason
            ]
            if found and only in {None, level}:
                rows.append(level)
                rows.extend(sorted(found, key=_page))
        accepted = [finding for finding in findings if finding.reason]
        if accepted and only is None:
            rows.append(Folded(len(accepted)))
            rows.extend(sorted(accepted, key=_page) if self.unfolded else ())
        if rows == self.rows:
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def row_of(self, finding: Finding) -> QModelIndex:
        """Where a finding stands; no row where it does not."""
        return self.index(self.rows.index(finding)) if finding in self.rows else QModelIndex()

    def row(self, index: Index) -> Row:
        """What stands in a row."""
        return self.rows[index.row()]

    def finding(self, index: Index) -> Finding | None:
        """The finding of a row; None for a heading."""
        row = self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None
        return row if isinstance(row, Finding) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802, Qt's name
        """How many findings are shown; they have no rows below them."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence; for screen readers with level and page."""
        row = self.rows[index.row()]
        if isinstance(row, Folded):
            return tr("已接受 {n} 条", n=int(row)) if role in _TEXTS else None
        if not isinstance(row, Finding):
            count = sum(
                isinstance(other, Finding) and other.level == row and not other.reason
                for other in self.rows
            )
            return f"{level_name(row)} {count}" if role in _TEXTS else None
        if role == Qt.ItemDataRole.DisplayRole:
            return sentence(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            page = tr("，第 {page} 页", page=row.page) if row.page else ""
            fix = tr("，可以{fix}", fix=fix_name(row)) if row.fix else ""
            return f"{level_name(row.level)}{tr('：')}{sentence(row)}{page}{fix}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                f"{sentence(row)}\n{row.source}"
                if row.source is not None and row.source.line
                else None
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings of levels cannot be chosen; that of the accepted ones opens and folds them."""
        if self.finding(index) is None and not self.is_folder(index):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def is_folder(self, index: Index) -> bool:
        """Whether a row is the heading of the accepted findings."""
        return (
            index.isValid()
            and index.row() < len(self.rows)
            and isinstance(self.rows[index.row()], Folded)
        )

    def nearest(self, row: int) -> QModelIndex:
        """The finding at a row, else the next below, else the last above."""
        found = [k for k, value in enumerate(self.rows) if isinstance(value, Finding)]
        below = [k for k in found if k >= row]
        return self.index(below[0]) if below else self.index(found[-1]) if found else QModelIndex()


def _page(finding: Finding) -> int:
    return finding.page or 0


_TEXTS = {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)}
