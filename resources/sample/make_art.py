"""Draws the masthead art of the sample: `python resources/sample/make_art.py` (needs fontTools, and
the Kai face that we ship).

An emblem of a made-up body, an open book over waves in a ring, and its name as a brush might write
it: the outlines of the Kai face leant, turned and roughened by waves of fixed numbers.
"""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path
from typing import Any

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent / "art"
KAI = Path(__file__).parents[2] / "fonts" / "faces" / "BanxinKai-Regular.ttf"
RED, BLUE, WHITE = "#C8161D", "#1F4E79", "#FFFFFF"

NAME = "澜汀书讯"
TURNS = (-4.0, 3.0, -2.0, 4.5)
SIZES = (1.08, 0.92, 1.0, 1.06)
RISES = (0.0, -40.0, 30.0, -20.0)
"""Of each character: how far it is turned (degrees), how large it is, how far it stands up."""

PIECES = 6
"""Lines that a curve is cut into before it is roughened."""

Point = tuple[float, float]


def main() -> None:
    """Write both drawings."""
    FOLDER.mkdir(exist_ok=True)
    for name, svg in (("emblem.svg", emblem()), ("name.svg", written_name())):
        (FOLDER / name).write_text(svg, "utf8")
        print(f"{name}: {len(svg):,} bytes")


def emblem() -> str:
    """A ring, an open book in it, three waves under that."""
    waves = "\n".join(
        f'<path d="{_wave(64 + 8 * k, 33 - 5 * k)}" fill="{BLUE}"/>' for k in range(3)
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<title>澜汀市图书馆联盟</title>
<path fill="{RED}" fill-rule="evenodd" d="M50 2a48 48 0 1 1 0 96a48 48 0 1 1 0-96z
M50 6.5a43.5 43.5 0 1 0 0 87a43.5 43.5 0 1 0 0-87z"/>
<g fill="{RED}">
<path id="page" d="M49 31C42 24 30 23 20 27v27c10-4 22-3 29 4z"/>
<use href="#page" transform="matrix(-1 0 0 1 100 0)"/>
</g>
<g fill="{WHITE}">
<path id="line" d="M25 33.500c6-1.800 13-1.400 19 1.700v2.200c-6-3.100-13-3.500-19-1.700z"/>
<use href="#line" y="6.500"/>
<use href="#line" y="13"/>
<use href="#line" transform="matrix(-1 0 0 1 100 0)"/>
<use href="#line" transform="matrix(-1 0 0 1 100 6.500)"/>
<use href="#line" transform="matrix(-1 0 0 1 100 13)"/>
</g>
{waves}
</svg>
"""


def _wave(y: float, half: float) -> str:
    """A band that rises and falls twice, thin at its ends."""
    step = half / 2
    top = f"M{50 - half:g} {y:g}"
    over = "".join(f"q{step / 2:g} {-4.5 if k % 2 else 2.5:g} {step:g} 0" for k in range(4))
    back = "".join(f"q{-step / 2:g} {7.5 if k % 2 else -0.5:g} {-step:g} 0" for k in range(4))
    return f"{top}{over}{back}z"


def written_name() -> str:
    """The name in Kai, leant and roughened."""
    font = TTFont(KAI)
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    parts: list[str] = []
    x = 0.0
    for k, character in enumerate(NAME):
        pen = DecomposingRecordingPen(glyphs)
        glyphs[names[ord(character)]].draw(pen)
        place = _brush(k, x)
        parts.append(f'<path fill="#000" d="{_path(pen.value, place)}"/>')
        x += 960 * SIZES[k]
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="-60 -80 {x + 160:.0f} 1260">
<title>{NAME}</title>
{chr(10).join(parts)}
</svg>
"""


def _brush(k: int, left: float) -> Any:
    """Where the brush puts a point of character `k`, of an em of 1000 with y upwards."""
    cos, sin = math.cos(math.radians(TURNS[k])), math.sin(math.radians(TURNS[k]))

    def place(x: float, y: float) -> Point:
        # the waves repeat nowhere within a character, and are the same every time
        rough = 5.0 * math.sin(x / 23 + 1.7 * k) * math.cos(y / 19) + 3.0 * math.sin((x + y) / 9)
        dx, dy = SIZES[k] * (x - 500 + rough), SIZES[k] * (y - 380 + 0.7 * rough)
        lean = 0.08 * dy
        return (
            left + 500 * SIZES[k] + (dx + lean) * cos - dy * sin,
            540 - (dx * sin + dy * cos) - RISES[k],
        )

    return place


def _path(said: list[Any], place: Any) -> str:
    """The outlines as lines between points that lie close together."""
    out: list[str] = []
    here: Point = (0.0, 0.0)
    for kind, points in said:
        if kind == "moveTo":
            here = points[0]
            out.append("M" + _written(place(*here)))
        elif kind in {"lineTo", "qCurveTo"}:
            for control, end in _curves(here, points):
                for n in range(1, PIECES + 1):
                    t = n / PIECES
                    x, y = (
                        (1 - t) ** 2 * here[d] + 2 * t * (1 - t) * control[d] + t * t * end[d]
                        for d in (0, 1)
                    )
                    out.append("L" + _written(place(x, y)))
                here = end
        else:
            out.append("z")
    return "".join(out)


def _curves(here: Point, points: tuple[Point, ...]) -> list[tuple[Point, Point]]:
    """Each quadratic curve of a run of TrueType: control point and end; a line bends half-way."""
    if len(points) == 1:
        end = points[0]
        return [(((here[0] + end[0]) / 2, (here[1] + end[1]) / 2), end)]
    *controls, last = points
    ends = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(controls)]
    return list(zip(controls, [*ends, last], strict=True))


def _written(point: Point) -> str:
    return f"{point[0]:.0f} {point[1]:.0f}"


if __name__ == "__main__":
    main()
