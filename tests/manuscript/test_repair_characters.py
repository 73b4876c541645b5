"""Characters that came in wrong: what becomes of them, and that the editor is told."""

from __future__ import annotations

import pytest

BODY = "## 【栏目】\n\n### 题目\n\n{}\n"


def first_text(issue):
    return issue.sections[0].articles[0].blocks[0].text.string


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("\ue815", "\u2e81"),
        ("\ue816", "\U00020087"),
        ("\ue864", "\u9fbb"),
        ("\ue831", "\U000215d7"),
    ],
)
def test_gbk_private_use_becomes_standard(read, character, expected):
    issue, findings = read(BODY.format(f"名字{character}字。"))
    assert first_text(issue) == f"名字{expected}字。"
    assert [(finding.level, finding.code, finding.source.line) for finding in findings] == [
        ("notice", "private-use-converted", 5)
    ]


@pytest.mark.parametrize(
    ("radical", "hanzi"),
    [("\u2f00", "一"), ("\u2f8f", "行"), ("\u2fd5", "龠"), ("⻓", "长"), ("⺠", "民")],
)
def test_a_radical_becomes_the_hanzi(read, radical, hanzi):
    issue, findings = read(BODY.format(f"甲{radical}乙。"))
    assert first_text(issue) == f"甲{hanzi}乙。"
    assert findings[0].code == "radicals-converted"


def test_a_radical_that_gbk_has_of_its_own_stays(read):
    issue, findings = read(BODY.format("部首⺁是什么。"))
    assert first_text(issue) == "部首⺁是什么。"
    assert findings == ()


def test_the_notice_counts_and_names_the_first(read):
    _, findings = read(BODY.format("⼀⼆三。"))
    assert "2 个部首字符（第一个是 ⼀，U+2F00）" in findings[0].zh


def test_control_characters_are_removed_with_a_warning(read):
    issue, findings = read(
        BODY.format("甲\x07乙\x00丙，各单位要认真学习，抓好落实，确保工作取得实效。")
    )
    assert first_text(issue) == "甲乙丙，各单位要认真学习，抓好落实，确保工作取得实效。"
    assert [(finding.level, finding.code) for finding in findings] == [
        ("warning", "control-characters")
    ]


def test_the_line_break_of_word_is_a_space(read):
    issue, findings = read(BODY.format("New\x0bYork"))
    assert first_text(issue) == "New York"
    assert findings == ()


def test_invisible_characters_are_removed_with_a_notice(read):
    issue, findings = read(BODY.format("甲\u200b乙\ufeff。"))
    assert first_text(issue) == "甲乙。"
    assert [(finding.level, finding.code) for finding in findings] == [
        ("notice", "invisible-characters")
    ]


def test_joiners_of_emoji_stay(read):
    issue, _ = read(BODY.format("👩\u200d🔬是科学家。"))
    assert "\u200d" in first_text(issue)


def test_a_character_lost_earlier_is_a_warning(read):
    issue, findings = read(BODY.format("姓\ufffd名。"))
    assert first_text(issue) == "姓\ufffd名。"
    assert findings[0].code == "lost-characters"


def test_an_ordinary_manuscript_has_no_repairs(read):
    _, findings = read(BODY.format("—— “甲”、《乙》……①②③ ▲★※ ℃ ÄÖÜ é 𠮷 ㎡。"))
    assert findings == ()
