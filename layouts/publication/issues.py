"""A new issue of a publication: its number taken, all filled in that the publication knows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from layouts.errors import Finding, PublicationError, Source
from layouts.house.load import load_layout
from layouts.issue.article import Section
from layouts.issue.file_name import fit_name
from layouts.issue.issue import Issue
from layouts.issue.layout_name import names_file
from layouts.issue.masthead import INTERNAL
from layouts.messages.preflight_internal import NOTICE
from layouts.messages.publication import SUPPLEMENT
from layouts.publication.entries import TakenNumber
from layouts.publication.held import HeldArticle, held_used, let_held_go, take_held
from layouts.publication.numbers import check_unsaved, give_back, number_saved, take_number
from layouts.publication.own_layout import bring_layout
from layouts.publication.publication import FILE, Publication
from layouts.store.disk import Disk
from layouts.store.saving import DISK


class NewIssue(NamedTuple):
    """An issue just made; its number is `taken` until it is saved or given up. `findings` say what
    did not come in of what was held over.
    """

    issue: Issue
    taken: TakenNumber
    findings: tuple[Finding, ...]


def new_issue(
    folder: Path,
    publication: Publication,
    date: datetime.date,
    home: Path,
    who: str,
    *,
    supplement: bool = False,
    held: Iterable[HeldArticle] = (),
    disk: Disk = DISK,
) -> NewIssue:
    """An issue of a `date`: its number taken for `who`, sections in place, masthead and colophon as
    the publication has them, the articles of `held` in their sections.

    `home` is the issue's folder, a new document's own: the publication's layout and photos come to
    lie there. Saved, it wants `issue_saved`, never saved `issue_given_up`. BanxinError where it
    cannot be made; no number is taken then.
    """
    issue = _bare(folder, publication, home, disk)
    entry = take_number(folder, publication, date, who, supplement=supplement, disk=disk)
    issue = _numbered(issue, entry)
    findings: list[Finding] = []
    for one in held:
        issue, wrong = take_held(issue, one, entry, home, disk)
        findings += [wrong] if wrong else []
    return NewIssue(issue, entry, tuple(findings))


def issue_saved(folder: Path, entry: TakenNumber, path: Path, disk: Disk = DISK) -> TakenNumber:
    """Note that the issue of a number was saved as `path`; what it took of the articles held over
    is used.

    PublicationError where that cannot be noted: the issue is safe all the same.
    """
    noted = number_saved(folder, entry, path, disk)
    held_used(folder, entry, disk)
    return noted


def issue_kept(folder: Path, entry: TakenNumber, path: Path) -> tuple[Finding, ...]:
    """`issue_saved`, with a finding where that cannot be noted: the issue is saved, and its number
    stays taken.
    """
    try:
        issue_saved(folder, entry, path)
    except PublicationError as error:
        return (Finding("warning", "number-not-noted", error.zh, error.en),)
    return ()


def issue_given_up(folder: Path, entry: TakenNumber, disk: Disk = DISK) -> None:
    """Give back what an issue took that was never saved: number, total, articles held over.

    PublicationError as `give_back`.
    """
    check_unsaved(folder, entry)
    let_held_go(folder, entry, disk)  # first: nobody has a claim for a number that is not there
    give_back(folder, entry, disk)


def file_name(publication: Publication, entry: TakenNumber) -> str:
    """What a package of an issue is called unless somebody has a better name, without ending:
    云栖简报 2026-015, 云栖简报 2026-002 增刊.
    """
    number = entry.key._replace(supplement=False).name
    kind = " 增刊" if entry.supplement else ""
    # neither an ending nor a folder
    name = f"{publication.name} {number}{kind}".translate(_PLAIN)
    return fit_name(name)


_PLAIN = str.maketrans({".": "·", "/": "_", "\\": "_"})


def _bare(folder: Path, publication: Publication, home: Path, disk: Disk) -> Issue:
    """The issue before it has a number. LayoutError where its layout is none."""
    masthead = replace(publication.masthead, publication=publication.name)
    if publication.profile == INTERNAL and not masthead.notice:
        masthead = replace(masthead, notice=NOTICE.zh)
    issue = Issue(
        masthead,
        tuple(Section(section.name, (), Source("")) for section in publication.sections),
        home,
        Source(""),
        publication.colophon,
        publication.layout,
        publication.contents,
        dict(publication.settings),
        profile=publication.profile,
    )
    named = Source(str(folder / FILE))
    load_layout(publication.layout, publication.settings, {"layout": named}, folder=folder)
    return _with_layout(issue, folder, disk) if names_file(issue.layout) else issue


def _with_layout(issue: Issue, folder: Path, disk: Disk) -> Issue:
    """The issue with the publication's own layout in its folder, called after the publication."""
    name = f"{fit_name(issue.masthead.publication.replace('.', '·')) or 'layout'}.toml"
    bring_layout(issue.layout, folder, issue.folder, name, disk)
    return replace(issue, layout=name)


def _numbered(issue: Issue, entry: TakenNumber) -> Issue:
    masthead = replace(
        issue.masthead,
        number=entry.number,
        total=entry.total,
        date=entry.date,
        series=SUPPLEMENT().zh if entry.supplement else "",
    )
    return replace(issue, masthead=masthead)
