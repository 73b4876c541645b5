"""Every kind of block, mark and form on a page of the web, by what a browser makes of it."""

from __future__ import annotations

import datetime

import pytest
from composing import NOWHERE
from web_issues import HEAD, article, issue, page_of, paragraph, photo_in
from web_reading import of_class, only, words

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
from layouts.issue.masthead import Colophon, Masthead
from layouts.issue.photo import Photo, RowCaptions, Side
from layouts.issue.sidebar import Sidebar
from layouts.issue.text import Comment, Mark, MarkKind, Text


def marked(string: str, kind: MarkKind, value="", start=0, end=2) -> Text:
    return Text(string, (Mark(start, end, kind, value),))


def test_the_publication_is_the_title_and_sections_and_articles_are_headings_under_it():
    page = page_of(issue(article(paragraph("正文"))))
    assert words(only(page, "h1")) == "澜汀简报"
    assert [words(one) for one in of_class(page, "section-name")] == ["【要闻】"]
    assert words(only(page, "h3")) == "题目"


def test_the_masthead_says_what_the_layout_has_it_say():
    head = of_class(page_of(issue(article(paragraph("正文")))), "masthead")[0]
    assert "第3期（总第12期）" in words(head)
    assert "2026年3月1日" in words(head)


def test_the_colophon_closes_up_what_is_not_said():
    one = issue(article(paragraph("正文")), colophon=Colophon(editor="安宁"))
    said = words(of_class(page_of(one), "colophon")[0])
    assert "安宁" in said
    assert "报：" not in said


def test_without_the_name_of_a_section_its_articles_move_up():
    page = page_of(issue(article(paragraph("正文")), section=""))
    assert words(only(page, "h2")) == "题目"


def test_contents_lead_to_articles():
    page = page_of(
        issue(article(paragraph("甲"), title="一篇"), article(paragraph("乙"), title="另一篇"))
    )
    links = list(of_class(page, "contents")[0].iter("a"))
    assert [(words(one), one.get("href")) for one in links] == [
        ("一篇", "#article-1"),
        ("另一篇", "#article-2"),
    ]
    assert {one.get("id") for one in page.iter("article")} == {"article-1", "article-2"}


def test_sub_headings_skip_no_level():
    page = page_of(
        issue(
            article(
                Subheading(Text("一、甲"), 1, NOWHERE),
                Subheading(Text("1. 乙"), 3, NOWHERE),
                Subheading(Text("二、丙"), 1, NOWHERE),
            )
        )
    )
    assert [words(one) for one in page.iter("h4")] == ["一、甲", "二、丙"]
    assert words(only(page, "h5")) == "1. 乙"


def test_the_lead_of_a_run_in_article_is_its_heading():
    lead = marked("▲ 导语。正文", MarkKind.BOLD, end=5)
    page = page_of(issue(article(paragraph(lead), title="导语", kind=ArticleKind.RUN_IN)))
    assert words(only(page, "h3")) == "▲ 导语。"
    assert words(only(page, "article")).strip() == "▲ 导语。正文"


def test_a_lead_stands_without_a_gap_but_before_latin_words():
    def said(text, end):
        lead = marked(text, MarkKind.BOLD, end=end)
        return words(
            only(page_of(issue(article(paragraph(lead), kind=ArticleKind.RUN_IN))), "article")
        ).strip()

    assert said("▲ 导语 正文", 4) == "▲ 导语正文"
    assert said("▲ Lead. Text", 7) == "▲ Lead. Text"


def test_briefs_are_items_of_one_list():
    briefs = [article(paragraph(f"{n}. 简讯"), title="", kind=ArticleKind.BRIEF) for n in (1, 2)]
    (listed,) = of_class(page_of(issue(*briefs)), "briefs")
    assert [words(one).strip() for one in listed] == ["1. 简讯", "2. 简讯"]


@pytest.mark.parametrize(
    ("kind", "value", "tag", "of"),
    [
        (MarkKind.BOLD, "", "strong", None),
        (MarkKind.DOTS, "", "em", None),
        (MarkKind.UNDERLINE, "", "u", None),
        (MarkKind.UNDERLINE, "wavy", "u", "wavy"),
        (MarkKind.UNDERLINE, "double", "u", "double"),
        (MarkKind.STRIKE, "", "s", None),
        (MarkKind.SUPERSCRIPT, "", "sup", None),
        (MarkKind.SUBSCRIPT, "", "sub", None),
    ],
)
def test_marks_are_elements_of_their_own(kind, value, tag, of):
    found = only(page_of(issue(article(paragraph(marked("天地玄黄", kind, value))))), tag)
    assert (words(found), found.get("class")) == ("天地", of)


def test_a_reading_stands_over_its_words():
    ruby = only(
        page_of(issue(article(paragraph(marked("重庆", MarkKind.RUBY, "chóng qìng"))))), "ruby"
    )
    assert [(one.tag, one.text) for one in ruby] == [
        ("rp", "（"),
        ("rt", "chóng qìng"),
        ("rp", "）"),
    ]
    assert ruby.text == "重庆"


def test_a_comment_is_for_the_editors_alone():
    said = Comment("安宁", "2026-03-01T08:00", "再核一遍")
    page = page_of(issue(article(paragraph(marked("天地", MarkKind.COMMENT, said)))))
    assert "再核一遍" not in "".join(page.itertext())


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_what_is_no_address_of_the_web_leads_nowhere(address):
    page = page_of(issue(article(paragraph(marked("天地", MarkKind.LINK, address)))))
    assert [one for one in page.iter("a") if one.get("href") == address] == []
    assert "天地" in words(only(page, "article"))


def test_a_link_and_an_address_in_the_text_can_be_followed():
    text = marked("天地，见 www.example.com。", MarkKind.LINK, "https://example.org/?a=1&b=2")
    article_ = only(page_of(issue(article(paragraph(text)))), "article")
    assert [(words(one), one.get("href")) for one in article_.iter("a")] == [
        ("天地", "https://example.org/?a=1&b=2"),
        ("www.example.com", "http://www.example.com"),
    ]


def test_notes_and_their_signs_lead_to_each_other():
    text = Text("天地玄黄", (Mark(0, 2, MarkKind.NOTE, "注一"), Mark(2, 4, MarkKind.NOTE, "注二")))
    page = page_of(issue(article(paragraph(text))))
    signs = [one[0] for one in of_class(page, "sign")]
    notes = list(of_class(page, "notes")[0])
    assert [words(one) for one in signs] == ["①", "②"]
    assert [words(one) for one in notes] == ["① 注一", "② 注二"]
    assert [one.get("href") for one in signs] == [f"#{one.get('id')}" for one in notes]
    assert [one[0].get("href") for one in notes] == [f"#{one.get('id')}" for one in signs]


def test_a_sign_stands_in_no_other_link():
    text = Text(
        "天地玄黄",
        (Mark(0, 2, MarkKind.NOTE, "注"), Mark(0, 4, MarkKind.LINK, "https://example.org")),
    )
    article_ = only(page_of(issue(article(paragraph(text)))), "article")
    assert [words(one) for one in article_.iter("a")] == ["天地", "①", "玄黄", "①"]


def test_items_have_their_labels_and_nest():
    def item(text, level, kind=FormKind.NUMBERED):
        return paragraph(text, form=ParagraphForm(kind, level))

    page = page_of(issue(article(item("甲", 1), item("乙", 2), item("丙", 1), paragraph("丁"))))
    (outer, inner) = of_class(page, "items")
    assert [words(one[0]) for one in outer] == ["一、 甲", "二、 丙"]
    assert [words(one).strip() for one in inner] == ["（一） 乙"]
    assert inner in list(outer[0])


def test_a_photo_between_items_stands_in_the_list(tmp_path):
    form = ParagraphForm(FormKind.NUMBERED)
    photo = Photo(photo_in(tmp_path), "", NOWHERE)
    blocks = paragraph("甲", form=form), photo, paragraph("乙", form=form)
    (listed,) = of_class(page_of(issue(article(*blocks), folder=tmp_path)), "items")
    assert [one.tag for one in listed] == ["li", "li"]
    assert only(listed, "figure") in list(listed[0])


def test_lines_of_one_poem_stand_together():
    form = ParagraphForm(FormKind.VERSE)
    page = page_of(issue(article(paragraph("一行", form=form), paragraph("二行", form=form))))
    (poem,) = of_class(page, "verse")
    assert [words(one) for one in poem] == ["一行", "二行"]


def test_a_line_with_a_leader_has_its_value_at_the_edge():
    form = ParagraphForm(FormKind.LEADER)
    (line,) = of_class(page_of(issue(article(paragraph("合计 12", form=form)))), "leader")
    assert [words(one) for one in line] == ["合计 ", "", "12"]


def test_a_line_that_the_editor_ended_ends():
    page = page_of(issue(article(paragraph("天地\u2028玄黄"))))
    assert only(only(page, "article"), "br").tail == "玄黄"


def test_boxes_quotes_notes_and_rules():
    page = page_of(
        issue(
            article(
                Note((Text("按语：天地"),), NOWHERE),
                Sidebar((Text("链接"), Text("玄黄")), NOWHERE),
                PullQuote(Text("宇宙"), NOWHERE),
                Divider(NOWHERE),
                PageBreak(NOWHERE),
                paragraph("洪荒"),
            )
        )
    )
    assert words(of_class(page, "editor-note")[0]) == "按语：天地"
    assert words(only(of_class(page, "editor-note")[0], "strong")) == "按语："
    assert words(of_class(page, "box-title")[0]) == "链接"
    assert words(only(page, "blockquote")) == "宇宙"
    assert len(list(page.iter("hr"))) == 1


def test_a_table_has_heads_of_columns_and_rows_and_merged_cells():
    table = Table(
        (Text("馆"), Text("读者"), Text("")),
        ((Text("总馆"), Text("12"), Text("3")), (Text("分馆"), Text("4"), Text("5"))),
        ("auto", "auto", "auto"),
        NOWHERE,
        spans=(CellSpan(0, 1, 1, 2),),
        caption=Text("各馆"),
        notes=(Text("注：无"),),
        data_source=Text("资料来源：甲"),
        header_columns=1,
    )
    page = page_of(issue(article(table)))
    found = only(page, "table")
    heads = [(words(one), one.get("scope"), one.get("colspan")) for one in found.iter("th")]
    assert heads == [
        ("馆", "col", None),
        ("读者", "colgroup", "2"),
        ("总馆", "row", None),
        ("分馆", "row", None),
    ]
    assert [words(one) for one in found.iter("td")] == ["12", "3", "4", "5"]
    assert {one.get("class") for one in found.iter("td")} == {"figures"}
    assert words(only(found, "caption")) == "各馆"
    assert [words(one) for one in of_class(page, "table-note")] == ["注：无", "资料来源：甲"]


def test_numbers_stand_under_each_other_by_their_points():
    rows = (("12.5%", "2.5", "甲"), ("3%", "10", "1.5"), ("—", "7", "2"))
    table = Table(
        (Text("一"), Text("二"), Text("三")),
        tuple(tuple(map(Text, row)) for row in rows),
        ("center", "auto", "auto"),
        NOWHERE,
    )
    cells = list(page_of(issue(article(table))).iter("td"))
    parts = [
        [(words(one), one.get("class"), one.get("style")) for one in cell.iter("span")]
        for cell in cells
    ]

    def number(whole, tail, before, behind):
        return [
            (whole, "whole", f"min-width:{before}ch"),
            (tail, "tail", f"min-width:{behind}ch"),
        ]

    assert [parts[k] for k in (0, 3, 6)] == [
        number("12", ".5%", 2, 3),
        number("3", "%", 2, 3),
        number("—", "", 2, 3),
    ]
    assert [parts[k] for k in (1, 4, 7)] == [
        number("2", ".5", 2, 2),
        number("10", "", 2, 2),
        number("7", "", 2, 2),
    ]
    assert [parts[k] for k in (2, 5, 8)] == [[], [], []]  # words among them


def test_a_merged_cell_from_the_head_into_the_body_is_not_cut():
    table = Table(
        (Text("甲"), Text("乙")),
        ((Text(""), Text("1")),),
        ("auto", "auto"),
        NOWHERE,
        spans=(CellSpan(0, 0, 2, 1),),
    )
    found = only(page_of(issue(article(table))), "table")
    assert list(found.iter("thead")) == []
    assert [one.get("rowspan") for one in found.iter("th")] == ["2", None]


def test_a_photo_says_what_it_shows_and_who_took_it(tmp_path):
    photo = Photo(
        photo_in(tmp_path), "湖边", NOWHERE, Side.LEFT, 12.0, alt="小舟", credit="安宁 摄"
    )
    figure = only(page_of(issue(article(photo), folder=tmp_path)), "figure")
    image = only(figure, "img")
    assert (image.get("alt"), image.get("width"), image.get("height")) == ("小舟", "40", "30")
    assert image.get("src").startswith("data:image/png;base64,")
    assert figure.get("class") == "left"
    assert words(only(figure, "figcaption")) == "湖边 安宁 摄"


def test_photos_of_a_row_have_one_caption_of_all_or_one_each(tmp_path):
    def row(captions):
        names = [photo_in(tmp_path, f"{k}.png") for k in range(2)]
        photos = [
            Photo(name, said, NOWHERE, row="1", captions=captions)
            for name, said in zip(names, ("甲", "乙"), strict=True)
        ]
        return of_class(page_of(issue(article(*photos), folder=tmp_path)), "row")[0]

    assert [words(one) for one in row(RowCaptions.TOGETHER).iter("figcaption")] == [
        "左图：甲；右图：乙"
    ]
    assert [words(one) for one in row(RowCaptions.EACH).iter("figcaption")] == ["甲", "乙"]


@pytest.mark.parametrize("count", [1, 2])
def test_captions_have_the_marks_of_their_words(tmp_path, count):
    said = Text("CO2的读数", (Mark(2, 3, MarkKind.SUBSCRIPT), Mark(4, 6, MarkKind.NOTE, "年报")))
    row = {"row": "1", "captions": RowCaptions.TOGETHER} if count > 1 else {}
    photos = [Photo(photo_in(tmp_path), said, NOWHERE, **row) for _ in range(count)]
    page = page_of(issue(article(*photos), folder=tmp_path))
    caption = only(page, "figcaption")
    assert [words(one) for one in caption.iter("sub")] == ["2"] * count
    assert [words(one) for one in of_class(page, "notes")[0]] == ["① 年报", "② 年报"][:count]
    assert {image.get("alt") for image in page.iter("img")} == {"CO2的读数"}


def test_a_masthead_without_a_name_still_makes_a_page():
    page = page_of(issue(article(paragraph("正文")), masthead=Masthead()))
    assert words(only(page, "article")).split() == ["题目", "正文"]


def test_the_title_of_the_window_says_publication_and_number():
    page = page_of(issue(article(paragraph("正文"))))
    assert only(page, "title").text == "澜汀简报 第3期"
    assert HEAD.date == datetime.date(2026, 3, 1)
    dates = [one.get("content") for one in page.iter("meta") if one.get("name") == "date"]
    assert dates == ["2026-03-01"]
