"""What running heads and page numbers name (section, titles), and thumb marks (书口标)."""

from __future__ import annotations

import copy
import datetime
import tomllib
from typing import Any

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.compose import compose
from layouts.composer import Composer
from layouts.house.build import build
from layouts.house.layout import Layout
from layouts.house.load import FACES, STOCK
from layouts.issue.article import Section
from layouts.issue.issue import Issue, Masthead
from layouts.issue.photo import Bleed, PhotoPlace
from layouts.issue.text import Text
from layouts.page.item import Box
from layouts.preflight.check import inspect

DOCUMENT: Any = tomllib.loads((STOCK / "neikan-a4-3col.toml").read_text("utf8"))
INK = "green"


def house(**parts: dict[str, object]) -> Layout:
    document = copy.deepcopy(DOCUMENT)
    document["styles"]["thumb"] = {
        "face": "hei-bold",
        "latin": "hei-bold",
        "size": "9pt",
        "leading": 1.2,
    }
    for name, values in parts.items():
        document.setdefault(name, {}).update(values)
    return build("named", document, FACES)


def sections(press: Press, *sizes: int) -> list[Section]:
    return [
        Section(
            f"栏目{s}",
            tuple(press.article(prose(size), title=f"标题{s}之{k}") for k in range(3)),
            NOWHERE,
            s > 0,
        )
        for s, size in enumerate(sizes)
    ]


def heads(laid: Laid, page: int) -> str:
    return "".join(line.text for line in laid.lines("running-head", page=page))


def test_a_running_head_names_the_first_and_the_last_title_that_begin_on_its_page(
    press: Press,
) -> None:
    found = press.issue(
        *sections(press, 300, 300),
        house=house(running_head={"left": "{title}—{last_title}", "center": "", "outside": ""}),
    )
    page = found.page_of("栏目1", "section")
    assert "标题1之0—标题1之2" in heads(found, page)


def test_a_page_on_which_none_begins_names_the_title_that_runs_on(press: Press) -> None:
    found = press.issue(
        *sections(press, 9000),
        house=house(running_head={"left": "{title}|{last_title}", "center": "", "outside": ""}),
    )
    starts = [found.page_of(f"标题0之{k}", "headline") for k in range(3)]
    between = next(page for page in range(starts[0] + 1, starts[1]))
    assert "标题0之0|标题0之0" in heads(found, between)


def test_a_page_number_may_name_section_and_title(press: Press) -> None:
    found = press.issue(
        *sections(press, 300, 300),
        house=house(page_number={"template": "{section}·{title}·{page}"}),
    )
    page = found.page_of("栏目1", "section")
    (number,) = found.lines("page-number", page=page)
    assert number.text == f"栏目1·标题1之0·{page}"


def test_a_long_title_is_cut(press: Press) -> None:
    (section,) = sections(press, 9000)
    long = replace(section.articles[0], title=Text("很长的标题" * 12))
    found = press.issue(
        replace(section, articles=(long,)),
        house=house(running_head={"left": "{title}", "center": "", "outside": ""}),
    )
    said = heads(found, 2).replace("2025年8月31日", "")
    assert said.startswith("很长的标题很长的标题")
    assert "…" in said
    assert not [code for code in found.codes() if code == "line-squeezed"]


# Thumb marks


THUMB = {"width": "6mm", "height": "20mm", "gap": "2mm", "top": "40mm", "ink": INK}


def tabs(laid: Laid, page: int) -> list[Box]:
    width = laid.layout.thumb.width
    return [
        box
        for box in laid.pages[page - 1].boxes
        if box.width == width and box.height == laid.layout.thumb.height
    ]


def test_each_section_has_its_tab_at_the_outer_edge_a_step_lower(press: Press) -> None:
    found = press.issue(*sections(press, 2500, 2500, 2500), house=house(thumb=THUMB))
    design, width = found.layout.thumb, found.grid.width
    seen: dict[int, float] = {}
    for page in range(2, len(found.pages) + 1):
        (tab,) = tabs(found, page)
        # over the trim at the edge away from the fold: right ones are odd
        edge = tab.x + tab.width == pytest.approx(width) if page % 2 else tab.x == 0.0
        assert edge, page
        section = next(
            (int(line.text[2]) for line in found.lines("section", page=page)),
            None,
        )
        if section is not None:
            seen[section] = tab.y
    assert len(seen) >= 2
    first = min(seen)
    for section, y in seen.items():
        assert y - seen[first] == pytest.approx((section - first) * (design.height + design.gap))


def test_page_one_has_none_unless_the_layout_wants_it(press: Press) -> None:
    made = sections(press, 300)
    assert not tabs(press.issue(*made, house=house(thumb=THUMB)), 1)
    assert tabs(press.issue(*made, house=house(thumb={**THUMB, "first_page": True})), 1)


def test_tabs_begin_at_the_top_again_where_the_page_has_no_room_below(press: Press) -> None:
    tall = {**THUMB, "height": "90mm"}
    found = press.issue(*sections(press, *[300] * 6), house=house(thumb=tall))
    for page in range(2, len(found.pages) + 1):
        (tab,) = tabs(found, page)
        assert tab.y + tab.height <= found.grid.height


def test_the_name_of_the_section_stands_in_its_tab(press: Press) -> None:
    found = press.issue(*sections(press, 300, 300), house=house(thumb={**THUMB, "style": "thumb"}))
    page = found.page_of("栏目1", "section")
    (tab,) = tabs(found, page)
    inside = [
        line
        for line in found.lines("running-head", page=page)
        if tab.x <= line.x and line.x + line.width <= tab.x + tab.width + 0.01
    ]
    assert [line.text for line in inside] == list("栏目1")
    assert all(tab.y < line.y < tab.y + tab.height for line in inside)
    assert [line.y for line in inside] == sorted(line.y for line in inside)


def test_what_is_named_is_drawn_again_after_an_edit(press: Press) -> None:
    layout = house(
        thumb={**THUMB, "style": "thumb"}, running_head={"left": "{title}", "center": ""}
    )
    composer = Composer(press.catalogue)
    head = Masthead("简报", 3, 12, datetime.date(2025, 8, 31))
    issue = Issue(head, tuple(sections(press, 2500, 2500)), press.folder, NOWHERE)
    composer.compose(issue, layout)
    one, *rest = issue.sections
    titled = replace(one.articles[0], title=Text("改过的题目"))
    renamed = replace(one, name="改名", articles=(titled, *one.articles[1:]))
    issue = replace(issue, sections=(renamed, *rest))
    again = composer.compose(issue, layout)
    assert again.pages == compose(issue, layout, press.catalogue).pages


def test_the_face_of_a_tab_counts_as_asked_for(press: Press) -> None:
    """It is another than that of running heads, whose role it shares."""
    layout = house(thumb={**THUMB, "style": "thumb", "first_page": True})
    head = Masthead("简报", 3, 12, datetime.date(2025, 8, 31))
    issue = Issue(head, tuple(sections(press, 300, 300)), press.folder, NOWHERE)
    edition = compose(issue, layout, press.catalogue)
    codes = [finding.code for finding in inspect(issue, layout, edition, press.catalogue)]
    assert "face-fallback" not in codes


def test_a_photo_that_goes_to_the_trim_has_no_tab_on_it(press: Press) -> None:
    """Its ground lies under photos, and the name would stand on the photo alone."""
    whole = Bleed(left=True, top=True, right=True, foot=True)
    photo = press.photo(400, 600, place=PhotoPlace.PAGE, bleed=whole)
    article = press.article(prose(300), photo, prose(2500), title="甲")
    made = Section("栏目", (article,), NOWHERE)
    found = press.issue(made, house=house(thumb={**THUMB, "style": "thumb", "first_page": True}))
    (page,) = [page.number for page in found.pages if page.pictures]
    assert not tabs(found, page)
    assert not found.lines("running-head", page=page)
    assert tabs(found, page + 1)
