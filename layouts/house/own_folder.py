"""The folder with the user's own layouts: a folder each, as their packages were unpacked.

It lies where the window keeps its data, found without Qt, so that the command line knows it too.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from layouts.patterns import later

NAME = later(r"(?!\.)[\w. ()（）《》·-]{1,80}(?<![ .])")
"""Names that a layout may have on any system: no hidden file, no space or dot at the end, which
Windows drops.
"""

FILE = "layout.toml"


def data_folder() -> Path:
    """Where this user's data of the program lies, as Qt's AppDataLocation says: XDG Base Directory
    Specification, on Windows the roaming folder, on macOS Application Support.
    """
    return _home("XDG_DATA_HOME", ".local/share", "APPDATA", "Application Support")


def cache_folder() -> Path:
    """Where what can be made again lies, as Qt's CacheLocation says."""
    folder = _home("XDG_CACHE_HOME", ".cache", "LOCALAPPDATA", "Caches")
    return folder / "cache" if sys.platform == "win32" else folder


def _home(variable: str, usual: str, on_windows: str, on_macos: str) -> Path:
    if sys.platform == "win32":
        base = Path(os.environ.get(on_windows) or Path.home())
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / on_macos
    else:
        given = os.environ.get(variable, "")
        # a relative one is invalid and is to be ignored, says the specification
        base = Path(given) if Path(given).is_absolute() else _user_home() / usual
    return base / "Banxin" / "Banxin"


def _user_home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # nobody at home: a service without a user
        return Path("/nonexistent")


def own_layouts_folder() -> Path:
    """Where the user's own layouts lie; who installs one makes it."""
    return data_folder() / "layouts"


def own_names() -> tuple[str, ...]:
    """The names of the user's own layouts, in order."""
    try:
        with os.scandir(own_layouts_folder()) as entries:
            return tuple(sorted(entry.name for entry in entries if own_file(entry.name)))
    except OSError:
        return ()


def own_file(name: str) -> Path | None:
    """The file of one of the user's own layouts; None where there is none of that name."""
    if not NAME().fullmatch(name):
        return None
    path = own_layouts_folder() / name / FILE
    return path if path.is_file() else None
