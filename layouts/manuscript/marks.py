"""What the beginning, the end or the whole of a paragraph says it is: labels, by-lines, bracketed
names, end marks.
"""

from __future__ import annotations

import re

from layouts.issue.lead import RUN_IN, STOPS

_CHINESE = "[〇零一二三四五六七八九十百]{1,4}"
_LABEL = re.compile(
    rf"({_CHINESE}、)"
    rf"|([（(]{_CHINESE}[）)])"
    r"|(\d{1,3}(?:、|[.．](?:(?!\d)|(?=\d{1,2}\s*月\s*\d{1,2}\s*日))))"  # 1. and not 1.5
    r"|([（(]\d{1,3}[）)]|\d{1,3}[)）]|[①-⑳])"
)
"""The four levels of labels, GB/T 9704-2012 7.3.3: 一、（一）1.（1）; ① goes with the last. A day
may follow the label at once, 1.3月12日.
"""

_ORDINAL = re.compile(rf"第{_CHINESE}[，,、]")

_CREDITS = ("供稿", "来稿", "撰稿", "通讯员", "供图", "摄影", "图文", "文图", "文/图", "图/文")
_CREDIT = re.compile(rf"\s*(?:{'|'.join(_CREDITS)})\s*[:：]")
_LONGEST_CREDIT = 60
"""Characters of a by-line without brackets: anything longer is a paragraph that begins like one."""

_BRACKETS = {"【": "】", "[": "]", "［": "］", "〔": "〕", "〖": "〗"}
_BYLINE_BRACKETS = {"【": "】", "（": "）", "(": ")"}
_LONGEST_SECTION_LINE = 10
_NOT_SECTIONS = ("编者按", "按语", "编者的话", "摘要", "提要", "导语", "背景", "链接", "注")
_CONTENTS = ("要目", "目录", "目次", "导读", "内容提要")
_BRIEFS = ("简讯", "短讯", "快讯", "短波")

_ENDS = frozenset("。！？；：…—～”’）】》〉」』〕］.!?;:)]\"'")
_OPENERS = ("“”", "（）", "《》", "【】", "〔〕")
_CLOSING = frozenset("，。、；：！？”’）】》〉」』〕］,;:)")


def label_level(string: str) -> int:
    """The level a label at the start gives a heading, 1 一、, 2 （一）, 3 1., 4 （1）; 0 without a
    label.
    """
    match = _LABEL.match(string)
    # the levels are the groups of the pattern, in their order
    return (match.lastindex or 0) if match else 0


def label_end(string: str) -> int:
    """Where a label at the start and the spaces after it end; 0 without a label."""
    match = _LABEL.match(string)
    return len(string) - len(string[match.end() :].lstrip()) if match else 0


def inside_brackets(string: str, brackets: dict[str, str]) -> str | None:
    """What a pair of brackets around a whole text holds, None where it is not one pair around
    all.
    """
    closing = brackets.get(string[:1])
    if closing is None or string[-1] != closing:
        return None
    inner = string[1:-1].strip()
    # （甲）与（乙） is two pairs
    return inner if inner and string[0] not in inner and closing not in inner else None


def is_byline(string: str) -> bool:
    """Whether the whole of a paragraph is a by-line (供稿)."""
    inner = inside_brackets(string, _BYLINE_BRACKETS)
    if inner is not None:
        return bool(_CREDIT.match(inner)) or _ends_as_credit(inner)
    return (
        bool(_CREDIT.match(string))
        and len(string) <= _LONGEST_CREDIT
        and not any(stop in string for stop in STOPS)
    )


def _ends_as_credit(inner: str) -> bool:
    """Whether what a bracket holds ends with its role: 澜汀书房 季望舒 供稿."""
    words = inner.split()
    return (
        len(words) > 1
        and words[-1] in _CREDITS
        and len(inner) <= _LONGEST_CREDIT
        and not any(stop in inner for stop in STOPS)
    )


def byline_tail(string: str) -> int:
    """Where a by-line at the end of a paragraph's text begins, -1 without one."""
    for opening, closing in _BYLINE_BRACKETS.items():
        if string.endswith(closing):
            start = string.rfind(opening)
            inner = inside_brackets(string[start:], _BYLINE_BRACKETS) if start > 0 else None
            if (
                inner
                and _CREDIT.match(inner)
                and string[:start].rstrip().endswith(("。", "！", "？", "”", "）"))
            ):
                return start
    return -1


def section_name(heading: str) -> str | None:
    """The name in a heading that is all bracket, 【领导关注】 or [领导关注]; None otherwise."""
    return inside_brackets(heading, _BRACKETS)


def is_blank(heading: str) -> bool:
    """Whether a heading says nothing: empty, or empty brackets."""
    return not heading.strip() or (
        heading[0] in _BRACKETS
        and heading[-1] == _BRACKETS[heading[0]]
        and not heading[1:-1].strip()
    )


def is_contents_name(name: str) -> bool:
    """Whether a heading names a contents list: 本期要目, 目 录, 【目录】."""
    words = "".join((section_name(name) or name).split())
    return words.removeprefix("本期").removeprefix("本刊") in _CONTENTS


def section_line(paragraph: str) -> str | None:
    """The name in a plain paragraph that can only be a section heading a converter did not see as
    one.
    """
    if not paragraph.startswith("【") or len(paragraph) > _LONGEST_SECTION_LINE + 2:
        return None
    name = inside_brackets(paragraph, _BRACKETS)
    return (
        name
        if name and name not in _NOT_SECTIONS and not any(mark in name for mark in "：:，、。")
        else None
    )


def holds_briefs(section: str) -> bool:
    """Whether the numbered paragraphs of a section are briefs (简讯)."""
    return any(word in section for word in _BRIEFS)


OWN_BLOCK = re.compile(r"::(?P<name>[\w-]+)(?:\s+(?P<words>.*))?", re.DOTALL)
"""A block of a writer's own (`layouts/manuscript/own_blocks.py`): it stands in a paragraph of its
own.
"""


def is_ended(string: str) -> bool:
    """Whether a paragraph ends as paragraphs do."""
    return string[-1:] in _ENDS


def begins_a_paragraph(string: str) -> bool:
    """Whether a text can only be the beginning of a paragraph, never the rest of one."""
    return string.startswith(RUN_IN) or bool(
        _LABEL.match(string) or _ORDINAL.match(string) or is_byline(string)
    )


def continues_a_line(string: str) -> bool:
    """Whether a text begins with a mark that cannot stand at the head of a paragraph."""
    return string[:1] in _CLOSING


def has_open_bracket(string: str) -> bool:
    """Whether a bracket or quotation opened in a text is still open at its end."""
    return any(string.rfind(pair[0]) > string.rfind(pair[1]) for pair in _OPENERS)
