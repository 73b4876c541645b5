"""Photos that are edited look on the canvas as they do in the PDF, whatever file they come from."""

from __future__ import annotations

from pathlib import Path

import pytest
from colour_difference import apart
from msgspec.structs import replace
from paint_editions import page_of_photo
from painted import drawn_by_poppler, pillow
from PIL import Image, ImageCms, ImageDraw, ImageFilter
from test_canvas_photos import kinds

from desktop.canvas.painter import PagePainter
from desktop.canvas.pictures import PictureStore
from fonts.catalogue import Catalogue
from layouts.page.page import Edition
from layouts.paint.pdf import write_pdf
from layouts.photo_tone import PhotoTone

TONES = {
    "straightened": PhotoTone(straighten=4.0),
    "lighter": PhotoTone(brightness=0.4, contrast=-0.3),
    "harder": PhotoTone(brightness=-0.2, contrast=0.6),
    "grey": PhotoTone(grey=True),
    "all": PhotoTone(-6.5, 0.2, 0.3, grey=True),
}


def edited(path: Path, tone: PhotoTone) -> Edition:
    edition = page_of_photo(path, 160, 96)
    page = edition.pages[0]
    return replace(
        edition,
        pages=(replace(page, pictures=[one._replace(tone=tone) for one in page.pictures]),),
    )


def lab(image: Image.Image) -> Image.Image:
    soft = image.filter(ImageFilter.BoxBlur(2)).reduce(4)
    to_lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    return to_lab.apply(soft)


@pytest.mark.parametrize("name", TONES)
def test_an_edited_photo_looks_as_in_the_pdf(
    name: str, page_painter: PagePainter, catalogue: Catalogue, tmp_path: Path
) -> None:
    made = kinds(tmp_path)
    # dots of a screen are none after they are turned: of black and white, drawings alone are
    drawing = Image.new("1", (160, 96), 1)
    ImageDraw.Draw(drawing).ellipse((30, 20, 120, 80), 0)
    drawing.save(made["bilevel.png"])
    for kind, path in made.items():
        edition = edited(path, TONES[name])
        theirs = drawn_by_poppler(
            write_pdf(edition, catalogue), 1, 72, 4, (0, 0, 160, 96), tmp_path
        )
        ours = pillow(page_painter.page_image(edition.pages[0], 72))
        median, most = apart(lab(ours), lab(theirs))
        print(f"{kind}: ΔE {median:.2f}, {most:.2f}")
        assert median < 0.6, kind
        assert most < 2, kind


def test_only_the_edited_use_of_a_file_looks_otherwise(tmp_path: Path) -> None:
    Image.new("RGB", (90, 60), (200, 40, 40)).save(tmp_path / "red.png")
    store = PictureStore(load_now=True)
    plain = store.photo(str(tmp_path / "red.png"), 90)
    grey = store.photo(str(tmp_path / "red.png"), 90, PhotoTone(grey=True))
    assert pillow(plain).getpixel((5, 5)) == (200, 40, 40)
    assert len(set(pillow(grey).getpixel((5, 5)))) == 1


def test_a_straightened_photo_is_read_as_fine_as_it_is_wanted(tmp_path: Path) -> None:
    """What is cut off is not shown: more of the file is needed for the same width."""
    Image.new("RGB", (800, 600), "teal").save(tmp_path / "sea.png")
    store = PictureStore(load_now=True)
    store.photo(str(tmp_path / "sea.png"), 400)
    assert store.photo(str(tmp_path / "sea.png"), 400).width() == 400
    assert store.photo(str(tmp_path / "sea.png"), 400, PhotoTone(straighten=10)).width() >= 400


def test_a_photo_on_the_screen_has_no_more_pixels_than_are_shown(qtbot, tmp_path: Path) -> None:
    """A slider that is dragged waits for each of them."""
    Image.effect_noise((1600, 1200), 60).convert("RGB").save(tmp_path / "noise.png")
    store, path = PictureStore(), str(tmp_path / "noise.png")
    with qtbot.waitSignal(store.ready):
        store.photo(path, 300)
    assert store.photo(path, 300).width() == 400
    assert store.photo(path, 300, PhotoTone(brightness=0.2)).width() == 300
    store.close()
