"""What fitting changed, with ticks; and what a person could change instead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop.widgets.rows import WrappedRows
from desktop.words import spoken, tr
from layouts.fitting.change import FitChange, FitSuggestion

NUMBER = Qt.ItemDataRole.UserRole

TICKED, EMPTY = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class FitChangeList(QTreeWidget):
    """`ticked`: others are ticked now; `looked_at` carries the number of the change that stands
    out.
    """

    ticked = Signal()
    looked_at = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        _set_up(self, tr("改动"))
        self._changes: Sequence[FitChange] = ()
        self.itemChanged.connect(self._tell_ticks)
        self.currentItemChanged.connect(self._tell)

    def show_changes(self, changes: Sequence[FitChange]) -> None:
        """List these, all of them ticked."""
        self._changes = changes
        with QSignalBlocker(self):
            self.clear()
            for number, change in enumerate(changes):
                # what is of the whole issue stands on no page of its own
                page = change.page if change.place is not None else 0
                row = _row(self, number, spoken(change), page)
                row.setCheckState(0, TICKED)
        self.look_at(0)

    @property
    def chosen(self) -> list[FitChange]:
        """The changes that are ticked."""
        return [
            change
            for number, change in enumerate(self._changes)
            if (row := self.topLevelItem(number)) and row.checkState(0) is TICKED
        ]

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all, or none."""
        with QSignalBlocker(self):
            for number in range(self.topLevelItemCount()):
                row = self.topLevelItem(number)
                if row is not None:
                    row.setCheckState(0, TICKED if ticked else EMPTY)
        self.viewport().update()
        self.ticked.emit()

    def look_at(self, number: int) -> None:
        """Have a change stand out."""
        row = self.topLevelItem(number)
        if row is not None:
            self.setCurrentItem(row)

    def _tell_ticks(self, _row: QTreeWidgetItem) -> None:
        self.ticked.emit()

    def _tell(self, row: QTreeWidgetItem | None) -> None:
        if row is not None:
            self.looked_at.emit(int(row.data(0, NUMBER)))


class FitSuggestionList(QTreeWidget):
    """`wanted` carries the edit to go to."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        _set_up(self, tr("可以手改的地方"))
        self._edits: Sequence[FitSuggestion] = ()
        self.itemActivated.connect(self._ask)
        self.itemClicked.connect(self._ask)

    def show_edits(self, edits: Sequence[FitSuggestion]) -> None:
        """List these."""
        self._edits = edits
        self.clear()
        for number, edit in enumerate(edits):
            _row(self, number, spoken(edit), edit.page)

    def _ask(self, row: QTreeWidgetItem) -> None:
        self.wanted.emit(self._edits[int(row.data(0, NUMBER))])


def _set_up(tree: QTreeWidget, name: str) -> None:
    tree.setAccessibleName(name)
    tree.setHeaderLabels([name, tr("页")])
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(False)
    tree.setFrameShape(QTreeWidget.Shape.NoFrame)
    tree.setItemDelegate(WrappedRows(tree, 0))
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)


def _row(tree: QTreeWidget, number: int, words: str, page: int) -> QTreeWidgetItem:
    row = QTreeWidgetItem(tree, [words, str(page or "")])
    row.setData(0, NUMBER, number)
    row.setToolTip(0, words)
    row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return row
