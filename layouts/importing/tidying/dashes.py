"""Dashes of Chinese text, two ems long (GB/T 15834-2011, 4.10): “——”.

What joins two numbers, times or days is no dash but a range (9:30--11:30), and one em alone
between words may join them, too (北京—上海): these are left.
"""

from __future__ import annotations

from collections.abc import Iterator

from layouts.importing.tidying.characters import is_chinese, is_digit
from layouts.importing.tidying.passage import TidyPassage
from layouts.importing.tidying.rule import Mending
from layouts.patterns import later

_DASHES = later(
    r" ?(?:(?<!-)-{2,4}(?!-)|(?<!－)－{2,3}(?!－)|(?<!–)–{2,3}(?!–)|(?<![―─])[―─]{2}(?![―─])"
    r"|(?<!—)—{3}(?!—)|(?<!—)— —(?!—)|(?<!—)—-(?!-)|(?<!-)-—(?!—)) ?"
)
_SUBTITLE = later(
    r"^ ?[-－–—―](?=(?:记(?!者)|访|写在|以[^，。]{2,20}为例|致|献给|读|来自|[“《])) ?"
)
_RANGE_BEFORE = later(
    r"(?:\d|[\d一二三四五六七八九十〇零][年月日号时点分秒楼层页届期]|(?:周|星期|礼拜)[一二三四五六日天末])$"
)
_RANGE_AFTER = later(
    r"\d|[一二三四五六七八九十〇零]{1,4}[年月日号时点分秒楼层页届期]|周|星期|礼拜|[一二三四五六日天](?:$|[，。；、）])|[上中下]午|今|至今|晚|凌晨|傍晚|次日|当日"
)


def dashes(passage: TidyPassage) -> Iterator[Mending]:
    """What is typed for a dash beside Chinese."""
    if passage.is_foreign:
        return
    string = passage.string
    for match in _DASHES().finditer(string):
        start, end = match.span()
        if not passage.is_guarded(start, end) and _is_dash(string, start, end):
            yield Mending(start, end, "——")


def subtitle_dash(passage: TidyPassage) -> Iterator[Mending]:
    """One mark before a subtitle (-记云栖区图书馆)."""
    match = _SUBTITLE().match(passage.string)
    if match and "。" not in passage.string:
        yield Mending(0, match.end(), "——")


def _is_dash(string: str, start: int, end: int) -> bool:
    before, after = string[max(0, start - 4) : start], string[end : end + 6]
    if not before and not after:
        return False
    if _RANGE_BEFORE().search(before) and _RANGE_AFTER().match(after):
        return False
    if before and is_digit(before[-1]) and after and is_digit(after[0]):
        return False
    return is_chinese(before[-1:]) or is_chinese(after[:1])
