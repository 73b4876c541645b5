"""Backspace at the start of a text and Delete at its end: what is told apart is made plain first,
then joined.
"""

from __future__ import annotations

from msgspec.structs import replace

from layouts.issue.article import Article, ArticleKind, Block, Paragraph, Table
from layouts.issue.blocks import next_in_flow, previous_in_flow
from layouts.issue.edits.deleting import delete_range
from layouts.issue.edits.edited import NEW, TextEdited
from layouts.issue.edits.plain import MADE_PLAIN
from layouts.issue.edits.tree import (
    article_of,
    block_of,
    text_of,
    with_article,
    with_block,
    with_blocks,
)
from layouts.issue.issue import Issue
from layouts.issue.parts import cells, first_part, part_of, parts_of, with_item
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, Place
from layouts.issue.splice import concat, without
from layouts.issue.text import MarkKind


def join_with_previous(issue: Issue, place: Place) -> TextEdited:
    """Backspace at the start of a text.

    An empty paragraph or a page break before it goes; a sub-heading, a by-line or the first
    paragraph of a note becomes a plain paragraph; a paragraph joins the one before it, the first
    one the subtitle or the title, the subtitle the title. Photos in between stay beside the joined
    paragraph. Nothing joins a table, a note, or another article. An empty note under a table goes.
    An article begins on no new page any more at the start of its title.
    """
    text_of(issue, place)
    if not _can_join(issue, place):
        return _without_note(issue, place)
    # inside a note: its paragraphs join
    if place.part > 0:
        before = place._replace(part=place.part - 1)
        return delete_range(issue, (before, len(text_of(issue, before).string)), (place, 0))
    article = article_of(issue, place)
    index = _before(article, len(article.blocks) if place.block == BYLINE else place.block or 0)
    if index is not None and (
        _is_empty(article.blocks[index]) or article.blocks[index].trait.gives_way
    ):
        return _without_block(issue, article, place, index)
    # first what tells it apart goes; pressed once more it joins
    return _made_plain(issue, article, place) or _joined(issue, article, place, index)


def _without_note(issue: Issue, place: Place) -> TextEdited:
    """A table without the note or source at a place, if that has no words; the caret goes to the
    end of the text before it.
    """
    block = None if place.block is None or place.block < 0 else block_of(issue, place)
    at = place.part - len(cells(block)) if isinstance(block, Table) else -1
    if not isinstance(block, Table) or at < 0 or part_of(block, place.part).string:
        return TextEdited(issue, place, 0)
    before = place._replace(part=place.part - 1)
    made = (
        replace(block, data_source=None)
        if at == len(block.notes)
        else replace(block, notes=with_item(block.notes, at))
    )
    left = with_block(issue, place, made)
    return TextEdited(left, before, len(text_of(left, before).string))


def _can_join(issue: Issue, place: Place) -> bool:
    """Whether a text may join another: not a section's name, a cell or a caption."""
    if place.article is None:
        return False
    return place.block in (TITLE, SUBTITLE, BYLINE) or block_of(issue, place).trait.joins


def _made_plain(issue: Issue, article: Article, place: Place) -> TextEdited | None:
    """A sub-heading, a by-line, the first paragraph of a note as a plain paragraph; None for what
    is one, or a subtitle. A title stays; its article begins on no new page any more.
    """
    if place.block == TITLE:
        # what Ctrl+Enter did there
        if article.break_before:
            article = replace(article, break_before=False)
        return TextEdited(with_article(issue, place, article), place, 0)
    if place.block == SUBTITLE:
        return None
    if place.block == BYLINE:
        return _byline_to_paragraph(issue, article, place)
    block = block_of(issue, place)
    plain = MADE_PLAIN(block)
    return None if plain == (block,) else TextEdited(with_block(issue, place, *plain), place, 0)


def _joined(issue: Issue, article: Article, place: Place, index: int | None) -> TextEdited:
    """A paragraph with the block `index` before it, with what stands over the text where there is
    none.
    """
    if index is None:
        return _to_head(issue, article, place)
    previous = article.blocks[index]
    texts = parts_of(previous)
    end = place._replace(block=index, part=first_part(previous) + len(texts) - 1)
    if previous.trait.runs_on:
        return delete_range(issue, (end, len(texts[-1].string)), (place, 0))
    return _leave_if_empty(issue, place, end, at_end=True)


def join_with_next(issue: Issue, place: Place) -> TextEdited:
    """Delete at the end of a text: what follows joins it, as far as `join_with_previous` would join
    it; a page break that follows goes.
    """
    stay = TextEdited(issue, place, len(text_of(issue, place).string))
    if place.block == BYLINE or not _can_join(issue, place):
        return stay
    article = article_of(issue, place)
    is_head = place.block in (TITLE, SUBTITLE)
    if is_head and article.kind is not ArticleKind.HEADLINE:
        return stay
    if place.block == TITLE and article.subtitle is not None:
        return _to_head(issue, article, place._replace(block=SUBTITLE))
    block = None if is_head else block_of(issue, place)
    is_alone = block is None or not block.trait.parts_join
    if block is not None and not is_alone and place.part < len(parts_of(block)) - 1:
        return delete_range(issue, (place, stay.offset), (place._replace(part=place.part + 1), 0))
    index = _after(article, -1 if block is None else place.block or 0)
    following = None if index is None else article.blocks[index]
    first = 0 if following is None else first_part(following)
    at = place._replace(block=BYLINE if index is None else index, part=first)
    behind = None if following is None else following.trait
    if behind is not None and (behind.gives_way or (not is_alone and _is_empty(following))):
        return TextEdited(with_block(issue, at), place, stay.offset)
    if (
        behind is not None
        and behind.runs_on
        and is_alone
        and (block is None or block.trait.runs_on)
    ):
        return (
            _to_head(issue, article, at)
            if block is None
            else delete_range(issue, (place, stay.offset), (at, 0))
        )
    if following is None and article.byline is None:
        return stay
    return stay if block is None else _leave_if_empty(issue, place, at, at_end=False)


def _before(article: Article, index: int) -> int | None:
    """The block before `index`, photos aside."""
    found = previous_in_flow(article.blocks, index)
    return None if found < 0 else found


def _after(article: Article, index: int) -> int | None:
    found = next_in_flow(article.blocks, index + 1)
    return None if found == len(article.blocks) else found


def _is_empty(block: Block | None) -> bool:
    """Whether nothing would be missed: an empty paragraph."""
    return isinstance(block, Paragraph) and not block.text.string


def _without_block(issue: Issue, article: Article, place: Place, index: int) -> TextEdited:
    """Without a block before the caret's: that one moves up."""
    moved = (
        place if place.block is None or place.block < 0 else place._replace(block=place.block - 1)
    )
    return TextEdited(with_blocks(issue, place, with_item(article.blocks, index)), moved, 0)


def _byline_to_paragraph(issue: Issue, article: Article, place: Place) -> TextEdited:
    if article.byline is None:
        return TextEdited(issue, place, 0)
    blocks = (*article.blocks, Paragraph(article.byline, NEW))
    plain = replace(article, blocks=blocks, byline=None)
    return TextEdited(
        with_article(issue, place, plain), place._replace(block=len(article.blocks)), 0
    )


def _to_head(issue: Issue, article: Article, place: Place) -> TextEdited:
    """The subtitle joins the headline, the first running text of an article its subtitle or else
    its headline; without that it stays.
    """
    if article.kind is not ArticleKind.HEADLINE:
        return TextEdited(issue, place, 0)
    # the headline's style says how bold it is
    words = without(text_of(issue, place), MarkKind.BOLD)
    if place.block == SUBTITLE or article.subtitle is None:
        rest = (
            article.blocks
            if place.block == SUBTITLE
            else with_item(article.blocks, place.block or 0)
        )
        joined = replace(article, title=concat(article.title, words), subtitle=None, blocks=rest)
        return TextEdited(
            with_article(issue, place, joined),
            place._replace(block=TITLE),
            len(article.title.string),
        )
    joined = replace(
        article,
        subtitle=concat(article.subtitle, words),
        blocks=with_item(article.blocks, place.block or 0),
    )
    return TextEdited(
        with_article(issue, place, joined),
        place._replace(block=SUBTITLE),
        len(article.subtitle.string),
    )


def _leave_if_empty(issue: Issue, place: Place, other: Place, *, at_end: bool) -> TextEdited:
    """An empty paragraph goes where the text beside it is nothing it could join; the caret goes
    there.
    """
    block = block_of(issue, place)
    if not _is_empty(block):
        return TextEdited(issue, place, 0 if at_end else len(text_of(issue, place).string))
    offset = len(text_of(issue, other).string) if at_end else 0
    above = (
        other if at_end or other.block == BYLINE else other._replace(block=(other.block or 1) - 1)
    )
    return TextEdited(with_block(issue, place), above, offset)
