"""What stays whole on a line: numbers with their signs and units, times, labels, note marks; and
where web addresses may be broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from layouts.patterns import later
from layouts.text import classes as c

FORBIDDEN, ALLOWED, SOFT, HYPHEN = 0, 1, 2, 3
"""What stands in a break map at index i: may a line end before character i.

SOFT tears a unit better kept, HYPHEN adds a hyphen.
"""

# -- numbers: GB/T 15834, GB/T 15835, GB 3100, JLREQ -----------------------------------------------

_DIGITS: Final = re.compile("[0-9０-９][0-9０-９]*")

_MEASURE_WORDS: Final = (
    # money
    "美元 欧元 日元 港元 英镑 元 角 "
    # length, area, volume, weight, energy, degrees
    "平方公里 平方千米 平方厘米 平方英尺 平方米 立方厘米 立方米 公里 千米 厘米 毫米 微米 纳米 海里 "
    "英里 英寸 公顷 米 里 亩 "
    "吨标准煤 公斤 千克 毫克 毫升 吨 克 斤 升 千瓦时 兆瓦时 瓦时 千瓦 兆瓦 瓦 千伏 伏 赫兹 分贝 "
    "千卡 摄氏度 度 "
    "盎司 英尺 牛 帕 焦 安 欧 厘 "
    # time
    "小时 分钟 秒钟 毫秒 季度 世纪 年代 周年 周岁 年度 年级 个月 年 月 日 时 分 秒 天 周 岁 "
    # things and people
    "个百分点 百分点 号楼 号线 人 名 位 项 个 家 户 件 条 台 套 辆 座 所 栋 幢 张 份 届 批 场 类 "
    "种 倍 页 期 号 次 "
    "本 册 只 头 棵 株 篇 首 幅 枚 架 艘 间 层 楼 级 组 支 处 起 例 宗 款 成 "
    "课时 学时 学年 学期 单元 卷 版 路 室 节 章 轮 队 村 镇 班 站 课 集 讲 匹 颗 粒 幢 句 字 行 列 "
    "笔 股 票 席 桌 包 箱 袋 瓶 盒 桶 杯 "
    "盏 盆 片 块 根 双 对 副 群 排 串 束 团 段 遍 趟 回 门 尊 顶 道 封 通 步 营"
)
_MEASURES: Final[dict[str, tuple[str, ...]]] = {}
"""Measure words by their first character, longest first."""

for _word in sorted(_MEASURE_WORDS.split(), key=len, reverse=True):
    _MEASURES[_word[0]] = (*_MEASURES.get(_word[0], ()), _word)

_TIMES: Final = frozenset("十百千万亿")
_SIGNS: Final = frozenset("%％‰‱°℃℉′″Å") | frozenset(map(chr, range(0x3371, 0x33E0)))
"""Signs that a number may end with; from U+3371 on, units in one character (㎏, ㎡)."""

_PREFIXES: Final = frozenset("YZEPTGMkhdcmµμnpf") | {"da"}
_PREFIXED: Final = frozenset("mgsAKJWNVCFTHLlBbtΩ") | {
    "mol", "bit", "bps", "cal", "rad", "Hz", "Pa", "Wh", "Ah", "VA",
    "lm", "lx", "Bq", "Gy", "Sv", "eV",
}  # fmt: skip
"""Symbols of units that stand alone and with each prefix (GB 3100)."""

_NOT_PREFIXED: Final = frozenset({
    "dBm", "dBA", "dB", "ha", "min", "mmHg", "rpm", "ppm", "ppb", "dpi", "px", "pt", "kn", "cd",
    "TEU", "h", "d", "r",
    "inch", "ft", "yd", "mi", "lb", "lbs", "oz", "bar", "mbar", "sr", "kgf", "fps",
    "KB", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB",
})  # fmt: skip
"""All others."""

_WIDE_LETTERS: Final = {
    wide: wide - 0xFEE0 for wide in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
"""ｋｇ is kg."""

_SYMBOL: Final = later("[A-Za-zµμΩＡ-Ｚａ-ｚ]+")
_COMPLETE: Final = frozenset("月日时名项期岁")
"""Measure words that begin no other, which are most of those in a newsletter."""

_UNIT_SPACES: Final = frozenset(" \u00a0\u202f\u2009")
_SYMBOL_STARTS: Final = (
    _UNIT_SPACES
    | _SIGNS
    | {symbol[0] for symbol in _PREFIXES | _PREFIXED | _NOT_PREFIXED}
    | frozenset(map(chr, _WIDE_LETTERS))
)
"""What a typographic unit can begin with, a typed space before it included."""

_TAIL_STARTS: Final = frozenset("多余来") | _TIMES | _SYMBOL_STARTS | frozenset(_MEASURES)
"""What a tail can begin with."""

# m², and m2 as it is typed
_POWER: Final = later("[²³⁺⁻⁰¹⁴-⁹]+|[23](?![0-9])")
_POINTS: Final = frozenset(",.:：∶．，")
_BARE_POINTS: Final = frozenset(",.:：∶")
# points and figures after the first run of digits, up to the last figure: 1,234.5 and not the stop
# after it
_FIGURES: Final = re.compile("[,.:：∶．，0-9０-９]*[0-9０-９]")
_BARE_FIGURES: Final = later("[,.:：∶0-9０-９]*[0-9０-９]")
_BEFORE: Final = frozenset("第-−－–‐+＋±~¥￥$＄€£№")
_BEFORE_BARE: Final = frozenset("-−－–‐+＋±")
_JOINTS: Final = frozenset("-−－–‐—～〜~")
"""Between two numbers these join (一字线, 浪纹线); before one alone, a dash is its minus."""

_LEADS: Final = _BEFORE | _JOINTS | frozenset("〔［[")

_SPACED: Final = "[ \u00a0\u2009\u202f]?"
# the look-behind is a letter or figure of any script, but no underscore
_PRODUCT: Final = later(f"(?<=[^\\W_]){_SPACED}[×÷](?:{_SPACED}[0-9０-９])?")
"""× and ÷ stay with what is before them and with the number after them."""

# the last `.` takes the number's first character in, so that the boundary before it is bound too
_SUM: Final = later(f"(?<=[0-9０-９]){_SPACED}[+＋](?={_SPACED}[0-9０-９]){_SPACED}.")
"""A plus stays with the numbers on both sides."""

_MAY_ADD: Final = re.compile("[NY][SBW]?[WY]")
"""The letters of a figure and a plus, narrow or wide, a space between them or none: most pluses are
of 互联网+ and need no more.
"""

_GROUPED: Final = later("(?<![0-9])[0-9]{1,3}(?:[ \u00a0\u2006\u2009\u202f][0-9]{3})+(?![0-9])")
"""Figures in groups of three parted by spaces (GB/T 15835)."""

_NUMBERED: Final = later(
    "(?:[№¥￥$＄€£]"
    "|(?<![A-Za-z])(?:Nos?|NO|pp?|P|[Vv]ol|[Ff]ig|[Cc]h)\\."  # abbreviations, whole words only
    f"){_SPACED}[0-9]"
)
"""№ 5, No. 5, p. 5: the figure stays with what says what it counts."""

_PLUS: Final = later("(?<=[A-Za-z+＋#])[+＋#]|(?<=[^\\W_])[+＋](?!\\s?[0-9０-９])")
"""C++, C#, A+, 互联网＋: a plus that is no sign of a number belongs to what is before it."""

# 〔2023〕12号 (文号, GB/T 9704)
_DOCUMENT: Final = later(r"[〔［\[][0-9]{4}[〕］\]][0-9]*号?")
# GB/T 15834—2011
_STANDARD: Final = later(r"[A-Za-z]+/[A-Za-z]+ ?[0-9]*(?:[—–-][0-9]+)?|/")
_LABEL_STARTS: Final = frozenset("一二三四五六七八九十（(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳▲●■◆★")
_LABEL: Final = later(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）"
    r"|[0-9]{1,2}[.．、]|[(（][0-9]{1,2}[)）]|[①-⑳]|[▲●■◆★])"
    r" ?."  # with the first character of what it labels
)

# -- note marks ------------------------------------------------------------------------------------

_NOTE_SIGN: Final = re.compile("[¹²³⁰⁴-⁹⁺⁻⁽⁾ⁿ*†‡※\\[［〔①-⑳㉑-㉟㊱-㊿]")
"""What a note mark begins with: looked for first, since most texts have none."""

_SUPERSCRIPTS: Final = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_BRACKETED: Final = later(
    r"[\[［〔][0-9]{1,3}(?:[-–—~～,，、][0-9]{1,3})*[\]］〕]"
    r"(?![0-9])"  # 〔20〕12号 is the number of a document
)
_BEFORE_LABELS: Final = frozenset(" \t\u3000（(《〈“‘「『【，、；：")
"""A superscript belongs to what it stands on; a star, a number in brackets or in a circle to a word
or stop before it, but not to these: there it is a label (；②…)."""

_CIRCLED: Final = later("[①-⑳](?=.)")
_STOPS: Final = frozenset("。！？，、；：")
_STRAY: Final = "~∼―‒"
"""Connectors that UAX #14 takes for letters."""

# -- addresses -------------------------------------------------------------------------------------

_HOST: Final = r"(?:[a-z0-9-]+\.)+[a-z]{2,}"
_ADDRESS: Final = later(
    r"(?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]*://|www\.)[!-~]+"  # with a scheme, or www.
    rf"|(?<![a-z0-9._%+-])[a-z0-9._%+-]+@{_HOST}"  # mail
    rf"|(?<![a-z0-9@.-]){_HOST}(?::[0-9]+)?(?:[/?#][!-~]*)?"  # a host alone, port and path after it
    r"|(?<![\w.-])[\w.-]+(?:/[\w.%-]+){2,}",  # a path of three names or more: and/or is none
    re.ASCII | re.IGNORECASE,
)
_HOST_OF: Final = later(
    r"(?:[a-z0-9+.-]+://)?"
    r"(?:[!-?A-~]*@)?"  # the user: whatever can be printed, but @
    r"([a-z0-9.-]+)",
    re.ASCII | re.IGNORECASE,
)
_JOINT: Final = later(r"[/.?&=@_#:;,+-](?=[a-z0-9%~])", re.ASCII | re.IGNORECASE)
SHORT_HOST: Final = 12
"""A host of so many letters, six em, has room in every slot and is not broken."""

_LEAST_PIECE: Final = 3
"""Fewer letters of an address never stand alone on a line."""


def label_end(string: str) -> int:
    """Where the label ends that a text begins with (一、 （一） 3、), its space counted; 0 where it
    has none.
    """
    if string[:1] not in _LABEL_STARTS:
        return 0
    label = _LABEL().match(string)
    # without the character that it labels
    return label.end() - 1 if label else 0


def addresses(string: str) -> Iterator[tuple[int, int]]:
    """The web and mail addresses in a text, without the marks that end the sentence after them."""
    for match in _ADDRESS().finditer(string):
        # not `match.end()`: the stop after an address is the sentence's
        yield match.start(), match.start() + len(match[0].rstrip(".,;:!?)]}'\""))


def bind_all(string: str, letters: str, allowed: bytearray, units: bool) -> None:
    """Close the break map where a line may not end; with `units` also between a number and what it
    counts, and after a label.

    Addresses come last: they are broken at their joints, whatever dots, slashes and figures do
    elsewhere.
    """
    signs = c.LATIN_SIGN in letters or c.WIDE_SIGN in letters
    if signs or c.NUMERAL in letters:
        _bind_numbers(string, allowed, units)
        _bind_spaced(string, letters, allowed)
    if "+" in string or "＋" in string or "#" in string:
        _bind_pluses(string, allowed)
    if units:
        if "/" in string:
            for match in _STANDARD().finditer(string):
                bind(allowed, match)
        # at the start of the text alone: elsewhere 一、二 is an enumeration
        if string[:1] in _LABEL_STARTS and (label := _LABEL().match(string)):
            bind(allowed, label)
    if signs or "〔" in string or "［" in string:
        _bind_signs(string, allowed, units)
    if c.LETTER in letters and (
        "/" in string or "@" in string or ("." in string and _has_dotted_word(letters))
    ):
        for start, end in addresses(string):
            _open_joints(string, start, end, allowed)


def _has_dotted_word(letters: str) -> bool:
    """Whether a letter may stand beside a dot: in 3.5% or 1. none does."""
    return c.LETTER + c.LATIN_SIGN in letters or c.LATIN_SIGN + c.LETTER in letters


def _bind_pluses(string: str, allowed: bytearray) -> None:
    """No line starts with the plus of C++; one may start with the Hanzi after it, which UAX #14
    keeps with a plus as with a number.
    """
    for match in _PLUS().finditer(string):
        start, end = match.span()
        allowed[start] = FORBIDDEN
        if "\u4e00" <= string[end : end + 1] <= "\u9fff":
            allowed[end] = ALLOWED


def _bind_spaced(string: str, letters: str, allowed: bytearray) -> None:
    """Keep sums and products, figures in groups and numbers after № together, spaces typed in them
    included.
    """
    if "NSN" in letters or "NBN" in letters or "\u202f" in string or "\u2006" in string:
        for match in _GROUPED().finditer(string):
            bind(allowed, match)
    if (
        c.PREFIX in letters
        or c.WIDE_PREFIX in letters
        or ("." in string and _has_dotted_word(letters))
    ):
        for match in _NUMBERED().finditer(string):
            bind(allowed, match)
    if "×" in string or "÷" in string:
        _bind_operations(string, _PRODUCT(), allowed)
    if ("+" in string or "＋" in string) and _MAY_ADD.search(letters):
        _bind_operations(string, _SUM(), allowed)


def _bind_operations(string: str, pattern: re.Pattern[str], allowed: bytearray) -> None:
    for match in pattern.finditer(string):
        start, end = match.span()
        measured = string[end - 1].isdecimal() and not string[start - 1].isdigit()
        allowed[start:end] = bytes(end - start)
        if measured:  # 20毫米×30毫米
            allowed[end - 1] = SOFT


def bind(allowed: bytearray, match: re.Match[str]) -> None:
    """No line ends inside a match."""
    start, end = match.span()
    allowed[start + 1 : end] = bytes(end - start - 1)


def note_marks(string: str) -> list[tuple[int, int]]:
    """The note marks that stay with the character before them."""
    found: list[tuple[int, int]] = []
    for match in _NOTE_SIGN.finditer(string):
        start, end = match.span()
        sign = match[0]
        if not start or (sign not in _SUPERSCRIPTS and string[start - 1] in _BEFORE_LABELS):
            continue
        if sign in "[［〔":
            if bracketed := _BRACKETED().match(string, start):
                found.append(bracketed.span())
        else:
            found.append((start, end))
    return found


def _bind_numbers(string: str, allowed: bytearray, units: bool) -> None:
    """Keep each number with its sign, figures and unit; of dates and ranges the parts are whole and
    the joints soft.
    """
    points, figures_after = (_POINTS, _FIGURES) if units else (_BARE_POINTS, _BARE_FIGURES())
    size, done = len(string), 0
    for match in _DIGITS.finditer(string):
        start, end = match.span()
        # taken along by the number before it
        if start < done:
            continue
        following = string[end] if end < size else ""
        if following in points and (figures := figures_after.match(string, end)):
            end = figures.end()
            following = string[end] if end < size else ""
        if following in _SUPERSCRIPTS:  # 10⁻³ mol/L
            while end < size and string[end] in _SUPERSCRIPTS:
                end += 1
            following = string[end] if end < size else ""
        if units and following in _TAIL_STARTS:
            if following in _COMPLETE:
                end += 2 if string.startswith("元", end + 1) else 1  # 日元
            else:
                end = _tail_end(string, end)
            # of a date each part is whole, and it is better not parted between them
            if following in "年月" and end < size and allowed[end] and string[end].isdigit():
                allowed[end] = SOFT
        elif not units and following in _SYMBOL_STARTS:
            end = _symbol_unit_end(string, end)
        if start and string[start - 1] in _LEADS:
            start, end = _led(string, start, end, done, allowed, units)
        allowed[start + 1 : end] = bytes(end - start - 1)
        done = end


def _led(
    string: str, start: int, end: int, done: int, allowed: bytearray, units: bool
) -> tuple[int, int]:
    """The span of a number with what leads it: its sign, or the bracket of a document's year.

    After a joint (3—5) its break is soft.
    """
    lead = string[start - 1]
    if lead in _JOINTS and _joins(string, start - 1, done):
        if units and allowed[start]:
            allowed[start] = SOFT
    elif lead in _BEFORE and (units or lead in _BEFORE_BARE):
        return start - 1, end
    elif units and (document := _DOCUMENT().match(string, start - 1)):
        return document.span()
    return start, end


def _tail_end(string: str, at: int) -> int:
    """Where what follows the figures of a number ends: a unit (千瓦时, m³/s, ㎡), multipliers and a
    unit (万亿元), 余 and a unit.
    """
    end = _unit_end(string, at)
    if end > at:
        return end
    size = len(string)
    # 10余万元: 余 before the multipliers, or (10万余元) after them
    after = times = at + (string[at] in "多余来")
    while times < size and string[times] in _TIMES:
        times += 1
    # neither of them, so no tail; or the text ends with them
    if times in (at, size):
        return times if times > after else at
    if times > after and string[times] in "多余":
        times += 1
    end = _unit_end(string, times) if times < size else times
    # 余 alone makes no tail: what follows has to be a unit
    return end if end > times or times > after else at


def _unit_end(string: str, at: int) -> int:
    """Where the unit that begins at `at` ends, `at` if there is none; before a symbol a space may
    be typed.
    """
    first = string[at]
    if first in _MEASURES:
        end = _measure_end(string, at)
        if end > at and string.startswith("/", end):
            # 元/平方米 and 元/m²
            over = _measure_end(string, end + 1)
            over = over if over > end + 1 else _symbols_end(string, end + 1)
            return over if over > end + 1 else end
        return end
    return _symbol_unit_end(string, at)


def _symbol_unit_end(string: str, at: int) -> int:
    """Where a typographic unit that begins at `at` ends (kg, m³/s, ㎡, ℃), `at` if there is
    none.
    """
    start = at + 1 if string[at] in _UNIT_SPACES else at
    if start == len(string):
        return at
    if string[start] in _SIGNS:
        end = start + 1
        return end + 1 if string[start] == "°" and string.startswith(("C", "F", "K"), end) else end
    end = _symbols_end(string, start)
    return end if end > start else at


def _measure_end(string: str, at: int) -> int:
    for word in _MEASURES.get(string[at : at + 1], ()):
        if string.startswith(word, at):
            end = at + len(word)
            # 人次, 架次
            return end + 1 if string.startswith("次", end) else end
    return at


def _symbols_end(string: str, at: int) -> int:
    """Where symbols of units that begin at `at` end, powers, quotients and products included; no
    word is one.
    """
    end = at
    while symbol := _SYMBOL().match(string, at):
        if not _is_symbol(symbol[0]) and not _is_symbol(symbol[0].translate(_WIDE_LETTERS)):
            break
        at = symbol.end()
        if power := _POWER().match(string, at):
            at = power.end()
        # figures go on behind it (5A12): a name, no symbol
        if at < len(string) and string[at].isascii() and string[at].isalnum():
            break
        end = at
        if not string.startswith(("/", "·", "⋅"), at):
            break
        at += 1
    return end


def _is_symbol(word: str) -> bool:
    """Whether a word is the symbol of a unit, with its prefix or alone."""
    if word in _PREFIXED or word in _NOT_PREFIXED:
        return True
    return (word[0] in _PREFIXES and word[1:] in _PREFIXED) or (
        word.startswith("da") and word[2:] in _PREFIXED
    )


def _joins(string: str, at: int, done: int) -> bool:
    """Whether the dash at `at` joins: it follows a number that ended at `done`, or a Latin letter.

    Elsewhere it is a minus.
    """
    return at > 0 and (at == done or (string[at - 1].isascii() and string[at - 1].isalpha()))


def _bind_signs(string: str, allowed: bytearray, units: bool) -> None:
    """Note marks stay with their word, stray connectors start no line, and a label inside a text
    keeps the character after it.
    """
    for start, end in note_marks(string):
        allowed[start:end] = bytes(end - start)
    for sign in _STRAY:
        at = string.find(sign)
        while at >= 0:
            allowed[at] = FORBIDDEN
            at = string.find(sign, at + 1)
    if units:
        for match in _CIRCLED().finditer(string):
            at = match.start()
            if at and string[at - 1] in _STOPS:
                allowed[at + 1] = FORBIDDEN


def _open_joints(string: str, start: int, end: int, allowed: bytearray) -> None:
    """Let an address break after its joints and nowhere else; inside its host it is better kept,
    and a short host is whole.
    """
    allowed[start + 1 : end] = bytes(max(0, end - start - 1))
    host = _HOST_OF().match(string, start, end)
    first, last = host.span(1) if host else (start, start)
    for match in _JOINT().finditer(string, start, end):
        k = match.end()
        if start + _LEAST_PIECE <= k <= end - _LEAST_PIECE:
            inside = first < k <= last
            if not inside:
                allowed[k] = ALLOWED
            elif last - first > SHORT_HOST:
                allowed[k] = SOFT
