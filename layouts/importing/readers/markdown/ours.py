"""Which Markdown is a manuscript in Banxin's own format (docs/manuscript-format.md)."""

from __future__ import annotations

import re

from layouts.manuscript.frontmatter import ALIASES
from layouts.manuscript.heading_words import words_start

_OF_OTHERS = frozenset(["date", "layout", "contents", "accepted", "editor", "copies", "total"])
"""Keys of the front matter that other programs have too: Jekyll's `layout`, everybody's `date`."""

_KEYS = frozenset(
    word for key, aliases in ALIASES.items() if key not in _OF_OTHERS for word in (key, *aliases)
)
_SHARED_WORDS = frozenset(["期", "编号", "目录", "日期"])
"""Words for our keys that a page of Notion may have too."""

_HEAD = re.compile(r"\s*---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_KEY = re.compile(r"^([^\s:：#][^:：\n]{0,40}?)[ \t]*[:：]", re.MULTILINE)
_SECTION = re.compile(
    r"^#{1,6}[ \t]*【[^【】\n]{1,20}】[ \t]*(?:\{[^{}\n]*\})?[ \t]*$", re.MULTILINE
)
_PHOTO = re.compile(
    r"!\[[^\n]*?\]\([^\n]*?\)\{[^{}\n]*(?:side|line|standoff|crop|row|位置|行|间距|裁切|并排)\s*[=＝]"
)
_RUN_IN = re.compile(r"^(?:▲[ \t]*\*\*|\*\*▲)", re.MULTILINE)
_WIDTHS = re.compile(r"^\{(?:widths|spans|列宽|合并)\s*[=＝]", re.MULTILINE)


def is_banxin_manuscript(text: str) -> bool:
    """Whether a text says that it is in our format: by a key of the front matter that is ours, a
    heading in 【】, a word in braces, or an attribute of photos that no other program has.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    head = _HEAD.match(text)
    if head and any(_is_ours(found[1]) for found in _KEY.finditer(head[1])):
        return True
    patterns = (_SECTION, _PHOTO, _RUN_IN, _WIDTHS)
    return any(pattern.search(text) for pattern in patterns) or _has_words(text)


def _is_ours(key: str) -> bool:
    plain = re.sub(r"[\s_-]+", "_", key.strip().strip("\"'").lower())
    return plain in _KEYS and plain not in _SHARED_WORDS


def _has_words(text: str) -> bool:
    """Whether a line ends with one of our words in braces."""
    lines = (line.rstrip() for line in text.split("\n"))
    return any(line.endswith("}") and "{" in line and words_start(line) >= 0 for line in lines)
