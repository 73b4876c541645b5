"""How large the pages are shown: steps, limits, and what fits the window."""

from __future__ import annotations

from enum import StrEnum

LEAST, MOST = 0.25, 8.0
"""25 % to 800 %."""

STEPS = (
    0.25,
    0.33,
    0.5,
    0.67,
    0.75,
    0.9,
    1.0,
    1.1,
    1.25,
    1.5,
    1.75,
    2.0,
    2.5,
    3.0,
    4.0,
    5.0,
    6.0,
    8.0,
)

PER_NOTCH = 1.2
"""What one notch of the wheel enlarges by."""


class Fit(StrEnum):
    """What the zoom follows when the window changes its size."""

    PAGE = "page"
    WIDTH = "width"


def limited(zoom: float) -> float:
    """A zoom inside the limits."""
    return min(MOST, max(LEAST, zoom))


def step(zoom: float, up: bool) -> float:
    """The next larger or smaller step."""
    if up:
        # a zoom that is a step but for rounding goes on to the next
        return next((found for found in STEPS if found > zoom * 1.001), MOST)
    return next((found for found in reversed(STEPS) if found < zoom * 0.999), LEAST)


def fitting(
    fit: Fit, view: tuple[float, float], sheets: tuple[float, float], points: float
) -> float:
    """The zoom at which sheets (points of the widest row) fit a view (pixels); `points` are pixels
    per point at 100 %.
    """
    width, height = sheets
    if width <= 0 or height <= 0:
        return 1.0
    across = view[0] / (width * points)
    return limited(across if fit is Fit.WIDTH else min(across, view[1] / (height * points)))
