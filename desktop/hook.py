"""What nobody caught: one sentence in the window, the document kept, the details ready to be
copied.
"""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.words import tr


class Trouble(Exception):  # noqa: N818, a message to the window, not raised
    """An unforeseen exception as the window shows it: a sentence, and the traceback for those who
    can mend it.
    """

    def __init__(self, sentence: str, details: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.details = details


class ExceptionHook(QObject):
    """Takes over Python's three last resorts while it is installed.

    `caught` carries a Trouble, always in the GUI thread.
    """

    caught = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._showing = False
        self._arrived.connect(self._show)

    def install(self) -> None:
        """Answer what nobody caught from now on."""
        sys.excepthook = self._main
        threading.excepthook = self._thread
        sys.unraisablehook = self._unraisable

    def remove(self) -> None:
        """Give the hooks back to whom they belonged."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def _main(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.exit(130)
            return
        self._report(kind, error, trace)

    def _thread(self, arguments: threading.ExceptHookArgs) -> None:
        if not issubclass(arguments.exc_type, SystemExit):
            self._report(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _unraisable(self, arguments: sys.UnraisableHookArgs) -> None:
        self._report(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _report(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr is not None:  # pythonw.exe has none
            sys.stderr.write(details)
        self._arrived.emit(
            Trouble(tr("出了意外，刚才的操作没有完成；稿件没有丢失，可以继续编辑。"), details)
        )

    def _show(self, trouble: Trouble) -> None:
        # showing the trouble is itself in trouble: it stands on standard error already
        if self._showing:
            return
        self._showing = True
        try:
            self.caught.emit(trouble)
        finally:
            self._showing = False
