"""Titles of a manuscript that came in by itself: which headings and first lines are titles, where
no issue around them tells.

In an issue a heading without brackets may be a section. A manuscript for an issue has sections only
where it says so: in brackets, by the name of a section that the issue has, or as headings above
those that have text right below them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import TypeGuard

from layouts.errors import Finding, Source
from layouts.manuscript.blocks import Heading, Passage, RawBlock, Turn
from layouts.manuscript.heading_words import heading_words
from layouts.manuscript.marks import (
    RUN_IN,
    holds_briefs,
    is_byline,
    is_ended,
    label_level,
    section_line,
    section_name,
)
from layouts.manuscript.words import Word, passage_word
from layouts.messages.manuscript import TITLE_RECOGNISED

LONGEST_TITLE = 50
"""Characters of a line without a mark at its end that can be a title; with more it is a paragraph
that simply stops.
"""

_TITLE, _SUBHEADING = 3, 4
"""The levels at which headings are taken for titles and for sub-headings."""


def with_titles(
    blocks: Sequence[RawBlock], sections: Collection[str], file: str
) -> tuple[list[RawBlock], list[Finding]]:
    """The blocks with sections and titles made such, and a notice for each line taken for a title.

    `sections` are the issue's names.
    """
    named = [_named(block, sections) for block in blocks]
    # headings without brackets tell titles by their levels; else lines are looked at
    if any(map(_is_open, named)):
        return _levelled(named), []
    if any(isinstance(block, Passage) and _plain(block).startswith(RUN_IN) for block in named):
        return named, []
    titled = list(_titled(named))
    return titled, [
        _notice(new, file)
        for new, old in zip(titled, named, strict=True)
        if isinstance(new, Heading) and new is not old
    ]


def _named(block: RawBlock, sections: Collection[str]) -> RawBlock:
    """A heading or bracketed line that bears the name of a section, as that section."""
    if not isinstance(block, Heading | Passage):
        return block
    plain = _plain(block)
    name = section_name(plain) or plain
    # a plain line that is a section's name needs its brackets
    if name in sections and (isinstance(block, Heading) or name != plain):
        return _section(name, block.line)
    return block


def _section(name: str, line: int) -> Heading:
    return Heading(2, f"{name} {{{Word.SECTION.value}}}", line)


def _is_open(block: RawBlock) -> TypeGuard[Heading]:
    """Whether a block is a heading about which only its place tells: no brackets, no label, no word
    in braces.
    """
    if not isinstance(block, Heading) or heading_words(block.content)[1].word:
        return False
    plain = _plain(block)
    if not plain or section_name(plain) or label_level(plain):
        return False
    return not (holds_briefs(plain) or is_byline(plain) or plain.startswith(RUN_IN))


def _levelled(blocks: list[RawBlock]) -> list[RawBlock]:
    """The highest headings that have text right below them are titles, those above sections, those
    below sub-headings.
    """
    levels = [block.level for block, below in _pairs(blocks) if _is_open(block) and _is_text(below)]
    if not levels:
        return blocks
    return [_at_level(block, min(levels)) if _is_open(block) else block for block in blocks]


def _pairs(blocks: list[RawBlock]) -> Iterator[tuple[RawBlock, RawBlock | None]]:
    """Each block and the one below it."""
    return zip_longest(blocks, blocks[1:])


def _is_text(below: RawBlock | None) -> bool:
    return isinstance(below, Passage) or (
        isinstance(below, Heading) and label_level(_plain(below)) > 0
    )


def _at_level(heading: Heading, titles: int) -> Heading:
    if heading.level < titles:
        return _section(heading.content, heading.line)
    return Heading(
        _TITLE if heading.level == titles else max(_SUBHEADING, heading.level),
        heading.content,
        heading.line,
    )


def _titled(blocks: list[RawBlock]) -> Iterator[RawBlock]:
    """Lines that can only be titles, as headings: at the top, under a section's name, below a
    by-line.
    """
    begins, briefs = True, False
    for block, below in _pairs(blocks):
        plain = _plain(block) if isinstance(block, Heading | Passage) else ""
        is_title = (
            begins and not briefs and isinstance(block, Passage) and _is_title_line(block, below)
        )
        yield (
            Heading(_TITLE, block.content, block.line)
            if is_title and isinstance(block, Passage)
            else block
        )
        if isinstance(block, Heading) or section_line(plain) is not None:
            begins, briefs = _opens_section(block, plain), holds_briefs(plain)
        # page turns and photos change nothing for the line after them
        elif not isinstance(block, Turn) and "![" not in plain:
            begins = is_byline(plain)


def _opens_section(block: RawBlock, plain: str) -> bool:
    if section_name(plain) is not None:
        return True
    return isinstance(block, Heading) and heading_words(block.content)[1].word is Word.SECTION


def _is_title_line(line: Passage, below: RawBlock | None) -> bool:
    plain = _plain(line)
    if (
        not isinstance(below, Passage)
        or is_byline(_plain(below))
        or "\n" in line.content
        or passage_word(line.content)[1]
    ):
        return False
    if (
        not 1 < len(plain) <= LONGEST_TITLE
        or is_ended(plain)
        or plain.endswith(("，", "、", ","))
        or "。" in plain
        or "![" in plain
    ):
        return False
    return not (label_level(plain) or is_byline(plain) or section_name(plain))


def _plain(block: Heading | Passage) -> str:
    return block.content.replace("\\", "").strip(" \t\u3000\xa0*#")


def _notice(heading: Heading, file: str) -> Finding:
    title = _plain(heading)
    said = TITLE_RECOGNISED(title=title)
    return Finding("notice", "title-recognised", *said, Source(file, heading.line))
