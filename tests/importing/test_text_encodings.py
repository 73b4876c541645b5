"""The encodings of text files that come in, what is damaged in them, and what is no text."""

from __future__ import annotations

import pytest

from layouts.errors import ManuscriptError
from layouts.importing.decoding import received_text, split_lines

SIMPLIFIED = (
    "河湾书场重开夜间课堂\n"
    "入秋以后，老人和孩子坐在一处听书，台前摆着刚描好的戏单。\n"
    "书场负责人说：“录音已经整理出来，一共六十四盘。”\n"
    "供稿：县志办 石砚"
)
TRADITIONAL = (
    "河灣書場重開夜間課堂\n"
    "入秋以後，老人和孩子坐在一處聽書，臺前擺著剛描好的戲單。\n"
    "書場負責人說：「錄音已經整理出來，一共六十四盤。」\n"
    "供稿：縣志辦 石硯"
)
UNICODE = ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
ALL = [
    *((SIMPLIFIED, codec) for codec in [*UNICODE, "gb18030", "hz"]),
    *((TRADITIONAL, codec) for codec in [*UNICODE, "gb18030", "big5"]),
]


@pytest.mark.parametrize(("text", "codec"), ALL)
def test_text_and_each_of_its_lines_are_read(text, codec):
    for part in (text, *text.split("\n")):
        received = received_text(part.encode(codec), "a.txt")
        assert (received.text, received.encoding, received.findings) == (part, codec, ())


@pytest.mark.parametrize(("text", "codec"), ALL)
def test_any_eight_characters_are_enough(text, codec):
    for start in range(0, len(text) - 8, 3):
        part = text[start : start + 8]
        if part.strip() == part:
            assert received_text(part.encode(codec), "a.txt").text == part


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le"), ("gbk", "gb18030")],
)
def test_the_encoding_is_named_as_unicode_and_the_standards_do(codec, name):
    received = received_text(SIMPLIFIED.encode(codec), "a.txt")
    assert (received.text, received.encoding) == (SIMPLIFIED, name)


def test_characters_of_hong_kong_are_read():
    text = TRADITIONAL + "\n咗嘅啲喺嗰佢哋～"
    encoded = text.replace("～", "∼").encode("big5hkscs")
    assert received_text(encoded, "a.txt").text == text


@pytest.mark.parametrize(("text", "codec"), [one for one in ALL if one[1] != "hz"])
def test_a_file_cut_in_a_character_is_read_and_told(text, codec):
    received = received_text(text.encode(codec)[:-1], "a.txt")
    assert received.text == text[:-1]
    found = [(f.level, f.code, f.source.line) for f in received.findings]
    assert found == [("warning", "text-cut", 4)]


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5"])
def test_damaged_bytes_are_told_with_their_line(codec):
    lines = [line.encode(codec) for line in TRADITIONAL.split("\n")]
    lines[2] = lines[2] + b"\xff"
    received = received_text(b"\n".join(lines), "a.txt")
    assert received.text == TRADITIONAL.replace("」\n", "」\ufffd\n")
    found = [(f.level, f.code, f.source.line) for f in received.findings]
    assert found == [("warning", "text-damaged", 3)]


@pytest.mark.parametrize(
    ("data", "zh"),
    [
        (b"PK\x03\x04" + bytes(60), "Word"),
        (b"\xd0\xcf\x11\xe0" + bytes(60), "旧版"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1", "RTF"),
        (b"\xff\xd8\xff\xe0" + bytes(60), "图片"),
        (b"\0\0\0\x18ftypheic" + bytes(60), "图片"),
        (b"\x7fELF\x02\x01" + bytes(600), "编码"),
        (bytes(range(256)) * 8, "编码"),
        ("Déjà vu à Noël, très âgé".encode("latin-1"), "编码"),
        (b"\xef\xbb\xbf", "没有文字"),
        ("\u3000\n".encode(), "没有文字"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(data, zh):
    with pytest.raises(ManuscriptError, match=zh) as caught:
        received_text(data, "a.txt")
    assert caught.value.source.file == "a.txt"
    assert caught.value.en.isascii()


def test_a_tilde_and_a_brace_do_not_make_hz():
    assert received_text(b"if a ~{ b } ~ c", "a.txt").encoding == "utf-8"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x85", "\u2028", "\u2029", "\x1e"])
def test_every_kind_of_line_end_parts_lines(end):
    assert split_lines(f"甲{end}{end}乙") == ["甲", "", "乙"]


def test_a_form_feed_begins_the_next_line():
    assert split_lines("甲\n\f乙\f丙") == ["甲", "\f乙", "\f丙"]
