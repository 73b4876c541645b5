"""Carets in text that prints more than its source has: readings and signs of notes hold none, and
every place leads back to itself.
"""

from __future__ import annotations

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_text import PROSE, Printed, article, text_of

from fonts.catalogue import Catalogue
from layouts.geometry import Interval
from layouts.issue.article import Paragraph
from layouts.issue.splice import consistent
from layouts.issue.text import Mark, MarkKind, Text
from layouts.page.carets import CaretMap, ShownText
from layouts.page.hit import HitKind, hit
from layouts.page.item import Line
from layouts.page.stops import line_end, line_stops, put_in, source_offsets

BODY = ShownText(0, 0)


class Carets(Printed):
    """A paragraph on pages, and the carets in it."""

    def __init__(self, catalogue: Catalogue, text: Text, layout: str = "jianbao-a4") -> None:
        from composing import NOWHERE

        super().__init__(catalogue, article(Paragraph(text, NOWHERE)), layout=layout)
        grid = self.layout.grid
        self.map = CaretMap(catalogue.face)
        columns = tuple(
            Interval(grid.column_left(k), grid.column_left(k) + grid.column_width)
            for k in range(grid.columns)
        )
        self.map.show(self.edition.pages, columns)

    def text_lines(self) -> list[Line]:
        return [self.edition.pages[page].lines[line] for page, line in self.map.lines_of(BODY)]


def assert_places_lead_back(found: Carets, text: Text) -> None:
    """Each line holds what its offsets say, and a caret at any place that has one is found again
    from where it stands.
    """
    at = 0
    for line in found.text_lines():
        put, offsets = put_in(line), source_offsets(line)
        assert line.start >= at
        assert all(
            text.string[offsets[k]] == char for k, char in enumerate(line.text) if k not in put
        )
        assert offsets == sorted(offsets)
        at = line_end(line)
        stops = line_stops(line, found.face)
        assert list(stops.xs) == sorted(stops.xs)
        assert len(set(stops.offsets)) == len(stops.offsets)
        for offset, x in zip(stops.offsets, stops.xs, strict=True):
            assert stops.x_of(offset) == x
            assert stops.offset_at(x) == offset or x in [
                other for o, other in zip(stops.offsets, stops.xs, strict=True) if o != offset
            ]
    for offset in range(len(text.string) + 1):
        seat = found.map.seat(BODY, offset)
        assert seat is not None
        back = found.map.at_point(seat.page, seat.x, found.map.line(seat).y)
        assert back is not None
        assert found.map.stops(back.page, back.line).x_of(back.offset) == pytest.approx(
            found.map.stops(seat.page, seat.line).x_of(offset)
        )


LONG = (
    "{ruby=jiā dìng|嘉定}古称{note=疁城，即今嘉定镇。|{ruby=liú|疁}城}，南宋 {note=1217 年。|嘉定十年} 置县。"
    + PROSE
)


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
def test_a_place_leads_to_a_point_and_back(catalogue: Catalogue, layout: str) -> None:
    text = text_of(LONG * 3)
    assert_places_lead_back(Carets(catalogue, consistent(*text), layout), text)


_KINDS = st.sampled_from(
    [
        MarkKind.RUBY,
        MarkKind.NOTE,
        MarkKind.BOLD,
        MarkKind.SUPERSCRIPT,
        MarkKind.UNDERLINE,
        MarkKind.DOTS,
        MarkKind.KAI,
    ]
)
_MARKS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12), _KINDS), max_size=6)
_STRINGS = st.text(st.sampled_from("国民，。“”（）2ab \u2028"), min_size=1, max_size=70)


def test_so_does_every_place_of_any_text(catalogue: Catalogue) -> None:
    @settings(max_examples=examples(120), deadline=None)
    @given(_STRINGS, _MARKS)
    def check(string: str, marks: list[tuple[int, int, MarkKind]]) -> None:
        said = {MarkKind.RUBY: "dú yīn", MarkKind.NOTE: "注。"}
        text = consistent(
            string,
            [Mark(start, start + size, kind, said.get(kind, "")) for start, size, kind in marks],
        )
        if any(char not in " \u2028" for char in string):
            assert_places_lead_back(Carets(catalogue, text), text)

    check()


@pytest.mark.parametrize(
    ("layout", "told"), [("jianbao-a4", "甲乙yǐ丙"), ("gongwen-a4", "甲乙（yǐ）丙")]
)
def test_no_caret_stands_in_a_reading(catalogue: Catalogue, layout: str, told: str) -> None:
    (line,) = Carets(catalogue, text_of("甲{ruby=yǐ|乙}丙"), layout).text_lines()
    assert line.text == told
    assert line_stops(line, catalogue.face).offsets == (0, 1, 2, 3)


def test_carets_beside_a_word_stand_at_its_ends_whatever_stands_above_it(
    catalogue: Catalogue,
) -> None:
    (plain,) = Carets(catalogue, text_of("甲乙丙")).text_lines()
    (read,) = Carets(catalogue, text_of("甲{ruby=yǐ|乙}丙")).text_lines()
    assert line_stops(read, catalogue.face).xs == pytest.approx(
        line_stops(plain, catalogue.face).xs
    )


def test_the_caret_behind_noted_words_stands_behind_the_sign(catalogue: Catalogue) -> None:
    """What is typed there follows it."""
    (line,) = Carets(catalogue, text_of("甲{note=注。|乙}丙")).text_lines()
    stops = line_stops(line, catalogue.face)
    run = next(run for run in line.runs if run.text == "①")
    assert stops.x_of(2) >= run.x + run.size - 0.01


def test_the_end_of_a_line_that_was_ended_is_a_place_of_its_own(catalogue: Catalogue) -> None:
    found = Carets(catalogue, Text("甲乙\u2028丙丁"))
    first, second = found.text_lines()
    assert (line_end(first), second.start) == (2, 3)
    assert found.map.seat(BODY, 2).line < found.map.seat(BODY, 3).line  # type: ignore[union-attr]


def test_a_click_on_a_printed_note_is_one_on_the_note(catalogue: Catalogue) -> None:
    found = Carets(catalogue, text_of("甲{note=注。|乙}丙"))
    (page,) = [
        page for page in found.edition.pages if any(line.role == "endnote" for line in page.lines)
    ]
    (line,) = found.lines("endnote")
    assert hit(page, line.x + line.size * 4, line.y)[:2] == (HitKind.NOTE, 0)
