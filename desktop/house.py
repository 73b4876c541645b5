"""The house's own words and rules, read from its file when they are needed.

The file lies with the program's settings; another, on a share of the office say, can be named.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop.settings import Settings
from layouts.errors import BanxinError
from layouts.importing.wording import HouseWords, load_house_words

FILE = "house/file"
"""Where the settings keep which file the house's words are in; empty for our own."""


def house_file(settings: Settings) -> Path:
    """The file of the house's words, there or not."""
    named = settings.text(FILE)
    if named:
        return Path(named)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Path(folder) / "house.toml"


def house_words(settings: Settings) -> HouseWords | None:
    """The house's words; None where there are none, or where they cannot be read: who edits them
    hears why.
    """
    path = house_file(settings)
    try:
        return load_house_words(path) if path.is_file() else None
    except BanxinError:
        return None
