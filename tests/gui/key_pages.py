"""The tables of docs/keys.md and docs/keys.zh-CN.md: all commands with a key, menu by menu.

`python tests/gui/key_pages.py` writes them anew from the commands of the window.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"en": DOCS / "keys.md", "zh": DOCS / "keys.zh-CN.md"}
RULE = "|---|---|\n"

SPOKEN = {
    "Del": "Delete",
    "Ins": "Insert",
    "PgDown": "PgDn",
    "Return": "Enter",
    "Up": "↑",
    "Down": "↓",
}
"""Keys as people name them; Enter is one key to them and two to Qt."""


def halves(page: Path) -> tuple[str, str]:
    """A page up to its last table, and the rows of that."""
    head, rule, table = page.read_text("utf-8").rpartition(RULE)
    return head + rule, table


def rows(menus: Sequence, language: str) -> str:
    """The rows of the table for the menus of a window that speaks Chinese."""
    lines = []
    for menu in menus:
        lines.append(f"| **{menu.text if language == 'zh' else menu.english}** | |")
        for command in _commands(menu):
            name = command.text.removesuffix("…") if language == "zh" else command.english
            keys = dict.fromkeys(_spoken(keys.toString()) for keys in command.shortcuts)
            comma = "、" if language == "zh" else ", "
            lines.append(f"| {name} | {comma.join(f'`{key}`' for key in keys)} |")
    return "\n".join((*lines, ""))


def _commands(menu) -> Iterator:
    from desktop.actions import Menu

    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from _commands(entry)
        elif entry is not None and entry.shortcuts:
            yield entry


def _spoken(keys: str) -> str:
    before, plus, last = keys.rpartition("+")
    return before + plus + SPOKEN.get(last, last)


class Nobody:
    """Has whatever is asked for, for commands that nobody will give."""

    def __getattr__(self, name: str) -> Nobody:
        return self

    def __call__(self, *_given: object) -> Nobody:
        return self


def main() -> None:
    sys.path.insert(0, str(DOCS.parent))
    from PySide6.QtWidgets import QApplication

    from desktop.window_parts.commands import command_menus

    app = QApplication([])
    for language, page in PAGES.items():
        page.write_text(halves(page)[0] + rows(command_menus(Nobody()), language), "utf-8")
    app.quit()


if __name__ == "__main__":
    main()
