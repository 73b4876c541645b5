"""A long issue shared out over processes: parts that begin on a new page do not depend on each
other.
"""

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
from layouts.issue.photo import Photo, PhotoPlace
from layouts.parallel import Pool, cores

SHARED_FROM = 30_000
"""Characters from which forking pays: below, a second process starts slower than the first one
finishes.
"""

SHARES_EACH = 8
"""Shares for each core: whoever is done takes the next, so that all end at about the same time.

One costs half a millisecond to tell of.
"""

Gather = Callable[[Sequence[Callable[[], Body]]], list[Body]]
"""Does jobs that flow an issue, somehow shared out, and gives what they made in order.

The first must be done in this process.
"""


def side_by_side(jobs: Sequence[Callable[[], Body]]) -> list[Body]:
    """A `Gather` over all cores; what others drew comes to us."""
    with Pool() as pool:
        return pool.map(jobs, Body)


def make_bodies(
    issue: Issue, setter: Setter, sizes: Sizes, first: Callable[[int], Body], gather: Gather | None
) -> list[Body]:
    """The body in parts.

    `first` makes the one that stands under the list of contents, up to the section it is given, in
    this process.
    """
    text = "".join(text for section in issue.sections for text in _texts(section))
    # before composers are forked: each of them has the Hanzi then
    setter.typesetter.learn(text, setter.style("body"))
    if gather is None or len(text) < SHARED_FROM or _has_spreads(issue):
        return [first(len(issue.sections))]
    shares = _shares(issue, len(text) // (cores() * SHARES_EACH))
    others = [
        partial(make_body, issue, *share, setter, sizes, FlowState(0, 0)) for share in shares[1:]
    ]
    return gather([partial(first, shares[0][1]), *others])


def _has_spreads(issue: Issue) -> bool:
    """Whether a photo stands on two facing pages: which those are its share could not tell."""
    return any(
        isinstance(block, Photo) and block.place is PhotoPlace.SPREAD
        for section in issue.sections
        for article in section.articles
        for block in article.blocks
    )


def _shares(issue: Issue, length: int) -> list[tuple[int, int]]:
    """Runs of sections of about `length` characters, each from one that begins on a new page."""
    shares: list[tuple[int, int]] = []
    begun, read = 0, 0
    for number, section in enumerate(issue.sections):
        # counted from the issue's start, so that a long section does not shift all shares after it
        if number > begun and section.break_before and read >= length * (len(shares) + 1):
            shares.append((begun, number))
            begun = number
        read += sum(map(len, _texts(section)))
    return [*shares, (begun, len(issue.sections))]


def _texts(section: Section) -> Iterator[str]:
    return (
        text.string
        for article in section.articles
        for block in article.blocks
        for text in parts_of(block)
    )
