"""Where pages stand on a sheet, reckoned from the sides of the sheet; and which page stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.imposition.grid import PageGrid, full_size_grid, reduced_grid, sides
from layouts.papers import PAPERS
from layouts.units import mm

NO_BLEED = (0.0, 0.0, 0.0, 0.0)
BLEED = (mm(3),) * 4


def sheet(name: str) -> tuple[float, float]:
    width, height = PAPERS[name]
    return mm(width), mm(height)


def in_mm(*lengths: float) -> list[float]:
    return [length / mm(1) for length in lengths]


# -- reduced --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("up", "paper", "columns", "rows", "landscape"),
    [
        (1, "A4", 1, 1, False),
        (2, "A4", 2, 1, True),
        (4, "A4", 2, 2, False),
        (8, "A4", 4, 2, True),
        (9, "A4", 3, 3, False),
        (2, "A3", 2, 1, True),
        (8, "A3", 4, 2, True),
        (9, "A3", 3, 3, False),
    ],
)
def test_reduced_a4_pages_lie_as_they_are_largest(
    up: int, paper: str, columns: int, rows: int, landscape: bool
) -> None:
    grid = reduced_grid((mm(210), mm(297)), up, sheet(paper))
    assert (grid.columns, grid.rows, grid.is_landscape) == (columns, rows, landscape)


def test_four_a4_pages_on_a4_leave_5_mm_round_them_and_4_between() -> None:
    grid = reduced_grid((mm(210), mm(297)), 4, sheet("A4"))
    # (210 - 2 × 5 - 4) / 2 = 98 wide, so 98 / 210 of their size, 138.6 high; across they fill the
    # sheet, down (297 - 2 × 138.6 - 4) / 2 = 7.9 is left over and under
    assert grid.scale == pytest.approx(98 / 210)
    assert in_mm(*grid.cell) == pytest.approx([98, 138.6])
    assert in_mm(*grid.corner(0)) == pytest.approx([5, 297 - 7.9 - 138.6])
    assert in_mm(*grid.corner(1)) == pytest.approx([5 + 98 + 4, 297 - 7.9 - 138.6])
    assert in_mm(*grid.corner(2)) == pytest.approx([5, 7.9])


def test_nothing_is_enlarged() -> None:
    grid = reduced_grid((mm(90), mm(54)), 2, sheet("A3"))
    assert grid.scale == 1.0


# -- at their own size -----------------------------------------------------------------------------


def fitting(up: int, paper: str, bleed: tuple[float, ...], gutter: float = 0) -> PageGrid | None:
    left, bottom, right, top = bleed
    return full_size_grid(
        (mm(90), mm(54)), (left, bottom, right, top), mm(gutter), up, sheet(paper), mm(2.5)
    )


def test_as_many_cards_as_fit() -> None:
    """90 × 54 mm with 3 mm of bleed and marks on SRA3: upright 3 × 96 = 288 and 7 × 60 = 420 mm,
    21 cards; landscape 4 × 96 and 5 × 60, 20 of them.
    """
    grid = fitting(0, "SRA3", BLEED)
    assert grid is not None
    assert (grid.columns, grid.rows, grid.is_landscape) == (3, 7, False)
    # three cards and two pairs of bleeds are 282 mm, the sheet has 320
    assert in_mm(*grid.corner(0)) == pytest.approx([19, 450 - 18 - 54])
    across, down = grid.cuts()
    assert in_mm(*across) == pytest.approx([19, 109, 115, 205, 211, 301], abs=0.001)
    assert in_mm(*down)[:3] == pytest.approx([18, 72, 78], abs=0.001)


def test_a_gutter_lies_between_the_bleeds() -> None:
    grid = fitting(0, "SRA3", BLEED, 4)
    assert grid is not None
    assert in_mm(*grid.step) == pytest.approx([90 + 3 + 4 + 3, 54 + 3 + 4 + 3])


def test_pages_without_bleed_touch_and_are_parted_by_one_cut() -> None:
    grid = fitting(4, "A3", NO_BLEED)
    assert grid is not None
    across, down = grid.cuts()
    assert (len(across), len(down)) == (grid.columns + 1, grid.rows + 1)


@pytest.mark.parametrize("up", [22, 64])
def test_more_than_fit_are_none(up: int) -> None:
    assert fitting(up, "SRA3", BLEED) is None


def test_a4_pages_two_up_fill_a3_to_its_edges() -> None:
    grid = full_size_grid((mm(210), mm(297)), NO_BLEED, 0, 2, sheet("A3"), 0)
    assert grid is not None
    assert in_mm(*grid.corner(0), *grid.corner(1)) == pytest.approx([0, 0, 210, 0], abs=1e-6)


@given(
    width=st.floats(20, 300),
    height=st.floats(20, 300),
    bleed=st.tuples(*[st.floats(0, 6)] * 4),
    gutter=st.floats(0, 20),
    margin=st.sampled_from([0.0, 2.5]),
)
def test_what_is_laid_lies_on_the_sheet(
    width: float, height: float, bleed: tuple[float, ...], gutter: float, margin: float
) -> None:
    left, bottom, right, top = map(mm, bleed)
    grid = full_size_grid(
        (mm(width), mm(height)),
        (left, bottom, right, top),
        mm(gutter),
        0,
        sheet("SRA3"),
        mm(margin),
    )
    if grid is None:
        return
    across, down = grid.cuts()
    room = mm(margin - 0.26)  # half a millimetre may be missing, as A4 is half of A3 but for that
    assert across[0] - left >= room
    assert across[-1] + right <= grid.sheet[0] - room
    assert down[0] - bottom >= room
    assert down[-1] + top <= grid.sheet[1] - room


# -- which page ------------------------------------------------------------------------------------


def test_pages_in_turn() -> None:
    assert list(sides(7, 4, 2, "sequence")) == [[1, 2, 3, 4], [5, 6, 7, None]]


def test_the_backs_of_pages_in_turn_lie_behind_their_fronts() -> None:
    assert list(sides(8, 4, 2, "sequence", duplex=True)) == [[1, 3, 5, 7], [4, 2, 8, 6]]
    assert list(sides(5, 4, 2, "sequence", duplex=True)) == [
        [1, 3, 5, None],
        [4, 2, None, None],
    ]


@pytest.mark.parametrize(("pages", "up"), [(12, 4), (11, 4), (1, 4), (23, 6), (64, 8)])
def test_a_cut_stack_reads_from_front_to_back(pages: int, up: int) -> None:
    """Cut into piles, and these put on each other, the first place on top."""
    laid = list(sides(pages, up, 2, "stack"))
    read = [side[place] for place in range(up) for side in laid]
    assert [page for page in read if page] == list(range(1, pages + 1))
    assert len(laid) == -(-pages // up)


@pytest.mark.parametrize(("pages", "up", "columns"), [(24, 4, 2), (23, 6, 3), (9, 3, 3), (5, 3, 2)])
def test_a_cut_stack_of_both_sides_reads_so_too(pages: int, up: int, columns: int) -> None:
    laid = list(sides(pages, up, columns, "stack", duplex=True))
    read: list[int | None] = []
    for place in range(up):
        row, column = divmod(place, columns)
        behind = row * columns + columns - 1 - column
        for front, back in zip(laid[::2], laid[1::2], strict=True):
            read += [front[place], back[behind] if behind < len(back) else None]
    assert [page for page in read if page] == list(range(1, pages + 1))


def test_reduced_pages_are_shown_in_turn() -> None:
    assert list(sides(5, 4, 2, "reduced", duplex=True)) == [[1, 2, 3, 4], [5, None, None, None]]
