"""What was tidied, by rule: each can be switched off, and what it did is taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.widgets.rows import tall_rows
from desktop.words import language, spoken, tr
from layouts.importing.result import ImportedSource
from layouts.importing.tidying import RULES, Tidied, TidyChoice, TidyRule

WIDTHS = (240, 170, 170, 130)
"""Pixels of the columns at first."""

EXAMPLES = 12
"""Examples shown below a rule."""


class TidiedList(QTreeWidget):
    """The rules with what each changed. `chosen` carries the rules that are to be applied from now
    on, and the name of the act.
    """

    chosen = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("整理"))
        self.setHeaderLabels([tr("规则"), tr("原来"), tr("现在"), tr("在哪里")])
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        tall_rows(self)
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(len(WIDTHS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, WIDTHS[column])
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._choice = TidyChoice(frozenset())
        self.itemChanged.connect(self._switch)

    def show_tidied(self, sources: Sequence[ImportedSource], choice: TidyChoice) -> int:
        """Show what was done to these sources by such a choice; how many changes there are."""
        self._choice = choice
        groups: dict[str, list[tuple[str, Tidied]]] = defaultdict(list)
        for source in sources:
            name = source.path.name if len(sources) > 1 else ""
            for imported in source.brought:
                for change in imported.tidied:
                    groups[change.rule].append((name, change))
        tops = [item for k in range(self.topLevelItemCount()) if (item := self.topLevelItem(k))]
        open_ = {item.text(0) for item in tops if item.isExpanded()}
        self.blockSignals(True)
        self.clear()
        for rule in RULES:
            if groups[rule.name] or rule.name not in choice.names:
                self._add(rule, groups[rule.name], open_)
        self.blockSignals(False)
        return sum(map(len, groups.values()))

    def _add(self, rule: TidyRule, changes: Sequence[tuple[str, Tidied]], open_: set[str]) -> None:
        name = spoken(rule)
        counted = tr("{n} 处", n=len(changes)) if changes else tr("不整理")
        top = QTreeWidgetItem(self, [name, counted, "", ""])
        top.setData(0, Qt.ItemDataRole.UserRole, rule.name)
        on = rule.name in self._choice.names
        top.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        top.setToolTip(0, f"{name}\n{tr('取消勾选，这一类整理就撤回')}")
        for file, change in changes[:EXAMPLES]:
            where = change.where if language() == "zh" else change.where_en or change.where
            row = QTreeWidgetItem(top, [file, change.before, change.after, where])
            for column in range(len(WIDTHS)):
                row.setToolTip(column, row.text(column))
        if len(changes) > EXAMPLES:
            QTreeWidgetItem(top, [tr("还有 {n} 处", n=len(changes) - EXAMPLES), "", "", ""])
        top.setToolTip(1, name)
        top.setExpanded(name in open_ or not open_)

    def _switch(self, item: QTreeWidgetItem, column: int) -> None:
        name = item.data(0, Qt.ItemDataRole.UserRole)
        if column or not isinstance(name, str):
            return
        on = item.checkState(0) is Qt.CheckState.Checked
        names = self._choice.names | {name} if on else self._choice.names - {name}
        rule = item.text(0)
        act = tr("整理：{rule}", rule=rule) if on else tr("不整理：{rule}", rule=rule)
        self.chosen.emit(replace(self._choice, names=names), act)
