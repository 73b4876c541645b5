"""Layout packages (.banxin-layout): a zip of a layout that stands on no other, the pictures it
names and a preview. docs/layout-format.md. No faces: a licence for them is each house's own.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from layouts.errors import LayoutError, PackageError, Source
from layouts.house.art import is_picture_name, located, located_pictures, pictures_named
from layouts.house.build import build
from layouts.house.load import FACES
from layouts.house.own_folder import FILE
from layouts.house.read import Fault, dotted
from layouts.house.toml_lines import line_of, parsed
from layouts.house.written import LARGEST, refuse
from layouts.imaging.kinds import HEAD, SUFFIXES, kind_of
from layouts.inputs import read_input, why
from layouts.messages.layout import (
    LAYOUT_NOT_UTF8,
    LAYOUT_PACKAGE_PICTURES,
    LAYOUT_PACKAGE_STANDS_ON,
    LAYOUT_PICTURE_MISSING,
    LAYOUT_PICTURE_NO_PICTURE,
    LAYOUT_PICTURE_TOO_LARGE,
    LAYOUT_PICTURE_TWICE,
    LAYOUT_PICTURE_UNREADABLE,
    LAYOUT_PREVIEW_NO_PNG,
    NO_LAYOUT_PACKAGE,
)
from layouts.messages.message import Sentence
from layouts.store.package import add_entry
from layouts.store.zip_read import PackageZip

MIMETYPE = b"application/vnd.banxin-layout+zip"
PREVIEW = "preview.png"

MOST_PICTURES = 40
MOST_PICTURE = 20_000_000
"""Bytes of one picture; a calligraphy scanned at 1,200 dpi as a TIFF has about 8,000,000."""

MOST_PREVIEW = 4_000_000

_MARKUP = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""What may stand before the first sign of a drawing: byte order marks and space."""

_PNG = b"\x89PNG\r\n\x1a\n"


class LayoutPackage(NamedTuple):
    """A layout package as it was read: the text of its layout, its pictures by the names the layout
    has for them, the preview (empty where it has none).
    """

    text: str
    pictures: Mapping[str, bytes]
    preview: bytes = b""


def read_layout_package(path: Path) -> LayoutPackage:
    """Read a layout package and check everything in it.

    LayoutError, naming the file and what in it is wrong.
    """
    found = opened_layout_package(path)
    _check(found, f"{path}/{FILE}", Source(str(path)))
    return found


def opened_layout_package(path: Path) -> LayoutPackage:
    """What a layout package holds, its layout and pictures not looked into.

    LayoutError where it is no such package, or holds what does not belong there.
    """
    source = Source(str(path))
    try:
        with PackageZip(path, is_ours=_is_ours) as package:
            if package.read("mimetype", 100) != MIMETYPE:
                raise LayoutError(*NO_LAYOUT_PACKAGE(), source)
            names = sorted(filter(is_picture_name, package.names - {PREVIEW}))
            if len(names) > MOST_PICTURES:
                raise LayoutError(*LAYOUT_PACKAGE_PICTURES(most=MOST_PICTURES), source)
            text = _decoded(package.read(FILE, LARGEST), f"{path}/{FILE}")
            pictures = {name: package.read(name, MOST_PICTURE) for name in names}
            preview = package.read(PREVIEW, MOST_PREVIEW) if PREVIEW in package.names else b""
    except PackageError as error:
        raise LayoutError(error.zh, error.en, source) from error
    return LayoutPackage(text, pictures, preview)


def layout_package(text: str, pictures: Mapping[str, bytes], preview: bytes = b"") -> bytes:
    """The bytes of a layout package; the same for the same layout.

    LayoutError where what is given could not be read again.
    """
    made = LayoutPackage(text, pictures, preview)
    _check(made, FILE, Source(FILE))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        # first and not packed, as in the package of an issue
        add_entry(package, "mimetype", [MIMETYPE], len(MIMETYPE))
        data = text.encode()
        add_entry(package, FILE, [data], len(data), zipfile.ZIP_DEFLATED)
        for name, content in sorted(pictures.items()):
            add_entry(package, name, [content], len(content))
        if preview:
            add_entry(package, PREVIEW, [preview], len(preview))
    return out.getvalue()


def pictures_with(document: Mapping[str, Any]) -> dict[str, bytes]:
    """The pictures that a layout's document names, by these names, each read from beside the file
    that names it.

    LayoutError where one is not there or is too large, or where two are called alike.
    """
    found: dict[str, bytes] = {}
    for name in located_pictures(document):
        content = picture_in(name.folder / name, name)
        if found.setdefault(str(name), content) != content:
            _refuse(LAYOUT_PICTURE_TWICE(name=name), Source(str(name.folder / name)))
    return found


def picture_in(path: Path, name: str) -> bytes:
    """The bytes of a picture of a layout. LayoutError where it cannot be read."""
    try:
        return read_input(path, MOST_PICTURE)
    except OSError as error:
        wording = LAYOUT_PICTURE_UNREADABLE(name=name, why=why(error))
        raise LayoutError(*wording, Source(str(path))) from error


def _is_ours(name: str) -> bool:
    return name in ("mimetype", FILE, PREVIEW) or is_picture_name(name)


def _decoded(content: bytes, called: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise LayoutError(*LAYOUT_NOT_UTF8(), Source(called, line)) from None


def _check(package: LayoutPackage, called: str, source: Source) -> None:
    """LayoutError where the layout does not build by itself, or a picture is none or missing."""
    document = parsed(package.text, called, LayoutError)
    if "based_on" in document:
        line = line_of(package.text, ("based_on",))
        raise LayoutError(*LAYOUT_PACKAGE_STANDS_ON(), Source(called, line))
    try:
        build("", located(document, Path()), FACES)
    except Fault as fault:
        line = line_of(package.text, fault.place)
        refuse(fault.wording, dotted(fault.place), Source(called, line))
    for name in pictures_named(document):
        if name not in package.pictures:
            _refuse(LAYOUT_PICTURE_MISSING(name=name), source)
    for name, content in package.pictures.items():
        if len(content) > MOST_PICTURE:
            most = MOST_PICTURE // 1_000_000
            _refuse(LAYOUT_PICTURE_TOO_LARGE(name=name, most=most), source)
        if not _is_what_it_says(name, content):
            _refuse(LAYOUT_PICTURE_NO_PICTURE(name=name), source)
    if package.preview and not package.preview.startswith(_PNG):
        _refuse(LAYOUT_PREVIEW_NO_PNG(), source)


def _is_what_it_says(name: str, content: bytes) -> bool:
    """Whether a picture begins as the ending of its name says; who draws it looks closer."""
    ending = Path(name).suffix.lower()
    if ending == ".svg":
        return content.lstrip(_MARKUP)[:1] == b"<"
    kind = kind_of(content[:HEAD])
    return kind is not None and ending in SUFFIXES[kind]


def _refuse(wording: Sentence, source: Source) -> NoReturn:
    raise LayoutError(*wording, source)
