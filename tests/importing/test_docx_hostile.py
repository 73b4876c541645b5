"""Word files that mean harm: a sentence or a reading at once, nothing fetched, nothing written."""

import io
import socket
import tracemalloc
import zipfile

import pytest
from docx_made import (
    cell,
    content_types,
    document,
    inline,
    level,
    lists,
    made,
    numbered,
    p,
    picture,
    pt,
    r,
    read_file,
    relation,
    row,
    style,
    table,
    write,
)
from docx_mutants import mutant
from patience import an_end

from layouts.errors import ManuscriptError

MEGABYTES = 500
MUTANTS = 300
"""5,000 were tried when this was written; these are for what changes later."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("nothing may be fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def answer(path):
    """What reading a file comes to, within memory: a sentence, or None."""
    tracemalloc.start()
    try:
        with an_end():
            read_file(path)
    except ManuscriptError as error:
        return error.zh
    else:
        return None
    finally:
        assert tracemalloc.get_traced_memory()[1] < MEGABYTES * 1_000_000
        tracemalloc.stop()


def with_document(path, data):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", content_types())
        out.writestr("word/document.xml", data)
    return path


def test_entities_are_refused(tmp_path):
    for declared in ('<!ENTITY x SYSTEM "file:///etc/hostname">', '<!ENTITY x "haha">', ""):
        head = f"<!DOCTYPE d [{declared}]>"
        said = document(pt("&x;" if declared else "甲")).replace(
            "<w:document", f"{head}<w:document", 1
        )
        assert answer(with_document(tmp_path / "a.docx", said))


def test_deep_nesting_is_refused(tmp_path):
    for begin, end in (
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    ):
        for depth in (60, 2000):
            said = document(begin * depth + pt("深") + end * depth)
            sentence = answer(with_document(tmp_path / "a.docx", said))
            assert sentence is None or "嵌套" in sentence
    assert "嵌套" in answer(with_document(tmp_path / "a.docx", said))


def test_a_hundred_thousand_paragraphs_are_refused_before_all_are_read(tmp_path):
    said = document(pt("字") * 100_000)
    assert "超过 20000 段" in answer(with_document(tmp_path / "a.docx", said))


def test_a_part_that_swells_is_refused(tmp_path):
    swollen = document(pt("字")).encode() + b" " * 120_000_000
    assert "太大" in answer(with_document(tmp_path / "a.docx", swollen))


def test_a_part_that_is_larger_than_it_says_is_refused(tmp_path):
    data = bytearray(with_document(tmp_path / "a.docx", document(pt("字" * 5000))).read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (300).to_bytes(4, "little")
    (tmp_path / "a.docx").write_bytes(data)
    assert "损坏" in answer(tmp_path / "a.docx")


def test_a_table_of_contents_of_the_zip_with_millions_of_names_is_refused(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}.xml", b"")
    (tmp_path / "a.docx").write_bytes(out.getvalue())
    assert "超过" in answer(tmp_path / "a.docx")


def test_a_swollen_photo_is_lost_and_the_text_is_read(tmp_path):
    out = tmp_path / "a.docx"
    write(
        out,
        p(r("文", more=inline(content=picture('r:embed="rBig"')))),
        relation("rBig", "image", "media/big.png"),
        files={"word/media/big.png": bytes(101_000_000)},
    )
    word = read_file(out)
    assert (word.strings, "photo-missing" in word.lost) == (["文"], True)


@pytest.mark.parametrize(
    "body",
    [
        "<w:p/>" * 400_000,
        f"<w:p>{'<w:r/>' * 400_000}</w:p>",
        p("".join(r("甲", more='<w:br w:type="page"/>') for _ in range(160_000))),
        "".join(table(row(*[cell("")] * 100)) for _ in range(2000)),
    ],
    ids=["paragraphs", "runs", "breaks", "cells"],
)
def test_more_than_any_manuscript_has_is_answered(tmp_path, body):
    with an_end():
        try:
            read_file(with_document(tmp_path / "a.docx", document(body)))
        except ManuscriptError as error:
            assert "分成几份" in error.zh


def test_comments_over_empty_paragraphs_take_no_longer_each_time(tmp_path):
    remarks = "".join(
        f'<w:comment w:id="{n}" w:author="a">{pt("x")}</w:comment>' for n in range(20_000)
    )
    starts = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(20_000))
    with an_end():
        word = made(tmp_path, p(starts) + "<w:p/>" * 20_000 + pt("字"), comments=remarks)
    assert len(word.paragraphs[0].text.marks) == 20_000


def test_fields_and_styles_and_lists_without_end_are_answered(tmp_path):
    begins = r(more='<w:fldChar w:fldCharType="begin"/>') + r(
        more="<w:instrText>QUOTE</w:instrText>"
    )
    styles = "".join(style(f"S{n}", f"s{n}", f'<w:basedOn w:val="S{n + 1}"/>') for n in range(3000))
    numbering = lists(level(0, "decimal", "%1" * 50_000))
    body = p(begins * 5000, r("文")) + numbered("甲", more='<w:pStyle w:val="S0"/>') * 3
    with an_end():
        word = made(tmp_path, body, styles=styles, numbering=numbering)
    assert word.strings[0] == "文"


def test_links_are_not_followed_and_nothing_is_written_outside(tmp_path):
    inside = tmp_path / "in"
    inside.mkdir()
    for target in (
        "file:///etc/passwd",
        "http://127.0.0.1:9/x.png",
        "//127.0.0.1/share/x.png",
        "../../../../etc/passwd",
    ):
        link = relation("rX", "image", target, ' TargetMode="External"')
        styles = relation("rS", "attachedTemplate", target, ' TargetMode="External"')
        word = made(inside, p(r("文", more=inline(content=picture('r:embed="rX"')))), link, styles)
        assert (word.strings, word.photos[0].path) == (["文"], None)
    assert [each.name for each in tmp_path.iterdir()] == ["in"]


def _everything(folder):
    """A file with something of everything."""
    comments = f'<w:comment w:id="0" w:author="a">{pt("看")}</w:comment>'
    notes = f'<w:footnote w:id="1">{pt("注")}</w:footnote>'
    body = (
        numbered("总则")
        + p(
            r("正文"),
            '<w:commentRangeStart w:id="0"/>',
            r("批", '<w:b/><w:sz w:val="30"/>'),
            '<w:commentRangeEnd w:id="0"/>',
        )
        + p(
            r("脚", more='<w:footnoteReference w:id="1"/>'),
            r(more=inline()),
            f'<w:ins w:id="1">{r("添")}</w:ins>',
        )
        + table(
            row(cell("甲", '<w:gridSpan w:val="2"/>')),
            row(cell("乙", '<w:vMerge w:val="restart"/>'), cell("丙")),
        )
        + p(
            '<w:fldSimple w:instr="PAGE">' + r("3") + "</w:fldSimple>",
            r(more='<w:sym w:font="Wingdings" w:char="F0A8"/>'),
        )
    )
    return write(
        folder / "all.docx",
        body,
        styles=style("A", "heading 1", '<w:basedOn w:val="A"/>'),
        numbering=lists(level(0, "chineseCounting", "%1、")),
        comments=comments,
        footnotes=notes,
        header=pt("页眉"),
    ).read_bytes()


def test_damage_by_chance_ends_in_a_sentence_or_a_reading(tmp_path):
    whole = _everything(tmp_path)
    for seed in range(MUTANTS):
        path = tmp_path / "mutant.docx"
        path.write_bytes(mutant(whole, seed))
        with an_end():
            try:
                read_file(path)
            except ManuscriptError as error:
                assert error.zh, seed
                assert error.en, seed
