"""What an issue has otherwise than its layout: laid over it, checked, compared, given back."""

from __future__ import annotations

from pathlib import Path

import pytest

from layouts.errors import Source
from layouts.house.kinds import Length, Reference
from layouts.house.load import (
    differences,
    document_of,
    layout_of,
    load_layout,
    open_kinds_of,
    refusal,
)
from layouts.house.overlay import Difference, laid_over, setting_at
from layouts.house.schema import LAYOUT
from layouts.house.text_style import Align, Levelling
from layouts.issue.edits import reset_design, set_design, set_setting
from layouts.issue.issue import Issue
from layouts.issue.masthead import Masthead
from layouts.manuscript import read_manuscript

ISSUE = Issue(Masthead(), (), Path(), Source("issue.md"))


def designed(**places: object) -> Issue:
    """An issue with values at places, `__` for the dots."""
    issue = ISSUE
    for place, value in places.items():
        issue = set_design(issue, place.replace("__", "."), value).issue
    return issue


def test_a_value_of_the_issue_stands_in_its_layout_and_nothing_else_changes():
    layout, stock = layout_of(designed(styles__byline__size="20pt")), load_layout("jianbao-a4")
    assert layout.styles["byline"].size == 20
    assert layout.styles["byline"].face == stock.styles["byline"].face
    assert {**layout.styles, "byline": None} == {**stock.styles, "byline": None}
    assert layout.grid == stock.grid


def test_an_array_is_replaced_whole_and_an_ink_too():
    line = {"template": "{publication}", "style": "name", "align": "left", "baseline": "60mm"}
    layout = layout_of(designed(masthead__lines=[line], inks__red={"rgb": "#AA0000"}))
    assert [found.align for found in layout.masthead.lines] == [Align.LEFT]
    # the process colours of the old red are none of the new one
    assert layout.styles["section"].ink.cmyk is None
    assert layout.masthead.rules


def test_a_style_of_the_issues_own_can_be_named_by_a_line():
    lead = {"face": "kai", "size": "16pt"}
    assert layout_of(designed(styles__lead=lead)).styles["lead"].size == 16


def test_the_editors_setting_stands_over_the_design_until_the_design_is_set_again():
    issue = set_setting(designed(grid__measure=30), "measure", 34).issue
    assert layout_of(issue).grid.measure == 34
    assert layout_of(set_design(issue, "grid.measure", 28).issue).grid.measure == 28


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("page.top", "30m", "page.top 应为"),
        ("page.top", float("nan"), "page.top 应为"),
        ("page.up", 3, "没有 page.up 这一项"),
        ("styles.headline.ink", "blue", "styles.headline.ink 应为"),
        ("styles.lead", {"size": "16pt"}, "缺少 styles.lead.face"),
        ("masthead.lines", [{"template": "x"}], "缺少 masthead.lines[1].style"),
        ("masthead.lines.1.style", "name", "masthead.lines 应为"),
        ("grid.measure", 60, "grid.measure 放不下"),
        ("a" + ".b" * 5000, 1, "嵌套超过"),
        ("", 1, "没有"),
        ("page", {"top": {"top": {"top": []}}}, "page.top 应为"),
        ("open.measure", {"min": 30, "max": 20}, "open.measure 应为"),
    ],
)
def test_a_value_that_is_none_is_one_sentence_with_its_place(place, value, said):
    wrong = refusal(set_design(ISSUE, place, value).issue)
    assert wrong is not None
    assert said in wrong.zh


def test_a_design_of_megabytes_is_one_sentence():
    line = {"template": "字" * 100, "style": "name", "align": "left", "baseline": "60mm"}
    wrong = refusal(set_design(ISSUE, "masthead.lines", [line] * 50_000).issue)
    assert wrong is not None
    assert "超过 200 kB" in wrong.zh


def test_the_sentence_names_the_line_of_the_manuscript(tmp_path):
    path = tmp_path / "issue.md"
    path.write_text(
        "---\nissue: 7\n版式修改:\n  page.top: 28mm\n  page.foot: 3 m\n---\n\n正文。", "utf8"
    )
    issue, _ = read_manuscript(path)
    wrong = refusal(issue)
    assert wrong is not None
    assert wrong.source == Source(str(path), 5)
    assert issue.design == {"page.top": "28mm", "page.foot": "3 m"}


def test_differences_tell_both_values_and_only_what_differs():
    issue = designed(page__top="30mm", grid__columns=1, grid__gutter=3, page__foot="27mm")
    assert differences(issue) == [
        Difference("page.foot", "28mm", "27mm"),
        Difference("grid.gutter", 2, 3),  # the file leaves it to the default
    ]


def test_everything_can_be_given_back():
    issue = designed(page__top="33mm", page__foot="27mm")
    assert set_design(issue, "page.top", None).issue.design == {"page.foot": "27mm"}
    assert reset_design(issue).issue == ISSUE
    assert reset_design(ISSUE).issue is ISSUE
    assert set_design(ISSUE, "page.top", None).issue is ISSUE
    assert set_design(issue, "page.top", "33mm").issue is issue
    assert differences(ISSUE) == []
    assert document_of(ISSUE)["page"]["top"] == "30mm"


def test_what_the_design_opens_is_open():
    issue = designed(open__balance=True)
    assert "balance" in open_kinds_of(issue)
    assert layout_of(set_setting(issue, "balance", True).issue).balance is Levelling.ISSUE


def test_the_schema_tells_of_a_place_by_name_and_in_arrays():
    assert isinstance(setting_at("styles.headline.size").kind, Length)
    assert isinstance(setting_at("masthead.lines[2].style").kind, Reference)
    assert setting_at("masthead.lines.style") == setting_at("colophon.lines.style")
    assert setting_at("page") == LAYOUT.settings["page"]
    for place in ("", "page.up", "page.top.more", "styles.headline.size.x"):
        with pytest.raises(LookupError):
            setting_at(place)


def test_laying_over_leaves_what_it_is_given_alone():
    base = {"page": {"top": 1, "foot": 2}}
    assert laid_over(base, {"page": {"top": 3}, "grid": {}}) == {
        "page": {"top": 3, "foot": 2},
        "grid": {},
    }
    assert base == {"page": {"top": 1, "foot": 2}}
