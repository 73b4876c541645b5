"""What was imported goes into an issue, or becomes one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from layouts.errors import Source
from layouts.importing.result import ImportResult
from layouts.issue.article import Article
from layouts.issue.edits.articles import insert_articles
from layouts.issue.edits.sections import add_section
from layouts.issue.ids import unnamed
from layouts.issue.issue import Issue
from layouts.issue.masthead import Masthead
from layouts.issue.places import Place
from layouts.messages import importing as say


class Brought(NamedTuple):
    """The issue with what came in; `places` has the place of each article by the numbers of its
    source and of the article in it.
    """

    issue: Issue
    places: dict[tuple[int, int], Place]


class _Arriving(NamedTuple):
    """An article on its way, with where it came from."""

    source: int
    number: int
    article: Article
    section: str


def new_issue(
    result: ImportResult,
    layout: str,
    folder: Path,
    name: str = "",
    sections: Iterable[str] = (),
) -> Issue:
    """An issue for what was imported, still without articles: its sections in the order of
    `sections`, the others as they were found, and one for what names none at the head. `name` is
    that of its file, by which it goes until its masthead says more.

    A whole issue, where there is just one among the files, gives masthead, colophon, settings, and
    its layout where `layout` is empty.
    """
    issue = _bare_issue(result, layout, folder, name)
    names = [section.name for section in issue.sections]
    order = {one: place for place, one in enumerate(dict.fromkeys((*names, *sections)), 1)}
    issue = replace(issue, sections=())
    found = dict.fromkeys(arriving.section for arriving in _arriving(result))
    for one in sorted(found, key=lambda one: order.get(one, len(order) + 1) if one else 0):
        issue = add_section(issue, one or say.FIRST_SECTION().zh).issue
    return issue


def _bare_issue(result: ImportResult, layout: str, folder: Path, name: str) -> Issue:
    """The whole issue among the files, or one with the masthead that one of them has."""
    taken = [source for source in result.sources if source.instead is None]
    whole = [source.issue for source in taken if source.issue is not None]
    if len(whole) == 1:
        issue = replace(whole[0], folder=folder, source=Source(name))
        return _in_layout(issue, layout) if layout else issue
    mastheads = [
        source.recognition.masthead
        for source in taken
        if source.recognition is not None and source.recognition.masthead is not None
    ]
    masthead = mastheads[0] if len(mastheads) == 1 else Masthead()
    issue = Issue(masthead, (), folder, Source(name))
    return _in_layout(issue, layout) if layout else issue


def _in_layout(issue: Issue, layout: str) -> Issue:
    """An issue in another layout, which may open other settings: what it does not take is kept
    aside.
    """
    from layouts.house.changing import change_layout

    return change_layout(issue, layout).issue


def bring_in(issue: Issue, result: ImportResult, place: Place | None = None) -> Brought:
    """Put all that was imported into an issue.

    An article goes to the end of the section it names, a new one where the issue has none of that
    name; one that names no section goes to `place`, before the article there, or else to the end
    of the first section. Order is kept.
    """
    places: dict[tuple[int, int], Place] = {}
    for name, arriving in _by_section(result):
        at = _place_of(issue, name) if name else place
        if at is None:
            issue, at = _with_section(issue, name)
        edited = insert_articles(issue, at, [one.article for one in arriving])
        issue, first = edited.issue, edited.place or at
        places = {key: _moved(old, first, len(arriving)) for key, old in places.items()}
        for number, one in enumerate(arriving):
            places[one.source, one.number] = Place(first.section, (first.article or 0) + number)
    return Brought(issue, places)


def _moved(old: Place, first: Place, count: int) -> Place:
    """Where an article is after others were put in at `first`."""
    if old.section != first.section or (old.article or 0) < (first.article or 0):
        return old
    return Place(old.section, (old.article or 0) + count)


def _with_section(issue: Issue, name: str) -> tuple[Issue, Place]:
    if not name and issue.sections:
        return issue, Place(0, len(issue.sections[0].articles))
    edited = add_section(issue, name or say.FIRST_SECTION().zh, 0 if not name else None)
    return edited.issue, edited.place or Place(0)


def _by_section(result: ImportResult) -> Iterator[tuple[str, list[_Arriving]]]:
    """The articles by the section they name, in order; those that name none first."""
    groups: dict[str, list[_Arriving]] = {"": []}
    for arriving in _arriving(result):
        groups.setdefault(arriving.section, []).append(arriving)
    yield from ((name, group) for name, group in groups.items() if group)


def _arriving(result: ImportResult) -> Iterator[_Arriving]:
    for number, source in enumerate(result.sources):
        for index, imported in enumerate(source.brought):
            yield _Arriving(number, index, unnamed(imported.article), imported.section)


def _place_of(issue: Issue, name: str) -> Place | None:
    """The end of the section of a name; None where the issue has none."""
    for number, section in enumerate(issue.sections):
        if section.name == name:
            return Place(number, len(section.articles))
    return None
