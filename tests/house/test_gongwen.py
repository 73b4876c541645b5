"""gongwen-a4 against GB/T 9704-2012 党政机关公文格式: every measure from the standard, in
millimetres, taken from glyphs and rules as they stand on the pages.
"""

from __future__ import annotations

import datetime

import audit
import pytest
from composing import NOWHERE, Standing

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.load import load_layout, open_settings
from layouts.issue.article import Article, ArticleKind, Paragraph, Section
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.issue.text import Text
from layouts.page.item import Line
from layouts.page.page import Edition
from layouts.units import POINTS_PER_MM, mm

TEXT = "各单位要认真贯彻落实会议精神，结合实际研究制定具体办法，确保各项任务落到实处。"
LAYOUT = load_layout("gongwen-a4")
GRID = LAYOUT.grid
RIGHT = GRID.left + GRID.area_width
FOOT = GRID.top + GRID.area_height


@pytest.fixture(scope="module")
def edition(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    paragraphs = tuple(Paragraph(Text(TEXT * 4), NOWHERE) for _ in range(12))
    article = Article(ArticleKind.HEADLINE, Text("关于做好防汛工作的通知"), paragraphs, NOWHERE)
    head = Masthead(
        "澜汀政务", 3, 12, datetime.date(2026, 8, 31), "澜汀市人民政府办公室", "秘密", "000012"
    )
    colophon = Colophon("市委、市政府", "各区人民政府", "市直各单位", "季望舒", "8600 0101", 260)
    issue = Issue(
        head,
        (Section("", (article,), NOWHERE),),
        tmp_path_factory.mktemp("gongwen"),
        NOWHERE,
        colophon,
        "gongwen-a4",
        contents=False,
    )
    return compose(issue, LAYOUT, catalogue)


def line(edition: Edition, role: str, text: str, page: int = 0) -> Line:
    return next(
        found for found in edition.pages[page].lines if found.role == role and text in found.text
    )


def ink(found: Line, catalogue: Catalogue) -> list[Standing]:
    return [glyph for glyph in audit.glyphs_of(found, catalogue) if not glyph.blank]


def top_of_ink(found: Line, catalogue: Catalogue) -> float:
    """The upper edge of the highest glyph of a line, points down the page."""
    faces = {glyph.face for glyph in ink(found, catalogue)}
    return min(
        found.y - catalogue.face(face).ink(glyph.glyph).top * found.size
        for face in faces
        for glyph in ink(found, catalogue)
        if glyph.face == face
    )


def test_5_1_the_paper_is_a4() -> None:
    assert (GRID.width, GRID.height) == pytest.approx((mm(210), mm(297)))


def test_5_2_1_margins_and_type_area() -> None:
    """天头 37 mm ± 1 mm, 订口 28 mm ± 1 mm, 版心 156 mm × 225 mm."""
    assert GRID.top / POINTS_PER_MM == pytest.approx(37, abs=1)
    assert GRID.left / POINTS_PER_MM == pytest.approx(28, abs=1)
    assert GRID.area_width / POINTS_PER_MM == pytest.approx(156, abs=1)
    assert GRID.area_height / POINTS_PER_MM == pytest.approx(225, abs=1)


def test_5_2_2_and_5_2_3_type_and_lines() -> None:
    """三号仿宋, 22 lines a page, 28 characters a line; 行 is a character and 7/8 of one (3.2)."""
    assert (GRID.rows, GRID.measure) == (22, 28)
    assert GRID.size == 15.75
    assert GRID.leading / GRID.size == pytest.approx(1 + 7 / 8)
    assert LAYOUT.styles["body"].face == "fangsong"


def test_5_2_4_and_the_red_of_the_head() -> None:
    """Text is black; the red of the head is Y80 M80."""
    assert LAYOUT.styles["body"].ink.name == "black"
    assert LAYOUT.styles["name"].ink.cmyk == (0.0, 0.8, 0.8, 0.0)


def test_7_2_1_and_7_2_2_copy_number_and_secrecy_stand_at_the_top_left(
    edition: Edition, catalogue: Catalogue
) -> None:
    number, secrecy = line(edition, "masthead", "000012"), line(edition, "masthead", "秘密")
    assert number.y == pytest.approx(GRID.baseline(0), abs=mm(0.1))
    assert secrecy.y == pytest.approx(GRID.baseline(1), abs=mm(0.1))
    for found in (number, secrecy):
        assert found.size == 15.75
        assert ink(found, catalogue)[0].left == pytest.approx(GRID.left, abs=1.5)
    assert LAYOUT.styles["secrecy"].face == "hei"


def test_7_2_4_the_name_stands_35_mm_under_the_upper_edge_of_the_type_area(
    edition: Edition, catalogue: Catalogue
) -> None:
    name = line(edition, "masthead", "澜汀政务")
    assert (top_of_ink(name, catalogue) - GRID.top) / POINTS_PER_MM == pytest.approx(35, abs=0.5)
    glyphs = ink(name, catalogue)
    assert (glyphs[0].pen + glyphs[-1].pen + name.size) / 2 == pytest.approx(GRID.width / 2, abs=1)
    assert LAYOUT.styles["name"].face == "song-bold"


def test_7_2_5_the_number_stands_two_rows_under_the_name(edition: Edition) -> None:
    name, number = line(edition, "masthead", "澜汀政务"), line(edition, "masthead", "第3期")
    # from the foot of the name's characters to the top of the number's: two rows are free
    free = number.y - 0.88 * number.size - (name.y + 0.12 * name.size)
    assert free / GRID.leading == pytest.approx(2, abs=0.1)


def test_7_2_7_the_red_rule_stands_4_mm_under_the_last_line_as_wide_as_the_type_area(
    edition: Edition,
) -> None:
    red = [rule for rule in edition.pages[0].rules if rule.ink.name == "red"]
    assert len(red) == 1
    lowest = line(edition, "masthead", "澜汀市人民政府办公室")
    assert (red[0].x0, red[0].x1) == pytest.approx((GRID.left, RIGHT))
    between = red[0].y0 - red[0].width / 2 - (lowest.y + 0.12 * lowest.size)
    assert between / POINTS_PER_MM == pytest.approx(4, abs=0.5)


def test_7_3_1_the_title_stands_two_rows_under_the_red_rule_in_centred_song(
    edition: Edition, catalogue: Catalogue
) -> None:
    title = line(edition, "headline", "通知")
    (red,) = [rule for rule in edition.pages[0].rules if rule.ink.name == "red"]
    free = title.y - 0.88 * title.size - red.y0
    assert 2 * GRID.leading <= free < 3 * GRID.leading
    assert (title.size, LAYOUT.styles["headline"].face) == (21, "song-bold")
    glyphs = ink(title, catalogue)
    assert (glyphs[0].pen + glyphs[-1].pen + title.size) / 2 == pytest.approx(
        GRID.width / 2, abs=0.5
    )


def test_7_3_3_ranks_of_headings_and_text_on_the_first_page(edition: Edition) -> None:
    faces = [LAYOUT.styles[f"subheading-{level}"].face for level in (1, 2, 3, 4)]
    assert faces == ["hei", "kai", "fangsong", "fangsong"]
    assert [found for found in edition.pages[0].lines if found.role == "body"]
    assert LAYOUT.styles["body"].indent == 2


def test_7_4_1_rules_of_the_foot(edition: Edition) -> None:
    """As wide as the type area, the first and last 0.35 mm thick, the others 0.25 mm, the last on
    the foot of the type area.
    """
    rules = sorted(edition.pages[-1].rules, key=lambda rule: rule.y0)
    widths = [rule.width / POINTS_PER_MM for rule in rules]
    assert widths == pytest.approx([0.35, 0.25, 0.25, 0.35])
    assert all((rule.x0, rule.x1) == pytest.approx((GRID.left, RIGHT)) for rule in rules)
    assert rules[-1].y0 == pytest.approx(FOOT)


def test_7_4_2_and_7_4_3_lines_of_the_foot_leave_a_character_free(
    edition: Edition, catalogue: Catalogue
) -> None:
    last = len(edition.pages) - 1
    issuer = line(edition, "colophon", "澜汀市人民政府办公室", last)
    printed = line(edition, "colophon", "印发", last)
    assert printed.text.endswith("31日印发")
    assert issuer.y == printed.y
    assert (issuer.size, LAYOUT.styles["colophon"].face) == (13.75, "fangsong")
    assert ink(issuer, catalogue)[0].left - GRID.left == pytest.approx(13.75, abs=2)
    assert RIGHT - ink(printed, catalogue)[-1].right == pytest.approx(13.75, abs=2)


def test_7_5_page_numbers(edition: Edition, catalogue: Catalogue) -> None:
    """四号 half-width Song figures between dashes, whose upper edge is 7 mm under the type area;
    odd ones a character from the right, even ones a character from the left.
    """
    assert len(edition.pages) > 2
    for page in edition.pages:
        (number,) = [found for found in page.lines if found.role == "page-number"]
        glyphs = ink(number, catalogue)
        assert number.size == 13.75
        assert {glyph.face for glyph in glyphs} == {"song"}
        digits = [glyph for glyph in glyphs if glyph.text.isdigit()]
        assert all(catalogue.face("song").advance(glyph.glyph) < 0.6 for glyph in digits)
        assert [glyph.text for glyph in glyphs] == ["—", *str(page.number), "—"]
        dash = catalogue.face("song").ink(glyphs[0].glyph)
        upper = number.y - dash.top * number.size
        assert (upper - FOOT) / POINTS_PER_MM == pytest.approx(7, abs=0.2)
        if page.number % 2:
            assert RIGHT - (glyphs[-1].pen + number.size) == pytest.approx(13.75, abs=0.5)
        else:
            assert glyphs[0].pen - GRID.left == pytest.approx(13.75, abs=0.5)


def test_nothing_that_the_standard_fixes_is_open_to_editors() -> None:
    assert open_settings("gongwen-a4").isdisjoint({"measure", "size", "leading"})
