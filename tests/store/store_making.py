"""Packages made by hand, issues edited, folders looked at."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from layouts.documents import known_layout
from layouts.issue.edits.text import insert_text
from layouts.issue.issue import Issue
from layouts.issue.places import Place
from layouts.store.package import MIMETYPE, OpenedPackage, read_package

MINIMAL = b'{"version": 1, "sections": [{"name": "\xe8\xa6\x81\xe9\x97\xbb", "articles": [{"title": "\xe9\xa2\x98\xe7\x9b\xae"}]}]}'


def opened(path: Path, cache: Path) -> OpenedPackage:
    return read_package(path, cache, known_layout)


def contents(path: Path) -> dict[str, bytes]:
    """The entries of a package in their order."""
    with zipfile.ZipFile(path) as package:
        return {entry.filename: package.read(entry) for entry in package.infolist()}


def make(
    path: Path,
    entries: Mapping[str, bytes] | list[tuple[str | zipfile.ZipInfo, bytes]],
    packed: int = zipfile.ZIP_DEFLATED,
) -> Path:
    """A zip of these entries, whatever they are."""
    with zipfile.ZipFile(path, "w", packed) as package:
        for name, data in entries.items() if isinstance(entries, Mapping) else entries:
            package.writestr(name, data)
    return path


def minimal(path: Path, more: Mapping[str, bytes] | None = None, issue: bytes = MINIMAL) -> Path:
    return make(path, {"mimetype": MIMETYPE, "issue.json": issue, **(more or {})})


def typed(issue: Issue, text: str, section: int = 1, article: int = 0, block: int = 0) -> Issue:
    """The issue with a text typed at the beginning of a paragraph."""
    return insert_text(issue, Place(section, article, block), 0, text).issue


def in_folder(issue: Issue, folder: Path) -> Issue:
    return replace(issue, folder=folder)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
