"""What the window shows while an issue is open: issue, pages and inspector beside each other, the
findings under the pages, the page flow below all.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from desktop.canvas.view import PageView
from desktop.dialogs.find_bar import FindBar
from desktop.keeping.bars import Bars
from desktop.panels.findings import FindingsPanel
from desktop.panels.inspector import Inspector
from desktop.panels.issue import IssuePanel
from desktop.panels.ribbon import PageFlowRibbon
from desktop.session import Session
from desktop.theme import text_scale
from desktop.words import tr

FINDINGS_HEIGHT = 200
"""Pixels of the findings under the pages: five of them."""

NARROWEST_ISSUE, NARROWEST_PAGES, NARROWEST_INSPECTOR = 200, 320, 292
"""Pixels that the three columns have at least, for text of the usual size."""


class EditorPage(QWidget):
    """The panels round the pages.

    It stands in the window before it is filled: each time a widget comes into another, Qt styles it
    and all in it anew.
    """

    def fill(self, session: Session, view: PageView, bars: Bars) -> None:
        """Put the panels of a session round its pages, the outermost first."""
        self.columns = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.rows = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        column, middle = _column(self), QWidget()
        column.addWidget(bars)
        column.addWidget(self.columns, 1)
        self.issue_panel = IssuePanel(session)
        self.columns.addWidget(self.issue_panel)
        self.columns.addWidget(middle)
        self._fill_middle(_column(middle), session, view)
        self.inspector = Inspector(session, self.columns)
        for k, (widget, stretch, least) in enumerate(
            (
                (self.issue_panel, 0, NARROWEST_ISSUE),
                (middle, 1, NARROWEST_PAGES),
                (self.inspector, 0, NARROWEST_INSPECTOR),
            )
        ):
            self.columns.setStretchFactor(k, stretch)
            widget.setMinimumWidth(round(least * (1 + (text_scale() - 1) / 2)))
        line = QFrame()
        line.setProperty("role", "line")
        column.addWidget(line)
        self.ribbon = PageFlowRibbon(session)
        column.addWidget(self.ribbon)

    def _fill_middle(self, column: QVBoxLayout, session: Session, view: PageView) -> None:
        self.searching, self.findings = FindBar(session), FindingsPanel(session)
        view.setAccessibleName(tr("版面"))
        self.findings.hide()
        column.addWidget(self.searching)
        column.addWidget(self.rows, 1)
        self.rows.addWidget(view)
        self.rows.addWidget(self.findings)
        self.rows.setStretchFactor(0, 1)
        self.rows.setSizes([800, FINDINGS_HEIGHT])


def _column(widget: QWidget) -> QVBoxLayout:
    """Takes what stands in a widget under each other without a gap."""
    box = QVBoxLayout(widget)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    return box
