"""What of a layout's look a screen takes on: its colour, its faces, its signs."""

from __future__ import annotations

from msgspec import Struct

from layouts.house.layout import Layout
from layouts.house.text_style import Align
from layouts.page.item import Ink

RGB = tuple[float, float, float]

PAPER: RGB = (1.0, 1.0, 1.0)
NIGHT: RGB = (0.086, 0.09, 0.106)
"""The grounds of a page by day and by night, sRGB fractions; `style.css` has them too."""

TINT: RGB = (0.965, 0.957, 0.941)
NIGHT_TINT: RGB = (0.122, 0.129, 0.149)
"""The grounds of boxes, on which words are harder to read."""

READABLE = 4.5
"""Contrast that words of text size need (WCAG 2.2, 1.4.3)."""

SERIF, SANS, KAI, FANG = "serif", "sans", "kai", "fang"

_FAMILIES = (("hei", SANS), ("kai", KAI), ("fang", FANG), ("sans", SANS))
_OF_NAMES = (("黑", SANS), ("楷", KAI), ("仿宋", FANG))


class WebLook(Struct, frozen=True):
    """What the pages of an issue look like.

    `accent` is the colour of section names, readable on paper, `night_accent` by night; both
    `#rrggbb`. `faces` are the families of roles.
    """

    accent: str
    night_accent: str
    faces: dict[str, str]
    centred: bool
    measure: float


def look_of(layout: Layout) -> WebLook:
    """The look of a layout."""
    ink = _accent(layout)
    roles = ("section", "headline", "subheading-1", "subheading-2", "byline", "caption", "note")
    return WebLook(
        hexadecimal(readable(ink.rgb, TINT)),
        hexadecimal(readable(ink.rgb, NIGHT_TINT)),
        {role: family(layout.styles[role].face) for role in roles if role in layout.styles},
        layout.styles["headline"].align is Align.CENTER,
        max(1.0, layout.grid.column_width / layout.grid.size),
    )


def _accent(layout: Layout) -> Ink:
    """The ink of section names; where those are grey, the first colour of the masthead."""
    inks = [
        layout.styles["section"].ink,
        *(layout.styles[line.style].ink for line in layout.masthead.lines),
        *(rule.ink for rule in layout.masthead.rules),
    ]
    return next((ink for ink in inks if max(ink.rgb) - min(ink.rgb) > 0.1), inks[0])


def family(key: str) -> str:
    """The family that a key of faces belongs to."""
    name = key.rsplit("|", maxsplit=1)[-1].casefold()
    found = next((kind for start, kind in _FAMILIES if name.startswith(start)), None)
    return found or next((kind for sign, kind in _OF_NAMES if sign in name), SERIF)


def contrast(one: RGB, other: RGB) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: RGB, ground: RGB) -> RGB:
    """A colour as near to itself as words can be read in on a ground."""
    towards = 0.0 if _luminance(ground) > 0.5 else 1.0
    for step in range(21):
        share = step / 20
        mixed = _mixed(colour, towards, share)
        if contrast(mixed, ground) >= READABLE:
            return mixed
    return (towards, towards, towards)


def hexadecimal(colour: RGB) -> str:
    """A colour as `#rrggbb`."""
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)


def _mixed(colour: RGB, towards: float, share: float) -> RGB:
    red, green, blue = (part + (towards - part) * share for part in colour)
    return red, green, blue


def _luminance(colour: RGB) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
