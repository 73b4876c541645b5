"""Sets the specimen of every feature, docs/specimen.pdf (one column) and docs/specimen-columns.pdf
(three), and draws the pictures in it (`python resources/specimen/make_specimen.py`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from math import cos, pi, sin
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = Path(__file__).parent
MADE: Final = {"issue.md": "specimen.pdf", "columns.md": "specimen-columns.pdf"}
"""Manuscripts beside this script, and what each is set as in docs/."""

FINER: Final = 4
"""Pictures are drawn so many times as large and made smaller, for smooth edges."""

SKY, FAR, NEAR, SUN = "#E4DDCB", "#9DB0A8", "#4F6F6B", "#B5482F"
Point = tuple[float, float]


def hills(width: int, height: int, phase: float) -> Image.Image:
    """Two ranges of hills under a sun; `phase` shifts them, in radians."""
    size = width * FINER, height * FINER
    image = Image.new("RGB", size, SKY)
    draw = ImageDraw.Draw(image)
    x, y, r = size[0] * (0.3 + phase / 10), size[1] * 0.28, size[1] * 0.11
    draw.ellipse((x - r, y - r, x + r, y + r), fill=SUN)
    for ink, level, waves in ((FAR, 0.52, 1.5), (NEAR, 0.72, 2.5)):
        ridge = [_ridge(k / 200, level, waves, phase, size) for k in range(201)]
        draw.polygon([(0, size[1]), *ridge, size], fill=ink)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _ridge(part: float, level: float, waves: float, phase: float, size: tuple[int, int]) -> Point:
    rise = 0.09 * sin(waves * 2 * pi * part + phase) + 0.04 * cos(5 * pi * part - phase)
    return part * size[0], (level - rise) * size[1]


def jar(size: int) -> Image.Image:
    """A jar cut out: all round it is transparent."""
    large = size * FINER
    image = Image.new("RGBA", (large, large), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    side = [(_girth(k / 100), k / 100) for k in range(101)]
    outline = [*((0.5 + x, y) for x, y in side), *((0.5 - x, y) for x, y in reversed(side))]
    draw.polygon([(x * large, y * large) for x, y in outline], fill=NEAR)
    for y in (0.4, 0.44, 0.62):
        half = _girth(y)
        draw.line(
            ((0.5 - half) * large, y * large, (0.5 + half) * large, y * large), SKY, large // 90
        )
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _girth(down: float) -> float:
    """Half the width of the jar at a part of its height."""
    return 0.14 + (0.3 * sin(pi * (down - 0.14) / 0.86) ** 1.2 if down > 0.14 else 0.0)


def pictures() -> Iterator[tuple[str, Image.Image]]:
    """All that the manuscripts name."""
    for number in range(1, 4):
        yield f"hills-{number}.png", hills(600, 400, 1.6 * number)
    yield "panorama.png", hills(1500, 450, 2.4)
    yield "jar.png", jar(720)


def draw_pictures(folder: Path) -> None:
    """Write the pictures into a folder."""
    folder.mkdir(exist_ok=True)
    for name, image in pictures():
        image.save(folder / name, optimize=True)


def specimen(manuscript: str) -> bytes:
    """A manuscript of this folder as a PDF."""
    from fonts.catalogue import Catalogue
    from layouts.compose import compose
    from layouts.house.load import load_layout
    from layouts.manuscript import read_manuscript
    from layouts.paint.pdf import write_pdf

    issue, _ = read_manuscript(FOLDER / manuscript)
    catalogue = Catalogue()
    layout = load_layout(issue.layout, folder=FOLDER)
    return write_pdf(compose(issue, layout, catalogue), catalogue)


def main() -> None:
    """Draw the pictures and set both manuscripts."""
    sys.path.insert(0, str(ROOT))
    draw_pictures(FOLDER / "pictures")
    for manuscript, made in MADE.items():
        (ROOT / "docs" / made).write_bytes(specimen(manuscript))


if __name__ == "__main__":
    main()
