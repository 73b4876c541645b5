"""The named styles of an RTF."""

from __future__ import annotations

from msgspec import Struct

from layouts.importing.readers.rtf.formats import ParagraphFormat
from layouts.importing.received import Look
from layouts.importing.style_names import said_by

_MOST_STEPS = 20
"""Styles based on each other; a chain that is longer leads round in a circle."""


class RtfStyle(Struct, frozen=True):
    """A paragraph style: its name, the number of the one it is based on, its outline level."""

    name: str = ""
    based_on: int = -1
    heading: int = 0


_NONE = RtfStyle()


def look_of(paragraph: ParagraphFormat, styles: dict[int, RtfStyle]) -> Look:
    """How a paragraph looks by its format and style; size, bold and indent its characters say."""
    style = styles.get(paragraph.style, _NONE)
    says = said_by(style.name)
    return Look(
        centred=paragraph.alignment == "qc",
        flush_right=paragraph.alignment == "qr",
        style=style.name,
        heading=paragraph.heading or says.heading or _inherited(paragraph.style, styles),
        is_title=says.is_title,
        is_subtitle=says.is_subtitle,
        is_caption=says.is_caption,
        is_quote=says.is_quote,
    )


def _inherited(number: int, styles: dict[int, RtfStyle]) -> int:
    """The outline level of a style, or of those it is based on."""
    for _ in range(_MOST_STEPS):
        style = styles.get(number)
        if style is None:
            return 0
        if level := style.heading or said_by(style.name).heading:
            return level
        number = style.based_on
    return 0
