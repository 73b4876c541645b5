"""What users of other systems complain of about lines (typography.md 3), one test a complaint: none
of it happens in any punctuation style of ours, nor where marks hang.
"""

from __future__ import annotations

from itertools import pairwise

import audit
import pytest
from composing import BODY, SIZE, Composer, SetLine, with_changes

from layouts.house.punctuation import CLREQ, PRESETS
from layouts.house.text_style import Punctuation
from layouts.text.headline import break_headline
from layouts.text.prepare import Typesetter

HANGING = with_changes(CLREQ, name="hanging", hang=True)
RULES = {**PRESETS, "hanging": HANGING}
EVERY = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
HANGS = with_changes(BODY, hang=True)
TEXT = (
    "他说：“好。”（见《条例》第3条、第12条）；今年1—9月，App用户达35万人，同比增长12.5%。我们要坚持"
    "“稳中求进”，做到‘四不’——不松、不懈、不等、不靠！张·三说：“真的吗？”（笑）会上听了A、B两家的介绍。"
)
MEASURES = (9.0, 12.0, 14.0, 16.0, 20.0, 34.0)


def lines_of(composer: Composer, text: str, measure: float, rule: Punctuation) -> list[SetLine]:
    return composer.set(text, measure, punctuation=rule, style=HANGS)


def end_of(line: SetLine) -> float:
    """Where the ink of a line ends, em."""
    return max(glyph.right for glyph in line.glyphs) / SIZE


@EVERY
@pytest.mark.parametrize("item", ["０）", "0）", "（1）", "A）"])
def test_typst_3082_a_mark_at_line_start_after_a_figure(
    composer: Composer, rule: Punctuation, item: str
) -> None:
    for measure in range(3, 12):
        for line in lines_of(composer, f"国国国国{item}国国国国国国国", float(measure), rule):
            assert not line.text.startswith("）")


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES.values() if rule.line_start], ids=lambda rule: rule.name
)
def test_typst_2348_a_bracket_at_an_indented_line_start(
    composer: Composer, rule: Punctuation
) -> None:
    first = composer.set("（国国国国国", 4.5, indent=2.0, punctuation=rule)[0]
    assert first.ink("（")[1] <= 0.55
    assert first.pen("国") == pytest.approx(0.5)


@EVERY
def test_typst_6735_a_dash_hung(composer: Composer, rule: Punctuation) -> None:
    for measure in range(4, 14):
        text = "国国国国国——人人人人人人，——国国国。——国国"
        for line in lines_of(composer, text, float(measure), rule):
            if line.text.endswith("—"):
                assert end_of(line) <= measure + 0.06
            assert not line.text.replace("——", "").count("—")


@EVERY
def test_typst_6774_an_interpunct_at_line_start(composer: Composer, rule: Punctuation) -> None:
    for measure in range(3, 12):
        for line in lines_of(composer, "国国人人·三三四四·五五六六", float(measure), rule):
            assert not line.text.startswith("·")


@EVERY
@pytest.mark.parametrize("measure", MEASURES)
def test_typst_8557_and_8390_squeezed_on_the_wrong_side(
    composer: Composer, measure: float, rule: Punctuation
) -> None:
    """What opens gives way before its ink, what closes behind it: neither runs into its words."""
    for line in lines_of(composer, TEXT, measure, rule):
        assert audit.overlapping(line.glyphs, give=0.0) == []
        for a, b in pairwise(line.glyphs):
            if a.text in "“‘（《" and b.text not in "“‘（《”’）》":
                # no blank opens between what opens and its words but the gap of the line
                assert b.pen - a.right <= 0.62 * SIZE


@EVERY
@pytest.mark.parametrize(
    ("plain", "styled"),
    [("国，“人”。国", "国⟦，⟧“人”⟨。⟩国"), ("国A国3国", "国⟦A⟧国⟨3⟩国"), ("国。”人", "⟦国。⟧”人")],
)
def test_typst_5474_2702_and_2703_squeeze_or_gap_lost_at_a_run_boundary(
    composer: Composer, rule: Punctuation, plain: str, styled: str
) -> None:
    # the bold face has other widths of Latin letters: their own difference is taken off
    def latin(text: str) -> float:
        line = composer.one(text, rule)
        face = composer.catalogue.face
        return sum(face(g.face).advance(g.glyph) for g in line.glyphs if g.text in "A3")

    apart = composer.width(styled, rule) - composer.width(plain, rule)
    assert apart == pytest.approx(latin(styled) - latin(plain))


@EVERY
@pytest.mark.parametrize("face", ["song", "song-bold", "hei", "kai", "fangsong", "song-black"])
def test_typst_7643_one_uniform_raw_width(composer: Composer, rule: Punctuation, face: str) -> None:
    """Han is an em in each face, Latin as wide as its own face has it."""
    style = with_changes(BODY, face=face)
    assert composer.prepare("国人", rule, style).places[-1] == pytest.approx(2.0)
    line = composer.one("iW", rule, style)
    widths = [composer.catalogue.face(g.face).advance(g.glyph) for g in line.glyphs]
    assert widths[0] < widths[1]


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("全市科技人才工作推进会召开", "人才"),
        ("纵深推进全面从严治党工作会议召开", "从严治党"),
        ("老旧小区改造惠及三万居民", "居民"),
    ],
)
def test_typst_8097_a_headline_broken_inside_a_word(title: str, word: str) -> None:
    for measure in range(6, len(title) + 1):
        ranges = break_headline(title, [1.0] * len(title), float(measure), 4)
        assert "".join(title[a:b] for a, b in ranges) == title
        assert any(word in title[a:b] for a, b in ranges), measure


@EVERY
def test_docx_editor_526_a_bold_lead_in_breaks_only_at_the_run_boundary(
    composer: Composer, rule: Punctuation
) -> None:
    text = "优化营商环境再出实招本区推出三十条举措。近日，全区大会召开"
    for measure in (7.0, 9.0, 12.0):
        plain = [line.text for line in lines_of(composer, text, measure, rule)]
        bold = [
            line.text for line in lines_of(composer, f"⟦{text[:20]}⟧{text[20:]}", measure, rule)
        ]
        assert bold == plain


@EVERY
@pytest.mark.parametrize("mark", "，。（《“·—…、？")
def test_superdoc_3901_one_cjk_mark_stops_justification(
    composer: Composer, rule: Punctuation, mark: str
) -> None:
    text = f"国国国国国{mark}国国国国国国国国国国国国国国国国国国国"
    first = lines_of(composer, text, 16.4, rule)[0]
    assert first.glyphs[-1].pen / SIZE == pytest.approx(15.4)


@EVERY
@pytest.mark.parametrize("measure", MEASURES)
def test_superdoc_792_squeeze_overlaps_the_next_glyph(
    composer: Composer, measure: float, rule: Punctuation
) -> None:
    for line in lines_of(composer, TEXT[::-1].translate(MIRRORED) + TEXT, measure, rule):
        assert audit.overlapping(line.glyphs, give=0.0) == []


MIRRORED = str.maketrans("“”‘’（）《》", "”“’‘）（》《")


@EVERY
@pytest.mark.parametrize("figures", ["2023", "12.5%", "1—9", "GB/T 15834", "35"])
def test_reportlab_11_a_gap_left_at_line_end_with_digits(
    composer: Composer, rule: Punctuation, figures: str
) -> None:
    text = "国国国" + figures + "国国国国国国国国国国国国国国国国国国国国国国国国国"
    first = lines_of(composer, text, 14.3, rule)[0]
    assert figures in first.text
    assert first.glyphs[-1].pen / SIZE == pytest.approx(13.3)


@EVERY
def test_react_pdf_3513_line_widths_off_by_one_at_a_float_s_end(
    composer: Composer, rule: Punctuation
) -> None:
    text = "国" * 12 + "，" + "人" * 40
    prepared = composer.prepare(text, rule, HANGS)
    widths = (14.0, 6.0, 6.0, 14.0)
    lines = composer.set(text, *widths, punctuation=rule, style=HANGS)
    assert [line.broken.width for line in lines] == [widths[min(k, 3)] for k in range(len(lines))]
    for line in lines[:-1]:
        hung = prepared.hung.get(line.broken.end) is not None
        assert end_of(line) <= line.broken.width + (0.56 if hung else 0.06)


@EVERY
@pytest.mark.parametrize("selector", ["\ufe00", "\u200d"])
def test_koreader_6162_a_mark_s_squeeze_stolen_by_a_variation_selector(
    composer: Composer, rule: Punctuation, selector: str
) -> None:
    """U+FE01, which moves the ink to the middle of the em, leaves no half to give: not here."""
    for marks in ("，“", "。”", "》，", "）（"):
        with_one = f"国{marks[0]}{selector}{marks[1]}人"
        assert composer.width(with_one, rule) == pytest.approx(composer.width(f"国{marks}人", rule))


@EVERY
@pytest.mark.parametrize("unseen", ["\u2060", "\u200d", "\ufe00", "\ufe01", " ", "\u2060 "])
@pytest.mark.parametrize("before", ["", "，"])
def test_koreader_6162_nor_given_twice_at_the_end_of_a_line(
    composer: Composer, rule: Punctuation, before: str, unseen: str
) -> None:
    """What a mark gives there is not given once more inside the line, because something that is not
    seen stands behind it.
    """
    for mark in "，、。；！）”":
        text = f"国国国国国国国国带空合。技感离特{before}{mark}{unseen}"
        prepared = composer.prepare(text, rule, HANGS)
        for line in lines_of(composer, text, 8.0, rule):
            hung = prepared.hung.get(line.broken.end) is not None
            assert end_of(line) <= 8.0 + (0.56 if hung else 0.06), (mark, line.text)


@EVERY
@pytest.mark.parametrize("measure", MEASURES)
def test_paged_js_208_text_twice_or_not_at_all_where_lines_end(
    composer: Composer, measure: float, rule: Punctuation
) -> None:
    lines = lines_of(composer, TEXT, measure, rule)
    assert "".join(line.text for line in lines) == TEXT
    assert all("".join(glyph.text for glyph in line.glyphs) == line.text for line in lines)


@EVERY
def test_libreoffice_153966_glyphs_jitter_because_sums_change_order(
    composer: Composer, rule: Punctuation
) -> None:
    fresh = Composer(Typesetter(composer.catalogue))
    expected = [[g.pen for g in line.glyphs] for line in lines_of(fresh, TEXT, 13.0, rule)]
    for other in (TEXT[7:], TEXT[::-1], "国" + TEXT):
        lines_of(composer, other, 13.0, rule)
    assert [
        [g.pen for g in line.glyphs] for line in lines_of(composer, TEXT, 13.0, rule)
    ] == expected
