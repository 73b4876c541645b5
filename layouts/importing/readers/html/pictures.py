"""The pictures of a page: files in its folder, data inside it, what came with the clipboard.

Nothing is fetched, and no file outside the folder is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple
from urllib.parse import unquote, unquote_to_bytes

from layouts.importing.photo_store import LARGEST, PhotoStore
from layouts.importing.readers.html.css import Declarations, length
from layouts.importing.readers.html.tree import HtmlElement
from layouts.inputs import read_input
from layouts.issue.photo import Side
from layouts.manuscript.gather import path_from

DATA = "banxin-data:"
"""What stands in a page for data that was lifted out of it, with its number."""

MOST_SEARCHED = 5_000
"""Files of a folder that a picture without a path is looked for among."""

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:|//|\\\\")
_WEB = ("http:", "https:", "ftp:", "//", "blob:", "cid:", "about:", "javascript:")
_SPACER, _ICON = 2.0, 32.0
"""Pixels: pictures no larger hold lines apart; those below the second are icons in the text."""


class FoundPicture(NamedTuple):
    """A picture: its file in the store, None with the code of why there is none; what it is called
    in the source.
    """

    path: Path | None
    name: str
    why: str = ""


class PagePictures:
    """Finds the pictures of one page.

    `base` is the folder that holds them, None where there is none; it is `searched` for those that
    do not lie where the page says. `given` are those that came with a clipboard, by address or
    name. `data` is what was lifted out of the page.
    """

    def __init__(
        self,
        store: PhotoStore,
        base: Path | None,
        given: Mapping[str, bytes],
        data: Sequence[bytes],
        *,
        searched: bool = True,
    ) -> None:
        self._store = store
        self._searched = searched
        self._base = base
        self._given = given
        self._data = data
        self._alone = next(iter(given.values())) if len(given) == 1 else None
        self._known: dict[str, FoundPicture] = {}
        self._names: dict[str, Path] | None = None

    def of(self, element: HtmlElement) -> FoundPicture:
        """The picture that an img shows.

        The address that scripts load later (`data-src`) counts where the one written is no file: it
        is a grey box then.
        """
        written = element.get("src").strip()
        later = (element.get("data-src") or element.get("data-original")).strip()
        first = self.at(written) if written or not later else None
        if first is None or (first.path is None and later) or (later and _is_data(written)):
            second = self.at(later) if later else None
            return second or first or FoundPicture(None, "", "photo-missing")
        return first

    def at(self, address: str) -> FoundPicture:
        """The picture at an address or path, looked for once."""
        found = self._known.get(address)
        if found is None:
            found = self._known[address] = self._look_for(address)
        return found

    def _look_for(self, address: str) -> FoundPicture:
        name = _name(address)
        data = self._given.get(address, self._given.get(name))
        if data is not None:
            return self._stored(data, name)
        if address.startswith(DATA):
            return self._stored(self._lifted(address), "")
        if address.lower().startswith("data:"):
            return self._stored(_decoded(address.encode("utf-8", "replace")), "")
        found = self._at_path(address, name)
        if found.path is None and self._alone is not None:
            data, self._alone = self._alone, None
            return self._stored(data, name)
        return found

    def _at_path(self, address: str, name: str) -> FoundPicture:
        if address.lower().startswith(_WEB):
            return FoundPicture(None, name, "linked-photo")
        path = _local(address)
        if self._base is None or path is None or not path:
            return FoundPicture(None, name, "photo-elsewhere" if address else "photo-missing")
        file = self._base / path
        if path_from(self._base, file) is None:
            return FoundPicture(None, name, "photo-elsewhere")
        try:
            return self._stored(read_input(file, LARGEST), name)
        except FileNotFoundError:
            return self._by_name(name)
        except OSError:
            return FoundPicture(None, name, "photo-missing")

    def _by_name(self, name: str) -> FoundPicture:
        """A picture that lies somewhere in the folder: programs that keep pictures apart name only
        the file.
        """
        if self._names is None:
            self._names = dict(_files(self._base)) if self._base and self._searched else {}
        file = self._names.get(name.casefold())
        try:
            data = read_input(file, LARGEST) if file else b""
        except OSError:
            data = b""
        return self._stored(data, name) if data else FoundPicture(None, name, "photo-missing")

    def _lifted(self, address: str) -> bytes:
        try:
            return _decoded(self._data[int(address.removeprefix(DATA))])
        except (ValueError, IndexError):
            return b""

    def _stored(self, data: bytes, name: str) -> FoundPicture:
        path = self._store.put(data)
        return FoundPicture(path, name, "" if path else "photo-kind")


def _is_data(address: str) -> bool:
    return address.startswith(DATA) or address.lower().startswith("data:")


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Files below a folder by name, the nearest of each last, and no more than `MOST_SEARCHED`."""
    import os

    found: list[tuple[str, Path]] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += ((name.casefold(), Path(parent, name)) for name in names)
        if len(found) > MOST_SEARCHED:
            break
    return reversed(found[:MOST_SEARCHED])


def _name(address: str) -> str:
    """What a picture is called, empty for data."""
    if _is_data(address):
        return ""
    path = unquote(address.split("?", 1)[0].split("#", 1)[0]).replace("\\", "/")
    return PurePosixPath(path).name


def _local(address: str) -> str | None:
    """The path of an address without a server, None for one that leads elsewhere."""
    if address.lower().startswith("file:"):
        path = unquote(address[5:]).replace("\\", "/").lstrip("/")
        return path if PureWindowsPath(path).drive else f"/{path}"
    if _SCHEME.match(address):
        return None
    plain = address.split("#", 1)[0].split("?", 1)[0]
    return unquote(plain).replace("\\", "/").replace("\0", "")


def _decoded(address: bytes) -> bytes:
    """The bytes of a data: address, none where it is damaged."""
    import base64
    import binascii

    head, _, body = address.partition(b",")
    body = unquote_to_bytes(body)
    if not head.rstrip().lower().endswith(b"base64"):
        return body
    body = b"".join(body.split())
    try:
        return base64.b64decode(body + b"=" * (-len(body) % 4))
    except binascii.Error:
        return b""


def share(
    element: HtmlElement, said: Declarations, room: float, measure: float | None
) -> float | None:
    """The width of a picture as a share of the text's, None where nothing tells.

    `room` is the share that what it stands in takes, `measure` the width of the text in points.
    """
    for written in (said.get("width", ""), said.get("zoom", ""), element.get("width")):
        found = length(written)
        if found is None:
            continue
        number, unit = found
        if unit == "%":
            return _within(number / 100 * room)
        if measure and unit in _UNITS:
            return _within(number * _UNITS[unit] / measure)
    return None


_UNITS = {"": 0.75, "px": 0.75, "pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0}


def _within(number: float) -> float | None:
    return min(round(number, 4), 1.0) if number > 0 else None


def side(element: HtmlElement, said: Declarations) -> Side:
    """The side a picture stands on."""
    written = said.get("float", "") or element.get("align").lower()
    return {"left": Side.LEFT, "right": Side.RIGHT}.get(written, Side.NONE)


def is_spacer(element: HtmlElement) -> bool:
    """Whether a picture only holds things apart or counts readers."""
    return any(size is not None and size <= _SPACER for size in _sizes(element))


def is_icon(element: HtmlElement, said: Declarations) -> bool:
    """Whether a picture is a sign in the line: a smiley, a bullet."""
    sizes = [size for size in _sizes(element) if size is not None]
    styled = length(said.get("width", ""))
    if styled and styled[1] in ("px", ""):
        sizes.append(styled[0])
    if "emoji" in element.get("class").lower():
        return True
    return bool(sizes) and max(sizes) < _ICON


def _sizes(element: HtmlElement) -> list[float | None]:
    found = [length(element.get(name)) for name in ("width", "height")]
    return [size[0] if size and size[1] in ("", "px") else None for size in found]
