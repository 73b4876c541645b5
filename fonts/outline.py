"""Glyph outlines as drawing commands in em, out of HarfBuzz, for painters that fill paths."""
# uharfbuzz carries no annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportAttributeAccessIssue=false, reportUnknownParameterType=false

from __future__ import annotations

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


# made once: it knows no drawing of its own
_FUNCS = _draw_funcs()
