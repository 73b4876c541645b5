"""Public Word files of other projects, and our own with every item: their letters, by number and
hash (nothing of them stands here); what else they hold, by count.

The letters were held against those that mammoth 1.13 finds, the numbers against LibreOffice 7.4.
"""

import hashlib
import re
from typing import NamedTuple

import pytest
from docx_made import Made, read_file

from layouts.importing.received import ReceivedParagraph, ReceivedTable
from layouts.issue.photo import Side
from layouts.issue.text import MarkKind


class Found(NamedTuple):
    """Letters and digits of a file but for automatic numbers, notes and readings with them; their
    hash; and how many notes, comments, photos (with a file), tables and numbers there are.
    """

    letters: int
    hash: str
    notes: int = 0
    comments: int = 0
    photos: int = 0
    tables: int = 0
    numbers: int = 0


EXPECTED = {
    "docling--content_control_with_picture": Found(37, "afa4093ddaeb", photos=1),
    "docling--docx_list_resumed_numbering": Found(113, "899d18823fe3", numbers=5),
    "docling--docx_lists": Found(1059, "0df78c3e2228", numbers=48),
    "docling--docx_rich_cells": Found(901, "9bb6a505417d", photos=2, tables=7),
    "docling--docx_vml_images": Found(212, "b8c97944a2df", photos=2),
    "docling--unit_test_headers_numbered": Found(569, "3e91da84b9c0", numbers=21),
    "docling--word_image_anchors": Found(82, "37980b626ea4", photos=3),
    "docx4j--NumberingImplicitNumId": Found(619, "cc334546999a", numbers=6),
    "docx4j--separator_missing": Found(0, "e3b0c44298fc"),
    "docx4j--startOverride": Found(243, "6ded57ebe424", numbers=12),
    "poi-tl--160": Found(122, "ddada7a09963", photos=1),
    "poi-tl--template_notes": Found(39, "bd80a723354e", notes=2),
    "python-docx--comments-rich-para": Found(100, "b7c83d8068c3", comments=4),
    "python-docx--having-images": Found(0, "e3b0c44298fc", photos=5),
    "python-docx--par-hyperlinks": Found(84, "46f0384965ea"),
    "python-docx--par-rendered-page-breaks": Found(122, "87a523e08d05"),
    "python-docx--shp-inline-shape-access": Found(0, "e3b0c44298fc", photos=2),
    "python-docx--tbl-cell-access": Found(31, "091ed727b7e8", tables=4),
    "python-mammoth--comments": Found(4, "105c07635e0a", comments=2),
    "python-mammoth--endnotes": Found(28, "d324f0c06b46", notes=2),
    "python-mammoth--external-picture": Found(0, "e3b0c44298fc"),
    "python-mammoth--footnotes": Found(28, "d324f0c06b46", notes=2),
    "python-mammoth--simple-list": Found(11, "7de439ee0638", numbers=2),
    "python-mammoth--strict-format": Found(4, "532eaabd9574"),
    "python-mammoth--text-box": Found(10, "affd8795b0e8"),
    "python-mammoth--tiny-picture-target-base-relative": Found(0, "e3b0c44298fc", photos=1),
    "python-mammoth--utf8-bom": Found(24, "f8de9c407786"),
    "tika--testWORD_various": Found(465, "c79b40340037", notes=1, tables=1, numbers=6),
    "word-via-libreoffice": Found(
        212, "6782f26b62e2", notes=1, comments=1, photos=1, tables=1, numbers=6
    ),
    "word": Found(213, "01f8f6811a99", notes=1, comments=1, photos=1, tables=1, numbers=6),
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_letter_of_a_public_file_comes_once(shared, tmp_path, name):
    word = read_file_of(shared, tmp_path, name)
    assert found(word) == EXPECTED[name]


def test_every_file_of_the_folder_is_read(shared):
    names = {path.stem for path in (shared / "manuscripts" / "docx").glob("*.docx")}
    assert names <= EXPECTED.keys()


def test_numbers_are_those_that_the_file_says_word_prints(shared, tmp_path):
    """Its text says which number it expects before it."""
    for string in read_file_of(shared, tmp_path, "docx4j--startOverride").strings:
        printed, expected = re.match(r"(.+?)\[expect\](.+?)\[", string).groups()
        assert printed == expected


def test_numbers_are_those_of_libreoffice(shared, tmp_path):
    labels = [
        each.text.string[: each.label]
        for each in read_file_of(shared, tmp_path, "docling--unit_test_headers_numbered").paragraphs
        if each.label
    ]
    assert labels[:8] == ["1.", "1.1.", "1.2.", "1.2.1.", "2.", "2.1.1.", "2.2.", "1."]
    labels = [
        each.text.string[: each.label]
        for each in read_file_of(shared, tmp_path, "docx4j--NumberingImplicitNumId").paragraphs
        if each.label
    ]
    assert labels == ["Section 1.", "1.1", "(a)", "Section 2.", "2.1", "2.2"]


@pytest.mark.parametrize("name", ["word", "word-via-libreoffice"])
def test_the_file_with_every_item_has_them_all(shared, tmp_path, name):
    word = read_file_of(shared, tmp_path, name)
    labels = [each.text.string[: each.label] for each in word.paragraphs if each.label]
    assert labels == ["一、", "（一）", "1.", "①", "二、", "（一）"]
    photo = next(each for each in word.photos if each.path)
    assert photo.side is Side.RIGHT
    assert photo.share == pytest.approx(2_160_000 / 5_486_400, rel=0.02)
    assert tuple(photo.crop) == pytest.approx((0.1, 0, 0.2, 0.05), abs=0.02)
    assert photo.alt
    assert {"deleted-text", "hidden-text", "linked-photo", "header"} <= word.lost.keys()
    assert [each.code for each in word.document.findings] == ["tracked-changes"]
    assert len(word.tables[0].table.spans) == 2


def read_file_of(shared, tmp_path, name) -> Made:
    path = shared / "manuscripts" / "docx" / f"{name}.docx"
    if not path.is_file():
        pytest.skip(f"not here: {path.name}")
    return read_file(path, tmp_path)  # the folder of facts is not written into


def found(word: Made) -> Found:
    texts = list(_texts(word))
    letters = "".join(
        sign
        for text, label in texts
        for string in (
            text.string[label:],
            *_values(text, MarkKind.NOTE),
            *_values(text, MarkKind.RUBY),
        )
        for sign in string
        if sign.isalnum()
    )
    return Found(
        letters=len(letters),
        hash=hashlib.sha256(letters.encode()).hexdigest()[:12],
        notes=sum(len(_values(text, MarkKind.NOTE)) for text, _ in texts),
        comments=sum(len(_values(text, MarkKind.COMMENT)) for text, _ in texts),
        photos=sum(photo.path is not None for photo in word.photos),
        tables=len(word.tables),
        numbers=sum(each.label > 0 for each in word.paragraphs),
    )


def _texts(word: Made):
    for block in word.document.blocks:
        if isinstance(block, ReceivedParagraph):
            yield block.text, block.label
        elif isinstance(block, ReceivedTable):
            for line in (block.table.header, *block.table.rows):
                yield from ((cell, 0) for cell in line)


def _values(text, kind):
    return [mark.value for mark in text.marks if mark.kind is kind]
