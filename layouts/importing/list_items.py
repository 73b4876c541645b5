"""Automatic numbers and bullets of a source as items of lists that number themselves: each prints
the characters that its source showed, or keeps them as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from layouts.importing.received import ReceivedDocument, ReceivedParagraph
from layouts.issue.article import Article, ArticleKind, Block, Paragraph
from layouts.issue.form import DEEPEST_ITEM, FormKind, ParagraphForm
from layouts.issue.numbering import counted, label_text, read_label, with_numbers
from layouts.issue.splice import cut, trim

_BOXES = "☐☑☒"
"""Signs that say something, and are no bullets."""


class AutomaticLabel(NamedTuple):
    """The characters at the head of a paragraph that its source counted or set, and the level from
    1 of its list; 0 where the source does not say.
    """

    string: str
    level: int


def automatic_labels(document: ReceivedDocument) -> Mapping[int, AutomaticLabel]:
    """The labels of a document by the line of their paragraph, where no other stands on it."""
    paragraphs = [block for block in document.blocks if isinstance(block, ReceivedParagraph)]
    on_line = Counter(paragraph.line for paragraph in paragraphs)
    return {
        found.line: AutomaticLabel(found.text.string[: found.label], found.level)
        for found in paragraphs
        if found.label and found.level and on_line[found.line] == 1
    }


BULLET = "•"
"""What stands in reports for the sign of any layout."""


def printed_labels(blocks: Sequence[Block]) -> Mapping[int, str]:
    """What stands before the items among some blocks, by their index."""
    return {
        index: label_text(item.form.label, item.number) if item.form.label else BULLET
        for index, item in counted(blocks).items()
    }


def with_items(article: Article, labels: Mapping[int, AutomaticLabel]) -> Article:
    """An article whose paragraphs are items of lists where their source counted them. What a brief
    begins with is its own, and headings keep their numbers as characters.
    """
    if not labels or article.kind is ArticleKind.BRIEF:
        return article
    return replace(
        article, blocks=items_among(article.blocks, [_at(b, labels) for b in article.blocks])
    )


def _at(block: Block, labels: Mapping[int, AutomaticLabel]) -> AutomaticLabel | None:
    return labels.get(block.source.line)


def items_among(
    blocks: Sequence[Block], labels: Iterable[AutomaticLabel | None]
) -> tuple[Block, ...]:
    """Blocks, those of them with a label that our lists print alike made items."""
    made, numbers = list[Block](), dict[int, int]()
    for block, label in zip(blocks, labels, strict=True):
        item, number = (_item(block, label) if label is not None else None) or (block, 0)
        if number:
            numbers[len(made)] = number
        made.append(item)
    return with_numbers(made, numbers)


def _item(block: Block, label: AutomaticLabel) -> tuple[Paragraph, int] | None:
    """A paragraph as an item without its label, and its number, 0 for a bullet; None where our
    lists would print something else.
    """
    if not isinstance(block, Paragraph) or block.form != ParagraphForm():
        return None
    string, size = block.text.string, len(label.string)
    words = trim(cut(block.text, size, len(string)))
    if not 1 <= label.level <= DEEPEST_ITEM or not words.string:
        return None
    # as tidying left it: (一) became （一）
    written = string[:size]
    if read := read_label(written):
        form = ParagraphForm(FormKind.NUMBERED, label.level, read[0])
        return replace(block, text=words, form=form), read[1]
    if written == label.string and _is_bullet(written):
        form = ParagraphForm(FormKind.BULLETED, label.level)
        return replace(block, text=words, form=form), 0
    return None


def _is_bullet(label: str) -> bool:
    return len(label) == 1 and not label.isalnum() and label not in _BOXES and not label.isspace()
