"""How marks are set: small figures, readings, signs of notes, lines that the editor ended."""

from __future__ import annotations

import pytest
from composing import BODY, SIZE, Composer, with_changes
from marked_text import text_of

from layouts.flow.marking import DRAWN
from layouts.issue.text import Mark, MarkKind, Text
from layouts.text.scripts import FEATURES, RISES
from layouts.text.treatment import TREATMENTS, Treatment, one_line, printed

DIGIT = 0.5
"""The width of a figure in the Latin face, em."""


def test_every_kind_of_mark_is_treated() -> None:
    assert set(TREATMENTS) == set(MarkKind)


def test_what_draws_or_moves_characters_knows_every_kind_that_is_to() -> None:
    kinds = {
        treatment: {kind for kind, how in TREATMENTS.items() if how is treatment}
        for treatment in Treatment
    }
    assert set(DRAWN) == kinds[Treatment.DRAWN]
    assert set(FEATURES) == set(RISES) == kinds[Treatment.SCRIPT]


# -- superscripts and subscripts -------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "above"), [("superscript", True), ("subscript", False)])
def test_a_raised_or_lowered_figure_is_small_and_off_the_baseline(
    composer: Composer, kind: str, above: bool
) -> None:
    line = composer.one(text_of(f"面积{{{kind}|2}}约"))
    figure = next(glyph for glyph in line.glyphs if glyph.text == "2")
    assert 0.58 <= figure.size / SIZE <= 0.65
    assert (figure.y < 0) is above
    assert all(glyph.y == 0 and glyph.size == SIZE for glyph in line.glyphs if glyph is not figure)


def test_no_gap_opens_beside_a_raised_figure(composer: Composer) -> None:
    """CSS Text autospace stops at the edges of sub- and superscripts."""
    line = composer.one(text_of("国{superscript|2}民"))
    assert line.pen("2") == pytest.approx(1.0)
    assert line.pen("民") == pytest.approx(1.0 + DIGIT * 0.62)


def test_the_pen_stands_where_the_widths_say(composer: Composer) -> None:
    text = text_of("在{superscript|（注 2）}后{subscript|“甲” Wi-Fi－}的{superscript|……}字")
    prepared, line = composer.prepare(text), composer.one(text)
    k = 0
    for glyph in line.glyphs:
        assert glyph.pen / SIZE == pytest.approx(
            prepared.places[k] + prepared.shifts.get(k, 0.0), abs=1e-9
        ), glyph.text
        k += len(glyph.text)


@pytest.mark.parametrize("sign", ["①", "注", "12", "*"])
@pytest.mark.parametrize("width", [3.0, 4.0, 5.0, 6.0, 7.0])
def test_no_line_begins_with_a_raised_sign(composer: Composer, sign: str, width: float) -> None:
    lines = composer.lines(text_of(f"甲乙丙丁{{superscript|{sign}}}戊己庚辛"), width)
    assert not any(line.startswith(sign[0]) for line in lines)


def test_a_line_may_end_behind_a_raised_sign_that_follows_a_stop(composer: Composer) -> None:
    assert composer.lines(text_of("甲乙丙。{superscript|①}丁戊己庚"), 4.5) == [
        "甲乙丙。①",
        "丁戊己庚",
    ]


def test_nothing_opens_before_a_raised_sign(composer: Composer) -> None:
    """The others of the line do."""
    first, _ = composer.set(text_of("甲乙丙{superscript|①}丁戊己“庚辛壬癸”"), 7.8)
    assert first.text == "甲乙丙①丁戊己"
    assert first.pen("①") - first.pen("丙") == pytest.approx(1.0)
    assert first.pen("乙") - first.pen("甲") > 1.01


def test_a_sign_stands_in_the_blank_of_the_stop_before_it(composer: Composer) -> None:
    line = composer.one(text_of("甲。{superscript|①}乙"))
    assert line.pen("①") == pytest.approx(1.5)
    assert line.pen("乙") == pytest.approx(1.5 + 0.62)


@pytest.mark.parametrize("face", ["kai", "fangsong"])
@pytest.mark.parametrize(("kind", "feature"), [("superscript", "sups"), ("subscript", "subs")])
def test_a_face_s_own_raised_and_lowered_figures_are_taken_where_it_has_them(
    composer: Composer, kind: str, feature: str, face: str
) -> None:
    """OpenType sups and subs: figures of their own, drawn at the size of the text."""
    style = with_changes(BODY, latin=face)
    (own,) = [
        glyph
        for glyph in composer.one(text_of(f"注{{{kind}|2}}"), style=style).glyphs
        if glyph.text == "2"
    ]
    plain = composer.catalogue.face(face).glyph("2")
    (shaped,) = composer.catalogue.face(face).shape("2", {feature: True})
    assert own.glyph == shaped.glyph != plain
    assert (own.size, own.y) == (SIZE, 0.0)


# -- readings and notes ----------------------------------------------------------------------------


def test_a_reading_follows_its_word_in_brackets(composer: Composer) -> None:
    assert composer.prepare(text_of("{ruby=jiā dìng|嘉定}人")).string == "嘉定（jiā dìng）人"


def test_a_comment_prints_nothing(composer: Composer) -> None:
    assert composer.prepare(text_of("这里{comment=核对|有疑问}。")).string == "这里有疑问。"


def test_the_sign_of_a_note_is_raised_and_follows_the_reading_of_the_same_words(
    composer: Composer,
) -> None:
    line = composer.one(text_of("{note=①|{ruby=liú|疁}}城"))
    assert line.text == "疁（liú）①城"
    assert next(glyph for glyph in line.glyphs if glyph.text == "①").y < 0


WHOLE = ["葛\U000e0100", "e\u0301", "国\u0301", "凉\ufe00"]
"""What a reader takes for one character (UAX #29)."""


@pytest.mark.parametrize("whole", WHOLE)
@pytest.mark.parametrize(("kind", "put"), [(MarkKind.NOTE, "①"), (MarkKind.RUBY, "（①）")])
def test_nothing_is_put_in_between_a_character_and_what_belongs_to_it(
    composer: Composer, kind: MarkKind, put: str, whole: str
) -> None:
    assert composer.prepare(Text(f"{whole}城", (Mark(0, 1, kind, "①"),))).string == (
        f"{whole}{put}城"
    )


@pytest.mark.parametrize("whole", WHOLE)
@pytest.mark.parametrize("kind", [MarkKind.BOLD, MarkKind.KAI, MarkKind.SUPERSCRIPT])
@pytest.mark.parametrize(("start", "end"), [(0, 2), (2, 4)])
def test_a_mark_that_would_part_a_character_takes_all_of_it_or_none(
    composer: Composer, kind: MarkKind, start: int, end: int, whole: str
) -> None:
    """甲, the character of two, and 乙丙: a character is set as it begins."""
    shown = composer.one(Text(f"甲{whole}乙丙", (Mark(start, end, kind),)))
    (like,) = [glyph for glyph in shown.glyphs if glyph.text == ("甲" if start == 0 else "乙")]
    sizes = {glyph.size for glyph in shown.glyphs if glyph.text and glyph.text in whole}
    assert sizes == {like.size if start == 0 else SIZE}


def test_an_accent_in_another_face_is_set_in_that_of_its_letter(composer: Composer) -> None:
    marks = (Mark(0, 1, MarkKind.BOLD), Mark(2, 3, MarkKind.KAI))
    shown = composer.one(Text("x\u0331\u0303", marks))
    plain = composer.one(Text("x\u0331\u0303", (Mark(0, 3, MarkKind.BOLD),)))
    assert shown.glyphs == plain.glyphs


def test_a_mark_round_a_note_goes_on_over_its_sign_and_one_that_ends_with_the_words_does_not() -> (
    None
):
    round_it = printed(text_of("{underline|甲{note=①|乙}丙}丁")).text
    with_it = printed(text_of("{underline|{note=①|乙}}丙")).text
    assert [mark[:2] for mark in round_it.marks if mark.kind is MarkKind.UNDERLINE] == [(0, 4)]
    assert [mark[:2] for mark in with_it.marks if mark.kind is MarkKind.UNDERLINE] == [(0, 1)]


def test_every_character_set_says_where_it_is_from(composer: Composer) -> None:
    text = text_of("{ruby= a |在} 2025 年{note=①|的 }汉字 {note=②|之间}")
    prepared = composer.prepare(text)
    put = {k for one in prepared.puts for k in range(one.start, one.end)}
    told = [
        (prepared.string[k], text.string[prepared.source_offset(k)])
        for k in range(len(prepared.string))
        if k not in put
    ]
    assert all(set_ == source for set_, source in told)
    assert "".join(char for char, _ in told).replace(" ", "") == text.string.replace(" ", "")


# -- lines that the editor ended -------------------------------------------------------------------


def test_a_soft_line_break_ends_the_line(composer: Composer) -> None:
    assert composer.lines("甲乙丙\u2028丁戊己庚辛壬癸", 5.0, indent=2.0) == [
        "甲乙丙",
        "丁戊己庚辛",
        "壬癸",
    ]


def test_such_a_line_is_not_spread_nor_squeezed(composer: Composer) -> None:
    first, _ = composer.set("甲（乙），丙\u2028丁戊己庚辛壬", 8.0)
    assert first.pen("丙") == pytest.approx(composer.one("甲（乙），丙").pen("丙"))


def test_marks_at_its_end_and_at_the_start_of_the_next_give_way_as_at_any_line_s(
    composer: Composer,
) -> None:
    first, second = composer.set("甲乙丙。\u2028“丁”戊", 8.0)
    assert first.broken.content == pytest.approx(3.5)
    assert second.pen("“") == pytest.approx(-0.5)


def test_two_of_them_leave_a_line_empty(composer: Composer) -> None:
    assert composer.lines("甲\u2028\u2028乙", 5.0) == ["甲", "", "乙"]


def test_a_title_on_two_lines_is_one_in_lists() -> None:
    assert one_line(text_of("老城更新\u2028与治水")) == "老城更新与治水"
    assert one_line(text_of("Old\u2028town")) == "Old town"


@pytest.mark.parametrize("kind", ["superscript", "subscript"])
def test_a_line_broken_by_the_editor_ends_among_raised_and_lowered_characters_too(
    composer: Composer, kind: str
) -> None:
    assert composer.lines(text_of(f"甲乙{{{kind}|二\u2028三}}丙丁。"), 20.0) == [
        "甲乙二",
        "三丙丁。",
    ]


PARTS = ["他说，“甲”。", "《乙》说：丙（丁）；", "（戊）己Wi-Fi庚，“辛", "壬”，癸"]


@pytest.mark.parametrize("width", [4.0, 5.5, 7.0])
def test_what_follows_a_line_that_the_editor_broke_is_set_as_a_text_of_its_own_would_be(
    composer: Composer, width: float
) -> None:
    """Marks at the start and the end of its lines, gaps and squeezes are where they are without the
    text before.
    """
    together = composer.set("\u2028".join(PARTS), width)
    alone = [line for part in PARTS for line in composer.set(part, width)]
    assert [line.text for line in together] == [line.text for line in alone]
    for line, other in zip(together, alone, strict=True):
        assert [(glyph.text, glyph.pen) for glyph in line.glyphs] == [
            (glyph.text, pytest.approx(glyph.pen)) for glyph in other.glyphs
        ]
