"""Sections, articles and blocks: what each heading and paragraph becomes."""

from __future__ import annotations

import pytest

from layouts.issue.article import ArticleKind, Note, PageBreak, Paragraph, Subheading, Table
from layouts.issue.text import Mark, MarkKind


def strings(found):
    return [block.text.string for block in found if isinstance(block, Paragraph | Subheading)]


def codes(findings):
    return [(finding.level, finding.code, finding.source.line) for finding in findings]


# Sections


@pytest.mark.parametrize(
    "heading",
    [
        "## 【领导关注】",
        "## [领导关注]",
        "## 领导关注",
        "# 【领导关注】",
        "#### 【 领导关注 】",
        "##【领导关注】",
        "**【领导关注】**",
    ],
)
def test_a_section_heading_may_be_written_in_many_ways(read, heading):
    issue, _ = read(f"{heading}\n\n### 题目\n\n文字。")
    assert [
        (section.name, len(section.articles), section.source.line) for section in issue.sections
    ] == [("领导关注", 1, 1)]


def test_articles_belong_to_the_section_above(read):
    issue, findings = read(
        "## 【甲】\n\n### 一\n\n文。\n\n### 二\n\n文。\n\n## 【乙】\n\n### 三\n\n文。"
    )
    assert [
        [article.title.string for article in section.articles] for section in issue.sections
    ] == [["一", "二"], ["三"]]
    assert findings == ()


def test_an_empty_section_is_a_warning(read):
    issue, findings = read("## 【甲】\n\n## 【乙】\n\n### 题\n\n文。")
    assert [len(section.articles) for section in issue.sections] == [0, 1]
    assert codes(findings) == [("warning", "section-empty", 1)]


def test_text_before_the_first_section_is_kept_in_one_without_a_name(read):
    issue, findings = read("### 题\n\n文。\n\n## 【甲】\n\n### 题\n\n文。")
    assert [section.name for section in issue.sections] == ["", "甲"]
    assert codes(findings) == [("notice", "text-before-section", 1)]


def test_a_long_heading_without_brackets_among_bracketed_ones_is_a_title(read):
    issue, findings = read(
        "## 【甲】\n\n## 区国资委召开年度工作会议\n\n文字。\n\n## 简讯\n\n1、文字。"
    )
    assert [section.name for section in issue.sections] == ["甲", "简讯"]
    assert issue.sections[0].articles[0].title.string == "区国资委召开年度工作会议"
    assert codes(findings) == [("notice", "heading-read-as-title", 3)]


# Articles


def test_a_headline_article_has_title_text_and_byline(body):
    (article,) = body("### 题目\n\n文字。\n\n【供稿：某公司 张三、李四】")
    assert (article.kind, article.title.string, strings(article.blocks)) == (
        ArticleKind.HEADLINE,
        "题目",
        ["文字。"],
    )
    assert article.byline is not None
    assert article.byline.string == "【供稿：某公司 张三、李四】"


@pytest.mark.parametrize(
    "byline",
    [
        "【供稿：甲 乙】",
        "（供稿：甲 乙）",
        "供稿：甲 乙",
        "【 供稿: 甲 乙 】",
        "**【供稿：甲】**",
        "（某公司 张三 供稿）",
        "【摄影：甲】",
    ],
)
def test_bylines_are_recognised(body, byline):
    (article,) = body(f"### 题目\n\n文字。\n\n{byline}")
    assert (article.byline is not None, strings(article.blocks)) == (True, ["文字。"])


@pytest.mark.parametrize(
    "text", ["供稿：" + "很长的一段文字，" * 10 + "。", "【背景介绍：甲】", "（供稿单位见文末）"]
)
def test_what_only_looks_like_a_byline_is_text(body, text):
    assert body(f"### 题目\n\n{text}")[0].byline is None


@pytest.mark.parametrize("between", ["", " ", "\n"])
def test_a_byline_at_the_end_of_the_text_is_taken_off_it(body, between):
    (article,) = body(f"### 题目\n\n文字结束。{between}【供稿：某公司 张三】")
    assert (strings(article.blocks), article.byline.string) == (
        ["文字结束。"],
        "【供稿：某公司 张三】",
    )


def test_two_bylines_are_one(body):
    (article,) = body("### 题目\n\n文字。\n\n【供稿：甲】\n\n【摄影：乙】")
    assert article.byline.string == "【供稿：甲】【摄影：乙】"


def test_text_after_a_byline_is_an_article_without_a_title(read):
    issue, findings = read("## 【甲】\n\n### 题\n\n文。\n\n【供稿：甲】\n\n又一篇。")
    assert [article.title.string for article in issue.sections[0].articles] == ["题", ""]
    assert codes(findings) == [("warning", "article-untitled", 9)]


def test_a_title_without_text_is_a_warning(read):
    _, findings = read("## 【甲】\n\n### 一\n\n### 二\n\n文。")
    assert codes(findings) == [("warning", "article-empty", 3)]


def test_bold_in_a_title_says_nothing(body):
    assert body("### **题目**\n\n文。")[0].title.marks == ()


# Run-in articles


@pytest.mark.parametrize(
    "written",
    [
        "▲ **召开会议。**近日，召开会议。",
        "▲ **召开会议。** 近日，召开会议。",
        "**▲ 召开会议。**近日，召开会议。",
        "▲召开会议。近日，召开会议。",
        "▲ 召开会议。近日，召开会议。",
        "▲ **召开会议**。近日，召开会议。",
        "### ▲ **召开会议。**近日，召开会议。",
        "　　▲ 召开会议。近日，召开会议。",
    ],
)
def test_a_run_in_article_is_the_same_however_its_lead_is_marked(body, written):
    (article,) = body(written)
    (first,) = article.blocks
    assert (article.kind, article.title.string, article.title.marks) == (
        ArticleKind.RUN_IN,
        "召开会议",
        (),
    )
    assert first.text.string == "▲ 召开会议。近日，召开会议。"
    assert first.text.marks == (Mark(0, 7, MarkKind.BOLD),)


def test_bold_further_on_stays_bold(body):
    (first,) = body("▲ 甲乙。丙丁，**戊己。**庚。")[0].blocks
    assert [first.text.string[start:end] for start, end, *_ in first.text.marks] == [
        "▲ 甲乙。",
        "戊己。",
    ]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("▲ 举办“加油！”主题活动。近日，", "举办“加油！”主题活动"),
        ("▲ 怎么办？区里这样说。", "怎么办？"),
        ("▲ **8月**，区里召开会议。近日，", "8月，区里召开会议"),
        ("▲ 只有一句没有句号", "只有一句没有句号"),
        ("▲ “引号没有关上。后面", "“引号没有关上"),
        ("▲ **标题** 正文正文。", "标题"),
    ],
)
def test_the_lead_ends_with_its_sentence(body, written, title):
    assert body(written)[0].title.string == title


def test_paragraphs_after_a_lead_belong_to_its_article(body):
    first, second = body("▲ **甲。**文字。\n\n**后来**，又一段。\n\n▲ **乙。**文字。")
    assert (strings(first.blocks)[1], len(second.blocks)) == ("后来，又一段。", 1)


def test_leads_need_no_empty_line_between(body):
    assert [article.title.string for article in body("▲ **甲。**文字。\n▲ **乙。**文字。")] == [
        "甲",
        "乙",
    ]


# Briefs


@pytest.mark.parametrize(
    "labels",
    [
        ("1、", "2、"),
        ("1.", "2."),
        ("1. ", "2. "),
        ("（1）", "（2）"),
        ("①", "②"),
        ("一、", "二、"),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_numbered_paragraphs_of_the_briefs_are_articles(read, labels, between):
    issue, findings = read(f"## 【简讯】\n\n{labels[0]}甲。{between}{labels[1]}乙。")
    articles = issue.sections[0].articles
    assert [(article.kind, article.title.string) for article in articles] == [
        (ArticleKind.BRIEF, "")
    ] * 2
    assert [strings(article.blocks) for article in articles] == [
        [f"{labels[0]}甲。"],
        [f"{labels[1]}乙。"],
    ]
    assert findings == ()


def test_an_unnumbered_paragraph_goes_on_with_the_brief(read):
    issue, _ = read("## 【简讯】\n\n1、甲。\n\n又一段。\n\n2、乙。")
    assert [len(article.blocks) for article in issue.sections[0].articles] == [2, 1]


def test_decimals_are_no_labels(read):
    issue, _ = read("## 【简讯】\n\n1、甲。\n\n1.16 亿股。")
    assert len(issue.sections[0].articles) == 1


def test_numbered_paragraphs_elsewhere_are_text(body):
    (article,) = body("### 题\n\n1、甲。\n\n2、乙。")
    assert strings(article.blocks) == ["1、甲。", "2、乙。"]


# Sub-headings


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        ("#### 一、甲", 1),
        ("#### （一）甲", 2),
        ("#### (一) 甲", 2),
        ("#### 1. 甲", 3),
        ("#### 1．甲", 3),
        ("#### （1）甲", 4),
        ("#### 甲", 1),
        ("##### 甲", 2),
        ("## 二、甲", 1),
        ("### 三、甲", 1),
        ("##### 十二、甲", 1),
    ],
)
def test_a_subheading_has_the_level_of_its_label(blocks, heading, level):
    (found,) = [
        block for block in blocks(f"文。\n\n{heading}\n\n文。") if isinstance(block, Subheading)
    ]
    assert found.level == level


def test_labelled_titles_beside_each_other_stay_titles(body):
    assert [
        article.title.string for article in body("### 一、甲\n\n文。\n\n### 二、乙\n\n文。")
    ] == ["一、甲", "二、乙"]


def test_labelled_sections_beside_each_other_stay_sections(read):
    issue, _ = read("## 一、甲\n\n### 题\n\n文。\n\n## 二、乙\n\n### 题\n\n文。")
    assert [section.name for section in issue.sections] == ["一、甲", "二、乙"]


def test_an_empty_heading_is_left_out_with_a_warning(read):
    _, findings = read("## 【甲】\n\n### 题\n\n####\n\n文。")
    assert codes(findings) == [("warning", "heading-empty", 5)]


# Page turns


def test_a_rule_before_an_article_or_section_starts_a_page(read):
    issue, _ = read(
        "## 【甲】\n\n### 一\n\n文。\n\n---\n\n### 二\n\n文。\n\n---\n\n## 【乙】\n\n### 三\n\n文。"
    )
    assert [section.break_before for section in issue.sections] == [False, True]
    assert [article.break_before for section in issue.sections for article in section.articles] == [
        False,
        True,
        False,
    ]


def test_a_rule_inside_an_article_is_a_page_break(blocks):
    assert [type(block) for block in blocks("甲。\n\n---\n\n乙。")] == [
        Paragraph,
        PageBreak,
        Paragraph,
    ]


def test_a_rule_right_under_text_makes_no_heading_of_it(blocks):
    assert [type(block) for block in blocks("甲。\n---\n乙。")] == [Paragraph, PageBreak, Paragraph]


def test_a_rule_at_the_end_adds_no_page(body):
    assert len(body("### 题\n\n甲。\n\n---\n")[0].blocks) == 1


@pytest.mark.parametrize("ornament", ["***", "* * *", "______", "**********"])
def test_asterisks_and_blanks_to_fill_in_are_text(blocks, ornament):
    assert strings(blocks(f"甲。\n\n{ornament}\n\n乙。")) == ["甲。", ornament, "乙。"]


# Lists, notes, tables, drafts


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1. 甲\n2. 乙", ["1. 甲", "2. 乙"]),
        ("3) 甲\n\n4) 乙", ["3) 甲", "4) 乙"]),
        ("- 甲\n- 乙", ["- 甲", "- 乙"]),
        ("* 甲*\n* *乙*", ["* 甲*", "* 乙"]),
        ("- 甲\n  - 乙\n\n    丙", ["- 甲", "- 乙", "丙"]),
        ("1. - 甲", ["1. - 甲"]),
        ("1.\n\n甲。", ["1.", "甲。"]),
        ("01. 甲\n\n   乙。", ["01. 甲", "乙。"]),
        ("2025. 8. 31", ["2025. 8. 31"]),
    ],
)
def test_items_of_lists_are_paragraphs_with_their_markers(blocks, written, expected):
    assert strings(blocks(written)) == expected


@pytest.mark.parametrize(
    "draft",
    [
        "　　第一段。\n　　第二段。",
        "第一段。\n　　第二段。",
        "    第一段。\n    第二段。",
        "第一段。\n　　\n第二段。",
        "第一段。\n\n    第二段。",
    ],
)
def test_indented_lines_of_drafts_are_paragraphs(blocks, draft):
    assert strings(blocks(draft)) == ["第一段。", "第二段。"]


def test_an_editors_note_holds_its_paragraphs(blocks):
    (note,) = blocks("> **编者按：**甲\n> 乙。\n>\n> 丙。")
    assert isinstance(note, Note)
    assert [text.string for text in note.paragraphs] == ["编者按：甲乙。", "丙。"]
    assert note.paragraphs[0].marks == (Mark(0, 4, MarkKind.BOLD),)


def test_a_note_above_the_first_title_keeps_its_place(body):
    first, second = body("> 按语。\n\n### 题\n\n文。")
    assert (first.title.string, type(first.blocks[0]), second.title.string) == ("", Note, "题")


def test_a_table_has_header_rows_and_alignments(blocks):
    (table,) = blocks("| 甲 | **乙** | 丙 |\n|:--|:-:|--:|\n| 1 | 2 | |\n| a\\|b |")
    assert isinstance(table, Table)
    assert [cell.string for cell in table.header] == ["甲", "乙", "丙"]
    assert [[cell.string for cell in row] for row in table.rows] == [
        ["1", "2", ""],
        ["a|b", "", ""],
    ]
    assert table.alignments == ("left", "center", "right")


def test_cells_beyond_the_header_are_not_lost(read):
    issue, findings = read("## 【甲】\n\n### 题\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 | 3 | 4 |")
    assert [cell.string for cell in issue.sections[0].articles[0].blocks[0].rows[0]] == [
        "1",
        "2 3 4",
    ]
    assert codes(findings) == [("warning", "table-row-too-long", 7)]


def test_deep_nesting_is_refused_with_its_line(refused):
    error = refused("## 【甲】\n\n### 题\n\n" + ">" * 200 + "甲")
    assert (error.source.line, "嵌套太深" in error.zh) == (5, True)


def test_every_block_knows_its_line(blocks):
    found = blocks("甲。\n\n> 乙。\n\n#### 丙\n\n1. 丁\n2. 戊\n\n| 己 |\n|--|\n| 庚 |")
    assert [block.source.line for block in found] == [5, 7, 9, 11, 12, 14]


def test_findings_come_in_the_order_of_lines(read):
    _, findings = read("## 【甲】\n\n### 一\n\n### 二\n\n** 甲**\n\n## 【乙】")
    assert [finding.source.line for finding in findings] == [3, 7, 9]
