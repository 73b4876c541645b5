"""A publication that is being made or changed, and what is written of it into its folder."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from desktop.settings import LastIssue
from layouts.errors import PublicationError
from layouts.files import copy_whole, write_aside
from layouts.house.art import layout_pictures, pictures_named
from layouts.house.load import document_of, known_layouts, layout_of
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
    write_publication(folder, publication, draft.before)


class LayoutBefore(NamedTuple):
    """What a publication was set in before it took the layout of an issue."""

    publication: Publication
    text: bytes | None


def take_layout(folder: Path, issue: Issue) -> LayoutBefore:
    """Set a publication's issues as this one is from now on; what they were set in before.

    BanxinError where that cannot be written; the publication is as it was then.
    """
    publication, own = read_publication(folder), folder / LAYOUT
    before = LayoutBefore(publication, own.read_bytes() if own.is_file() else None)
    try:
        write_draft(Draft(folder, publication, issue, publication))
    except BaseException:
        put_back(folder, before)
        raise
    return before


def put_back(folder: Path, before: LayoutBefore) -> None:
    """Set a publication's issues as they were set before."""
    if before.text is not None:
        write_aside(folder / LAYOUT, before.text)
    now = read_publication(folder)
    was = before.publication
    write_publication(folder, replace(now, layout=was.layout, settings=was.settings), now)


def _with_layout(issue: Issue, publication: Publication, folder: Path) -> Publication:
    """The publication set as an issue is: in the layout that it names, or where it has that
    otherwise, in one of the publication's own, which comes to lie in the folder with its pictures.
    """
    settings = dict(issue.settings)
    if issue.layout in known_layouts() and not issue.design:
        return replace(publication, layout=issue.layout, settings=settings)
    text = whole_text(written_layout(issue.layout, issue.folder), issue.design)
    lying = layout_pictures(layout_of(issue))
    for name in pictures_named(document_of(issue)):
        path = next((path for path in lying if Path(path).as_posix().endswith(f"/{name}")), None)
        if path is not None and Path(path).is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            copy_whole(Path(path), target)
    folder.mkdir(parents=True, exist_ok=True)
    write_aside(folder / LAYOUT, text.encode())
    return replace(publication, layout=LAYOUT, settings=settings)
