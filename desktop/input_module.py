"""Which of Qt's plugins reaches the desktop's input method: chosen before there is an application.

Qt's wheels bring one for IBus and none for fcitx, and one that a distribution built for its own Qt
does not load into them. fcitx 5 answers in place of IBus too (its "ibus frontend"), and so it is
reached.

Who answers as IBus says where in a file named after a display. Qt looks on Wayland for that of the
Wayland display alone; one that knows only the X display beside it answers just as well.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

MODULE, MODULES, MODIFIERS = "QT_IM_MODULE", "QT_IM_MODULES", "XMODIFIERS"
ADDRESS, PORTAL = "IBUS_ADDRESS_FILE", "IBUS_USE_PORTAL"

IBUS = "ibus"

BUILT_IN = frozenset({"compose", "none", "wayland"})
"""Modules that need no plugin of their own, or no input method."""

BRINGING = frozenset({"GNOME", "KDE"})
"""Desktops whose compositor itself reaches IBus."""


def choose(around: MutableMapping[str, str]) -> str:
    """Have Qt load the plugin by which the desktop's input method is reached; `around` is the
    environment.

    The name of an input method that does not answer comes back: what is typed does not go through
    it. Empty where all is well.
    """
    if not sys.platform.startswith("linux"):
        return ""
    wanted, process = list(_wanted(around)), _answering(around)
    if not wanted:
        if process and not _brought(around, process):
            around[MODULE] = IBUS
        return ""
    answers = bool(process) or _behind_portal(around)
    loaded = next((name for name in wanted if _has(name)), "")
    if loaded:
        # the daemon may begin to answer later: the plugin waits for it
        return "" if answers or loaded != IBUS else loaded
    around.pop(MODULES, None)
    # on Wayland the compositor may bring the input method, if none is named
    if answers or not around.get("WAYLAND_DISPLAY"):
        around[MODULE] = IBUS
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


def _behind_portal(around: MutableMapping[str, str]) -> bool:
    """Whether Qt asks the session bus for IBus, and no file."""
    return bool(around.get(PORTAL)) or Path("/.flatpak-info").exists()


def _brought(around: MutableMapping[str, str], process: int) -> bool:
    """Whether the compositor brings the one that answers as IBus: the great desktops do, and fcitx
    5 sees to it. An ibus-daemon under any other is heard by nobody who is not told.
    """
    if not around.get("WAYLAND_DISPLAY"):
        return False
    desktops = around.get("XDG_CURRENT_DESKTOP", "").split(":")
    return not BRINGING.isdisjoint(desktops) or _name_of(process) != "ibus-daemon"


def _name_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/comm").read_text("utf8", "replace").strip()
    except OSError:
        return ""


def _answering(around: MutableMapping[str, str]) -> int:
    """The process that answers as IBus, 0 for none; Qt is told where if it would look elsewhere."""
    if around.get(ADDRESS):
        return _process(Path(around[ADDRESS]))
    home = around.get("XDG_CONFIG_HOME") or str(Path(around.get("HOME", ""), ".config"))
    folder = Path(home, "ibus", "bus")
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    for nth, display in enumerate(_displays(around)):
        for file in files:
            if file.name.endswith(f"-{display}") and (process := _process(file)):
                if nth:
                    around[ADDRESS] = str(file)
                return process
    return 0


def _displays(around: MutableMapping[str, str]) -> Iterator[str]:
    """What the files are named after, the one that Qt looks for first."""
    wayland, x = around.get("WAYLAND_DISPLAY"), around.get("DISPLAY")
    if wayland:
        yield f"unix-{wayland}"
    if x or not wayland:
        host, _, number = (x or ":0").rpartition(":")
        yield f"{host or 'unix'}-{number.partition('.')[0]}"


def _process(address: Path) -> int:
    """Who wrote the file, where that one runs still; else 0."""
    try:
        for line in address.read_text("utf8", "replace").splitlines():
            name, _, value = line.partition("=")
            if name == "IBUS_DAEMON_PID":
                os.kill(int(value), 0)
                return int(value)
    # nobody has that number any more; or somebody else's file
    except (OSError, ValueError):
        return 0
    return 0
