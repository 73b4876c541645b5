"""Slips of the pen in Chinese text: half-width marks, doubled and unpaired marks, mixed spacing in
dates, placeholders.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
_CLOSED = "”’》〉）】〕」』"
_AFTER_CHINESE = f"(?<=[{HAN}{_CLOSED}])"

WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。", "(": "（", ")": "）"}
"""Half-width marks and what Chinese text has in their place (GB/T 15834-2011)."""

_LETTER, _HANZI = re.compile("[A-Za-z]"), re.compile(f"[{HAN}]")
_HALF = re.compile(
    rf"{_AFTER_CHINESE} ?([,;:!?])(?![,;:!?/]) ?"
    rf"|{_AFTER_CHINESE}(\.)(?=[{HAN}“]|$)|([,;!?]) ?(?=[{HAN}“《])"
)
_BRACKETS = re.compile(rf"\(([^()（）{HAN}]*[{HAN}][^()（）]*)\)")
_STRAIGHT = re.compile(rf"\"([^\"{HAN}]*[{HAN}][^\"]*)\"")
_DOUBLED = re.compile("[，。、；：]{2,}")
_STRENGTH = "、，；：。"
"""From the weakest mark on: of several in a row the strongest stays."""

_DATE = re.compile(
    r"\d{4}( *)年( *)\d{1,2}( *)月(?:( *)\d{1,2}( *)[日号])?|\d{1,2}( *)月( *)\d{1,2}( *)[日号]"
)
_PLACEHOLDER = re.compile(
    r"[Xx]{3,}|[×ＸｘXx]{3,}|某某某|○{3,}|\?{3,}|？{3,}|_{3,}|＿{3,}|【\s*】"
    r"|TODO|TBD|[Ll]orem ipsum"
    r"|(?<![亟有急等尚还])待(?:补(?!充|助|偿|贴|齐|种|办|缴|签)|补充(?=[）)】。]|$)|核实(?=[）)】]))"
    r"|[（(【\[]\s*待[定核补写填][^（）()【】]{0,4}[）)】\]]"
    r"|此处(?:填|写|插|补|放|添|加|输入|略)[^，。]{0,8}"
)

_PAIRS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "「": "」",
    "『": "』",
    "(": ")",
    "[": "]",
}
_OPENED_BY = {closing: opening for opening, closing in _PAIRS.items()}
_LABEL = re.compile(r"(?:^|[^\w])(?:\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$")
_SENTENCE_END = re.compile("[。！？；]|$")
_SENTENCE_START = re.compile("[。！？；，：]")


MOST = 100
"""Flaws of one kind that are told one by one in a paragraph: nobody reads more of them, and each
that is told costs time.
"""

LONGEST_CLAUSE = 1_000
"""Characters up to which a clause is put into marks: where it goes on for longer, only the editor
knows where they belong.
"""


class Flaw(NamedTuple):
    """Characters `start` up to `end` that are wrong, and what would be right; None where only the
    editor knows.

    `more`: it stands for so many of its kind that are not told one by one, and is the first of
    them.
    """

    code: str
    start: int
    end: int
    mended: str | None
    more: int = 0


def flaws(string: str, *, continues: bool = False) -> list[Flaw]:
    """What is wrong in one text, in its order.

    `continues`: the next paragraph goes on with the quotation that this one leaves open.
    """
    kinds = (
        _half_width(string),
        _doubled(string),
        _unpaired(string, continues),
        _dates(string),
        _placeholders(string),
    )
    return sorted(chain.from_iterable(map(_first, kinds)), key=lambda flaw: flaw.start)


def _first(kind: Iterator[Flaw]) -> Iterator[Flaw]:
    """The first flaws of a kind, and one for all the others."""
    yield from islice(kind, MOST)
    following = next(kind, None)
    if following is not None:
        yield following._replace(mended=None, more=1 + sum(1 for _ in kind))


def _half_width(string: str) -> Iterator[Flaw]:
    # an English sentence with a Chinese word in it
    if len(_LETTER.findall(string)) > len(_HANZI.findall(string)):
        return
    for match in _HALF.finditer(string):
        mark = match[1] or match[2] or match[3]
        yield Flaw("mark-half-width", match.start(), match.end(), WIDE[mark])
    for match in _BRACKETS.finditer(string):
        yield Flaw("mark-half-width", match.start(), match.end(), f"（{match[1]}）")
    for match in _STRAIGHT.finditer(string):
        yield Flaw("mark-half-width", match.start(), match.end(), f"“{match[1]}”")


def _doubled(string: str) -> Iterator[Flaw]:
    for match in _DOUBLED.finditer(string):
        yield Flaw("mark-doubled", match.start(), match.end(), max(match[0], key=_STRENGTH.index))


def _dates(string: str) -> Iterator[Flaw]:
    if "月" not in string:
        return
    for match in _DATE.finditer(string):
        gaps = [gap for gap in match.groups() if gap is not None]
        if any(gaps) and not all(gaps):
            yield Flaw("spacing-mixed", match.start(), match.end(), match[0].replace(" ", ""))


def _placeholders(string: str) -> Iterator[Flaw]:
    for match in _PLACEHOLDER.finditer(string):
        yield Flaw("placeholder", match.start(), match.end(), None)


class _Lone(NamedTuple):
    """A mark without a partner; `meant` is what it should have been, where that is plain.

    `until`: the end of the pair it stands in.
    """

    mark: str
    place: int
    meant: str = ""
    until: int | None = None


def _unpaired(string: str, continues: bool) -> Iterator[Flaw]:
    """Marks without a partner, each with the clause it belongs to."""
    starts = [0, *(match.end() for match in _SENTENCE_START.finditer(string))]
    ends = [match.start() for match in _SENTENCE_END.finditer(string)]
    for mark, place, meant, until in _lone(string, continues):
        if meant:
            yield Flaw("mark-unpaired", place, place + 1, meant)
        elif mark in _PAIRS:  # closed where its sentence ends, or what it stands in
            end = ends[bisect_left(ends, place + 1)]
            end = end if until is None else min(end, until)
            yield Flaw("mark-unpaired", place, end, _in_marks("", string, place, end, _PAIRS[mark]))
        else:  # opened where its clause begins
            start = starts[bisect_right(starts, place) - 1]
            yield Flaw(
                "mark-unpaired",
                start,
                place + 1,
                _in_marks(_OPENED_BY[mark], string, start, place + 1, ""),
            )


def _in_marks(opening: str, string: str, start: int, end: int, closing: str) -> str | None:
    """A clause between two marks; None for a long one, and where they would stand across others:
    which was meant only the editor knows.
    """
    if end - start > LONGEST_CLAUSE:
        return None
    mended = f"{opening}{string[start:end]}{closing}"
    return None if any(_lone(mended, continues=False)) else mended


def _lone(string: str, continues: bool) -> Iterator[_Lone]:
    """A quotation over several paragraphs is opened in each and closed in the last."""
    opened: list[tuple[str, int]] = []
    waiting = dict.fromkeys(_PAIRS, 0)  # how many of each are open
    for place, mark in enumerate(string):
        if mark in _PAIRS:
            opened.append((mark, place))
            waiting[mark] += 1
        elif mark in _OPENED_BY:
            opening = _OPENED_BY[mark]
            if not waiting[opening]:
                if not _stands_alone(string, place):
                    yield _Lone(mark, place)
                continue
            lost: list[_Lone] = []
            while (last := opened.pop())[0] != opening:
                waiting[last[0]] -= 1
                lost.append(_Lone(*last, until=place))
            waiting[opening] -= 1
            yield from reversed(lost)
    yield from _left_open(opened, continues)


def _left_open(opened: list[tuple[str, int]], continues: bool) -> Iterator[_Lone]:
    left = deque(opened)
    while left:
        mark, place = left.popleft()
        if continues and mark == "“":
            continue
        if left and left[0][0] == mark:  # “芯“: the second was meant to close
            yield _Lone(mark, left.popleft()[1], _PAIRS[mark])
        else:
            yield _Lone(mark, place)


def _stands_alone(string: str, place: int) -> bool:
    """Whether a closing mark needs no partner: an apostrophe, or the bracket of a label `1）`."""
    before = string[max(0, place - 4) : place]
    if string[place] == "’":
        return bool(before) and before[-1].isascii()
    return string[place] in "）)" and bool(_LABEL.search(before))
