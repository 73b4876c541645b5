"""Shell completion, made from the parser by shtab: what each value may be is told by what it is
called, so that a new verb needs nothing here.
"""

from __future__ import annotations

from argparse import Action
from collections.abc import Sequence
from typing import Any

import shtab

from layouts.cli.arguments import program_parser
from layouts.cli.parser_tree import all_verbs, value_name
from layouts.house.finding import stock_layouts
from layouts.prepress.presets import ORDER

PROGRAM = "banxin"
"""What an installed program is called; `python main.py` has no word to complete."""

_FOLDERS = frozenset({"FOLDER", "publication"})
_NO_FILES = frozenset({"NAME", "name", "number"})
"""Values without an option that are the path of nothing."""

_FILES = frozenset({"FILE", "HTML", "ISSUE", "JSON", "OUTPUT", "PNG", "TOML"})
"""Values of options that are paths, as calls name them."""


def completion(shell: str) -> str:
    """The completion script of a shell, one of `arguments.SHELLS`."""
    parser = program_parser(PROGRAM)
    for verb in all_verbs(parser):
        for action in verb.arguments:
            if values := _values(action):
                vars(action)["complete"] = values
    script = shtab.complete(parser, shell)
    # shtab has zsh complete the first of several paths alone
    return script.replace('"(*):', '"*:') if shell == "zsh" else script


def _values(action: Action) -> dict[str, Any] | None:  # Any: what shtab has for a shell
    """What completes an action's value; None for a switch, a number, or a word of one's own."""
    called = value_name(action)
    if not called or action.choices is not None:
        return None
    if action.dest == "preset":
        return _names("presets", ORDER)
    if action.dest == "layout":
        return _names("layouts", stock_layouts())
    if called in _FOLDERS:
        return dict(shtab.DIRECTORY)
    is_path = called in _FILES if action.option_strings else called not in _NO_FILES
    return dict(shtab.FILE) if is_path else None


def _names(what: str, names: Sequence[str]) -> dict[str, Any]:
    """Names of ours, and files, which stand for one's own."""
    words, function = " ".join(names), f"_{PROGRAM}_{what}"
    return {
        "bash": function,
        "zsh": function,
        "fish": f"(printf '%s\\n' {words}; __fish_complete_path (commandline -ct))",
        "preamble": {
            "bash": f'{function}() {{ compgen -W "{words}" -- "$1"; compgen -f -- "$1"; }}',
            "zsh": (
                f"{function}() {{ _alternative '{what}:{what}:({words})' 'files:file:_files'; }}"
            ),
        },
    }
