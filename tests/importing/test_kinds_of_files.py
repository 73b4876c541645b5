"""What a file is: by what is in it, whatever it is called; by its name where that does not tell."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from arriving import photo, write

from layouts.errors import ManuscriptError
from layouts.importing.registry import SourceKind, kind_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def made(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def package(path: Path, *names: str, mimetype: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as zipped:
        if mimetype:
            zipped.writestr("mimetype", mimetype)
        for name in names:
            zipped.writestr(name, "x")
    return path


@pytest.mark.parametrize("name", ["稿.docx", "稿.doc", "稿.wps", "稿.txt", "稿"])
def test_a_word_file_is_one_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    path = package(tmp_path / name, "[Content_Types].xml", "word/document.xml")
    assert kind_of(path) is SourceKind.DOCX


@pytest.mark.parametrize(
    ("mimetype", "kind"),
    [
        ("application/vnd.oasis.opendocument.text", SourceKind.ODT),
        ("application/vnd.banxin+zip", SourceKind.BANXIN),
        ("application/vnd.oasis.opendocument.spreadsheet", SourceKind.SHEET),
    ],
)
def test_a_package_says_what_it_is(tmp_path: Path, mimetype: str, kind: SourceKind) -> None:
    assert kind_of(package(tmp_path / "稿.bin", "content.xml", mimetype=mimetype)) is kind


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("xl/workbook.xml",), SourceKind.SHEET),
        (("ppt/presentation.xml",), SourceKind.SLIDES),
        (("稿1.docx", "稿2.docx"), SourceKind.ARCHIVE),
    ],
)
def test_other_packages_are_told_apart(
    tmp_path: Path, names: tuple[str, ...], kind: SourceKind
) -> None:
    assert kind_of(package(tmp_path / "稿.zip", *names)) is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("稿.doc", SourceKind.DOC),
        ("稿.wps", SourceKind.WPS),
        ("稿.docx", SourceKind.DOCX),  # encrypted
        ("稿.xls", SourceKind.SHEET),
        ("稿", SourceKind.DOC),
    ],
)
def test_old_office_files_go_by_their_names(tmp_path: Path, name: str, kind: SourceKind) -> None:
    assert kind_of(made(tmp_path / name, OLE)) is kind


@pytest.mark.parametrize("name", ["稿.rtf", "稿.doc", "稿.txt"])
def test_rtf_is_rtf(tmp_path: Path, name: str) -> None:
    assert kind_of(made(tmp_path / name, rb"{\rtf1\ansi text}")) is SourceKind.RTF


def test_a_pdf_may_begin_with_something_else(tmp_path: Path) -> None:
    assert kind_of(made(tmp_path / "稿.txt", b"\xef\xbb\xbf\n%PDF-1.7\n")) is SourceKind.PDF


@pytest.mark.parametrize("name", ["照片.jpg", "照片", "照片.txt"])
def test_a_picture_is_one(tmp_path: Path, name: str) -> None:
    data = photo(tmp_path / "real.png").read_bytes()
    assert kind_of(made(tmp_path / name, data)) is SourceKind.PHOTO


def test_a_text_that_begins_like_a_picture_is_a_text(tmp_path: Path) -> None:
    assert kind_of(write(tmp_path / "稿.txt", "BM 是一个缩写。")) is SourceKind.TEXT


@pytest.mark.parametrize(
    "encoding", ["utf8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "big5"]
)
def test_text_is_text_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = made(tmp_path / "稿.txt", "文化館開放讀書角".encode(encoding))
    assert kind_of(path) is SourceKind.TEXT


@pytest.mark.parametrize(
    "page", ["<!DOCTYPE html><p>文", "<html><body>文", "\ufeff  <HTML>文", "<meta charset=utf8>文"]
)
def test_a_page_that_is_called_a_text_is_a_page(tmp_path: Path, page: str) -> None:
    assert kind_of(write(tmp_path / "稿.txt", page)) is SourceKind.HTML


@pytest.mark.parametrize(
    ("brand", "kind"),
    [
        (b"heic", SourceKind.HEIC),
        (b"heix", SourceKind.HEIC),
        (b"mif1", SourceKind.HEIC),
        (b"avif", SourceKind.PHOTO),
    ],
)
def test_photos_of_an_iphone_are_told_from_film(
    tmp_path: Path, brand: bytes, kind: SourceKind
) -> None:
    head = b"\0\0\0\x18ftyp"
    assert kind_of(made(tmp_path / "a.jpg", head + brand + bytes(40))) is kind
    assert kind_of(made(tmp_path / "b.mov", head + b"qt  " + bytes(40))) is SourceKind.MEDIA


@pytest.mark.parametrize("content", [b"", b"\0" * 400, b" \r\n\t "])
def test_a_file_that_says_nothing_is_empty(tmp_path: Path, content: bytes) -> None:
    assert kind_of(made(tmp_path / "稿.txt", content)) is SourceKind.EMPTY


def test_a_file_without_an_ending_is_a_text_where_it_is_one(tmp_path: Path) -> None:
    assert kind_of(write(tmp_path / "关于2.0的报道", "文化馆开放读书角")) is SourceKind.TEXT
    assert (
        kind_of(made(tmp_path / "x.bin", b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\0>" * 90))
        is SourceKind.UNKNOWN
    )


def test_what_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError, match="不存在"):
        kind_of(tmp_path / "gone.docx")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# 读书角开放\n\n## 时间\n\n每天。\n", SourceKind.MARKDOWN),
        ("# 读书角开放\n\n每天**八点**开门。\n", SourceKind.MARKDOWN),
        ("# 读书角开放\n\n每天八点开门。\n", SourceKind.TEXT),
        ("读书角开放\n\n## 时间\n\n每天。\n", SourceKind.TEXT),
    ],
)
def test_markdown_that_was_saved_as_text_is_markdown(
    tmp_path: Path, text: str, kind: SourceKind
) -> None:
    assert kind_of(made(tmp_path / "稿.txt", text.encode())) is kind
