"""Text files as they come in: paragraphs with their looks and lines, what was noticed, what is lost."""

from __future__ import annotations

import json

import pytest
from typeset_text import set_lines

from layouts.errors import ManuscriptError
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers import text as reader
from layouts.importing.received import ReceivedBreak, ReceivedParagraph

FIRST = (
    "北塘卫生院把体检车开到渡口，一天里看了九十多人，其中三十一人是头一回量血压。院长说，车子每月都来，"
    "路远的人家可以先打电话约好时候，行动不便的由村医上门。"
)


@pytest.fixture
def read(tmp_path):
    def read_text(content, codec="utf-8"):
        path = tmp_path / "稿件.txt"
        path.write_bytes(content.encode(codec) if isinstance(content, str) else content)
        return reader.read(path, PhotoStore(tmp_path / "photos"))

    return read_text


def strings(document):
    return [block.text.string for block in document.blocks if isinstance(block, ReceivedParagraph)]


def test_each_line_of_plain_text_is_a_paragraph_with_its_look(read):
    document = read("体检车到渡口\n\n\u3000\u3000第一天看了九十多人。\n\u3000\u3000下月再来。\n")
    assert [
        (b.text.string, b.line, b.look.indent, b.look.blank_above) for b in document.blocks
    ] == [
        ("体检车到渡口", 1, 0.0, False),
        ("第一天看了九十多人。", 3, 2.0, True),
        ("下月再来。", 4, 2.0, False),
    ]
    assert (document.kind, document.encoding, document.findings, document.lost) == (
        "text",
        "utf-8",
        (),
        (),
    )


def test_rejoined_lines_are_told(read):
    lines = ["体检车到渡口", *set_lines(FIRST, 20, 0, "down")]
    document = read("\r\n".join(lines), "gb18030")
    assert strings(document) == ["体检车到渡口", FIRST]
    assert document.encoding == "gb18030"
    [finding] = document.findings
    assert (finding.level, finding.code, finding.source.line) == ("notice", "lines-rejoined", 2)
    assert f"{len(lines) - 2} 处" in finding.zh


def test_page_numbers_and_heads_are_told_as_lost(read):
    lines = set_lines(FIRST * 2, 16, 0, "down")
    lines[4:4] = ["— 6 —"]
    document = read("\n".join(lines))
    assert strings(document) == [FIRST * 2]
    assert [(one.code, one.text, one.where) for one in document.lost] == [
        ("page-number", "— 6 —", "第 5 行")
    ]


def test_a_typed_rule_is_a_break_and_its_marks_are_lost(read):
    document = read("上文。\n──────────\n下文。\n")
    assert isinstance(document.blocks[1], ReceivedBreak)
    assert [(one.code, one.text) for one in document.lost] == [("rule", "──────────")]


def test_a_file_of_too_many_lines_is_refused(read, monkeypatch):
    monkeypatch.setattr(reader, "MOST_LINES", 10)
    with pytest.raises(ManuscriptError, match=r"11 行.*最多读 10 行"):
        read("行\n" * 10)


def test_the_texts_that_were_sent_in_are_all_read(shared, tmp_path):
    folder = shared / "manuscripts" / "received"
    encodings = {"big5": "big5", "hz": "hz", "gb_truncated": "gb18030"}
    for path in sorted(folder.glob("*.txt")):
        document = reader.read(path, PhotoStore(tmp_path))
        assert document.encoding == encodings.get(path.stem, "utf-8"), path.name
        assert all("\ufffd" not in string for string in strings(document))
        assert document.lost == ()
        codes = [finding.code for finding in document.findings]
        assert codes == (["text-cut"] if path.stem == "gb_truncated" else []), path.name


def test_those_have_as_many_lines_as_they_should(shared, tmp_path):
    """Title, by-line, paragraphs, headings and captions are a line each, and labels such as 正文：."""
    folder = shared / "manuscripts" / "received"
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    for stem, parts in expected.items():
        document = reader.read(folder / f"{stem}.txt", PhotoStore(tmp_path))
        least = (
            parts["P"] + parts["H"] + parts.get("K", 0) + sum(map(bool, (parts["T"], parts["B"])))
        )
        assert least - parts.get("K", 0) <= len(document.blocks) <= least + 2, stem
