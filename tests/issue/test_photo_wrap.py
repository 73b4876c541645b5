"""What text runs round of a photo is edited like all else: within bounds, in one value, held by
locks, and told where issues are compared.
"""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from edited_issues import at, one, p, photo
from msgspec.structs import replace

from layouts.house.locks import Aspect, broken
from layouts.issue.edits import replace_photo, set_polygon, set_standoffs, set_wrap
from layouts.issue.ids import with_ids
from layouts.issue.photo import MOST_POINTS, Photo, PhotoPoint, Standoffs, Wrap
from layouts.issue.places import block_at
from layouts.store.said import article_lines

ISSUE = one(p("甲"), photo("a"), p("乙"))
PHOTO = at(1)
TRIANGLE = (PhotoPoint(0.5, 0.1), PhotoPoint(0.9, 0.9), PhotoPoint(0.1, 0.9))
STYLE = {"photo": frozenset({Aspect.STYLE})}


def found(edited) -> Photo:
    block = block_at(edited.issue, PHOTO)
    assert isinstance(block, Photo)
    return block


@pytest.mark.parametrize("wrap", Wrap)
def test_text_runs_round_what_is_said(wrap: Wrap) -> None:
    assert found(set_wrap(ISSUE, PHOTO, wrap)).wrap is wrap


def test_a_polygon_that_was_drawn_is_what_text_runs_round_and_is_kept_for_another_day() -> None:
    drawn = set_polygon(ISSUE, PHOTO, TRIANGLE)
    assert (found(drawn).wrap, found(drawn).polygon) == (Wrap.POLYGON, TRIANGLE)
    assert found(set_wrap(drawn.issue, PHOTO, Wrap.BOX)).polygon == TRIANGLE


def test_corners_stay_in_their_photo() -> None:
    wild = (PhotoPoint(-3, 1e9), PhotoPoint(math.nan, 0.5), PhotoPoint(math.inf, 0.2))
    corners = found(set_polygon(ISSUE, PHOTO, wild)).polygon
    assert len(corners) == 3
    assert all(0 <= part <= 1 for corner in corners for part in corner)


@pytest.mark.parametrize("count", [0, 2, MOST_POINTS + 1])
def test_a_polygon_of_too_few_or_too_many_corners_changes_nothing(count: int) -> None:
    assert set_polygon(ISSUE, PHOTO, [PhotoPoint(0.5, 0.5)] * count).issue is ISSUE


def test_distances_of_edges_stay_within_their_bounds_and_go_again() -> None:
    apart = set_standoffs(ISSUE, PHOTO, Standoffs(-1, 2.5, math.nan, 1e9))
    assert found(apart).standoffs == Standoffs(0, 2.5, 0, 200)
    assert found(set_standoffs(apart.issue, PHOTO, None)).standoffs is None


def test_an_edit_that_changes_nothing_gives_back_the_issue() -> None:
    drawn = set_polygon(ISSUE, PHOTO, TRIANGLE).issue
    assert set_polygon(drawn, PHOTO, TRIANGLE).issue is drawn
    assert set_wrap(ISSUE, PHOTO, Wrap.BOX).issue is ISSUE
    assert set_standoffs(ISSUE, PHOTO, None).issue is ISSUE


def test_an_outline_drawn_on_a_photo_goes_with_it() -> None:
    drawn = set_polygon(ISSUE, PHOTO, TRIANGLE).issue
    other = found(replace_photo(drawn, PHOTO, "b.jpg"))
    assert (other.wrap, other.polygon) == (Wrap.BOX, ())
    same = found(replace_photo(drawn, PHOTO, "b.jpg", keep_crop=True))
    assert (same.wrap, same.polygon) == (Wrap.POLYGON, TRIANGLE)
    alpha = set_wrap(ISSUE, PHOTO, Wrap.ALPHA).issue
    assert found(replace_photo(alpha, PHOTO, "b.jpg")).wrap is Wrap.ALPHA


def test_where_the_look_of_photos_is_locked_so_is_the_wrap() -> None:
    before = with_ids(ISSUE)
    for after in (
        set_wrap(before, PHOTO, Wrap.ALPHA),
        set_polygon(before, PHOTO, TRIANGLE),
        set_standoffs(before, PHOTO, Standoffs(1, 1, 1, 1)),
    ):
        assert broken(STYLE, before, after.issue)
        assert broken({}, before, after.issue) is None


def test_issues_that_differ_in_the_wrap_say_so() -> None:
    steps = [photo("a")]
    for change in (
        {"wrap": Wrap.ALPHA},
        {"wrap": Wrap.OUTLINE},
        {"wrap": Wrap.POLYGON, "polygon": TRIANGLE},
        {"standoffs": Standoffs(0.5, 1, 0.5, 0)},
    ):
        steps.append(replace(steps[-1], **change))
    told = [article_lines(one(step).sections[0].articles[0])[-1] for step in steps]
    assert all(one != other for one, other in pairwise(told))
    assert "间距 左 0.5 字 上 1 字 右 0.5 字 下 0 字" in told[-1]
    assert "轮廓 50,10 90,90 10,90" in told[-1]
