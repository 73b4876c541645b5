"""What layouts dress pages with: running heads, page numbers of page 1, column rules, ornaments,
grounds, spread names, and contents in columns. Places are worked out from what the settings say.
"""

from __future__ import annotations

import itertools
import tomllib
from typing import Any

import audit
import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.compose import compose
from layouts.composer import Composer
from layouts.house.build import build
from layouts.house.load import FACES, STOCK
from layouts.house.template import issue_fields
from layouts.issue.article import Note, Section
from layouts.issue.issue import Issue, Masthead
from layouts.issue.text import Text
from layouts.page.page import Page
from layouts.units import mm

HEAD = Masthead("澜汀简报", 3, 12, None, "编辑部")


def plain(columns: int = 1) -> dict[str, Any]:
    """The document of a layout without ornaments; black and red are its inks."""
    document = tomllib.loads((STOCK / "jianbao-a4.toml").read_text("utf8"))
    for dress in ("running_head", "ornaments", "note"):
        document.pop(dress)
    document["contents"].pop("open_up")
    document["masthead"] = {"height": "60mm", "lines": [], "rules": []}
    document["colophon"] = {"rows": 0}
    document["grid"] |= {"columns": columns, "size": "10pt", "leading": 1.6}
    return document


def laid(
    press: Press, document: dict[str, Any], *sections: Section, contents: bool = False
) -> Laid:
    layout = build("dressed", document, FACES)
    issue = Issue(HEAD, sections, press.folder, NOWHERE, contents=contents)
    return Laid(compose(issue, layout, press.catalogue), layout)


def sections(press: Press, *names: str, size: int = 900) -> tuple[Section, ...]:
    return tuple(
        Section(name, (press.article(prose(size), title=f"{name}第一篇"),), NOWHERE)
        for name in names
    )


def heads(page: Page) -> list[tuple[str, float]]:
    """The running heads of a page from left to right, with the height they stand at."""
    found = [line for line in page.lines if line.role == "running-head"]
    return [(line.text, line.y) for line in sorted(found, key=lambda line: line.runs[0].x)]


# -- running heads -----------------------------------------------------------------------------------


def test_a_running_head_stands_over_the_type_area_outside_and_inside_and_not_on_page_one(
    press: Press,
) -> None:
    document = plain()
    document["running_head"] = {
        "outside": "{page}页",
        "inside": "{publication}[　第{number}期]",
        "rise": "6mm",
        "rule": "0.5pt",
        "rule_drop": "4pt",
    }
    found = laid(press, document, *sections(press, "要闻", size=4000))
    assert heads(found.pages[0]) == []
    y = found.grid.top - mm(6)
    for page in found.pages[1:]:
        outside, inside = f"{page.number}页", "澜汀简报　第3期"
        wanted = [inside, outside] if page.number % 2 else [outside, inside]
        assert [text for text, _ in heads(page)] == wanted
        assert {height for _, height in heads(page)} == {y}
        (rule,) = page.rules
        assert (rule.x0, rule.x1, rule.y0, rule.width) == pytest.approx(
            (found.grid.left, found.grid.left + found.grid.area_width, y + 4, 0.5)
        )


def test_a_running_head_names_the_section_that_begins_on_the_page_or_else_runs_on(
    press: Press,
) -> None:
    document = plain()
    document["running_head"] = {"center": "{section}", "first_page": True}
    found = laid(press, document, *sections(press, "要闻", "动态", "简讯", size=2500))
    begins: dict[int, str] = {}
    for page in found.pages:
        for line in page.lines:
            if line.role == "section":
                begins.setdefault(page.number, line.text.strip("【】"))
    runs_on = ""
    for page in found.pages:
        (text,) = [text for text, _ in heads(page)]
        assert text == begins.get(page.number, runs_on)
        last = [line.text.strip("【】") for line in page.lines if line.role == "section"]
        runs_on = last[-1] if last else runs_on
    assert len(set(begins.values())) == 3


def test_after_an_edit_running_heads_name_the_sections_as_they_are_then(press: Press) -> None:
    document = plain()
    document["running_head"] = {"center": "{section}", "first_page": True}
    layout = build("dressed", document, FACES)
    before = sections(press, "要闻", "动态", "简讯", size=2500)
    renamed = replace(before[0], name="头条")
    composer = Composer(press.catalogue)
    for wanted in (before, (renamed, *before[1:]), before[1:], before):
        issue = Issue(HEAD, wanted, press.folder, NOWHERE, contents=False)
        fresh = compose(issue, layout, press.catalogue)
        assert composer.compose(issue, layout).pages == fresh.pages


def test_page_one_may_have_a_page_number_of_its_own(press: Press) -> None:
    document = plain()
    document["page_number"] |= {
        "first_page": True,
        "first_template": "第{page}页·{issuer}",
        "first_position": "center",
        "inset": 1,
    }
    found = laid(press, document, *sections(press, "要闻", size=4000))
    numbers = list(found.lines("page-number"))
    assert numbers[0].text == "第1页·编辑部"
    glyphs = audit.glyphs_of(numbers[0], press.catalogue)
    middle = (glyphs[0].pen + glyphs[-1].pen + glyphs[-1].size) / 2
    assert middle == pytest.approx(found.grid.width / 2, abs=0.1)
    # the others stand an em of theirs inside the outer edge
    assert [audit.spaceless(line.text) for line in numbers[1:3]] == ["—2—", "—3—"]
    assert audit.glyphs_of(numbers[1], press.catalogue)[0].pen == pytest.approx(
        found.grid.left + numbers[1].size
    )


# -- rules and grounds --------------------------------------------------------------------------------


def test_column_rules_stand_between_columns_as_high_as_the_text(press: Press) -> None:
    document = plain(columns=2)
    document["grid"]["measure"] = 20
    document["body"] |= {"column_rule": "0.4pt", "column_rule_ink": "red", "balance": True}
    found = laid(press, document, *sections(press, "要闻", size=3000))
    grid = found.grid
    for page in found.pages:
        (rule,) = [rule for rule in page.rules if rule.ink.name == "red"]
        assert rule.x0 == rule.x1 == pytest.approx(grid.column_left(1) - grid.gutter / 2)
        body = [line for line in page.lines if line.article is not None]
        assert rule.y1 == pytest.approx(max(line.y + 0.12 * line.size for line in body))
        assert rule.y0 <= min(line.y - 0.88 * line.size for line in body) + 1e-6


def test_a_page_of_one_column_has_no_column_rule(press: Press) -> None:
    document = plain()
    document["body"]["column_rule"] = "0.4pt"
    assert laid(press, document, *sections(press, "要闻")).pages[0].rules == []


def test_grounds_lie_under_the_masthead_and_run_to_the_edges_of_the_paper(press: Press) -> None:
    document = plain()
    document["masthead"]["grounds"] = [
        {"y": 0, "height": "20mm", "ink": "red", "bleed": True},
        {
            "y": "25mm",
            "height": "5mm",
            "ink": "red",
            "length": "30mm",
            "align": "right",
            "inset": "2mm",
        },
    ]
    found = laid(press, document, *sections(press, "要闻"))
    wide, short = found.pages[0].boxes
    grid = found.grid
    assert wide[:4] == pytest.approx((0, 0, grid.width, mm(20)))
    right = grid.left + grid.area_width - mm(2)
    assert short[:4] == pytest.approx((right - mm(30), mm(25), mm(30), mm(5)))


def test_a_justified_line_spreads_its_characters_over_its_room(press: Press) -> None:
    document = plain()
    document["masthead"]["lines"] = [
        {
            "template": "{publication}",
            "style": "name",
            "align": "justify",
            "baseline": "40mm",
            "width": "120mm",
            "at": "center",
        }
    ]
    document["styles"]["name"] |= {"size": "50pt", "tracking": 0}
    found = laid(press, document, *sections(press, "要闻"))
    (name,) = found.lines("masthead")
    glyphs = audit.glyphs_of(name, press.catalogue)
    left = found.grid.width / 2 - mm(60)
    assert glyphs[0].pen == pytest.approx(left)
    assert glyphs[-1].pen + 50 == pytest.approx(left + mm(120))
    steps = [after.pen - before.pen for before, after in itertools.pairwise(glyphs)]
    assert steps == pytest.approx([(mm(120) - 50) / 3] * 3)


def test_two_characters_are_not_spread_so_far_that_they_fall_apart(press: Press) -> None:
    document = plain()
    document["masthead"]["lines"] = [
        {"template": "简讯", "style": "name", "align": "justify", "baseline": "40mm"}
    ]
    document["styles"]["name"] |= {"size": "40pt", "tracking": 0}
    found = laid(press, document, *sections(press, "要闻"))
    first, last = audit.glyphs_of(found.lines("masthead")[0], press.catalogue)
    assert last.pen - first.pen == pytest.approx(40 * 2.5)
    assert (first.pen + last.pen + 40) / 2 == pytest.approx(found.grid.width / 2)


# -- ornaments ----------------------------------------------------------------------------------------


def test_rules_over_and_under_a_heading_keep_their_gap_and_their_rows(press: Press) -> None:
    document = plain()
    document["ornaments"] = {
        "section": {"over": "2pt", "under": "1pt", "gap": "5pt", "length": "30mm", "ink": "red"}
    }
    found = laid(press, document, *sections(press, "要闻", "动态"))
    for page in found.pages:
        rules = sorted((rule for rule in page.rules if rule.ink.name == "red"), key=lambda r: r.y0)
        names = [line for line in page.lines if line.role == "section"]
        assert len(rules) == 2 * len(names)
        for k, name in enumerate(sorted(names, key=lambda line: line.y)):
            over, under = rules[2 * k], rules[2 * k + 1]
            assert over.y0 == pytest.approx(name.y - 0.88 * name.size - 5 - 1)
            assert under.y0 == pytest.approx(name.y + 0.12 * name.size + 5 + 0.5)
            # 30 mm in the middle, as the words are
            middle = found.grid.left + found.grid.area_width / 2
            assert (over.x0 + over.x1) / 2 == pytest.approx(middle)
            assert over.x1 - over.x0 == pytest.approx(mm(30))
    assert audit.off_grid(found.edition, found.layout) == []


def test_a_bar_and_a_ground_stand_before_and_under_the_words(press: Press) -> None:
    document = plain()
    document["styles"]["section"]["align"] = "left"
    document["ornaments"] = {
        "section": {"bar": "4pt", "bar_gap": "6pt", "ground": "red", "padding": "3pt"}
    }
    found = laid(press, document, *sections(press, "要闻"))
    ground, bar = found.pages[0].boxes
    (name,) = found.lines("section")
    top = name.y - 0.88 * name.size
    assert ground[:4] == pytest.approx(
        (found.grid.left, top - 3, found.grid.column_width, name.size + 6)
    )
    assert bar[:4] == pytest.approx((found.grid.left, top, 4, name.size))
    assert name.x == pytest.approx(found.grid.left + max(10, 0.6 * 10))


def test_what_a_heading_is_dressed_with_stays_in_the_type_area_at_a_columns_head(
    press: Press,
) -> None:
    document = plain()
    document["masthead"]["height"] = 0
    document["ornaments"] = {"section": {"ground": "red", "padding": "8pt"}}
    found = laid(press, document, *sections(press, "要闻"))
    assert found.pages[0].boxes[0].y >= found.grid.top - 1e-6


def test_the_bar_of_a_note_is_one_over_all_its_lines(press: Press) -> None:
    document = plain()
    document["note"] = {"bar": "2pt", "ink": "red"}
    note = Note((Text(prose(200)),), NOWHERE)
    section = Section("", (press.article(note, prose(100), title="题"),), NOWHERE)
    found = laid(press, document, section)
    (bar,) = found.pages[0].boxes
    lines = found.lines("note")
    assert bar.y == pytest.approx(lines[0].y - 0.88 * lines[0].size)
    assert bar.y + bar.height == pytest.approx(lines[-1].y + 0.12 * lines[-1].size)
    assert found.grid.left < bar.x < lines[0].x


# -- contents -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", range(3, 10))
def test_a_section_of_the_contents_stands_in_the_column_of_its_first_title(
    press: Press, count: int
) -> None:
    title = "围绕夏季保供目标提前检修取水泵组取得新进展"  # two lines in a column of the list
    wanted = [Section(f"第{k}栏", (press.article(title=title),), NOWHERE) for k in range(count)]
    made = press.issue(*wanted, contents=True, layout="neikan-a4-2col")
    lines = made.lines("contents-section", "contents-entry", page=1)
    middle = made.grid.left + made.grid.area_width / 2
    for section, first in itertools.pairwise(lines):
        if section.role == "contents-section":
            assert (section.x < middle) is (first.x < middle), section.text


def test_contents_in_two_columns_are_level_and_hold_every_entry(press: Press) -> None:
    document = plain()
    document["contents"] |= {"columns": 2, "gutter": 2, "ground": "grey", "padding": "6pt"}
    names = [f"栏目{k}" for k in "一二三四五六"]
    found = laid(press, document, *sections(press, *names), contents=True)
    entries = found.lines("contents-entry", page=1)
    assert len(entries) == 6
    lefts = sorted({round(line.x, 2) for line in entries})
    assert len(lefts) == 2
    inner = found.grid.area_width - 12
    assert lefts[1] - lefts[0] == pytest.approx((inner + 20) / 2, abs=0.02)
    heads = [found.lines("contents-section", page=1)[k].y for k in (0, 3)]
    assert heads[0] == pytest.approx(heads[1])
    (ground,) = found.pages[0].boxes
    assert ground.width == pytest.approx(found.grid.area_width)
    assert ground.y + ground.height >= max(line.y for line in entries)


def test_contents_in_the_first_column_leave_the_others_to_the_body(press: Press) -> None:
    document = plain(columns=3)
    document["grid"] |= {"measure": 12}
    document["contents"] |= {"place": "column", "rule": "1pt", "padding": "5pt"}
    found = laid(press, document, *sections(press, "要闻", "动态"), contents=True)
    grid = found.grid
    listed = [line for line in found.lines(page=1) if line.role.startswith("contents")]
    assert all(line.x + line.width <= grid.left + grid.column_width + 0.01 for line in listed)
    body = [
        line for line in found.lines(page=1) if line.article is not None or line.role == "section"
    ]
    first = [line for line in body if line.x < grid.column_left(1)]
    assert first
    assert min(line.y - line.size for line in first) > max(line.y for line in listed)
    others = [line for line in body if line.x >= grid.column_left(1)]
    assert min(line.y for line in others) < max(line.y for line in listed)
    assert [text for text, _ in audit.contents_numbers(found.edition)]


def test_a_list_that_its_column_cannot_hold_stands_above_the_body(press: Press) -> None:
    document = plain(columns=2)
    document["grid"] |= {"measure": 20}
    document["contents"]["place"] = "column"
    many = Section(
        "要闻",
        tuple(press.article(prose(40), title=f"第{k}篇的标题写得不长不短") for k in range(1, 60)),
        NOWHERE,
    )
    found = laid(press, document, many, contents=True)
    named = audit.contents_numbers(found.edition)
    assert len(named) == 59
    assert named == [(title, page) for title, page in audit.titles(found.edition)]


def test_a_short_list_opens_up_to_fill_its_page(press: Press) -> None:
    document = plain()
    document["contents"]["body_from_rows"] = 0
    before = laid(press, document, *sections(press, "要闻", "动态"), contents=True)
    document["contents"]["open_up"] = 1.2
    after = laid(press, document, *sections(press, "要闻", "动态"), contents=True)
    old, new = (found.lines("contents-entry", page=1) for found in (before, after))
    assert new[1].y - new[0].y == pytest.approx(1.2 * (old[1].y - old[0].y), rel=0.01)


@pytest.mark.parametrize("count", range(1, 16))
def test_under_a_list_that_leaves_eight_rows_the_body_begins(press: Press, count: int) -> None:
    """second-look.md, Pages 10: else the list opens up, and the body has a page of its own."""
    document = plain()
    document["contents"]["open_up"] = 1.2
    named = sections(press, *(f"栏目{k}" for k in range(count)))
    document["contents"]["body_from_rows"] = 0
    opened = laid(press, document, *named, contents=True)
    document["contents"]["open_up"] = 1
    closed = laid(press, document, *named, contents=True)
    del document["contents"]["body_from_rows"]
    document["contents"]["open_up"] = 1.2
    found = laid(press, document, *named, contents=True)
    grid = found.grid
    last = max(line.y for line in closed.lines("contents-section", "contents-entry", page=1))
    # a row free under the list, and eight from the next on
    left = (grid.top + grid.area_height - last) / grid.leading - 1
    shared = any(line.article is not None for line in found.pages[0].lines)
    assert shared == (left >= 8) or abs(left - 8) < 1
    ends = [
        max(line.y for line in laid_out.lines("contents-section", "contents-entry", page=1))
        for laid_out in (found, closed if shared else opened)
    ]
    assert ends[0] == pytest.approx(ends[1])


def test_squares_stand_before_entries_whose_further_lines_hang_under_their_words(
    press: Press,
) -> None:
    document = plain()
    document["contents"] |= {"mark": "3pt", "mark_ink": "red", "entry_indent": 0}
    long = press.article(prose(40), title="一个很长很长要折成两行才排得下的标题，" * 3)
    found = laid(press, document, Section("要闻", (long,), NOWHERE), contents=True)
    lines = found.lines("contents-entry", page=1)
    assert len(lines) > 1
    assert len({line.x for line in lines}) == 1
    (mark,) = found.pages[0].boxes
    assert (mark.width, mark.height) == (3, 3)
    assert mark.x == pytest.approx(found.grid.left)
    assert mark.x + mark.width < lines[0].x


def test_no_template_of_a_running_head_is_filled_with_a_field_that_is_empty(press: Press) -> None:
    document = plain()
    document["running_head"] = {"left": "{date}", "first_page": True}
    found = laid(press, document, *sections(press, "要闻"))
    assert not issue_fields(Issue(HEAD, (), press.folder, NOWHERE))["date"]
    assert heads(found.pages[0]) == []
