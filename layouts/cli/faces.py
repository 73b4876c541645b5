"""The verb faces: the editor's own faces, as a table for people or JSON for programs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from fonts.catalogue import Catalogue
from fonts.library.known import KnownFace
from fonts.library.library import FaceLibrary
from fonts.library.permission import Foundry, foundry, permission
from layouts.cli.output import OK, print_findings, print_out
from layouts.errors import Finding, Source
from layouts.faces import (
    licence_sentence,
    permission_sentence,
    trouble_sentence,
    unlisted_sentence,
)
from layouts.messages.faces import (
    FACES_FOUND,
    FACES_HEAD,
    NO_FACES,
)

_CHINESE = 1000
"""Hanzi of a face that Chinese can be set in; Japanese and Latin ones have a few or none."""


def faces(folders: Sequence[Path], *, as_json: bool) -> int:
    """Print the faces of the system and of these folders, and what gave none."""
    # what an export looks through too; where that is ours alone, the folders named here
    library = Catalogue(folders=folders).library or FaceLibrary(folders, system=False)
    found = sorted(library.faces, key=_order)
    if as_json:
        unread = [
            {"path": path, "why": trouble_sentence(why)._asdict()} for path, why in library.unread
        ]
        unlisted = [unlisted_sentence(place)._asdict() for place in library.unlisted]
        listing = {"faces": [*map(_entry, found)], "unread": unread, "unlisted": unlisted}
        print_out(json.dumps(listing, ensure_ascii=False, indent=1))
        return OK
    print_out(_table(found) if found else NO_FACES().both)
    print_findings(_findings(library))
    return OK


def _order(face: KnownFace) -> tuple[bool, str, int, bool, str]:
    return face.hanzi < _CHINESE, face.latin.casefold(), face.weight, face.italic, face.postscript


def _entry(face: KnownFace) -> dict[str, object]:
    allowed = permission(face)
    maker = foundry(face)
    return {
        "postscript": face.postscript,
        "families": face.families,
        "full_names": face.full_names,
        "style": face.style,
        "weight": face.weight,
        "axes": {tag: list(axis) for tag, axis in face.axes.items()},
        "italic": face.italic,
        "outlines": face.outlines,
        "hanzi": face.hanzi,
        "embeds": allowed.embeds,
        "whole_only": allowed.whole_only,
        "permission": permission_sentence(allowed)._asdict(),
        "licence_note": licence_sentence(maker)._asdict() if maker else None,
        "fs_type": face.fs_type,
        "vendor": face.vendor,
        "maker": face.maker,
        "copyright": face.copyright,
        "licence": face.licence,
        "licence_url": face.licence_url,
        "path": face.path,
        "index": face.index,
        "size": face.size,
    }


def _table(found: Sequence[KnownFace]) -> str:
    head = FACES_HEAD()
    rows = [head.zh.split("\t"), head.en.split("\t"), *map(_row, found)]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]
    return "\n".join((*lines, FACES_FOUND(count=len(found)).both))


def _row(face: KnownFace) -> list[str]:
    axis = face.axis
    return [
        face.chinese,
        face.latin,
        face.postscript,
        f"{axis.low:.0f}–{axis.high:.0f}" if axis else str(face.weight),
        face.outlines,
        str(face.hanzi),
        permission_sentence(permission(face)).both,
    ]


def _width(text: str) -> int:
    """The columns of a terminal that a text takes: two for a Hanzi."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _findings(library: FaceLibrary) -> list[Finding]:
    unlisted = [unlisted_sentence(place) for place in library.unlisted]
    makers: dict[Foundry, None] = {}
    for face in library.faces:
        if name := foundry(face):
            makers[name] = None
    return [
        *(
            Finding("warning", "face-unread", *trouble_sentence(why), Source(path))
            for path, why in library.unread
        ),
        *(Finding("warning", "faces-unlisted", *sentence) for sentence in unlisted),
        *(Finding("notice", "face-licence", *licence_sentence(name)) for name in makers),
    ]
