"""Photos that are edited, on plates: edited before anything is converted, grey ones in black ink
alone.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from colour_difference import apart
from msgspec.structs import replace
from paint_editions import page_of_photo
from PIL import Image, ImageChops, ImageCms
from plates import separate

from fonts.catalogue import Catalogue
from layouts.imaging.raster import Raster
from layouts.imaging.tone import toned
from layouts.page.item import Picture
from layouts.page.measures import effective_ppi
from layouts.page.page import Edition, Page
from layouts.paint.pdf import write_pdf
from layouts.photo_tone import PhotoTone, kept_of
from layouts.prepress.photo_packer import Use, pack_for, uses_of
from layouts.prepress.preset import Preset
from resources import resource

PROFILE = resource("profiles/ISOcoated_v2_300_bas.icc").read_bytes()
X4 = Preset(name="x4", zh="", en="", standard="x4", colour="cmyk", ppi=300)
X1A = Preset(name="x1a", zh="", en="", standard="x1a", colour="cmyk", ppi=300)
BLACK = Preset(name="grey", zh="", en="", colour="grey", ppi=300)
SCREEN = Preset(name="screen", zh="", en="", standard="ua1", colour="rgb", ppi=150)
ARCHIVE = Preset(name="archive", zh="", en="", standard="a2u", colour="rgb")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    grey = Image.effect_noise((240, 160), 60)
    image = Image.merge("RGB", [ImageChops.offset(grey, 7 * k) for k in range(3)])
    image.save(tmp_path / "photo.jpg", quality=95, subsampling=0)
    return tmp_path / "photo.jpg"


def packed(path: Path, preset: Preset, tone: PhotoTone, ppi: float = 300) -> Raster:
    use = Use(240 * 72 / ppi, 160 * 72 / ppi, str(path), None, tone)
    return pack_for({"it": use}, preset, PROFILE)["it"]


def in_cmyk(raster: Raster) -> Image.Image:
    """The inks of a JPEG for print, which Pillow takes for inverted."""
    return ImageChops.invert(Image.open(io.BytesIO(raster.data)))


def as_printed(cmyk: Image.Image) -> Image.Image:
    made = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(PROFILE)),
        ImageCms.createProfile("LAB"),
        "CMYK",
        "LAB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )
    return made.apply(cmyk)


@pytest.mark.parametrize("preset", [X4, X1A, BLACK, SCREEN, ARCHIVE], ids=lambda one: one.name)
def test_a_photo_made_grey_has_one_ink(preset: Preset, photo: Path) -> None:
    assert packed(photo, preset, PhotoTone(grey=True)).components == 1


@pytest.mark.parametrize("tone", [PhotoTone(brightness=0.4), PhotoTone(0, -0.2, 0.5)])
def test_photos_are_edited_before_they_are_converted(tone: PhotoTone, photo: Path) -> None:
    """An edited photo prints as a file would that somebody had edited before."""
    with Image.open(photo) as image:
        before, _ = toned(image.convert("RGB"), None, tone)
    before.save(photo.parent / "before.png")
    ours = in_cmyk(packed(photo, X4, tone))
    theirs = in_cmyk(packed(photo.parent / "before.png", X4, PhotoTone()))
    median, most = apart(as_printed(ours), as_printed(theirs))
    assert median < 0.5
    assert most < 2


@pytest.mark.parametrize("preset", [X4, SCREEN], ids=lambda one: one.name)
def test_what_straightening_keeps_is_as_fine_as_the_preset_asks(
    preset: Preset, photo: Path
) -> None:
    kept = kept_of(8.0, 240, 160)
    there = packed(photo, preset, PhotoTone(straighten=8.0), ppi=1200)
    # the place is as wide as before, and what is left of the photo fills it
    wide = 240 * preset.ppi / 1200
    assert there.width == pytest.approx(wide, abs=1)
    whole = packed(photo, X4, PhotoTone(straighten=8.0), ppi=72)
    assert (whole.width, whole.height) == (round(240 * kept), round(160 * kept))


@pytest.mark.parametrize("preset", [X4, ARCHIVE], ids=lambda one: one.name)
def test_an_edited_photo_of_too_many_pixels_keeps_half_of_them_each_way(
    preset: Preset, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("imaging.decode", "prepress.photo_packer"):
        monkeypatch.setattr(f"layouts.{module}.MOST_DECODED", 20_000)
    made = packed(photo, preset, PhotoTone(brightness=0.1))
    assert (made.width, made.height) == (120, 80)


def test_resolution_is_that_of_what_is_left() -> None:
    picture = Picture(0, 0, 72, 48, "a.jpg", "")
    assert effective_ppi(picture, 300) == pytest.approx(300)
    turned = picture._replace(tone=PhotoTone(straighten=5.0))
    assert effective_ppi(turned, 300) == pytest.approx(300 * kept_of(5.0, 3, 2))


def test_uses_of_one_file_in_two_tones_are_two(photo: Path) -> None:
    uses = uses_of(in_tones(photo, PhotoTone(), PhotoTone(grey=True)))
    assert len(uses) == 2
    assert {Path(use.path or key) for key, use in uses.items()} == {photo}


def in_tones(path: Path, *tones: PhotoTone) -> Edition:
    pictures = [
        Picture(0, 100.0 * k, 120, 80, str(path), "", tone=tone) for k, tone in enumerate(tones)
    ]
    page = Page(1, 120, 200, pictures=pictures)
    return replace(page_of_photo(path), pages=(page,))


def test_a_grey_photo_prints_in_black_alone(photo: Path, tmp_path: Path) -> None:
    edition = in_tones(photo, PhotoTone(grey=True), PhotoTone())
    (tmp_path / "out.pdf").write_bytes(write_pdf(edition, Catalogue(), 1, X4))
    plates = separate(tmp_path / "out.pdf", tmp_path / "plates")[0]
    for ink in ("Cyan", "Magenta", "Yellow"):
        assert plates.most(ink, (0, 0, 120, 80)) == 0
        assert plates.most(ink, (0, 100, 120, 180)) > 0
    assert plates.most("Black", (0, 0, 120, 80)) > 0
