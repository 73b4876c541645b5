"""Pages turned by a quarter (横排转页) in an OFD: everything where the PDF has it."""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import compose_manuscript
from lxml import etree
from ofd_reading import OfdReading, faults, on_page
from paint_editions import RED, edition, line, run
from paint_reading import Reading
from PIL import Image
from turned_issue import turned_manuscript

from fonts.catalogue import Catalogue
from layouts.page.item import PAGE_NUMBER, Anchor, Box, Frame, Link, Picture, Rule
from layouts.page.page import Bookmark, Page
from layouts.paint.ofd.writing import write_ofd
from layouts.paint.pdf import write_pdf

FACES = Catalogue()
MM = 25.4 / 72
NEAR = 0.01
"""Millimetres that a glyph may stand off its place in the PDF."""

WIDTH, HEIGHT = 300.0, 400.0


def turned(**items: object) -> Page:
    return Page(1, WIDTH, HEIGHT, turned=True, **items)


def read(page: Page, *bookmarks: Bookmark) -> OfdReading:
    data = write_ofd(edition(page, bookmarks=bookmarks), FACES)
    assert faults(data) == []
    return OfdReading(data)


def box_of(placed: etree._Element) -> list[float]:
    """The boundary of an object: left, top, width and height in points."""
    return [float(part) / MM for part in placed.get("Boundary").split()]


def points_of(placed: etree._Element) -> list[tuple[float, float]]:
    """The points of a path where they are on the page, in points."""
    numbers = [float(word) for word in placed[-1].text.split() if not word.isalpha()]
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [tuple(value / MM for value in on_page(placed, x, y)) for x, y in pairs]


def test_glyphs_stand_as_in_the_pdf(tmp_path: Path) -> None:
    (tmp_path / "issue.md").write_text(turned_manuscript("neikan-a4-2col"), "utf8")
    composed, _ = compose_manuscript(tmp_path / "issue.md", FACES)
    (number,) = (one.number for one in composed.pages if one.turned)
    data = write_ofd(composed, FACES)
    assert faults(data) == []
    ours, theirs = (
        OfdReading(data).glyphs(number),
        Reading(write_pdf(composed, FACES)).drawn(number),
    )
    assert len(ours) == len(theirs) > 200
    height = composed.pages[number - 1].height
    for glyph, drawn in zip(ours, theirs, strict=True):
        assert abs(glyph.x - drawn.x * MM) < NEAR
        assert abs(glyph.y - (height - drawn.y) * MM) < NEAR
    # no boundary cuts off what it holds, and all lie on the paper
    for text in OfdReading(data).objects("TextObject", number):
        left, top, wide, high = box_of(text)
        assert left >= 0
        assert top >= 0
        assert left + wide <= composed.pages[number - 1].width
        assert top + high <= height


def test_text_runs_up_the_paper_inside_its_boundary() -> None:
    reading = read(turned(lines=[line(run(FACES.face("song"), "甲乙", 20.0, y=50.0))]))
    (text,) = reading.objects("TextObject")
    left, top, width, height = box_of(text)
    first, second = reading.glyphs()
    # the baseline is 50 from the left edge of the paper, the line begins 20 from its foot
    assert (first.x / MM, first.y / MM) == pytest.approx((50, HEIGHT - 20), abs=0.02)
    assert (second.x / MM, second.y / MM) == pytest.approx((50, HEIGHT - 34), abs=0.02)
    assert left < 50 < left + width
    assert top < HEIGHT - 48
    assert top + height > HEIGHT - 20


def test_what_keeps_upright_is_not_turned_and_comes_last() -> None:
    song = FACES.face("song")
    number = line(run(song, "3", 150.0, y=390.0))._replace(role=PAGE_NUMBER)
    page = turned(lines=[line(run(song, "甲", 20.0, y=50.0))])
    page.upright = Page(0, WIDTH, HEIGHT, lines=[number], rules=[Rule(10, 20, 290, 20, 1.0)])
    reading = read(page)
    last = reading.glyphs()[-1]
    assert (last.text, last.x / MM, last.y / MM) == (
        "3",
        *map(pytest.approx, (150, 390), (0.02,) * 2),
    )
    assert reading.objects("TextObject")[-1].get("CTM") is None
    assert points_of(reading.objects("PathObject")[0]) == [
        pytest.approx((10, 20), abs=0.01),
        pytest.approx((290, 20), abs=0.01),
    ]


def test_rules_and_boxes_are_turned() -> None:
    page = turned(boxes=[Box(10, 20, 30, 5, RED)], rules=[Rule(10, 50, 390, 50, 2.0)])
    box, rule = read(page).objects("PathObject")
    xs, ys = zip(*points_of(box), strict=True)
    assert (min(xs), min(ys), max(xs), max(ys)) == pytest.approx(
        (20, HEIGHT - 40, 25, HEIGHT - 10), abs=0.01
    )
    assert points_of(rule) == [
        pytest.approx((50, HEIGHT - 10), abs=0.01),
        pytest.approx((50, 10), abs=0.01),
    ]
    # its boundary holds the stroke
    left, top, width, height = box_of(rule)
    assert left <= 49
    assert left + width >= 51
    assert top <= 10
    assert top + height >= HEIGHT - 10


def test_a_picture_is_turned(tmp_path: Path) -> None:
    Image.new("RGB", (8, 4), "red").save(tmp_path / "a.png")
    picture = Picture(10, 20, 80, 40, str(tmp_path / "a.png"), "")
    (placed,) = read(turned(pictures=[picture])).objects("ImageObject")
    assert box_of(placed) == pytest.approx([20, HEIGHT - 90, 40, 80], abs=0.01)
    # the corners of the unit square: its left top one is at the foot, its right top one above that
    corners = [[v / MM for v in on_page(placed, *at)] for at in ((0, 0), (1, 0), (0, 1))]
    assert corners == [
        pytest.approx((20, HEIGHT - 10), abs=0.01),
        pytest.approx((20, HEIGHT - 90), abs=0.01),
        pytest.approx((60, HEIGHT - 10), abs=0.01),
    ]


def test_links_and_bookmarks_lead_where_they_stand() -> None:
    frames = (Frame(100, 50, 80, 12), Frame(20, 66, 40, 12))
    page = turned(
        links=[Link(20, 50, 160, 28, "", "https://example.org", frames)],
        anchors=[Anchor("here", 20, 30)],
    )
    reading = read(page, Bookmark("甲", 0, "here"))
    where = reading.document.find(".//{*}OutlineElem//{*}Dest")
    assert [float(where.get(side)) / MM for side in ("Left", "Top")] == pytest.approx(
        (30, HEIGHT - 20), abs=0.01
    )
    ((shown,),) = reading.part("Doc_0/Annots/Page_0/Annotation.xml")
    corner = box_of(shown)
    assert corner == pytest.approx([50, HEIGHT - 180, 28, 160], abs=0.01)
    for frame, area in zip(frames, shown, strict=True):
        x, y, width, height = box_of(area)
        at = corner[0] + x, corner[1] + y
        assert at == pytest.approx((frame.y, HEIGHT - frame.x - frame.width), abs=0.01)
        assert (width, height) == pytest.approx((frame.height, frame.width), abs=0.01)
