"""Where a line may end: prohibition levels, units that stay whole, and what UAX #14 does not know
of Chinese.
"""

from __future__ import annotations

import pytest
from joints import BASIC, GB, NONE, STRICT, breaks, pieces, whole

from layouts.house.text_style import Prohibition
from layouts.text.opportunities import FORBIDDEN, unicode_breaks

# -- levels: CLREQ 3.1.6 ---------------------------------------------------------------------------


@pytest.mark.parametrize("mark", "，。、；：！？．’”）》〉】〗〕］｝」』·‧・–～‼⁇⁈⁉")
@pytest.mark.parametrize("level", [BASIC, GB, STRICT])
def test_stops_pauses_closing_marks_connectors_and_interpuncts_start_no_line(
    mark: str, level: Prohibition
) -> None:
    """GB/T 15834 5.1.1, 5.1.2, 5.1.4, 5.1.7, 5.1.8. Typst #6774: an interpunct at line start."""
    assert breaks(f"国{mark}国", level)[1] == FORBIDDEN


@pytest.mark.parametrize("mark", "“‘（《〈【〖〔［｛「『")
@pytest.mark.parametrize("level", [BASIC, GB, STRICT])
def test_opening_marks_end_no_line(mark: str, level: Prohibition) -> None:
    """GB/T 15834 5.1.3."""
    assert breaks(f"国{mark}国", level)[2] == FORBIDDEN
    assert breaks(f"国{mark}国", level)[1] != FORBIDDEN


@pytest.mark.parametrize("slash", "/／")
@pytest.mark.parametrize("level", [GB, STRICT])
def test_a_slash_neither_starts_nor_ends_a_line(slash: str, level: Prohibition) -> None:
    """GB/T 15834 5.1.9."""
    found = breaks(f"国{slash}国", level)
    assert (found[1], found[2]) == (FORBIDDEN, FORBIDDEN)


def test_a_slash_may_end_a_line_at_the_basic_level() -> None:
    assert breaks("国/国", BASIC, units=False)[2] != FORBIDDEN


@pytest.mark.parametrize("mark", ["——", "⸺"])
def test_a_dash_starts_a_line_at_gb_but_not_at_strict(mark: str) -> None:
    """CLREQ 3.1.6 level strict."""
    text = f"国{mark}国"
    assert breaks(text, GB)[1] != FORBIDDEN
    assert breaks(text, STRICT)[1] == FORBIDDEN


@pytest.mark.parametrize("level", [BASIC, GB, STRICT])
def test_an_ellipsis_starts_no_line(level: Prohibition) -> None:
    """CLREQ allows it below strict; CSS line-break: strict, our base for all levels, does not."""
    assert breaks("国……国", level)[1] == FORBIDDEN
    assert breaks("国……国", level)[3] != FORBIDDEN


def test_a_paragraph_may_begin_with_a_dash_at_the_strict_level() -> None:
    """CLREQ #510."""
    assert breaks("——国人", STRICT)[2] != FORBIDDEN


@pytest.mark.parametrize("text", ["国，国", "国（国", "国。国"])
def test_without_prohibition_every_hanzi_and_mark_may_start_a_line(text: str) -> None:
    assert list(breaks(text, NONE))[1:3] == [1, 1]


@pytest.mark.parametrize("text", ["０）国", "0）国", "A）国", "12》国"])
def test_a_closing_mark_after_a_figure_starts_no_line(text: str) -> None:
    """Typst #3082."""
    assert breaks(text)[text.index(text[-2])] == FORBIDDEN


@pytest.mark.parametrize("level", list(Prohibition))
def test_a_map_has_one_entry_for_each_boundary_and_never_breaks_before_the_text(
    level: Prohibition,
) -> None:
    assert len(breaks("国人，", level)) == 4
    assert breaks("国人，", level)[0] == FORBIDDEN
    assert breaks("国人，", level)[3] != FORBIDDEN


# -- units that stay whole: typography.md 1.3 ------------------------------------------------------


@pytest.mark.parametrize(
    "unit",
    [
        "——", "……", "…………", "？！", "！！！", "⸺",
        "1,024", "3.14", "50%", "99.9‰", "-5℃", "+3", "¥300", "￥300", "$5", "1:1", "3％", "０５０",
        "12月", "31日", "850期", "5万元", "3.5亿元", "12公里", "8小时", "300人", "第14期", "第3次", "2023年", "10时", "36个", "7名", "2项",
        "〔2026〕12号", "GB/T 15834", "GB/T 15834—2011", "A/B", "http", "office",
    ],
)  # fmt: skip
def test_a_unit_stays_on_one_line(unit: str) -> None:
    assert whole(unit), pieces(f"国{unit}国")


def test_the_parts_of_a_date_are_whole_and_its_joints_soft() -> None:
    assert pieces("于2023年12月31日起") == ["于", "2023年~12月~31日", "起"]


def test_a_list_label_keeps_the_character_after_it() -> None:
    assert [pieces(text)[0] for text in ("一、加强", "（一）加强", "1.加强", "①加强", "▲加强")] == [
        "一、加",
        "（一）加",
        "1.加",
        "①加",
        "▲加",
    ]


def test_a_name_is_not_broken_before_its_interpunct() -> None:
    assert pieces("卡尔·马克思")[1] == "尔·"


def test_units_break_where_the_style_does_not_ask_for_them() -> None:
    assert pieces("12月", units=False) == ["12", "月"]


@pytest.mark.parametrize("text", ["第12", "共300", "于5"])
def test_a_line_may_end_between_a_hanzi_and_a_figure(text: str) -> None:
    assert breaks(f"国{text}人")[1] != FORBIDDEN


def test_a_line_may_end_between_a_full_quote_and_latin() -> None:
    """UAX #14 keeps a quote and a letter together: it cannot know that the quote is Chinese."""
    assert pieces("说“好”App“好”") == ["说", "“好”", "App", "“好”"]


def test_a_latin_word_is_whole_and_a_hyphen_may_end_a_line() -> None:
    assert pieces("用Wi-Fi时") == ["用", "Wi-", "Fi", "时"]


# -- offsets ---------------------------------------------------------------------------------------


def test_breaks_after_a_character_beyond_the_bmp_stand_where_they_should() -> None:
    """ICU counts UTF-16 units: a name with a rare character broke one place off."""
    assert unicode_breaks("𠮷𠮷A国") == [1, 2, 3, 4]
    assert pieces("国𠮷，国𠮷App，") == ["国", "𠮷，", "国", "𠮷", "App，"]


def test_a_variation_selector_stays_with_its_character() -> None:
    assert pieces("葛\U000e0100国") == ["葛\U000e0100", "国"]


def test_an_empty_text_has_one_boundary() -> None:
    assert len(breaks("")) == 1


def test_a_character_beyond_the_bmp_moves_no_break() -> None:
    assert pieces("𠮷野家，吉野") == ["𠮷", "野", "家，", "吉", "野"]
    assert pieces("吉野家，吉野") == ["吉", "野", "家，", "吉", "野"]
