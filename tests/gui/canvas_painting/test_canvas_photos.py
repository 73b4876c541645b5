"""Photos on the canvas: of every kind as the PDF shows them, read beside the window, kept within
bounds, read again when they change.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from paint_editions import page_of_photo
from painted import drawn_by_poppler, pillow
from photo_card import COLOURS, TURNS, card
from PIL import Image, ImageChops, ImageCms, ImageStat
from PySide6.QtGui import QColorSpace, QImage

from desktop.canvas.painter import PagePainter
from desktop.canvas.photo_image import halvings, load_photo
from desktop.canvas.pictures import PictureStore
from fonts.catalogue import Catalogue
from layouts.errors import PhotoError
from layouts.paint.pdf import write_pdf

AHEAD = 10**12
"""Nanoseconds between two times of a file: more than any file system rounds away."""


def shades() -> Image.Image:
    """Soft colours with many values, as a photograph has them."""
    grey = Image.linear_gradient("L").resize((160, 96))
    return Image.merge(
        "RGB",
        (
            grey,
            grey.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
            grey.rotate(180).point(lambda value: value // 2),
        ),
    )


def near(image: QImage, most: int) -> bool:
    corners = [
        pillow(image).getpixel((image.width() * x // 4, image.height() * y // 4))
        for y in (1, 3)
        for x in (1, 3)
    ]
    return all(
        abs(a - b) <= most
        for one, other in zip(corners, COLOURS, strict=True)
        for a, b in zip(one, other, strict=True)
    )


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "tif"])
def test_every_orientation_is_shown_upright(orientation: int, kind: str, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / f"card.{kind}"
    options = (
        {"tiffinfo": {0x0112: orientation}} if kind == "tif" else {"exif": exif, "quality": 95}
    )
    (card().transpose(TURNS[orientation]) if orientation > 1 else card()).save(path, **options)
    for width in (80, 20):
        photo = load_photo(path, width)
        assert (photo.width, photo.height) == (80, 48)
        assert (photo.image.width(), photo.image.height()) == (width, 48 * width // 80)
        assert near(photo.image, 24)


def kinds(folder: Path) -> dict[str, Path]:
    """A file of every kind that a PDF gets in another way."""
    image, grey = shades(), Image.linear_gradient("L").resize((160, 96))
    soft = image.convert("RGBA")
    soft.putalpha(grey)
    deep = grey.convert("I").point(lambda value: value * 257).convert("I;16")
    linear = bytes(QColorSpace(QColorSpace.NamedColorSpace.SRgbLinear).iccProfile())
    wide = bytes(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb).iccProfile())
    made: dict[str, tuple[Image.Image, dict[str, object]]] = {
        "rgb.jpg": (image, {"quality": 95}),
        "progressive.jpg": (image, {"quality": 95, "progressive": True}),
        "grey.jpg": (grey, {"quality": 95}),
        "cmyk.jpg": (image.convert("CMYK"), {"quality": 95}),
        "adobe-rgb.jpg": (image, {"quality": 95, "icc_profile": wide}),
        "linear.png": (image, {"icc_profile": linear}),
        "rgb.png": (image, {}),
        "grey.png": (grey, {}),
        "bilevel.png": (grey.convert("1"), {}),
        "palette.png": (image.quantize(16), {}),
        "soft.png": (soft, {}),
        "hole.png": (image.quantize(8), {"transparency": 3}),
        "deep.png": (deep, {}),
        "deep.tif": (deep, {}),
        "rgb.tif": (image, {"compression": "tiff_lzw"}),
        "cmyk.tif": (image.convert("CMYK"), {}),
        "rgb.webp": (image, {"lossless": True}),
        "soft.webp": (soft, {"lossless": True}),
        "rgb.gif": (image.quantize(32), {}),
        "rgb.bmp": (image, {}),
    }
    for name, (content, options) in made.items():
        content.save(folder / name, **options)
    return {name: folder / name for name in made}


def test_every_kind_looks_as_in_the_pdf(
    page_painter: PagePainter, catalogue: Catalogue, tmp_path: Path
) -> None:
    for name, path in kinds(tmp_path).items():
        edition = page_of_photo(path, 160, 96)
        theirs = drawn_by_poppler(
            write_pdf(edition, catalogue), 1, 72, 4, (0, 0, 160, 96), tmp_path
        )
        ours = pillow(page_painter.page_image(edition.pages[0], 72))
        apart = max(ImageStat.Stat(ImageChops.difference(ours.reduce(4), theirs.reduce(4))).mean)
        print(f"{name}: {apart:.2f} of 255 apart")
        assert apart < 2.5, name


def test_a_grey_profile_is_applied(tmp_path: Path) -> None:
    """Linear grey: half the light is far above the middle of sRGB."""
    profile = QColorSpace(
        QColorSpace(QColorSpace.NamedColorSpace.SRgb).whitePoint(),
        QColorSpace.TransferFunction.Linear,
    )
    Image.new("L", (40, 30), 128).save(
        tmp_path / "grey.png", icc_profile=bytes(profile.iccProfile())
    )
    assert load_photo(tmp_path / "grey.png", 40).image.pixelColor(5, 5).red() == pytest.approx(
        188, abs=2
    )


def test_a_profile_for_other_components_is_passed_over(tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("L", (40, 30), 128).save(tmp_path / "grey.png", icc_profile=srgb)
    assert load_photo(tmp_path / "grey.png", 40).image.pixelColor(5, 5).red() == 128


@pytest.mark.parametrize(
    ("width", "steps"),
    [(1e9, 0), (1800, 0), (901, 0), (900, 1), (451, 1), (450, 2), (1, 10), (0.1, 10)],
)
def test_a_photo_is_halved_as_often_as_leaves_enough_pixels(width: float, steps: int) -> None:
    assert halvings(1800, 1125, width, None) == steps


def test_a_photo_never_takes_more_pixels_than_allowed() -> None:
    assert halvings(8000, 6000, 8000, 4_000_000) == 2


def test_a_photo_arrives_later_and_says_so(qtbot, tmp_path: Path) -> None:
    card().save(tmp_path / "card.png")
    path = str(tmp_path / "card.png")
    store = PictureStore()
    with qtbot.waitSignal(store.ready) as arrived:
        assert store.photo(path, 80) is None
    assert arrived.args == [path]
    photo = store.photo(path, 80)
    assert isinstance(photo, QImage)
    assert near(photo, 1)
    store.close()


def test_a_coarse_photo_stands_in_until_the_fine_one_arrives(qtbot, tmp_path: Path) -> None:
    card(800, 480).save(tmp_path / "card.png")
    path = str(tmp_path / "card.png")
    store = PictureStore()
    with qtbot.waitSignal(store.ready):
        store.photo(path, 100)
    with qtbot.waitSignal(store.ready):
        coarse = store.photo(path, 800)
    assert coarse.width() == 100
    assert store.photo(path, 800).width() == 800
    assert store.photo(path, 90).width() == 100
    store.close()


@pytest.mark.parametrize("content", [None, b"", b"no photo", b"\xff\xd8\xff\xe0 cut short"])
def test_a_missing_or_broken_photo_is_looked_at_once(
    qtbot, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "broken.jpg"
    if content is not None:
        path.write_bytes(content)
    store = PictureStore()
    with qtbot.waitSignal(store.ready):
        store.photo(str(path), 80)
    with qtbot.assertNotEmitted(store.ready, wait=100):
        assert isinstance(store.photo(str(path), 80), PhotoError)
    store.close()


def test_a_changed_file_is_read_again(qtbot, tmp_path: Path) -> None:
    path = tmp_path / "card.png"
    Image.new("RGB", (80, 48), "red").save(path)
    store = PictureStore()
    with qtbot.waitSignal(store.ready):
        store.photo(str(path), 80)
    with qtbot.assertNotEmitted(store.ready, wait=50):
        store.look_again()
    Image.new("RGB", (80, 48), "blue").save(path)
    os.utime(path, ns=(AHEAD, path.stat().st_mtime_ns + AHEAD))
    with qtbot.waitSignal(store.ready):
        store.look_again()
        assert store.photo(str(path), 80).pixelColor(1, 1).red() == 255  # the old one until then
    assert store.photo(str(path), 80).pixelColor(1, 1).blue() == 255
    path.unlink()
    with qtbot.waitSignal(store.ready):
        store.look_again()
    assert isinstance(store.photo(str(path), 80), PhotoError)
    assert store.bytes_held == 0
    store.close()


def test_the_photos_not_used_for_longest_are_forgotten(qapp, tmp_path: Path) -> None:
    paths = [str(tmp_path / f"{k}.png") for k in range(6)]
    for path in paths:
        card().save(path)
    room = 3 * 80 * 48 * 4
    store = PictureStore(load_now=True, most_bytes=room)
    for path in (*paths, paths[3], paths[0]):
        assert isinstance(store.photo(path, 80), QImage)
        assert store.bytes_held <= room


def test_a_photo_larger_than_all_the_room_is_shown(qapp, tmp_path: Path) -> None:
    card().save(tmp_path / "card.png")
    assert isinstance(
        PictureStore(load_now=True, most_bytes=10).photo(str(tmp_path / "card.png"), 80), QImage
    )


def test_closing_waits_for_what_is_being_read(qapp, tmp_path: Path) -> None:
    store = PictureStore()
    for k in range(8):
        shades().resize((1600, 960)).save(tmp_path / f"{k}.png")
        store.photo(str(tmp_path / f"{k}.png"), 1600)
    store.close()


def test_a_store_may_go_while_photos_are_being_read(
    qapp, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store = PictureStore()
    for k in range(8):
        shades().resize((1600, 960)).save(tmp_path / f"{k}.png")
        store.photo(str(tmp_path / f"{k}.png"), 1600)
    del store
    qapp.processEvents()
    assert not capfd.readouterr().err
