"""What stays whole on a line: numbers with their signs and units, times, labels, note marks; and where web addresses may be broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from layouts.text import classes as c

FORBIDDEN, ALLOWED, SOFT, HYPHEN = 0, 1, 2, 3
"""What stands in a break map at index i: may a line end before character i. SOFT tears a unit better kept, HYPHEN adds a hyphen."""

# -- numbers: GB/T 15834, GB/T 15835, GB 3100, JLREQ -----------------------------------------------------------------------------------

_DIGIT: Final = "[0-9０-９]"
_DIGITS: Final = re.compile(f"{_DIGIT}+")

_MEASURE_WORDS: Final = (
    # money
    "美元 欧元 日元 港元 英镑 元 角 "
    # length, area, volume, weight, energy, degrees
    "平方公里 平方千米 平方厘米 平方英尺 平方米 立方厘米 立方米 公里 千米 厘米 毫米 微米 纳米 海里 英里 英寸 公顷 米 里 亩 "
    "吨标准煤 公斤 千克 毫克 毫升 吨 克 斤 升 千瓦时 兆瓦时 瓦时 千瓦 兆瓦 瓦 千伏 伏 赫兹 分贝 千卡 摄氏度 度 "
    # time
    "小时 分钟 秒钟 毫秒 季度 世纪 年代 周年 周岁 年度 年级 个月 年 月 日 时 分 秒 天 周 岁 "
    # things and people
    "个百分点 百分点 号楼 号线 人 名 位 项 个 家 户 件 条 台 套 辆 座 所 栋 幢 张 份 届 批 场 类 种 倍 页 期 号 次 "
    "本 册 只 头 棵 株 篇 首 幅 枚 架 艘 间 层 楼 级 组 支 处 起 例 宗 款 成"
)
_MEASURE: Final = "|".join(sorted(_MEASURE_WORDS.split(), key=len, reverse=True))
_TIMES: Final = "[十百千万亿]"
_SI_UNIT: Final = (
    "(?:(?:da|[YZEPTGMkhdcmµμnpf])?(?:mol|bit|bps|cal|rad|Hz|Pa|Wh|Ah|VA|lm|lx|Bq|Gy|Sv|eV|[mgsAKJWNVCFTHLlBbtΩ])"
    "|dBm|dBA|dB|ha|min|mmHg|rpm|ppm|ppb|dpi|px|pt|kn|cd|TEU|h|d|r)(?:[²³]|[⁺⁻]?[⁰¹⁴-⁹]+|[23](?![0-9]))?"
)
_SI: Final = f"{_SI_UNIT}(?:[/·⋅]{_SI_UNIT})*(?![A-Za-z0-9])"
_SIGN: Final = "°[CFK]?|[%％‰‱℃℉′″Å㍱-㏟]"
_UNIT: Final = f"(?:(?:{_MEASURE})次?(?:/(?:{_MEASURE}|{_SI}))?|[ \u00a0\u202f]?(?:{_SIGN}|{_SI}))"
_FIGURES: Final = rf"(?:[0-9０-９,.:：∶．，]*{_DIGIT})?"
_TAIL: Final = re.compile(rf"{_FIGURES}(?:{_UNIT}|[多余来]?{_TIMES}+[多余]?(?:{_UNIT})?|[多余来](?:{_MEASURE}))?")
"""What a number goes on with: figures, then a unit (千瓦时, m³/s, ㎡), or multipliers and a unit (万亿元, 多万平方米), or 余 and a measure
word."""

_BARE_TAIL: Final = re.compile(rf"(?:[0-9０-９,.:：∶]*{_DIGIT})?")
_BEFORE: Final = frozenset("第-−－–‐+＋±~¥￥$＄€£№")
_BEFORE_BARE: Final = frozenset("-−－–‐+＋±")
_JOINTS: Final = frozenset("-−－–‐—～〜~")
"""Between two numbers these join (一字线, 浪纹线); before one alone, a dash is its minus."""

_DOCUMENT: Final = re.compile(r"[〔［\[][0-9]{4}[〕］\]][0-9]*号?")
_STANDARD: Final = re.compile(r"[A-Za-z]+/[A-Za-z]+ ?[0-9]*(?:[—–-][0-9]+)?|/")
_LABEL: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.．、]|[(（][0-9]{1,2}[)）]|[①-⑳]|[▲●■◆★]) ?."
)

# -- note marks ------------------------------------------------------------------------------------------------------------------------

_NOTES: Final = re.compile(
    "(?:[¹²³⁰⁴-⁹⁺⁻⁽⁾ⁿ]+|(?<![\\s（(《〈“‘「『【，、；：])(?:[*†‡]+|[\\[［〔][0-9]{1,3}(?:[-–—~～,，、][0-9]{1,3})*[\\]］〕](?![0-9])|[①-⑳㉑-㉟]))"
)
"""A superscript belongs to what it stands on; a star, a number in brackets or in a circle to a word or stop, not to a pause: there it
is a label (；②…)."""

_CIRCLED: Final = re.compile("[①-⑳](?=.)")
_STOPS: Final = frozenset("。！？，、；：")
_STRAY: Final = re.compile("[~∼―‒]")
"""Connectors that UAX #14 takes for letters."""

# -- addresses -------------------------------------------------------------------------------------------------------------------------

_HOST: Final = r"(?:[a-z0-9-]+\.)+[a-z]{2,}"
_ADDRESS: Final = re.compile(
    rf"(?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]*://|www\.)[!-~]+|(?<![a-z0-9._%+-])[a-z0-9._%+-]+@{_HOST}"
    rf"|(?<![a-z0-9@.-]){_HOST}(?::[0-9]+)?(?:[/?#][!-~]*)?|(?<![\w.-])[\w.-]+(?:/[\w.%-]+){{2,}}",
    re.ASCII | re.IGNORECASE,
)
_HOST_OF: Final = re.compile(r"(?:[a-z0-9+.-]+://)?(?:[!-?A-~]*@)?([a-z0-9.-]+)", re.ASCII | re.IGNORECASE)
_JOINT: Final = re.compile(r"[/.?&=@_#:;,+-](?=[a-z0-9%~])", re.ASCII | re.IGNORECASE)
SHORT_HOST: Final = 12
"""A host of so many letters, six em, has room in every slot and is not broken."""

_LEAST_PIECE: Final = 3
"""Fewer letters of an address never stand alone on a line."""


def addresses(string: str) -> Iterator[tuple[int, int]]:
    """The web and mail addresses in a text, without the marks that end the sentence after them."""
    for match in _ADDRESS.finditer(string):
        yield match.start(), match.start() + len(match[0].rstrip(".,;:!?)]}'\""))


def bind_all(string: str, letters: str, allowed: bytearray, units: bool) -> None:
    """Close the break map where a line may not end; with `units` also between a number and what it counts, and after a label.

    Addresses come last: they are broken at their joints, whatever dots, slashes and figures do elsewhere.
    """
    signs = c.LATIN_SIGN in letters or c.WIDE_SIGN in letters
    if signs or c.NUMERAL in letters:
        _bind_numbers(string, allowed, units)
    if units:
        if "/" in string:
            for match in _STANDARD.finditer(string):
                bind(allowed, match)
        if label := _LABEL.match(string):
            bind(allowed, label)
    if signs or "〔" in string or "［" in string:
        _bind_signs(string, allowed, units)
    if c.LETTER in letters and ("/" in string or "@" in string or "." in string):
        for start, end in addresses(string):
            _open_joints(string, start, end, allowed)


def bind(allowed: bytearray, match: re.Match[str]) -> None:
    """No line ends inside a match."""
    start, end = match.span()
    allowed[start + 1 : end] = bytes(end - start - 1)


def note_marks(string: str) -> Iterator[tuple[int, int]]:
    """The note marks that stay with the character before them."""
    for match in _NOTES.finditer(string):
        if match.start():
            yield match.span()


def _bind_numbers(string: str, allowed: bytearray, units: bool) -> None:
    """Keep each number with its sign, figures and unit; of dates and ranges the parts are whole and the joints soft."""
    tails, before = (_TAIL, _BEFORE) if units else (_BARE_TAIL, _BEFORE_BARE)
    done = 0
    for match in _DIGITS.finditer(string):
        start, end = match.span()
        tail = tails.match(string, end)
        end = tail.end() if tail else end
        if start and string[start - 1] in _JOINTS and _joins(string, start - 1, done):
            if units and allowed[start]:
                allowed[start] = SOFT
        elif start and string[start - 1] in before:
            start -= 1
        elif units and start and string[start - 1] in "〔［[" and (document := _DOCUMENT.match(string, start - 1)):
            start, end = document.span()
        if units and string[end - 1] in "年月" and end < len(string) and string[end].isdigit() and allowed[end]:
            allowed[end] = SOFT
        allowed[start + 1 : end] = bytes(end - start - 1)
        done = max(done, end)


def _joins(string: str, at: int, done: int) -> bool:
    """Whether the dash at `at` joins: it follows a number that ended at `done`, or a Latin letter. Elsewhere it is a minus."""
    return at > 0 and (at <= done or (string[at - 1].isascii() and string[at - 1].isalpha()))


def _bind_signs(string: str, allowed: bytearray, units: bool) -> None:
    """Note marks stay with their word, stray connectors start no line, and a label inside a text keeps the character after it."""
    for start, end in note_marks(string):
        allowed[start:end] = bytes(end - start)
    for match in _STRAY.finditer(string):
        allowed[match.start()] = FORBIDDEN
    if units:
        for match in _CIRCLED.finditer(string):
            at = match.start()
            if at and string[at - 1] in _STOPS:
                allowed[at + 1] = FORBIDDEN


def _open_joints(string: str, start: int, end: int, allowed: bytearray) -> None:
    """Let an address break after its joints and nowhere else; inside its host it is better kept, and a short host is whole."""
    allowed[start + 1 : end] = bytes(max(0, end - start - 1))
    host = _HOST_OF.match(string, start, end)
    first, last = host.span(1) if host else (start, start)
    for match in _JOINT.finditer(string, start, end):
        k = match.end()
        if start + _LEAST_PIECE <= k <= end - _LEAST_PIECE:
            inside = first < k <= last
            if not inside:
                allowed[k] = ALLOWED
            elif last - first > SHORT_HOST:
                allowed[k] = SOFT
