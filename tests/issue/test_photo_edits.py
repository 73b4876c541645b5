"""Photos added, moved, sized and cropped."""

from __future__ import annotations

import pytest
from edited_issues import FOOT, HEAD, A, article, at, h, issue, lines, one, p, photo, section

from layouts.issue.edits import (
    add_photo,
    move_photo,
    remove_photo,
    replace_photo,
    resize,
    set_alt,
    set_caption,
    set_crop,
    set_line,
    set_side,
    set_standoff,
)
from layouts.issue.photo import WHOLE, Crop, Side
from layouts.issue.places import Place, block_at

ISSUE = one(p("甲"), photo("a"), photo("b"), p("乙"), h("丙"), p("丁"))


def blocks(edited):
    return [line for line in lines(edited.issue)[1:] if not line.startswith("@")], edited.place


# Adding


def test_a_new_photo_stands_before_a_block():
    after = add_photo(ISSUE, at(3), "新", caption="图说", side=Side.LEFT, width=16)
    assert blocks(after) == (["甲", "!a", "!b", "!新", "乙", "= 丙", "丁"], at(3))
    made = block_at(after.issue, after.place)
    assert (made.caption.string, made.side, made.width, made.line, made.crop) == (
        "图说",
        Side.LEFT,
        16,
        0,
        WHOLE,
    )


def test_a_photo_dropped_on_an_article_stands_beside_its_first_paragraph():
    before = one(photo("a"), h("甲"), photo("b"), p("乙"))
    for place in (A, HEAD):
        assert blocks(add_photo(before, place, "新")) == (["!a", "= 甲", "!b", "!新", "乙"], at(3))


def test_a_second_photo_of_an_article_stands_far_from_the_first():
    text = "字" * 100
    before = one(photo("a"), p(text), p(text), p(text), p(text))
    assert add_photo(before, A, "新").place == at(3)  # 200 from the first, 200 from the end
    both = add_photo(before, A, "新").issue
    assert add_photo(both, A, "又").place == at(2)


@pytest.mark.parametrize("place", [at(6), FOOT])
def test_a_photo_behind_all_blocks_ends_the_article(place):
    assert add_photo(ISSUE, place, "新").place == at(6)


def test_a_block_that_does_not_exist_is_an_error():
    with pytest.raises(LookupError):
        add_photo(ISSUE, at(7), "新")
    with pytest.raises(LookupError):
        add_photo(ISSUE, Place(0), "新")


# Moving


@pytest.mark.parametrize(
    ("start", "to", "outcome", "place"),
    [
        (1, 0, ["!a", "甲", "!b", "乙", "= 丙", "丁"], 0),
        (1, 5, ["甲", "!b", "乙", "= 丙", "!a", "丁"], 4),
        (2, 6, ["甲", "!a", "乙", "= 丙", "丁", "!b"], 5),
        (1, 3, ["甲", "!a", "!b", "乙", "= 丙", "丁"], 1),
        (1, 2, ["甲", "!a", "!b", "乙", "= 丙", "丁"], 1),
        (2, 1, ["甲", "!a", "!b", "乙", "= 丙", "丁"], 2),
    ],
    ids=[
        "up",
        "down",
        "to the end",
        "same paragraph",
        "a photo beside it",
        "a photo beside it, from below",
    ],
)
def test_a_photo_moves_beside_another_paragraph(start, to, outcome, place):
    after = move_photo(ISSUE, at(start), A, to, 2, Side.LEFT)
    assert blocks(after) == (outcome, at(place))
    moved = block_at(after.issue, after.place)
    assert (moved.line, moved.side) == (2, Side.LEFT)


def test_a_photo_moves_to_another_article_behind_the_photos_there():
    before = issue(
        section(article(photo("a"), p("甲"))), section(article(p("乙"), photo("b"), p("丙")))
    )
    after = move_photo(before, at(0), Place(1, 0), 2, 0, Side.RIGHT)
    assert lines(after.issue) == ["# 题", "甲"]
    assert lines(after.issue, Place(1, 0)) == ["# 题", "乙", "!b", "!a", "丙"]
    assert after.place == Place(1, 0, 2)


def test_a_photo_moved_to_where_it_stands_gives_the_same_issue():
    assert move_photo(ISSUE, at(1), A, 3, 0, Side.RIGHT).issue is ISSUE


def test_a_moved_photo_leaves_the_blocks_it_passes_the_same_objects():
    after = move_photo(ISSUE, at(1), A, 5, 0, Side.RIGHT).issue
    assert after.sections[0].articles[0].blocks[1] is ISSUE.sections[0].articles[0].blocks[2]


def test_only_photos_are_moved():
    with pytest.raises(LookupError):
        move_photo(ISSUE, at(0), A, 3, 0, Side.RIGHT)


# Setting


def test_a_photo_goes_and_its_article_is_selected():
    assert blocks(remove_photo(ISSUE, at(1))) == (["甲", "!b", "乙", "= 丙", "丁"], A)


def test_another_file_takes_the_slot_and_caption_but_not_the_crop():
    before = set_caption(set_crop(ISSUE, at(1), Crop(0.1)).issue, at(1), "图说").issue
    after = block_at(replace_photo(before, at(1), "新").issue, at(1))
    assert (after.path, after.caption.string, after.crop) == ("新", "图说", WHOLE)
    assert block_at(replace_photo(before, at(1), "新", keep_crop=True).issue, at(1)).crop == Crop(
        0.1
    )


@pytest.mark.parametrize(
    ("asked", "width"), [(16, 16), (0, 1), (-3, 1), (1000, 200), (float("nan"), 1), (None, None)]
)
def test_a_width_stays_between_one_and_two_hundred_em(asked, width):
    before = resize(ISSUE, at(1), 8).issue
    assert block_at(resize(before, at(1), asked).issue, at(1)).width == width


@pytest.mark.parametrize(
    ("old", "asked", "crop"),
    [
        (WHOLE, Crop(0.1, 0.2, 0.3, 0.4), Crop(0.1, 0.2, 0.3, 0.4)),
        (WHOLE, Crop(-1.0, 2.0, 0.0, 0.0), Crop(0.0, 0.95, 0.0, 0.0)),
        (Crop(0.0, 0.0, 0.4, 0.0), Crop(0.9, 0.0, 0.4, 0.0), Crop(0.55, 0.0, 0.4, 0.0)),
        (Crop(0.0, 0.3, 0.0, 0.0), Crop(0.0, 0.3, 0.0, 0.9), Crop(0.0, 0.3, 0.0, 0.65)),
        (WHOLE, Crop(0.8, 0.0, 0.8, 0.0), Crop(0.475, 0.0, 0.475, 0.0)),
        (WHOLE, Crop(float("nan"), 0.0, 0.0, 0.0), WHOLE),
    ],
    ids=[
        "as asked",
        "an edge",
        "the left edge moved",
        "the bottom edge moved",
        "both moved",
        "no number",
    ],
)
def test_a_crop_leaves_a_twentieth_each_way(old, asked, crop):
    before = set_crop(ISSUE, at(1), old).issue
    assert block_at(set_crop(before, at(1), asked).issue, at(1)).crop == pytest.approx(crop)


def test_what_is_said_of_a_photo_and_where_it_stands_are_set():
    after = set_caption(ISSUE, at(1), "会场\n全景").issue
    after = set_alt(after, at(1), "坐满了人").issue
    after = set_side(after, at(1), Side.BOTH).issue
    after = set_standoff(after, at(1), -1).issue
    found = block_at(set_line(after, at(1), -2).issue, at(1))
    assert (found.caption.string, found.alt, found.side, found.standoff, found.line) == (
        "会场全景",
        "坐满了人",
        Side.BOTH,
        0,
        0,
    )


def test_setting_what_is_set_gives_the_same_issue():
    assert set_side(ISSUE, at(1), Side.RIGHT).issue is ISSUE
    assert set_caption(ISSUE, at(1), "").issue is ISSUE
    assert set_crop(ISSUE, at(1), WHOLE).issue is ISSUE


def test_setting_what_is_no_photo_is_an_error():
    for edit in (
        remove_photo,
        lambda of, place: resize(of, place, 3),
        lambda of, place: replace_photo(of, place, ""),
    ):
        with pytest.raises(LookupError):
            edit(ISSUE, at(0))
