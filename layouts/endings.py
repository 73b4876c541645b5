"""Ended by a signal: what was begun is undone first, as it is for Ctrl-C; files written aside and
temporary folders go.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

_ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Those of a shutdown or of whoever lost patience, and of a terminal that is closed."""


class Ended(BaseException):
    """A signal ended the process. Like KeyboardInterrupt it is nobody's to deal with."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def tidy_endings() -> Generator[None, None, None]:
    """Let a signal that ends the process unwind the body before it does.

    One that somebody ignores, as nohup, stays ignored.
    """
    taken: list[int] = []
    try:
        for number in _ENDINGS:
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, _end)
                taken.append(number)
        yield
    except Ended as ended:
        signal.signal(ended.number, signal.SIG_DFL)
        os.kill(os.getpid(), ended.number)
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> None:
    raise Ended(number)
