"""Lists on the page: labels before their words, turnovers at the margin or hanging, labels of a list
as wide as its widest.
"""

from __future__ import annotations

import audit
import pytest
from composing import NOWHERE
from laying import Laid, Press, prose

from layouts.house.finding import stock_layouts
from layouts.issue.article import Paragraph
from layouts.issue.form import FormKind, ItemLabel, ParagraphForm, Turnover
from layouts.issue.photo import Side
from layouts.issue.text import Text
from layouts.page.item import Line, Put


def item(
    text: str,
    label: ItemLabel | None = ItemLabel.FIGURE,
    level: int = 1,
    turnover: Turnover = Turnover.LAYOUT,
    kind: FormKind = FormKind.NUMBERED,
) -> Paragraph:
    form = ParagraphForm(kind, level, label if kind is FormKind.NUMBERED else None, turnover)
    return Paragraph(Text(text), NOWHERE, form=form)


def hanging(text: str, label: ItemLabel = ItemLabel.FIGURE, level: int = 1) -> Paragraph:
    return item(text, label, level, Turnover.HANGING)


def em_in(laid: Laid, line: Line, character: int = 0) -> float:
    """How many em of the body a line, or one of its characters, stands in from its column."""
    x = line.x if not character else _x_of(line, character)
    return (x - laid.grid.left) / laid.grid.size


def _x_of(line: Line, character: int) -> float:
    """Where the run begins that shows a character."""
    at = 0
    for run in line.runs:
        if at == character:
            return run.x
        at += len(run.text)
    raise AssertionError(line.text)


def test_a_label_stands_before_the_words_and_is_none_of_the_source(press: Press) -> None:
    laid = press.set(item("甲", ItemLabel.HAN), item("乙", ItemLabel.HAN))
    first, second = laid.lines("body")
    assert (first.text, second.text) == ("一、甲", "二、乙")
    assert first.puts == (Put(0, 2),)
    assert first.start == 0


def test_turnovers_go_back_to_the_margin_where_the_layout_says_so(press: Press) -> None:
    """A first line two em in, as of any paragraph: so the labels of GB/T 9704-2012 7.3.3 stand."""
    laid = press.set(item(prose(60), ItemLabel.HAN))
    first, *rest = laid.lines("body")
    assert em_in(laid, first) == pytest.approx(2.0)
    assert [em_in(laid, line) for line in rest] == pytest.approx([0.0] * len(rest))


def test_hanging_lines_stand_under_the_words(press: Press) -> None:
    laid = press.set(hanging(prose(90)))
    first, *rest = laid.lines("body")
    assert em_in(laid, first) == pytest.approx(2.0)
    assert rest
    assert [em_in(laid, line) for line in rest] == pytest.approx([3.0] * len(rest))
    assert em_in(laid, first, len("1.")) == pytest.approx(3.0)


def test_labels_of_one_list_are_as_wide_as_its_widest(press: Press) -> None:
    laid = press.set(*(hanging("甲") for _ in range(10)))
    lines = laid.lines("body")
    edges = [em_in(laid, line, line.text.index("甲")) for line in lines]
    # 10. takes two em where 1. takes one
    assert edges == pytest.approx([4.0] * 10)


def test_a_deeper_level_hangs_two_em_further_in(press: Press) -> None:
    """GB/T 1.1-2020 9.5: 第二层次列项空四个汉字."""
    laid = press.set(hanging("甲"), hanging(prose(60), ItemLabel.FIGURE_IN_BRACKETS, level=2))
    _, below, *rest = laid.lines("body")
    # its bracket gives the blank half away
    assert em_in(laid, below) == pytest.approx(4.0)
    assert [em_in(laid, line) for line in rest] == pytest.approx([6.0] * len(rest))


def test_a_bracket_that_begins_the_words_has_its_ink_over_the_lines_under_it(press: Press) -> None:
    plain, bracket = (press.set(hanging(text)).lines("body")[0] for text in ("甲", "《甲》"))
    assert bracket.runs[1].x < plain.runs[1].x


def test_a_label_is_never_spread_nor_parted_from_its_words(press: Press) -> None:
    for size in range(4, 12):
        laid = press.set(item(f"{'W' * size}abc" * 3, ItemLabel.HAN), measure=20)
        for line in laid.lines("body"):
            assert line.text not in ("一、", "一")


def test_signs_come_from_the_layout(press: Press) -> None:
    laid = press.set(item("甲", None, kind=FormKind.BULLETED))
    assert laid.lines("body")[0].text == "•甲"


def test_text_beside_a_photo_hangs_too(press: Press) -> None:
    photo = press.photo(40, 40, side=Side.RIGHT, width=12)
    laid = press.set(photo, hanging(prose(200)))
    _, *rest = laid.lines("body")
    assert [em_in(laid, line) for line in rest] == pytest.approx([3.0] * len(rest))
    assert min(line.width for line in rest) < laid.grid.column_width / 2


@pytest.mark.parametrize("width", range(14, 30))
def test_a_photo_that_leaves_less_than_a_line_stands_in_by_has_none_beside_it(
    press: Press, width: int
) -> None:
    photo = press.photo(40, 60, side=Side.RIGHT, width=width)
    laid = press.set(photo, item(prose(400), None, 3, Turnover.HANGING, FormKind.BULLETED))
    assert audit.in_photos(laid.edition, laid.layout, press.catalogue) == []
    assert audit.out_of_slot(laid.edition, laid.layout, press.catalogue) == []


@pytest.mark.parametrize("name", stock_layouts())
def test_lists_of_every_level_stand_in_every_stock_layout(press: Press, name: str) -> None:
    items = [
        item(prose(30 + 7 * level), None, level, turnover, kind)
        for level in (1, 2, 3, 4, 5)
        for turnover in Turnover
        for kind in (FormKind.NUMBERED, FormKind.BULLETED)
    ]
    laid = press.set(*items, layout=name)
    assert audit.off_page(laid.edition, laid.layout) == []
    assert audit.off_grid(laid.edition, laid.layout) == []
    assert audit.out_of_slot(laid.edition, laid.layout, press.catalogue) == []
    assert audit.overlaps(laid.edition, press.catalogue) == []
    assert audit.lines_unlike_their_runs(laid.edition) == []


def test_an_empty_item_shows_its_label(press: Press) -> None:
    laid = press.set(item("甲"), item(""))
    assert [line.text for line in laid.lines("body")] == ["1.甲", "2."]
