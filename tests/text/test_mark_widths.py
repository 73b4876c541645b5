"""How wide marks are in each punctuation style: 全角, 开明, 半角, 行末半角, office (xeCJK's styles,
CLREQ 3.1.6, typography.md 1.4).
"""

from __future__ import annotations

import audit
import pytest
from composing import BODY, SIZE, Composer, with_changes

from layouts.house.punctuation import BANJIAO, HANGMOBANJIAO, KAIMING, OFFICE, PRESETS, QUANJIAO
from layouts.house.text_style import Punctuation
from layouts.text.line_room import shrinkable

INNER = "，、；：“”‘’（）《》〈〉【】〔〕"
ENDING = "。．？！"
STYLES = pytest.mark.parametrize("style", PRESETS.values(), ids=PRESETS)


def inner(composer: Composer, text: str, style: Punctuation) -> float:
    """What a text takes between two Hanzi, em."""
    return composer.width(f"国{text}人", style) - 2


@pytest.mark.parametrize("mark", ENDING)
def test_kaiming_leaves_marks_that_end_a_sentence_their_em(composer: Composer, mark: str) -> None:
    """xeCJK: 。．？！ full width."""
    assert inner(composer, mark, KAIMING) == pytest.approx(1.0)


@pytest.mark.parametrize("mark", INNER)
def test_kaiming_gives_all_other_marks_half_an_em(composer: Composer, mark: str) -> None:
    assert inner(composer, mark, KAIMING) == pytest.approx(0.5)


@pytest.mark.parametrize("mark", ENDING + INNER)
def test_banjiao_gives_every_mark_half_an_em(composer: Composer, mark: str) -> None:
    assert inner(composer, mark, BANJIAO) == pytest.approx(0.5)


@pytest.mark.parametrize("mark", ENDING + INNER)
@pytest.mark.parametrize("style", [QUANJIAO, HANGMOBANJIAO, OFFICE], ids=lambda style: style.name)
def test_the_full_styles_give_every_mark_its_em_inside_a_line(
    composer: Composer, mark: str, style: Punctuation
) -> None:
    assert inner(composer, mark, style) == pytest.approx(1.0)


@STYLES
@pytest.mark.parametrize(
    ("sign", "width"), [("·", 0.5), ("——", 2.0), ("……", 2.0), ("～", 1.0), ("–", 0.5)]
)
def test_dashes_ellipses_connectors_and_interpuncts_are_the_same_in_every_style(
    composer: Composer, style: Punctuation, sign: str, width: float
) -> None:
    """GB/T 15834 5.1.4, 5.1.5, 5.1.7, 5.1.8."""
    assert inner(composer, sign, style) == pytest.approx(width)


@pytest.mark.parametrize("pair", ["，“", "）（", "》，", "：“", "”，", "、《", "“《"])
@pytest.mark.parametrize(
    ("style", "width"),
    [(QUANJIAO, 1.5), (KAIMING, 1.0), (BANJIAO, 1.0), (HANGMOBANJIAO, 2.0), (OFFICE, 2.0)],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_two_marks_inside_a_sentence_take_so_much(
    composer: Composer, pair: str, style: Punctuation, width: float
) -> None:
    """CLREQ 3.1.6.4: two marks of 2 em take 1.5; a house may go to 1."""
    assert inner(composer, pair, style) == pytest.approx(width)


@pytest.mark.parametrize("pair", ["。”", "！”", "？）", "”。", "。“", "！（"])
@pytest.mark.parametrize(
    ("style", "width"),
    [(QUANJIAO, 1.5), (KAIMING, 1.5), (BANJIAO, 1.0), (HANGMOBANJIAO, 2.0), (OFFICE, 2.0)],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_two_marks_of_which_one_ends_a_sentence_take_so_much(
    composer: Composer, pair: str, style: Punctuation, width: float
) -> None:
    assert inner(composer, pair, style) == pytest.approx(width)


def test_kaiming_has_the_blank_of_a_sentence_s_end_behind_the_quote_that_closes_it(
    composer: Composer,
) -> None:
    line = composer.one("国。”人", KAIMING)
    assert line.pen("”") == pytest.approx(1.5)  # hugs the 。
    assert line.ink("”")[1] <= 2.0
    assert line.pen("人") == pytest.approx(2.5)


@pytest.mark.parametrize(("run", "width"), [("？！", 1.0), ("。”）", 2.0), ("”）。", 2.0)])
def test_runs_of_marks_in_kaiming(composer: Composer, run: str, width: float) -> None:
    """GB/T 15834 5.1.2: ？！ share an em. The sentence's blank stands once, half an em in all."""
    assert inner(composer, run, KAIMING) == pytest.approx(width)


@pytest.mark.parametrize("text", ["国，国", "国（国）国", "国：“国。”国", "国！国"])
def test_a_mark_that_is_half_already_has_nothing_to_give(composer: Composer, text: str) -> None:
    prepared = composer.prepare(text, BANJIAO)
    assert shrinkable(prepared, 0, len(text)) == 0.0
    assert not prepared.end_trims
    assert not prepared.start_trims


def test_in_kaiming_only_what_ends_a_sentence_gives_way(composer: Composer) -> None:
    assert shrinkable(composer.prepare("国，国、国", KAIMING), 0, 5) == 0.0
    assert shrinkable(composer.prepare("国，国。国", KAIMING), 0, 5) == pytest.approx(0.5)


@STYLES
def test_gaps_open_beside_half_marks_as_beside_full_ones(
    composer: Composer, style: Punctuation
) -> None:
    """A line of a style whose marks give nothing is still filled to its measure."""
    lines = composer.set("国，国、国（国）国；国国，国国" * 6, 20.0, punctuation=style)
    for line in lines[:-1]:
        if line.broken.content <= 20.0:
            right = max(glyph.right for glyph in line.glyphs) / SIZE
            assert right > 20.0 - (1.0 if style.line_end == 1.0 else 0.6)


@STYLES
@pytest.mark.parametrize("mark", ["，", "。", "）", "”"])
def test_a_mark_that_ends_a_line_is_as_wide_as_the_style_has_it(
    composer: Composer, style: Punctuation, mark: str
) -> None:
    """GB/T 15834 5.1.10 half an em; 全角 and office leave it whole."""
    prepared = composer.prepare(f"国国{mark}国", style)
    kept = prepared.places[3] - prepared.places[2] - prepared.end_trims.get(3, 0.0)
    assert kept == pytest.approx(
        style.line_end if mark in ENDING or style.widths == "full" else 0.5
    )


@pytest.mark.parametrize("face", ["song", "song-bold", "hei", "kai", "fangsong", "song-black"])
@pytest.mark.parametrize("style", [KAIMING, BANJIAO], ids=lambda style: style.name)
def test_half_marks_never_overlap_their_neighbours(
    composer: Composer, face: str, style: Punctuation
) -> None:
    """superdoc #792: the squeeze moved ink over the next glyph."""
    text = "他说：“好。”（笑）《甲》、《乙》；真的？！是，对。“‘甲’乙”〔三〕【四】！"
    glyphs = composer.one(text, style, with_changes(BODY, face=face)).glyphs
    assert audit.overlapping(glyphs, give=0.0) == []


def test_a_selector_behind_a_half_mark_takes_no_room(composer: Composer) -> None:
    """KOReader #6162."""
    assert inner(composer, "，\ufe00", BANJIAO) == pytest.approx(0.5)
    assert inner(composer, "。\ufe00”", KAIMING) == pytest.approx(1.5)


def test_half_marks_are_half_across_a_change_of_emphasis(composer: Composer) -> None:
    """Typst #2702."""
    assert composer.width("国⟦。⟧”国", KAIMING) == pytest.approx(composer.width("国。”国", KAIMING))
    assert composer.width("⟦国，⟧国", BANJIAO) == pytest.approx(2.5)


@pytest.mark.parametrize("before", ["国", "，", "。", "）"])
def test_in_quanjiao_an_opening_mark_has_its_em_at_line_start_whatever_stands_above(
    composer: Composer, before: str
) -> None:
    """What it would give the mark before it, it keeps where that stands on the line above."""
    second = composer.set(f"国国国国{before}“人人人人", 5.0, punctuation=QUANJIAO)[1]
    assert second.text.startswith("“")
    assert second.pen("人") == pytest.approx(1.0)
    assert second.ink("“")[0] >= 0.45
    assert second.broken.content == pytest.approx(5.0)
