"""版心 Banxin: `python main.py export ISSUE.md -o issue.pdf`, `python main.py check ISSUE.md`."""

from __future__ import annotations

import os
import sys

sys.dont_write_bytecode = False  # compiled once, every later start is 0.1 s shorter, also where the environment forbids it by default


INTERRUPTED = 130
"""The exit code of programs that Ctrl-C ended."""


def main() -> int:
    """Hand the verbs to the press; it is imported only now, so that nothing else is loaded."""
    try:
        from layouts.press import main as press

        return press(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("已中断 / interrupted\n")
        return INTERRUPTED


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
