"""Pages saved as pictures hold the page and nothing of what the camera said of its photos."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from desktop.window_parts.page_pictures import page_picture, png
from layouts.page.item import Picture
from layouts.page.page import Page

SECRET = "31.38N 121.25E, taken by Li"


def test_a_page_saved_as_png_does_not_say_where_its_photo_was_taken(
    qtbot: object, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = SECRET  # description and artist
    Image.new("RGB", (80, 60), "red").save(
        tmp_path / "photo.jpg", exif=exif, comment=SECRET.encode()
    )
    assert SECRET.encode() in (tmp_path / "photo.jpg").read_bytes()
    page = Page(1, 100, 80, pictures=[Picture(10, 10, 80, 60, str(tmp_path / "photo.jpg"), "")])
    data = png(page_picture(page, 200))
    with Image.open(io.BytesIO(data)) as image:
        assert image.convert("RGB").getpixel((100, 80))[0] > 200  # the photo is there
        assert set(image.info) <= {"dpi", "gamma", "srgb"}
    assert SECRET.encode() not in data
