"""Links, readings, notes, comments and the other marks without asterisks: what is read as one, what
prints as typed, how each is written.
"""

from __future__ import annotations

from functools import cache

import pytest
from any_issue import texts
from examples import examples
from hypothesis import HealthCheck, given, settings
from patience import an_end

from layouts.errors import ManuscriptError, Source
from layouts.issue.marks import TRAITS
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.manuscript.dialect import make_parser
from layouts.manuscript.escape import cell_markup, markup, possible_text
from layouts.manuscript.inline import read_inline
from layouts.manuscript.spelling import SPELLINGS

parser = cache(make_parser)


def inline(content: str) -> Text:
    return read_inline(content, Source("issue.md", 1), parser, [])[0]


def marks(content: str) -> list[tuple]:
    """What each mark covers, its kind and value."""
    text = inline(content)
    return [(text.string[mark.start : mark.end], mark.kind, mark.value) for mark in text.marks]


def test_every_kind_of_mark_has_one_spelling_of_its_own():
    assert list(SPELLINGS) == list(MarkKind)
    assert all(bool(spelling.around) != bool(spelling.word) for spelling in SPELLINGS.values())
    words = [
        word
        for spelling in SPELLINGS.values()
        for word in (spelling.around or spelling.word, *spelling.also)
    ]
    assert len(set(words)) == len(words)


SPELLED = {
    MarkKind.BOLD: ("", "**乙**"),
    MarkKind.KAI: ("", "*乙*"),
    MarkKind.DOTS: ("", "[乙]{.dots}"),
    MarkKind.UNDERLINE: ("", "[乙]{.underline}"),
    MarkKind.STRIKE: ("", "[乙]{.strike}"),
    MarkKind.SUPERSCRIPT: ("", "[乙]{.sup}"),
    MarkKind.SUBSCRIPT: ("", "[乙]{.sub}"),
    MarkKind.LINK: ("https://a.cn/b?c=1&d=2", "[乙](https://a.cn/b?c=1&d=2)"),
    MarkKind.RUBY: ("yǐ", '[乙]{ruby="yǐ"}'),
    MarkKind.NOTE: ("见附件。", '[乙]{note="见附件。"}'),
    MarkKind.COMMENT: (
        Comment("林一", "2026-11-29T08:00", "核对"),
        '[乙]{comment="核对" author="林一" time="2026-11-29T08:00"}',
    ),
}


@pytest.mark.parametrize("kind", MarkKind)
def test_a_mark_is_written_as_it_is_read(kind):
    value, written = SPELLED[kind]
    text = Text("甲乙丙", (Mark(1, 2, kind, value),))
    assert markup(text) == f"甲{written}丙"
    assert inline(f"甲{written}丙") == text


@pytest.mark.parametrize("line", TRAITS[MarkKind.UNDERLINE].choices)
def test_so_is_every_line_under_words(line):
    text = Text("甲乙丙", (Mark(1, 2, MarkKind.UNDERLINE, line),))
    assert inline(markup(text)) == text


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ("[乙]{下划线}", MarkKind.UNDERLINE, ""),
        ("[乙]{.ul}", MarkKind.UNDERLINE, ""),
        ("[乙]{ underline }", MarkKind.UNDERLINE, ""),
        ("<u>乙</u>", MarkKind.UNDERLINE, ""),
        ("[乙]{underline=single}", MarkKind.UNDERLINE, ""),
        ("[乙]{underline=wavy}", MarkKind.UNDERLINE, "wavy"),
        ("[乙]{下划线=波浪线}", MarkKind.UNDERLINE, "wavy"),
        ("[乙]{下划线=“双线”}", MarkKind.UNDERLINE, "double"),
        ("[乙]{着重号}", MarkKind.DOTS, ""),
        ("~~乙~~", MarkKind.STRIKE, ""),
        ("<s>乙</s>", MarkKind.STRIKE, ""),
        ("[乙]{删除线}", MarkKind.STRIKE, ""),
        ("<sup>乙</sup>", MarkKind.SUPERSCRIPT, ""),
        ("[乙]{上标}", MarkKind.SUPERSCRIPT, ""),
        ("<SUB>乙</SUB>", MarkKind.SUBSCRIPT, ""),
        ("[乙]{下标}", MarkKind.SUBSCRIPT, ""),
        ("[乙](http://a.cn/(b)*c*)", MarkKind.LINK, "http://a.cn/(b)*c*"),
        ("[乙]{链接=“附件 一.pdf”}", MarkKind.LINK, "附件 一.pdf"),
        ("[乙]{注音=yǐ}", MarkKind.RUBY, "yǐ"),
        ("[乙]{注＝“见附件”}", MarkKind.NOTE, "见附件"),
        ("乙^[见附件[1]。]", MarkKind.NOTE, "见附件[1]。"),
        ("[乙]{批注=“核对” 作者=“林一”}", MarkKind.COMMENT, Comment("林一", "", "核对")),
        ('[乙]{comment=""}', MarkKind.COMMENT, Comment("", "", "")),
        ('[乙]{note="&#x22;甲&#x22;&#xa;乙"}', MarkKind.NOTE, '"甲"\n乙'),
    ],
)
def test_what_editors_type_is_read(written, kind, value):
    assert inline(written) == Text("乙", (Mark(0, 1, kind, value),))


@pytest.mark.parametrize(
    "content",
    [
        *("[甲]{underline=red}", "[甲]{.underline=wavy}", "[甲]{dots=wavy}", '[甲]{underline=""}'),
        *("[1]", "[甲] {注}", "[甲]{}", "[甲]{.red}", "[甲]{.underline .red}", "[甲]{注}", '[甲]{underline="x"}', '[甲]{author="林一"}', "[甲]{#1}"),
        *("[甲](附件.pdf)", "[甲](https://a b)", '[甲](https://a.b "题")', "甲](https://a.b)", "甲]{.sup}", "[]{.sup}", "[](https://a.b)"),
        *("^[注]", "甲^[]", "甲^2", "10^[", "<u>甲", "甲</u>", "<u></u>", "<sup >甲</sup>", "<b>甲</b>", "a<b", "</br>", '[甲]{note="x" note="y"}'),
    ],
)  # fmt: skip
def test_what_is_not_quite_a_mark_prints_as_typed(content):
    assert inline(content) == Text(content)


@pytest.mark.parametrize(
    "content", ["\\[甲](https://a.b)", "[甲\\]{.sup}", "甲\\^[乙]", "\\<u>甲</u>", "甲\\<br>乙"]
)
def test_a_backslash_keeps_what_would_be_a_mark(content):
    assert inline(content) == Text(content.replace("\\", ""))


@pytest.mark.parametrize("content", ["甲<br>乙", "甲<br/>乙", "甲<BR />乙"])
def test_a_line_that_was_broken_is_broken(content):
    assert inline(content) == Text("甲\u2028乙")
    assert markup(Text("甲\u2028乙")) == "甲<br>乙"


def test_brackets_within_brackets_are_text_or_marks_of_their_own():
    assert marks("[甲[1]乙]{.underline}") == [("甲[1]乙", MarkKind.UNDERLINE, "")]
    assert marks('[甲[乙]{.sup}丙]{note="丁"}') == [
        ("甲乙丙", MarkKind.NOTE, "丁"),
        ("乙", MarkKind.SUPERSCRIPT, ""),
    ]


def test_bold_and_kai_stand_inside_brackets_and_across_them():
    assert marks("[**甲**]{.dots}") == [("甲", MarkKind.BOLD, ""), ("甲", MarkKind.DOTS, "")]
    assert marks("**甲[乙**丙]{.dots}") == [
        ("甲乙", MarkKind.BOLD, ""),
        ("乙丙", MarkKind.DOTS, ""),
    ]


def test_spaces_at_the_ends_stay_where_a_mark_is_on_them():
    assert inline("金额[　　]{.underline}") == Text("金额　　", (Mark(2, 4, MarkKind.UNDERLINE),))


def test_a_note_after_a_space_is_on_the_word_before_it():
    assert marks("甲 ^[注]") == [("甲", MarkKind.NOTE, "注")]


def test_marks_of_the_same_words_share_their_braces():
    text = Text(
        "甲乙",
        (Mark(0, 2, MarkKind.DOTS), Mark(0, 2, MarkKind.UNDERLINE), Mark(0, 2, MarkKind.RUBY, "a")),
    )
    assert markup(text) == '[甲乙]{.dots .underline ruby="a"}'
    assert inline(markup(text)) == text


def test_marks_that_cross_are_cut_and_one_again_when_they_are_read():
    text = Text("甲乙丙丁", (Mark(0, 3, MarkKind.DOTS), Mark(1, 4, MarkKind.UNDERLINE)))
    assert markup(text) == "[甲[乙丙]{.underline}]{.dots}[丁]{.underline}"
    assert inline(markup(text)) == text


def test_what_is_one_thing_is_not_cut_where_something_else_can_be():
    text = Text("甲乙丙丁", (Mark(0, 3, MarkKind.DOTS), Mark(1, 4, MarkKind.NOTE, "注")))
    assert markup(text) == '[甲]{.dots}[[乙丙]{.dots}丁]{note="注"}'
    assert inline(markup(text)) == text


def test_pieces_of_what_is_one_thing_have_a_number_in_common():
    text = Text(
        "甲乙丙丁",
        (Mark(0, 3, MarkKind.NOTE, "一"), Mark(1, 4, MarkKind.COMMENT, Comment("", "", "二"))),
    )
    assert markup(text) == '[甲[乙丙]{comment="二" #1}]{note="一"}[丁]{comment #1}'
    assert inline(markup(text)) == text


def test_two_notes_on_the_same_words_stay_two_in_their_order():
    text = Text("甲", (Mark(0, 1, MarkKind.NOTE, "二"), Mark(0, 1, MarkKind.NOTE, "一")))
    assert markup(text) == '[[甲]{note="二"}]{note="一"}'
    assert inline(markup(text)) == text


@pytest.mark.parametrize(
    "value",
    [
        '"',
        "”“",
        "a|b",
        "\\",
        "]{.sup}",
        "}",
        "{",
        "&#x22;",
        "\n",
        " 两端 ",
        "\U0001f600",
        "*甲*",
        "<br>",
        "\u2028",
        "#1",
    ],
)
@pytest.mark.parametrize("kind", [kind for kind, trait in TRAITS.items() if trait.valued])
def test_any_character_may_stand_in_a_value(kind, value):
    text = Text(
        "甲乙",
        (Mark(0, 2, kind, Comment(value, value, value) if kind is MarkKind.COMMENT else value),),
    )
    assert inline(markup(text)) == text


def test_a_bar_in_a_value_does_not_part_a_cell(blocks):
    text = Text("甲", (Mark(0, 1, MarkKind.NOTE, "a|b\\|c"),))
    (table,) = blocks(f"| 题 |\n|---|\n| {cell_markup(text)} |")
    assert table.rows == ((text,),)


def test_what_no_value_can_hold_is_left_out():
    assert possible_text(Text("甲", (Mark(0, 1, MarkKind.NOTE, "a\x00b"),))) == Text(
        "甲", (Mark(0, 1, MarkKind.NOTE, "ab"),)
    )
    assert possible_text(Text("甲", (Mark(0, 1, MarkKind.NOTE, "\x00"),))) == Text("甲")


@settings(max_examples=examples(500), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts())
def test_any_text_with_any_marks_comes_back_and_is_written_the_same_again(text):
    written = markup(text)
    assert inline(written) == text
    assert markup(inline(written)) == written


# Where marks stand


def test_a_lead_keeps_its_marks(body):
    (article,) = body("▲ **[开会](https://a.b)。** 近日，开会。")
    assert article.title == Text("开会")
    assert article.blocks[0].text == Text(
        "▲ 开会。近日，开会。",
        (Mark(0, 5, MarkKind.BOLD), Mark(2, 4, MarkKind.LINK, "https://a.b")),
    )


def test_captions_carry_marks_and_no_photos(blocks):
    (photo,) = blocks("![图 [甲](https://a.b)^[注]，![CO[2]{.sub}](b.jpg)](a.jpg)\n")[:1]
    assert (photo.path, photo.caption) == (
        "a.jpg",
        Text(
            "图 甲，![CO2](b.jpg)",
            (
                Mark(2, 3, MarkKind.LINK, "https://a.b"),
                Mark(2, 3, MarkKind.NOTE, "注"),
                Mark(8, 9, MarkKind.SUBSCRIPT),
            ),
        ),
    )


def test_what_a_mark_says_of_a_sections_name_is_reported_lost(read):
    issue, findings = read("## 【[甲](https://a.b)】\n\n### 题\n\n文。")
    assert [section.name for section in issue.sections] == ["甲"]
    assert [(finding.level, finding.code, finding.source.line) for finding in findings] == [
        ("warning", "marks-unused", 1)
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "[a]{",
        "[a](",
        "^[",
        "[",
        "[[a]",
        "]{.sup}",
        "[a]{note=“",
        ']{note=“"',
        "<u>",
        "[a](https://",
        "[a]{.dots, ",
        "*a [b]{.sup}",
    ],
)
def test_hostile_markup_takes_no_more_than_its_length(read, unit):
    content = f"## 【甲】\n\n### 题\n\n{unit * (800_000 // len(unit))}\n"
    with an_end():
        try:
            read(content)
        except ManuscriptError as error:
            assert error.source is not None
