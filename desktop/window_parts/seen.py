"""What is seen of a window's panels, kept while they are made anew in another language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from PySide6.QtCore import QByteArray, QModelIndex, QTimer
from PySide6.QtWidgets import QSplitter, QTreeView

from desktop.canvas.view import PageView
from desktop.dialogs.find_bar import FindBar
from desktop.panels.findings import FindingsPanel
from desktop.panels.inspector import Inspector
from desktop.panels.issue import IssuePanel
from desktop.tasks import Task
from desktop.window_parts.viewing import Viewing
from desktop.window_parts.watching import Watching


class Panels(Protocol):
    """Whose panels they are: a window's."""

    columns: QSplitter
    rows: QSplitter
    view: PageView
    issue_panel: IssuePanel
    inspector: Inspector
    searching: FindBar
    findings: FindingsPanel
    watching: Watching
    viewing: Viewing


class PanelState(NamedTuple):
    """How the panels stood."""

    columns: QByteArray
    rows: QByteArray
    tab: int
    open_rows: tuple[bool, ...]
    findings: bool
    needle: str
    replacement: str
    told_apart: tuple[bool, bool]
    searching: bool
    under_way: tuple[tuple[Task, str], ...]
    scrolled: tuple[int, int]

    @classmethod
    def of(cls, window: Panels) -> PanelState:
        """How a window's panels stand now."""
        return cls(
            window.columns.saveState(),
            window.rows.saveState(),
            window.inspector.tabs.currentIndex(),
            tuple(map(window.issue_panel.tree.isExpanded, _parents(window.issue_panel.tree))),
            not window.findings.isHidden(),
            window.searching.needle.text(),
            window.searching.replacement.text(),
            (window.searching.match_case.isChecked(), window.searching.match_width.isChecked()),
            not window.searching.isHidden(),
            window.watching.under_way(),
            (window.view.horizontalScrollBar().value(), window.view.verticalScrollBar().value()),
        )

    def show_in(self, window: Panels) -> None:
        """Have new panels of the same document stand so."""
        window.columns.restoreState(self.columns)
        window.rows.restoreState(self.rows)
        window.inspector.tabs.setCurrentIndex(self.tab)
        tree = window.issue_panel.tree
        for index, is_open in zip(_parents(tree), self.open_rows, strict=False):
            tree.setExpanded(index, is_open)
        if self.findings:
            window.viewing.show_findings(shown=True)
        case, width = self.told_apart
        window.searching.match_case.setChecked(case)
        window.searching.match_width.setChecked(width)
        window.searching.needle.setText(self.needle)
        window.searching.replacement.setText(self.replacement)
        window.searching.setVisible(self.searching)
        for task, sentence in self.under_way:
            window.watching.watch(task, sentence)
        view, (across, down) = window.view, self.scrolled

        def scroll() -> None:
            view.horizontalScrollBar().setValue(across)
            view.verticalScrollBar().setValue(down)

        # once the view has its place and size again
        QTimer.singleShot(0, view, scroll)


def _parents(tree: QTreeView) -> Iterator[QModelIndex]:
    """Rows that have rows below them, in the order of the tree."""
    model = tree.model()
    waiting = [QModelIndex()]
    while waiting:
        parent = waiting.pop()
        rows = (model.index(row, 0, parent) for row in range(model.rowCount(parent)))
        for index in filter(model.hasChildren, rows):
            yield index
            waiting.append(index)
