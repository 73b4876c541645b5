"""Readings proposed (注音): a list of words, each with its readings to choose from, of which those
that are ticked are put above the words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets import SegmentedControl, set_property, tall_rows
from desktop.words import tr
from layouts.issue.edits import TextSpan
from layouts.issue.edits.tree import text_of
from layouts.issue.issue import Issue
from layouts.text.pinyin import ReadingProposal

Sought = Callable[[], Sequence[ReadingProposal]]
"""Looks for words when it is asked."""

WORDS, CONTEXT, READING = range(3)
"""The columns of the list."""

AROUND: Final = 8
"""Characters shown before and after a word."""

FEW: Final = 8
"""Of so many words that were selected all are ticked; of more the rare ones."""

SIZE: Final = (640, 480)
READING_WIDTH: Final = 220
"""Pixels."""


class ReadingsDialog(QDialog):
    """`scopes` are what can be looked through, by name: the first is shown. `given` carries the
    words that were ticked, as spans with their readings.
    """

    given = Signal(object)

    def __init__(self, issue: Issue, scopes: Mapping[str, Sought], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("propose-readings")
        self.setWindowTitle(tr("建议注音"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._issue, self._scopes = issue, scopes
        self.scope = SegmentedControl([(name, name, None) for name in scopes])
        self.scope.setAccessibleName(tr("范围"))
        self.scope.set_value(next(iter(scopes)))
        self.scope.valueChanged.connect(self._look)
        self.list = self._table()
        self.list.itemChanged.connect(self._count)
        self.said = QLabel(wordWrap=True)
        set_property(self.said, "role", "quiet")
        self.all, self.none = QPushButton(tr("全选")), QPushButton(tr("全不选"))
        for button, state in ((self.all, True), (self.none, False)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, state=state: self._tick(ticked=state))
        row = QHBoxLayout()
        for widget in (self.all, self.none):
            row.addWidget(widget)
        row.addWidget(self.said, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(8)
        box.addWidget(self.scope)
        box.addWidget(self.list, 1)
        box.addLayout(row)
        box.addWidget(self._buttons())
        self.resize(*SIZE)
        self._look()
        self.list.setFocus()

    def chosen(self) -> list[tuple[TextSpan, str]]:
        """The words that are ticked and have a reading, as spans with it."""
        found: list[tuple[TextSpan, str]] = []
        for row in self._rows():
            said = " ".join(self.reading(row).currentText().split())
            if said and row.checkState(WORDS) is Qt.CheckState.Checked:
                proposal: ReadingProposal = row.data(WORDS, Qt.ItemDataRole.UserRole)
                found.append((TextSpan(*proposal[:3]), said))
        return found

    def reading(self, row: QTreeWidgetItem) -> QComboBox:
        """The control of a row with its readings."""
        box = self.list.itemWidget(row, READING)
        return cast("QComboBox", box)

    def _table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setAccessibleName(tr("建议的注音"))
        table.setHeaderLabels([tr("字词"), tr("上下文"), tr("读音")])
        table.setRootIsDecorated(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tall_rows(table)
        header = table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(CONTEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(READING, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(READING, READING_WIDTH)
        return table

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("加上注音"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("取消"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.given.emit(self.chosen()))
        return buttons

    def _look(self) -> None:
        """Show the words of the scope that is chosen."""
        proposals = self._scopes[str(self.scope.value())]()
        # a row that is being made has no readings yet
        with QSignalBlocker(self.list):
            self.list.clear()
            for proposal in proposals:
                self._add(proposal, ticked=proposal.rare or len(proposals) <= FEW)
        for first in self._rows()[:1]:
            self.list.setCurrentItem(first)
        self._count()

    def _add(self, proposal: ReadingProposal, *, ticked: bool) -> None:
        row = QTreeWidgetItem(self.list, [proposal.words, self._context(proposal), ""])
        row.setData(WORDS, Qt.ItemDataRole.UserRole, proposal)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        known = ticked and bool(proposal.readings)
        row.setCheckState(WORDS, Qt.CheckState.Checked if known else Qt.CheckState.Unchecked)
        row.setToolTip(CONTEXT, row.text(CONTEXT))
        box, typed = QComboBox(), QLineEdit()
        typed.setPlaceholderText(tr("没有查到，请填写"))
        box.setLineEdit(typed)
        box.addItems(proposal.readings)
        box.setAccessibleName(tr("“{words}”的读音", words=proposal.words))
        self.list.setItemWidget(row, READING, box)
        box.currentTextChanged.connect(self._count)

    def _context(self, proposal: ReadingProposal) -> str:
        """The words with what stands before and after them."""
        string = text_of(self._issue, proposal.place).string.replace("\u2028", "")
        first, last = max(0, proposal.start - AROUND), proposal.end + AROUND
        before = "…" if first else ""
        after = "…" if last < len(string) else ""
        return f"{before}{string[first:last]}{after}"

    def _rows(self) -> list[QTreeWidgetItem]:
        rows = (self.list.topLevelItem(k) for k in range(self.list.topLevelItemCount()))
        return [row for row in rows if row is not None]

    def _tick(self, *, ticked: bool) -> None:
        for row in self._rows():
            row.setCheckState(WORDS, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _count(self) -> None:
        """Say how many there are, and how many will be put."""
        rows = self._rows()
        chosen = len(self.chosen())
        self.said.setText(
            tr("{n} 处，选了 {chosen} 处", n=len(rows), chosen=chosen)
            if rows
            else tr("没有要注音的字。")
        )
        self.ok.setEnabled(chosen > 0)
        for button in (self.all, self.none):
            button.setEnabled(bool(rows))
