"""A number as automatic numbering prints it, in each counting format of Word.

The names are those of ECMA-376 Part 1, 17.18.59 (ST_NumberFormat); LibreOffice has the same formats
under names of its own. What no office prints otherwise is decimal. `layouts.manuscript.numerals`
goes the other way, from the written number to its value.
"""

from __future__ import annotations

from collections.abc import Callable

LARGEST = 32_767
"""No list counts further in Word; what a damaged file says beyond is printed in digits."""

_DIGITS = "〇一二三四五六七八九"
_POWERS = ("", "十", "百", "千")
_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_FORMAL_POWERS = ("", "拾", "佰", "仟")
_JAPANESE_FORMAL = "〇壱弐参四伍六七八九"
_JAPANESE_FORMAL_POWERS = ("", "拾", "百", "阡")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
    "ウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
)
_AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_GANADA = "가나다라마바사아자차카타파하"
_FOOTNOTE_SIGNS = "*†‡§"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FULL_WIDTH = {ord("0") + digit: ord("０") + digit for digit in range(10)}


def numbered(value: int, style: str) -> str:
    """A number in a counting format: 12 in `chineseCounting` is 十二.

    Decimal where the format is unknown or has no sign for the number; empty for `none` and
    `bullet`.
    """
    if not 0 <= value <= LARGEST:
        return str(value)
    return _FORMATS.get(style, str)(value)


def counted(
    value: int, digits: str, powers: tuple[str, ...], zero: str, *, one: bool = True
) -> str:
    """A number up to 9999 by tens, hundreds and thousands: 二百〇五, 一千〇一十.

    `zero` stands once for powers that are missing inside. Ten at the start is 十, not 一十; without
    `one` the same holds for every power (Japanese: 百, 千).
    """
    if not 0 < value < 10_000:
        return _each(value, digits)
    said, gap = "", False
    for power in range(3, -1, -1):
        digit = value // 10**power % 10
        if not digit:
            gap = bool(said)
            continue
        bare = digit == 1 and power > 0 and (not one or (power == 1 and not said))
        said += (zero if gap else "") + ("" if bare else digits[digit]) + powers[power]
        gap = False
    return said


def _each(value: int, digits: str) -> str:
    """Digit by digit: 二〇二五."""
    return "".join(digits[int(digit)] for digit in str(value))


def _counting(value: int) -> str:
    """As Word counts: by tens up to 99, digit by digit beyond, with a large circle."""
    if 0 < value < 100:
        return _thousands(value)
    return _each(value, _DIGITS).replace("〇", "○")


def _thousands(value: int) -> str:
    return counted(value, _DIGITS, _POWERS, "〇")


def _taiwanese_thousands(value: int) -> str:
    return counted(value, _DIGITS, _POWERS, "零")


def _japanese(value: int) -> str:
    return counted(value, _DIGITS, _POWERS, "", one=False)


def _among(signs: str, first: int = 1) -> Callable[[int], str]:
    """A sign for each number from `first`, decimal beyond."""

    def sign(value: int) -> str:
        return signs[value - first] if first <= value < first + len(signs) else str(value)

    return sign


def _in_turn(signs: str) -> Callable[[int], str]:
    """Signs that begin anew after the last."""
    return lambda value: signs[(value - 1) % len(signs)] if value else "0"


def _repeated(signs: str) -> Callable[[int], str]:
    """Signs that are doubled after the last, then said three times: a … z, aa … zz, aaa."""

    def sign(value: int) -> str:
        times, place = divmod(value - 1, len(signs))
        return signs[place] * (times + 1) if value else "0"

    return sign


def _roman(value: int) -> str:
    if not value:
        return "0"
    said = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        said += letters * times
    return said


def _ordinal(value: int) -> str:
    teen = value % 100 in range(11, 14)
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _sexagenary(value: int) -> str:
    """甲子, 乙丑 …: the cycle of sixty."""
    return _in_turn(_STEMS)(value) + _in_turn(_BRANCHES)(value)


def _run(first: str, count: int) -> str:
    return "".join(chr(ord(first) + place) for place in range(count))


_CIRCLED = _run("①", 20)
_LETTERS = _run("a", 26)

_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": "{:02}".format,
    "numberInDash": "- {} -".format,
    "hex": "{:X}".format,
    "ordinal": _ordinal,
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _among(_CIRCLED),
    "decimalEnclosedCircleChinese": _among(_CIRCLED),
    "decimalEnclosedFullstop": _among(_run("⒈", 20)),
    "decimalEnclosedParen": _among(_run("⑴", 20)),
    "ideographEnclosedCircle": _among(_run("㊀", 10)),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _repeated(_LETTERS.upper()),
    "lowerLetter": _repeated(_LETTERS),
    "chicago": _repeated(_FOOTNOTE_SIGNS),
    "chineseCounting": _counting,
    "chineseCountingThousand": _thousands,
    "chineseLegalSimplified": lambda value: counted(value, _SIMPLIFIED, _FORMAL_POWERS, "零"),
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _taiwanese_thousands,
    "taiwaneseDigital": lambda value: _each(value, _DIGITS).replace("〇", "○"),
    "ideographLegalTraditional": lambda value: counted(value, _TRADITIONAL, _FORMAL_POWERS, "零"),
    "ideographDigital": lambda value: _each(value, _DIGITS),
    "ideographTraditional": _among(_STEMS),
    "ideographZodiac": _among(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "japaneseCounting": _japanese,
    "japaneseLegal": lambda value: counted(
        value, _JAPANESE_FORMAL, _JAPANESE_FORMAL_POWERS, "", one=False
    ),
    "japaneseDigitalTenThousand": lambda value: _each(value, _DIGITS),
    "koreanDigital2": lambda value: _each(value, "零" + _DIGITS[1:]),
    "iroha": _in_turn(_IROHA),
    "irohaFullWidth": _in_turn(_IROHA),
    "aiueo": _in_turn(_AIUEO),
    "aiueoFullWidth": _in_turn(_AIUEO),
    "ganada": _in_turn(_GANADA),
}
