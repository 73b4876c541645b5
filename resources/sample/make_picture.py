"""Makes docs/sample.png, the README's picture of two pages: `python
resources/sample/make_picture.py` (needs poppler-utils).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from PIL import Image, ImageFilter

ROOT: Final = Path(__file__).parents[2]
SHOWN: Final = (1, 2)
HEIGHT, MARGIN = 940, 36
"""Pixels of a page and around it."""

GREY: Final = (232, 232, 234)
SHADOW: Final = (120, 120, 126)


def pages(folder: Path) -> list[Image.Image]:
    """Export the sample issue and render the pages shown."""
    pdf = folder / "sample.pdf"
    export = [sys.executable, "main.py", "export", "resources/sample/issue.md", "-o", str(pdf)]
    subprocess.run(export, cwd=ROOT, check=True)  # noqa: S603 - our own program
    found: list[Image.Image] = []
    for number in SHOWN:
        render = [
            "pdftoppm",
            "-r",
            "200",
            "-f",
            str(number),
            "-l",
            str(number),
            "-png",
            "-singlefile",
            str(pdf),
            str(folder / "page"),
        ]
        subprocess.run(render, check=True)  # noqa: S603 - our own file
        page = Image.open(folder / "page.png").convert("RGB")
        found.append(
            page.resize(
                (round(page.width * HEIGHT / page.height), HEIGHT), Image.Resampling.LANCZOS
            )
        )
    return found


def laid_out(sheets: list[Image.Image]) -> Image.Image:
    """The pages side by side on light grey, each with a soft shadow."""
    width = sheets[0].width
    lefts = [MARGIN + k * (width + MARGIN) for k in range(len(sheets))]
    desk = Image.new("RGB", (lefts[-1] + width + MARGIN, HEIGHT + 2 * MARGIN), GREY)
    shadow = Image.new("L", desk.size, 0)
    for left in lefts:
        shadow.paste(90, (left + 2, MARGIN + 4, left + width + 2, MARGIN + HEIGHT + 4))
    desk.paste(SHADOW, mask=shadow.filter(ImageFilter.GaussianBlur(8)))
    for left, sheet in zip(lefts, sheets, strict=True):
        desk.paste(sheet, (left, MARGIN))
    return desk


def main() -> None:
    """Write the picture of the README from the pages of the sample issue."""
    with tempfile.TemporaryDirectory() as folder:
        laid_out(pages(Path(folder))).save(ROOT / "docs" / "sample.png", optimize=True)


if __name__ == "__main__":
    main()
