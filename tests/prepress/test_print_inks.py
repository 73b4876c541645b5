"""Inks on plates, as Ghostscript separates them."""

from __future__ import annotations

from pathlib import Path

import pytest
from paint_editions import edition, line, run
from paint_reading import pixels
from PIL import Image
from print_reading import inked, instructions, opened, plates

from fonts.catalogue import Catalogue
from layouts.imaging.colour import Separation, grey
from layouts.page.item import BLACK, Box, Ink, Picture, Rule
from layouts.page.page import Page
from layouts.paint.pdf import write_pdf
from layouts.prepress.inks import PrintInks
from layouts.prepress.presets import load_preset
from layouts.prepress.profiles import print_profile

RED = Ink("red", (200 / 255, 22 / 255, 29 / 255), (0.0, 1.0, 1.0, 0.0), spot=True)
WHITE = Ink("white", (1.0, 1.0, 1.0))
GREY = Ink("grey", (0.5, 0.5, 0.5))
GREEN = Ink("green", (0.07, 0.78, 0.35))
BARE = {"marks": "false", "bleed": "0"}


def separated(one: Page, faces: Catalogue, folder: Path, **changes: str) -> dict[str, Image.Image]:
    return plates(
        write_pdf(edition(one), faces, preset=load_preset("print", {**BARE, **changes})), folder
    )


def text_page(faces: Catalogue, ink: Ink, under: Ink | None = None) -> Page:
    boxes = [Box(0, 0, 200, 100, under)] if under else []
    return Page(
        1, 200, 100, [line(run(faces.face("hei-bold"), "印刷", 10, 80, 80, ink=ink))], boxes=boxes
    )


def test_black_text_is_on_the_black_plate_alone(faces: Catalogue, tmp_path: Path) -> None:
    found = separated(text_page(faces, BLACK), faces, tmp_path)
    assert {name: inked(plate) for name, plate in found.items()} == {
        "Cyan": 0,
        "Magenta": 0,
        "Yellow": 0,
        "Black": 255,
    }


def test_exact_greys_are_on_the_black_plate_alone(faces: Catalogue, tmp_path: Path) -> None:
    one = Page(
        1, 100, 100, boxes=[Box(10, 10, 30, 30, GREY)], rules=[Rule(0, 60, 100, 60, 20, GREY)]
    )
    found = separated(one, faces, tmp_path)
    assert [inked(found[name]) for name in ("Cyan", "Magenta", "Yellow")] == [0, 0, 0]
    assert inked(found["Black"]) == pytest.approx(128, abs=2)


def test_the_layout_says_what_its_red_is_printed_with(faces: Catalogue, tmp_path: Path) -> None:
    found = separated(text_page(faces, RED), faces, tmp_path)
    assert {name: inked(plate) for name, plate in found.items()} == {
        "Cyan": 0,
        "Magenta": 255,
        "Yellow": 255,
        "Black": 0,
    }


def test_a_colour_without_cmyk_goes_through_the_profile(faces: Catalogue, tmp_path: Path) -> None:
    found = separated(Page(1, 100, 100, boxes=[Box(0, 0, 100, 100, GREEN)]), faces, tmp_path)
    amounts = {name: inked(plate) for name, plate in found.items()}
    assert amounts["Cyan"] > 140
    assert amounts["Yellow"] > 170
    assert amounts["Magenta"] < 15


@pytest.mark.parametrize("over", ["text", "rule"])
def test_the_colour_under_black_stays(faces: Catalogue, tmp_path: Path, over: str) -> None:
    one = text_page(faces, BLACK, under=RED)
    if over == "rule":
        one.lines, one.rules = [], [Rule(0, 50, 200, 50, 40, BLACK)]
    found = separated(one, faces, tmp_path)
    assert found["Magenta"].getextrema() == (255, 255)
    assert inked(found["Black"]) == 255


@pytest.mark.parametrize("ink", [WHITE, GREY])
def test_white_and_grey_knock_out_what_is_under_them(
    faces: Catalogue, tmp_path: Path, ink: Ink
) -> None:
    found = separated(text_page(faces, ink, under=RED), faces, tmp_path)
    assert found["Magenta"].getextrema()[0] == 0


def test_white_after_black_on_one_page_knocks_out_again(faces: Catalogue, tmp_path: Path) -> None:
    one = text_page(faces, BLACK, under=RED)
    one.lines.append(line(run(faces.face("hei-bold"), "白", 100, 80, 80, ink=WHITE)))
    found = separated(one, faces, tmp_path)
    assert found["Magenta"].crop((0, 0, 95, 100)).getextrema() == (255, 255)
    assert found["Magenta"].crop((100, 0, 200, 100)).getextrema()[0] == 0


def test_a_photo_covers_the_colour_under_it_though_black_was_drawn_before(
    faces: Catalogue, tmp_path: Path
) -> None:
    Image.new("RGB", (4, 4), (250, 250, 250)).save(tmp_path / "pale.png")
    one = Page(1, 100, 100, boxes=[Box(0, 0, 100, 100, RED), Box(0, 0, 100, 10, BLACK)])
    one.pictures.append(Picture(20, 20, 60, 60, str(tmp_path / "pale.png"), ""))
    found = separated(one, faces, tmp_path)
    assert inked(found["Magenta"], (30, 30, 70, 70)) < 20


# the spot ink


def test_the_spot_red_has_a_plate_of_its_own_and_no_other_ink(
    faces: Catalogue, tmp_path: Path
) -> None:
    found = separated(text_page(faces, RED), faces, tmp_path, red="spot", spot_name="Signal")
    assert {name: inked(plate) for name, plate in found.items()} == {
        "Cyan": 0,
        "Magenta": 0,
        "Yellow": 0,
        "Black": 0,
        "Signal": 255,
    }


def test_nothing_else_goes_on_the_spot_plate(faces: Catalogue, tmp_path: Path) -> None:
    one = text_page(faces, BLACK, under=GREEN)
    one.rules.append(Rule(150, 0, 150, 100, 4, RED))
    found = separated(one, faces, tmp_path, red="spot", spot_name="Signal")
    assert inked(found["Signal"], (140, 40, 160, 60)) == 255
    assert inked(found["Signal"], (0, 0, 140, 100)) == 0


def test_the_spot_inks_name_stands_once_in_the_file_as_utf_8(faces: Catalogue) -> None:
    one = text_page(faces, RED)
    one.rules.append(Rule(0, 90, 200, 90, 1, RED))
    pdf = opened(write_pdf(edition(one, one), faces, preset=load_preset("print", {"red": "spot"})))
    spaces = [page.Resources.ColorSpace.CS for page in pdf.pages]
    assert str(spaces[0][1]) == "/专色红"
    assert len({space.objgen for space in spaces}) == 1
    assert [float(part) for part in spaces[0][3].C1] == [0, 1, 1, 0]


def test_a_page_set_in_black_alone_declares_no_spot_ink(faces: Catalogue) -> None:
    pdf = opened(
        write_pdf(
            edition(text_page(faces, BLACK)), faces, preset=load_preset("print", {"red": "spot"})
        )
    )
    assert "/CS" not in pdf.pages[0].Resources.ColorSpace


def test_a_proof_shows_the_spot_red_as_its_cmyk(faces: Catalogue, tmp_path: Path) -> None:
    one = Page(1, 40, 40, boxes=[Box(0, 0, 40, 40, RED)])
    shown = [
        pixels(
            write_pdf(edition(one), faces, preset=load_preset("print", {**BARE, "red": red})),
            tmp_path,
        ).getpixel((20, 20))
        for red in ("process", "spot")
    ]
    assert shown[0] == shown[1]


# grey


def test_a_grey_file_sets_no_other_colour(faces: Catalogue) -> None:
    one = text_page(faces, RED, under=GREEN)
    one.rules.append(Rule(0, 90, 200, 90, 1, RED))
    pdf = opened(write_pdf(edition(one), faces, preset=load_preset("grey", BARE)))
    operators = {operator for operator, _ in instructions(pdf.pages[0])}
    assert operators & {"g", "G"}
    assert not operators & {"rg", "RG", "k", "K", "scn", "SCN"}


def test_the_grey_of_a_colour_is_as_light_as_it() -> None:
    assert grey((0.0, 0.0, 0.0)) == 0
    assert grey((1.0, 1.0, 1.0)) == 1
    assert grey((0.5, 0.5, 0.5)) == pytest.approx(0.5, abs=0.001)
    assert grey((0.0, 1.0, 0.0)) > grey((1.0, 0.0, 0.0)) > grey((0.0, 0.0, 1.0))


# numbers


def test_black_through_the_profile_would_be_four_inks_which_is_why_text_never_goes_there() -> None:
    separation = Separation(print_profile(load_preset("print")))
    assert separation.colour((0.0, 0.0, 0.0)) == pytest.approx((0.77, 0.69, 0.60, 0.93), abs=0.02)
    assert PrintInks(separation.colour).parts(BLACK) == (0, 0, 0, 1)


def test_no_colour_exceeds_the_ink_of_the_profile() -> None:
    separation = Separation(print_profile(load_preset("print")))
    steps = [step / 4 for step in range(5)]
    assert (
        max(sum(separation.colour((r, g, b))) for r in steps for g in steps for b in steps) <= 3.02
    )
