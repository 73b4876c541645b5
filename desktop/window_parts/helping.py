"""What helps: the guide at what has the focus (F1) and the context menu by keys where the platform
leaves Shift+F10 to us, in every window of the program; lists of commands and keys, and what the
program is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.actions import Actions
from desktop.guide.topics import topic_of
from desktop.window_parts.services import Services

if TYPE_CHECKING:
    from desktop.guide.window import GuideWindow

SERVED = "has-help"
"""The property of windows that have our keys."""


class Helping(QObject):
    """Help over the main window and over whatever dialog it opens."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._guide: GuideWindow | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101, for the type checker
        app.focusChanged.connect(self._follow)
        self._serve(services.window)

    def learn(self, areas: Mapping[str, QWidget], actions: Actions) -> None:
        """Know the areas of the window by the names that topics have for them, and what it can
        do.
        """
        self._actions = actions
        for name, area in areas.items():
            area.setObjectName(name)

    def show(self) -> None:
        """Open the guide at what has the focus, in the window that it stands in already."""
        focus = QApplication.focusWidget()
        guide = self._guide_over(QApplication.activeModalWidget())
        guide.show_topic(topic_of(focus, self._services.session.selection.kind))
        guide.show()
        guide.raise_()
        guide.activateWindow()

    def show_palette(self) -> None:
        """All commands behind one line."""
        from desktop.dialogs.palette import Palette

        Palette(self._actions, self._services.window).open_over(self._services.window)

    def show_shortcuts(self) -> None:
        """Show a list of all commands with their keys."""
        from desktop.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._actions, self._services.window).open()

    def show_about(self) -> None:
        """Show what the program is, its version and the licences of what is in it."""
        from desktop.dialogs.about import AboutDialog

        AboutDialog(self._services.window).open()

    def _guide_over(self, modal: QWidget | None) -> GuideWindow:
        """The guide; a dialog that holds up all other windows gets one of its own."""
        from desktop.guide.window import GuideWindow

        if modal is not None and modal.windowModality() is Qt.WindowModality.ApplicationModal:
            return modal.findChild(GuideWindow) or GuideWindow(modal)
        if self._guide is None:
            self._guide = GuideWindow()  # of no window: a dialog over the pages leaves it free
        return self._guide

    def leave(self) -> None:
        """The window closes, or speaks another language: so does the guide."""
        if self._guide is not None:
            self._guide.close()
            self._guide.deleteLater()
            self._guide = None

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Serve a dialog of ours once it has the keys."""
        window = None if new is None else new.window()
        if window is None or window.property(SERVED) or window.objectName() == "guide":
            return
        if any(one is self._services.window for one in _owners(window)):
            self._serve(window)
            QShortcut(QKeySequence("F1"), window).activated.connect(self.show)

    def _serve(self, window: QWidget) -> None:
        window.setProperty(SERVED, True)
        if sys.platform != "win32":  # Windows makes a menu key of it
            QShortcut(QKeySequence("Shift+F10"), window).activated.connect(open_menu)


def open_menu() -> None:
    """The context menu of what has the focus, as the menu key opens it."""
    focus = QApplication.focusWidget()
    if focus is not None:
        caret: object = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        if isinstance(caret, QRectF):
            caret = caret.toRect()
        at = (caret if isinstance(caret, QRect) else focus.rect()).center()
        QApplication.postEvent(
            focus,
            QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, focus.mapToGlobal(at)),
        )


def _owners(widget: QWidget) -> Iterator[QWidget]:
    owner: QWidget | None = widget
    while owner is not None:
        yield owner
        owner = owner.parentWidget()
