"""Deleting text from one caret to another, over paragraphs and articles.

Photos, articles and sections stay.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from layouts.issue.article import (
    Article,
    ArticleKind,
    Block,
    Paragraph,
    ParagraphsBlock,
    Table,
    TextBlock,
)
from layouts.issue.blocks import ShapeTable
from layouts.issue.edits.cell_area import area_between, emptied
from layouts.issue.edits.edited import TextEdited
from layouts.issue.edits.reading import (
    AFTER_ALL,
    OF_SUBTITLE,
    OF_TITLE,
    PositionTuple,
    ordered,
    reading_order,
)
from layouts.issue.edits.tree import text_of, with_article, with_text
from layouts.issue.issue import Issue
from layouts.issue.parts import numbered_parts, parts_of, with_paragraphs, with_part
from layouts.issue.places import articles
from layouts.issue.splice import concat, splice
from layouts.issue.text import Text
from layouts.issue.traits import Shape


class _Edge(NamedTuple):
    """One end of what is deleted inside an article: the rank of the text, its part, the offset."""

    rank: int
    part: int
    offset: int


# beyond every rank: in articles between the two ends all goes
_ABOVE, _BELOW = _Edge(OF_TITLE - 1, 0, 0), _Edge(AFTER_ALL + 1, 0, 0)


def delete_range(issue: Issue, start: PositionTuple, end: PositionTuple) -> TextEdited:
    """Delete the text between two positions, in either order.

    The caret stands where the text began.

    What is left of two paragraphs or sub-headings becomes one; titles, subtitles, by-lines, notes
    and tables keep their rest to themselves. Photos in between stand beside the joined paragraph,
    or beside what follows where nothing is left of its second half. Over articles only text goes:
    each stays, with its photos and an empty paragraph. Between two cells of a table those of a
    rectangle are emptied, the caret in the first.
    """
    (first, begin), (last, finish) = ordered(issue, start, end)
    if first == last:
        text = splice(text_of(issue, first), begin, finish)
        return TextEdited(with_text(issue, first, text), first, begin)
    area = area_between(issue, first, last)
    if area is not None:
        return TextEdited(emptied(issue, area), area.first, 0)
    low, high = reading_order((first, begin)), reading_order((last, finish))
    place = first
    for at, article in list(articles(issue)):
        if not low[:2] <= (at.section, at.article or 0) <= high[:2]:
            continue
        top = _Edge(*low[2:]) if at == first.of_article else _ABOVE
        bottom = _Edge(*high[2:]) if at == last.of_article else _BELOW
        left, moved = _cut(article, top, bottom)
        issue = with_article(issue, at, left)
        if at == first.of_article and first.block is not None and moved:
            # photos now stand before the joined paragraph
            place = first._replace(block=first.block + moved)
    return TextEdited(issue, place, begin)


def _cut(article: Article, top: _Edge, bottom: _Edge) -> tuple[Article, int]:
    """An article without its text between two edges, and by how many photos its first paragraph
    moved down.
    """
    blocks = article.blocks
    # ranks of titles and by-lines lie outside the blocks: here they are before the first or behind
    # the last
    first, last = max(top.rank, -1), max(min(bottom.rank, len(blocks)), -1)
    photos = [block for block in blocks[max(first + 1, 0) : max(last, 0)] if block.trait.beside]
    before, after = blocks[: max(first, 0)], blocks[last + 1 :]
    head = (
        HEAD(blocks[first], top, bottom if bottom.rank == top.rank else None)
        if 0 <= first < len(blocks)
        else None
    )
    tail = TAIL(blocks[last], bottom) if first < last < len(blocks) else None
    both = _joined(head, tail, top) if head is not None and tail is not None else None
    middle = (*photos, both) if both is not None else (*_some(head), *photos, *_some(tail))
    left = replace(_outside(article, top, bottom), blocks=(*before, *middle, *after))
    return _with_paragraph(article, left), len(photos) if both is not None else 0


def _to(text: Text, offset: int) -> Text:
    """The start of a text, the rest of which is deleted: a note on both stays, which one who cuts
    would give to one half.
    """
    return splice(text, offset, len(text.string))


def _from(text: Text, offset: int) -> Text:
    return splice(text, 0, offset)


def _line_head(block: TextBlock, top: _Edge, bottom: _Edge | None) -> Block:
    return replace(
        block,
        text=splice(
            block.text, top.offset, len(block.text.string) if bottom is None else bottom.offset
        ),
    )


def _paragraphs_head(block: ParagraphsBlock, top: _Edge, bottom: _Edge | None) -> Block:
    head = _to(block.paragraphs[top.part], top.offset)
    above = block.paragraphs[: top.part]
    if bottom is None:
        return replace(block, paragraphs=(*above, head))
    tail = _from(block.paragraphs[bottom.part], bottom.offset)
    return replace(
        block, paragraphs=(*above, concat(head, tail), *block.paragraphs[bottom.part + 1 :])
    )


def _line_tail(block: TextBlock, bottom: _Edge) -> Block | None:
    left = _from(block.text, bottom.offset)
    return replace(block, text=left) if left.string else None


def _paragraphs_tail(block: ParagraphsBlock, bottom: _Edge) -> Block | None:
    rest = _from(block.paragraphs[bottom.part], bottom.offset)
    left = (*((rest,) if rest.string else ()), *block.paragraphs[bottom.part + 1 :])
    return with_paragraphs(block, left, headed=bottom.part == 0) if left else None


def _cells_cut(table: Table, top: _Edge | None, bottom: _Edge | None) -> Block:
    """A table with the cells, caption and notes between two edges emptied; None for its own
    ends.
    """
    block: Block = table
    for part, text in numbered_parts(table):
        if (top is None or top.part <= part) and (bottom is None or part <= bottom.part):
            start = top.offset if top and part == top.part else 0
            end = bottom.offset if bottom and part == bottom.part else len(text.string)
            block = with_part(block, part, splice(text, start, end))
    return block


def _head_stays(block: Block, _top: _Edge, _bottom: _Edge | None) -> Block:
    return block


def _tail_stays(block: Block, _bottom: _Edge) -> Block:
    return block


HEAD: ShapeTable[[_Edge, _Edge | None], Block] = ShapeTable(
    {
        Shape.TEXT: _line_head,
        Shape.PARAGRAPHS: _paragraphs_head,
        Shape.CELLS: _cells_cut,
        Shape.CAPTION: _head_stays,
        Shape.NOTHING: _head_stays,
    }
)
"""What is left of the block where the deletion begins, and where it ends if that is inside it
too.
"""

TAIL: ShapeTable[[_Edge], Block | None] = ShapeTable(
    {
        Shape.TEXT: _line_tail,
        Shape.PARAGRAPHS: _paragraphs_tail,
        Shape.CELLS: lambda table, bottom: _cells_cut(table, None, bottom),
        Shape.CAPTION: _tail_stays,
        Shape.NOTHING: _tail_stays,
    }
)
"""What is left of the block where the deletion ends, None for nothing."""


def _joined(head: Block, tail: Block, top: _Edge) -> Block | None:
    """What is left of two texts as one, None where both stay.

    It is what the second was where nothing is left of the first.
    """
    if top.offset == 0 and head.trait.shape is tail.trait.shape is Shape.TEXT:
        return tail
    if not head.trait.runs_on or not tail.trait.runs_on:
        return None
    return with_part(head, 0, concat(*parts_of(head), *parts_of(tail)))


def _some(block: Block | None) -> tuple[Block, ...]:
    return () if block is None else (block,)


def _outside(article: Article, top: _Edge, bottom: _Edge) -> Article:
    """An article without what lies between two edges of its title, subtitle and by-line; the first
    two where they are printed.
    """
    byline = _some_left(article.byline, AFTER_ALL, top, bottom)
    if article.kind is not ArticleKind.HEADLINE:
        return replace(article, byline=byline)
    title, subtitle = (
        _left(article.title, OF_TITLE, top, bottom),
        _some_left(article.subtitle, OF_SUBTITLE, top, bottom),
    )
    return replace(article, title=title, subtitle=subtitle, byline=byline)


def _left(text: Text, rank: int, top: _Edge, bottom: _Edge) -> Text:
    """What is left of a text of this rank without what lies between two edges."""
    if not top.rank <= rank <= bottom.rank:
        return text
    start = top.offset if top.rank == rank else 0
    return splice(text, start, bottom.offset if bottom.rank == rank else len(text.string))


def _some_left(text: Text | None, rank: int, top: _Edge, bottom: _Edge) -> Text | None:
    left = None if text is None else _left(text, rank, top, bottom)
    return left if left is not None and left.string else None


def _with_paragraph(old: Article, new: Article) -> Article:
    """An article all of whose text is deleted keeps an empty paragraph to type in."""
    lost = next((block for block in old.blocks if isinstance(block, Paragraph)), None)
    if lost is None or any(not block.trait.beside for block in new.blocks):
        return new
    return replace(new, blocks=(*new.blocks, replace(lost, text=Text(""))))
