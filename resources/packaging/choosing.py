"""What goes into a frozen build, out of all that PyInstaller finds."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import PurePath

Entry = tuple[str, str, str]
"""A file as PyInstaller has it: where it goes, where it is, its kind."""

EXCLUDED = [
    "tkinter", "unittest", "pydoc", "doctest", "setuptools", "pip", "numpy", "IPython", "pytest",
    "PIL._avif", "PIL.AvifImagePlugin", "PIL.ImageTk", "PIL._imagingtk", "PIL.ImageQt",
    "lxml.isoschematron", "lxml.objectify", "fontTools.varLib.interpolatable",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
    "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtDesigner", "PySide6.QtUiTools", "PySide6.QtXml",
]  # fmt: skip
"""Modules that a package we use would bring along, and none of our ways calls."""

ICONS = {"win32": "banxin.ico", "darwin": "banxin.icns"}

PLUGINS = {
    "iconengines": "svg",
    "imageformats": "svg|jpeg|ico|gif|webp|tiff",
    "platforminputcontexts": "",
    "platforms": "xcb|wayland|offscreen|windows|cocoa",
    "platformthemes": "xdgdesktopportal",  # that of GTK would bring all of GTK
    "printsupport": "",
    "styles": "",
    "wayland-decoration-client": "",
    "wayland-shell-integration": "",
}
"""The plugins of Qt that a program of plain widgets loads: by folder, what their names hold."""

SCREENLESS = re.compile(r"libQt6Egl(FS|Fs)")
"""Libraries of Qt for screens without a desktop, whose plugins stay out."""

BROUGHT = re.compile(
    r"lib(crypto|ssl|ffi|bz2|lzma|sqlite3|mpdec|expat|python3|xcb-(cursor|icccm|image|keysyms|render-util|util))\b"
)
"""Of the libraries of a Linux: what Python's own modules are linked with, which is another on each
system, and what Qt asks of X11 that desktops often lack. The others are the system's.
"""

SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def wanted_binaries(found: Iterable[Entry]) -> list[Entry]:
    """The libraries and plugins that go in."""
    wanted = (entry for entry in found if _is_wanted_plugin(entry[0]) and not _is_systems(entry))
    chosen = [entry for entry in wanted if not SCREENLESS.search(entry[0])]
    there = {name.replace("\\", "/") for name, _, _ in chosen}
    # a link leads to a library that is here
    return [
        entry
        for entry in chosen
        if entry[2] != "SYMLINK" or (PurePath(entry[0]).parent / entry[1]).as_posix() in there
    ]


def wanted_data(found: Iterable[Entry]) -> list[Entry]:
    """The data that goes in: of translations and hyphens the languages that we speak."""
    return [entry for entry in found if _is_wanted_data(entry[0].replace("\\", "/"))]


def _is_wanted_plugin(name: str) -> bool:
    _, inside, rest = name.replace("\\", "/").partition("/plugins/")
    if not inside or not name.startswith("PySide6"):
        return True
    folder, _, file = rest.partition("/")
    return folder in PLUGINS and re.search(PLUGINS[folder], file) is not None


def _is_systems(entry: Entry) -> bool:
    """Whether a library is left to the system."""
    name, source, _ = entry
    if sys.platform != "linux" or "/" in name or not source.startswith(SYSTEM):
        return False
    return BROUGHT.match(name) is None


def _is_wanted_data(name: str) -> bool:
    if "/translations/" in name and name.startswith("PySide6"):
        return name.endswith("qtbase_zh_CN.qm")
    if name.startswith("pyphen/dictionaries/"):
        return name.endswith("hyph_en_GB.dic")
    return True
