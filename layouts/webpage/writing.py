"""Pages as files: one that needs no other, or a folder of them."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from layouts.house.layout import Layout
from layouts.imaging.for_screen import ScreenPicture, for_screen
from layouts.imaging.read import inside, probe
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.webpage.page import GENERATOR, INDEX, page_files, single_page
from layouts.webpage.photos import WIDEST

PICTURES = "pictures"
"""The folder of the pictures, beside the pages."""

_TYPES = {".jpg": "image/jpeg", ".png": "image/png"}

Told = Callable[[], None]
"""Called after each picture; what it raises ends the work."""


class PagePicture(NamedTuple):
    """See `layouts.webpage.photos.ShownPicture`."""

    address: str
    width: int
    height: int


class EmbeddedPictures:
    """Pictures inside the page."""

    def __init__(self, told: Told | None = None, widest: int = WIDEST) -> None:
        self._made = MadePictures(told, widest)

    def shown(self, folder: Path, photo: Photo) -> PagePicture:
        """See `layouts.webpage.photos.Pictures`."""
        picture = self._made.picture(folder, photo)
        data = b64encode(picture.data).decode("ascii")
        address = f"data:{_TYPES[picture.suffix]};base64,{data}"
        return PagePicture(address, picture.width, picture.height)


class BesidePictures:
    """Pictures in a folder beside the pages; `files` are those there are, by their names."""

    def __init__(self, told: Told | None = None) -> None:
        self.files: dict[str, bytes] = {}
        self._made = MadePictures(told)

    def shown(self, folder: Path, photo: Photo) -> PagePicture:
        """See `layouts.webpage.photos.Pictures`."""
        picture = self._made.picture(folder, photo)
        # by its content: two exports of one issue name it alike
        digest = hashlib.sha256(picture.data).hexdigest()[:16]
        name = f"{PICTURES}/{digest}{picture.suffix}"
        self.files[name] = picture.data
        return PagePicture(name, picture.width, picture.height)


class MadePictures:
    """Makes each picture once, at most `widest` pixels wide."""

    def __init__(self, told: Told | None, widest: int = WIDEST) -> None:
        self._told = told
        self._widest = widest
        self._known: dict[tuple[object, ...], ScreenPicture] = {}

    def picture(self, folder: Path, photo: Photo, widest: int = 0) -> ScreenPicture:
        """A photo of an issue in `folder`, at most `widest` pixels wide where that is said.
        PhotoError where it cannot be read.
        """
        key = (folder, photo.path, photo.tone, photo.crop, widest)
        if key not in self._known:
            file = probe(inside(folder, photo.path))
            most = widest or self._widest
            self._known[key] = for_screen(file, photo.tone, photo.crop, most)
            if self._told is not None:
                self._told()
        return self._known[key]


def web_page(issue: Issue, layout: Layout, told: Told | None = None) -> bytes:
    """The issue as one HTML file that needs no other. PhotoError where a photo cannot be read."""
    return single_page(issue, layout, EmbeddedPictures(told)).encode("utf-8")


def web_folder(issue: Issue, layout: Layout, told: Told | None = None) -> dict[str, bytes]:
    """The issue as a page an article: files by their names in one folder, the first page last.

    PhotoError where a photo cannot be read.
    """
    pictures = BesidePictures(told)
    pages = {name: text.encode("utf-8") for name, text in page_files(issue, layout, pictures)}
    return {**pictures.files, **pages}


def is_web_folder(folder: Path) -> bool:
    """Whether a folder holds pages that we wrote."""
    try:
        with (folder / INDEX).open("rb") as file:
            return GENERATOR.encode("utf-8") in file.read(_HEAD)
    except OSError:
        return False


_HEAD = 4096
"""Bytes of a first page that hold what it says of its making."""
