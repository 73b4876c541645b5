"""Issues as files of any kind: a manuscript (.md, .txt) with photos beside it, a package (.banxin)
that holds everything, or the issue.json of a program (.json) with photos beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from layouts.errors import BanxinError, Finding, PackageError, SaveError
from layouts.inputs import read_input, real, why
from layouts.issue.issue import Issue
from layouts.messages.saving import ART_OF_ONE_NAME

if TYPE_CHECKING:
    from layouts.store.token import Token

PACKAGE = ".banxin"
MANUSCRIPTS = frozenset({".md", ".markdown", ".txt"})
ISSUE_JSON = ".json"

SAVED = frozenset({PACKAGE, ".md", ISSUE_JSON})
"""Endings of files that verbs write issues into."""


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


def is_issue_json(path: Path) -> bool:
    """Whether a file is the issue of a program by its name."""
    return path.suffix.casefold() == ISSUE_JSON


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
    if is_issue_json(path):
        return IssueFile(_read_issue_json(path)[0], (), token)
    issue, findings = _read_foreign(path) or _read_manuscript(path)
    return IssueFile(issue, findings, token)


def _read_issue_json(path: Path) -> tuple[Issue, tuple[Finding, ...]]:
    from layouts.messages.files import FILE_NOT_READ
    from layouts.store.issue_file import read_issue_json
    from layouts.store.limits import MOST_JSON

    try:
        data = read_input(path, MOST_JSON)
    except OSError as error:
        raise PackageError(*FILE_NOT_READ(path=path, reason=why(error))) from error
    return read_issue_json(data, str(path), path.parent), ()


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
            issue,
            path,
            cache,
            layout=layout_source(issue),
            thumbnail=thumbnail,
            pictures=layout_files(issue),
            expected=expected,
        )
        return IssueFile(saved.issue, (), saved.token)
    from layouts.manuscript.save import save_manuscript
    from layouts.store.issue_file import issue_json

    check_unchanged(path, expected)
    pictures = own_layout_files(issue)
    if is_issue_json(path):
        written = save_manuscript(issue, path, ours, _read_issue_json, pictures, issue_json)
    else:
        written = save_manuscript(issue, path, ours, _read_manuscript, pictures)
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


def layout_files(issue: Issue) -> dict[str, Path]:
    """The pictures that an issue's layout, what it is based on, or the issue's own changes of it
    name, by these names; also such as are not there.

    SaveError where two of one name differ.
    """
    found: dict[str, Path] = {}
    for name, file in _named_pictures(issue):
        other = found.setdefault(name, file)
        if not _same_content(other, file):
            raise SaveError(*ART_OF_ONE_NAME(name=name), issue.source)
    return found


def own_layout_files(issue: Issue) -> dict[str, Path]:
    """Those of them that lie in the issue's own folder, and go where the issue goes; so do layouts
    that its own is based on.
    """
    home = real(issue.folder)
    files = (*_named_pictures(issue), *_bases(issue))
    return {name: file for name, file in files if real(file).is_relative_to(home)}


def _bases(issue: Issue) -> Iterator[tuple[str, Path]]:
    """The layout files that an issue's layout is based on, by their names from where it lies."""
    from layouts.house.written import written_layout

    with suppress(BanxinError, OSError, ValueError):
        own, *bases = written_layout(issue.layout, issue.folder).files
        for base in bases:
            if base.path.is_relative_to(own.path.parent):
                yield base.path.relative_to(own.path.parent).as_posix(), base.path


def _named_pictures(issue: Issue) -> Iterator[tuple[str, Path]]:
    from layouts.house.art import located_pictures
    from layouts.house.overlay import with_design
    from layouts.house.read import Fault
    from layouts.house.written import written_layout

    documents: list[Mapping[str, Any]] = []
    # what is wrong with a layout, composing reports
    with suppress(BanxinError, OSError, ValueError, Fault):
        documents.append(with_design({}, issue.design, issue.folder))
    with suppress(BanxinError, OSError, ValueError, Fault):
        documents.append(written_layout(issue.layout, issue.folder).document)
    for document in documents:
        for name in located_pictures(document):
            # by its links too: none leads out of the folder of what names it
            if real(name.folder / name).is_relative_to(real(name.folder)):
                yield str(name), name.folder / name


def _same_content(one: Path, other: Path) -> bool:
    from layouts.store.art_names import MOST_ART

    if real(one) == real(other):
        return True
    try:
        return read_input(one, MOST_ART) == read_input(other, MOST_ART)
    except OSError:
        return True  # one that is not there stands in nobody's way


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
