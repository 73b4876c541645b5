"""The cover (封面): a photo to the trim, the headlines of the issue, page numbers as a house has
them.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pytest
from composing import NOWHERE
from laying import Press, prose
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.composer import Composer
from layouts.house.build import build
from layouts.house.fixed_design import CoverDesign
from layouts.house.layout import Layout
from layouts.house.load import load_layout
from layouts.house.written import written_layout
from layouts.issue.article import Section
from layouts.issue.cover import Cover
from layouts.issue.issue import Issue, Masthead
from layouts.issue.photo import PhotoPoint
from layouts.issue.text import Text
from layouts.page.covers import behind_cover, cover_alone
from layouts.page.item import Line, Picture
from layouts.page.page import Edition
from layouts.structure import structure

LAYOUT = "neikan-a4-2col"
MM = 72 / 25.4


def cover_of(layout: Layout) -> CoverDesign:
    assert layout.cover is not None
    return layout.cover


def with_design(layout: Layout, **changes: object) -> Layout:
    return replace(layout, cover=replace(cover_of(layout), **changes))


def issue_of(press: Press, cover: Cover | None, sections: int = 4, size: int = 900) -> Issue:
    made = tuple(
        Section(
            f"栏目{k}",
            (
                press.article(prose(size), title=f"第{k}栏头条"),
                press.article(prose(size), title=f"第{k}栏二条"),
            ),
            NOWHERE,
        )
        for k in range(sections)
    )
    return Issue(
        Masthead("澜汀简报", 3, 12), made, press.folder, NOWHERE, layout=LAYOUT, cover=cover
    )


def composed(press: Press, cover: Cover | None, layout: Layout | None = None) -> Edition:
    return compose(issue_of(press, cover), layout or load_layout(LAYOUT, {}), press.catalogue)


def on_cover(edition: Edition) -> list[Line]:
    return [line for line in edition.pages[0].lines if line.role == "cover"]


def numbers(edition: Edition) -> list[str]:
    """What is printed as the number of each page, empty where it has none."""
    found: list[str] = []
    for page in edition.pages:
        lines = [line.text for line in page.lines if line.role == "page-number"]
        found.append(lines[0] if lines else "")
    return found


@pytest.fixture
def photo(press: Press) -> Any:
    return press.photo(900, 600, alt="夜色")


@pytest.mark.parametrize("name", ["neikan-a4-2col", "tongxun-a5"])
def test_all_words_of_the_covers_we_ship_stand_on_a_ground_or_on_paper(
    press: Press, photo: Any, name: str
) -> None:
    """A photo may be light or dark anywhere: no word stands right on it."""
    layout = load_layout(name, {})
    issue = replace(issue_of(press, Cover(photo)), layout=name)
    page = compose(issue, layout, press.catalogue).pages[0]
    (found,) = page.pictures
    for line in page.lines:
        top, foot = line.y - 0.88 * line.size, line.y + 0.12 * line.size
        left, right = line.runs[0].x, line.runs[-1].x
        over = found.y < foot and top < found.y + found.height
        assert not over or any(
            box.y <= top
            and foot <= box.y + box.height
            and box.x <= left
            and right <= box.x + box.width
            for box in page.boxes
        ), line.text


def test_an_issue_without_a_cover_is_as_it_was(press: Press) -> None:
    with_one, without = load_layout(LAYOUT, {}), replace(load_layout(LAYOUT, {}), cover=None)
    one, other = (composed(press, None, layout) for layout in (with_one, without))
    assert one.pages == other.pages
    assert one.bookmarks == other.bookmarks


def test_a_layout_without_a_cover_draws_none(press: Press, photo: Any) -> None:
    bare = replace(load_layout(LAYOUT, {}), cover=None)
    assert composed(press, Cover(photo), bare).pages == composed(press, None).pages


def test_the_cover_stands_before_all_else_and_is_not_counted(press: Press, photo: Any) -> None:
    bare, edition = composed(press, None), composed(press, Cover(photo))
    assert [page.number for page in edition.pages] == list(range(1, len(edition.pages) + 1))
    assert len(edition.pages) == len(bare.pages) + 2
    assert edition.pages[1].lines == []
    assert numbers(edition)[2:] == numbers(bare)
    for page, same in zip(edition.pages[2:], bare.pages, strict=True):
        assert page.lines == same.lines
        assert page.rules == same.rules


def test_where_it_is_counted_all_numbers_go_on_from_it(press: Press, photo: Any) -> None:
    layout = with_design(load_layout(LAYOUT, {}), counted=True)
    edition = composed(press, Cover(photo), layout)
    assert numbers(edition) == ["", "", *map(str, range(3, len(edition.pages) + 1))]
    listed = {line.text for line in edition.pages[2].lines if line.role == "contents-number"}
    assert min(map(int, listed)) >= 3


def test_without_its_back_one_page_stands_before_the_first(press: Press, photo: Any) -> None:
    layout = with_design(load_layout(LAYOUT, {}), back=False)
    edition = composed(press, Cover(photo), layout)
    assert any(line.role == "masthead" for line in edition.pages[1].lines)
    assert len(edition.pages) == len(composed(press, None).pages) + 1


def test_the_photo_goes_over_the_trim_at_the_edges_it_touches(press: Press, photo: Any) -> None:
    layout = load_layout(LAYOUT, {})
    edition = composed(press, Cover(photo), layout)
    (found,) = edition.pages[0].pictures
    design, grid = cover_of(layout).photo, layout.grid
    assert found.x == pytest.approx(-layout.bleed)
    assert found.x + found.width == pytest.approx(grid.width + layout.bleed)
    assert found.y == pytest.approx(design.top)
    assert found.y + found.height == pytest.approx(grid.height - design.foot)
    left, top, right, bottom = found.crop
    shown = 900 * (1 - left - right) / (600 * (1 - top - bottom))
    assert shown == pytest.approx(found.width / found.height)


@pytest.mark.parametrize("x", [0.05, 0.5, 0.95])
def test_its_crop_keeps_the_centre_of_interest(press: Press, x: float) -> None:
    photo = press.photo(1800, 600, focus=PhotoPoint(x, 0.5))
    (found,) = composed(press, Cover(photo)).pages[0].pictures
    assert found.crop[0] <= x <= 1 - found.crop[2]


def test_it_lies_under_all_that_is_printed_over_it(press: Press, photo: Any) -> None:
    from layouts.page.page import under_lines

    page = composed(press, Cover(photo)).pages[0]
    first, *others = under_lines(page)
    assert isinstance(first, Picture)
    assert others


def test_the_first_title_of_each_section_stands_on_it_with_the_number_of_its_page(
    press: Press, photo: Any
) -> None:
    edition = composed(press, Cover(photo))
    told = [line.text for line in on_cover(edition)]
    printed = dict(zip([page.number for page in edition.pages], numbers(edition), strict=True))
    for k in range(4):
        at = told.index(f"第{k}栏头条")
        title = next(
            page.number
            for page in edition.pages
            for line in page.lines
            if line.role == "headline" and line.text == f"第{k}栏头条"
        )
        assert told[at - 1] == f"栏目{k}"
        assert told[at + 1] == printed[title]
    assert not any("二条" in text for text in told)


def test_chosen_headlines_stand_on_it_instead_and_know_their_pages(
    press: Press, photo: Any
) -> None:
    edition = composed(press, Cover(photo, ("第2栏二条", "读者来信")))
    told = [line.text for line in on_cover(edition)]
    assert "第0栏头条" not in told
    assert told[told.index("第2栏二条") + 1].isdecimal()
    assert told[-1] == "读者来信"


def test_no_headline_leaves_its_room(press: Press, photo: Any) -> None:
    layout = load_layout(LAYOUT, {})
    design = cover_of(layout).headlines
    assert design is not None
    for count in range(1, 13):
        words = tuple(prose(20 + 9 * k) for k in range(count))
        edition = composed(press, Cover(photo, words), layout)
        lines = [line for line in on_cover(edition) if line.part]
        assert lines
        assert max(line.y for line in lines) <= design.foot + 30
        assert min(line.y - 0.88 * line.size for line in lines) >= design.top - 1
        assert len({line.part for line in lines}) <= design.most


def test_the_outline_leads_to_it(press: Press, photo: Any) -> None:
    edition = composed(press, Cover(photo))
    assert edition.bookmarks[0].title == "封面"
    assert [a.name for a in edition.pages[0].anchors] == [edition.bookmarks[0].anchor]


def test_it_is_read_first_with_the_words_for_its_photo(press: Press, photo: Any) -> None:
    issue = issue_of(press, Cover(photo))
    edition = compose(issue, load_layout(LAYOUT, {}), press.catalogue)
    first = structure(issue, edition).children[0]
    assert first.children[0].kind == "Figure"  # type: ignore[union-attr]
    assert first.children[0].alt == "夜色"  # type: ignore[union-attr]


def test_apart_the_cover_and_the_rest_are_all_pages(press: Press, photo: Any) -> None:
    edition = composed(press, Cover(photo))
    rest, cover = behind_cover(edition), cover_alone(edition)
    assert (*cover.pages, *rest.pages) == edition.pages
    assert [mark.title for mark in cover.bookmarks] == ["封面"]
    assert "封面" not in [mark.title for mark in rest.bookmarks]


def edits(press: Press, dice: random.Random, photo: Any) -> Mapping[str, Any]:
    return dice.choice(
        (
            {"cover": None},
            {"cover": Cover(photo)},
            {"cover": Cover(replace(photo, alt="别的"))},
            {"cover": Cover(photo, ("第1栏二条",))},
            {"masthead": Masthead("另一刊名", 5)},
            {"contents": dice.random() < 0.5},
        )
    )


@pytest.mark.parametrize("seed", range(12))
def test_after_every_edit_all_pages_are_as_if_composed_anew(
    press: Press, photo: Any, seed: int
) -> None:
    dice = random.Random(f"cover-{seed}")
    layout = load_layout(LAYOUT, {})
    composer = Composer(press.catalogue)
    issue = issue_of(press, Cover(photo))
    for _ in range(6):
        if dice.random() < 0.5:
            issue = replace(issue, **edits(press, dice, photo))
        else:
            k = dice.randrange(len(issue.sections))
            section = issue.sections[k]
            first = replace(section.articles[0], title=Text(f"改过的题目{dice.random():.3f}"))
            grown = press.article(prose(dice.randint(10, 4000)), title="新稿")
            articles = (first, *section.articles[1:], *([grown] if dice.random() < 0.4 else ()))
            sections = list(issue.sections)
            sections[k] = replace(section, articles=articles)
            issue = replace(issue, sections=tuple(sections))
        again = composer.compose(issue, layout)
        anew = compose(issue, layout, press.catalogue)
        assert again.pages == anew.pages
        assert again.bookmarks == anew.bookmarks
        assert again.cover_pages == anew.cover_pages


def test_headlines_may_end_at_the_foot_with_rules_between_them(press: Press, photo: Any) -> None:
    layout = load_layout(LAYOUT, {})
    design = replace(cover_of(layout).headlines, at_foot=True, rule=0.5)
    edition = composed(
        press, Cover(photo, ("甲", "乙", "丙")), with_design(layout, headlines=design)
    )
    lines = [line for line in on_cover(edition) if line.part]
    assert max(line.y for line in lines) == pytest.approx(design.foot, abs=lines[-1].size * 0.2)
    assert len([rule for rule in edition.pages[0].rules if rule.width == 0.5]) == 2


def test_every_key_of_a_cover_is_read(press: Press) -> None:
    written = dict(written_layout(LAYOUT, press.folder).document)
    written["cover"] = {"photo": {"left": "10mm", "foot": "5mm"}, "back": False, "counted": True}
    layout = build("mine", written, frozenset(Catalogue().keys))
    assert cover_of(layout).photo.left == pytest.approx(10 * MM)
    assert (cover_of(layout).back, cover_of(layout).counted) == (False, True)
