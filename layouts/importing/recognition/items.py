"""The items of a received document in a row: its paragraphs, those that hold several things parted,
and what stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from layouts.importing.received import (
    PLAIN,
    Look,
    ReceivedBlock,
    ReceivedBreak,
    ReceivedParagraph,
    ReceivedPhoto,
    ReceivedTable,
)
from layouts.importing.recognition.captions import is_caption
from layouts.importing.recognition.credits import credit_at_end, credit_of
from layouts.issue.splice import NO_TEXT, concat, cut, trim
from layouts.issue.text import LINE_BREAK, Mark, MarkKind, Text
from layouts.manuscript.marks import is_ended, label_level


class Role(StrEnum):
    """What an item is in an article, or beside it."""

    SECTION = "section"
    TITLE = "title"
    SUBTITLE = "subtitle"
    CREDIT = "credit"
    NOTE = "note"
    TEXT = "text"
    HEADING = "heading"
    RUN_IN = "run-in"
    BRIEF = "brief"
    CAPTION = "caption"
    TABLE_WORDS = "table-words"
    PHOTO = "photo"
    TABLE = "table"
    BREAK = "break"
    ASIDE = "aside"
    LEFT_OUT = "left-out"


class SourceItem(Struct, frozen=True):
    """A paragraph or a part of one, or a photo, table or break (`thing`), which has no text.

    `said` is what a label in the source says that it is (标题：…); `label` that label, which is not
    printed. `goes_on` marks a by-line cut off the end of the paragraph above.
    """

    text: Text
    line: int
    look: Look = PLAIN
    thing: ReceivedTable | ReceivedPhoto | ReceivedBreak | None = None
    said: Role | None = None
    label: str = ""
    goes_on: bool = False

    @property
    def string(self) -> str:
        """Its characters."""
        return self.text.string


_LABELS = {
    **dict.fromkeys(("标题", "题目", "主标题", "文章标题", "稿件标题", "主题"), Role.TITLE),
    **dict.fromkeys(("副标题", "副题", "引题", "肩题"), Role.SUBTITLE),
    **dict.fromkeys(("栏目", "所属栏目", "投稿栏目", "拟投栏目"), Role.SECTION),
    **dict.fromkeys(("正文", "内容", "稿件内容", "正文内容"), Role.TEXT),
}
_LABEL = re.compile(
    rf"\s*[【\[（(]?({'|'.join(_LABELS)})[】\])）]?\s*[:：]\s*|\s*[【\[]({'|'.join(_LABELS)})[】\]]\s*"
)
_DASHES = re.compile(r"(?:——|—|--|－－|―|──|–|⸺)\s*\S")
_INDENTED = re.compile(r"\u3000|[ \xa0]{2}")
_NUMBER = re.compile(
    r"(?:PART\s*\.?\s*)?\d{1,2}[.、．]?|[一二三四五六七八九十]{1,3}、?", re.IGNORECASE
)
_LONGEST_ROLE = 6
_LEAST_NUMBERS = 2
_SHORT_TITLE = 30
"""Characters of a sub-heading below its number."""

_SHORT_FIRST = 40
"""Characters of a first line that may be a title typed into one paragraph with the text."""


def items_of(blocks: Iterable[ReceivedBlock]) -> tuple[SourceItem, ...]:
    """The items of a document; empty paragraphs are none."""
    items = [item for block in blocks for item in _items(block)]
    return tuple(_with_numbers(_with_values(items)))


def _with_values(items: list[SourceItem]) -> list[SourceItem]:
    """The items, each role whose names stand on the line below it (作者： / 陆明远) with them."""
    found: list[SourceItem] = []
    for item in items:
        above = found[-1] if found else None
        if above is not None and _is_field_of(above, item):
            found[-1] = replace(above, text=concat(above.text, item.text))
        else:
            found.append(item)
    return found


def _is_field_of(above: SourceItem, item: SourceItem) -> bool:
    if len(above.string) > _LONGEST_ROLE or not above.string.endswith(("：", ":")):
        return False
    if above.thing or above.said or item.thing or item.said or re.search("[:：]", item.string):
        return False
    credit = credit_of(above.string + item.string) if item.string else None
    return credit is not None and credit.named and credit_of(item.string) is not None


def _with_numbers(items: list[SourceItem]) -> Iterator[SourceItem]:
    """The items, each number that stands alone above a short line (01 / 压实责任, as WeChat's
    templates have it) before that line; a single one may be anything.
    """
    numbers = {place for place in range(1, len(items) - 2) if _is_number_above(items, place)}
    if len(numbers) < _LEAST_NUMBERS:
        numbers = set[int]()
    for place, item in enumerate(items):
        if place - 1 in numbers:
            above = items[place - 1]
            gap = "" if above.string.endswith(("、", ".", "．")) else " "
            yield replace(item, text=concat(above.text, Text(gap), item.text), line=above.line)
        elif place not in numbers:
            yield item


def _is_number_above(items: Sequence[SourceItem], place: int) -> bool:
    number, title, text = items[place : place + 3]
    if _NUMBER.fullmatch(number.string) is None or title.thing or title.said or text.thing:
        return False
    is_short = 2 <= len(title.string) <= _SHORT_TITLE and not is_ended(title.string)
    return is_short and not title.string.endswith(("：", ":")) and is_ended(text.string)


def _items(block: ReceivedBlock) -> Iterator[SourceItem]:
    if not isinstance(block, ReceivedParagraph):
        look = block.look if isinstance(block, ReceivedPhoto) else PLAIN
        yield SourceItem(NO_TEXT, block.line, look, block)
        return
    for part in _lines(SourceItem(block.text, block.line, block.look)):
        for item in _without_label(part):
            yield from _with_end(item)


def _lines(item: SourceItem) -> Iterator[SourceItem]:
    """An item, or its lines where each is something of its own."""
    if LINE_BREAK in item.string and _is_several(item.string.split(LINE_BREAK)):
        start = 0
        for line in item.string.split(LINE_BREAK):
            part = trim(cut(item.text, start, start + len(line)))
            start += len(line) + 1
            if part.string:
                yield replace(item, text=part)
    elif (whole := trim(item.text)).string:
        yield replace(item, text=whole)


def _is_several(lines: list[str]) -> bool:
    """Whether the lines of a paragraph are several things: a by-line, caption or subtitle among
    them, each a paragraph that is indented, or a title above text.
    """
    plain = [line.strip() for line in lines if line.strip()]
    if any(_is_of_its_own(line) for line in plain):
        return True
    if all(map(is_ended, plain)) and all(_INDENTED.match(line) for line in lines[1:] if line):
        return True
    first, *rest = plain or [""]
    return (
        len(first) <= _SHORT_FIRST
        and not is_ended(first)
        and any(len(line) > _SHORT_FIRST and is_ended(line) for line in rest)
    )


def _is_of_its_own(line: str) -> bool:
    credit = credit_of(line)
    return bool(
        (credit and credit.named) or _LABEL.match(line) or _DASHES.match(line) or is_caption(line)
    )


def _without_label(item: SourceItem) -> Iterator[SourceItem]:
    """An item without the word that says what it is (标题：…), which it then knows."""
    match = _LABEL.match(item.string)
    if match is None:
        yield item
        return
    said = _LABELS[match[1] or match[2]]
    rest = trim(cut(item.text, match.end(), len(item.string)))
    yield replace(item, text=rest, said=said, label=item.string[: match.end()].strip())


def _with_end(item: SourceItem) -> Iterator[SourceItem]:
    """An item, and the by-line that stands at its end, as one of its own."""
    found = credit_at_end(item.string)
    if found is None or (label_level(item.string[: found[0]]) and found[0] < 8):
        yield item
        return
    start, credit = found
    if not credit.named and credit.confidence < 0.5:
        yield item
        return
    yield replace(item, text=trim(cut(item.text, 0, start)))
    byline = trim(cut(item.text, start, len(item.string)))
    yield replace(item, text=byline, said=None, label="", goes_on=True, look=PLAIN)


def is_all_bold(item: SourceItem) -> bool:
    """Whether all characters of an item are bold."""
    return item.look.bold or Mark(0, len(item.string), MarkKind.BOLD) in item.text.marks
