"""Text as curves (转曲): no font is in the file, and every plate has the ink that it has with
fonts.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace
from paint_editions import RED, edition, line, page, run, shaped
from PIL import Image, ImageChops
from print_reading import everything, opened, plates

from fonts.catalogue import Catalogue
from layouts.errors import PresetError
from layouts.page.item import BLACK, Box, Ink
from layouts.page.page import Edition
from layouts.paint.pdf import write_pdf
from layouts.prepress.preset import Preset
from layouts.prepress.presets import load_preset
from layouts.proof.prove import prove

HEIGHT = 190
"""Points: the text ends there, and plates are made in no time."""

HALF = 128
"""Of 255: a pixel that changed by as much is black where it was white."""

FINE, COARSE = 1200, 300
"""dpi that plates are made with, and that they are held against each other in: Ghostscript fills
every pixel that a curve touches, and of glyphs in fonts those whose middle is inside.
"""


@pytest.fixture(scope="module")
def issue(faces: Catalogue) -> Edition:
    """Text of every kind: black over a colour, a spot ink, tracked, kerned, shaped, slanting
    sizes.
    """
    song, kai = faces.face("song"), faces.face("kai")
    one = page(
        line(run(song, "叠印的黑字压在红底上", size=24, y=40)),
        line(run(song, "专色红字，正文永远清楚。", y=80, size=15.75, ink=replace_spot(RED))),
        line(run(kai, "字距放宽 Tracked", y=110, tracking=2.5, kerns=((2, -1.25), (4, 3.0)))),
        line(run(song, "蓝字", y=140, ink=Ink("blue", (0.1, 0.3, 0.6)))),
        line(shaped(song, "office — 2025", y=170, size=10.5)),
    )
    one.height = HEIGHT
    one.boxes.append(Box(0, 0, 150, 60, replace_spot(RED)))
    return replace(
        edition(one, page(line(run(song, "第二页", ink=BLACK)), number=2)),
        date=datetime.date(2025, 8, 15),
    )


def replace_spot(ink: Ink) -> Ink:
    return Ink(ink.name, ink.rgb, (0.0, 1.0, 1.0, 0.0), spot=True)


def made(issue: Edition, faces: Catalogue, preset: Preset, *, curves: bool) -> bytes:
    return write_pdf(issue, faces, preset=replace(preset, curves=curves))


def changed(before: Image.Image, after: Image.Image) -> float:
    """The share of pixels that changed by half or more."""
    counts = ImageChops.difference(before, after).histogram()
    return sum(counts[HALF:]) / sum(counts)


def test_what_keeps_upright_on_a_turned_page_is_drawn(faces: Catalogue) -> None:
    number = line(run(faces.face("hei"), "7", 20.0, y=380.0))
    turned = page(line(run(faces.face("song"), "表", y=40)))
    turned.turned, turned.upright = True, page(number)
    pdf = opened(made(edition(turned), faces, load_preset("print"), curves=True))
    shown = pdf.pages[0]
    drawn = {str(at[0]) for at, do in pikepdf.parse_content_stream(shown) if str(do) == "Do"}
    assert drawn == {str(name) for name in shown.Resources.XObject}


@pytest.mark.parametrize("name", ["print", "print-x1a", "grey"])
def test_no_font_is_in_the_file_and_it_keeps_its_standard(
    issue: Edition, faces: Catalogue, name: str
) -> None:
    preset = load_preset(name)
    data = made(issue, faces, preset, curves=True)
    kinds = {str(thing.get("/Type")) for thing in everything(opened(data))}
    assert not {"/Font", "/FontDescriptor"} & kinds
    assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range() == ""
    assert [found for found in prove(data, preset.standard) if found.level == "error"] == []
    assert made(issue, faces, preset, curves=True) == data


def test_pages_look_as_they_did(issue: Edition, faces: Catalogue) -> None:
    fonts, curves = (
        pypdfium2.PdfDocument(made(issue, faces, load_preset("print"), curves=curves))[0]
        .render(scale=COARSE / 72, grayscale=True)
        .to_pil()
        .convert("L")
        for curves in (False, True)
    )
    assert changed(fonts, curves) < 0.001
    assert fonts.getextrema() == (0, 255)


def test_plates_are_those_of_fonts(issue: Edition, faces: Catalogue, tmp_path: Path) -> None:
    preset = replace(load_preset("print"), red="spot", marks=False)
    found: list[dict[str, Image.Image]] = []
    for curves in (False, True):
        folder = tmp_path / str(curves)
        folder.mkdir()
        data = made(issue, faces, preset, curves=curves)
        found.append(plates(data, folder, FINE))
    fonts, drawn = found
    assert fonts.keys() == drawn.keys()
    assert len(fonts) == 5
    for ink, plate in fonts.items():
        size = (plate.width * COARSE // FINE, plate.height * COARSE // FINE)
        assert changed(*(one.resize(size, Image.Resampling.BOX) for one in (plate, drawn[ink]))) < (
            0.001
        )


def test_a_page_names_only_the_curves_it_draws(issue: Edition, faces: Catalogue) -> None:
    """So that a page which is taken out of the file takes no others along."""
    pdf = opened(made(issue, faces, replace(load_preset("print"), marks=False), curves=True))
    assert len(pdf.pages[1].obj.Resources.XObject) == len("第二页")


def test_what_asks_for_text_refuses_curves() -> None:
    for name, key in (("screen", "ua1"), ("archive", "a2a")):
        with pytest.raises(PresetError, match=f"curves does not go with tagged nor .*{key}"):
            load_preset(name, {"curves": "true"})
