"""A new issue of a publication, made beside the window: its number taken, saved at once in the
publication's folder.
"""

from __future__ import annotations

import datetime
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from desktop.keeping.folders import Folders
from layouts.documents import PACKAGE, save_document
from layouts.errors import BanxinError, Finding
from layouts.issue.ids import with_ids
from layouts.publication import (
    HeldArticle,
    Publication,
    file_name,
    issue_given_up,
    issue_kept,
    new_issue,
)
from layouts.store.owning import person

ISSUES = "issues"
"""The folder of a publication in which its issues lie."""


class NewIssueOrder(NamedTuple):
    """What issue is wanted; `number` is the one that was offered."""

    folder: Path
    publication: Publication
    date: datetime.date
    number: int
    held: tuple[HeldArticle, ...] = ()
    supplement: bool = False


class MadeIssue(NamedTuple):
    """Where the issue lies, the number it got, and what went wrong beside that: what did not come
    in of what was held over, a number that could not be noted.
    """

    path: Path
    number: int
    findings: tuple[Finding, ...]


def issues_folder(folder: Path) -> Path:
    """Where the issues of a publication lie."""
    return folder / ISSUES


def make_issue(order: NewIssueOrder, folders: Folders) -> MadeIssue:
    """Make an issue and save it. BanxinError where it cannot be; no number is taken then."""
    made = new_issue(
        order.folder,
        order.publication,
        order.date,
        folders.fresh(),
        person(),
        supplement=order.supplement,
        held=order.held,
    )
    try:
        path = _free(issues_folder(order.folder), file_name(order.publication, made.taken))
        save_document(with_ids(made.issue), path, folders.photos_of(path))
    except BaseException:
        with suppress(BanxinError):
            issue_given_up(order.folder, made.taken)
        raise
    findings = (*made.findings, *issue_kept(order.folder, made.taken, path))
    return MadeIssue(path, made.taken.number, findings)


def _free(folder: Path, name: str) -> Path:
    """A path that is free: a file of that name may be there, of a number that was given back."""
    folder.mkdir(exist_ok=True)
    path, count = folder / f"{name}{PACKAGE}", 2
    while path.exists():
        path, count = folder / f"{name} ({count}){PACKAGE}", count + 1
    return path
