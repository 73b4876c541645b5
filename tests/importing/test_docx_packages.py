"""Word files as other programs write them, and files that only look like one."""

import zipfile

import pytest
from docx_made import (
    OPEN,
    TYPE,
    content_types,
    document,
    made,
    p,
    pt,
    r,
    read_file,
    relation,
    relations,
    write,
)

from layouts.errors import ManuscriptError


def pack(path, files):
    with zipfile.ZipFile(path, "w") as out:
        for name, data in files.items():
            out.writestr(name, data)
    return path


def refused(path):
    with pytest.raises(ManuscriptError) as raised:
        read_file(path)
    return raised.value


def test_strict_files_are_read(tmp_path):
    strict = document(pt("严格", '<w:jc w:val="center"/>', '<w:sz w:val="16pt"/>')).replace(
        f"{OPEN}/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    root = relations(relation("r1", "officeDocument", "word/document.xml")).replace(
        f"{OPEN}/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    files = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": root,
        "word/document.xml": strict,
    }
    word = read_file(pack(tmp_path / "a.docx", files))
    assert (word.strings, word.paragraphs[0].look.centred, word.paragraphs[0].look.size) == (
        ["严格"],
        True,
        16,
    )


def test_the_main_part_may_have_any_name(tmp_path):
    files = {
        "[Content_Types].xml": content_types("/W/Main.xml"),
        "_rels/.rels": relations(relation("r1", "officeDocument", "/w/main.XML")),
        "W/Main.xml": document(pt("别处")),
    }
    assert read_file(pack(tmp_path / "a.docx", files)).strings == ["别处"]
    del files["_rels/.rels"]
    assert read_file(pack(tmp_path / "b.docx", files)).strings == ["别处"]


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_templates_and_files_with_macros_are_read_for_their_text(tmp_path, kind):
    files = {
        "[Content_Types].xml": content_types("/x/d.xml").replace(f"{TYPE}.document.main+xml", kind),
        "x/d.xml": document(pt("模板")),
        "x/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(600),
    }
    assert read_file(pack(tmp_path / "a.docm", files)).strings == ["模板"]


def test_parts_may_begin_with_a_byte_order_mark_or_be_utf_16(tmp_path):
    for code in ("utf-8-sig", "utf-16"):
        said = document(pt("有标记")).replace("UTF-8", code.removesuffix("-sig"))
        files = {
            "[Content_Types].xml": content_types().encode(code),
            "word/document.xml": said.encode(code),
        }
        assert read_file(pack(tmp_path / "a.docx", files)).strings == ["有标记"]


def test_names_with_backslashes_and_capitals_are_found(tmp_path):
    files = {"[content_types].xml": content_types(), "word\\Document.xml": document(pt("旧工具"))}
    assert read_file(pack(tmp_path / "a.docx", files)).strings == ["旧工具"]


def test_wps_and_its_own_names_are_read(tmp_path):
    said = document(pt("金山")).replace("<w:body>", '<wpsCustomData:x a="1"/><w:body>')
    files = {
        "[Content_Types].xml": content_types(),
        "word/document.xml": said,
        "customXml/item1.xml": "<s/>",
    }
    assert read_file(pack(tmp_path / "a.docx", files)).strings == ["金山"]


def test_alternatives_round_paragraphs_are_read_once(tmp_path):
    both = f"<mc:AlternateContent><mc:Choice Requires='wps'>{pt('新')}</mc:Choice><mc:Fallback>{pt('旧')}</mc:Fallback></mc:AlternateContent>"
    assert made(tmp_path, pt("甲") + both + pt("乙")).strings == ["甲", "新", "乙"]
    assert made(tmp_path, both.replace("'wps'", "'unknown'")).strings == ["旧"]


def test_an_encrypted_file_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000) + "EncryptedPackage".encode("utf-16-le")
    )
    assert "密码" in refused(path).zh


def test_an_old_file_under_a_new_name_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000) + "WordDocument".encode("utf-16-le")
    )
    assert ".docx" in refused(path).zh


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{\\rtf1 }", b"hello" * 100])
def test_what_is_no_zip_is_refused(tmp_path, data):
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert "打不开" in refused(path).zh


def test_a_file_cut_short_is_refused(tmp_path):
    path = write(tmp_path / "a.docx", pt("字"))
    path.write_bytes(path.read_bytes()[:-60])
    assert "损坏" in refused(path).zh


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert "不存在" in refused(tmp_path / "没有.docx").zh


def test_a_zip_without_a_text_is_refused(tmp_path):
    assert "正文" in refused(pack(tmp_path / "a.docx", {"a.txt": "x"})).zh


def test_a_spreadsheet_is_refused(tmp_path):
    types = content_types("/xl/workbook.xml").replace(
        "wordprocessingml.document", "spreadsheetml.sheet"
    )
    files = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations(relation("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": "<a/>",
    }
    assert "表格" in refused(pack(tmp_path / "a.docx", files)).zh


def test_a_part_that_is_not_whole_is_refused_with_its_name(tmp_path):
    files = {"[Content_Types].xml": content_types(), "word/document.xml": document(pt("字"))[:-30]}
    assert "word/document.xml" in refused(pack(tmp_path / "a.docx", files)).zh


def test_a_locked_part_is_refused(tmp_path):
    path = pack(
        tmp_path / "a.docx",
        {"[Content_Types].xml": content_types(), "word/document.xml": document(pt("字"))},
    )
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            data[at + offset] |= 1
    path.write_bytes(data)
    assert "密码" in refused(path).zh


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_for_two_parts_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as out:
        out.writestr("word/document.xml", document(pt("甲")))
        out.writestr("word/document.xml", document(pt("乙")))
    assert "两个" in refused(tmp_path / "a.docx").zh


def test_names_that_lead_out_are_not_parts(tmp_path):
    files = {
        "[Content_Types].xml": content_types(),
        "word/document.xml": document(pt("甲")),
        "../../x.xml": "<a/>",
        "/etc/x": "y",
    }
    assert read_file(pack(tmp_path / "a.docx", files)).strings == ["甲"]
    assert [each.name for each in tmp_path.iterdir()] == ["a.docx"]


def test_the_same_file_is_read_the_same(tmp_path):
    first = made(tmp_path, p(r("甲")) + pt("乙")).document
    assert first == read_file(tmp_path / "稿件.docx").document
