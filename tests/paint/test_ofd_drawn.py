"""Pictures, rules, boxes and drawings of an OFD."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from ofd_reading import OfdReading, faults
from paint_editions import RED, edition
from PIL import Image, ImageCms, ImageDraw

from fonts.catalogue import Catalogue
from layouts.errors import PhotoError
from layouts.geometry import Outline
from layouts.page.item import ArtShape, Box, Fill, Ink, Picture, Rule
from layouts.page.page import Page
from layouts.paint.ofd.writing import write_ofd
from layouts.photo_tone import PhotoTone

FACES = Catalogue()
MM = 25.4 / 72
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""What brings an upright picture into the order in which a camera held so stores it (Exif 3.0
4.6.5).
"""

CORNERS = {"red": (0, 0), "blue": (1, 0), "green": (0, 1), "white": (1, 1)}


def four() -> Image.Image:
    """Red, blue, green and white quarters, as they are to be seen."""
    image = Image.new("RGB", (64, 32), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 31, 15), fill="red")
    draw.rectangle((32, 0, 63, 15), fill="blue")
    draw.rectangle((0, 16, 31, 31), fill="green")
    return image


def read(*pictures: Picture, **items: list[object]) -> OfdReading:
    data = write_ofd(edition(Page(1, 300.0, 400.0, pictures=[*pictures], **items)), FACES)
    assert faults(data) == []
    return OfdReading(data)


def picture(path: Path, **more: object) -> Picture:
    return Picture(10.0, 20.0, 80.0, 40.0, str(path), "", **more)


def shown(reading: OfdReading, size: tuple[int, int] = (64, 32)) -> Image.Image:
    """The page's picture as its matrix sets it into its frame (GB/T 33190 10, 8.5)."""
    placed = reading.objects("ImageObject")[0]
    image = reading.picture(placed.get("ResourceID")).convert("RGBA")
    width, height = map(float, placed.get("Boundary").split()[2:])
    a, b, c, d, e, f = map(float, placed.get("CTM").split())
    whole = Image.new("RGBA", size)
    det = a * d - b * c
    for y in range(size[1]):
        for x in range(size[0]):
            at = (x + 0.5) / size[0] * width - e, (y + 0.5) / size[1] * height - f
            u, v = (d * at[0] - c * at[1]) / det, (a * at[1] - b * at[0]) / det
            if 0 <= u < 1 and 0 <= v < 1:
                whole.putpixel(
                    (x, y), image.getpixel((int(u * image.width), int(v * image.height)))
                )
    return whole


def near(one: tuple[int, ...], colour: str) -> bool:
    wanted = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
    return all(abs(a - b) < 12 for a, b in zip(one, wanted, strict=False))


# -- pictures --------------------------------------------------------------------------------------


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_upright_however_the_camera_was_held(tmp_path: Path, orientation: int) -> None:
    stored = four().transpose(TURNS[orientation]) if orientation > 1 else four()
    said = Image.Exif()
    said[0x0112] = orientation
    stored.save(tmp_path / "photo.jpg", exif=said, quality=95, subsampling=0)
    seen = shown(read(picture(tmp_path / "photo.jpg")))
    for colour, (right, low) in CORNERS.items():
        assert near(seen.getpixel((16 + 32 * right, 8 + 16 * low)), colour)
    assert all(seen.getpixel(at)[3] == 255 for at in ((0, 0), (63, 0), (0, 31), (63, 31)))


@pytest.mark.parametrize("orientation", [1, 6])
def test_what_is_cropped_is_not_in_the_file(tmp_path: Path, orientation: int) -> None:
    stored = four().transpose(TURNS[orientation]) if orientation > 1 else four()
    said = Image.Exif()
    said[0x0112] = orientation
    stored.save(tmp_path / "photo.jpg", exif=said, quality=95, subsampling=0)
    reading = read(picture(tmp_path / "photo.jpg", crop=(0.5, 0.0, 0.0, 0.5)))
    placed = reading.objects("ImageObject")[0]
    image = reading.picture(placed.get("ResourceID"))
    assert image.size == (32, 16)
    assert near(image.getpixel((16, 8)), "blue")
    assert placed.get("CTM") == "28.222 0 0 14.111 0 0"


def test_a_photo_stands_in_the_file_byte_for_byte_and_once(tmp_path: Path) -> None:
    four().save(tmp_path / "photo.jpg", quality=80)
    one = picture(tmp_path / "photo.jpg")
    reading = read(one, one._replace(y=200.0))
    first, second = reading.objects("ImageObject")
    assert first.get("ResourceID") == second.get("ResourceID")
    path = reading.resources[first.get("ResourceID")]
    assert reading.archive.read(path) == (tmp_path / "photo.jpg").read_bytes()


def test_two_parts_of_a_photo_are_two_pictures(tmp_path: Path) -> None:
    four().save(tmp_path / "photo.png")
    halves = [
        picture(tmp_path / "photo.png", crop=crop)
        for crop in ((0.0, 0.0, 0.5, 0.0), (0.5, 0.0, 0.0, 0.0))
    ]
    reading = read(*halves)
    seen = [
        reading.picture(one.get("ResourceID")).convert("RGB").getpixel((16, 8))
        for one in reading.objects("ImageObject")
    ]
    assert seen == [(255, 0, 0), (0, 0, 255)]


def test_a_photo_in_its_tone(tmp_path: Path) -> None:
    four().save(tmp_path / "photo.png")
    seen = shown(read(picture(tmp_path / "photo.png", tone=PhotoTone(grey=True))))
    red, green, blue, _ = seen.getpixel((16, 8))
    assert red == green == blue


def test_a_photo_in_another_profile_comes_in_srgb(tmp_path: Path) -> None:
    # ISO coated red is no red of Pillow's own inversion: the profile has been asked
    profile = Path(__file__).parents[2] / "resources/profiles/ISOcoated_v2_300_bas.icc"
    ink = Image.new("CMYK", (32, 32), (0, 255, 255, 0))
    ink.save(tmp_path / "ink.tif", icc_profile=profile.read_bytes())
    theirs = ImageCms.profileToProfile(
        ink,
        ImageCms.ImageCmsProfile(str(profile)),
        ImageCms.createProfile("sRGB"),
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
    )
    seen = shown(read(picture(tmp_path / "ink.tif"))).getpixel((16, 8))
    assert seen[:3] == theirs.getpixel((0, 0))


def test_what_shows_through_shows_through(tmp_path: Path) -> None:
    seal = four().convert("RGBA")
    seal.putalpha(Image.new("L", seal.size, 128))
    seal.save(tmp_path / "seal.png")
    assert shown(read(picture(tmp_path / "seal.png"))).getpixel((16, 8)) == (255, 0, 0, 128)


@pytest.mark.parametrize(("mode", "half"), [("1", 255), ("L", 100)])
def test_art_in_one_ink_lies_on_what_is_below(tmp_path: Path, mode: str, half: int) -> None:
    scan = Image.new("L", (64, 32), 255)
    ImageDraw.Draw(scan).rectangle((0, 0, 31, 31), fill=0)
    if mode == "L":
        ImageDraw.Draw(scan).rectangle((32, 0, 63, 15), fill=128)
    scan.convert(mode).save(tmp_path / "name.png")
    seen = shown(read(picture(tmp_path / "name.png", ink=RED, role="masthead")))
    assert seen.getpixel((16, 8)) == (204, 26, 26, 255)
    assert seen.getpixel((48, 24))[3] == 0
    assert half == 255 or 0 < seen.getpixel((48, 8))[3] < 255


def test_a_photo_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(PhotoError, match=r"gone\.jpg"):
        read(picture(tmp_path / "gone.jpg"))


def test_a_photo_that_is_damaged_inside_and_cropped_is_named(tmp_path: Path) -> None:
    out = io.BytesIO()
    four().resize((640, 320)).save(out, "JPEG", quality=95)
    data = bytearray(out.getvalue())
    # a table of Huffman codes without a code: nothing can be decoded with it
    at = data.index(b"\xff\xc4")
    data[at + 5 : at + 21] = bytes(16)
    (tmp_path / "photo.jpg").write_bytes(data)
    with pytest.raises(PhotoError, match=r"photo\.jpg"):
        read(picture(tmp_path / "photo.jpg", crop=(0.1, 0.0, 0.0, 0.0)))


# -- paths -----------------------------------------------------------------------------------------


def path_of(reading: OfdReading) -> tuple[list[list[float]], object]:
    """The only path of a page, each operator's numbers counted from the page in points."""
    (made,) = reading.objects("PathObject")
    left, top = map(float, made.get("Boundary").split()[:2])
    steps: list[list[float]] = []
    for word in made[-1].text.split():
        if word.isalpha():
            steps.append([])
        else:
            corner = top if len(steps[-1]) % 2 else left
            steps[-1].append(round((float(word) + corner) / MM, 2))
    return steps, made


def test_a_box_is_filled_where_it_stands() -> None:
    steps, made = path_of(read(boxes=[Box(10.0, 20.0, 30.0, 5.0, RED)]))
    assert steps == [[10, 20], [40, 20], [40, 25], [10, 25], []]
    assert (made.get("Stroke"), made.get("Fill")) == ("false", "true")
    assert made[0].get("Value") == "204 26 26"


def test_a_rule_has_its_width_and_dashes() -> None:
    rule = Rule(10.0, 20.0, 110.0, 20.0, 2.0, RED, (6.0, 3.0))
    steps, made = path_of(read(rules=[rule]))
    assert steps == [[10, 20], [110, 20]]
    assert float(made.get("LineWidth")) == pytest.approx(2 * MM, abs=0.001)
    assert made.get("DashPattern") == "2.117 1.058"
    # its boundary holds the stroke: a path of no height would be cut off whole
    top, height = (float(made.get("Boundary").split()[k]) for k in (1, 3))
    assert top <= 19 * MM
    assert top + height >= 21 * MM


def test_dots_are_discs() -> None:
    steps, made = path_of(read(rules=[Rule(10.0, 20.0, 22.0, 20.0, 2.0, RED, (0.0, 4.0), True)]))
    starts = [step for step in steps if len(step) == 2]
    # at 10, 14, 18 and 22, from the right side of each
    assert starts == [[11, 20], [15, 20], [19, 20], [23, 20]]
    assert made.get("Fill") == "true"


def test_a_drawing_keeps_its_curves_and_holes() -> None:
    outlines = (
        Outline((10.0, 10.0), ((50.0, 10.0), (60.0, 20.0, 60.0, 40.0, 50.0, 50.0))),
        Outline((20.0, 20.0), ((30.0, 20.0), (30.0, 30.0))),
    )
    shape = ArtShape(
        10, 10, 50, 40, (Fill(outlines, Ink("blue", (0, 0, 1)), True),), "", "masthead"
    )
    steps, made = path_of(read(shapes=[shape]))
    assert steps == [
        [10, 10],
        [50, 10],
        [60, 20, 60, 40, 50, 50],
        [],
        [20, 20],
        [30, 20],
        [30, 30],
        [],
    ]
    assert made.get("Rule") == "Even-Odd"


def test_items_are_painted_in_the_order_of_the_pdf(tmp_path: Path) -> None:
    four().save(tmp_path / "photo.png")
    reading = read(
        picture(tmp_path / "photo.png"),
        boxes=[Box(0, 0, 9, 9, RED)],
        rules=[Rule(0, 0, 9, 9, 1)],
    )
    layer = reading.page().find(".//{*}Layer")
    assert [one.tag.partition("}")[2] for one in layer] == [
        "PathObject",
        "ImageObject",
        "PathObject",
    ]
