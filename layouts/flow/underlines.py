"""Lines under words that are no single stroke: double, wavy, dotted and thick, as office programs
have them; each is made of the single stroke that would stand there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from math import pi, sin
from types import MappingProxyType
from typing import Final

from layouts.issue.marks import DOTTED, DOUBLE, THICK, WAVY
from layouts.page.item import Rule

WAVE: Final = 0.28
"""How long a wave is, em; so many of them as go whole under the words are a little longer or
shorter.
"""

HEIGHT: Final = 0.035
"""How far a wave goes up and down from its middle, em."""

STEPS: Final = 8
"""The strokes that a wave is made of."""

THICKER: Final = 2.2
"""A thick line, times a single one."""

DOT, STEP = 1.5, 3.2
"""The dots of a dotted line and the distance of two, times the thickness of a single one."""


def _double(stroke: Rule, _size: float) -> Iterator[Rule]:
    """Two strokes, one where the single one stands and one below it."""
    gap = stroke.width * 2
    yield stroke
    yield stroke._replace(y0=stroke.y0 + gap, y1=stroke.y1 + gap)


def _thick(stroke: Rule, _size: float) -> Iterator[Rule]:
    """Its upper edge is that of the single one."""
    down = stroke.width * (THICKER - 1) / 2
    yield stroke._replace(y0=stroke.y0 + down, y1=stroke.y1 + down, width=stroke.width * THICKER)


def _dotted(stroke: Rule, _size: float) -> Iterator[Rule]:
    """Dots from end to end; a word narrower than two of them has one."""
    dot, room = stroke.width * DOT, stroke.x1 - stroke.x0
    count = max(1, round((room - dot) / (stroke.width * STEP)))
    step = max(dot, (room - dot) / count)
    yield stroke._replace(
        x0=stroke.x0 + dot / 2,
        # the last dot is drawn though it ends there
        x1=max(stroke.x0 + dot / 2, stroke.x1 - dot / 2) + step * 0.01,
        width=dot,
        dash=(0.0, step),
        round_caps=True,
    )


def _wavy(stroke: Rule, size: float) -> Iterator[Rule]:
    """Whole waves from end to end, whose upper edge is that of the single stroke."""
    up, room = HEIGHT * size, stroke.x1 - stroke.x0
    steps = max(1, round(room / (WAVE * size))) * STEPS
    middle = stroke.y0 + up
    points = [
        (stroke.x0 + room * k / steps, middle - up * sin(2 * pi * k / STEPS))
        for k in range(steps + 1)
    ]
    for (x0, y0), (x1, y1) in pairwise(points):
        yield stroke._replace(x0=x0, y0=y0, x1=x1, y1=y1, width=stroke.width * 0.8, round_caps=True)


UNDERLINES: Mapping[str, Callable[[Rule, float], Iterator[Rule]]] = MappingProxyType(
    {DOUBLE: _double, WAVY: _wavy, DOTTED: _dotted, THICK: _thick}
)
"""By what a mark says: the strokes for a single one, and the size of its words in points."""
