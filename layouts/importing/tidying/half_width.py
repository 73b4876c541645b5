"""Half-width marks beside Hanzi made full-width (GB/T 15834-2011): `, ; : ! ? . ( )`.

A mark between Latin letters or digits is theirs. Where Chinese stands on one side only, the mark is
taken for Chinese if what stands on the other side cannot go on across it: a number before Hanzi, a
single Latin word before Hanzi; not two letters (“A,B公司”), and no English sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from layouts.importing.tidying.characters import (
    STOPS,
    is_chinese,
    is_digit,
    is_latin,
)
from layouts.importing.tidying.passage import TidyPassage
from layouts.importing.tidying.rule import Mending
from layouts.patterns import later

WIDE = {
    ",": "，",
    ";": "；",
    ":": "：",
    "!": "！",
    "?": "？",
    ".": "。",
    "(": "（",
    ")": "）",
}
"""Half-width marks and what Chinese text has in their place (GB/T 15834-2011)."""

_FORMS = dict(zip("｡､﹐﹑﹒﹔﹕﹖﹗﹙﹚", "。、，、。；：？！（）", strict=True))
"""Half-width and small forms of Chinese marks, which nobody means."""

_RUN = later(r"[,;:!?.]+")
_SMALL = later(f"[{''.join(_FORMS)}]")
_BRACKET = later("[()（）]")
_LABEL = later(
    r"(?:^|[\s，。；：！？、）)”“（(,;*#>]|(?<!\d):)(?:[(（]?\d{1,3}|[A-Za-z]\d{0,3}|[一二三四五六七八九十]{1,3})$"
    r"|(?:图|表|附件|附图|附表|案例|例|注|题|第|之|式)\s?\d{1,3}(?:[.-]\d{1,3})?$"
)
_NUMERAL_LABEL = later(r"(?:^|[\s，。；：！？、])[一二三四五六七八九十]{1,3}$")
_SIGNS = frozenset("\u2212+×÷*^=＝<>≈≠≤≥√")
"""Signs beside which a bracket belongs to a formula."""

_TRANSLITERATED = frozenset(
    "阿埃艾爱安奥巴班邦鲍贝本比毕边宾波伯博布查达戴丹德邓狄迪蒂丁杜顿多厄尔法凡菲费芬佛弗福夫盖戈格葛古哈海汉豪赫黑胡华霍基吉加贾杰捷金卡凯坎康考柯科克肯孔库奎拉莱兰朗劳雷里利莉丽"
    "列林琳卢鲁路伦罗洛马玛麦曼梅门蒙米密明莫默姆穆纳娜内尼宁纽诺欧帕潘佩皮珀普奇契乔切琼丘让热日荣萨塞赛桑瑟森沙山尚舍圣施史斯思松苏索塔泰坦汤唐陶特提廷图托瓦万威韦维魏温文沃乌伍"
    "西希夏谢辛休修雪雅亚扬耶叶伊易因英尤约赞泽扎詹珍朱兹茨佐薇妮莎尔汗"
)
"""Hanzi that foreign names are spelt with: a dot between two such names is theirs, if a wrong
one.
"""
_SHORTEST_NAME = 2


def small_forms(passage: TidyPassage) -> Iterator[Mending]:
    """Half-width ideographic and small marks."""
    for match in _SMALL().finditer(passage.string):
        yield Mending(match.start(), match.end(), _FORMS[match[0]])


def half_brackets(passage: TidyPassage) -> Iterator[Mending]:
    """Pairs of brackets with a half-width one that Chinese stands in or beside."""
    if passage.is_foreign or not any(mark in passage.string for mark in "()"):
        return
    changes: list[Mending] = []
    for opening, closing in _pairs(passage):
        if _is_bracket_meant(passage, opening, closing):
            changes += _widened(passage, opening, closing)
    yield from sorted(changes)


def _pairs(passage: TidyPassage) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for match in _BRACKET().finditer(passage.string):
        if passage.guarded[match.start()]:
            continue
        if match[0] in "(（":
            opened.append(match.start())
        elif opened:
            yield opened.pop(), match.start()


def _is_bracket_meant(passage: TidyPassage, opening: int, closing: int) -> bool:
    string = passage.string
    halves = (string[opening] == "(") + (string[closing] == ")")
    if halves != 2:
        return halves == 1
    if string[opening - 1 : opening] in _SIGNS or string[closing + 1 : closing + 2] in _SIGNS:
        return False
    if passage.has_hanzi(opening + 1, closing):
        return True
    before = passage.before(opening)
    if is_chinese(before) or before in WIDE:
        return passage.chinese_before(opening) or passage.chinese_after(closing + 1)
    return not before and passage.chinese_after(closing + 1)


def _widened(passage: TidyPassage, opening: int, closing: int) -> Iterator[Mending]:
    """Both brackets full-width, with the spaces outside them that half-width typing needs."""
    string = passage.string
    start, end = opening, closing + 1
    if string[opening] == "(":
        if (
            not passage.is_byline
            and string[opening - 1 : opening] == " "
            and passage.before(opening)
        ):
            start -= is_chinese(string[opening - 2])
        yield Mending(start, opening + 1, "（")
    if string[closing] == ")":
        if not passage.is_byline and string[end : end + 1] == " ":
            end += is_chinese(string[end + 1 : end + 2])
        yield Mending(closing, end, "）")


def half_marks(passage: TidyPassage) -> Iterator[Mending]:
    """Half-width stops and commas."""
    if passage.is_foreign:
        return
    string = passage.string
    for match in _RUN().finditer(string):
        start, end = match.span()
        run = match[0]
        if passage.is_guarded(start, end) or not _is_one_sort(run):
            continue
        if _is_meant(passage, run, start, end):
            wide = "".join(WIDE[mark] for mark in run)
            yield Mending(_from(passage, start), _to(passage, end), wide)


def _is_one_sort(run: str) -> bool:
    """Not the dots of an ellipsis, and not a mixture that somebody may mean."""
    return len(run) == 1 or set(run) <= {"!", "?"} or (run[0] != "." and len(set(run)) == 1)


def _from(passage: TidyPassage, start: int) -> int:
    spaced = passage.string[start - 1 : start] == " " and not passage.is_byline
    return start - 1 if spaced and passage.before(start) else start


def _to(passage: TidyPassage, end: int) -> int:
    """Past the space that half-width typing has after a mark."""
    if passage.is_byline and passage.string[end - 1] not in ":,":
        return end
    while passage.string[end : end + 1] == " ":
        end += 1
    return end


def _is_meant(passage: TidyPassage, run: str, start: int, end: int) -> bool:
    mark = run[0]
    if mark == ".":
        return _is_full_stop(passage, start, end)
    before, after = passage.before(start), passage.string[end : end + 1]
    if after and (after in "=/\\"):
        return False
    if passage.chinese_before(start):
        return True
    if not before or before == ".":
        return False
    if not after:
        return mark != ":" and not _ends_english(passage, start)
    if not _is_hanzi_next(passage, end):
        return False
    # English has a space behind its comma, and none before a Hanzi.
    return not _ends_english(passage, start) or (mark in ",;" and after != " ")


def _is_hanzi_next(passage: TidyPassage, end: int) -> bool:
    """Whether the sentence goes on in Chinese: with Hanzi, or with a quotation or title."""
    after = passage.after(end)
    return passage.chinese_after(end) and after not in STOPS and after not in "”’）》】〕…—"


def _ends_english(passage: TidyPassage, start: int) -> bool:
    """Whether more than one English word ends here: the mark may be theirs."""
    string = passage.string
    while start and string[start - 1] == " ":
        start -= 1
    return start > 0 and is_latin(string[start - 1]) and passage.guarded[start - 1] == 1


def _is_full_stop(passage: TidyPassage, start: int, end: int) -> bool:
    string = passage.string
    before, after = passage.before(start), passage.after(end)
    if passage.chinese_before(start):
        return _ends_sentence(passage, start, end, after)
    if not before or string[start - 1] != before or before not in "0123456789)%":
        return False
    if before == ")" and not passage.chinese_after(end) and after:
        return False
    if after and not _is_hanzi_next(passage, end):
        return False
    return not _LABEL().search(string, max(0, start - 12), start)


def _ends_sentence(passage: TidyPassage, start: int, end: int, after: str) -> bool:
    string = passage.string
    if _NUMERAL_LABEL().search(string, max(0, start - 6), start):
        return False
    if is_latin(after):
        return string[end : end + 1] == " "
    if is_digit(after):
        return string[start - 1] not in "一二三四五六七八九十图表"
    return not _is_within_name(string, start, end)


def _is_within_name(string: str, start: int, end: int) -> bool:
    """A dot between two foreign names (列夫.托尔斯泰)."""
    first = string[max(0, start - _SHORTEST_NAME) : start]
    second = string[end : end + _SHORTEST_NAME]
    if len(first) < _SHORTEST_NAME or len(second) < _SHORTEST_NAME:
        return False
    return all(character in _TRANSLITERATED for character in first + second)
