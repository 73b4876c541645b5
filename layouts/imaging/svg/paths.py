"""Paths and basic shapes as outlines (SVG 1.1 8 and 9).

What a path says is read by fontTools, as fonts in SVG are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import cast

from layouts.geometry import Outline
from layouts.imaging.svg.drawing import MOST_STEPS, Bounds, too_much
from layouts.imaging.svg.transforms import numbers

KAPPA = 4 / 3 * (2**0.5 - 1)
"""The handle of a quarter of a circle of radius 1 drawn as a cubic curve."""

_UNITS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}
"""User units of each unit (SVG 1.1 7.10, CSS 2.1 4.3.2)."""

_LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(px|pt|pc|mm|cm|in|%|)\s*")

_BARE_POINT = re.compile(r"(?<=\d)\.(?![\d])")
"""`5.` is a number to SVG 1.1, and not to fontTools."""

_ARC = re.compile(r"[Aa][^MmZzLlHhVvCcSsQqTtAa]*")
_LONGEST_RUN = 1000
"""Characters of an arc's numbers that no space or comma parts: fontTools copies what is left of
them for each. Programs that save every sign leave some twenty.
"""

LONGEST = 100
"""Characters of a length."""

_Point = tuple[float, float]


class PathPen:
    """Takes a path down as outlines. UnfitError once there are more steps than a drawing may have;
    `most` is what is left of them.
    """

    def __init__(self, most: int = MOST_STEPS) -> None:
        self.outlines: list[Outline] = []
        self._most = most
        self._count = 0
        self._start: _Point = (0.0, 0.0)
        self._here: _Point = (0.0, 0.0)
        self._steps: list[tuple[float, ...]] = []

    def moveTo(self, to: _Point) -> None:
        """Begin an outline."""
        self.endPath()
        self._start = self._here = to

    def lineTo(self, to: _Point) -> None:
        """A straight line."""
        self._step(to)

    def curveTo(self, first: _Point, second: _Point, to: _Point) -> None:
        """A cubic curve."""
        self._step((*first, *second, *to))

    def qCurveTo(self, control: _Point, to: _Point) -> None:
        """A quadratic curve, as the cubic that it is."""
        (x0, y0), (x1, y1), (x2, y2) = self._here, control, to
        self._step(
            (
                x0 + (x1 - x0) * 2 / 3,
                y0 + (y1 - y0) * 2 / 3,
                x2 + (x1 - x2) * 2 / 3,
                y2 + (y1 - y2) * 2 / 3,
                x2,
                y2,
            )
        )

    def closePath(self) -> None:
        """Close the outline: to fill it all are."""
        self.endPath()

    def endPath(self) -> None:
        """End the outline where it is."""
        if self._steps:
            self.outlines.append(Outline(self._start, tuple(self._steps)))
            self._steps = []

    def _step(self, step: tuple[float, ...]) -> None:
        self._count += 1
        if self._count > self._most:
            raise too_much()
        self._steps.append(step)
        self._here = (step[-2], step[-1])


_BROKEN = (ValueError, IndexError, OverflowError, ZeroDivisionError, TypeError)


def read_path(written: str, most: int) -> list[Outline]:
    """The outlines of a path's `d`. ValueError where it cannot be read."""
    from fontTools.svgLib.path import parser  # pyright: ignore[reportMissingTypeStubs]

    for arc in _ARC.findall(written):
        if max(map(len, arc.replace(",", " ").split()), default=0) > _LONGEST_RUN:
            raise ValueError(written[:60])
    pen = PathPen(most)
    draw = cast("Callable[[str, PathPen], None]", parser.parse_path)  # pyright: ignore[reportUnknownMemberType]
    try:
        draw(_BARE_POINT.sub("", " ".join(written.split())), pen)
    except _BROKEN as error:
        raise ValueError(written[:60]) from error
    return pen.outlines


def read_shape(
    kind: str, attributes: Mapping[str, str], most: int, view: Bounds | None
) -> list[Outline]:
    """The outlines of a path or a basic shape; none of one that covers nothing.

    ValueError where it cannot be read.
    """
    get = _Lengths(attributes, view)
    match kind:
        case "path":
            return read_path(attributes.get("d", ""), most)
        case "rect":
            return _rectangle(get)
        case "circle":
            radius = get("r", "x")
            return _ellipse(get("cx", "x"), get("cy", "y"), radius, radius)
        case "ellipse":
            return _ellipse(get("cx", "x"), get("cy", "y"), get("rx", "x"), get("ry", "y"))
        case "polygon" | "polyline":
            return _polygon(numbers(attributes.get("points", "")), most)
        case _:  # a line has two ends and nothing between them
            return []


class _Lengths:
    """Reads attributes that are lengths; per cent are of the drawing's own width and height."""

    def __init__(self, attributes: Mapping[str, str], view: Bounds | None) -> None:
        self._attributes = attributes
        self._view = view

    def __call__(self, name: str, axis: str) -> float:
        """A length in user units, 0 where it is not given. ValueError where it is none."""
        return self.given(name, axis) or 0.0

    def given(self, name: str, axis: str) -> float | None:
        """The same, None where it is not given, or left to the others (`auto`)."""
        written = self._attributes.get(name, "auto")
        if written.strip() == "auto":
            return None
        match = _matched(written)
        if match[2] != "%":
            return float(match[1]) * _UNITS[match[2]]
        view = self._view
        if view is None:
            raise ValueError(written[:60])
        whole = view.right - view.left if axis == "x" else view.bottom - view.top
        return float(match[1]) / 100 * whole


def _matched(written: str) -> re.Match[str]:
    match = _LENGTH.fullmatch(written) if len(written) <= LONGEST else None
    if match is None:
        raise ValueError(written[:60])
    return match


def read_length(written: str) -> float:
    """A length in user units. ValueError where it is none, or per cent."""
    match = _matched(written)
    if match[2] == "%":
        raise ValueError(written[:60])
    return float(match[1]) * _UNITS[match[2]]


def _rectangle(get: _Lengths) -> list[Outline]:
    x, y, width, height = get("x", "x"), get("y", "y"), get("width", "x"), get("height", "y")
    if width <= 0 or height <= 0:
        return []
    rx, ry = get.given("rx", "x"), get.given("ry", "y")
    # one that is not given is as the other (SVG 1.1 9.2)
    rx, ry = (ry or 0.0) if rx is None else rx, (rx or 0.0) if ry is None else ry
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    right, bottom = x + width, y + height
    if rx <= 0 or ry <= 0:
        return [Outline((x, y), ((right, y), (right, bottom), (x, bottom)))]
    # from a corner's edge to its handle
    kx, ky = rx * (1 - KAPPA), ry * (1 - KAPPA)
    return [
        Outline(
            (x + rx, y),
            (
                (right - rx, y),
                (right - kx, y, right, y + ky, right, y + ry),
                (right, bottom - ry),
                (right, bottom - ky, right - kx, bottom, right - rx, bottom),
                (x + rx, bottom),
                (x + kx, bottom, x, bottom - ky, x, bottom - ry),
                (x, y + ry),
                (x, y + ky, x + kx, y, x + rx, y),
            ),
        )
    ]


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> list[Outline]:
    if rx <= 0 or ry <= 0:
        return []
    kx, ky = rx * KAPPA, ry * KAPPA
    return [
        Outline(
            (cx + rx, cy),
            (
                (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry),
                (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy),
                (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry),
                (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy),
            ),
        )
    ]


def _polygon(values: Sequence[float], most: int) -> list[Outline]:
    if len(values) % 2:
        raise ValueError("points")
    if len(values) // 2 > most:
        raise too_much()
    points = [(values[k], values[k + 1]) for k in range(0, len(values), 2)]
    return [Outline(points[0], tuple(points[1:]))] if len(points) > 2 else []


def bounds_of(outlines: Sequence[Outline]) -> Bounds | None:
    """The rectangle that outlines fill; None where there are none."""
    xs: list[float] = []
    ys: list[float] = []
    for outline in outlines:
        here = outline.start
        for values, axis in ((xs, 0), (ys, 1)):
            values.append(here[axis])
        for step in outline.steps:
            if len(step) == 6:
                xs += _turning(here[0], step[0], step[2], step[4])
                ys += _turning(here[1], step[1], step[3], step[5])
            here = (step[-2], step[-1])
            xs.append(here[0])
            ys.append(here[1])
    return Bounds(min(xs), min(ys), max(xs), max(ys)) if xs else None


def _turning(p0: float, p1: float, p2: float, p3: float) -> list[float]:
    """Where a cubic curve turns back along one axis: where its derivative is nothing."""
    if min(p0, p3) <= p1 <= max(p0, p3) and min(p0, p3) <= p2 <= max(p0, p3):
        return []  # it stays between its ends
    a, b, c = -p0 + 3 * p1 - 3 * p2 + p3, 2 * (p0 - 2 * p1 + p2), p1 - p0
    times: list[float] = []
    if abs(a) < 1e-12:
        times = [-c / b] if abs(b) > 1e-12 else []
    else:
        root = b * b - 4 * a * c
        times = [(-b + sign * root**0.5) / (2 * a) for sign in (1, -1)] if root >= 0 else []
    return [
        (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t * t * p2 + t**3 * p3
        for t in times
        if 0 < t < 1
    ]
