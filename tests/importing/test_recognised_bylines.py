"""By-lines in every usual spelling and place, and lines that only look like one."""

import datetime

import pytest
from typed_text import NEWS, TITLE, only, paragraphs, recognised

from layouts.issue.article import Subheading

SPELLINGS = {
    "供稿：水务站 季望舒": "【供稿：水务站 季望舒】",
    "供稿:水务站 季望舒": "【供稿：水务站 季望舒】",
    "供 稿：水务站": "【供稿：水务站】",
    "（供稿：水务站 季望舒）": "【供稿：水务站 季望舒】",
    "(供稿:水务站 季望舒)": "【供稿：水务站 季望舒】",
    "【供稿：水务站 季望舒、林一诺】": "【供稿：水务站 季望舒、林一诺】",
    "[供稿：水务站]": "【供稿：水务站】",
    "供稿：水务站 季望舒 林一诺": "【供稿：水务站 季望舒、林一诺】",
    "供稿：水务站 季望舒，林一诺": "【供稿：水务站 季望舒、林一诺】",
    "（水务站供稿）": "【供稿：水务站】",
    "（水务站 供稿）": "【供稿：水务站】",
    "（季望舒供稿）": "【供稿：季望舒】",
    "(季望舒 供稿)": "【供稿：季望舒】",
    "水务站供稿": "【供稿：水务站】",
    "供稿单位：水务站": "【供稿：水务站】",
    "供稿单位：水务站 供稿人：季望舒": "【供稿：水务站 季望舒】",
    "供稿人：季望舒": "【供稿：季望舒】",
    "来稿：水务站": "【供稿：水务站】",
    "报送单位：水务站": "【供稿：水务站】",
    "供稿 | 水务站": "【供稿：水务站】",
    "供稿/水务站": "【供稿：水务站】",
    "作者：季望舒": "【作者：季望舒】",
    "作　者：季望舒": "【作者：季望舒】",
    "（作者：季望舒）": "【作者：季望舒】",
    "（作者单位：澜汀镇水务站）": "【作者单位：澜汀镇水务站】",
    "（作者系澜汀镇水务站站长）": "【作者系澜汀镇水务站站长】",
    "作者/季望舒": "【作者/季望舒】",
    "文/季望舒": "【文/季望舒】",
    "文：季望舒": "【文：季望舒】",
    "文/季望舒 图/林一诺": "【文/季望舒 图/林一诺】",
    "文：季望舒 图：林一诺": "【文：季望舒　图：林一诺】",
    "文 | 季望舒 图 | 林一诺": "【文：季望舒　图：林一诺】",
    "季望舒/文 林一诺/图": "【季望舒/文 林一诺/图】",
    "（文/图 季望舒）": "【文/图 季望舒】",
    "（图/文 季望舒）": "【图/文 季望舒】",
    "图文：季望舒": "【图文：季望舒】",
    "（季望舒 文/图）": "【季望舒 文/图】",
    "文字：季望舒 摄影：林一诺": "【文字：季望舒　摄影：林一诺】",
    "撰稿：季望舒": "【撰稿：季望舒】",
    "撰稿人：季望舒": "【撰稿人：季望舒】",
    "撰文 季望舒": "【撰文 季望舒】",
    "执笔：季望舒": "【执笔：季望舒】",
    "通讯员 季望舒": "【通讯员 季望舒】",
    "通讯员：季望舒": "【通讯员：季望舒】",
    "通讯员季望舒": "【通讯员季望舒】",
    "特约通讯员 季望舒": "【特约通讯员 季望舒】",
    "通讯员 季望舒 记者 林一诺": "【通讯员 季望舒 记者 林一诺】",
    "记者林一诺 通讯员季望舒": "【记者林一诺 通讯员季望舒】",
    "记者林一诺 通讯员季望舒报道": "【记者林一诺 通讯员季望舒报道】",
    "记者林一诺 通讯员季望舒（报道）": "【记者林一诺 通讯员季望舒（报道）】",
    "本报记者 林一诺": "【本报记者 林一诺】",
    "本报记者 林一诺 通讯员 季望舒": "【本报记者 林一诺 通讯员 季望舒】",
    "（本报记者 林一诺）": "【本报记者 林一诺】",
    "澜汀镇水务站 通讯员 季望舒": "【澜汀镇水务站 通讯员 季望舒】",
    "□ 文/图 季望舒": "【文/图 季望舒】",
    "□文/图 季望舒": "【文/图 季望舒】",
    "□ 季望舒": "【供稿：季望舒】",
    "■ 本刊记者 林一诺": "【本刊记者 林一诺】",
    "● 水务站 季望舒": "【供稿：水务站 季望舒】",
    "◎ 季望舒 林一诺": "【供稿：季望舒、林一诺】",
    "水务站 季望舒": "【供稿：水务站 季望舒】",
    "（水务站 季望舒）": "【供稿：水务站 季望舒】",
    "(水务站 季望舒 林一诺)": "【供稿：水务站 季望舒、林一诺】",
    "（水务站）": "【供稿：水务站】",
    "（季望舒）": "【供稿：季望舒】",
    "季 望 舒": "【供稿：季 望 舒】",
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_byline_under_the_title_is_the_byline_and_the_text_goes_on(spelling: str) -> None:
    known = only("\n".join((TITLE, spelling, *NEWS)))
    assert known.byline_raw == spelling
    assert known.article.byline is not None
    assert known.article.byline.string == SPELLINGS[spelling]
    assert known.article.title.string == TITLE
    assert paragraphs(known) == list(NEWS)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_byline_on_the_last_line_is_the_byline(spelling: str) -> None:
    known = only("\n\n".join((TITLE, *NEWS, spelling)))
    assert known.byline_raw == spelling
    assert known.article.byline is not None
    assert known.article.byline.string == SPELLINGS[spelling]
    assert paragraphs(known) == list(NEWS)


AT_THE_END = (
    "（供稿：水务站 季望舒）",
    "【供稿：水务站 季望舒】",
    "(供稿:水务站)",
    "（水务站供稿）",
    "（季望舒 供稿）",
    "（作者单位：澜汀镇水务站）",
    "（图/文 季望舒）",
    "（通讯员 季望舒）",
    "（本报记者 林一诺）",
    "（水务站 季望舒）",
    "　　□ 季望舒",
    "  供稿：水务站",
    "供稿：水务站 季望舒",
)


@pytest.mark.parametrize("spelling", AT_THE_END)
def test_a_byline_at_the_end_of_the_last_paragraph_leaves_it(spelling: str) -> None:
    known = only("\n".join((TITLE, *NEWS[:2], NEWS[2] + spelling)))
    assert known.byline_raw == spelling.strip()
    assert paragraphs(known) == list(NEWS)


def test_a_byline_may_stand_behind_the_title() -> None:
    known = only("\n".join((f"{TITLE}（供稿：水务站 季望舒）", *NEWS)))
    assert known.article.title.string == TITLE
    assert known.byline_raw == "（供稿：水务站 季望舒）"


@pytest.mark.parametrize(
    "line",
    [
        "图为泵站检修现场。（季望舒 摄）",
        "记者：请问检修何时完成？",
        "单位：万元",
        "通讯员队伍建设成效明显",
        "供稿工作受到表彰",
        "作者在书里写道，水是活的。",
        "时间：4月2日 地点：水务站",
        "来源于群众，服务于群众。",
    ],
)
def test_what_only_begins_like_a_byline_is_none(line: str) -> None:
    known = only("\n".join((TITLE, NEWS[0], line, NEWS[1])))
    assert known.byline_raw == ""
    assert known.article.byline is None


def test_a_photographer_behind_a_text_is_no_byline() -> None:
    known = only("\n".join((TITLE, NEWS[0], NEWS[1] + "（季望舒 摄）")))
    assert known.article.byline is None
    assert paragraphs(known)[-1].endswith("（季望舒 摄）")


HEADS = {
    "来源：澜汀发布  时间：2026-04-02  作者：季望舒": ("【作者：季望舒】", "澜汀发布"),
    "时间：2026-04-02 来源：澜汀发布 作者：季望舒 浏览次数：123": ("【作者：季望舒】", "澜汀发布"),
    "发布时间：2026年4月2日 10:20 作者：季望舒": ("【作者：季望舒】", ""),
    "2026-04-02 08:30 来源：澜汀发布": (None, "澜汀发布"),
    "原创 季望舒 澜汀发布 2026年4月2日 10:20 上海": ("【作者：季望舒】", "澜汀发布"),
    "澜汀发布 2026-04-02 08:30": (None, "澜汀发布"),
    "2026年4月2日": (None, ""),
    "（2026年4月2日）": (None, ""),
    "2026-04-02": (None, ""),
    "2026.4.2": (None, ""),
    "2026/4/2": (None, ""),
    "２０２６年４月２日": (None, ""),
    "二〇二六年四月二日": (None, ""),
    "日期：2026年4月2日": (None, ""),
    "水务站 季望舒 2026年4月2日": ("【供稿：水务站 季望舒】", ""),
    "（水务站 2026年4月2日）": ("【供稿：水务站】", ""),
}


@pytest.mark.parametrize("line", HEADS)
def test_day_origin_and_author_are_read_from_one_line_under_the_title(line: str) -> None:
    known = only("\n".join((TITLE, line, *NEWS)))
    byline, origin = HEADS[line]
    assert known.article.date == datetime.date(2026, 4, 2)
    assert known.article.origin == origin
    assert (known.article.byline.string if known.article.byline else None) == byline
    assert paragraphs(known) == list(NEWS)


def test_a_signature_is_the_body_and_the_day_below_it() -> None:
    signature = ("　" * 16 + "澜汀镇水务站", "　" * 16 + "二〇二六年四月二日")
    known = only("\n".join((TITLE, *NEWS, *signature)))
    assert known.byline_raw == "澜汀镇水务站"
    assert known.article.date == datetime.date(2026, 4, 2)
    assert known.confidence["byline"] > 0.9


def test_two_lines_of_a_byline_are_one() -> None:
    known = only("\n".join((TITLE, *NEWS, "文字：季望舒", "摄影：林一诺")))
    assert known.byline_raw == "文字：季望舒\n摄影：林一诺"
    assert known.article.byline is not None
    assert known.article.byline.string == "【文字：季望舒　摄影：林一诺】"


def test_names_without_a_word_for_their_role_are_doubtful() -> None:
    found = recognised("\n".join((TITLE, "季望舒", *NEWS)))
    assert [doubt.code for doubt in found.doubts] == ["byline-doubtful"]


def test_editors_and_telephones_are_kept_apart() -> None:
    lines = ("责编：林一诺 审核：季望舒", "联系人：季望舒 电话：021-5555 1234")
    found = recognised("\n".join((TITLE, *NEWS, "供稿：水务站", *lines)))
    assert paragraphs(found.articles[0]) == list(NEWS)
    assert found.articles[0].byline_raw == "供稿：水务站"
    assert [aside.text for aside in found.asides] == list(lines)
    assert {entry.text for entry in found.lost} == set(lines)


def test_a_name_in_brackets_between_two_paragraphs_stays_in_its_paragraph() -> None:
    known = only("\n".join((TITLE, NEWS[0] + "（季望舒）", NEWS[1], "供稿：水务站")))
    assert paragraphs(known) == [NEWS[0] + "（季望舒）", NEWS[1]]
    assert not any(isinstance(block, Subheading) for block in known.article.blocks)


def test_a_telephone_behind_the_names_is_not_printed() -> None:
    found = recognised("\n".join((TITLE, *NEWS, "供稿：水务站 季望舒 13800000000")))
    known = found.articles[0]
    assert known.byline_raw == "供稿：水务站 季望舒 13800000000"
    assert known.article.byline is not None
    assert known.article.byline.string == "【供稿：水务站 季望舒】"
    assert [(entry.code, entry.text) for entry in found.lost] == [("byline-part", "13800000000")]


def test_a_body_and_a_name_below_it_are_one_byline() -> None:
    known = only("\n".join((TITLE, *NEWS, "澜汀镇水务站", "季望舒", "2026年4月2日")))
    assert known.byline_raw == "澜汀镇水务站\n季望舒"
    assert known.article.byline is not None
    assert known.article.byline.string == "【供稿：澜汀镇水务站 季望舒】"


def test_an_account_or_newspaper_under_the_title_is_where_it_came_out() -> None:
    known = only("\n".join((TITLE, "澜汀发布", "2026-04-02", *NEWS)))
    assert (known.article.origin, known.article.byline) == ("澜汀发布", None)
    assert known.article.date == datetime.date(2026, 4, 2)
