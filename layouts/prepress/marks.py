"""What stands outside the bleed: crop marks, register marks, colour bar and slug line.

ReportLab's own crop marks would scale the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from layouts.page.faces import Faces
from layouts.page.item import REGISTRATION, Line
from layouts.page.labels import label
from layouts.page.page import Edition, Page
from layouts.pdf.syntax import number
from layouts.prepress.preset import Preset
from layouts.prepress.sheet import SLUG, Edges, Sheet
from layouts.units import mm

STROKE = 0.25
"""Width of the marks, points."""

CROP = mm(5)
"""Length of a crop mark."""

TARGET = mm(2.5)
"""Half the length of the cross of a register mark; its ring is 0.6 of that."""

PATCH = mm(4)
"""Side of a patch of the colour bar."""

SIZE = 5.25
"""The slug line: 七号, the smallest type that layouts may use."""

# 4/3 · (√2 − 1)
_CURVE = 0.5523
"""Handle of a Bézier curve that draws a quarter of a circle of radius 1."""


def mark_operators(sheet: Sheet, colours: Sequence[str], stroke: str) -> list[str]:
    """Crop marks, register marks and colour bar, drawn from the trim's lower left corner.

    `colours` set the fill of each patch, `stroke` the colour of the marks.
    """
    marks = sheet.marks
    if marks is None:
        return []
    lines = [f"{_line(*stroke)} S" for stroke in _crop_marks(sheet, marks)]
    targets = [_target(x, y) for x, y in _target_places(sheet, marks)]
    return [
        "q",
        f"{stroke} {number(STROKE)} w [] 0 d 0 J",
        *lines,
        *targets,
        *_colour_bar(sheet, marks, colours),
        "Q",
    ]


def _crop_marks(sheet: Sheet, marks: Edges) -> Iterator[tuple[float, float, float, float]]:
    """Two strokes at each corner, in line with the trim (ISO 15930-7 asks that none lies inside the
    bleed).
    """
    for x, y in product((0.0, sheet.width), (0.0, sheet.height)):
        outward_x, distance_x = (1, marks.right) if x else (-1, marks.left)
        outward_y, distance_y = (1, marks.top) if y else (-1, marks.bottom)
        yield x + outward_x * distance_x, y, x + outward_x * (distance_x + CROP), y
        yield x, y + outward_y * distance_y, x, y + outward_y * (distance_y + CROP)


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


def slug_line(
    edition: Edition, page: Page, sheet: Sheet, preset: Preset, faces: Faces
) -> Line | None:
    """Publication and number, page, date, trimmed size and print condition, above the head of the
    page; None without marks.
    """
    if sheet.marks is None:
        return None
    size = f"{sheet.width / mm(1):.4g} × {sheet.height / mm(1):.4g} mm"
    date = edition.date.isoformat() if edition.date else ""
    condition = preset.condition if preset.colour != "rgb" else ""
    parts = (
        edition.title,
        f"第 {page.number} 页，共 {edition.whole or len(edition.pages)} 页",
        date,
        size,
        condition,
    )
    text = "　".join(filter(None, parts))
    room = sheet.width / 2 - 2 * TARGET - CROP
    # about the middle of its characters in the middle of the slug
    baseline = -sheet.marks.top - SLUG / 2 + SIZE * 0.35
    return label(text, CROP, baseline, room, SIZE, faces, REGISTRATION, "slug")
