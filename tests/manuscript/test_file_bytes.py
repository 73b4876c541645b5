"""Bytes to text: which files are read, in which encodings, and which are refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from permissions import bound_by_permissions

from layouts.errors import ManuscriptError
from layouts.manuscript import encoding, read_manuscript

TEXT = "## 【栏目】\n\n### 题目\n\n全区各单位认真学习，深入推进各项重点工作。\n"


def paragraph_of(issue):
    return issue.sections[0].articles[0].blocks[0].text.string


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_encoding_is_recognised(read, codec):
    issue, findings = read(TEXT.encode(codec))
    assert paragraph_of(issue) == "全区各单位认真学习，深入推进各项重点工作。"
    assert findings == ()


def test_utf16_with_big_endian_mark_is_read(read):
    issue, _ = read(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert paragraph_of(issue).startswith("全区")


def test_western_utf16_without_a_mark_is_read(read):
    issue, _ = read("## [News]\n\n### Title\n\nA few words.\n".encode("utf-16-le"))
    assert paragraph_of(issue) == "A few words."


def test_traditional_characters_in_gb18030_are_read(read):
    text = "## 【欄目】\n\n### 題目\n\n圖書館與學校聯合舉辦讀書會，邀請專家為學生講解傳統文化的內涵。\n"
    issue, _ = read(text.encode("gb18030"))
    assert paragraph_of(issue).startswith("圖書館與學校")


def test_a_character_beyond_the_bmp_in_gb18030_is_read(read):
    issue, _ = read(TEXT.replace("全区", "𠮷区").encode("gb18030"))
    assert paragraph_of(issue).startswith("𠮷区")


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_other_systems_count_as_lines(read, ending):
    issue, _ = read(TEXT.replace("\n", ending))
    assert issue.sections[0].articles[0].blocks[0].source.line == 5


def test_damaged_utf8_names_its_line(refused):
    data = TEXT.encode() + "各单位要高度重视此项工作，".encode()[:-2] + "抓好落实。".encode()
    error = refused(data)
    assert error.source.line == 6
    assert "UTF-8" in error.zh


def test_damaged_utf16_names_its_line(refused):
    data = b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\x00\xd8" + "。".encode("utf-16-le")
    assert refused(data).source.line == 6


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16-le", "utf-16", "utf-32"]
)
def test_a_file_cut_in_the_middle_of_a_character_is_read_with_a_warning(read, codec):
    text = "## 【欄目】\n\n### 題目\n\n各單位要高度重視此項工作。\n抓好落實"
    issue, findings = read(text.encode(codec)[:-1])
    assert paragraph_of(issue).endswith("抓好落")
    assert [(f.level, f.code, f.source.line) for f in findings] == [("warning", "file-cut", 6)]


@pytest.mark.parametrize("codec", ["big5", "big5hkscs", "cp950"])
def test_traditional_characters_in_big5_are_read(read, codec):
    text = "## 【欄目】\n\n### 題目\n\n圖書館與學校聯合舉辦讀書會，邀請專家為學生講解。\n"
    issue, findings = read(text.encode(codec))
    assert paragraph_of(issue) == "圖書館與學校聯合舉辦讀書會，邀請專家為學生講解。"
    assert findings == ()


def test_hz_is_read(read):
    issue, _ = read(TEXT.encode("hz"))
    assert paragraph_of(issue) == "全区各单位认真学习，深入推进各项重点工作。"


@pytest.mark.parametrize(
    "data",
    [
        "Le café était fermé à Noël, déjà très âgé.".encode("latin-1"),
        bytes(range(256)) * 20,
    ],
    ids=["latin-1", "binary"],
)
def test_an_unknown_encoding_is_refused(refused, data):
    assert "编码" in refused(data).zh


@pytest.mark.parametrize(
    "signature",
    [
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0",
        b"%PDF-1.4",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"\0\0\0\x18ftypheic",
        b"RIFF\0\0\0\0WEBP",
    ],
)
def test_a_document_of_another_kind_is_named(refused, signature):
    assert "不是 Markdown 文本" in refused(signature + b"\x00\x01\x02" * 50).zh


@pytest.mark.parametrize("content", ["", "\n \n\t\n", "\ufeff", "\u3000\u3000\n"])
def test_an_empty_file_is_refused(refused, content):
    assert refused(content).zh in ("稿件文件是空的", "稿件没有正文")


def test_front_matter_without_a_body_is_refused(refused):
    error = refused("---\npublication: 刊名\n---\n\n")
    assert error.zh == "稿件没有正文"


def test_a_masthead_without_a_body_is_refused(refused):
    assert refused("# 某某简报\n\n第 3 期\n\n2026 年 1 月 2 日\n").zh == "稿件没有正文"


def test_a_missing_file_is_named_as_typed():
    with pytest.raises(ManuscriptError) as caught:
        read_manuscript(Path("nowhere/issue.md"))
    assert (
        str(caught.value)
        == f"{Path('nowhere/issue.md')}: 找不到这个稿件文件 / there is no such manuscript"
    )


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(ManuscriptError, match="文件夹"):
        read_manuscript(tmp_path)


def test_a_path_no_system_has_is_refused():
    with pytest.raises(ManuscriptError, match="读不出来"):
        read_manuscript(Path("issue\0.md"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_an_unreadable_file_is_refused(tmp_path):
    path = tmp_path / "issue.md"
    path.write_text(TEXT)
    path.chmod(0)
    with bound_by_permissions(), pytest.raises(ManuscriptError, match="读不出来"):
        read_manuscript(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "issue.md")
    with pytest.raises(ManuscriptError, match="普通文件"):
        read_manuscript(tmp_path / "issue.md")


def test_a_file_of_50_mb_is_refused_unread(tmp_path, monkeypatch):
    path = tmp_path / "issue.md"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr("layouts.inputs.os.open", lambda *_: pytest.fail("the file was opened"))
    with pytest.raises(ManuscriptError, match=r"50 MB.*20 MB"):
        read_manuscript(path)


def test_a_file_that_grows_while_read_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(encoding, "SIZE_LIMIT", 10)
    path = tmp_path / "issue.md"
    path.write_bytes(b"0123456789ab")
    real = path.stat()
    monkeypatch.setattr(
        Path, "stat", lambda *_, **__: os.stat_result((real.st_mode, 0, 0, 1, 0, 0, 5, 0, 0, 0))
    )
    with pytest.raises(ManuscriptError, match="太大"):
        encoding.read_bytes(path)
