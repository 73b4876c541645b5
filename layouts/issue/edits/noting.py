"""Paragraphs set apart as an editor's note (按语), and taken back into the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from layouts.issue.article import Block, Note, Paragraph
from layouts.issue.edits.edited import NEW, TextEdited
from layouts.issue.edits.reading import PositionTuple, ordered, rank
from layouts.issue.edits.text import lead_place
from layouts.issue.edits.tree import article_of, block_of, with_block, with_blocks
from layouts.issue.issue import Issue
from layouts.issue.parts import parts_of
from layouts.issue.places import Place
from layouts.issue.text import Text
from layouts.issue.traits import Shape


def is_note(issue: Issue, place: Place) -> bool:
    """Whether a text is of an editor's note."""
    in_text = place.article is not None and place.block is not None and place.block >= 0
    return in_text and isinstance(block_of(issue, place), Note)


Apart = Callable[[Sequence[Block]], Block]
"""What becomes of some neighbouring blocks of text that are set apart."""


def set_note(issue: Issue, start: PositionTuple, end: PositionTuple) -> TextEdited:
    """Make the paragraphs, sub-headings and notes from one position to another of an article one
    note; the caret stands where the first of the positions was.

    Tables, photos and page breaks among them stay and part it; a run-in article keeps its lead. An
    empty note below the title where the positions are in no block. LookupError for positions of two
    articles.
    """
    return set_apart(issue, start, end, _note, Note((Text(""),), NEW))


def _note(blocks: Sequence[Block]) -> Block:
    texts = tuple(text for block in blocks for text in parts_of(block))
    return Note(texts, blocks[0].source, blocks[0].id)


def set_apart(
    issue: Issue, start: PositionTuple, end: PositionTuple, apart: Apart, empty: Block
) -> TextEdited:
    """Set the texts from one position to another of an article apart: neighbours become what
    `apart` makes of them. `empty` below the title where there are none.
    """
    (first, offset), (last, _) = ordered(issue, start, end)
    if first.article is None or first.of_article != last.of_article:
        raise LookupError(f"no texts of one article from {first} to {last}")
    blocks = article_of(issue, first).blocks
    low, high = max(rank(first), 0), min(rank(last), len(blocks) - 1)
    lead = lead_place(issue, first)
    chosen = [
        k
        for k in range(low, high + 1)
        if blocks[k].trait.shape in (Shape.TEXT, Shape.PARAGRAPHS)
        and (lead is None or k != lead.block)
    ]
    if not chosen:
        return _put_empty(issue, first, blocks, empty)
    made, at = _set_apart(blocks, chosen, apart)
    caret = first._replace(block=at, part=0)
    is_inside = first.block == chosen[0]
    return TextEdited(with_blocks(issue, first, made), caret, offset if is_inside else 0)


def clear_note(issue: Issue, place: Place, offset: int) -> TextEdited:
    """Take all paragraphs of a note back into the text, the first that has words with its id."""
    block = _note_at(issue, place)
    words = next((part for part, text in enumerate(block.paragraphs) if text.string), 0)
    paragraphs = [
        Paragraph(text, block.source, block.id if part == words else "")
        for part, text in enumerate(block.paragraphs)
    ]
    at = place._replace(block=(place.block or 0) + place.part, part=0)
    return TextEdited(with_block(issue, place, *paragraphs), at, offset)


def _note_at(issue: Issue, place: Place) -> Note:
    block = block_of(issue, place)
    if isinstance(block, Note):
        return block
    raise LookupError(f"{place} is no note")


def _put_empty(issue: Issue, place: Place, blocks: Sequence[Block], empty: Block) -> TextEdited:
    lead = lead_place(issue, place)
    index = 0 if lead is None else (lead.block or 0) + 1
    made = (*blocks[:index], empty, *blocks[index:])
    return TextEdited(with_blocks(issue, place, made), place._replace(block=index, part=0), 0)


def _set_apart(
    blocks: Sequence[Block], chosen: Sequence[int], apart: Apart
) -> tuple[tuple[Block, ...], int]:
    """The blocks with those at `chosen` set apart, those next to each other as one; and where the
    first of these stands.
    """
    wanted = set(chosen)

    def made() -> Iterator[Block]:
        for is_chosen, run in groupby(range(len(blocks)), key=wanted.__contains__):
            if not is_chosen:
                yield from (blocks[k] for k in run)
                continue
            yield apart([blocks[k] for k in run])

    return tuple(made()), chosen[0]
