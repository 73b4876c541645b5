"""The parts of an OpenDocument: files in a zip, or all in one XML (flat, .fodt)."""

from __future__ import annotations

import base64
import binascii
import io
import re
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from msgspec import Struct

from layouts.errors import ManuscriptError, Source
from layouts.importing.archive import Archive
from layouts.importing.photo_store import LARGEST
from layouts.importing.xml_events import Opens
from layouts.inputs import read_input, why
from layouts.messages import archives
from layouts.messages import other_files as say
from layouts.messages.message import Sentence

MOST_FLAT = 150_000_000
"""Bytes of a flat file; a photo takes a third more in one than by itself."""

_MANIFEST = "META-INF/manifest.xml"
_MOST_MANIFEST = 4_000_000
_ENCRYPTED = b"encryption-data"
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_BINARY = re.compile(rb"(<(?:\w{1,20}:)?binary-data[^<>]{0,500}>)([^<]*)")


class OdtParts(Struct):
    """The parts of a document: where XML is read from, which of it in what order, and pictures."""

    archive: Opens
    to_read: tuple[str, ...]
    zipped: Archive | None = None
    pictures: dict[str, bytes] = {}

    def is_inside(self, address: str) -> bool:
        """Whether an address is that of something in the file."""
        return address in self.pictures or self._entry(address) is not None

    def picture(self, address: str) -> bytes | None:
        """The bytes of a picture; None where it is not in the file."""
        if (encoded := self.pictures.get(address)) is not None:
            return _decoded(encoded)
        entry = self._entry(address)
        if entry is None or self.zipped is None or self.zipped.size(entry) > LARGEST:
            return None
        try:
            return self.zipped.read(entry, LARGEST)
        except ManuscriptError:  # the text is whole without it
            return None

    def _entry(self, address: str) -> str | None:
        name = address.removeprefix("./")
        return name if self.zipped is not None and name in self.zipped.names else None


class FlatFile:
    """A flat file in memory, its pictures taken out: one is larger than XML may be at once."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self.pictures: dict[str, bytes] = {}
        self._data = _BINARY.sub(self._taken, data)

    @contextmanager
    def open(self, _name: str, /) -> Generator[io.BytesIO]:
        """The XML."""
        yield io.BytesIO(self._data)

    def refuse(self, sentence: Sentence) -> NoReturn:
        """Say why the file cannot be read."""
        raise ManuscriptError(*sentence, Source(str(self.path)))

    def _taken(self, match: re.Match[bytes]) -> bytes:
        name = f"#{len(self.pictures)}"
        self.pictures[name] = match[2]
        return match[1] + name.encode("ascii")


@contextmanager
def open_parts(path: Path) -> Generator[OdtParts]:
    """A document opened. ManuscriptError where that cannot be."""
    flat = _flat(path)
    if flat is not None:
        yield OdtParts(flat, (path.name,), pictures=flat.pictures)
        return
    with Archive(path) as zipped:
        names = zipped.names
        if _MANIFEST in names and _ENCRYPTED in zipped.read(_MANIFEST, _MOST_MANIFEST):
            zipped.refuse(archives.SOURCE_ENCRYPTED())
        if "content.xml" not in names:
            zipped.refuse(say.NO_ODT())
        parts = tuple(name for name in ("styles.xml", "content.xml") if name in names)
        yield OdtParts(zipped, parts, zipped)


def _flat(path: Path) -> FlatFile | None:
    """The file where it is one XML, None where it is not."""
    try:
        if not _XML.match(read_input(path, MOST_FLAT, 64)):
            return None
        return FlatFile(path, read_input(path, MOST_FLAT))
    except OSError as error:
        sentence = archives.SOURCE_UNREADABLE(why=why(error))
        raise ManuscriptError(*sentence, Source(str(path))) from error


def _decoded(encoded: bytes) -> bytes | None:
    try:
        return base64.b64decode(encoded)
    except binascii.Error:
        return None
