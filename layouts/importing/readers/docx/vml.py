"""Drawings of old programs and of WPS (VML in `w:pict` and `w:object`; ECMA-376 Part 4, 14.1)."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.importing.placing import whole_turn
from layouts.importing.readers.docx.drawings import (
    DrawnBox,
    DrawnGroup,
    DrawnPicture,
    Item,
    Thing,
    fitting_crop,
)
from layouts.importing.readers.docx.geometry import Geometry
from layouts.importing.readers.docx.names import EMU_OF_TWIP, attribute, child, kind, twips, whole
from layouts.importing.xml_events import Element
from layouts.patterns import later

_FIXED = 65_536
"""VML's fractions are in 65536ths when an `f` stands behind them."""

_NUMBER = later(r"-?\d{0,9}\.?\d{1,9}")
_SHAPES = frozenset(
    f"v:{name}"
    for name in ("shape", "rect", "roundrect", "oval", "image", "line", "polyline", "curve", "arc")
)
_SIDES = {"left": "left", "right": "right", "both": "bothSides", "largest": "largest"}

RULE = Thing("rule")
"""A horizontal line across the text (`o:hr`)."""


def drawn_by_vml(element: Element, geometry: Geometry | None = None) -> Iterator[Item]:
    """What a `w:pict`, a `w:object` or a group of shapes holds."""
    for part in element:
        name = kind(part)
        if name == "v:group":
            yield DrawnGroup(tuple(drawn_by_vml(part, geometry or _geometry(part))))
        elif name in _SHAPES:
            yield from _shape(part, geometry)


def _shape(element: Element, group: Geometry | None) -> Iterator[Item]:
    geometry = group or _geometry(element)
    if (attribute(element, "o:hr") or "f") in ("t", "true", "1"):
        yield RULE
        return
    data = _image(element)
    if data is not None:
        yield _picture(element, data, geometry)
    path = child(element, "v:textpath")
    words = "" if path is None else path.get("string") or ""
    if words:
        yield Thing("word-art", text=words)
    box = child(element, "v:textbox")
    content = None if box is None else child(box, "w:txbxContent")
    if content is not None:
        yield DrawnBox(content, geometry)
    elif data is None and not words:
        yield Thing("shape")


def _image(element: Element) -> Element | None:
    """The picture of a shape, or the one it is filled with."""
    image = child(element, "v:imagedata")
    if image is not None:
        return image
    fill = child(element, "v:fill")
    is_picture = fill is not None and (attribute(fill, "r:id") or attribute(fill, "o:relid"))
    return fill if is_picture else None


def _picture(element: Element, data: Element, geometry: Geometry) -> DrawnPicture:
    return DrawnPicture(
        embed=attribute(data, "r:id") or attribute(data, "o:relid") or "",
        link=attribute(data, "r:href") or "",
        name=attribute(data, "o:title") or "",
        alt=element.get("alt") or "",
        crop=fitting_crop(
            *(_fraction(data.get(f"crop{edge}")) for edge in ("left", "top", "right", "bottom"))
        ),
        turn=whole_turn(whole(_style(element).get("rotation")) or 0),
        geometry=geometry,
    )


def _fraction(said: str | None) -> float:
    if not said or not _NUMBER().fullmatch(said.removesuffix("f")):
        return 0.0
    number = float(said.removesuffix("f"))
    return number / _FIXED if said.endswith("f") else number


def _geometry(element: Element) -> Geometry:
    """Size and place, from the shape's style and its `w10:wrap`."""
    style = _style(element)
    width = _emu(style.get("width"))
    if style.get("position") not in ("absolute", "relative"):
        return Geometry(width)
    wrap = child(element, "w10:wrap")
    align = style.get("mso-position-horizontal", "absolute")
    relative = style.get("mso-position-horizontal-relative", "text")
    return Geometry(
        width,
        wrap="none" if wrap is None else wrap.get("type") or "square",
        beside="" if wrap is None else _SIDES.get(wrap.get("side") or "both", "bothSides"),
        align="" if align == "absolute" else align,
        offset=_emu(style.get("margin-left") or style.get("left")),
        frame="column" if relative == "text" else relative,
    )


def _emu(said: str | None) -> float | None:
    """A length of a style; a bare number is one of pixels, of which an inch has 96."""
    if said and _NUMBER().fullmatch(said):
        return float(said) / 96 * 1440 * EMU_OF_TWIP
    measure = twips(said)
    return None if measure is None else measure * EMU_OF_TWIP


def _style(element: Element) -> dict[str, str]:
    said = (entry.partition(":") for entry in (element.get("style") or "").split(";"))
    return {name.strip(): value.strip() for name, _, value in said}
