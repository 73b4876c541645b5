"""[fit] of a layout: how far fitting goes, and what of a layer it takes."""

from __future__ import annotations

import pytest

from layouts.errors import LayoutError
from layouts.house.load import load_layout
from layouts.issue.fitting import Fitting


def test_leading_and_size_are_laid_over_the_grid() -> None:
    own = load_layout("jianbao-a4").grid
    fitted = load_layout("jianbao-a4", fitting=Fitting(leading=0.97, size=-0.25)).grid
    assert fitted.size == pytest.approx(own.size - 0.25)
    # the ratio of leading to size is the layout's, times the factor
    assert fitted.leading / fitted.size == pytest.approx(own.leading / own.size * 0.97)
    assert fitted.rows == 31


def test_no_further_than_the_layout_opens_them() -> None:
    own = load_layout("jianbao-a4").grid
    fitted = load_layout("jianbao-a4", fitting=Fitting(leading=0.5, size=1.0)).grid
    assert fitted.size == pytest.approx(own.size + 0.25)
    assert fitted.leading / fitted.size == pytest.approx(own.leading / own.size * 0.96)


def test_a_standard_that_fixes_them_is_kept() -> None:
    """GB/T 9704-2012 5.2.3: 22 rows of 28 characters in 三号."""
    layer = Fitting(leading=0.97, size=-0.25)
    assert load_layout("gongwen-a4", fitting=layer).grid == load_layout("gongwen-a4").grid


def test_what_does_not_go_into_the_page_is_left() -> None:
    """Three columns of 15 characters fill the width: larger type has no room."""
    own = load_layout("neikan-a4-3col").grid
    fitted = load_layout("neikan-a4-3col", fitting=Fitting(size=0.25)).grid
    assert fitted in (own, load_layout("neikan-a4-3col").grid)


@pytest.mark.parametrize(
    ("key", "value"),
    [("lines", 1), ("photos", 0.5), ("gaps", 1.5), ("leading", -0.1), ("size", "3pt"), ("fill", 2)],
)
def test_a_table_that_says_something_else_is_refused_by_place(key: str, value: object) -> None:
    with pytest.raises(LayoutError, match=f"fit.{key}"):
        load_layout("jianbao-a4", design={f"fit.{key}": value})
