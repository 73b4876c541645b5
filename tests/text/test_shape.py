"""Glyphs: the tables that stand for shaping say what HarfBuzz says of whole paragraphs; fallback,
ligatures, variation sequences.
"""

from __future__ import annotations

import pytest
from composing import BODY, SIZE, Composer, with_changes
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from patience import an_end

from fonts.catalogue import Catalogue
from layouts.text import classes as c
from layouts.text.classes import ClassTable
from layouts.text.shape import Typecase
from layouts.text.sorts import NO_GLYPH
from layouts.text.spacing import resolve_quotes

PROSE = "他说：“好。”（见《条例》第三条——总则……）；今年，App用户达万人，同比增长！？【要闻】甲·乙、‘丙’～丁"
FACES = ("song", "song-bold", "song-black", "hei", "hei-bold", "kai", "fangsong")
_han = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=8)
_marks = st.text("，。、；：！？“”‘’（）《》【】——……·～", max_size=4)


def letters(text: str) -> str:
    return resolve_quotes(text.translate(ClassTable()))


@pytest.mark.parametrize("face", FACES)
def test_a_hanzi_or_mark_is_shaped_the_same_whatever_stands_beside_it(
    catalogue: Catalogue, face: str
) -> None:
    """The claim of layouts/text/shape.py: one look-up per character is what shaping the whole
    paragraph gives.
    """
    case = Typecase(catalogue, face, "latin")

    @settings(max_examples=examples(60), deadline=None)
    @given(st.lists(st.one_of(_han, _marks), max_size=12).map("".join))
    def check(text: str) -> None:
        opened = catalogue.face(face)
        text = "".join(char for char in text if opened.covers(char))
        if not text:
            return
        found = letters(text)
        shaping = case.shape(text, found)
        for shaped in opened.shape(text):
            k = shaped.cluster
            if found[k] in (c.LATIN_SIGN, c.MIDDOT, c.CONNECT):
                continue
            assert ord(shaping.glyphs[k]) == shaped.glyph, text[k]
            if text[k] not in "—…":
                assert shaping.widths[k] == pytest.approx(shaped.advance), text[k]

    check()


@pytest.mark.parametrize("face", ["latin", "latin-bold", "latin-italic"])
def test_latin_words_are_shaped_whole(catalogue: Catalogue, face: str) -> None:
    """Kerning and ligatures as HarfBuzz sets the whole word."""
    case = Typecase(catalogue, "song", face)
    for word in (
        "AVATAR",
        "office",
        "affine",
        "To.",
        "Wi-Fi",
        "naïve",
        "2023",
        "12.5%",
        "http://www.x.cn/a",
    ):
        shaping = case.shape(word, letters(word))
        whole = catalogue.face(face).shape(word)
        assert [glyph for glyph in shaping.glyphs if glyph != NO_GLYPH] == [
            chr(shaped.glyph) for shaped in whole
        ]
        assert sum(shaping.widths) == pytest.approx(
            sum(shaped.advance for shaped in whole), abs=0.5 if "-" in word else 1e-9
        )


@pytest.mark.parametrize("word", ["AVATAR", "office", "naïve", "To.", "2023"])
def test_the_pen_walks_over_a_latin_word_as_harfbuzz_does(composer: Composer, word: str) -> None:
    line = composer.one(f"国{word}国")
    glyphs = [glyph for glyph in line.glyphs if glyph.face == "latin"]
    pen, expected = 0.0, []
    for shaped in composer.catalogue.face("latin").shape(word):
        expected.append(pen + shaped.dx)
        pen += shaped.advance
    assert [(glyph.pen - glyphs[0].pen) / SIZE for glyph in glyphs] == pytest.approx(expected)


def test_a_character_of_another_face_falls_back_alone(composer: Composer) -> None:
    """Song Bold holds fewer Hanzi than Song: the neighbours of a rare one stay bold."""
    rare = next(
        chr(code)
        for code in range(0x4E00, 0x9FA5)
        if not composer.catalogue.face("song-bold").covers(chr(code))
        and composer.catalogue.face("song").covers(chr(code))
    )
    line = composer.one(f"⟦国{rare}国⟧")
    assert [glyph.face for glyph in line.glyphs][::2] == ["song-bold", "song-bold"]
    assert line.glyphs[1].face != "song-bold"
    assert [glyph.pen / SIZE for glyph in line.glyphs] == pytest.approx([0.0, 1.0, 2.0])


def test_a_character_that_any_of_our_faces_has_is_found(composer: Composer) -> None:
    """U+20BB7 𠮷 stands in Kai and not in Song: better a Hanzi in another face than an export
    refused.
    """
    assert composer.catalogue.face("kai").covers("𠮷")
    assert composer.prepare("姓𠮷名").missing == []


def test_a_geta_stands_for_a_character_in_no_face(composer: Composer) -> None:
    prepared = composer.prepare("国\U0010fffd人")
    assert prepared.missing == [1]
    assert prepared.glyphs[1] == composer.prepare("〓").glyphs[0]
    assert prepared.places[-1] == pytest.approx(3.0)


def test_one_geta_stands_for_a_character_with_its_marks(composer: Composer) -> None:
    prepared = composer.prepare("国\U0010fffd\u0301\ufe0f人")
    assert prepared.missing[0] == 1
    assert prepared.places[-1] == pytest.approx(3.0)
    lost = [item for item in prepared.items if item.lost]
    assert [(item.start, item.end) for item in lost] == [(1, 4)]


def test_a_geta_in_latin_has_the_width_of_a_hanzi(composer: Composer) -> None:
    plain, lost = composer.prepare("ab"), composer.prepare("a\U0010fffdb")
    assert lost.places[-1] - plain.places[-1] == pytest.approx(1.0, abs=0.6)
    assert lost.missing == [1]


def test_a_variation_selector_without_a_form_of_its_own_shows_the_plain_character(
    composer: Composer,
) -> None:
    prepared = composer.prepare("葛\U000e0100国")
    assert prepared.missing == []
    assert prepared.glyphs[0] == composer.prepare("葛国").glyphs[0]
    assert prepared.places[-1] == pytest.approx(2.0)


@pytest.mark.parametrize("text", ["é", "naïve", "Çelik", "lǜ", "Zhū Déshēng"])
def test_accented_letters_are_one_glyph_each(composer: Composer, text: str) -> None:
    assert composer.prepare(text).missing == []
    assert len(composer.one(text).glyphs) == len(text)


def test_a_run_of_one_uniform_width_is_measured_by_its_own_face(composer: Composer) -> None:
    """Typst #7643: one width was taken for every Han face."""
    for face in FACES:
        style = with_changes(BODY, face=face)
        assert composer.prepare("国，人", style=style).places[-1] == pytest.approx(3.0)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "⟦甲，⟧乙⟨App⟩2023年",
        "a\u0301国",
        "ﬁ国",
        "① ② ㈠",
        "m²，km²",
        "H₂O",
        "αβγ",
        "Ⅱ型",
        "№3",
        "℃",
        "→",
        "■●▲★",
        "℡",
        "㎡",
    ],
)
def test_every_glyph_knows_its_text_and_every_character_its_glyph(
    composer: Composer, text: str
) -> None:
    line = composer.one(text)
    assert "".join(glyph.text for glyph in line.glyphs) == line.text


@pytest.mark.parametrize("sign", ["/", "／", "—", "…", "字a", "—/", "\u200d", "☎字", "字 "])
def test_a_paragraph_of_one_sign_is_shaped_to_its_end(catalogue: Catalogue, sign: str) -> None:
    """A run of signs with no letter after it was gone through from each of its characters on."""
    case = Typecase(catalogue, "song", "latin")
    text = sign * 60_000
    with an_end():
        shaping = case.shape(text, letters(text))
    assert len(shaping.glyphs) == len(text)
