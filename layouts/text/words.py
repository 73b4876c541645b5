"""The words of Chinese text: the most probable cut by jieba's dictionary, with names, numbers and
institutions kept whole.
"""

from __future__ import annotations

import mmap
import re
import struct
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

# words.dat: its form is described in resources/build_words.py.
_MAGIC: Final = b"BXWORDS1"
_BMP: Final = 0x10000
_SCALE: Final = -100.0
_TAB: Final = 9
_LONGEST: Final = 16
"""Characters in the longest word of the dictionary."""

# A hidden Markov model of words the dictionary lacks, over begin, middle, end and single: jieba's
# finalseg (MIT).
_BEGIN, _MIDDLE, _END, _SINGLE = range(4)
_START: Final = (-0.26268660809250016, float("-inf"), float("-inf"), -1.4652633398537678)
_BEFORE: Final = (
    ((_END, -0.5897149736854513), (_SINGLE, -0.7211965654669841)),
    ((_BEGIN, -0.916290731874155), (_MIDDLE, -1.2603623820268226)),
    ((_BEGIN, -0.510825623765990), (_MIDDLE, -0.33344856811948514)),
    ((_END, -0.8085250474669937), (_SINGLE, -0.6658631448798212)),
)
"""State → the states that may stand before it, with ln of the step's probability."""

_NAME: Final = -5.0
"""ln of the chance that a word is a person's name unknown to the dictionary.

With the two below: tried on newsletters, not derived.
"""
_NAME_AFTER_TITLE: Final = 7.0
_NAME_BEFORE_DEED: Final = 2.0
_COMPOUND_SURNAME: Final = -6.0
"""ln of the chance that a name begins with one of `_COMPOUND_SURNAMES`, all taken for equally
common: words.dat knows single characters only.
"""
_COMMON: Final = -13.5
"""A word above this is no name, whatever its characters (高度, 安全): about 80 in jieba's 60
million words.
"""
_PLAUSIBLE_NAME: Final = -27.0


def listed(words: str) -> tuple[str, ...]:
    """The words of a constant, written with spaces between them."""
    return tuple(words.split())


TITLES: Final = listed(
    "区长 市长 县长 镇长 乡长 村长 省长 部长 局长 处长 科长 所长 站长 厅长 司长 院长 校长 会长 "
    "行长 社长 台长 队长 组长 班长 董事长 "
    "理事长 监事长 秘书长 书记 主任 主席 委员 常委 经理 总裁 总监 厂长 工程师 会计师 经济师 代表 "
    "同志 先生 女士 记者 教授 院士 专家 "
    "医生 老师 模范 标兵 巡视员 调研员 干事 助理"
)
"""Offices and forms of address, by their last characters; a name follows or goes before."""

_DEEDS: Final = listed(
    "一行 等 及 和 与 赴 到 在 率 带队 调研 检查 视察 走访 慰问 督导 强调 指出 出席 主持 表示 会见 "
    "同志 书记 主任 先生 女士"
)
"""What follows a name."""

_COMPOUND_SURNAMES: Final = frozenset(
    listed(
        "欧阳 上官 司马 司徒 司空 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 东方 独孤 南宫 端木 "
        "轩辕 西门 呼延 淳于 单于 澹台 申屠 "
        "太史 闻人 钟离"
    )
)

_FUNCTION: Final = frozenset("的了着过等和与及或并暨在对赴向于为将把被从让使以由是也又再更最不未各")
"""Characters that never are part of an unknown word."""

_LATIN: Final = "A-Za-z\u00c0-\u024f"
_HAN: Final = rf"[^\W\d_{_LATIN}]"
"""Every other letter.

Classes with Hanzi in them would take `re` two milliseconds each to compile.
"""

_CLOCK: Final = "[年月日时分秒]"
_PARTS: Final = "初|末|底|[上中下]旬"
# 年|度假 and 年|初心 are no 年度 and no 年初.
_UNITS: Final = (
    f"年度(?!假)|年(?:半年度|上半年|下半年|半年|初(?!心)|末|底)?|个?月(?:份|{_PARTS})?|日|时|分钟?|秒|小时|周年?|天|岁|号|期|届|季度"
    "|余?[百千万亿]*[余多]?(?:人次?|辆次?|班次?|场次?|[名位个项件条家户套批所座栋幢轮张份篇页版层楼级次吨亩股倍米克大]"
    "|元|港元|美元|日元|欧元|公里|千米|千克|公斤|公顷|平方米|立方米)|[百千万亿]+[余多]?"
)
_DIGITS: Final = r"\d+(?:[.,:：/×+~～–—-]\d+)*"
_DATE: Final = rf"{_CLOCK}(?:\s?\d+\s?{_CLOCK})+(?:{_PARTS})?"
# Tried in this order: a number with what it counts, Latin words, runs of Han (which 第 before a
# figure ends, as the number takes it), and marks, of which a dash or ellipsis is one word.
_TOKEN: Final = re.compile(
    rf"""
      (?P<number> 〔\d{{4}}〕\s?(?:第\s?)?\d+\s?号
                | (?:第\s?)?[-±¥￥$№]?{_DIGITS}
                  (?: [A-Za-z][A-Za-z\d]* | [%‰℃°％] | \s?{_DATE} | \s?(?:{_UNITS}) )? )
    | (?P<latin>  [A-Z][股超型类座栋] | [{_LATIN}][{_LATIN}\d'’&.+/_-]* )
    | (?P<han>    (?:(?!第\s?\d){_HAN})+ )
    | (?P<mark>   —+ | …+ | ⋯+ | [！？!?]+ | \s+ | . )
    """,
    re.VERBOSE | re.DOTALL,
)

_NUMERALS: Final = "一二三四五六七八九十百千万亿两〇零"
_MEASURES: Final = frozenset("年月日个届次期条项种位名家号天大级批轮场套章节件座度")
_BODIES: Final = ("委", "局", "办", "院", "会", "部", "政府", "中心", "企业", "国企", "国资")
_TIERS: Final = frozenset("区市县省镇乡村")
_GROUPS: Final = frozenset(
    listed(
        "集团 公司 控股集团 投资集团 建设集团 发展集团 实业集团 集团公司 控股公司 有限公司 "
        "股份公司 总公司 分公司 子公司 控股 街道 街道办 "
        "街道办事处 新区 镇"
    )
)
_LONGEST_BODY: Final = 8
"""Characters up to which a group's name is kept in one piece."""


class Letter(NamedTuple):
    """What words.dat knows of one character: ln probabilities, as a word, in the four states of an
    unknown word, and in a person's name.
    """

    word: float
    begin: float
    middle: float
    end: float
    single: float
    surname: float
    given_middle: float
    given_end: float


_IMPOSSIBLE: Final = -99.0
_STRANGER: Final = Letter(-18.0, -18.0, -18.0, -18.0, -18.0, -99.99, -10.5, -10.5)
"""A character outside the dictionary: rare, so perhaps part of a name."""


class Dictionary:
    """The dictionary, mapped into memory: opening it reads nothing but its head."""

    def __init__(self, path: Path) -> None:
        """Maps words.dat.

        OSError where it cannot be read, ValueError where it is something else.
        """
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._data[: len(_MAGIC)] != _MAGIC:
            raise ValueError(path)
        self._letters: dict[str, Letter] = {}

    def segment(self, text: str) -> list[str]:
        """The words of `text` in order; joined they are the text.

        Marks and runs of spaces are words of their own.
        """
        words: list[str] = []
        for token in _TOKEN.finditer(text):
            words += self._han(token[0]) if token.lastgroup == "han" else [token[0]]
        return _bound(words)

    def is_name(self, word: str) -> bool:
        """Whether a word looks like a person's name: two to four Han, a surname first, and no
        common word.
        """
        if not 2 <= len(word) <= 4 or self._probability(word) > _COMMON:
            return False
        letters = [self._letter(character) for character in word]
        return any(
            length == len(word) and score > _PLAUSIBLE_NAME
            for length, score in _names(word, 0, letters)
        )

    def knows(self, word: str) -> bool:
        """Whether a word of two characters or more stands in the dictionary."""
        return len(word) > 1 and self._probability(word) > _IMPOSSIBLE

    def is_common(self, word: str) -> bool:
        """Whether a word is so frequent that it is no name, whatever its characters."""
        return self._probability(word) > _COMMON

    def _bucket(self, character: str) -> tuple[int, int]:
        point = ord(character)
        return (
            struct.unpack_from("<2I", self._data, len(_MAGIC) + 4 * point)
            if point < _BMP
            else (0, 0)
        )

    def _letter(self, character: str) -> Letter:
        """Read once: titles share most of their characters."""
        letter = self._letters.get(character)
        if letter is None:
            low, high = self._bucket(character)
            # the first line of a bucket is the character's own
            written = self._data[low : self._data.find(b"\n", low)].split() if low < high else []
            letter = self._letters[character] = (
                Letter(*(int(value) / _SCALE for value in written)) if written else _STRANGER
            )
        return letter

    def _words(self, text: str, start: int) -> Iterator[tuple[int, float]]:
        """Lengths and ln probabilities of the dictionary's words of two characters and more that
        begin at `start`.
        """
        found, high = self._bucket(text[start])
        # a word more is looked for from where the shorter one stood: what begins with it comes
        # after
        needle = b"\n"
        for length in range(2, min(_LONGEST, len(text) - start) + 1):
            needle += text[start + length - 1].encode()
            found = self._data.find(needle, found, high)
            if found < 0:
                return
            after = found + len(needle)
            # The bucket is sorted and a tab sorts before every character: if the word itself is
            # there, it is the first with this beginning.
            if self._data[after] == _TAB:
                yield length, int(self._data[after + 1 : self._data.find(b"\n", after)]) / _SCALE

    def _probability(self, word: str) -> float:
        return next(
            (probability for length, probability in self._words(word, 0) if length == len(word)),
            _IMPOSSIBLE,
        )

    def _han(self, run: str) -> list[str]:
        """The most probable cut of a run of Han; single characters left over are looked at once
        more as unknown words.
        """
        letters = [self._letter(character) for character in run]
        words: list[str] = []
        loose = start = 0
        # a last word of no length, so that what is loose at the end is looked at as well
        for length in [*self._route(run, letters), 0]:
            if length == 1 and run[start] not in _FUNCTION:
                start += 1
                continue
            words += _unknown(run[loose:start], letters[loose:start])
            words += [run[start : start + length]] if length else []
            start += length
            loose = start
        return words

    def _route(self, run: str, letters: Sequence[Letter]) -> list[int]:
        """Word lengths of the cut whose product of probabilities is greatest, the longer first word
        winning a tie.
        """
        end = len(run)
        best = [0.0] * (end + 1)
        step = [1] * end
        for start in range(end - 1, -1, -1):
            choices = [
                (1, letters[start].word),
                *self._words(run, start),
                *_names(run, start, letters),
            ]
            best[start], step[start] = max(
                (score + best[start + length], length) for length, score in choices
            )
        lengths: list[int] = []
        start = 0
        while start < end:
            lengths.append(step[start])
            start += step[start]
        return lengths


@lru_cache(maxsize=1)
def open_words() -> Dictionary:
    """The bundled dictionary, opened once."""
    return Dictionary(resource("words/words.dat"))


def _names(run: str, start: int, letters: Sequence[Letter]) -> Iterator[tuple[int, float]]:
    """Lengths and ln probabilities of persons' names that may begin at `start`: a surname and one
    or two characters.
    """
    compound = run[start : start + 2] in _COMPOUND_SURNAMES
    surname = _COMPOUND_SURNAME if compound else letters[start].surname
    if surname < _IMPOSSIBLE:
        return
    given = start + 2 if compound else start + 1
    base = _NAME + surname + (_NAME_AFTER_TITLE if run.endswith(TITLES, 0, start) else 0.0)
    for end in range(given + 1, min(given + 2, len(run)) + 1):
        score = (
            base
            + letters[end - 1].given_end
            + (letters[given].given_middle if end - given > 1 else 0.0)
        )
        if score > _IMPOSSIBLE:
            yield end - start, score + (_NAME_BEFORE_DEED if run.startswith(_DEEDS, end) else 0.0)


def _unknown(run: str, letters: Sequence[Letter]) -> list[str]:
    """Single characters in a row, cut into words by the hidden Markov model (Viterbi)."""
    if len(run) < 2:
        return [run] if run else []
    # the fields of a Letter after the first are its states, in the order of _BEGIN … _SINGLE
    scores = [start + letters[0][1 + state] for state, start in enumerate(_START)]
    origins: list[list[int]] = []
    for letter in letters[1:]:
        steps = [
            max((scores[before] + step, before) for before, step in _BEFORE[state])
            for state in range(4)
        ]
        scores = [score + letter[1 + state] for state, (score, _) in enumerate(steps)]
        origins.append([before for _, before in steps])
    # a word ends where the run does
    state = max((_END, _SINGLE), key=lambda last: scores[last])
    words: list[str] = [run[-1]]
    for index in range(len(run) - 2, -1, -1):
        state = origins[index][state]
        # walked backwards: a word is found at its last character
        if state in (_END, _SINGLE):
            words.append(run[index])
        else:
            words[-1] = run[index] + words[-1]
    return words[::-1]


def _bound(words: Sequence[str]) -> list[str]:
    """Words that belong together made one: 副 and an office, 区 and a body, a count and its
    measure, a name and 集团.
    """
    bound: list[str] = []
    # From the right, so that a tier goes to the body it governs (区|国资委) before anything on its
    # left can take it.
    for word in reversed(words):
        if bound and _leads(word, bound[-1]):
            bound[-1] = word + bound[-1]
        else:
            bound.append(word)
    result: list[str] = []
    for word in reversed(bound):
        if result and _follows(result[-1], word):
            result[-1] += word
        else:
            result.append(word)
    return result


def _leads(word: str, after: str) -> bool:
    """Whether `word` belongs to what comes after it."""
    if word == "副":
        return len(after) > 1
    if word in _TIERS:
        return len(after) > 1 and after.endswith(_BODIES)
    # 第|五届, 三|年, 二|十
    unit = after.lstrip(_NUMERALS)
    return not word.removeprefix("第").strip(_NUMERALS) and (unit in _MEASURES or not unit)


def _follows(before: str, word: str) -> bool:
    """Whether `word` belongs to what goes before it."""
    if word not in _GROUPS or len(before) + len(word) > _LONGEST_BODY:
        return False
    return len(before) > 1 and before.isalpha() and not before.isascii()
