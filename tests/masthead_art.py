"""A small issue in a layout with art: made for the tests of every stage that art passes."""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image, ImageDraw

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.layout import Layout
from layouts.house.load import layout_file, layout_of
from layouts.issue.issue import Issue
from layouts.manuscript import read_manuscript
from layouts.page.page import Edition

SAMPLE = Path(__file__).parents[1] / "resources" / "sample" / "art"

NAME = {
    "file": "art/name.svg",
    "y": "42mm",
    "width": "110mm",
    "ink": "red",
    "instead_of": "publication",
}
EMBLEM = {
    "file": "art/emblem.svg",
    "align": "left",
    "y": "43mm",
    "height": "26mm",
    "alt": "{issuer}徽标",
}

TEXT = """---
publication: 澜汀书讯
issue: 9
total: 126
date: 2026-11-20
issuer: 澜汀市图书馆联盟
layout: house.toml
copies: 260
---

## 【动态】

### 书房开门

湖边的书房今天开门。
"""


def written(folder: Path, *art: dict[str, object], part: str = "masthead", base: str = "") -> Path:
    """A manuscript, its layout with art, and the art, in a folder; the manuscript."""
    folder.mkdir(exist_ok=True)
    layout = base or layout_file("jianbao-a4").read_text("utf8")
    tables = ("\n".join([f"[[{part}.art]]", *map(_line, table.items())]) for table in art)
    (folder / "house.toml").write_text("\n\n".join([layout, *tables]) + "\n", "utf8")
    shutil.copytree(SAMPLE, folder / "art", dirs_exist_ok=True)
    (folder / "issue.md").write_text(TEXT, "utf8")
    return folder / "issue.md"


def _line(entry: tuple[str, object]) -> str:
    key, value = entry
    if isinstance(value, bool | float):
        return f"{key} = {str(value).lower()}"
    return f'{key} = "{value}"'


def issue_with(folder: Path, *art: dict[str, object], part: str = "masthead") -> Issue:
    """The issue of such a manuscript."""
    return read_manuscript(written(folder, *art, part=part))[0]


def composed(issue: Issue, catalogue: Catalogue) -> tuple[Edition, Layout]:
    """Such an issue on its pages."""
    layout = layout_of(issue)
    return compose(issue, layout, catalogue), layout


def scan(folder: Path, name: str, mode: str = "L") -> str:
    """A ring as a scanner has it, nearly black on nearly white; its path from the folder."""
    image = Image.new("L", (600, 300), 250)
    draw = ImageDraw.Draw(image)
    draw.ellipse((20, 20, 280, 280), fill=15)
    draw.ellipse((80, 80, 220, 220), fill=250)
    draw.rectangle((320, 20, 580, 280), fill=132)  # half of the ink, but for what is paper
    (folder / "art").mkdir(parents=True, exist_ok=True)
    made = image.point(lambda grey: 255 if grey > 200 else 0) if mode == "1" else image
    made.convert(mode).save(folder / "art" / name)
    return f"art/{name}"
