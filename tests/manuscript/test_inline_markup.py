"""The text of a paragraph: bold and kai also where Chinese marks stand beside the asterisks, joined
lines, escapes.
"""

from __future__ import annotations

import pytest

from layouts.errors import Source
from layouts.issue.text import Text
from layouts.manuscript.dialect import make_parser
from layouts.manuscript.inline import join_lines, read_inline


def inline(content, findings=None):
    text, photos = read_inline(
        content, Source("issue.md", 1), make_parser, [] if findings is None else findings
    )
    assert photos == ()
    return text


def set_apart(content):
    text = inline(content)
    return [(text.string[start:end], kind.value) for start, end, kind, _ in text.marks]


@pytest.mark.parametrize(
    ("content", "bold"),
    [
        ("**注意。**后面的字", "注意。"),
        ("前面**“引号”**后面", "“引号”"),
        ("**“引号”**文", "“引号”"),
        ("文**《书名》**文", "《书名》"),
        ("文**（一）**文", "（一）"),
        ("文**(1)**文", "(1)"),
        ("**2. 细化落实，强化保障。**根据", "2. 细化落实，强化保障。"),
        ("前面，**调研时**，他指出", "调研时"),
        ("**3.5%**增长", "3.5%"),
        ("达到**98.39%。**后面", "98.39%。"),
        ("**——完**文", "——完"),
        ("Use **bold** here", "bold"),
        ("**a.**后", "a."),
    ],
)
def test_bold_closes_and_opens_beside_chinese_marks(content, bold):
    assert set_apart(content) == [(bold, "bold")]
    assert inline(content).string == content.replace("**", "")


def test_bold_follows_bold():
    assert set_apart("**甲。**乙**丙。**丁") == [("甲。", "bold"), ("丙。", "bold")]


def test_kai_is_one_asterisk():
    assert set_apart("甲*（楷体）*乙") == [("（楷体）", "kai")]


def test_kai_beside_bold():
    assert set_apart("*甲***乙**") == [("甲", "kai"), ("乙", "bold")]


def test_bold_inside_kai_is_bold():
    assert set_apart("*甲**乙**丙*") == [("甲", "kai"), ("乙", "bold"), ("丙", "kai")]


def test_bold_kai_is_bold():
    assert set_apart("***甲***") == [("甲", "bold")]


def test_adjoining_bold_is_one_stretch():
    assert set_apart("**甲**\\\n**乙**") == [("甲乙", "bold")]


@pytest.mark.parametrize(
    "content",
    [
        "3*4=12",
        "5 * 6",
        "A* 和 B*",
        "_下划线_",
        "a_b_c",
        "`代码`",
        "<b>字</b>",
        "[字](b.md)",
        "[字][1]",
        "~~~删~~~",
        "甲~~ 乙 ~~丙",
        "10~20",
        "~~",
    ],
)
def test_what_is_no_markup_here_prints_as_typed(content):
    assert inline(content) == Text(content)


def test_western_emphasis_keeps_to_commonmark():
    assert set_apart('a**"b"**c') == []
    assert inline('a**"b"**c').string == 'a**"b"**c'


@pytest.mark.parametrize(
    ("content", "string"),
    [
        (r"\*不是楷体\*", "*不是楷体*"),
        (r"\# 甲", "# 甲"),
        (r"1\. 甲", "1. 甲"),
        (r"C:\甲", r"C:\甲"),
        ("&lt;甲&gt;&amp;&#20013;", "<甲>&中"),
        ("AT&T 与 A&B;", "AT&T 与 A&B;"),
        ("甲&nbsp;乙", "甲 乙"),
        ("甲&#10;乙", "甲 乙"),
    ],
)
def test_escapes_and_entities_are_resolved(content, string):
    assert inline(content).string == string


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("甲乙\n丙丁", "甲乙丙丁"),
        ("甲乙，\n丙丁", "甲乙，丙丁"),
        ("one\ntwo", "one two"),
        ("甲\ntwo", "甲two"),
        ("one\n乙", "one乙"),
        ("甲乙  \n丙丁", "甲乙丙丁"),
        ("甲乙\\\n丙丁", "甲乙丙丁"),
        ("one\\\ntwo", "one two"),
        ("　　甲乙\n　丙", "甲乙丙"),
        ("甲\t乙", "甲 乙"),
        ("**甲\n乙**", "**甲乙**"),
    ],
)
def test_lines_of_a_paragraph_join(lines, joined):
    assert join_lines(lines) == joined


def test_spaces_inside_a_paragraph_stay_as_typed():
    assert inline("　　2023 年 12 月，共 3 人。 ") == Text("2023 年 12 月，共 3 人。")


def test_unpaired_asterisks_print_and_are_reported():
    findings = []
    assert inline("** 注意 **后面", findings).string == "** 注意 **后面"
    assert [(finding.level, finding.code) for finding in findings] == [
        ("warning", "stray-asterisks")
    ]


def test_escaped_asterisks_are_not_reported():
    findings = []
    assert inline(r"\*\*甲", findings).string == "**甲"
    assert findings == []


def test_an_entity_that_begins_with_a_capital_is_resolved():
    assert inline("&Eacute;cole 的校长") == Text("École 的校长")


def photos_in(content):
    return read_inline(content, Source("issue.md", 1), make_parser, [])


def test_words_behind_a_photo_stay_in_the_paragraph():
    text, photos = photos_in("![图](a.jpg) 后面的话")
    assert text == Text("后面的话")
    assert [photo.path for photo in photos] == ["a.jpg"]


def test_photos_alone_may_stand_apart_by_spaces_and_lines():
    text, photos = photos_in("![一](a.jpg)  ![二](b.jpg)\n![三](c.jpg) ")
    assert text == Text("")
    assert [(photo.caption.string, photo.source.line) for photo in photos] == [
        ("一", 1),
        ("二", 1),
        ("三", 2),
    ]


def test_markup_in_a_caption_is_no_part_of_it():
    _, photos = photos_in("![**图**说 &amp; 注](a.jpg)")
    assert [photo.caption.string for photo in photos] == ["图说 & 注"]


def test_each_photo_knows_its_own_line():
    _, photos = photos_in("![一](a.jpg)甲\n乙\n![二](b.jpg)\n丙![三](c.jpg)")
    assert [photo.source.line for photo in photos] == [1, 3, 4]


def test_a_backslash_at_the_end_of_a_line_is_a_hard_break_and_two_are_a_backslash():
    assert join_lines("甲\\\n乙") == "甲乙"
    assert join_lines("甲\\\\\n乙") == "甲\\\\乙"
    assert join_lines("one \\\ntwo") == "one two"


def test_an_empty_line_inside_a_paragraph_does_not_part_latin_words_from_chinese():
    assert join_lines("word\n\\\nword") == "word word"


@pytest.mark.parametrize(
    ("content", "text"),
    [("*one*\n*two*", "one two"), ("**one**\n**甲**", "one甲"), ("甲 *乙*\n*丙* 丁", "甲 乙丙 丁")],
)
def test_asterisks_at_a_line_end_are_seen_through(content, text):
    assert inline(content).string == text
