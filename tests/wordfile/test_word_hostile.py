"""Text that looks like markup or like a field of Word stays text, in every field of an issue."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

sys.path.append(str(Path(__file__).parents[1] / "webpage"))

from test_web_hostile import HOSTILE, everywhere
from word_reading import opened, texts

from layouts.house.load import load_layout
from layouts.wordfile.writing import word_file

LAYOUT = load_layout("jianbao-a4", {})
FIELDS = [
    '{ HYPERLINK "http://x" }',
    '{ INCLUDETEXT "/etc/passwd" }',
    "=cmd|' /C calc'!A0",
    "«MERGEFIELD»",
]


def elements(data: bytes) -> dict[str, list[str]]:
    """What elements each part has; words count lines and spaces, which follow the text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: [str(one.tag) for one in etree.fromstring(archive.read(name)).iter()]
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


@pytest.mark.parametrize("hostile", [*HOSTILE, *FIELDS])
def test_no_text_becomes_an_element_or_a_field(hostile, tmp_path):
    plain = "x" * len(hostile)
    made, harmless = (word_file(everywhere(text, tmp_path), LAYOUT) for text in (hostile, plain))
    assert elements(made) == elements(harmless)
    assert texts(opened(made), "表题") == [hostile] * 2


def test_what_xml_forbids_and_what_turns_text_round_does_not_go_in(tmp_path):
    one = everywhere("甲\x00乙\x0b\ud800丙\ufffe\u202e丁\u2066戊", tmp_path)
    document = opened(word_file(one, LAYOUT))
    said = texts(document, "表题")[0]
    assert [letter for letter in said if letter != "\ufffd"] == list("甲乙丙丁戊")
