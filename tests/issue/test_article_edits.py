"""Articles added, moved, taken out and made another kind."""

from __future__ import annotations

import pytest
from edited_issues import (
    TURN,
    A,
    article,
    at,
    brief,
    h,
    issue,
    lines,
    note,
    one,
    p,
    photo,
    run_in,
    section,
)

from layouts.issue.article import ArticleKind
from layouts.issue.edits import (
    add_article,
    duplicate,
    insert_articles,
    insert_block,
    move_articles,
    move_down,
    move_up,
    remove_article,
    remove_articles,
    remove_block,
    set_break_before,
    set_byline,
    set_keep_together,
    set_kind,
    set_title,
)
from layouts.issue.lead import lead_end, title_of_paragraph
from layouts.issue.places import Place, article_at

HEADLINE, RUN_IN, BRIEF = ArticleKind.HEADLINE, ArticleKind.RUN_IN, ArticleKind.BRIEF


def named(*names):
    """Sections of articles with one-letter titles."""
    return issue(
        *(section(*(article(p(name), title=name) for name in letters)) for letters in names)
    )


def order(of):
    return [" ".join(found.title.string for found in inner.articles) for inner in of.sections]


ISSUE = named("甲乙丙", "丁戊", "")


# Adding


def test_a_new_article_stands_at_the_end_of_its_section_or_at_an_index():
    assert order(add_article(ISSUE, Place(1), title="新").issue)[1] == "丁 戊 新"
    assert order(add_article(ISSUE, Place(1), 1, title="新").issue)[1] == "丁 新 戊"
    assert add_article(ISSUE, Place(0)).place == Place(0, 3)


def test_a_new_article_has_a_paragraph_to_type_in():
    after = add_article(ISSUE, Place(2), title="新", byline="供稿：甲")
    assert lines(after.issue, after.place) == ["# 新", "", "@ 供稿：甲"]


def test_a_new_run_in_article_has_its_title_as_its_lead():
    after = add_article(ISSUE, Place(2), kind=RUN_IN, title="新", text="正文。")
    assert lines(after.issue, after.place) == ["# 新", "⟦▲ 新。⟧正文。"]
    assert lines(add_article(ISSUE, Place(2), kind=RUN_IN).issue, Place(2, 0)) == ["# ", "⟦▲ ⟧"]


def test_a_new_brief_has_no_title():
    after = add_article(ISSUE, Place(2), kind=BRIEF, text="1、甲。")
    assert lines(after.issue, after.place) == ["# ", "1、甲。"]


def test_articles_of_a_manuscript_are_put_in_as_they_are():
    incoming = (article(title="一"), article(title="二"))
    after = insert_articles(ISSUE, Place(0, 1), incoming)
    assert order(after.issue)[0] == "甲 一 二 乙 丙"
    assert after.place == Place(0, 1)
    assert after.issue.sections[0].articles[1] is incoming[0]
    assert insert_articles(ISSUE, Place(0), ()).issue is ISSUE


def test_a_copy_stands_behind_its_article():
    after = duplicate(ISSUE, Place(0, 1))
    assert order(after.issue)[0] == "甲 乙 乙 丙"
    assert after.place == Place(0, 2)


# Taking out


def test_what_follows_a_removed_article_is_selected_then():
    assert remove_article(ISSUE, Place(0, 0)).place == Place(0, 0)
    assert remove_article(ISSUE, Place(0, 2)).place == Place(0, 1)
    assert remove_articles(ISSUE, (Place(1, 0), Place(1, 1))).place == Place(1)


def test_articles_of_several_sections_are_removed_at_once():
    after = remove_articles(ISSUE, (Place(1, 1), Place(0, 0), Place(0, 2), Place(0, 0)))
    assert order(after.issue) == ["乙", "丁", ""]
    assert after.issue.sections[2] is ISSUE.sections[2]
    assert remove_articles(ISSUE, ()).issue is ISSUE


# Moving


@pytest.mark.parametrize(
    ("places", "to", "outcome", "place"),
    [
        ([Place(0, 0)], Place(0, 3), ["乙 丙 甲", "丁 戊", ""], Place(0, 2)),
        ([Place(0, 2)], Place(0, 0), ["丙 甲 乙", "丁 戊", ""], Place(0, 0)),
        ([Place(0, 1)], Place(1, 1), ["甲 丙", "丁 乙 戊", ""], Place(1, 1)),
        ([Place(1, 0)], Place(2), ["甲 乙 丙", "戊", "丁"], Place(2, 0)),
        ([Place(1, 1), Place(0, 0)], Place(0, 2), ["乙 甲 戊 丙", "丁", ""], Place(0, 1)),
        ([Place(0, 2), Place(0, 0)], Place(1), ["乙", "丁 戊 甲 丙", ""], Place(1, 2)),
    ],
)
def test_articles_move_together_in_their_order(places, to, outcome, place):
    after = move_articles(ISSUE, places, to)
    assert order(after.issue) == outcome
    assert after.place == place


@pytest.mark.parametrize("to", [Place(0, 0), Place(0, 1)])
def test_an_article_moved_to_where_it_stands_gives_the_same_issue(to):
    assert move_articles(ISSUE, [Place(0, 0)], to).issue is ISSUE


def test_moved_articles_are_the_same_objects():
    after = move_articles(ISSUE, [Place(0, 0)], Place(1)).issue
    assert after.sections[1].articles[2] is ISSUE.sections[0].articles[0]
    assert after.sections[2] is ISSUE.sections[2]


def test_an_article_moves_up_and_over_the_border_of_its_section():
    assert move_up(ISSUE, [Place(0, 1)]) == move_articles(ISSUE, [Place(0, 1)], Place(0, 0))
    after = move_up(ISSUE, [Place(1, 0)])
    assert order(after.issue) == ["甲 乙 丙 丁", "戊", ""]
    assert after.place == Place(0, 3)
    assert move_up(ISSUE, [Place(0, 0)]) == (ISSUE, Place(0, 0))


def test_an_article_moves_down_and_over_the_border_of_its_section():
    assert order(move_down(ISSUE, [Place(0, 0)]).issue)[0] == "乙 甲 丙"
    after = move_down(ISSUE, [Place(0, 2)])
    assert order(after.issue) == ["甲 乙", "丙 丁 戊", ""]
    assert after.place == Place(1, 0)
    once = move_down(ISSUE, [Place(1, 1)])
    assert order(once.issue) == ["甲 乙 丙", "丁", "戊"]
    assert move_down(once.issue, [once.place]).issue is once.issue


def test_several_articles_move_up_and_down_together():
    assert order(move_up(ISSUE, [Place(0, 2), Place(0, 1)]).issue)[0] == "乙 丙 甲"
    assert order(move_down(ISSUE, [Place(0, 0), Place(0, 1)]).issue)[0] == "丙 甲 乙"


# Kinds


def converted(of, kind):
    after = set_kind(issue(section(of)), A, kind)
    return lines(after.issue)


def test_a_headline_becomes_a_bold_lead_with_a_full_stop():
    assert converted(article(photo(), p("⟨正⟩文。"), title="题目", byline="甲"), RUN_IN) == [
        "# 题目",
        "!a.jpg",
        "⟦▲ 题目。⟧⟨正⟩文。",
        "@ 甲",
    ]


@pytest.mark.parametrize(
    ("title", "lead"),
    [("怎么办？", "怎么办？"), ("未完……", "未完……"), ("如下：", "如下："), ("《题》", "《题》。")],
)
def test_a_title_with_an_end_mark_gets_no_full_stop(title, lead):
    assert (
        converted(article(p("文"), title=title), RUN_IN)[1].replace(" 文", "文") == f"⟦▲ {lead}⟧文"
    )


def test_a_space_shows_where_a_lead_without_a_stop_ends():
    once = set_kind(one(p("正文。"), title="未完……"), A, RUN_IN).issue
    assert lines(once) == ["# 未完……", "⟦▲ 未完……⟧ 正文。"]
    assert lines(set_kind(once, A, HEADLINE).issue) == ["# 未完……", "正文。"]


def test_bold_behind_a_lead_does_not_become_part_of_it():
    once = set_kind(one(p("⟦甲：⟧乙"), title="题目"), A, RUN_IN).issue
    assert lines(once) == ["# 题目", "⟦▲ 题目。⟧ ⟦甲：⟧乙"]
    assert lines(set_kind(once, A, HEADLINE).issue) == ["# 题目", "⟦甲：⟧乙"]


def test_a_lead_stands_in_a_paragraph_of_its_own_where_the_text_begins_with_none():
    assert converted(article(photo(), h("一、"), p("文")), RUN_IN) == [
        "# 题",
        "!a.jpg",
        "⟦▲ 题。⟧",
        "= 一、",
        "文",
    ]
    assert converted(article(), RUN_IN) == ["# 题", "⟦▲ 题。⟧"]


def test_a_headline_without_title_takes_its_first_sentence_as_its_lead():
    assert converted(article(p("开放了。五月起。"), title=""), RUN_IN) == [
        "# 开放了",
        "⟦▲ 开放了。⟧五月起。",
    ]


def test_the_lead_of_a_run_in_article_becomes_its_title():
    assert converted(run_in("开放了。", "五月起。", p("文")), HEADLINE) == [
        "# 开放了",
        "五月起。",
        "文",
    ]
    assert converted(run_in("开放了！", "五月起。"), HEADLINE) == ["# 开放了！", "五月起。"]


def test_a_lead_that_is_all_of_its_paragraph_leaves_none_behind():
    assert converted(run_in("开放了。", "", photo(), note("按")), HEADLINE) == [
        "# 开放了",
        "!a.jpg",
        ">按",
    ]


def test_a_headline_becomes_a_brief_with_a_bold_lead_and_a_headline_again():
    once = set_kind(one(p("正文。"), title="题目"), A, BRIEF).issue
    assert lines(once) == ["# ", "⟦题目。⟧正文。"]
    assert lines(set_kind(once, A, HEADLINE).issue) == ["# 题目", "正文。"]


def test_a_run_in_article_becomes_a_brief_without_its_mark_and_back():
    once = set_kind(issue(section(run_in("开放了。", "五月起。"))), A, BRIEF).issue
    assert lines(once) == ["# ", "⟦开放了。⟧五月起。"]
    assert lines(set_kind(once, A, RUN_IN).issue) == ["# 开放了", "⟦▲ 开放了。⟧五月起。"]


def test_a_brief_without_bold_becomes_a_headline_without_title():
    assert converted(brief(p("1、开放了。五月起。")), HEADLINE) == ["# ", "1、开放了。五月起。"]


def test_a_conversion_to_the_same_kind_gives_the_same_issue():
    assert set_kind(ISSUE, A, HEADLINE).issue is ISSUE


def test_a_converted_lead_is_read_as_it_was_written():
    text = article_at(set_kind(one(p("正文。"), title="题目"), A, RUN_IN).issue, A).blocks[0].text
    assert (lead_end(text), title_of_paragraph(text).string) == (5, "题目")


# What is set


def test_a_title_keeps_the_emphasis_of_what_stays():
    assert lines(set_title(one(title="⟨甲⟩乙丙"), A, "甲丁丙").issue)[0] == "# ⟨甲丁⟩丙"


def test_the_title_of_a_run_in_article_is_its_lead():
    before = issue(section(run_in("开放了。", "五月起。")))
    assert lines(set_title(before, A, "改期").issue) == ["# 改期", "⟦▲ 改期。⟧五月起。"]
    assert lines(set_title(before, A, "改期？").issue) == ["# 改期？", "⟦▲ 改期？⟧五月起。"]


def test_a_lead_without_a_stop_gets_none():
    before = issue(section(run_in("开放", "，五月起。")))
    assert lines(set_title(before, A, "改期").issue) == ["# 改期", "⟦▲ 改期⟧ ，五月起。"]


def test_a_brief_takes_no_title():
    before = issue(section(brief(p("甲"))))
    assert set_title(before, A, "").issue is before
    with pytest.raises(LookupError):
        set_title(before, A, "题")


def test_a_byline_is_set_and_removed():
    before = one(p("甲"))
    after = set_byline(before, A, "乙")
    assert lines(after.issue)[-1] == "@ 乙"
    assert set_byline(after.issue, A, None).issue == set_byline(after.issue, A, "").issue == before
    assert set_byline(before, A, "").issue is before


def test_breaks_and_keeping_together_are_set():
    assert article_at(set_break_before(ISSUE, A, turn=True).issue, A).break_before
    assert set_break_before(ISSUE, Place(1), turn=True).issue.sections[1].break_before
    assert article_at(set_keep_together(ISSUE, A, keep=True).issue, A).keep_together
    assert set_keep_together(ISSUE, A, keep=False).issue is ISSUE


def test_blocks_are_put_in_and_taken_out():
    before = one(p("甲"), p("乙"))
    after = insert_block(before, at(1), TURN)
    assert (lines(after.issue)[1:], after.place) == (["甲", "---", "乙"], at(1))
    assert remove_block(after.issue, at(1)) == (before, at(1))
    assert remove_block(one(p("甲")), at(0)).place == A


@pytest.mark.parametrize("place", [Place(3), Place(0, 4), Place(-1), Place(0, -1)])
def test_a_place_that_does_not_exist_is_an_error(place):
    for edit in (
        lambda: add_article(ISSUE, place, place.article),
        lambda: insert_articles(ISSUE, place, (article(),)),
    ):
        with pytest.raises(LookupError):
            edit()
    for edit in (remove_article, duplicate):
        with pytest.raises(LookupError):
            edit(ISSUE, place)
    with pytest.raises(LookupError):
        move_articles(ISSUE, [A], place)
