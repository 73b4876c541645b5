"""The source beside what became of it: a row for each paragraph of the source, with the parts of
articles that were made of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from layouts.importing.list_items import printed_labels
from layouts.importing.received import (
    ReceivedBlock,
    ReceivedBreak,
    ReceivedParagraph,
    ReceivedPhoto,
    ReceivedTable,
)
from layouts.importing.recognition import Doubt
from layouts.importing.report.pictures import name_of
from layouts.importing.result import ImportedArticle, ImportedSource
from layouts.issue.article import (
    Block,
    Divider,
    Note,
    PageBreak,
    Paragraph,
    PullQuote,
    Subheading,
    Table,
)
from layouts.issue.blocks import BlockTable
from layouts.issue.parts import cells, parts_of
from layouts.issue.photo import Photo
from layouts.issue.sidebar import Sidebar
from layouts.messages import import_report as say
from layouts.messages.message import Sentence
from layouts.messages.tidying import TIDIED_BYLINE, TIDIED_SUBTITLE, TIDIED_TITLE


class BecamePart(NamedTuple):
    """A part of an article: what it is called, its text as recognised and as it is now. `line` is
    that of the source, 0 where it is told by its words alone.
    """

    label: Sentence
    before: str
    after: str
    line: int = 0
    style: str = "text"


class PairRow(NamedTuple):
    """A paragraph of the source (empty where an outcome has none of its own), what became of it,
    and what is doubtful about it.
    """

    line: int
    source: str
    style: str
    outcomes: tuple[BecamePart, ...]
    doubts: tuple[Doubt, ...] = ()


MOST_ROWS = 400
"""Paragraphs of a source that are shown: more is nobody's to read in a report."""


def rows(source: ImportedSource) -> tuple[list[PairRow], int]:
    """The rows of a source, in its order, and how many more it has."""
    found = _rows(source)
    return found[:MOST_ROWS], max(0, len(found) - MOST_ROWS)


def _rows(source: ImportedSource) -> list[PairRow]:
    left = [outcome for article in source.articles for outcome in _outcomes(article)]
    if source.received is None:
        return [PairRow(0, "", "", (outcome,)) for outcome in left]
    words = {id(outcome): _bare(outcome.before) for outcome in left}
    doubts = _by_line(source.doubts)
    found: list[PairRow] = []
    for block in source.received.blocks:
        taken = _taken(block, left, words)
        for outcome in taken:
            left.remove(outcome)
        text, style = _source_text(block), _source_style(block)
        found.append(PairRow(block.line, text, style, tuple(taken), doubts.pop(block.line, ())))
    found += [PairRow(0, "", "", (outcome,)) for outcome in left]
    found += [PairRow(line, "", "", (), remaining) for line, remaining in doubts.items()]
    return found


def _by_line(doubts: Sequence[Doubt]) -> dict[int, tuple[Doubt, ...]]:
    lines: dict[int, list[Doubt]] = defaultdict(list)
    for doubt in doubts:
        lines[doubt.line].append(doubt)
    return {line: tuple(some) for line, some in lines.items()}


# Outcomes


def _outcomes(imported: ImportedArticle) -> Iterator[BecamePart]:
    """The parts of an article in the order a reader meets them; the by-line, whose place is told by
    its words, last.
    """
    found, now = imported.recognised, imported.article
    was = found.article
    if was.title.string:
        yield BecamePart(
            TIDIED_TITLE(), was.title.string, now.title.string, was.source.line, "title"
        )
    if was.subtitle is not None and now.subtitle is not None:
        yield BecamePart(TIDIED_SUBTITLE(), was.subtitle.string, now.subtitle.string, 0, "subtitle")
    if was.origin:
        yield BecamePart(say.LABEL_ORIGIN(), was.origin, now.origin)
    if was.date is not None:
        yield BecamePart(say.LABEL_DATE(), was.date.isoformat(), was.date.isoformat())
    if now.byline is not None:
        raw = found.byline_raw or now.byline.string
        yield BecamePart(TIDIED_BYLINE(), raw, now.byline.string, 0, "byline")
    yield from _block_outcomes(imported)


def _block_outcomes(imported: ImportedArticle) -> Iterator[BecamePart]:
    before = iter([b for b in imported.recognised.article.blocks if not isinstance(b, Photo)])
    labels = printed_labels(imported.article.blocks)
    for index, block in enumerate(imported.article.blocks):
        if isinstance(block, Photo):
            said = "\n".join(filter(None, (name_of(block), block.caption.string)))
            yield BecamePart(
                say.LABEL_PHOTO(), block.caption.string, said, block.source.line, "photo"
            )
            continue
        was = next((one for one in before if one.source == block.source), block)
        label, style = _REPORTED(block)
        words = labels.get(index, "") + _words(block)
        yield BecamePart(label, _words(was), words, block.source.line, style)


def _words(block: Block) -> str:
    if isinstance(block, Table):
        return " | ".join(text.string for text in cells(block))
    return "\n".join(text.string for text in parts_of(block))


class _ReportedBlock(NamedTuple):
    """What a block is called in the report, and how its words are shown."""

    label: Sentence
    style: str


_REPORTED: BlockTable[[], _ReportedBlock] = BlockTable(
    {
        Paragraph: lambda _: _ReportedBlock(say.LABEL_TEXT(), "text"),
        Subheading: lambda block: _ReportedBlock(say.LABEL_HEADING(level=block.level), "heading"),
        PullQuote: lambda _: _ReportedBlock(say.LABEL_QUOTE(), "quote"),
        Note: lambda _: _ReportedBlock(say.LABEL_NOTE(), "quote"),
        Sidebar: lambda _: _ReportedBlock(say.LABEL_BOX(), "quote"),
        Table: lambda _: _ReportedBlock(say.LABEL_TABLE(), "table"),
        Photo: lambda _: _ReportedBlock(say.LABEL_PHOTO(), "photo"),
        PageBreak: lambda _: _ReportedBlock(say.LABEL_TURN(), "turn"),
        Divider: lambda _: _ReportedBlock(say.LABEL_RULE(), "turn"),
    }
)


# Which outcome is of which paragraph


def _taken(
    block: ReceivedBlock, left: Sequence[BecamePart], words: Mapping[int, str]
) -> list[BecamePart]:
    """The outcomes that a block of the source became."""
    if isinstance(block, ReceivedPhoto):
        return [one for one in left if one.style == "photo" and one.line == block.line][:1]
    text = _bare(_source_text(block))
    if not text:
        return []
    return [one for one in left[:_AHEAD] if _is_of(one, words[id(one)], block.line, text)]


_AHEAD = 60
"""Outcomes that a paragraph is compared with: they come in the order of the source, but for
by-lines and captions.
"""


def _is_of(outcome: BecamePart, words: str, line: int, text: str) -> bool:
    if outcome.style == "photo":
        return bool(words) and text.endswith(words)
    if not words:
        return False
    if outcome.line == line:
        return words in text or text in words
    if outcome.line:
        return words == text and outcome.style == "title"
    return words in text or (
        outcome.style in {"title", "byline"} and len(text) > 3 and text in words
    )


def _bare(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _source_text(block: ReceivedBlock) -> str:
    match block:
        case ReceivedParagraph():
            return block.text.string
        case ReceivedTable():
            return " | ".join(text.string for text in cells(block.table))
        case ReceivedPhoto():
            return block.name
        case ReceivedBreak():
            return ""


def _source_style(block: ReceivedBlock) -> str:
    """How a paragraph looked in its source, as far as it helps to see why it was taken for what."""
    match block:
        case ReceivedPhoto():
            return "photo"
        case ReceivedBreak():
            return "turn"
        case ReceivedParagraph(look=look):
            said = [("centred", look.centred), ("right", look.flush_right), ("bold", look.bold)]
            return " ".join(name for name, is_so in said if is_so)
        case ReceivedTable():
            return "table"
