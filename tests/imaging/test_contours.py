"""The contour of what a photo shows: from its alpha channel, or found on a plain ground."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from layouts.imaging.contours import ShownRing, alpha_contour, ground_contour
from layouts.imaging.read import PhotoFile, probe

ACROSS, DOWN = 300, 400
FINE = 2.5 / 150
"""Of a photo, which is looked at in 150 × 200 pixels: a pixel, one it is grown by, and what corners
give up.
"""


def saved(folder: Path, image: Image.Image, name: str = "photo.png") -> PhotoFile:
    image.save(folder / name)
    return probe(folder / name)


def cut_out(*shapes: tuple[str, tuple[float, ...]]) -> Image.Image:
    """A transparent picture with opaque shapes, in pixels of 300 × 400."""
    image = Image.new("RGBA", (ACROSS, DOWN), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    for kind, box in shapes:
        getattr(draw, kind)(box, fill=(180, 40, 30, 255))
    return image


def on_ground(image: Image.Image, ground: tuple[int, int, int]) -> Image.Image:
    paper = Image.new("RGB", image.size, ground)
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def spread(ring: ShownRing) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


DISC = ("ellipse", (60, 100, 240, 280))


def test_the_alpha_channel_gives_the_outline_of_what_shows(tmp_path: Path) -> None:
    (ring,) = alpha_contour(saved(tmp_path, cut_out(DISC)))
    assert spread(ring) == pytest.approx((0.2, 0.25, 0.8, 0.7), abs=FINE)
    assert 8 <= len(ring) <= 60


def test_every_opaque_pixel_lies_in_the_contour(tmp_path: Path) -> None:
    image = cut_out(DISC, ("polygon", (20, 380, 150, 40, 290, 390)))
    rings = alpha_contour(saved(tmp_path, image))
    filled = Image.new("L", image.size)
    for ring in rings:
        ImageDraw.Draw(filled).polygon([(x * ACROSS, y * DOWN) for x, y in ring], fill=255)
    alpha, inside = image.getchannel("A").tobytes(), filled.tobytes()
    outside = sum(shown > 127 and not known for shown, known in zip(alpha, inside, strict=True))
    assert outside <= 0.002 * ACROSS * DOWN


def test_holes_are_filled(tmp_path: Path) -> None:
    """Text never runs inside a ring."""
    image = cut_out(DISC)
    ImageDraw.Draw(image).ellipse((110, 150, 190, 230), fill=(0, 0, 0, 0))
    assert len(alpha_contour(saved(tmp_path, image))) == 1


def test_pieces_that_stand_apart_have_a_ring_each_and_dust_has_none(tmp_path: Path) -> None:
    image = cut_out(
        ("rectangle", (20, 20, 100, 100)),
        ("rectangle", (200, 300, 280, 380)),
        ("rectangle", (200, 40, 201, 41)),
    )
    assert len(alpha_contour(saved(tmp_path, image))) == 2


def test_a_soft_shadow_pushes_no_text_away(tmp_path: Path) -> None:
    image = cut_out()
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 299, 399), fill=(0, 0, 0, 24))
    draw.rectangle((90, 120, 209, 279), fill=(180, 40, 30, 255))
    (ring,) = alpha_contour(saved(tmp_path, image))
    assert spread(ring) == pytest.approx((0.3, 0.3, 0.7, 0.7), abs=FINE)


def test_a_photo_without_alpha_or_with_nothing_in_it_has_no_contour(tmp_path: Path) -> None:
    assert alpha_contour(saved(tmp_path, on_ground(cut_out(DISC), (255, 255, 255)))) == ()
    assert alpha_contour(saved(tmp_path, cut_out())) == ()


@pytest.mark.parametrize("ground", [(255, 255, 255), (236, 240, 244), (30, 60, 110)])
@pytest.mark.parametrize("name", ["photo.png", "photo.jpg"])
def test_what_stands_on_a_plain_ground_is_found(
    tmp_path: Path, ground: tuple[int, int, int], name: str
) -> None:
    (ring,) = ground_contour(saved(tmp_path, on_ground(cut_out(DISC), ground), name))
    assert spread(ring) == pytest.approx((0.2, 0.25, 0.8, 0.7), abs=FINE)


def test_a_bust_that_stands_on_the_lower_edge_is_found(tmp_path: Path) -> None:
    """Two of the four corners are not ground."""
    bust = cut_out(DISC, ("rectangle", (0, 300, 299, 399)), ("rectangle", (120, 250, 180, 399)))
    (ring,) = ground_contour(saved(tmp_path, on_ground(bust, (250, 250, 250))))
    assert spread(ring) == pytest.approx((0.0, 0.25, 1.0, 1.0), abs=FINE)


def test_ground_inside_a_figure_belongs_to_it(tmp_path: Path) -> None:
    image = on_ground(cut_out(DISC), (255, 255, 255))
    ImageDraw.Draw(image).ellipse((110, 150, 190, 230), fill=(255, 255, 255))
    assert len(ground_contour(saved(tmp_path, image))) == 1


def test_a_busy_ground_and_an_empty_one_give_no_contour(tmp_path: Path) -> None:
    noise = random.Random(3)
    busy = Image.frombytes("RGB", (120, 90), noise.randbytes(3 * 120 * 90))
    assert ground_contour(saved(tmp_path, busy)) == ()
    assert ground_contour(saved(tmp_path, Image.new("RGB", (120, 90), "white"))) == ()


@pytest.mark.parametrize("size", [(1, 1), (1, 400), (900, 2), (3, 3)])
def test_pictures_of_hardly_any_pixels_do_no_harm(tmp_path: Path, size: tuple[int, int]) -> None:
    image = saved(tmp_path, Image.new("RGBA", size, (9, 9, 9, 255)))
    clear = saved(tmp_path, Image.new("RGBA", size, (9, 9, 9, 0)), "clear.png")
    for find in (alpha_contour, ground_contour):
        for ring in (*find(image), *find(clear)):
            assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in ring)


def test_confetti_is_closed_up_or_has_none(tmp_path: Path) -> None:
    spots = random.Random(5)
    image = cut_out()
    draw = ImageDraw.Draw(image)
    for _ in range(300):
        x, y = spots.randrange(ACROSS), spots.randrange(DOWN)
        draw.ellipse((x, y, x + 14, y + 14), fill=(0, 0, 0, 255))
    rings = alpha_contour(saved(tmp_path, image))
    assert len(rings) <= 12
    assert sum(map(len, rings)) <= 200


def test_the_same_file_gives_the_same_contour(tmp_path: Path) -> None:
    photo = saved(tmp_path, cut_out(DISC, ("polygon", (20, 380, 150, 40, 290, 390))))
    assert alpha_contour(photo) == alpha_contour(photo)


def test_what_lies_on_its_side_in_the_file_is_found_upright(tmp_path: Path) -> None:
    """EXIF orientation 6: fractions are those of the upright photo."""
    image = on_ground(
        cut_out(
            ("rectangle", (0, 0, 99, 399)),
        ),
        (255, 255, 255),
    )
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(tmp_path / "turned.jpg", exif=exif)
    (ring,) = ground_contour(probe(tmp_path / "turned.jpg"))
    # its left third is on top
    assert spread(ring) == pytest.approx((0.0, 0.0, 1.0, 1 / 3), abs=FINE)
