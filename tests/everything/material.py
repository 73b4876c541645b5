"""The issue that has every kind of photo, box and quote, beside the photos it names."""

from __future__ import annotations

from pathlib import Path

from cut_outs import vase
from PIL import Image, ImageDraw

HERE = Path(__file__).parent
PHOTOS = HERE.parents[1] / "resources" / "sample" / "photos"


def photos_in(folder: Path) -> None:
    """The photos that the manuscript names."""
    for photo in sorted(PHOTOS.glob("*.jpg")):
        _enlarged(photo, folder / photo.name)
    vase().save(folder / "vase.png")
    _star(1200).save(folder / "star.png")


def set_in(layout: str, folder: Path) -> Path:
    """The manuscript set in the layout of that name, beside its photos."""
    text = (HERE / "issue.md").read_text("utf8")
    path = folder / f"{layout}.md"
    path.write_text(text.replace("layout: neikan-a4-2col", f"layout: {layout}"), "utf8")
    return path


def _enlarged(photo: Path, made: Path) -> None:
    """As a camera gives it: pixels enough for a spread in print."""
    with Image.open(photo) as image:
        image.resize((ENLARGED * image.width, ENLARGED * image.height)).save(made, quality=75)


ENLARGED = 2

CORNERS = (50, 0), (63, 36), (100, 38), (70, 60), (82, 100), (50, 76), (18, 100), (30, 60), (0, 38)
LAST_CORNER = (37, 36)


def _star(size: int) -> Image.Image:
    """A red star on white; the manuscript has its corners."""
    image = Image.new("RGB", (size, size), "white")
    corners = [(x * size / 100, y * size / 100) for x, y in (*CORNERS, LAST_CORNER)]
    ImageDraw.Draw(image).polygon(corners, fill=(170, 50, 44))
    return image
