"""Where headlines break: balanced, between words, with the marks where they belong."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from layouts.text.headline import HeadlineUnit, balance, break_headline, headline_units
from layouts.text.words import listed, open_words

ROOT = Path(__file__).parents[2]
MANUSCRIPTS = ROOT.parent / "shared" / "manuscripts"
FORBIDDEN_FIRST = frozenset("，。、；：！？”’》）】…·/%")
FORBIDDEN_LAST = frozenset("“‘《（【·/")


def advances(text: str) -> list[float]:
    return [0.5 if character < "\u0250" else 1.0 for character in text]


def width(text: str) -> float:
    return sum(advances(text))


def lines(text: str, measure: float, max_lines: int = 3) -> list[str]:
    return [
        text[start:end] for start, end in break_headline(text, advances(text), measure, max_lines)
    ]


def units(widths: list[int], costs: dict[int, float] | None = None) -> list[HeadlineUnit]:
    edges = [0, *(sum(widths[: index + 1]) for index in range(len(widths)))]
    return [
        HeadlineUnit(start, end, float(end - start), 0.0, (costs or {}).get(index, 0.0))
        for index, (start, end) in enumerate(pairwise(edges))
    ]


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (24.1, ["湖滨公园举办秋季菊花展"]),
        (17, ["副区长沈嘉禾赴湖滨新城", "督导汛期安全生产工作"]),
        (17, ["湖滨集团圆满完成", "中秋假期客运保障工作"]),
        (24.1, ["区人大常委会副主任林岚一行", "调研老旧小区加装电梯项目"]),
        (17, ["建立“三个一”服务机制，", "推动社区食堂运营“提质扩面”"]),
        (17, ["“四步工作法”：", "湖滨街道党工委推进基层治理"]),
        (17, ["区国资委召开 2026 年度", "“青松”计划班学员座谈会"]),
        (24.1, ["区委常委、副区长沈嘉禾赴湖滨集团所属", "公交公司督导节前安全检查工作"]),
        (12, ["区委常委、副区长沈嘉禾", "赴湖滨集团所属公交公司", "督导节前安全检查工作"]),
        (
            17,
            ["湖滨控股集团召开 2026 年", "基层党组织书记述职评议、", "党建考核暨意识形态工作会议"],
        ),
        (17, ["国务院安委会办公室、应急管理部", "联合部署今冬明春火灾防控工作"]),
        (24.1, ["市发改委印发《关于促进民营经济", "高质量发展的若干措施》的通知"]),
        (24.1, ["公租房公司推出“一站式”云服务平台，", "让群众“少跑腿”"]),
        (12, ["一、组织聚力，", "推动主题教育走深走实"]),
    ],
)
def test_a_headline_breaks_as_a_typesetter_would(measure: float, expected: list[str]) -> None:
    gap = " " if expected[-1].startswith("基") else ""
    assert lines(gap.join(expected), measure) == expected


def test_a_typed_space_between_chinese_parts_is_a_good_place_to_break() -> None:
    assert lines("凝心聚力谋发展 真抓实干开新局面", 12) == ["凝心聚力谋发展", "真抓实干开新局面"]
    assert lines("凝心聚力谋发展\u3000真抓实干开新局面", 12) == [
        "凝心聚力谋发展",
        "真抓实干开新局面",
    ]


def test_a_dash_starts_the_line_of_the_subtitle() -> None:
    assert lines("迎秋风 赏菊展——湖滨公园菊花展圆满落幕", 17) == [
        "迎秋风 赏菊展",
        "——湖滨公园菊花展圆满落幕",
    ]


def test_a_title_on_one_line_keeps_its_spaces_inside_and_loses_those_outside() -> None:
    assert lines(" 守底线 保安全 ", 24) == ["守底线 保安全"]


@pytest.mark.parametrize("text", ["", "   ", "\u3000"])
def test_an_empty_title_has_no_lines(text: str) -> None:
    assert lines(text, 10) == []


def test_a_word_is_broken_only_where_it_alone_is_wider_than_the_measure() -> None:
    assert lines("访国有资产监督管理委员会", 8) == ["访国有资产监", "督管理委员会"]
    assert "国有资产监督管理委员会" in lines("走访国有资产监督管理委员会", 11)


def test_a_particle_does_not_start_a_line() -> None:
    assert all(
        line[0] not in "的了等"
        for measure in range(6, 20)
        for line in lines("致奋斗在防汛抗旱一线的全体干部职工等的一封信", measure, 9)
    )


def test_a_short_quotation_stays_together() -> None:
    assert lines("全面推行“一网通办”改革便民利民", 11) == ["全面推行“一网通办”", "改革便民利民"]
    assert lines("推行“邻里守望一家亲”社区文化节", 13) == ["推行“邻里守望一家亲”", "社区文化节"]


def test_more_lines_than_allowed_are_used_rather_than_none_dropped() -> None:
    text = "湖滨集团所属公交公司全力做好国庆假期客运服务保障工作" * 8
    broken = lines(text, 10, 2)
    assert "".join(broken) == text
    assert len(broken) > 2
    assert all(width(line) <= 10 for line in broken)


def test_as_few_lines_as_fit() -> None:
    assert len(balance(units([2] * 12), 12)) == 2
    assert len(balance(units([2] * 12), 11.9)) == 3


def test_lines_are_near_the_same_width() -> None:
    assert balance(units([3, 2, 2, 3, 2, 2]), 12) == [(0, 3), (3, 6)]


def test_costs_move_a_break() -> None:
    assert balance(units([2] * 6, {2: 40.0}), 10) == [(0, 2), (2, 6)]
    assert balance(units([2] * 6, {3: -40.0}), 10) == [(0, 4), (4, 6)]


def test_three_lines_are_no_hourglass() -> None:
    assert balance(units([3, 3, 4, 3, 3]), 7) == [(0, 1), (1, 3), (3, 5)]


def test_a_last_line_of_two_characters_is_refused_even_for_a_line_more() -> None:
    assert balance(units([5, 5, 2]), 10) == [(0, 1), (1, 3)]
    assert balance(units([9, 1, 2]), 10) == [(0, 1), (1, 3)]


def test_a_line_more_is_taken_rather_than_tear_a_phrase() -> None:
    torn = units([5, 5, 5, 5], {1: 1000.0})
    assert balance(torn, 10, 2) == [(0, 2), (2, 4)]
    assert balance(torn, 10, 3) == [(0, 1), (1, 3), (3, 4)]


def test_no_further_line_is_taken_where_one_more_was_enough() -> None:
    text = "夜里十点闭馆，灯却留着一盏，照着回家的路。"
    assert len(lines(text, 6.5, max_lines=4)) == 4
    assert len(lines(text, 6.5, max_lines=6)) == 5


def test_marks_bind_to_their_content() -> None:
    text = "学习《条例》、“新办法”（试行）等2·16案例"
    parts = headline_units(text, lambda start, end: width(text[start:end]))
    strings = [text[unit.start : unit.end] for unit in parts]
    assert "".join(strings) == text
    assert strings[1] == "《条例》、"
    assert not any(
        string[0] in FORBIDDEN_FIRST or string[-1] in FORBIDDEN_LAST for string in strings
    )


PIECES = listed(
    "湖滨集团 召开 2026 年 座谈会 ， 、 “ ” 《 》 —— …… 的 等 和 副区长 沈嘉禾 赴 调研 国资委 高质量发展 AI 5G + · / : （ ） 一行 ！？ 𠮷 é"
)
TITLES = st.lists(st.sampled_from([*PIECES, " ", "\u3000"]), max_size=24).map("".join)


@given(TITLES | st.text(max_size=40), st.floats(1, 30), st.integers(1, 4))
@settings(max_examples=examples(400), deadline=None)
def test_nothing_is_lost_and_only_spaces_are_dropped(
    text: str, measure: float, max_lines: int
) -> None:
    ranges = break_headline(text, advances(text), measure, max_lines)
    edges = [0, *(edge for pair in ranges for edge in pair), len(text)]
    assert edges == sorted(edges)
    assert all(start < end for start, end in ranges)
    assert not any(text[start].isspace() or text[end - 1].isspace() for start, end in ranges)
    assert all(
        text[end:start].isspace() or end == start
        for end, start in zip(edges[::2], edges[1::2], strict=True)
    )


@given(TITLES, st.floats(8, 30))
@settings(max_examples=examples(400), deadline=None)
def test_no_line_is_too_wide_or_breaks_a_word_or_parts_a_mark(text: str, measure: float) -> None:
    parts = headline_units(text, lambda start, end: width(text[start:end]))
    ranges = break_headline(text, advances(text), measure)
    assert all(width(text[start:end]) <= measure + 1e-6 for start, end in ranges)
    if all(unit.width <= measure for unit in parts):
        starts, ends = {unit.start for unit in parts}, {unit.end for unit in parts}
        assert all(start in starts and end in ends for start, end in ranges)
        assert not any(text[start] in FORBIDDEN_FIRST for start, _ in ranges[1:])
        assert not any(text[end - 1] in FORBIDDEN_LAST for _, end in ranges[:-1])


def test_the_dictionary_is_opened_only_for_a_title_that_does_not_fit() -> None:
    script = (
        "from layouts.text.headline import break_headline\nfrom layouts.text.words import open_words\n"
        "break_headline('湖滨公园', [1.0] * 4, 10)\nprint(open_words.cache_info().misses)\n"
        "break_headline('湖滨公园', [1.0] * 4, 2)\nprint(open_words.cache_info().misses)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["0", "1"]


@pytest.mark.skipif(
    not MANUSCRIPTS.is_dir(), reason="the shared manuscripts are not beside this checkout"
)
@pytest.mark.parametrize("measure", [17, 24.1])
def test_the_headlines_of_the_manuscripts_break_between_words(measure: float) -> None:
    for manuscript in sorted(MANUSCRIPTS.glob("*.md")):
        for source in manuscript.read_text(encoding="utf-8").splitlines():
            if source.startswith("###"):
                title = source.lstrip("# ")
                ends = {0}
                for word in open_words().segment(title):
                    ends.add(max(ends) + len(word))
                ranges = break_headline(title, advances(title), measure)
                assert all(start in ends and end in ends for start, end in ranges), title
                assert all(end - start > 2 for start, end in ranges), title
