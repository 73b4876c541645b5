"""Boxes (专栏框): made of marked paragraphs or put in empty, their looks, and taken back into the
text.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from layouts.issue.article import Block, Paragraph, Subheading
from layouts.issue.edits.edited import NEW, Edited, TextEdited
from layouts.issue.edits.noting import set_apart
from layouts.issue.edits.reading import PositionTuple, ordered, rank
from layouts.issue.edits.text import lead_place
from layouts.issue.edits.tree import article_of, block_of, with_block, with_blocks
from layouts.issue.issue import Issue
from layouts.issue.parts import parts_of
from layouts.issue.places import Place
from layouts.issue.sidebar import BoxKind, Sidebar
from layouts.issue.sound_floats import sound_box
from layouts.issue.splice import NO_TEXT

TITLE_LEVEL = 1
"""The level of the sub-heading that the title of a box becomes in the text."""


def is_box(issue: Issue, place: Place) -> bool:
    """Whether a text is of a box."""
    in_text = place.article is not None and place.block is not None and place.block >= 0
    return in_text and isinstance(block_of(issue, place), Sidebar)


def box_of(issue: Issue, place: Place) -> Sidebar:
    """The box at a place; LookupError for anything else."""
    block = block_of(issue, place)
    if isinstance(block, Sidebar):
        return block
    raise LookupError(f"{place} is no box")


def set_box(
    issue: Issue, start: PositionTuple, end: PositionTuple, kind: BoxKind = BoxKind.LINK
) -> TextEdited:
    """Make the paragraphs, sub-headings and notes from one position to another of an article a box;
    it stands beside the paragraph that follows.

    A sub-heading that they begin with is its title. Where the positions are the same an empty box
    stands beside the paragraph there, the caret in its title. LookupError for positions of two
    articles.
    """
    if ordered(issue, start, end)[0] == ordered(issue, start, end)[1]:
        return _empty(issue, ordered(issue, start, end)[0][0], kind)
    return set_apart(issue, start, end, lambda blocks: _boxed(blocks, kind), _blank(kind))


def _boxed(blocks: Sequence[Block], kind: BoxKind) -> Block:
    texts = tuple(text for block in blocks for text in parts_of(block))
    first = blocks[0]
    titled = isinstance(first, Subheading) or (isinstance(first, Sidebar) and first.titled)
    return Sidebar(texts, first.source, kind, titled, id=first.id)


def _blank(kind: BoxKind) -> Sidebar:
    return Sidebar((NO_TEXT, NO_TEXT), NEW, kind)


def _empty(issue: Issue, place: Place, kind: BoxKind) -> TextEdited:
    """An empty box before the block at a place, below the lead of a run-in article."""
    if place.article is None:
        raise LookupError(f"{place} is no place of an article")
    blocks, lead = article_of(issue, place).blocks, lead_place(issue, place)
    index = max(0, min(rank(place), len(blocks)))
    if lead is not None and lead.block is not None and index <= lead.block:
        index = lead.block + 1
    made = (*blocks[:index], _blank(kind), *blocks[index:])
    return TextEdited(with_blocks(issue, place, made), place._replace(block=index, part=0), 0)


def clear_box(issue: Issue, place: Place, offset: int) -> TextEdited:
    """Take the texts of a box back into the text, its title as a sub-heading; one without words is
    left out.
    """
    box = box_of(issue, place)
    made: list[Block] = []
    at = 0
    for part, text in enumerate(box.paragraphs):
        if part == place.part:
            at = len(made)
        if part == 0 and box.titled:
            if text.string:
                made.append(Subheading(text, TITLE_LEVEL, box.source))
            continue
        made.append(Paragraph(text, box.source))
    made = made or [Paragraph(NO_TEXT, box.source)]
    # the words keep the name they had in the box
    first = next((k for k, one in enumerate(made) if parts_of(one)[0].string), 0)
    made[first] = replace(made[first], id=box.id)
    at = min(at, len(made) - 1)
    caret = place._replace(block=(place.block or 0) + at, part=0)
    return TextEdited(
        with_block(issue, place, *made), caret, min(offset, len(parts_of(made[at])[0].string))
    )


def set_box_kind(issue: Issue, place: Place, kind: BoxKind) -> Edited:
    """Say what a box is for."""
    return _set(issue, place, replace(box_of(issue, place), kind=kind))


def set_titled(issue: Issue, place: Place, titled: bool) -> Edited:
    """Give a box a title, an empty one above its text; or none: one with words is its first
    paragraph then.
    """
    box = box_of(issue, place)
    if titled == box.titled:
        return Edited(issue, place)
    first, rest = box.paragraphs[0], box.paragraphs[1:]
    paragraphs = box.paragraphs
    if titled and (not rest or len(first.string) > LONGEST_BOX_TITLE):
        paragraphs = (NO_TEXT, *paragraphs)
    elif not titled and rest and not first.string:
        paragraphs = rest
    return _set(issue, place, replace(box, titled=titled, paragraphs=paragraphs))


LONGEST_BOX_TITLE = 40
"""Characters up to which the first paragraph of a box becomes its title."""


def set_box_columns(issue: Issue, place: Place, columns: int) -> Edited:
    """Set the text of a box in so many columns, 1 to 3."""
    return _set(issue, place, replace(box_of(issue, place), columns=columns))


def _set(issue: Issue, place: Place, box: Sidebar) -> Edited:
    return Edited(with_block(issue, place, sound_box(box)), place)
