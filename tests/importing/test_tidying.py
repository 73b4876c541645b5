"""Tidying one text and a whole article: marks move along, rules can be switched off, each change is
told with its place.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.errors import Source
from layouts.importing.tidying import (
    ALL_RULES,
    LIST_STYLES,
    RULE_NAMES,
    RULES,
    PassageRole,
    TidyChoice,
    tidy_article,
    tidy_text,
)
from layouts.issue.article import Article, ArticleKind, Note, Paragraph, Subheading, Table
from layouts.issue.photo import Photo
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, Place
from layouts.issue.text import Comment, Mark, MarkKind, Text

SOURCE = Source("稿件.txt", 1)


def paragraph(string: str) -> Paragraph:
    return Paragraph(Text(string), SOURCE)


def article(*blocks, title="书香进校园", **changes) -> Article:
    return Article(ArticleKind.HEADLINE, Text(title), blocks, SOURCE, **changes)


def styled(string: str, style: str) -> str:
    return tidy_text(Text(string), TidyChoice(RULE_NAMES, style))[0].string


# --- one text


def test_what_needs_no_tidying_is_the_same_object():
    text = Text("近日，云栖区图书馆举行活动。", (Mark(0, 2, MarkKind.BOLD),))
    assert tidy_text(text) == (text, ())
    assert tidy_text(text)[0] is text


def test_marks_stay_on_their_words():
    text = Text('馆长说: "书香"是...', (Mark(5, 9, MarkKind.BOLD), Mark(9, 10, MarkKind.KAI)))
    tidied, _ = tidy_text(text)
    assert tidied.string == "馆长说：“书香”是……"
    assert [tidied.string[mark.start : mark.end] for mark in tidied.marks] == ["“书香”", "是"]


def test_a_note_on_a_character_that_goes_stays_on_the_one_before():
    note = Mark(2, 3, MarkKind.NOTE, "见附件")
    tidied, _ = tidy_text(Text("书香\u200b活动", (note,)))
    assert tidied == Text("书香活动", (Mark(1, 2, MarkKind.NOTE, "见附件"),))


def test_a_comment_on_a_torn_word_covers_the_whole_of_it():
    remark = Comment("编辑", "", "核对")
    tidied, _ = tidy_text(Text("区图书 馆开放。", (Mark(1, 5, MarkKind.COMMENT, remark),)))
    assert tidied == Text("区图书馆开放。", (Mark(1, 4, MarkKind.COMMENT, remark),))


def test_each_change_is_told_with_what_stands_around_it():
    _, told = tidy_text(Text('云栖区图书馆举办"书香"活动.'))
    assert [(one.rule, one.before, one.after) for one in told] == [
        ("quotes-paired", '区图书馆举办"书香"活动.', "区图书馆举办“书香”活动."),
        ("quotes-paired", '馆举办"书香"活动.', "馆举办“书香”活动."),
        ("full-width-marks", "“书香”活动.", "“书香”活动。"),
    ]


@pytest.mark.parametrize("name", [rule.name for rule in RULES if rule.finders])
def test_a_rule_that_is_switched_off_changes_nothing(name):
    typed = '●\t１２ 月3日,,"书香"(二期)活动...下一步--区图书 馆\u200b⻘年\xad\ue815。'
    told = tidy_text(Text(typed), ALL_RULES.without(name))[1]
    assert name not in {one.rule for one in told}


def test_a_byline_keeps_its_spaces_and_gets_its_marks():
    tidied, _ = tidy_text(Text("供稿:区图书馆 陆明远 周小舟"), role=PassageRole.BYLINE)
    assert tidied.string == "供稿：区图书馆 陆明远 周小舟"


def test_a_cell_keeps_its_tabs():
    assert tidy_text(Text("甲\t乙"), role=PassageRole.CELL)[0].string == "甲\t乙"


def test_a_poem_keeps_its_spaces():
    poem = "云栖山下 读书声。\u2028一卷书香 到晚晴。"
    assert tidy_text(Text(poem))[0].string == poem


@pytest.mark.parametrize(
    ("style", "label"),
    [("1、", "2、"), ("1.", "2."), ("1. ", "2. "), ("1．", "2．"), ("（1）", "（2）"), ("①", "②")],
)
@pytest.mark.parametrize("typed", ["2、", "2.", "2. ", "2．", "(2)", "（2）"])
def test_numbers_of_a_list_are_written_as_the_house_does(style, label, typed):
    assert styled(f"{typed}加强领导，落实责任。", style) == f"{label}加强领导，落实责任。"


@pytest.mark.parametrize("style", LIST_STYLES)
@pytest.mark.parametrize("line", ["3、14日下午开会。", "1.5万人参加。", "2.1节", "3、4月份"])
def test_days_and_decimals_are_no_numbers_of_a_list(style, line):
    assert styled(line, style) == line


def test_a_house_that_says_nothing_leaves_the_numbers_of_lists():
    assert styled("2、加强领导。", "") == "2、加强领导。"


_TYPED = st.text("图书馆一月王a1Ａ１ ,.;:!?()\"'-—…《》“”‘’（）。，●□\t\u3000\u200b", max_size=24)


@given(_TYPED, st.sampled_from(list(PassageRole)))
def test_whatever_is_typed_twice_is_once_and_no_letter_goes(string, role):
    tidied, _ = tidy_text(Text(string), role=role)
    assert tidy_text(tidied, role=role)[0] == tidied
    kept = [c for c in string if c in "图书馆一月王a"]
    assert [c for c in tidied.string if c in "图书馆一月王a"] == kept


@given(_TYPED)
def test_marks_are_always_inside_their_text(string):
    marks = tuple(
        Mark(k, min(k + 2, len(string)), MarkKind.NOTE, str(k)) for k in range(0, len(string), 2)
    )
    tidied, _ = tidy_text(Text(string, marks))
    assert all(0 <= mark.start < mark.end <= len(tidied.string) for mark in tidied.marks)
    if tidied.string:
        assert {mark.value for mark in tidied.marks} == {mark.value for mark in marks}


# --- an article


def test_every_text_of_an_article_is_tidied():
    table = Table(
        (Text("时间:"),),
        ((Text("(略)"),),),
        ("left",),
        SOURCE,
        caption=Text("表,一"),
        notes=(Text("注:"),),
    )
    whole = article(
        paragraph("近日,开放."),
        Subheading(Text("(一)提高"), 2, SOURCE),
        Note((Text("编者按:好"),), SOURCE),
        table,
        Photo("a.jpg", "图为(左)", SOURCE),
        title='"书香"校园',
        subtitle=Text("--记云栖"),
        byline=Text("供稿:陆明远"),
    )
    tidied, told = tidy_article(whole)
    assert (tidied.title.string, tidied.subtitle.string) == ("“书香”校园", "——记云栖")
    assert tidied.byline.string == "供稿：陆明远"
    first, heading, note, cells, photo = tidied.blocks
    assert (first.text.string, heading.text.string) == ("近日，开放。", "（一）提高")
    assert note.paragraphs[0].string == "编者按：好"
    assert (cells.header[0].string, cells.rows[0][0].string) == ("时间：", "（略）")
    assert (cells.caption.string, cells.notes[0].string) == ("表，一", "注：")
    assert photo.caption.string == "图为（左）"
    places = {one.place for one in told}
    assert {Place(0, 0, TITLE), Place(0, 0, SUBTITLE), Place(0, 0, BYLINE)} < places
    assert {one.where for one in told} >= {"标题", "副题", "供稿", "正文第 1 段"}


def test_the_words_of_a_note_are_tidied():
    text = Text("书香", (Mark(0, 2, MarkKind.NOTE, "见附件,略."),))
    tidied, told = tidy_article(article(Paragraph(text, SOURCE)))
    assert tidied.blocks[0].text.marks[0].value == "见附件，略。"
    assert len(told) == 2


def test_an_article_that_needs_nothing_is_the_same_object():
    whole = article(paragraph("近日，云栖区图书馆开放。"))
    assert tidy_article(whole)[0] is whole


def test_a_title_said_again_at_the_head_goes():
    tidied, told = tidy_article(article(paragraph("书香  进校园"), paragraph("近日，开放。")))
    assert [block.text.string for block in tidied.blocks] == ["近日，开放。"]
    assert [(one.rule, one.before, one.after) for one in told] == [
        ("repeated-title", "书香  进校园", "")
    ]


def test_a_byline_said_again_at_the_head_goes():
    whole = article(
        paragraph("（供稿：陆明远）"), paragraph("近日，开放。"), byline=Text("供稿：陆明远")
    )
    assert len(tidy_article(whole)[0].blocks) == 1


def test_a_subtitle_that_says_the_title_goes():
    assert tidy_article(article(subtitle=Text("“书香”进校园")))[0].subtitle is None


@pytest.mark.parametrize(
    "blocks",
    [
        (paragraph("书香进校园"),),
        (paragraph("书香进校园活动举行。"), paragraph("近日，开放。")),
        (paragraph("近日，开放。"), paragraph("书香进校园")),
    ],
)
def test_what_is_not_the_title_alone_at_the_head_stays(blocks):
    whole = article(*blocks)
    assert tidy_article(whole)[0] is whole


def test_a_repeated_title_stays_where_the_rule_is_switched_off():
    whole = article(paragraph("书香进校园"), paragraph("近日，开放。"))
    assert tidy_article(whole, ALL_RULES.without("repeated-title"))[0] is whole


def test_a_photo_before_the_repeated_title_stays():
    photo = Photo("a.jpg", "", SOURCE)
    whole = article(photo, paragraph("书香进校园"), paragraph("近日，开放。"))
    assert tidy_article(whole)[0].blocks == (photo, whole.blocks[2])


def test_printed_issues_stay_as_they_are(shared):
    """Only what is a slip of the printed text changes: none of its words, marks or spaces."""
    from layouts.manuscript.read import read_manuscript

    for name in ("jiading-2023-12.md", "jiading-2025-14.md"):
        issue, _ = read_manuscript(shared / "manuscripts" / name, open_settings=["measure"])
        told = [
            (one.rule, one.before, one.after)
            for section in issue.sections
            for whole in section.articles
            for one in tidy_article(whole)[1]
        ]
        assert told == []


def test_rules_have_names_of_their_own_and_say_what_they_do():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.zh and rule.en for rule in RULES)
