"""Typing and new paragraphs at the caret."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from layouts.issue.article import (
    ArticleKind,
    Block,
    Paragraph,
    ParagraphsBlock,
    Subheading,
    TextBlock,
)
from layouts.issue.blocks import ShapeTable
from layouts.issue.edits.edited import NEW, Edited, TextEdited
from layouts.issue.edits.plain import MADE_PLAIN
from layouts.issue.edits.reading import editable_position, is_running_text
from layouts.issue.edits.tree import (
    article_of,
    block_of,
    text_of,
    with_article,
    with_block,
    with_blocks,
    with_text,
)
from layouts.issue.edits.typed import one_line, one_paragraph, retyped
from layouts.issue.form import PLAIN, goes_on_with, higher
from layouts.issue.issue import Issue
from layouts.issue.lead import first_paragraph
from layouts.issue.parts import parts_of, with_item
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, Place
from layouts.issue.splice import NO_TEXT, carrying, concat, cut, inherited, splice, without
from layouts.issue.text import MarkKind, Text
from layouts.issue.traits import Shape


def insert_text(issue: Issue, place: Place, offset: int, string: str) -> TextEdited:
    """Type a string at the caret.

    It carries what the character before it does and grows, at the start what the one after does.

    Line ends in it become spaces, or nothing between Chinese characters; `paste_text` makes
    paragraphs of them. So do line breaks (U+2028) where there is one line only: in a caption, in a
    section's name.
    """
    place, offset = editable_position(issue, place, offset)
    typed = _fit(issue, place, string)
    if not typed:
        return TextEdited(issue, place, offset)
    text = text_of(issue, place)
    new = splice(text, offset, offset, carrying(typed, inherited(text, offset)))
    return TextEdited(with_text(issue, place, new), place, offset + len(typed))


def set_text(issue: Issue, place: Place, text: str | Text) -> Edited:
    """Give a place another text whole.

    Of a string, what stays the same at both ends keeps its marks.
    """
    new = _fit(issue, place, text) if isinstance(text, str) else text
    return Edited(with_text(issue, place, retyped(text_of(issue, place), new)), place)


def _fit(issue: Issue, place: Place, string: str) -> str:
    """A typed string as the text at a place can hold it."""
    return one_paragraph(string) if is_running_text(issue, place) else one_line(string)


def split_paragraph(issue: Issue, place: Place, offset: int) -> TextEdited:
    """Begin a new paragraph at the caret (Enter). Photos stay with the first half.

    In a title the rest goes to the head of the subtitle; without one, and in a subtitle, it becomes
    the first paragraph. At the end of a sub-heading, in it too, what follows is a plain paragraph;
    at its start an empty one is put before it, as before a by-line. An empty last paragraph of a
    note leaves it; an empty item goes a level up, one of the first level is an item no more. Cells,
    captions and section names are not split.
    """
    place, offset = editable_position(issue, place, offset)
    text = text_of(issue, place)
    first, rest = cut(text, 0, offset), cut(text, offset, len(text.string))
    if place.article is None or place.block is None:
        return TextEdited(issue, place, offset)
    if place.block in (TITLE, SUBTITLE):
        return _head_split(issue, place, first, rest)
    if place.block == BYLINE:
        blocks = article_of(issue, place).blocks
        return TextEdited(
            with_blocks(issue, place, (*blocks, Paragraph(NO_TEXT, NEW))),
            place._replace(block=len(blocks)),
            0,
        )
    block = block_of(issue, place)
    if isinstance(block, Paragraph) and block.form.is_item and not block.text.string:
        return TextEdited(with_block(issue, place, _left(block)), place, 0)
    opened = OPENED(block, place.part, offset)
    if opened is None:
        return TextEdited(issue, place, offset)
    below = place._replace(block=place.block + opened.down, part=opened.part)
    return TextEdited(with_block(issue, place, *opened.blocks), below, 0)


def _head_split(issue: Issue, place: Place, first: Text, rest: Text) -> TextEdited:
    """A title or a subtitle of which `first` stays."""
    article = article_of(issue, place)
    if place.block == TITLE and article.subtitle is not None:
        opened = replace(article, title=first, subtitle=concat(rest, article.subtitle))
        return TextEdited(with_article(issue, place, opened), place._replace(block=SUBTITLE), 0)
    blocks = (Paragraph(rest, NEW), *article.blocks)
    if place.block == TITLE:
        opened = replace(article, title=first, blocks=blocks)
    else:
        opened = replace(article, subtitle=first if first.string else None, blocks=blocks)
    return TextEdited(with_article(issue, place, opened), place._replace(block=0), 0)


class BegunParagraph(NamedTuple):
    """What stands in the place of a block in which a paragraph was begun; the caret goes to `part`
    of the one `down` below the first.
    """

    blocks: tuple[Block, ...]
    down: int
    part: int


def _line_opened(block: TextBlock, _part: int, offset: int) -> BegunParagraph:
    """Two halves, both of one form. At its start all the words, and with them the id, are in the
    second.
    """
    form = block.form if isinstance(block, Paragraph) else PLAIN
    if offset == 0 and block.text.string:
        second = replace(block, form=goes_on_with(form)) if form != PLAIN else block
        return BegunParagraph((Paragraph(NO_TEXT, block.source, form=form), second), 1, 0)
    first, rest = cut(block.text, 0, offset), cut(block.text, offset, len(block.text.string))
    opened = Paragraph(rest, block.source, form=goes_on_with(form))
    return BegunParagraph((replace(block, text=first), opened), 1, 0)


def _left(item: Paragraph) -> Paragraph:
    """An empty item, as Enter leaves it."""
    form = higher(item.form) if item.form.level > 1 else PLAIN
    return replace(item, form=form)


def _paragraphs_opened(block: ParagraphsBlock, part: int, offset: int) -> BegunParagraph:
    paragraphs = block.paragraphs
    if part == len(paragraphs) - 1 > 0 and not paragraphs[-1].string:
        return BegunParagraph(
            (replace(block, paragraphs=paragraphs[:-1]), Paragraph(NO_TEXT, block.source)), 1, 0
        )
    text = paragraphs[part]
    halves = cut(text, 0, offset), cut(text, offset, len(text.string))
    return BegunParagraph(
        (replace(block, paragraphs=with_item(paragraphs, part, *halves)),), 0, part + 1
    )


def _unopened(_block: Block, _part: int, _offset: int) -> None:
    return None


OPENED: ShapeTable[[int, int], BegunParagraph | None] = ShapeTable(
    {
        Shape.TEXT: _line_opened,
        Shape.PARAGRAPHS: _paragraphs_opened,
        Shape.CELLS: _unopened,
        Shape.CAPTION: _unopened,
        Shape.NOTHING: _unopened,
    }
)
"""What Enter does in `part` of a block at an offset; None where it does nothing."""


def set_level(issue: Issue, place: Place, level: int | None) -> Edited:
    """Make a paragraph a sub-heading of level 1 to 4, or a sub-heading a paragraph (None).

    The lead of a run-in article stays what it is.

    A sub-heading drops its bold, since its style says how bold it is. ValueError for any other
    level.
    """
    if level is not None and not 1 <= level <= 4:
        raise ValueError(f"a sub-heading has a level from 1 to 4, not {level}")
    block = block_of(issue, place)
    if block.trait.shape is not Shape.TEXT:
        raise LookupError(f"{place} is neither paragraph nor sub-heading")
    if level is None:
        return Edited(with_block(issue, place, *MADE_PLAIN(block)), place)
    if place == lead_place(issue, place):
        return Edited(issue, place)
    heading = Subheading(without(parts_of(block)[0], MarkKind.BOLD), level, block.source, block.id)
    return Edited(with_block(issue, place, heading), place)


def lead_place(issue: Issue, place: Place) -> Place | None:
    """Where the lead of a run-in article stands; None in any other."""
    article = article_of(issue, place)
    index = first_paragraph(article.blocks) if article.kind is ArticleKind.RUN_IN else None
    return None if index is None else Place(place.section, place.article, index)
