"""Photos beside each other: equal heights, edges on the column's, gutters, baselines, captions."""

from __future__ import annotations

import itertools
from collections import defaultdict

import audit
import pytest
from laying import Laid, Press, prose

from layouts.issue.photo import Photo, PhotoPlace, RowCaptions, Side
from layouts.page.item import Picture

HAIR = 0.01
"""Points: nobody sees less."""

LAYOUTS = [
    "jianbao-a4",
    "jianbao-16k",
    "gongwen-a4",
    "neikan-a4-2col",
    "neikan-a4-3col",
    "tongxun-a5",
]
SHAPES = [(40, 30), (30, 40), (32, 18), (40, 30), (60, 20), (40, 27)]


def row(press: Press, count: int, words: tuple[str, ...] = (), /, **said: object) -> list[Photo]:
    """So many photos of one row; what the first says of it is `said`."""
    words = (*words, *("",) * count)
    return [
        press.photo(*SHAPES[k], row="a", caption=words[k], **(said if k == 0 else {}))
        for k in range(count)
    ]


def pictures(laid: Laid) -> list[Picture]:
    return [found for page in laid.pages for found in page.pictures]


def lines(laid: Laid) -> list[list[Picture]]:
    """The photos of a row by the heights they begin at."""
    found: dict[float, list[Picture]] = defaultdict(list)
    for picture in pictures(laid):
        found[round(picture.y, 3)].append(picture)
    return list(found.values())


def column(laid: Laid, picture: Picture) -> tuple[float, float]:
    """The edges of the column that a picture stands in."""
    grid = laid.grid
    lefts = [grid.column_left(k) for k in range(grid.columns)]
    left = max(left for left in lefts if left <= picture.x + HAIR)
    return left, left + grid.column_width


def shown_ratio(picture: Picture, shape: tuple[int, int]) -> float:
    """Height to width of what a picture shows of its photo."""
    left, top, right, bottom = picture.crop
    return shape[1] * (1 - top - bottom) / (shape[0] * (1 - left - right))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("grid", [0, 2, 3])
@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_photos_of_a_row_are_equally_high_and_fill_their_column(
    press: Press, layout: str, count: int, grid: int
) -> None:
    laid = press.set(prose(200), *row(press, count, grid=grid), prose(400), layout=layout)
    assert len(pictures(laid)) == count
    for line in lines(laid):
        left, right = column(laid, line[0])
        assert {round(picture.height, 3) for picture in line} == {round(line[0].height, 3)}
        assert line[0].x == pytest.approx(left, abs=HAIR)
        assert line[-1].x + line[-1].width == pytest.approx(right, abs=HAIR)
        for before, after in itertools.pairwise(line):
            gap = after.x - before.x - before.width
            assert gap == pytest.approx(laid.layout.photo.gutter * laid.grid.size, abs=HAIR)
    assert audit.off_page(laid.edition, laid.layout) == []
    assert audit.in_photos(laid.edition, laid.layout, press.catalogue) == []
    assert audit.off_grid(laid.edition, laid.layout) == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("captions", [(), ("", "图为现场"), ("甲", "乙"), ("甲", "乙", "丙", "丁")])
def test_a_row_begins_at_the_top_of_characters_and_ends_on_a_baseline(
    press: Press, layout: str, captions: tuple[str, ...]
) -> None:
    photos = row(press, 4, captions, grid=2)
    laid = press.set(prose(200), *photos, prose(400), layout=layout)
    grid = laid.grid
    top = (lines(laid)[0][0].y - grid.top) / grid.leading
    last = lines(laid)[-1][-1]
    foot = (last.y + last.height - grid.top - grid.ascent) / grid.leading
    assert top == pytest.approx(round(top), abs=1e-4)
    assert foot == pytest.approx(round(foot), abs=1e-4)


def test_lines_of_a_grid_are_a_gutter_apart_where_no_captions_stand_between(press: Press) -> None:
    laid = press.set(prose(200), *row(press, 4, grid=2), prose(400))
    upper, lower = lines(laid)
    assert lower[0].y - upper[0].y - upper[0].height == pytest.approx(
        laid.layout.photo.gutter * laid.grid.size, abs=HAIR
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", [2, 3, 6])
def test_photos_of_a_row_are_cropped_evenly_and_by_half_a_row_at_most(
    press: Press, layout: str, count: int
) -> None:
    laid = press.set(*row(press, count), prose(400), layout=layout)
    for picture, shape in zip(pictures(laid), SHAPES, strict=False):
        left, top, right, bottom = picture.crop
        assert left == pytest.approx(right)
        assert top == pytest.approx(bottom)
        assert not (left and top)
        assert picture.height / picture.width == pytest.approx(shown_ratio(picture, shape))
        # of a photo shown whole at the same width
        natural = picture.width * shape[1] / shape[0]
        if not left:
            assert natural - picture.height <= laid.grid.leading / 2 + HAIR


def test_a_row_of_a_given_width_stands_beside_text_as_far_from_it_as_is_said(
    press: Press,
) -> None:
    laid = press.set(*row(press, 2, width=16.0, side=Side.RIGHT), prose(600))
    first, last = pictures(laid)
    assert last.x + last.width == pytest.approx(column(laid, last)[1], abs=HAIR)
    assert last.x + last.width - first.x == pytest.approx(16 * laid.grid.size, rel=0.15)
    beside = [line for line in laid.lines("body") if first.y < line.y <= first.y + first.height]
    assert beside
    standoff = laid.layout.photo.standoff * laid.grid.size
    assert {round(first.x - line.x - line.width, 3) for line in beside} == {round(standoff, 3)}


def test_a_row_narrower_than_its_column_that_stands_alone_is_not_cropped(press: Press) -> None:
    laid = press.set(*row(press, 3, width=16.0, side=Side.NONE), prose(600))
    assert {picture.crop for picture in pictures(laid)} == {(0.0, 0.0, 0.0, 0.0)}
    first, *_, last = pictures(laid)
    left, right = column(laid, first)
    assert first.x - left == pytest.approx(right - last.x - last.width, abs=HAIR)


def test_credits_of_a_row_stand_under_their_photos_and_one_that_all_have_once(
    press: Press,
) -> None:
    words = {"row": "a", "caption": ""}
    each = press.set(
        press.photo(credit="安宁", **words), press.photo(credit="和平", **words), prose(400)
    )
    assert [line.text for line in each.lines("credit")] == ["安宁", "和平"]
    for line, picture in zip(each.lines("credit"), pictures(each), strict=True):
        assert line.y > picture.y + picture.height
        assert line.x + line.width <= picture.x + picture.width + HAIR
    one = press.set(*(press.photo(credit="安宁", **words) for _ in range(3)), prose(400))
    assert [line.text for line in one.lines("credit")] == ["安宁"]
    body = [line for line in one.lines("body") if line.y > pictures(one)[0].y]
    assert min(line.y for line in body) > one.lines("credit")[0].y


def test_the_credit_that_all_have_shares_the_line_of_the_one_caption(press: Press) -> None:
    photos = [press.photo(credit="安宁", row="a", caption=words) for words in ("", "图为现场")]
    laid = press.set(*photos, prose(400))
    (credit,), (caption,) = laid.lines("credit"), laid.lines("caption")
    assert credit.y == pytest.approx(caption.y, abs=2.0)
    last = pictures(laid)[-1]
    assert credit.x + credit.width == pytest.approx(last.x + last.width, abs=HAIR)
    assert credit.paragraph == last.paragraph


def test_the_rule_between_columns_ends_under_a_row_across_them(press: Press) -> None:
    """Between two photos that are alike too, though the rule would pass in their gutter."""
    words = {"row": "a", "place": PhotoPlace.TOP, "across": 0}
    photos = [press.photo(40, 30, caption=caption, **words) for caption in "甲乙"]
    laid = press.set(prose(300), *photos, prose(2400), layout="neikan-a4-2col")
    page = next(page for page in laid.pages if page.pictures)
    between = laid.grid.column_left(1) - laid.grid.gutter / 2
    rules = [rule for rule in page.rules if rule.x0 == rule.x1 == pytest.approx(between)]
    captions_foot = max(line.y for line in page.lines if line.role == "caption")
    assert rules
    assert all(min(rule.y0, rule.y1) > captions_foot for rule in rules)


def test_the_widths_that_photos_say_are_together_that_of_their_row(press: Press) -> None:
    """As the import has it: each as wide as it was, 6 and 8 em."""
    photos = [press.photo(40, 30, row="a", width=6.0), press.photo(40, 30, row="a", width=8.0)]
    first, last = pictures(press.set(*photos, prose(600)))
    assert last.x + last.width - first.x == pytest.approx(14 * press.set("甲").grid.size, rel=0.15)


def test_two_that_fill_the_column_together_fill_it_exactly(press: Press) -> None:
    photos = [press.photo(40, 30, row="a", width=13.0), press.photo(40, 30, row="a", width=13.0)]
    laid = press.set(*photos, prose(600))
    first, last = pictures(laid)
    left, right = column(laid, first)
    assert (first.x, last.x + last.width) == pytest.approx((left, right), abs=HAIR)


def test_too_many_for_the_width_stand_in_more_lines(press: Press) -> None:
    laid = press.set(*row(press, 6), prose(400), layout="neikan-a4-3col")
    assert len(lines(laid)) > 1
    assert [picture.source for picture in pictures(laid)] == [
        photo.source
        for photo in sorted(pictures(laid), key=lambda found: (found.y, found.x))
        for photo in [photo]
    ]


@pytest.mark.parametrize("grid", [1, 2])
def test_a_row_taller_than_its_page_is_brought_into_it(press: Press, grid: int) -> None:
    photos = [press.photo(30, 60, row="a", grid=grid, caption="甲") for _ in range(6)]
    laid = press.set(prose(100), *photos, prose(300))
    assert len(pictures(laid)) == 6
    assert audit.off_page(laid.edition, laid.layout) == []


@pytest.mark.parametrize("shape", [(400, 4), (4, 400)])
def test_strips_stand_in_a_row_too(press: Press, shape: tuple[int, int]) -> None:
    photos = [press.photo(*shape, row="a"), press.photo(40, 30, row="a")]
    laid = press.set(prose(100), *photos, prose(300))
    assert len(pictures(laid)) == 2
    assert audit.off_page(laid.edition, laid.layout) == []
    assert audit.in_photos(laid.edition, laid.layout, press.catalogue) == []


@pytest.mark.parametrize("neighbour", [{"row": "b"}, {"row": ""}])
def test_photos_of_other_rows_stand_by_themselves(press: Press, neighbour: dict[str, str]) -> None:
    photos = [press.photo(row="a", width=8.0), press.photo(width=8.0, **neighbour)]
    one, other = pictures(press.set(*photos, prose(900)))
    assert one.y + one.height < other.y


def test_a_row_with_a_paragraph_between_is_what_is_left_of_it(press: Press) -> None:
    photos = [press.photo(row="a", width=8.0) for _ in range(3)]
    laid = press.set(photos[0], prose(400), photos[1], photos[2], prose(400))
    alone, first, second = pictures(laid)
    assert alone.width == pytest.approx(8 * laid.grid.size, rel=0.1)
    assert first.y == second.y


def test_a_row_stands_at_the_line_that_its_first_photo_names(press: Press) -> None:
    laid = press.set(*row(press, 2, width=12.0, line=2), prose(600))
    assert pictures(laid)[0].y == pytest.approx(laid.lines("body")[2].y - laid.grid.ascent)


# -- captions --------------------------------------------------------------------------------------


def captions(laid: Laid) -> list[str]:
    """What is printed under the photos, by baselines."""
    found: dict[float, str] = defaultdict(str)
    for line in laid.lines("caption"):
        found[round(line.y, 3)] += line.text
    return list(found.values())


@pytest.mark.parametrize(
    ("words", "count", "said", "printed"),
    [
        (("", "图为现场"), 2, {}, ["图为现场"]),
        (("甲", "乙"), 2, {}, ["甲乙"]),
        (("甲", "乙"), 2, {"captions": RowCaptions.TOGETHER}, ["左图：甲；右图：乙"]),
        (("甲。", "乙。"), 2, {"captions": RowCaptions.TOGETHER}, ["左图：甲。右图：乙。"]),
        (("左图：甲", "右图：乙"), 2, {"captions": RowCaptions.TOGETHER}, ["左图：甲；右图：乙"]),
        (("甲", "", "乙"), 3, {"captions": RowCaptions.TOGETHER}, ["左图：甲；右图：乙"]),
        (
            ("甲", "乙", "丙"),
            3,
            {"captions": RowCaptions.TOGETHER},
            ["左图：甲；中图：乙；右图：丙"],
        ),
        (
            ("甲", "乙"),
            2,
            {"captions": RowCaptions.TOGETHER, "grid": 1, "width": 8.0},
            ["上图：甲；下图：乙"],
        ),
        (
            ("甲", "乙", "丙", "丁"),
            4,
            {"captions": RowCaptions.TOGETHER, "grid": 2},
            ["左上图：甲；右上图：乙；", "左下图：丙；右下图：丁"],
        ),
        (("", "图为现场"), 2, {"captions": RowCaptions.EACH}, ["图为现场"]),
    ],
)
def test_the_captions_of_a_row(
    press: Press,
    words: tuple[str, ...],
    count: int,
    said: dict[str, object],
    printed: list[str],
) -> None:
    laid = press.set(*row(press, count, words, **said), prose(400))
    assert "".join(captions(laid)) == "".join(printed)


def test_one_caption_for_all_stands_under_the_middle_of_the_row(press: Press) -> None:
    laid = press.set(*row(press, 2, ("", "图为现场")), prose(400))
    caption, (first, last) = laid.lines("caption")[0], pictures(laid)
    ink = [run.x for run in caption.runs]
    middle = (first.x + last.x + last.width) / 2
    assert ink[0] < middle < ink[0] + 2 * (middle - ink[0])
    assert caption.x + caption.width / 2 == pytest.approx(middle, abs=HAIR)


def test_captions_of_each_stand_under_their_photos_on_one_baseline(press: Press) -> None:
    laid = press.set(*row(press, 3, ("甲", "乙", "丙")), prose(400))
    found = laid.lines("caption")
    assert len({line.y for line in found}) == 1
    for line, picture in zip(found, pictures(laid), strict=True):
        assert (line.paragraph, line.source) == (picture.paragraph, picture.source)
        assert line.x + line.width / 2 == pytest.approx(picture.x + picture.width / 2, abs=HAIR)


def test_captions_too_long_to_stand_under_each_become_one(press: Press) -> None:
    words = ("会场门口的志愿者正在为到场的居民分发资料和地图",) * 6
    laid = press.set(*row(press, 6, words, captions=RowCaptions.EACH), prose(400))
    assert "".join(captions(laid)).startswith("上排左一图：会场")


def test_each_part_of_one_caption_is_of_its_own_photo(press: Press) -> None:
    """So that the words are edited and read aloud as those of their photo."""
    laid = press.set(*row(press, 2, ("甲， 乙", "丙丁"), captions=RowCaptions.TOGETHER), prose(400))
    left, right = laid.lines("caption")
    assert [line.paragraph for line in (left, right)] == [p.paragraph for p in pictures(laid)]
    assert (left.text, right.text) == ("左图：甲，乙；", "右图：丙丁")
    assert (left.start, left.gone) == (0, (2,))
    assert [(put.start, put.end) for put in left.puts] == [(0, 3), (6, 7)]
    assert [(put.start, put.end) for put in right.puts] == [(0, 3)]
    assert left.x + left.width == pytest.approx(right.x)


def test_a_photo_without_words_is_told_by_the_caption_of_all(press: Press) -> None:
    first, last = pictures(press.set(*row(press, 2, ("", "图为现场")), prose(400)))
    assert (first.alt, last.alt) == ("图为现场", "图为现场")


def test_rows_are_set_twice_alike(press: Press) -> None:
    photos = row(press, 5, ("甲", "乙", "丙"), grid=3, captions=RowCaptions.TOGETHER)
    assert press.set(*photos, prose(400)).pages == press.set(*photos, prose(400)).pages


# -- apart from the text ---------------------------------------------------------------------------


@pytest.mark.parametrize("place", [PhotoPlace.TOP, PhotoPlace.FOOT])
@pytest.mark.parametrize("words", [(), ("甲", "乙", "丙")])
def test_a_row_goes_across_columns_at_the_head_or_foot_of_a_page(
    press: Press, place: PhotoPlace, words: tuple[str, ...]
) -> None:
    photos = row(press, 3, words, place=place, across=0)
    laid = press.set(prose(300), *photos, prose(2400), layout="neikan-a4-2col")
    first, *_, last = pictures(laid)
    grid = laid.grid
    assert first.x == pytest.approx(grid.left, abs=HAIR)
    assert last.x + last.width == pytest.approx(grid.left + grid.area_width, abs=HAIR)
    foot = (last.y + last.height - grid.top - grid.ascent) / grid.leading
    assert foot == pytest.approx(round(foot), abs=1e-4)
    assert audit.in_photos(laid.edition, laid.layout, press.catalogue) == []
    assert "".join(captions(laid)) == "".join(words)
    page = next(page for page in laid.pages if page.pictures)
    body = [line.y for line in page.lines if line.role == "body"]
    if place is PhotoPlace.TOP:
        assert min(body) > last.y + last.height
    else:
        assert max(body) < first.y


@pytest.mark.parametrize("place", [PhotoPlace.PAGE, PhotoPlace.SPREAD])
def test_a_row_on_a_page_of_its_own_stands_alone_there(press: Press, place: PhotoPlace) -> None:
    photos = row(press, 6, place=place, grid=2)
    laid = press.set(prose(300), *photos, prose(1200), layout="neikan-a4-2col")
    page = next(page for page in laid.pages if page.pictures)
    assert len(page.pictures) == 6
    assert not [line for line in page.lines if line.role == "body"]
    assert audit.off_page(laid.edition, laid.layout) == []


@pytest.mark.parametrize("words", [("",) * 6, ("会场", "会场", "", "", "", "与会人员合影")])
def test_words_under_a_row_of_strips_keep_clear_of_the_text(
    press: Press, words: tuple[str, ...]
) -> None:
    name = "摄影：亲效道文酸广众发便生先线己百共住就极"
    strips = [
        press.photo(60, 20, row="a", caption=words[k], credit=name, side=Side.NONE)
        for k in range(6)
    ]
    laid = press.set(*strips, prose(400))
    assert audit.credits_over_text(laid.edition) == []


@pytest.mark.parametrize(("layout", "length"), [("neikan-a4-2col", 24), ("neikan-a4-3col", 15)])
def test_one_caption_of_all_stands_clear_under_credits_of_two_lines(
    press: Press, layout: str, length: int
) -> None:
    photos = [
        press.photo(300, 400, row="a", caption=words, credit=name * length)
        for words, name in (("", "安"), ("图为现场", "和"))
    ]
    laid = press.set(*photos, prose(900), layout=layout)
    (caption,) = laid.lines("caption")
    assert len(laid.lines("credit")) == 4
    assert audit.credits_over_text(laid.edition) == []
    left, right = column(laid, pictures(laid)[0])
    below = [line for line in laid.lines("body") if left - HAIR <= line.x < right]
    assert min(line.y - line.size for line in below) > caption.y


@pytest.mark.parametrize("width", [9.0, 10.0, 11.0, 12.0])
def test_credits_end_at_the_right_edge_of_photos_that_are_made_wider_or_narrower(
    press: Press, width: float
) -> None:
    photos = [
        press.photo(600, 200, row="a", caption=words, width=width, side=Side.NONE, credit=name * 13)
        for words, name in (("", "安宁"), ("图为现场", "和平"))
    ]
    laid = press.set(*photos, prose(900), layout="jianbao-a4")
    assert laid.lines("credit")
    rights = {one.paragraph: one.x + one.width for one in pictures(laid)}
    for line in laid.lines("credit"):
        assert line.x + line.width == pytest.approx(rights[line.paragraph or 0], abs=HAIR)
