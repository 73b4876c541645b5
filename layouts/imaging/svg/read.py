"""SVG files as drawings: filled paths and basic shapes, what groups and uses do to them, nothing
else. What comes in is taken for hostile.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from msgspec import Struct

from layouts.geometry import Outline
from layouts.imaging.raster import UnfitError
from layouts.imaging.svg.colours import read_colour
from layouts.imaging.svg.drawing import (
    FARTHEST,
    MOST_ELEMENTS,
    MOST_STEPS,
    Area,
    Bounds,
    Colour,
    SvgDrawing,
    too_much,
    unfit,
)
from layouts.imaging.svg.parsing import Element, attributes_of, kind_of, parsed
from layouts.imaging.svg.paths import bounds_of, read_length, read_shape
from layouts.imaging.svg.styles import INHERITED, DrawingStyles, StyleRule, own_values, read_sheet
from layouts.imaging.svg.transforms import UPRIGHT, Matrix, numbers, read_transform
from layouts.messages import art as say
from layouts.messages.message import Message

_XLINK = "{http://www.w3.org/1999/xlink}href"

_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
_GROUPS = frozenset({"svg", "g", "symbol"})
_SILENT = frozenset({"title", "desc", "metadata", "defs", "style"})
"""What is not drawn where it stands."""

_REFUSED: Mapping[str, Message] = {
    "text": say.TEXT,
    "image": say.PICTURE,
    "a": say.A_LINK,
    "foreignObject": say.FOREIGN_CONTENT,
    "animate": say.ANIMATION,
    "animateMotion": say.ANIMATION,
    "animateTransform": say.ANIMATION,
    "animateColor": say.ANIMATION,
    "set": say.ANIMATION,
}
_UNUSED = frozenset(
    {"linearGradient", "radialGradient", "pattern", "filter", "mask", "clipPath", "marker"}
)
"""What does nothing until something refers to it, which is refused then."""

_PAINTS: Mapping[str, Message] = {
    "linearGradient": say.GRADIENT,
    "radialGradient": say.GRADIENT,
    "pattern": say.PATTERN,
}
_EFFECTS: Mapping[str, Message] = {
    "filter": say.FILTER,
    "mask": say.MASK,
    "clip-path": say.CLIP,
    "mix-blend-mode": say.BLENDING,
    "transform": say.STYLE_TRANSFORM,
}

DEEPEST = 60
"""How deep elements may stand in each other, those included that are used."""


def read_drawing(data: bytes) -> SvgDrawing:
    """The drawing that an SVG file holds. UnfitError, in a sentence, where it cannot be printed."""
    root = parsed(data)
    reader = _DrawingReader(root)
    reader.draw(root, dict(INHERITED), UPRIGHT, 0)
    return reader.drawing()


class _ReadElement(Struct):
    """What an element says of itself, and its outlines once they are drawn."""

    attributes: dict[str, str]
    own: dict[str, str]
    matrix: Matrix
    outlines: list[Outline] | None = None


def _sheet_of(element: Element) -> list[StyleRule]:
    try:
        return read_sheet(element.text or "")
    except ValueError as error:
        raise unfit(say.STYLE_SHEET(what=str(error)), element.sourceline) from error


def _transform(written: str, element: Element) -> Matrix:
    try:
        return read_transform(written) if written else UPRIGHT
    except ValueError as error:
        raise _unreadable("transform", element) from error


class _DrawingReader:
    """Walks through a drawing and gathers what it paints."""

    def __init__(self, root: Element) -> None:
        self._ids: dict[str, Element] = {}
        self._sheet = DrawingStyles()
        self._known: dict[Element, _ReadElement] = {}
        self._areas: list[Area] = []
        self._visited = 0
        self._steps = 0
        self._look_through(root)
        self._view = self._view_of(root)

    def drawing(self) -> SvgDrawing:
        """What was gathered, moved to the origin."""
        areas = [area for area in self._areas if self._is_in_view(area)]
        around = bounds_of([outline for area in areas for outline in area.outlines])
        if around is None or around.right - around.left <= 0 or around.bottom <= around.top:
            raise UnfitError(*say.DRAWING_EMPTY())
        moved = Matrix(e=-around.left, f=-around.top)
        return SvgDrawing(
            around.right - around.left,
            around.bottom - around.top,
            tuple(
                area._replace(outlines=tuple(map(moved.outline, area.outlines))) for area in areas
            ),
        )

    # -- before drawing ----------------------------------------------------------------------------

    def _look_through(self, root: Element) -> None:
        """Note ids and style sheets, and refuse what is never harmless, wherever it stands."""
        rules: list[StyleRule] = []
        for count, element in enumerate(root.iter()):
            if count > MOST_ELEMENTS:
                raise too_much()
            kind = kind_of(element)
            if kind == "script" or any(
                str(name).lower().startswith("on") for name in element.attrib
            ):
                raise unfit(say.SCRIPT(), element.sourceline)
            if kind == "style":
                rules += _sheet_of(element)
            if name := element.get("id"):
                self._ids.setdefault(str(name), element)
        self._sheet = DrawingStyles(rules)

    def _view_of(self, root: Element) -> Bounds | None:
        """The part of the drawing that is shown; None where it does not say so."""
        attributes = attributes_of(root)
        try:
            if "viewBox" in attributes:
                x, y, width, height = numbers(attributes["viewBox"])
            else:
                x = y = 0.0
                width = read_length(attributes.get("width", ""))
                height = read_length(attributes.get("height", ""))
        except ValueError:
            return None
        return Bounds(x, y, x + width, y + height) if width > 0 and height > 0 else None

    def _is_in_view(self, area: Area) -> bool:
        """Whether any of an area is shown: beside the sheet drawing programs leave what they do not
        show.
        """
        around, view = bounds_of(area.outlines), self._view
        if around is None:
            return False
        return view is None or (
            around.left < view.right
            and view.left < around.right
            and around.top < view.bottom
            and view.top < around.bottom
        )

    # -- drawing -----------------------------------------------------------------------------------

    def draw(
        self, element: Element, inherited: Mapping[str, str], matrix: Matrix, depth: int
    ) -> None:
        """Gather what an element and those in it paint."""
        self._visited += 1
        if self._visited > MOST_ELEMENTS or depth > DEEPEST:
            raise too_much()
        kind = kind_of(element)
        if not kind or kind in _SILENT or kind in _UNUSED:
            return
        if kind in _REFUSED:
            raise unfit(_REFUSED[kind](), element.sourceline)
        # a drawing in a drawing has a view of its own; a switch asks for languages
        if kind not in _GROUPS | _SHAPES | {"use"} or (kind == "svg" and depth):
            raise unfit(say.ELEMENT(name=kind), element.sourceline)
        read = self._read(kind, element)
        own = read.own
        if own.get("display") == "none":
            return
        self._refuse_effects(own, element)
        values = {
            name: inherited[name] if own.get(name, "inherit") == "inherit" else own[name]
            for name in INHERITED
        }
        matrix = matrix.after(read.matrix)
        if kind in _SHAPES:
            self._paint(kind, element, read, values, matrix)
        elif kind == "use":
            self._use(element, read.attributes, values, matrix, depth)
        else:
            for child in element:
                if kind_of(child) != "symbol":
                    self.draw(child, values, matrix, depth + 1)

    def _read(self, kind: str, element: Element) -> _ReadElement:
        """What an element says, read once however often it is used."""
        read = self._known.get(element)
        if read is None:
            attributes = attributes_of(element)
            own = own_values(kind, attributes, self._sheet)
            matrix = _transform(attributes.get("transform", ""), element)
            read = self._known[element] = _ReadElement(attributes, own, matrix)
        return read

    def _refuse_effects(self, own: Mapping[str, str], element: Element) -> None:
        for name, what in _EFFECTS.items():
            if own.get(name, "none") not in {"none", "normal", ""}:
                raise unfit(what(), element.sourceline)
        if not _is_one(own.get("opacity", "1")):
            raise unfit(say.TRANSPARENCY(), element.sourceline)

    def _use(
        self,
        element: Element,
        attributes: Mapping[str, str],
        values: Mapping[str, str],
        matrix: Matrix,
        depth: int,
    ) -> None:
        target = attributes.get("href") or attributes.get(_XLINK) or ""
        if not target.startswith("#"):
            raise unfit(say.OUTSIDE_REFERENCE(), element.sourceline)
        used = self._ids.get(target[1:])
        if used is None:
            return  # what is not there is not drawn (SVG 2 5.6)
        if kind_of(used) == "symbol" and used.get("viewBox"):
            raise unfit(say.ELEMENT(name="symbol viewBox"), used.sourceline)
        try:
            x, y = (read_length(attributes.get(name, "0")) for name in "xy")
        except ValueError as error:
            raise _unreadable("use", element) from error
        self.draw(used, values, matrix.after(Matrix(e=x, f=y)), depth + 1)

    def _paint(
        self,
        kind: str,
        element: Element,
        read: _ReadElement,
        values: Mapping[str, str],
        matrix: Matrix,
    ) -> None:
        """Gather the area that a shape fills."""
        if values["visibility"] != "visible":
            return
        if self._is_stroked(values):
            raise unfit(say.STROKE(), element.sourceline)
        colour = self._colour(values, element)
        if colour is None:
            return
        outlines = read.outlines
        if outlines is None:
            most = MOST_STEPS - self._steps
            try:
                outlines = read_shape(kind, read.attributes, most, self._view)
            except ValueError as error:
                raise _unreadable(kind, element) from error
            read.outlines = outlines
        self._steps += sum(len(outline.steps) for outline in outlines)
        if self._steps > MOST_STEPS:
            raise too_much()
        drawn = tuple(map(matrix.outline, outlines))
        if not all(map(_is_near, drawn)):
            raise _unreadable(kind, element)
        if drawn:
            self._areas.append(Area(drawn, colour, values["fill-rule"] == "evenodd"))

    def _is_stroked(self, values: Mapping[str, str]) -> bool:
        nothing = (
            values["stroke"] in {"none", "transparent"}
            or _is_nought(values["stroke-width"])
            or _is_nought(values["stroke-opacity"])
        )
        return not nothing

    def _colour(self, values: Mapping[str, str], element: Element) -> Colour | None:
        """What a shape is filled with; None for nothing."""
        fill = values["fill"]
        if fill == "currentColor":
            fill = values["color"]
        if fill in {"none", "transparent"} or _is_nought(values["fill-opacity"]):
            return None
        if not _is_one(values["fill-opacity"]):
            raise unfit(say.TRANSPARENCY(), element.sourceline)
        if fill.startswith("url("):
            named = self._ids.get(fill[4:].partition(")")[0].strip("'\" #"))
            what = say.GRADIENT if named is None else _PAINTS.get(kind_of(named), say.PATTERN)
            raise unfit(what(), element.sourceline)
        try:
            return read_colour(fill)
        except ValueError as error:
            if "rgba" in fill or (fill.startswith("#") and len(fill) in {5, 9}):
                raise unfit(say.TRANSPARENCY(), element.sourceline) from error
            raise _unreadable("fill", element) from error


def _unreadable(what: str, element: Element) -> UnfitError:
    return UnfitError(*say.DRAWING_UNREADABLE(what=what, line=element.sourceline or 1))


def _is_near(outline: Outline) -> bool:
    """Whether an outline stays where drawings are: neither infinite nor no number at all."""
    values = (*outline.start, *(value for step in outline.steps for value in step))
    return all(math.isfinite(value) and abs(value) < FARTHEST for value in values)


def _is_one(written: str) -> bool:
    return _number(written) >= 1


def _is_nought(written: str) -> bool:
    return _number(written) <= 0


def _number(written: str) -> float:
    """A number or per cent; what cannot be read counts as all."""
    text = written.strip()
    for unit in ("px", "pt", "mm", "cm", "in"):
        text = text.removesuffix(unit)
    share = 0.01 if text.endswith("%") else 1.0
    try:
        return share * float(text.removesuffix("%"))
    except ValueError:
        return 1.0
