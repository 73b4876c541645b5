"""Paragraphs cut in two at page turns: which are joined and which are not."""

from __future__ import annotations

import pytest

from layouts.issue.article import Paragraph
from layouts.issue.photo import Photo

RUNNING = "街道党工委召开专题会议，传达上级精神，研究部署下一阶段重点工作，要求各社区抓好"


def strings(found):
    return [block.text.string for block in found if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (RUNNING, "落实，确保取得实效。"),
        ("会议要求，", "各单位抓好落实。"),
        ("排查违规转租、", "分租等行为。"),
        ("成立专班，以“工作会+专题", "培训会”形式推进。"),
        ("印发《关于做好", "工作的通知》。"),
        ("各单位", "，要抓好落实。"),
        ("1. 压实责任。当天排好各馆值守名单，明确职责分工，形成", "工作合力。"),
        ("**一是**认真学习。各单位开展集中学习，深入领会精神，不断提高", "政治站位。"),
    ],
)
def test_halves_of_a_sentence_are_joined(blocks, first, second):
    assert strings(blocks(f"{first}\n\n{second}")) == [f"{first}{second}".replace("*", "")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("会议要求抓好落实。", "各单位积极行动。"),
        ("据负责人介绍：", "各单位积极行动。"),
        ("各位同志", "今天召开会议，部署工作。"),
        ("部署动员聚合力，提振精神早行动", "会议强调，要抓好落实。"),
        ("**部署动员聚合力，提振精神早行动，确保各项工作落到实处**", "会议强调，要抓好落实。"),
        (RUNNING, "一、加强领导。"),
        (RUNNING, "（一）加强领导。"),
        (RUNNING, "1. 加强领导。"),
        (RUNNING, "第二，加强领导。"),
        (RUNNING, "某某办公室"),
        ("他说：“抓好落实。”", "会后，各单位行动。"),
        ("会议指出，要抓好落实（见附件）", "会后，各单位积极行动。"),
    ],
)
def test_paragraphs_that_stand_alone_are_not_joined(blocks, first, second):
    assert len(strings(blocks(f"{first}\n\n{second}"))) == 2


def test_a_paragraph_may_be_cut_more_than_once(blocks):
    assert len(strings(blocks(f"{RUNNING}\n\n{RUNNING[:-2]}，\n\n落实。"))) == 1


def test_latin_words_are_joined_with_a_space(blocks):
    assert strings(blocks("The meeting was held in the hall,\n\nand all came.")) == [
        "The meeting was held in the hall, and all came."
    ]


def test_bold_stays_with_its_words(blocks):
    (paragraph,) = blocks(f"{RUNNING}\n\n**落实**，确保实效。")
    assert [paragraph.text.string[start:end] for start, end, *_ in paragraph.text.marks] == ["落实"]


def test_the_whole_has_the_source_of_its_first_half(blocks):
    assert blocks(f"{RUNNING}\n\n落实。")[0].source.line == 5


def test_a_join_is_told(read):
    _, findings = read(f"## 【甲】\n\n### 题\n\n{RUNNING}\n\n落实。")
    assert [(finding.level, finding.code, finding.source.line) for finding in findings] == [
        ("notice", "paragraph-joined", 7)
    ]


def test_a_photo_between_the_halves_stands_before_the_whole(blocks):
    found = blocks(f"甲。\n\n{RUNNING}，\n\n![图](a.jpg)\n\n落实。")
    assert [type(block) for block in found] == [Paragraph, Photo, Paragraph]
    assert strings(found)[1].endswith("抓好，落实。")


def test_a_page_turn_of_the_editors_is_never_joined_over(blocks):
    assert len(strings(blocks(f"{RUNNING}，\n\n---\n\n落实。"))) == 2


def test_articles_are_never_joined(body):
    assert len(body(f"### 甲\n\n{RUNNING}，\n\n### 乙\n\n落实。")) == 2
