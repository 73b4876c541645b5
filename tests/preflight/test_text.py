"""Slips of the pen: what is one, what is none, and what mending makes of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.preflight.text import flaws


def mended(string: str) -> str:
    for flaw in reversed(flaws(string)):
        assert flaw.mended is not None
        string = string[: flaw.start] + flaw.mended + string[flaw.end :]
    return string


def codes(string: str) -> list[str]:
    return [flaw.code for flaw in flaws(string)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("会议指出,要抓好落实。", "会议指出，要抓好落实。"),
        ("会议指出, 要抓好落实.", "会议指出，要抓好落实。"),
        ("要求:一是提高认识;二是压实责任", "要求：一是提高认识；二是压实责任"),
        ("怎么办?马上办!", "怎么办？马上办！"),
        ("国资委(以下简称委里)印发", "国资委（以下简称委里）印发"),
        ('他说"马上办"就走了', "他说“马上办”就走了"),
        ("参加会议的有OA,区里", "参加会议的有OA，区里"),
    ],
)
def test_half_width_marks_in_chinese_text_become_full_width(wrong, right):
    assert set(codes(wrong)) == {"mark-half-width"}
    assert mended(wrong) == right


@pytest.mark.parametrize(
    "string",
    [
        "1.压实责任，2.抓好落实。",
        "18:30 开会，比分 3:2，占 12.5%，共 1,284 字。",
        "见 https://www.example.org/a?b=c,d 一文。",
        "GB/T 15834-2011 Punctuation, general rules (draft).",
        "使用 OA (v2.1) 系统",
        "3) 落实；a) 整改",
        "凝“芯”聚力 共创未来——即刻感知",
        "It's “fine” in the ’90s",
        "The newsletter (简报), an issue a month, is set by one editor (编辑).",
    ],
)
def test_half_width_marks_stay_where_they_belong(string):
    assert codes(string) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("抓好落实。。", "抓好落实。"),
        ("要，，抓好", "要，抓好"),
        ("抓好落实，。", "抓好落实。"),
        ("甲、，乙", "甲，乙"),
        ("三、、四", "三、四"),
    ],
)
def test_of_doubled_marks_the_strongest_stays(wrong, right):
    assert codes(wrong) == ["mark-doubled"]
    assert mended(wrong) == right


@pytest.mark.parametrize("string", ["好！！", "什么？！", "……", "——", "“好。”。", "他说：“好！”"])
def test_marks_that_may_stand_together_are_no_fault(string):
    assert codes(string) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("推进“芯片产业。明年", "推进“芯片产业”。明年"),
        ("推进“芯“产业", "推进“芯”产业"),
        ("推进芯”产业", "“推进芯”产业"),
        ("印发《方案，抓好落实。", "印发《方案，抓好落实》。"),
        ("（以下简称“方案）", "（以下简称“方案”）"),
    ],
)
def test_a_mark_without_partner_gets_one(wrong, right):
    assert codes(wrong) == ["mark-unpaired"]
    assert mended(wrong) == right


@pytest.mark.parametrize(
    "string",
    [
        "（一）抓落实",
        "1）抓落实；2）抓整改",
        "一）抓落实",
        "“他说‘好’。”",
        "《〈方案〉解读》",
        "【供稿：甲】",
        "a）甲",
    ],
)
def test_pairs_and_labels_are_no_fault(string):
    assert codes(string) == []


def test_a_quotation_over_paragraphs_is_opened_in_each_and_closed_in_the_last():
    assert flaws("“第一段。", continues=True) == []
    assert [flaw.code for flaw in flaws("“第一段。")] == ["mark-unpaired"]


@pytest.mark.parametrize(
    "string", ["查划三《儿干九习风）是这样的。", "反映‘“有名无实！多年”的问题。"]
)
def test_marks_that_would_cross_others_are_left_to_the_editor(string):
    assert {(flaw.code, flaw.mended) for flaw in flaws(string)} == {("mark-unpaired", None)}


def test_of_two_in_one_another_the_inner_is_mended_first():
    string = "他说“学习《条例后回来。"
    assert [flaw.mended for flaw in flaws(string)] == [None, "《条例后回来》"]
    assert mended("他说“学习《条例》后回来。") == "他说“学习《条例》后回来”。"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("12 月 22日", "12月22日"),
        ("2025 年8 月 31 日", "2025年8月31日"),
        ("2025年 8月", "2025年8月"),
    ],
)
def test_mixed_spaces_in_a_date_go(wrong, right):
    assert codes(wrong) == ["spacing-mixed"]
    assert mended(wrong) == right


@pytest.mark.parametrize(
    "string",
    ["12 月 22 日", "12月22日", "7 月底，7月底", "2025 年 8 月 31 日", "12 月 29 日至 30，副区长"],
)
def test_a_date_spaced_one_way_is_no_fault(string):
    assert codes(string) == []


@pytest.mark.parametrize(
    "string",
    [
        "由XXX主持",
        "待补",
        "（待定）",
        "此处填写单位名称",
        "联系人：＿＿＿",
        "×××同志",
        "(待核实)",
        "TODO 数字",
    ],
)
def test_placeholders_are_found(string):
    assert "placeholder" in codes(string)


@pytest.mark.parametrize(
    "string",
    [
        "时间待定，另行通知。",
        "亟待补充的短板",
        "此处景色宜人",
        "有待补齐",
        "××公司",
        "XX 型",
        "待补充资金到位后",
    ],
)
def test_words_that_only_look_like_placeholders_are_none(string):
    assert "placeholder" not in codes(string)


@given(st.text(alphabet="甲乙，。、；：！？“”‘’（）《》()\"',.:;!? 12月年日aX…—", max_size=24))
def test_flaws_lie_inside_their_text_and_say_something_else(string):
    for flaw in flaws(string):
        assert 0 <= flaw.start <= flaw.end <= len(string)
        assert flaw.mended is None or flaw.mended != string[flaw.start : flaw.end]
