"""What somebody changed in a Word file, taken into the issue that it was written from.

The issue is written again as it is now and read back: what differs between that and the edited file
was changed in Word, and only that changes in the issue. What Word does not hold stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from layouts.importing.word_back.pairing import (
    articles_as_written,
    blocks_as_written,
    paired_articles,
    paired_blocks,
)
from layouts.issue.article import Article, Block, Section, Table
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo

S = TypeVar("S", bound=Struct)

_OWN = frozenset({"id", "source", "blocks", "name"})
"""Fields that no file says anything of, or that are merged by themselves."""


def merged(issue: Issue, as_written: Issue, edited: Issue) -> Issue:
    """The issue with what makes `edited` of `as_written`, which is the issue as Word holds it."""
    sections = _sections(issue, as_written, edited)
    return replace(
        issue,
        masthead=_changed(issue.masthead, as_written.masthead, edited.masthead),
        colophon=_changed(issue.colophon, as_written.colophon, edited.colophon),
        sections=sections,
    )


def _sections(issue: Issue, as_written: Issue, edited: Issue) -> tuple[Section, ...]:
    base, ours, theirs = (_articles(one) for one in (issue, as_written, edited))
    was = paired_articles(ours, theirs)
    origin = articles_as_written(base, ours)
    known = _named(issue, as_written)
    made: list[Section] = []
    done = 0
    for section in edited.sections:
        articles: list[Article] = []
        for number, article in enumerate(section.articles, done):
            our = was.get(number)
            old = origin.get(our) if our is not None else None
            if our is None or old is None:
                articles.append(article)
            else:
                articles.append(_article(base[old], ours[our], article))
        done += len(section.articles)
        made.append(_section(section, tuple(articles), known))
    return _with_empty_ones(tuple(made), issue, as_written)


def _articles(issue: Issue) -> list[Article]:
    return [article for section in issue.sections for article in section.articles]


def _section(
    section: Section, articles: tuple[Article, ...], known: Mapping[str, tuple[Section, Section]]
) -> Section:
    """A section with what the issue has of it besides; one of a new name is new."""
    if section.name not in known:
        return replace(section, articles=articles)
    base, ours = known[section.name]
    return replace(
        _changed(base, ours, replace(section, articles=ours.articles)), articles=articles
    )


def _named(issue: Issue, as_written: Issue) -> dict[str, tuple[Section, Section]]:
    ours = {section.name: section for section in reversed(as_written.sections)}
    return {
        section.name: (section, ours[section.name])
        for section in reversed(issue.sections)
        if section.name in ours
    }


def _with_empty_ones(
    sections: tuple[Section, ...], issue: Issue, as_written: Issue
) -> tuple[Section, ...]:
    """With the sections that Word never showed, since they have no name and nothing in them."""
    shown = {section.name for section in as_written.sections}
    unseen = [one for one in issue.sections if not one.articles and one.name not in shown]
    return (*sections, *unseen)


def _article(base: Article, ours: Article, theirs: Article) -> Article:
    blocks = _blocks(base.blocks, ours.blocks, theirs.blocks)
    return replace(_changed(base, ours, theirs), blocks=blocks)


def _blocks(
    base: Sequence[Block], ours: Sequence[Block], theirs: Sequence[Block]
) -> tuple[Block, ...]:
    """The blocks of `theirs`, each with what it was; those of `base` that Word does not hold stay
    behind the one before them.
    """
    was, origin = paired_blocks(ours, theirs), blocks_as_written(base, ours)
    held = set(origin.values())
    made: list[Block] = list(_unheld(base, 0, held))
    for number, block in enumerate(theirs):
        our = was.get(number)
        old = origin.get(our) if our is not None else None
        if our is None or old is None:
            made.append(block)
            continue
        made.append(_block(base[old], ours[our], block))
        made += _unheld(base, old + 1, held)
    return tuple(made)


def _unheld(base: Sequence[Block], first: int, held: set[int]) -> list[Block]:
    """The blocks from `first` on up to the next that Word holds."""
    found: list[Block] = []
    for number in range(first, len(base)):
        if number in held:
            break
        found.append(base[number])
    return found


def _block(base: Block, ours: Block, theirs: Block) -> Block:
    if isinstance(theirs, Table) and isinstance(ours, Table) and isinstance(base, Table):
        return _table(base, ours, theirs)
    if isinstance(theirs, Photo) and isinstance(ours, Photo) and not theirs.path:
        # the program only linked the picture, or lost it: the issue still has it
        theirs = replace(theirs, path=ours.path, name=ours.name)
    made = _changed(base, ours, theirs)
    if isinstance(theirs, Photo) and isinstance(made, Photo) and made.path == theirs.path:
        return replace(made, name=theirs.name)
    return made


def _table(base: Table, ours: Table, theirs: Table) -> Table:
    """A table; one with other rows or columns has its merged cells and alignments anew, which count
    them. Widths that nobody gave are those of a program that measured the page.
    """
    if not base.widths:
        theirs = replace(theirs, widths=ours.widths)
    shape = [(len(one.header), len(one.rows)) for one in (ours, theirs)]
    made = _changed(base, ours, theirs)
    if shape[0] == shape[1]:
        return made
    return replace(
        made,
        header=theirs.header,
        rows=theirs.rows,
        alignments=theirs.alignments,
        spans=theirs.spans,
        widths=theirs.widths,
        own_alignments=theirs.own_alignments,
        header_rows=theirs.header_rows,
        header_columns=min(base.header_columns, len(theirs.header) - 1),
    )


def _changed(base: S, ours: S, theirs: S) -> S:
    """A value with the fields that differ between `ours` and `theirs` as `theirs` has them."""
    if type(base) is not type(theirs) or type(ours) is not type(theirs):
        return theirs
    changes = {
        name: getattr(theirs, name)
        for name in base.__struct_fields__
        if name not in _OWN and getattr(ours, name) != getattr(theirs, name)
    }
    return replace(base, **changes) if changes else base
