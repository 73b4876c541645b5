"""An SVG file's text into elements, taken for hostile: no entities, nothing from outside, nothing
that a parser would never be done with.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree

from layouts.imaging.raster import UnfitError
from layouts.imaging.svg.drawing import too_much, unfit
from layouts.messages import art as say

Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]

_SVG = "http://www.w3.org/2000/svg"

_SAFE: dict[str, Any] = {  # keywords of different types
    "encoding": "utf-8",
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "recover": False,
    "remove_comments": True,
    "remove_pis": True,
}

MOST_ATTRIBUTES = 1000
"""Of an element, and name spaces of a drawing."""


def parsed(data: bytes) -> Element:
    """The root element. UnfitError where it is no SVG, or declares entities."""
    text = _decoded(data)
    if "<!ENTITY" in text:
        raise UnfitError(*say.DRAWING_DECLARES())
    # what a parser compares each with each
    crowded = (tag.count('="') + tag.count("='") > MOST_ATTRIBUTES for tag in text.split("<"))
    if text.count("xmlns") > MOST_ATTRIBUTES or any(crowded):
        raise too_much()
    try:
        root = etree.fromstring(text.encode(), etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError as error:
        raise UnfitError(*say.DRAWING_NO_XML(line=error.lineno or 1)) from error
    except ValueError as error:
        raise UnfitError(*say.DRAWING_NO_SVG()) from error
    if kind_of(root) != "svg":
        raise UnfitError(*say.DRAWING_NO_SVG())
    return root


def _decoded(data: bytes) -> str:
    """The text of a file: whatever it says of its encoding, UTF-8, or UTF-16 behind its mark."""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnfitError(*say.DRAWING_NOT_UTF8()) from None


def kind_of(element: Element) -> str:
    """The name of an element of SVG; empty for one of another vocabulary, which is not drawn."""
    tag = element.tag
    # an entity's tag is a function
    if not isinstance(tag, str):
        raise unfit(say.ELEMENT(name="&"), element.sourceline)
    if not tag.startswith("{"):
        return tag
    space, _, name = tag[1:].partition("}")
    return name if space == _SVG else ""


def attributes_of(element: Element) -> dict[str, str]:
    """What an element says of itself."""
    return {str(name): str(value) for name, value in element.attrib.items()}
