"""What the clipboard holds put in at the caret: lines of plain text, or blocks with all that is
marked on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

from msgspec.structs import replace

from layouts.issue.article import Block, Paragraph, ParagraphsBlock, TextBlock
from layouts.issue.blocks import ShapeTable, next_in_flow
from layouts.issue.edits.edited import NEW, TextEdited
from layouts.issue.edits.reading import editable_position, is_running_text, may_carry_marks
from layouts.issue.edits.text import insert_text
from layouts.issue.edits.tree import (
    article_of,
    block_of,
    text_of,
    with_block,
    with_blocks,
    with_text,
)
from layouts.issue.edits.typed import lines, one_line, text_of_one_line
from layouts.issue.form import PLAIN, goes_on_with
from layouts.issue.issue import Issue
from layouts.issue.parts import first_part, numbered_parts, parts_of, with_item, with_part
from layouts.issue.places import SUBTITLE, TITLE, Place
from layouts.issue.splice import NO_TEXT, carrying, concat, cut, inherited, join, splice, without
from layouts.issue.text import MarkKind, Text
from layouts.issue.traits import Shape

MOST_IN_TITLE = 60
"""Characters in several lines that are one title still: what is longer, or has a sentence that
ends, is an article.
"""

_ENDS = tuple("。！？；!?;")


class Pasted(NamedTuple):
    """What stands in the place of a block into which others were pasted; the caret is in `part` of
    the one `down` below the first.
    """

    blocks: tuple[Block, ...]
    down: int
    part: int
    offset: int


def paste_text(issue: Issue, place: Place, offset: int, string: str) -> TextEdited:
    """Paste plain text.

    In running text and notes each of its lines is a paragraph, elsewhere they become one; empty
    lines are left out. Of an article pasted into a title the first line goes there, the others
    below it.
    """
    place, offset = editable_position(issue, place, offset)
    pasted = lines(string)
    paragraphs = [Paragraph(Text(line), NEW) for line in pasted]
    if is_for_below(place, paragraphs):
        return _into_head(issue, place, offset, paragraphs)
    block = _block(issue, place)
    if len(pasted) < 2 or block is None:
        return insert_text(issue, place, offset, string)
    # typed on: it looks like what it goes on with
    first = carrying(pasted[0], inherited(text_of(issue, place), offset))
    if isinstance(block, Paragraph) and block.form != PLAIN:
        form = goes_on_with(block.form)
        paragraphs = [replace(paragraph, form=form) for paragraph in paragraphs]
    found = PASTED(block, place.part, offset, [Paragraph(first, NEW), *paragraphs[1:]])
    return insert_text(issue, place, offset, string) if found is None else _put(issue, place, found)


def paste_blocks(issue: Issue, place: Place, offset: int, blocks: Sequence[Block]) -> TextEdited:
    """Paste what `copied` gave, with its marks.

    One text goes in at the caret, also into a title, a cell or a caption.

    In running text the first and the last join what stands before and behind the caret, whatever is
    in between stands as it is, photos too, which stand nowhere else. In a note each text is a
    paragraph; elsewhere all become one, but of an article pasted into a title the first text goes
    there, the rest below it. None has an id: what is pasted is a copy.
    """
    place, offset = editable_position(issue, place, offset)
    copies = [replace(block, id="", source=NEW) for block in blocks]
    block = _block(issue, place)
    found = PASTED(block, place.part, offset, copies) if block is not None and copies else None
    if found is not None:
        return _put(issue, place, _without_empty_end(issue, place, found))
    if is_for_below(place, copies):
        return _into_head(issue, place, offset, copies)
    piece = reduce(join, _texts(copies), NO_TEXT)
    if place.block in (TITLE, SUBTITLE):
        piece = without(piece, MarkKind.BOLD)
    if not may_carry_marks(issue, place):
        piece = Text(one_line(piece.string))
    elif not is_running_text(issue, place):
        piece = text_of_one_line(piece)
    text = splice(text_of(issue, place), offset, offset, piece)
    return TextEdited(with_text(issue, place, text), place, offset + len(piece.string))


def _block(issue: Issue, place: Place) -> Block | None:
    """The block of a text; None for a title, a subtitle, a by-line and a section's name."""
    return None if place.block is None or place.block < 0 else block_of(issue, place)


def _put(issue: Issue, place: Place, pasted: Pasted) -> TextEdited:
    at = place._replace(block=(place.block or 0) + pasted.down, part=pasted.part)
    return TextEdited(with_block(issue, place, *pasted.blocks), at, pasted.offset)


def _without_empty_end(issue: Issue, place: Place, pasted: Pasted) -> Pasted:
    """What was pasted without the empty paragraph to type on in that a table would leave behind
    it, where a text follows in which the caret can stand.
    """
    *above, last = pasted.blocks
    is_empty = isinstance(last, Paragraph) and not last.text.string
    if not is_empty or not above or above[-1].trait.runs_on or above[-1].trait.beside:
        return pasted
    blocks = article_of(issue, place).blocks
    below = next_in_flow(blocks, (place.block or 0) + 1)
    if below == len(blocks) or not blocks[below].trait.reads:
        return pasted
    down = len(above) + below - (place.block or 0) - 1
    return Pasted(tuple(above), down, first_part(blocks[below]), 0)


def _texts(blocks: Sequence[Block]) -> list[Text]:
    """The texts of what does not stand beside others."""
    return [text for block in blocks if not block.trait.beside for text in parts_of(block)]


def is_article(texts: Sequence[str]) -> bool:
    """Whether texts are an article rather than a title in several lines."""
    is_long = sum(map(len, texts)) > MOST_IN_TITLE
    return len(texts) > 1 and (is_long or any(text.endswith(_ENDS) for text in texts))


def is_for_below(place: Place, blocks: Sequence[Block]) -> bool:
    """Whether what is pasted into a title or subtitle is more than that can be."""
    texts = [text.string for text in _texts(blocks)]
    return place.block in (TITLE, SUBTITLE) and is_article(texts)


def _into_head(issue: Issue, place: Place, offset: int, blocks: Sequence[Block]) -> TextEdited:
    """An article pasted into its title or subtitle: the first text goes there, where it is one, the
    rest to the head of the body. The caret stands behind the last of it.
    """
    head = next_in_flow(blocks, 0)
    if blocks[head].trait.runs_on:
        (first,), blocks = parts_of(blocks[head]), [*blocks[:head], *blocks[head + 1 :]]
        piece = without(first, MarkKind.BOLD)
        issue = with_text(issue, place, splice(text_of(issue, place), offset, offset, piece))
    return paste_below_head(issue, place, blocks)


def paste_below_head(issue: Issue, place: Place, blocks: Sequence[Block]) -> TextEdited:
    """Put blocks, one of which has words, at the head of the body of the article at a place. The
    caret stands behind the last of their words.
    """
    copies = [replace(block, id="", source=NEW) for block in blocks]
    issue = with_blocks(issue, place, (*copies, *article_of(issue, place).blocks))
    last = max(k for k, block in enumerate(copies) if _texts([block]))
    # a table with a caption counts its texts from that
    part, text = list(numbered_parts(copies[last]))[-1]
    return TextEdited(issue, place._replace(block=last, part=part), len(text.string))


def _into_line(block: TextBlock, _part: int, offset: int, blocks: Sequence[Block]) -> Pasted:
    """Into a paragraph or sub-heading, which keeps its id with the words before the caret, or with
    those behind it where there are none.
    """
    if all(other.trait.beside for other in blocks):  # they stand beside it, and part nothing
        return Pasted((*blocks, block), len(blocks), 0, offset)
    first, last = cut(block.text, 0, offset), cut(block.text, offset, len(block.text.string))
    if (
        len(blocks) == 1
        and blocks[0].trait.runs_on
        and (block.text.string or blocks[0].trait.is_running)
    ):
        piece = _for(block, *parts_of(blocks[0]))
        return Pasted(
            (replace(block, text=splice(block.text, offset, offset, piece)),),
            0,
            0,
            offset + len(piece.string),
        )
    # at the very start of a text of another kind, which stays whole below
    if not first.string and last.string and type(blocks[-1]) is not type(block):
        return _above(block, blocks)
    opened, middle = _opened(block, first, last, blocks)
    closed, end = _closed(block, last, middle)
    # nothing of it stands above: the id goes with the words (`layouts.issue.ids`)
    if not first.string and last.string:
        closed = replace(closed, id=block.id)
    elif opened:
        opened = (replace(opened[0], id=block.id), *opened[1:])
    else:
        closed = replace(closed, id=block.id)
    # the last of the middle is in `closed` already where it ran on
    above = (*opened, *(middle[:-1] if middle and middle[-1].trait.runs_on else middle))
    return Pasted((*above, closed), len(above), 0, end)


def _above(block: Block, blocks: Sequence[Block]) -> Pasted:
    """Blocks that end with another kind stand above the block before whose first character they
    were pasted.
    """
    texts = list(numbered_parts(blocks[-1]))
    end = (
        (len(blocks) - 1, texts[-1][0], len(texts[-1][1].string)) if texts else (len(blocks), 0, 0)
    )
    return Pasted((*blocks, block), *end)


def _opened(
    block: TextBlock, first: Text, last: Text, blocks: Sequence[Block]
) -> tuple[tuple[Block, ...], Sequence[Block]]:
    """What stands before the caret with the first block pasted, where that goes on; and the blocks
    still to put in.
    """
    runs_on = len(blocks) > 1 and blocks[0].trait.runs_on
    if not runs_on:
        return ((replace(block, text=first, id=""),) if first.string else ()), blocks
    # nothing before the caret: what is pasted stays what it is
    has_form = isinstance(blocks[0], Paragraph) and blocks[0].form != PLAIN
    is_all_new = not first.string and (last.string or not blocks[0].trait.is_running or has_form)
    opened = (
        blocks[0]
        if is_all_new
        else replace(block, text=concat(first, _for(block, *parts_of(blocks[0]))), id="")
    )
    return (opened,), blocks[1:]


def _closed(block: TextBlock, last: Text, middle: Sequence[Block]) -> tuple[Block, int]:
    """What stands behind the caret, with the last block pasted before it where that goes on, and
    where the caret is in it.
    """
    tail = middle[-1]
    if not tail.trait.runs_on:
        return Paragraph(last, block.source), 0
    (text,) = parts_of(tail)
    return with_part(tail, 0, concat(text, last)), len(text.string)


def _for(block: Block, text: Text) -> Text:
    """A text as a block of this kind carries it."""
    return without(text, MarkKind.BOLD) if block.trait.bold_by_style else text


def _into_paragraphs(
    block: ParagraphsBlock, part: int, offset: int, blocks: Sequence[Block]
) -> Pasted | None:
    texts = _texts(blocks)
    if not texts:
        return None
    text = block.paragraphs[part]
    if len(texts) == 1:
        new, end = [splice(text, offset, offset, texts[0])], offset + len(texts[0].string)
    else:
        first, last = cut(text, 0, offset), cut(text, offset, len(text.string))
        new, end = (
            [concat(first, texts[0]), *texts[1:-1], concat(texts[-1], last)],
            len(texts[-1].string),
        )
    return Pasted(
        (replace(block, paragraphs=with_item(block.paragraphs, part, *new)),),
        0,
        part + len(new) - 1,
        end,
    )


def _as_one(_block: Block, _part: int, _offset: int, _blocks: Sequence[Block]) -> None:
    return None


PASTED: ShapeTable[[int, int, Sequence[Block]], Pasted | None] = ShapeTable(
    {
        Shape.TEXT: _into_line,
        Shape.PARAGRAPHS: _into_paragraphs,
        Shape.CELLS: _as_one,
        Shape.CAPTION: _as_one,
        Shape.NOTHING: _as_one,
    }
)
"""Blocks pasted into `part` of a block at an offset; None where their texts become one."""
