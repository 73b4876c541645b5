"""Kinds of lines that manuscripts unlike the first ones have: captions without brackets, offices in
by-lines, speech, numbers alone, rules and labels between manuscripts, forms.
"""

from pathlib import Path

import pytest
from typed_text import NEWS, TITLE, headings, only, paragraphs, recognised

from layouts.importing.received import Look, ReceivedBreak, ReceivedDocument, ReceivedParagraph
from layouts.importing.recognition import AsideKind, recognise
from layouts.issue.text import LINE_BREAK, Text

OTHER = "石桥村举办春耕农机服务日"
LEAD = (
    "下游村镇的人都说，今年的汛期来得早，可是心里踏实，因为泵站里夜夜亮着灯，检修队一直守在那里。"
)


@pytest.mark.parametrize(
    "line",
    [
        "检修现场。林一诺 摄",
        "检修现场　林一诺/摄",
        "▲ 4月8日，检修队更换阀门。林一诺 摄",
        "检修队在更换阀门 林一诺 供图",
        "↑ 检修现场",
        "【图说】站长查看水位",
    ],
)
def test_a_line_that_points_at_a_photo_or_ends_with_who_took_it_is_a_caption(line: str) -> None:
    found = recognised("\n".join((TITLE, NEWS[0], line, NEWS[1], NEWS[2])))
    assert [aside.text for aside in found.asides if aside.kind is AsideKind.CAPTION] == [line]
    assert [paragraphs(known) for known in found.articles] == [list(NEWS)]


@pytest.mark.parametrize(
    "line", ["季望舒 文　林一诺 摄", "文/季望舒 林一诺/摄", "水务站 林一诺 摄"]
)
def test_a_line_of_names_alone_that_ends_with_who_took_the_photos_is_a_byline(line: str) -> None:
    assert only("\n".join((TITLE, *NEWS, line))).byline_raw == line


@pytest.mark.parametrize(
    "line",
    ["澜汀镇水务站站长 季望舒", "澜汀镇党委副书记、镇长　欧阳林", "高级工程师 季望舒"],
)
def test_an_office_and_a_name_are_a_byline_below_the_title_and_at_the_end(line: str) -> None:
    for lines in ((TITLE, line, *NEWS), (TITLE, *NEWS, line)):
        known = only("\n".join(lines))
        assert known.byline_raw == line
        assert known.article.title.string == TITLE
        assert paragraphs(known) == list(NEWS)


def test_people_with_their_offices_in_the_text_stay_text() -> None:
    people = ("镇党委书记 季望舒", "镇长 林一诺")
    known = only("\n".join((TITLE, NEWS[0], "到会的有：", *people, NEWS[1])))
    assert known.byline_raw == ""
    assert paragraphs(known) == [NEWS[0], "到会的有：", *people, NEWS[1]]


@pytest.mark.parametrize("line", ["【水务站 季望舒】", "【季望舒】"])
def test_names_in_the_brackets_of_sections_end_a_text_as_its_byline(line: str) -> None:
    known = only("\n".join((TITLE, *NEWS, line)))
    assert (known.byline_raw, headings(known)) == (line, [])


def test_a_body_in_the_brackets_of_sections_above_the_title_is_a_section() -> None:
    assert only("\n".join(("【水务站】", TITLE, *NEWS))).section == "水务站"


@pytest.mark.parametrize("below", ["——澜汀镇汛前检修侧记", "（水务站 季望舒）", "季望舒"])
def test_a_title_of_two_lines_ends_where_subtitle_or_names_begin(below: str) -> None:
    lines = ("泵站灯火夜夜明亮", "护得一方水土安澜", below, *NEWS)
    known = only("\n".join(lines))
    assert known.article.title.string == LINE_BREAK.join(lines[:2])
    subtitle = known.article.subtitle.string if known.article.subtitle else ""
    assert below in (known.byline_raw, subtitle)
    assert paragraphs(known) == list(NEWS)


def test_a_short_first_sentence_above_longer_paragraphs_is_a_title_that_is_asked_about() -> None:
    found = recognised("\n".join(("让下游的人睡个安稳觉。", NEWS[0], LEAD, NEWS[0])))
    assert found.articles[0].article.title.string == "让下游的人睡个安稳觉。"
    assert "title-doubtful" in {doubt.code for doubt in found.doubts}


@pytest.mark.parametrize(
    "lines",
    [
        ("下游的人睡着了。", "灯亮着。", NEWS[0]),
        ("4月8日检修队进场。", NEWS[0], LEAD, NEWS[0]),
        ("天黑了，雨还在下。", NEWS[0], LEAD, NEWS[0]),
    ],
)
def test_a_first_sentence_is_text_where_others_are_as_short_or_it_pauses(lines: list[str]) -> None:
    assert only("\n".join(lines)).article.title.string == ""


@pytest.mark.parametrize("line", ["（通讯）", "字数：820", "（全文共1200字）", "[散文]"])
def test_what_a_form_says_of_a_manuscript_is_not_printed(line: str) -> None:
    found = recognised("\n".join((TITLE, line, *NEWS)))
    assert paragraphs(found.articles[0]) == list(NEWS)
    assert found.articles[0].article.title.string == TITLE
    assert line in {entry.text for entry in found.lost}


def test_when_and_where_something_takes_place_is_text() -> None:
    line = "时间：2026年4月8日　地点：水务站"
    known = only("\n".join((TITLE, line, *NEWS)))
    assert paragraphs(known) == [line, *NEWS]
    assert known.article.date is None


@pytest.mark.parametrize(
    "lines",
    [
        (NEWS[0], "“水又涨了！”站长喊道。", "“等等我！”", NEWS[1]),
        ("主持人：今年有何新举措？", "季望舒：先修老泵站。", "主持人：何时完工？", NEWS[1]),
    ],
)
def test_what_people_say_is_no_heading(lines: list[str]) -> None:
    known = only("\n".join((TITLE, *lines)))
    assert (headings(known), paragraphs(known)) == ([], list(lines))


@pytest.mark.parametrize("number", ["0{}", "PART 0{}", "{}."])
def test_a_number_alone_above_a_short_line_belongs_to_that_heading(number: str) -> None:
    lines = (TITLE, LEAD, number.format(1), "检修情况", NEWS[0])
    lines += (number.format(2), "下一步打算", NEWS[1])
    known = only("\n".join(lines))
    assert [words.replace(" ", "") for _, words in headings(known)] == [
        f"{number.format(1)}检修情况".replace(" ", ""),
        f"{number.format(2)}下一步打算".replace(" ", ""),
    ]
    assert paragraphs(known) == [LEAD, NEWS[0], NEWS[1]]


def test_the_days_of_a_chronicle_are_not_the_day_of_the_manuscript() -> None:
    lines = ("澜汀镇四月纪事", "4月8日", NEWS[0], "4月12日", NEWS[1], "4月20日", NEWS[2])
    known = only("\n".join(lines))
    assert [words for _, words in headings(known)] == ["4月8日", "4月12日", "4月20日"]


def ruled(*below: str) -> ReceivedDocument:
    """A manuscript, a rule, and what stands below it."""
    blocks = [*map(Text, (TITLE, *NEWS)), None, *map(Text, below)]
    return ReceivedDocument(
        *(Path("稿件.txt"), "text"),
        tuple(
            ReceivedBreak(line) if words is None else ReceivedParagraph(words, line, Look())
            for line, words in enumerate(blocks, 1)
        ),
    )


def test_below_a_rule_a_title_may_begin_another_manuscript() -> None:
    found = recognise(ruled(OTHER, *NEWS))
    assert [known.article.title.string for known in found.articles] == [TITLE, OTHER]
    assert "article-doubtful" in {doubt.code for doubt in found.doubts}


def test_below_a_rule_a_short_line_is_a_heading() -> None:
    assert len(recognise(ruled("余音", *NEWS)).articles) == 1


def test_labels_that_count_manuscripts_part_them() -> None:
    found = recognised("\n".join(("稿件一：", TITLE, *NEWS, "稿件二：", OTHER, *NEWS)))
    assert [known.article.title.string for known in found.articles] == [TITLE, OTHER]
    assert [paragraphs(known) for known in found.articles] == [list(NEWS), list(NEWS)]
    assert {"稿件一：", "稿件二："} <= {entry.text for entry in found.lost}


def test_where_writers_work_in_brackets_is_no_subtitle() -> None:
    title, place = Look(size=22.0, centred=True), Look(size=12.0, centred=True)
    body = Look(size=16.0, indent=2.0)
    lines = [(TITLE, title), ("（澜汀镇水务站，云栖 201800）", place), *((n, body) for n in NEWS)]
    blocks = tuple(
        ReceivedParagraph(Text(words), line, look) for line, (words, look) in enumerate(lines, 1)
    )
    path = Path("稿件.docx")
    assert recognise(ReceivedDocument(path, "docx", blocks)).articles[0].article.subtitle is None


@pytest.mark.parametrize("line", ["作者：\n季望舒", "供稿单位：\n水务站", "供稿：\n水务站 季望舒"])
def test_names_below_their_role_are_its_byline(line: str) -> None:
    known = only("\n".join((TITLE, line, *NEWS)))
    assert known.byline_raw == line.replace("\n", "")
    assert paragraphs(known) == list(NEWS)


def test_a_telephone_behind_body_and_name_leaves_a_byline() -> None:
    known = only("\n".join((TITLE, *NEWS, "（水务站  季望舒  电话：13800001234）")))
    assert known.byline_raw == "（水务站  季望舒  电话：13800001234）"
    assert known.article.byline is not None
    assert known.article.byline.string == "【供稿：水务站 季望舒】"


def test_a_body_with_its_colon_is_the_first_line_of_a_title_that_is_asked_about() -> None:
    found = recognised("\n".join(("澜汀镇水务站：", "守护一方水土安澜", *NEWS)))
    title = found.articles[0].article.title.string
    assert title == LINE_BREAK.join(("澜汀镇水务站：", "守护一方水土安澜"))
    assert "title-doubtful" in {doubt.code for doubt in found.doubts}


def test_whom_a_notice_addresses_is_no_title() -> None:
    known = only("\n".join(("关于检修泵站的通知", "各村、水务站：", *NEWS)))
    assert known.article.title.string == "关于检修泵站的通知"
    assert paragraphs(known) == ["各村、水务站：", *NEWS]
