"""Issues as files of either kind: a manuscript (.md, .txt) with photos beside it, or a package (.banxin) that holds everything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from layouts.errors import BanxinError, Finding
from layouts.inputs import read_input
from layouts.issue.issue import Issue

if TYPE_CHECKING:
    from layouts.store.token import Token

PACKAGE = ".banxin"


class Document(NamedTuple):
    """An issue as it was read from a file, or lies there after saving; `token` tells whether the file is still the same."""

    issue: Issue
    findings: tuple[Finding, ...]
    token: Token | None


def is_package(path: Path) -> bool:
    """Whether a file is a package by its name."""
    return path.suffix.casefold() == PACKAGE


def read_document(path: Path, cache: Path, *, watched: bool = True) -> Document:
    """Read an issue. A package puts its photos into `cache`, a folder of this document's own. BanxinError where it cannot be read.

    One that nobody is going to save need not be `watched`: there is no token then.
    """
    if is_package(path):
        from layouts.store.package import read_package

        opened = read_package(path, cache, known_layout)
        return Document(opened.issue, opened.findings, opened.token)
    from layouts.house.load import open_settings
    from layouts.manuscript import read_manuscript

    token = _token(path) if watched else None
    issue, findings = read_manuscript(path, open_settings=lambda name, source: open_settings(name, source, folder=path.parent))
    return Document(issue, findings, token)


def save_document(issue: Issue, path: Path, cache: Path, *, thumbnail: bytes = b"", expected: Token | None = None) -> Document:
    """Save an issue as the kind of file that `path` names; the issue as it lies there then. BanxinError where nothing was saved.

    `thumbnail` is a PNG of the first page; ChangedError where the file is no longer the one `expected`.
    """
    from layouts.store.saving import check_unchanged, save

    if is_package(path):
        saved = save(issue, path, cache, layout=layout_source(issue), thumbnail=thumbnail, expected=expected)
        return Document(saved.issue, (), saved.token)
    from layouts.manuscript.save import save_manuscript

    check_unchanged(path, expected)
    written = save_manuscript(issue, path)
    return Document(written, (), _token(path))


def layout_source(issue: Issue) -> bytes:
    """The text of the layout that an issue names; empty where there is none, which composing reports."""
    from layouts.house.load import LARGEST, find_layout

    try:
        return read_input(find_layout(issue.layout, issue.folder, None), LARGEST)
    except (BanxinError, OSError, ValueError):
        return b""


def known_layout(name: str) -> bytes | None:
    """The text of a layout we ship; None where we ship none of that name."""
    from layouts.house.load import STOCK, stock_layouts

    return (STOCK / f"{name}.toml").read_bytes() if name in stock_layouts() else None


def _token(path: Path) -> Token | None:
    from layouts.store.token import token_of

    return token_of(path)
