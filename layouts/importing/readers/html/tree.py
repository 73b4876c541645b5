"""HTML to a light tree, by the parser of libxml2: elements with the few attributes that are read.

The parser hands over tags and text one by one (lxml's target interface) instead of building a tree
of its own: that one costs the square of a tag's attributes and ends at a depth of 2,048.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from lxml import etree

KEPT = frozenset(
    (
        "align alt banxin-delimiter banxin-line banxin-note banxin-paragraph banxin-style bgcolor "
        "border checked class colspan content data-ratio data-original data-src data-w height hidden "
        "href id name open property reversed role rowspan size src start style title type value width"
    ).split()
)
"""Attributes that anything reads."""


class Remark(NamedTuple):
    """An HTML comment."""

    text: str


class Element:
    """A tag with what stands in it. Made once and never changed after the parse."""

    __slots__ = ("attributes", "children", "parent", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str], parent: Element | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element | Remark | str] = []

    def get(self, name: str) -> str:
        """An attribute, empty where it is not there."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        """The words of its class."""
        return self.get("class").split()


Node: TypeAlias = Element | Remark | str


class _Builder:
    """What lxml hands tags and text to."""

    def __init__(self) -> None:
        self.root = Element("", {}, None)
        self._open = self.root

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        kept = {name: value or "" for name, value in attributes.items() if name in KEPT}
        element = Element(tag.lower(), kept, self._open)
        self._open.children.append(element)
        self._open = element

    def end(self, _: str) -> None:
        if self._open.parent is not None:
            self._open = self._open.parent

    def data(self, data: str) -> None:
        children = self._open.children
        if children and isinstance(last := children[-1], str) and len(last) < 1000:
            children[-1] = last + data  # entities come one by one
        else:
            children.append(data)

    def comment(self, text: str) -> None:
        self._open.children.append(Remark(text))

    def close(self) -> Element:
        return self.root


def parse(html: str) -> Element:
    """The tree of some HTML, whole or a piece; its root is an element without a name."""
    builder = _Builder()
    parser = etree.HTMLParser(target=builder, encoding="utf-8", no_network=True, huge_tree=True)
    parser.feed(html.encode("utf-8", "replace"))
    try:
        parser.close()
    except etree.XMLSyntaxError:  # nothing at all in it
        return builder.root
    return builder.root


def walk(element: Element) -> Iterator[Element]:
    """An element and all below it, in the order of the source."""
    waiting = [element]
    while waiting:
        found = waiting.pop()
        yield found
        waiting += (child for child in reversed(found.children) if isinstance(child, Element))


def ancestors(element: Element) -> Iterator[Element]:
    """What an element stands in, the nearest first."""
    above = element.parent
    while above is not None:
        yield above
        above = above.parent


_SILENT = frozenset(["script", "style", "title", "head", "meta", "link", "rp"])
"""Elements whose characters nobody ever sees."""


def is_silent(element: Element) -> bool:
    """Whether nobody ever sees the characters of an element."""
    return element.tag in _SILENT


def text_of(element: Element, without: frozenset[Element] = frozenset()) -> str:
    """The characters of an element as one line, spaces between its parts where it has any."""
    pieces: list[str] = []
    waiting: list[Node] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif isinstance(node, Element) and not is_silent(node) and node not in without:
            waiting += reversed(node.children)
            if node.tag not in _INLINE:
                pieces.append(" ")
    return " ".join("".join(pieces).split())


_INLINE = frozenset(
    (
        "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark o:p q rb rt ruby s samp small "
        "span st1 strike strong sub sup tt u var wbr"
    ).split()
)
"""Elements that part no words."""
