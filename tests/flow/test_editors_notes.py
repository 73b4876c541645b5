"""Editor's notes (按语): half a row from the text above and below, the label in Hei, below photos:
second-look.md, Pages 2 and 7.
"""

from __future__ import annotations

import audit
import pytest
from composing import NOWHERE
from laying import Laid, Press, prose

from layouts.house.finding import stock_layouts
from layouts.issue.article import Note, PageBreak
from layouts.issue.photo import Side
from layouts.issue.text import Mark, MarkKind, Text
from layouts.page.item import Line

LABELS = ("按语：", "编者按：", "编者的话：", "【编者按】", "编后：")


def note(*texts: str) -> Note:
    return Note(tuple(Text(text) for text in texts), NOWHERE)


def rows(laid: Laid, line: Line) -> float:
    return (line.y - laid.grid.top - laid.grid.ascent) / laid.grid.leading


@pytest.mark.parametrize("layout", stock_layouts())
@pytest.mark.parametrize("texts", [(prose(30),), (prose(20), prose(90)), (prose(120), "短。")])
def test_a_note_stands_half_a_row_from_the_text_above_and_below(
    press: Press, layout: str, texts: tuple[str, ...]
) -> None:
    level = {"balance": False} if layout.startswith("neikan") else {}
    if layout == "kuaixun-a4":
        pytest.skip("its columns end level: the same rows part over two of them")
    # on a page of its own: the front pages are short
    blocks = (prose(9), PageBreak(NOWHERE), prose(60), note(*texts), prose(60))
    laid = press.set(*blocks, layout=layout, **level)
    body, own = laid.lines("body"), laid.lines("note")
    above = [line for line in body if line.paragraph == 2][-1]
    below = next(line for line in body if line.paragraph == 4)
    assert rows(laid, own[0]) - rows(laid, above) == pytest.approx(1.5)
    assert rows(laid, below) - rows(laid, own[-1]) == pytest.approx(1.5)


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
@pytest.mark.parametrize("size", range(0, 1500, 75))
def test_a_note_stays_in_the_type_area_wherever_it_begins(
    press: Press, layout: str, size: int
) -> None:
    laid = press.pages(
        press.article(
            prose(size), note(prose(150), prose(90)), prose(200), byline="【供稿：张三】"
        ),
        layout=layout,
    )
    assert audit.off_page(laid.edition, laid.layout) == []
    assert audit.off_grid(laid.edition, laid.layout) == []
    assert "".join(line.text for line in laid.lines("note")) == prose(150) + prose(90)


@pytest.mark.parametrize("size", range(0, 1200, 60))
def test_at_the_head_of_a_column_a_note_stands_level_with_the_text_beside_it(
    press: Press, size: int
) -> None:
    laid = press.set(prose(size), note(prose(300)), prose(700), layout="neikan-a4-2col")
    for page in laid.pages:
        for line in page.lines:
            first = all(
                other.y >= line.y or abs(other.x - line.x) > 100 or other.role == "running-head"
                for other in page.lines
                if other.article is not None
            )
            if line.role == "note" and first:
                assert rows(laid, line) == pytest.approx(round(rows(laid, line)))


@pytest.mark.parametrize("layout", stock_layouts())
@pytest.mark.parametrize("label", LABELS)
def test_its_label_is_in_hei(press: Press, layout: str, label: str) -> None:
    label = label if label.endswith("：") else label + "："
    laid = press.set(prose(60), note(label + prose(60), "按语：又一段"), layout=layout)
    first, *others = laid.lines("note")
    assert first.runs[0].text == label
    assert first.runs[0].face == "hei"
    assert {run.face for line in others for run in line.runs} <= {"kai", "latin"}


def test_words_that_only_look_like_a_label_and_marked_ones_stay_as_they_are(press: Press) -> None:
    plain = press.set(note("按照要求：" + prose(30)))
    assert {run.face for line in plain.lines("note") for run in line.runs} == {"kai"}
    marked = Text("按语：" + prose(30), (Mark(0, 2, MarkKind.KAI),))
    laid = press.set(Note((marked,), NOWHERE))
    assert {run.face for line in laid.lines("note") for run in line.runs} == {"kai"}


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_note_is_not_cut_by_a_photo_but_stands_below_it(press: Press, side: Side) -> None:
    laid = press.set(press.photo(30, 40, width=14.0, side=side), prose(60), note(prose(120)))
    (found,) = laid.pages[0].pictures
    own = laid.lines("note")
    assert own[0].y - own[0].size > found.y + found.height
    assert len({round(line.width, 3) for line in own[1:]}) == 1


@pytest.mark.parametrize("byline", ["【供稿：" + "某某单位张三、" * 8 + "李四】"])
def test_a_by_line_of_several_lines_stands_below_a_photo(press: Press, byline: str) -> None:
    laid = press.pages(
        press.article(press.photo(30, 40, width=14.0), prose(60), title="题", byline=byline)
    )
    (found,) = laid.pages[0].pictures
    own = laid.lines("byline")
    assert len(own) > 1
    assert own[0].y - own[0].size > found.y + found.height
