"""Another layout for a finished issue loses nothing, and going back brings all of it back."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from layouts.errors import LayoutError, Source
from layouts.house.changing import change_layout
from layouts.house.load import layout_of, load_layout, open_settings, stock_layouts
from layouts.issue.edits import set_design, set_setting
from layouts.issue.fitting import NO_FITTING, Fitting
from layouts.issue.issue import Issue, SetAside
from layouts.issue.masthead import Masthead

ISSUE = Issue(Masthead("河湾简报", 7), (), Path(), Source("issue.md"))
PAIRS = list(itertools.permutations(stock_layouts(), 2))
A, B = "jianbao-a4", "neikan-a4-2col"


def in_layout(name: str, design: bool = True) -> Issue:
    """An issue with every setting its layout opens, at the value it has, and a design of its own."""
    issue = replace(ISSUE, layout=name)
    layout = load_layout(name)
    values = {
        "measure": int(layout.grid.measure),
        "size": layout.grid.size,
        "leading": layout.grid.leading / layout.grid.size,
        "punctuation": "office",
        "prohibition": "strict",
        "page_numbers": False,
        "balance": False,
        "notes": "page",
    }
    for key in sorted(open_settings(name)):
        issue = set_setting(issue, key, values[key]).issue
    return set_design(issue, "styles.byline.size", "10pt").issue if design else issue


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_there_and_back_is_the_very_same(one, other):
    issue = in_layout(one)
    there = change_layout(issue, other)
    layout_of(there.issue)  # it can be set
    assert there.issue.design == {}
    assert there.places == ("styles.byline.size",)
    assert set(there.settings) == set(issue.settings) - set(there.issue.settings)
    assert change_layout(there.issue, one).issue == issue


def test_what_fitting_changed_is_of_the_layout_it_was_in():
    fitted = replace(ISSUE, layout=A, fitting=Fitting("8", {"b1": -1}))
    assert change_layout(fitted, A).issue is fitted
    assert change_layout(fitted, B).issue.fitting == NO_FITTING


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_what_the_other_layout_takes_goes_along(one, other):
    issue = in_layout(one)
    there = change_layout(issue, other).issue
    for key in open_settings(one) & open_settings(other) - {"measure", "size", "leading"}:
        assert there.settings[key] == issue.settings[key]
    assert set(there.settings) <= open_settings(other)


def test_a_round_through_all_layouts_loses_nothing():
    for name in stock_layouts():
        issue = in_layout(name)
        there = issue
        for step in [*stock_layouts(), name]:
            there = change_layout(there, step).issue
        assert there == issue


def test_values_set_in_two_layouts_are_kept_apart():
    first = set_setting(replace(ISSUE, layout=A), "measure", 34).issue
    there = change_layout(first, B)
    assert there.settings == ("measure",)  # 34 characters do not fit a column
    second = set_setting(there.issue, "measure", 20).issue
    back = change_layout(second, A).issue
    assert back.settings == {"measure": 34}
    assert back.set_aside == {B: SetAside({"measure": 20})}
    assert change_layout(back, B).issue == second


def test_a_design_that_no_longer_goes_stays_aside():
    aside = {B: SetAside({}, {"page.up": 3})}
    there = change_layout(replace(ISSUE, set_aside=aside), B)
    assert there.issue.design == {}
    assert there.issue.set_aside == aside


def test_a_layout_that_is_not_there_is_refused_and_the_same_one_changes_nothing():
    issue = in_layout(A)
    with pytest.raises(LayoutError):
        change_layout(issue, "nowhere")
    assert change_layout(issue, A).issue is issue


NAMES = st.sampled_from(stock_layouts())
ACTS = st.one_of(
    NAMES.map(lambda name: ("layout", name)),
    st.tuples(st.sampled_from(("measure", "punctuation", "page_numbers", "size")), st.sampled_from((20, 22, 34, "office", "clreq", True, False, "12pt"))),
    st.tuples(st.sampled_from(("page.top", "styles.body.indent")), st.sampled_from(("28mm", 1, 2, None))),
)  # fmt: skip


@given(st.lists(ACTS, max_size=8), NAMES)
@settings(max_examples=60, deadline=None)
def test_after_whatever_was_done_a_layout_left_and_entered_again_is_as_it_was(acts, other):
    issue = replace(ISSUE, layout=A)
    for what, value in acts:
        done = (
            change_layout(issue, value).issue
            if what == "layout"
            else set_design(issue, what, value).issue
            if "." in what
            else set_setting(issue, what, value).issue
        )
        try:
            layout_of(done)
        except LayoutError:
            continue
        issue = done
    back = change_layout(change_layout(issue, other).issue, issue.layout).issue
    assert {key: back.settings[key] for key in issue.settings} == issue.settings
    assert back.design == issue.design
    assert change_layout(change_layout(back, other).issue, issue.layout).issue == back
