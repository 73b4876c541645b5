"""版心 Banxin: `python main.py export ISSUE.md -o issue.pdf`, `python main.py check ISSUE.md`."""

from __future__ import annotations

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


if __name__ == "__main__":
    sys.exit(main())
