"""Paragraphs to lines: nothing lost, nothing forbidden, last lines of one character avoided, slots
of any widths.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from composing import BODY, CLREQ, OFFICE, SIZE, Composer, with_changes
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from layouts.house.text_style import Prohibition
from layouts.issue.text import Text
from layouts.text.breaking import break_lines
from layouts.text.headline import break_headline
from layouts.text.justify import adjust
from layouts.text.line_room import Broken, next_start, stretchable
from layouts.text.prepare import Prepared

GREEDY = with_changes(CLREQ, total_fit=False)
PROSE = (
    "本市各镇街道要把防汛防台工作摆在突出位置，压实责任、细化预案，确保人员、物资、措施“三到位”；"
    "要加强值班值守（24小时不断岗），遇到险情第一时间报告、第一时间处置，切实保障人民群众生命财产安全。"
)


@pytest.mark.parametrize("punctuation", [CLREQ, OFFICE, GREEDY])
@pytest.mark.parametrize("measure", [5, 8, 12, 16, 21, 34, 40])
def test_every_character_stands_on_exactly_one_line(
    composer: Composer, measure: int, punctuation: object
) -> None:
    assert "".join(composer.lines(PROSE, measure, punctuation=punctuation)) == PROSE.replace(
        " ", ""
    )


@pytest.mark.parametrize("measure", [5, 8, 12, 16, 21, 34, 40])
def test_no_line_holds_more_than_its_marks_and_gaps_can_give(
    composer: Composer, measure: int
) -> None:
    for line in composer.set(PROSE, measure):
        assert line.glyphs[-1].right <= measure * 10 + 0.5


def test_a_slot_may_have_another_width_on_every_line(composer: Composer) -> None:
    """Widths are pulled slot by slot: text flows round a photo without a second pass."""
    lines = composer.lines("国" * 30, 10, 4, 4, 7, 10)
    assert [len(line) for line in lines] == [10, 4, 4, 7, 5]


def test_widths_beside_a_float_end_exactly_where_it_ends(composer: Composer) -> None:
    """react-pdf #3513: the line after a float was still narrow, or the last beside it already
    wide.
    """
    widths: list[int] = []
    prepared = composer.prepare("国" * 60)

    def measure(k: int) -> float:
        widths.append(k)
        return 6.0 if 2 <= k < 5 else 12.0

    lengths = [line.end - line.start for line in break_lines(prepared, measure)]
    assert lengths == [12, 12, 6, 6, 6, 12, 6]
    assert max(widths) <= len(lengths)


def test_the_first_line_is_shorter_by_the_indent(composer: Composer) -> None:
    assert [len(line) for line in composer.lines("国" * 21, 10, indent=2)] == [8, 10, 3]


def test_a_text_that_fits_exactly_takes_one_line(composer: Composer) -> None:
    assert composer.lines("国" * 10, 10) == ["国" * 10]


def test_a_text_that_fits_but_for_its_last_mark_takes_one_line(composer: Composer) -> None:
    """GB/T 15834 5.1.10: the mark at the line's end takes half an em."""
    assert composer.lines("国" * 9 + "。", 9.5) == ["国" * 9 + "。"]


def test_a_line_is_filled_when_only_the_trimmed_end_mark_fits(composer: Composer) -> None:
    assert composer.lines("国国国国，人人人", 4.5)[0] == "国国国国，"


@pytest.mark.parametrize("total_fit", [True, False])
def test_a_last_line_of_one_character_is_avoided_where_the_lines_above_can_give(
    composer: Composer, total_fit: bool
) -> None:
    """CLREQ 3.2.7 孤字: pulled up by squeezing marks, or another character is brought down."""
    text = "甲乙丙，丁戊己，庚辛壬，癸子丑，寅卯辰，巳午未申酉"
    last = composer.lines(text, 12, punctuation=with_changes(CLREQ, total_fit=total_fit))[-1]
    assert len(last) != 1 or not total_fit


@pytest.mark.parametrize("size", list(range(21, 80)))
def test_a_paragraph_with_marks_never_ends_in_a_single_hanzi(composer: Composer, size: int) -> None:
    """typography.md 0.10: paragraphs ending in a single character 5 → 0."""
    text = ("甲乙丙丁戊，己庚辛壬癸。" * 8)[:size]
    text = text.rstrip("，。") + "。"
    assert len(composer.lines(text, 10)[-1].rstrip("。")) > 1 or len(composer.lines(text, 10)) == 1


def test_office_lines_are_filled_first_come_first_served(composer: Composer) -> None:
    assert composer.lines("国" * 11, 10, punctuation=OFFICE) == ["国" * 10, "国"]


def test_office_pulls_a_forbidden_mark_in_by_squeezing_those_inside(composer: Composer) -> None:
    """优先推入: each mark inside gives at most half an em, so two inside make room for one."""
    full = "国，国，" + "国" * 20
    assert composer.lines(full + "。人人", 24.0, punctuation=OFFICE)[0] == full + "。"


def test_office_pushes_out_where_the_marks_inside_cannot_give_enough(composer: Composer) -> None:
    text = "国" * 23 + "人"
    assert composer.lines(text + "。人人", 24.0, punctuation=OFFICE)[0] == "国" * 23


def test_a_long_web_address_is_cut_where_the_line_is_full_and_nothing_is_lost(
    composer: Composer,
) -> None:
    address = "www" + "x" * 120
    lines = composer.lines(f"国{address}国", 10)
    assert "".join(lines) == f"国{address}国"
    assert len(lines) < 12


def test_a_ligature_is_never_cut(composer: Composer) -> None:
    prepared = composer.prepare("f" + "ffi" * 40)
    for line in break_lines(prepared, lambda k: 5.0):
        assert prepared.glyphs[line.start] != "\0"


def test_the_dash_is_never_cut_and_never_hung(composer: Composer) -> None:
    """Typst #6735: —— was hung outside the measure."""
    for measure in range(4, 12):
        for line in composer.set("国国国国国——人人人人人人——国国国", float(measure)):
            assert not (line.text.startswith("—") and not line.text.startswith("——"))
            assert line.glyphs[-1].right <= measure * 10 + 0.5


def test_a_bold_lead_in_breaks_where_plain_text_would(composer: Composer) -> None:
    """docx-editor #526: a bold lead broke only at the run boundary."""
    text = "优化营商环境再出实招本区推出三十条举措。近日，全区大会召开"
    assert composer.lines(f"⟦{text[:20]}⟧{text[20:]}", 9) == composer.lines(text, 9)


@pytest.mark.parametrize(
    "text", ["国国国国国“国国”国国，国国国国", "A国国国国国国国国国国国国国国国"]
)
def test_changes_of_emphasis_do_not_change_where_lines_break(composer: Composer, text: str) -> None:
    assert composer.lines(f"{text[:4]}⟨{text[4:9]}⟩{text[9:]}", 6) == composer.lines(text, 6)


@pytest.mark.parametrize("text", ["", " ", "\u00a0 "])
def test_a_blank_paragraph_is_one_empty_line(composer: Composer, text: str) -> None:
    assert [line.strip() for line in composer.lines(text, 10)] == [""]


def test_a_slot_narrower_than_a_character_still_takes_one(composer: Composer) -> None:
    assert composer.lines("国国国", 0.5) == ["国", "国", "国"]


def test_a_slot_narrower_than_a_dash_takes_it_whole(composer: Composer) -> None:
    """—— is one glyph: half of it can neither be drawn nor left out."""
    assert composer.lines("国——国", 1.0) == ["国", "——", "国"]


def test_three_marks_in_a_row_do_not_start_a_line(composer: Composer) -> None:
    for measure in range(4, 14):
        for line in composer.lines("他国国国说：“好。”（《国》）。”国国国国国", measure)[1:]:
            assert line[0] not in "。”）》，：", line


def test_a_line_after_a_space_begins_with_text(composer: Composer) -> None:
    for line in composer.lines("防寒潮 保供水 抓民生 促发展 迎新年", 4):
        assert not line.startswith(" ")


WORDS = "国国国国国国 internationalization of communication 国国国国国国国国"


@pytest.mark.parametrize("measure", [6.0, 7.0, 9.0, 11.0])
def test_a_long_word_in_a_narrow_measure_breaks_with_a_hyphen_that_fits(
    composer: Composer, measure: float
) -> None:
    """Issue 2: hyphenated Latin in narrow measures."""
    hyphened = [line for line in composer.set(WORDS, measure, hyphenate=True) if line.broken.hyphen]
    assert hyphened
    prepared = composer.prepare(WORDS, hyphenate=True)
    for line in hyphened:
        last = line.glyphs[-1]
        end = last.pen / SIZE + composer.catalogue.face(last.face).advance(last.glyph)
        assert last.text == "\u00ad"
        assert end <= measure + 1e-3
        if "国国" in line.text and not adjust(prepared, line.broken).ragged:
            assert end == pytest.approx(measure, abs=1e-3)


def test_a_hyphen_is_no_character_of_the_text(composer: Composer) -> None:
    text = "".join(line.text for line in composer.set(WORDS, 8.0, hyphenate=True))
    assert text.replace(" ", "") == WORDS.replace(" ", "")


@pytest.mark.parametrize("bold_latin", ["latin-bold", "hei-bold"])
@pytest.mark.parametrize(
    "word", ["⟦internationalization⟧", "⟨internationalization⟩", "internationalization"]
)
def test_a_hyphen_is_of_the_face_of_its_word(
    composer: Composer, word: str, bold_latin: str
) -> None:
    style = with_changes(BODY, bold_latin=bold_latin)
    hyphened = [
        line
        for line in composer.set(f"国国国国{word}国国国国", 7.0, style=style, hyphenate=True)
        if line.broken.hyphen
    ]
    assert hyphened
    for line in hyphened:
        last = line.glyphs[-1]
        assert last.glyph == composer.catalogue.face(last.face).glyph("-")


@pytest.mark.parametrize(
    "word", ["http://www.jiading.gov.cn/internationalization", "iPhone", "GB/T", "CPPCC"]
)
def test_addresses_names_and_abbreviations_are_never_hyphenated(
    composer: Composer, word: str
) -> None:
    for measure in range(5, 16):
        assert not any(
            line.broken.hyphen
            for line in composer.set(f"国国国国{word}国国国国", float(measure), hyphenate=True)
        )


def test_an_address_breaks_after_a_slash(composer: Composer) -> None:
    lines = composer.lines("国国国http://www.jiading.gov.cn/news/2023/12/a.html国", 12.0)
    assert all(line.endswith(("/", ".", "国")) for line in lines), lines


# -- what calls for the whole paragraph to be weighed: typography.md 2 -----------------------------

TIGHT_SECOND = "国国国，国国，国，国国国国，国国国国国国，国国国。"
"""At 10 em the first line fits exactly with eight characters less a mark; the second then is half
an em too wide, which its one inner mark must give whole: 60. With one Hanzi more above, 1 em of 1.5
em of three marks (27), it is half an em short over nine places (17)."""


def test_a_tight_line_calls_for_weighing(composer: Composer) -> None:
    assert (
        composer.lines(TIGHT_SECOND, 10, punctuation=GREEDY)[0]
        != composer.lines(TIGHT_SECOND, 10)[0]
    )
    assert composer.lines(TIGHT_SECOND, 10) == [
        "国国国，国国，国，国国",
        "国国，国国国国国国，",
        "国国国。",
    ]


def test_lines_that_are_only_counted_are_not_weighed(composer: Composer) -> None:
    prepared = composer.prepare(TIGHT_SECOND)
    rough = break_lines(prepared, lambda k: 10.0, rough=True)
    assert [line.end - line.start for line in rough] == [10, 11, 4]


@pytest.mark.parametrize("punctuation", [CLREQ, OFFICE, GREEDY])
def test_where_no_break_is_in_reach_a_line_is_cut_where_it_is_full(
    composer: Composer, punctuation: object
) -> None:
    """Figures of a Latin face are half an em wide: twenty fill 10 em, and never one less."""
    lines = composer.lines("0" * 50, 10.0, punctuation=punctuation)  # type: ignore[arg-type]
    assert [len(line) for line in lines] == [20, 20, 10]


@pytest.mark.parametrize("punctuation", [CLREQ, OFFICE, GREEDY])
def test_a_word_that_fits_is_not_cut_though_it_leaves_the_line_above_short(
    composer: Composer, punctuation: object
) -> None:
    # type: ignore[arg-type]
    lines = composer.lines("国" + "0" * 20 + "国国国", 10.0, punctuation=punctuation)
    assert lines == ["国", "0" * 20, "国国国"]


def test_the_gap_that_falls_away_at_the_end_of_a_line_gives_nothing(composer: Composer) -> None:
    """Two gaps stand round App; that after it ends the line and is gone.

    One gives an eighth of an em, so 0.125 fits and 0.2 does not.
    """
    rule = with_changes(
        CLREQ, autospace=0.25, autospace_min=0.125, autospace_max=0.25, total_fit=False
    )
    natural = composer.width("国国App", rule)
    assert composer.lines("国国App国", natural - 0.12, punctuation=rule)[0] == "国国App"
    assert composer.lines("国国App国", natural - 0.2, punctuation=rule)[0] == "国国"


def test_a_space_at_the_end_of_a_line_opens_no_gap(composer: Composer) -> None:
    prepared = composer.prepare("国国国 国国国")
    assert stretchable(prepared, 0, 4) == stretchable(prepared, 0, 3) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("国国国", 2),
        ("国12国", 2),
        ("国——国", 2),
        ("国–国", 0),
        ("国，国", 2),
        ("App", 0),
        ("国\u00a0国", 0),
        ("国", 0),
    ],
)
def test_the_places_of_a_line_that_may_open_are_those_of_clreq(
    composer: Composer, text: str, count: int
) -> None:
    """CLREQ 3.2.3: between any two characters, but not inside a unit nor beside a connector."""
    prepared = composer.prepare(text)
    assert stretchable(prepared, 0, len(text)) == count


# -- every line takes a character: issue 9, never-ends.banxin --------------------------------------

_anything = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "国",
                "，",
                "（",
                "）",
                "“",
                "”",
                "——",
                "……",
                "á",
                "ffi",
                "12",
                "App",
                " ",
                "\u3000",
                "\u00a0",
                "\u2060",
                "·",
                "-",
                "/",
                "⸺",
            ]
        ),
        st.sampled_from(
            [
                "a@b.example.org",
                "https://a.example.org/b?c=d",
                "85 kg",
                "8：30",
                "¹",
                "x" * 40,
                "\u202e逆",
                "\u200b",
                "e\u0301",
            ]
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
).map("".join)
_widths = st.one_of(
    st.sampled_from([-1e9, -1.0, -1e-9, 0.0, 1e-9, 0.5, 1.0, 1e9]),
    st.floats(-1, 40, allow_nan=False),
)


@pytest.mark.parametrize(
    "punctuation", [CLREQ, OFFICE, GREEDY, with_changes(CLREQ, prohibition=Prohibition.NONE)]
)
def test_whatever_the_slots_every_character_is_on_one_line_and_every_line_has_one(
    composer: Composer, punctuation: object
) -> None:
    @settings(max_examples=examples(150), deadline=None)
    @given(_anything, st.lists(_widths, min_size=1, max_size=6), st.booleans())
    def check(text: str, widths: list[float], hyphenate: bool) -> None:
        # type: ignore[arg-type]
        prepared = composer.prepare(Text(text), punctuation, hyphenate=hyphenate)
        size = len(prepared.string)
        asked: list[int] = []

        def measure(k: int) -> float:
            asked.append(k)
            assert k <= size, "more lines than characters"
            return widths[k % len(widths)]

        lines = break_lines(prepared, measure)
        assert len(lines) <= max(1, size)
        assert [line.width for line in lines] == [
            widths[k % len(widths)] for k in range(len(lines))
        ]
        if prepared.string.strip(" "):
            _assert_all_in_order(prepared, lines)

    check()


def _assert_all_in_order(prepared: Prepared, lines: list[Broken]) -> None:
    """Lines follow each other with nothing but spaces between them, and none is empty."""
    assert lines[0].start == next_start(prepared, 0)
    assert all(line.start < line.end for line in lines)
    assert all(next_start(prepared, before.end) == after.start for before, after in pairwise(lines))
    assert next_start(prepared, lines[-1].end) == len(prepared.string)


@pytest.mark.parametrize("width", [-1.0, 0.0, 1e-9])
@pytest.mark.parametrize("text", ["\u3000" * 50, "á" * 50, "国国国国", "国，国。", "\u202e逆"])
def test_a_slot_without_width_takes_one_cluster_a_line(
    composer: Composer, text: str, width: float
) -> None:
    lines = composer.lines(text, width)
    assert "".join(lines) == text
    assert all(lines)


@settings(max_examples=examples(150), deadline=None)
@given(
    _anything,
    st.lists(st.floats(0, 3), min_size=1, max_size=5),
    st.floats(-1, 40),
    st.integers(1, 4),
)
def test_a_headline_of_anything_is_broken_at_every_measure(
    text: str, advances: list[float], measure: float, most: int
) -> None:
    """No line is empty, none overlaps, and only spaces are left out."""
    lines = break_headline(
        text, [advances[k % len(advances)] for k in range(len(text))], measure, most
    )
    assert all(start < end for start, end in lines)
    assert all(before[1] <= after[0] for before, after in pairwise(lines))
    assert _spaceless("".join(text[start:end] for start, end in lines)) == _spaceless(text)


def _spaceless(text: str) -> str:
    return "".join(text.split())
