"""Where photos stand is edited in one value each, held by locks, and said in comparisons."""

from __future__ import annotations

import pytest
from edited_issues import A, at, one, p, photo
from msgspec.structs import replace

from layouts.house.locks import Aspect, broken
from layouts.issue.edits import set_bleed, set_photo_place
from layouts.issue.ids import with_ids
from layouts.issue.photo import ALL_COLUMNS, MOST_COLUMNS, Bleed, Photo, PhotoPlace
from layouts.issue.places import article_at, block_at
from layouts.store.said import article_lines

ISSUE = one(p("甲"), replace(photo("a"), row="r"), p("乙"))
PHOTO = at(1)


def found(edited) -> Photo:
    block = block_at(edited.issue, PHOTO)
    assert isinstance(block, Photo)
    return block


@pytest.mark.parametrize("place", list(PhotoPlace)[1:])
def test_a_photo_stands_apart_with_its_row(place: PhotoPlace) -> None:
    row = one(p("甲"), replace(photo("a"), row="r"), replace(photo("b"), row="r"), p("乙"))
    moved = set_photo_place(row, at(2), place, ALL_COLUMNS)
    photos = [block for block in moved.issue.sections[0].articles[0].blocks if type(block) is Photo]
    assert [one.row for one in photos] == ["r", "r"]
    assert {(one.place, one.across) for one in photos} == {(place, ALL_COLUMNS)}


def test_its_columns_stay_where_none_are_said_and_are_never_too_many() -> None:
    wide = set_photo_place(ISSUE, PHOTO, PhotoPlace.TOP, 2)
    assert found(set_photo_place(wide.issue, PHOTO, PhotoPlace.FOOT)).across == 2
    assert found(set_photo_place(ISSUE, PHOTO, PhotoPlace.FOOT, 99)).across == MOST_COLUMNS


def test_locks_hold_places_and_edges() -> None:
    locks = {"photo": frozenset({Aspect.PLACE})}
    issue = with_ids(ISSUE)
    for edited in (
        set_photo_place(issue, PHOTO, PhotoPlace.PAGE),
        set_bleed(issue, PHOTO, Bleed(left=True)),
    ):
        assert broken(locks, issue, edited.issue) is not None
        assert broken({}, issue, edited.issue) is None


@pytest.mark.parametrize(
    ("place", "across", "words"),
    [
        (PhotoPlace.TOP, ALL_COLUMNS, ("页首", "跨各栏")),
        (PhotoPlace.FOOT, 2, ("页脚", "跨 2 栏")),
        (PhotoPlace.PAGE, 1, ("整页",)),
        (PhotoPlace.SPREAD, 1, ("跨页",)),
    ],
)
def test_comparisons_say_where_a_photo_stands(
    place: PhotoPlace, across: int, words: tuple[str, ...]
) -> None:
    edited = set_photo_place(ISSUE, PHOTO, place, across)
    edited = set_bleed(edited.issue, PHOTO, Bleed(left=True, foot=True))
    said = "\n".join(article_lines(article_at(edited.issue, A)))
    assert all(word in said for word in (*words, "出血：左下"))
