"""检查: what was found in the issue, the worst first; each leads to what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QStackedLayout, QVBoxLayout, QWidget

from desktop.panels.findings_rows import FindingDelegate
from desktop.panels.flow import flow_of
from desktop.panels.jump import place_of_finding, selection_of_finding
from desktop.panels.signs import LEVELS, level_name, sentence
from desktop.session import Session
from desktop.widgets import EmptyHint, SegmentedControl
from desktop.words import tr
from layouts.errors import Finding, Level

__all__ = ["FindingsPanel", "place_of_finding"]

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


FILTER = 260
"""Pixels of the choice of levels."""


class FindingsModel(QAbstractListModel):
    """Findings under the heading of their level. A row is a Finding or, for a heading, a level."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Finding | Level] = []

    def show(self, findings: Sequence[Finding], only: Level | None) -> bool:
        """Show findings, of one level only where it is named; whether anything changed."""
        rows: list[Finding | Level] = []
        for level in LEVELS:
            found = [finding for finding in findings if finding.level == level]
            if found and only in {None, level}:
                rows.append(level)
                rows.extend(sorted(found, key=_page))
        if rows == self.rows:
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def row_of(self, finding: Finding) -> QModelIndex:
        """Where a finding stands; no row where it does not."""
        return self.index(self.rows.index(finding)) if finding in self.rows else QModelIndex()

    def row(self, index: Index) -> Finding | Level:
        """What stands in a row."""
        return self.rows[index.row()]

    def finding(self, index: Index) -> Finding | None:
        """The finding of a row; None for a heading."""
        row = self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None
        return row if isinstance(row, Finding) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802, Qt's name
        """All rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence; for screen readers with level and page."""
        row = self.rows[index.row()]
        if not isinstance(row, Finding):
            count = sum(isinstance(other, Finding) and other.level == row for other in self.rows)
            return f"{level_name(row)} {count}" if role in _TEXTS else None
        if role == Qt.ItemDataRole.DisplayRole:
            return sentence(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            page = tr("，第 {page} 页", page=row.page) if row.page else ""
            return f"{level_name(row.level)}{tr('：')}{sentence(row)}{page}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{sentence(row)}\n{row.source}" if row.source is not None and row.source.line else None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        flags = Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsSelectable if self.finding(index) is not None else Qt.ItemFlag.NoItemFlags


def _page(finding: Finding) -> int:
    return finding.page or 0


_TEXTS = {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)}


class FindingsPanel(QWidget):
    """The list of findings. `finding_activated`: a finding was chosen, what it is about is selected already."""

    finding_activated = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.flow = flow_of(session)
        self.model = FindingsModel(self)
        self.setAccessibleName(tr("检查结果"))
        self._make()
        self._lay_out()
        self.flow.changed.connect(self.follow)
        session.file_changed.connect(self.follow)
        self.follow()

    def _make(self) -> None:
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.filter = SegmentedControl([(None, tr("全部"), None), *((level, level_name(level), None) for level in LEVELS)], self)
        self.filter.setAccessibleName(tr("只看"))
        self.filter.set_value(None)
        self.filter.valueChanged.connect(self.follow)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindingDelegate(self.list, self.model.row))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(tr("检查结果"))
        self.list.clicked.connect(self._activate)
        self.list.installEventFilter(self)
        self.empty = EmptyHint("ok", tr("没有发现问题"), tr("改动稿件后会自动再查一遍。"), self)
        self.blocking = QLabel(tr("有错误时不能导出，请先改正错误。"))
        self.blocking.setProperty("role", "error")
        self.blocking.setWordWrap(True)

    def _lay_out(self) -> None:
        self.stack = QStackedLayout()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.filter.setFixedWidth(FILTER)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 6)
        top.setSpacing(16)
        top.addWidget(self.heading)
        top.addWidget(self.filter)
        top.addWidget(self.blocking, 1)
        top.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self.stack, 1)
        self.setFocusProxy(self.list)

    def follow(self, _changed: object = None) -> None:
        """Show the findings of the pages as they are now."""
        findings = self.session.findings if self.session.edition is not None else ()
        current = self.model.finding(self.list.currentIndex())
        levels: dict[object, Level] = {level: level for level in LEVELS}
        if self.model.show(findings, levels.get(self.filter.value())) and current is not None:
            self.list.setCurrentIndex(self.model.row_of(current))
        errors = sum(finding.level == "error" for finding in findings)
        self.heading.setText(tr("检查 · {n} 条", n=len(findings)) if findings else tr("检查"))
        self.blocking.setVisible(errors > 0)
        self.filter.setVisible(bool(findings))
        self.stack.setCurrentWidget(self.list if self.model.rows else self.empty)
        self.empty.say(
            tr("没有这一类问题") if findings else tr("没有发现问题"),
            tr("可以看看“全部”。") if findings else tr("改动稿件后会自动再查一遍。"),
        )

    def next(self, by: int = 1) -> None:
        """Go to the next finding (or the one before, −1), round the end."""
        rows = [row for row, value in enumerate(self.model.rows) if isinstance(value, Finding)]
        if not rows:
            return
        current = self.list.currentIndex().row()
        at = rows.index(current) + by if current in rows else 0 if by > 0 else -1
        index = self.model.index(rows[at % len(rows)])
        self.list.setCurrentIndex(index)
        self._activate(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Enter or Space goes to the finding."""
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys:
            self._activate(self.list.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _activate(self, index: QModelIndex) -> None:
        finding = self.model.finding(index)
        if finding is None or self.session.issue is None:
            return
        selection = selection_of_finding(self.session.issue, finding)
        if selection is not None:
            self.session.select(selection)
        self.finding_activated.emit(finding)
