"""The logical structure of an edition (ISO 32000-1 14.7): what a screen reader hears, in the order
of the issue and not of the page.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct, field


class LinePart(NamedTuple):
    """Characters `start` up to `end` of a drawn line's text, to its end for None; `page` and `line`
    are indexes from 0.

    Not the line itself: a table's repeated header may be the very same value on two pages, and only
    one of them is read.
    """

    page: int
    line: int
    start: int = 0
    end: int | None = None


class PicturePart(NamedTuple):
    """Picture `picture` of page `page`, indexes from 0."""

    page: int
    picture: int


class ShapePart(NamedTuple):
    """Shape `shape` of page `page`, indexes from 0."""

    page: int
    shape: int


class LinkPart(NamedTuple):
    """Link `link` of page `page`, indexes from 0."""

    page: int
    link: int


class Attribute(NamedTuple):
    """An attribute of a structure element (ISO 32000-1 14.8.5): its owner, its key and the name or
    number that is its value.
    """

    owner: str
    key: str
    value: str | int


OF_COLUMN = Attribute("Table", "Scope", "Column")
OF_ROW = Attribute("Table", "Scope", "Row")
"""What a table's header cell is the header of (ISO 14289-1 7.5)."""


class Element(Struct):
    """A node: `kind` is a standard structure type (ISO 32000-1 14.8.4).

    Its children are read in their order.

    A title that runs over two pages holds lines of both. What no element holds is an artifact:
    rules, boxes, leaders, page numbers.
    """

    kind: str
    children: list[Element | LinePart | PicturePart | ShapePart | LinkPart] = field(
        default_factory=list["Element | LinePart | PicturePart | ShapePart | LinkPart"]
    )
    alt: str = ""
    """What a picture shows, or where a link leads."""
    attributes: tuple[Attribute, ...] = ()
    name: str = ""
    """What it is called in the file (ID), ASCII; notes must have a name of their own (ISO 14289-1
    7.9).
    """
