"""What is copied inside the program comes back whole; what comes from Word, WPS or a browser keeps
what is marked on it.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from windows import give

from desktop.clipboard import blocks_in, has_text, text_data
from desktop.rich_text import marked_lines
from desktop.selection import TextPosition, of_text
from layouts.issue import edits
from layouts.issue.article import Note, Paragraph, Table
from layouts.issue.edits.edited import NEW
from layouts.issue.places import Place, article_at, text_at
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.store import clip

FIRST, OTHER = Place(0, 0, 0), Place(1, 0, 0)
ALL = Text(
    "甲乙丙丁戊己庚辛壬癸",
    (
        Mark(0, 3, MarkKind.BOLD),
        Mark(1, 2, MarkKind.DOTS),
        Mark(2, 6, MarkKind.UNDERLINE),
        Mark(3, 4, MarkKind.SUPERSCRIPT),
        Mark(4, 5, MarkKind.KAI),
        Mark(4, 8, MarkKind.LINK, "https://lib.example"),
        Mark(5, 6, MarkKind.SUBSCRIPT),
        Mark(6, 7, MarkKind.RUBY, "gēng"),
        Mark(7, 9, MarkKind.NOTE, "见上期"),
        Mark(8, 10, MarkKind.COMMENT, Comment("杨竹", "2025-08-30T09:00:00", "核实")),
    ),
)
TABLE = Table(
    (Text("馆"), Text("册")),
    ((Text("柳渡"), Text("12", (Mark(0, 2, MarkKind.BOLD),))),),
    ("left", "right"),
    NEW,
)


@pytest.fixture
def rich(opened):
    """An article with every mark, a note and a table between two paragraphs."""
    issue = edits.set_text(opened.session.issue, FIRST, ALL).issue
    for k, block in enumerate(
        (Note((Text("按语"),), NEW), TABLE, Paragraph(Text("末段文字"), NEW)), 1
    ):
        issue = edits.insert_block(issue, FIRST._replace(block=k), block).issue
    opened.session.do("从头", issue, of_text(TextPosition(FIRST, 0)))
    return opened


def copy_all(window, place=FIRST):
    texts = article_at(window.session.issue, place).blocks
    end = TextPosition(place._replace(block=len(texts) - 1), len(texts[-1].text.string))
    window.session.select(of_text(end, TextPosition(place, 0)))


def bare(blocks):
    """Blocks as far as they say something: without ids and where they came from."""
    from msgspec.structs import replace

    return [replace(block, id="", source=NEW) for block in blocks]


@pytest.mark.parametrize("where", ["page", "field", "menu"])
def test_copy_and_paste_lose_nothing(rich, where):
    copy_all(rich)
    body = rich.inspector.article.body
    widget = body if where == "field" else rich.view
    widget.setFocus()
    copy_all(rich)
    before = bare(article_at(rich.session.issue, FIRST).blocks)
    give(
        rich, "edit.copy"
    ) if where == "menu" else rich.view.editor.copy() if where == "page" else body.copy()
    end = TextPosition(OTHER, len(text_at(rich.session.issue, OTHER).string))
    rich.session.select(of_text(end))
    issue = edits.split_paragraph(rich.session.issue, *end).issue
    rich.session.do("空段", issue, of_text(TextPosition(OTHER._replace(block=1), 0)))
    if where == "menu":
        give(rich, "edit.paste")
    elif where == "page":
        rich.view.editor.paste()
    else:
        body.acts.put_in(QGuiApplication.clipboard().mimeData())
    after = article_at(rich.session.issue, OTHER).blocks
    assert bare(after[1:5]) == before
    ids = [
        block.id
        for section in rich.session.issue.sections
        for article in section.articles
        for block in article.blocks
    ]
    assert len(set(ids)) == len(ids)
    assert all(ids)


def test_cut_and_undo_bring_every_mark_back(rich):
    rich.session.select(of_text(TextPosition(FIRST, 10), TextPosition(FIRST, 0)))
    rich.view.setFocus()
    rich.view.editor.cut()
    rich.view.editor.paste()
    assert text_at(rich.session.issue, FIRST) == ALL


def test_a_newer_form_of_ours_falls_back_to_its_html(qapp):
    data = QMimeData()
    data.setText("甲乙")
    data.setHtml("<p>甲<b>乙</b></p>")
    data.setData(clip.FORMAT, b"{}")
    assert has_text(data)
    assert [block.text for block in blocks_in(data)] == [Text("甲乙", (Mark(1, 2, MarkKind.BOLD),))]


def test_the_html_says_it_to_other_programs(rich):
    data = text_data(rich.session.issue, TextPosition(FIRST, 0), TextPosition(FIRST, 10))
    assert "<b>" in data.html()
    assert "https://lib.example" in data.html()


# -- from other programs ---------------------------------------------------------------------------

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0cm; font-size:10.5pt}</style></head>
<body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal><span style='font-family:宋体'>会议</span><b><span style='font-family:宋体'>强调</span></b>，
面积<span lang=EN-US>12 m<sup>2</sup></span>，<u>限期</u>完成</p>
<p class=MsoNormal>详见<a href="https://lib.example/a">公告</a>，<span lang=EN-US>H<sub>2</sub>O</span></p>
<!--EndFragment--></body></html>"""


def test_text_from_word_keeps_what_is_marked():
    first, second = marked_lines(["会议强调，面积12 m2，限期完成", "详见公告，H2O"], WORD)
    assert first.marks == (
        Mark(2, 4, MarkKind.BOLD),
        Mark(11, 12, MarkKind.SUPERSCRIPT),
        Mark(13, 15, MarkKind.UNDERLINE),
    )
    assert second.marks == (
        Mark(2, 4, MarkKind.LINK, "https://lib.example/a"),
        Mark(6, 7, MarkKind.SUBSCRIPT),
    )


def test_it_comes_in_marked_by_pasting(opened):
    data = QMimeData()
    data.setText("会议强调，面积12 m2，限期完成\r\n详见公告，H2O")
    data.setHtml(WORD)
    QGuiApplication.clipboard().setMimeData(data)
    opened.session.select(of_text(TextPosition(FIRST, 0)))
    give(opened, "edit.paste")
    assert text_at(opened.session.issue, FIRST).marks[0] == Mark(2, 4, MarkKind.BOLD)
    assert text_at(opened.session.issue, FIRST._replace(block=1)).string.startswith("详见公告，H2O")


def test_a_number_that_only_the_plain_text_has_stays():
    html = "<ol><li>先<b>审</b>稿</li><li>后付印</li></ol>"
    assert marked_lines(["1. 先审稿", "2. 后付印"], html) == [
        Text("1. 先审稿", (Mark(4, 5, MarkKind.BOLD),)),
        Text("2. 后付印"),
    ]


def test_a_heading_is_not_bold_by_a_mark():
    assert marked_lines(["标题", "正文"], "<h1>标题</h1><p>正文</p>") == [
        Text("标题"),
        Text("正文"),
    ]


def test_a_mark_over_a_space_is_one():
    assert marked_lines(["one two"], "<p><u>one</u> <u>two</u></p>") == [
        Text("one two", (Mark(0, 7, MarkKind.UNDERLINE),))
    ]


def test_addresses_of_files_and_scripts_are_no_links():
    html = '<p><a href="javascript:alert(1)">甲</a><a href="file:///etc">乙</a><a href="#_ftn1">丙</a></p>'
    assert marked_lines(["甲乙丙"], html) == [Text("甲乙丙")]


def test_a_line_that_the_html_does_not_have_is_plain():
    assert marked_lines(["甲", "别的", "乙"], "<p><b>甲</b></p><p><b>乙</b></p>") == [
        Text("甲", (Mark(0, 1, MarkKind.BOLD),)),
        Text("别的"),
        Text("乙", (Mark(0, 1, MarkKind.BOLD),)),
    ]


def test_plain_text_is_pasted_as_ever(qapp):
    data = QMimeData()
    data.setText("甲")
    data.setHtml("<p>甲</p>")
    assert blocks_in(data) == ()
