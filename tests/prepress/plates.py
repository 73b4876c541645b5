"""The printing plates of a PDF as Ghostscript separates them: one picture of ink for each page and
colorant.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pikepdf
import pytest
from PIL import Image, ImageFilter, ImageMath

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")

Area = tuple[float, float, float, float]
"""Left, top, right, bottom in pt from the top left corner of the trimmed page."""


@dataclass(frozen=True)
class Separated:
    """A page: its plates, 255 where they are full of ink, and where the trimmed page lies on the
    sheet.
    """

    inks: dict[str, Image.Image]
    dpi: int
    trim: Area
    """In pt from the top left corner of the sheet."""
    bleed: Area

    def most(self, ink: str, area: Area) -> int:
        """The most ink in an area of the page, 0 to 255. A colorant that no page has prints
        nowhere.
        """
        return self._part(ink, area).getextrema()[1] if ink in self.inks else 0

    def least(self, ink: str, area: Area) -> int:
        return self._part(ink, area).getextrema()[0] if ink in self.inks else 0

    def _part(self, ink: str, area: Area) -> Image.Image:
        """The pixels that lie wholly in the area: those on its edge hold what is beside it."""
        left, top, right, bottom = (edge * self.dpi / 72 for edge in area)
        x, y = (edge * self.dpi / 72 for edge in self.trim[:2])
        return self.inks[ink].crop(
            (int(x + left) + 1, int(y + top) + 1, int(x + right), int(y + bottom))
        )

    def outside(self, ink: str) -> Image.Image:
        """The plate with all that is inside the bleed taken away."""
        plate = self.inks[ink].copy()
        left, top, right, bottom = (edge * self.dpi / 72 for edge in self.bleed)
        plate.paste(0, (int(left), int(top), int(right) + 1, int(bottom) + 1))
        return plate

    def total(self, side: float) -> int:
        """The most ink, in per cent, as the mean of any square of so many mm."""
        radius = max(0, round(side / 25.4 * self.dpi / 2 - 0.5))
        inside = [plate.filter(ImageFilter.BoxBlur(radius)) for plate in self.inks.values()]
        summed = inside[0].convert("I")
        for plate in inside[1:]:
            summed = ImageMath.lambda_eval(
                lambda given: given["a"] + given["b"], a=summed, b=plate.convert("I")
            )
        return round(summed.getextrema()[1] * 100 / 255)


def separate(
    path: Path, folder: Path, dpi: int = 72, pages: tuple[int, int] = (1, 9999)
) -> list[Separated]:
    """The plates of pages, by Ghostscript's tiffsep.

    The test is skipped where it is not installed.
    """
    program = shutil.which("gs")
    if not program:
        pytest.skip("gs is not installed (Debian: ghostscript)")
    folder.mkdir()
    first, last = pages
    span = [f"-dFirstPage={first}", f"-dLastPage={last}"]
    command = [
        program,
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-dSAFER",
        "-sDEVICE=tiffsep",
        f"-r{dpi}",
        *span,
    ]
    subprocess.run(
        [*command, f"-sOutputFile={folder}/%d.tif", str(path)], check=True, capture_output=True
    )
    found: dict[int, dict[str, Image.Image]] = {}
    for plate in folder.glob("*(*).tif"):
        number, ink = re.fullmatch(r"(\d+)\((.*)\)\.tif", plate.name).groups()
        with Image.open(plate) as image:
            found.setdefault(int(number), {})[unquote(ink)] = image.convert("L").point(
                lambda value: 255 - value
            )
    with pikepdf.open(path) as pdf:
        boxes = [
            (_turned(page, page.trimbox), _turned(page, page.obj.get("/BleedBox", page.trimbox)))
            for page in pdf.pages
        ]
    return [Separated(found[number], dpi, *boxes[first + number - 2]) for number in sorted(found)]


def _turned(page: pikepdf.Page, box: pikepdf.Array) -> Area:
    """A box as it is looked at: from the top left corner of the sheet."""
    left, bottom, right, top = (float(edge) for edge in box)
    x, height = float(page.mediabox[0]), float(page.mediabox[3])
    return left - x, height - top, right - x, height - bottom
