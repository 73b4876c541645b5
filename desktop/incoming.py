"""What is pasted or dropped into a text: files, text or a picture.

One answer for the page, the fields and the window.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent, QImage, QTextDocumentFragment

from desktop.nesting import flat
from layouts.imaging import kinds

PHOTO_SUFFIXES = frozenset(kinds.PHOTO_SUFFIXES)
"""How the names of files end that become photos."""

MANUSCRIPT_SUFFIXES = frozenset(
    {
        ".md", ".markdown", ".txt", ".docx", ".docm", ".doc", ".wps", ".odt", ".rtf", ".htm",
        ".html", ".pdf",
    }
)  # fmt: skip
"""How the names of files end that a manuscript is read from."""

SHEET_SUFFIXES = frozenset({".xlsx", ".xlsm", ".csv", ".tsv"})
"""How the names of files end that become tables."""

PICTURE_MARK = "\ufffc"
"""What Qt writes into plain text where HTML has a picture."""


class Incoming(NamedTuple):
    """Files on this machine, else text, else a picture; nothing of all three where it holds none we
    can take.
    """

    files: tuple[Path, ...] = ()
    text: str = ""
    image: QImage | None = None


class SortedFiles(NamedTuple):
    """Files by what they can become: photos, articles (folders of manuscripts too), tables, or
    nothing.
    """

    photos: tuple[Path, ...]
    manuscripts: tuple[Path, ...]
    sheets: tuple[Path, ...]
    others: tuple[Path, ...]


def sorted_files(paths: Sequence[Path]) -> SortedFiles:
    """Files by what they can become, by their names; a folder may hold manuscripts."""
    photos = tuple(path for path in paths if path.suffix.lower() in PHOTO_SUFFIXES)
    manuscripts = tuple(
        path for path in paths if path.suffix.lower() in MANUSCRIPT_SUFFIXES or path.is_dir()
    )
    sheets = tuple(path for path in paths if path.suffix.lower() in SHEET_SUFFIXES)
    taken = {*photos, *manuscripts, *sheets}
    return SortedFiles(
        photos, manuscripts, sheets, tuple(path for path in paths if path not in taken)
    )


def incoming(data: QMimeData) -> Incoming:
    """What a clipboard or a drag holds.

    Text goes before a picture, since spreadsheets bring one of their cells along; not before one
    with an address, which browsers give.
    """
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if files:
        return Incoming(files)
    text, image = text_in(data), image_in(data)
    if image is not None and (data.hasUrls() or not text.strip()):
        return Incoming(image=image)
    return Incoming(text=text if text.strip() else "")


def image_in(data: QMimeData) -> QImage | None:
    """The picture, None where there is none."""
    image = data.imageData() if data.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def text_in(data: QMimeData) -> str:
    """The text, a line for each paragraph, also where there is nothing but HTML."""
    if data.hasText():
        return data.text()
    if not data.hasHtml():
        return ""
    return QTextDocumentFragment.fromHtml(flat(data.html())).toPlainText().replace(PICTURE_MARK, "")


def may_hold(data: QMimeData) -> bool:
    """Whether it is worth looking into; asked while something is dragged."""
    return data.hasText() or data.hasHtml() or data.hasImage() or data.hasUrls()


def types(text: str) -> bool:
    """Whether a key's text is typed: anything but control characters.

    Spaces of all widths are, which Python does not call printable.
    """
    return bool(text) and not any(unicodedata.category(character) == "Cc" for character in text)


def take_copy(event: QDropEvent) -> None:
    """Take what is dropped as a copy, whatever is proposed: a program from which it was moved may
    delete the file.
    """
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
