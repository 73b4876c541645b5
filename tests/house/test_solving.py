"""字数 × 行数 × 字号 × 行距: one is turned, the others follow. Expected values: GB/T 9704-2012 (版心 156 × 225
mm, 22 行 × 28 字, 三号) and the grid arithmetic W = N·fs, H = L·lead − (lead − fs).
"""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from layouts.errors import Source
from layouts.house.load import document_of, layout_of, refusal, stock_layouts
from layouts.house.solving import (
    Held,
    Net,
    Unsolved,
    net_of,
    offers,
    size_text,
    turn,
    values_of,
)
from layouts.issue.edits import set_design
from layouts.issue.issue import Issue
from layouts.issue.masthead import Masthead
from layouts.units import POINTS_PER_MM, mm

ISSUE = Issue(Masthead(), (), Path(), Source("x"))
GB = Net(
    width=mm(210), height=mm(297), top=mm(37), foot=mm(297 - 37 - 225), side=mm(27),
    columns=1, gutter=2, size=15.75, leading=15.75 * 1.875, measure=28, rows=22,
)  # fmt: skip
"""A4, 天头 37, 版心 156 × 225 mm, 三号, a row of a character and 7/8 of one."""


def test_the_type_area_of_gb_t_9704_holds_22_rows_of_28_characters():
    assert turn(GB, "size", 15.75, Held.MARGINS) == GB
    assert turn(GB, "leading", 1.875, Held.MARGINS) == GB
    # 28 × 15.75 = 441 pt = 155.6 mm; 22 rows of 29.53 pt = 635.9 pt = 224.3 mm
    assert GB.area_width / POINTS_PER_MM == pytest.approx(155.6, abs=0.05)
    assert GB.area_height / POINTS_PER_MM == pytest.approx(224.3, abs=0.05)


def test_sixteen_points_do_not_fit_it():
    """三号 must be 15.75 pt: 28 × 16 pt = 158.0 mm."""
    assert turn(GB, "size", 16, Held.MARGINS).measure == 27
    wider = turn(GB, "size", 16, Held.COUNTS)
    assert wider.area_width / POINTS_PER_MM == pytest.approx(158.0, abs=0.05)
    assert wider.side / POINTS_PER_MM == pytest.approx(25.97, abs=0.01)
    assert (wider.measure, wider.rows) == (28, 22)


def test_turning_the_rows_fills_the_height():
    net = turn(replace(GB, leading=30), "rows", 22, Held.MARGINS)
    assert net.area_height / POINTS_PER_MM == pytest.approx(225, abs=1e-6)
    assert net.leading == pytest.approx((mm(225) - 15.75) / 21)
    assert net.slack_down == pytest.approx(0)


def test_turning_the_rows_with_the_type_held_moves_the_foot():
    net = turn(GB, "rows", 20, Held.TYPE)
    assert net.leading == GB.leading
    assert net.foot == pytest.approx(GB.height - GB.top - GB.area_height + 2 * GB.leading)


def test_turning_the_characters_with_the_margins_held_makes_the_type_fit():
    net = turn(GB, "measure", 26, Held.MARGINS)
    assert net.size == pytest.approx(mm(156) / 26)
    assert net.times == pytest.approx(1.875)
    assert net.slack_across == pytest.approx(0)
    assert net.rows == 1 + math.floor((mm(225) - net.size) / net.leading)


def test_turning_the_characters_with_the_type_held_moves_the_sides():
    net = turn(GB, "measure", 30, Held.TYPE)
    assert net.size == GB.size
    assert 2 * net.side + 30 * 15.75 == pytest.approx(GB.width)


def test_columns_share_the_width_with_their_gaps():
    two = replace(GB, columns=2, size=10.5, leading=16.8, side=mm(20))
    net = turn(two, "size", 10.5, Held.MARGINS)
    assert net.measure == 21  # (481.9 pt ÷ 10.5 − 2) ÷ 2 = 21.9
    assert net.area_width == pytest.approx((2 * 21 + 2) * 10.5)


@pytest.mark.parametrize(
    ("what", "value", "held", "said"),
    [
        ("size", 3, Held.MARGINS, "字号"),
        ("size", 60, Held.MARGINS, "每行会是 7 字"),
        ("leading", 0.5, Held.MARGINS, "行距"),
        ("leading", 3.5, Held.MARGINS, "行距"),
        ("measure", 5, Held.TYPE, "每行"),
        ("measure", 40, Held.TYPE, "左右边距会是"),
        ("rows", 3, Held.TYPE, "一页会是 3 行"),
        ("rows", 40, Held.TYPE, "地脚"),
        ("rows", 60, Held.MARGINS, "行距"),
        ("size", float("nan"), Held.COUNTS, "字号"),
    ],
)
def test_what_goes_too_far_is_one_sentence(what, value, held, said):
    with pytest.raises(Unsolved) as caught:
        turn(GB, what, value, held)
    assert said in caught.value.wording.zh


def test_what_fits_the_type_area_of_gb_t_9704_is_offered():
    loose = replace(GB, size=14, leading=26, measure=31, rows=24)
    found = {(size_text(net.size), net.measure, net.rows): net for net in offers(loose, 20)}
    net = found["三号", 28, 22]
    assert net.slack_across == pytest.approx(mm(156) - 441)
    assert net.slack_down == pytest.approx(0)
    # no looser than the area was
    assert all(0 <= each.slack_across <= loose.slack_across for each in found.values())


@pytest.mark.parametrize("name", stock_layouts())
def test_the_net_of_a_layout_is_its_grid(name):
    issue = replace(ISSUE, layout=name)
    net, grid = net_of(document_of(issue)), layout_of(issue).grid
    assert (net.measure, net.rows, net.size) == (grid.measure, grid.rows, grid.size)
    assert net.area_width == pytest.approx(grid.area_width)
    assert net.area_height == pytest.approx(grid.area_height)


TURNS = st.one_of(
    st.tuples(st.just("size"), st.floats(7, 24)),
    st.tuples(st.just("leading"), st.floats(1.1, 2.5)),
    st.tuples(st.just("measure"), st.integers(8, 60)),
    st.tuples(st.just("rows"), st.integers(5, 70)),
)


def test_a_leading_rounded_down_brings_no_row_of_its_own():
    issue = replace(ISSUE, layout="tongxun-a5")
    start = net_of(document_of(issue))
    net = turn(start, "leading", 1.8875448378986708, Held.MARGINS)
    net = turn(net, "measure", 51, Held.MARGINS)
    for place, value in values_of(net).items():
        issue = set_design(issue, place, value).issue
    assert layout_of(issue).grid.rows == net.rows


@given(st.sampled_from(stock_layouts()), st.lists(TURNS, min_size=1, max_size=4), st.data())
@settings(max_examples=150, deadline=None)
def test_the_layout_reads_what_was_turned_as_the_very_same_grid(name, turns, data):
    issue = replace(ISSUE, layout=name)
    start = net = net_of(document_of(issue))
    for what, value in turns:
        try:
            net = turn(net, what, value, data.draw(st.sampled_from(Held)))
        except Unsolved:
            continue
    old, new = values_of(start), values_of(net)
    for place, value in ((place, new[place]) for place in new if new[place] != old[place]):
        issue = set_design(issue, place, value).issue
    wrong = refusal(issue)
    # the masthead of a layout may reach below a type area that was made small
    assume(wrong is None or "masthead" in wrong.zh)
    if wrong is None:
        grid = layout_of(issue).grid
        assert (grid.measure, grid.rows) == (net.measure, net.rows)
        assert grid.size == pytest.approx(net.size, abs=0.001)
        assert grid.leading == pytest.approx(net.leading, abs=0.01)
        assert grid.top == pytest.approx(net.top, abs=0.03)


def test_values_are_written_as_a_person_would():
    assert values_of(GB) == {
        "grid.size": "三号",
        "grid.leading": 1.875,
        "grid.measure": 28,
        "page.top": "37mm",
        "page.foot": "35mm",
        "page.side": "27mm",
    }
    loose = values_of(turn(GB, "leading", 1.8, Held.COUNTS))
    # 297 − 37 mm − (21 × 1.8 + 1) × 15.75 pt = 44.42 mm, never more than is free
    assert (loose["grid.leading"], loose["page.foot"]) == (1.8, "44.41mm")
    assert size_text(12.3) == "12.3pt"
