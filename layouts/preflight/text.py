"""Slips of the pen in Chinese text: half-width marks, doubled and unpaired marks, mixed spacing in dates, placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
_CLOSED = "”’》〉）】〕」』"
_AFTER_CHINESE = f"(?<=[{HAN}{_CLOSED}])"

WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。", "(": "（", ")": "）"}
"""Half-width marks and what Chinese text has in their place (GB/T 15834-2011)."""

_LETTER, _HANZI = re.compile("[A-Za-z]"), re.compile(f"[{HAN}]")
_HALF = re.compile(rf"{_AFTER_CHINESE} ?([,;:!?])(?![,;:!?/]) ?|{_AFTER_CHINESE}(\.)(?=[{HAN}“]|$)|([,;!?]) ?(?=[{HAN}“《])")
_BRACKETS = re.compile(rf"\(([^()（）]*[{HAN}][^()（）]*)\)")
_STRAIGHT = re.compile(rf"\"([^\"]*[{HAN}][^\"]*)\"")
_DOUBLED = re.compile("[，。、；：]{2,}")
_STRENGTH = "、，；：。"
"""From the weakest mark on: of several in a row the strongest stays."""

_DATE = re.compile(r"\d{4}( *)年( *)\d{1,2}( *)月(?:( *)\d{1,2}( *)[日号])?|\d{1,2}( *)月( *)\d{1,2}( *)[日号]")
_PLACEHOLDER = re.compile(
    r"[Xx]{3,}|[×ＸｘXx]{3,}|某某某|○{3,}|\?{3,}|？{3,}|_{3,}|＿{3,}|【\s*】|TODO|TBD|[Ll]orem ipsum"
    r"|(?<![亟有急等尚还])待(?:补(?!充|助|偿|贴|齐|种|办|缴|签)|补充(?=[）)】。]|$)|核实(?=[）)】]))|[（(【\[]\s*待[定核补写填][^（）()【】]{0,4}[）)】\]]"
    r"|此处(?:填|写|插|补|放|添|加|输入|略)[^，。]{0,8}"
)

_PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "「": "」", "『": "』", "(": ")", "[": "]"}
_OPENED_BY = {closing: opening for opening, closing in _PAIRS.items()}
_LABEL = re.compile(r"(?:^|[^\w])(?:\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$")
_SENTENCE_END = re.compile("[。！？；]|$")
_SENTENCE_START = re.compile("[。！？；，：]")


class Flaw(NamedTuple):
    """Characters `start` up to `end` that are wrong, and what would be right; None where only the editor knows."""

    code: str
    start: int
    end: int
    mended: str | None


def flaws(string: str, *, continues: bool = False) -> list[Flaw]:
    """What is wrong in one text, in its order. `continues`: the next paragraph goes on with the quotation that this one leaves open."""
    return sorted(
        (*_half_width(string), *_doubled(string), *_unpaired(string, continues), *_dates(string), *_placeholders(string)),
        key=lambda flaw: flaw.start,
    )


def _half_width(string: str) -> Iterator[Flaw]:
    if len(_LETTER.findall(string)) > len(_HANZI.findall(string)):  # an English sentence with a Chinese word in it
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


def _unpaired(string: str, continues: bool) -> Iterator[Flaw]:
    """Marks without a partner. A quotation over several paragraphs is opened in each and closed in the last."""
    open_marks: list[tuple[str, int]] = []
    for place, mark in enumerate(string):
        if mark in _PAIRS:
            open_marks.append((mark, place))
        elif mark in _OPENED_BY:
            opening = _OPENED_BY[mark]
            depth = next((k for k in range(len(open_marks) - 1, -1, -1) if open_marks[k][0] == opening), None)
            if depth is None:
                if not _stands_alone(string, place):
                    yield _without_opening(string, place)
                continue
            for lost in open_marks[depth + 1 :]:
                yield _without_closing(string, *lost)
            del open_marks[depth:]
    yield from _left_open(string, open_marks, continues)


def _left_open(string: str, open_marks: list[tuple[str, int]], continues: bool) -> Iterator[Flaw]:
    while open_marks:
        mark, place = open_marks.pop(0)
        if continues and mark == "“":
            continue
        if open_marks and open_marks[0][0] == mark:  # “芯“: the second was meant to close
            second = open_marks.pop(0)[1]
            yield Flaw("mark-unpaired", second, second + 1, _PAIRS[mark])
        else:
            yield _without_closing(string, mark, place)


def _stands_alone(string: str, place: int) -> bool:
    """Whether a closing mark needs no partner: an apostrophe, or the bracket of a label `1）`."""
    before = string[max(0, place - 4) : place]
    if string[place] == "’":
        return bool(before) and before[-1].isascii()
    return string[place] in "）)" and bool(_LABEL.search(before))


def _without_closing(string: str, mark: str, place: int) -> Flaw:
    """The mark is closed where its sentence ends."""
    end = _SENTENCE_END.search(string, place + 1)
    at = end.start() if end else len(string)
    return Flaw("mark-unpaired", place, at, string[place:at] + _PAIRS[mark])


def _without_opening(string: str, place: int) -> Flaw:
    """The mark is opened where its clause begins."""
    ends = [match.end() for match in _SENTENCE_START.finditer(string, 0, place)]
    at = ends[-1] if ends else 0
    return Flaw("mark-unpaired", at, place + 1, _OPENED_BY[string[place]] + string[at : place + 1])
