"""Damaged and hostile pages: a sentence or success in time, and nothing is fetched."""

from __future__ import annotations

import random
import socket
import tempfile
from pathlib import Path

import pytest
from patience import an_end
from web_pages import note, page

from layouts.errors import ManuscriptError

MUTANTS = 120
"""A sample; 5,000 were read once."""

SEEDS = [
    """<html><head><meta charset=utf-8><style>p.MsoNormal{font-size:10.5pt} @page S{size:595pt 841pt}
</style></head><body><p class=MsoNormal style='text-indent:21pt'>各单位<b>请</b>于本月底前完成自查<a
style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'>[1]</a>。</p><p style='mso-list:l0'><span
style='mso-list:Ignore'>一、</span>要求</p><table border=1><tr><th rowspan=2>名<th colspan=2>次<tr><td>
一<td>二</table><p><img src='a.files/x.png' width=277 align=left></p><div id=ftn1><p><a href='#_ftnref1'
name='_ftn1'>[1]</a> 见附件</p></div></body></html>""",
    """<div id="js_content" style="visibility:hidden"><section><p><img data-src="https://a.cn/640">
</p><p style="text-align:center">图1：会场</p><ol start=3 type=A><li><p>甲</p><ul><li>乙</ul></ol>
<blockquote><p>编者按：<ruby>重<rt>chóng</rt></ruby>庆</p></blockquote></section></div>""",
    """<nav>首页</nav><article><h1>题目</h1><figure><img src="data:image/png;base64,iVBORw0KGgo=">
<figcaption>图说</figcaption></figure><p>正文<br>　　又一段<sub>2</sub><del>删</del></p><pre>a
 b</pre></article><footer>版权</footer>""",
]
PIECES = [
    *(
        "<table>",
        "<tr>",
        "<td colspan=99999 rowspan=99999>",
        "</table>",
        "<ol start=-999999999999>",
    ),
    *(
        "<p",
        "'",
        '"',
        ">",
        "<",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<script>",
        "<style>",
        "\0",
        "\x1b",
    ),
    *("&#x110000;", "&#0;", "&#xd800;", "&amp", "<plaintext>", "<svg>", "<math>", "<frameset>"),
    *("style='font-size:1e99px'", "style='font-size:-5%;text-indent:9e9em'", "<li value=9e9>", "%"),
    *("<base href='{url}'>", "<img src='{url}x.png'>", "<link rel=stylesheet href='{url}x.css'>"),
    *("<img srcset='{url}a 2x'>", "<style>@import url({url}y);p{background:url({url}z)}</style>"),
    *(
        "<iframe src='{url}'></iframe>",
        "<img src='//127.0.0.1:{port}/q'>",
        "<!DOCTYPE x SYSTEM '{url}d'>",
    ),
    *(
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
        "<img src='file:///etc/passwd'>",
    ),
    *("<a href='#a' id='a'>[1]</a>", "<b>" * 500, "<div>" * 500, "<ul><li>" * 300, "字" * 3000),
]


def mutant(seed: int, url: str, port: int) -> bytes:
    """A page with a few things done to it."""
    chance = random.Random(seed)
    text = chance.choice(SEEDS)
    for _ in range(chance.randint(1, 12)):
        place, other = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        start, inside, end = text[:place], text[place:other], text[other:]
        match chance.randrange(5):
            case 0 | 1:
                piece = chance.choice(PIECES).replace("{url}", url).replace("{port}", str(port))
                text = start + piece + inside + end
            case 2:
                text = start + inside[40:] + end
            case 3:
                text = (start + inside * chance.choice([2, 2, 4, 20]) + end)[:400_000]
            case _:
                text = start + inside[::-1] + end
    data = bytearray(text.encode(chance.choice(["utf-8", "utf-8", "gb18030", "utf-16"]), "replace"))
    for _ in range(chance.randrange(3)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def nobody_called(server: socket.socket) -> bool:
    try:
        server.accept()
    except BlockingIOError:
        return True
    return False


def read_in_time(read, *given) -> None:
    with an_end():
        try:
            read(*given)
        except ManuscriptError as error:
            assert error.zh
            assert error.en


def test_mutants_of_pages_are_read_or_refused_in_time_and_nothing_is_fetched(listener):
    port = listener.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(MUTANTS):
            data = mutant(seed, url, port)
            read_in_time(page, data, Path(folder))
            read_in_time(note, data.decode("utf-8", "replace"), Path(folder))
    assert nobody_called(listener)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 75_000 + "字",
        "<ul><li>" * 35_000 + "字",
        "<table><tr>" + "<td colspan=1000 rowspan=20000>字" * 20_000 + "</table>",
        "<table>" + "<tr><td rowspan=60000 colspan=3>a<td>b" * 15_000,
        "<p " + " ".join(f"a{number}=1" for number in range(400_000)) + ">字</p>",
        "<style>" + "p.a{color:red}" * 200_000 + "</style><p class=a>字",
        "<img src=a.jpg>" * 75_000,
        "<" * 75_000,
        "&" * 2_000_000,
        "<ol>" + "<li>字" * 60_000,
        "<a href='#a' id='b'>[1]</a>" * 15_000 + "<p id='a'><a href='#b'>x</a>注</p>" * 12_000,
    ],
    ids=lambda html: html[:12],
)
def test_pages_made_to_take_long_are_read_or_refused_in_time(tmp_path, html):
    read_in_time(page, html, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 90_000,
        "[a](" * 20_000,
        "*a " * 30_000,
        "`a" * 40_000,
        "%%a\n" * 20_000,
        ":::\n" * 20_000,
        "-- --\n\n" * 10_000,
        "+-+\n|a|\n" * 10_000,
        "|a|b|\n|-|-|\n" + "|c|d|\n" * 10_000,
        "[^a]: b\n" * 30_000,
        "{{<" * 30_000,
        "----\n字 字\n\n" * 10_000,
    ],
    ids=lambda text: text[:8].strip(),
)
def test_markdown_made_to_take_long_is_read_or_refused_in_time(tmp_path, text):
    read_in_time(note, text, tmp_path)


@pytest.mark.parametrize(
    "piece",
    [
        "<table><tr><td>字<td>",
        "<table><tr><td><img src='http://a.cn/x.png'><img src='http://a.cn/x.png'>",
        "<figure><img src='http://a.cn/x.png'><p>字",
        "<ul><li>字",
        "<blockquote><p>字",
        "<div><p>字<img src='http://a.cn/x.png'>",
        "<dl><dt>字<dd>",
    ],
)
def test_what_nests_thousands_deep_is_read_in_time(tmp_path, piece):
    read_in_time(page, f"<meta charset=utf-8><p>正文一段。{piece * 3000}".encode(), tmp_path)
