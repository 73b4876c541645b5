"""Photos that stand apart from their paragraph: at the head or foot of columns, on pages of their
own.
"""

from __future__ import annotations

import audit
import pytest
from composing import NOWHERE
from laying import Laid, Press, prose

from layouts.flow.sharing import side_by_side
from layouts.issue.article import PageBreak, Section
from layouts.issue.photo import ALL_COLUMNS, Bleed, PhotoPlace
from layouts.page.hit import HitKind, hit
from layouts.page.item import Line, Picture
from layouts.units import mm

EXACT = 1e-6
LAYOUTS = ["jianbao-a4", "neikan-a4-2col", "neikan-a4-3col"]
ALL_EDGES = Bleed(left=True, top=True, right=True, foot=True)
LONG = 6000


def photo_at(press: Press, place: PhotoPlace, across: int = ALL_COLUMNS, /, **options: object):
    size = options.pop("size", (600, 300))
    assert isinstance(size, tuple)
    return press.photo(*size, place=place, across=across, **options)


def pictures(laid: Laid) -> list[tuple[int, Picture]]:
    """All pictures, each with its page."""
    return [(page.number, found) for page in laid.pages for found in page.pictures]


def body(laid: Laid, page: int) -> list[Line]:
    return laid.lines("body", page=page)


def sound(laid: Laid) -> None:
    """What holds of every edition."""
    assert audit.over_photos(laid.edition) == []
    assert audit.off_grid(laid.edition, laid.layout) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_photo_stands_at_the_head_of_the_page_after_its_paragraph(
    press: Press, layout: str
) -> None:
    shown = photo_at(press, PhotoPlace.TOP, caption="会场")
    laid = press.set(prose(400), shown, prose(LONG), layout=layout)
    ((page, found),) = pictures(laid)
    grid = laid.grid
    assert page == 2
    assert (found.x, found.y) == pytest.approx((grid.left, grid.top))
    assert found.width == pytest.approx(grid.area_width)
    assert min(line.y for line in body(laid, 2)) > found.y + found.height
    sound(laid)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_photo_stands_at_the_foot_of_the_page_of_its_paragraph(press: Press, layout: str) -> None:
    laid = press.set(photo_at(press, PhotoPlace.FOOT), prose(LONG), layout=layout)
    ((page, found),) = pictures(laid)
    grid = laid.grid
    last = grid.top + grid.ascent + (grid.rows - 1) * grid.leading
    assert page == 1
    assert found.y + found.height == pytest.approx(last)
    assert max(line.y for line in body(laid, 1)) < found.y
    sound(laid)


def test_where_the_foot_is_filled_a_photo_stands_at_that_of_the_next_page(press: Press) -> None:
    """In two columns, the first of them filled when the paragraph is reached."""
    laid = press.set(
        prose(1000), photo_at(press, PhotoPlace.FOOT), prose(LONG), layout="neikan-a4-2col"
    )
    assert [page for page, _ in pictures(laid)] == [2]
    one = press.set(
        prose(1000), photo_at(press, PhotoPlace.FOOT, 1), prose(LONG), layout="neikan-a4-2col"
    )
    ((page, found),) = pictures(one)
    assert page == 1
    assert found.x == pytest.approx(one.grid.column_left(1))


def test_a_photo_stands_at_the_head_of_a_column_that_nothing_stands_in(press: Press) -> None:
    laid = press.set(
        prose(200), photo_at(press, PhotoPlace.TOP, 2), prose(LONG), layout="neikan-a4-3col"
    )
    ((page, found),) = pictures(laid)
    grid = laid.grid
    assert page == 1
    assert found.x == pytest.approx(grid.column_left(1))
    assert found.width == pytest.approx(2 * grid.column_width + grid.gutter)
    sound(laid)


def test_a_photo_stands_over_the_title_that_begins_its_page(press: Press) -> None:
    first = press.article(prose(300), title="第一篇")
    second = press.article(photo_at(press, PhotoPlace.TOP), prose(900), title="第二篇")
    laid = press.issue(
        Section("", (first,), NOWHERE), Section("", (second,), NOWHERE, break_before=True)
    )
    ((page, found),) = pictures(laid)
    (title,) = [line for line in laid.lines("headline") if line.text == "第二篇"]
    assert page == laid.page_of("第二篇", "headline") == 2
    assert found.y == pytest.approx(laid.grid.top)
    assert title.y > found.y + found.height


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_photo_has_the_next_page_to_itself(press: Press, layout: str) -> None:
    shown = photo_at(press, PhotoPlace.PAGE, size=(300, 400), caption="全景")
    laid = press.set(prose(200), shown, prose(LONG), layout=layout)
    assert [page for page, _ in pictures(laid)] == [2]
    assert body(laid, 2) == []
    assert body(laid, 1)
    assert body(laid, 3)
    assert audit.off_page(laid.edition, laid.layout) == []
    assert laid.lines("caption", page=2)
    sound(laid)


def test_the_text_fills_the_page_before_a_photo_that_has_one_to_itself(press: Press) -> None:
    laid = press.set(prose(200), photo_at(press, PhotoPlace.PAGE), prose(LONG))
    assert max(map(laid.row, body(laid, 1))) == laid.grid.rows - 1


@pytest.mark.parametrize("before", [200, 1600, 3000])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_photo_on_two_facing_pages_is_whole(press: Press, layout: str, before: int) -> None:
    """The left page bears an even number, the halves meet at the fold, and show one photo."""
    shown = photo_at(press, PhotoPlace.SPREAD, size=(800, 500), bleed=ALL_EDGES)
    laid = press.set(prose(before), shown, prose(LONG), layout=layout)
    (left, one), (right, other) = pictures(laid)
    grid = laid.grid
    assert left % 2 == 0
    assert right == left + 1
    assert one.x == pytest.approx(-mm(3))
    assert one.x + one.width == pytest.approx(grid.width)
    assert other.x == pytest.approx(0)
    assert other.x + other.width == pytest.approx(grid.width + mm(3))
    assert one.crop[2] + other.crop[0] == pytest.approx(1)
    assert (one.y, one.height, one.crop[1]) == pytest.approx((other.y, other.height, other.crop[1]))
    # the same scale on both sides
    assert one.width / (1 - one.crop[0] - one.crop[2]) == pytest.approx(
        other.width / (1 - other.crop[0] - other.crop[2])
    )
    assert body(laid, left) == body(laid, right) == []
    sound(laid)


def test_two_photos_for_one_place_queue(press: Press) -> None:
    shown = [photo_at(press, place) for place in (PhotoPlace.TOP,) * 2 + (PhotoPlace.PAGE,) * 2]
    laid = press.set(prose(200), *shown, prose(4 * LONG))
    assert [page for page, _ in pictures(laid)] == [2, 3, 4, 5]
    sound(laid)


@pytest.mark.parametrize("place", [PhotoPlace.TOP, PhotoPlace.PAGE, PhotoPlace.SPREAD])
def test_what_waits_at_the_end_gets_its_page(press: Press, place: PhotoPlace) -> None:
    laid = press.set(prose(200), photo_at(press, place), prose(100))
    pages = [page for page, _ in pictures(laid)]
    assert pages == {PhotoPlace.SPREAD: [2, 3]}.get(place, [2])
    assert len(laid.pages) == pages[-1]


def test_at_the_end_a_photo_for_the_head_stands_under_the_text_rather_than_alone(
    press: Press,
) -> None:
    laid = press.set(prose(200), photo_at(press, PhotoPlace.TOP, size=(600, 200)), prose(100))
    ((page, found),) = pictures(laid)
    assert page == len(laid.pages) == 1
    assert found.y > max(line.y for line in body(laid, 1))
    sound(laid)


def test_what_waits_behind_it_moves_up(press: Press) -> None:
    shown = [photo_at(press, PhotoPlace.TOP, size=(600, 200)) for _ in range(3)]
    laid = press.set(prose(200), *shown, prose(100))
    assert [page for page, _ in pictures(laid)] == [1, 2, 3]
    assert len(laid.pages) == 3


@pytest.mark.parametrize("place", [PhotoPlace.TOP, PhotoPlace.FOOT, PhotoPlace.PAGE])
def test_a_section_on_a_new_page_begins_after_what_waits(press: Press, place: PhotoPlace) -> None:
    one = press.article(prose(200), photo_at(press, place), prose(100), title="甲")
    other = press.article(prose(300), title="乙")
    laid = press.issue(
        Section("", (one,), NOWHERE), Section("", (other,), NOWHERE, break_before=True)
    )
    assert laid.page_of("乙", "headline") == 1 + max(page for page, _ in pictures(laid))


def test_a_break_inside_an_article_loses_nothing(press: Press) -> None:
    laid = press.set(
        prose(200), photo_at(press, PhotoPlace.TOP), prose(100), PageBreak(NOWHERE), prose(300)
    )
    assert [page for page, _ in pictures(laid)] == [2]
    assert body(laid, 2)


def test_what_waits_is_passed_over_by_the_articles_after(press: Press) -> None:
    """An article that the photo is not of fills the pages round it."""
    one = press.article(prose(200), photo_at(press, PhotoPlace.PAGE), prose(100), title="甲")
    other = press.article(prose(LONG), title="乙")
    laid = press.pages(one, other)
    assert [page for page, _ in pictures(laid)] == [2]
    assert body(laid, 2) == []
    assert laid.page_of("乙", "headline") == 1
    assert body(laid, 3)


def test_a_lone_photo_has_the_page_that_nothing_stands_on(press: Press) -> None:
    one = press.article(prose(200), title="甲")
    other = press.article(photo_at(press, PhotoPlace.PAGE), kind=None)
    last = press.article(prose(200), title="乙")
    laid = press.issue(
        Section("", (one,), NOWHERE),
        Section("", (other,), NOWHERE, break_before=True),
        Section("", (last,), NOWHERE),
    )
    assert [page for page, _ in pictures(laid)] == [2]
    assert laid.page_of("乙", "headline") == 3


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("place", [PhotoPlace.TOP, PhotoPlace.FOOT])
def test_a_tall_photo_leaves_room_for_text(press: Press, layout: str, place: PhotoPlace) -> None:
    laid = press.set(
        prose(200), photo_at(press, place, size=(300, 900)), prose(LONG), layout=layout
    )
    ((page, _),) = pictures(laid)
    assert body(laid, page)
    assert audit.off_page(laid.edition, laid.layout) == []
    sound(laid)


def test_a_photo_at_the_head_goes_to_the_edges_it_names(press: Press) -> None:
    edges = Bleed(left=True, top=True, right=True)
    laid = press.set(prose(200), photo_at(press, PhotoPlace.TOP, bleed=edges), prose(LONG))
    ((_, found),) = pictures(laid)
    assert (found.x, found.y) == pytest.approx((-mm(3), -mm(3)))
    assert found.x + found.width == pytest.approx(laid.grid.width + mm(3))
    assert laid.lines("running-head", page=2) == []
    assert laid.lines("running-head", page=3)


def test_a_full_page_bears_neither_number_nor_running_head(press: Press) -> None:
    shown = photo_at(press, PhotoPlace.PAGE, size=(300, 400), bleed=ALL_EDGES, caption="全景")
    laid = press.set(prose(200), shown, prose(LONG))
    ((_, found),) = pictures(laid)
    assert (found.x, found.y) == pytest.approx((-mm(3), -mm(3)))
    assert (found.width, found.height) == pytest.approx(
        (laid.grid.width + mm(6), laid.grid.height + mm(6))
    )
    assert [line.role for line in laid.lines(page=2)] == ["caption"]
    (caption,) = laid.lines("caption", page=2)
    ground = max(laid.pages[1].rules, key=lambda rule: rule.width)
    assert ground.ink.rgb == (1.0, 1.0, 1.0)
    assert ground.y0 - ground.width / 2 < caption.y - caption.size < caption.y
    assert caption.y < ground.y0 + ground.width / 2


def test_shares_of_a_long_issue_have_the_pages_of_the_whole(press: Press) -> None:
    """Sections on new pages are flowed side by side: what waits at the end of one too."""
    places = [PhotoPlace.TOP, PhotoPlace.PAGE, PhotoPlace.FOOT, PhotoPlace.SPREAD]
    sections = [
        Section(
            "",
            (press.article(prose(900), photo_at(press, places[k % 3]), prose(1500)),),
            NOWHERE,
            break_before=True,
        )
        for k in range(14)
    ]
    for more in ((), (Section("", (press.article(photo_at(press, places[3])),), NOWHERE),)):
        alone = press.issue(*sections, *more)
        shared = press.issue(*sections, *more, gather=side_by_side)
        assert shared.edition == alone.edition


@pytest.mark.parametrize("place", [PhotoPlace.PAGE, PhotoPlace.FOOT])
def test_columns_of_the_last_page_end_level_over_a_photo_and_before_a_page(
    press: Press, place: PhotoPlace
) -> None:
    """CLREQ: the shortfall stands at the end of the last column."""
    laid = press.set(
        prose(200), photo_at(press, place, size=(600, 200)), prose(250), layout="neikan-a4-2col"
    )
    grid = laid.grid
    columns = [
        [laid.row(line) for line in body(laid, 1) if (line.x > grid.column_left(1) - 1) is right]
        for right in (False, True)
    ]
    assert all(columns)
    assert 0 <= max(columns[0]) - max(columns[1]) <= 2
    sound(laid)


def test_a_caption_that_stands_on_its_photo_answers_there(press: Press) -> None:
    shown = photo_at(press, PhotoPlace.PAGE, size=(300, 400), bleed=ALL_EDGES, caption="全景")
    laid = press.set(prose(200), shown, prose(LONG))
    page = laid.pages[1]
    (caption,) = laid.lines("caption", page=2)
    (found,) = page.pictures
    run = caption.runs[0]
    assert hit(page, run.x + 2, caption.y - 2).target is HitKind.LINE
    assert hit(page, found.x + found.width / 2, 60).target is HitKind.PICTURE


def test_rules_between_columns_keep_clear_of_photos_that_go_across_them(press: Press) -> None:
    """In three columns, over the last two of the first page: the text of the first begins above its
    foot.
    """
    shown = photo_at(press, PhotoPlace.TOP, 2, caption="会场")
    laid = press.set(prose(100), shown, prose(LONG), layout="neikan-a4-3col")
    ((_, found),) = pictures(laid)
    caption = laid.lines("caption")[0]
    rules = [rule for rule in laid.pages[0].rules if rule.x0 == rule.x1]
    assert len(rules) == 2
    for rule in rules:
        if found.x < rule.x0 < found.x + found.width:
            assert rule.y0 > caption.y
            assert rule.y1 > rule.y0


def test_rules_between_columns_end_with_the_type_area(press: Press) -> None:
    edges = Bleed(right=True, foot=True)
    shown = photo_at(press, PhotoPlace.FOOT, 1, bleed=edges)
    laid = press.set(prose(100), shown, prose(LONG), layout="neikan-a4-3col")
    foot = laid.grid.top + laid.grid.area_height
    assert max(rule.y1 for rule in laid.pages[0].rules if rule.x0 == rule.x1) <= foot + EXACT


@pytest.mark.parametrize("filler", range(4, 24))
def test_a_by_line_stays_with_its_article_over_a_photo_at_the_foot(
    press: Press, filler: int
) -> None:
    shown = photo_at(press, PhotoPlace.FOOT)
    article = press.article(*[prose(40)] * filler, shown, byline="【供稿：区府办公室 张三】")
    laid = press.pages(article, press.article(prose(200)))
    (byline,) = laid.lines("byline")
    above = [
        line
        for line in body(laid, laid.page_of("供稿", "byline"))
        if line.article == 0 and line.y < byline.y
    ]
    assert above, "the by-line stands alone at the top of a page"
    assert laid.row(byline) == laid.row(above[-1]) + 1
