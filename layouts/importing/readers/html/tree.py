"""HTML to a light tree, by the parser of libxml2: elements with the few attributes that are read.

The parser hands over tags and text one by one (lxml's target interface) instead of building a tree
of its own: that one costs the square of a tag's attributes and ends at a depth of 2,048.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from lxml import etree

_ATTRIBUTES = """
    align alt border checked class colspan content data-original data-src face height hidden href id
    name property reversed role rowspan size src start style title type value width
    banxin-blank banxin-caption banxin-delimiter banxin-line banxin-note banxin-paragraph
    banxin-style
"""
"""Attributes that anything reads. Those of our own come from the reader of Markdown."""

_KEPT = frozenset(_ATTRIBUTES.split())


class HtmlRemark(NamedTuple):
    """An HTML comment."""

    text: str


class HtmlElement:
    """A tag with what stands in it. Made once and never changed after the parse."""

    __slots__ = ("attributes", "children", "parent", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str], parent: HtmlElement | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[HtmlElement | HtmlRemark | str] = []

    def get(self, name: str) -> str:
        """An attribute, empty where it is not there."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        """The words of its class."""
        return self.get("class").split()


HtmlNode: TypeAlias = HtmlElement | HtmlRemark | str


class _TreeBuilder:
    """What lxml hands tags and text to."""

    def __init__(self) -> None:
        self.root = HtmlElement("", {}, None)
        self._open = self.root

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        kept = {name: value or "" for name, value in attributes.items() if name in _KEPT}
        element = HtmlElement(tag.lower(), kept, self._open)
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
        self._open.children.append(HtmlRemark(text))

    def close(self) -> HtmlElement:
        return self.root


def parse(html: str) -> HtmlElement:
    """The tree of some HTML, whole or a piece; its root is an element without a name."""
    builder = _TreeBuilder()
    parser = etree.HTMLParser(
        target=builder,  # pyright: ignore[reportArgumentType], its types ask for more than it does
        encoding="utf-8",
        no_network=True,
        huge_tree=True,
    )
    parser.feed(html.encode("utf-8", "replace"))
    try:
        parser.close()
    except etree.XMLSyntaxError:  # nothing at all in it
        return builder.root
    return builder.root


def walk(element: HtmlElement) -> Iterator[HtmlElement]:
    """An element and all below it, in the order of the source."""
    waiting = [element]
    while waiting:
        found = waiting.pop()
        yield found
        waiting += (child for child in reversed(found.children) if isinstance(child, HtmlElement))


def parts(element: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that stand right in an element."""
    return (child for child in element.children if isinstance(child, HtmlElement))


def ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    """What an element stands in, the nearest first."""
    above = element.parent
    while above is not None:
        yield above
        above = above.parent


_SILENT = frozenset(["script", "style", "title", "head", "meta", "link", "rp"])
"""Elements whose characters nobody ever sees."""


def is_silent(element: HtmlElement) -> bool:
    """Whether nobody ever sees the characters of an element."""
    return element.tag in _SILENT


def text_of(element: HtmlElement, without: frozenset[HtmlElement] = frozenset()) -> str:
    """The characters of an element as one line, spaces between its parts where it has any."""
    pieces: list[str] = []
    waiting: list[HtmlNode] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif isinstance(node, HtmlElement) and not is_silent(node) and node not in without:
            waiting += reversed(node.children)
            if node.tag in BLOCKS or node.tag == "br":
                pieces.append(" ")
    return " ".join("".join(pieces).split())


_OF_THEIR_OWN = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li
    listing main menu nav ol option p plaintext pre search section summary table tbody td tfoot th
    thead tr ul
"""
BLOCKS = frozenset(_OF_THEIR_OWN.split())
"""Elements that part words; all others, those nobody knows among them, stand in a line."""


def cut_to_piece(root: HtmlElement) -> None:
    """Leave of a page what stands between the two remarks that a clipboard puts round what was
    copied, and the head; all of it where they are not there.
    """
    remarks = {
        child.text.strip(): (one, child)
        for one in walk(root)
        for child in one.children
        if isinstance(child, HtmlRemark)
    }
    if start := remarks.get("StartFragment"):
        _cut(*start, before=True)
    if end := remarks.get("EndFragment"):
        _cut(*end, before=False)


def _cut(element: HtmlElement, remark: HtmlRemark, *, before: bool) -> None:
    """Take away all that stands before or behind a remark."""
    child: HtmlNode = remark
    above: HtmlElement | None = element
    while above is not None:
        place = next(place for place, one in enumerate(above.children) if one is child)
        if before:
            head = (one for one in above.children[:place] if _is_kept(one))
            above.children[:place] = head
        else:
            del above.children[place + 1 :]
        child, above = above, above.parent


def _is_kept(node: HtmlNode) -> bool:
    return isinstance(node, HtmlElement) and node.tag in ("head", "style", "meta")
