"""Verse, signatures, names, lines with a leader and drop initials on the page."""

from __future__ import annotations

from itertools import pairwise

import audit
import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.house.finding import stock_layouts
from layouts.house.load import load_layout
from layouts.issue.article import Paragraph
from layouts.issue.form import FormKind, ParagraphForm
from layouts.issue.photo import Side
from layouts.issue.text import Mark, MarkKind, Text
from layouts.page.item import Line
from layouts.page.pen import pen_positions
from layouts.page.stops import line_stops


def formed(text: str, kind: FormKind = FormKind.PLAIN, **said: object) -> Paragraph:
    return Paragraph(Text(text), NOWHERE, form=ParagraphForm(kind, **said))  # type: ignore[arg-type]


def em(laid: Laid, x: float) -> float:
    """A place of the first column, em of the body from its left."""
    return (x - laid.grid.left) / laid.grid.size


def edges(laid: Laid, press: Press, line: Line) -> list[float]:
    """Where the places between the characters of a line stand, em."""
    return [em(laid, x) for x in line_stops(line, press.catalogue.face).xs]


# Verse


def test_verse_is_centred_by_its_longest_line_and_all_lines_begin_alike(press: Press) -> None:
    laid = press.set(formed("白日依山尽，\u2028黄河入海流。", FormKind.VERSE))
    lines = laid.lines("body")
    assert [line.text for line in lines] == ["白日依山尽，", "黄河入海流。"]
    # six em less the blank half of the mark at its end
    middle = (laid.grid.measure - 5.5) / 2
    assert [em(laid, line.x) for line in lines] == pytest.approx([middle] * 2, abs=0.26)


def test_paragraphs_of_verse_are_one_poem(press: Press) -> None:
    laid = press.set(formed("长长的一行诗句", FormKind.VERSE), formed("短句", FormKind.VERSE))
    first, second = laid.lines("body")
    assert first.x == second.x


def test_indented_verse_stands_two_em_further_in_than_a_paragraph(press: Press) -> None:
    laid = press.set(formed("白日依山尽", FormKind.VERSE, indented=True))
    assert em(laid, laid.lines("body")[0].x) == pytest.approx(4.0)


def test_a_line_of_verse_too_long_for_its_column_goes_on_two_em_further_in(press: Press) -> None:
    laid = press.set(formed(f"{prose(50)}\u2028短句", FormKind.VERSE))
    first, turned, short = laid.lines("body")
    assert [round(em(laid, line.x), 6) for line in (first, turned, short)] == [0.0, 2.0, 0.0]


def test_no_columns_end_parts_a_short_poem(press: Press) -> None:
    poem = "白日依山尽，\u2028黄河入海流。\u2028欲穷千里目，\u2028更上一层楼。"
    stood: set[int] = set()
    for filling in range(8, 32):
        laid = press.set(*[prose(20)] * filling, formed(poem, FormKind.VERSE), prose(20))
        pages = {page.number for page in laid.pages for line in page.lines if line.text in poem}
        assert len(pages) == 1
        stood |= pages
    assert stood == {1, 2}


def test_verse_stands_below_photos(press: Press) -> None:
    photo = press.photo(40, 40, side=Side.RIGHT, width=12)
    laid = press.set(photo, formed("白日依山尽", FormKind.VERSE))
    (picture,) = laid.pages[0].pictures
    assert laid.lines("body")[0].y > picture.y + picture.height


# GB/T 9704-2012 7.3.5.1: 成文日期右空四字, 发文机关署名以成文日期为准居中


def test_the_date_stands_four_em_from_the_right_and_the_unit_is_centred_over_it(
    press: Press,
) -> None:
    laid = press.set(
        "一段话。",
        formed("河湾区档案馆", FormKind.SIGNATURE),
        formed("二〇二六年五月二十日", FormKind.SIGNATURE),
    )
    _, unit, date = laid.lines("body")
    unit_edges, date_edges = edges(laid, press, unit), edges(laid, press, date)
    assert date_edges[-1] == pytest.approx(laid.grid.measure - 4.0)
    assert sum(unit_edges[:: len(unit_edges) - 1]) == pytest.approx(
        sum(date_edges[:: len(date_edges) - 1])
    )


def test_a_long_unit_stays_in_the_column_with_the_date_under_its_middle(press: Press) -> None:
    laid = press.set(
        formed("河湾区公共阅读促进工作委员会办公室", FormKind.SIGNATURE),
        formed("5月2日", FormKind.SIGNATURE),
    )
    unit, date = (edges(laid, press, line) for line in laid.lines("body"))
    assert unit[-1] == pytest.approx(laid.grid.measure)
    assert unit[0] + unit[-1] == pytest.approx(date[0] + date[-1])


def test_a_signature_stays_with_the_end_of_its_text(press: Press) -> None:
    rows = press.set(*(prose(30) for _ in range(3))).grid.rows
    for count in range(rows - 8, rows + 4):
        laid = press.set(
            *("一行话。" for _ in range(count)),
            formed("河湾区档案馆", FormKind.SIGNATURE),
            formed("二〇二六年五月二十日", FormKind.SIGNATURE),
        )
        unit, date = laid.page_of("河湾区"), laid.page_of("二〇二六")
        last = [
            page.number for page in laid.pages for line in page.lines if line.text == "一行话。"
        ]
        assert unit == date == last[-1]


# 均排 (CLREQ 3.1.9)


def test_names_of_two_characters_are_as_wide_as_three_and_begin_on_cells(press: Press) -> None:
    places = name_places(press, "张三 李小明　王五  陈一")
    assert places["三"] - places["张"] == pytest.approx(2.0)
    assert places["李"] - places["张"] == pytest.approx(4.0)
    assert places["王"] - places["李"] == pytest.approx(4.0)
    assert places["五"] - places["王"] == pytest.approx(2.0)
    assert places["陈"] - places["王"] == pytest.approx(4.0)


def test_a_name_of_four_characters_leaves_no_wide_gap_and_keeps_the_columns(press: Press) -> None:
    places = name_places(press, "张三 欧阳小明　王五  陈一")
    starts = [places[first] for first in "张欧王陈"]
    assert [b - a for a, b in pairwise(starts)] == pytest.approx([5.0] * 3)


def test_a_longer_name_takes_two_cells(press: Press) -> None:
    places = name_places(press, "张三 阿依古丽江 王五")
    assert places["王"] - places["阿"] == pytest.approx(8.0)


def name_places(press: Press, names: str) -> dict[str, float]:
    """Where the characters of a list of names stand in their column, em."""
    laid = press.set(formed(names, FormKind.NAMES))
    (line,) = laid.lines("body")
    return {
        character: em(laid, x)
        for run in line.runs
        for character, x in zip(
            run.text, pen_positions(run, press.catalogue.face(run.face)), strict=True
        )
        if not character.isspace()
    }


def test_no_name_is_parted_and_names_of_all_lines_stand_under_each_other(press: Press) -> None:
    names = " ".join(["张三", "李小明", "王五"] * 12)
    laid = press.set(formed(names, FormKind.NAMES))
    lines = laid.lines("body")
    assert len(lines) > 2
    assert {word for line in lines for word in line.text.split()} == {"张三", "李小明", "王五"}
    assert len({line.x for line in lines}) == 1


# Leaders


def test_the_value_stands_at_the_right_edge_with_dots_between(press: Press) -> None:
    laid = press.set(
        formed("总馆 8:30", FormKind.LEADER), formed("柳渡分馆 12:00", FormKind.LEADER)
    )
    for line in laid.lines("body"):
        assert edges(laid, press, line)[-1] == pytest.approx(laid.grid.measure)
    dotted = [rule for page in laid.pages for rule in page.rules if rule.round_caps and rule.dash]
    assert len(dotted) == 2
    assert (
        dotted[0].x1 == dotted[1].x1 or abs(dotted[0].x1 - dotted[1].x1) % dotted[0].dash[1] < 0.01
    )


@pytest.mark.parametrize("text", ["没有值", f"{prose(40)} 12"])
def test_what_has_no_value_or_no_room_for_one_is_text(press: Press, text: str) -> None:
    laid = press.set(formed(text, FormKind.LEADER))
    assert not [rule for page in laid.pages for rule in page.rules if rule.dash]
    assert "".join(line.text for line in laid.lines("body")) == text.replace(" ", "")


# 首字下沉


@pytest.mark.parametrize("rows", [2, 3, 4, 5])
def test_an_initial_is_as_tall_as_its_rows_and_the_text_beside_it_on_the_grid(
    press: Press, rows: int
) -> None:
    laid = press.set(formed(prose(300), initial=rows))
    letter, *lines = laid.lines("body")
    grid = laid.grid
    tall = (rows - 1) * grid.leading + grid.size
    assert (letter.text, letter.start, letter.size) == ("本", 0, pytest.approx(tall))
    assert letter.y == pytest.approx(grid.row_top(laid.row(lines[0])) + grid.rise(tall))
    beside, under = lines[:rows], lines[rows:]
    assert [laid.row(line) - laid.row(lines[0]) for line in lines] == list(range(len(lines)))
    places = {round(em(laid, line.x), 6) for line in beside}
    (place,) = places
    assert place.is_integer()
    assert place * grid.size > tall
    assert {round(em(laid, line.x), 6) for line in under} == {0.0}
    assert (lines[0].start, lines[0].text[:1]) == (1, "市")


def test_the_sign_of_a_note_on_an_initial_begins_the_text_beside_it(press: Press) -> None:
    """In its size, and its note stands at the foot of the page."""
    text = Text(prose(300), (Mark(0, 1, MarkKind.NOTE, "注文。"),))
    house = load_layout("jianbao-a4", {})
    house = replace(house, notes=replace(house.notes, place="page"))
    form = ParagraphForm(initial=3)
    laid = press.set(Paragraph(text, NOWHERE, form=form), house=house)
    initial, first, *_ = laid.lines("body")
    assert (initial.text, initial.puts) == ("本", ())
    assert first.text.startswith("①市各镇街道")
    assert first.size == laid.layout.styles["body"].size
    assert [line.text for line in laid.lines("endnote")] == ["① 注文。"]


def test_a_text_too_short_or_without_a_letter_has_no_initial(press: Press) -> None:
    for text in ("短。", f"“{prose(200)}”"):
        lines = press.set(formed(text, initial=3)).lines("body")
        assert lines[0].size == lines[-1].size


def test_an_initial_and_the_lines_beside_it_are_in_one_column(press: Press) -> None:
    rows = press.set("甲").grid.rows
    for count in range(rows - 7, rows + 1):
        laid = press.set(*("一行话。" for _ in range(count)), formed(prose(300), initial=4))
        pages = {
            page.number
            for page in laid.pages
            for line in page.lines
            if line.role == "body" and line.paragraph == count and line.start < 80
        }
        assert len(pages) == 1


@pytest.mark.parametrize("name", stock_layouts())
def test_every_form_stands_in_every_stock_layout(press: Press, name: str) -> None:
    laid = press.set(
        *(formed(prose(200), initial=rows) for rows in (2, 3, 4, 5)),
        formed("白日依山尽，\u2028黄河入海流。", FormKind.VERSE),
        formed("欲穷千里目，更上一层楼，" * 4, FormKind.VERSE, indented=True),
        formed("张三 李小明 " * 20, FormKind.NAMES),
        formed("总馆 8:30", FormKind.LEADER),
        formed("河湾区公共阅读促进工作委员会办公室", FormKind.SIGNATURE),
        formed("2026年5月20日", FormKind.SIGNATURE),
        layout=name,
    )
    assert audit.off_page(laid.edition, laid.layout) == []
    assert audit.off_grid(laid.edition, laid.layout) == []
    assert audit.out_of_slot(laid.edition, laid.layout, press.catalogue) == []
    assert audit.overlaps(laid.edition, press.catalogue) == []
    assert audit.lines_unlike_their_runs(laid.edition) == []
