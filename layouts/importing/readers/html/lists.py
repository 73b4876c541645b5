"""The numbers and bullets that a browser sets before the items of a list, as characters."""

from __future__ import annotations

from layouts.importing.readers.html.looks import Style
from layouts.importing.readers.html.tree import Element
from layouts.issue.splice import is_wide

MOST = 999_999
"""No list counts further; what asks for more has no numbers worth keeping."""

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LONGEST_ROMAN = 3999

BULLETS = {"disc": "•", "circle": "◦", "square": "▪"}
"""CSS Counter Styles 3, 6.3."""

_BY_DEPTH = ("disc", "circle", "square")
_TYPES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
"""What the attribute `type` names, HTML 4.4.5."""

_CHINESE = ("cjk-ideographic", "simp-chinese", "trad-chinese", "cjk-decimal", "japanese", "korean")
_IS_ORDERED = ("ol",)


class ListCounter:
    """A list while its items are read."""

    def __init__(self, element: Element, style: Style, depth: int) -> None:
        ordered = element.tag in _IS_ORDERED
        written = element.get("type").strip()
        own = _TYPES.get(written) or (written.lower() if written else "")
        default = "decimal" if ordered else _BY_DEPTH[min(depth, 3) - 1]
        self._type = style.list_type or own or default
        self._delimiter = element.get("banxin-delimiter") or "."
        self._step = -1 if "reversed" in element.attributes else 1
        items = sum(isinstance(child, Element) and child.tag == "li" for child in element.children)
        start = items if self._step < 0 else 1
        self._next = _number(element.get("start"), start)

    def label(self, item: Element, style: Style) -> str:
        """The label of the next item, empty where it has none."""
        number = _number(item.get("value"), self._next)
        self._next = number + self._step
        kind = style.list_type or self._type
        if kind in BULLETS:
            return spaced(BULLETS[kind])
        said = counted(number, kind)
        if not said:
            return ""
        wide = is_wide(said[-1]) and not said[-1].isascii()
        return said + "、" if wide else f"{said}{self._delimiter} "


def _number(written: str, otherwise: int) -> int:
    digits = written.strip()[:9]
    try:
        return int(digits)
    except ValueError:
        return otherwise


def spaced(label: str) -> str:
    """A label with the space that parts it from its item; a Chinese mark at its end is space
    enough.
    """
    return label if label and is_wide(label[-1]) and label[-1] not in "•◦▪" else f"{label} "


def counted(number: int, kind: str) -> str:
    """A number in the numerals of a list style, empty for styles without."""
    if kind == "none" or abs(number) > MOST:
        return ""
    if kind.startswith(_CHINESE):
        return chinese(number)
    if kind == "cjk-heavenly-stem":
        return _STEMS[(number - 1) % 10]
    if kind == "cjk-earthly-branch":
        return _BRANCHES[(number - 1) % 12]
    if kind in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin") and number > 0:
        said = _letters(number)
        return said.upper() if kind.startswith("upper") else said
    if kind in ("lower-roman", "upper-roman") and 0 < number <= _LONGEST_ROMAN:
        said = _roman(number)
        return said.upper() if kind.startswith("upper") else said
    if kind == "decimal-leading-zero":
        return f"{number:02}"
    return str(number)


def _letters(number: int) -> str:
    said = ""
    while number:
        number, digit = divmod(number - 1, 26)
        said = chr(ord("a") + digit) + said
    return said


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        said += letters * count
    return said


def chinese(number: int) -> str:
    """A number as lists count: 一, 十, 十一, 二十, 一百零五 (CSS Counter Styles 3, 7.1)."""
    if not 0 < number < 10_000:
        return str(number)
    said = ""
    pending_zero = False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            said += ("零" if pending_zero and said else "") + _DIGITS[digit] + name
        pending_zero = not digit
    return said.removeprefix("一") if said.startswith("一十") else said
