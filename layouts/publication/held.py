"""Articles held over for the next issue (转下期): each lies as a package of its own, with photos,
in the publication's folder `held/`, until an issue that took it is saved.
"""

from __future__ import annotations

import datetime
import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from layouts.documents import PACKAGE
from layouts.errors import BanxinError, Finding, PublicationError, Source
from layouts.issue.article import Article
from layouts.issue.edits.articles import insert_articles
from layouts.issue.edits.sections import add_section
from layouts.issue.edits.tree import article_of, section_of
from layouts.issue.file_name import fit_name
from layouts.issue.fitting import NO_FITTING
from layouts.issue.ids import unnamed
from layouts.issue.issue import Issue
from layouts.issue.layout_name import USUAL_LAYOUT
from layouts.issue.places import Place
from layouts.messages.message import Sentence
from layouts.messages.publication import (
    HELD_ARTICLE_TAKEN,
    HELD_ARTICLE_UNREADABLE,
    HELD_FOLDER_UNREADABLE,
    HELD_UNTITLED,
    NOT_HELD_OVER,
    NUMBER_NOT_GIVEN_BACK,
)
from layouts.publication.creating import created
from layouts.publication.entries import TakenNumber, entry_of_text, entry_text
from layouts.reasons import reason
from layouts.store.disk import Disk
from layouts.store.saving import DISK

FOLDER = "held"
USED = "used"
"""Inside it: where articles lie that came into an issue."""

CLAIM = ".taken"
"""Added to the name of an article's package while an issue that has it is not saved."""

_MOST_TITLE = 24
"""Characters of a title in the name of a file."""

_LARGEST_CLAIM = 10_000


class HeldArticle(NamedTuple):
    """An article held over: its package, its section and title, the issue it was meant for, and who
    took it into an issue that is not saved yet.
    """

    path: Path
    section: str
    title: str
    number: int | None
    date: datetime.date | None
    taken: TakenNumber | None = None


def held_folder(folder: Path) -> Path:
    """Where a publication's articles are held over."""
    return folder / FOLDER


def hold_over(folder: Path, issue: Issue, place: Place, disk: Disk = DISK) -> HeldArticle:
    """Keep the article at a place of an issue for the next one; it stays in this issue until an
    edit takes it out.

    LookupError where there is no article; PublicationError where it cannot be kept.
    """
    from layouts.store.saving import save
    from layouts.store.temporary import temporary_folder

    article = article_of(issue, place)
    section = replace(section_of(issue, place), articles=(article,), break_before=False)
    alone = replace(
        issue,
        sections=(section,),
        layout=USUAL_LAYOUT,
        settings={},
        design={},
        set_aside={},
        setting_sources={},
        accepted=(),
        fitting=NO_FITTING,
    )
    title = article.title.string
    stem = fit_name((title or HELD_UNTITLED().zh)[:_MOST_TITLE].strip()) or HELD_UNTITLED().zh
    path = held_folder(folder) / f"{stem} {os.urandom(3).hex()}{PACKAGE}"
    try:
        path.parent.mkdir(exist_ok=True)
        with temporary_folder() as cache:
            save(alone, path, cache, disk=disk)
    except OSError as error:
        said = NOT_HELD_OVER(title=title, folder=path.parent, why=reason(error))
        raise PublicationError(*said) from error
    return HeldArticle(path, section.name, title, issue.masthead.number, issue.masthead.date)


def held_over(folder: Path) -> tuple[list[HeldArticle], list[Finding]]:
    """The articles held over, by the names of their files, and a finding for each that cannot be
    read.

    PublicationError where the folder cannot be looked into.
    """
    place = held_folder(folder)
    try:
        paths = sorted(path for path in place.iterdir() if path.suffix.casefold() == PACKAGE)
    except FileNotFoundError:
        return [], []
    except OSError as error:
        said = HELD_FOLDER_UNREADABLE(folder=place, why=reason(error))
        raise PublicationError(*said) from error
    found: list[HeldArticle] = []
    findings: list[Finding] = []
    for path in paths:
        try:
            found.append(_held(path))
        except BanxinError as error:
            findings.append(_unreadable(path, error))
    return found, findings


def _unreadable(path: Path, error: BanxinError | Sentence) -> Finding:
    said = HELD_ARTICLE_UNREADABLE(error=error)
    return Finding("warning", "held-over-unreadable", *said, Source(str(path)))


def _held(path: Path) -> HeldArticle:
    from layouts.store.package import read_issue_alone

    issue = read_issue_alone(path)
    articles = [(section, article) for section in issue.sections for article in section.articles]
    section, article = articles[0] if articles else (None, None)
    return HeldArticle(
        path,
        section.name if section else "",
        article.title.string if article else path.stem,
        issue.masthead.number,
        issue.masthead.date,
        _claim(path),
    )


def _claim(path: Path) -> TakenNumber | None:
    """Who has an article; None where nobody has."""
    with suppress(OSError):
        return entry_of_text(_claim_of(path).read_bytes()[:_LARGEST_CLAIM])
    return None


def _claim_of(path: Path) -> Path:
    return path.with_name(path.name + CLAIM)


def take_held(
    issue: Issue, held: HeldArticle, entry: TakenNumber, home: Path, disk: Disk = DISK
) -> tuple[Issue, Finding | None]:
    """The issue with an article that was held over at the end of its section, photos in `home`, the
    issue's folder; and what kept it from coming in, where something did.

    It is claimed for the issue's number: nobody else gets it until `let_held_go`.
    """
    try:
        if not created(_claim_of(held.path), entry_text(entry), disk):
            return issue, _taken_by(held, _claim(held.path))
    except OSError as error:
        return issue, _unreadable(held.path, reason(error))
    try:
        articles = _articles(held, home)
    except (BanxinError, OSError) as error:
        with suppress(OSError):  # not in the issue, so that it stays for another
            disk.remove(_claim_of(held.path))
        why = error if isinstance(error, BanxinError) else reason(error)
        return issue, _unreadable(held.path, why)
    return _with_articles(issue, held.section, articles), None


def _taken_by(held: HeldArticle, claim: TakenNumber | None) -> Finding:
    said = HELD_ARTICLE_TAKEN(title=held.title, who=(claim.who if claim else "") or "?")
    return Finding("warning", "held-over-taken", *said, Source(str(held.path)))


def _articles(held: HeldArticle, home: Path) -> list[Article]:
    from layouts.store.package import read_package

    opened = read_package(held.path, home, lambda _name: b"")
    return [unnamed(article) for part in opened.issue.sections for article in part.articles]


def _with_articles(issue: Issue, name: str, articles: list[Article]) -> Issue:
    at = next((k for k, one in enumerate(issue.sections) if one.name == name), None)
    if at is None:
        issue, at = add_section(issue, name).issue, len(issue.sections)
    return insert_articles(issue, Place(at), articles).issue


def held_used(folder: Path, entry: TakenNumber, disk: Disk = DISK) -> None:
    """Put away the articles that an issue has, now that it is saved. What cannot be put away stays
    claimed.
    """
    for path in _claimed(folder, entry):
        with suppress(OSError):
            used = path.parent / USED
            used.mkdir(exist_ok=True)
            disk.replace(path, used / path.name)
            disk.remove(_claim_of(path))


def let_held_go(folder: Path, entry: TakenNumber, disk: Disk = DISK) -> None:
    """Let others have the articles of an issue that was never saved.

    PublicationError where one cannot be let go.
    """
    for path in _claimed(folder, entry):
        claim = _claim_of(path)
        try:
            disk.remove(claim)
        except OSError as error:
            said = NUMBER_NOT_GIVEN_BACK(path=claim, why=reason(error))
            raise PublicationError(*said) from error


def _claimed(folder: Path, entry: TakenNumber) -> list[Path]:
    """The articles claimed for a number."""
    found: list[Path] = []
    with suppress(OSError):
        for claim in held_folder(folder).glob(f"*{PACKAGE}{CLAIM}"):
            path = claim.with_name(claim.name.removesuffix(CLAIM))
            there = _claim(path)
            if there is not None and there.mark == entry.mark:
                found.append(path)
    return found
