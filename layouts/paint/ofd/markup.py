"""The XML of an OFD: elements of its name space, lengths in millimetres, text that XML may hold
(GB/T 33190-2016 6 and 7).

Elements are lxml's, so that no text can become markup, whatever it says.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from layouts.pdf.syntax import number
from layouts.sound_text import unsound
from layouts.units import POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Iterator

Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
"""An element of lxml, which has no public name for its type."""

NAMESPACE = "http://www.ofdspec.org/2016"
_PREFIXES = {"ofd": NAMESPACE}
"""Some readers know elements by the prefix that the standard prints."""

PLACES = 3
"""Decimals of a millimetre: half a micrometre off at most."""

SIZE_PLACES = 4
"""Of a type size, which is drawn as many times as a line has characters."""


class Ids:
    """The numbers by which everything in a document is known, each given once (7.3, ST_ID)."""

    def __init__(self) -> None:
        self._numbers: Iterator[int] = count(1)
        self.last = 0

    def new(self) -> str:
        """The next number."""
        self.last = next(self._numbers)
        return str(self.last)


def root(name: str, **attributes: str) -> Element:
    """The root of a part of the document."""
    return etree.Element(f"{{{NAMESPACE}}}{name}", attributes, nsmap=_PREFIXES)


def put(parent: Element, name: str, text: str | None = None, /, **attributes: str) -> Element:
    """An element at the end of another.

    Text that people wrote goes through `sound` first: lxml refuses what XML may not hold.
    """
    made = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    made.text = text
    return made


def whole(part: Element) -> bytes:
    """A part as it stands in the file, without a space between its elements."""
    return etree.tostring(part, encoding="UTF-8", xml_declaration=True)


# -- lengths -------------------------------------------------------------------------------------


def mm(points: float) -> float:
    """Points as millimetres, as fine as they are written: what is counted from it is off by no
    more than it is itself.
    """
    return round(points / POINTS_PER_MM, PLACES)


def length(millimetres: float) -> str:
    """A length as it is written."""
    return number(millimetres, PLACES)


def lengths(*millimetres: float) -> str:
    """Several, of a box, a point or a matrix (7.3, ST_Box, ST_Pos, ST_Array)."""
    return " ".join(number(value, PLACES) for value in millimetres)


# -- text ----------------------------------------------------------------------------------------


def sound(text: str) -> str:
    """Text without the characters that XML may not hold (XML 1.0 2.2), each replaced, and without
    those that turn its direction (UAX #9 2), of which nothing is drawn.
    """
    return text.translate(_table())


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    return unsound() | dict.fromkeys((0x09, 0x0A, 0x0D), " ")
