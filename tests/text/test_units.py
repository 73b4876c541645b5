"""What stays whole: connectors, numbers with sign and unit, times, note marks, no-break spaces; and
where addresses are broken.
"""

from __future__ import annotations

import pytest
from composing import CLREQ, OFFICE, Composer
from joints import BASIC, GB, STRICT, breaks, pieces, whole

from layouts.house.text_style import Prohibition
from layouts.text.units import FORBIDDEN, SOFT, addresses

LEVELS = [BASIC, GB, STRICT]

# -- connectors: GB/T 15834 5.1.8, CLREQ 3.1.6 basic -----------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("units", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "第3—5条",
        "上海—北京",
        "14:30—16:00",
        "上海–北京",
        "上海‐北京",
        "上海～北京",
        "3～5天",
        "周一~周五",
        "3〜5天",
        "上海－北京",
        "国―国",
        "国∼国",
    ],
)
def test_a_connector_never_starts_a_line(text: str, level: Prohibition, units: bool) -> None:
    at = next(k for k, char in enumerate(text) if char in "—–‐～~〜－―∼")
    assert breaks(text, level, units)[at] == FORBIDDEN


@pytest.mark.parametrize("text", ["上海—北京", "上海～北京", "上海–北京"])
def test_a_line_may_end_after_a_connector(text: str) -> None:
    assert breaks(text)[3] != FORBIDDEN


@pytest.mark.parametrize(
    "text", ["第3—5条", "14:30—16:00", "1～9月", "5℃～38℃", "3月—5月", "8时–10时"]
)
def test_a_range_of_numbers_is_better_kept_and_may_part_after_its_connector(text: str) -> None:
    found = [k for k, kind in enumerate(breaks(f"国{text}国")) if 1 < k < len(text) + 1 and kind]
    assert [text[k - 2] for k in found] == [next(char for char in text if char in "—～–")]
    assert breaks(f"国{text}国")[found[0]] == SOFT


@pytest.mark.parametrize("mark", ["——", "⸺"])
def test_the_dash_of_two_em_is_no_connector(mark: str) -> None:
    assert breaks(f"国{mark}国", BASIC)[1] != FORBIDDEN
    assert breaks(f"国{mark}国", GB)[1] != FORBIDDEN


def test_nothing_opens_beside_a_dash_that_joins(composer: Composer) -> None:
    """CLREQ 3.2.3: never around connectors."""
    text = "上海—北京往来"
    (line, *_) = composer.set(text + "国国国国国国", composer.width(text) + 0.6)
    assert line.text == text
    assert line.pen("—") == pytest.approx(line.pen("海") + 1)
    assert line.pen("北") == pytest.approx(line.pen("—") + 1)
    assert line.pen("京") > line.pen("北") + 1.05


# -- glue: UAX #14 GL, WJ --------------------------------------------------------------------------

GLUE = ["\u00a0", "\u202f", "\u2007", "\u2060", "\ufeff", "\u2011"]


@pytest.mark.parametrize("char", GLUE)
@pytest.mark.parametrize("level", list(Prohibition))
@pytest.mark.parametrize(
    ("before", "after"),
    [("张", "三"), ("张", "A"), ("5", "人"), ("，", "三"), ("”", "A"), ("A", "“")],
)
def test_no_line_ends_beside_glue(char: str, level: Prohibition, before: str, after: str) -> None:
    found = breaks(f"国{before}{char}{after}国", level)
    assert (found[2], found[3]) == (FORBIDDEN, FORBIDDEN)


@pytest.mark.parametrize("measure", range(3, 9))
@pytest.mark.parametrize("punctuation", [CLREQ, OFFICE])
def test_a_name_with_a_no_break_space_is_on_one_line_and_the_space_keeps_its_width(
    composer: Composer, measure: int, punctuation: object
) -> None:
    lines = composer.set(
        "国国国国国国张\u00a0三同志国国国国国国", float(measure), punctuation=punctuation
    )  # type: ignore[arg-type]
    (line,) = [line for line in lines if "张" in line.text]
    assert "张\u00a0三" in line.text
    assert line.pen("三") - line.pen("张") == pytest.approx(1.5)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_a_no_break_space_between_a_figure_and_its_word_keeps_its_width(
    composer: Composer, space: str
) -> None:
    """CSS Text 4 replaces U+0020 alone by the gap."""
    line = composer.one(f"国12{space}人")
    face = composer.catalogue.face("latin")
    width = 0.25 if space == "\u00a0" else face.advance(face.glyph(space))
    assert line.pen("人") - line.pen("2") == pytest.approx(face.advance(face.glyph("2")) + width)


# -- numbers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "85kg", "85 kg", "85\u00a0kg", "120km", "300 MW", "5 kWh", "20 mg/L", "12 m³/s", "3 m/s", "3 m/s²", "50 hm²", "35 dB", "2.4 GHz", "101 kPa",
        "2 mol", "25℃", "25 ℃", "25°C", "25 °C", "300 K", "120㎡", "120 ㎡", "5㎏", "30㎞", "250㏄", "3‰", "3万亿元", "120余万元", "5万多平方米",
        "3.5亿千瓦时", "20万吨", "80万平方米", "10余个", "1.5个百分点", "60场次", "12万人次", "30万kW", "8元/平方米", "5 kg·m²", "５０㎡", "12 TEU",
        "2023年度", "3号线", "20多名", "6 cm²", "9 kW·h", "4 Ω", "2 μm", "70 mmHg",
    ],
)  # fmt: skip
def test_a_number_stays_with_its_unit(text: str) -> None:
    """GB 3100, GB/T 15835."""
    assert whole(text), pieces(f"国{text}国")


@pytest.mark.parametrize("text", ["iPhone 15 Pro", "2 Apps", "12 Kinder", "7 minutes"])
def test_a_word_after_a_number_is_no_unit(text: str) -> None:
    """A unit ends where its letters do."""
    assert breaks(text)[text.rindex(" ") + 1] != FORBIDDEN


@pytest.mark.parametrize("sign", "-−－–+＋±")
@pytest.mark.parametrize("units", [True, False])
def test_a_sign_stays_with_its_number(sign: str, units: bool) -> None:
    for text in (f"气温{sign}5", f"（{sign}5", f"为 {sign}5", f"{sign}5"):
        assert breaks(text, units=units)[len(text) - 1] == FORBIDDEN, text


@pytest.mark.parametrize(
    "text", ["－5℃", "-5℃", "−5℃", "–5℃", "±0.5mm", "＋3", "￥300", "＄5", "€20", "№7", "-5%"]
)
def test_a_number_with_sign_and_unit_is_whole(text: str) -> None:
    assert whole(text), pieces(f"国{text}国")


@pytest.mark.parametrize(
    "text", ["8：30", "08:30", "18：05：30", "3：1", "3∶1", "1:2.5", "2：0", "8：30开门"]
)
@pytest.mark.parametrize("units", [True, False])
def test_times_ratios_and_scores_are_whole(text: str, units: bool) -> None:
    figures = text.removesuffix("开门")
    assert not any(breaks(f"国{text}", units=units)[2 : len(figures) + 1])


def test_a_colon_before_a_number_is_no_time() -> None:
    assert breaks("共计：30人")[3] != FORBIDDEN


def test_a_long_run_of_figures_may_be_followed_by_any_word() -> None:
    assert pieces("共12345以及") == ["共", "12345", "以", "及"]


# -- note marks ------------------------------------------------------------------------------------

NOTES = [
    "¹",
    "²³",
    "⁴",
    "⁽¹⁾",
    "[1]",
    "[12]",
    "[1,3]",
    "[1-3]",
    "［1］",
    "〔1〕",
    "①",
    "⑳",
    "*",
    "**",
    "†",
    "‡",
]


@pytest.mark.parametrize("units", [True, False])
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("word", ["国", "”", "》", "App", "12", "。", "）"])
def test_a_note_mark_stays_with_its_word(
    word: str, note: str, level: Prohibition, units: bool
) -> None:
    found = breaks(f"国{word}{note}国", level, units)
    start = 1 + len(word)
    assert not any(found[start : start + len(note)])


@pytest.mark.parametrize("note", ["¹", "①", "*", "[1]"])
def test_a_line_may_end_after_a_note_mark(note: str) -> None:
    assert breaks(f"国{note}国")[1 + len(note)] != FORBIDDEN


@pytest.mark.parametrize("before", ["包括：", "国；", "国，", "国、"])
def test_a_circled_number_after_a_pause_is_the_label_of_what_follows(before: str) -> None:
    found = breaks(f"{before}①国国")
    assert found[len(before)] != FORBIDDEN
    assert found[len(before) + 1] == FORBIDDEN


def test_the_number_of_a_document_is_no_note(composer: Composer) -> None:
    assert breaks("国办〔2026〕12号")[2] != FORBIDDEN


def test_no_gap_opens_before_a_note_mark(composer: Composer) -> None:
    text = "国国国¹国国国"
    (line, *_) = composer.set(text + "国国国国国国", composer.width(text) + 0.3)
    assert line.text == text
    assert line.pen("¹") - line.pen("国", 2) == pytest.approx(1.0)
    # 5 of 6 places share three tenths of an em, which would be less before all of them
    assert line.pen("国", 1) == pytest.approx(1.06)


# -- addresses -------------------------------------------------------------------------------------

LONG = "https://www.example-library.org/news/2026/list_a.html?query=value&other=1234#top"
MAIL = "somebody.longname@library-of-rivers.example.com"


def test_an_address_may_break_after_its_joints_and_nowhere_else() -> None:
    cut = [piece.strip("~") for part in pieces(LONG) for piece in part.split("~")]
    assert "".join(cut) == LONG
    assert all(piece[-1] in "/.?&=@-_#" for piece in cut[:-1])
    assert {piece[-1] for piece in cut[:-1]} == set("/.?&=-_#")


def test_inside_a_host_a_break_is_only_soft() -> None:
    first = pieces(LONG)[:2]
    assert first == ["https://", "www.~example-~library.~org/"]


@pytest.mark.parametrize("host", ["www.abc.cn", "abc.com.cn", "Node.js", "www.a.org"])
def test_a_short_host_is_whole(host: str) -> None:
    assert whole(host)


def test_mail_breaks_after_its_at() -> None:
    cut = [piece for part in pieces(MAIL) for piece in part.split("~")]
    assert cut == ["somebody.", "longname@", "library-", "of-", "rivers.", "example.", "com"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("见https://a.example.org/x。", ["https://a.example.org/x"]),
        ("（www.example.org/a/b），", ["www.example.org/a/b"]),
        ("来信river@example.org或致电", ["river@example.org"]),
        ("网址example.org/list?id=3，", ["example.org/list?id=3"]),
        ("增长12.5%，计3.14倍", []),
        ("第3/4季度、A/B、GB/T 15834", []),
    ],
)
def test_addresses_are_found_without_the_marks_around_them(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in addresses(text)] == found


@pytest.mark.parametrize("address", [LONG, MAIL])
@pytest.mark.parametrize("measure", [8, 10, 12, 17])
@pytest.mark.parametrize("punctuation", [CLREQ, OFFICE])
def test_an_address_in_a_narrow_measure_is_cut_at_joints_and_gets_no_hyphen(
    composer: Composer, address: str, measure: int, punctuation: object
) -> None:
    lines = composer.set(
        f"国国{address}国国国", float(measure), punctuation=punctuation, hyphenate=True
    )  # type: ignore[arg-type]
    assert not any(line.broken.hyphen for line in lines)
    assert all(line.text[-1] in "/.?&=@-_#国" for line in lines if line.text[-1] != address[-1]), [
        line.text for line in lines
    ]


# -- the same in every style and beside photos -----------------------------------------------------


@pytest.mark.parametrize("measure", range(6, 20))
@pytest.mark.parametrize(
    "unit", ["85 kg", "8：30", "第3—", "河道图¹", "张\u00a0三", "120㎡", "－5℃", "3万亿元"]
)
def test_a_unit_is_on_one_line_at_every_measure(
    composer: Composer, unit: str, measure: int
) -> None:
    lines = composer.lines(
        f"河湾区档案馆的老地图数字化工程今{unit}，馆藏地图已经全部上网", float(measure)
    )
    tail = unit[-2:] if unit == "河道图¹" else unit
    assert any(tail in line for line in lines), lines
