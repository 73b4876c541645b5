"""Sub-headings of four levels, and numbered lines that are text."""

import pytest
from typed_text import NEWS, TITLE, headings, only, paragraphs, recognised

from layouts.importing.recognition import Answer


def test_four_levels_stand_alone_on_their_lines_without_blank_lines() -> None:
    lines = (TITLE, "一、检修情况", NEWS[0], "（一）机电设备", NEWS[1], "1.更换阀门", NEWS[2])
    lines += ("（1）进度安排", NEWS[0], "二、下一步打算", NEWS[2], "供稿：水务站")
    known = only("\n".join(lines))
    assert headings(known) == [
        (1, "一、检修情况"),
        (2, "（一）机电设备"),
        (3, "1.更换阀门"),
        (4, "（1）进度安排"),
        (1, "二、下一步打算"),
    ]
    assert len(paragraphs(known)) == 5


@pytest.mark.parametrize(
    ("first", "second", "level"),
    [
        ("一、检修情况", "二、下一步打算", 1),
        ("一、检修情况：", "二、下一步打算：", 1),
        ("一、检修情况。", "二、下一步打算。", 1),
        ("一、加强领导，压实责任", "二、加强巡查，消除隐患", 1),
        ("（一）检修情况", "（二）下一步打算", 2),
        ("(一)检修情况", "(二)下一步打算", 2),
        ("1、检修情况", "2、下一步打算", 3),
        ("1．检修情况", "2．下一步打算", 3),
        ("1. 检修情况", "2. 下一步打算", 3),
        ("①检修情况", "②下一步打算", 4),
        ("第一部分 检修情况", "第二部分 下一步打算", 1),
        ("第一章 检修情况", "第二章 下一步打算", 1),
        ("第一节 检修情况", "第二节 下一步打算", 2),
    ],
)
def test_a_label_alone_on_its_line_makes_a_heading(first: str, second: str, level: int) -> None:
    for gap in ("\n", "\n\n"):
        known = only(gap.join((TITLE, first, NEWS[0], second, NEWS[1])))
        assert headings(known) == [(level, first), (level, second)]


@pytest.mark.parametrize(
    "lines",
    [
        ("第一，早部署。" + NEWS[0], "第二，早行动。" + NEWS[1]),
        ("一是早部署。" + NEWS[0], "二是早行动。" + NEWS[1]),
        ("首先，" + NEWS[0], "其次，" + NEWS[1]),
        ("一、早部署。" + NEWS[0], "二、早行动。" + NEWS[1]),
        ("1.早部署。" + NEWS[0], "2.早行动。" + NEWS[1]),
        ("议程如下：", "1.站长介绍", "2.现场查看", "3.交流讨论", NEWS[0]),
        ("要求：", "（一）压实责任；", "（二）加强巡查；", "（三）及时上报。", NEWS[0]),
        ("参会单位：", "水务站", "石桥村", "澜汀书房", NEWS[0]),
        ("问：检修何时完成？", "答：" + NEWS[0]),
        ("3.5万群众受益。", NEWS[0]),
    ],
)
def test_numbered_text_and_lists_are_paragraphs(lines: tuple[str, ...]) -> None:
    known = only("\n".join((TITLE, NEWS[2], *lines)))
    assert headings(known) == []
    assert paragraphs(known) == [NEWS[2], *lines]


def test_a_short_line_between_paragraphs_is_a_heading_that_is_asked_about() -> None:
    found = recognised("\n".join((TITLE, NEWS[0], "险情早发现", NEWS[1])))
    assert headings(found.articles[0]) == [(1, "险情早发现")]
    (doubt,) = found.doubts
    assert (doubt.code, doubt.block) == ("subheading-doubtful", 1)
    assert doubt.answers == (Answer.SUBHEADING, Answer.TEXT, Answer.TITLE)


@pytest.mark.parametrize("line", ["水涨船高，", "名单如下：", "他说。", "水利万物；", "春、"])
def test_a_short_line_that_goes_on_or_ends_is_no_heading(line: str) -> None:
    assert headings(only("\n".join((TITLE, NEWS[0], line, NEWS[1])))) == []


def test_labels_of_a_heading_keep_their_characters() -> None:
    known = only("\n".join((TITLE, "一、  检修情况", NEWS[0], "二、 打算", NEWS[1])))
    assert headings(known) == [(1, "一、  检修情况"), (1, "二、 打算")]
