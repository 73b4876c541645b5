"""The file of a picture in the masthead: chosen, and kept beside the issue."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from desktop.dialogs import choose
from desktop.panels.design.design import Design, SettingTarget
from desktop.panels.design.fields import DesignField
from desktop.words import spoken, tr
from layouts.errors import PhotoError
from layouts.house.art import is_picture_name
from layouts.issue.file_name import fit_name
from layouts.messages.message import Sentence
from layouts.reasons import reason

FOLDER = "art"
"""The folder beside an issue that its layout's own pictures come to lie in."""


class PictureField(DesignField):
    """A button that says which picture it is, and lets another be chosen."""

    def __init__(self, design: Design, target: SettingTarget, label: str = "") -> None:
        super().__init__(design, target, label)
        self.button = QPushButton()
        self.button.clicked.connect(self.choose)
        self.put(self.button)

    def show_value(self, raw: object) -> None:
        """The picture's name."""
        name = Path(str(raw)).name if raw else ""
        self.button.setText(name or tr("选择图片…"))
        self.button.setToolTip(str(raw or ""))

    def choose(self) -> None:
        """Ask for a picture, and bring it beside the issue."""
        path = choose.file_to_open(self, tr("选择报头图片"), "", choose.art_filter())
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Have the layout show this picture."""
        name, why = taken(self.design, path)
        if why:
            self.refuse(why)
        else:
            self.give(name)


def taken(design: Design, path: Path) -> tuple[str, str]:
    """The name of a picture brought beside the issue, and why it cannot be had: one that cannot be
    printed is told of where it is chosen, and left where it lies.
    """
    from layouts.imaging.art import read_art
    from layouts.imaging.raster import UnfitError

    try:
        read_art(path)
        return brought(design, path), ""
    except (UnfitError, PhotoError) as error:
        why = spoken(Sentence(error.zh, error.en))
        return "", tr("没有用 {name}：它{why}", name=path.name, why=why)
    except OSError as error:
        return "", tr("{name} 不能读（{why}）", name=path.name, why=spoken(reason(error)))


def brought(design: Design, path: Path) -> str:
    """The name of a picture beside the issue, copied there where it lies elsewhere. OSError where
    that cannot be.
    """
    issue = design.session.issue
    folder = issue.folder if issue is not None else Path()
    if path.is_relative_to(folder):
        inside = path.relative_to(folder).as_posix()
        if path.is_file() and is_picture_name(inside):
            return inside
    kept = folder / FOLDER
    kept.mkdir(parents=True, exist_ok=True)
    name = fit_name(path.name) or f"art{path.suffix}"
    place, number = kept / name, 2
    while place.exists() and place.read_bytes() != path.read_bytes():
        place = kept / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    if not place.exists():
        shutil.copyfile(path, place)
    return f"{FOLDER}/{place.name}"
