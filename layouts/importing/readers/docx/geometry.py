"""Where photos stand: their size and place as a file says it, against the page of their section."""

from __future__ import annotations

from typing import NamedTuple

from layouts.importing.placing import on_which_side
from layouts.importing.readers.docx.names import (
    EMU_OF_TWIP,
    attribute,
    child,
    children,
    twips,
    value,
    whole,
)
from layouts.importing.xml_events import Element
from layouts.issue.photo import Side

ALONE = 0.9
"""Of the text's width: beside a wider photo there is no room for text."""

_ONE_LINE = 1.05
"""Of the text's width: photos of one paragraph that are together wider stand below each other."""

_AROUND = frozenset({"square", "tight", "through"})
_BESIDE = {"left": Side.RIGHT, "right": Side.LEFT}
"""The side of the photo when text stands only on the one named (20.4.3.7, ST_WrapText)."""


class Geometry(NamedTuple):
    """Size and place of a photo, in EMU.

    `wrap` is how text goes round it, empty for one that stands in the line; `beside` on which sides
    text may stand; `align` or `offset` where it stands in `frame` (column, margin, page …).
    """

    width: float | None = None
    wrap: str = ""
    beside: str = ""
    align: str = ""
    offset: float | None = None
    frame: str = "column"


class Column(NamedTuple):
    """The text of a section, in EMU: how wide its columns are, how far its first one is from the
    left edge of the page, and how wide the page is.
    """

    width: float
    left: float
    page: float


def column_of(section: Element) -> Column | None:
    """What a `w:sectPr` says; None where it says nothing of use."""
    size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
    page = None if size is None else twips(attribute(size, "w:w"))
    if page is None or margins is None:
        return None
    left, right, gutter = (
        twips(attribute(margins, f"w:{name}")) or 0.0 for name in ("left", "right", "gutter")
    )
    text = page - left - right - gutter
    width = _first_column(child(section, "w:cols"), text)
    if width <= 0:
        return None
    return Column(width * EMU_OF_TWIP, (left + gutter) * EMU_OF_TWIP, page * EMU_OF_TWIP)


def _first_column(columns: Element | None, text: float) -> float:
    if columns is None:
        return text
    own = next(children(columns, "w:col"), None)
    if own is not None and (width := twips(attribute(own, "w:w"))):
        return width
    count = whole(attribute(columns, "w:num")) or 1
    space = twips(attribute(columns, "w:space")) or 0.0
    return (text - (count - 1) * space) / count if 1 < count < 50 else text


def new_page(section: Element) -> bool:
    """Whether a section begins on a page of its own (17.6.22)."""
    return (value(section, "w:type") or "nextPage") in ("nextPage", "oddPage", "evenPage")


def share_of(geometry: Geometry, column: Column | None) -> float | None:
    """The width of a photo as a share of the text's."""
    if column is None or not geometry.width or geometry.width <= 0:
        return None
    return geometry.width / column.width


def side_of(geometry: Geometry, column: Column | None) -> Side:
    """On which side of the text a photo stands."""
    if geometry.wrap not in _AROUND:
        return Side.NONE
    share = share_of(geometry, column)
    if share is not None and share >= ALONE:
        return Side.NONE
    if geometry.beside in _BESIDE:
        return _BESIDE[geometry.beside]
    if geometry.align in ("left", "inside"):
        return Side.LEFT
    if geometry.align in ("right", "outside"):
        return Side.RIGHT
    if column is None or geometry.offset is None or not geometry.width:
        return Side.BOTH if geometry.align == "center" else Side.LEFT
    return on_which_side(_left_edge(geometry, column), geometry.width, column.width)


def in_one_row(shares: list[float | None]) -> bool:
    """Whether photos of one line of a paragraph stand beside each other."""
    known = [share for share in shares if share is not None]
    return len(shares) > 1 and sum(known) <= _ONE_LINE


def _left_edge(geometry: Geometry, column: Column) -> float:
    """How far right of the text's left edge the photo's lies."""
    offset = geometry.offset or 0.0
    if geometry.frame in ("page", "leftMargin"):
        return offset - column.left
    if geometry.frame == "rightMargin":
        return column.width + offset
    return offset
