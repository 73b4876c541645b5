"""Characters with marks, selectors and joiners: drawn whole by one face, or reported; never a base
lost because of what follows it.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise, permutations

import audit
import pytest
from composing import BODY, OFFICE, SIZE, Composer, with_changes
from examples import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from layouts.text.classes import is_ignorable, is_visible
from layouts.text.prepare import Prepared

VS1, VS2, TEXT, EMOJI, IVS = "\ufe00", "\ufe01", "\ufe0e", "\ufe0f", "\U000e0100"
KEYCAP = "\u20e3"
JOINER, NON_JOINER, WORD_JOINER, SOFT_HYPHEN = "\u200d", "\u200c", "\u2060", "\u00ad"
MARKED = "x\u0331\u0303"
FACES = ("song", "song-bold", "song-black", "hei", "hei-bold", "kai", "fangsong")


def missing(prepared: Prepared) -> str:
    return "".join(prepared.string[k] for k in prepared.missing)


# -- selectors -------------------------------------------------------------------------------------


@pytest.mark.parametrize("selector", [EMOJI, TEXT, VS1, IVS])
@pytest.mark.parametrize("emoji", ["❤", "😀", "⌚", "\U0001f1e8"])
def test_an_emoji_in_no_face_is_missing_with_a_selector_as_without(
    composer: Composer, emoji: str, selector: str
) -> None:
    assert (
        missing(composer.prepare(f"甲{emoji}{selector}乙"))
        == missing(composer.prepare(f"甲{emoji}乙"))
        == emoji
    )


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("selector", [EMOJI, TEXT, VS1, IVS, "\U000e01ef", "\u180b"])
@pytest.mark.parametrize(
    "base", ["葛", "𪚥", "𠮷", "㛃", "★", "☎", "①", "A", "8", "。", "—", "·", "‼"]
)
def test_a_selector_that_no_face_knows_is_passed_over_and_its_base_drawn(
    composer: Composer, base: str, selector: str, face: str
) -> None:
    """Unicode 16, 23.4: an unsupported selector is ignored and the base shown, from the face that
    would show it alone.
    """
    style = with_changes(BODY, face=face)
    with_selector, plain = (
        composer.one(f"国{base}{selector}人", style=style),
        composer.one(f"国{base}人", style=style),
    )
    assert missing(composer.prepare(f"国{base}{selector}人", style=style)) == ""
    assert [(glyph.face, glyph.glyph) for glyph in with_selector.glyphs] == [
        (glyph.face, glyph.glyph) for glyph in plain.glyphs
    ]
    assert [glyph.pen for glyph in with_selector.glyphs] == pytest.approx(
        [glyph.pen for glyph in plain.glyphs]
    )


def test_a_face_that_knows_a_variation_sequence_draws_it(composer: Composer) -> None:
    """Song has the centred comma of Unicode's StandardizedVariants (VS2) beside the one in the
    corner.
    """
    corner, centred = composer.one("，").glyphs[0], composer.one("，" + VS2).glyphs[0]
    assert corner.glyph != centred.glyph
    assert centred.left > corner.left + 0.2 * SIZE
    assert composer.one("，" + VS1).glyphs[0].glyph == corner.glyph


@pytest.mark.parametrize("selector", [VS1, VS2, EMOJI, IVS])
@pytest.mark.parametrize("face", ["song", "song-bold", "kai"])
@pytest.mark.parametrize(
    "text",
    [
        "国。{}”人",
        "国，{}“人",
        "国）{}（人",
        "国“{}《人",
        "国！{}！{}人",
        "国：{}“{}人",
        "国，{}。{}、{}！{}人",
    ],
)
def test_the_ink_of_a_mark_with_a_selector_runs_into_no_other(
    composer: Composer, text: str, face: str, selector: str
) -> None:
    """StandardizedVariants (VS2) has pauses and stops in the middle of their em: what a mark in the
    corner gives away is not blank there.
    """
    glyphs = composer.one(text.replace("{}", selector), style=with_changes(BODY, face=face)).glyphs
    boxes = [(glyph.left, glyph.right) for glyph in glyphs if not glyph.blank]
    assert len(boxes) == len(text.replace("{}", ""))
    assert all(left[1] <= right[0] for left, right in pairwise(boxes))


def test_a_mark_in_the_middle_of_its_em_gives_nothing_away_to_a_full_line(
    composer: Composer,
) -> None:
    centred, corner = composer.prepare(f"国，{VS2}国。{VS2}”人"), composer.prepare("国，国。”人")
    assert [blank for k, _, blank in centred.marks if centred.string[k] in "，。"] == []
    assert [blank for k, _, blank in corner.marks if corner.string[k] == "，"] == [0.5]
    assert composer.width(f"国。{VS2}”人") == composer.width("国。国人")


def test_a_variant_that_only_another_face_knows_is_drawn_from_there(composer: Composer) -> None:
    """U+51C9 U+FE00 stands in Song's map of variants (CJK compatibility ideographs) and not in
    Kai's.
    """
    style = with_changes(BODY, face="kai")
    assert [glyph.face for glyph in composer.one(f"凉{VS1}凉", style=style).glyphs] == [
        "song",
        "kai",
    ]


@pytest.mark.parametrize(
    "text",
    ["1\ufe0f" + KEYCAP, "#" + KEYCAP, "👨‍👩‍👧", "👍🏽", "🇨🇳", "🏴\U000e0067\U000e0062\U000e007f"],
)
def test_emoji_of_several_characters_are_missing(composer: Composer, text: str) -> None:
    assert set(missing(composer.prepare(f"甲{text}乙"))) <= set(text)
    assert missing(composer.prepare(f"甲{text}乙"))


# -- marks -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", [MARKED, "X\u0331\u0303", "q\u0301", "и\u0301", "m\u0324\u0303", "国\u0301", "W\u0304"]
)
@pytest.mark.parametrize("face", ["song", "song-bold", "kai", "fangsong"])
def test_marks_without_a_composed_glyph_are_drawn_over_or_under_the_middle_of_their_base(
    composer: Composer, text: str, face: str
) -> None:
    line = composer.one(f"国{text}人", style=with_changes(BODY, face=face))
    base, *marks = line.glyphs[1:-1]
    assert composer.prepare(f"国{text}人", style=with_changes(BODY, face=face)).missing == []
    assert list(audit.without_ink(line.runs, composer.catalogue)) == []
    for mark in marks:
        assert (mark.left + mark.right) / 2 == pytest.approx(
            (base.left + base.right) / 2, abs=0.12 * SIZE
        )


@pytest.mark.parametrize(
    "text", [MARKED, "X\u0331\u0303", "国\u0301", "m\u0324\u0303", "x\u0304\u0301"]
)
def test_marks_are_clear_of_their_base_and_of_each_other(composer: Composer, text: str) -> None:
    boxes = []
    for glyph in composer.one(text).glyphs:
        ink = composer.catalogue.face(glyph.face).ink(glyph.glyph)
        boxes.append((ink.bottom - glyph.y / SIZE, ink.top - glyph.y / SIZE))
    boxes.sort()
    assert all(below[1] < above[0] for below, above in pairwise(boxes))


def test_marks_take_no_room(composer: Composer) -> None:
    assert composer.width(f"国{MARKED}人") == pytest.approx(composer.width("国x人"))
    assert composer.one(f"国{MARKED}人").pen("人") == pytest.approx(composer.one("国x人").pen("人"))


def test_a_mark_that_no_face_has_is_missing_and_not_its_base(composer: Composer) -> None:
    assert missing(composer.prepare("国x\u20d0人")) == "\u20d0"
    assert [glyph.glyph for glyph in composer.one("国x\u20d0人").glyphs] == [
        glyph.glyph for glyph in composer.one("国x人").glyphs
    ]


def test_a_mark_that_would_stand_over_a_neighbour_is_missing(composer: Composer) -> None:
    """Song's enclosing circle is made for a Hanzi; round a figure it would cover what stands
    before.
    """
    assert missing(composer.prepare("国1\u20dd人")) == "\u20dd"
    assert missing(composer.prepare("国人\u20dd人")) == ""


_ACUTE, _TILDE, _LINE_UNDER, _DOT_UNDER = "\u0301", "\u0303", "\u0331", "\u0323"
_SOME_MARKS = [
    "".join(order)
    for marks in (
        _ACUTE + _LINE_UNDER,
        _TILDE + _LINE_UNDER,
        _ACUTE + _LINE_UNDER + _DOT_UNDER,
        _ACUTE + _TILDE + _LINE_UNDER,
        _ACUTE * 2 + _LINE_UNDER,
    )
    for order in sorted(set(permutations(marks)))
]


@pytest.mark.parametrize("marks", _SOME_MARKS)
@pytest.mark.parametrize("base", ["A", "x", "n", "e"])
def test_every_mark_is_told_in_its_place_whatever_is_in_one_piece_with_the_base(
    composer: Composer, base: str, marks: str
) -> None:
    """Á is one glyph though a mark under it comes first in canonical order (Unicode 16, 3.11): that
    mark has the glyph that follows.
    """
    line = composer.one(f"国{base}{marks}人")
    assert composer.prepare(f"国{base}{marks}人").missing == []
    assert "".join(run.text for run in line.runs) == f"国{base}{marks}人"
    assert list(audit.without_ink(line.runs, composer.catalogue)) == []


@pytest.mark.parametrize("marks", [marks for marks in _SOME_MARKS if _DOT_UNDER not in marks])
@pytest.mark.parametrize("base", ["A", "x", "e"])
def test_a_mark_stands_under_its_base_whatever_stands_above(
    composer: Composer, base: str, marks: str
) -> None:
    under = composer.one(base + _LINE_UNDER).glyphs[1]
    places = [(glyph.glyph, glyph.pen, glyph.y) for glyph in composer.one(base + marks).glyphs]
    assert (under.glyph, pytest.approx(under.pen), pytest.approx(under.y)) in places


def test_a_mark_composed_with_its_base_is_one_glyph(composer: Composer) -> None:
    for text, composed in (("e\u0301", "é"), ("か\u3099", "が"), ("l\u0331", "ḻ")):
        assert [glyph.glyph for glyph in composer.one(text).glyphs] == [
            glyph.glyph for glyph in composer.one(composed).glyphs
        ]


# -- what shows nothing ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "unseen",
    [
        JOINER,
        NON_JOINER,
        WORD_JOINER,
        SOFT_HYPHEN,
        "\u200b",
        "\ufeff",
        "\u200f",
        "\u2066",
        "\u034f",
        "\U000e0041",
        "\u3164",
    ],
)
@pytest.mark.parametrize(
    ("before", "after"),
    [("国", "人"), ("国", "A"), ("ab", "cd"), ("—", "—"), ("国", "，"), ("", "国"), ("人", "")],
)
def test_what_shows_nothing_takes_no_room_and_is_never_missing(
    composer: Composer, unseen: str, before: str, after: str
) -> None:
    prepared = composer.prepare(before + unseen + after)
    assert prepared.missing == []
    inked = "".join(
        glyph.text for glyph in composer.one(before + unseen + after).glyphs if not glyph.blank
    )
    assert inked.replace(unseen, "") == before + after
    assert prepared.places[-1] == pytest.approx(composer.width(before + after))


@pytest.mark.parametrize("text", [JOINER, EMOJI, f" {WORD_JOINER} ", IVS + JOINER])
def test_a_text_that_shows_nothing_is_empty(composer: Composer, text: str) -> None:
    assert composer.prepare(text).string == ""


def test_what_shows_nothing_is_what_harfbuzz_takes_so(composer: Composer) -> None:
    """An outside judge of the table: HarfBuzz removes exactly these, but for Hangul fillers and
    shorthand controls, which it keeps.
    """
    face = composer.catalogue.face("song")
    kept = {*range(0x115F, 0x1161), 0x3164, 0xFFA0, *range(0x1BCA0, 0x1BCA4)}
    for code in (*range(0x20, 0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE1000)):
        if code not in kept:
            assert is_ignorable(chr(code)) == (not face.shape(chr(code))), f"U+{code:04X}"


def test_control_characters_and_spaces_are_not_visible_and_letters_are() -> None:
    assert not any(map(is_visible, " \t\u00a0\u3000\u2003\x01\x7f" + EMOJI + JOINER))
    assert all(map(is_visible, "国A1，❤\u0301\ue000\ufffd"))


# -- neighbours see through ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        f"国{IVS}A",
        f"国A{EMOJI}",
        "国\u0301A",
        f"国{MARKED}",
        f"国{WORD_JOINER}A",
        "A\u0331国",
        f"8{TEXT}国",
    ],
)
def test_a_gap_stands_between_han_and_latin_past_marks_and_selectors(
    composer: Composer, text: str
) -> None:
    """CSS Text 4 text-autospace goes by typographic characters: a base with what extends it."""
    assert len(composer.prepare(text).gaps) == 1


def test_no_gap_stands_between_a_character_and_its_own_mark(composer: Composer) -> None:
    assert composer.prepare("国\u0301人\u0304").gaps == []


@pytest.mark.parametrize(
    ("text", "plain"), [(f"，{VS1}“", "，“"), (f"》{JOINER}，", "》，"), (f"。{EMOJI}”", "。”")]
)
def test_a_squeeze_is_not_stolen_by_a_selector(composer: Composer, text: str, plain: str) -> None:
    """KOReader #6162."""
    assert composer.width(f"国{text}人") == pytest.approx(composer.width(f"国{plain}人"))


def test_a_mark_at_the_end_of_a_line_gives_half_its_em_with_a_selector_too(
    composer: Composer,
) -> None:
    first = composer.set(f"国国国国，{VS1}国国国", 4.5)[0]
    assert first.text == f"国国国国，{VS1}"
    assert first.broken.content == pytest.approx(4.5)


@pytest.mark.parametrize(
    ("text", "plain"),
    [(f"用{IVS} App", "用App"), ("e\u0301 国", "é国"), ("caf\u0065\u0301 au", "café au")],
)
def test_typed_spaces_beside_marks_are_what_they_are_beside_the_base(
    composer: Composer, text: str, plain: str
) -> None:
    assert composer.width(text) == pytest.approx(composer.width(plain))


def test_quotes_beside_a_hanzi_with_a_selector_are_full_width(composer: Composer) -> None:
    assert composer.prepare(f"葛{IVS}“A”").letters[2] == "O"


def test_a_line_is_opened_before_a_base_and_never_before_its_mark(composer: Composer) -> None:
    first = composer.set("国国国\u0301国国国国", 3.5, punctuation=OFFICE)[0]
    base, mark = first.glyphs[2:4]
    assert first.glyphs[1].pen > 1.0 * SIZE  # the line is opened
    assert (mark.left + mark.right) / 2 == pytest.approx(
        (base.left + base.right) / 2, abs=0.12 * SIZE
    )


# -- anything at all -------------------------------------------------------------------------------

_PARTS = st.one_of(
    st.sampled_from(
        (
            *"国葛𠮷人Ax8é，“—…·（/-€❤😀①★か ",
            EMOJI,
            TEXT,
            VS1,
            VS2,
            IVS,
            JOINER,
            NON_JOINER,
            WORD_JOINER,
            SOFT_HYPHEN,
            "\u3099",
        )
    ),
    st.sampled_from(
        (
            "\u0301",
            "\u0331",
            "\u0303",
            "\u0488",
            KEYCAP,
            "\u20dd",
            "\u302a",
            "🏽",
            "\U0001f1e8",
            "\ue000",
            "\u200b",
            "\u180b",
            "\u3164",
        )
    ),
    st.characters(exclude_categories=("Cs", "Cc")),
)


@settings(max_examples=examples(1500), deadline=None)
@given(st.lists(_PARTS, max_size=12).map("".join), st.sampled_from(FACES))
@example("A·\u0301A", "song")
@example("\u0301A—\u0301", "kai")
@example("A\u0301\u0331", "song")
def test_every_visible_character_is_printed_or_missing(
    composer: Composer, text: str, face: str
) -> None:
    """The rule above all: nothing is lost without a word."""
    style = with_changes(BODY, face=face)
    prepared = composer.prepare(text, style=style)
    if prepared.missing:
        return
    line = composer.one(text, style=style) if prepared.string else None
    shown = "".join(run.text for run in line.runs) if line else ""
    expected = audit.visible(prepared.string)
    assert audit.visible(shown) == expected == audit.visible(text)
    if line:
        assert list(audit.without_ink(line.runs, composer.catalogue)) == []


@settings(max_examples=examples(400), deadline=None)
@given(st.lists(_PARTS, max_size=12).map("".join))
@example("\ufe0f0\u0488")
@example("国\u3164\u0301")
def test_what_is_missing_is_visible_and_in_no_face_or_a_mark(composer: Composer, text: str) -> None:
    prepared = composer.prepare(text)
    for k in prepared.missing:
        char = prepared.string[k]
        assert audit.visible(char) == char
        assert (
            unicodedata.combining(char)
            or unicodedata.category(char) in ("Mn", "Me")
            or not composer.catalogue.covering("song", char)
        )
