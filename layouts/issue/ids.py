"""Names that stay: every section, article and block gets a small id, to compare versions and to
find a place again.

An edit keeps the id of what it changes, and a text that goes from one block into another takes no
id along. What an edit copies or makes has none, and gets one here. Of two halves of a text the
first keeps the id, as the first of two does that are joined; where one of them is empty, the one
with the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from msgspec.structs import replace

from layouts.issue.article import Article, Block, Section
from layouts.issue.issue import Issue

Item = TypeVar("Item")
Named = TypeVar("Named", bound=Section | Article | Block)


_ID = re.compile(r"[sabp][1-9][0-9]{0,8}")

_LIKELY = 100_000
"""Numbers that we give; a higher one was made up elsewhere, and counting on from it might leave
what we understand.
"""


class IdsGiven:
    """The highest numbers ever given in a document while it is open: what has gone may come back by
    undo, and finds its id unused.
    """

    def __init__(self) -> None:
        self.highest = dict.fromkeys("sabp", 0)

    def note(self, names: Iterable[str]) -> None:
        """Take ids, written as we write them, for given.

        One with a number nobody reaches by counting is not counted on from.
        """
        highest = self.highest
        for name in names:
            number = int(name[1:])
            if highest[name[0]] < number < _LIKELY:
                highest[name[0]] = number


def with_ids(issue: Issue, given: IdsGiven | None = None) -> Issue:
    """The issue with an id for everything that had none: a letter and the next number free.

    The letter is s for a section, a for an article, p for a photo, b for any other block. With
    `given` no number comes that it has had.

    Of two with the same id the first in reading order keeps it. What is not as we write it is
    replaced too. The same object comes back where nothing is missing.
    """
    giver = _Giver(issue, given or IdsGiven())
    sections = _mapped(issue.sections, giver.section)
    return issue if sections is issue.sections else replace(issue, sections=sections)


def with_ids_after(before: Issue, issue: Issue, given: IdsGiven | None = None) -> Issue:
    """What `with_ids` gives for an issue that an edit made of `before`, which had all its ids:
    quick where the edit left them alone.

    No number of `before` is given to anything else, nor one that `given` has had.
    """
    if _named_alike(before, issue):
        return issue
    known = IdsGiven() if given is None else given
    # objects that both have, as an edit leaves nearly all: their ids need not be looked at
    same = set(map(id, _articles(before))).intersection(map(id, _articles(issue)))
    gone = set(_ids(before, same)).difference(_ids(issue, same))
    # undo may bring back what has gone: its number is not given again
    known.note(filter(_ID.fullmatch, gone))
    return with_ids(issue, known)


def unnamed(article: Article) -> Article:
    """An article without ids, its blocks' too: a copy, or one of another document, whose ids mean
    something else.
    """
    return replace(article, id="", blocks=tuple(replace(block, id="") for block in article.blocks))


def copied_beside(issue: Issue, articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles to stand in an issue too: what has an id that something there has, or another of
    them, is a copy and gets none.
    """
    taken = set(_ids(issue))

    def fresh(item: Named) -> Named:
        if not item.id:
            return item
        if item.id in taken:
            return replace(item, id="")
        taken.add(item.id)
        return item

    def beside(article: Article) -> Article:
        named = fresh(article)
        blocks = _mapped(named.blocks, fresh)
        return named if blocks is named.blocks else replace(named, blocks=blocks)

    return tuple(map(beside, articles))


def _named_alike(before: Issue, issue: Issue) -> bool:
    """Whether everything that is another object still has the name of what stood in its place."""
    return len(before.sections) == len(issue.sections) and all(
        old is new or (old.id == new.id and _articles_alike(old.articles, new.articles))
        for old, new in zip(before.sections, issue.sections, strict=True)
    )


def _articles_alike(before: tuple[Article, ...], articles: tuple[Article, ...]) -> bool:
    return len(before) == len(articles) and all(
        old is new
        or (
            old.id == new.id
            and [block.id for block in old.blocks] == [block.id for block in new.blocks]
        )
        for old, new in zip(before, articles, strict=True)
    )


class _Giver:
    """Gives ids; knows those already met."""

    def __init__(self, issue: Issue, given: IdsGiven) -> None:
        self._met: set[str] = set()
        self._taken = {name for name in _ids(issue) if _ID.fullmatch(name)}
        self._given = given
        given.note(self._taken)

    def section(self, section: Section) -> Section:
        named = self._named(section, "s")
        articles = _mapped(named.articles, self._article)
        return named if articles is named.articles else replace(named, articles=articles)

    def _article(self, article: Article) -> Article:
        named = self._named(article, "a")
        blocks = _mapped(named.blocks, self._block)
        return named if blocks is named.blocks else replace(named, blocks=blocks)

    def _block(self, block: Block) -> Block:
        return self._named(block, block.trait.letter)

    def _named(self, item: Named, letter: str) -> Named:
        known = item.id
        # the second of two, of another kind, or not as we write ids
        if known in self._met or known[:1] != letter or known not in self._taken:
            known = self._free(letter)
        self._met.add(known)
        return item if known == item.id else replace(item, id=known)

    def _free(self, letter: str) -> str:
        number = self._given.highest[letter] + 1
        # what is there may have numbers beyond `_LIKELY`, from which nobody counts
        while (name := f"{letter}{number}") in self._taken:
            number += 1
        self._given.highest[letter] = number
        self._taken.add(name)
        return name


def _articles(issue: Issue) -> Iterator[Article]:
    return chain.from_iterable(section.articles for section in issue.sections)


def _ids(issue: Issue, without: Container[int] = ()) -> Iterator[str]:
    """The ids in an issue, without those of some articles and what is in them, objects by their
    identity.
    """
    for section in issue.sections:
        yield section.id
        for article in section.articles:
            if id(article) not in without:
                yield article.id
                yield from [block.id for block in article.blocks]


def _mapped(items: tuple[Item, ...], change: Callable[[Item], Item]) -> tuple[Item, ...]:
    """The items changed; the same tuple where nothing changes, so that what is remembered of it
    stays good.
    """
    changed = tuple(map(change, items))
    return items if all(new is old for new, old in zip(changed, items, strict=True)) else changed
