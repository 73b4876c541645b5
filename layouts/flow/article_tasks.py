"""The articles of an issue, in reading order, with what stands before and after each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from layouts.errors import Source
from layouts.house.layout import Layout
from layouts.issue.article import Article, Section
from layouts.issue.fitting import NO_FITTING, Fitting
from layouts.issue.issue import Issue


class Stands(NamedTuple):
    """In how many columns something stands, 0 for those of the layout, and whether in a frame."""

    columns: int = 0
    boxed: bool = False


class ArticleTask(Struct, frozen=True):
    """An article to be cut into pieces: its number, what must stand before it; it `closes` where
    what follows begins a new page, or nothing does; `beside_list` where a list of contents that
    stands in a column stands beside it. It stands in so many `columns`, 0 for as many as
    the layout has; what is `above` in others, or in a frame.
    """

    article: Article
    number: int
    section: int
    name: str
    source: Source
    break_before: bool
    follows: bool
    opens: bool
    fitting: Fitting
    section_id: str
    closes: bool
    beside_list: bool
    columns: int
    above: Stands

    @property
    def turns(self) -> bool:
        """Whether it stands in other columns than what is above it, or in a frame."""
        return self.article.boxed or self.above != Stands(self.columns, self.article.boxed)

    @property
    def fitted(self) -> tuple[object, ...]:
        """What fitting changed of it, empty where the issue is not fitted."""
        fitting = self.fitting
        if fitting is NO_FITTING:
            return ()
        own = (self.article.id, self.section_id if self.opens else "")
        blocks = [block.id for block in self.article.blocks]
        return (
            tuple(map(fitting.lines.get, blocks)),
            tuple(map(fitting.photos.get, blocks)),
            tuple(map(fitting.gaps.get, own)),
            tuple(map(fitting.headings.get, (*own, *blocks))),
        )


def columns_of(section: Section, layout: Layout) -> int:
    """In how many columns a section stands: as many as it says, else as its layout has one of that
    name; 0 for those of the layout's pages.
    """
    if section.columns:
        return section.columns
    columns = layout.section_columns.get(section.name, 0)
    return 0 if columns == layout.grid.columns else columns


def tasks(
    issue: Issue, first: int, last: int, layout: Layout, *, follows: bool = False
) -> Iterator[ArticleTask]:
    """The articles of the sections `first` up to `last`, in reading order; they are numbered over
    the whole issue. `follows` says that others stand before them on the same pages.

    A section without any is not printed: a heading over nothing, a break for it, would be taken for
    a mistake.
    """
    number = sum(len(section.articles) for section in issue.sections[:first])
    above = stands_above(issue.sections[:first], layout)
    for index, section in enumerate(issue.sections[first:last], first):
        opens, columns = True, columns_of(section, layout)
        for at, article in enumerate(section.articles):
            breaks = opens and section.break_before and follows
            yield ArticleTask(
                article,
                number,
                index,
                section.name,
                section.source,
                breaks,
                follows,
                opens,
                issue.fitting,
                section.id,
                _closes(issue, index, at),
                number == 0 and issue.contents and Stands(columns, article.boxed) == Stands(),
                columns,
                above,
            )
            follows, opens, above = True, False, Stands(columns, article.boxed)
            number += 1


def stands_above(sections: Sequence[Section], layout: Layout) -> Stands:
    """How the last article of some sections stands."""
    last = next((section for section in reversed(sections) if section.articles), None)
    if last is None:
        return Stands()
    return Stands(columns_of(last, layout), last.articles[-1].boxed)


def _closes(issue: Issue, section: int, article: int) -> bool:
    """Whether what follows an article begins a new page, or nothing follows."""
    rest = issue.sections[section].articles[article + 1 :]
    if rest:
        return rest[0].break_before
    following = next((one for one in issue.sections[section + 1 :] if one.articles), None)
    return following is None or following.break_before or following.articles[0].break_before
