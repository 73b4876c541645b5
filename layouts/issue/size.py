"""How large an issue is, and how large one may be: what is more than this program composes in
seconds is refused with a sentence.

A character of Chinese text counts 1. Whatever else takes work counts as much as the characters that
take as long: measured once, on issues made of nothing else, and rounded up. docs/file-format.md has
the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from layouts.errors import Source
from layouts.issue.article import Article, Block, Table
from layouts.issue.blocks import ShapeTable
from layouts.issue.fields import TEXTS
from layouts.issue.issue import Issue
from layouts.issue.masthead import COLOPHON, MASTHEAD
from layouts.issue.parts import parts_of
from layouts.issue.text import Text
from layouts.issue.traits import Shape
from layouts.messages.issue import ISSUE_TOO_LARGE, PARAGRAPH_TOO_LONG, TABLE_TOO_MANY_COLUMNS
from layouts.messages.message import Sentence
from layouts.patterns import later

LARGEST = 2_500_000
"""Size of an issue: 1,400 pages of news, seven times the longest that any house prints.

It composes in some five seconds.
"""

LONGEST = 50_000
"""Characters of one paragraph, title, cell or field: forty pages without a break.

Some rules look at a paragraph as a whole.
"""

WIDEST = 200
"""Columns of a table; a page holds eleven."""

ARTICLE, SECTION, MARK = 200, 300, 30
"""Blocks say what they count as their trait."""

OF_TITLE = 10
"""A title's characters: they are set on the page and in the contents, balanced, and kept from
breaking inside words.
"""

NOT_CHINESE = 6
"""Any other character is shaped, looked for in several faces, and may be a place to divide a
word.
"""

_CHINESE_CLASS = "\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef"
_NOT_CHINESE = later(f"[^{_CHINESE_CLASS}][^{_CHINESE_CLASS}]*")

IN_A_RUN = 5
"""A full-width mark among marks: each is looked at with its neighbours, and trimmed or squeezed by
itself.
"""

_MARK_CLASS = "[\u3001-\u3003\u3008-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"
_MARKS_IN_A_RUN = later(f"{_MARK_CLASS}{_MARK_CLASS}{{3,}}")
"""These begin with a class that is not repeated: `re` then skips what is not in it at once."""


Weigh = Callable[[str], int]
"""What the characters of a text count together."""


class Excess(Struct, frozen=True):
    """What of an issue is too large: a sentence in each language, and where it stands."""

    zh: str
    en: str
    source: Source


def excess(issue: Issue) -> Excess | None:
    """What makes an issue larger than one may be; None where nothing does.

    Reading refuses such an issue, and so must saving.

    An issue that were small enough if each character took the most work, as most are, is not looked
    at character by character.
    """
    # the bound first: the exact count is asked only where that is too large
    return _excess(issue, _at_most) and _excess(issue, _exactly)


def _excess(issue: Issue, weigh: Weigh) -> Excess | None:
    size = 0
    for section in issue.sections:
        if found := _too_long((Text(section.name),), section.source):
            return found
        size += SECTION + OF_TITLE * len(section.name)
        for article in section.articles:
            if found := _too_long(_own_texts(article), article.source) or _too_long_inside(
                article.blocks
            ):
                return found
            size += _article_size(article, weigh)
            if size > LARGEST:
                said = ISSUE_TOO_LARGE(most=Sentence(str(LARGEST // 10_000), f"{LARGEST:,}"))
                return Excess(*said, article.source)
    fields = ((issue.masthead, MASTHEAD), (issue.colophon, COLOPHON))
    words = (
        getattr(part, field.name)
        for part, declared in fields
        for field in declared
        if field.kind in TEXTS
    )
    return _too_long(map(Text, words), issue.source)


def _article_size(article: Article, weigh: Weigh) -> int:
    title = OF_TITLE * len(article.title.string) + _of_marks(article.title)
    beside = _of_texts(
        (text for text in (article.subtitle, article.byline) if text is not None), weigh
    )
    return ARTICLE + title + beside + sum(_OF_BLOCK(block, weigh) for block in article.blocks)


def _of_cells(table: Table, weigh: Weigh) -> int:
    return table.trait.size * max(1, len(table.header)) * (1 + len(table.rows)) + _of_texts(
        parts_of(table), weigh
    )


_OF_BLOCK: ShapeTable[[Weigh], int] = ShapeTable(
    {
        Shape.TEXT: lambda block, weigh: block.trait.size + _of_texts((block.text,), weigh),
        Shape.PARAGRAPHS: lambda block, weigh: (
            block.trait.size * max(1, len(block.paragraphs)) + _of_texts(block.paragraphs, weigh)
        ),
        Shape.CELLS: _of_cells,
        Shape.CAPTION: lambda photo, _: (
            photo.trait.size
            + NOT_CHINESE * (len(photo.caption.string) + len(photo.alt) + len(photo.credit))
            + _of_marks(photo.caption)
        ),
        Shape.NOTHING: lambda block, _: block.trait.size,
    }
)


def _of_texts(texts: Iterable[Text], weigh: Weigh) -> int:
    size = 0
    for text in texts:
        size += weigh(text.string)
        if text.marks:
            size += _of_marks(text)
    return size


def _at_most(string: str) -> int:
    return max(NOT_CHINESE, IN_A_RUN) * len(string)


def _exactly(string: str) -> int:
    others = sum(map(len, _NOT_CHINESE().findall(string)))
    run = sum(map(len, _MARKS_IN_A_RUN().findall(string)))
    return len(string) + (NOT_CHINESE - 1) * others + (IN_A_RUN - 1) * run


def _of_marks(text: Text) -> int:
    return sum(MARK + NOT_CHINESE * len(mark.value) for mark in text.marks)


def _own_texts(article: Article) -> Iterator[Text]:
    yield article.title
    yield from (text for text in (article.subtitle, article.byline) if text is not None)


def _too_long_inside(blocks: Iterable[Block]) -> Excess | None:
    for block in blocks:
        if isinstance(block, Table) and len(block.header) > WIDEST:
            columns = len(block.header)
            return Excess(*TABLE_TOO_MANY_COLUMNS(columns=columns, most=WIDEST), block.source)
        if found := _too_long(parts_of(block), block.source):
            return found
    return None


def _too_long(texts: Iterable[Text], source: Source) -> Excess | None:
    long = [len(text.string) for text in texts if len(text.string) > LONGEST]
    if not long:
        return None
    return Excess(*PARAGRAPH_TOO_LONG(count=max(long), most=LONGEST), source)
