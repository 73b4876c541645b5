"""Art of the layout as painters write it: pixels, order, listing, structure, the same by several
processes.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from masthead_art import EMBLEM, NAME, composed, issue_with, scan, written
from msgspec.structs import replace
from paint_editions import edition
from paint_reading import Reading, pixels
from PIL import Image

from fonts.catalogue import Catalogue
from layouts.geometry import Outline
from layouts.page.item import ArtShape, Box, Fill, Ink, Picture, Rule
from layouts.page.page import Page, under_lines
from layouts.paint.listing import listing
from layouts.paint.pdf import write_pdf
from layouts.structure import structure

RED, BLUE = Ink("red", (1.0, 0.0, 0.0)), Ink("blue", (0.0, 0.0, 1.0))


def square(left: float, top: float, side: float) -> Outline:
    right, bottom = left + side, top + side
    return Outline((left, top), ((right, top), (right, bottom), (left, bottom)))


def shape(*fills: Fill, behind: bool = False) -> ArtShape:
    return ArtShape(10, 10, 80, 80, fills, "", "masthead", behind)


def drawn(page: Page, faces: Catalogue, folder: Path):
    return pixels(write_pdf(edition(page), faces), folder)


# The expected letters follow from ISO 32000-1 8.5.3.3: with equal turns the inner square is a hole
# by even-odd alone.
@pytest.mark.parametrize(("even_odd", "inside"), [(False, (255, 0, 0)), (True, (255, 255, 255))])
def test_the_rule_of_filling(faces, tmp_path, even_odd, inside) -> None:
    ring = Fill((square(10, 10, 80), square(30, 30, 40)), RED, even_odd)
    image = drawn(Page(1, 100, 100, shapes=[shape(ring)]), faces, tmp_path)
    assert image.getpixel((20, 50)) == (255, 0, 0)
    assert image.getpixel((50, 50)) == inside
    assert image.getpixel((5, 50)) == (255, 255, 255)


def test_curves_and_later_fills_over_earlier_ones(faces, tmp_path) -> None:
    # a half of a lens: from corner to corner over the upper right
    lens = Outline((10, 10), ((90, 10, 90, 10, 90, 90),))
    image = drawn(
        Page(1, 100, 100, shapes=[shape(Fill((lens,), RED), Fill((square(60, 20, 10),), BLUE))]),
        faces,
        tmp_path,
    )
    assert image.getpixel((75, 40)) == (255, 0, 0)
    assert image.getpixel((65, 25)) == (0, 0, 255)
    assert image.getpixel((30, 70)) == (255, 255, 255)


def test_what_lies_over_what(faces, tmp_path) -> None:
    box, rule = Box(0, 0, 100, 50, BLUE), Rule(0, 75, 100, 75, 50, BLUE)
    for behind, seen in ((True, (0, 0, 255)), (False, (255, 0, 0))):
        art = shape(Fill((square(10, 10, 80),), RED), behind=behind)
        page = Page(1, 100, 100, boxes=[box], rules=[rule], shapes=[art])
        image = drawn(page, faces, tmp_path)
        assert image.getpixel((50, 30)) == seen
        assert image.getpixel((50, 80)) == seen


def test_pages_without_art_are_painted_in_the_order_that_they_were() -> None:
    box, photo, rule = Box(0, 0, 1, 1, RED), Picture(0, 0, 1, 1, "", ""), Rule(0, 0, 1, 1, 1)
    assert under_lines(Page(1, 9, 9, pictures=[photo], rules=[rule], boxes=[box])) == [
        box,
        photo,
        rule,
    ]


def test_pictures_of_the_layout_lie_over_rules_and_photos_under_them() -> None:
    box, photo, rule = Box(0, 0, 1, 1, RED), Picture(0, 0, 1, 1, "", ""), Rule(0, 0, 1, 1, 1)
    logo = photo._replace(role="masthead")
    ground = logo._replace(behind=True)
    page = Page(1, 9, 9, pictures=[logo, photo, ground], rules=[rule], boxes=[box])
    assert under_lines(page) == [ground, box, photo, rule, logo]


# -- pixels in one ink -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "mode"),
    [("a.png", "L"), ("a.png", "1"), ("a.tif", "1"), ("a.jpg", "L"), ("a.tif", "L")],
)
def test_a_scan_in_red(faces, tmp_path, name, mode) -> None:
    file = scan(tmp_path, name, mode)
    logo = Picture(0, 0, 600, 300, str(tmp_path / file), "", role="masthead", ink=RED)
    # what shows through is blue
    page = Page(1, 600, 300, boxes=[Box(0, 0, 600, 300, BLUE)], pictures=[logo])
    image = drawn(page, faces, tmp_path)
    assert image.getpixel((50, 150)) == (255, 0, 0)
    assert image.getpixel((150, 150)) == (0, 0, 255)
    assert image.getpixel((10, 10)) == (0, 0, 255)
    if mode == "L":
        red, _, blue = image.getpixel((450, 150))
        # half-way from the paper at 250 to the ink at 15
        assert red == pytest.approx(0.5 * 255, abs=4)
        assert blue == pytest.approx(0.5 * 255, abs=4)


@pytest.mark.parametrize(
    ("colour", "paper"), [((31, 78, 121), 255), ((0, 0, 0), 236), ((214, 214, 214), 255)]
)
def test_the_darkest_is_solid_and_the_paper_free(colour, paper) -> None:
    from layouts.imaging.one_ink import amounts

    image = Image.new("RGB", (100, 100), (paper, paper, paper))
    image.paste(colour, (20, 20, 70, 70))
    inks = amounts(image.convert("L").histogram())
    assert inks[image.convert("L").getpixel((50, 50))] == 255
    assert inks[paper] == 0


def test_an_empty_sheet_takes_no_ink() -> None:
    from layouts.imaging.one_ink import amounts

    assert amounts([0] * 255 + [100])[255] == 0


def test_black_and_white_is_a_stencil(faces, tmp_path) -> None:
    logo = Picture(
        0, 0, 60, 30, str(tmp_path / scan(tmp_path, "a.png", "1")), "", role="masthead", ink=RED
    )
    pdf = Reading(write_pdf(edition(Page(1, 60, 30, pictures=[logo])), faces)).pdf
    (image,) = pdf.pages[0].Resources.XObject.values()
    assert bool(image.ImageMask)
    assert "/ColorSpace" not in image


def test_one_file_as_photo_and_as_art(faces, tmp_path) -> None:
    path = str(tmp_path / scan(tmp_path, "a.png"))
    logo = Picture(0, 0, 100, 50, path, "", role="masthead", ink=RED)
    photo = Picture(0, 50, 100, 50, path, "")
    image = drawn(Page(1, 100, 100, pictures=[logo, photo]), faces, tmp_path)
    assert image.getpixel((8, 25)) == pytest.approx((255, 0, 0), abs=2)
    red, green, blue = image.getpixel((8, 75))
    assert red == green == blue < 40


# -- whole issues ----------------------------------------------------------------------------------


def test_the_listing_has_the_outlines(catalogue, tmp_path) -> None:
    found = composed(issue_with(tmp_path, NAME), catalogue)[0]
    first, *others = listing(found, catalogue)["pages"]
    (entry,) = first["shapes"]
    assert (entry["role"], entry["behind"], entry["alt"]) == ("masthead", False, "澜汀书讯")
    assert {fill["ink"] for fill in entry["fills"]} == {"red"}
    start, step = entry["fills"][0]["outlines"][0][:2]
    assert (len(start), len(step)) == (2, 2)
    assert entry["x"] <= start[0] <= entry["x"] + entry["width"]
    assert all("shapes" not in page for page in others)


def test_a_name_that_is_drawn_is_a_figure_where_the_name_would_be_read(catalogue, tmp_path) -> None:
    issue = issue_with(tmp_path, NAME, EMBLEM | {"alt": ""})
    found = composed(issue, catalogue)[0]
    masthead = structure(issue, found).children[0]
    kinds = [(child.kind, child.alt) for child in masthead.children]
    assert kinds[0] == ("Figure", "澜汀书讯")
    assert [kind for kind, _ in kinds].count("Figure") == 1  # what says nothing is decoration


@pytest.mark.parametrize("part", ["masthead", "colophon"])
def test_several_processes_write_the_same(tmp_path, part) -> None:
    from layouts.cli import main

    file = scan(tmp_path, "scan.png")
    y = {"y": 0.5} if part == "colophon" else {}
    tables = [
        NAME | {"instead_of": "copies"} | y,
        EMBLEM | y,
        NAME | {"file": file, "instead_of": "copies"} | y,
    ]
    source = written(tmp_path, *tables, part=part)
    assert main(["export", str(source), "-o", str(tmp_path / "several.pdf")]) == 0
    issue = issue_with(tmp_path, *tables, part=part)
    catalogue = Catalogue()
    alone = write_pdf(composed(issue, catalogue)[0], catalogue)
    assert (tmp_path / "several.pdf").read_bytes() == alone
    assert alone.count(b"/Subtype /Image") >= 1


def test_the_same_input_the_same_bytes(catalogue, tmp_path) -> None:
    issue = issue_with(tmp_path, NAME, EMBLEM)
    one, other = (write_pdf(composed(issue, catalogue)[0], catalogue) for _ in range(2))
    assert one == other
    plain = replace(issue, layout="jianbao-a4")
    assert write_pdf(composed(plain, catalogue)[0], catalogue) != one


def test_a_draft_shows_art(catalogue, tmp_path) -> None:
    from layouts.draft import draft_pdf

    found = composed(issue_with(tmp_path, NAME | {"file": scan(tmp_path, "a.png")}), catalogue)[0]
    image = pixels(draft_pdf(found, catalogue, None, says=lambda one: one.zh), tmp_path)
    (picture,) = found.pages[0].pictures
    left, middle = round(picture.x + 0.08 * picture.width), round(picture.y + picture.height / 2)
    red, green, blue = image.getpixel((left, middle))
    assert red > 180
    assert green < 60
    assert blue < 60
