"""Where a window stands: never beside the screens there are today, never larger than the one it is
on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMainWindow, QSplitter

from desktop.settings import Settings
from desktop.theme import text_scale

FRAME: Final = QMargins(0, 32, 0, 0)
"""Pixels that a window manager puts round a window at most: its title bar."""

ROOMY: Final = QSize(1600, 1000)
"""A window that nobody has sized yet, where the screen has room for it."""


COLUMNS: Final = (268, 1013, 319)
"""Pixels of issue, pages and inspector in a window of 1600: those of the picture of the target."""

NARROW: Final = 1024
"""Pixels of the narrowest window in which all three are at hand; the pages have half of it."""

NARROWEST: Final = (204, 526, 294)
"""Pixels of the three in such a window."""


def column_widths(width: int, scale: float = 1.0) -> list[int]:
    """How wide issue, pages and inspector begin in a window, for text `scale` times its size."""
    wide = min(1.0, max(0.0, (width - NARROW) / (sum(COLUMNS) - NARROW)))
    left, _, right = (
        round(small + (large - small) * wide)
        for small, large in zip(NARROWEST, COLUMNS, strict=True)
    )
    left, right = (round(side * (1 + (scale - 1) / 2)) for side in (left, right))
    return [left, width - left - right, right]


def fitted(window: QRect, screens: Sequence[QRect]) -> QRect:
    """A window's rectangle as it fits the free parts of `screens`, the first being the main one: on
    the screen that shows most of it, no larger than that, and wholly inside it.
    """
    most = max(screens, key=lambda screen: _area(screen & window))
    room = most.marginsRemoved(FRAME)
    size = window.size().boundedTo(room.size())
    left = max(room.left(), min(window.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(window.top(), room.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def restore(window: QMainWindow, columns: QSplitter, rows: QSplitter, settings: Settings) -> None:
    """Give a window and the panels in it the sizes they were left with."""
    kept = settings.state("window/geometry")
    if kept.isEmpty() or not window.restoreGeometry(kept):
        window.resize(ROOMY)
    fit(window)
    columns.setSizes(column_widths(window.width(), text_scale()))
    columns.restoreState(settings.state("window/columns"))
    rows.restoreState(settings.state("window/rows"))


def keep(window: QMainWindow, columns: QSplitter, rows: QSplitter, settings: Settings) -> None:
    """Remember the sizes of a window and the panels in it."""
    settings.put("window/geometry", window.saveGeometry())
    settings.put("window/columns", columns.saveState())
    settings.put("window/rows", rows.saveState())
    settings.sync()


def fit(window: QMainWindow) -> None:
    """Bring a window that was restored onto today's screens; a maximised one comes back to such a
    place when it is made smaller.
    """
    main = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not main]
    screens = [screen.availableGeometry() for screen in (main, *others)]
    if not (window.isMaximized() or window.isFullScreen()):
        window.setGeometry(fitted(window.geometry(), screens))


def roomy(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog the size it likes, more where its text is large, or what the screen has."""
    parent = dialog.parentWidget()
    room = (parent or dialog).screen().availableGeometry().marginsRemoved(FRAME)
    dialog.resize((QSize(width, height) * text_scale()).boundedTo(room.size()))


def room_of(dialog: QDialog) -> QRect:
    """What the screen of a dialog has for it."""
    return dialog.screen().availableGeometry().marginsRemoved(FRAME)


def stay(dialog: QDialog) -> None:
    """Bring a dialog that has grown back onto its screen, no narrower than its words."""
    inside = fitted(dialog.geometry(), [dialog.screen().availableGeometry()])
    inside.setWidth(max(inside.width(), min(dialog.width(), dialog.minimumSizeHint().width())))
    if inside != dialog.geometry():
        dialog.setGeometry(inside)


def _area(rect: QRect) -> int:
    return 0 if rect.isEmpty() else rect.width() * rect.height()
