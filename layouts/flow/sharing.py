"""A long issue shared out over processes: parts that begin on a new page do not depend on each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from layouts.flow.body import Body, make_body
from layouts.flow.flowed_article import FlowState
from layouts.flow.photos import Sizes
from layouts.flow.setting import Setter
from layouts.issue.article import Section
from layouts.issue.issue import Issue
from layouts.issue.parts import parts_of
from layouts.parallel import fork_map

PARALLEL_FROM = 30_000
"""Characters from which forking pays: below, a second process starts slower than the first one finishes."""


SHARES_EACH = 8
"""Shares of a long issue for each worker: whoever is done takes the next, so that all end at about the same time."""

Gather = Callable[[Sequence[Callable[[], Body]]], list[Body]]
"""Does jobs that flow an issue, somehow shared out, and gives what they made in order. The first must be done in this process."""


def make_bodies(
    issue: Issue, setter: Setter, sizes: Sizes, workers: int, first: Callable[[int], Body], gather: Gather | None = None
) -> list[Body]:
    """The body in parts. `first` makes the one that stands under the list of contents, up to the section it is given, in this process."""
    setter.typesetter.learn("".join(_texts(issue)), setter.style("body"))
    parts = _parts(issue) if workers > 1 and sum(map(len, _texts(issue))) >= PARALLEL_FROM else [(0, len(issue.sections))]
    shares = _shares(parts, issue, workers * SHARES_EACH)
    others = [partial(make_body, issue, *share, setter, sizes, FlowState(0, 0)) for share in shares[1:]]
    gather = gather or partial(fork_map, kind=Body, workers=workers)
    return gather([partial(first, shares[0][1]), *others])


def _parts(issue: Issue) -> list[tuple[int, int]]:
    """Runs of sections that begin on a new page."""
    starts = [k for k, section in enumerate(issue.sections) if k == 0 or section.break_before]
    return list(zip(starts, [*starts[1:], len(issue.sections)], strict=True)) or [(0, 0)]


def _shares(parts: list[tuple[int, int]], issue: Issue, count: int) -> list[tuple[int, int]]:
    """Neighbouring parts joined into at most `count` shares of about the same length."""
    if len(parts) < 2:
        return parts
    weights = [sum(_weight(issue.sections[k]) for k in range(*part)) for part in parts]
    total = sum(weights)
    shares: list[tuple[int, int]] = []
    begun, done = parts[0][0], 0
    for (_, end), weight in zip(parts, weights, strict=True):
        done += weight
        if done >= total * (len(shares) + 1) / count or end == parts[-1][1]:
            shares.append((begun, end))
            begun = end
    return shares


def _texts(issue: Issue) -> Iterator[str]:
    for section in issue.sections:
        yield from _texts_of(section)


def _weight(section: Section) -> int:
    return sum(map(len, _texts_of(section)))


def _texts_of(section: Section) -> Iterator[str]:
    return (text.string for article in section.articles for block in article.blocks for text in parts_of(block))
