"""What other programs put on the clipboard, as they do it: written down from LibreOffice Writer and
Calc, Chromium, Word, Excel, WPS and WeChat, with words of our own.
"""

from __future__ import annotations

import base64
import errno
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from windows import give, settle

from desktop.selection import TextPosition, of_article, of_text
from layouts.importing.list_items import printed_labels
from layouts.issue import edits
from layouts.issue.article import (
    Article,
    ArticleKind,
    CellSpan,
    Paragraph,
    Subheading,
    Table,
)
from layouts.issue.edits.edited import NEW
from layouts.issue.photo import Photo
from layouts.issue.places import TITLE, Place, article_at, block_at
from layouts.issue.text import Mark, MarkKind, Text

FIRST = Place(0, 0, 0)
TITLE_OF_NEW, BODY_OF_NEW = Place(0, 1, TITLE), Place(0, 1, 0)

WRITER = """<!DOCTYPE html>
<html>
<head>
\t<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
\t<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
\t<style type="text/css">
\t\t@page {{ size: 21cm 29.7cm; margin: 2cm }}
\t\th1.cjk {{ font-family: "Noto Sans CJK SC"; font-size: 18pt; font-weight: bold }}
\t\tp {{ line-height: 115%; margin-bottom: 0.25cm; background: transparent }}
\t</style>
</head>
<body lang="zh-CN" link="#000080" vlink="#800000" dir="ltr"><h1 class="cjk">
柳渡分馆夜读季开幕</h1>
<p style="line-height: 100%; margin-bottom: 0cm">通讯员 林舟</p>
<p style="line-height: 100%; margin-bottom: 0cm">八月二十日晚，柳渡分馆的<b>夜读季</b>开幕，首场到了<u>一百二十</u>位读者，详见<a href="https://lib.example/night">公告</a>。</p>
<h2 class="cjk">一、三项安排</h2>
<ol>
\t<li><p style="line-height: 100%; margin-bottom: 0cm">延长开放到二十二时。</p>
\t<li><p style="line-height: 100%; margin-bottom: 0cm">增设夜读灯位四十个。</p>
</ol>
<p style="line-height: 100%; margin-bottom: 0cm"><img src="{picture}" name="夜读现场" align="bottom" width="236" height="158" border="0"/>
</p>
<table width="100%" cellpadding="0" cellspacing="0">
\t<col width="85*"/>
\t<tr valign="top">
\t\t<td width="33%" style="border: none; padding: 0cm"><p>分馆</p>
\t\t</td>
\t\t<td width="33%" style="border: none; padding: 0cm"><p>场次</p>
\t\t</td>
\t\t<td width="33%" style="border: none; padding: 0cm"><p>人次</p>
\t\t</td>
\t</tr>
\t<tr valign="top">
\t\t<td width="33%" style="border: none; padding: 0cm"><p>松坪</p>
\t\t</td>
\t\t<td colspan="2" width="67%" style="border: none; padding: 0cm"><p>筹备中</p>
\t\t</td>
\t</tr>
</table>
<p style="line-height: 100%; margin-bottom: 0cm">活动持续到九月底。</p>
</body>
</html>"""
WRITER_TEXT = (
    "柳渡分馆夜读季开幕\n通讯员 林舟\n八月二十日晚，柳渡分馆的夜读季开幕，首场到了一百二十位读者，详见公告。\n"
    "一、三项安排\n1.延长开放到二十二时。\n2.增设夜读灯位四十个。\n\n分馆\t场次\t人次\n松坪\t筹备中\n活动持续到九月底。"
)

CHROMIUM = (
    '<h1 style="color: rgb(0, 0, 0); white-space: normal;">柳渡分馆夜读季开幕</h1>'
    '<p style="font-weight: 400;">来源：澜汀书讯</p>'
    '<p style="font-weight: 400;">八月二十日晚，柳渡分馆的<b>夜读季</b>开幕，首场到了一百二十位读者。</p>'
    '<h2 style="color: rgb(0, 0, 0);">三项安排</h2><p>馆内延长开放到二十二时。</p>'
    '<p><img src="https://lib.example/photo.png" alt="夜读现场" width="300"></p>'
)
CHROMIUM_TEXT = "柳渡分馆夜读季开幕\n来源：澜汀书讯\n\n八月二十日晚，柳渡分馆的夜读季开幕，首场到了一百二十位读者。\n\n三项安排\n馆内延长开放到二十二时。\n夜读现场"

CALC = """<!DOCTYPE html>
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
<style type="text/css">body,div,table,tr,th,td,p { font-size:x-small }</style></head>
<body>
<table cellspacing="0" border="0">
\t<colgroup width="50"></colgroup>
\t<tr><td height="18" align="left"><font face="Liberation Sans">柳渡</font></td>
\t<td align="right" sdval="480" sdnum="2052;"><font face="Liberation Sans">480</font></td></tr>
\t<tr><td height="18" align="left"><font face="Liberation Sans">松坪</font></td>
\t<td align="right" sdval="150" sdnum="2052;"><font face="Liberation Sans">150</font></td></tr>
</table></body></html>"""
CALC_TEXT = "柳渡\t480\n松坪\t150\n"

EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=ProgId content=Excel.Sheet><style>td {mso-style-parent:style0; padding-top:1px; color:black}</style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=128 style='border-collapse:collapse'>
<!--StartFragment-->
 <col width=64 span=2 style='width:48pt'>
 <tr height=19><td height=19 width=64>柳渡</td><td align=right width=64>480</td></tr>
 <tr height=19><td height=19>松坪</td><td align=right>150</td></tr>
<!--EndFragment-->
</table></body></html>"""

WPS = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name="Generator" content="WPS Office"><style>p.MsoNormal{margin:0pt;text-align:justify;font-family:Calibri}</style></head>
<body style="tab-interval:21pt;"><!--StartFragment-->
<p class="MsoNormal" align="center" style="text-align:center;"><b><span style="font-family:黑体;font-size:22pt;">松坪街启用二十四小时书房</span></b></p>
<p class="MsoNormal" style="text-indent:21pt;"><span style="font-family:宋体;font-size:10.5pt;">松坪街的书房二十四小时开放，首周到了三百位读者。</span></p>
<p class="MsoNormal" style="text-indent:21pt;"><span style="font-family:宋体;font-size:10.5pt;">书房由街道和分馆合办。</span></p>
<!--EndFragment--></body></html>"""
WPS_TEXT = "松坪街启用二十四小时书房\r\n松坪街的书房二十四小时开放，首周到了三百位读者。\r\n书房由街道和分馆合办。\r\n"

WECHAT = (
    '<h1 class="rich_media_title" id="activity-name">共读一本书</h1>'
    '<section style="margin: 0px; padding: 0px; line-height: 1.75em;"><span style="font-size: 15px;">'
    "九月起，十二个分馆同读一本小说。</span></section>"
    '<section style="text-align: center;"><img class="rich_pages wxw-img" '
    'data-src="https://mmbiz.example/1/640?wx_fmt=jpeg" data-type="jpeg"></section>'
    '<section style="line-height: 1.75em;"><span style="font-size: 15px;">每周六下午，读者在分馆讨论。</span></section>'
)


def clipboard(html="", text="", image=None):
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if image is not None:
        data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)


def png():
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkRed)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return bytes(data.data())


@pytest.fixture
def picture():
    """A picture as office programs put it into the temporary folder."""
    with tempfile.TemporaryDirectory(prefix="lu") as folder:
        path = Path(folder) / "lu_tmp_1.png"
        path.write_bytes(png())
        yield path


@pytest.fixture
def offers(opened):
    """What was offered in passing: sentence, words of the button, what it does."""
    found = []
    opened.services.offered.connect(lambda *what: found.append(what))
    return found


@pytest.fixture
def blank(opened):
    """A new article, the caret in its title."""
    opened.session.select(of_article(Place(0, 0)))
    give(opened, "article.new")
    return opened


def pasted(window, how="menu"):
    body = window.inspector.article.body
    if how == "menu":
        window.view.setFocus()
        give(window, "edit.paste")
    elif how == "page":
        window.view.editor.paste()
    else:
        body.setFocus()
        QTest.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    return window.session.issue


def said(blocks):
    """Blocks in short: = for a sub-heading, | between cells, ! for a photo, items with what their
    lists print before them.
    """
    labels = printed_labels(blocks)
    out = []
    for k, block in enumerate(blocks):
        if isinstance(block, Table):
            rows = (block.header, *block.rows)
            out.append("/".join("|".join(cell.string for cell in row) for row in rows))
        elif isinstance(block, Photo):
            out.append("!")
        else:
            sign = "=" * block.level if isinstance(block, Subheading) else ""
            out.append(f"{sign}{labels.get(k, '')}{block.text.string}")
    return out


# -- a whole article -------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["menu", "page", "body"])
def test_a_whole_article_from_writer_fills_an_empty_one(blank, picture, offers, how):
    clipboard(WRITER.format(picture=picture.as_uri()), WRITER_TEXT)
    steps = blank.session.stack.count()
    article = article_at(pasted(blank, how), Place(0, 1))
    assert article.title.string == "柳渡分馆夜读季开幕"
    assert "林舟" in article.byline.string
    assert said(article.blocks) == [
        "八月二十日晚，柳渡分馆的夜读季开幕，首场到了一百二十位读者，详见公告。",
        "=一、三项安排",
        "1.延长开放到二十二时。",
        "2.增设夜读灯位四十个。",
        "!",
        "分馆|场次|人次/松坪|筹备中|",
        "活动持续到九月底。",
    ]
    assert {mark.kind for mark in article.blocks[0].text.marks} == {
        MarkKind.BOLD,
        MarkKind.UNDERLINE,
        MarkKind.LINK,
    }
    assert article.blocks[5].spans == (CellSpan(1, 1, 1, 2),)
    photo = article.blocks[4]
    assert (blank.session.issue.folder / photo.path).read_bytes() == png()
    assert blank.session.stack.count() == steps + 1
    assert offers[-1][1] == "改为纯文字"
    assert "标题" in offers[-1][0]


def test_a_picture_that_cannot_be_put_beside_the_issue_is_named(
    blank, picture, offers, monkeypatch
):
    def full(*_path, **_how):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("desktop.window_parts.pasting.stow", full)
    clipboard(WRITER.format(picture=picture.as_uri()), WRITER_TEXT)
    pasted(blank)
    told = offers[-1][0]
    assert "没有复制：" in told
    assert "No space" not in told


def test_one_undo_takes_a_pasted_article_back(blank):
    clipboard(WPS, WPS_TEXT)
    before = blank.session.issue
    pasted(blank)
    blank.session.stack.undo()
    assert blank.session.issue == before


def test_it_can_be_kept_as_plain_text_right_there(blank, offers):
    clipboard(WPS, WPS_TEXT)
    pasted(blank, "body")
    offers[-1][2]()
    article = article_at(blank.session.issue, Place(0, 1))
    assert not article.title.string
    assert said(article.blocks) == WPS_TEXT.split("\r\n")[:-1]


def test_what_was_typed_since_is_not_taken_back_for_it(blank, offers):
    clipboard(WPS, WPS_TEXT)
    pasted(blank, "body")
    typed = edits.insert_text(blank.session.issue, TITLE_OF_NEW, 0, "又").issue
    blank.session.do("输入文字", typed)
    offers[-1][2]()
    assert blank.session.issue is typed or blank.session.issue == typed


def test_a_centred_bold_line_from_wps_is_the_title(blank):
    clipboard(WPS, WPS_TEXT)
    article = article_at(pasted(blank), Place(0, 1))
    assert article.title.string == "松坪街启用二十四小时书房"
    assert said(article.blocks) == WPS_TEXT.split("\r\n")[1:-1]


def test_plain_text_of_an_article_is_recognised_too(blank):
    clipboard(text=WPS_TEXT)
    article = article_at(pasted(blank, "body"), Place(0, 1))
    assert article.title.string == "松坪街启用二十四小时书房"


def test_an_article_from_a_browser_says_which_pictures_were_not_fetched(blank, offers):
    clipboard(CHROMIUM, CHROMIUM_TEXT)
    article = article_at(pasted(blank), Place(0, 1))
    assert article.title.string == "柳渡分馆夜读季开幕"
    assert article.origin == "澜汀书讯"
    assert "=三项安排" in said(article.blocks)
    assert "1 张图片在网页上" in offers[-1][0]


def test_an_article_from_wechat(blank):
    clipboard(WECHAT, "共读一本书\n九月起，十二个分馆同读一本小说。\n每周六下午，读者在分馆讨论。")
    article = article_at(pasted(blank), Place(0, 1))
    assert article.title.string == "共读一本书"
    assert said(article.blocks) == [
        "九月起，十二个分馆同读一本小说。",
        "每周六下午，读者在分馆讨论。",
    ]


def test_pasted_into_the_title_field_it_is_no_headline(blank):
    clipboard(WPS, WPS_TEXT)
    line = blank.inspector.article.title.line
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    article = article_at(blank.session.issue, Place(0, 1))
    assert article.title.string == "松坪街启用二十四小时书房"
    assert len(article.blocks) == 2


def test_a_title_in_two_lines_stays_one(blank):
    clipboard(text="柳渡分馆\n夜读季开幕")
    blank.session.select(of_text(TextPosition(TITLE_OF_NEW, 0)))
    assert article_at(pasted(blank), Place(0, 1)).title.string == "柳渡分馆夜读季开幕"


def test_into_the_title_of_an_article_with_text_the_rest_goes_below(opened):
    clipboard(WPS, WPS_TEXT)
    title = Place(0, 0, TITLE)
    old = article_at(opened.session.issue, Place(0, 0))
    opened.session.select(of_text(TextPosition(title, 0)))
    article = article_at(pasted(opened), Place(0, 0))
    assert article.title.string == f"松坪街启用二十四小时书房{old.title.string}"
    assert said(article.blocks)[:2] == WPS_TEXT.split("\r\n")[1:-1]
    assert article.blocks[2:] == old.blocks


def test_two_articles_stand_one_behind_the_other(blank):
    two = (
        "<h1>甲馆开门</h1><p>甲馆今天开门，读者到了八十位。</p>"
        "<h1>乙馆开门</h1><p>乙馆今天开门，读者到了九十位。</p>"
    )
    clipboard(
        two, "甲馆开门\n甲馆今天开门，读者到了八十位。\n乙馆开门\n乙馆今天开门，读者到了九十位。"
    )
    issue = pasted(blank)
    assert [one.title.string for one in issue.sections[0].articles[1:3]] == ["甲馆开门", "乙馆开门"]


def test_what_came_in_stands_in_the_import_report(blank):
    clipboard(CHROMIUM, CHROMIUM_TEXT)
    pasted(blank)
    assert blank.importing.arrivals.now is not None
    blank.session.stack.undo()
    assert blank.importing.arrivals.now is None


# -- pieces ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["menu", "page", "body"])
def test_pieces_come_in_with_their_structure_and_lose_no_words(opened, picture, how):
    clipboard(WRITER.format(picture=picture.as_uri()), WRITER_TEXT)
    old = article_at(opened.session.issue, Place(0, 0))
    end = len(old.blocks[0].text.string)
    opened.session.select(of_text(TextPosition(FIRST, end)))
    if how == "body":
        opened.inspector.article.body.setFocus()
    opened.session.select(of_text(TextPosition(FIRST, end)))
    article = article_at(pasted(opened, how), Place(0, 0))
    assert article.title == old.title
    assert said(article.blocks)[:8] == [
        old.blocks[0].text.string + "柳渡分馆夜读季开幕",
        "通讯员 林舟",
        "八月二十日晚，柳渡分馆的夜读季开幕，首场到了一百二十位读者，详见公告。",
        "=一、三项安排",
        "1.延长开放到二十二时。",
        "2.增设夜读灯位四十个。",
        "!",
        "分馆|场次|人次/松坪|筹备中|",
    ]


def test_a_picture_inside_the_html_becomes_a_photo(opened):
    data = base64.b64encode(png()).decode()
    clipboard(f'<p><img src="data:image/png;base64,{data}"></p><p>图下的话。</p>', "图下的话。")
    opened.session.select(of_text(TextPosition(FIRST, 0)))
    blocks = article_at(pasted(opened), Place(0, 0)).blocks
    assert said(blocks)[0] == "!"
    assert "粘贴的图片" in blocks[0].path


def test_pictures_of_other_folders_are_not_looked_at(opened, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    secret = tmp_path / "mine.png"
    secret.write_bytes(png())
    clipboard(f'<p>甲</p><p><img src="{secret.as_uri()}"></p><p>乙</p>', "甲\n乙")
    opened.session.select(of_text(TextPosition(FIRST, 0)))
    assert "!" not in said(article_at(pasted(opened), Place(0, 0)).blocks)


def test_beside_a_photo_s_row_it_goes_below(blank):
    issue = blank.session.issue
    photo = edits.add_photo(issue, BODY_OF_NEW, "photos/none.jpg").issue
    blank.session.do("插入图片", photo, of_article(Place(0, 1)))
    body = blank.inspector.article.body
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.Start)
    assert body.row().label
    QTest.keyClicks(body, "a")
    blocks = article_at(blank.session.issue, Place(0, 1)).blocks
    assert said(blocks) == ["!", "a"]


# -- plain -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["view", "body"])
def test_ctrl_shift_v_pastes_the_characters_alone(qtbot, opened, how):
    clipboard(CHROMIUM, CHROMIUM_TEXT)
    widget = opened.view if how == "view" else opened.inspector.article.body
    opened.session.select(of_text(TextPosition(FIRST, 0)))
    widget.setFocus()
    opened.session.select(of_text(TextPosition(FIRST, 0)))
    opened.activateWindow()
    qtbot.waitUntil(widget.hasFocus)
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(widget, Qt.Key.Key_V, control_shift)
    blocks = article_at(opened.session.issue, Place(0, 0)).blocks
    assert said(blocks)[:2] == ["柳渡分馆夜读季开幕", "来源：澜汀书讯"]
    assert not any(block.text.marks for block in blocks if isinstance(block, Paragraph))


def test_plain_in_the_tree_is_an_article_of_the_characters(qtbot, opened):
    clipboard(CHROMIUM, CHROMIUM_TEXT)
    opened.session.select(of_article(Place(0, 0)))
    opened.view.setFocus()
    give(opened, "edit.paste-plain")
    qtbot.waitUntil(lambda: len(opened.session.issue.sections[0].articles) == 2, timeout=10000)
    settle(qtbot, opened)
    article = article_at(opened.session.issue, Place(0, 1))
    assert article.title.string == "柳渡分馆夜读季开幕"
    assert not any(isinstance(block, Subheading) and block.text.marks for block in article.blocks)


# -- cells -----------------------------------------------------------------------------------------

TABLE = Table(
    (Text("分馆"), Text("人次")),
    ((Text("旧"), Text("1", (Mark(0, 1, MarkKind.BOLD),))),),
    ("left", "right"),
    NEW,
)


@pytest.fixture
def tabled(opened):
    """A table of two rows below the first paragraph, the caret in its second row."""
    issue = edits.insert_block(opened.session.issue, Place(0, 0, 1), TABLE).issue
    opened.session.do("表格", issue, of_text(TextPosition(Place(0, 0, 1, 2), 0)))
    opened.view.setFocus()
    return opened


@pytest.mark.parametrize(
    ("html", "text"),
    [(CALC, CALC_TEXT), (EXCEL, CALC_TEXT), ("", CALC_TEXT)],
    ids=["Calc", "Excel", "tabs"],
)
def test_cells_fill_cells_and_the_table_grows(tabled, html, text):
    image = QImage(4, 4, QImage.Format.Format_RGB32)  # spreadsheets bring a picture of the cells
    clipboard(html, text, image)
    table = block_at(pasted(tabled), Place(0, 0, 1))
    assert said([table]) == ["分馆|人次/柳渡|480/松坪|150"]
    assert tabled.session.selection.caret.position == (Place(0, 0, 1, 5), 3)


def test_cells_that_a_spreadsheet_merged_are_merged(tabled):
    html = "<table><tr><td colspan=2>合计</td></tr><tr><td>甲</td><td>乙</td></tr></table>"
    clipboard(html, "合计\t\n甲\t乙")
    table = block_at(pasted(tabled), Place(0, 0, 1))
    assert said([table]) == ["分馆|人次/合计|/甲|乙"]
    assert table.spans == (CellSpan(1, 0, 1, 2),)


def test_cells_become_a_table_in_the_text(opened):
    clipboard(CALC, CALC_TEXT)
    opened.session.select(of_text(TextPosition(FIRST, 0)))
    assert "柳渡|480/松坪|150" in said(article_at(pasted(opened), Place(0, 0)).blocks)


def test_a_paragraph_pasted_into_a_cell_stays_there(tabled):
    clipboard("<p>新<b>馆</b></p>", "新馆")
    assert said([block_at(pasted(tabled), Place(0, 0, 1))]) == ["分馆|人次/新馆旧|1"]


def test_cells_of_our_own_fill_cells(tabled):
    end = TextPosition(Place(0, 0, 1, 3), 1)
    tabled.session.select(of_text(end, TextPosition(Place(0, 0, 1, 0), 0)))
    give(tabled, "edit.copy")
    tabled.session.select(of_text(TextPosition(Place(0, 0, 1, 2), 0)))
    assert said([block_at(pasted(tabled), Place(0, 0, 1))]) == ["分馆|人次/分馆|人次/旧|1"]


# -- large -----------------------------------------------------------------------------------------


def test_much_is_read_beside_the_window(qtbot, blank, monkeypatch):
    from desktop.window_parts import pasting

    monkeypatch.setattr(pasting, "MOST_AT_ONCE", 10)
    clipboard(WPS, WPS_TEXT)
    pasted(blank)
    settle(qtbot, blank)
    assert article_at(blank.session.issue, Place(0, 1)).title.string == "松坪街启用二十四小时书房"


def test_what_was_typed_meanwhile_is_kept(qtbot, blank, monkeypatch):
    from desktop.window_parts import pasting

    monkeypatch.setattr(pasting, "MOST_AT_ONCE", 10)
    clipboard(WPS, WPS_TEXT)
    pasted(blank)
    typed = edits.insert_text(blank.session.issue, TITLE_OF_NEW, 0, "又").issue
    blank.session.do("输入文字", typed)
    settle(qtbot, blank)
    assert article_at(blank.session.issue, Place(0, 1)).title.string == "又"


def test_an_article_is_no_more_than_what_the_brief_takes(blank):
    brief = Article(ArticleKind.BRIEF, Text(""), (Paragraph(Text(""), NEW),), NEW)
    came = Article(
        ArticleKind.HEADLINE, Text("甲馆开门"), (Paragraph(Text("到了八十位。"), NEW),), NEW
    )
    issue = edits.insert_articles(blank.session.issue, Place(0, 2), [brief]).issue
    article = article_at(edits.fill_article(issue, Place(0, 2), came).issue, Place(0, 2))
    assert article.kind is ArticleKind.BRIEF
    assert article.blocks[0].text.string == "甲馆开门。到了八十位。"
