"""How large a photo is on its page, in the words of its label and of the inspector."""

from __future__ import annotations

from desktop.words import tr
from layouts.house.layout import Grid
from layouts.units import POINTS_PER_MM


def in_em(em: float) -> str:
    """`16 字`, `7.5 字`: as the fields write it."""
    return tr("{em} 字", em=f"{round(em, 2):g}")


def in_millimetres(width: float, height: float) -> str:
    """Points as `84.4 × 56.3 mm`."""
    across, down = (f"{round(points / POINTS_PER_MM, 1):g}" for points in (width, height))
    return tr("{width} × {height} mm", width=across, height=down)


def in_lines(height: float, grid: Grid) -> str:
    """Points as `7 行`: a frame reaches from the top of one line to the baseline of the last."""
    lines = max(1, round((height - grid.ascent) / grid.leading + 1))
    return tr("{n} 行", n=lines)
