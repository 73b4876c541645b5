"""Art on plates, as Ghostscript separates them: the spot ink on its own plate alone."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from masthead_art import EMBLEM, NAME, composed, issue_with, scan
from print_reading import inked, opened, plates

from layouts.export import export_pdf, prove
from layouts.prepress.presets import load_preset

BARE = {"marks": "false", "bleed": "0"}
DPI = 72


def separated(issue, catalogue, folder, preset="print", **changes):
    """The plates of page 1, and where its art stands on them."""
    edition, _ = composed(issue, catalogue)
    data = export_pdf(issue, edition, catalogue, load_preset(preset, {**BARE, **changes}))
    page = edition.pages[0]
    (item,) = [*page.shapes, *page.pictures]
    box = (item.x, item.y, item.x + item.width, item.y + item.height)
    return plates(data, folder, DPI), box


def plate_of(colorant):
    """What Ghostscript calls the file of a plate."""
    return quote(colorant)


def amounts(found, box):
    return {name: inked(plate, box) for name, plate in found.items()}


@pytest.fixture(params=["svg", "grey", "bilevel", "tiff"])
def name_in_red(request, tmp_path):
    file = {
        "svg": lambda: "art/name.svg",
        "grey": lambda: scan(tmp_path, "scan.png"),
        "bilevel": lambda: scan(tmp_path, "scan.png", "1"),
        "tiff": lambda: scan(tmp_path, "scan.tif", "1"),
    }[request.param]()
    return issue_with(tmp_path, NAME | {"file": file, "height": "24mm"})


@pytest.mark.parametrize("preset", ["print", "print-x1a"])
def test_art_in_the_spot_ink_is_on_its_plate_alone(
    name_in_red, catalogue, tmp_path, preset
) -> None:
    found, box = separated(name_in_red, catalogue, tmp_path, preset, red="spot")
    spot = plate_of(load_preset(preset, {"red": "spot"}).spot_name)
    assert amounts(found, box) == {"Cyan": 0, "Magenta": 0, "Yellow": 0, "Black": 0, spot: 255}


@pytest.mark.parametrize("preset", ["print", "print-x1a"])
def test_without_a_spot_ink_it_is_what_the_layout_prints_red_with(
    name_in_red, catalogue, tmp_path, preset
) -> None:
    found, box = separated(name_in_red, catalogue, tmp_path, preset)
    # M100 Y100; Ghostscript rounds, and a JPEG is none of these
    assert amounts(found, box) == {"Cyan": 0, "Magenta": 255, "Yellow": 255, "Black": 0}


def test_half_the_ink_is_half_a_tint_of_the_spot_ink(catalogue, tmp_path) -> None:
    issue = issue_with(tmp_path, NAME | {"file": scan(tmp_path, "scan.png"), "height": "24mm"})
    for preset in ("print", "print-x1a"):
        found, (left, top, right, bottom) = separated(
            issue, catalogue, tmp_path, preset, red="spot"
        )
        spot = plate_of(load_preset(preset, {"red": "spot"}).spot_name)
        half = (
            left + 0.6 * (right - left),
            top + 0.3 * (bottom - top),
            left + 0.9 * (right - left),
            top + 0.7 * (bottom - top),
        )
        # half-way from the paper at 250 to the ink at 15
        assert inked(found[spot], half) == pytest.approx(0.5 * 255, abs=4)


def test_black_of_a_drawing_is_black_ink_alone(catalogue, tmp_path) -> None:
    table = {key: value for key, value in NAME.items() if key != "ink"}
    found, box = separated(issue_with(tmp_path, table), catalogue, tmp_path)
    assert amounts(found, box) == {"Cyan": 0, "Magenta": 0, "Yellow": 0, "Black": 255}


def test_a_red_that_is_the_layouts_is_printed_as_that_is(catalogue, tmp_path) -> None:
    found, box = separated(issue_with(tmp_path, EMBLEM), catalogue, tmp_path, red="spot")
    spot = plate_of(load_preset("print", {"red": "spot"}).spot_name)
    ring = (box[0], (box[1] + box[3]) / 2 - 2, box[0] + 3, (box[1] + box[3]) / 2 + 2)
    assert amounts(found, ring)[spot] == 255
    assert amounts(found, ring)["Magenta"] == 0


def test_the_other_colours_of_a_drawing_go_through_the_profile(catalogue, tmp_path) -> None:
    found, box = separated(issue_with(tmp_path, EMBLEM), catalogue, tmp_path)
    seen = amounts(found, box)
    assert seen["Cyan"] > 200  # the blue of the waves


def test_in_grey_there_is_one_plate(name_in_red, catalogue, tmp_path) -> None:
    found, box = separated(name_in_red, catalogue, tmp_path, "grey")
    seen = amounts(found, box)
    black = seen.pop("Black")
    assert set(seen.values()) <= {0}
    assert 120 < black < 230  # as light as the red is


@pytest.mark.parametrize("preset", ["print", "print-x1a", "screen", "archive", "grey"])
def test_what_is_claimed_is_kept(name_in_red, catalogue, preset, tmp_path) -> None:
    edition, _ = composed(name_in_red, catalogue)
    chosen = load_preset(preset, {"red": "spot"} if preset.startswith("print") else {})
    data = export_pdf(name_in_red, edition, catalogue, chosen)
    prove(data, chosen, tmp_path / "issue.pdf")  # raises with what is not


def test_x1a_has_no_transparency(name_in_red, catalogue) -> None:
    edition, _ = composed(name_in_red, catalogue)
    data = export_pdf(name_in_red, edition, catalogue, load_preset("print-x1a", {"red": "spot"}))
    with opened(data) as pdf:
        assert not [
            image for page in pdf.pages for image in page.get_images().values() if "/SMask" in image
        ]
