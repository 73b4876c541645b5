"""The long picture: what it leaves out, and where it is cut."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from layouts.house.layout import Grid
from layouts.imaging.picture_kinds import PictureKind
from layouts.page.item import PAGE_NUMBER, RUNNING_HEAD, Box, Ink, Line, Rule
from layouts.page.page import Edition, Page
from layouts.pictures.making import made_pictures
from layouts.pictures.order import PictureOrder
from layouts.pictures.strip import WIDTH, Cut, End, Strip, slices, strip_of
from layouts.prepress.presets import load_preset

LEADING, SIZE = 20.0, 12.0
GREY = Ink("grey", (0.5, 0.5, 0.5))


def line(y: float, article: int | None, block: int = 0, role: str = "body") -> Line:
    return Line(50.0, y, 200.0, SIZE, (), "", role, article, block)


def pages(*lines: list[Line], rules: list[Rule] | None = None, covers: int = 0) -> Edition:
    made = [
        Page(number, 300.0, 400.0, list(each), rules=list(rules or []))
        for number, each in enumerate(lines, start=1)
    ]
    return Edition(tuple(made), (), (), "", cover_pages=covers)


def cut(edition: Edition, end: End) -> list[int]:
    return [cut.row for cut in strip_of(edition, LEADING, SIZE).cuts if cut.end is end]


def test_running_heads_their_rule_page_numbers_and_blank_paper_are_left_out():
    head, number = line(30.0, None, role=RUNNING_HEAD), line(380.0, None, role=PAGE_NUMBER)
    under_head = Rule(50.0, 35.0, 250.0, 35.0, 0.5)
    strip = strip_of(
        pages([head, line(100.0, 0), line(120.0, 0), number], rules=[under_head]), LEADING, SIZE
    )
    (part,) = strip.parts
    assert [line.role for line in part.page.lines] == ["body", "body"]
    assert part.page.rules == []
    # the em boxes of two lines, and the same white above and below
    scale = WIDTH / part.view.width
    white = 0.06 * part.view.width
    assert part.view.height == pytest.approx(LEADING + SIZE + 2 * white, abs=1 / scale)


def test_a_paragraph_goes_on_over_pages_at_the_distance_of_its_lines():
    strip = strip_of(pages([line(300.0, 0)], [line(100.0, 0)]), LEADING, SIZE)
    first, second = strip.parts
    scale = WIDTH / first.view.width
    above = first.start + (300.0 - first.view.top) * scale
    below = second.start + (100.0 - second.view.top) * scale
    assert (below - above) / scale == pytest.approx(LEADING, abs=0.5)


def test_a_page_without_text_is_no_part_of_it_and_a_cover_is_a_whole_one():
    strip = strip_of(pages([line(200.0, None)], [], [line(100.0, 0)], covers=1), LEADING, SIZE)
    cover, body = strip.parts
    assert cover.height == round(400 * WIDTH / 300)
    assert body.page.number == 3


def test_articles_end_between_their_last_line_and_what_follows():
    edition = pages([line(100.0, 0), line(120.0, 0, 1), line(160.0, 1), line(180.0, 1)])
    strip = strip_of(edition, LEADING, SIZE)
    (part,), scale = strip.parts, WIDTH / strip.parts[0].view.width
    (row,) = cut(edition, End.ARTICLE)
    assert 120.0 < part.view.top + row / scale < 160.0 - SIZE
    assert len(cut(edition, End.PARAGRAPH)) == len(cut(edition, End.LINE)) == 1


def test_a_section_name_goes_with_the_article_under_it():
    name = line(140.0, None, role="section")
    strip = strip_of(pages([line(100.0, 0), name, line(180.0, 1)]), LEADING, SIZE)
    scale = WIDTH / strip.parts[0].view.width
    ends = [cut for cut in strip.cuts if cut.end is End.ARTICLE]
    assert [100.0 < strip.parts[0].view.top + cut.row / scale < 140.0 for cut in ends] == [True]


def test_the_masthead_and_the_contents_are_not_taken_apart():
    front = [line(y, None, role=role) for y, role in ((60.0, "masthead"), (90.0, "contents-entry"))]
    assert len(cut(pages([*front, line(140.0, 0)]), End.ARTICLE)) == 1


def test_two_columns_are_cut_where_nothing_crosses():
    left = [line(100.0 + 20 * k, 0) for k in range(4)]
    right = [line(110.0 + 20 * k, 0)._replace(x=260.0) for k in range(4)]
    assert strip_of(pages([*left, *right]), LEADING, SIZE).cuts == ()


@given(
    st.lists(st.tuples(st.integers(1, 9999), st.sampled_from(End)), max_size=30),
    st.integers(100, 5000),
)
def test_no_slice_is_higher_than_asked_and_none_is_lost(cuts, most):
    strip = Strip((), tuple(Cut(row, end) for row, end in sorted(cuts)))
    found = slices(strip, 0, 10_000, most)
    assert all(0 < end - start <= most for start, end in found)
    assert [0, *(end for _, end in found)] == [*(start for start, _ in found), 10_000]


def test_an_article_s_end_is_preferred_unless_it_is_at_once():
    strip = Strip((), (Cut(50, End.ARTICLE), Cut(700, End.ARTICLE), Cut(990, End.LINE)))
    assert slices(strip, 0, 1500, 1000) == [(0, 700), (700, 1500)]
    strip = Strip((), (Cut(50, End.ARTICLE), Cut(990, End.PARAGRAPH)))
    assert slices(strip, 0, 1500, 1000) == [(0, 990), (990, 1500)]


def test_slices_are_as_wide_as_a_phone_and_under_height_and_size(catalogue):
    edition = pages(*([line(100.0 + 20 * k, page) for k in range(10)] for page in range(4)))
    for page in edition.pages:
        page.boxes += [
            Box(50.0 + 2 * k, 95.0 + 20 * j, 1.0, 8.0, GREY) for k in range(99) for j in range(10)
        ]
    grid = Grid(300, 400, 50, 50, SIZE, LEADING, 10.5, 15, 16, 1, 0)
    order = PictureOrder(kind=PictureKind.JPEG, long=True, slice_height=1500, most_bytes=150_000)
    made = made_pictures(edition, grid, catalogue, order, load_preset("print", {}))
    sizes = [Image.open(io.BytesIO(picture.data)).size for picture in made]
    assert len(made) > 2
    assert {width for width, _ in sizes} == {WIDTH}
    assert all(height <= 1500 for _, height in sizes)
    assert all(len(picture.data) <= 150_000 for picture in made)
    strip = strip_of(edition, LEADING, SIZE)
    assert sum(height for _, height in sizes) == strip.height
    assert [picture.label for picture in made] == [f"{k + 1:02d}" for k in range(len(made))]
