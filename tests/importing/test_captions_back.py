"""Marks in captions of photos, out to Word and back."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import docx
import pytest
from composing import NOWHERE
from msgspec.structs import replace

sys.path.append(str(Path(__file__).parents[1] / "webpage"))

from marked_text import text_of
from web_issues import article, issue, paragraph, photo_in

from layouts.house.load import load_layout
from layouts.importing.photo_store import PhotoStore
from layouts.importing.word_back.taking import taken_back
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo, RowCaptions, Side
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.store.compare import compare
from layouts.wordfile.writing import word_file

LAYOUT = load_layout("jianbao-a4", {})
SAID = text_of(
    "{bold|站房}里{kai|楷}CO{subscript|2}、m{superscript|3}、{underline|线}{strike|删}"
    "{emphasis-dots|点}{ruby=yǔ|禹}{link=https://example.org|网}"
)
NOTED = text_of("读{note=按年报。|数}")
REMARKED = Text(
    "请核", (Mark(0, 1, MarkKind.COMMENT, Comment("李", "2026-03-01T08:00:00Z", "核")),)
)


def issue_with(folder: Path, *photos: Photo) -> Issue:
    return replace(issue(article(*photos, paragraph("文。" * 200))), folder=folder)


def photos(folder: Path, words: list[Text], **said: object) -> list[Photo]:
    return [Photo(photo_in(folder), one, NOWHERE, **said) for one in words]


def came_back(one: Issue, path: Path, edit=None) -> Issue:
    path.write_bytes(word_file(one, LAYOUT))
    if edit is not None:
        document = docx.Document(str(path))
        edit(document)
        document.save(str(path))
    return taken_back(one, LAYOUT, path, PhotoStore(path.parent / "store")).issue


def captions(one: Issue) -> list[Text]:
    blocks = one.sections[0].articles[0].blocks
    return [block.caption for block in blocks if isinstance(block, Photo)]


@pytest.mark.parametrize("said", [SAID, NOTED, REMARKED])
@pytest.mark.parametrize("side", [Side.LEFT, Side.NONE])
def test_the_caption_of_a_photo_comes_back_with_its_marks(tmp_path, said, side):
    one = issue_with(tmp_path, *photos(tmp_path, [said], side=side, width=10.0))
    again = came_back(one, tmp_path / "out.docx")
    assert captions(again) == [said]
    assert compare(one, again) == ()


@pytest.mark.parametrize("how", [RowCaptions.TOGETHER, RowCaptions.EACH])
def test_captions_of_a_row_come_back_with_theirs(tmp_path, how):
    words = [SAID, NOTED, REMARKED]
    one = issue_with(tmp_path, *photos(tmp_path, words, row="a", captions=how))
    again = came_back(one, tmp_path / "out.docx")
    assert captions(again) == words
    assert compare(one, again) == ()


def test_what_is_changed_in_a_caption_in_word_leaves_the_other_marks(tmp_path):
    one = issue_with(tmp_path, *photos(tmp_path, [SAID], side=Side.NONE))

    def edit(document):
        (caption,) = [line for line in document.paragraphs if line.style.name == "图题"]
        next(run for run in caption.runs if run.text == "里").text = "内"

    again = came_back(one, tmp_path / "out.docx", edit)
    assert captions(again) == [Text(SAID.string.replace("里", "内"), SAID.marks)]


def test_word_allows_no_footnotes_and_remarks_in_text_boxes(tmp_path):
    """Where a photo with its words stands in one."""
    one = issue_with(tmp_path, *photos(tmp_path, [NOTED, REMARKED], side=Side.LEFT, width=10.0))
    (tmp_path / "out.docx").write_bytes(word_file(one, LAYOUT))
    with zipfile.ZipFile(tmp_path / "out.docx") as package:
        body = package.read("word/document.xml").decode()
    boxes = [part.partition("</w:txbxContent>")[0] for part in body.split("<w:txbxContent>")[1:]]
    assert "footnoteReference" in body
    assert "commentReference" in body
    assert not any("footnoteReference" in box or "commentReference" in box for box in boxes)
