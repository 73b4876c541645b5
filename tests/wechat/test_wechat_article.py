"""Every kind of block and mark in an article for WeChat: nothing that its editor takes away, every
character once.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import html5lib
import pytest

sys.path.append(str(Path(__file__).parents[1] / "webpage"))
sys.path.append(str(Path(__file__).parents[1] / "everything"))

from composing import NOWHERE
from test_web_hostile import HOSTILE, everywhere
from web_issues import article, issue, paragraph, photo_in
from web_reading import words

from layouts.errors import ExportError
from layouts.house.load import load_layout
from layouts.issue.article import (
    ArticleKind,
    CellSpan,
    Divider,
    Note,
    PageBreak,
    PullQuote,
    Subheading,
    Table,
)
from layouts.issue.form import FormKind, ParagraphForm
from layouts.issue.photo import Photo
from layouts.issue.sidebar import Sidebar
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.wechat.allowed import losses
from layouts.wechat.article import chosen_article, links_typed
from layouts.wechat.writing import rich_text

LAYOUT = load_layout("jianbao-a4", {})


def parsed(html: str):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parseFragment(html)


def written(*blocks, **fields):
    return parsed(rich_text(issue(article(*blocks, **fields)), LAYOUT, 0))


def said(*blocks, **fields) -> str:
    """What an article says behind its section and its title."""
    return "".join(words(written(*blocks, **fields)).split()).removeprefix("【要闻】题目")


def marked(string: str, kind: MarkKind, value="", start=0, end=2) -> Text:
    return Text(string, (Mark(start, end, kind, value),))


def elements(page) -> list[tuple[str, ...]]:
    return [(one.tag, *sorted(one.keys())) for one in page.iter()]


# -- marks -----------------------------------------------------------------------------------------


def test_a_reading_stands_in_brackets_behind_its_words():
    assert said(paragraph(marked("重庆市", MarkKind.RUBY, "chóngqìng"))) == "重庆（chóngqìng）市"


def test_a_link_is_typed_out_behind_its_words():
    text = marked("天地玄黄", MarkKind.LINK, "https://example.org/a?b=1&c=2")
    assert said(paragraph(text)) == "天地（https://example.org/a?b=1&c=2）玄黄"
    assert list(written(paragraph(text)).iter("a")) == []


def test_an_address_that_the_words_say_is_not_typed_twice():
    text = Text("example.org", (Mark(0, 11, MarkKind.LINK, "https://example.org/"),))
    assert said(paragraph(text)) == "example.org"


def test_an_address_that_leads_nowhere_is_not_typed():
    assert said(paragraph(marked("天地", MarkKind.LINK, "javascript:alert(1)"))) == "天地"


def test_links_that_are_typed_are_counted():
    one = issue(article(paragraph(marked("天地", MarkKind.LINK, "https://example.org"))))
    assert links_typed(one) == links_typed(one, 0) == 1


def test_notes_are_numbered_and_stand_at_the_end():
    text = Text("天地玄黄", (Mark(0, 2, MarkKind.NOTE, "注一"), Mark(2, 4, MarkKind.NOTE, "注二")))
    assert said(paragraph(text), paragraph("宇宙")) == "天地①玄黄②宇宙①注一②注二"


def test_reading_address_and_sign_of_one_word_stand_in_that_order():
    marks = (
        Mark(0, 2, MarkKind.LINK, "https://example.org"),
        Mark(0, 2, MarkKind.RUBY, "cq"),
        Mark(0, 2, MarkKind.NOTE, "注"),
    )
    assert said(paragraph(Text("重庆", marks))) == "重庆（cq）（https://example.org）①①注"


@pytest.mark.parametrize("value", ["", "wavy", "double", "dotted", "thick"])
def test_every_line_under_words_is_a_single_one(value):
    page = written(paragraph(marked("天地", MarkKind.UNDERLINE, value)))
    styles = [one.get("style") for one in page.iter("span")]
    assert styles == ["text-decoration:underline"]


def test_a_comment_is_for_the_editors_alone():
    comment = Comment("安宁", "2026-03-01T08:00", "再核一遍")
    assert said(paragraph(marked("天地", MarkKind.COMMENT, comment))) == "天地"


# -- blocks ----------------------------------------------------------------------------------------


def test_labels_of_items_are_typed():
    def item(text, level, kind=FormKind.NUMBERED):
        return paragraph(text, form=ParagraphForm(kind, level))

    assert said(item("甲", 1), item("乙", 2), item("丙", 1)) == "一、甲（一）乙二、丙"


def test_the_lead_of_a_run_in_article_is_bold_in_its_paragraph():
    page = written(paragraph("▲ 导语。正文"), title="导语", kind=ArticleKind.RUN_IN)
    (lead,) = page.iter("strong")
    assert words(lead) == "▲ 导语。"
    assert words(page).count("导语") == 1


def test_a_lead_stands_without_a_gap():
    lead = marked("▲ 导语 正文", MarkKind.BOLD, end=4)
    page = written(paragraph(lead), title="导语", kind=ArticleKind.RUN_IN)
    assert "▲ 导语正文" in words(page)


def test_numbers_have_the_room_behind_them_that_others_take_from_their_points_on():
    table = Table(
        (Text("一"),),
        ((Text("1.25"),), (Text("12"),), (Text("3.5"),)),
        ("auto",),
        NOWHERE,
    )
    *_, found = written(table).iter("table")
    room = [
        float(style.partition("padding-right:")[2].removesuffix("em") or 0)
        for style in [one.get("style") for one in found.iter("p")][1:]
    ]
    figure = room[2]  # one figure less than the first
    assert room[0] == 0
    assert 0.5 <= figure <= 0.6
    assert room[1] == pytest.approx(2.5 * figure, abs=0.02)  # two figures and a point


def test_merged_cells_cover_what_they_cover():
    table = Table(
        (Text("馆"), Text("读者"), Text("")),
        ((Text("总馆"), Text("12"), Text("3")),),
        ("auto", "auto", "auto"),
        NOWHERE,
        spans=(CellSpan(0, 1, 1, 2),),
        caption=Text("各馆"),
        notes=(Text("注：无"),),
        data_source=Text("资料来源：甲"),
    )
    page = written(table)
    cells = [
        (words(one), one.get("colspan"))
        for one in page.iter("td")
        if words(one) and "1px solid" in one.get("style")
    ]
    assert cells == [("馆", None), ("读者", "2"), ("总馆", None), ("12", None), ("3", None)]
    assert words(page).split()[-1] == "资料来源：甲"


def test_captions_have_the_marks_of_their_words(tmp_path):
    text = Text("CO2的读数", (Mark(2, 3, MarkKind.SUBSCRIPT), Mark(4, 6, MarkKind.NOTE, "年报")))
    one = issue(article(Photo(photo_in(tmp_path), text, NOWHERE)), folder=tmp_path)
    page = parsed(rich_text(one, LAYOUT, 0))
    assert "CO2的读数①" in "".join(words(page).split())
    assert "①年报" in "".join(words(page).split())
    (small,) = (found for found in page.iter() if words(found) == "2")
    assert "vertical-align:sub" in small.get("style")


def every_block(folder) -> tuple:
    return (
        Note((Text("按语：一"), Text("二")), NOWHERE),
        paragraph("三"),
        Subheading(Text("四"), 1, NOWHERE),
        Subheading(Text("五"), 3, NOWHERE),
        Sidebar((Text("六"), Text("七")), NOWHERE),
        PullQuote(Text("八"), NOWHERE),
        Divider(NOWHERE),
        PageBreak(NOWHERE),
        Table((Text("九"),), ((Text("十"),),), ("auto",), NOWHERE),
        Photo(photo_in(folder), "甲", NOWHERE, credit="乙"),
        *(
            paragraph(words_, form=ParagraphForm(kind))
            for words_, kind in [
                ("丙", FormKind.VERSE),
                ("丁", FormKind.SIGNATURE),
                ("戊", FormKind.NAMES),
                ("己 庚", FormKind.LEADER),
            ]
        ),
    )


def test_every_block_says_its_words_once_in_order(tmp_path):
    one = article(*every_block(tmp_path), byline=Text("壬"), subtitle=Text("副题"))
    page = parsed(rich_text(issue(one, folder=tmp_path), LAYOUT, 0))
    assert "".join(words(page).split()) == (
        "【要闻】题目副题按语：一二三四五六七八九十甲乙丙丁戊己庚壬"
    )


def test_photos_of_a_row_are_of_one_height(tmp_path):
    wide = Photo(photo_in(tmp_path, "a.png", 80, 20), "", NOWHERE, row="1")
    narrow = Photo(photo_in(tmp_path, "b.png", 40, 20), "两图", NOWHERE, row="1")
    page = parsed(rich_text(issue(article(wide, narrow), folder=tmp_path), LAYOUT, 0))
    shares = [int(re.search(r"width:(\d+)%", one.get("style"))[1]) for one in page.iter("img")]
    # 98 of 100 shared as 4 to 2
    assert shares == [65, 32]


# -- what the editor takes away --------------------------------------------------------------------


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col", "tongxun-a5"])
def test_nothing_that_we_write_is_taken_away(tmp_path, layout):
    one = issue(article(*every_block(tmp_path)), folder=tmp_path)
    assert losses(rich_text(one, load_layout(layout, {}))) == []


@pytest.mark.parametrize(
    ("html", "lost"),
    [
        ("<style>p{}</style>", "<style>"),
        ("<p><a href='https://example.org'>天</a></p>", "<a>"),
        ("<p class='x'>天</p>", "p class"),
        ("<p id='x'>天</p>", "p id"),
        ("<p style='position:absolute'>天</p>", "position:absolute"),
        ("<p style='transform:none'>天</p>", "transform:none"),
        ("<p style='margin:1rem'>天</p>", "margin:1rem"),
        ("<p style='color:var(--x)'>天</p>", "color:var(--x)"),
        ("<td style='background-color:url(x)'>天</td>", "background-color:url(x)"),
        ("<img src='https://example.org/a.jpg'>", "https://example.org/a.jpg"),
        ("<img src='//example.org/a.jpg'>", "//example.org/a.jpg"),
        ("<script>1</script>", "<script>"),
        ("<!-- 天 -->", "<!-- 天 "),
    ],
)
def test_what_the_editor_takes_away_is_told(html, lost):
    assert [one.what for one in losses(html)] == [lost]


@pytest.mark.parametrize("address", ["pictures/01.jpg", "https://mmbiz.qpic.cn/x/640"])
def test_pictures_beside_the_page_and_those_of_wechat_stay(address):
    assert losses(f'<p style="margin:0 0 14px"><img src="{address}" style="width:100%"></p>') == []


# -- hostile text ----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_markup(text, tmp_path):
    html = rich_text(everywhere(text, tmp_path), LAYOUT)
    plain = rich_text(everywhere("天地玄黄" * 5, tmp_path), LAYOUT)
    assert elements(parsed(html)) == elements(parsed(plain))
    assert words(parsed(html)).count(text) >= 15
    assert losses(html) == []


def test_nothing_turns_the_direction_of_what_follows():
    assert said(paragraph("天\u202e地")) == "天地"


# -- which article ---------------------------------------------------------------------------------

THREE = issue(
    article(paragraph("甲"), title="湖边书房"),
    article(paragraph("乙"), title="书房夜灯"),
    article(paragraph("丙"), title="", kind=ArticleKind.BRIEF),
)


@pytest.mark.parametrize(("asked", "found"), [("3", 2), ("书房夜灯", 1), ("湖边", 0), (" 1 ", 0)])
def test_an_article_is_named_by_number_or_title(asked, found):
    assert chosen_article(THREE, asked) == found


@pytest.mark.parametrize("asked", ["0", "4", "没有", "", "²", "9" * 5000])
def test_an_article_that_is_not_there_is_said(asked):
    with pytest.raises(ExportError, match="没有第"):
        chosen_article(THREE, asked)


def test_words_of_several_titles_name_none():
    with pytest.raises(ExportError, match="1, 2"):
        chosen_article(THREE, "书房")


def test_an_issue_without_articles_is_said():
    with pytest.raises(ExportError, match="还没有稿件"):
        rich_text(issue(), LAYOUT)
