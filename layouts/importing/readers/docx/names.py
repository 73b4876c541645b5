"""The names of WordprocessingML and its kin, the same for its strict and its transitional form.

An element is called `w:p`, an attribute `w:val`, whatever prefix and namespace its file has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from layouts.importing.xml_events import Element

_OPEN = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010"
_SPACES: dict[str, tuple[str, ...]] = {
    "w": (f"{_OPEN}/wordprocessingml/2006/main", f"{_STRICT}/wordprocessingml/main"),
    "r": (
        f"{_OPEN}/officeDocument/2006/relationships",
        f"{_STRICT}/officeDocument/relationships",
    ),
    "wp": (
        f"{_OPEN}/drawingml/2006/wordprocessingDrawing",
        f"{_STRICT}/drawingml/wordprocessingDrawing",
    ),
    "a": (f"{_OPEN}/drawingml/2006/main", f"{_STRICT}/drawingml/main"),
    "pic": (f"{_OPEN}/drawingml/2006/picture", f"{_STRICT}/drawingml/picture"),
    "c": (f"{_OPEN}/drawingml/2006/chart", f"{_STRICT}/drawingml/chart"),
    "dgm": (f"{_OPEN}/drawingml/2006/diagram", f"{_STRICT}/drawingml/diagram"),
    "m": (f"{_OPEN}/officeDocument/2006/math", f"{_STRICT}/officeDocument/math"),
    "mc": (f"{_OPEN}/markup-compatibility/2006",),
    "wps": (f"{_WORD_2010}/wordprocessingShape",),
    "wpg": (f"{_WORD_2010}/wordprocessingGroup",),
    "wpc": (f"{_WORD_2010}/wordprocessingCanvas",),
    "w14": ("http://schemas.microsoft.com/office/word/2010/wordml",),
    "v": ("urn:schemas-microsoft-com:vml",),
    "o": ("urn:schemas-microsoft-com:office:office",),
    "w10": ("urn:schemas-microsoft-com:office:word",),
}
_PREFIXES = {uri: prefix for prefix, uris in _SPACES.items() for uri in uris}
_OFF = frozenset({"0", "false", "off"})
_MEASURE = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|pi)?")
_TWIPS = {"": 1.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440, "pt": 20, "pc": 240, "pi": 240}

EMU_OF_TWIP = 635
"""English metric units of a twentieth of a point (ECMA-376 Part 1, 20.1.10.16)."""


def kind(element: Element) -> str:
    """What an element is called: `w:p`; `?:p` where its namespace is none of ours."""
    return _short(str(element.tag))


def named(*names: str) -> tuple[str, ...]:
    """The tags of elements of some names, in every form."""
    return tuple(spelled for name in names for spelled in _spellings(name))


def attribute(element: Element, name: str) -> str | None:
    """The value of an attribute."""
    for spelled in _spellings(name):
        value = element.get(spelled)
        if value is not None:
            return value
    return None


def child(element: Element, name: str) -> Element | None:
    """The first child of a name."""
    return next(children(element, name), None)


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of a name."""
    return element.iterchildren(*_spellings(name))


def inside(element: Element, *names: str) -> Iterator[Element]:
    """All elements of some names in an element, however deep."""
    return element.iterdescendants(*named(*names))


def below(element: Element | None, *path: str) -> Element | None:
    """The first child of a name, its first child of the next name, and so on."""
    for name in path:
        if element is None:
            return None
        element = child(element, name)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """`w:val` of what `below` finds."""
    found = below(element, *path)
    return None if found is None else attribute(found, "w:val")


def is_on(element: Element) -> bool:
    """Whether a property that is on or off is on (17.17.4): it is where it does not say."""
    said = attribute(element, "w:val")
    return said is None or said.lower() not in _OFF


def whole(said: str | None) -> int | None:
    """A whole number; None where it is none, or has more digits than any of ours."""
    if said is None or len(said) > 12:
        return None
    try:
        return int(said)
    except ValueError:
        return None


def twips(said: str | None) -> float | None:
    """A measure in twentieths of a point: a bare number or, in strict files, one with its unit."""
    match = _MEASURE.fullmatch(said.strip()) if said else None
    return float(match[1]) * _TWIPS[match[2] or ""] if match else None


@cache
def _spellings(name: str) -> tuple[str, ...]:
    prefix, _, local = name.partition(":")
    return tuple(f"{{{uri}}}{local}" for uri in _SPACES[prefix])


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    uri, _, local = tag.removeprefix("{").rpartition("}")
    return f"{_PREFIXES.get(uri, '?')}:{local}"
