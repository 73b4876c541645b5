"""A publication that is being made or changed, and what is written of it into its folder."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from desktop.settings import LastIssue
from layouts.errors import BanxinError, PublicationError
from layouts.house.art import pictures_named
from layouts.house.load import document_of, known_layouts
from layouts.house.own_folder import own_file
from layouts.house.package import pictures_with
from layouts.house.whole import whole_text
from layouts.house.written import written_layout
from layouts.issue.issue import Issue
from layouts.messages.publication import PUBLICATION_THERE
from layouts.publication import (
    FILE,
    FixedSection,
    LastBefore,
    NumberingRule,
    Publication,
    read_publication,
    write_publication,
)
from layouts.publication.own_layout import bring_layout, put_layout
from layouts.publication.publication import LAYOUT

# not words of the window: they are the issue's
FIRST_SECTIONS = ("领导关注", "工作动态", "经验与交流", "简讯")
"""Sections of a publication we know nothing of."""


class Draft(NamedTuple):
    """What is to be written: `publication` into `folder`, its layout that of the issue `taken`,
    where one is; `before` is what was read there, None for a new one.
    """

    folder: Path
    publication: Publication
    taken: Issue | None = None
    before: Publication | None = None


def of_last_issue(last: LastIssue) -> Publication:
    """A publication to begin with: as the last issue of a title was."""
    names = last.sections or FIRST_SECTIONS
    return Publication(
        last.name,
        layout=last.layout if last.layout in known_layouts() else known_layouts()[0],
        sections=tuple(FixedSection(name) for name in names),
        masthead=replace(Publication("").masthead, issuer=last.issuer),
        colophon=last.colophon,
        numbering=NumberingRule(
            total=last.total is not None or not last.name,
            before=LastBefore(last.number, last.total, last.date),
        ),
    )


def of_issue(issue: Issue) -> Publication:
    """A publication as an issue of it is: masthead, sections, colophon, and the numbers that it
    goes on from.
    """
    head = issue.masthead
    names = dict.fromkeys(section.name for section in issue.sections if section.name)
    own = replace(head, publication="", number=None, total=None, date=None)
    return Publication(
        head.publication,
        layout=issue.layout if issue.layout in known_layouts() else known_layouts()[0],
        profile=issue.profile,
        contents=issue.contents,
        settings=dict(issue.settings),
        sections=tuple(FixedSection(name) for name in names),
        masthead=own,
        colophon=issue.colophon,
        numbering=NumberingRule(
            total=head.total is not None, before=LastBefore(head.number, head.total, head.date)
        ),
    )


def write_draft(draft: Draft) -> None:
    """Write a publication; on a share this may take its time: called beside the window.

    PublicationError where it cannot be written, or another publication lies there already.
    """
    folder, publication = draft.folder, draft.publication
    if draft.before is None and (folder / FILE).exists():
        raise PublicationError(*PUBLICATION_THERE(folder=folder))
    if draft.taken is not None:
        publication = _with_layout(draft.taken, publication, folder)
    elif own_file(publication.layout) is not None:
        # one of the user's own has no name on the machines of others
        bring_layout(publication.layout, Path(), folder, LAYOUT)
        publication = replace(publication, layout=LAYOUT)
    write_publication(folder, publication, draft.before)


class LayoutBefore(NamedTuple):
    """What a publication was set in before it took the layout of an issue: the text of a layout of
    its own, where it had one, and the pictures of the names that this one's have.
    """

    publication: Publication
    text: bytes | None
    pictures: Mapping[str, bytes]


def take_layout(folder: Path, issue: Issue) -> LayoutBefore:
    """Set a publication's issues as this one is from now on; what they were set in before.

    BanxinError where that cannot be written; the publication is as it was then.
    """
    publication = read_publication(folder)
    names = pictures_named(document_of(issue))
    before = LayoutBefore(
        publication,
        _content(folder / LAYOUT),
        {name: was for name in names if (was := _content(folder / name)) is not None},
    )
    try:
        write_draft(Draft(folder, publication, issue, publication))
    except BaseException:
        with suppress(BanxinError, OSError):  # why it was not taken is said instead
            put_back(folder, before)
        raise
    return before


def _content(path: Path) -> bytes | None:
    """What a file holds; None where there is none."""
    return path.read_bytes() if path.is_file() else None


def put_back(folder: Path, before: LayoutBefore) -> None:
    """Set a publication's issues as they were set before. PublicationError where that cannot be
    written.
    """
    if before.text is not None:
        put_layout(before.text, before.pictures, folder, LAYOUT)
    now = read_publication(folder)
    was = before.publication
    write_publication(folder, replace(now, layout=was.layout, settings=was.settings), now)


def _with_layout(issue: Issue, publication: Publication, folder: Path) -> Publication:
    """The publication set as an issue is: in the layout that it names, or where it has that
    otherwise, in one of the publication's own, which comes to lie in the folder with its pictures.
    """
    settings = dict(issue.settings)
    own = own_file(issue.layout) is not None
    if issue.layout in known_layouts() and not own and not issue.design:
        return replace(publication, layout=issue.layout, settings=settings)
    text = whole_text(written_layout(issue.layout, issue.folder), issue.design)
    put_layout(text.encode(), pictures_with(document_of(issue)), folder, LAYOUT)
    return replace(publication, layout=LAYOUT, settings=settings)
