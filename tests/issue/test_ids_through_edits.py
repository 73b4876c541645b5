"""Which of the blocks keeps its id when an edit divides, joins, changes, moves or copies them."""

from __future__ import annotations

import pytest
from edited_issues import (
    A,
    article,
    at,
    brief,
    h,
    ids_of,
    issue,
    note,
    one,
    p,
    photo,
    run_in,
    section,
)
from msgspec.structs import replace

from layouts.issue import edits
from layouts.issue.article import ArticleKind
from layouts.issue.ids import IdsGiven, with_ids, with_ids_after
from layouts.issue.places import Place
from layouts.issue.splice import marked
from layouts.issue.text import MarkKind


def named(*blocks, **fields):
    return with_ids(one(*blocks, **fields))


def blocks_of(of, place=A):
    """The id and the words of each block of an article; no words for a photo."""
    found = of.sections[place.section].articles[place.article].blocks
    return [
        (
            block.id,
            "".join(
                text.string
                for text in getattr(block, "paragraphs", None) or [getattr(block, "text", None)]
                if text
            ),
        )
        for block in found
    ]


def test_the_first_half_of_a_paragraph_keeps_its_id():
    for made in (p("甲乙"), h("甲乙")):
        assert blocks_of(edits.split_paragraph(named(made), at(0), 1).issue) == [
            ("b1", "甲"),
            ("", "乙"),
        ]


def test_a_paragraph_begun_before_all_words_leaves_them_their_id():
    for made in (p("甲乙"), h("甲乙")):
        assert blocks_of(edits.split_paragraph(named(made), at(0), 0).issue) == [
            ("", ""),
            ("b1", "甲乙"),
        ]


def test_the_first_of_two_paragraphs_that_are_joined_keeps_its_id():
    before = named(p("甲"), photo(), p("乙"))
    for after in (
        edits.join_with_previous(before, at(2)).issue,
        edits.join_with_next(before, at(0)).issue,
    ):
        assert blocks_of(after) == [("p1", ""), ("b1", "甲乙")]


def test_of_an_empty_paragraph_and_one_with_words_that_one_keeps_its_id():
    before = named(p(), p("乙"))
    assert blocks_of(edits.join_with_previous(before, at(1)).issue) == [("b2", "乙")]
    assert blocks_of(edits.join_with_next(before, at(0)).issue) == [("b2", "乙")]


def test_a_paragraph_that_becomes_a_subheading_and_back_keeps_its_id():
    before = named(p("甲"))
    heading = edits.set_level(before, at(0), 2).issue
    assert blocks_of(heading) == [("b1", "甲")]
    assert blocks_of(edits.set_level(heading, at(0), None).issue) == [("b1", "甲")]
    assert blocks_of(edits.join_with_previous(heading, at(0)).issue) == [("b1", "甲")]


def test_a_note_keeps_its_id_until_its_last_paragraph_leaves_with_it():
    once = edits.join_with_previous(named(note("甲", "乙")), at(0, 0)).issue
    assert blocks_of(once) == [("", "甲"), ("b1", "乙")]
    assert blocks_of(edits.join_with_previous(once, at(1, 0)).issue) == [("", "甲"), ("b1", "乙")]


def test_the_paragraph_that_leaves_a_note_without_words_takes_its_id_along():
    assert blocks_of(edits.join_with_previous(named(note("甲", "")), at(0, 0)).issue) == [
        ("b1", "甲"),
        ("", ""),
    ]


@pytest.mark.parametrize("kind", [ArticleKind.RUN_IN, ArticleKind.BRIEF])
def test_the_paragraph_that_takes_the_title_as_its_lead_keeps_its_id_and_so_does_the_article(kind):
    before = named(p("甲。"), p("乙。"), title="题")
    lead = edits.set_kind(before, A, kind).issue
    back = edits.set_kind(lead, A, ArticleKind.HEADLINE).issue
    for after in (lead, back):
        assert ids_of(after) == ids_of(before)


def test_a_photo_with_another_file_and_elsewhere_keeps_its_id():
    before = with_ids(issue(section(article(photo(), p("甲"))), section(article(p("乙")))))
    after = edits.replace_photo(before, at(0), "b.jpg").issue
    assert (
        ids_of(edits.move_photo(after, at(0), Place(1, 0), 0, 0, photo().side).issue).count("p1")
        == 1
    )


def test_lines_pasted_leave_the_id_with_the_words_before_them_or_behind_where_none_are_before():
    before = named(p("甲乙"))
    assert blocks_of(edits.paste_text(before, at(0), 1, "一\n二").issue) == [
        ("b1", "甲一"),
        ("", "二乙"),
    ]
    assert blocks_of(edits.paste_text(before, at(0), 0, "一\n二").issue) == [
        ("", "一"),
        ("b1", "二甲乙"),
    ]


def test_a_copy_of_an_article_gets_ids_of_its_own_wherever_it_stands():
    before = with_ids(issue(section(article(photo(), p("甲")), article(p("乙")))))
    for after in (
        edits.duplicate(before, A).issue,
        edits.insert_articles(before, A, before.sections[0].articles[:1]).issue,
    ):
        place = (
            A if after.sections[0].articles[1] is before.sections[0].articles[0] else Place(0, 1)
        )
        assert blocks_of(after, place) == [("", ""), ("", "甲")]


def test_an_article_cut_and_pasted_keeps_its_ids():
    before = with_ids(issue(section(article(p("甲")), article(p("乙")))))
    first = before.sections[0].articles[0]
    gone = edits.remove_article(before, A).issue
    assert edits.insert_articles(gone, Place(0), (first,)).issue.sections[0].articles[1] is first


def test_the_same_article_put_in_twice_is_one_and_a_copy():
    made = with_ids(issue(section(article(p("甲"))))).sections[0].articles[0]
    after = edits.insert_articles(issue(section()), Place(0), (made, made)).issue
    assert [found.id for found in after.sections[0].articles] == ["a1", ""]


def test_an_id_that_has_gone_is_not_given_again():
    given = IdsGiven()
    before = with_ids(one(p("甲"), p("乙")), given)
    gone = with_ids_after(before, edits.remove_block(before, at(1)).issue, given)
    after = with_ids_after(gone, edits.insert_block(gone, at(1), p("丙")).issue, given)
    assert blocks_of(after) == [("b1", "甲"), ("b3", "丙")]


def test_an_id_of_the_issue_before_is_not_given_to_what_comes_in_its_stead():
    before = named(p("甲"), p("乙"))
    swapped = edits.insert_block(edits.remove_block(before, at(1)).issue, at(1), p("丙")).issue
    assert blocks_of(with_ids_after(before, swapped)) == [("b1", "甲"), ("b3", "丙")]


# what is marked on a title and a lead


def with_mark(text_block, start, end, kind, value=""):
    return replace(text_block, text=marked(text_block.text, start, end, kind, value))


def test_a_note_in_a_lead_survives_its_becoming_a_title_and_back():
    lead = with_mark(p("⟦▲ 渡口修好。⟧船已开。"), 2, 4, MarkKind.NOTE, "旧渡")
    before = issue(section(replace(run_in("渡口修好。"), blocks=(lead,))))
    as_title = edits.set_kind(before, A, ArticleKind.HEADLINE).issue
    assert [
        (mark.start, mark.end, mark.value) for mark in as_title.sections[0].articles[0].title.marks
    ] == [(0, 2, "旧渡")]
    assert (
        edits.set_kind(as_title, A, ArticleKind.RUN_IN).issue.sections[0].articles[0].blocks[0].text
        == lead.text
    )


def test_a_brief_keeps_what_is_marked_on_its_lead():
    text = with_mark(p("⟦渡口修好。⟧船已开。"), 0, 2, MarkKind.UNDERLINE)
    after = edits.set_kind(issue(section(brief(text))), A, ArticleKind.RUN_IN).issue
    kinds = {
        mark.kind: (mark.start, mark.end)
        for mark in after.sections[0].articles[0].blocks[0].text.marks
    }
    assert kinds == {MarkKind.BOLD: (0, 7), MarkKind.UNDERLINE: (2, 4)}


def test_a_run_in_title_typed_anew_leaves_what_is_marked_on_the_words_that_stay():
    lead = with_mark(p("⟦▲ 渡口修好。⟧船已开。"), 2, 4, MarkKind.NOTE, "旧渡")
    before = issue(section(replace(run_in("渡口修好。"), blocks=(lead,))))
    text = edits.set_title(before, A, "渡口已修好").issue.sections[0].articles[0].blocks[0].text
    assert (text.string, [mark[:2] for mark in text.marks if mark.kind is MarkKind.NOTE]) == (
        "▲ 渡口已修好。船已开。",
        [(2, 4)],
    )


def test_a_text_typed_anew_keeps_what_is_marked_on_the_characters_that_stay():
    before = one(with_mark(p("甲乙丙丁戊"), 1, 4, MarkKind.COMMENT, ("某", "", "何处")))
    (block,) = edits.set_text(before, at(0), "子乙丙丑丁寅").issue.sections[0].articles[0].blocks
    assert [mark[:2] for mark in block.text.marks] == [(1, 5)]


def test_words_put_in_the_place_of_others_keep_the_note_on_them():
    before = one(with_mark(p("甲乙丙"), 1, 2, MarkKind.NOTE, "注"))
    (block,) = edits.replace_all(before, "乙", "丁戊").issue.sections[0].articles[0].blocks
    assert (block.text.string, [mark[:2] for mark in block.text.marks]) == ("甲丁戊丙", [(1, 3)])
