"""Elements of Office files: text goes in as text, so that it never becomes markup or a field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from lxml import etree

_OPEN = "http://schemas.openxmlformats.org"
SPACES = {
    "w": f"{_OPEN}/wordprocessingml/2006/main",
    "r": f"{_OPEN}/officeDocument/2006/relationships",
    "wp": f"{_OPEN}/drawingml/2006/wordprocessingDrawing",
    "a": f"{_OPEN}/drawingml/2006/main",
    "pic": f"{_OPEN}/drawingml/2006/picture",
    "mc": f"{_OPEN}/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
"""The namespaces of what Word shows, by the prefixes that their standard uses."""

XML = "http://www.w3.org/XML/1998/namespace"

Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
"""An element of lxml, which has no public name for its type."""

Attributes = Mapping[str, str | int]


def element(
    name: str, attributes: Attributes | None = None, *content: Element | None, text: str = ""
) -> Element:
    """An element `w:p` with attributes `w:val` and what stands in it; None stands for nothing."""
    made = etree.Element(_tag(name), nsmap=SPACES)
    for key, value in (attributes or {}).items():
        made.set(_tag(key), str(value))
    if text:
        made.text = text
    made.extend(child for child in content if child is not None)
    return made


def valued(name: str, value: str | int) -> Element:
    """An element that says one value, as most properties do."""
    return element(name, {"w:val": value})


def written(root: Element) -> bytes:
    """A part of the package; the same elements give the same bytes."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


RUN, LOOK, WITH_NEXT = (f"{{{SPACES['w']}}}{name}" for name in ("r", "rPr", "keepNext"))
"""What some elements are called inside lxml."""


def _tag(name: str) -> str:
    prefix, colon, local = name.partition(":")
    if not colon:
        return name
    return f"{{{XML if prefix == 'xml' else SPACES[prefix]}}}{local}"
