"""What is written reads back as the same issue, without a complaint, and is written the same
again.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from any_issue import LOOKALIKES, NOWHERE, OPEN, issue_of, issues, without_sources
from examples import examples, some_of
from hypothesis import HealthCheck, given, settings

from layouts.house.load import open_settings
from layouts.issue.article import (
    Article,
    ArticleKind,
    Note,
    PageBreak,
    Paragraph,
    Section,
    Subheading,
    Table,
)
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.issue.photo import Crop, Photo, Side
from layouts.issue.splice import carrying, concat
from layouts.issue.text import Mark, MarkKind, Text
from layouts.manuscript import read_manuscript
from layouts.manuscript.write import manuscript_text

ROOT = Path(__file__).parents[2]
MISSING = {"section-empty", "article-empty", "article-untitled"}


def came_back(issue: Issue, path: Path, opened=OPEN) -> Issue:
    """The issue after it was written and read.

    Only what is missing in the issue itself may be found.
    """
    path.write_text(manuscript_text(issue), "utf-8")
    again, findings = read_manuscript(path, open_settings=opened)
    assert {finding.code for finding in findings} <= MISSING
    assert manuscript_text(again) == manuscript_text(issue)
    return again


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("manuscript") / "issue.md"


@settings(
    max_examples=examples(200),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(issues)
def test_any_issue_comes_back_the_same(path, issue):
    assert without_sources(came_back(issue, path)) == without_sources(issue)


WHEREVER = [("{}", None), ("{}", MarkKind.BOLD), ("{}", MarkKind.KAI), ("{}会议强调", None), ("近日，某公司{}", None), ("A{}b", MarkKind.BOLD), (" {} ", None)]  # fmt: skip


@pytest.mark.parametrize(("around", "emphasis"), WHEREVER)
def test_whatever_looks_like_something_else_comes_back_the_same_wherever_it_stands(
    path, around, emphasis
):
    before, after = around.split("{}")
    for lookalike in some_of(LOOKALIKES, WHEREVER.index((around, emphasis))):
        issue = issue_of(
            concat(
                Text(before),
                carrying(lookalike, (Mark(0, 0, emphasis),) if emphasis else ()),
                Text(after),
            )
        )
        assert without_sources(came_back(issue, path)) == without_sources(issue)


@pytest.mark.parametrize("name", ["jiading-2023-12.md", "jiading-2025-14.md", "hard-wrapped.txt"])
def test_real_newsletters_come_back_the_same(path, shared_manuscripts, name):
    issue, _ = read_manuscript(shared_manuscripts / name, open_settings=open_settings)
    assert without_sources(came_back(issue, path, open_settings)) == without_sources(issue)


@pytest.mark.parametrize("file", ["resources/sample/issue.md", "tests/golden/issue.md"])
def test_our_own_issues_come_back_the_same(path, file):
    issue, findings = read_manuscript(ROOT / file, open_settings=open_settings)
    assert findings == ()
    assert without_sources(came_back(issue, path, open_settings)) == without_sources(issue)


def test_the_sample_is_written_as_it_was_typed():
    text = (ROOT / "resources/sample/issue.md").read_text("utf-8")
    usual = text.replace(" line=0", "")
    assert manuscript_text(read_manuscript(ROOT / "resources/sample/issue.md")[0]) == usual


# What is written how


def written(blocks=(), **fields) -> list[str]:
    """The parts of the manuscript of an issue with one article, below its section."""
    fields = {"kind": ArticleKind.HEADLINE, "title": Text("题目"), "source": NOWHERE, **fields}
    return parts(Section("栏目", (Article(blocks=tuple(blocks), **fields),), NOWHERE))[2:]


def parts(*sections, **fields) -> list[str]:
    return (
        manuscript_text(Issue(Masthead(), sections, Path(), NOWHERE, **fields))
        .removesuffix("\n")
        .split("\n\n")
    )


def paragraph(string, *stretches):
    return Paragraph(Text(string, stretches), NOWHERE)


def line_of(string, *stretches):
    """What is written for a paragraph of the second place of an article."""
    return written([paragraph("前一段。"), paragraph(string, *stretches)])[2]


@pytest.mark.parametrize(
    ("string", "line"),
    [
        ("平常的一段话，AT&T、3.14、C:.", "平常的一段话，AT&T、3.14、C:."),
        ("一、这也是一段。", "一、这也是一段。"),
        ("1. 甲", "1. 甲"),
        ("- 甲", "- 甲"),
        ("- - 甲", "- \\- 甲"),
        ("-  甲", "\\-  甲"),
        ("1.", "1\\."),
        ("# 甲", "\\# 甲"),
        ("> 甲", "\\> 甲"),
        ("---", "\\---"),
        ("______", "______"),
        ("| 甲 | 乙 |", "| 甲 | 乙 |"),
        ("3*4=12", "3\\*4=12"),
        ("C:\\甲", "C:\\\\甲"),
        ("![图](a.jpg)", "\\!\\[图](a.jpg)"),
        ("&amp; & &x", "\\&amp; & &x"),
        (" 甲 ", "&#x20;甲&#x20;"),
        ("　　甲", "&#x3000;&#x3000;甲"),
        ("甲　乙", "甲　乙"),
        ("甲\u200b乙⼀", "甲&#x200b;乙&#x2f00;"),
        ("甲\n乙", "甲&#xa;乙"),
        ("", "{text}"),
        ("▲ 甲。", "▲ 甲。 {text}"),
        ("【供稿：甲】", "【供稿：甲】 {text}"),
        ("文。【供稿：甲】", "文。【供稿：甲】 {text}"),
        ("【领导关注】", "【领导关注】 {text}"),
        ("（一）接着说。【供稿：甲】", "（一）接着说。【供稿：甲】 {text}"),
        ("见 {text}", "见 \\{text}"),
        ("见 {图一}", "见 {图一}"),
    ],
)
def test_a_paragraph_says_what_it_is_only_where_it_must(string, line):
    assert line_of(string) == line


def test_a_paragraph_that_would_be_joined_to_the_one_above_says_it_is_one():
    assert written([paragraph("前一段，"), paragraph("后一段。")])[1:] == [
        "前一段，",
        "后一段。 {text}",
    ]


@pytest.mark.parametrize(
    ("string", "start", "end", "emphasis", "line"),
    [
        ("甲乙丙", 1, 2, MarkKind.BOLD, "甲**乙**丙"),
        ("甲（乙）丙", 1, 4, MarkKind.KAI, "甲*（乙）*丙"),
        ("a(b)c", 1, 4, MarkKind.BOLD, "&#x61;**(b)**&#x63;"),
        ("甲 乙 丙", 1, 4, MarkKind.BOLD, "甲**&#x20;乙&#x20;**丙"),
        ("*", 0, 1, MarkKind.KAI, "*\\**"),
    ],
)
def test_asterisks_stand_where_they_pair(string, start, end, emphasis, line):
    assert line_of(string, Mark(start, end, emphasis)) == line


def test_emphases_that_touch_are_told_apart():
    assert line_of("甲乙", Mark(0, 1, MarkKind.KAI), Mark(1, 2, MarkKind.BOLD)) == "*甲***乙**"


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({}, "### 题目"),
        ({"keep_together": True}, "### 题目 {keep}"),
        ({"title": Text("")}, "### {headline}"),
        ({"across": 3}, "### 题目 {across=3}"),
        ({"across": 0, "keep_together": True}, "### 题目 {keep across=all}"),
        ({"title": Text("见 {across=2}")}, "### 见 \\{across=2}"),
        ({"title": Text("【聚焦】")}, "### 【聚焦】 {headline}"),
        ({"title": Text("▲ 甲")}, "### ▲ 甲 {headline}"),
        ({"title": Text("重点", (Mark(0, 2, MarkKind.BOLD),))}, "### **重点** {headline}"),
        ({"title": Text("C #")}, "### C \\#"),
        ({"title": Text("见 {keep}"), "keep_together": True}, "### 见 \\{keep} {keep}"),
        ({"kind": ArticleKind.RUN_IN}, "### 题目 {run-in}"),
        ({"kind": ArticleKind.BRIEF, "title": Text(""), "keep_together": True}, "### {brief keep}"),
    ],
)
def test_a_heading_says_what_its_looks_do_not(fields, heading):
    assert written([paragraph("文。")], **fields)[0] == heading


def test_a_run_in_article_is_typed_as_editors_do():
    lead = paragraph("▲ 开会。近日，开会。", Mark(0, 5, MarkKind.BOLD))
    assert written([lead], kind=ArticleKind.RUN_IN, title=Text("开会")) == [
        "▲ **开会。** 近日，开会。"
    ]
    assert (
        written([lead], kind=ArticleKind.RUN_IN, title=Text("开了会"))[0] == "### 开了会 {run-in}"
    )


def test_a_run_in_article_whose_lead_ends_like_a_byline_says_what_it_is(path):
    string = "▲ 开会。（供稿：甲）"
    article = Article(
        ArticleKind.RUN_IN, Text("开会"), (paragraph(string, Mark(0, 5, MarkKind.BOLD)),), NOWHERE
    )
    issue = Issue(Masthead(), (Section("甲", (article,), NOWHERE),), Path(), NOWHERE)
    assert parts(*issue.sections)[2:] == ["### 开会 {run-in}", "**▲ 开会。**（供稿：甲） {text}"]
    assert without_sources(came_back(issue, path)) == without_sources(issue)


def test_a_title_with_a_label_below_an_open_article_says_it_is_one():
    one, two, three = (
        Article(ArticleKind.HEADLINE, Text(title), (paragraph("文。"),), NOWHERE)
        for title in ("甲", "一、乙", "二、丙")
    )
    assert parts(Section("栏目", (one, two, three), NOWHERE))[2::2] == [
        "### 甲",
        "### 一、乙 {headline}",
        "### 二、丙",
    ]


def test_photos_at_the_end_of_an_article_do_not_go_to_the_next():
    photo = Photo("a.jpg", "", NOWHERE)
    lead = paragraph("▲ 开会。", Mark(0, 5, MarkKind.BOLD))
    first = Article(ArticleKind.RUN_IN, Text("开会"), (lead, photo), NOWHERE)
    second = Article(ArticleKind.RUN_IN, Text("开会"), (lead,), NOWHERE)
    assert parts(Section("栏目", (first, second), NOWHERE))[2:] == [
        "▲ **开会。**",
        "![](a.jpg)",
        "### 开会 {run-in}",
        "▲ **开会。**",
    ]


def test_briefs_need_no_heading():
    briefs = [
        Article(ArticleKind.BRIEF, Text(""), (paragraph(f"{number}、甲。"),), NOWHERE)
        for number in (1, 2)
    ]
    assert parts(Section("简讯", tuple(briefs), NOWHERE))[1:] == [
        "## 【简讯】",
        "1、甲。",
        "2、甲。",
    ]
    assert parts(Section("动态", tuple(briefs), NOWHERE))[1:4] == [
        "## 【动态】",
        "### {brief}",
        "1、甲。",
    ]


@pytest.mark.parametrize(
    ("name", "line"), [("要闻", "## 【要闻】"), ("", "## {section}"), ("目录", "## 目录 {section}"), ("甲】", "## 甲】 {section}"), (" 甲", "## &#x20;甲 {section}")]
)  # fmt: skip
def test_a_section_says_it_is_one_where_brackets_do_not(name, line):
    assert parts(Section(name, (), NOWHERE))[1] == line


@pytest.mark.parametrize(
    ("level", "string", "line"),
    [(1, "一、甲", "#### 一、甲"), (2, "甲", "##### 甲"), (4, "甲", "###### 甲 {level-4}"), (1, "（一）甲", "#### （一）甲 {level-1}"), (3, "", "###### {level-3}")],
)  # fmt: skip
def test_a_subheading_names_its_level_where_its_label_does_not(level, string, line):
    assert written([Subheading(Text(string), level, NOWHERE)])[1] == line


@pytest.mark.parametrize(
    ("byline", "line"), [("【供稿：甲】", "【供稿：甲】"), ("张三", "张三 {byline}"), ("", "{byline}")]
)  # fmt: skip
def test_a_byline_says_it_is_one_where_its_words_do_not(byline, line):
    assert written(byline=Text(byline))[1] == line


def test_a_page_break_that_nothing_follows_is_said():
    page_break = PageBreak(NOWHERE)
    assert written([page_break, paragraph("甲。")])[1:] == ["---", "甲。"]
    assert written([paragraph("甲。"), page_break, page_break, Photo("a.jpg", "", NOWHERE)])[
        2:
    ] == ["{break}", "{break}", "![](a.jpg)"]


def test_breaks_before_sections_and_articles_are_rules():
    article = Article(ArticleKind.HEADLINE, Text("题"), (), NOWHERE, break_before=True)
    assert parts(Section("甲", (article,), NOWHERE, break_before=True))[1:] == [
        "---",
        "## 【甲】",
        "---",
        "### 题",
    ]


def test_notes_and_tables_are_lines_that_read_well():
    note = Note((Text("按语。"), Text(""), Text("# 又一段")), NOWHERE)
    table = Table((Text("甲"), Text("乙|")), ((Text("1"), Text("")),), ("left", "right"), NOWHERE)
    assert written([note, table])[1:] == [
        "> 按语。\n>\n> {text}\n>\n> \\# 又一段",
        "| 甲 | 乙\\| |\n|:---|---:|\n| 1 | |",
    ]


@pytest.mark.parametrize(
    ("fields", "markup"),
    [
        ({}, "![](a.jpg)"),
        ({"caption": "图[1] *甲*"}, "![图\\[1\\] \\*甲\\*](a.jpg)"),
        ({"width": 16.0, "line": 3}, "![](a.jpg){side=right width=16em line=3}"),
        ({"side": Side.LEFT, "standoff": 0.5}, "![](a.jpg){side=left standoff=0.5em}"),
        ({"crop": Crop(0.1, 0, 0.055, 0)}, '![](a.jpg){side=right crop="10% 0 5.5% 0"}'),
        ({"alt": '“会”"场"'}, '![](a.jpg){side=right alt="“会”&#x22;场&#x22;"}'),
        ({"path": "照片/一 张(1).jpg"}, "![](照片/一 张(1).jpg)"),
        ({"path": "100%(.jpg"}, "![](100%25%28.jpg)"),
    ],
)
def test_a_photo_has_the_attributes_that_are_not_usual(fields, markup):
    assert (
        written([Photo(**{"path": "a.jpg", "caption": "", "source": NOWHERE, **fields})])[1]
        == markup
    )


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("河湾简报", "publication: 河湾简报"),
        ("a: b", 'publication: "a: b"'),
        ("- 甲 #乙", 'publication: "- 甲 #乙"'),
        ("yes", 'publication: "yes"'),
        ("007", "publication: 007"),
        ('"甲"\\', 'publication: "\\"甲\\"\\\\"'),
        ("甲\u200b⼀", 'publication: "甲\\u200b\\u2f00"'),
        ("甲　乙", 'publication: "甲　乙"'),
    ],
)
def test_settings_are_quoted_where_yaml_would_see_more_in_them(value, line):
    text = manuscript_text(Issue(Masthead(publication=value), (), Path(), NOWHERE))
    assert text.splitlines()[:2] == ["---", line]


def test_an_issue_without_text_says_so(path):
    issue = Issue(Masthead("河湾简报"), (), Path(), NOWHERE)
    assert parts() == ["---\nlayout: jianbao-a4\n---", "{empty}"]
    assert came_back(issue, path).sections == ()


# What no manuscript can hold


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        (Text("甲\x00乙\x1f\x9f\uffff丙"), Text("甲乙丙")),
        (Text("甲\x0b乙\x85丙"), Text("甲 乙 丙")),
        (Text("甲\ud800乙", (Mark(1, 3, MarkKind.BOLD),)), Text("甲乙", (Mark(1, 2, MarkKind.BOLD),))),
        (Text("甲乙", (Mark(0, 0, MarkKind.KAI), Mark(0, 1, MarkKind.BOLD), Mark(1, 9, MarkKind.BOLD))), Text("甲乙", (Mark(0, 2, MarkKind.BOLD),))),
    ],
)  # fmt: skip
def test_what_no_text_can_hold_is_left_out(path, given_text, kept):
    issue = Issue(
        Masthead(),
        (
            Section(
                "甲",
                (
                    Article(
                        ArticleKind.HEADLINE, given_text, (Paragraph(given_text, NOWHERE),), NOWHERE
                    ),
                ),
                NOWHERE,
            ),
        ),
        Path(),
        NOWHERE,
    )
    (article,) = came_back(issue, path).sections[0].articles
    assert (article.title, article.blocks[0].text) == (kept, kept)


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ({"width": 0.0}, {"width": None}),
        ({"width": 999.0}, {"width": 200.0}),
        ({"standoff": -1.0}, {"standoff": 0.0}),
        ({"line": 123_456}, {"line": 9999}),
        ({"line": -1}, {"line": 0}),
        ({"path": ""}, {"path": "."}),
        ({"path": "https://a/b.jpg"}, {"path": "./https://a/b.jpg"}),
    ],
)
def test_values_no_photo_can_have_become_the_nearest(path, fields, kept):
    photo = Photo(**{"path": "a.jpg", "caption": "", "source": NOWHERE, **fields})
    issue = Issue(
        Masthead(),
        (Section("甲", (Article(ArticleKind.HEADLINE, Text("题"), (photo,), NOWHERE),), NOWHERE),),
        Path(),
        NOWHERE,
    )
    (again,) = came_back(issue, path).sections[0].articles[0].blocks
    assert {name: getattr(again, name) for name in kept} == kept


def test_a_crop_that_leaves_too_little_leaves_what_may_be(path):
    photo = Photo("a.jpg", "", NOWHERE, crop=Crop(0.6, 0.1, 0.39, -1))
    issue = Issue(
        Masthead(),
        (Section("甲", (Article(ArticleKind.HEADLINE, Text("题"), (photo,), NOWHERE),), NOWHERE),),
        Path(),
        NOWHERE,
    )
    crop = came_back(issue, path).sections[0].articles[0].blocks[0].crop
    assert (crop.left + crop.right, crop.left / crop.right, crop.top, crop.bottom) == (
        pytest.approx(0.9499),
        pytest.approx(0.6 / 0.39),
        0.1,
        0.0,
    )


def test_numbers_and_fields_no_masthead_can_have_are_left_out(path):
    issue = Issue(Masthead(" 甲\n乙 ", 0, 10_000_000), (), Path(), NOWHERE, Colophon(copies=-3), "")
    again = came_back(issue, path)
    assert (again.masthead, again.colophon, again.layout) == (
        Masthead("甲 乙"),
        Colophon(),
        "jianbao-a4",
    )


def test_blocks_that_say_nothing_are_left_out_and_rows_made_even():
    uneven = Table(
        (Text("甲"), Text("乙")),
        ((Text("1"),), (Text("1"), Text("2"), Text("3"))),
        ("left",),
        NOWHERE,
    )
    assert written([Note((), NOWHERE), Table((), (), (), NOWHERE), uneven])[1:] == [
        "| 甲 | 乙 |\n|:---|:---|\n| 1 | |\n| 1 | 2 3 |"
    ]
