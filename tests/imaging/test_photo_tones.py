"""Photos are straightened, made grey, lighter and harder as one place says, and nothing is blank or
clipped by it.
"""

from __future__ import annotations

from itertools import pairwise
from math import cos, radians, sin
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from paint_editions import page_of_photo
from paint_reading import Reading
from PIL import Image, ImageChops, ImageCms, ImageDraw

from fonts.catalogue import Catalogue
from layouts.imaging.read import embed, probe
from layouts.imaging.tone import BRIGHTEST, curve, grey_of, straightened, toned
from layouts.page.item import Picture
from layouts.page.page import Edition, Page
from layouts.paint.pdf import write_pdf
from layouts.photo_tone import AS_IT_IS, PhotoTone, kept_of

turns = st.floats(-10, 10)
sides = st.integers(1, 400)
parts = st.floats(-1, 1)


def noise(size: tuple[int, int] = (200, 120)) -> Image.Image:
    grey = Image.effect_noise(size, 60)
    return Image.merge("RGB", [ImageChops.offset(grey, 7 * k) for k in range(3)])


def saved(image: Image.Image, path: Path, **options: object) -> Path:
    image.save(path, **options)
    return path


# -- straightened ----------------------------------------------------------------------------------


def is_inside(degrees: float, width: float, height: float, kept: float) -> bool:
    """Whether the corners of what is kept lie in the photo, turned back."""
    turn = radians(degrees)
    return all(
        abs(x * cos(turn) - y * sin(turn)) <= width / 2 * (1 + 1e-9)
        and abs(x * sin(turn) + y * cos(turn)) <= height / 2 * (1 + 1e-9)
        for x in (-kept * width / 2, kept * width / 2)
        for y in (-kept * height / 2, kept * height / 2)
    )


@given(turns, st.floats(1, 9000), st.floats(1, 9000))
def test_what_is_kept_is_the_largest_without_blank_corners(
    degrees: float, width: float, height: float
) -> None:
    kept = kept_of(degrees, width, height)
    assert is_inside(degrees, width, height, kept)
    assert kept == 1 or not is_inside(degrees, width, height, kept * 1.0001)


@given(turns, sides, sides)
def test_no_corner_is_blank(degrees: float, width: int, height: int) -> None:
    plain = Image.new("RGB", (width, height), (10, 200, 30))
    assert straightened(plain, degrees).getcolors() == [
        (straightened(plain, degrees).width * straightened(plain, degrees).height, (10, 200, 30))
    ]


@given(turns, st.integers(40, 400), st.integers(40, 400))
def test_proportions_stay(degrees: float, width: int, height: int) -> None:
    made = straightened(Image.new("L", (width, height)), degrees)
    kept = kept_of(degrees, width, height)
    assert abs(made.width - kept * width) <= 0.5
    assert abs(made.height - kept * height) <= 0.5


@pytest.mark.parametrize("degrees", [-8.0, -0.5, 3.0, 10.0])
def test_a_horizon_comes_level(degrees: float) -> None:
    """A line that falls to the right by so many degrees lies flat once the photo is turned back."""
    image, tilt = Image.new("L", (600, 400), 255), radians(degrees)
    away = (900 * cos(tilt), 900 * sin(tilt))
    ImageDraw.Draw(image).line(
        (300 - away[0], 200 - away[1], 300 + away[0], 200 + away[1]), 0, width=7
    )
    level = straightened(image, degrees)
    left, right = (
        [level.getpixel((x, y)) for y in range(level.height)] for x in (9, level.width - 10)
    )
    assert abs(left.index(min(left)) - right.index(min(right))) <= 1


def test_transparency_turns_along() -> None:
    image, hole = noise(), Image.new("L", (200, 120), 255)
    hole.paste(0, (0, 0, 200, 60))
    colours, alpha = toned(image, hole, PhotoTone(straighten=5))
    assert alpha is not None
    assert alpha.size == colours.size
    assert alpha.getextrema() == (0, 255)


# -- lighter and harder ----------------------------------------------------------------------------


@given(parts, parts)
def test_black_stays_black_white_stays_paper_and_the_order_stays(light: float, hard: float) -> None:
    values = curve(light, hard)
    assert (values[0], values[255]) == (0, 255)
    assert all(one <= other for one, other in pairwise(values))


@given(st.floats(0.05, 1))
def test_lighter_is_lighter_and_darker_is_darker(light: float) -> None:
    assert curve(light, 0)[128] > 128 > curve(-light, 0)[128]


def test_middle_grey_has_the_odds_that_are_documented() -> None:
    assert curve(1, 0)[128] == pytest.approx(255 * BRIGHTEST / (1 + BRIGHTEST), abs=1)


@given(parts)
def test_contrast_leaves_the_middle(hard: float) -> None:
    assert curve(0, hard)[127] in {126, 127}
    assert curve(0, hard)[128] in {128, 129}


def test_more_contrast_parts_light_and_dark() -> None:
    hard, soft = curve(0, 0.5), curve(0, -0.5)
    assert hard[64] < 64 < soft[64]
    assert soft[192] < 192 < hard[192]


def test_nothing_changes_where_nothing_is_asked() -> None:
    assert curve(0, 0) == bytes(range(256))


# -- grey ------------------------------------------------------------------------------------------


def test_greys_are_as_light_as_the_colours_were() -> None:
    """By LittleCMS: the lightness of a colour and that of the grey made of it."""
    swatches = Image.new("RGB", (6, 1))
    for k, colour in enumerate(
        ((255, 0, 0), (0, 255, 0), (0, 0, 255), (200, 30, 90), (20, 90, 60), (240, 240, 20))
    ):
        swatches.putpixel((k, 0), colour)
    lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    before = lab.apply(swatches).getchannel("L").tobytes()
    after = lab.apply(grey_of(swatches).convert("RGB")).getchannel("L").tobytes()
    assert all(abs(one - other) <= 2 for one, other in zip(before, after, strict=True))


def test_greys_stay_themselves() -> None:
    ramp = Image.frombytes("L", (256, 1), bytes(range(256)))
    assert grey_of(ramp.convert("RGB")).tobytes() == ramp.tobytes()


def test_a_large_photo_is_made_grey_in_strips_like_a_small_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    image = noise()
    whole = grey_of(image)
    monkeypatch.setattr("layouts.imaging.tone._AT_ONCE", 1000)
    assert grey_of(image).tobytes() == whole.tobytes()


# -- in a PDF --------------------------------------------------------------------------------------


def test_a_photo_without_edits_stands_as_its_file_has_it(tmp_path: Path) -> None:
    path = saved(noise(), tmp_path / "photo.jpg", quality=90)
    assert embed(probe(path), AS_IT_IS) == embed(probe(path))
    assert embed(probe(path)).data in path.read_bytes()


@pytest.mark.parametrize(
    "tone", [PhotoTone(straighten=2), PhotoTone(brightness=0.3), PhotoTone(grey=True)]
)
@pytest.mark.parametrize("kind", ["jpg", "png", "tif"])
def test_a_photo_with_edits_is_packed_anew(kind: str, tone: PhotoTone, tmp_path: Path) -> None:
    image = noise()
    made = embed(probe(saved(image, tmp_path / f"photo.{kind}", quality=95)), tone)
    kept = kept_of(tone.straighten, 200, 120)
    assert (made.width, made.height) == (round(200 * kept), round(120 * kept))
    assert made.components == (1 if tone.grey else 3)
    assert made.orientation == 1


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "CMYK"])
def test_every_kind_of_pixels_can_be_edited(mode: str, tmp_path: Path) -> None:
    image = noise().convert(mode)
    kind = "tif" if mode == "CMYK" else "png"
    path = saved(image, tmp_path / f"photo.{kind}")
    made = embed(probe(path), PhotoTone(3, 0.2, -0.2, grey=True))
    assert made.components == 1


def page_with(path: Path, *tones: PhotoTone) -> Edition:
    page = Page(1, 300, 400)
    page.pictures += [
        Picture(20, 20 + 90 * k, 100, 60, str(path), "", tone=tone) for k, tone in enumerate(tones)
    ]
    return replace(page_of_photo(path), pages=(page,))


def test_one_file_in_two_tones_is_two_pictures(tmp_path: Path) -> None:
    path = saved(noise(), tmp_path / "photo.jpg", quality=90)
    reading = Reading(
        write_pdf(page_with(path, AS_IT_IS, PhotoTone(grey=True), AS_IT_IS), Catalogue())
    )
    images = reading.pdf.pages[0].Resources.XObject
    assert [str(images[name].ColorSpace) for name in ("/P1", "/P2")] == [
        "/DeviceRGB",
        "/DeviceGray",
    ]
    assert len(images) == 2
