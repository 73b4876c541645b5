"""Which of Qt's plugins reaches the desktop's input method: chosen before there is an application.

Qt's wheels bring one for IBus and none for fcitx, and one that a distribution built for its own Qt
does not load into them. fcitx 5 answers in place of IBus too (its "ibus frontend"), and so it is
reached.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, MutableMapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

MODULE, MODULES, MODIFIERS = "QT_IM_MODULE", "QT_IM_MODULES", "XMODIFIERS"

BUILT_IN = frozenset({"compose", "none", "wayland"})
"""Modules that need no plugin of their own, or no input method."""


def choose(around: MutableMapping[str, str]) -> str:
    """Have Qt load the plugin by which the desktop's input method is reached; `around` is the
    environment.

    The name of an input method that none is there for and that does not answer as IBus comes back:
    what is typed does not go through it. Empty where all is well.
    """
    wanted = [] if not sys.platform.startswith("linux") else list(_wanted(around))
    if not wanted or any(_has(name) for name in wanted):
        return ""
    answers = any(_runs(address) for address in _addresses(around))
    around.pop(MODULES, None)
    # on Wayland the compositor may bring the input method, if none is named
    if answers or not around.get("WAYLAND_DISPLAY"):
        around[MODULE] = "ibus"
    else:
        around.pop(MODULE, None)
    return "" if answers else wanted[0]


def _wanted(around: MutableMapping[str, str]) -> Iterator[str]:
    """The modules that the desktop names, the first one first; that of X where Qt is told none."""
    named = [*around.get(MODULES, "").split(";"), around.get(MODULE, "")]
    of_x = around.get(MODIFIERS, "").partition("@im=")[2]
    # Qt knows X's own protocol no longer
    names = [name for name in named if name and name != "xim"]
    yield from names or ([of_x] if of_x and not around.get("WAYLAND_DISPLAY") else [])


def _has(name: str) -> bool:
    """Whether Qt has a plugin for a module; all that ours have say so by their name."""
    folders = [QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)]
    folders += os.environ.get("QT_PLUGIN_PATH", "").split(os.pathsep)
    files = (
        file.name
        for folder in folders
        if folder
        for file in Path(folder, "platforminputcontexts").glob("*.so")
    )
    return name in BUILT_IN or any(name.rstrip("5") in file for file in files)


def _addresses(around: MutableMapping[str, str]) -> Iterable[Path]:
    """The files in which who answers as IBus says where it is heard."""
    home = around.get("XDG_CONFIG_HOME") or str(Path(around.get("HOME", ""), ".config"))
    folder = Path(home, "ibus", "bus")
    return sorted(folder.iterdir()) if folder.is_dir() else ()


def _runs(address: Path) -> bool:
    """Whether the one that wrote the file runs still."""
    try:
        for line in address.read_text("utf8", "replace").splitlines():
            name, _, value = line.partition("=")
            if name == "IBUS_DAEMON_PID":
                os.kill(int(value), 0)
                return True
    # nobody has that number any more; or somebody else's file
    except (OSError, ValueError):
        return False
    return False
