"""Readings above their words (注音, CLREQ 3.3.3): how much room words give, and where they break."""

from __future__ import annotations

from itertools import pairwise

import pytest
from composing import BODY, Composer, with_changes
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_text import text_of
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.house.load import load_layout
from layouts.house.text_style import Readings
from layouts.issue.splice import merged
from layouts.issue.text import Mark, MarkKind, Text
from layouts.text.prepare import Prepared, Typesetter
from layouts.text.sorts import NO_GLYPH

STYLE = with_changes(BODY, readings=Readings.ABOVE)


def spans(prepared: Prepared) -> list[tuple[float, float]]:
    """From where to where each reading stands over its word's middle, em."""
    found: list[tuple[float, float]] = []
    for one in prepared.readings:
        # the last character is opened for the next reading alone
        left, right = prepared.places[one.start], prepared.places[one.end] - one.after
        half = one.width(prepared.style.size) / 2
        found.append(((left + right) / 2 - half, (left + right) / 2 + half))
    return found


def test_a_reading_above_is_no_part_of_the_text_that_is_broken(composer: Composer) -> None:
    assert composer.prepare(text_of("{ruby=jiādìng|嘉定}人"), style=STYLE).string == "嘉定人"


def test_a_word_as_wide_as_its_reading_takes_what_it_takes_without(composer: Composer) -> None:
    read = composer.prepare(text_of("在{ruby=jiādìng|嘉定}城"), style=STYLE)
    assert read.places == composer.prepare("在嘉定城").places


def test_readings_are_half_as_large_as_their_words(composer: Composer) -> None:
    """CLREQ 3.3.3."""
    (reading,) = composer.prepare(text_of("{ruby=jiādìng|嘉定}人"), style=STYLE).readings
    assert reading.words.style.size == STYLE.size / 2


@pytest.mark.parametrize(("leading", "most"), [(1.6, 0.5), (1.45, 0.5), (1.42, 0.47), (1.38, 0.0)])
def test_where_the_room_between_lines_is_small_they_are_smaller_and_in_brackets_at_last(
    leading: float, most: float
) -> None:
    """What b and g take of it is about their size; under 4.5 pt nobody reads tones."""
    style = with_changes(STYLE, leading=STYLE.size * leading)
    assert style.reading_size == pytest.approx(most, abs=0.01)


def test_where_it_is_too_small_they_follow_in_brackets(composer: Composer) -> None:
    style = with_changes(STYLE, leading=12.0)
    assert composer.prepare(text_of("{ruby=yǐ|乙}人"), style=style).string == "乙（yǐ）人"


def test_as_many_syllables_as_hanzi_stand_each_above_its_own(composer: Composer) -> None:
    prepared = composer.prepare(text_of("去{ruby=chóng qìng|重庆}市"), style=STYLE)
    assert [(one.start, one.end) for one in prepared.readings] == [(1, 2), (2, 3)]


@pytest.mark.parametrize("said", ["chóngqìng", "chóng qìng shì", "zhòng"])
def test_any_other_reading_stands_above_the_word(composer: Composer, said: str) -> None:
    prepared = composer.prepare(text_of(f"去{{ruby={said}|重庆}}市"), style=STYLE)
    assert [(one.start, one.end) for one in prepared.readings] == [(1, 3)]


def test_a_reading_stands_a_little_over_its_neighbours_before_the_word_is_spread(
    composer: Composer,
) -> None:
    prepared = composer.prepare(text_of("一{ruby=zhuāng|庄}人"), style=STYLE)
    (reading,) = prepared.readings
    assert 1.0 < reading.width(STYLE.size) < 1.5
    assert prepared.places[-1] == 3.0


def test_a_word_is_spread_evenly_that_is_much_narrower(composer: Composer) -> None:
    prepared = composer.prepare(text_of("一{ruby=zhuāngzhuāngzhuāng|二三}人"), style=STYLE)
    (reading,) = prepared.readings
    more = reading.width(STYLE.size) - 0.5 - 2.0
    assert more > 0.5
    assert prepared.places[3] - prepared.places[1] == pytest.approx(2.0 + more)
    line = composer.one(text_of("一{ruby=zhuāngzhuāngzhuāng|二三}人"), style=STYLE)
    assert line.pen("二") == pytest.approx(1.0 + more / 4)
    assert line.pen("三") - line.pen("二") == pytest.approx(1.0 + more / 2)
    assert line.pen("人") == pytest.approx(3.0 + more)


READ = ("a", "zhuāng", "chuáng chuáng", "bózhōu", "yī èr sān")
_PIECES = st.lists(
    st.tuples(
        st.text(st.sampled_from("国民，。“”2a"), min_size=1, max_size=3),
        st.sampled_from(("", *READ)),
    ),
    min_size=1,
    max_size=8,
)


def marked(pieces: list[tuple[str, str]]) -> Text:
    """A text of pieces, each with its reading or none."""
    marks, string = list[Mark](), ""
    for words, said in pieces:
        if said:
            marks.append(Mark(len(string), len(string) + len(words), MarkKind.RUBY, said))
        string += words
    return Text(string, merged(marks))


def test_no_two_readings_ever_touch(composer: Composer) -> None:
    @settings(max_examples=examples(200), deadline=None)
    @given(_PIECES)
    def check(pieces: list[tuple[str, str]]) -> None:
        found = spans(composer.prepare(marked(pieces), style=STYLE))
        assert all(before[1] < after[0] - 0.05 for before, after in pairwise(found))

    check()


@pytest.mark.parametrize("width", [3.0, 4.0, 5.0, 6.0])
def test_a_word_with_one_reading_is_not_broken(composer: Composer, width: float) -> None:
    lines = composer.lines(
        text_of("一二{ruby=jiādìng|嘉定}三四{ruby=bózhōu|亳州}五"), width, style=STYLE
    )
    assert any("嘉定" in line for line in lines)
    assert any("亳州" in line for line in lines)


def test_one_may_be_broken_between_its_syllables(composer: Composer) -> None:
    lines = composer.lines(text_of("一二{ruby=jiā dìng|嘉定}三四"), 3.0, style=STYLE)
    assert lines[0] == "一二嘉"


def test_what_keeps_two_syllables_apart_falls_away_where_a_line_ends_there(
    composer: Composer,
) -> None:
    text = text_of("一二{ruby=chuáng chuáng|床床}三四")
    first, _ = composer.set(text, 3.05, style=STYLE)
    assert first.text == "一二床"
    assert first.broken.content == pytest.approx(3.0)


@pytest.mark.parametrize("said", ["a" * 25, "一二三四五六七八九十一二三", "a " * 13])
def test_a_reading_too_long_to_stand_above_follows_in_brackets(
    composer: Composer, said: str
) -> None:
    """Six em of the text at the most: a column may have no more than eight."""
    prepared = composer.prepare(text_of(f"在{{ruby={said}|嘉定}}城"), style=STYLE)
    assert prepared.readings == ()
    assert prepared.string == f"在嘉定（{said.strip()}）城"


def test_one_by_characters_may_be_longer(composer: Composer) -> None:
    said = " ".join(["zhuāng"] * 10)
    prepared = composer.prepare(text_of(f"{{ruby={said}|一二三四五六七八九十}}"), style=STYLE)
    assert len(prepared.readings) == 10


def test_a_whole_clause_with_one_reading_breaks_as_any_other(composer: Composer) -> None:
    clause = "一二三四五六七八九十甲乙"
    lines = composer.lines(text_of(f"丙丁{{ruby=yībǎi|{clause}}}"), 8.0, style=STYLE)
    assert lines == ["丙丁一二三四五六", "七八九十甲乙"]


def test_one_over_a_part_of_a_word_parts_its_ligature(catalogue: Catalogue) -> None:
    layout = load_layout("jianbao-a4")
    style = replace(layout.styles["body"], face="hei", latin="hei")
    text = Text("看affine", (Mark(1, 3, MarkKind.RUBY, "ā"),))
    prepared = Typesetter(catalogue).prepare(text, style, layout.punctuation)
    assert prepared.glyphs[3] != NO_GLYPH
