"""版式设计 in the window: the panel in the inspector's place, the handles on the pages, the stock
layout while a button is held.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from desktop.actions import Actions
from desktop.canvas.overlays import Overlay
from desktop.canvas.view import PageView
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.errors import BanxinError
from layouts.house.load import layout_of
from layouts.issue import edits

if TYPE_CHECKING:
    from desktop.panels.design.panel import LayoutPanel

LIKED = 348
"""Pixels that the panel begins with, where the pages keep as much as they need."""

NARROWEST = 312

MENU = ("layout-package.save", "layout-package.install", "", "layout.stock")
"""Commands that the panel has at hand."""


class Designing(QObject):
    """Opens and closes the panel. `changed`: it was, or what it can do is another now."""

    changed = Signal()

    def __init__(self, services: Services, view: PageView) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session
        self._view = view
        self._columns: QSplitter | None = None
        self._inspector: QWidget | None = None
        self._actions: Actions | None = None
        self._inspector_shown = True
        self.panel: LayoutPanel | None = None
        self._session.opened.connect(self.close)
        self._session.issue_changed.connect(self._follow)

    def stand_in(self, columns: QSplitter, inspector: QWidget, actions: Actions) -> None:
        """The columns of the window, what stands where the panel is going to, and the window's
        commands.
        """
        self._columns, self._inspector, self._actions = columns, inspector, actions
        inspector.installEventFilter(self)

    # -- open and closed ---------------------------------------------------------------------------

    def is_open(self) -> bool:
        """Whether the panel is to be seen."""
        return self.panel is not None

    def toggle(self) -> None:
        """Open the panel, or close it."""
        self.close() if self.is_open() else self.open()

    def open(self) -> None:
        """Show the panel in the inspector's place, and handles at the type area; not on a document
        that may not be changed.
        """
        if (
            self._columns is None
            or self._inspector is None
            or self._actions is None
            or self.is_open()
            or self._session.issue is None
            or self._session.refuses()
        ):
            return
        from desktop.panels.design.panel import LayoutPanel

        sizes = self._columns.sizes()
        self._inspector_shown = not self._inspector.isHidden()
        panel = LayoutPanel(self._session, self._actions.menu(MENU, self._columns))
        panel.setMinimumWidth(NARROWEST)
        panel.closed.connect(self.close)
        panel.stock_wanted.connect(self._show_stock)
        self.panel = panel
        self._inspector.hide()
        self._columns.addWidget(panel)
        width = max(LIKED, sizes[-1])
        room = sum(sizes) - sizes[0]
        self._columns.setSizes([sizes[0], room - width, 0, width])
        panel.follow()
        panel.page.setFocus()
        self._view.set_overlay(Overlay.DESIGN, on=True)
        self.changed.emit()

    def show_style(self, style: str) -> None:
        """Open the panel at a style, its face first."""
        self.open()
        if self.panel is not None:
            self.panel.show_style(style)

    def close(self) -> None:
        """Give the place back to the inspector."""
        panel, self.panel = self.panel, None
        if panel is None or self._columns is None or self._inspector is None:
            return
        self._show_stock(shown=False)
        focus = QApplication.focusWidget()
        had_keys = focus is None or panel.isAncestorOf(focus)
        panel.hide()
        panel.setParent(None)
        panel.deleteLater()
        self._inspector.setVisible(self._inspector_shown)
        self._view.set_overlay(Overlay.DESIGN, on=False)
        if had_keys:
            self._view.setFocus()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Who asks for the inspector gets it: one of the two is there."""
        if (
            watched is self._inspector
            and event.type() is QEvent.Type.ShowToParent
            and self.is_open()
        ):
            self._inspector_shown = True
            self.close()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        if self._session.issue is None:
            self.close()

    # -- acts --------------------------------------------------------------------------------------

    def reset_all(self) -> None:
        """Give everything that the issue has otherwise back to its layout."""
        issue = self._session.issue
        if issue is not None:
            self._session.do(tr("恢复库存版式"), edits.reset_design(issue).issue)

    def _show_stock(self, shown: bool) -> None:
        """Show the pages in the stock layout for as long as this holds."""
        issue = self._session.issue
        if issue is None or not shown:
            self._session.show_meanwhile(None)
            return
        stock = edits.reset_design(issue).issue
        try:
            layout = layout_of(stock)
        except BanxinError as error:
            self._services.fail(error)
            return
        self._session.show_meanwhile(stock, layout)
