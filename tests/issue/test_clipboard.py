"""Marked text for the clipboard."""

from __future__ import annotations

from edited_issues import FOOT, HEAD, article, at, h, issue, note, one, p, photo, run_in, section, table

from layouts.issue.edits import html, plain_text
from layouts.issue.places import Place

ISSUE = one(p("甲⟦乙⟧⟨丙⟩"), h("一、<丁>", 2), photo("a", "图说"), note("按", "语"), table(("戊", "己"), ("庚",)), byline="辛")


def test_plain_text_has_a_line_for_each_paragraph_and_tabs_between_cells():
    assert plain_text(ISSUE, (HEAD, 0), (FOOT, 1)) == "题\n甲乙丙\n一、<丁>\n按\n语\n戊\t己\n庚\t\n辛"


def test_only_what_is_marked_is_taken():
    assert plain_text(ISSUE, (at(0), 1), (at(1), 1)) == "乙丙\n一"
    assert plain_text(ISSUE, (at(0), 2), (at(0), 1)) == "乙"
    assert plain_text(ISSUE, (at(0), 1), (at(0), 1)) == ""


def test_a_caption_and_a_section_name_are_taken_where_they_are_marked_alone():
    assert plain_text(ISSUE, (at(2), 0), (at(2), 1)) == "图"
    assert plain_text(ISSUE, (Place(0), 0), (Place(0), 2)) == html(ISSUE, (Place(0), 0), (Place(0), 2))[3:-4] == "栏目"


def test_html_says_what_everything_is():
    assert html(ISSUE, (HEAD, 0), (FOOT, 1)).split("\n") == [
        "<h2>题</h2>",
        '<p>甲<b>乙</b><span style="font-family:楷体,楷体_GB2312,KaiTi">丙</span></p>',
        "<h4>一、&lt;丁&gt;</h4>",
        "<blockquote><p>按</p><p>语</p></blockquote>",
        "<table><tr><td>戊</td><td>己</td></tr><tr><td>庚</td><td></td></tr></table>",
        "<p>辛</p>",
    ]


def test_articles_follow_each_other_and_a_lead_is_not_named_twice():
    before = issue(section(article(p("甲"))), section(run_in("开放。", "乙。")))
    assert plain_text(before, (at(0), 0), (Place(1, 0, 0), 99)) == "甲\n▲ 开放。乙。"
