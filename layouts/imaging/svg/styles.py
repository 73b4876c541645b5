"""How elements of a drawing look: attributes, `style`, and the rules of style sheets that name
elements, classes and ids (SVG 1.1 6).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

PROPERTIES = frozenset(
    {
        "clip-path",
        "color",
        "display",
        "fill",
        "fill-opacity",
        "fill-rule",
        "filter",
        "mask",
        "mix-blend-mode",
        "opacity",
        "stroke",
        "stroke-opacity",
        "stroke-width",
        "transform",
        "visibility",
    }
)
"""All that decides how a filled path looks, or that we cannot draw; others are left aside."""

INHERITED = {
    "color": "black",
    "fill": "black",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "stroke": "none",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "visibility": "visible",
}
"""What elements take from those around them, and what it is at first."""

_SELECTOR = re.compile(r"(\*|[A-Za-z][\w-]*)?((?:[.#][\w-]+)*)")
_MOST_RULES = 2000
_LONGEST = 200
"""Characters of a selector."""


class Selector(NamedTuple):
    """What a rule is for: an element's name (empty for any), its id, its classes."""

    kind: str
    names: frozenset[str]
    classes: frozenset[str]

    @property
    def weight(self) -> tuple[int, int, int]:
        """How much it counts against others (CSS 2.1 6.4.3)."""
        return len(self.names), len(self.classes), int(bool(self.kind))

    def fits(self, kind: str, name: str, classes: frozenset[str]) -> bool:
        """Whether it is for an element of this kind, id and classes."""
        return self.kind in {"", kind} and self.names <= {name} and self.classes <= classes

    @property
    def key(self) -> str:
        """A class, an id or a kind that all have for whom it is; empty where it is for any."""
        if self.names:
            return f"#{min(self.names)}"
        return f".{min(self.classes)}" if self.classes else self.kind


class StyleRule(NamedTuple):
    """A selector and what it says, the names of properties in small letters."""

    selector: Selector
    values: Mapping[str, str]


class DrawingStyles:
    """Rules, found by what those have in common for whom they are; of all that fit, those that
    count more come after those that count less.
    """

    def __init__(self, rules: Iterable[StyleRule] = ()) -> None:
        self._by_key: dict[str, list[tuple[int, StyleRule]]] = {}
        ordered = sorted(rules, key=lambda rule: rule.selector.weight)
        for place, rule in enumerate(ordered):
            self._by_key.setdefault(rule.selector.key, []).append((place, rule))

    def fitting(self, kind: str, attributes: Mapping[str, str]) -> list[StyleRule]:
        """The rules for an element."""
        if not self._by_key:
            return []
        name, classes = attributes.get("id", ""), frozenset(attributes.get("class", "").split())
        keys = {"", kind, f"#{name}", *(f".{one}" for one in classes)}
        found = [entry for key in keys for entry in self._by_key.get(key, ())]
        found.sort(key=lambda entry: entry[0])
        return [rule for _, rule in found if rule.selector.fits(kind, name, classes)]


def read_sheet(text: str) -> list[StyleRule]:
    """The rules of a style sheet. ValueError, naming it, for what is more than that."""
    text = _without_comments(text).replace("<!--", " ").replace("-->", " ")
    if match := re.search(r"@[\w-]{1,40}", text):
        raise ValueError(match[0])
    *rules, left = text.split("}")
    if left.strip():
        raise ValueError(left.strip()[:40])
    found: list[StyleRule] = []
    for written in rules:
        selectors, opening, said = written.partition("{")
        if not opening or "{" in said:
            raise ValueError("{ }")
        found += _rules(selectors, declarations(said))
        if len(found) > _MOST_RULES:
            raise ValueError("{ }")
    return found


def _rules(selectors: str, values: Mapping[str, str]) -> Iterator[StyleRule]:
    # of what says nothing that we draw by, who it is for makes no difference
    for written in selectors.split(",") if values else ():
        yield StyleRule(_selector(written.strip()), values)


def _without_comments(text: str) -> str:
    """A text without /* … */; one that is not closed takes the rest along (CSS Syntax 4.3.2)."""
    first, *others = text.split("/*")
    return " ".join([first, *(part.partition("*/")[2] for part in others)])


def _selector(written: str) -> Selector:
    match = _SELECTOR.fullmatch(written) if len(written) <= _LONGEST else None
    if match is None or not written:
        raise ValueError(written[:40])
    parts = re.findall(r"[.#][\w-]+", match[2])
    return Selector(
        "" if match[1] in {None, "*"} else match[1],
        frozenset(part[1:] for part in parts if part[0] == "#"),
        frozenset(part[1:] for part in parts if part[0] == "."),
    )


def declarations(written: str) -> dict[str, str]:
    """What a `style` says of the properties that we know."""
    found: dict[str, str] = {}
    for part in _without_comments(written).split(";"):
        name, _, value = part.partition(":")
        name = name.strip().lower()
        if name in PROPERTIES:
            found[name] = value.partition("!")[0].strip()
    return found


def own_values(kind: str, attributes: Mapping[str, str], sheet: DrawingStyles) -> dict[str, str]:
    """What an element says of itself: attributes, then rules, then its `style`."""
    values = {
        name: value.strip()
        for name, value in attributes.items()
        # as an attribute a transform is of the element, not of its look
        if name in PROPERTIES and name != "transform"
    }
    for rule in sheet.fitting(kind, attributes):
        values.update(rule.values)
    values.update(declarations(attributes.get("style", "")))
    return values
