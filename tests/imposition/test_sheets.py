"""Which page stands where, and how far it moves: arithmetic."""

from __future__ import annotations

import pytest

from layouts.errors import ExportError
from layouts.imposition.sheets import (
    blanks_notice,
    checked_creep,
    paper_size,
    sheet_count,
    shift,
    sides,
    signatures,
    total_creep,
)


def test_four_pages_are_one_sheet() -> None:
    assert sides(4) == [(4, 1), (2, 3)]


def test_eight_pages_are_two_sheets_one_inside_the_other() -> None:
    assert sides(8) == [(8, 1), (2, 7), (6, 3), (4, 5)]


def test_signatures_are_folded_one_by_one() -> None:
    second = [(left + 8, right + 8) for left, right in sides(8)]
    assert sides(20, signature=8) == [*sides(8), *second, (20, 17), (18, 19)]
    assert signatures(20, 8) == [2, 2, 1]
    assert signatures(20) == [5]


def test_blanks_and_the_last_page_stand_in_the_last_signature() -> None:
    assert sides(10, keep_last=True, signature=8)[-2:] == [(10, 9), (None, None)]


@pytest.mark.parametrize("signature", [6, -4])
def test_a_signature_that_does_not_fold_is_told(signature: int) -> None:
    with pytest.raises(ExportError, match="does not fold"):
        sides(16, signature=signature)


def test_blanks_come_last() -> None:
    assert sides(5) == [(None, 1), (2, None), (None, 3), (4, 5)]
    assert sides(1) == [(None, 1), (None, None)]


def test_the_last_page_stays_outside_and_blanks_come_before_it() -> None:
    assert sides(5, keep_last=True) == [(5, 1), (2, None), (None, 3), (4, None)]
    assert sides(2, keep_last=True) == [(2, 1), (None, None)]
    assert sides(1, keep_last=True) == [(None, 1), (None, None)]
    assert sides(8, keep_last=True) == sides(8)


@pytest.mark.parametrize("keep_last", [True, False])
@pytest.mark.parametrize("pages", range(1, 130))
def test_every_page_stands_once(pages: int, keep_last: bool) -> None:
    laid = [page for side in sides(pages, keep_last=keep_last) for page in side if page]
    assert sorted(laid) == list(range(1, pages + 1))
    assert len(sides(pages, keep_last=keep_last)) == 2 * sheet_count(pages)


@pytest.mark.parametrize(("pages", "blanks"), [(11, 1), (13, 3), (14, 2), (1, 3)])
def test_it_is_said_how_many_blanks_there_are(pages: int, blanks: int) -> None:
    notice = blanks_notice(pages, keep_last=True)
    assert notice is not None
    assert f"补了 {blanks} 页空白" in notice.zh
    assert f"{blanks} blank" in notice.en


def test_where_there_are_none_nothing_is_said() -> None:
    assert blanks_notice(12, keep_last=True) is None


def test_facing_pages_of_the_middle_are_on_one_side() -> None:
    assert sides(12)[-1] == (6, 7)


def test_the_outermost_sheet_stays_and_the_innermost_moves_by_all_the_creep() -> None:
    assert [shift(sheet, 5, 2.0) for sheet in range(5)] == [0.0, 0.5, 1.0, 1.5, 2.0]


def test_one_sheet_has_no_creep() -> None:
    assert shift(0, 1, 2.0) == 0.0
    assert total_creep(1, 0.1) == 0.0


def test_creep_follows_from_the_thickness_of_paper() -> None:
    assert checked_creep(0.0, 0.1, 11) == pytest.approx(1.0)
    assert checked_creep(0.4, 0.1, 11) == 0.4  # said outright, it counts


@pytest.mark.parametrize(
    ("creep", "thickness"),
    [(-1, 0), (0, -0.1), (50, 0), (0, 3), (float("nan"), 0), (0, float("inf"))],
)
def test_creep_that_cannot_be_meant(creep: float, thickness: float) -> None:
    with pytest.raises(ExportError, match=r"毫米.* / .*mm"):
        checked_creep(creep, thickness, 4)


@pytest.mark.parametrize(
    ("name", "size"),
    [("A3", (420, 297)), ("a3", (420, 297)), ("SRA3", (450, 320)), ("310x430", (430, 310))],
)
def test_papers_lie_landscape(name: str, size: tuple[float, float]) -> None:
    assert paper_size(name) == size


@pytest.mark.parametrize("name", ["", "A9", "x", "10x10", "nanxnan", "1e9x5", "420x297x3"])
def test_no_such_paper(name: str) -> None:
    with pytest.raises(ExportError, match="A3"):
        paper_size(name)
