"""Marks and words that tell where a paragraph begins and ends."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final

FORBIDDEN_AT_START: Final = frozenset(
    "，。、；：！？．,;:!?.)]}）】》〉〗〕］｝」』〙〟”’%‰℃·…‥々ー～"
)
"""What a line does not begin with (避头, CLREQ 3.1.6, level GB, and the narrow marks)."""

FORBIDDEN_AT_END: Final = frozenset("（【《〈〖〔［｛「『〘〝“‘([{￥＄$¥£")
"""What a line does not end with (避尾)."""

PAIRS: Final = {
    "（": "）",
    "【": "】",
    "《": "》",
    "〔": "〕",
    "「": "」",
    "『": "』",
    "“": "”",
    "(": ")",
}
_CLOSERS: Final = {closing: opening for opening, closing in PAIRS.items()}

_STOPS: Final = "。！？!?…．"
_AFTER_STOP: Final = "”’）】》」』)\"'"
_CLAUSE_MARK: Final = re.compile(r"[，。；！？](?=.)|[,;] (?=\w)|[.?!] (?=[A-Z])")


class LineEnd(IntEnum):
    """How a line ends."""

    OTHER = 0
    STOP = 1
    CLOSE = 2
    COLON = 3
    SEMICOLON = 4
    COMMA = 5
    OPEN = 6


class LineStart(IntEnum):
    """How a line begins."""

    OTHER = 0
    FORBIDDEN = 1
    LABEL = 2
    LEAD = 3
    SMALL_LETTER = 4


_BY_LAST: Final = {
    **dict.fromkeys(_STOPS, LineEnd.STOP),
    **dict.fromkeys('）】》〉〗〕」』”’)]"', LineEnd.CLOSE),
    **dict.fromkeys("：:", LineEnd.COLON),
    **dict.fromkeys("；;", LineEnd.SEMICOLON),
    **dict.fromkeys("，、,", LineEnd.COMMA),
    **dict.fromkeys(FORBIDDEN_AT_END, LineEnd.OPEN),
}

_NUMBERS: Final = "一二三四五六七八九十百"
_LABEL: Final = re.compile(
    rf"[{_NUMBERS}]{{1,3}}、"
    rf"|[（(〔](?:[{_NUMBERS}]{{1,3}}|\d{{1,2}})[）)〕]"
    r"|\d{1,2}(?:[．、](?!\d)|\.(?![\d])|[）)])"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}[ \u3000]"
    rf"|第[{_NUMBERS}\d]{{1,3}}(?:[章节条编篇]|部分)[ \u3000：]"
    rf"|第[{_NUMBERS}]，"
    r"|[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿▲△▶►■□●○◆◇★☆※◎✦✓√•·]"
    r"|[【［\[][^】］\]]{1,20}[】］\]]?"
    r"|[（(]?(?:供稿|撰稿|通讯员|作者|来源|责编|编辑|审核|摄影|图/文|文/图|图文)[：:／/ \u3000]"
    r"|(?:图|表|附件|附|注)[\d一二三四五六七八九十]{0,2}[：:]"
    r"|[图表]\d{1,2}[ \u3000]"
    r"|[-–—*] "
    r"|——"
)
_LEAD: Final = re.compile(
    r"(?:\d{4} ?年)?\d{1,2} ?月(?: ?\d{1,2} ?日|[，份])"
    r"|(?:近日|日前|近期|今年以来|会上|会后|会前|会议[指强要认]|据悉|据了解|下一步|下阶段|接下来|截至|截止|当天|当日"
    r"|随后|期间|活动[中现当]|同时，|此外|为[深进贯加切扎全持更]|在.{2,12}[现会]|首先|其次|再次|最后，|一是)"
)


def end_of(text: str) -> LineEnd:
    """How a line ends; quotes and brackets behind a full stop belong to it."""
    last = text[-1]
    if last in _AFTER_STOP and text[-2:-1] and text[-2] in _STOPS:
        return LineEnd.STOP
    if last == "." and not text[-2:-1].isdigit():
        return LineEnd.STOP
    return _BY_LAST.get(last, LineEnd.OTHER)


def start_of(text: str) -> LineStart:
    """How a line begins."""
    first = text[0]
    if "a" <= first <= "z":
        return LineStart.SMALL_LETTER
    if _LABEL.match(text):
        return LineStart.LABEL
    if first in FORBIDDEN_AT_START:
        return LineStart.FORBIDDEN
    return LineStart.LEAD if _LEAD.match(text) else LineStart.OTHER


def has_clause_mark(text: str) -> bool:
    """Whether a line parts clauses or sentences: headings seldom do."""
    return _CLAUSE_MARK.search(text) is not None


def is_bracketed(text: str) -> bool:
    """Whether a whole line stands in one pair of brackets, as by-lines do."""
    closing = PAIRS.get(text[0])
    return closing is not None and text.find(closing) == len(text) - 1


_BRACKETS: Final = re.compile("[" + re.escape("".join(PAIRS) + "".join(_CLOSERS)) + "]")


def brackets(text: str) -> tuple[str, str]:
    """The brackets of a line without a partner on it: those closed, those opened."""
    closed: list[str] = []
    opened: list[str] = []
    for mark in _BRACKETS.findall(text):
        if mark in PAIRS:
            opened.append(mark)
        elif opened and opened[-1] == _CLOSERS[mark]:
            opened.pop()
        elif not opened:
            closed.append(mark)
    return "".join(closed), "".join(opened)
