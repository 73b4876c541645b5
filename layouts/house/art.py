"""Pictures that a layout names, relative to the file that does: never one outside its folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self, cast

from msgspec import Struct

from layouts.house.fixed_design import ArtDesign
from layouts.house.kinds import Refused, Scope
from layouts.house.layout import Layout
from layouts.imaging.kinds import ART_SUFFIXES
from layouts.inputs import real
from layouts.messages.art import ART_FILE_NAME
from layouts.messages.message import Sentence
from layouts.store.art_names import is_picture_name

PARTS = ("masthead", "colophon", "cover")
"""The tables of a layout that may have `art`."""


class Located(str):
    """The name of a file with the folder it is relative to."""

    __slots__ = ("folder",)
    folder: Path

    def __new__(cls, name: str, folder: Path) -> Self:
        """The name as it was, and the folder."""
        made = super().__new__(cls, name)
        made.folder = folder
        return made

    def __getnewargs__(self) -> tuple[str, Path]:  # pyright: ignore[reportIncompatibleMethodOverride]
        """What a copy is made of: documents are copied."""
        return str(self), self.folder


def located(document: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """A layout's document, or what is laid over one, with the files it names relative to
    `folder`; those that are located already stay where they are.

    Values that are none are left for reading to find.
    """
    found = dict(document)
    for part in PARTS:
        rows = _rows(found.get(part))
        if rows:
            table = cast("dict[str, object]", found[part])
            found[part] = {**table, "art": [_located_row(row, folder) for row in rows]}
    return found


def _located_row(row: object, folder: Path) -> object:
    if not isinstance(row, dict):
        return row
    values = cast("dict[str, object]", row)
    name = values.get("file")
    if not isinstance(name, str) or isinstance(name, Located):
        return values
    return {**values, "file": Located(name, folder)}


def _rows(table: object) -> Sequence[object]:
    rows = cast("dict[str, object]", table).get("art") if isinstance(table, dict) else None
    return cast("list[object]", rows) if isinstance(rows, list) else ()


def pictures_named(document: Mapping[str, Any]) -> tuple[str, ...]:
    """The pictures that a layout's document, or what is laid over one, names: those of names that
    a picture may have, each once, in the order of the file.
    """
    return tuple(dict.fromkeys(map(str, _named(document))))


def _named(document: Mapping[str, Any]) -> Iterator[str]:
    for part in PARTS:
        for row in _rows(document.get(part)):
            name = cast("dict[str, object]", row).get("file") if isinstance(row, dict) else None
            if isinstance(name, str) and is_picture_name(name):
                yield name


def layout_pictures(layout: Layout) -> tuple[str, ...]:
    """The picture files of a layout by their absolute paths, each once."""
    return tuple(dict.fromkeys(design.file for design in art_of(layout)))


def art_of(layout: Layout) -> tuple[ArtDesign, ...]:
    """All pictures of a layout."""
    of_cover = layout.cover.art if layout.cover is not None else ()
    return (*layout.masthead.art, *layout.colophon.art, *of_cover)


def located_pictures(document: Mapping[str, Any]) -> tuple[Located, ...]:
    """The pictures that a located document names, each with the folder it lies in; those of names
    that a picture may have.
    """
    names = (name for name in _named(document) if isinstance(name, Located))
    return tuple({(name, name.folder): name for name in names}.values())


class PictureFile(Struct, frozen=True):
    """The file of a picture, by its name relative to the file that says so."""

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return ART_FILE_NAME(endings=" ".join(ART_SUFFIXES))

    def read(self, raw: object, scope: Scope) -> str:
        """The absolute path. Refused where it is no name of a picture, or leads elsewhere."""
        if not isinstance(raw, str) or not is_picture_name(raw):
            raise Refused
        folder = (raw.folder if isinstance(raw, Located) else Path()).absolute()
        # by its links too: what they lead to is no part of what the house hands on
        if not real(folder / raw).is_relative_to(real(folder)):
            raise Refused
        return str(folder / raw)
