"""Typing, pasting and new paragraphs at the caret."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec.structs import replace

from layouts.issue.article import ArticleKind, Block, Note, Paragraph, Subheading
from layouts.issue.edits.edited import NEW, Edited, TextEdited
from layouts.issue.edits.reading import spot
from layouts.issue.edits.tree import article_of, block_of, text_of, with_article, with_block, with_blocks, with_text
from layouts.issue.edits.typed import lines, one_line, retyped
from layouts.issue.issue import Issue
from layouts.issue.lead import first_paragraph
from layouts.issue.parts import with_part
from layouts.issue.places import BYLINE, TITLE, Place
from layouts.issue.splice import carrying, concat, cut, inherited, set_in, splice, without
from layouts.issue.text import MarkKind, Text

Typing: TypeAlias = MarkKind | Literal["plain"] | None
"""What typed characters carry: a mark asked for, nothing at all, or None for what the text around them does."""


def insert_text(issue: Issue, place: Place, offset: int, string: str, typing: Typing = None) -> TextEdited:
    """Type a string at the caret. Without `typing` it carries what the character before it does, at the start what the one after does.

    Line breaks in it become spaces, or nothing between Chinese characters; `paste_text` makes paragraphs of them.
    """
    place, offset = spot(issue, place, offset)
    typed = one_line(string)
    if not typed:
        return TextEdited(issue, place, offset)
    text = text_of(issue, place)
    new = carrying(typed, inherited(text, offset)) if typing is None else set_in(typed, None if typing == "plain" else typing)
    new = splice(text, offset, offset, new)
    return TextEdited(with_text(issue, place, new), place, offset + len(typed))


def set_text(issue: Issue, place: Place, text: str | Text) -> Edited:
    """Give a place another text whole. Of a string, what stays the same at both ends keeps its marks."""
    return Edited(with_text(issue, place, retyped(text_of(issue, place), text)), place)


def paste_text(issue: Issue, place: Place, offset: int, string: str) -> TextEdited:
    """Paste plain text. In running text and notes each of its lines is a paragraph, elsewhere they become one; empty lines are left out."""
    place, offset = spot(issue, place, offset)
    pasted = lines(string)
    block = None if place.block is None or place.block < 0 else block_of(issue, place)
    if len(pasted) < 2 or not isinstance(block, Paragraph | Subheading | Note):
        return insert_text(issue, place, offset, string)
    text = text_of(issue, place)
    first, last = cut(text, 0, offset), cut(text, offset, len(text.string))
    opened = concat(first, carrying(pasted[0], inherited(text, offset)))
    middle = [Text(line) for line in pasted[1:-1]]
    closed = concat(Text(pasted[-1]), last)
    if isinstance(block, Note):
        paragraphs = (*block.paragraphs[: place.part], opened, *middle, closed, *block.paragraphs[place.part + 1 :])
        at = place._replace(part=place.part + len(pasted) - 1)
        return TextEdited(with_block(issue, place, replace(block, paragraphs=paragraphs)), at, len(pasted[-1]))
    if isinstance(block, Subheading) and offset == 0 and text.string:
        new: list[Block] = [*(Paragraph(Text(line), block.source) for line in pasted), block]
    else:
        new = [with_part(block, 0, opened), *(Paragraph(one, block.source) for one in (*middle, closed))]
    at = place._replace(block=(place.block or 0) + len(pasted) - 1)
    return TextEdited(with_block(issue, place, *new), at, len(pasted[-1]))


def split_paragraph(issue: Issue, place: Place, offset: int) -> TextEdited:
    """Begin a new paragraph at the caret (Enter). Photos stay with the first half.

    In a title the rest becomes the first paragraph. At the end of a sub-heading, in it too, what follows is a plain paragraph; at its
    start an empty one is put before it, as before a by-line. An empty last paragraph of a note leaves it. Cells, captions and section names
    are not split.
    """
    place, offset = spot(issue, place, offset)
    text = text_of(issue, place)
    first, rest = cut(text, 0, offset), cut(text, offset, len(text.string))
    if place.article is None or place.block is None:
        return TextEdited(issue, place, offset)
    if place.block == TITLE:
        article = article_of(issue, place)
        opened = replace(article, title=first, blocks=(Paragraph(rest, NEW), *article.blocks))
        return TextEdited(with_article(issue, place, opened), place._replace(block=0), 0)
    if place.block == BYLINE:
        blocks = article_of(issue, place).blocks
        return TextEdited(with_blocks(issue, place, (*blocks, Paragraph(Text(""), NEW))), place._replace(block=len(blocks)), 0)
    block, below = block_of(issue, place), place._replace(block=place.block + 1)
    if isinstance(block, Paragraph):
        return TextEdited(with_block(issue, place, replace(block, text=first), Paragraph(rest, block.source)), below, 0)
    if isinstance(block, Subheading):
        halves = (replace(block, text=first), Paragraph(rest, block.source))
        if offset == 0 and rest.string:
            halves = (Paragraph(Text(""), block.source), block)
        return TextEdited(with_block(issue, place, *halves), below, 0)
    if isinstance(block, Note):
        return _split_note(issue, place, block, (first, rest))
    return TextEdited(issue, place, offset)


def _split_note(issue: Issue, place: Place, note: Note, halves: tuple[Text, Text]) -> TextEdited:
    paragraphs = note.paragraphs
    if place.part == len(paragraphs) - 1 > 0 and not paragraphs[-1].string:
        left = replace(note, paragraphs=paragraphs[:-1])
        below = Place(place.section, place.article, (place.block or 0) + 1)
        return TextEdited(with_block(issue, place, left, Paragraph(Text(""), note.source)), below, 0)
    new = replace(note, paragraphs=(*paragraphs[: place.part], *halves, *paragraphs[place.part + 1 :]))
    return TextEdited(with_block(issue, place, new), place._replace(part=place.part + 1), 0)


def set_level(issue: Issue, place: Place, level: int | None) -> Edited:
    """Make a paragraph a sub-heading of level 1 to 4, or a sub-heading a paragraph (None). The lead of a run-in article stays what it is.

    A sub-heading drops its bold, since its style says how bold it is. ValueError for any other level.
    """
    if level is not None and not 1 <= level <= 4:
        raise ValueError(f"a sub-heading has a level from 1 to 4, not {level}")
    block = block_of(issue, place)
    if isinstance(block, Paragraph | Subheading):
        return Edited(with_block(issue, place, _at_level(block, level, is_lead=place == _lead(issue, place))), place)
    raise LookupError(f"{place} is neither paragraph nor sub-heading")


def _at_level(block: Paragraph | Subheading, level: int | None, *, is_lead: bool) -> Block:
    if level is None:
        return Paragraph(block.text, block.source)
    return block if is_lead else Subheading(without(block.text, MarkKind.BOLD), level, block.source)


def _lead(issue: Issue, place: Place) -> Place | None:
    """Where the lead of a run-in article stands; None in any other."""
    article = article_of(issue, place)
    index = first_paragraph(article.blocks) if article.kind is ArticleKind.RUN_IN else None
    return None if index is None else Place(place.section, place.article, index)
