"""Marks on imposed sheets: where to fold and where to cut.

They stand outside the bleed, or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from layouts.pdf.syntax import number
from layouts.units import mm

LINE = 0.25
"""pt: the width of a mark."""

LONG, SHORT = mm(5), mm(1.5)
"""How long a mark is where there is room; a shorter one than this helps nobody and is left out."""

GAP = mm(1)
"""Between the bleed and a mark: a cut a little off leaves no line on the page."""

Edges = tuple[float, float, float, float]
"""Left, bottom, right, top, in pt."""


def sheet_marks(trim: Edges, bleed: Edges, sheet: tuple[float, float], *, crop: bool) -> list[str]:
    """Fold marks, dashed, at head and foot of the spine; crop marks at the corners if asked for.

    One operator string each; maybe none.
    """
    below, above = _tick(bleed[1], 0.0), _tick(bleed[3], sheet[1])
    middle = (trim[0] + trim[2]) / 2
    lines = [
        f"[3 2] 0 d {_line(middle, tick[0], middle, tick[1])} [] 0 d"
        for tick in (below, above)
        if tick
    ]
    if crop:
        lines += _cuts((trim[0], trim[2]), (trim[1], trim[3]), bleed, sheet)
    return _stroked(lines)


def cut_marks(
    across: Sequence[float], down: Sequence[float], bleed: Edges, sheet: tuple[float, float]
) -> list[str]:
    """Crop marks for a sheet that is cut at these x and y from edge to edge, outside what is
    printed.

    One operator string each; maybe none.
    """
    return _stroked(_cuts(across, down, bleed, sheet))


def _cuts(
    across: Sequence[float], down: Sequence[float], bleed: Edges, sheet: tuple[float, float]
) -> list[str]:
    width, height = sheet
    above_below = (_tick(bleed[1], 0.0), _tick(bleed[3], height))
    beside = (_tick(bleed[0], 0.0), _tick(bleed[2], width))
    return [
        *(_line(x, tick[0], x, tick[1]) for x in across for tick in above_below if tick),
        *(_line(tick[0], y, tick[1], y) for y in down for tick in beside if tick),
    ]


def _stroked(lines: list[str]) -> list[str]:
    return [f"q 0 G {number(LINE)} w", *lines, "Q"] if lines else []


STEP = mm(2), mm(5)
"""Width and height of a collating mark (帖标)."""


def collating_mark(trim: Edges, signature: int) -> bytes:
    """A block on the fold of a signature's outermost side, each lower than that of the one before:
    gathered in order they make stairs. They start again where they have reached the foot.
    """
    left, bottom, right, top = trim
    width, height = STEP
    places = max(1, int((top - bottom) / height) - 2)
    y = top - (signature % places + 2) * height
    at = (left + right) / 2 - width / 2, y, width, height
    return f"\nq 0 g {' '.join(map(number, at))} re f Q".encode("ascii")


def _tick(bleed: float, edge: float) -> tuple[float, float] | None:
    """From where to where a mark runs between the bleed and the sheet's edge."""
    outward = 1 if edge > bleed else -1
    room = abs(edge - bleed) - GAP
    if room < SHORT:
        return None
    start = bleed + outward * GAP
    return start, start + outward * min(LONG, room)


def _line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{number(x0)} {number(y0)} m {number(x1)} {number(y1)} l S"
