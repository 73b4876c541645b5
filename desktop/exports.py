"""Where files that are made of an issue go, and how the editor gets at them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.session import Session
from desktop.settings import Settings, issue_title
from desktop.words import tr


def export_name(session: Session) -> str:
    """What files of the open issue are called, without an ending."""
    if session.path is not None:
        return session.path.stem
    title = issue_title(session.issue) if session.issue is not None else ""
    return title or tr("未命名")


def proposed_file(session: Session, settings: Settings, ending: str) -> Path:
    """The file that is proposed for an export of the open issue."""
    return settings.export_folder(session.path).absolute() / f"{export_name(session)}{ending}"


def draft_file(session: Session, settings: Settings, moment: datetime.datetime) -> Path:
    """A file that is not there yet, named for the minute: 第14期 校样 2026-11-29 1730.pdf."""
    # no system takes a colon everywhere
    name = tr("{name} 校样 {time}", name=export_name(session), time=f"{moment:%Y-%m-%d %H%M}")
    folder = settings.export_folder(session.path).absolute()
    return next(path for path in _numbered(folder, name) if not path.exists())


def _numbered(folder: Path, name: str) -> Iterator[Path]:
    yield folder / f"{name}.pdf"
    for number in count(2):
        yield folder / f"{name} ({number}).pdf"


def show_in_folder(path: Path) -> None:
    """Show the folder that a file is in, or a folder itself, in the file manager."""
    folder = path if path.is_dir() else path.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def open_file(path: Path) -> None:
    """Open a file in the program that the desktop has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
