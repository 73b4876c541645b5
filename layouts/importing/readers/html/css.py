"""What style sheets and style attributes say, as far as a manuscript's look depends on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from layouts.importing.readers.html.tree import HtmlElement
from layouts.patterns import later

Declarations = Mapping[str, str]

MOST_RULES = 5_000
"""Rules of all style sheets together that are read; Word writes 300."""

_COMMENT = later(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SIMPLE = later(r"([a-z][a-z0-9]*)?([.#][\w-]+)?")
_LENGTH = later(r"(-?(?:\d+\.?\d*|\.\d+))\s*(pt|px|em|rem|ex|ch|cm|mm|in|pc|%)?")

POINTS = {"pt": 1.0, "px": 0.75, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pc": 12.0}
"""Points of the absolute units, CSS Values 6.2."""

SIZES = {
    "xx-small": 7.0,
    "x-small": 7.5,
    "small": 10.0,
    "medium": 12.0,
    "large": 13.5,
    "x-large": 18.0,
    "xx-large": 24.0,
}
"""Points of the sizes that have names, CSS Fonts 2.5 with a medium of 12."""

FONT_SIZES = (7.5, 10.0, 12.0, 13.5, 18.0, 24.0, 36.0)
"""Points of <font size=1> to 7, HTML 15.3.1."""


def declarations(style: str) -> dict[str, str]:
    """The properties of a style attribute or of a rule, in small letters."""
    found: dict[str, str] = {}
    for declaration in style.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip().lower()] = " ".join(value.lower().split("!", 1)[0].split())
    return found


class StyleSheet:
    """The rules of a page's style sheets that name a tag, a class, both or an id; no others."""

    def __init__(self, sheets: str) -> None:
        self._rules: dict[str, dict[str, str]] = {}
        self.page: Declarations = {}
        for count, (selectors, body) in enumerate(_rules(sheets)):
            if count >= MOST_RULES:
                break
            self._add(selectors.lower(), body)

    def _add(self, selectors: str, body: str) -> None:
        found = declarations(body)
        for selector in map(str.strip, selectors.split(",")):
            if selector.startswith("@page"):
                self.page = {**self.page, **found}
            elif selector and _SIMPLE().fullmatch(selector):
                self._rules.setdefault(selector, {}).update(found)

    @property
    def is_empty(self) -> bool:
        """Whether there is no rule."""
        return not self._rules

    def of(self, element: HtmlElement) -> Declarations:
        """What the rules say of an element, the more special after the more general."""
        if not self._rules:
            return {}
        found = dict(self._rules.get(element.tag, {}))
        for name in map(str.lower, element.classes):
            found |= self._rules.get(f".{name}", {})
            found |= self._rules.get(f"{element.tag}.{name}", {})
        if name := element.get("id").lower():
            found |= self._rules.get(f"#{name}", {})
        return found


def _rules(sheets: str) -> Iterator[tuple[str, str]]:
    """Selectors and bodies; what stands in @media and the like is passed over, @page is a rule."""
    text = _COMMENT().sub(" ", sheets)
    place = 0
    while (opening := text.find("{", place)) >= 0:
        selectors = text[place:opening].rsplit(";", 1)[-1].strip()
        if selectors.startswith("@") and not selectors.lower().startswith("@page"):
            place = _behind(text, opening)
            continue
        closing = text.find("}", opening)
        if closing < 0:
            return
        yield selectors, text[opening + 1 : closing]
        place = closing + 1


def _behind(text: str, opening: int) -> int:
    """Where what a brace opens ends."""
    depth = 0
    for brace in later(r"[{}]")().finditer(text, opening):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(text)


def length(value: str) -> tuple[float, str] | None:
    """A number and its unit, which is empty where none is written; None for anything else."""
    found = _LENGTH().fullmatch(value.strip()) if len(value) < 40 else None
    return (float(found[1]), found[2] or "") if found else None


def points(value: str, em: float) -> float | None:
    """A length in points where an em has `em` of them; None for what is no length of text."""
    found = length(value)
    if found is None:
        return None
    number, unit = found
    if unit in ("em", "rem", "ch", "ex"):
        return number * (em if unit == "em" else 12.0) / (2 if unit in ("ch", "ex") else 1)
    return number * POINTS[unit] if unit in POINTS else None


def font_size(value: str, parent: float | None) -> float | None:
    """A font size in points; None where it says nothing that can be known."""
    if value in SIZES:
        return SIZES[value]
    size = parent or SIZES["medium"]
    if value in ("larger", "smaller"):
        return size * (1.2 if value == "larger" else 1 / 1.2)
    if (found := length(value)) and found[1] == "%":
        return size * found[0] / 100
    return points(value, size)
