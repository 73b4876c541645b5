"""How elements of a drawing look: attributes, `style`, and the rules of style sheets that name
elements, classes and ids (SVG 1.1 6).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(\*|[A-Za-z][\w-]*)?((?:[.#][\w-]+)*)")
_MOST_RULES = 2000


class Selector(NamedTuple):
    """What a rule is for: an element's name (empty for any), its id, its classes."""

    kind: str
    names: frozenset[str]
    classes: frozenset[str]

    @property
    def weight(self) -> tuple[int, int, int]:
        """How much it counts against others (CSS 2.1 6.4.3)."""
        return len(self.names), len(self.classes), int(bool(self.kind))

    def fits(self, kind: str, attributes: Mapping[str, str]) -> bool:
        """Whether it is for an element."""
        return (
            self.kind in {"", kind}
            and self.names <= {attributes.get("id", "")}
            and self.classes <= set(attributes.get("class", "").split())
        )


class StyleRule(NamedTuple):
    """A selector and what it says, the names of properties in small letters."""

    selector: Selector
    values: Mapping[str, str]


def read_sheet(text: str) -> list[StyleRule]:
    """The rules of a style sheet, those that count more after those that count less.

    ValueError, naming it, for what is more than that.
    """
    text = _COMMENT.sub(" ", text).replace("<!--", " ").replace("-->", " ")
    if match := re.search(r"@[\w-]+", text):
        raise ValueError(match[0])
    left = _RULE.sub("", text).strip()
    if left:
        raise ValueError(left[:40])
    rules = list(_rules(text))
    return sorted(rules, key=lambda rule: rule.selector.weight)


def _rules(text: str) -> Iterator[StyleRule]:
    count = 0
    for selectors, said in _RULE.findall(text):
        values = declarations(said)
        for written in selectors.split(","):
            count += 1
            if count > _MOST_RULES:
                raise ValueError("{ }")
            # of what says nothing that we draw by, who it is for makes no difference
            if values:
                yield StyleRule(_selector(written.strip()), values)


def _selector(written: str) -> Selector:
    match = _SELECTOR.fullmatch(written)
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
    for part in _COMMENT.sub(" ", written).split(";"):
        name, _, value = part.partition(":")
        name = name.strip().lower()
        if name in PROPERTIES:
            found[name] = value.partition("!")[0].strip()
    return found


def own_values(kind: str, attributes: Mapping[str, str], rules: list[StyleRule]) -> dict[str, str]:
    """What an element says of itself: attributes, then rules, then its `style`."""
    values = {
        name: value.strip()
        for name, value in attributes.items()
        # as an attribute a transform is of the element, not of its look
        if name in PROPERTIES and name != "transform"
    }
    for rule in rules:
        if rule.selector.fits(kind, attributes):
            values.update(rule.values)
    values.update(declarations(attributes.get("style", "")))
    return values
