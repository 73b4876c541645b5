"""Boxes, rules and drawings as path objects (GB/T 33190-2016 9)."""

from __future__ import annotations

import math
from collections.abc import Iterable

from layouts.page.item import ArtShape, Box, Fill, Ink, Rule
from layouts.paint.ofd.markup import Element, Ids, length, lengths, mm, put

AIR = 0.1
"""Millimetres that the boundary of a path stands off its ink: readers cut off what is outside."""

_ROUND = 0.5522847498
"""How far the control points of a quarter of a circle are from its ends, of its radius: the usual
cubic.
"""

Points = tuple[float, ...]
"""x and y in turn, points of the page."""

_LETTERS = {2: "L", 4: "Q", 6: "B"}
"""The operator of a step by how many numbers it takes: line, quadratic and cubic curve (table
37).
"""


def colour(ink: Ink) -> str:
    """An ink in the colours of the screen, as the document's colour space has them."""
    return " ".join(str(round(255 * part)) for part in ink.rgb)


def put_box(layer: Element, box: Box, ids: Ids) -> None:
    """A filled rectangle."""
    right, foot = box.x + box.width, box.y + box.height
    corners = ((right, box.y), (right, foot), (box.x, foot))
    put_area(layer, [((box.x, box.y), corners)], box.ink, ids)


def put_shape(layer: Element, shape: ArtShape, ids: Ids) -> None:
    """A drawing, area by area."""
    for fill in shape.fills:
        _put_fill(layer, fill, ids)


def _put_fill(layer: Element, fill: Fill, ids: Ids) -> None:
    put_area(layer, fill.outlines, fill.ink, ids, even_odd=fill.even_odd)


def put_rule(layer: Element, rule: Rule, ids: Ids) -> None:
    """A straight stroke; one of dots as discs, for not every reader draws dashes of no length."""
    if rule.dash and not rule.dash[0] and rule.round_caps:
        put_area(layer, [_disc(x, y, rule.width / 2) for x, y in _dots(rule)], rule.ink, ids)
        return
    ends = (rule.x0, rule.y0, rule.x1, rule.y1)
    left, top, box = _boundary(ends, rule.width / 2)
    style = {"DashPattern": lengths(*map(mm, rule.dash))} if rule.dash else {}
    made = put(
        layer,
        "PathObject",
        ID=ids.new(),
        Boundary=box,
        LineWidth=length(mm(rule.width)),
        **({"Cap": "Round"} if rule.round_caps else {}),
        **style,
    )
    put(made, "StrokeColor", Value=colour(rule.ink))
    start, end = _from(ends[:2], left, top), _from(ends[2:], left, top)
    put(made, "AbbreviatedData", f"M {start} L {end}")


def put_area(
    layer: Element,
    outlines: Iterable[tuple[Points, tuple[Points, ...]]],
    ink: Ink,
    ids: Ids,
    *,
    even_odd: bool = False,
) -> None:
    """A filled area: outlines as a start and steps of two, four or six numbers, each closed."""
    known = list(outlines)
    every = [value for start, steps in known for part in (start, *steps) for value in part]
    if not every:
        return
    left, top, box = _boundary(every, 0.0)
    made = put(
        layer,
        "PathObject",
        ID=ids.new(),
        Boundary=box,
        Stroke="false",
        Fill="true",
        **({"Rule": "Even-Odd"} if even_odd else {}),
    )
    put(made, "FillColor", Value=colour(ink))
    words: list[str] = []
    for start, steps in known:
        words.append(f"M {_from(start, left, top)}")
        words += [f"{_LETTERS[len(step)]} {_from(step, left, top)}" for step in steps]
        words.append("C")
    put(made, "AbbreviatedData", " ".join(words))


def _boundary(values: Iterable[float], reach: float) -> tuple[float, float, str]:
    """Where the space of an object begins that holds all these points with `reach` points about
    them, millimetres, and its boundary as it is written.
    """
    every = list(values)
    xs, ys = every[::2], every[1::2]
    left, top = mm(min(xs) - reach) - AIR, mm(min(ys) - reach) - AIR
    right, foot = mm(max(xs) + reach) + AIR, mm(max(ys) + reach) + AIR
    return left, top, lengths(left, top, right - left, foot - top)


def _from(points: Points, left: float, top: float) -> str:
    """Points counted from the corner of an object's boundary."""
    return lengths(*(mm(value) - (top if k % 2 else left) for k, value in enumerate(points)))


def _dots(rule: Rule) -> list[tuple[float, float]]:
    """Where the dots of a rule stand: from its start on, a dash of no length and its gap apart."""
    whole = math.hypot(rule.x1 - rule.x0, rule.y1 - rule.y0)
    step = sum(rule.dash)
    count = int(whole / step + 1e-6) + 1 if step else 1
    shares = (k * step / whole if whole else 0.0 for k in range(count))
    return [
        (rule.x0 + share * (rule.x1 - rule.x0), rule.y0 + share * (rule.y1 - rule.y0))
        for share in shares
    ]


def _disc(x: float, y: float, radius: float) -> tuple[Points, tuple[Points, ...]]:
    r, c = radius, radius * _ROUND
    return (x + r, y), (
        (x + r, y + c, x + c, y + r, x, y + r),
        (x - c, y + r, x - r, y + c, x - r, y),
        (x - r, y - c, x - c, y - r, x, y - r),
        (x + c, y - r, x + r, y - c, x + r, y),
    )
