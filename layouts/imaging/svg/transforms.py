"""Transforms (SVG 1.1 7.6) and what they do to outlines."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from layouts.geometry import Outline


class Matrix(NamedTuple):
    """(x, y) becomes (a·x + c·y + e, b·x + d·y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, first: Matrix) -> Matrix:
        """This transform of what another one gives."""
        return Matrix(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            self.a * first.e + self.c * first.f + self.e,
            self.b * first.e + self.d * first.f + self.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point transformed."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def outline(self, outline: Outline) -> Outline:
        """An outline transformed."""
        return Outline(self.point(*outline.start), tuple(map(self._step, outline.steps)))

    def _step(self, step: tuple[float, ...]) -> tuple[float, ...]:
        moved = (self.point(step[k], step[k + 1]) for k in range(0, len(step), 2))
        return tuple(value for point in moved for value in point)


UPRIGHT = Matrix()

_CALL = re.compile(r"\s*,?\s*([A-Za-z]+)\s*\(([^()]*)\)\s*")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_BETWEEN = re.compile(r"[\s,]*")
_MOST_CALLS = 50
_LONGEST = 4000
"""Characters of a transform: as many as fifty calls may take."""


def read_transform(written: str) -> Matrix:
    """The matrix of a `transform`. ValueError where it cannot be read."""
    if len(written) > _LONGEST:
        raise ValueError(written[:60])
    matrix, at, calls = UPRIGHT, 0, 0
    while at < len(written):
        match = _CALL.match(written, at)
        calls += 1
        if match is None or calls > _MOST_CALLS:
            if written[at:].strip():
                raise ValueError(written[:60])
            break
        matrix = matrix.after(_called(match[1], numbers(match[2])))
        at = match.end()
    return matrix


def numbers(written: str) -> list[float]:
    """Numbers parted by spaces or commas. ValueError where there is anything else."""
    found = [float(number) for number in _NUMBER.findall(written)]
    if _BETWEEN.fullmatch(_NUMBER.sub("", written)) is None:
        raise ValueError(written[:60])
    return found


def _called(name: str, values: Sequence[float]) -> Matrix:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) <= 1:
            return Matrix(e=x, f=rest[0] if rest else 0.0)
        case "scale", [x, *rest] if len(rest) <= 1:
            return Matrix(a=x, d=rest[0] if rest else x)
        case "rotate", [angle]:
            return _turn(angle)
        case "rotate", [angle, x, y]:
            return Matrix(e=x, f=y).after(_turn(angle)).after(Matrix(e=-x, f=-y))
        case "skewX", [angle]:
            return Matrix(c=math.tan(math.radians(angle)))
        case "skewY", [angle]:
            return Matrix(b=math.tan(math.radians(angle)))
        case _:
            raise ValueError(name)


def _turn(angle: float) -> Matrix:
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return Matrix(cos, sin, -sin, cos)
