"""Notes at the foot of pages (脚注): in the column of their sign, numbered over the page, parted only
where they must be.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import audit
import pytest
from composing import NOWHERE, picture_file
from marked_text import PROSE, Printed, article, text_of
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.flow.notes import ROUND, foot_sign
from layouts.house.layout import NotesDesign
from layouts.house.load import load_layout
from layouts.issue.article import Article, PageBreak, PullQuote, Subheading, Table
from layouts.issue.issue import Colophon
from layouts.issue.photo import Photo, PhotoPlace, Side
from layouts.page.item import Line
from layouts.page.note_links import sign_of
from layouts.page.page import Page
from layouts.page.stops import character_edges

AT_FOOT = NotesDesign(place="page")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚"


def printed(catalogue: Catalogue, *articles: Article, layout: str = "jianbao-a4") -> Printed:
    return Printed(catalogue, *articles, layout=layout, notes=AT_FOOT)


def noted(number: int, words: str = "见附件。") -> str:
    return f"第{number}处{{note=第{number}条，{words}|词语}}，{PROSE}"


def begun(page: Page) -> list[str]:
    """The signs that notes at a page's foot begin with."""
    return [line.text[0] for line in page.lines if line.role == "endnote" and line.start == 0]


def signs(page: Page) -> list[str]:
    return [line.text[put.start : put.end] for line in page.lines for put in line.puts if put.note]


def notes(page: Page) -> list[Line]:
    return [line for line in page.lines if line.role == "endnote"]


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
def test_every_page_counts_from_one_and_has_the_notes_of_its_signs(
    catalogue: Catalogue, layout: str
) -> None:
    made = printed(catalogue, article(*[noted(k) for k in range(1, 40)]), layout=layout)
    pages = made.edition.pages
    assert len(pages) > 1
    for page in pages:
        assert signs(page) == begun(page)
        assert "".join(begun(page)) == CIRCLED[: len(begun(page))]


def test_a_note_stands_in_the_column_of_its_sign(catalogue: Catalogue) -> None:
    made = printed(catalogue, article(*[noted(k) for k in range(1, 30)]), layout="neikan-a4-2col")
    page = made.edition.pages[1]
    for line in page.lines:
        for put in line.puts:
            (note,) = [one for one in notes(page) if one.text[0] == line.text[put.start]]
            middle = made.layout.grid.left + made.layout.grid.area_width / 2
            assert (note.x < middle) is (line.x < middle)


@pytest.mark.parametrize("across", [1, 0])
def test_notes_of_an_article_in_a_frame_stand_under_its_own_columns(
    catalogue: Catalogue, across: int
) -> None:
    framed = replace(article(*[noted(k) for k in range(1, 30)]), boxed=True, across=across)
    made = printed(catalogue, framed, layout="neikan-a4-2col")
    assert len(made.edition.pages) > 1
    for page in made.edition.pages:
        assert signs(page) == begun(page)
        lefts = {line.x for line in page.lines if line.role == "body" and line.start}
        assert all(any(abs(note.x - left) < 30 for left in lefts) for note in notes(page))
        text = [line.y for line in page.lines if line.role == "body"]
        assert max(text) < min(note.y for note in notes(page))


def test_two_articles_on_one_page_share_its_foot_and_its_numbers(catalogue: Catalogue) -> None:
    made = printed(catalogue, article(noted(1), noted(2)), article(noted(3), PageBreak(NOWHERE)))
    (page, *_) = made.edition.pages
    assert begun(page) == ["①", "②", "③"]
    ys = [line.y for line in notes(page)]
    leading = made.layout.styles["endnote"].leading
    assert [b - a for a, b in pairwise(ys)] == pytest.approx([leading, leading])
    assert made.told("endnote", 1) == "③ 第3条，见附件。"


def test_the_last_line_is_level_with_the_foot_of_the_page_and_a_rule_stands_over_the_first(
    catalogue: Catalogue,
) -> None:
    made = printed(catalogue, article(*[noted(k) for k in range(1, 30)]))
    page, grid = made.edition.pages[1], made.layout.grid
    first, last = notes(page)[0], notes(page)[-1]
    foot = grid.top + grid.area_height
    assert last.y + last.size - grid.rise(last.size) == pytest.approx(foot)
    (rule,) = [one for one in page.rules if one.width == AT_FOOT.rule and one.y0 > grid.top]
    assert rule.x1 - rule.x0 == pytest.approx(0.25 * grid.column_width)
    text = [line for line in page.lines if line.role == "body"][-1]
    assert text.y + 0.12 * text.size + 0.3 * grid.size < rule.y0
    assert rule.y0 + 0.3 * first.size < first.y - 0.88 * first.size


def test_a_line_goes_to_the_next_page_with_its_note(catalogue: Catalogue) -> None:
    """Wherever the sign comes: no note of three lines is on another page, nor in two parts."""
    for rows in range(30):
        made = printed(
            catalogue, article(*["甲乙丙。"] * rows, noted(1, PROSE * 2), *["丁。"] * 20)
        )
        (at,) = [page.number for page in made.edition.pages if signs(page)]
        assert {page.number for page in made.edition.pages if notes(page)} == {at}


def test_a_long_note_goes_on_in_the_next_column_with_two_lines_on_either_side(
    catalogue: Catalogue,
) -> None:
    parted = 0
    for rows in range(30):
        made = printed(
            catalogue, article(*["甲乙丙。"] * rows, noted(1, PROSE * 12), *["丁。"] * 40)
        )
        counts = [len(notes(page)) for page in made.edition.pages if notes(page)]
        assert min(counts) >= 2
        assert made.told("endnote") == f"① 第1条，{PROSE * 12}"
        parted += len(counts) > 1
    assert parted


def test_they_stand_over_a_photo_at_the_foot(catalogue: Catalogue, tmp_path: Path) -> None:
    picture_file(tmp_path, "a.png", 40, 30)
    photo = Photo("a.png", "图注", NOWHERE, place=PhotoPlace.FOOT, width=30.0)
    made = article(noted(1), photo, *[noted(k) for k in range(2, 9)], *[PROSE] * 30)
    issue = replace(printed(catalogue, made).issue, folder=tmp_path)
    layout = replace(load_layout("jianbao-a4"), notes=AT_FOOT)
    pages = compose(issue, layout, catalogue).pages
    (page,) = [page for page in pages if page.pictures and notes(page)]
    assert notes(page)[-1].y < page.pictures[0].y


def test_a_photo_gives_way_that_would_leave_them_no_room(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    """However many lines stand above it: the note of a line beside a photo is on its page."""
    picture_file(tmp_path, "a.png", 40, 50)
    photo = Photo("a.png", "", NOWHERE, side=Side.RIGHT, width=14.0)
    layout = replace(load_layout("jianbao-a4"), notes=AT_FOOT)
    for rows in range(20, 50, 2):
        made = article(*["甲乙丙。"] * rows, photo, noted(1, PROSE), *[PROSE] * 9)
        issue = replace(printed(catalogue, made).issue, folder=tmp_path)
        for page in compose(issue, layout, catalogue).pages:
            assert bool(signs(page)) is bool(notes(page)), rows
            for line in notes(page):
                assert all(line.y - line.size > one.y + one.height for one in page.pictures)


def test_a_sub_heading_beside_a_photo_has_its_notes(catalogue: Catalogue, tmp_path: Path) -> None:
    """With the air that its style wants."""
    photo = Photo(picture_file(tmp_path, width=40, height=40), "", NOWHERE, Side.RIGHT)
    words = text_of("小{note=标题的注。|标题}在旁")
    made = article(photo, noted(1), Subheading(words, 1, NOWHERE), noted(2))
    issue = replace(printed(catalogue, made).issue, folder=tmp_path)
    layout = replace(load_layout("jianbao-a4"), notes=AT_FOOT)
    (page,) = compose(issue, layout, catalogue).pages
    heading = next(line for line in page.lines if line.role == "subheading-1")
    assert heading.width < 400
    assert signs(page) == begun(page) == ["①", "②", "③"]


@pytest.mark.parametrize("rows", range(20, 40, 4))
def test_a_pull_quote_that_waits_for_the_next_page_has_its_notes_there(
    catalogue: Catalogue, rows: int
) -> None:
    quote = PullQuote(text_of(noted(1)), NOWHERE, place=PhotoPlace.TOP, across=0)
    made = printed(catalogue, article(*["甲乙丙。"] * rows, quote))
    assert [page for page in made.edition.pages if signs(page)]
    for page in made.edition.pages:
        assert signs(page) == begun(page)


@pytest.mark.parametrize("rows", [22, 28, 34])
def test_an_article_in_a_frame_keeps_off_pages_with_notes_of_others(
    catalogue: Catalogue, rows: int
) -> None:
    quote = PullQuote(text_of(noted(1)), NOWHERE, place=PhotoPlace.TOP, across=0)
    first = article(*["甲乙丙。"] * rows, quote)
    framed = article(*[noted(k) for k in range(2, 20)], *[PROSE] * 12, boxed=True)
    for page in printed(catalogue, first, framed).edition.pages:
        assert len({line.article for line in notes(page)}) <= 1
        body = [line.y for line in page.lines if line.role == "body"]
        assert all(y < line.y - line.size for y in body for line in notes(page))


def test_on_the_last_page_they_stand_under_the_text_and_leave_the_colophon_its_room(
    catalogue: Catalogue,
) -> None:
    issue = printed(catalogue, article(noted(1))).issue
    layout = replace(load_layout("jianbao-a4"), notes=AT_FOOT)
    edition = compose(replace(issue, colophon=Colophon(editor="李四")), layout, catalogue)
    assert len(edition.pages) == 1
    assert not edition.findings
    colophon = min(line.y for line in edition.pages[0].lines if line.role == "colophon")
    assert notes(edition.pages[0])[0].y < colophon - layout.grid.leading * 3


def test_notes_in_tables_headlines_and_by_lines_stand_there_too(catalogue: Catalogue) -> None:
    table = Table((text_of("项目"),), ((text_of("{note=含税。|金额}"),),), ("left",), NOWHERE)
    made = article(
        noted(2), table, title="甲{note=一。|题}", byline=text_of("【供稿：{note=记者。|张三}】")
    )
    told = printed(catalogue, made).told("endnote")
    assert told == "① 一。② 第2条，见附件。③ 含税。④ 记者。"


def test_hanging_notes_begin_under_the_words_of_their_first_line(catalogue: Catalogue) -> None:
    made = Printed(
        catalogue,
        article(noted(1, PROSE * 3)),
        notes=NotesDesign(place="page", turnover="hanging"),
    )
    first, *others = notes(made.edition.pages[0])
    assert first.x == pytest.approx(made.layout.grid.left)
    words = character_edges(first, made.face)[first.text.index("第")][0]
    for line in others:
        assert line.x == pytest.approx(words, abs=0.02 * first.size)


@pytest.mark.parametrize("before", [0, 3])
def test_after_fifty_on_one_page_come_bare_figures(catalogue: Catalogue, before: int) -> None:
    """Each sign once on its page, in the room that was kept for it, and its note bears it."""
    first = article("".join(f"{{note=前{k}。|词}}" for k in range(1, before + 1)) or PROSE)
    text = "".join(f"{{note=注{k}。|词}}" for k in range(1, ROUND + 4))
    made = printed(catalogue, first, article(text, PROSE * 3), layout="kuaixun-a4")
    for page in made.edition.pages:
        found = signs(page)
        assert found == [foot_sign(k + 1) for k in range(len(found))]
        notes = [line.text for line in page.lines if line.role == "endnote" and line.start == 0]
        assert [sign_of(line) for line in notes] == found
        for line in page.lines:
            edges = character_edges(line, made.face)
            for before_it, after in pairwise(edges):
                assert before_it[1] <= after[0] + 0.12 * line.size
    assert audit.lines_unlike_their_runs(made.edition) == []
    assert audit.runs_unlike_their_glyphs(made.edition) == []
    assert any(len(signs(page)) > ROUND for page in made.edition.pages)


def test_on_a_page_without_foot_no_baseline_stands_under_it(catalogue: Catalogue) -> None:
    """Though they are on the foot of their characters' boxes, as low as a layout may have them."""
    layout = load_layout("neikan-a4-2col")
    grid = layout.grid
    grid = replace(grid, height=grid.top + grid.area_height, ascent=grid.size)
    notes_style = replace(layout.styles["endnote"], size=2 * grid.size, leading=3 * grid.size)
    styles = {**layout.styles, "endnote": notes_style}
    low = replace(layout, notes=AT_FOOT, grid=grid, styles=styles)
    issue = printed(catalogue, article(*(noted(k) for k in range(1, 20)))).issue
    pages = compose(issue, low, catalogue).pages
    lowest = {
        role: max(line.y for page in pages for line in page.lines if line.role == role)
        for role in ("body", "endnote")
    }
    assert max(lowest.values()) == pytest.approx(grid.height)


def test_a_page_too_low_for_them_has_them_at_the_articles_end(catalogue: Catalogue) -> None:
    layout = load_layout("jianbao-a4")
    grid = replace(layout.grid, rows=5)
    low = replace(layout, notes=AT_FOOT, grid=grid, masthead=replace(layout.masthead, height=0.0))
    issue = printed(catalogue, article("{note=注。|词}", byline=text_of("【供稿：张三】"))).issue
    lines = [line for page in compose(issue, low, catalogue).pages for line in page.lines]
    assert [line.role for line in lines if line.article == 0][-2:] == ["endnote", "byline"]


def test_type_that_no_page_holds_is_told(catalogue: Catalogue) -> None:
    layout = load_layout("jianbao-a4")
    style = replace(layout.styles["endnote"], size=900.0, leading=1200.0)
    huge = replace(layout, styles={**layout.styles, "endnote": style})
    issue = Printed(catalogue, article("{note=注。|词}")).issue
    assert "overset" in {found.code for found in compose(issue, huge, catalogue).findings}
