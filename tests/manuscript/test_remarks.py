"""Remarks: what a manuscript says to its writers and to other programs is not printed."""

import pytest

from layouts.manuscript.write import manuscript_text

HEAD = "## 【栏目】\n\n### 题目\n\n"


def texts(issue):
    return [block.text.string for block in issue.sections[0].articles[0].blocks]


@pytest.mark.parametrize(
    "remark",
    [
        "<!-- 不要刊登 -->",
        "%%不要刊登%%",
        "<!--\n不要刊登\n\n两段\n-->",
        "%%\n不要刊登\n%%",
        "[toc]",
        "[TOC]",
        ":::",
        "::: {.note}",
        '::: {custom-style="Body Text"}',
        "::: warning",
    ],
)
def test_a_remark_on_lines_of_its_own_is_not_printed_and_is_told(read, remark):
    issue, findings = read(f"{HEAD}前一段。\n\n{remark}\n\n后一段。")
    assert texts(issue) == ["前一段。", "后一段。"]
    told = [finding for finding in findings if finding.code == "remark-left-out"]
    assert [(finding.level, finding.source.line) for finding in told] == [("notice", 7)]


@pytest.mark.parametrize(
    "typed",
    [
        "增长 5%% 和 3%%",
        "<!-- 没有结束",
        "%% 没有结束",
        "<!-- 前 --> 后面的字",
        "文字 <!-- 中间 --> 文字",
    ],
)
def test_what_is_no_remark_by_itself_prints_as_typed(read, typed):
    issue, _ = read(f"{HEAD}{typed}")
    assert texts(issue) == [typed]


@pytest.mark.parametrize("typed", ["%%甲%%", "<!-- 甲 -->", "[toc]", ":::", "::: {.note}"])
def test_a_backslash_makes_text_of_a_remark_and_saving_writes_it(read, typed):
    issue, _ = read(f"{HEAD}\\{typed}")
    assert texts(issue) == [typed]
    again, _ = read(manuscript_text(issue))
    assert texts(again) == [typed]


def test_a_hundred_thousand_beginnings_without_an_end_are_read_in_a_moment(read):
    issue, _ = read(HEAD + "<!-- 甲\n\n" * 20_000)
    assert len(texts(issue)) == 20_000
