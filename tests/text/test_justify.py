"""Lines brought to their width: CLREQ 3.2.3's order, both edges exact, nothing opened that must
stay closed.
"""

from __future__ import annotations

from itertools import pairwise

import audit
import pytest
from composing import (
    BODY,
    CLREQ,
    OFFICE,
    SIZE,
    Composer,
    SetLine,
    is_too_short,
    with_changes,
)
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from layouts.text.breaking import break_lines
from layouts.text.justify import adjust
from layouts.text.line_room import Broken, content_width, stretchable
from layouts.text.prepare import Prepared, Typesetter

MARKS = "，。、；：！？”’）》】"
HALF_EM_SIGNS = "·–"


def right_edge(composer: Composer, line: SetLine, punctuation: object = CLREQ) -> float:
    """Where the last character's room ends: the pen after it, less the half that a mark gives up at
    the end of a line. Em.
    """
    last = line.glyphs[-1]
    if last.text in HALF_EM_SIGNS:
        return (last.left + last.right) / 2 / SIZE + 0.25
    advance = composer.catalogue.face(last.face).advance(last.glyph)
    # type: ignore[attr-defined]
    halved = line.text[-1] in MARKS and advance == 1.0 and punctuation.line_end == 0.5
    return last.pen / SIZE + advance - (0.5 if halved else 0.0)


def adjusted(
    composer: Composer, text: str, width: float, punctuation: object = CLREQ, last: bool = False
) -> tuple[Prepared, dict[int, float], float]:
    """What `adjust` does to a whole text on a line of some width: changes by index, and the gap at
    every boundary.
    """
    prepared = composer.prepare(text, punctuation)  # type: ignore[arg-type]
    size = len(prepared.string)
    gap, changes, _ = adjust(
        prepared, Broken(0, size, width, content_width(prepared, 0, size), last)
    )
    return prepared, dict(changes), gap


def by_text(prepared: Prepared, changes: dict[int, float]) -> dict[str, float]:
    return {prepared.string[k]: round(change, 6) for k, change in changes.items()}


# -- both edges are exact --------------------------------------------------------------------------

_texts = st.lists(
    st.sampled_from(
        [
            "国",
            "人民",
            "发展，",
            "建设。",
            "“好”",
            "（一）",
            "《报》",
            "2023",
            "12月",
            "App",
            "PDF 版",
            "——",
            "……",
            "甲·乙",
            "A/B",
            "第3期",
            "、",
            " 保供水",
            "？！",
            "5%",
        ]
    ),
    min_size=12,
    max_size=60,
).map("".join)


@pytest.mark.parametrize(
    "punctuation",
    [CLREQ, OFFICE, with_changes(CLREQ, autospace=0.25, autospace_min=0.125, autospace_max=0.333)],
)
def test_every_justified_line_ends_at_its_right_edge(
    composer: Composer, punctuation: object
) -> None:
    """reportlab #11: a gap was left at the line's end where it held figures. superdoc #3901: one
    mark stopped justification.
    """

    @settings(max_examples=examples(120), deadline=None)
    @given(_texts, st.integers(8, 40))
    def check(text: str, measure: int) -> None:
        prepared = composer.prepare(text, punctuation)
        for line in composer.set(text, float(measure), punctuation=punctuation):
            if line.broken.last:
                continue
            if adjust(prepared, line.broken).ragged:
                # its own word for it would let any line pass
                bound = 0.08 if punctuation.total_fit else 0.25
                assert is_too_short(line.text, line.broken, bound), line.text
            elif line.broken.content >= measure - 6:
                assert right_edge(composer, line, punctuation) == pytest.approx(
                    measure, abs=1e-6
                ), line.text

    check()


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("国国国人民人民人民发展，第3期————国国", 20.0),
        ("国国国葛\U000e0100人民人民人民第3期——国国人民", 13.5),
        ("国国国人民国\u0301人民，3月——国国人民人民国", 13.0),
    ],
)
def test_what_has_no_glyph_of_its_own_takes_no_gap_off_its_line(
    composer: Composer, text: str, measure: float
) -> None:
    """Selectors, accents, dashes that are one glyph: no gap opens before them, and none is lost."""
    first = composer.set(text, measure)[0]
    adjustment = adjust(composer.prepare(text), first.broken)
    assert adjustment.gap > 0
    assert not adjustment.ragged
    assert right_edge(composer, first) == pytest.approx(measure)


def test_every_justified_line_begins_at_its_left_edge(composer: Composer) -> None:
    for line in composer.set("国人民发展，建设。“好”（一）《报》2023年12月App国国" * 3, 11.0):
        first = line.glyphs[0]
        assert first.pen == pytest.approx(-0.5 * SIZE if line.text[0] in "“（《" else 0.0)


@pytest.mark.parametrize("measure", range(6, 36))
def test_no_two_glyphs_of_an_adjusted_line_overlap(composer: Composer, measure: int) -> None:
    text = (
        "他说：“好。”（见《条例》第3条、第12条）；今年1—9月，App用户达３５万人，同比增长12.5%。我们要坚持“稳中求进”，做到‘四不’——不松、不懈、不等、不靠！"
        * 2
    )
    for line in composer.set(text, float(measure)):
        assert audit.overlapping(line.glyphs, give=0.0) == []


# -- order of reduction: CLREQ 3.2.3 ---------------------------------------------------------------

WIDE = with_changes(CLREQ, autospace=0.25, autospace_min=0.125, autospace_max=0.333)
SAMPLE = "国（国，国App国。国）国，国国"
"""Two brackets, two pauses, two gaps and a stop inside the line."""


def test_brackets_give_way_first_and_alike(composer: Composer) -> None:
    natural = composer.width(SAMPLE, WIDE)
    prepared, changes, gap = adjusted(composer, SAMPLE, natural - 0.4, WIDE)
    assert by_text(prepared, changes) == {"（": -0.2, "）": -0.2}
    assert gap == 0.0


def test_pauses_give_way_when_brackets_have_given_all(composer: Composer) -> None:
    natural = composer.width(SAMPLE, WIDE)
    prepared, changes, _ = adjusted(composer, SAMPLE, natural - 1.6, WIDE)
    assert by_text(prepared, changes) == {"（": -0.5, "）": -0.5, "，": -0.3}


def test_han_latin_gaps_give_way_after_pauses(composer: Composer) -> None:
    natural = composer.width(SAMPLE, WIDE)
    prepared, changes, _ = adjusted(composer, SAMPLE, natural - 2.1, WIDE)
    found = by_text(prepared, changes)
    assert found.pop("国") == pytest.approx(-0.05)
    assert found.pop("p") == pytest.approx(-0.05)
    assert found == {"（": -0.5, "）": -0.5, "，": -0.5}


def test_stops_give_way_last(composer: Composer) -> None:
    natural = composer.width(SAMPLE, WIDE)
    prepared, changes, _ = adjusted(composer, SAMPLE, natural - 2.5, WIDE)
    assert by_text(prepared, changes)["。"] == pytest.approx(-0.25)
    assert by_text(prepared, changes)["p"] == pytest.approx(-0.125)


def test_no_mark_gives_more_than_its_blank_half(composer: Composer) -> None:
    prepared, changes, _ = adjusted(composer, SAMPLE, 1.0, WIDE)
    assert min(changes.values()) >= -0.5
    assert by_text(prepared, changes)["p"] == pytest.approx(-0.125)


def test_an_office_mark_keeps_half_an_em(composer: Composer) -> None:
    """GB/T 15834 5.1.10, CLREQ 3.1.6: a mark is squeezed to half an em and no further."""
    _, changes, _ = adjusted(composer, "国，" * 12 + "国国", 25.0, OFFICE)
    assert min(changes.values()) == pytest.approx(-1 / 12)
    _, changes, _ = adjusted(composer, "国，" * 12 + "国国", 18.0, OFFICE)
    assert [round(change, 6) for change in changes.values()] == [-0.5] * 12


@pytest.mark.parametrize("pair", ["（）", "《》", "“”", "〔〕", "【】", "「」", "〈〉", "‘’"])
@pytest.mark.parametrize(
    "face", ["song", "song-bold", "hei", "hei-bold", "kai", "fangsong", "song-black"]
)
@pytest.mark.parametrize("less", [0.3, 0.9, 5.0])
def test_both_marks_of_a_pair_give_alike(
    composer: Composer, pair: str, face: str, less: float
) -> None:
    """FangSong's 《 has a hair less room than its 》."""
    text = f"国国{pair[0]}国国{pair[1]}国国"
    prepared = composer.prepare(text, CLREQ, with_changes(BODY, face=face))
    width = content_width(prepared, 0, len(text))
    changes = dict(adjust(prepared, Broken(0, len(text), width - less, width, False)).changes)
    assert changes[2] < 0
    assert changes[2] == pytest.approx(changes[5])


def test_hanzi_are_never_narrowed(composer: Composer) -> None:
    """Typst PR #701."""
    prepared, changes, _ = adjusted(composer, "国国，国国", 4.6)
    assert set(by_text(prepared, changes)) == {"，"}


def test_a_squeezed_opening_mark_moves_its_ink_not_its_neighbour_s(composer: Composer) -> None:
    """Typst #8557, #8390: the mark was squeezed on the wrong side."""
    (line,) = composer.set("国国（国国", 4.5)
    assert line.pen("国", 1) == pytest.approx(1.0)
    assert line.ink("（")[0] >= 2.0
    assert line.pen("国", 2) == pytest.approx(2.5)


def test_a_squeezed_closing_mark_gives_on_its_right(composer: Composer) -> None:
    (line,) = composer.set("国国）国国", 4.5)
    assert line.pen("）") == pytest.approx(2.0)
    assert line.pen("国", 2) == pytest.approx(2.5)


# -- order of expansion: CLREQ 3.2.3 ---------------------------------------------------------------


def test_a_word_space_opens_first_to_half_an_em(composer: Composer) -> None:
    prepared, changes, gap = adjusted(
        composer, "国App Store国国", composer.width("国App Store国国") + 0.2
    )
    assert by_text(prepared, changes) == {" ": 0.2}
    assert gap == 0.0
    text = "国App Store" + "国" * 12
    prepared, changes, gap = adjusted(composer, text, composer.width(text) + 2)
    assert gap > 0
    assert changes[prepared.string.index(" ")] + gap == pytest.approx(0.25)


@pytest.mark.parametrize("short", [0.1, 0.3, 0.7, 1.2, 1.6, 2.0, 2.7])
@pytest.mark.parametrize(
    "text", ["国国App Store for国国国国", "国Some Words in a Row国", "Some Words in a Row"]
)
def test_a_word_space_is_never_wider_than_half_an_em(
    composer: Composer, text: str, short: float
) -> None:
    """typography.md 1.7: whatever gaps open, a space between Latin words has half an em in all;
    else the line is ragged.
    """
    line = composer.set(f"{text} {'x' * 50}", composer.width(text) + short, 30.0)[0]
    assert line.text.strip() == text
    face = composer.catalogue.face("latin")
    for before, space, after in zip(line.glyphs, line.glyphs[1:], line.glyphs[2:], strict=False):
        if space.text == " ":
            word_end = before.pen / SIZE + face.advance(before.glyph)
            assert after.pen / SIZE - word_end <= 0.5 + 1e-3


def test_han_latin_gaps_open_next_up_to_their_most(composer: Composer) -> None:
    text = "国App国国"
    prepared, changes, gap = adjusted(composer, text, composer.width(text) + 0.2)
    assert by_text(prepared, changes) == {"国": 0.1, "p": 0.1}
    assert gap == 0.0


def test_all_other_gaps_open_alike_last(composer: Composer) -> None:
    text = "国App国国国"
    prepared, changes, gap = adjusted(composer, text, composer.width(text) + 0.53)
    assert by_text(prepared, changes) == {"国": 0.125, "p": 0.125}
    assert gap == pytest.approx(0.07)  # 国|App, App|国, 国|国, 国|国


@pytest.mark.parametrize("unit", ["2023", "12.5%", "App", "——", "……", "A/B", "1,024", "GB/T"])
def test_nothing_opens_inside_a_unit(composer: Composer, unit: str) -> None:
    natural = composer.one(f"国{unit}国")
    (wide, *_) = composer.set(f"国{unit}国国国国", composer.width(f"国{unit}国国") + 1.0)
    inside = [glyph for glyph in natural.glyphs if glyph.text != "国"]
    opened = [glyph for glyph in wide.glyphs if glyph.text != "国"]
    assert [b.pen - a.pen for a, b in pairwise(opened)] == pytest.approx(
        [b.pen - a.pen for a, b in pairwise(inside)]
    )


@pytest.mark.parametrize("sign", ["·", "–", "～", "／", "—"])
def test_nothing_opens_beside_a_connector_or_slash(composer: Composer, sign: str) -> None:
    """CLREQ 3.2.3: never around connectors and solidi; an interpunct holds a name together."""
    text = f"国{sign}国"
    prepared = composer.prepare(text + "国")
    before, after = prepared.places[1], prepared.places[2]
    (line, *_) = composer.set(text + "国国国国", composer.width(text + "国国") + 0.9)
    if sign in "–～／":
        assert line.pen("国", 1) == pytest.approx(after)
    assert before == 1.0


def test_a_two_em_dash_stays_one_glyph_on_a_stretched_line(composer: Composer) -> None:
    (line, *_) = composer.set("国国——国国国国", 7.4)
    assert [glyph.text for glyph in line.glyphs if "—" in glyph.text] == ["——"]


def test_ligatures_and_kerning_survive_stretching(composer: Composer) -> None:
    natural = composer.one("国AVATAR office国")
    (line, *_) = composer.set(
        "国AVATAR office国国国国国", composer.width("国AVATAR office国国") + 1.4
    )
    for word in ("AVATAR",):
        a = [glyph.pen for glyph in natural.glyphs if glyph.text in word]
        b = [glyph.pen for glyph in line.glyphs if glyph.text in word]
        assert [y - x for x, y in pairwise(b)] == pytest.approx([y - x for x, y in pairwise(a)])


# -- ragged lines: typography.md 1.7, issue 16.6 ---------------------------------------------------


@pytest.mark.parametrize(
    ("short", "ragged"), [(0.1, False), (0.32, False), (0.33, True), (3.0, True)]
)
def test_a_line_is_spread_by_0_08_em_a_gap_and_then_left_short(
    composer: Composer, short: float, ragged: bool
) -> None:
    """Five Hanzi have four gaps between them."""
    prepared = composer.prepare("国国国国国")
    adjustment = adjust(prepared, Broken(0, 5, 5.0 + short, 5.0, False))
    assert adjustment.ragged == ragged
    assert adjustment.gap == pytest.approx(0.08 if ragged else short / 4)


@pytest.mark.parametrize(
    ("short", "ragged"), [(0.9, False), (1.0, False), (1.01, True), (3.0, True)]
)
def test_a_line_filled_first_come_first_served_is_spread_by_a_quarter_em(
    composer: Composer, short: float, ragged: bool
) -> None:
    """One that would be spread further keeps its natural spacing."""
    prepared = composer.prepare("国国国国国", punctuation=OFFICE)
    adjustment = adjust(prepared, Broken(0, 5, 5.0 + short, 5.0, False))
    assert adjustment.ragged == ragged
    assert adjustment.gap == pytest.approx(0.0 if ragged else short / 4)


def test_a_line_cast_longer_is_spread_as_far_as_that_asked(composer: Composer) -> None:
    prepared = composer.prepare("国国国国国")
    adjustment = adjust(prepared, Broken(0, 5, 5.44, 5.0, False, opened=0.12))
    assert not adjustment.ragged
    assert adjustment.gap == pytest.approx(0.11)


def test_a_ragged_line_opens_its_han_latin_gaps_to_their_most_and_all_gaps_to_the_bound(
    composer: Composer,
) -> None:
    first = composer.set("国国，App国" + "x" * 20, 9.5)[0]
    assert first.text == "国国，App国"
    natural = composer.one("国国，App国")
    moved = [a.pen - b.pen for a, b in zip(first.glyphs, natural.glyphs, strict=True)]
    # 国国，App国: an eighth of an em more on both sides of App, whose letters stay together
    gaps = [0.0, 0.08, 0.16, 0.24, 0.24, 0.24, 0.32 + 0.125]
    assert [move / SIZE for move in moved] == pytest.approx(gaps)


def test_what_word_spaces_and_gaps_can_take_counts_before_a_line_is_ragged(
    composer: Composer,
) -> None:
    """Two word spaces take a quarter em each and no more, the two Han–Latin gaps an eighth each,
    and both open by 0.08 em after that.
    """
    text = "国a b c国"
    prepared = composer.prepare(text)
    natural, size = composer.width(text), len(prepared.string)
    assert stretchable(prepared, 0, size) == 4
    most = 2 * 0.25 + 2 * 0.125 + 2 * 0.08
    assert adjust(prepared, Broken(0, size, natural + most, natural, False)).ragged is False
    assert adjust(prepared, Broken(0, size, natural + most + 0.01, natural, False)).ragged is True


@pytest.mark.parametrize(
    ("punctuation", "widest"),
    [(CLREQ, 0.08), (OFFICE, 0.25), (with_changes(CLREQ, total_fit=False), 0.25)],
)
def test_no_gap_of_any_line_opens_wider_than_its_style_allows(
    composer: Composer, punctuation: object, widest: float
) -> None:
    @settings(max_examples=examples(120), deadline=None)
    @given(_texts, st.integers(4, 24))
    def check(text: str, measure: int) -> None:
        prepared = composer.prepare(text, punctuation)  # type: ignore[arg-type]
        for line in break_lines(prepared, lambda k: float(measure)):
            assert adjust(prepared, line).gap <= widest + 1e-6

    check()


def test_a_word_alone_on_a_line_stands_at_its_left_edge(composer: Composer) -> None:
    word = "internationalization"
    first = composer.set(f"{word} {word}国国", 11.0)[0]
    assert first.text.strip() == word
    assert first.glyphs[0].pen == 0.0
    assert [glyph.pen for glyph in first.glyphs] == pytest.approx(
        [glyph.pen for glyph in composer.one(word).glyphs]
    )


# -- last lines ------------------------------------------------------------------------------------


def test_the_last_line_is_not_stretched(composer: Composer) -> None:
    (line,) = composer.set("国国国", 10.0)
    assert [glyph.pen / SIZE for glyph in line.glyphs] == pytest.approx([0.0, 1.0, 2.0])


def test_a_last_line_that_is_too_wide_is_squeezed(composer: Composer) -> None:
    (line,) = composer.set("国，国，国国。", 6.0)
    assert line.broken.last
    assert right_edge(composer, line) == pytest.approx(6.0)


def test_a_line_that_is_not_justified_keeps_its_natural_width(composer: Composer) -> None:
    first = composer.set("国国国，国国国国国", 4.5, justify=False)[0]
    assert [glyph.pen / SIZE for glyph in first.glyphs][:3] == pytest.approx([0.0, 1.0, 2.0])


def test_the_same_line_comes_out_the_same_whatever_was_set_before(composer: Composer) -> None:
    """LibreOffice tdf#153966: glyphs jittered because sums changed their order."""
    text = "他说：“好。”（见《条例》第3条）；今年1—9月，App用户达３５万人，同比增长12.5%。"
    fresh = Composer(Typesetter(composer.catalogue))
    expected = [[glyph.pen for glyph in line.glyphs] for line in fresh.set(text, 13.0)]
    composer.set(text[::-1], 9.0)
    assert [[glyph.pen for glyph in line.glyphs] for line in composer.set(text, 13.0)] == expected


# -- labels ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("label", ["一、", "（三）", "3、", "(3) ", "12．"])
def test_the_marks_of_a_label_never_give_way(composer: Composer, label: str) -> None:
    """一、 二、 三、 stand under each other: in a full line as wide as in an open one."""
    prepared, changes, _ = adjusted(composer, f"{label}国、国、国、国国国", 100.0)
    need = content_width(prepared, 0, len(prepared.string)) - 0.4
    _, changes, _ = adjusted(composer, f"{label}国、国、国、国国国", need)
    assert changes
    assert min(changes) >= len(label.rstrip())


def test_marks_of_what_is_no_label_give_way_as_all_do(composer: Composer) -> None:
    prepared, _, _ = adjusted(composer, "国、国、国国国", 100.0)
    need = content_width(prepared, 0, len(prepared.string)) - 0.4
    _, changes, _ = adjusted(composer, "国、国、国国国", need)
    assert set(changes) == {1, 3}
