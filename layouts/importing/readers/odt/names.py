"""The names of OpenDocument (ODF 1.3, part 3): an element is called `text:p`, whatever prefix its
file has.
"""

from __future__ import annotations

from functools import cache, lru_cache

from layouts.importing.xml_events import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    "office": f"{_OASIS}:office:1.0",
    "style": f"{_OASIS}:style:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "dc": "http://purl.org/dc/elements/1.1/",
    "math": "http://www.w3.org/1998/Math/MathML",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_PREFIXES = {uri: prefix for prefix, uri in _SPACES.items()}


def kind(element: Element) -> str:
    """What an element is called: `text:p`; `?:p` where its namespace is none of ours."""
    return _short(str(element.tag))


@cache
def tag(name: str) -> str:
    """The tag of a name as lxml spells it."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def attribute(element: Element, name: str) -> str:
    """The value of an attribute, empty where there is none."""
    return element.get(tag(name)) or ""


def child(element: Element, name: str) -> Element | None:
    """The first child of a name."""
    return element.find(tag(name))


def whole(said: str, least: int, most: int) -> int | None:
    """A whole number between two; the nearer of them where it is beyond, None where it is none."""
    if not said or len(said) > 12:
        return None
    try:
        return min(max(int(said), least), most)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    uri, _, local = name.removeprefix("{").rpartition("}")
    return f"{_PREFIXES.get(uri, '?')}:{local}"
