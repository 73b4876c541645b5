"""Products, digit groups, numbered things and names with a plus stay whole; in `office` typographic
units do too.
"""

from __future__ import annotations

import pytest
from composing import OFFICE, Composer
from joints import BASIC, GB, breaks, pieces, whole

from layouts.text.units import FORBIDDEN


@pytest.mark.parametrize("units", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "5×10⁻³ mol/L",
        "3×10⁵",
        "3 × 4",
        "3×4",
        "3＋2",
        "3 + 2",
        "8÷2",
        "5\u2009000",
        "5\u202f000",
        "5 000",
        "12 345 678",
        "№ 5",
        "No. 5",
        "p. 5",
        "pp. 12",
    ],
)
def test_what_is_written_as_one_number_is_whole_in_every_style(text: str, units: bool) -> None:
    """GB/T 15835: figures are grouped by a quarter space; GB 3100: a product is one value."""
    assert whole(text, GB if units else BASIC, units), pieces(f"国{text}国", units=units)


@pytest.mark.parametrize(
    "text",
    [
        "5ｋｇ",
        "５ｋｇ",
        "5 inch",
        "6 ft",
        "2 bar",
        "3 lb",
        "4 oz",
        "16 kB",
        "8MB",
        "16 GB",
        "2TB",
        "4 MiB",
        "3 sr",
        "85kg",
        "120㎡",
        "25 ℃",
    ],
)
@pytest.mark.parametrize("units", [True, False])
def test_a_number_stays_with_a_typographic_unit_in_every_style(text: str, units: bool) -> None:
    """GB 3100: value and symbol are not parted."""
    assert whole(text, GB if units else BASIC, units), pieces(f"国{text}国", units=units)


_WORDS = (
    "卷 版 路 室 节 章 轮 队 村 镇 班 站 课时 学时 单元 头 匹 只 颗 "
    "粒 幅 幢 栋 间 层 级 届 篇 首 句 字 页 行 列 例 起 宗 笔 "
    "股 票 席 桌 包 箱 袋 瓶 吨 牛 帕 焦 伏 安 瓦 欧 学年 学期 "
)


@pytest.mark.parametrize(
    "word",
    _WORDS.split(),
)
def test_a_number_stays_with_its_measure_word(word: str) -> None:
    assert whole(f"第5{word}"), pieces(f"国第5{word}国")


def test_a_school_year_parts_after_its_dash_alone() -> None:
    assert pieces("国2025—2026学年国") == ["国", "2025—~2026学年", "国"]


def test_the_sides_of_an_area_part_after_the_sign_alone() -> None:
    assert pieces("国20毫米×30毫米国") == ["国", "20毫米×~30毫米", "国"]


@pytest.mark.parametrize("units", [True, False])
@pytest.mark.parametrize(
    "text", ["C++", "C#", "F#", "A+", "互联网＋", "Internet+", "国+", "60+", "C＋＋"]
)
def test_a_plus_stays_with_what_is_before_it_and_a_line_may_end_after_it(
    text: str, units: bool
) -> None:
    found = breaks(f"{text}馆藏", GB if units else BASIC, units)
    at = [k for k, char in enumerate(text) if char in "+＋#"]
    assert not any(found[k] for k in at)
    assert found[len(text)] != FORBIDDEN


@pytest.mark.parametrize("text", ["气温+5℃", "气温＋5℃"])
def test_a_line_may_start_with_the_sign_of_a_number(text: str) -> None:
    assert breaks(text)[2] != FORBIDDEN


@pytest.mark.parametrize("units", [True, False])
@pytest.mark.parametrize("word", ["国", "”", "App", "12", "。"])
def test_a_reference_mark_starts_no_line(word: str, units: bool) -> None:
    found = breaks(f"国{word}※国", GB if units else BASIC, units)
    assert found[1 + len(word)] == FORBIDDEN
    assert found[2 + len(word)] != FORBIDDEN


@pytest.mark.parametrize("unit", ["85 kg", "120㎡", "85kg"])
def test_office_ends_no_line_between_a_number_and_its_symbol(composer: Composer, unit: str) -> None:
    for measure in range(18, 26):
        lines = composer.lines(
            f"河湾区档案馆今年收到各家送来的老地图共计{unit}，馆藏地图已经全部上网",
            float(measure),
            punctuation=OFFICE,
        )
        assert any(unit in line for line in lines), lines
