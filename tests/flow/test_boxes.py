"""Boxes (专栏框) and pull quotes with text round them: every character in its frame, whole rows, text
beside them, parts where no column holds them.
"""

from __future__ import annotations

import audit
import box_audit
import pytest
from composing import NOWHERE
from marked_text import PROSE, Printed, article, text_of
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.house.load import STOCK, load_layout
from layouts.issue.article import PullQuote, Subheading
from layouts.issue.photo import PhotoPlace, Side
from layouts.issue.sidebar import BoxKind, Sidebar
from layouts.page.item import BoxArea

LAYOUTS = sorted(path.stem for path in STOCK.glob("*.toml"))
SAID = "一是谁使用谁负责；二是一物一码，全程可查；三是先培训后上岗，记录一页不少。"


def box(*texts: str, **fields: object) -> Sidebar:
    return Sidebar(tuple(map(text_of, texts)), NOWHERE, **fields)


def quote(said: str, **fields: object) -> PullQuote:
    return PullQuote(text_of(said), NOWHERE, **fields)


def areas(printed: Printed) -> list[BoxArea]:
    return [area for page in printed.edition.pages for area in page.areas]


def sound(printed: Printed, catalogue: Catalogue) -> bool:
    """Whether nothing is wrong with boxes, and every character of them stands once."""
    assert box_audit.faults(printed.edition, printed.layout, catalogue) == []
    assert audit.off_grid(printed.edition, printed.layout) == []
    assert box_audit.texts_in_boxes(printed.edition) == box_audit.texts_of_boxes(
        printed.issue, printed.edition
    )
    return True


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", BoxKind)
@pytest.mark.parametrize("side", Side)
def test_a_box_stands_in_whole_rows_with_its_text_inside(
    catalogue: Catalogue, layout: str, kind: BoxKind, side: Side
) -> None:
    given = article(PROSE, box("三项新规", SAID, SAID, kind=kind, side=side), PROSE, PROSE)
    printed = Printed(catalogue, given, layout=layout)
    assert sound(printed, catalogue)
    (area,) = areas(printed)
    grid = printed.layout.grid
    if area.width < grid.column_width - 1:
        beside = [
            line
            for line in printed.lines("body")
            if area.y < line.y < area.y + area.height and line.width < grid.column_width - 1
        ]
        # text stands beside it, whole em wide
        assert beside
        for line in beside:
            assert line.width / grid.size == pytest.approx(round(line.width / grid.size))


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_text_in_columns_of_its_own_is_read_column_by_column(
    catalogue: Catalogue, columns: int
) -> None:
    given = article(PROSE, box("甲乙", SAID * 3, side=Side.NONE, columns=columns), PROSE)
    printed = Printed(catalogue, given)
    assert sound(printed, catalogue)
    lines = printed.lines("box")
    lefts = sorted({round(line.x) for line in lines if line.start})
    assert len(lefts) == columns
    # the next column begins where the one before it does, with the next character
    tops = [min(line.y for line in lines if abs(line.x - left) < 30) for left in lefts]
    assert max(tops) - min(tops) < 0.01
    assert [line.start for line in lines] == sorted(line.start for line in lines)


def test_columns_that_would_be_too_narrow_are_not_made(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article(PROSE, box("甲", SAID, width=9.0, columns=3), PROSE))
    assert len({round(line.x) for line in printed.lines("box") if line.start}) == 1
    assert sound(printed, catalogue)


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-3col"])
@pytest.mark.parametrize("columns", [1, 2])
def test_one_taller_than_a_column_goes_on_in_the_next(
    catalogue: Catalogue, layout: str, columns: int
) -> None:
    tall = box("很长的框", *[SAID * 3] * 40, columns=columns)
    printed = Printed(catalogue, article(PROSE, tall, PROSE), layout=layout)
    assert not [found for found in printed.edition.findings if found.level == "error"]
    assert sound(printed, catalogue)
    assert len(areas(printed)) > 1
    # its title once, at the head of the first part
    assert "".join(line.text for line in printed.lines("box-title")) == "很长的框"
    for first, last in zip(areas(printed), areas(printed)[1:], strict=False):
        assert (first.article, first.paragraph) == (last.article, last.paragraph)


def test_one_that_leaves_too_little_room_beside_it_goes_over_its_column(
    catalogue: Catalogue,
) -> None:
    printed = Printed(catalogue, article(PROSE, box("甲", SAID, width=30.0), PROSE))
    assert areas(printed)[0].width == pytest.approx(printed.layout.grid.column_width)


def test_one_at_the_end_of_an_article_goes_over_its_column(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article(PROSE, box("甲", SAID)))
    assert areas(printed)[0].width == pytest.approx(printed.layout.grid.column_width)
    assert sound(printed, catalogue)


def test_a_title_on_a_band_is_reversed_and_the_band_as_wide_as_the_box(
    catalogue: Catalogue,
) -> None:
    printed = Printed(catalogue, article(PROSE, box("甲乙", SAID), PROSE), layout="neikan-a4-2col")
    (area,) = areas(printed)
    (title,) = printed.lines("box-band")
    assert title.runs[0].ink.name == "paper"
    page = next(page for page in printed.edition.pages if page.areas)
    band = next(one for one in page.boxes if one.ink.name == "blue" and one.y == area.y)
    assert (band.x, band.width) == (area.x, area.width)
    assert band.y < title.y < band.y + band.height


@pytest.mark.parametrize("layout", ["neikan-a4-2col", "neikan-a4-3col", "kuaixun-a4"])
def test_a_pull_quote_between_two_columns_has_text_on_both_sides(
    catalogue: Catalogue, layout: str
) -> None:
    given = article(PROSE, quote("隐患就在身边，整改不能隔夜", between=True), *[PROSE] * 30)
    printed = Printed(catalogue, given, layout=layout)
    assert sound(printed, catalogue)
    (area,) = areas(printed)
    grid = printed.layout.grid
    gutter = grid.column_left(1) - grid.gutter / 2
    assert area.x + area.width / 2 == pytest.approx(gutter)
    page = next(page for page in printed.edition.pages if page.areas)
    beside = [
        line
        for line in page.lines
        if line.role == "body" and area.y < line.y < area.y + area.height
    ]
    assert any(line.x < gutter for line in beside)
    assert any(gutter < line.x < grid.column_left(1) + grid.column_width for line in beside)
    # the rule between the columns stops there
    rules = [rule for rule in page.rules if rule.x0 == rule.x1 and abs(rule.x0 - gutter) < 0.01]
    assert all(rule.y1 <= area.y + 0.01 or rule.y0 >= area.y + area.height - 0.01 for rule in rules)


@pytest.mark.parametrize("words", range(1, 40, 3))
def test_what_goes_on_in_the_next_column_keeps_clear_of_a_quote_between_both(
    catalogue: Catalogue, words: int
) -> None:
    """However far down the first column the paragraph begins that the next column takes up."""
    made = quote("隐患就在身边，整改不能隔夜", between=True)
    heading = Subheading(text_of("一、小题"), 1, NOWHERE)
    given = article(made, PROSE, *["检修完成。" * words, heading] * 12)
    assert sound(Printed(catalogue, given, layout="neikan-a4-3col"), catalogue)


@pytest.mark.parametrize("place", [PhotoPlace.TOP, PhotoPlace.FOOT])
@pytest.mark.parametrize("made", [box("甲", SAID, across=0), quote("三天做完", across=0)])
def test_at_the_head_or_foot_of_a_page_it_goes_across_all_columns(
    catalogue: Catalogue, place: PhotoPlace, made: Sidebar | PullQuote
) -> None:
    given = article(*[PROSE] * 3, replace(made, place=place), *[PROSE] * 40)
    printed = Printed(catalogue, given, layout="neikan-a4-2col")
    assert sound(printed, catalogue)
    (area,) = areas(printed)
    grid = printed.layout.grid
    assert area.x + area.width / 2 == pytest.approx(grid.left + grid.area_width / 2)
    assert area.width > grid.column_width
    page = next(page for page in printed.edition.pages if page.areas)
    body = [line.y for line in page.lines if line.role == "body"]
    if place is PhotoPlace.TOP:
        assert max(area.y + area.height, min(body)) == min(body)
    else:
        assert min(area.y, max(body)) == max(body)


def test_a_layout_without_styles_for_boxes_sets_them_smaller_than_its_body() -> None:
    layout = load_layout("jianbao-a4")
    assert layout.styles["box"].size < layout.styles["body"].size


def test_boxes_without_words_take_a_row_and_break_nothing(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article(PROSE, box("", ""), box("", titled=False), PROSE))
    assert len(areas(printed)) == 2
    assert sound(printed, catalogue)


def test_the_rule_between_columns_ends_with_the_text_over_a_quote_at_the_foot(
    catalogue: Catalogue,
) -> None:
    made = quote("三天做完", place=PhotoPlace.FOOT, across=0)
    printed = Printed(catalogue, article(*[PROSE] * 4, made, PROSE), layout="neikan-a4-2col")
    grid = printed.layout.grid
    page = next(page for page in printed.edition.pages if page.areas)
    gutter = grid.column_left(1) - grid.gutter / 2
    (rule,) = (one for one in page.rules if one.x0 == one.x1 == pytest.approx(gutter))
    foot = max(line.y for line in page.lines if line.role == "body")
    assert foot < rule.y1 < foot + grid.leading
