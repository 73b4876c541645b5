"""Photos joined to rows, taken out of them, put in another order."""

from __future__ import annotations

import pytest
from edited_issues import at, lines, one, p, photo
from msgspec.structs import replace

from layouts.issue import edits
from layouts.issue.edits import (
    in_row,
    join_row,
    leave_row,
    make_row,
    move_photo,
    part_row,
    remove_photo,
    remove_photos,
    resize,
    row_of,
    set_line,
    set_row_captions,
    set_row_grid,
    set_side,
)
from layouts.issue.photo import RowCaptions, Side
from layouts.issue.places import block_at

ISSUE = one(p("甲"), photo("a"), photo("b"), p("乙"), photo("c"), photo("d"), p("丙"))


def blocks(edited):
    return [line for line in lines(edited.issue)[1:] if not line.startswith("@")], edited.place


def rows(issue):
    """The rows of the article, by the names of their files."""
    places = [at(k) for k in range(len(issue.sections[0].articles[0].blocks))]
    firsts = [
        place for place in places if in_row(issue, place) and row_of(issue, place)[0] == place
    ]
    return [[block_at(issue, member).path for member in row_of(issue, first)] for first in firsts]


def a_row(*names, **said):
    """An issue with one row of photos, and a paragraph after it."""
    photos = [replace(photo(name), row="1", **said) for name in names]
    return one(p("甲"), *photos, p("乙"))


def test_two_photos_make_a_row_across_the_column():
    issue = one(
        p("甲"), replace(photo("a"), width=8.0, line=3, side=Side.LEFT), photo("b"), p("乙")
    )
    made = make_row(issue, [at(2), at(1)])
    assert rows(made.issue) == [["a", "b"]]
    assert made.place == at(1)
    found = [block_at(made.issue, at(k)) for k in (1, 2)]
    assert [(one.width, one.line, one.side) for one in found] == [(None, 3, Side.LEFT)] * 2


def test_photos_from_elsewhere_come_to_where_the_first_stands():
    made = make_row(ISSUE, [at(2), at(5), at(4)])
    assert blocks(made) == (["甲", "!a", "!b", "!c", "!d", "乙", "丙"], at(2))
    assert rows(made.issue) == [["b", "c", "d"]]


def test_photos_of_a_row_put_in_again_stand_in_a_row_of_their_own():
    issue = a_row("a", "b", "c")
    copied = [block_at(issue, at(k)) for k in (1, 2)]
    put = edits.insert_photos(issue, at(1), copied)
    assert blocks(put) == (["甲", "!a", "!b", "!a", "!b", "!c", "乙"], at(1))
    assert rows(put.issue) == [["a", "b"], ["a", "b", "c"]]


def test_one_photo_of_a_row_put_in_again_stands_alone():
    issue = a_row("a", "b")
    put = edits.insert_photos(issue, at(0), [block_at(issue, at(2)), photo("d")])
    assert blocks(put) == (["!b", "!d", "甲", "!a", "!b", "乙"], at(0))
    assert rows(put.issue) == [["a", "b"]]


def test_one_photo_makes_no_row():
    assert make_row(ISSUE, [at(1)]).issue is ISSUE


def test_rows_that_are_made_one_keep_their_width():
    issue = a_row("a", "b", width=9.0)
    made = make_row(issue, [at(1), at(2)])
    assert [block_at(made.issue, at(k)).width for k in (1, 2)] == [18.0, None]


def test_two_rows_of_an_article_have_names_of_their_own():
    made = make_row(make_row(ISSUE, [at(1), at(2)]).issue, [at(4), at(5)])
    assert rows(made.issue) == [["a", "b"], ["c", "d"]]
    # moved beside each other they stay two
    together = move_photo(made.issue, at(4), at(0), 3, 0, Side.RIGHT)
    assert rows(together.issue) == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(("after", "order"), [(False, ["a", "c", "b"]), (True, ["a", "b", "c"])])
def test_a_photo_joins_the_row_of_another_before_or_after_it(after, order):
    issue = make_row(ISSUE, [at(1), at(2)]).issue
    joined = join_row(issue, at(4), at(2), after=after)
    assert rows(joined.issue) == [order]
    assert joined.place == at(1 + order.index("c"))


def test_a_photo_that_stood_above_joins_a_row_below():
    issue = make_row(ISSUE, [at(4), at(5)]).issue
    joined = join_row(issue, at(1), at(4), after=False)
    assert blocks(joined) == (["甲", "!b", "乙", "!a", "!c", "!d", "丙"], at(3))
    assert rows(joined.issue) == [["a", "c", "d"]]


def test_in_its_own_row_a_photo_takes_another_place():
    issue = a_row("a", "b", "c", grid=2)
    moved = join_row(issue, at(1), at(3), after=True)
    assert rows(moved.issue) == [["b", "c", "a"]]
    assert moved.place == at(3)
    assert block_at(moved.issue, at(1)).grid == 2


def test_a_full_row_takes_no_more():
    issue = a_row(*"abcdefghijkl")
    full = one(*issue.sections[0].articles[0].blocks, photo("m"), p("丙"))
    assert join_row(full, at(14), at(3), after=True).issue is full


@pytest.mark.parametrize(
    ("leaves", "order"), [(1, ["!a", "!b", "!c"]), (2, ["!a", "!c", "!b"]), (3, ["!a", "!b", "!c"])]
)
def test_a_photo_that_leaves_stands_beside_what_is_left(leaves, order):
    left = leave_row(a_row("a", "b", "c"), at(leaves))
    assert blocks(left)[0] == ["甲", *order, "乙"]
    gone = "abc"[leaves - 1]
    assert block_at(left.issue, left.place).path == gone
    assert rows(left.issue) == [[name for name in "abc" if name != gone]]


def test_a_row_of_two_that_one_leaves_is_none():
    left = leave_row(a_row("a", "b", grid=1, captions=RowCaptions.EACH), at(1))
    assert rows(left.issue) == []
    other = block_at(left.issue, at(2))
    assert (other.row, other.grid, other.captions) == ("", 0, RowCaptions.AS_WRITTEN)


def test_a_row_parted_leaves_each_alone_in_order():
    parted = part_row(a_row("a", "b", "c", width=9.0), at(2))
    assert rows(parted.issue) == []
    assert blocks(parted) == (["甲", "!a", "!b", "!c", "乙"], at(2))
    assert [block_at(parted.issue, at(k)).width for k in (1, 2, 3)] == [9.0] * 3


def test_what_is_said_of_a_row_all_its_photos_say():
    """So that any of them may become the first, which counts."""
    issue = a_row("a", "b", "c")
    changed = [
        set_row_grid(issue, at(2), 2),
        set_row_captions(issue, at(3), RowCaptions.TOGETHER),
        set_side(issue, at(2), Side.LEFT),
        set_line(issue, at(2), 4),
    ]
    fields = ["grid", "captions", "side", "line"]
    values = [2, RowCaptions.TOGETHER, Side.LEFT, 4]
    for edited, field, value in zip(changed, fields, values, strict=True):
        assert [getattr(block_at(edited.issue, at(k)), field) for k in (1, 2, 3)] == [value] * 3


@pytest.mark.parametrize(("asked", "grid"), [(-1, 0), (3, 3), (9, 6)])
def test_no_more_than_six_stand_beside_each_other(asked, grid):
    edited = set_row_grid(a_row("a", "b"), at(1), asked)
    assert block_at(edited.issue, at(1)).grid == grid


def test_a_row_is_sized_as_one():
    sized = resize(a_row("a", "b", width=9.0), at(2), 20.0)
    assert [block_at(sized.issue, at(k)).width for k in (1, 2)] == [20.0, None]
    assert resize(a_row("a", "b"), at(1), 0.5).issue.sections[0].articles[0].blocks[1].width == 4.0
    whole = resize(sized.issue, at(1), None)
    assert block_at(whole.issue, at(1)).width is None


def test_a_photo_of_a_row_takes_its_row_along():
    issue = one(*a_row("a", "b").sections[0].articles[0].blocks, p("丙"))
    moved = move_photo(issue, at(2), at(0), 4, 2, Side.LEFT)
    assert blocks(moved) == (["甲", "乙", "!a", "!b", "丙"], at(3))
    assert rows(moved.issue) == [["a", "b"]]


def test_what_the_first_said_the_next_says_when_it_is_taken_out():
    photos = (
        replace(photo("a"), row="1", grid=2, line=3),
        *(replace(photo(k), row="1") for k in "bc"),
    )
    gone = remove_photo(one(p("甲"), *photos, p("乙")), at(1))
    first = block_at(gone.issue, at(1))
    assert (first.path, first.grid, first.line) == ("b", 2, 3)


def test_several_photos_are_taken_out_at_once():
    assert blocks(remove_photos(ISSUE, [at(5), at(1)]))[0] == ["甲", "!b", "乙", "!c", "丙"]


def test_places_without_a_photo_are_no_rows():
    assert not in_row(ISSUE, at(0))
    assert not in_row(ISSUE, at(99))
    assert not in_row(None, None)
    with pytest.raises(LookupError):
        edits.leave_row(ISSUE, at(0))
