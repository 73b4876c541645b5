"""What must change for an aim is counted where it can help: the numbers are worked out by hand."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from least_share import Blank, share_of_run

from layouts.fitting.goals import Extents, PagesGoal


class Case(NamedTuple):
    """A run of so many rows on pages of 30, of which so many are missing (+) or over (−) for the
    pages that are aimed at, and a blank in it.
    """

    rows: int
    need: int
    blank: Blank
    pages: int
    share: float


@pytest.mark.parametrize(
    "case",
    [
        # 6 over of 36 behind it; or 3 before it (17 find room) and then 319 where 321 are wanted
        Case(336, -6, Blank(286, 14, 36, 17), 11, 2 / 19),
        # 15 missing of 36 behind it; or all of 336, and the blank of 14 is filled
        Case(336, 15, Blank(286, 14, 36, 17), 12, 29 / 336),
        # 3 over of 33 behind it; or 2 before it, and 10 rows less are full enough
        Case(333, -3, Blank(286, 8, 33, 10), 11, 2 / 333),
        # 6 over of 36 behind it; or 9 before it (16 find room), then one is missing of the 20 left
        Case(336, -6, Blank(293, 7, 36, 16), 11, 1 / 20),
    ],
)
def test_rows_before_a_blank_count_as_far_as_they_help(case: Case) -> None:
    goal = PagesGoal((case.pages,), case.pages, 0.7, is_exact=True)
    extent = Extents((case.rows,), 30, 0, 0)
    assert share_of_run(goal, extent, 0, case.need, case.blank) == pytest.approx(case.share)


def test_without_a_blank_all_rows_can_help() -> None:
    goal = PagesGoal((11,), 11, 0.7, is_exact=True)
    assert share_of_run(goal, Extents((336,), 30, 0, 0), 0, -6, None) == pytest.approx(6 / 336)
