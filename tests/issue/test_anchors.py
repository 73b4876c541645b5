"""An anchor finds its words again wherever an edit took them, or says that they have gone."""

from __future__ import annotations

import pytest
from edited_issues import (
    FOOT,
    HEAD,
    A,
    all_different,
    article,
    at,
    h,
    issue,
    issues,
    note,
    one,
    p,
    photo,
    run_in,
    section,
    table,
)
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from random_acts import ACTS, position

from layouts.issue import edits
from layouts.issue.anchors import AROUND, NEAR, anchor, find
from layouts.issue.article import ArticleKind
from layouts.issue.ids import with_ids
from layouts.issue.places import BYLINE, SUBTITLE, Place, article_at, articles, text_at, texts_of

LONG = "昨夜一场小雨过后河滩上的芦苇又长高了半尺守渡口的老人说今年水来得早"
OTHER = "县里的图书馆把旧书搬到了街口任人翻看孩子们放学以后都要去坐一坐"


def stands(before, place, offset, after):
    """Where the anchor at a place of one issue is in another."""
    return find(after, anchor(before, place, offset))


def named(*blocks, **fields):
    return with_ids(one(*blocks, **fields))


def test_it_stands_where_it_stood_when_nothing_was_edited():
    before = named(p(LONG), table(("甲", "乙"), ("丙", "丁")), note("按", "语"), byline="林一")
    for place in (HEAD, at(0), at(1, 3), at(2, 1), FOOT):
        assert stands(before, place, 1, before) == (place, 1)


def test_it_moves_with_words_typed_before_it():
    before = named(p(LONG))
    assert stands(before, at(0), 9, edits.insert_text(before, at(0), 3, "竟然").issue) == (
        at(0),
        11,
    )


def test_words_typed_right_at_it_stand_before_it():
    before = named(p(LONG))
    assert stands(before, at(0), 9, edits.insert_text(before, at(0), 9, "竟然").issue) == (
        at(0),
        11,
    )


def test_it_is_known_by_the_words_right_at_it_where_those_on_both_sides_were_edited():
    before = named(p(LONG))
    once = edits.insert_text(before, at(0), 20, "却").issue
    assert stands(before, at(0), 15, edits.insert_text(once, at(0), 10, "也").issue) == (at(0), 16)


def test_behind_a_split_it_stands_in_the_new_block():
    before = named(p(LONG))
    after = edits.split_paragraph(before, at(0), 9).issue
    assert stands(before, at(0), 9, with_ids(after)) == (at(1), 0)
    assert stands(before, at(0), 20, with_ids(after)) == (at(1), 11)
    assert stands(before, at(0), 4, with_ids(after)) == (at(0), 4)


def test_after_a_join_it_stands_in_the_first_block():
    before = named(p(LONG), p(OTHER))
    after = edits.join_with_previous(before, at(1)).issue
    assert stands(before, at(1), 5, after) == (at(0), len(LONG) + 5)


def test_it_goes_with_its_block_to_another_article():
    before = with_ids(issue(section(article(p(OTHER))), section(article(p(LONG)))))
    after = edits.move_articles(before, [Place(1, 0)], Place(0, 0)).issue
    assert stands(before, Place(1, 0, 0), 7, after) == (at(0), 7)


def test_words_moved_within_their_block_are_found_there():
    before = named(p(LONG + OTHER))
    after = edits.set_text(before, at(0), OTHER + LONG).issue
    assert stands(before, at(0), 12, after) == (at(0), len(OTHER) + 12)


def test_words_cut_and_pasted_elsewhere_are_found_there():
    before = named(p(LONG), p(OTHER))
    pieces = edits.copied(before, (at(0), 0), (at(0), len(LONG)))
    gone = edits.delete_range(before, (at(0), 0), (at(0), len(LONG))).issue
    after = edits.paste_blocks(gone, at(1), 4, pieces).issue
    assert stands(before, at(0), 9, after) == (at(1), 13)


def test_a_title_that_becomes_a_lead_is_found_there():
    before = named(p(OTHER), title="渡口")
    as_lead = edits.set_kind(before, A, ArticleKind.RUN_IN).issue
    assert stands(before, HEAD, 1, as_lead) == (at(0), 3)
    assert anchor(as_lead, HEAD, 1) == anchor(as_lead, at(0), 3)


@pytest.mark.parametrize(("place", "block"), [(HEAD, "title"), (FOOT, "byline")])
def test_titles_and_bylines_need_no_block(place, block):
    before = named(p(OTHER), title="渡口的老人", byline="林一供稿")
    assert anchor(before, place, 2).block == block
    assert stands(before, place, 2, edits.insert_text(before, place, 0, "记").issue) == (place, 3)


def test_it_has_gone_with_its_words():
    before = named(p(LONG), p(OTHER))
    after = edits.delete_range(before, (at(0), 0), (at(0), len(LONG))).issue
    assert stands(before, at(0), 9, after) is None
    assert stands(before, at(0), 9, edits.remove_article(before, A).issue) is None


def test_few_words_that_stand_elsewhere_too_are_not_taken_for_its_own():
    before = named(p(LONG), h("河滩上的芦苇"), p(OTHER))
    after = edits.remove_block(before, at(0)).issue
    assert stands(before, at(0), 10, after) is None


def test_in_an_empty_text_it_stands_as_long_as_that_does():
    before = named(p(), p(LONG))
    assert stands(before, at(0), 0, edits.insert_text(before, at(0), 0, "新").issue) == (at(0), 0)
    assert stands(before, at(0), 0, edits.remove_block(before, at(0)).issue) is None


def test_a_section_has_none():
    with pytest.raises(LookupError):
        anchor(named(p(LONG)), Place(0), 0)


def test_a_caption_has_one():
    before = named(photo("a.jpg", "渡口"), p(LONG))
    assert stands(
        before,
        at(0),
        1,
        edits.move_photo(
            before, at(0), A, 2, 0, before.sections[0].articles[0].blocks[0].side
        ).issue,
    ) == (
        at(1),
        1,
    )


def test_the_lead_of_a_run_in_article_is_found():
    before = with_ids(issue(section(run_in("渡口修好。", "船已开。"))))
    assert stands(before, HEAD, 1, edits.insert_text(before, at(0), 2, "新").issue) == (at(0), 4)


# any edits


def edited(data, before):
    """The issue after some edits in places drawn, each with ids."""
    after = before
    for _ in range(data.draw(st.integers(1, 4))):
        after = with_ids(data.draw(st.sampled_from(list(ACTS.values())))(data, after))
    return after


def everywhere(of, words):
    """Each place in the issue at which words begin."""
    out = []
    for at_article, found in articles(of):
        for place, text in texts_of(found, at_article):
            string = text.string
            out += [(place, k) for k in range(len(string)) if string.startswith(words, k)]
    return out


def is_there(of, place):
    """Whether there is a text at a place: that of a by-line or a subtitle begins only when it is
    typed.
    """
    found = article_at(of, place)
    return {SUBTITLE: found.subtitle, BYLINE: found.byline}.get(place.block, "") is not None


@settings(max_examples=examples(40), deadline=None)
@given(issues, st.data())
def test_after_any_edits_words_that_stand_once_are_found_there_and_no_others_ever(start, data):
    before = with_ids(start)
    first = position(data, before)
    if first is None or not is_there(before, first[0]):
        return
    mark = anchor(before, *first)
    after = edited(data, before)
    words = mark.before + mark.after
    found = find(after, mark)
    places = everywhere(after, words) if words else []
    if len(places) == 1:
        place, start_at = places[0]
        assert found == (place, start_at + len(mark.before))
    if found is not None and words:
        string = text_at(after, found.place).string
        ahead, behind = string[: found.offset], string[found.offset :]
        before_it, after_it = mark.before[-NEAR:], mark.after[:NEAR]
        assert (before_it and ahead.endswith(before_it)) or (
            after_it and behind.startswith(after_it)
        )


@settings(max_examples=examples(40), deadline=None)
@given(issues, st.data())
def test_where_no_two_characters_are_alike_it_stays_between_those_it_stood_between(start, data):
    before = with_ids(all_different(start))
    first = position(data, before)
    if first is None or not is_there(before, first[0]):
        return
    mark = anchor(before, *first)
    after = edited(data, before)
    found = find(after, mark)
    if found is None or not mark.before + mark.after:
        return
    string = text_at(after, found.place).string
    assert (
        string[found.offset : found.offset + 1] == mark.after[:1]
        or string[: found.offset][-1:] == mark.before[-1:]
    )


def test_an_anchor_keeps_a_few_words_on_either_side():
    mark = anchor(named(p(LONG)), at(0), 15)
    assert (mark.before, mark.after) == (LONG[15 - AROUND : 15], LONG[15 : 15 + AROUND])


@pytest.mark.parametrize("block", [SUBTITLE, BYLINE])
def test_there_is_no_anchor_in_a_text_that_is_not_there(block):
    with pytest.raises(LookupError):
        anchor(with_ids(one(p("甲"))), at(block), 0)
