"""What stands outside the bleed: crop marks, register marks and colour bar.

ReportLab's own crop marks would scale the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from layouts.pdf.syntax import number
from layouts.prepress.preset import Preset
from layouts.prepress.sheet import SLUG, Edges, Sheet
from layouts.units import mm

CROP = mm(5)
"""Length of a crop mark."""

TARGET = mm(2.5)
"""Half the length of the cross of a register mark; its ring is 0.6 of that."""

PATCH = mm(4)
"""Side of a patch of the colour bar."""

# 4/3 · (√2 − 1)
_CURVE = 0.5523
"""Handle of a Bézier curve that draws a quarter of a circle of radius 1."""


def mark_operators(sheet: Sheet, preset: Preset, colours: Sequence[str], stroke: str) -> list[str]:
    """Crop marks, and the register marks and colour bar that a preset wants, drawn from the trim's
    lower left corner.

    `colours` set the fill of each patch, `stroke` the colour of the marks.
    """
    marks = sheet.marks
    if marks is None:
        return []
    lines = [f"{_line(*ends)} S" for ends in _crop_marks(sheet, marks)]
    if preset.mark_style == "double":
        lines += [f"{_line(*ends)} S" for ends in _bleed_marks(sheet, marks)]
    places = _target_places(sheet, marks) if preset.register_marks else ()
    return [
        "q",
        f"{stroke} {number(preset.mark_weight)} w [] 0 d 0 J",
        *lines,
        *(_target(x, y) for x, y in places),
        *(_colour_bar(sheet, marks, colours) if preset.colour_bar else ()),
        "Q",
    ]


def _crop_marks(sheet: Sheet, marks: Edges) -> Iterator[tuple[float, float, float, float]]:
    """Two strokes at each corner, in line with the trim (ISO 15930-7 asks that none lies inside the
    bleed).
    """
    for outward_x, outward_y in product((-1, 1), repeat=2):
        x, y = sheet.width * (outward_x > 0), sheet.height * (outward_y > 0)
        yield from _corner(sheet, marks, (x, outward_x), (y, outward_y))


def _bleed_marks(sheet: Sheet, marks: Edges) -> Iterator[tuple[float, float, float, float]]:
    """The second strokes of double marks (双线角线), in line with the bleed."""
    bleed = sheet.bleed
    for outward_x, outward_y in product((-1, 1), repeat=2):
        x = sheet.width + bleed.right if outward_x > 0 else -bleed.left
        y = sheet.height + bleed.top if outward_y > 0 else -bleed.bottom
        yield from _corner(sheet, marks, (x, outward_x), (y, outward_y))


def _corner(
    sheet: Sheet, marks: Edges, across: tuple[float, int], up: tuple[float, int]
) -> Iterator[tuple[float, float, float, float]]:
    """A level stroke at height `up` and an upright one at `across`, each with the way out of the
    page.
    """
    (x, outward_x), (y, outward_y) = across, up
    start_x = sheet.width + marks.right if outward_x > 0 else -marks.left
    start_y = sheet.height + marks.top if outward_y > 0 else -marks.bottom
    yield start_x, y, start_x + outward_x * CROP, y
    yield x, start_y, x, start_y + outward_y * CROP


def _target_places(sheet: Sheet, marks: Edges) -> Iterator[tuple[float, float]]:
    """The middle of each side, half way across the slug."""
    middle = SLUG / 2
    yield -marks.left - middle, sheet.height / 2
    yield sheet.width + marks.right + middle, sheet.height / 2
    yield sheet.width / 2, -marks.bottom - middle
    yield sheet.width / 2, sheet.height + marks.top + middle


def _target(x: float, y: float) -> str:
    ring, handle = TARGET * 0.6, TARGET * 0.6 * _CURVE
    curves = [f"{number(x + ring)} {number(y)} m"]
    # a quarter at a time, from direction a to direction b
    for ax, ay, bx, by in ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0)):
        places = (
            x + ax * ring + bx * handle,
            y + ay * ring + by * handle,
            x + bx * ring + ax * handle,
            y + by * ring + ay * handle,
            x + bx * ring,
            y + by * ring,
        )
        curves.append(f"{' '.join(map(number, places))} c")
    cross = (_line(x - TARGET, y, x + TARGET, y), _line(x, y - TARGET, x, y + TARGET))
    return " ".join([*curves, "h", *cross, "S"])


def _line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{number(x0)} {number(y0)} m {number(x1)} {number(y1)} l"


def _colour_bar(sheet: Sheet, marks: Edges, colours: Sequence[str]) -> Iterator[str]:
    """Patches at the foot, from the left corner's crop marks to the register mark in the middle, as
    many as there is room for.
    """
    y = -marks.bottom - SLUG / 2 - PATCH / 2
    room = sheet.width / 2 - 2 * TARGET - CROP
    for count, colour in enumerate(colours[: max(0, int(room // PATCH))]):
        yield (
            f"{colour} {number(CROP + count * PATCH)} {number(y)} {number(PATCH)} "
            f"{number(PATCH)} re f"
        )
