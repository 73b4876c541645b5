"""Dialogs that stay beside the window get out of the way of the pages they speak of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from desktop.window_parts.services import Services


def give_way(
    dialog: QWidget, services: Services, words: tuple[str, str], back: Callable[[], object]
) -> None:
    """Put a dialog away where it hides the pages; `words` are the sentence that says so and those
    of the click that brings it back.
    """
    from desktop.canvas.view import PageView

    pages = services.window.findChild(PageView)
    if pages is None:
        return
    on_screen = QRect(pages.mapToGlobal(QPoint()), pages.size())
    if on_screen.intersects(dialog.frameGeometry()):
        dialog.hide()
        services.offered.emit(*words, back)
    services.window.activateWindow()
    pages.setFocus()
