"""What stands right below a title and around a table: subtitle, date and origin; caption, widths,
merged cells and notes.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from any_issue import NOWHERE

from layouts.issue.article import (
    Article,
    ArticleKind,
    CellAlignment,
    CellSpan,
    Paragraph,
    Section,
    Table,
)
from layouts.issue.issue import Issue, Masthead
from layouts.issue.photo import PhotoPlace
from layouts.issue.text import Mark, MarkKind, Text
from layouts.manuscript.write import manuscript_text

GRID = "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |"


def strings(article):
    return [block.text.string for block in article.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("words", [("subtitle", "date", "origin"), ("副题", "日期", "来源")])
def test_lines_right_below_a_title_can_say_what_they_are(body, words):
    subtitle, date, origin = words
    (article,) = body(
        f"### 题目\n\n——记*甲* {{{subtitle}}}\n\n2026 年 5 月 20 日 {{{date}}}\n\n新华社 {{{origin}}}\n\n文。"
    )
    assert article.subtitle == Text("——记甲", (Mark(3, 4, MarkKind.KAI),))
    assert (article.date, article.origin, strings(article)) == (
        datetime.date(2026, 5, 20),
        "新华社",
        ["文。"],
    )


@pytest.mark.parametrize("line", ["副题 {subtitle}", "2026-05-20 {date}", "新华社 {origin}"])
def test_elsewhere_they_are_text_as_typed(body, line):
    (article,) = body(f"### 题目\n\n文。\n\n{line}")
    assert (article.subtitle, article.date, article.origin, strings(article)) == (
        None,
        None,
        "",
        ["文。", line],
    )


@pytest.mark.parametrize("line", ["明天 {date}", "2026-02-30 {date}", "{date}", "{origin}"])
def test_what_says_nothing_that_it_could_be_is_text_as_typed(body, line):
    (article,) = body(f"### 题目\n\n{line}\n\n文。")
    assert (article.date, article.origin, strings(article)) == (None, "", [line, "文。"])


@pytest.mark.parametrize("line", ["副题 {subtitle}", "2026-05-20 {date}", "新华社 {origin}"])
def test_said_twice_the_second_is_text_as_typed(body, line):
    (article,) = body(f"### 题目\n\n{line}\n\n{line}")
    assert strings(article) == [line]


def test_an_origin_is_characters_only_and_loses_nothing(body):
    (article,) = body("### 题目\n\n[新华社](https://a.b) {origin}\n\n文。")
    assert article.origin == "[新华社](https://a.b)"


@pytest.mark.parametrize("kind", ArticleKind)
def test_an_article_with_a_head_has_a_heading(kind):
    article = Article(
        kind,
        Text("题"),
        (Paragraph(Text("文。"), NOWHERE),),
        NOWHERE,
        subtitle=Text("副"),
        date=datetime.date(2026, 5, 20),
        origin="某报",
    )
    parts = manuscript_text(
        Issue(Masthead(), (Section("甲", (article,), NOWHERE),), Path(), NOWHERE)
    ).split("\n\n")[2:]
    heading = "### 题" if kind is ArticleKind.HEADLINE else f"### 题 {{{kind.value}}}"
    assert parts == [heading, "副 {subtitle}", "2026-05-20 {date}", "某报 {origin}", "文。\n"]


def test_a_table_has_what_stands_around_it(blocks):
    written = f'表 1 {{caption}}\n\n{GRID}\n\n{{widths="8 auto" spans="1,0:2x1"}}\n\n注：**略**。 {{table-note}}\n\n又注。 {{表注}}\n\n文。'
    table, after = blocks(written)
    assert (table.caption, table.widths, table.spans) == (
        Text("表 1"),
        (8.0, None),
        (CellSpan(1, 0, 2, 1),),
    )
    assert table.notes == (Text("注：略。", (Mark(2, 3, MarkKind.BOLD),)), Text("又注。"))
    assert after.text == Text("文。")


WORDS = (
    '{spans="0,0:1x2" header-rows=2 header-columns=1 aligns="1,0:right 2,1:center" zebra=yes place=foot across=all}',
    "{合并=“0,0:1x2” 表头行=2 表头列=1 单格对齐=“1,0:右 2,1:中” 隔行底色=是 放在=页脚 跨栏=全部}",
)


@pytest.mark.parametrize("words", WORDS)
def test_what_heads_a_table_and_how_single_cells_stand(blocks, words):
    grid = "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |"
    table, after = blocks(f"{grid}\n\n{words}\n\n资料来源：馆办。 {{table-source}}\n\n文。")
    assert (table.header_rows, table.header_columns, table.zebra) == (2, 1, True)
    assert table.spans == (CellSpan(0, 0, 1, 2),)
    assert (table.place, table.across) == (PhotoPlace.FOOT, 0)
    assert table.own_alignments == (CellAlignment(1, 0, "right"), CellAlignment(2, 1, "center"))
    assert table.data_source == Text("资料来源：馆办。")
    assert after.text == Text("文。")


@pytest.mark.parametrize("words", ["{header-rows=9}", '{aligns="9,0:left"}', "{header-columns=2}"])
def test_heads_that_a_table_cannot_have_are_text_as_typed(blocks, words):
    table, text = blocks(f"{GRID}\n\n{words}")
    assert (table.header_rows, table.header_columns, text.text) == (1, 0, Text(words))


def test_it_is_written_as_it_is_read(read):
    head = "---\nlayout: jianbao-a4\n---\n\n## 【甲】\n\n### 题\n\n"
    written = f'{head}表 1 {{caption}}\n\n{GRID}\n\n{{widths="8 auto" spans="1,0:2x1"}}\n\n注。 {{table-note}}\n\n馆办。 {{table-source}}\n'
    assert manuscript_text(read(written)[0]) == written


@pytest.mark.parametrize("words", ["{列宽=“8em 自动”}", "{ widths = “8 auto” }"])
def test_widths_may_be_said_in_chinese(blocks, words):
    assert blocks(f"{GRID}\n\n{words}")[0].widths == (8.0, None)


@pytest.mark.parametrize(
    "words",
    [
        *(
            '{widths="8 8 8"}',
            '{widths="0 1"}',
            '{widths="999 1"}',
            '{widths="8pt 1"}',
            '{spans="1,0:9x9"}',
            '{spans="0,0:1x1"}',
            "{}",
        ),
        *(
            '{spans="0,0:2x2 1,1:2x1"}',
            '{spans="9,9:1x2"}',
            '{widths=""}',
            '{rows="1"}',
            '{widths="8 8"} 文',
        ),
    ],
)
def test_words_that_a_table_cannot_have_are_text_as_typed(blocks, words):
    table, text = blocks(f"{GRID}\n\n{words}")
    assert (table.widths, table.spans, text.text) == ((), (), Text(words))


@pytest.mark.parametrize("line", ["表 1 {caption}", "注。 {table-note}", '{widths="8 8"}'])
def test_away_from_a_table_such_lines_are_text_as_typed(blocks, line):
    assert [block.text.string for block in blocks(f"文。\n\n{line}\n\n又一段。")] == [
        "文。",
        line,
        "又一段。",
    ]


def test_text_below_a_table_that_looks_like_words_about_it_stays_text(read):
    table = Table((Text("甲"),), (), ("left",), NOWHERE)
    lines = ('{widths="8"}', "注 {table-note}")
    blocks = (table, *(Paragraph(Text(line), NOWHERE) for line in lines))
    issue = Issue(
        Masthead(),
        (Section("甲", (Article(ArticleKind.HEADLINE, Text("题"), blocks, NOWHERE),), NOWHERE),),
        Path(),
        NOWHERE,
    )
    again = read(manuscript_text(issue))[0].sections[0].articles[0]
    assert (again.blocks[0].widths, again.blocks[0].notes, strings(again)) == ((), (), list(lines))


@pytest.mark.parametrize(
    ("row", "written"), [("1", "row=1"), ("一 排", 'row="一 排"'), ('"', 'row="&#x22;"')]
)
def test_photos_of_one_row_name_it(blocks, row, written):
    first, second = blocks(
        f"![](a.jpg){{{written}}}\n\n![两张](b.jpg){{side=left 并排={written[4:]}}}"
    )
    assert (first.row, second.row) == (row, row)


UNDER = """表 1　各馆 {caption}
| 馆 | 人次 |
|---|---|
| 总馆 | 21.6 |
{widths="8 auto" zebra=yes}
注：全年数。 {table-note}
来源：馆办。 {资料来源}"""


def test_words_right_under_a_table_are_about_it_without_an_empty_line(blocks):
    (table,) = blocks(UNDER)
    assert (table.widths, table.zebra, len(table.rows)) == ((8.0, None), True, 1)
    assert [note.string for note in table.notes] == ["注：全年数。"]
    assert table.data_source.string == "来源：馆办。"


def test_what_stands_under_such_words_is_no_row_either(blocks):
    table, one, other = blocks(f"{GRID}\n{{zebra=yes}}\n文。\n　　又一段。")
    assert (table.zebra, len(table.rows)) == (True, 2)
    assert [one.text.string, other.text.string] == ["文。", "又一段。"]


def test_a_form_right_under_a_table_is_a_paragraph(blocks):
    table, item = blocks(f"{GRID}\n压实责任。 {{numbered}}")
    assert len(table.rows) == 2
    assert item.form is not None


def test_a_row_in_bars_is_a_row_whatever_its_words(blocks):
    (table,) = blocks(f"{GRID}\n| {{zebra=yes}} |")
    assert table.rows[-1][0].string == "{zebra=yes}"


def test_braces_under_a_table_that_say_nothing_known_are_reported(read):
    issue, findings = read(f"## 【甲】\n\n### 题\n\n{GRID}\n{{width=8}}")
    (table,) = issue.sections[0].articles[0].blocks
    assert table.rows[-1][0].string == "{width=8}"
    assert [(found.level, found.code, found.source.line) for found in findings] == [
        ("warning", "words-unused", 9)
    ]
