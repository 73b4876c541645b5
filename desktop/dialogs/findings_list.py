"""Findings as a list in a dialog: level, sentence, page; Enter or a button goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.icons import icon
from desktop.widgets.rows import tall_rows
from desktop.words import language, tr
from layouts.errors import Finding, Level

ORDER: tuple[Level, ...] = ("error", "warning", "notice")


def level_word(level: Level) -> str:
    """What a level is called."""
    return {"error": tr("错误"), "warning": tr("提醒"), "notice": tr("说明")}[level]


def sentence(finding: Finding) -> str:
    """What a finding says, in the editor's language."""
    return finding.zh if language() == "zh" else finding.en


def counted(findings: Sequence[Finding]) -> str:
    """How many there are of each level."""
    counts = {level: sum(finding.level == level for finding in findings) for level in ORDER}
    return tr(
        "{errors} 个错误，{warnings} 个提醒，{notices} 条说明",
        errors=counts["error"],
        warnings=counts["warning"],
        notices=counts["notice"],
    )


class FindingsList(QTreeWidget):
    """Findings, errors first. `chosen` carries the one to go to."""

    chosen = Signal(object)

    def __init__(self, findings: Sequence[Finding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("检查结果"))
        self.setHeaderLabels([tr("级别"), tr("内容"), tr("页")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        tall_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in (0, 2):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.itemActivated.connect(self._choose)
        self.show_findings(findings)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings instead of those before, errors first."""
        self.clear()
        for finding in sorted(findings, key=lambda finding: ORDER.index(finding.level)):
            row = QTreeWidgetItem(
                self, [level_word(finding.level), sentence(finding), str(finding.page or "")]
            )
            row.setIcon(
                0, icon({"error": "error", "warning": "warning", "notice": "notice"}[finding.level])
            )
            row.setToolTip(1, sentence(finding))
            row.setData(0, Qt.ItemDataRole.UserRole, finding)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, Qt.ItemDataRole.UserRole))

    @property
    def current(self) -> Finding | None:
        """The finding that stands out."""
        item = self.currentItem()
        return item.data(0, Qt.ItemDataRole.UserRole) if item else None
