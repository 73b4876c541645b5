"""Page boxes, bleed and marks of a file for print."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paint_editions import RED, edition, line, page, run
from paint_reading import pixels, tool
from PIL import Image
from print_reading import box, inked, instructions, opened, plates

from fonts.catalogue import Catalogue
from layouts.errors import PresetError
from layouts.page.item import BLACK, Anchor, Box, Ink, Link, Picture, Rule
from layouts.page.page import Bookmark, Page
from layouts.paint.pdf import write_pdf
from layouts.prepress.preset import Preset
from layouts.prepress.presets import load_preset
from layouts.prepress.sheet import Edges, Sheet, bled
from layouts.units import mm

A4 = (mm(210), mm(297))
SPOT = Ink("red", (0.8, 0.1, 0.1), (0.0, 1.0, 1.0, 0.0), spot=True)
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
PLAIN = Preset(name="plain", zh="", en="", bleed=(3.0, 3.0, 3.0, 3.0))


def a4(**items: list) -> Page:
    return Page(1, *A4, **items)


def written(one: Page, faces: Catalogue, **changes: str) -> bytes:
    return write_pdf(edition(one), faces, preset=load_preset("print", changes))


def test_the_bleed_of_an_a4_page_measures_216_by_303_mm(faces: Catalogue) -> None:
    pdf = opened(written(a4(), faces))
    first = pdf.pages[0]
    left, bottom, right, top = box(first, "BleedBox")
    assert (right - left, top - bottom) == pytest.approx((mm(216), mm(303)), abs=0.01)
    left, bottom, right, top = box(first, "TrimBox")
    assert (right - left, top - bottom) == pytest.approx(A4, abs=0.01)


def test_each_edge_has_its_own_bleed(faces: Catalogue) -> None:
    pdf = opened(written(a4(), faces, bleed="[1, 2, 3, 4]", marks="false"))
    first = pdf.pages[0]
    trim, bleed = box(first, "TrimBox"), box(first, "BleedBox")
    assert [abs(a - b) for a, b in zip(trim, bleed, strict=True)] == pytest.approx(
        [mm(1), mm(4), mm(3), mm(2)], abs=0.01
    )
    assert box(first, "MediaBox") == bleed


@pytest.mark.parametrize("name", ["print", "print-x1a", "screen", "archive", "grey"])
def test_the_trim_lies_in_the_bleed_and_the_bleed_on_the_sheet(faces: Catalogue, name: str) -> None:
    pdf = opened(write_pdf(edition(a4()), faces, preset=load_preset(name)))
    first = pdf.pages[0]
    trim, bleed, media = (box(first, key) for key in ("TrimBox", "BleedBox", "MediaBox"))
    for inner, outer in ((trim, bleed), (bleed, media)):
        assert outer[0] <= inner[0] < inner[2] <= outer[2]
        assert outer[1] <= inner[1] < inner[3] <= outer[3]
    assert media[:2] == (0, 0)


# what touches the trim

SHEET = Sheet(100, 200, Edges(5, 6, 7, 8))


def test_a_box_on_the_trim_is_drawn_out_into_the_bleed() -> None:
    over = Page(
        1,
        100,
        200,
        boxes=[Box(0, 0, 100, 20, RED), Box(10, 150, 30, 50, RED), Box(10, 20, 80, 30, RED)],
    )
    assert bled(over, SHEET).boxes == [
        Box(-5, -6, 112, 26, RED),
        Box(10, 150, 30, 58, RED),
        Box(10, 20, 80, 30, RED),
    ]


def test_a_rule_on_the_trim_is_drawn_out_in_both_directions() -> None:
    over = Page(
        1,
        100,
        200,
        rules=[
            Rule(0, 50, 100, 50, 1),
            Rule(10, 4, 90, 4, 8),
            Rule(96, 0, 96, 100, 8),
            Rule(0, 0, 50, 50, 1),
        ],
    )
    level, band, upright, slanting = bled(over, SHEET).rules
    assert (level.x0, level.x1, level.y0, level.width) == (-5, 107, 50, 1)
    assert (band.x0, band.x1, band.y0 - band.width / 2, band.y1 + band.width / 2) == (10, 90, -6, 8)
    assert (
        upright.y0,
        upright.y1,
        upright.x0 - upright.width / 2,
        upright.x0 + upright.width / 2,
    ) == (-6, 100, 92, 107)
    assert slanting == over.rules[3]


def test_a_cropped_photo_on_the_trim_shows_more_of_itself() -> None:
    # 80 wide as a whole, of which 20 are hidden at the left
    photo = Picture(0, 50, 60, 40, "a.jpg", "", crop=(0.25, 0, 0, 0))
    drawn = bled(Page(1, 100, 200, pictures=[photo]), SHEET).pictures[0]
    assert (drawn.x, drawn.y, drawn.width, drawn.height) == (-5, 50, 65, 40)
    assert drawn.crop == pytest.approx((15 / 80, 0, 0, 0))


def test_a_whole_photo_on_the_trim_grows_in_proportion_and_covers_the_bleed() -> None:
    photo = Picture(0, 0, 100, 200, "a.jpg", "")
    drawn = bled(Page(1, 100, 200, pictures=[photo]), SHEET).pictures[0]
    assert (drawn.x, drawn.y, drawn.width, drawn.height) == (-5, -6, 112, 214)
    left, top, right, bottom = drawn.crop
    assert min(drawn.crop) >= 0
    assert (drawn.width / (1 - left - right)) / (
        drawn.height / (1 - top - bottom)
    ) == pytest.approx(0.5)


def test_a_photo_inside_the_page_stays_as_it_is() -> None:
    photo = Picture(10, 10, 50, 50, "a.jpg", "", crop=(0.1, 0.1, 0.1, 0.1))
    assert bled(Page(1, 100, 200, pictures=[photo]), SHEET).pictures == [photo]


def test_a_photo_over_the_whole_page_leaves_no_paper_in_the_bleed(
    faces: Catalogue, tmp_path: Path
) -> None:
    Image.effect_noise((90, 60), 40).convert("RGB").point(lambda value: min(value, 150)).save(
        tmp_path / "photo.png"
    )
    photo = Picture(0, 0, 120, 80, str(tmp_path / "photo.png"), "")
    data = write_pdf(edition(Page(1, 120, 80, pictures=[photo])), faces, preset=PLAIN)
    assert max(low for low, _ in pixels(data, tmp_path).crop((1, 1, 135, 95)).getextrema()) < 200
    assert pixels(data, tmp_path).convert("L").crop((1, 1, 135, 95)).getextrema()[1] < 200


PART = st.floats(0, 0.4)


@given(
    place=st.tuples(st.floats(-20, 100), st.floats(-20, 200), st.floats(5, 120), st.floats(5, 220)),
    crop=st.tuples(PART, PART, PART, PART),
    bleed=st.tuples(*[st.floats(0, 10)] * 4),
)
def test_a_drawn_out_photo_covers_its_old_frame_keeps_its_proportions_and_is_never_stretched_thin(
    place, crop, bleed
) -> None:
    photo = Picture(*place, "a.jpg", "", crop=crop)
    drawn = bled(Page(1, 100, 200, pictures=[photo]), Sheet(100, 200, Edges(*bleed))).pictures[0]
    assert drawn.x <= photo.x
    assert drawn.y <= photo.y
    assert drawn.x + drawn.width >= photo.x + photo.width - 1e-9
    assert drawn.y + drawn.height >= photo.y + photo.height - 1e-9
    assert min(drawn.crop) >= -1e-9
    scales = [
        (one.width / (1 - one.crop[0] - one.crop[2]), one.height / (1 - one.crop[1] - one.crop[3]))
        for one in (photo, drawn)
    ]
    assert scales[1][0] / scales[0][0] == pytest.approx(scales[1][1] / scales[0][1])
    assert scales[1][0] >= scales[0][0] * (1 - 1e-9)
    if photo.x <= 0:
        assert drawn.x <= -bleed[0]
    if photo.y + photo.height >= 200:
        assert drawn.y + drawn.height >= 200 + bleed[3] - 1e-9


# marks


def test_a_page_too_small_for_a_slug_line_is_printed_without(
    faces: Catalogue, tmp_path: Path
) -> None:
    one = Page(1, 20, 20, boxes=[Box(0, 0, 20, 20, RED)])
    assert inked(plates(written(one, faces), tmp_path)["Magenta"]) == 255


def test_marks_are_on_every_plate_and_wholly_outside_the_bleed(
    faces: Catalogue, tmp_path: Path
) -> None:
    found = plates(written(a4(), faces), tmp_path, 144)
    assert set(found) == {"Cyan", "Magenta", "Yellow", "Black"}
    for plate in found.values():
        width, height = plate.size
        inner = mm(10) * 2 + 1
        assert inked(plate) == 255
        assert inked(plate, (inner, inner, width - inner, height - inner)) == 0


def test_crop_marks_stand_in_line_with_the_trim_a_quarter_of_a_point_wide_and_5_mm_long(
    faces: Catalogue,
) -> None:
    pdf = opened(written(a4(), faces))
    first = pdf.pages[0]
    strokes = [
        tuple(map(float, operands))
        for operator, operands in instructions(first)
        if operator in {"m", "l"}
    ]
    lines = {(strokes[k], strokes[k + 1]) for k in range(0, 16, 2)}
    width, height = (round(length, 5) for length in A4)
    for x in (0, width):
        for y in (0, height):
            assert any(
                a[0] == b[0] == x and abs(a[1] - b[1]) == pytest.approx(mm(5), abs=0.01)
                for a, b in lines
            )
            assert any(
                a[1] == b[1] == y and abs(a[0] - b[0]) == pytest.approx(mm(5), abs=0.01)
                for a, b in lines
            )
    assert ("w", [0.25]) in [
        (operator, [float(operands[0])])
        for operator, operands in instructions(first)
        if operator == "w"
    ]


def test_what_reaches_beyond_the_bleed_is_cut_off_there(faces: Catalogue, tmp_path: Path) -> None:
    black = plates(written(a4(boxes=[Box(-60, 100, 200, 100, BLACK)]), faces), tmp_path)["Black"]
    edge = mm(10)
    assert inked(black, (0, edge + 110, edge - 1, edge + 190)) == 0
    assert inked(black, (edge + 1, edge + 110, edge + 9, edge + 190)) == 255


def test_the_slug_line_names_publication_page_date_and_condition(
    faces: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "slug.pdf").write_bytes(written(a4(), faces))
    text = subprocess.run(
        [tool("pdftotext"), str(tmp_path / "slug.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode("utf8")
    assert "澜汀组工" in text
    assert "第 1 页，共 1 页" in text
    assert "210 × 297 mm" in text
    assert "FOGRA39" in text


def test_a_slug_line_that_is_too_long_ends_before_the_register_mark(
    faces: Catalogue, tmp_path: Path
) -> None:
    long = edition(a4(), title="很长的刊名" * 40)
    plate = plates(write_pdf(long, faces, preset=load_preset("print")), tmp_path, 144)["Cyan"]
    middle = plate.width / 2
    assert inked(plate, (middle - mm(5) * 2, 0, middle - mm(3) * 2, mm(9) * 2)) == 0


def test_a_slug_line_of_the_shops_own_names_each_plate_on_that_plate(
    faces: Catalogue, tmp_path: Path
) -> None:
    pattern = "{plates}"
    data = written(a4(boxes=[Box(10, 10, 5, 5, SPOT)]), faces, slug=pattern, red="spot")
    shown = plates(data, tmp_path, 144)
    top = (mm(16) * 2, 0, mm(60) * 2, mm(9) * 2)
    places = {name: plate.crop(tuple(map(round, top))).getbbox() for name, plate in shown.items()}
    # 青, 品红, 黄, 黑, 专色红: each begins where the one before has ended
    spot = next(name for name in places if name not in PROCESS)
    order = ["Cyan", "Magenta", "Yellow", "Black", spot]
    assert len(places) == 5
    for before, after in pairwise(order):
        assert places[before][2] <= places[after][0]


def test_fields_of_the_slug_line_are_filled_in_and_empty_ones_leave_no_gap(
    faces: Catalogue, tmp_path: Path
) -> None:
    pattern = "工单 118　{date}　{title}　{page}/{pages}　{preset}"
    data = write_pdf(
        edition(a4(), title="刊 {plates}"),
        faces,
        preset=load_preset("print", {"slug": pattern}),
    )
    (tmp_path / "slug.pdf").write_bytes(data)
    text = subprocess.run(
        [tool("pdftotext"), str(tmp_path / "slug.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode("utf8")
    assert text.split() == ["工单", "118", "刊", "{plates}", "1/1", "印刷"]


@pytest.mark.parametrize("pattern", ["{titel}", "{title", "{page:>9}", "{}", "x}"])
def test_a_field_that_is_none_is_told_with_those_there_are(pattern: str) -> None:
    with pytest.raises(PresetError, match=r"\{title\}, \{page\}"):
        load_preset("print", {"slug": pattern})


# styles of marks


def strokes(data: bytes) -> set[tuple[float, ...]]:
    """The ends of straight strokes outside the page, from its trim's lower left corner, mm."""
    found, start = set[tuple[float, ...]](), (0.0, 0.0)
    pdf = opened(data)
    for operator, operands in instructions(pdf.pages[0]):
        if operator == "m":
            start = tuple(map(float, operands))
        elif operator == "l":
            found.add(tuple(round(value / mm(1), 2) for value in (*start, *map(float, operands))))
    return found


def test_double_marks_stand_in_line_with_trim_and_bleed(faces: Catalogue) -> None:
    plain = {"register_marks": "false", "colour_bar": "false"}
    single = strokes(written(a4(), faces, **plain))
    double = strokes(written(a4(), faces, mark_style="double", **plain))
    assert len(single) == 8
    assert len(double) == 16
    # the lower left corner: 3 mm of bleed, strokes of 5 mm
    assert {(-3, 0, -8, 0), (0, -3, 0, -8)} <= single
    assert {(-3, -3, -8, -3), (-3, -3, -3, -8)} <= double - single


def test_marks_stand_away_from_the_bleed_and_are_as_heavy_as_asked(faces: Catalogue) -> None:
    data = written(a4(), faces, mark_offset="2", mark_weight="0.5")
    assert (-5, 0, -10, 0) in strokes(data)
    pdf = opened(data)
    widths = [
        float(operands[0]) for operator, operands in instructions(pdf.pages[0]) if operator == "w"
    ]
    assert widths == [0.5]
    media, bleed = (box(pdf.pages[0], name) for name in ("MediaBox", "BleedBox"))
    assert bleed[0] - media[0] == pytest.approx(mm(12), abs=0.01)


def test_a_character_that_the_slug_lines_face_lacks_becomes_a_geta(
    faces: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "slug.pdf").write_bytes(
        write_pdf(edition(a4(), title="𰻝刊"), faces, preset=load_preset("print"))
    )
    text = subprocess.run(
        [tool("pdftotext"), str(tmp_path / "slug.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode("utf8")
    assert "〓刊" in text


# links


def test_a_file_for_print_has_neither_links_nor_bookmarks(faces: Catalogue) -> None:
    one = page(line(run(faces.face("song"), "目录")))
    one.links.append(Link(10, 10, 50, 20, "there"))
    one.anchors.append(Anchor("there", 10, 30))
    whole = edition(one, bookmarks=(Bookmark("目录", 0, "there"),))
    printed = opened(write_pdf(whole, faces, preset=load_preset("print")))
    assert "/Annots" not in printed.pages[0]
    assert not {"/Outlines", "/Names", "/PageLabels"} & set(printed.Root.keys())
    kept = opened(write_pdf(whole, faces, preset=load_preset("archive")))
    assert len(kept.pages[0].Annots) == 1


def test_links_of_a_page_with_bleed_lie_on_the_text_they_belong_to(faces: Catalogue) -> None:
    one = page()
    one.links.append(Link(10, 10, 50, 20, "there"))
    one.anchors.append(Anchor("there", 10, 30))
    pdf = opened(write_pdf(edition(one), faces, preset=PLAIN))
    left, bottom = box(pdf.pages[0], "TrimBox")[:2]
    assert [float(value) for value in pdf.pages[0].Annots[0].Rect] == pytest.approx(
        [left + 10, bottom + 370, left + 60, bottom + 390], abs=0.01
    )
    assert [float(value) for value in list(pdf.Root.Names.Dests.Names)[1][2:4]] == pytest.approx(
        [left + 10, bottom + 370], abs=0.01
    )
