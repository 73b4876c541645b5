"""Notes as GFM and pandoc write them: a sign in the text, the words on a line of their own."""

import pytest

from layouts.issue.text import MarkKind
from layouts.manuscript.write import manuscript_text

HEAD = "## 【栏目】\n\n### 题目\n\n"


def article(read, body):
    issue, _ = read(HEAD + body)
    return issue.sections[0].articles[0]


def notes(found):
    return [
        (block.text.string[mark.start : mark.end], mark.value)
        for block in found.blocks
        for mark in block.text.marks
        if mark.kind is MarkKind.NOTE
    ]


def strings(found):
    return [block.text.string for block in found.blocks]


def test_the_words_stand_at_the_sign_and_are_no_paragraph(read):
    found = article(read, "数据[^1]甲。\n\n丙[^图]丁。\n\n[^1]: 见附件。\n[^图]: 见《图》第[2]页。")
    assert strings(found) == ["数据甲。", "丙丁。"]
    assert notes(found) == [("据", "见附件。"), ("丙", "见《图》第[2]页。")]


def test_they_may_be_told_before_and_used_twice(read):
    found = article(read, "[^a]: 同上。\n\n甲[^a]，乙[^a]。")
    assert notes(found) == [("甲", "同上。"), ("乙", "同上。")]


def test_words_go_on_below_and_after_a_blank_line_where_they_are_indented(read):
    found = article(read, "甲[^1]乙。\n\n[^1]: 第一行，\n第二行。\n\n    第二段。\n\n正文。")
    assert notes(found) == [("甲", "第一行，第二行。第二段。")]
    assert strings(found) == ["甲乙。", "正文。"]


def test_cells_and_titles_have_them(read):
    issue, _ = read("## 【栏目】\n\n### 题目[^1]\n\n| 名[^1] |\n|---|\n| 甲 |\n\n[^1]: 甲|乙。\n")
    (made,) = issue.sections[0].articles
    (mark,), (cell,) = made.title.marks, made.blocks[0].header[0].marks
    assert mark.value == cell.value == "甲|乙。"


@pytest.mark.parametrize(
    "typed",
    [
        "甲[^1]乙。",  # nothing is told of it
        "[^1]: 没有人用。",
        "甲\\[^1]乙。\n\n[^1]: 转义了。",
        "甲[^ 1]乙。\n\n[^ 1]: 名称里有空格。",
        "甲[^1]乙。\n\n[^1]:",
    ],
)
def test_anything_else_prints_as_typed(read, typed):
    found = article(read, typed)
    assert notes(found) == []
    assert "\n\n".join(strings(found)) == typed.replace("\\", "")


def test_lines_keep_their_numbers(read):
    found = article(read, "[^1]: 甲\n乙\n\n丙[^1]。")
    assert found.blocks[0].source.line == 8


def test_it_is_written_as_a_note_at_its_words_and_what_only_looks_so_with_a_backslash(read):
    issue, _ = read(HEAD + "数据[^1]。\n\n\\[^2]: 不是注释。\n\n乙\\[^2]。\n\n[^1]: 见附件。")
    written = manuscript_text(issue)
    assert "[^1]" not in written
    again, _ = read(written)
    one, other = issue.sections[0].articles[0], again.sections[0].articles[0]
    assert [block.text for block in one.blocks] == [block.text for block in other.blocks]


def test_a_long_text_of_signs_takes_no_longer_than_it_is_long(read):
    found = article(read, "[^1]:" * 2000 + "\n\n" + "[^" * 20000)
    assert notes(found) == []
