"""Glyph outlines as drawing commands in em, out of HarfBuzz, for painters that fill paths."""
# uharfbuzz carries no annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportAttributeAccessIssue=false, reportUnknownParameterType=false

from __future__ import annotations

from math import sqrt

import uharfbuzz as hb

Command = tuple[str, tuple[float, ...]]
"""A verb as in an SVG path and its coordinates.

M move (x, y), L line (x, y), Q curve (control, end), C curve (two controls, end), Z close.
"""


def outline(font: hb.Font, glyph: int, upem: int) -> list[Command]:
    """The contours of a glyph, y upwards from the baseline, to be filled by the nonzero rule; empty
    for a blank.
    """
    commands: list[Command] = []
    # HarfBuzz hands the pair on to each of the functions below
    font.draw_glyph(glyph, _FUNCS, (commands, 1 / upem))
    return commands


def is_drawn(font: hb.Font, glyph: int) -> bool:
    """Whether a glyph has a contour."""
    begun: list[bool] = []
    font.draw_glyph(glyph, _BEGINNINGS, begun)
    return bool(begun)


def bounds(commands: list[Command]) -> tuple[float, float, float, float]:
    """The black box of contours: left, bottom, right, top; zeros where there are none.

    Exact, where HarfBuzz takes the control points of PostScript outlines for points on them.
    """
    ends = [at[-2:] for _, at in commands if at]
    if not ends:
        return 0.0, 0.0, 0.0, 0.0
    box: list[float] = []
    for axis in (0, 1):
        values = [end[axis] for end in ends]
        low, high = min(values), max(values)
        start = 0.0
        for _, at in commands:
            if len(at) > 2:
                inner = at[axis:-2:2]
                # a curve stays inside the hull of its points: nearly all need not be looked at
                if min(inner) < low or max(inner) > high:
                    reached = _extremes(start, *inner, at[axis - 2])
                    low, high = min(low, *reached), max(high, *reached)
            if at:
                start = at[axis - 2]
        box += [low, high]
    return box[0], box[2], box[1], box[3]


def _extremes(start: float, *rest: float) -> list[float]:
    """The values at which a curve of two or three further points turns back, and its end."""
    if len(rest) == 2:  # a quadratic one, as a cubic one
        control, end = rest
        rest = (start + (control - start) * 2 / 3, end + (control - end) * 2 / 3, end)
    a, b, end = rest
    # the derivative of the cubic, up to a factor of three: at² + 2bt + c
    square, twice, fixed = end - start + 3 * (a - b), start - 2 * a + b, a - start
    if abs(square) < FLAT:
        turns = [-fixed / (2 * twice)] if abs(twice) > FLAT else []
    else:
        under = twice * twice - square * fixed
        turns = [(-twice + sign * sqrt(under)) / square for sign in (1, -1)] if under >= 0 else []
    return [
        (1 - t) ** 3 * start + 3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t * t * b + t**3 * end
        for t in turns
        if 0 < t < 1
    ] + [end]


FLAT = 1e-12
"""em: a coefficient below this is none."""


_Drawing = tuple[list[Command], float]


def _move(x: float, y: float, drawing: _Drawing) -> None:
    commands, em = drawing
    commands.append(("M", (x * em, y * em)))


def _line(x: float, y: float, drawing: _Drawing) -> None:
    commands, em = drawing
    commands.append(("L", (x * em, y * em)))


def _quadratic(cx: float, cy: float, x: float, y: float, drawing: _Drawing) -> None:
    commands, em = drawing
    commands.append(("Q", (cx * em, cy * em, x * em, y * em)))


def _cubic(
    ax: float, ay: float, bx: float, by: float, x: float, y: float, drawing: _Drawing
) -> None:
    commands, em = drawing
    commands.append(("C", (ax * em, ay * em, bx * em, by * em, x * em, y * em)))


def _close(drawing: _Drawing) -> None:
    drawing[0].append(("Z", ()))


def _draw_funcs() -> hb.DrawFuncs:
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(_move)
    funcs.set_line_to_func(_line)
    funcs.set_quadratic_to_func(_quadratic)
    funcs.set_cubic_to_func(_cubic)
    funcs.set_close_path_func(_close)
    return funcs


def _begin(_x: float, _y: float, begun: list[bool]) -> None:
    begun.append(True)


def _beginnings() -> hb.DrawFuncs:
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(_begin)
    return funcs


# made once: they know no drawing of their own
_FUNCS, _BEGINNINGS = _draw_funcs(), _beginnings()
