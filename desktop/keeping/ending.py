"""The program is told to end: by a signal (SIGTERM, SIGHUP, SIGINT), or by the end of the session.

Nobody is asked then. What is not saved stays in the journal and is offered at the next start.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)
)
"""Those of the platform; Windows knows no SIGHUP."""

SIGNALLED = 128
"""What shells add to the number of a signal for an exit code."""


class Ending(QObject):
    """Calls `end` when a signal says so, `keep` when the session is about to end: it may yet go on.

    Python runs handlers only between its own instructions, so a byte through a socket wakes Qt.
    """

    def __init__(
        self, app: QApplication, keep: Callable[[], object], end: Callable[[], object]
    ) -> None:
        super().__init__(app)
        self._app, self._keep, self._end = app, keep, end
        self._signalled = 0
        self._woken, self._waking = socket.socketpair()
        for one in (self._woken, self._waking):
            one.setblocking(False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._before_fd = signal.set_wakeup_fd(self._waking.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, self._note) for number in SIGNALS}
        app.commitDataRequest.connect(self._session_ends)

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self._signalled = number

    def _wake(self) -> None:
        self._woken.recv(64)
        if self._signalled:
            number, self._signalled = self._signalled, 0
            self._end()
            self._app.exit(SIGNALLED + number)

    def _session_ends(self, _manager: QSessionManager) -> None:
        self._keep()

    def remove(self) -> None:
        """Signals mean again what they meant before."""
        for number, before in self._before.items():
            signal.signal(number, before)
        signal.set_wakeup_fd(self._before_fd)
        self._notifier.setEnabled(False)
        self._woken.close()
        self._waking.close()
