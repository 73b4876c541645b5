"""Hanging marks (标点悬挂): one pause or stop at the end of a line of body text stands outside it."""

from __future__ import annotations

import pytest
from composing import BODY, SIZE, Composer, SetLine, with_changes

from layouts.house.punctuation import BANJIAO, CLREQ, KAIMING, OFFICE
from layouts.house.text_style import Align

HANGING = with_changes(CLREQ, hang=True)
BODY_HANGS = with_changes(BODY, hang=True)


def first(composer: Composer, text: str, width: float, rule: object = HANGING) -> SetLine:
    return composer.set(text, width, punctuation=rule, style=BODY_HANGS)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize("mark", "，。、；：！？．")
def test_a_pause_or_stop_hangs_behind_a_full_line(composer: Composer, mark: str) -> None:
    """CLREQ: for zh-Hans all pauses and stops may hang."""
    line = first(composer, f"国国国国{mark}人人人", 4.0)
    assert line.text == f"国国国国{mark}"
    assert line.broken.content == pytest.approx(4.0)
    assert line.pen(mark) == pytest.approx(4.0)
    assert line.ink(mark)[0] >= 4.0
    assert line.ink(mark)[1] <= 4.55


@pytest.mark.parametrize(
    "marks", ["”", "）", "》", "。”", "）。", "？！", "……", "，”", "——", "……。", "——，"]
)
def test_closing_marks_and_runs_never_hang(composer: Composer, marks: str) -> None:
    """CLREQ: one mark only, never in a run. Typst #6735: —— was hung outside the measure."""
    width = 4.0 + len(marks) if marks[0] in "—…" else 4.5
    for line in composer.set(
        f"国国国国{marks}人人人人人人", width, punctuation=HANGING, style=BODY_HANGS
    ):
        assert max(glyph.right for glyph in line.glyphs) <= (width + 0.06) * SIZE


def test_without_the_setting_nothing_hangs(composer: Composer) -> None:
    line = composer.set("国国国国，人人人", 4.0, punctuation=CLREQ, style=BODY_HANGS)[0]
    assert max(glyph.right for glyph in line.glyphs) <= 4.06 * SIZE


def test_a_style_without_room_lets_nothing_hang(composer: Composer) -> None:
    line = composer.set("国国国国，人人人", 4.0, punctuation=HANGING, style=BODY)[0]
    assert max(glyph.right for glyph in line.glyphs) <= 4.06 * SIZE


def test_text_that_is_not_justified_lets_nothing_hang(composer: Composer) -> None:
    style = with_changes(BODY_HANGS, align=Align.CENTER)
    assert composer.prepare("国国国国，人", HANGING, style).hung == {}


def test_what_ends_a_line_otherwise_keeps_half_an_em(composer: Composer) -> None:
    """Hanging implies half width at line ends, whatever the style has."""
    rule = with_changes(OFFICE, hang=True)
    line = first(composer, "国国国国）人人人", 4.5, rule)
    assert line.text == "国国国国）"
    assert line.broken.content == pytest.approx(4.5)


def test_the_last_hanzi_stands_at_the_edge_of_a_justified_line(composer: Composer) -> None:
    """The gap before a mark that hangs does not open: the mark stands right behind the line."""
    text = "国国国国国国国国国国人，" + "江河湖海" * 5
    line = first(composer, text, 11.5)
    assert line.text.endswith("，")
    assert line.broken.content == pytest.approx(11.0)
    assert line.ink("人")[1] <= 11.5
    assert line.pen("人") == pytest.approx(10.5)
    assert line.pen("，") == pytest.approx(11.5)


def test_the_mark_hangs_behind_a_latin_word_too(composer: Composer) -> None:
    line = first(composer, "国国国国国国用App，人人人人人人人人人人", 8.9)
    assert line.text.endswith("App，")
    assert line.pen("，") == pytest.approx(8.9, abs=1e-6)


def test_the_end_of_a_paragraph_hangs_where_its_last_line_is_full(composer: Composer) -> None:
    lines = composer.set("国" * 20 + "。", 20.0, punctuation=HANGING, style=BODY_HANGS)
    assert [line.text for line in lines] == ["国" * 20 + "。"]


@pytest.mark.parametrize("rule", [KAIMING, BANJIAO], ids=lambda rule: rule.name)
def test_half_marks_hang_as_well(composer: Composer, rule: object) -> None:
    line = first(composer, "国国国国，人人人", 4.0, with_changes(rule, hang=True))
    assert line.text == "国国国国，"
    assert line.ink("，")[1] <= 4.55


def test_a_selector_hangs_with_its_mark(composer: Composer) -> None:
    line = first(composer, "国国国国，\ufe00人人人", 4.0)
    assert line.text == "国国国国，\ufe00"
    assert line.pen("，") == pytest.approx(4.0)


def test_inside_a_line_no_mark_is_moved(composer: Composer) -> None:
    """What may hang is spaced like any other where it does not end the line."""
    plain = composer.set("国国，国国。国国国国国", 12.0, punctuation=CLREQ)[0]
    hung = first(composer, "国国，国国。国国国国国", 12.0)
    assert [glyph.pen for glyph in plain.glyphs] == [glyph.pen for glyph in hung.glyphs]


@pytest.mark.parametrize("width", [8.0, 11.0, 14.0, 20.0, 34.0])
def test_lines_with_hanging_marks_end_at_the_measure(composer: Composer, width: float) -> None:
    """Whatever hangs, the last character before it ends where the lines do."""
    text = "江，湖海、山川。日月星辰；风雨雷电：春夏秋冬！东南西北？" * 6
    for line in composer.set(text, width, punctuation=HANGING, style=BODY_HANGS)[:-1]:
        hung = line.text[-1] in "，、。；：！？"
        pen = line.glyphs[-1].pen / SIZE
        assert pen == pytest.approx(width if hung else width - 1.0, abs=1e-6)
