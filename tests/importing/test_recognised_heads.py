"""Titles, subtitles and sections of manuscripts that came as plain text or with a look."""

from pathlib import Path

import pytest
from typed_text import NEWS, TITLE, headings, only, paragraphs, recognised

from layouts.importing.received import Look, ReceivedDocument, ReceivedParagraph
from layouts.importing.recognition import RecognisedArticle, recognise
from layouts.issue.article import Note
from layouts.issue.text import LINE_BREAK, Mark, MarkKind, Text

BODY = Look(size=16.0, indent=2.0)


def looking(*lines: tuple[str, Look]) -> RecognisedArticle:
    """The one article of a document whose paragraphs have a look."""
    blocks = tuple(
        ReceivedParagraph(Text(words), number, look)
        for number, (words, look) in enumerate(lines, 1)
    )
    articles = recognise(ReceivedDocument(Path("稿件.docx"), "docx", blocks)).articles
    assert len(articles) == 1
    return articles[0]


def body() -> tuple[tuple[str, Look], ...]:
    return tuple((words, BODY) for words in NEWS)


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "澜汀镇：把汛前检修做在前头",
        "泵站检修，澜汀镇这样做",
        "今年汛期，澜汀镇准备好了吗？",
        "澜汀镇泵站全部就位！",
        "“水管家”何以跑出加速度",
        "《澜汀镇防汛三年行动方案》",
        "关于做好汛前检修工作的通知",
        "关于澜汀镇泵站检修情况的报告",
        "防汛有备 澜汀无忧",
        "防汛有备——澜汀镇泵站检修纪实",
        "澜汀镇泵站检修（一期）",
        "2026年汛前检修完成",
        "澜汀镇水务站召开2026年度防汛工作部署会暨安全生产专题培训会",
        "坚守……",
        "集团举办第六期安全大讲堂",
        "青年读书会第六期",
        "安全大讲堂（第六期）",
        "“一线讲堂”2026年第3期开讲",
    ],
)
def test_a_first_line_that_is_no_sentence_is_the_title(title: str) -> None:
    for text in ("\n".join((title, *NEWS)), "\n\n".join((title, *NEWS))):
        known = only(text)
        assert known.article.title.string == title
        assert paragraphs(known) == list(NEWS)
        assert known.confidence["title"] > 0.75


def test_a_title_with_the_number_of_an_event_is_no_masthead() -> None:
    title = "集团举办第六期安全大讲堂"
    known = looking((title, Look(size=22.0, bold=True)), *body())
    assert known.article.title.string == title


def test_a_label_says_what_is_title_and_what_is_text() -> None:
    known = only("\n".join((f"标题：{TITLE}！", "作者：季望舒", f"正文：{NEWS[0]}", NEWS[1])))
    assert known.article.title.string == f"{TITLE}！"
    assert paragraphs(known) == list(NEWS[:2])


def test_a_title_centred_by_spaces_is_the_title() -> None:
    known = only("\n".join(("　" * 9 + TITLE, *("　　" + words for words in NEWS))))
    assert known.article.title.string == TITLE
    assert known.confidence["title"] > 0.9


def test_two_centred_lines_are_one_title() -> None:
    known = only("\n".join(("　" * 8 + "防汛有备早一步", "　" * 8 + "澜汀无忧稳一方", *NEWS)))
    assert known.article.title.string == f"防汛有备早一步{LINE_BREAK}澜汀无忧稳一方"


def test_two_plain_lines_are_one_title_which_is_doubtful() -> None:
    found = recognised("\n".join(("防汛有备早一步", "澜汀无忧稳一方", *NEWS)))
    assert found.articles[0].article.title.string == f"防汛有备早一步{LINE_BREAK}澜汀无忧稳一方"
    assert [doubt.code for doubt in found.doubts] == ["title-lines-doubtful"]


def test_a_short_line_below_the_title_is_a_subheading_where_others_like_it_follow() -> None:
    lines = (TITLE, "检修早部署", NEWS[0], "险情早发现", NEWS[1], "群众早安心", NEWS[2])
    known = only("\n".join(lines))
    assert known.article.title.string == TITLE
    assert headings(known) == [(1, "检修早部署"), (1, "险情早发现"), (1, "群众早安心")]


@pytest.mark.parametrize("dash", ["——", "--", "－－", "―", "—"])
def test_a_line_that_begins_with_a_dash_is_the_subtitle(dash: str) -> None:
    known = only("\n".join((TITLE, f"{dash}水务站系列报道之一", "供稿：水务站", *NEWS)))
    assert known.article.subtitle is not None
    assert known.article.subtitle.string == f"{dash}水务站系列报道之一"
    assert known.byline_raw == "供稿：水务站"


def test_a_text_without_a_title_has_none_and_its_first_line_is_asked_about() -> None:
    found = recognised("\n".join(NEWS))
    assert found.articles[0].article.title.string == ""
    assert paragraphs(found.articles[0]) == list(NEWS)
    assert [(doubt.code, doubt.block) for doubt in found.doubts] == [("title-missing", 0)]


def test_a_salutation_is_text() -> None:
    known = only("\n".join(("关于做好汛前检修的通知", "各村、各单位：", *NEWS)))
    assert paragraphs(known) == ["各村、各单位：", *NEWS]


@pytest.mark.parametrize("line", ["【基层动态】", "[基层动态]", "栏目：基层动态", "〔基层动态〕"])
def test_a_leading_line_names_the_section(line: str) -> None:
    known = only("\n".join((line, TITLE, *NEWS)))
    assert (known.section, known.article.title.string) == ("基层动态", TITLE)


def test_a_name_that_the_issue_has_is_the_section_without_brackets() -> None:
    known = only("\n".join(("基层动态", TITLE, *NEWS)), "基层动态", "简讯")
    assert (known.section, known.article.title.string) == ("基层动态", TITLE)


@pytest.mark.parametrize("place", [0, 1])
def test_an_editors_note_is_a_note_above_and_below_the_title(place: int) -> None:
    lines = [TITLE, *NEWS]
    lines.insert(place, "编者按：为推广澜汀镇的做法，本刊予以刊发，供各地借鉴。")
    known = only("\n".join(lines))
    assert isinstance(known.article.blocks[0], Note)
    assert known.article.title.string == TITLE
    assert paragraphs(known) == list(NEWS)


def test_what_follows_a_line_that_only_says_editors_note_is_the_note() -> None:
    note = "为推广澜汀镇的做法，本刊予以刊发，供各地借鉴。"
    known = only("\n".join(("编者按", note, TITLE, *NEWS)))
    first = known.article.blocks[0]
    assert isinstance(first, Note)
    assert [words.string for words in first.paragraphs] == ["编者按", note]


def test_words_of_web_pages_are_left_out() -> None:
    found = recognised("\n".join(("点击上方蓝字关注我们", TITLE, *NEWS, "阅读原文")))
    assert found.articles[0].article.title.string == TITLE
    assert [entry.text for entry in found.lost] == ["点击上方蓝字关注我们", "阅读原文"]


def test_the_larger_centred_line_is_the_title_and_the_smaller_below_it_the_subtitle() -> None:
    known = looking(
        (TITLE, Look(centred=True, bold=True, size=22.0)),
        ("水务站系列报道之一", Look(centred=True, size=16.0)),
        *body(),
    )
    assert known.article.title.string == TITLE
    assert known.article.subtitle is not None
    assert known.article.subtitle.string == "水务站系列报道之一"


def test_a_smaller_line_above_the_title_stands_with_the_subtitle() -> None:
    known = looking(
        ("夯实防汛根基", Look(centred=True, size=16.0)),
        (TITLE, Look(centred=True, size=22.0)),
        *body(),
    )
    assert known.article.title.string == TITLE
    assert known.article.subtitle is not None
    assert known.article.subtitle.string == "夯实防汛根基"


def test_a_title_by_style_may_be_long_and_end_with_a_full_stop() -> None:
    known = looking((f"{TITLE}。", Look(is_title=True, centred=True)), *body())
    assert known.article.title.string == f"{TITLE}。"


def test_headings_below_a_title_that_only_looks_like_one_are_subheadings() -> None:
    known = looking(
        (TITLE, Look(centred=True, size=22.0)),
        ("检修早部署", Look(heading=1)),
        body()[0],
        ("险情早发现", Look(heading=1)),
        body()[1],
    )
    assert known.article.title.string == TITLE
    assert headings(known) == [(1, "检修早部署"), (1, "险情早发现")]


def test_one_highest_heading_is_the_title_and_those_below_it_are_subheadings() -> None:
    known = looking(
        (TITLE, Look(heading=1)),
        ("检修早部署", Look(heading=2)),
        body()[0],
        ("先查后修", Look(heading=3)),
        body()[1],
    )
    assert known.article.title.string == TITLE
    assert headings(known) == [(1, "检修早部署"), (2, "先查后修")]


def test_a_title_typed_into_one_paragraph_with_byline_and_text_is_found() -> None:
    words = LINE_BREAK.join((TITLE, "供稿：水务站", NEWS[0]))
    known = looking((words, Look()), *body()[1:])
    assert known.article.title.string == TITLE
    assert known.byline_raw == "供稿：水务站"
    assert paragraphs(known) == list(NEWS)


def test_bold_goes_from_titles_and_all_other_marks_stay() -> None:
    marks = (Mark(0, len(TITLE), MarkKind.BOLD), Mark(0, 3, MarkKind.NOTE, "全称澜汀镇人民政府。"))
    blocks = (ReceivedParagraph(Text(TITLE, marks), 1), ReceivedParagraph(Text(NEWS[0]), 2))
    known = recognise(ReceivedDocument(Path("稿件.docx"), "docx", blocks)).articles[0]
    assert known.article.title.marks == marks[1:]


def test_a_first_line_that_ends_with_a_full_stop_is_the_title_above_a_byline() -> None:
    known = only("\n".join((f"{TITLE}。", "供稿：水务站", *NEWS)))
    assert known.article.title.string == f"{TITLE}。"


def test_a_body_that_does_something_on_the_next_line_is_the_first_line_of_the_title() -> None:
    known = only("\n".join(("澜汀镇水务站", "召开汛前检修工作部署会", *NEWS)))
    assert known.article.title.string == f"澜汀镇水务站{LINE_BREAK}召开汛前检修工作部署会"


def test_a_day_without_its_year_under_the_title_is_no_line_of_it() -> None:
    found = recognised("\n".join((TITLE, "（4月2日）", *NEWS)))
    assert found.articles[0].article.title.string == TITLE
    assert [doubt.code for doubt in found.doubts] == ["day-without-year"]


def test_the_lines_of_a_poem_are_no_lines_of_its_title() -> None:
    known = only("春日泵站\n水从山里来\n经过村庄\n经过人家\n水往田里去")
    assert known.article.title.string == "春日泵站"
    assert headings(known) == []


def test_the_word_for_an_attachment_above_the_title_is_none() -> None:
    found = recognised("\n".join(("附件1", "澜汀镇泵站检修情况报告", *NEWS)))
    assert found.articles[0].article.title.string == "澜汀镇泵站检修情况报告"
    assert [entry.text for entry in found.lost] == ["附件1"]
