"""Boxes (专栏框) and where pull quotes stand, as Markdown: `> [!链接] 标题`."""

from __future__ import annotations

import pytest

from layouts.issue.article import Article, ArticleKind, Note, PullQuote, Section
from layouts.issue.issue import Issue, Masthead
from layouts.issue.photo import PhotoPlace, Side
from layouts.issue.sidebar import BoxKind, Sidebar
from layouts.issue.text import MarkKind
from layouts.manuscript.write import manuscript_text


def strings(box):
    return [text.string for text in box.paragraphs]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("链接", BoxKind.LINK),
        ("提要", BoxKind.SUMMARY),
        ("专栏", BoxKind.PLAIN),
        ("link", BoxKind.LINK),
        ("SUMMARY", BoxKind.SUMMARY),
    ],
)
def test_a_quotation_that_says_so_is_a_box(blocks, word, kind):
    (box,) = blocks(f"> [!{word}] 三项新规\n>\n> 第一段\n>\n> 第二段")
    assert isinstance(box, Sidebar)
    assert (box.kind, box.titled, strings(box)) == (kind, True, ["三项新规", "第一段", "第二段"])
    assert (box.side, box.width, box.columns) == (Side.RIGHT, None, 1)


def test_text_right_below_the_first_line_is_its_first_paragraph(blocks):
    (box,) = blocks("> [!提要]\n> 第一段\n> 接着\n>\n> 第二段")
    assert not box.titled
    assert strings(box) == ["第一段接着", "第二段"]


def test_braces_behind_the_bracket_say_where_it_stands(blocks):
    written = "{side=left width=12.5em line=3 columns=2 place=top across=all}"
    (box,) = blocks(f"> [!链接]{written} **标题** {{keep}}\n>\n> 一")
    assert (box.side, box.width, box.line, box.columns) == (Side.LEFT, 12.5, 3, 2)
    assert (box.place, box.across) == (PhotoPlace.TOP, 0)
    assert box.paragraphs[0].string == "标题 {keep}"
    assert [mark.kind for mark in box.paragraphs[0].marks] == [MarkKind.BOLD]


def test_chinese_names_of_attributes_are_understood(blocks):
    (box,) = blocks("> [!链接]{位置=左 宽=12字 行=2 分栏=3} 标题\n>\n> 一")
    assert (box.side, box.width, box.line, box.columns) == (Side.LEFT, 12.0, 2, 3)


@pytest.mark.parametrize(
    "attribute",
    ["colour=red", "width=1em", "width=NaN", "width=1e9", "columns=9", "side=up", "line=-1", "x"],
)
def test_an_attribute_that_cannot_be_is_a_warning_and_the_box_stays(read, attribute):
    issue, findings = read(
        f"## 【栏】\n\n### 题\n\n一\n\n> [!链接]{{{attribute}}} 标题\n>\n> 二\n\n三"
    )
    assert [found.code for found in findings] == ["box-attribute"]
    assert attribute in findings[0].zh
    box = issue.sections[0].articles[0].blocks[1]
    assert box == Sidebar(box.paragraphs, box.source)


@pytest.mark.parametrize("first", ["[!NOTE] 说明", r"\[!链接] 标题", "[链接] 标题", "见[!链接]"])
def test_any_other_quotation_is_a_note(blocks, first):
    (note,) = blocks(f"> {first}\n>\n> 二")
    assert isinstance(note, Note)
    assert strings(note)[0] == first.replace("\\", "")


def test_a_pull_quote_says_where_it_stands(blocks):
    beside, between = blocks("三天 {pull-quote side=left width=8em line=2}\n\n四天 {引语 栏间=是}")
    assert isinstance(beside, PullQuote)
    assert (beside.text.string, beside.side, beside.width, beside.line) == (
        "三天",
        Side.LEFT,
        8.0,
        2,
    )
    assert (between.text.string, between.between, between.side) == ("四天", True, Side.NONE)


def test_other_words_in_braces_take_no_attributes(blocks):
    (paragraph,) = blocks("三天 {text side=left}")
    assert paragraph.text.string == "三天 {text side=left}"


def test_it_is_written_as_it_was_read(body, tmp_path):
    written = (
        "> [!链接] 标题\n>\n> 一段\n\n"
        "> [!提要]{side=left width=10em columns=2}\n>\n> 二段\n\n"
        "> [!专栏] {text}\n>\n> 三段\n\n"
        "正文\n\n"
        "引语 {pull-quote side=right line=1}\n\n"
        "引语 {pull-quote between=yes}\n\n"
        "引语 {pull-quote}"
    )
    (article,) = body(f"### 题目\n\n{written}")
    assert article.kind is ArticleKind.HEADLINE
    issue = issue_of(article, tmp_path)
    assert manuscript_text(issue).partition("### 题目\n\n")[2].rstrip() == written


def issue_of(article: Article, folder) -> Issue:
    section = Section("栏目", (article,), article.source)
    return Issue(Masthead(), (section,), folder, article.source)
