"""Paragraphs set apart as an editor's note (按语), and taken back into the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def set_note(issue: Issue, start: PositionTuple, end: PositionTuple) -> TextEdited:
    """Make the paragraphs, sub-headings and notes from one position to another of an article one
    note; the caret stands where the first of the positions was.

    Tables, photos and page breaks among them stay and part it; a run-in article keeps its lead. An
    empty note below the title where the positions are in no block. LookupError for positions of two
    articles.
    """
    (first, offset), (last, _) = ordered(issue, start, end)
    if first.article is None or first.of_article != last.of_article:
        raise LookupError(f"no note from {first} to {last}")
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
        return _empty_note(issue, first, blocks)
    made, at = _noted(blocks, chosen)
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


def _empty_note(issue: Issue, place: Place, blocks: Sequence[Block]) -> TextEdited:
    lead = lead_place(issue, place)
    index = 0 if lead is None else (lead.block or 0) + 1
    made = (*blocks[:index], Note((Text(""),), NEW), *blocks[index:])
    return TextEdited(with_blocks(issue, place, made), place._replace(block=index, part=0), 0)


def _noted(blocks: Sequence[Block], chosen: Sequence[int]) -> tuple[tuple[Block, ...], int]:
    """The blocks with those at `chosen` as notes, those next to each other as one; and where the
    first note stands.
    """
    wanted = set(chosen)

    def made() -> Iterator[Block]:
        for is_chosen, run in groupby(range(len(blocks)), key=wanted.__contains__):
            if not is_chosen:
                yield from (blocks[k] for k in run)
                continue
            inside = [blocks[k] for k in run]
            texts = tuple(text for block in inside for text in parts_of(block))
            yield Note(texts, inside[0].source, inside[0].id)

    return tuple(made()), chosen[0]
