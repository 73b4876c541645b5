"""Frames of OpenDocument: photos and where they stand (ODF 1.3, part 3, 10.4)."""

from __future__ import annotations

import math

from layouts.importing.natural_size import natural_size
from layouts.importing.placing import ALONE, on_which_side, whole_turn
from layouts.importing.readers.odt.context import OdtContext
from layouts.importing.readers.odt.lengths import points, portion
from layouts.importing.readers.odt.names import attribute, child, tag
from layouts.importing.readers.odt.styles import Properties
from layouts.importing.received import ReceivedPhoto
from layouts.importing.xml_events import Element
from layouts.issue.photo import WHOLE, Crop, Side
from layouts.patterns import later

_IN_LINE = "as-char"
_BESIDE = frozenset({"left", "right", "parallel", "dynamic", "biggest"})
"""Values of `style:wrap` that let text stand beside a frame."""

_ALIGNED = {
    "left": Side.LEFT,
    "inside": Side.LEFT,
    "right": Side.RIGHT,
    "outside": Side.RIGHT,
    "center": Side.BOTH,
}

_CLIP = later(r"rect\(([^,\s]+)[,\s]+([^,\s]+)[,\s]+([^,\s]+)[,\s]+([^,\s)]+)\)")
_TURN = later(r"rotate\s*\(\s*(-?[0-9.]{1,20})")


def photo_of(context: OdtContext, frame: Element) -> tuple[ReceivedPhoto | None, str]:
    """The photo of a frame, and the address where that is not in the file or is of no kind that
    can be set; no photo where the frame holds none.
    """
    images = frame.findall(tag("draw:image"))
    if not images:
        return None, ""
    path, failed = None, ""
    for image in images:
        address = attribute(image, "xlink:href")
        data = context.picture(address) if address else _binary(context, image)
        path = context.gatherer.photos.put(data) if data else None
        if path is not None:
            break
        failed = failed or address or "?"
    properties = _properties(context, frame)
    return (
        ReceivedPhoto(
            path=path,
            name=attribute(frame, "draw:name"),
            side=side_of(context, frame, properties),
            share=share_of(context, frame),
            crop=_crop(properties, path and natural_size(path)),
            turn=_turn(frame),
            alt=alt_of(frame),
        ),
        "" if path else failed,
    )


def alt_of(frame: Element) -> str:
    """What the writer said is to be seen in a frame."""
    for name in ("svg:desc", "svg:title"):
        said = child(frame, name)
        if said is not None and (words := " ".join("".join(said.itertext()).split())):
            return words
    return ""


def share_of(context: OdtContext, frame: Element) -> float | None:
    """The width of a frame as a share of the text's."""
    relative = portion(attribute(frame, "style:rel-width"))
    if relative:
        return round(relative, 4)
    width = points(attribute(frame, "svg:width"))
    return round(width / context.text_width, 4) if width and width > 0 else None


def side_of(context: OdtContext, frame: Element, properties: Properties | None = None) -> Side:
    """Beside what text of the paragraph a frame stands."""
    said = _properties(context, frame) if properties is None else properties
    wrap = said.get("style:wrap", "none")
    in_line = attribute(frame, "text:anchor-type") == _IN_LINE
    if in_line or wrap not in _BESIDE or (share_of(context, frame) or 0.0) >= ALONE:
        return Side.NONE
    if wrap in {"left", "right"}:  # the side of the text
        return Side.RIGHT if wrap == "left" else Side.LEFT
    aligned = _ALIGNED.get(said.get("style:horizontal-pos", ""))
    if aligned is not None:
        return aligned
    left = points(attribute(frame, "svg:x")) or 0.0
    width = points(attribute(frame, "svg:width")) or 0.0
    return on_which_side(left, width, context.text_width)


def _properties(context: OdtContext, frame: Element) -> Properties:
    name = attribute(frame, "draw:style-name")
    return context.styles.look("graphic", name).properties


def _binary(context: OdtContext, image: Element) -> bytes | None:
    """A picture that stands in the XML itself, as flat files have it."""
    data = child(image, "office:binary-data")
    return context.picture((data.text or "").strip()) if data is not None else None


def _crop(properties: Properties, size: tuple[float, float] | None) -> Crop:
    """What is cut off: lengths at the edges of the picture as large as it is by itself
    (ODF 1.3, part 3, 20.183).
    """
    match = _CLIP().search(properties.get("fo:clip", ""))
    if match is None or size is None or not all(size):
        return WHOLE
    top, right, bottom, left = (max(0.0, points(edge) or 0.0) for edge in match.groups())
    width, height = size
    cut = Crop(*(round(e, 4) for e in (left / width, top / height, right / width, bottom / height)))
    return cut if cut.left + cut.right < 1 and cut.top + cut.bottom < 1 else WHOLE


def _turn(frame: Element) -> int:
    """By how many degrees clockwise a frame is turned; ODF counts radians the other way."""
    match = _TURN().search(attribute(frame, "draw:transform"))
    try:
        return whole_turn(-math.degrees(float(match[1]))) if match else 0
    except (ValueError, OverflowError):
        return 0
