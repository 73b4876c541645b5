"""Words in braces at the end of a heading or a paragraph say what it is where its looks do not:
`### 题目 {keep}`, `供稿：甲 {text}`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from layouts.errors import Source
from layouts.issue.article import ArticleKind, Block, Paragraph, PullQuote
from layouts.issue.text import Text
from layouts.patterns import later


class Word(StrEnum):
    """What a heading or paragraph can be said to be."""

    SECTION = "section"
    HEADLINE = "headline"
    RUN_IN = "run-in"
    BRIEF = "brief"
    LEVEL_1 = "level-1"
    LEVEL_2 = "level-2"
    LEVEL_3 = "level-3"
    LEVEL_4 = "level-4"
    KEEP = "keep"
    TEXT = "text"
    PULL_QUOTE = "pull-quote"
    BYLINE = "byline"
    BREAK = "break"
    EMPTY = "empty"
    RULE = "rule"
    SUBTITLE = "subtitle"
    DATE = "date"
    ORIGIN = "origin"
    CAPTION = "caption"
    TABLE_NOTE = "table-note"
    TABLE_SOURCE = "table-source"


KINDS = {
    Word.HEADLINE: ArticleKind.HEADLINE,
    Word.RUN_IN: ArticleKind.RUN_IN,
    Word.BRIEF: ArticleKind.BRIEF,
}
LEVELS = {Word.LEVEL_1: 1, Word.LEVEL_2: 2, Word.LEVEL_3: 3, Word.LEVEL_4: 4}

BLOCKS: dict[Word, Callable[[Text, Source], Block]] = {
    Word.TEXT: Paragraph,
    Word.PULL_QUOTE: PullQuote,
}
"""What a paragraph is that is said to be it."""

ABOUT_ARTICLE = frozenset([Word.SUBTITLE, Word.DATE, Word.ORIGIN])
"""Words that count right below a title; elsewhere they are text."""

ABOUT_TABLE = frozenset([Word.CAPTION, Word.TABLE_NOTE, Word.TABLE_SOURCE])
"""Words that count right above and below a table; elsewhere they are text."""

_ALONE = frozenset([Word.BREAK, Word.EMPTY, Word.RULE])
"""Words with nothing before them."""

ABOUT = ABOUT_ARTICLE | ABOUT_TABLE
_OF_PASSAGES = frozenset([*BLOCKS, Word.BYLINE]) | ABOUT

NAMES = {
    **{word.value: word for word in Word},
    "栏目": Word.SECTION,
    "标题稿": Word.HEADLINE,
    "要闻稿": Word.RUN_IN,
    "简讯稿": Word.BRIEF,
    "一级": Word.LEVEL_1,
    "二级": Word.LEVEL_2,
    "三级": Word.LEVEL_3,
    "四级": Word.LEVEL_4,
    "不拆": Word.KEEP,
    "正文": Word.TEXT,
    "引语": Word.PULL_QUOTE,
    "供稿": Word.BYLINE,
    "另页": Word.BREAK,
    "空": Word.EMPTY,
    "分隔线": Word.RULE,
    "副题": Word.SUBTITLE,
    "日期": Word.DATE,
    "来源": Word.ORIGIN,
    "表题": Word.CAPTION,
    "表注": Word.TABLE_NOTE,
    "资料来源": Word.TABLE_SOURCE,
}
"""What words are called in manuscripts."""

_ONE = "|".join(NAMES)
# no backslash before; known words, parted by spaces or commas; the end
_BRACES = later(
    rf"(?<![\\)])\{{[ ]*(?:{_ONE})(?:[ ,，、]+(?:{_ONE}))*"
    r"((?:[ ]+[^\s={}]+=[^\s={}]+)*)[ ]*\}\Z",
    re.IGNORECASE,
)
"""Known words alone, and what a pull quote says besides: any other braces are text, and so are
these after a backslash; right after a ) they are a photo's.
"""


def passage_word(content: str) -> tuple[str, Word | None]:
    """The Markdown of a paragraph without the word at its end, and that word."""
    before, words = parted(content)
    word = next(iter(words)) if len(words) == 1 else None
    if word in _OF_PASSAGES or (word in _ALONE and not before):
        return before, word
    return content, None


def quote_words(content: str) -> str:
    """What a pull quote says besides being one, at the end of its Markdown: `side=left`."""
    found = _BRACES().search(content.rstrip())
    return found[1].strip() if found else ""


def braces_start(content: str) -> int:
    """Where known words in braces begin at the end of some Markdown; -1 where there are none."""
    found = _BRACES().search(content) if content.endswith("}") else None
    return found.start() if found else -1


def parted(content: str) -> tuple[str, frozenset[Word]]:
    """Some Markdown without the known words in braces at its end, and those."""
    content = content.rstrip()
    start = braces_start(content)
    if start < 0:
        return content, frozenset()
    besides = quote_words(content)
    inside = content[start + 1 : -1].strip().removesuffix(besides)
    words = frozenset(NAMES[name] for name in re.split("[ ,，、]+", inside.strip().lower()))
    # none but pull quotes say more than a word
    if besides and words != frozenset([Word.PULL_QUOTE]):
        return content, frozenset()
    return content[:start].rstrip(), words
