"""The golden pages of our own small issue and of the sample: how they are made, and how they are
written anew.

    python tests/golden/regenerate.py

Look at the difference before you commit it: every changed line is a line that readers will see
elsewhere.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LAYOUTS = {"jianbao-a4": 30, "neikan-a4-2col": 21}


def golden_file(layout: str) -> Path:
    return HERE / f"issue.{layout}.tsv"


def composed(layout: str) -> str:
    """The issue in one layout as a table: a row for each line, picture and rule with its place in
    points.
    """
    from composing import compose_manuscript, picture_file

    from fonts.catalogue import Catalogue
    from layouts.paint.listing import listing

    catalogue = Catalogue()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(HERE / "issue.md", folder)
        picture_file(folder, "lane.png", 60, 44)
        picture_file(folder, "wall.png", 30, 36)
        edition, _ = compose_manuscript(
            folder / "issue.md", catalogue, layout, measure=LAYOUTS[layout]
        )
        listed = listing(edition, catalogue)
    rows = [f"# {len(listed['pages'])} pages; page, kind, x, y, width, height or size, face, text"]
    for number, page in enumerate(listed["pages"], 1):
        rows += [
            _row(
                number,
                "line",
                line["x"],
                line["y"],
                line["width"],
                line["size"],
                line["font"],
                line["text"],
            )
            for line in page["lines"]
        ]
        rows += [
            _row(number, "picture", p["x"], p["y"], p["width"], p["height"], "", "")
            for p in page["pictures"]
        ]
    rows += [f"# {finding['level']} {finding['code']}" for finding in listed["findings"]]
    return "\n".join(rows) + "\n"


def _row(
    number: int, kind: str, x: float, y: float, width: float, height: float, face: str, text: str
) -> str:
    return "\t".join(
        [
            str(number),
            kind,
            f"{x:.3f}",
            f"{y:.3f}",
            f"{width:.3f}",
            f"{height:.3f}",
            face or "",
            text,
        ]
    )


def main() -> None:
    sys.path[:0] = [str(ROOT), str(HERE.parent)]
    for layout in LAYOUTS:
        golden_file(layout).write_text(composed(layout), "utf8")
        print(golden_file(layout).relative_to(ROOT))
    from pictured import SAME, golden_picture, other_pixels, png, sheet
    from PIL import Image

    from fonts.catalogue import Catalogue
    from layouts.house.load import stock_layouts

    catalogue = Catalogue()
    for layout in stock_layouts():
        path, fresh = golden_picture(layout), sheet(layout, catalogue)
        # one that looks the same stays the same file
        if not path.is_file() or other_pixels(Image.open(path).convert("RGB"), fresh) > SAME:
            path.write_bytes(png(fresh))
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
