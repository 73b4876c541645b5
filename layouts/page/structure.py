"""The logical structure of an edition (ISO 32000-1 14.7): what a screen reader hears, in the order of the issue and not of the page."""

from __future__ import annotations

from msgspec import Struct, field

from layouts.page.item import Line, Picture


class Element(Struct):
    """A node: `kind` is a standard structure type (ISO 32000-1 14.8.4); a leaf holds the drawn lines and pictures that show it.

    A title that runs over two pages has lines of both. What no element holds is an artifact.
    """

    kind: str
    children: list[Element] = field(default_factory=list["Element"])
    lines: list[Line] = field(default_factory=list[Line])
    pictures: list[Picture] = field(default_factory=list[Picture])
    alt: str = ""
    """What a picture shows."""
