"""How wide a row of photos asks to be, and how many of them stand beside each other."""

from __future__ import annotations

import pytest

from layouts.errors import Source
from layouts.issue.photo import MOST_IN_ROW, Photo
from layouts.issue.photo_rows import lines_of, said_width

HERE = Source("x.md", 1)


@pytest.mark.parametrize("count", [2, MOST_IN_ROW, MOST_IN_ROW + 2])
def test_a_row_is_as_wide_as_the_photos_of_its_first_line_say_together(count: int) -> None:
    photos = [Photo(f"{k}.jpg", "", HERE, row="a", width=4.0) for k in range(count)]
    assert said_width(photos) == 4.0 * lines_of(count, 0)[0]


def test_photos_that_say_no_width_leave_it_to_their_column() -> None:
    assert (
        said_width([Photo("a.jpg", "", HERE, row="a"), Photo("b.jpg", "", HERE, row="a")]) is None
    )
