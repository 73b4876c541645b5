"""Words in braces at the end of a heading or paragraph: known ones say what it is, all others are
text.
"""

from __future__ import annotations

import pytest

from layouts.issue.article import ArticleKind, Note, PageBreak, Paragraph, Subheading
from layouts.issue.text import Mark, MarkKind, Text


def strings(found):
    return [block.text.string for block in found if isinstance(block, Paragraph | Subheading)]


@pytest.mark.parametrize("written", ["### 题目 {keep}", "### 题目{keep}", "### 题目 { KEEP }", "### 题目 {不拆}", "### 题目 {headline keep}", "### 题目 {标题稿、不拆}"])  # fmt: skip
def test_an_article_can_be_kept_together(body, written):
    (article,) = body(f"{written}\n\n文。")
    assert (article.kind, article.title.string, article.keep_together) == (
        ArticleKind.HEADLINE,
        "题目",
        True,
    )


@pytest.mark.parametrize(
    "title",
    ["题目 {keeps}", "题目 {#anchor}", "题目 {.unnumbered}", "题目 {keep .x}", "题目 {}", "题目 {text}", "题目 {section keep}", "题目 {brief headline}", "{keep} 题目"],
)  # fmt: skip
def test_other_words_in_braces_are_text(body, title):
    (article,) = body(f"### {title}\n\n文。")
    assert (article.title.string, article.keep_together) == (title, False)


def test_words_after_a_backslash_are_text(body):
    (article,) = body("### 题目 \\{keep}\n\n文 \\{text}")
    assert (article.title.string, article.keep_together, strings(article.blocks)) == (
        "题目 {keep}",
        False,
        ["文 {text}"],
    )


def test_keep_is_for_articles(read):
    issue, findings = read("## 【甲】 {keep}\n\n### 题\n\n文。\n\n#### 小标题 {keep}\n\n文。")
    assert [(finding.level, finding.code, finding.source.line) for finding in findings] == [
        ("warning", "words-unused", 1),
        ("warning", "words-unused", 7),
    ]
    assert (issue.sections[0].name, strings(issue.sections[0].articles[0].blocks)) == (
        "甲",
        ["文。", "小标题", "文。"],
    )


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("headline", "headline"),
        ("run-in", "run-in"),
        ("要闻稿", "run-in"),
        ("brief", "brief"),
        ("简讯稿", "brief"),
    ],
)
def test_a_heading_can_say_what_kind_of_article_it_opens(body, word, kind):
    first, second = body(f"### 甲 {{{word}}}\n\n1、文。\n\n▲ 乙。文。")
    assert (first.kind, first.title.string, strings(first.blocks)) == (
        ArticleKind(kind),
        "甲",
        ["1、文。"],
    )
    assert second.kind is ArticleKind.RUN_IN


def test_the_first_paragraph_below_such_a_heading_begins_no_other_article(body):
    (article,) = body("### 甲 {run-in keep}\n\n▲ **开会。** 近日。")
    assert (article.kind, article.title.string, article.keep_together) == (
        ArticleKind.RUN_IN,
        "甲",
        True,
    )
    assert article.blocks[0].text == Text("▲ 开会。近日。", (Mark(0, 5, MarkKind.BOLD),))


def test_an_article_without_a_title_can_be_opened(read):
    issue, findings = read("## 【甲】\n\n### {headline}\n\n文。\n\n### {headline}\n\n文。")
    assert [article.title.string for article in issue.sections[0].articles] == ["", ""]
    assert [finding.code for finding in findings] == ["article-untitled"] * 2


def test_bold_stays_in_a_heading_that_says_what_it_is(body):
    assert body("### **重点**工作 {headline}\n\n文。")[0].title.marks == (
        Mark(0, 2, MarkKind.BOLD),
    )


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("## 甲 {section}", "甲"),
        ("### 目录 {栏目}", "目录"),
        ("## {section}", ""),
        ("## 【甲】 {section}", "【甲】"),
    ],
)
def test_a_heading_can_say_that_it_is_a_section(read, written, name):
    issue, findings = read(f"{written}\n\n### 题\n\n文。")
    assert ([section.name for section in issue.sections], findings) == ([name], ())


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("### 甲 {level-4}", 4),
        ("#### 一、甲 {level-2}", 2),
        ("#### 甲 {三级}", 3),
        ("#### 【甲】 {一级}", 1),
    ],
)
def test_a_heading_can_say_its_level(blocks, written, level):
    (found,) = blocks(written)
    assert (found.level, found.text.string) == (level, written.strip("#").split("{")[0].strip())


@pytest.mark.parametrize("text", ["▲ 甲。", "【供稿：甲】", "【领导关注】", "文。【供稿：甲】", ""])
def test_a_paragraph_can_say_that_it_is_text(body, text):
    (article,) = body(f"### 题目\n\n前一段，\n\n{text} {{text}}")
    assert (article.byline, strings(article.blocks)) == (None, ["前一段，", text])


def test_a_label_among_briefs_can_be_text(read):
    issue, _ = read("## 【简讯】\n\n1、甲：\n\n（1）乙； {正文}\n\n2、丙。")
    assert [strings(article.blocks) for article in issue.sections[0].articles] == [
        ["1、甲：", "（1）乙；"],
        ["2、丙。"],
    ]


def test_a_paragraph_can_say_that_it_is_the_byline(body):
    (article,) = body("### 题目\n\n文。\n\n本刊记者 张三 {byline}")
    assert (article.byline, strings(article.blocks)) == (Text("本刊记者 张三"), ["文。"])


def test_a_paragraph_of_a_note_can_be_empty(blocks):
    assert [
        text.string
        for block in blocks("> 甲。\n>\n> {text}")
        if isinstance(block, Note)
        for text in block.paragraphs
    ] == ["甲。", ""]


def test_a_page_can_be_broken_where_nothing_follows(body):
    first, second = body("### 甲\n\n文。\n\n{break}\n\n![](a.jpg)\n\n### 乙\n\n文。\n\n{另页}")
    assert [type(block).__name__ for block in first.blocks] == ["Paragraph", "PageBreak", "Photo"]
    assert (isinstance(second.blocks[-1], PageBreak), second.break_before) == (True, False)


@pytest.mark.parametrize("word", ["{empty}", "{空}"])
def test_an_issue_can_say_that_it_has_no_text_yet(read, word):
    issue, findings = read(f"---\nissue: 3\n---\n\n{word}\n")
    assert (issue.sections, issue.masthead.number, findings) == ((), 3, ())


def test_a_byline_ends_the_article_for_photos_above_it(body):
    first, second = body("▲ **甲。**文字。\n\n![](a.jpg)\n\n【供稿：甲】\n\n▲ **乙。**文字。")
    assert [[type(block).__name__ for block in article.blocks] for article in (first, second)] == [
        ["Paragraph", "Photo"],
        ["Paragraph"],
    ]


def test_photos_without_any_text_are_not_lost(body):
    (article,) = body("![](a.jpg)")
    assert [type(block).__name__ for block in article.blocks] == ["Photo"]


@pytest.mark.parametrize(
    ("written", "string"),
    [
        ("&#x3000;甲&#x20;", "　甲 "),
        ("&nbsp;&#160;甲&emsp;", "甲"),
        ("甲&#xa0;乙", "甲\xa0乙"),
        ("**甲**　**乙**", "甲　乙"),
        ("&#x200b;甲&#x2F00;", "\u200b甲⼀"),
    ],
)
def test_characters_written_as_hexadecimal_references_stay(read, written, string):
    issue, findings = read(f"## 【甲】\n\n### 题\n\n{written}")
    assert (strings(issue.sections[0].articles[0].blocks), findings) == ([string], ())
