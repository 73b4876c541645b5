"""No line stands alone between photos, tables and the ends of its column: two at least, or none
(CLREQ 孤行).
"""

from __future__ import annotations

import math
import random

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace
from standing_alone import alone

from layouts.issue.article import Note, Table
from layouts.issue.photo import Photo, Side
from layouts.issue.text import Text

LAYOUTS = ("jianbao-a4", "neikan-a4-2col")
FULL = Side.NONE


def rows_of(laid: Laid, page: int, *roles: str) -> list[int]:
    return [laid.row(line) for line in laid.lines(*(roles or ("body",)), page=page)]


def photo_rows(laid: Laid) -> list[tuple[int, int, int]]:
    """Page, first row and row of the baseline that the foot of each photo stands on."""
    grid = laid.grid
    return [
        (
            page.number,
            round((found.y - grid.top) / grid.leading),
            round((found.y + found.height - grid.top - grid.ascent) / grid.leading),
        )
        for page in laid.pages
        for found in page.pictures
    ]


def table(rows: int) -> Table:
    return Table(
        (Text("甲"), Text("乙")),
        tuple((Text(f"{k}"), Text("丙")) for k in range(rows)),
        ("left", "left"),
        NOWHERE,
    )


@pytest.mark.parametrize("down", range(36, 48))
def test_under_a_photo_nearly_as_tall_as_the_page_stand_two_lines_or_none(
    press: Press, down: int
) -> None:
    laid = press.set(
        prose(30 * 17), press.photo(30, down, side=FULL, width=31.0, caption="高图"), prose(30 * 6)
    )
    ((page, first, _),) = photo_rows(laid)
    assert (page, first) == (2, 0)
    assert len(rows_of(laid, 2)) != 1
    assert len(rows_of(laid, 3)) != 1
    assert "".join(line.text for line in laid.lines("body")) == prose(30 * 17) + prose(30 * 6)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("shape", [(60, 20), (40, 30), (30, 40), (20, 50)])
@pytest.mark.parametrize("line", [0, 1, 2, 5])
@pytest.mark.parametrize("size", [40, 160, 330, 480])
def test_a_photo_as_wide_as_its_column_leaves_no_line_alone(
    press: Press, layout: str, shape: tuple[int, int], line: int, size: int
) -> None:
    laid = press.set(
        prose(size),
        press.photo(*shape, side=FULL, width=18.0, line=line),
        prose(size),
        prose(400),
        layout=layout,
    )
    assert alone(laid) == []


@pytest.mark.parametrize("seed", range(40))
def test_no_order_of_photos_tables_notes_and_text_leaves_a_line_alone(
    press: Press, seed: int
) -> None:
    dice = random.Random(f"alone-{seed}")
    made = [press.photo(*shape) for shape in ((40, 30), (30, 40), (20, 50), (60, 20), (30, 30))]

    def photo() -> Photo:
        side = dice.choice((FULL, FULL, Side.RIGHT, Side.LEFT))
        width, line = float(dice.randint(6, 20)), dice.choice((0, 0, 1, 2, 3, 5))
        return replace(
            dice.choice(made),
            side=side,
            width=width,
            line=line,
            source=NOWHERE._replace(line=dice.randint(1, 10**6)),
        )

    blocks: list[object] = []
    for _ in range(4):
        blocks += [photo()] if dice.random() < 0.7 else [table(dice.randint(1, 12))]
        blocks += dice.choice(
            (
                [prose(dice.randint(1, 60))],
                ["#一、小标题"],
                [Note((Text(prose(dice.randint(5, 150))),), NOWHERE)],
                [],
            )
        )
        blocks.append(prose(dice.randint(60, 500)))
    laid = press.set(*blocks, layout=LAYOUTS[seed % 2])  # type: ignore[arg-type]
    assert alone(laid) == []


def test_a_photo_due_after_the_first_line_of_a_page_stands_at_its_head(press: Press) -> None:
    laid = press.set(press.photo(40, 20, side=FULL, width=20.0, line=1), prose(300))
    assert photo_rows(laid)[0][1] < min(rows_of(laid, 1))


def test_a_photo_due_further_down_stands_where_it_is_named(press: Press) -> None:
    laid = press.set(press.photo(40, 20, side=FULL, width=20.0, line=2), prose(300))
    rows = rows_of(laid, 1)
    assert photo_rows(laid)[0][1] == rows[1] + 1


def test_a_single_line_above_a_photo_gets_a_line_of_the_next_paragraph(press: Press) -> None:
    laid = press.set("本报讯。", press.photo(40, 20, side=FULL, width=20.0), prose(300))
    rows = rows_of(laid, 1)
    assert photo_rows(laid)[0][1] == rows[1] + 1 == rows[0] + 2


def row_under_heading(laid: Laid) -> int:
    """The row below a sub-heading, which may stand half a row lower than the grid on two rows."""
    (heading,) = laid.lines("subheading-1")
    row = (heading.y - laid.grid.top - laid.grid.ascent) / laid.grid.leading
    return math.floor(row + 0.5 + 1e-6) + 1


@pytest.mark.parametrize("above", ["table", "photo"])
def test_a_heading_right_under_a_photo_or_table_has_two_lines_of_text_before_the_next(
    press: Press, above: str
) -> None:
    photo = press.photo(40, 15, side=FULL, width=16.0)
    laid = press.pages(
        press.article(
            prose(90), table(3) if above == "table" else press.photo(40, 15, side=FULL, width=16.0)
        ),
        press.article("#一、提高认识", photo, prose(300)),
    )
    below = row_under_heading(laid)
    assert photo_rows(laid)[-1][1] == below + 2
    assert below in rows_of(laid, 1)
    assert below + 1 in rows_of(laid, 1)


def test_a_heading_under_text_may_have_its_photo_right_below(press: Press) -> None:
    laid = press.set(
        prose(90), "#一、提高认识", press.photo(40, 15, side=FULL, width=16.0), prose(300)
    )
    assert photo_rows(laid)[0][1] == row_under_heading(laid)


@pytest.mark.parametrize("rows", range(1, 22))
def test_a_paragraph_of_one_line_under_a_table_at_the_foot_goes_on_with_the_next(
    press: Press, rows: int
) -> None:
    laid = press.set(table(rows), "又讯。", prose(200))
    page = laid.page_of("又讯")
    line = next(line for line in laid.lines("body", page=page) if "又讯" in line.text)
    followers = [
        other for other in laid.lines("body", page=page) if laid.row(other) == laid.row(line) + 1
    ]
    assert followers


@pytest.mark.parametrize("filler", range(8, 19))
@pytest.mark.parametrize("size", [40, 75, 130])
def test_a_by_line_stays_with_the_end_of_a_paragraph_that_has_a_photo(
    press: Press, filler: int, size: int
) -> None:
    photo = press.photo(40, 12, side=FULL, width=16.0)
    laid = press.pages(
        press.article(*[prose(8)] * filler, photo, prose(size), byline="【供稿：区府办公室】")
    )
    (byline,) = laid.lines("byline")
    page = laid.page_of("供稿", "byline")
    assert laid.row(byline) - 1 in rows_of(laid, page)


@pytest.mark.parametrize("line", [0, 1])
@pytest.mark.parametrize("size", [300, 380, 430])
def test_a_paragraph_held_back_for_its_photo_leaves_no_line_behind(
    press: Press, line: int, size: int
) -> None:
    """The photo needs a page of its own height; the paragraph, too short to fill the page before,
    waits for it whole.
    """
    laid = press.set(prose(size), press.photo(20, 50, side=FULL, width=20.0, line=line), prose(50))
    pages = {
        page.number
        for page in laid.pages
        for found in page.lines
        if found.role == "body" and found.paragraph == 2
    }
    assert len(pages) == 1


@pytest.mark.parametrize("size", range(22, 130, 12))
def test_balanced_columns_never_part_one_line_from_its_paragraph(press: Press, size: int) -> None:
    laid = press.set(prose(size), layout="neikan-a4-2col")
    middle = laid.grid.column_left(1) - 1
    left = [line for line in laid.lines("body") if line.x < middle]
    right = [line for line in laid.lines("body") if line.x >= middle]
    assert len(left) >= min(2, len(left) + len(right))
    assert len(right) != 1
