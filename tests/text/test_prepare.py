"""A paragraph measured: places, trims and marks agree with one another and with the pen."""

from __future__ import annotations

import pytest
from composing import CLREQ, OFFICE, SIZE, Composer
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from layouts.issue.text import Mark, MarkKind, Text
from layouts.text.rigid import _RIGID, rigid_boundaries

_texts = st.lists(
    st.sampled_from(
        [
            "国",
            "人民",
            "，",
            "。",
            "“",
            "”",
            "（",
            "）",
            "2023",
            "12",
            "App",
            "Wi-Fi",
            " ",
            "——",
            "……",
            "·",
            "-",
            "–",
            "/",
            "％",
            "５",
            "é",
            "？",
            "！",
            "\u3000",
        ]
    ),
    max_size=30,
).map("".join)


@pytest.mark.parametrize("punctuation", [CLREQ, OFFICE])
def test_the_pen_stands_where_the_places_say(composer: Composer, punctuation: object) -> None:
    """Widths for breaking and glyphs for drawing come from one truth: what was measured is what is
    drawn.
    """

    @settings(max_examples=examples(200), deadline=None)
    @given(_texts)
    def check(text: str) -> None:
        prepared = composer.prepare(Text(text), punctuation)  # type: ignore[arg-type]
        if not prepared.string:
            return
        line = composer.one(Text(text), punctuation)  # type: ignore[arg-type]
        origin = prepared.start_trims.get(0, 0.0)
        k = 0
        for glyph in line.glyphs:
            place = prepared.places[k] - origin + prepared.shifts.get(k, 0.0)
            assert glyph.pen / SIZE == pytest.approx(place, abs=1e-9), (text, glyph.text)
            k += len(glyph.text)

    check()


@settings(max_examples=examples(200), deadline=None)
@given(_texts)
def test_places_never_go_back(composer: Composer, text: str) -> None:
    places = composer.prepare(Text(text)).places
    assert list(places) == sorted(places)


@settings(max_examples=examples(200), deadline=None)
@given(_texts, st.data())
def test_emphasis_changes_no_character(composer: Composer, text: str, data: st.DataObject) -> None:
    a, b = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    plain = composer.prepare(Text(text))
    bold = composer.prepare(Text(text, (Mark(a, b, MarkKind.BOLD),)))
    assert bold.string == plain.string
    assert bold.breaks == plain.breaks
    assert bold.gaps == plain.gaps


def test_a_stretch_keeps_its_characters_when_spaces_before_it_are_dissolved(
    composer: Composer,
) -> None:
    line = composer.one("12 月 22 日⟦晴⟧间 ⟨多⟩云")
    assert {
        glyph.text: glyph.face for glyph in line.glyphs if glyph.face in ("song-bold", "kai")
    } == {"晴": "song-bold", "多": "kai"}


def test_a_hyphen_between_hanzi_is_a_connector_of_half_an_em(composer: Composer) -> None:
    """GB/T 15834 4.13: 金昌西路-陇南路."""
    line = composer.one("西路-陇南")
    assert line.pen("陇") == pytest.approx(2.5)
    left, right = line.ink("-")
    assert (left + right) / 2 == pytest.approx(2.25, abs=0.02)


def test_a_hyphen_between_hanzi_is_three_quarters_of_an_em_in_the_office_style(
    composer: Composer,
) -> None:
    """GB/T 15834 5.1.8: half an em, and a quarter at most beside it.

    A print of 2023 ends a line where it does only with more than half.
    """
    assert composer.width("西路-陇南", OFFICE) == pytest.approx(4.75)
    left, right = composer.one("西路-陇南", OFFICE).ink("-")
    assert (left + right) / 2 == pytest.approx(2.375, abs=0.02)


def test_a_hyphen_in_a_latin_word_is_the_latin_face_s(composer: Composer) -> None:
    assert {glyph.face for glyph in composer.one("Wi-Fi").glyphs} == {"latin"}


def test_an_empty_text_is_prepared(composer: Composer) -> None:
    prepared = composer.prepare("")
    assert (prepared.string, list(prepared.places)) == ("", [0.0])


@given(st.text("HOCTEPMKXAIDLNSZWYRQFB", max_size=30))
def test_the_short_pattern_of_rigid_boundaries_finds_the_same(letters: str) -> None:
    assert rigid_boundaries(letters, letters) == [match.end() for match in _RIGID.finditer(letters)]


@given(st.text("HOCTEPMKXAIDLNSZWYRQF", max_size=20), st.data())
def test_marks_and_joiners_change_nothing_for_what_stretches(
    letters: str, data: st.DataObject
) -> None:
    """No gap opens before a mark; after it, where one opens after its base."""
    extended = [letter + data.draw(st.text("VG", max_size=2)) for letter in letters]
    starts = [sum(map(len, extended[:k])) for k in range(len(extended) + 1)]
    stretching = {
        starts[k] for k in range(1, len(letters)) if k not in rigid_boundaries(letters, letters)
    }
    together = "".join(extended)
    assert set(range(1, starts[-1])) - set(rigid_boundaries(together, together)) == stretching
