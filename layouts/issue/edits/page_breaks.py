"""A page begun at the caret (Ctrl+Enter)."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from layouts.issue.article import Block, PageBreak, Paragraph, ParagraphsBlock, TextBlock
from layouts.issue.blocks import ShapeTable, next_in_flow, previous_in_flow
from layouts.issue.edits.articles import set_break_before
from layouts.issue.edits.edited import NEW, TextEdited
from layouts.issue.edits.reading import editable_position
from layouts.issue.edits.text import OPENED
from layouts.issue.edits.tree import article_of, block_of, with_blocks
from layouts.issue.issue import Issue
from layouts.issue.parts import first_part, with_paragraphs
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, Place
from layouts.issue.splice import NO_TEXT, cut
from layouts.issue.traits import Shape


def break_page(issue: Issue, place: Place, offset: int) -> TextEdited:
    """Begin a new page at the caret.

    A paragraph or a note is parted there; at its start the page break stands before it and before
    the photos beside it, at its end behind it, and the caret goes to the text that follows, an
    empty paragraph where none does. Before a table, a photo or a by-line it stands whole: none of
    them is parted. In a title or a subtitle the article begins on a new page. Where a page break
    stands already none is added. Section names stay.
    """
    place, offset = editable_position(issue, place, offset)
    if place.article is None or place.block is None:
        return TextEdited(issue, place, offset)
    if place.block in (TITLE, SUBTITLE):
        return TextEdited(set_break_before(issue, place, True).issue, place, offset)
    blocks = article_of(issue, place).blocks
    if place.block == BYLINE:
        return TextEdited(_with_break(issue, place, blocks, len(blocks)), place, offset)
    parted = PARTED(block_of(issue, place), place.part, offset)
    if parted is None:
        above = previous_in_flow(blocks, place.block) + 1
        broken = _with_break(issue, place, blocks, above)
        down = 0 if broken is issue else 1
        return TextEdited(broken, place._replace(block=place.block + down), offset)
    if parted.below is None:
        return _behind(issue, place, blocks)
    middle = (parted.above, PageBreak(NEW), parted.below)
    broken = with_blocks(
        issue, place, (*blocks[: place.block], *middle, *blocks[place.block + 1 :])
    )
    return TextEdited(broken, place._replace(block=place.block + 2, part=0), 0)


def _with_break(issue: Issue, place: Place, blocks: tuple[Block, ...], index: int) -> Issue:
    """The issue with a page break before the block `index`, where none stands there yet."""
    if index and isinstance(blocks[index - 1], PageBreak):
        return issue
    return with_blocks(issue, place, (*blocks[:index], PageBreak(NEW), *blocks[index:]))


def _behind(issue: Issue, place: Place, blocks: tuple[Block, ...]) -> TextEdited:
    """A page break behind the block at a place; the caret at the start of what follows."""
    at = (place.block or 0) + 1
    is_there = at < len(blocks) and isinstance(blocks[at], PageBreak)
    if not is_there:
        blocks = (*blocks[:at], PageBreak(NEW), *blocks[at:])
    following = next_in_flow(blocks, at + 1)
    if following == len(blocks) or isinstance(blocks[following], PageBreak):
        following = at + 1
        blocks = (*blocks[:following], Paragraph(NO_TEXT, NEW), *blocks[following:])
    below = place._replace(block=following, part=first_part(blocks[following]))
    return TextEdited(with_blocks(issue, place, blocks), below, 0)


class PartedBlock(NamedTuple):
    """What stands above and below a page break in a block; nothing below where it stands behind
    all of it.
    """

    above: Block
    below: Block | None


def _line_parted(block: TextBlock, part: int, offset: int) -> PartedBlock | None:
    if offset == 0:
        return None
    if offset >= len(block.text.string):
        return PartedBlock(block, None)
    opened = OPENED(block, part, offset)
    return None if opened is None else PartedBlock(*opened.blocks)


def _paragraphs_parted(block: ParagraphsBlock, part: int, offset: int) -> PartedBlock | None:
    """Two notes or boxes; the id stays with the first, or with the words where that has none."""
    text = block.paragraphs[part]
    first, rest = cut(text, 0, offset), cut(text, offset, len(text.string))
    above = (*block.paragraphs[:part], *((first,) if offset else ()))
    below = (*((rest,) if offset < len(text.string) else ()), *block.paragraphs[part + 1 :])
    if not above:
        return None
    if not below:
        return PartedBlock(block, None)
    ids = (block.id, "") if any(one.string for one in above) else ("", block.id)
    return PartedBlock(
        replace(block, paragraphs=above, id=ids[0]),
        replace(with_paragraphs(block, below, headed=False), id=ids[1]),
    )


def _whole(_block: Block, _part: int, _offset: int) -> None:
    return None


PARTED: ShapeTable[[int, int], PartedBlock | None] = ShapeTable(
    {
        Shape.TEXT: _line_parted,
        Shape.PARAGRAPHS: _paragraphs_parted,
        Shape.CELLS: _whole,
        Shape.CAPTION: _whole,
        Shape.NOTHING: _whole,
    }
)
"""A block parted in `part` at an offset by a page break; None where that stands before all of
it.
"""
