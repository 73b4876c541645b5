"""Marked text for the clipboard."""

from __future__ import annotations

from functools import partial
from itertools import starmap
from pathlib import Path
from xml.etree import ElementTree

import pytest
from edited_issues import (
    FOOT,
    HEAD,
    HERE,
    TURN,
    article,
    at,
    h,
    issue,
    issues,
    lines,
    note,
    one,
    p,
    photo,
    run_in,
    section,
    table,
    text_places,
    texts,
)
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_text import text_of
from msgspec.structs import replace

from layouts.errors import PackageError
from layouts.house.lists import item_label
from layouts.house.load import load_layout
from layouts.issue.article import CellSpan, Paragraph, Table
from layouts.issue.edits import copied, delete_range, html, paste_blocks, plain_text
from layouts.issue.edits.html import TAGS, Footnotes, inline
from layouts.issue.form import FormKind, ParagraphForm
from layouts.issue.ids import with_ids
from layouts.issue.parts import parts_of
from layouts.issue.places import Place, text_at
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.store.clip import read, written

ISSUE = one(
    p("甲⟦乙⟧⟨丙⟩"),
    h("一、<丁>", 2),
    photo("a", "图说"),
    note("按", "语"),
    table(("戊", "己"), ("庚",)),
    byline="辛",
)


def test_plain_text_has_a_line_for_each_paragraph_and_tabs_between_cells():
    assert (
        plain_text(ISSUE, (HEAD, 0), (FOOT, 1)) == "题\n甲乙丙\n一、<丁>\n按\n语\n戊\t己\n庚\t\n辛"
    )


def test_items_marked_with_others_bear_their_labels():
    """As their layout prints them; one that is marked in part, or alone, does not."""
    label_of = partial(item_label, lists=load_layout("jianbao-a4").lists)
    first, second = (
        replace(p(words), form=ParagraphForm(FormKind.NUMBERED, level))
        for words, level in (("甲", 1), ("<乙>", 2))
    )
    sign = replace(p("丙"), form=ParagraphForm(FormKind.BULLETED))
    issue = one(first, second, sign)
    ends = (at(0), 0), (at(2), 1)
    assert plain_text(issue, *ends, label_of) == "一、甲\n（一）<乙>\n• 丙"
    assert html(issue, *ends, label_of).split("\n") == [
        "<p>一、甲</p>",
        "<p>（一）&lt;乙&gt;</p>",
        "<p>• 丙</p>",
    ]
    assert plain_text(issue, (at(0), 1), (at(1), 3), label_of) == "\n（一）<乙>"
    assert plain_text(issue, (at(0), 0), (at(0), 1), label_of) == "甲"


def test_only_what_is_marked_is_taken():
    assert plain_text(ISSUE, (at(0), 1), (at(1), 1)) == "乙丙\n一"
    assert plain_text(ISSUE, (at(0), 2), (at(0), 1)) == "乙"
    assert plain_text(ISSUE, (at(0), 1), (at(0), 1)) == ""


def test_a_caption_and_a_section_name_are_taken_where_they_are_marked_alone():
    assert plain_text(ISSUE, (at(2), 0), (at(2), 1)) == "图"
    assert (
        plain_text(ISSUE, (Place(0), 0), (Place(0), 2))
        == html(ISSUE, (Place(0), 0), (Place(0), 2))[3:-4]
        == "栏目"
    )


def test_html_says_what_everything_is():
    assert html(ISSUE, (HEAD, 0), (FOOT, 1)).split("\n") == [
        "<h2>题</h2>",
        '<p>甲<b>乙</b><span style="font-family:楷体,楷体_GB2312,KaiTi">丙</span></p>',
        "<h4>一、&lt;丁&gt;</h4>",
        f'<p><img src="{Path("a").absolute().as_uri()}" alt="图说" width="280"></p>',
        "<p>图说</p>",
        "<blockquote><p>按</p><p>语</p></blockquote>",
        (
            '<table border="1" style="border-collapse:collapse">'
            "<tr><th>戊</th><th>己</th></tr><tr><td>庚</td><td></td></tr></table>"
        ),
        "<p>辛</p>",
    ]


def test_a_whole_table_keeps_caption_notes_alignment_and_merged_cells():
    made = Table(
        (Text("甲"), Text("乙")),
        ((Text("丙"), Text("")), (Text("丁"), Text("1"))),
        ("left", "right"),
        HERE,
        (CellSpan(1, 0, 1, 2),),
        caption=Text("表1"),
        notes=(Text("注"),),
    )
    assert html(one(made), (at(0, -1), 0), (at(0, 6), 1)).split("\n") == [
        (
            '<table border="1" style="border-collapse:collapse"><caption>表1</caption>'
            '<tr><th>甲</th><th style="text-align:right">乙</th></tr>'
            '<tr><td colspan="2">丙</td></tr>'
            '<tr><td>丁</td><td style="text-align:right">1</td></tr></table>'
        ),
        "<p>注</p>",
    ]


def test_of_marked_rows_nothing_is_a_header():
    made = table(("甲", "乙"), ("丙", "丁"), ("戊", "己"))
    assert html(one(made), (at(0, 2), 0), (at(0, 4), 1)) == (
        '<table border="1" style="border-collapse:collapse"><tr><td>丙</td></tr>'
        "<tr><td>戊</td></tr></table>"
    )


def test_photos_before_what_is_marked_are_none_of_it():
    assert "<img" not in html(one(photo(), p("甲"), p("乙")), (at(1), 0), (at(2), 1))
    assert "<img" in html(one(photo(), p("甲")), (HEAD, 0), (at(1), 1))


def test_articles_follow_each_other_and_a_lead_is_not_named_twice():
    before = issue(section(article(p("甲"))), section(run_in("开放。", "乙。")))
    assert plain_text(before, (at(0), 0), (Place(1, 0, 0), 99)) == "甲\n▲ 开放。乙。"


# what is marked


def html_of(string, *marks):
    return html(
        one(Paragraph(Text(string, tuple(starmap(Mark, marks))), HERE)),
        (at(0), 0),
        (at(0), len(string)),
    )


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ((1, 2, MarkKind.UNDERLINE), "<p>甲<u>乙</u>丙</p>"),
        ((1, 2, MarkKind.UNDERLINE, "wavy"), '<p>甲<u style="text-decoration:underline wavy;text-underline:wave">乙</u>丙</p>'),
        ((1, 2, MarkKind.STRIKE), "<p>甲<s>乙</s>丙</p>"),
        ((1, 2, MarkKind.SUPERSCRIPT), "<p>甲<sup>乙</sup>丙</p>"),
        ((1, 2, MarkKind.SUBSCRIPT), "<p>甲<sub>乙</sub>丙</p>"),
        ((1, 2, MarkKind.DOTS), '<p>甲<span style="text-emphasis:filled dot;text-emphasis-position:under">乙</span>丙</p>'),
        ((1, 2, MarkKind.LINK, 'https://a.example/?b=1&c="'), '<p>甲<a href="https://a.example/?b=1&amp;c=&quot;">乙</a>丙</p>'),
        ((1, 2, MarkKind.RUBY, "yǐ"), "<p>甲<ruby>乙<rp>（</rp><rt>yǐ</rt><rp>）</rp></ruby>丙</p>"),
        ((1, 2, MarkKind.COMMENT, Comment("林一", "2026-11-29T08:00", "何处？")), '<p>甲<span title="林一 2026-11-29T08:00: 何处？">乙</span>丙</p>'),
    ],
)  # fmt: skip
def test_html_has_an_element_or_a_style_for_a_mark(mark, expected):
    assert html_of("甲乙丙", mark) == expected


def test_every_kind_of_mark_is_written():
    assert set(TAGS) == set(MarkKind)


def test_notes_are_footnotes_below_the_text():
    text, notes = html_of(
        "甲乙丙", (0, 1, MarkKind.NOTE, "一<注>"), (1, 3, MarkKind.NOTE, "二")
    ).split("\n")
    assert "".join(ElementTree.fromstring(text).itertext()) == "甲[1]乙丙[2]"
    assert [
        ("ftn1" in notes, "一&lt;注&gt;" in notes),
        ("ftn2" in notes, "[2]</a> 二" in notes),
    ] == [(True, True), (True, True)]


def test_marks_that_overlap_are_well_nested_and_a_reading_is_not_parted():
    found = html_of(
        "甲乙丙丁",
        (0, 2, MarkKind.UNDERLINE),
        (1, 3, MarkKind.RUBY, "yǐ bǐng"),
        (2, 4, MarkKind.SUPERSCRIPT),
    )
    assert found == (
        "<p><u>甲</u><ruby><u>乙</u><sup>丙</sup><rp>（</rp><rt>yǐ bǐng</rt><rp>）</rp></ruby><sup>丁</sup></p>"
    )


def test_a_line_that_the_editor_broke_is_broken_in_html_too():
    assert html_of("甲\u2028乙") == "<p>甲<br>乙</p>"


@settings(max_examples=examples(100), deadline=None)
@given(texts())
def test_html_of_any_marks_is_well_formed_and_says_the_same_words(text):
    notes = Footnotes()
    tree = ElementTree.fromstring(f"<p>{inline(text, notes)}</p>")
    for reading in (*tree.iter("rp"), *tree.iter("rt")):
        reading.text = ""
    for number in [link for link in tree.iter("a") if link.get("name")]:
        number[0].text = ""
    assert "".join(tree.itertext()) == text.string


# blocks, for ourselves


def copied_whole(before, start, end):
    return read(written(copied(before, start, end)))


def test_what_was_cut_and_is_pasted_again_is_as_it_was():
    before = one(p("甲⟦乙丙⟧丁"), h("一、⟨戊⟩"), TURN, p("己庚"), byline="辛")
    start, end = (at(0), 2), (at(3), 1)
    pieces = copied_whole(before, start, end)
    cut = delete_range(before, start, end)
    assert lines(cut.issue) == ["# 题", "甲⟦乙⟧庚", "@ 辛"]
    after = paste_blocks(cut.issue, cut.place, cut.offset, pieces)
    assert lines(after.issue) == lines(before)
    assert after[1:] == (at(3), 1)


def test_one_text_goes_in_at_the_caret_with_its_marks():
    pieces = copied_whole(one(p("甲⟦乙⟧丙")), (at(0), 1), (at(0), 3))
    before = one(p("丁戊"), h("一、"), note("按"), table(("己",)), title="题", byline="辛")
    for place, expected in (
        (at(0), "丁⟦乙⟧丙戊"),
        (at(2), ">按⟦乙⟧丙"),
        (at(3), "|己⟦乙⟧丙"),
        (FOOT, "@ 辛⟦乙⟧丙"),
    ):
        assert expected in lines(paste_blocks(before, place, 1, pieces).issue)
    assert "= 一、乙丙" in lines(paste_blocks(before, at(1), 2, pieces).issue)
    assert "# 题乙丙" in lines(paste_blocks(before, HEAD, 1, pieces).issue)


def test_a_subheading_pasted_into_an_empty_paragraph_is_one():
    pieces = copied_whole(one(h("一、甲", 2)), (at(0), 0), (at(0), 3))
    assert lines(paste_blocks(one(p()), at(0), 0, pieces).issue)[1:] == ["== 一、甲"]


def test_a_table_and_a_note_among_text_are_pasted_as_what_they_are():
    before = one(p("甲"), table(("乙", "丙"), ("丁", "戊")), note("按", "语"), p("己"))
    pieces = copied_whole(before, (at(0), 0), (at(3), 1))
    assert lines(paste_blocks(one(p("子丑")), at(0), 1, pieces).issue)[1:] == [
        "子甲",
        "|乙|丙|丁|戊",
        ">按>语",
        "己丑",
    ]


def test_a_table_pasted_behind_a_paragraph_leaves_no_empty_one_where_others_follow():
    (piece,) = copied_whole(one(table(("乙", "丙"), ("丁", "戊"))), (at(0, 0), 0), (at(0, 3), 1))
    after = paste_blocks(one(p("子"), p("丑")), at(0), 1, [piece])
    assert lines(after.issue)[1:] == ["子", "|乙|丙|丁|戊", "丑"]
    assert after[1:] == (at(2), 0)
    last = paste_blocks(one(p("子")), at(0), 1, [piece])
    assert lines(last.issue)[1:] == ["子", "|乙|丙|丁|戊", ""]
    assert last[1:] == (at(2), 0)


def test_a_table_pasted_into_an_empty_paragraph_takes_its_place_where_others_follow():
    (piece,) = copied_whole(one(table(("乙", "丙"), ("丁", "戊"))), (at(0, 0), 0), (at(0, 3), 1))
    after = paste_blocks(one(p("子"), p(), p("丑")), at(1), 0, [piece])
    assert lines(after.issue)[1:] == ["子", "|乙|丙|丁|戊", "丑"]
    assert after[1:] == (at(2), 0)


def test_of_a_table_the_marked_rows_are_copied():
    before = one(table(("甲", "乙"), ("丙", "丁"), ("戊", "己")))
    (found,) = copied(before, (at(0, 3), 0), (at(0, 4), 1))
    assert [[cell.string for cell in row] for row in (found.header, *found.rows)] == [
        ["丙", "丁"],
        ["戊", "己"],
    ]


SQUARE = table(("甲", "乙", "丙"), ("丁", "戊", "己"), ("庚", "辛", "壬"))


def test_between_two_cells_lies_a_rectangle():
    before = one(SQUARE)
    corners = (at(0, 5), 0), (at(0, 7), 1)
    assert plain_text(before, *corners) == "戊\t己\n辛\t壬"
    assert html(before, *corners).count("<td>") == 4
    (found,) = copied(before, *corners)
    assert [[cell.string for cell in row] for row in (found.header, *found.rows)] == [
        ["戊", "己"],
        ["辛", "壬"],
    ]


def test_lines_in_a_cell_stay_in_it_in_a_spreadsheet():
    before = one(table(("甲\u2028“乙”", '"丙"'), ("丁", '戊\t"己"')))
    corners = (at(0, 0), 0), (at(0, 3), 5)
    assert plain_text(before, *corners) == '"甲\n“乙”"\t"丙"\n丁\t"戊\t""己"""'
    assert '甲<br style="mso-data-placement:same-cell">“乙”' in html(before, *corners)


def test_one_cell_alone_is_copied_as_it_reads():
    before = one(table(("甲\u2028乙", "丙"), ("丁", "戊")))
    assert plain_text(before, (at(0, 0), 0), (at(0, 0), 3)) == "甲\n乙"


def test_a_rectangle_has_the_merged_cells_it_touches_whole():
    merged = replace(SQUARE, spans=(CellSpan(1, 0, 1, 2),))
    merged = replace(merged, rows=((Text("丁"), Text(""), Text("己")), merged.rows[1]))
    before = one(merged)
    corners = (at(0, 4), 0), (at(0, 7), 0)
    assert plain_text(before, *corners) == "丁\t\n庚\t辛"
    (found,) = copied(before, *corners)
    assert found.spans == (CellSpan(0, 0, 1, 2),)
    assert 'colspan="2"' in html(before, *corners)


def test_texts_pasted_into_a_note_are_its_paragraphs_and_into_a_title_one_line():
    pieces = copied_whole(one(h("一、甲"), p("乙")), (at(0), 0), (at(1), 1))
    before = one(note("按语"))
    assert lines(paste_blocks(before, at(0, 0), 1, pieces).issue)[1:] == [">按一、甲>乙语"]
    assert lines(paste_blocks(before, HEAD, 1, pieces).issue)[0] == "# 题一、甲乙"


def test_a_copy_has_no_id_and_photos_are_not_among_it():
    before = with_ids(one(p("甲"), photo(), p("乙")))
    pieces = copied(before, (at(0), 0), (at(2), 1))
    assert [(type(piece).__name__, piece.id) for piece in pieces] == [
        ("Paragraph", ""),
        ("Paragraph", ""),
    ]


@settings(max_examples=examples(60), deadline=None)
@given(issues, st.data())
def test_every_mark_copied_is_on_the_clipboard(start, data):
    places = [place for place in text_places(start) if place.article is not None]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    whole = text_at(start, place)
    pieces = copied(start, (place, 0), (place, len(whole.string)))
    assert read(written(pieces)) == pieces
    assert [text for piece in pieces for text in parts_of(piece)] == [whole]


def test_what_is_no_clip_of_ours_is_refused():
    for data in (b"", b"{}", b'{"version": 2, "sections": 3}'):
        with pytest.raises(PackageError):
            read(data)


@pytest.mark.parametrize("kind", ["note=注。", "ruby=yī", "comment=问。"])
@pytest.mark.parametrize(("start", "end"), [(1, 2), (2, 3), (1, 3)])
def test_a_note_is_one_again_when_what_was_cut_is_put_back(kind, start, end):
    given = one(Paragraph(text_of(f"甲{{{kind}|乙丙}}丁"), HERE))
    first = at(0)
    pieces = copied(given, (first, start), (first, end))
    left = delete_range(given, (first, start), (first, end))
    back = paste_blocks(left.issue, left.place, left.offset, pieces).issue
    assert text_at(back, first).string == "甲乙丙丁"
    assert len(text_at(back, first).marks) == 1


def test_a_reading_put_into_a_reading_is_dropped_and_its_words_stay():
    given = one(
        Paragraph(text_of("{ruby=chóng qìng|重庆}"), HERE),
        Paragraph(text_of("{ruby=shì|市}"), HERE),
    )
    pieces = copied(given, (at(1), 0), (at(1), 1))
    text = text_at(paste_blocks(given, at(0), 1, pieces).issue, at(0))
    assert text.string == "重市庆"
    assert [str(mark.value) for mark in text.marks] == ["chóng qìng"]


def test_the_caret_stands_behind_a_table_that_was_pasted_above_a_paragraph():
    pieces = [table(("甲",), caption="题", notes=("注一",))]
    pasted = paste_blocks(one(h("乙")), at(0), 0, pieces)
    assert (pasted.place, pasted.offset) == (at(0, 1), 2)
    assert text_at(pasted.issue, pasted.place).string == "注一"
