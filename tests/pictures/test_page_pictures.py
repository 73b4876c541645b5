"""Pages as pictures against what others make of the same PDF: poppler of its look, Ghostscript of
its plates.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.documents import read_document
from layouts.errors import ExportError
from layouts.export import export_pdf
from layouts.house.layout import Grid
from layouts.house.load import layout_of
from layouts.imaging.picture_kinds import PictureKind
from layouts.page.item import BLACK, Box, GlyphRun, Ink, Line
from layouts.page.page import Edition, Page
from layouts.paint.pdf import write_pdf
from layouts.pictures.making import MadePicture, made_pictures
from layouts.pictures.order import PictureOrder
from layouts.prepress.presets import load_preset
from layouts.prepress.profiles import print_profile
from resources import resource

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "issue.md"
PRINT = load_preset("print", {"marks": "false", "bleed": "0"})
UNCOATED = load_preset("print-uncoated", {"marks": "false", "bleed": "0"})
SONG = "song"
SEEN = 32
"""Of 255: what two renderers differ by at the edge of a letter."""


@pytest.fixture(scope="module")
def composed(catalogue: Catalogue) -> tuple[Edition, Grid]:
    issue, findings, _ = read_document(SAMPLE, SAMPLE.parent, watched=False)
    layout = layout_of(issue)
    return compose(issue, layout, catalogue, findings), layout.grid


def made(
    composed: tuple[Edition, Grid], catalogue: Catalogue, order: PictureOrder
) -> list[MadePicture]:
    return made_pictures(*composed, catalogue, order, PRINT)


def opened(picture: MadePicture) -> Image.Image:
    return Image.open(io.BytesIO(picture.data))


def differing(ours: Image.Image, theirs: Image.Image) -> float:
    """The part of the pixels that are lighter or darker than all of the other's around them:
    where letters are smoothed otherwise, it is by less.
    """
    assert ours.size == theirs.size
    least, most = (
        theirs.filter(kind) for kind in (ImageFilter.MinFilter(3), ImageFilter.MaxFilter(3))
    )
    off = ImageChops.lighter(ImageChops.subtract(ours, most), ImageChops.subtract(least, ours))
    counts = off.histogram()
    return sum(counts[SEEN:]) / sum(counts)


def program(name: str, package: str) -> str:
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed (Debian: {package})")
    return found


def test_a_page_looks_as_poppler_shows_the_pdf(composed, catalogue, tmp_path):
    edition, _ = composed
    command = program("pdftoppm", "poppler-utils")
    (tmp_path / "a.pdf").write_bytes(write_pdf(edition, catalogue))
    options = ("-gray", "-singlefile", "-f", "2", "-scale-to-x", "2480", "-scale-to-y", "3508")
    subprocess.run([command, *options, tmp_path / "a.pdf", tmp_path / "p"], check=True)
    order = PictureOrder(kind=PictureKind.PNG, pages=(2,), ppi=300)
    ours = opened(made(composed, catalogue, order)[0]).convert("L")
    assert differing(ours, Image.open(tmp_path / "p.pgm")) <= 0.002


@pytest.mark.parametrize("preset", [PRINT, UNCOATED], ids=["coated", "uncoated"])
def test_the_plates_of_a_tiff_are_those_of_the_pdf_for_print(composed, catalogue, tmp_path, preset):
    edition, _ = composed
    command = program("gs", "ghostscript")
    issue, _, _ = read_document(SAMPLE, SAMPLE.parent, watched=False)
    (tmp_path / "a.pdf").write_bytes(export_pdf(issue, edition, catalogue, preset))
    device = ["-sDEVICE=tiffsep", "-r300", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4"]
    page = ["-dFirstPage=2", "-dLastPage=2", f"-sOutputFile={tmp_path}/p.tif"]
    subprocess.run(
        [command, "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", *device, *page, tmp_path / "a.pdf"],
        check=True,
    )
    order = PictureOrder(kind=PictureKind.TIFF, pages=(2,), ppi=300)
    tiff = opened(made_pictures(*composed, catalogue, order, preset)[0])
    assert tiff.mode == "CMYK"
    assert tiff.info["icc_profile"] == print_profile(preset)
    for name, plate in zip(("Cyan", "Magenta", "Yellow", "Black"), tiff.split(), strict=True):
        with Image.open(tmp_path / f"p({name}).tif") as image:
            theirs = ImageChops.invert(image.convert("L")).crop((0, 0, *plate.size))
        assert theirs.getextrema()[1] > 100, "a page with a photo has every ink"
        assert differing(plate, theirs) <= 0.002, name


def test_black_letters_leave_no_hole_in_other_plates(catalogue):
    face = catalogue.face(SONG)
    red = Ink("red", (0.8, 0.1, 0.1), (0.0, 0.9, 0.8, 0.0))
    text = "版心"
    glyphs = "".join(chr(face.glyph(char)) for char in text)
    letters = GlyphRun(SONG, 40.0, 10.0, 60.0, glyphs, 0.0, (), text, BLACK)
    line = Line(10.0, 60.0, 80.0, 40.0, (letters,), text, "body")
    page = Page(1, 100.0, 100.0, [line], boxes=[Box(0.0, 0.0, 100.0, 100.0, red)])
    edition = Edition((page,), (), (), "")
    grid = Grid(100, 100, 0, 0, 10, 15, 8.8, 6, 10, 1, 0)
    order = PictureOrder(kind=PictureKind.TIFF, ppi=72)
    tiff = opened(made((edition, grid), catalogue, order)[0])
    cyan, magenta, yellow, black = (plate.getextrema() for plate in tiff.split())
    assert cyan == (0, 0)
    assert magenta[0] == magenta[1] == pytest.approx(0.9 * 255, abs=1)
    assert yellow[0] == yellow[1] == pytest.approx(0.8 * 255, abs=1)
    assert black[0] == 0
    assert black[1] > 200


def test_a_tiff_says_its_profile_and_resolution_to_pillow_and_imagemagick(
    composed, catalogue, tmp_path
):
    picture = made(composed, catalogue, PictureOrder(kind=PictureKind.TIFF, pages=(1,), ppi=100))[0]
    profile = resource("profiles/ISOcoated_v2_300_bas.icc").read_bytes()
    image = opened(picture)
    assert image.info["icc_profile"] == profile
    assert image.info["dpi"] == (100, 100)
    path = tmp_path / "a.tif"
    path.write_bytes(picture.data)
    said = subprocess.run(
        [program("identify", "imagemagick"), "-format", "%[colorspace] %[icc:description]", path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "CMYK ISO Coated v2 300% (basICColor)"


def test_spreads_have_the_first_page_alone_and_those_that_face_each_other(composed, catalogue):
    order = PictureOrder(kind=PictureKind.WEBP, spreads=True, pages=(1, 2, 3, 4), ppi=36)
    pictures = made(composed, catalogue, order)
    assert [picture.label for picture in pictures] == ["01", "02-03", "04"]
    assert [opened(picture).size for picture in pictures] == [(298, 421), (596, 421), (298, 421)]


@pytest.mark.parametrize("kind", [PictureKind.JPEG, PictureKind.WEBP])
def test_a_picture_is_as_small_as_asked_in_the_best_quality_for_that(composed, catalogue, kind):
    free = PictureOrder(kind=kind, pages=(2,), ppi=100)
    usual = len(made(composed, catalogue, free)[0].data)
    most = usual * 3 // 4
    tight = PictureOrder(kind=kind, pages=(2,), ppi=100, most_bytes=most)
    assert most * 0.8 < len(made(composed, catalogue, tight)[0].data) <= most


def test_what_cannot_be_that_small_is_refused_with_the_page_and_a_way_out(composed, catalogue):
    order = PictureOrder(kind=PictureKind.PNG, pages=(2,), ppi=100, most_bytes=20_000)
    with pytest.raises(
        ExportError, match=r"page 2 as PNG has \d+ KB at least, more than 20 KB"
    ) as refused:
        made(composed, catalogue, order)
    assert "第 2 页" in refused.value.zh


def test_the_same_pages_give_the_same_bytes(composed, catalogue):
    order = PictureOrder(kind=PictureKind.PNG, pages=(1,), ppi=50)
    assert made(composed, catalogue, order) == made(composed, catalogue, order)
