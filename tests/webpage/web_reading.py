"""What a page says to who reads it, by html5lib: strictly parsed, its words in their order."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import html5lib

LEFT_OUT = {"head", "style", "rp"}
"""What nobody reads: the brackets round readings show where readings cannot stand above."""


def parsed(page: str) -> ET.Element:
    """The page; an error of the parser's fails the test."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def words(
    node: ET.Element, without: frozenset[str] = frozenset(), tags: frozenset[str] = frozenset()
) -> str:
    """The characters of an element in order, `without` those of elements of a class or with one of
    the `tags`.
    """
    of = set((node.get("class") or "").split())
    if node.tag in LEFT_OUT | tags or of & without:
        return ""
    inside = (words(child, without, tags) + (child.tail or "") for child in node)
    return "".join((node.text or "", *inside))


def of_class(node: ET.Element, name: str) -> list[ET.Element]:
    """The elements of a class, in order."""
    return [one for one in node.iter() if name in (one.get("class") or "").split()]


def only(node: ET.Element, name: str) -> ET.Element:
    """The one element of a name there is."""
    (found,) = node.iter(name)
    return found
