"""How photos look is edited like all else: within bounds, in one value, and credits are texts that
are found, replaced and counted like captions.
"""

from __future__ import annotations

import math

import pytest
from edited_issues import A, at, one, p, photo
from msgspec.structs import replace

from layouts.house.locks import Aspect, broken
from layouts.issue.count import article_count
from layouts.issue.edits import (
    find,
    insert_text,
    replace_match,
    replace_photo,
    set_credit,
    set_focus,
    set_frame,
    set_tone,
)
from layouts.issue.ids import with_ids
from layouts.issue.parts import CREDIT
from layouts.issue.photo import Photo, PhotoPoint
from layouts.issue.places import article_at, block_at, text_at, texts_of
from layouts.photo_tone import AS_IT_IS, PhotoTone
from layouts.store.said import article_lines

ISSUE = one(p("甲"), replace(photo("a"), credit="摄影：李明"), p("乙"))
PHOTO, NAME = at(1), at(1)._replace(part=CREDIT)


def found(edited) -> Photo:
    block = block_at(edited.issue, PHOTO)
    assert isinstance(block, Photo)
    return block


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        (PhotoTone(1.5, 0.2, -0.3, grey=True), PhotoTone(1.5, 0.2, -0.3, grey=True)),
        (PhotoTone(1e9, -7, 7), PhotoTone(10, -1, 1)),
        (PhotoTone(math.nan, math.inf, -math.inf), AS_IT_IS),
    ],
)
def test_a_tone_stays_within_its_bounds(asked: PhotoTone, made: PhotoTone) -> None:
    assert found(set_tone(ISSUE, PHOTO, asked)).tone == made


@pytest.mark.parametrize(("asked", "made"), [(0.5, 0.5), (-1, 0), (99, 4), (math.nan, 0)])
def test_a_rule_is_up_to_four_points_thick(asked: float, made: float) -> None:
    assert found(set_frame(ISSUE, PHOTO, asked)).frame == made


def test_a_centre_of_interest_lies_in_its_photo() -> None:
    assert found(set_focus(ISSUE, PHOTO, PhotoPoint(1.2, -3))).focus == PhotoPoint(1, 0)
    assert found(set_focus(ISSUE, PHOTO, None)).focus is None


def test_another_file_is_shown_as_it_is_but_in_greys_where_the_old_one_was() -> None:
    before = set_tone(ISSUE, PHOTO, PhotoTone(2, 0.3, grey=True)).issue
    before = set_frame(set_focus(before, PHOTO, PhotoPoint(0.2, 0.2)).issue, PHOTO, 1.0).issue
    new = found(replace_photo(before, PHOTO, "b.jpg"))
    assert (new.tone, new.focus, new.frame) == (PhotoTone(grey=True), None, 1.0)
    same = found(replace_photo(before, PHOTO, "b.jpg", keep_crop=True))
    assert (same.tone, same.focus) == (PhotoTone(2, 0.3, grey=True), PhotoPoint(0.2, 0.2))


def test_a_credit_is_one_line() -> None:
    assert found(set_credit(ISSUE, PHOTO, "摄影：\n李明\x07")).credit == "摄影：李明"


def test_what_changes_nothing_is_the_same_issue() -> None:
    assert set_tone(ISSUE, PHOTO, AS_IT_IS).issue is ISSUE
    assert set_frame(ISSUE, PHOTO, 0.0).issue is ISSUE
    assert set_credit(ISSUE, PHOTO, "摄影：李明").issue is ISSUE


def test_a_credit_is_read_after_the_caption() -> None:
    texts = [(place, text.string) for place, text in texts_of(article_at(ISSUE, A), A)]
    caption = (PHOTO, block_at(ISSUE, PHOTO).caption.string)
    at_caption = texts.index(caption)
    assert texts[at_caption + 1] == (NAME, "摄影：李明")


def test_a_photo_without_a_credit_has_no_text_for_it_but_can_be_given_one() -> None:
    bare = set_credit(ISSUE, PHOTO, "").issue
    assert NAME not in [place for place, _ in texts_of(article_at(bare, A), A)]
    assert text_at(bare, NAME).string == ""
    assert found(insert_text(bare, NAME, 0, "供图")).credit == "供图"


def test_credits_are_found_and_replaced() -> None:
    (match,) = find(ISSUE, "李明")
    assert match.place == NAME
    assert found(replace_match(ISSUE, match, "王芳")).credit == "摄影：王芳"


def test_credits_are_counted_as_captions_are() -> None:
    bare = set_credit(ISSUE, PHOTO, "").issue
    assert article_count(article_at(ISSUE, A)) - article_count(article_at(bare, A)) == len(
        "摄影：李明"
    )


def test_a_comparison_says_what_changed_in_words() -> None:
    issue = set_tone(ISSUE, PHOTO, PhotoTone(-1.5, 0.2, -0.05, grey=True)).issue
    issue = set_focus(set_frame(issue, PHOTO, 0.5).issue, PHOTO, PhotoPoint(0.4, 0.6)).issue
    (line,) = [line for line in article_lines(article_at(issue, A)) if line.startswith("〔图〕")]
    for words in (
        "拉直 -1.5°",
        "亮度 +20%",
        "对比度 -5%",
        "黑白",
        "边框 0.5 磅",
        "署名：摄影：李明",
        "焦点 40% 60%",
    ):
        assert words in line


@pytest.mark.parametrize(
    ("part", "aspect", "act"),
    [
        ("photo", Aspect.STYLE, lambda one: set_tone(one, PHOTO, PhotoTone(grey=True))),
        ("photo", Aspect.STYLE, lambda one: set_frame(one, PHOTO, 1.0)),
        ("photo", Aspect.STYLE, lambda one: set_focus(one, PHOTO, PhotoPoint(0.5, 0.5))),
        ("caption", Aspect.CONTENT, lambda one: set_credit(one, PHOTO, "供图")),
    ],
    ids=["tone", "frame", "focus", "credit"],
)
def test_a_lock_holds_what_is_of_its_part(part: str, aspect: Aspect, act) -> None:
    before = with_ids(ISSUE)
    after = with_ids(act(before).issue)
    assert broken({part: frozenset({aspect})}, before, after) is not None
    others = {"photo", "caption", "body"} - {part}
    assert broken({name: frozenset(Aspect) for name in others}, before, after) is None
