"""Marks in captions of photos: set, drawn and counted as everywhere else, in one caption of a row
too.
"""

from __future__ import annotations

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from marked_text import text_of
from msgspec.structs import replace

from layouts.house.layout import Layout, NotesDesign
from layouts.house.load import load_layout
from layouts.issue.article import Paragraph
from layouts.issue.photo import Photo, PhotoPlace, RowCaptions, Side
from layouts.issue.row_words import caption_of_all
from layouts.issue.splice import concat
from layouts.issue.text import Text
from layouts.page.item import Line
from layouts.page.stops import line_stops

SAID = text_of("{bold|站房}里CO{subscript|2}的{underline|读数}与{emphasis-dots|阀门}")
PLACES = list(PhotoPlace)


def marked(press: Press, said: Text = SAID, **options: object) -> Photo:
    return replace(press.photo(400, 300, **options), caption=said)


def captions(laid: Laid) -> list[Line]:
    return laid.lines("caption")


def told(lines: list[Line]) -> str:
    return "".join(line.text for line in lines)


def at_foot(name: str) -> Layout:
    return replace(load_layout(name), notes=NotesDesign(place="page"))


@pytest.mark.parametrize("place", PLACES)
def test_marks_are_set_wherever_the_photo_stands(press: Press, place: PhotoPlace) -> None:
    laid = press.set(prose(60), marked(press, place=place, width=12.0), prose(300))
    (line,) = captions(laid)
    assert line.text == SAID.string
    size = {char: run.size for run in line.runs for char in run.text}
    face = {char: run.face for run in line.runs for char in run.text}
    assert size["2"] < size["C"] == line.size
    assert face["站"] != face["里"] == face["的"]
    page = next(page for page in laid.pages if line in page.lines)
    below = [rule for rule in page.rules if line.y < rule.y0 < line.y + 0.6 * line.size]
    strokes = [rule for rule in below if not rule.round_caps]
    dots = [rule for rule in below if rule.round_caps]
    assert (len(strokes), len(dots)) == (1, 2)
    assert strokes[0].x1 < dots[0].x0 < dots[1].x0


@pytest.mark.parametrize("captioned", [RowCaptions.TOGETHER, RowCaptions.EACH])
def test_photos_of_a_row_keep_the_marks_of_each(press: Press, captioned: RowCaptions) -> None:
    words = [SAID, text_of("{superscript|3}He与{underline|读数}")]
    row = [marked(press, said, row="a", captions=captioned, side=Side.NONE) for said in words]
    laid = press.set(*row, prose(300))
    lines = captions(laid)
    names = ("左图：", "右图：") if captioned is RowCaptions.TOGETHER else ("", "")
    for k, said in enumerate(words):
        own = [line for line in lines if line.paragraph == k]
        assert f"{names[k]}{said.string}" in told(own)
        small = "23"[k]
        sizes = {char: run.size for line in own for run in line.runs for char in run.text}
        assert sizes[small] < own[0].size
    rules = [rule for page in laid.pages for rule in page.rules]
    under = [rule for rule in rules if any(line.y < rule.y0 < line.y + 4 for line in lines)]
    assert sum(not rule.round_caps for rule in under) == 2


def test_one_caption_of_all_keeps_marks_in_their_words() -> None:
    parts = caption_of_all([text_of("{bold|甲}图"), text_of("乙{subscript|2}")], (2,))
    assert concat(*(part.text for part in parts)) == text_of(
        "左图：{bold|甲}图；右图：乙{subscript|2}"
    )


def test_carets_of_one_caption_of_all_count_in_the_words_of_each_photo(press: Press) -> None:
    words = [text_of("甲{note=注一。|乙}"), text_of("{ruby=bǐng|丙}丁"), text_of("戊")]
    row = [marked(press, said, row="a", captions=RowCaptions.TOGETHER) for said in words]
    laid = press.set(*row, prose(300))
    face = press.catalogue.face
    offsets = {line.paragraph: line_stops(line, face).offsets for line in captions(laid)}
    assert offsets == {0: (0, 1, 2), 1: (0, 1, 2), 2: (0, 1)}


# -- notes -----------------------------------------------------------------------------------------

NOTED = text_of("站房里的{note=按年报。|读数}")


def paragraph(words: str) -> Paragraph:
    return Paragraph(text_of(words), NOWHERE)


@pytest.mark.parametrize("place", PLACES)
def test_notes_are_counted_in_reading_order(press: Press, place: PhotoPlace) -> None:
    texts = [paragraph("甲{note=先说。|乙}"), paragraph("丙{note=后说。|丁}")]
    laid = press.set(texts[0], marked(press, NOTED, place=place), texts[1])
    assert told(captions(laid)) == "站房里的读数②"
    notes = [line.text for line in laid.lines("endnote")]
    assert notes == ["① 先说。", "② 按年报。", "③ 后说。"]


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
@pytest.mark.parametrize("place", [PhotoPlace.TEXT, PhotoPlace.TOP, PhotoPlace.FOOT])
@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("rows", [3, 24, 33])
def test_notes_at_the_foot_stand_on_the_page_of_their_photo(
    press: Press, layout: str, place: PhotoPlace, count: int, rows: int
) -> None:
    how = {"row": "a", "captions": RowCaptions.TOGETHER} if count > 1 else {}
    photos = [marked(press, NOTED, place=place, width=12.0, **how) for _ in range(count)]
    texts = [paragraph(f"第{k}处{{note=第{k}条。|词语}}，{prose(60)}") for k in range(rows)]
    laid = press.set(*texts, *photos, *texts, house=at_foot(layout))
    stood = 0
    for page in laid.pages:
        signs = [
            line.text[put.start : put.end] for line in page.lines for put in line.puts if put.note
        ]
        begun = [line.text[:1] for line in page.lines if line.role == "endnote" and line.start == 0]
        assert sorted(signs) == sorted(begun)
        stood += sum("按年报" in line.text for line in page.lines if line.role == "endnote")
    assert stood == count
