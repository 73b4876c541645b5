"""Photos put beside the issue, since no path leads out of its folder."""

from __future__ import annotations

import filecmp
import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage

from desktop.settings import data_folder
from desktop.words import spoken, tr
from layouts.files import copy_whole
from layouts.inputs import is_plain_file, real
from layouts.reasons import reason

PHOTOS = "photos"
"""The folder beside an issue that photos from elsewhere are copied into."""


def stow(source: Path, folder: Path, called: str = "", *, anew: bool = False) -> str:
    """The path of a photo as an issue in `folder` names it; copied into `photos` where it lies
    elsewhere. OSError where it cannot be.

    The copy is `called` so, or as its source is. `anew` makes one of a file inside the folder too,
    and so does a file in the program's own data folder, which is swept, unless the issue lies there
    itself.
    """
    source, folder = real(source), real(folder)
    if not is_plain_file(source):
        raise FileNotFoundError(2, "没有这个文件", str(source))
    ours = data_folder().resolve()
    is_swept = source.is_relative_to(ours) and not folder.is_relative_to(ours)
    if not anew and not is_swept and source.is_relative_to(folder):
        return source.relative_to(folder).as_posix()
    target = folder / PHOTOS
    target.mkdir(parents=True, exist_ok=True)
    for name in _names(called or source.name):
        kept = target / name
        if kept.exists() and not (kept.is_file() and filecmp.cmp(source, kept, shallow=False)):
            continue  # another photo of the same name
        if not kept.exists():
            copy_whole(source, kept)
        return f"{PHOTOS}/{name}"
    raise AssertionError("names never end")


def not_copied(name: str, error: OSError) -> str:
    """The sentence that a photo could not be put beside the issue, in the editor's language."""
    is_gone = isinstance(error, FileNotFoundError)
    why = tr("没有这个文件") if is_gone else spoken(reason(error))
    return tr("图片 {name} 没有复制：{reason}", name=name, reason=why)


def fresh_name(folder: Path, stem: str, suffix: str) -> Path:
    """A file in `photos` that is not there yet."""
    target = folder / PHOTOS
    target.mkdir(parents=True, exist_ok=True)
    return next(path for name in _names(stem + suffix) if not (path := target / name).exists())


def _names(name: str) -> Iterator[str]:
    """The name itself, made fit for a manuscript, then with -2, -3 and so on."""
    stem, dot, suffix = name.rpartition(".")
    stem = re.sub(r'[\\/:*?"<>|(){}\[\]\s]+', "-", stem or suffix).strip("-") or "photo"
    ending = f".{suffix}" if dot and stem else ""
    yield stem + ending
    count = 2
    while True:
        yield f"{stem}-{count}{ending}"
        count += 1


def kept(image: QImage, folder: Path) -> str:
    """An image written as a photo of the issue; its path."""
    path = fresh_name(folder, tr("粘贴的图片"), ".png")
    if not image.save(str(path)):
        raise OSError(None, tr("图片没有写成"), str(path))
    return path.relative_to(folder).as_posix()
