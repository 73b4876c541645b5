"""Notes on pages: text annotations that readers show as signs beside the text (ISO 32000-1
12.5.6.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from layouts.page.page import Page
from layouts.pdf.syntax import array, number, rectangle, text_string

if TYPE_CHECKING:
    from layouts.pdf.document import Document

_FLAGS = "24"
"""NoZoom and NoRotate (table 165): a sign, not a part of the page; and not printed."""

_AUTHOR = "版心 检查"


class PageNote(NamedTuple):
    """A note whose sign has its left upper corner at x, y (points from the page's top left corner)
    and sides of `size`; `colour` are fractions of red, green and blue.
    """

    x: float
    y: float
    size: float
    words: str
    colour: tuple[float, float, float]


def add_notes(document: Document, page: Page, notes: Sequence[PageNote]) -> list[str]:
    """The notes of a page as annotations; their references, for the page's dictionary."""
    return [document.add(_entries(note, page.height)) for note in notes]


def _entries(note: PageNote, height: float) -> dict[str, str]:
    top = height - note.y
    return {
        "Type": "/Annot",
        "Subtype": "/Text",
        "Rect": rectangle(note.x, top - note.size, note.x + note.size, top),
        "Contents": text_string(note.words),
        "T": text_string(_AUTHOR),
        "Name": "/Comment",
        "C": array(map(number, note.colour)),
        "F": _FLAGS,
    }
