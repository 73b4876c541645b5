"""Makes the pictures of the layouts that documentation shows, docs/layouts/NAME.png: page 1 of the
sample in each at 150 dpi (`python resources/sample/make_layout_pictures.py`).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import pypdfium2
from msgspec.structs import replace
from PIL import Image

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "docs" / "layouts"
DPI: Final = 150
LARGEST: Final = 300_000
"""Bytes of a picture."""


def first_page(layout: str) -> Image.Image:
    """Page 1 of the sample in a layout."""
    from fonts.catalogue import Catalogue
    from layouts.compose import compose
    from layouts.house.load import load_layout
    from layouts.manuscript import read_manuscript
    from layouts.paint.pdf import write_pdf

    issue, _ = read_manuscript(ROOT / "resources" / "sample" / "issue.md")
    catalogue = Catalogue()
    edition = compose(replace(issue, layout=layout, settings={}), load_layout(layout), catalogue)
    document = pypdfium2.PdfDocument(write_pdf(edition, catalogue))
    return document[0].render(scale=DPI / 72).to_pil().convert("RGB")


def keep(page: Image.Image, path: Path) -> None:
    """Write a page in as many colours as the size leaves it."""
    for colours in (256, 128, 64, 32):
        page.quantize(colours, dither=Image.Dither.NONE).save(path, "PNG", optimize=True)
        if path.stat().st_size <= LARGEST:
            return


def main() -> None:
    """Write a picture of each layout that we ship."""
    sys.path.insert(0, str(ROOT))
    from layouts.house.load import stock_layouts

    FOLDER.mkdir(exist_ok=True)
    for name in stock_layouts():
        keep(first_page(name), FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
