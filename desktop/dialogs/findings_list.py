"""Findings as a list in a dialog: level, sentence, page; Enter or a button goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.icons import icon
from desktop.panels.signs import level_name, sentence, worst
from desktop.widgets.rows import WrappedRows, tall_rows
from desktop.words import tr
from layouts.errors import Finding, Level

FILE_WIDTH = 150
"""Pixels of the column with names of files: the sentence has the rest."""

ORDER: tuple[Level, ...] = ("error", "warning", "notice")


def counted(findings: Sequence[Finding]) -> str:
    """How many there are of each level."""
    counts = {level: sum(finding.level == level for finding in findings) for level in ORDER}
    return tr(
        "{errors} 个错误，{warnings} 个提醒，{notices} 条说明",
        errors=counts["error"],
        warnings=counts["warning"],
        notices=counts["notice"],
    )


def page_of(finding: Finding) -> str:
    """The number of its page, empty where it has none."""
    return str(finding.page or "")


def file_of(finding: Finding) -> str:
    """The name of the file it is about, empty where it names none."""
    return Path(finding.source.file).name if finding.source is not None else ""


class FindingsList(QTreeWidget):
    """Findings, errors first, each with its page or with what else `place` says of where it is.
    `chosen` carries the one to go to.
    """

    chosen = Signal(object)

    def __init__(
        self,
        findings: Sequence[Finding],
        parent: QWidget | None = None,
        place: Callable[[Finding], str] = page_of,
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._worst: Level | None = None
        self.setAccessibleName(tr("检查结果"))
        pages = place is page_of
        self.setHeaderLabels([tr("级别"), tr("内容"), tr("页") if pages else tr("稿件")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        tall_rows(self)
        if not pages:  # it has a page of its own, and room for whole sentences
            self.setItemDelegate(WrappedRows(self, 1))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in (0, 2):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        if not pages:
            self.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
            self.header().resizeSection(2, FILE_WIDTH)
        self.itemActivated.connect(self._choose)
        self.show_findings(findings)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings instead of those before, errors first."""
        before = self.current
        self.clear()
        for finding in sorted(findings, key=lambda finding: ORDER.index(finding.level)):
            row = QTreeWidgetItem(
                self, [level_name(finding.level), sentence(finding), self._place(finding)]
            )
            row.setIcon(
                0, icon({"error": "error", "warning": "warning", "notice": "notice"}[finding.level])
            )
            row.setToolTip(1, sentence(finding))
            row.setToolTip(2, row.text(2))
            row.setData(0, Qt.ItemDataRole.UserRole, finding)
        rows = [self.topLevelItem(k) for k in range(self.topLevelItemCount())]
        # the one that stood out does so still, unless something worse has come
        level = worst(findings)
        kept = before if level == self._worst else None
        self._worst = level
        known = [row for row in rows if row and row.data(0, Qt.ItemDataRole.UserRole) == kept]
        first = next(iter(known or rows), None)
        if first is not None:
            self.setCurrentItem(first)

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, Qt.ItemDataRole.UserRole))

    @property
    def current(self) -> Finding | None:
        """The finding that stands out."""
        item = self.currentItem()
        return item.data(0, Qt.ItemDataRole.UserRole) if item else None
