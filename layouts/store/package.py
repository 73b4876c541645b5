"""The .banxin package: a zip of issue.json, photos by content, a picture of the first page and the
layout. docs/file-format.md.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

from msgspec.structs import replace

from layouts.errors import Finding, PackageError, Source
from layouts.issue.file_name import PHOTOS
from layouts.issue.issue import Issue
from layouts.issue.layout_name import bare_name, names_file
from layouts.issue.size import excess
from layouts.messages.packages import (
    LAYOUT_NOT_UNPACKED,
    LAYOUT_TOO_LARGE,
    NOT_A_PACKAGE,
    READ_BACK_DIFFERS,
)
from layouts.reasons import reason
from layouts.store import json_text
from layouts.store.art import unpack_art
from layouts.store.art_names import FOLDER
from layouts.store.decode import Home, decode
from layouts.store.disk import Disk
from layouts.store.encode import Encoder
from layouts.store.limits import MOST_JSON, MOST_LAYOUT, MOST_RATIO, MOST_THUMBNAIL, RATIO_FROM
from layouts.store.photos import Packing, PhotoOrigin, unpack
from layouts.store.temporary import kind_of
from layouts.store.token import Token, token_of
from layouts.store.zip_read import PackageZip

MIMETYPE = b"application/vnd.banxin+zip"

KnownLayout = Callable[[str], bytes | None]
"""The bytes of a layout this program ships, by name; None where it ships none."""

# no hidden file, and no space or dot at the end, which Windows drops
_LAYOUT_NAME = re.compile(r"(?!\.)[\w. -]{1,80}(?<![ .])")
_DAY_ONE = (1980, 1, 1, 0, 0, 0)  # the first that a zip can say
_PLAIN_FILE = 0o100644 << 16  # mode of Unix, in the upper half of the attributes
_UNIX = 3


class OpenedPackage(NamedTuple):
    """A package as it was opened.

    The issue's folder is the document's cache; `token` says which file it was.
    """

    issue: Issue
    findings: tuple[Finding, ...]
    layout: bytes
    thumbnail: bytes
    token: Token | None


def read_package(path: Path, cache: Path, known_layout: KnownLayout) -> OpenedPackage:
    """Open a package.

    Its photos are put into `cache`, a folder of this document's own, where they are not there yet.

    The layout it was made with goes there too where `known_layout` has another or none of that
    name: the issue then names that file. PackageError, in a sentence, where it cannot be opened; a
    single damaged photo is a finding.
    """
    token = token_of(path)
    source = Source(str(path))
    with open_zip(path) as package:
        issue, layout = _read_issue(package, cache, source)
        thumbnail = (
            package.read("thumbnail.png", MOST_THUMBNAIL)
            if "thumbnail.png" in package.names
            else b""
        )
        findings = unpack(package, cache, str(path))
        unpack_art(package, cache, str(path))
    try:
        issue = _with_layout(issue, layout, known_layout)
    except OSError as error:
        why, place = reason(error), kind_of(cache)
        raise PackageError(*LAYOUT_NOT_UNPACKED(place=place, why=why), source) from error
    return OpenedPackage(issue, findings, layout, thumbnail, token)


def read_issue_alone(path: Path) -> Issue:
    """The issue of a package, its photos left where they are. PackageError as `read_package`."""
    with open_zip(path) as package:
        return _read_issue(package, path.parent, Source(str(path)))[0]


def open_zip(path: Path) -> PackageZip:
    """Open a package as a zip.

    One that holds what we do not know may be of a newer program: then NewerError says so.
    """
    try:
        return PackageZip(path)
    except PackageError:
        if (version := _version(path)) is not None:
            json_text.check_version(version, Source(str(path)))
        raise


def _version(path: Path) -> int | None:
    """The version that a package claims to be of, whatever else it holds; None where that cannot be
    told.
    """
    try:
        with PackageZip(path, any_names=True) as package:
            return json_text.version_of(package.read("issue.json", MOST_JSON))
    except PackageError:
        return None


def thumbnail(path: Path) -> bytes:
    """The picture of the first page that a package has; empty where it has none or is no
    package.
    """
    try:
        with PackageZip(path) as package:
            return (
                package.read("thumbnail.png", MOST_THUMBNAIL)
                if "thumbnail.png" in package.names
                else b""
            )
    except PackageError:
        return b""


def _read_issue(package: PackageZip, cache: Path, source: Source) -> tuple[Issue, bytes]:
    if package.read("mimetype", 100) != MIMETYPE:
        raise PackageError(*NOT_A_PACKAGE(), source)
    issue = issue_in(package.read("issue.json", MOST_JSON), Home(source.file, cache), source)
    layout = package.read("layout.toml", MOST_LAYOUT) if "layout.toml" in package.names else b""
    return issue, layout


def issue_in(text: bytes, home: Home, source: Source) -> Issue:
    """The issue that an issue.json holds.

    PackageError where it cannot be read, or is more than we read: saving asks this too.
    """
    read = json_text.read(text, source)
    issue = decode(read.entry, read.plain, home)
    if found := excess(issue):
        raise PackageError(found.zh, found.en, found.source)
    return issue


def _with_layout(issue: Issue, layout: bytes, known_layout: KnownLayout) -> Issue:
    """The issue with its layout named so that the one it was made with is found, and never one
    outside its folder.
    """
    name = issue.layout
    if not names_file(name) and (not layout or known_layout(name) == layout):
        return issue
    return with_own_layout(issue, layout)


def with_own_layout(issue: Issue, layout: bytes) -> Issue:
    """The issue with its layout as a file in its folder, and named so.

    OSError where it cannot be put there.
    """
    name = issue.layout
    stem = bare_name(Path(name.replace("\\", "/")).name) if names_file(name) else name
    file = f"{stem if _LAYOUT_NAME.fullmatch(stem) else 'layout'}.toml"
    if layout:
        Disk().write_whole(issue.folder / file, layout)
    return issue if file == name else replace(issue, layout=file)


# Writing


def text_of(issue: Issue, photos: Packing) -> bytes:
    """An issue as issue.json, its photos named as they are packed."""
    return json_text.written(Encoder(lambda photo: photos.names.get(photo.path, "")).issue(issue))


def check_readable(text: bytes, layout: bytes, source: Source) -> None:
    """PackageError where a package of these could not be opened again, by all that opening looks
    at.
    """
    issue_in(text, Home(source.file, Path()), source)
    if len(layout) > MOST_LAYOUT:
        most = MOST_LAYOUT // 1000
        raise PackageError(*LAYOUT_TOO_LARGE(most=most), source)


def write_package(
    out: BinaryIO,
    text: bytes,
    photos: Packing,
    old: PackageZip | None,
    layout: bytes,
    thumbnail: bytes,
    art: Mapping[str, PhotoOrigin],
) -> None:
    """Write a package into a file, `text` as its issue.json.

    The same issue gives the same package. OSError from `out`.
    """
    with zipfile.ZipFile(out, "w") as package:
        # first and not packed: so its bytes stand at a fixed place, as in OpenDocument and EPUB
        add_entry(package, "mimetype", [MIMETYPE], len(MIMETYPE))
        add_entry(package, "issue.json", [text], len(text), _packing_of(text))
        if layout:
            add_entry(package, "layout.toml", [layout], len(layout), zipfile.ZIP_DEFLATED)
        if thumbnail and len(thumbnail) <= MOST_THUMBNAIL:  # the issue can do without
            add_entry(package, "thumbnail.png", [thumbnail], len(thumbnail))
        entries = {f"{PHOTOS}/{name}": origin for name, origin in photos.origins.items()}
        entries |= {f"{FOLDER}{name}": origin for name, origin in art.items()}
        for entry, origin in sorted(entries.items()):
            if origin.file is not None:
                add_entry(package, entry, origin.chunks(), origin.size)
            elif old is not None:
                add_entry(package, entry, old.chunks(entry), origin.size)


def _packing_of(text: bytes) -> int:
    """How issue.json is packed: as it is where it would become so small that reading takes it for a
    bomb.
    """
    is_bomb = len(text) > RATIO_FROM and len(zlib.compress(text)) * MOST_RATIO * 0.9 < len(text)
    return zipfile.ZIP_STORED if is_bomb else zipfile.ZIP_DEFLATED


def add_entry(
    package: zipfile.ZipFile,
    name: str,
    chunks: Iterable[bytes],
    size: int,
    packed: int = zipfile.ZIP_STORED,
) -> None:
    """Write one entry of a package, piece by piece, without time, owner or anything else of this
    machine.
    """
    entry = zipfile.ZipInfo(name, _DAY_ONE)
    entry.compress_type = packed
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    entry.file_size = size
    with package.open(entry, "w") as out:
        for chunk in chunks:
            out.write(chunk)


def verify(path: Path, text: bytes) -> None:
    """Read a package back. PackageError where anything in it is not what was written."""
    with PackageZip(path) as package:
        if package.read("issue.json", MOST_JSON) != text:
            raise PackageError(*READ_BACK_DIFFERS(), Source(str(path)))
        for name in package.names:
            for _ in package.chunks(name):
                pass  # the zip compares its checksum at the end
