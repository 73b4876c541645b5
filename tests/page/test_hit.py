"""What a point of a page is on."""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import NOWHERE, picture_file
from marked_text import PROSE, Printed, article

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.geometry import Interval
from layouts.house.layout import NotesDesign
from layouts.house.load import load_layout
from layouts.issue.article import Article, ArticleKind, Paragraph, Section
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.issue.photo import Photo, Side
from layouts.issue.text import Text
from layouts.page.hit import (
    HitKind,
    Rect,
    article_boxes,
    articles_of,
    column_of,
    fixed_box,
    hit,
    section_box,
)
from layouts.page.nearest import nearest_line
from layouts.page.page import Page

PROSE = (
    "本市各镇街道要把防汛防台工作摆在突出位置，压实责任、细化预案，确保人员、物资、措施到位。" * 8
)


@pytest.fixture
def pages(catalogue: Catalogue, tmp_path: Path) -> tuple[Page, ...]:
    folder = tmp_path.resolve()
    photo = Photo(picture_file(folder, "one.png", 40, 30), "照片", NOWHERE, Side.RIGHT, 12.0)
    first = Article(
        ArticleKind.HEADLINE,
        Text("甲稿"),
        (Paragraph(Text(PROSE), NOWHERE), photo, Paragraph(Text(PROSE), NOWHERE)),
        NOWHERE,
    )
    second = Article(
        ArticleKind.HEADLINE,
        Text("乙稿"),
        (Paragraph(Text(PROSE), NOWHERE),),
        NOWHERE,
        Text("【供稿：张三】"),
    )
    issue = Issue(
        Masthead("简报", 1),
        (Section("要闻", (first, second), NOWHERE),),
        folder,
        NOWHERE,
        Colophon(editor="王芳"),
    )
    return compose(issue, load_layout("jianbao-a4"), catalogue).pages


def body(page: Page, article: int) -> list[int]:
    return [
        k for k, line in enumerate(page.lines) if line.role == "body" and line.article == article
    ]


def test_a_point_on_a_line_names_its_text(pages: tuple[Page, ...]) -> None:
    page = pages[1]
    at = body(page, 0)[3]
    line = page.lines[at]
    found = hit(page, line.x + 30, line.y - 4)
    # of a paragraph after the first: the issue is short, its body begins under the contents
    assert line.paragraph == 2
    assert (found.target, found.article, found.paragraph, found.line) == (HitKind.LINE, 0, 2, at)


def test_a_point_between_two_lines_of_a_paragraph_is_on_one_of_them(
    pages: tuple[Page, ...],
) -> None:
    page = pages[1]
    upper, lower = (page.lines[k] for k in body(page, 0)[2:4])
    for share in range(11):
        y = upper.y + share / 10 * (lower.y - upper.y)
        assert hit(page, upper.x + 30, y).target is HitKind.LINE


def test_a_photo_comes_before_the_text_around_it(pages: tuple[Page, ...]) -> None:
    page = next(page for page in pages if page.pictures)
    picture = page.pictures[0]
    found = hit(page, picture.x + 5, picture.y + 5)
    assert (found.target, found.article, found.paragraph, found.picture) == (
        HitKind.PICTURE,
        0,
        1,
        0,
    )


def test_fixed_parts_are_known(pages: tuple[Page, ...]) -> None:
    named = {
        "masthead": HitKind.MASTHEAD,
        "contents-entry": HitKind.CONTENTS,
        "colophon": HitKind.COLOPHON,
        "section": HitKind.SECTION,
    }
    for page in pages:
        for line in page.lines:
            if line.role in named:
                assert hit(page, line.runs[0].x + 2, line.y - 2).target is named[line.role]


def test_a_contents_entry_says_where_it_leads(pages: tuple[Page, ...]) -> None:
    entry = next(line for line in pages[0].lines if line.role == "contents-entry")
    assert hit(pages[0], entry.x + 2, entry.y - 2).link == "article-0"


def test_a_section_heading_has_its_section(pages: tuple[Page, ...]) -> None:
    page = next(page for page in pages if section_box(page, 0))
    box = section_box(page, 0)
    assert box is not None
    assert hit(page, (box.left + box.right) / 2, (box.top + box.bottom) / 2).part == 0


def test_bare_paper_is_nothing(pages: tuple[Page, ...]) -> None:
    assert hit(pages[0], 3, 3).target is HitKind.PAPER


def test_room_between_a_title_and_its_text_belongs_to_the_article(pages: tuple[Page, ...]) -> None:
    page = pages[1]
    box = article_boxes(page, 0)[0]
    for k in range(20):
        assert hit(page, box.left + 1, box.top + 1 + k * (box.height - 2) / 19).article == 0


def test_an_articles_box_holds_its_lines_and_photos(pages: tuple[Page, ...]) -> None:
    for page in pages:
        for number in articles_of(page):
            (box,) = article_boxes(page, number)
            for line in page.lines:
                if line.article == number:
                    assert box.holds(line.x, line.y)
            for picture in page.pictures:
                assert picture.article != number or box.holds(picture.x, picture.y)


def test_columns_part_the_boxes_of_an_article(pages: tuple[Page, ...]) -> None:
    page = pages[1]
    half = page.width / 2
    columns = (Interval(0, half), Interval(half, page.width))
    assert column_of(half - 1, columns) == 0
    assert column_of(page.width + 50, columns) == 1
    title, *boxes = article_boxes(page, 0, columns)
    assert title.left < half < title.right  # it stands across both
    assert len(boxes) == len(
        {column_of(page.lines[k].x + page.lines[k].width / 2, columns) for k in body(page, 0)}
    )


def test_notes_at_the_foot_are_a_box_of_their_own_under_another_article(
    catalogue: Catalogue,
) -> None:
    two = [article("{note=注。|词}语", "甲乙丙。"), article("{note=注。|词}语", "甲乙丙。")]
    page = Printed(catalogue, *two, notes=NotesDesign(place="page")).edition.pages[0]
    (_, notes), (whole, _) = article_boxes(page, 0), article_boxes(page, 1)
    lines = [line for line in page.lines if line.article == 1 and line.role == "body"]
    for line in lines:
        assert whole.holds(line.x, line.y)
        assert not any(box.holds(line.x, line.y) for box in article_boxes(page, 0))
    (note,) = [line for line in page.lines if line.role == "endnote" and line.article == 0]
    assert notes.holds(note.x, note.y)


def test_the_nearest_line_is_the_one_at_the_points_height(pages: tuple[Page, ...]) -> None:
    page = pages[1]
    for k in body(page, 0):
        line = page.lines[k]
        assert nearest_line(page, 2, line.y - 3) == k  # in the margin beside it
        assert nearest_line(page, page.width - 2, line.y - 3, roles=frozenset({"body"})) == k


def test_above_all_text_the_first_line_is_nearest(pages: tuple[Page, ...]) -> None:
    page = pages[1]
    first = min(
        (k for k, line in enumerate(page.lines) if line.article is not None),
        key=lambda k: page.lines[k].y,
    )
    assert nearest_line(page, 100, 0) == first


def test_a_page_without_articles_has_no_nearest_line() -> None:
    assert nearest_line(Page(1, 100, 100), 5, 5) is None
    assert fixed_box(Page(1, 100, 100), HitKind.MASTHEAD) is None


def test_rectangles_grow_on_every_side() -> None:
    assert Rect(1, 2, 3, 5).grown(1) == Rect(0, 1, 4, 6)
    assert (Rect(1, 2, 3, 5).width, Rect(1, 2, 3, 5).height) == (2, 3)
