"""The context menus of a window: the commands that belong to what is under the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from desktop.actions import Actions
from desktop.panels.findings import FindingsPanel
from desktop.session import Session
from desktop.window_parts.context import context_keys, finding_keys, tree_keys


class ContextMenus(QObject):
    """Opens them where they are asked for, over the window they belong to."""

    def __init__(
        self, session: Session, actions: Actions, findings: FindingsPanel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._actions = actions
        self._findings = findings
        self._window = window

    def over_pages(self, at: QPoint) -> None:
        """The commands of what is selected on the pages or in the page flow."""
        self._open(context_keys(self._session), at)

    def over_tree(self, at: QPoint) -> None:
        """The same commands over the issue's tree, and those that add to it."""
        self._open(tree_keys(self._session), at)

    def over_finding(self, at: QPoint) -> None:
        """What can be done about the finding that is chosen."""
        finding = self._findings.current
        if finding is not None:
            self._open(finding_keys(finding, self._session.findings), at)

    def _open(self, keys: Sequence[str], at: QPoint) -> None:
        menu = self._actions.menu(keys, self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
