"""An import that stands in an issue, changed afterwards: doubts answered, tidying switched.

What was imported is made again from what was recognised, and takes the place of what stands there,
ids kept, so that carets and comments find their paragraphs again. An article that the editor has
changed meanwhile is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from layouts.importing.choosing import with_version
from layouts.importing.importing import answered_source, finished_source
from layouts.importing.recognition import Answer, Doubt
from layouts.importing.result import ImportedSource, ImportResult
from layouts.importing.settings import ImportSettings
from layouts.issue.article import Article, Block
from layouts.issue.edits.articles import insert_articles, remove_articles
from layouts.issue.edits.tree import article_of, with_article
from layouts.issue.ids import unnamed
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import Place, articles

Key = tuple[int, int]
"""An imported article by the numbers of its source and of the article in it."""


class Arrived(Struct, frozen=True):
    """What an import put into an issue: `ids` has the id of each article; `settings` are those it
    stands there with.
    """

    result: ImportResult
    settings: ImportSettings
    ids: Mapping[Key, str]


class Revised(Struct, frozen=True):
    """An issue after a change of what was imported into it, `places` where its articles are.

    `changed` has the titles of articles that the editor changed since, and which therefore stay as
    they are.
    """

    issue: Issue
    result: ImportResult
    settings: ImportSettings
    places: Mapping[Key, Place]
    changed: tuple[str, ...] = ()


def arrived(revised: Revised, issue: Issue) -> Arrived:
    """What stands in an issue now that all of it has ids."""
    ids = {key: article_of(issue, place).id for key, place in revised.places.items()}
    return Arrived(revised.result, revised.settings, ids)


def joined(standing: Arrived | None, revised: Revised) -> Revised:
    """What came in now together with an import that stands in the issue already: one report tells
    of both. What stood there before keeps its settings, and they hold for all of it.
    """
    if standing is None:
        return revised
    before, came = standing.result, revised.result
    first = len(before.sources)
    places = {(first + number, k): place for (number, k), place in revised.places.items()}
    result = ImportResult((*before.sources, *came.sources), (*before.findings, *came.findings))
    places |= places_of(revised.issue, standing)
    return replace(revised, result=result, settings=standing.settings, places=places)


def with_answer(
    issue: Issue, standing: Arrived, number: int, doubt: Doubt, answer: Answer
) -> Revised:
    """The issue after its editor said what something of source `number` is."""
    before = standing.result.sources[number]
    source = answered_source(before, doubt, answer, standing.settings)
    return _with_source(_unchanged(issue, standing), number, source)


def with_settings(issue: Issue, standing: Arrived, settings: ImportSettings) -> Revised:
    """The issue with what was imported tidied as other settings say."""
    revised = replace(_unchanged(issue, standing), settings=settings)
    for number, source in enumerate(standing.result.sources):
        revised = _with_source(revised, number, finished_source(source, settings))
    return revised


def with_other_version(issue: Issue, standing: Arrived, path: Path) -> Revised:
    """The issue with the version of a manuscript that was passed over in place of the one taken.

    LookupError where no such version was passed over.
    """
    before = standing.result
    result = with_version(before, path)
    changed = [
        number
        for number, (old, new) in enumerate(
            zip(standing.result.sources, result.sources, strict=True)
        )
        if bool(old.instead) is not bool(new.instead)
    ]
    gone = next(number for number in changed if result.sources[number].instead)
    came = next(number for number in changed if not result.sources[number].instead)
    revised = _unchanged(issue, standing)
    taken = before.sources[gone]
    if touched := _touched(revised, gone, taken):
        return replace(revised, changed=touched)
    old = [revised.places[gone, k] for k in range(len(taken.brought))]
    new = [imported.article for imported in result.sources[came].brought]
    return _in_place_of(replace(revised, result=result), gone, old, new, came)


def places_of(issue: Issue, standing: Arrived) -> dict[Key, Place]:
    """Where the imported articles are now; those taken out since are left out."""
    by_id = {article.id: place for place, article in articles(issue)}
    return {key: by_id[one] for key, one in standing.ids.items() if one in by_id}


def _unchanged(issue: Issue, standing: Arrived) -> Revised:
    return Revised(issue, standing.result, standing.settings, places_of(issue, standing))


def _with_source(revised: Revised, number: int, source: ImportedSource) -> Revised:
    """The issue with what a source brings now in the place of what it brought before."""
    issue, before = revised.issue, revised.result.sources[number]
    if source.brought == before.brought:
        return replace(revised, result=_with(revised.result, number, source))
    if touched := _touched(revised, number, before):
        return replace(revised, changed=(*revised.changed, *touched))
    new = [imported.article for imported in source.brought]
    there = [revised.places[number, k] for k in range(len(before.brought))]
    revised = replace(revised, result=_with(revised.result, number, source))
    if len(new) != len(there):
        return _in_place_of(revised, number, there, new, number)
    for place, article in zip(there, new, strict=True):
        issue = with_article(issue, place, _inheriting(article, [article_of(issue, place)]))
    return replace(revised, issue=issue)


def _touched(revised: Revised, number: int, source: ImportedSource) -> tuple[str, ...]:
    """The titles of a source's articles that are no longer as they went in, or gone."""
    found: list[str] = []
    for k, imported in enumerate(source.brought):
        place = revised.places.get((number, k))
        if place is None or _bare(article_of(revised.issue, place)) != _bare(imported.article):
            found.append(imported.article.title.string)
    return tuple(found)


def _with(result: ImportResult, number: int, source: ImportedSource) -> ImportResult:
    sources = list(result.sources)
    sources[number] = source
    return replace(result, sources=tuple(sources))


def _bare(article: Article) -> Article:
    """An article without its ids and the names of its files, which change where it goes in."""
    blocks = (
        replace(block, path="", name="") if isinstance(block, Photo) else block
        for block in unnamed(article).blocks
    )
    return replace(unnamed(article), blocks=tuple(blocks))


def _inheriting(article: Article, before: Iterable[Article]) -> Article:
    """An article that takes over the ids of those in whose place it comes, and the files of their
    photos: a block those of one of its kind from the same line.
    """
    before = list(before)
    waiting = [block for other in before for block in other.blocks]
    blocks = tuple(_taking_over(article.blocks, waiting))
    return replace(article, id=before[0].id if len(before) == 1 else "", blocks=blocks)


def _taking_over(new: Iterable[Block], waiting: list[Block]) -> Iterator[Block]:
    for block in new:
        twin = next((one for one in waiting if _is_twin(one, block)), None)
        if twin is None:
            yield block
            continue
        waiting.remove(twin)
        named = replace(block, id=twin.id)
        if isinstance(named, Photo) and isinstance(twin, Photo):
            named = replace(named, path=twin.path, name=twin.name)
        yield named


def _is_twin(one: Block, other: Block) -> bool:
    return type(one) is type(other) and one.source == other.source


def _in_place_of(
    revised: Revised, number: int, old: list[Place], new: list[Article], source: int
) -> Revised:
    """Articles of a source, more or fewer, in the place of those that source `number` brought."""
    if not old:
        return revised
    before = [article_of(revised.issue, place) for place in old]
    made = [replace(_inheriting(article, before), id="") for article in new]
    first = min(old)
    issue = remove_articles(revised.issue, old).issue
    # what stood before the first of them stands there still
    issue = insert_articles(issue, first, made).issue
    fresh = {(source, k): Place(first.section, (first.article or 0) + k) for k in range(len(made))}
    kept = {key: id_ for key, id_ in _ids(revised).items() if key[0] != number}
    by_id = {article.id: place for place, article in articles(issue) if article.id}
    places = {key: by_id[id_] for key, id_ in kept.items() if id_ in by_id}
    return replace(revised, issue=issue, places={**places, **fresh})


def _ids(revised: Revised) -> dict[Key, str]:
    return {key: article_of(revised.issue, place).id for key, place in revised.places.items()}
