"""版心 Banxin: `python main.py [ISSUE.md]` opens the window, `python main.py export ISSUE.md -o issue.pdf`, `… check ISSUE.md`."""

from __future__ import annotations

import os
import sys

sys.dont_write_bytecode = False  # compiled once, every later start is 0.1 s shorter, also where the environment forbids it by default


INTERRUPTED = 130
"""The exit code of programs that Ctrl-C ended."""

VERBS = frozenset({"export", "check", "convert"})
"""First arguments that the press answers."""


def main() -> int:
    """Open the window, or hand a verb to the press; each is imported only now, so that nothing else is loaded."""
    arguments = sys.argv[1:]
    try:
        if _wants_window(arguments):
            from desktop.application import run

            return run(arguments)
        from layouts.press import main as press

        return press(arguments)
    except KeyboardInterrupt:
        sys.stderr.write("已中断 / interrupted\n")
        return INTERRUPTED


def _wants_window(arguments: list[str]) -> bool:
    """Whether there is nothing to do, or one issue to open. What is neither verb nor file (`exprot`) is the press's to explain."""
    if not arguments:
        return True
    path = arguments[0]
    return len(arguments) == 1 and path not in VERBS and not path.startswith("-") and ("." in path or "/" in path or "\\" in path)


def leave(status: int) -> None:
    """End the process at once: taking a million values apart one by one would cost 20 ms and leave nothing tidier."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(status)
    os._exit(status)


if __name__ == "__main__":
    leave(main())
