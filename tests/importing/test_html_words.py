"""What of a page is text, and what it looks like."""

import pytest
from web_pages import cells, lost, marks, note, page, paragraphs, photos, strings, table

from layouts.errors import ManuscriptError
from layouts.issue.text import Comment


def test_paragraphs_headings_and_loose_text_are_paragraphs(tmp_path):
    found = page("<h2>小标题</h2><p>一段。</p>散字<div>另一段<div>里面</div>后面</div>", tmp_path)
    assert strings(found) == ["小标题", "一段。", "散字", "另一段", "里面", "后面"]
    assert [one.look.heading for one in paragraphs(found)][:2] == [2, 0]


def test_line_ends_of_the_source_are_nothing_between_hanzi_and_a_space_between_words(tmp_path):
    found = page("<p>报送\n办公室，by the\n  end of May</p>", tmp_path)
    assert strings(found) == ["报送办公室，by the end of May"]


def test_libreoffice_ends_its_lines_at_spaces(tmp_path):
    html = '<meta name="generator" content="LibreOffice 7.4"><p>（张三\n摄）</p>'
    assert strings(page(html, tmp_path)) == ["（张三 摄）"]


def test_br_ends_a_line_two_a_paragraph_and_an_indent_begins_one(tmp_path):
    found = page("<div>甲<br>乙<br><br>丙<br>　　丁<br>&nbsp;&nbsp;&nbsp;&nbsp;戊</div>", tmp_path)
    assert strings(found) == ["甲\u2028乙", "丙", "丁", "戊"]
    looks = [one.look for one in paragraphs(found)]
    assert [look.blank_above for look in looks] == [False, True, False, False]
    assert [look.indent for look in looks] == [0, 0, 2, 2]


def test_an_empty_paragraph_stands_above_the_next(tmp_path):
    looks = [
        one.look for one in paragraphs(page("<p>甲</p><p><br></p><p>乙</p><p>丙</p>", tmp_path))
    ]
    assert [look.blank_above for look in looks] == [False, True, False]


@pytest.mark.parametrize(
    ("style", "look"),
    [
        ("text-align:center", {"centred": True}),
        ("text-align:right", {"flush_right": True}),
        ("font-size:22pt", {"size": 22.0}),
        ("font-size:16px", {"size": 12.0}),
        ("font-size:1.5em", {"size": 18.0}),
        ("text-indent:2em", {"indent": 2.0}),
        ("font-size:14pt;text-indent:28pt", {"size": 14.0, "indent": 2.0}),
        ("mso-char-indent-count:2.0", {"indent": 2.0}),
        ("font-weight:700", {"bold": True}),
        ("font-weight:bold", {"bold": True}),
        ("mso-outline-level:1", {"heading": 1}),
    ],
)
def test_a_style_attribute_is_seen(tmp_path, style, look):
    found = paragraphs(page(f"<p style='{style}'>一段文字</p>", tmp_path))[0].look
    assert {name: getattr(found, name) for name in look} == look


def test_style_sheets_are_seen_but_for_those_of_printers(tmp_path):
    html = (
        "<style>.t, h9 {text-align:center} p.b{font-weight:bold}"
        "@media print {p {display:none}} #x{text-indent:2em}</style>"
        "<p class='t b' id=x>题目</p>"
    )
    look = paragraphs(page(html, tmp_path))[0].look
    assert (look.centred, look.bold, look.indent) == (True, True, 2.0)


def test_bold_of_some_words_is_a_mark_and_of_all_a_look(tmp_path):
    some, whole = paragraphs(page("<p>前<b>中</b>后</p><p><b>全部</b></p>", tmp_path))
    assert (some.look.bold, marks(some)) == (False, {"bold": ("中", "")})
    assert (whole.look.bold, marks(whole)) == (True, {})


def test_marks_of_all_kinds(tmp_path):
    html = (
        "<p>m<sup>2</sup>，H<sub>2</sub>，<u>线</u>，<em>楷</em>，"
        "<a href='https://a.cn/x'>链</a>，<ruby>重庆<rp>(</rp><rt>chóng qìng</rt></ruby>，"
        "<span style='text-emphasis:filled dot'>点</span></p>"
    )
    found = paragraphs(page(html, tmp_path))[0]
    assert found.text.string == "m2，H2，线，楷，链，重庆，点"
    assert marks(found) == {
        "superscript": ("2", ""),
        "subscript": ("2", ""),
        "underline": ("线", ""),
        "kai": ("楷", ""),
        "link": ("链", "https://a.cn/x"),
        "ruby": ("重庆", "chóng qìng"),
        "emphasis-dots": ("点", ""),
    }


@pytest.mark.parametrize(
    "html",
    [
        "<s>划</s>",
        "<strike>划</strike>",
        "<span style='text-decoration:line-through'>划</span>",
        "<s>划<del>删</del></s>",
    ],
)
def test_struck_words_come_in_struck_and_what_a_change_took_out_does_not(tmp_path, html):
    found = paragraphs(page(f"<p>前{html}后</p>", tmp_path))[0]
    assert (found.text.string, marks(found)) == ("前划后", {"strike": ("划", "")})


@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("text-decoration:underline", ""),
        ("text-decoration:underline wavy", "wavy"),
        ("text-decoration-line:underline;text-decoration-style:double", "double"),
        ("text-decoration:underline;text-underline:thick", "thick"),
        ("text-decoration:underline dashed", "dotted"),
    ],
)
def test_lines_under_words_are_drawn_as_the_page_has_them(tmp_path, style, line):
    """CSS Text Decoration 2.2; `text-underline` is Word's own."""
    found = paragraphs(page(f"<p>前<span style='{style}'>线</span></p>", tmp_path))[0]
    assert marks(found) == {"underline": ("线", line)}


def test_links_into_a_computer_are_words_only(tmp_path):
    found = paragraphs(
        page("<p><a href='file:///C:/a.doc'>附件</a><a href='#x'>上</a></p>", tmp_path)
    )
    assert (found[0].text.string, found[0].text.marks) == ("附件上", ())


def test_quotation_marks_that_a_browser_draws_are_characters(tmp_path):
    assert strings(page("<p>他说<q>好</q>。</p>", tmp_path)) == ["他说“好”。"]


def test_typed_text_keeps_its_lines_and_spaces(tmp_path):
    assert strings(page("<pre>甲  乙\n 丙\n\n丁</pre>", tmp_path)) == ["甲  乙\u2028 丙", "丁"]


# Lists


@pytest.mark.parametrize(
    ("html", "labels"),
    [
        ("<ol><li>x<li>x</ol>", ["1.", "2."]),
        ("<ol start=3><li>x<li value=7>x<li>x</ol>", ["3.", "7.", "8."]),
        ("<ol reversed><li>x<li>x</ol>", ["2.", "1."]),
        ("<ol type=A><li>x<li>x</ol>", ["A.", "B."]),
        ("<ol type=i><li>x<li>x</ol>", ["i.", "ii."]),
        (
            "<ol style='list-style-type:cjk-ideographic' start=10><li>x<li>x</ol>",
            ["十、", "十一、"],
        ),
        ("<ol style='list-style:none'><li>x</ol>", [""]),
        ("<ul><li>x<ul><li>x</ul></ul>", ["•", "◦"]),
        ("<ol><li>x<ol><li>x<li>x</ol><li>x</ol>", ["1.", "1.", "2.", "2."]),
        ("<ol><li><p>x</p><p>x</p></ol>", ["1.", ""]),
    ],
)
def test_numbers_and_bullets_are_characters_and_told_apart(tmp_path, html, labels):
    found = paragraphs(page(html, tmp_path))
    assert [one.text.string for one in found] == [f"{label}x" for label in labels]
    assert [one.label for one in found] == list(map(len, labels))


def test_cells_that_are_headers_head_rows_and_columns(tmp_path):
    html = (
        "<table><tr><th rowspan=2>片</th><th colspan=2>人次</th></tr><tr><th>成人</th><th>少儿</th></tr>"
        "<tr><th>东</th><td>1</td><td>2</td></tr><tr><th>西</th><td>3</td><td>4</td></tr></table>"
    )
    found = table(page(html, tmp_path))
    assert (found.header_rows, found.header_columns) == (2, 1)


@pytest.mark.parametrize("tag", ["th", "td"])
def test_where_all_cells_are_headers_or_none_the_first_row_is(tmp_path, tag):
    rows = "".join(f"<tr><{tag}>甲</{tag}><{tag}>乙</{tag}></tr>" for _ in range(3))
    found = table(page(f"<table>{rows}</table>", tmp_path))
    assert (found.header_rows, found.header_columns) == (1, 0)


def test_numbers_of_word_are_told_apart(tmp_path):
    html = (
        "<p class=MsoListParagraph style='text-indent:-21pt;mso-list:l0 level1 lfo1'>"
        "<![if !supportLists]><span style='mso-list:Ignore'>一、"
        "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>要求</p>"
        "<p class=MsoListParagraph><span style='font-family:Wingdings;mso-list:Ignore'>l"
        "<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span>圆点</p>"
        "<p class=MsoListParagraph>（二）"
        "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>步骤</p>"
    )
    found = paragraphs(page(html, tmp_path))
    assert [(one.text.string, one.label, one.level) for one in found] == [
        ("一、要求", 2, 1),
        ("●圆点", 1, 0),
        ("（二）步骤", 3, 0),
    ]


# Tables


def test_merged_cells_are_spans(tmp_path):
    html = (
        "<table><caption>表 1</caption><tr><th>名次<th colspan=2>姓名<tr><td rowspan=2>一<td>甲"
        "<td align=right>9<tr><td>乙<td align=right>8</table>"
    )
    found = page(html, tmp_path)
    assert cells(found) == [["名次", "姓名", ""], ["一", "甲", "9"], ["", "乙", "8"]]
    assert [tuple(span) for span in table(found).spans] == [(0, 1, 1, 2), (1, 0, 2, 1)]
    assert table(found).alignments == ("auto", "auto", "right")
    assert table(found).caption.string == "表 1"


def test_the_hidden_row_by_which_excel_holds_its_widths_is_no_row(tmp_path):
    html = (
        "<table><tr><td>甲<td>乙<tr><td>丙<td>丁<![if supportMisalignedColumns]>"
        "<tr height=0 style='display:none'><td width=72 style='width:54pt'></td><td></td></tr>"
        "<![endif]></table>"
    )
    assert cells(page(html, tmp_path)) == [["甲", "乙"], ["丙", "丁"]]


def test_rows_and_cells_that_are_hidden_are_told_as_lost(tmp_path):
    html = (
        "<table><tr><td>甲<td style='display:none'>底价<td>乙<tr style='display:none'><td>密<td>不"
        "<tr><td>丙<td style='display:none'>9<td>丁</table>"
    )
    found = page(html, tmp_path)
    assert cells(found) == [["甲", "乙"], ["丙", "丁"]]
    assert [(one.code, one.text) for one in found.lost] == [
        ("hidden-text", "底价"),
        ("hidden-text", "密 不"),
        ("hidden-text", "9"),
    ]


def test_a_row_of_merged_cells_beside_one_that_reaches_down_is_a_header_of_two_rows(tmp_path):
    html = (
        "<table><tr><td rowspan=2>馆<td colspan=2>读者<tr><td>七月<td>八月"
        "<tr><td>总馆<td>9<td>8<tr><td>分馆<td>7<td>6</table>"
    )
    assert table(page(html, tmp_path)).header_rows == 2


def test_a_first_cell_that_reaches_down_beside_plain_ones_is_no_header_of_two_rows(tmp_path):
    html = "<table><tr><td rowspan=2>东<td>总馆<td>9<tr><td>分馆<td>8<tr><td>西<td>丙<td>7</table>"
    assert table(page(html, tmp_path)).header_rows == 1


def test_columns_that_no_cell_begins_in_are_none(tmp_path):
    html = "<table><tr><td colspan=1000 rowspan=20000>甲<td>乙<tr><td>丙</table>"
    assert cells(page(html, tmp_path)) == [["甲", "乙"], ["", "丙"]]


def test_paragraphs_of_a_cell_are_lines_and_their_marks_stay(tmp_path):
    found = page("<table><tr><td><p>甲</p><p>乙<b>丁</b></p><td>丙</table>", tmp_path)
    assert cells(found) == [["甲\u2028乙丁", "丙"]]
    assert table(found).header[0].marks[0].start == 3


def test_a_table_of_one_cell_is_a_box(tmp_path):
    found = page("<table border=1><tr><td><p>编者按</p><p>欢迎</p></table>", tmp_path)
    assert [(one.text.string, one.look.in_box) for one in paragraphs(found)] == [
        ("编者按", True),
        ("欢迎", True),
    ]


def test_a_table_around_tables_only_sets_them_in_their_places(tmp_path):
    found = page("<table><tr><td>左<td><table><tr><td>甲<td>乙</table></table>", tmp_path)
    assert (strings(found), cells(found)) == (["左"], [["甲", "乙"]])


# What does not come in


def test_scripts_and_machine_data_are_nothing(tmp_path):
    html = (
        "<p>字</p><script>alert('x')</script><style>p{}</style><!-- 说明 -->"
        "<!--[if gte mso 9]><xml><w>机器</w></xml><![endif]--><p>后<o:p></o:p></p>"
    )
    found = page(html, tmp_path)
    assert (strings(found), found.lost) == (["字", "后"], ())


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<span style='display:none'>暗</span>", "hidden-text"),
        ("<span style='mso-hide:all'>暗</span>", "hidden-text"),
        ("<span style='visibility:hidden'>暗</span>", "hidden-text"),
        ("<span hidden>暗</span>", "hidden-text"),
        ("<template>暗</template>", "hidden-text"),
        ("<noscript>暗</noscript>", "hidden-text"),
        ("<del>暗</del>", "struck-text"),
        ("<button>暗</button>", "form"),
        ("<textarea>暗</textarea>", "form"),
        ("<svg><text>暗</text></svg>", "vector-drawing"),
        ("<video>暗</video>", "media"),
    ],
)
def test_what_does_not_come_in_is_told_with_its_characters(tmp_path, html, code):
    found = page(f"<p>明{html}了</p>", tmp_path)
    assert (strings(found), lost(found)) == (["明了"], {code: "暗"})


def test_a_page_whose_style_sheet_hides_everything_is_read_without_it(tmp_path):
    found = page("<style>body{display:none}</style><body><p>正文</p></body>", tmp_path)
    assert strings(found) == ["正文"]


# Notes and comments

WORD_NOTE = (
    "<p>一千张<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span "
    "class=MsoFootnoteReference>[1]</span></a>。</p><div style='mso-element:footnote-list'><hr>"
    "<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' "
    "name='_ftn1'>[1]</a> 截至三月底。</p></div></div>"
)
LIBREOFFICE_NOTE = (
    "<p>一千张<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a>。"
    "</p><div id='sdfootnote1'><p><a class='sdfootnotesym' name='sdfootnote1sym' "
    "href='#sdfootnote1anc'>1</a>截至三月底。</p></div>"
)
PANDOC_NOTE = (
    "<p>一千张<a href='#fn1' class='footnote-ref' id='fnref1'><sup>1</sup></a>。</p><section "
    "class='footnotes'><hr><ol><li id='fn1'><p>截至三月底。<a href='#fnref1'>↩︎</a></p></li></ol>"
    "</section>"
)
GITHUB_NOTE = (
    "<p>一千张<sup><a href='#user-content-fn-1' id='user-content-fnref-1'>1</a></sup>。</p>"
    "<ol><li id='user-content-fn-1'><p>截至三月底。 <a href='#user-content-fnref-1'>↩</a></p></li></ol>"
)


@pytest.mark.parametrize("html", [WORD_NOTE, LIBREOFFICE_NOTE, PANDOC_NOTE, GITHUB_NOTE])
def test_a_footnote_stands_on_the_character_it_was_called_up_at(tmp_path, html):
    found = page(html, tmp_path)
    assert strings(found) == ["一千张。"]
    assert marks(paragraphs(found)[0]) == {"note": ("张", "截至三月底。")}


def test_links_that_lead_to_and_fro_but_are_no_signs_stay_words(tmp_path):
    html = "<p><a href='#a' id='b'>第一章 总体要求</a></p><p id='a'><a href='#b'>回目录</a>正文</p>"
    assert strings(page(html, tmp_path)) == ["第一章 总体要求", "回目录正文"]


def test_comments_of_word_stand_on_their_words(tmp_path):
    html = (
        "<p>请<a style='mso-comment-reference:L_1;mso-comment-date:20261129T0830'>核对</a>"
        "<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1' "
        "name='_msoanchor_1'>[L1]</a></span>名单</p><div style='mso-element:comment-list'>"
        "<div style='mso-element:comment'><div id='_com_1' class=msocomtxt><span><a "
        "name='_msocom_1'></a></span><p class=MsoCommentText><a href='#_msoanchor_1' "
        "class=msocomoff>[L1]</a>再看一次</p></div></div></div>"
    )
    found = page(html, tmp_path)
    assert strings(found) == ["请核对名单"]
    comment = Comment("L", "2026-11-29T08:30", "再看一次")
    assert marks(paragraphs(found)[0]) == {"comment": ("核对", comment)}


# Encodings and sizes


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<meta charset=utf-8><p>云栖区图书馆</p>".encode(), "utf-8"),
        ("<p>云栖区图书馆开展活动</p>".encode("utf-8-sig"), "utf-8"),
        ("<p>云栖区图书馆开展活动</p>".encode("utf-16"), "utf-8"),
        ("<meta charset=gb2312><p>云栖区图书馆䶮</p>".encode("gb18030"), "gb18030"),
        ("<meta charset=big5><p>雲棲區圖書館</p>".encode("big5"), "big5hkscs"),
        ("<p>云栖区图书馆开展书香进校园活动，各单位参加。</p>".encode("gb18030"), "gb18030"),
        ("<meta charset=gb2312><p>云栖区图书馆开展活动</p>".encode(), "utf-8"),
    ],
)
def test_encodings_are_known_by_mark_name_or_likeness(tmp_path, data, encoding):
    found = page(data, tmp_path)
    assert found.encoding == encoding
    assert strings(found)[0][:1] in "云雲"
    assert strings(found)[0][3:5] in ("图书", "圖書")


@pytest.mark.parametrize("html", ["", "   ", "<!-- -->", "<p></p>"])
def test_a_page_without_anything_is_refused_with_a_sentence(tmp_path, html):
    with pytest.raises(ManuscriptError) as caught:
        page(html, tmp_path)
    assert caught.value.zh == "里面没有文字"


def test_a_page_of_too_many_tags_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(ManuscriptError) as caught:
        page("<b>" * 100_000, tmp_path)
    assert "标签" in caught.value.zh


def test_depth_does_not_matter(tmp_path):
    assert strings(page("<div>" * 30_000 + "字", tmp_path)) == ["字"]


def test_photos_of_a_table_stand_in_a_row(tmp_path):
    found = page("<table><tr><td><img src=a.jpg><td><img src=b.jpg></table>", tmp_path)
    rows = {photo.row for photo in photos(found)}
    assert len(rows) == 1
    assert "" not in rows


def test_markdown_and_html_are_read_by_the_same_eyes(tmp_path):
    assert strings(note("甲<u>乙</u>\n\n<center>丙</center>", tmp_path)) == ["甲乙", "丙"]
