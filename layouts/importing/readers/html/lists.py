"""The numbers and bullets that a browser sets before the items of a list, as characters."""

from __future__ import annotations

from layouts.importing.numbers import LARGEST, numbered
from layouts.importing.readers.html.looks import HtmlStyle
from layouts.importing.readers.html.tree import HtmlElement
from layouts.issue.splice import is_wide

BULLETS = {"disc": "•", "circle": "◦", "square": "▪"}
"""CSS Counter Styles 3, 6.3."""

_BY_DEPTH = ("disc", "circle", "square")
"""What browsers set in lists within lists, HTML 15.3.7."""

_TYPES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
"""What the attribute `type` names, HTML 4.4.5."""

_FORMATS = {
    "none": "none",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "taiwaneseCountingThousand",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional",
    "cjk-decimal": "ideographDigital",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
    "japanese-informal": "japaneseCounting",
    "circled-decimal": "decimalEnclosedCircle",
}
"""The counting formats of `layouts.importing.numbers` for CSS's."""


class ListCounter:
    """A list while its items are read."""

    def __init__(self, element: HtmlElement, style: HtmlStyle, depth: int) -> None:
        written = element.get("type").strip()
        own = _TYPES.get(written, written.lower())
        default = "decimal" if element.tag == "ol" else _BY_DEPTH[min(depth, 3) - 1]
        self._kind = style.list_type or own or default
        self._delimiter = element.get("banxin-delimiter") or "."
        self._step = -1 if "reversed" in element.attributes else 1
        items = sum(
            isinstance(child, HtmlElement) and child.tag == "li" for child in element.children
        )
        self._next = _number(element.get("start"), items if self._step < 0 else 1)

    def label(self, item: HtmlElement, style: HtmlStyle) -> str:
        """The label of the next item, empty where it has none."""
        number = _number(item.get("value"), self._next)
        self._next = number + self._step
        kind = style.list_type or self._kind
        if kind in BULLETS:
            return BULLETS[kind]
        said = numbered(number, _FORMATS.get(kind, "decimal"))
        if not said or "①" <= said[0] <= "⑳":
            return said
        return said + ("、" if is_wide(said[-1]) else self._delimiter)


def _number(written: str, otherwise: int) -> int:
    try:
        return max(-LARGEST, min(int(written.strip()[:9]), LARGEST))
    except ValueError:
        return otherwise
