"""Widths that depend on neighbours: marks in pairs, marks at edges, gaps between Han and Latin,
typed spaces, quotes.
"""

from __future__ import annotations

import audit
import pytest
from composing import BODY, CLREQ, OFFICE, SIZE, Composer, with_changes

AUTOSPACE = CLREQ.autospace


def inner(composer: Composer, text: str) -> float:
    """What a text takes between two Hanzi, em."""
    return composer.width(f"国{text}人") - 2


# -- neighbouring marks: CLREQ 3.1.6.4, GB/T 15834 5.1 ---------------------------------------------


@pytest.mark.parametrize(
    "pair", ["，“", "。《", "）（", "》《", "“《", "（“", "：“", "、《", "！“", "？（", "；《"]
)
def test_an_opening_mark_after_a_mark_loses_half_an_em_on_its_left(
    composer: Composer, pair: str
) -> None:
    """CLREQ 3.1.6.4: two marks that total 2 em take 1.5 em."""
    line = composer.one(f"国{pair}人")
    assert inner(composer, pair) == pytest.approx(1.5)
    assert line.pen("人") == pytest.approx(2.5)
    assert line.ink(pair[1])[1] <= 2.5
    assert line.ink(pair[1])[0] >= 2.0  # its ink, in the right half of its em, has moved with it


@pytest.mark.parametrize(
    "pair", ["》，", "）。", "。”", "”。", "，”", "）》", "；）", "：）", "！”", "？）", "」、"]
)
def test_a_closing_mark_before_a_mark_loses_half_an_em_on_its_right(
    composer: Composer, pair: str
) -> None:
    line = composer.one(f"国{pair}人")
    assert inner(composer, pair) == pytest.approx(1.5)
    assert line.pen(pair[1]) == pytest.approx(1.5)
    assert line.ink(pair[0])[1] <= 1.5


@pytest.mark.parametrize("pair", ["国“", "”国", "（国", "国）", "国，", "。国"])
def test_a_mark_beside_a_hanzi_keeps_its_em(composer: Composer, pair: str) -> None:
    assert inner(composer, pair) == pytest.approx(2.0)


def test_a_closing_mark_after_an_opening_one_keeps_both_ems(composer: Composer) -> None:
    """xeCJK quanjiao and CSS Text 4 keep OPEN–CLOSE as they are."""
    assert inner(composer, "（）") == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("run", "width"),
    [("。”）", 2.0), ("》”，", 2.0), ("”）。“", 2.5), ("，“《", 2.0), ("》）（《", 2.5)],
)
def test_a_run_of_marks_is_squeezed_at_every_joint(
    composer: Composer, run: str, width: float
) -> None:
    """Brackets hug their content: n marks take (n + 1) / 2 em."""
    assert inner(composer, run) == pytest.approx(width)


@pytest.mark.parametrize(
    ("run", "width"), [("？！", 1.0), ("！！", 1.0), ("？？？", 2.0), ("！！！", 2.0)]
)
def test_two_question_or_exclamation_marks_take_one_em_and_three_two(
    composer: Composer, run: str, width: float
) -> None:
    """GB/T 15834 5.1.2: two marks share one em, three take two."""
    assert inner(composer, run) == pytest.approx(width)


def test_the_interpunct_is_half_an_em(composer: Composer) -> None:
    """GB/T 15834 5.1.7; the face's own glyph is 0.33 em."""
    line = composer.one("甲·乙")
    assert line.pen("乙") == pytest.approx(1.5)
    left, right = line.ink("·")
    assert (left + right) / 2 == pytest.approx(1.25, abs=0.01)


@pytest.mark.parametrize(
    ("sign", "width"),
    [("–", 0.5), ("—", 1.0), ("～", 1.0), ("——", 2.0), ("……", 2.0), ("…………", 4.0)],
)
def test_connectors_dashes_and_ellipses_have_their_widths(
    composer: Composer, sign: str, width: float
) -> None:
    """GB/T 15834 5.1.4, 5.1.5, 5.1.8: short connector half an em, 一字线 and ～ one, dash and
    ellipsis two.
    """
    assert inner(composer, sign) == pytest.approx(width)


@pytest.mark.parametrize("slash", ["/", "／"])
def test_the_slash_between_hanzi_is_half_an_em(composer: Composer, slash: str) -> None:
    """GB/T 15834 5.1.9."""
    assert inner(composer, slash) == pytest.approx(0.5)


def test_the_slash_between_latin_letters_is_the_latin_face_s_own(composer: Composer) -> None:
    line = composer.one("GB/T")
    assert {glyph.face for glyph in line.glyphs} == {"latin"}


def test_the_two_em_dash_is_one_glyph(composer: Composer) -> None:
    dash = [glyph for glyph in composer.one("甲——乙").glyphs if "—" in glyph.text]
    assert [glyph.text for glyph in dash] == ["——"]
    assert dash[0].right - dash[0].left > 1.7 * SIZE


@pytest.mark.parametrize(
    "text",
    [
        "他说：“好。”（笑）",
        "《甲》、《乙》",
        "一（二）〔三〕，四",
        "“‘甲’乙”",
        "甲·乙”。",
        "——“甲”——",
        "真的？！”“是。",
    ],
)
@pytest.mark.parametrize(
    "face", ["song", "song-bold", "hei", "hei-bold", "kai", "fangsong", "song-black"]
)
def test_squeezed_marks_never_overlap_their_neighbours(
    composer: Composer, text: str, face: str
) -> None:
    """superdoc #792: the squeeze moved ink over the next glyph.

    Typst #8557, #8390: squeezed on the wrong side.
    """
    glyphs = composer.one(text, style=with_changes(BODY, face=face)).glyphs
    assert audit.overlapping(glyphs, give=0.0) == []


def test_no_mark_is_squeezed_in_the_office_style(composer: Composer) -> None:
    assert composer.width("国，“人”。", OFFICE) == pytest.approx(6.0)


# -- run boundaries: Typst #5474, #2702, #2703 -----------------------------------------------------


@pytest.mark.parametrize(
    ("plain", "styled"),
    [
        ("甲，“乙”", "甲⟦，⟧“乙”"),
        ("甲》，乙", "⟦甲》⟧，乙"),
        ("甲。”乙", "甲⟨。⟩”乙"),
        ("（“甲”）", "（⟦“甲”⟧）"),
    ],
)
def test_marks_are_squeezed_across_a_change_of_emphasis(
    composer: Composer, plain: str, styled: str
) -> None:
    """Typst #2702: squeezing stopped at a run boundary."""
    assert composer.width(styled) == pytest.approx(composer.width(plain))


@pytest.mark.parametrize("styled", ["甲⟦A⟧乙", "⟦甲⟧A乙", "甲A⟨乙⟩", "⟦甲⟧⟨A⟩⟦乙⟧"])
def test_the_gap_stands_across_a_change_of_emphasis(composer: Composer, styled: str) -> None:
    """Typst #2703, #5474: the gap was lost where bold began."""
    line = composer.one(styled)
    assert line.pen("A") == pytest.approx(1 + AUTOSPACE)
    assert line.broken.content == pytest.approx(2 + 2 * AUTOSPACE + _advance(composer, "A", line))


def _advance(composer: Composer, char: str, line: object) -> float:
    glyph = next(glyph for glyph in line.glyphs if glyph.text == char)  # type: ignore[attr-defined]
    return composer.catalogue.face(glyph.face).advance(glyph.glyph)


# -- gaps between Han and Latin: CLREQ 3.2.2, CSS Text 4 text-autospace ----------------------------


@pytest.mark.parametrize("text", ["共12人", "用App时", "第3期", "共５人"])
def test_a_gap_stands_between_hanzi_and_latin_letters_or_figures(
    composer: Composer, text: str
) -> None:
    count = 0 if "５" in text else 2
    assert len(composer.prepare(text).gaps) == count


@pytest.mark.parametrize("text", ["共，12。人", "（12）", "“App”", "国!国#国", "国%国", "12，A。"])
def test_no_gap_stands_beside_marks_or_symbols(composer: Composer, text: str) -> None:
    """CLREQ 3.2.2: not next to marks; WPT text-autospace-zh-001: not next to ! and #."""
    assert composer.prepare(text).gaps == []


def test_a_gap_is_an_eighth_of_an_em_by_default(composer: Composer) -> None:
    assert composer.one("甲1乙").pen("1") == pytest.approx(1.125)


def test_a_gap_falls_away_at_the_end_of_a_line(composer: Composer) -> None:
    first, second = composer.set("国国国2023", 4.0)
    assert first.text == "国国国"
    assert first.broken.content == pytest.approx(3.0)
    assert second.pen("2") == pytest.approx(0.0)


# -- typed spaces ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("12 月 22 日", "12月22日"),
        ("用 App 时", "用App时"),
        ("甲 ，乙", "甲，乙"),
        ("甲。 乙", "甲。乙"),
        ("（ 甲 ）", "（甲）"),
        ("  甲乙  ", "甲乙"),
        ("他说：“好。” 然后", "他说：“好。”然后"),
        ("甲 “乙” 丙", "甲“乙”丙"),
        ("用 “App” 时", "用“App”时"),
        ("\u00a0\u00a0甲乙\u00a0", "甲乙"),
    ],
)
def test_typed_spaces_that_stand_for_layout_are_dissolved(
    composer: Composer, typed: str, set_as: str
) -> None:
    """CSS Text 4 text-autospace: replace; typography.md 1.6: also beside full-width marks, quotes
    among them.
    """
    assert composer.prepare(typed).string == set_as


@pytest.mark.parametrize("text", ["App Store", "防寒潮 保供水", "甲\u3000乙", "Wi-Fi 6"])
def test_spaces_between_words_and_between_clauses_stay(composer: Composer, text: str) -> None:
    assert composer.prepare(text).string == text


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("增长 50% 以上", "增长50%以上"),
        ("达 25℃ 左右", "达25℃左右"),
        ("共 ¥300 元", "共¥300元"),
        ("共 ￥300 元", "共￥300元"),
        ("共 ¥ 300 元", "共¥300元"),
        ("增长 50％ 以上", "增长50％以上"),
        ("共 $5 元", "共$5元"),
    ],
)
def test_a_space_typed_beside_the_sign_of_a_number_is_a_gap_like_any_other(
    composer: Composer, typed: str, set_as: str
) -> None:
    prepared = composer.prepare(typed)
    assert prepared.string == set_as
    signs = {typed.index(sign) for sign in "%％℃¥￥$" if sign in typed}
    beside = [prepared.source_offset(k) for k in prepared.gaps]
    assert any(sign - 2 == k or sign == k for sign in signs for k in beside)
    assert composer.width(typed) == pytest.approx(composer.width(set_as) + AUTOSPACE)


def test_a_gap_typed_beside_a_sign_falls_away_where_the_line_ends(composer: Composer) -> None:
    first, second = composer.set("增长50% 以上", 4.1 + AUTOSPACE)
    assert (first.text, second.text) == ("增长50%", "以上")
    assert second.pen("以") == pytest.approx(0.0)
    assert first.broken.content == pytest.approx(composer.width("增长50%"))


def test_no_gap_stands_where_none_was_typed_beside_a_sign(composer: Composer) -> None:
    """WPT text-autospace-zh-001: not next to signs."""
    assert composer.width("五成%以上") == pytest.approx(
        composer.width("五成") + composer.width("%") + composer.width("以上")
    )


def test_a_run_of_spaces_is_one(composer: Composer) -> None:
    assert composer.prepare("App   Store").string == "App Store"


def test_a_typed_space_between_hanzi_is_half_an_em(composer: Composer) -> None:
    assert composer.one("潮 保").pen("保") == pytest.approx(1.5)


def test_a_space_between_latin_words_is_the_face_s_own(composer: Composer) -> None:
    face = composer.catalogue.face("latin")
    line = composer.one("A B")
    assert line.pen("B") == pytest.approx(
        face.advance(face.glyph("A")) + face.advance(face.glyph(" "))
    )


def test_a_space_where_the_line_ends_takes_no_room(composer: Composer) -> None:
    first, second = composer.set("国国国 人人人", 3.0)
    assert (first.text.strip(), second.text) == ("国国国", "人人人")
    assert second.pen("人") == pytest.approx(0.0)


def test_what_was_dissolved_is_remembered_by_its_place_in_the_source(composer: Composer) -> None:
    prepared = composer.prepare("12 月 22 日，晴")
    assert [prepared.source_offset(k) for k in range(len(prepared.string))] == [
        0,
        1,
        3,
        5,
        6,
        8,
        9,
        10,
    ]


# -- quotes: CLREQ #534 ----------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["说“好”吧", "“App”很好", "他“A”，", "《“A”》"])
def test_quotes_beside_hanzi_or_chinese_marks_are_full_width(composer: Composer, text: str) -> None:
    prepared = composer.prepare(text)
    assert prepared.letters[text.index("“")] == "O"
    assert prepared.letters[text.index("”")] == "C"


@pytest.mark.parametrize("text", ["the “OK” sign", "it’s", "don’t “stop”", "“OK”"])
def test_quotes_in_latin_text_are_the_latin_face_s(composer: Composer, text: str) -> None:
    assert {glyph.face for glyph in composer.one(text).glyphs if not glyph.blank} == {"latin"}


def test_both_quotes_of_a_pair_have_the_same_width(composer: Composer) -> None:
    """One of the two stands beside a Hanzi, the other beside Latin."""
    line = composer.one("用“App”和“PDF 版”")
    assert {glyph.face for glyph in line.glyphs if glyph.text in "“”"} == {"song"}


def test_an_apostrophe_in_a_latin_word_is_latin_beside_hanzi(composer: Composer) -> None:
    line = composer.one("用it’s时")
    assert next(glyph.face for glyph in line.glyphs if glyph.text == "’") == "latin"


# -- line edges: GB/T 15834 5.1.10, CLREQ 3.1.6.1 --------------------------------------------------


@pytest.mark.parametrize("mark", "，。、；：！？”’）》】〕")
def test_a_mark_at_the_end_of_a_line_takes_half_an_em(composer: Composer, mark: str) -> None:
    first = composer.set(f"国国国国{mark}国国国", 4.5)[0]
    assert first.text == f"国国国国{mark}"
    assert first.broken.content == pytest.approx(4.5)
    assert first.glyphs[-1].right <= 4.5 * SIZE


@pytest.mark.parametrize("mark", "“‘（《【〔")
def test_an_opening_mark_at_the_start_of_a_line_loses_its_left_half(
    composer: Composer, mark: str
) -> None:
    second = composer.set(f"国国国国{mark}人人人", 4.0)[1]
    assert second.text.startswith(mark)
    assert second.pen("人") == pytest.approx(0.5)
    assert second.glyphs[0].left >= -0.03 * SIZE


def test_an_opening_mark_at_an_indented_start_loses_its_left_half_too(composer: Composer) -> None:
    """Typst #2348: with a 2 em indent the bracket stood half an em further in."""
    first = composer.set("（国国国国国", 4.5, indent=2.0)[0]
    assert first.pen("国") == pytest.approx(0.5)
    assert first.text == "（国国"


def test_the_office_style_leaves_marks_at_edges_whole(composer: Composer) -> None:
    first = composer.set("国国国，国国国国", 4.0, punctuation=OFFICE)[0]
    assert first.text == "国国国，"
    assert first.broken.content == pytest.approx(4.0)


def test_a_variation_selector_takes_no_room_and_steals_no_squeeze(composer: Composer) -> None:
    """KOReader #6162: the squeeze went to the selector instead of the mark."""
    selector = "\ufe00"
    assert composer.width(f"甲，{selector}“乙") == pytest.approx(composer.width("甲，“乙"))
    assert composer.one(f"甲{selector}乙").pen("乙") == pytest.approx(1.0)
