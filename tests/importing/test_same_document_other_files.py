"""One document that holds every item, as ODT and as RTF: both come in as Word's own does."""

import pytest
from seen_documents import SeenDocument

from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers import odt, rtf
from layouts.issue.article import CellSpan
from layouts.issue.photo import Crop, Side
from layouts.issue.text import MarkKind

LABELS = ["一、", "（一）", "1.", "①", "二、", "（一）"]
"""What Word prints for the six numbered paragraphs (make_word.py)."""

READERS = {"odt": odt.read, "rtf": rtf.read}


@pytest.fixture(params=READERS)
def seen(request, shared, tmp_path):
    path = shared / "manuscripts" / "docx" / f"word.{request.param}"
    return SeenDocument(READERS[request.param](path, PhotoStore(tmp_path)))


def test_every_accepted_letter_stands_once(seen):
    text = "".join(seen.strings) + "".join(map("".join, seen.rows()))
    for words in (
        "插入",
        "移来",
        "合并段甲合并段乙",
        "控件",
        "智能标记",
        "横并",
        "竖并",
        "格21",
        "爨",
    ):
        assert text.count(words) == 1, words


def test_nothing_deleted_or_hidden_is_shown(seen):
    text = "".join(seen.strings)
    for words in ("删除", "移走", "不印", "页眉"):
        assert words not in text
        assert any(words in lost for _, lost in seen.lost)


def test_numbers_are_those_of_word(seen):
    assert [each.text.string[: each.label] for each in seen.paragraphs if each.label] == LABELS


def test_its_photo_has_its_side_width_crop_and_description(seen):
    (photo,) = (each for each in seen.photos if each.path)
    assert photo.side is Side.RIGHT
    assert photo.share == pytest.approx(6 / 15.24, rel=0.02)  # 6 cm of a text of 6 inches
    assert photo.crop == pytest.approx(Crop(0.1, 0.0, 0.2, 0.05), abs=0.02)
    assert photo.alt.startswith("替代")


def test_its_comment_note_and_reading(seen):
    assert [words[:3] for words, *_ in seen.comments] == ["批注段"]
    assert len(seen.marks(MarkKind.NOTE)) == 1
    assert seen.marks(MarkKind.RUBY) == [("爨", "cuàn")]


def test_the_date_is_the_one_it_was_saved_with(seen):
    assert any("11/29/26" in string for string in seen.strings)


def test_its_merged_cells(seen):
    assert set(seen.tables[0].spans) == {CellSpan(0, 0, 1, 2), CellSpan(1, 2, 2, 1)}


def test_headings_by_style_and_by_look(seen):
    title, subtitle, heading = (each.look for each in seen.paragraphs[:3])
    assert (title.centred, title.bold, title.size) == (True, True, 22.0)
    assert (subtitle.centred, subtitle.size) == (True, 16.0)
    assert heading.heading == 1


def test_its_text_box_comes_in_once_where_the_file_has_it(shared, tmp_path):
    found = SeenDocument(odt.read(shared / "manuscripts/docx/word.odt", PhotoStore(tmp_path)))
    assert [each.text.string[-3:] for each in found.paragraphs if each.look.in_box] == ["编者按"]
