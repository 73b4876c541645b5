"""Which article, and which block of it, is which in two versions of an issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from layouts.issue.article import Article, Block
from layouts.issue.parts import parts_of
from layouts.issue.photo import Photo

T = TypeVar("T")

LIKE_ENOUGH = 0.3
"""The share of characters in common from which two are taken for the same."""


def paired_articles(old: Sequence[Article], new: Sequence[Article]) -> dict[int, int]:
    """The numbers of new articles with those of the old ones that they were."""
    pairs = _same(old, new, lambda one: (one.kind, one.title.string, _words(one.blocks)))
    pairs = _same(old, new, lambda one: one.title.string or None, pairs)
    return _most_alike(old, new, lambda one: one.title.string + _words(one.blocks), pairs)


def articles_as_written(old: Sequence[Article], new: Sequence[Article]) -> dict[int, int]:
    """The same where `new` is what comes back of `old` that nobody has changed: the order is enough
    to know an article by.
    """
    if [one.kind for one in old] == [one.kind for one in new]:
        return {number: number for number in range(len(new))}
    return paired_articles(old, new)


def paired_blocks(old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
    """The numbers of new blocks with those of the old ones that they were, order kept: those that
    say the same, and between them those of one kind that are alike.
    """
    return _paired(old, new, _said)


def blocks_as_written(old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
    """The same where `new` is what comes back of `old` that nobody has changed: what is told of
    photos may be said otherwise, and a kind is enough to know a block by.
    """
    return _paired(old, new, _kept, least=0.0)


def _paired(
    old: Sequence[Block],
    new: Sequence[Block],
    key: Callable[[Block], Hashable],
    least: float = LIKE_ENOUGH,
) -> dict[int, int]:
    matcher = SequenceMatcher(None, [*map(key, old)], [*map(key, new)], autojunk=False)
    pairs: dict[int, int] = {}
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pairs |= dict(zip(range(c, d), range(a, b), strict=True))
        elif tag == "replace":
            pairs |= _between(old, new, range(a, b), range(c, d), least)
    return pairs


def _between(
    old: Sequence[Block], new: Sequence[Block], olds: range, news: range, least: float
) -> Iterator[tuple[int, int]]:
    """Pairs of blocks that both changed, in order, as much alike as is asked for at `least`."""
    first = olds.start
    alone = len(olds) == len(news) == 1
    for k in news:
        for j in range(first, olds.stop):
            same_kind = type(old[j]) is type(new[k])
            if same_kind and (alone or likeness(_text(old[j]), _text(new[k])) >= least):
                yield k, j
                first = j + 1
                break


def likeness(one: str, other: str) -> float:
    """The share of characters that two texts have in common, from 0 to 1; of two without any, 1."""
    both = len(one) + len(other)
    return 2 * (Counter(one) & Counter(other)).total() / both if both else 1.0


def _same(
    old: Sequence[T],
    new: Sequence[T],
    key: Callable[[T], Hashable],
    known: dict[int, int] | None = None,
) -> dict[int, int]:
    """With those that say the same and are the only ones to say it."""
    pairs = dict(known or {})
    left = [j for j in range(len(old)) if j not in set(pairs.values())]
    rest = [k for k in range(len(new)) if k not in pairs]
    olds, news = Counter(key(old[j]) for j in left), Counter(key(new[k]) for k in rest)
    where = {key(old[j]): j for j in left}
    for k in rest:
        said = key(new[k])
        if said is not None and olds[said] == news[said] == 1:
            pairs[k] = where[said]
    return pairs


def _most_alike(
    old: Sequence[T], new: Sequence[T], text: Callable[[T], str], known: dict[int, int]
) -> dict[int, int]:
    """With those that are left paired by their texts, the most alike first."""
    pairs = dict(known)
    left = {j: text(old[j]) for j in range(len(old)) if j not in set(pairs.values())}
    rest = {k: text(new[k]) for k in range(len(new)) if k not in pairs}
    found = [(-likeness(left[j], rest[k]), abs(j - k), k, j) for k in rest for j in left]
    for unlike, _, k, j in sorted(found):
        if -unlike >= LIKE_ENOUGH and k in rest and j in left:
            pairs[k] = j
            del rest[k], left[j]
    return pairs


def _words(blocks: Sequence[Block]) -> str:
    return "\n".join(map(_text, blocks))


def _text(block: Block) -> str:
    return "".join(part.string for part in parts_of(block))


def _kept(block: Block) -> Hashable:
    return type(block).__name__ if isinstance(block, Photo) else _said(block)


def _said(block: Block) -> tuple[str, str]:
    return type(block).__name__, _text(block)
