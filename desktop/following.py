"""Following the session calmly: at once, but while something is dragged only when the hand
rests.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.session import Session

REST = 90
"""Milliseconds without a change after which the hand counts as resting: more than lies between two
steps of a drag.
"""


class Following(QObject):
    """Calls what brings a panel up to date: the pages show every step of a drag, what tells of them
    at their side need not.

    `changed` is connected to the session's signals in place of the function it calls.
    """

    def __init__(self, session: Session, follow: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._follow = follow
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._now)
        session.put_down.connect(self._catch_up)

    def changed(self) -> None:
        """The issue changed: follow at once, but after a drag where one is under way."""
        if self._session.in_hand:
            self._timer.start()
        else:
            self._now()

    def _now(self) -> None:
        self._timer.stop()
        self._follow()

    def _catch_up(self) -> None:
        if self._timer.isActive():
            self._now()
