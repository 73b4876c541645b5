"""The film strips of docs/first-issue.png and docs/publication.png, taken anew: `python
tests/desk/film.py`. A first issue and a publication are made by hand, a picture at the end of each
step, all of them side by side.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[2]
STRIPS = {
    "test_first_issue_by_hand.py": ROOT / "docs" / "first-issue.png",
    "test_publication_by_hand.py": ROOT / "docs" / "publication.png",
}

WIDTH, GAP, COLUMNS = 720, 16, 3
"""Of a picture in pixels, between two, in a row."""


def main() -> int:
    """Take the pictures and join them; 1 where something was not made."""
    return max(film(Path(__file__).with_name(name), strip) for name, strip in STRIPS.items())


def film(test: Path, strip: Path) -> int:
    """Take one strip; 1 where its test fails."""
    with tempfile.TemporaryDirectory() as folder:
        taken = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-n0", str(test)],
            cwd=ROOT,
            env={**os.environ, "DESK_SHOTS": folder},
            check=False,
        )
        if taken.returncode:
            return 1
        join(sorted(Path(folder).glob("*.png"))).save(strip, optimize=True)
    return 0


def join(paths: list[Path]) -> Image.Image:
    """The pictures in rows, left to right, without the screen's black beside the window; few
    colours, the rare ones among them.
    """
    pictures = [picture.crop(picture.getbbox()) for picture in map(opened, paths)]
    height = max(WIDTH * picture.height // picture.width for picture in pictures)
    rows = -(-len(pictures) // COLUMNS)
    strip = Image.new(
        "RGB", (COLUMNS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP), (216, 216, 222)
    )
    for number, picture in enumerate(pictures):
        row, column = divmod(number, COLUMNS)
        small = picture.resize((WIDTH, WIDTH * picture.height // picture.width))
        strip.paste(small, (GAP + column * (WIDTH + GAP), GAP + row * (height + GAP)))
    return strip.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE)


def opened(path: Path) -> Image.Image:
    return Image.open(path).convert("RGB")


if __name__ == "__main__":
    sys.exit(main())
