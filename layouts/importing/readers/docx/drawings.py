"""What a `w:drawing` (DrawingML) holds: pictures, text boxes, charts, and groups of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from layouts.importing.placing import whole_turn
from layouts.importing.readers.docx.alternatives import chosen
from layouts.importing.readers.docx.geometry import Geometry
from layouts.importing.readers.docx.names import attribute, child, children, kind, whole
from layouts.importing.xml_events import Element
from layouts.issue.photo import WHOLE, Crop

_RIGHT_ANGLE = 90
_DEGREE = 60_000
_PERMILLE_OF_PERCENT = 100_000
"""`a:srcRect` counts in thousandths of a per cent (20.1.10.40)."""


class DrawnPicture(NamedTuple):
    """A picture: the relation that leads to it (`embed`), or only to where it may be (`link`)."""

    embed: str
    link: str
    name: str
    alt: str
    crop: Crop
    turn: int
    geometry: Geometry


class DrawnBox(NamedTuple):
    """A text box: the element with its paragraphs (`w:txbxContent`)."""

    content: Element
    geometry: Geometry


class DrawnGroup(NamedTuple):
    """What was drawn together."""

    items: tuple[Item, ...]


class Thing(NamedTuple):
    """What does not come in: its code (`chart`, `diagram`, `shape` …), the relation that leads to
    its text, and text it has itself.
    """

    code: str
    relation: str = ""
    text: str = ""


Item: TypeAlias = DrawnPicture | DrawnBox | DrawnGroup | Thing


class _DrawingFrame(NamedTuple):
    """What is known of a picture before it is come upon."""

    geometry: Geometry
    alt: str
    name: str
    scale: float | None
    """By how much what stands in a group is enlarged; None outside of one."""


def drawn(drawing: Element) -> Iterator[Item]:
    """What a `w:drawing` holds."""
    for container in drawing:
        if kind(container) in ("wp:inline", "wp:anchor"):
            about = child(container, "wp:docPr")
            alt = "" if about is None else about.get("descr") or ""
            name = "" if about is None else about.get("name") or ""
            graphic = child(container, "a:graphic")
            data = None if graphic is None else child(graphic, "a:graphicData")
            if data is not None:
                yield from _items(data, _DrawingFrame(_geometry(container), alt, name, None))
        else:
            yield Thing("shape")


def _items(element: Element, frame: _DrawingFrame) -> Iterator[Item]:
    for part in element:
        name = kind(part)
        if name == "pic:pic":
            yield _picture(part, frame)
        elif name == "wps:wsp":
            yield from _shape(part, frame)
        elif name in ("wpg:wgp", "wpg:grpSp", "wpc:wpc"):
            yield DrawnGroup(tuple(_items(part, _in_group(part, frame))))
        elif name == "mc:AlternateContent":
            for choice in chosen(part):
                yield from _items(choice, frame)
        elif name == "c:chart":
            yield Thing("chart", attribute(part, "r:id") or "")
        elif name == "dgm:relIds":
            yield Thing("diagram", attribute(part, "r:dm") or "")
        elif name == "?:chart":
            yield Thing("chart")


def _shape(element: Element, frame: _DrawingFrame) -> Iterator[Item]:
    properties = child(element, "wps:spPr")
    fill = None if properties is None else child(properties, "a:blipFill")
    if fill is not None and properties is not None:
        yield _filled(fill, properties, frame, frame.name)
    box = child(element, "wps:txbx")
    content = None if box is None else child(box, "w:txbxContent")
    if content is not None:
        yield DrawnBox(content, frame.geometry)
    elif fill is None and child(element, "wps:linkedTxbx") is None:
        yield Thing("shape")


def _picture(element: Element, frame: _DrawingFrame) -> DrawnPicture:
    own = child(element, "pic:nvPicPr")
    about = None if own is None else child(own, "pic:cNvPr")
    name = "" if about is None else about.get("name") or ""
    alt = "" if about is None else about.get("descr") or ""
    fill, properties = child(element, "pic:blipFill"), child(element, "pic:spPr")
    return _filled(fill, properties, frame._replace(alt=frame.alt or alt), name)


def _filled(
    fill: Element | None, properties: Element | None, frame: _DrawingFrame, name: str
) -> DrawnPicture:
    blip = None if fill is None else child(fill, "a:blip")
    place = None if properties is None else child(properties, "a:xfrm")
    turn = whole_turn((whole(None if place is None else place.get("rot")) or 0) / _DEGREE)
    return DrawnPicture(
        embed="" if blip is None else attribute(blip, "r:embed") or "",
        link="" if blip is None else attribute(blip, "r:link") or "",
        name=name,
        alt=frame.alt,
        crop=_crop(None if fill is None else child(fill, "a:srcRect")),
        turn=turn,
        geometry=_seen(frame, place, turn),
    )


def _seen(frame: _DrawingFrame, place: Element | None, turn: int) -> Geometry:
    """How wide a picture is on the page: turned on its side, as wide as it is high."""
    size = None if place is None else child(place, "a:ext")
    is_turned = turn % (2 * _RIGHT_ANGLE) == _RIGHT_ANGLE
    if size is None or (frame.scale is None and not is_turned):
        return frame.geometry
    width = whole(size.get("cy" if is_turned else "cx"))
    if not width:
        return frame.geometry
    return frame.geometry._replace(width=width * (frame.scale or 1.0))


def _in_group(element: Element, frame: _DrawingFrame) -> _DrawingFrame:
    """A group has measures of its own for what stands in it (20.1.7.5)."""
    properties = child(element, "wpg:grpSpPr")
    place = None if properties is None else child(properties, "a:xfrm")
    outer = None if place is None else child(place, "a:ext")
    inner = None if place is None else child(place, "a:chExt")
    width = None if outer is None else whole(outer.get("cx"))
    inside = None if inner is None else whole(inner.get("cx"))
    scale = (frame.scale or 1.0) * (width / inside if width and inside else 1.0)
    return frame._replace(scale=scale)


def _crop(element: Element | None) -> Crop:
    if element is None:
        return WHOLE
    return fitting_crop(*(_fraction(element.get(edge)) for edge in "ltrb"))


def fitting_crop(left: float, top: float, right: float, bottom: float) -> Crop:
    """What is cut off, as far as it leaves something of the photo."""
    across, down = left + right < 1, top + bottom < 1
    return (
        Crop(*(max(0.0, cut) for cut in (left, top, right, bottom))) if across and down else WHOLE
    )


def _fraction(said: str | None) -> float:
    if said is not None and said.endswith("%"):
        return (whole(said[:-1].partition(".")[0]) or 0) / 100
    return (whole(said) or 0) / _PERMILLE_OF_PERCENT


def _geometry(container: Element) -> Geometry:
    """Size and place of a `wp:inline` or `wp:anchor` (20.4.2)."""
    size = child(container, "wp:extent")
    width = None if size is None else whole(size.get("cx"))
    if kind(container) == "wp:inline":
        return Geometry(width)
    wrap, beside = "none", ""
    for part in container:
        name = kind(part)
        if name.startswith("wp:wrap"):
            wrap = name.removeprefix("wp:wrap")
            wrap = wrap[:1].lower() + wrap[1:]
            beside = part.get("wrapText") or "bothSides"
    across = _across(container)
    if across is None:
        return Geometry(width, wrap, beside)
    align, offset = child(across, "wp:align"), child(across, "wp:posOffset")
    return Geometry(
        width,
        wrap,
        beside,
        align="" if align is None else (align.text or "").strip(),
        offset=None if offset is None else whole((offset.text or "").strip()),
        frame=across.get("relativeFrom") or "column",
    )


def _across(container: Element) -> Element | None:
    """`wp:positionH`, also where it stands as an alternative: in per cent for new programs."""
    found = child(container, "wp:positionH")
    if found is not None:
        return found
    for choice in children(container, "mc:AlternateContent"):
        for branch in reversed(list(choice)):
            found = child(branch, "wp:positionH")
            if found is not None:
                return found
    return None
