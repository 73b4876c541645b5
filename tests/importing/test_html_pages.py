"""Pages of the web, clipboards, and the photos of both."""

import base64

import pytest
from marked_text import text_of
from web_pages import PNG, lost, page, paragraphs, photos, strings

from layouts.errors import ManuscriptError
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.html import read
from layouts.issue.photo import Side

WECHAT = """<html><head><title></title><meta property="og:title" content="湖边长跑开赛"></head>
<body><div class="nav">返回</div><div><h1 id="activity-name">
 湖边长跑开赛
</h1><div><span id="js_author_name">周小舟</span><a id="js_name">云溪发布</a>
<em id="publish_time">2026-03-12 10:00</em></div>
<div id="js_content" style="visibility: hidden; opacity: 0;">
<section><p><img data-src="https://mmbiz.qpic.cn/a/640?wx_fmt=jpeg" style="width: 338.5px"></p>
<p style="text-align:center;font-size:12px">起点（王五 摄）</p></section>
<section><section><p style="text-indent:2em"><span>今天上午，三百人出发。<br></span></p></section>
</section></div><div id="js_tags">标签</div></div><div>微信扫一扫</div></body></html>"""


def test_of_a_wechat_article_title_author_day_and_text_come_in(tmp_path):
    found = page(WECHAT, tmp_path)
    assert strings(found) == [
        "湖边长跑开赛",
        "周小舟",
        "云溪发布",
        "2026-03-12 10:00",
        "起点（王五 摄）",
        "今天上午，三百人出发。",
    ]
    looks = [one.look for one in paragraphs(found)]
    assert looks[0].is_title
    assert [look.style for look in looks[1:4]] == ["Author", "Source", "Date"]
    assert (looks[4].centred, looks[5].indent) == (True, 2.0)


def test_what_stands_around_a_wechat_article_is_told(tmp_path):
    found = page(WECHAT, tmp_path)
    around = {one.text for one in found.lost if one.code == "page-furniture"}
    assert around == {"返回", "标签", "微信扫一扫"}


def test_photos_of_wechat_are_on_the_web_and_are_told(tmp_path):
    found = page(WECHAT, tmp_path)
    assert [(photo.path, photo.share) for photo in photos(found)] == [(None, 0.5)]
    assert lost(found)["linked-photo"] == "640"


NEWS = """<!DOCTYPE html><html><head><title>全区召开会议_云栖区人民政府</title></head><body>
<div class="header"><h1>云栖区人民政府</h1></div>
<div class="nav"><ul><li>首页</li></ul></div><div class="crumb">当前位置：首页</div>
<div class="main"><div class="article-title">全区召开会议</div>
<div class="info"><span>发布时间：2026-03-12</span> <span>来源：区府办</span></div>
<div class="TRS_Editor"><p>　　昨日，全区召开会议，部署下一阶段重点工作，各镇街负责人参加。</p></div></div>
<div class="share">分享到</div><div class="footer">版权所有</div></body></html>"""


def test_of_a_page_of_news_the_article_comes_in_with_its_title_and_what_is_said_of_it(tmp_path):
    found = page(NEWS, tmp_path)
    assert strings(found)[:2] == ["全区召开会议", "发布时间：2026-03-12 来源：区府办"]
    assert len(strings(found)) == 3
    assert paragraphs(found)[0].look.is_title
    around = " ".join(one.text for one in found.lost)
    assert all(
        words in around for words in ("云栖区人民政府", "首页", "当前位置", "分享到", "版权")
    )


@pytest.mark.parametrize("tag", ["article", "main", "div role=main", "div id=zoom"])
def test_the_article_is_known_by_its_tag_or_name(tmp_path, tag):
    text = "正文正文正文正文正文正文正文正文正文正文正文正文正文。"
    name = tag.split()[0]
    html = f"<nav>导航</nav><{tag}><h1>题</h1><p>{text}</p></{name}><footer>页脚</footer>"
    found = page(html, tmp_path)
    assert strings(found) == ["题", text]
    assert [one.text for one in found.lost] == ["导航", "页脚"]


def test_without_such_a_name_only_what_is_named_otherwise_is_left_out(tmp_path):
    html = (
        "<header><h1>题目</h1></header><nav>导航</nav><div><p>第一段的文字比较长一些。</p></div>"
        "<div class='sidebar'>边栏</div><aside>广告</aside><footer>页脚</footer>"
    )
    found = page(html, tmp_path)
    assert strings(found) == ["题目", "第一段的文字比较长一些。"]
    assert {one.text for one in found.lost} == {"导航", "边栏", "广告", "页脚"}


def test_the_name_of_a_page_is_its_title_where_it_has_no_other(tmp_path):
    found = page("<title>全区召开会议</title><body><p>昨日召开。</p></body>", tmp_path)
    assert [(one.text.string, one.look.is_title) for one in paragraphs(found)] == [
        ("全区召开会议", True),
        ("昨日召开。", False),
    ]


def test_the_name_of_a_page_is_lost_where_its_first_line_looks_like_a_title(tmp_path):
    html = "<title>新建文档</title><body><p><b>全区召开会议</b></p><p>昨日召开。</p></body>"
    found = page(html, tmp_path)
    assert strings(found) == ["全区召开会议", "昨日召开。"]
    assert [one.text for one in found.lost] == ["新建文档"]


# Clipboards


def test_of_a_clipboard_comes_in_what_was_copied(tmp_path):
    body = (
        "<html><body>\r\n外<!--StartFragment--><p>贴<b>来</b></p><!--EndFragment-->外</body></html>"
    )
    header = (
        "Version:0.9\r\nStartHTML:0000000097\r\nEndHTML:0000000300\r\nStartFragment:0000000130\r\n"
    )
    html = f"{header}EndFragment:0000000200\r\n{body}"
    for given in (html, html.encode()):
        assert strings(page(given, tmp_path)) == ["贴来"]


def test_a_clipboard_without_the_two_remarks_counts_bytes(tmp_path):
    body = "<html><body><p>外</p><p>贴来的</p><p>外</p></body></html>".encode()
    template = (
        "Version:0.9\nStartHTML:{:08}\nEndHTML:{:08}\nStartFragment:{:08}\nEndFragment:{:08}\n"
    )
    start = len(template.format(0, 0, 0, 0))
    first = start + body.index("<p>贴".encode())
    last = start + body.index("的</p>".encode()) + len("的</p>".encode())
    header = template.format(start, start + len(body), first, last).encode()
    assert strings(page(header + body, tmp_path)) == ["贴来的"]


def test_photos_that_came_with_a_clipboard_are_taken_by_address_or_name(tmp_path):
    html = "<p><img src='file:///C:/Temp/clip_image001.png'>字<img src='https://a.cn/b.png'></p>"
    given = {"clip_image001.png": PNG, "https://a.cn/b.png": PNG + b"2"}
    found = photos(page(html, tmp_path, given=given))
    assert [photo.path.read_bytes() for photo in found] == [PNG, PNG + b"2"]


def test_one_photo_given_is_the_one_shown(tmp_path):
    found = page("<img src='https://a.cn/x.jpg'>", tmp_path, given={"": PNG})
    assert photos(found)[0].path.read_bytes() == PNG


# Photos


def test_photos_lie_in_the_folder_of_the_page(tmp_path):
    (tmp_path / "页.files").mkdir()
    (tmp_path / "页.files" / "图 1.png").write_bytes(PNG)
    html = "<p>前<img src='%E9%A1%B5.files/图%201.png' alt='会场' align=right width=50%>后</p>"
    found = page(html, tmp_path)
    (photo,) = photos(found)
    assert photo.path.read_bytes() == PNG
    assert (photo.name, photo.alt, photo.side, photo.share) == ("图 1.png", "会场", Side.RIGHT, 0.5)
    assert strings(found) == ["前后"]


@pytest.mark.parametrize(
    "address", ["../secret.png", "/etc/passwd", "file:///etc/passwd", r"..\secret.png", "C:/a.png"]
)
def test_no_file_outside_the_folder_is_looked_at(tmp_path, address):
    (tmp_path / "secret.png").write_bytes(PNG)
    (tmp_path / "in").mkdir()
    found = page(f"<p>字<img src='{address}'></p>", tmp_path / "in")
    assert [photo.path for photo in photos(found)] == [None]
    assert set(lost(found)) <= {"photo-elsewhere", "photo-missing"}


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "secret.png").write_bytes(PNG)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.png").symlink_to(tmp_path / "secret.png")
    assert photos(page("<img src=a.png>", tmp_path / "in"))[0].path is None


def test_photos_inside_the_page_come_in(tmp_path):
    data = base64.b64encode(PNG + b"x" * 300).decode()
    found = page(f"<p>字<img src='data:image/png;base64,{data}'></p>", tmp_path)
    assert photos(found)[0].path.read_bytes() == PNG + b"x" * 300


def test_what_is_no_picture_is_told(tmp_path):
    (tmp_path / "a.wmf").write_bytes(b"\xd7\xcd\xc6\x9a" * 20)
    found = page("<p>字<img src=a.wmf></p>", tmp_path)
    assert lost(found) == {"photo-kind": "a.wmf"}


def test_a_caption_of_a_figure_is_that_of_its_photo(tmp_path):
    found = page("<figure><img src=a.jpg><figcaption>会场 张三/摄</figcaption></figure>", tmp_path)
    assert [photo.caption.string for photo in photos(found)] == ["会场 张三/摄"]
    assert strings(found) == []


def test_a_caption_of_a_figure_keeps_its_marks(tmp_path):
    said = "CO<sub>2</sub>的<b>读数</b>与<ruby>禹<rt>yǔ</rt></ruby>"
    found = page(f"<figure><img src=a.jpg><figcaption>{said}</figcaption></figure>", tmp_path)
    wanted = text_of("CO{subscript|2}的{bold|读数}与{ruby=yǔ|禹}")
    assert [photo.caption for photo in photos(found)] == [wanted]
    assert strings(found) == []


def test_photos_alone_in_a_paragraph_stand_in_a_row_where_there_is_room(tmp_path):
    wide = "<p><img src=a.jpg width=100%><img src=b.jpg width=100%></p>"
    half = "<p><img src=a.jpg width=50%><img src=b.jpg width=50%></p>"
    assert {photo.row for photo in photos(page(wide, tmp_path))} == {""}
    assert len({photo.row for photo in photos(page(half, tmp_path))} - {""}) == 1


def test_the_width_of_a_page_of_word_measures_its_photos(tmp_path):
    html = (
        "<style>@page S {size:595.3pt 841.9pt;margin:72.0pt 90.0pt 72.0pt 90.0pt;}</style>"
        "<p class=MsoNormal><img width=277 src=a.jpg></p>"
    )
    share = photos(page(html, tmp_path))[0].share
    assert share == pytest.approx(277 * 0.75 / 415.3, abs=0.001)


def test_signs_in_the_line_and_counters_of_readers_are_no_photos(tmp_path):
    html = "<p>字<img src=a.gif width=1 height=1><img src=b.png width=20 alt='[微笑]'></p>"
    found = page(html, tmp_path)
    assert photos(found) == []
    assert lost(found) == {"small-picture": "[微笑]"}


def test_a_photo_on_a_line_of_its_own_parts_the_text(tmp_path):
    found = page("<div>前文<br><img src=a.jpg><br>图说</div>", tmp_path)
    kinds = [type(block).__name__ for block in found.blocks]
    assert kinds == ["ReceivedParagraph", "ReceivedPhoto", "ReceivedParagraph"]


def test_a_web_archive_holds_the_page_and_its_photos(tmp_path):
    picture = base64.b64encode(PNG).decode()
    text = "<p>=E4=BA=91=E6=A0=96<img src=3D'a.files/x.png'></p>"
    path = tmp_path / "a.mht"
    path.write_text(
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n--B\n'
        "Content-Location: file:///C:/a.htm\nContent-Transfer-Encoding: quoted-printable\n"
        f'Content-Type: text/html; charset="utf-8"\n\n{text}\n--B\n'
        "Content-Location: file:///C:/a.files/x.png\nContent-Transfer-Encoding: base64\n"
        f"Content-Type: image/png\n\n{picture}\n--B--\n"
    )
    found = read(path, PhotoStore(tmp_path / "store"))
    assert strings(found) == ["云栖"]
    assert photos(found)[0].path.read_bytes() == PNG


@pytest.mark.parametrize(
    "body",
    ["", "--B\nContent-Type: text/plain\n\nx\n--B--", "--B\nContent-Type: multipart/x\n" * 99],
)
def test_a_web_archive_without_a_page_is_refused_with_a_sentence(tmp_path, body):
    path = tmp_path / "a.mht"
    path.write_text(f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n{body}')
    with pytest.raises(ManuscriptError) as caught:
        read(path, PhotoStore(tmp_path / "store"))
    assert "损坏" in caught.value.zh
