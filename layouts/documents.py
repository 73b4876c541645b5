"""Issues as files of either kind: a manuscript (.md, .txt) with photos beside it, or a package
(.banxin) that holds everything.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from layouts.errors import BanxinError, Finding
from layouts.issue.issue import Issue

if TYPE_CHECKING:
    from layouts.store.token import Token

PACKAGE = ".banxin"
MANUSCRIPTS = frozenset({".md", ".markdown", ".txt"})


class IssueFile(NamedTuple):
    """An issue as it was read from a file, or lies there after saving; `token` tells whether the
    file is still the same.
    """

    issue: Issue
    findings: tuple[Finding, ...]
    token: Token | None


def is_package(path: Path) -> bool:
    """Whether a file is a package by its name."""
    return path.suffix.casefold() == PACKAGE


def read_document(path: Path, cache: Path, *, watched: bool = True) -> IssueFile:
    """Read an issue.

    A package puts its photos into `cache`, a folder of this document's own. BanxinError where it
    cannot be read.

    One that nobody is going to save need not be `watched`: there is no token then.
    """
    if is_package(path):
        from layouts.store.package import read_package

        opened = read_package(path, cache, known_layout)
        return IssueFile(opened.issue, opened.findings, opened.token)
    token = _token(path) if watched else None
    issue, findings = _read_foreign(path) or _read_manuscript(path)
    return IssueFile(issue, findings, token)


def _read_foreign(path: Path) -> tuple[Issue, tuple[Finding, ...]] | None:
    """What an installed reader makes of a file of a kind that is not ours; None where there is
    none.
    """
    kind = path.suffix.casefold()
    if not kind or kind in MANUSCRIPTS:
        return None
    from layouts.extensions import called, extension

    reader = extension("readers", kind[1:])
    if reader is None:
        return None
    issue, findings = called("readers", kind[1:], reader, path)
    return issue, tuple(findings)


def _read_manuscript(path: Path) -> tuple[Issue, tuple[Finding, ...]]:
    from layouts.house.load import open_settings
    from layouts.manuscript import read_manuscript

    return read_manuscript(
        path, open_settings=lambda name, source: open_settings(name, source, folder=path.parent)
    )


def save_document(
    issue: Issue,
    path: Path,
    cache: Path,
    *,
    thumbnail: bytes = b"",
    expected: Token | None = None,
    ours: Path | None = None,
) -> IssueFile:
    """Save an issue as the kind of file that `path` names; the issue as it lies there then.

    BanxinError where nothing was saved.

    `thumbnail` is a PNG of the first page; ChangedError where the file is no longer the one
    `expected`. `ours` is a folder that the program sweeps away again: a manuscript gets copies of
    what lies there.
    """
    from layouts.store.saving import check_unchanged, save

    if is_package(path):
        saved = save(
            issue, path, cache, layout=layout_source(issue), thumbnail=thumbnail, expected=expected
        )
        return IssueFile(saved.issue, (), saved.token)
    from layouts.manuscript.save import save_manuscript

    check_unchanged(path, expected)
    written = save_manuscript(issue, path, ours, _read_manuscript)
    return IssueFile(written, (), _token(path))


def layout_source(issue: Issue) -> bytes:
    """The text of the layout that an issue names; empty where there is none, which composing
    reports.
    """
    from layouts.house.whole import whole_layout

    try:
        return whole_layout(issue.layout, issue.folder)
    except (BanxinError, OSError, ValueError):
        return b""


def known_layout(name: str) -> bytes | None:
    """The text of a layout that can be named, ours or an installed package's; None where there is
    none of that name.
    """
    from layouts.house.finding import named_layouts
    from layouts.house.whole import whole_layout

    try:
        return whole_layout(name) if name in named_layouts() else None
    except (BanxinError, OSError):
        return None


def _token(path: Path) -> Token | None:
    from layouts.store.token import token_of

    return token_of(path)
