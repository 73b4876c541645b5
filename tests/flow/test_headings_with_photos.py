"""A heading over text with a photo uses the rows of its column as one over plain text does."""

from __future__ import annotations

import pytest
from laying import Laid, Press, prose

from layouts.house.load import load_layout
from layouts.issue.article import Article
from layouts.issue.photo import Side

LAYOUT = "jianbao-a4"
ROLES = ("body", "headline", "subheading-1", "caption")
SHAPES = [(400, 150), (400, 300), (400, 600)]
LENGTHS = range(1, 34)
"""Of the text above: with it the heading comes to stand in every row of the page's foot."""

SOME = LENGTHS[::3]

TEXT = prose(120), prose(200), prose(1200)


def article(press: Press, title: str, *blocks: object) -> Article:
    return press.article(*blocks, title=title)  # type: ignore[arg-type]


def laid(press: Press, lines: int, *following: object, titled: bool) -> Laid:
    """Fifteen paragraphs of two lines and some of one, and what follows under a heading."""
    above = [prose(60)] * 15 + ["短句。"] * lines
    if titled:
        articles = [article(press, "甲", *above), article(press, "乙乙乙", *following)]
    else:
        articles = [article(press, "甲", *above, "#乙乙乙", *following)]
    house = load_layout(LAYOUT, design={"body.balance": False})
    return press.pages(*articles, layout=LAYOUT, house=house)


def left_empty(found: Laid) -> int:
    """The rows that stay empty at the foot of the page on which the text above the heading ends."""
    page = next(
        page
        for page in reversed(found.pages)
        if any(line.text.startswith("短句") for line in page.lines)
    )
    rows = [found.row(line) for line in page.lines if line.role in ROLES]
    foots = [
        int((one.y + one.height - found.grid.top) // found.grid.leading) for one in page.pictures
    ]
    return found.grid.rows - 1 - max(rows + foots)


def most_left_empty(press: Press, *, titled: bool) -> int:
    """Without a photo."""
    return max(left_empty(laid(press, n, *TEXT, titled=titled)) for n in LENGTHS)


@pytest.mark.parametrize("titled", [True, False])
@pytest.mark.parametrize("side", [Side.RIGHT, Side.NONE])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_heading_with_a_photo_leaves_no_more_rows_empty_than_one_without(
    press: Press, shape: tuple[int, int], side: Side, titled: bool
) -> None:
    photo = press.photo(*shape, side=side, width=14.0, caption="说明")
    plain = most_left_empty(press, titled=titled)
    for n in SOME:
        assert left_empty(laid(press, n, photo, *TEXT, titled=titled)) <= plain, n


@pytest.mark.parametrize("titled", [True, False])
def test_what_goes_before_a_photo_that_moves_on_are_two_lines_of_its_paragraph(
    press: Press, titled: bool
) -> None:
    photo = press.photo(400, 300, side=Side.NONE, width=14.0)
    for n in SOME:
        found = laid(press, n, photo, prose(400), prose(900), titled=titled)
        role = "headline" if titled else "subheading-1"
        (heading,) = [line for line in found.lines(role) if "乙乙乙" in line.text]
        page = next(page for page in found.pages if heading in page.lines)
        (standing,) = [one for one in found.pages if one.pictures]
        here = [line for line in page.lines if line.role == "body" and line.y > heading.y]
        assert len(here) >= 2, n
        # the text goes on right behind the photo, on its page or before it
        assert standing.number - page.number <= 1
