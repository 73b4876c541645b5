"""Hard-wrapped text made paragraphs again: what is joined, what is kept, and what is left out."""

from __future__ import annotations

import random
import textwrap

import pytest
from patience import an_end
from typeset_text import article, set_lines

from layouts.importing.unwrapping import is_hard_wrapped, unwrap

FIRST = (
    "河湾书场入秋以后重开夜间课堂，老人和孩子坐在一处听书，台前摆着刚描好的戏单，茶水由柳岸小学的家长轮流照看。"
    "书场还把六十年前的录音整理出来，存进了县志办的柜子。"
)
SECOND = (
    "北塘卫生院把体检车开到渡口，一天里看了九十多人，其中三十一人是头一回量血压。院长说，车子每月都来，"
    "路远的人家可以先打电话约好时候。"
)
BYLINE = "（县志办 石砚）"


def wrapped(text, measure=20, first=0):
    return set_lines(text, measure, first, "down")


def texts(lines):
    return [paragraph.text for paragraph in unwrap(lines).paragraphs]


@pytest.mark.parametrize("measure", [15, 18, 22, 28, 34, 40])
def test_lines_of_two_paragraphs_become_two_paragraphs(measure):
    assert texts(wrapped(FIRST, measure) + wrapped(SECOND, measure)) == [FIRST, SECOND]


def test_indented_first_lines_begin_paragraphs():
    lines = [line for text in (FIRST, SECOND) for line in wrapped(text, 20, 2)]
    lines = [
        "\u3000\u3000" + line if line[:2] in {FIRST[:2], SECOND[:2]} else line for line in lines
    ]
    found = unwrap(lines).paragraphs
    assert [(p.text, p.indent) for p in found] == [(FIRST, 2.0), (SECOND, 2.0)]


def test_empty_lines_after_every_line_say_nothing():
    lines = [one for line in wrapped(FIRST) + wrapped(SECOND) for one in (line, "")]
    found = unwrap(lines).paragraphs
    assert [(p.text, p.blank_above) for p in found] == [(FIRST, False), (SECOND, False)]


def test_an_empty_line_between_paragraphs_is_told():
    found = unwrap([*wrapped(FIRST), "", *wrapped(SECOND)]).paragraphs
    assert [p.blank_above for p in found] == [False, True]


def test_title_and_by_line_stand_alone():
    lines = ["河湾书场重开夜间课堂", *wrapped(FIRST), *wrapped(SECOND), BYLINE]
    assert texts(lines) == ["河湾书场重开夜间课堂", FIRST, SECOND, BYLINE]


def test_paragraphs_know_their_first_line_and_how_many_they_had():
    lines = ["河湾书场重开夜间课堂", "", *wrapped(FIRST)]
    found = unwrap(lines).paragraphs
    assert [(p.line, p.lines) for p in found] == [(1, 1), (3, len(lines) - 2)]
    assert unwrap(lines).rejoined == len(lines) - 3


@pytest.mark.parametrize("label", ["一、", "（二）", "1. ", "第一，", "▲ ", "3、"])
def test_labels_begin_paragraphs(label):
    whole = label + SECOND
    assert texts(wrapped(FIRST) + wrapped(whole)) == [FIRST, whole.strip()]


def test_a_run_beside_a_lost_photo_is_read_in_its_own_measure():
    narrow, wide = wrapped(FIRST, 14), wrapped(SECOND, 32)
    mixed = [*wrapped(SECOND, 32), *narrow[:5], *wrapped(FIRST[len("".join(narrow[:5])) :], 32)]
    assert texts([*mixed, *wide]) == [SECOND, FIRST, SECOND]


# --- what is not wrapped stays as it is -----------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "春水初生柳岸斜，\n小船摇过野人家。\n问君何处寻旧友，\n渡口东头看纸花。\n" * 2,
        "河湾区柳岸街道渡口路12号\n河湾区北塘街道学府路3号院\n河湾区柳岸街道老街120号\n",
        "陶知夏\n石砚\n许见山\n卫长河\n白鹭\n",
        "柳岸小学第一教学点\n北塘小学第二教学点\n渡口小学第三教学点\n老街小学第四教学点\n",
        f"书场重开\n{FIRST}\n{SECOND}\n{BYLINE}\n",
        "单位\t数量\t备注\n柳岸小学\t12\t无\n北塘卫生院\t7\t新增\n",
        "",
        "\n\n\n",
        "一行",
    ],
    ids=["verse", "addresses", "names", "list", "a line each", "table", "empty", "blank", "one"],
)
def test_text_that_is_not_wrapped_keeps_its_lines(text):
    lines = text.split("\n")
    assert texts(lines) == [line for line in lines if line]
    assert not is_hard_wrapped(lines)


def test_verse_and_a_rule_inside_wrapped_text_keep_their_lines():
    verse = ["春水初生柳岸斜，", "小船摇过野人家。"]
    lines = [*wrapped(FIRST), *wrapped(SECOND), "----------", *wrapped(FIRST)]
    assert texts(lines) == [FIRST, SECOND, "----------", FIRST]
    assert is_hard_wrapped([*lines, *verse])


# --- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [60, 78])
def test_english_words_get_their_spaces_back(columns):
    text = (
        "The reading room of the old harbour opens again in spring, and everybody who once learned "
        "to mend a net there is asked to bring a photograph, a letter or a tool for the exhibition."
    )
    lines = textwrap.wrap(text, columns)
    assert texts(lines) == [text]


def test_a_hyphenated_word_is_put_together_and_a_range_keeps_its_hyphen():
    lines = [
        "We keep the drawings of the har-",
        "bour, of the boats, and the inter-",
        "views with all those who sailed",
        "them, in the archive of the town.",
    ]
    text = (
        "We keep the drawings of the harbour, of the boats, and the interviews with all those who "
        "sailed them, in the archive of the town."
    )
    [paragraph] = unwrap(lines).paragraphs
    assert (paragraph.text, paragraph.hyphens) == (text, "--")
    roads = "渡口路自老街-北塘、学府路自柳岸-渡口、临河路自老街-柳岸，共三段，十月起修，年内通车。"
    for measure in range(15, 20):
        assert texts(wrapped(FIRST + roads, measure)) == [FIRST + roads]


def test_hanzi_and_latin_are_spaced_where_a_break_parted_them_as_elsewhere_in_the_paragraph():
    spaced = (
        "书场用 Python 整理录音，存成 1200 个文件，读者可以通过 API 取用，也可以写信给 River Choir 的"
        "老师，每月 15 日前答复，另有 36 盘旧带正在清洗。"
    )
    for measure in range(15, 30):
        assert texts(wrapped(spaced, measure)) == [spaced]
    plain = spaced.replace(" ", "").replace("RiverChoir", "River Choir")
    for measure in range(15, 30):
        assert "".join(texts(wrapped(plain, measure))[0].split()) == "".join(plain.split())


# --- what belongs to the pages --------------------------------------------------------------------


@pytest.mark.parametrize(
    "number", ["7", "— 7 —", "-7-", "第 7 页", "第7页 共 12 页", "Page 7 of 12"]
)
def test_a_page_number_inside_a_sentence_is_left_out(number):
    lines = wrapped(FIRST) + wrapped(SECOND)
    lines[2:2] = ["", number, ""]
    found = unwrap(lines)
    assert [paragraph.text for paragraph in found.paragraphs] == [FIRST, SECOND]
    assert [(one.text, one.line, one.kind) for one in found.dropped] == [(number, 4, "page-number")]


def test_a_running_head_at_every_page_is_left_out():
    pages = wrapped(FIRST + SECOND + FIRST + SECOND, 16)
    lines = []
    for k, line in enumerate(pages, 1):
        lines.append(line)
        if k % 9 == 0:
            lines += [str(k // 9 + 3), "河湾月报"]
    found = unwrap(lines)
    assert [paragraph.text for paragraph in found.paragraphs] == [FIRST + SECOND + FIRST + SECOND]
    assert {one.text for one in found.dropped if one.kind == "running-head"} == {"河湾月报"}


def test_a_form_feed_is_a_page_turn_and_no_paragraph_end():
    lines = wrapped(FIRST)
    lines[2] = "\f" + lines[2]
    assert texts(lines) == [FIRST]


def test_numbers_that_are_text_stay():
    lines = ["到场人数", "1200", "较上年增加", "18", "", *wrapped(FIRST), *wrapped(SECOND)]
    assert texts(lines)[:4] == ["到场人数", "1200", "较上年增加", "18"]


def test_a_title_that_stands_twice_stays():
    lines = ["夜间课堂重开", *wrapped(FIRST), "夜间课堂重开", *wrapped(SECOND)]
    assert texts(lines) == ["夜间课堂重开", FIRST, "夜间课堂重开", SECOND]


def test_two_columns_copied_side_by_side_are_read_one_after_the_other():
    left, right = wrapped(FIRST, 12), wrapped(SECOND, 12)
    rows = max(len(left), len(right))
    left += [""] * (rows - len(left))
    right += [""] * (rows - len(right))
    lines = [
        (a + "\u3000" * (14 - len(a)) + b).rstrip("\u3000")
        for a, b in zip(left, right, strict=True)
    ]
    assert texts(lines) == [FIRST, SECOND]


# --- all of it ------------------------------------------------------------------------------------


def test_every_character_is_in_a_paragraph_or_left_out():
    r = random.Random(7)
    for _ in range(40):
        lines = [line for _ in range(3) for text, _ in article(r) for line in wrapped(text, 19, 2)]
        r.shuffle(lines)
        for k in range(0, len(lines), 7):
            lines[k:k] = ["", r.choice(["12", "— 3 —", "河湾月报", "a-", "……", "“（", "\u3000"])]
        found = unwrap(lines)
        kept = "".join(p.text for p in found.paragraphs) + "".join(d.text for d in found.dropped)
        kept += "".join(p.hyphens for p in found.paragraphs)
        assert sorted("".join(kept.split())) == sorted("".join("".join(lines).split()))


def test_a_long_text_takes_time_in_proportion():
    lines = (wrapped(FIRST) + wrapped(SECOND)) * 600
    with an_end():
        found = unwrap(lines)
    assert len(found.paragraphs) == 1200


@pytest.mark.parametrize(
    "lines",
    [
        ["好" * 2_000_000],
        ["“（"] * 20_000,
        ["1", ""] * 20_000,
        ["-" * 300] * 5_000,
        ["，"] * 20_000,
    ],
    ids=["one line", "open brackets", "numbers", "rules", "marks"],
)
def test_strange_text_is_read_all_the_same(lines):
    found = unwrap(lines)
    assert sum(p.lines for p in found.paragraphs) + len(found.dropped) == sum(map(bool, lines))
