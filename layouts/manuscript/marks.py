"""What the beginning, the end or the whole of a paragraph says it is: labels, by-lines, bracketed names, end marks."""

from __future__ import annotations

import re

RUN_IN = "▲"

_CHINESE = "[〇零一二三四五六七八九十百]{1,4}"
_LABELS = (
    re.compile(rf"{_CHINESE}、"),
    re.compile(rf"[（(]{_CHINESE}[）)]"),
    re.compile(r"\d{1,3}(?:、|[.．](?!\d))"),
    re.compile(r"[（(]\d{1,3}[）)]|\d{1,3}[)）]|[①-⑳]"),
)
"""The four levels of labels, GB/T 9704-2012 7.3.3: 一、（一）1.（1）."""

_ORDINAL = re.compile(rf"第{_CHINESE}[，,、]")

_BYLINE_WORD = "(?:供稿|来稿|撰稿|通讯员|供图|摄影|图文|文图|文/图|图/文)"
_BYLINE = re.compile(
    rf"【\s*{_BYLINE_WORD}\s*[:：][^【】]*】"
    rf"|[（(]\s*{_BYLINE_WORD}\s*[:：][^（）()]*[）)]"
    rf"|[（(【][^（）()【】。！？]{{1,40}}\s{_BYLINE_WORD}[）)】]"
    rf"|{_BYLINE_WORD}\s*[:：][^。！？]{{1,60}}"
)
_BYLINE_TAIL = re.compile(rf"(?<=[。！？”）])\s*(?:【\s*{_BYLINE_WORD}\s*[:：][^【】]*】|[（(]\s*{_BYLINE_WORD}\s*[:：][^（）()]*[）)])$")
_BYLINE_START = re.compile(rf"[【（(]\s*{_BYLINE_WORD}\s*[:：]")

_BRACKETED = re.compile(r"[【\[［〔〖]\s*([^【】\[\]［］〔〕〖〗]+?)\s*[】\]］〕〗]")
_SECTION_LINE = re.compile(r"【\s*([^【】：:，、。]{2,10}?)\s*】")
_NOT_SECTIONS = ("编者按", "按语", "编者的话", "摘要", "提要", "导语", "背景", "链接", "注")

_BRIEFS = re.compile("简讯|短讯|快讯|短波")

STOPS = "。！？"
_ENDS = frozenset("。！？；：…—～”’）】》〉」』〕］.!?;:)]\"'")
_OPENERS = ("“”", "（）", "《》", "【】", "〔〕")
_CLOSING = frozenset("，。、；：！？”’）】》〉」』〕］,;:)")


def label_level(string: str) -> int:
    """The level a label at the start gives a heading, 1 一、, 2 （一）, 3 1., 4 （1）; 0 without a label."""
    return next((level for level, label in enumerate(_LABELS, 1) if label.match(string)), 0)


def is_byline(string: str) -> bool:
    """Whether the whole of a paragraph is a by-line (供稿)."""
    return bool(_BYLINE.fullmatch(string))


def byline_tail(string: str) -> int:
    """Where a by-line at the end of a paragraph's text begins, -1 without one."""
    if string[-1:] not in "】）)":
        return -1
    match = _BYLINE_TAIL.search(string, max(0, len(string) - 200))
    return match.start() if match else -1


def section_name(heading: str) -> str | None:
    """The name in a heading that is all bracket, 【领导关注】 or [领导关注]; None otherwise."""
    match = _BRACKETED.fullmatch(heading)
    return match[1] if match else None


def section_line(paragraph: str) -> str | None:
    """The name in a plain paragraph that can only be a section heading a converter did not see as one."""
    match = _SECTION_LINE.fullmatch(paragraph)
    return match[1] if match and match[1] not in _NOT_SECTIONS else None


def holds_briefs(section: str) -> bool:
    """Whether the numbered paragraphs of a section are briefs (简讯)."""
    return bool(_BRIEFS.search(section))


def is_ended(string: str) -> bool:
    """Whether a paragraph ends as paragraphs do."""
    return string[-1:] in _ENDS


def begins_a_paragraph(string: str) -> bool:
    """Whether a text can only be the beginning of a paragraph, never the rest of one."""
    return string.startswith(RUN_IN) or bool(label_level(string) or _ORDINAL.match(string) or _BYLINE_START.match(string))


def continues_a_line(string: str) -> bool:
    """Whether a text begins with a mark that cannot stand at the head of a paragraph."""
    return string[:1] in _CLOSING


def has_open_bracket(string: str) -> bool:
    """Whether a bracket or quotation opened in a text is still open at its end."""
    return any(string.rfind(pair[0]) > string.rfind(pair[1]) for pair in _OPENERS)
