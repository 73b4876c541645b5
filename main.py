"""版心 Banxin: `python main.py [ISSUE.banxin]` opens the window, `python main.py export ISSUE.md -o
issue.pdf`, `… check ISSUE.md`.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

# compiled once, every later start is 0.1 s shorter, also where the environment forbids it by
# default
sys.dont_write_bytecode = False


WRONG_USE = 2
INTERRUPTED = 130
"""Exit codes: a call that cannot be answered, as the command line has it; programs that Ctrl-C
ended.
"""

VERBS = frozenset(
    {
        "batch",
        "export",
        "presets",
        "check",
        "compare",
        "completion",
        "convert",
        "deliver",
        "faces",
        "import",
        "impose",
        "layout",
        "new",
        "prove",
        "publication",
        "watch",
    }
)
"""First arguments that the command line answers."""


def main() -> int:
    """Open the window, or hand a verb to the command line; each is imported only now, so that
    nothing else is loaded.
    """
    if getattr(sys, "frozen", False):
        # the workers of a batch are this very program, called otherwise
        from multiprocessing import freeze_support

        freeze_support()
    arguments = sys.argv[1:]
    try:
        if _wants_window(arguments):
            return _open_window(arguments)
        from layouts.cli import main as cli

        return cli(arguments, _today, _now, _clock)
    except KeyboardInterrupt:
        sys.stderr.write("已中断 / interrupted\n")
        return INTERRUPTED


def _open_window(arguments: list[str]) -> int:
    """The window, until it is closed."""
    if not _has_screen():
        sys.stderr.write(
            "没有显示屏，窗口打不开；命令见 --help / no screen to open a window on; for "
            "the commands see --help\n"
        )
        return WRONG_USE
    from desktop.application import run

    return run(arguments)


def _today() -> date:
    """The editor's own day. Nobody below asks the clock."""
    from datetime import date

    return date.today()  # noqa: DTZ011


def _now() -> datetime:
    """The editor's own time, or the one that a reproducible build is given (SOURCE_DATE_EPOCH,
    seconds since 1970 in UTC).
    """
    from datetime import UTC, datetime

    pinned = os.environ.get("SOURCE_DATE_EPOCH", "")
    if pinned.isascii() and pinned.isdecimal() and len(pinned) <= 11:
        return datetime.fromtimestamp(int(pinned), UTC)
    return datetime.now().astimezone()


def _clock() -> float:
    """Seconds on a clock that nobody sets."""
    from time import monotonic

    return monotonic()


def _wants_window(arguments: list[str]) -> bool:
    """Whether there is nothing to do, or one issue to open.

    What is neither verb nor file (`exprot`) is the command line's to explain.
    """
    if not arguments:
        return True
    path = arguments[0]
    return (
        len(arguments) == 1
        and path not in VERBS
        and not path.startswith("-")
        and ("." in path or "/" in path or "\\" in path)
    )


def _has_screen() -> bool:
    """Whether a window can be opened: Qt ends the process without a word of ours where it
    cannot.
    """
    elsewhere = not sys.platform.startswith("linux") or "QT_QPA_PLATFORM" in os.environ
    return elsewhere or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def leave(status: int) -> None:
    """End the process at once: taking all values apart one by one costs 6 % of a short export, and
    leaves nothing tidier.
    """
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # a program of the window has none on Windows
                stream.flush()
    except OSError:
        sys.exit(status)
    os._exit(status)


def start() -> None:
    """The command `banxin` of an installed program: what `python main.py` is in the repository."""
    leave(main())


def start_window() -> None:
    """The program `banxin-window`, which desktops start: the window, with the file it is given."""
    leave(_open_window(sys.argv[1:]))


if __name__ == "__main__":
    start()
