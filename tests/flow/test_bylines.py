"""Where a by-line of several lines parts: between those it names, never inside a unit or a name."""

from __future__ import annotations

import audit
import pytest
from laying import Press, prose

from layouts.house.finding import stock_layouts

UNITS = (
    "县委办公室 林一",
    "县住房和城乡建设局 欧阳小满",
    "县交通运输局 周二",
    "方志馆 王三",
)


@pytest.mark.parametrize("layout", stock_layouts())
@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_by_line_ends_its_lines_between_those_it_names(
    press: Press, layout: str, count: int
) -> None:
    byline = f"【供稿：{'、'.join(UNITS[:count])}】"
    laid = press.pages(press.article(prose(50), byline=byline), layout=layout)
    lines = [line.text for line in laid.lines("byline")]
    assert "".join(lines) == byline
    assert all(line.endswith("、") for line in lines[:-1])
    assert audit.out_of_slot(laid.edition, laid.layout, press.catalogue) == []


def test_a_unit_wider_than_a_line_parts_from_its_writer_or_between_words(press: Press) -> None:
    unit = "云汀县人民政府办公室信息调研综合科"
    byline = f"【供稿：{unit} 林一】"
    laid = press.pages(press.article(prose(50), byline=byline), layout="neikan-a4-3col")
    lines = [line.text for line in laid.lines("byline")]
    assert len(lines) == 2
    # 人民政府, 办公室, 信息 and 调研 stay whole, as does the name of the writer
    assert lines[0].rstrip().endswith(("人民政府", "办公室", "信息", "调研"))
    assert lines[1].endswith("林一】")


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-3col"])
def test_the_lines_of_a_by_line_are_alike(press: Press, layout: str) -> None:
    """One of them never holds a single name while another is full and could give it one."""
    names = "、".join(["张三丰", "李四光", "王五行", "赵六合"] * 3)
    laid = press.pages(press.article(prose(50), byline=f"【供稿：{names}】"), layout=layout)
    widths = [line.x + line.width - line.runs[0].x for line in laid.lines("byline")]
    assert len(widths) > 1
    # less than a name and its mark apart (4 em), the label aside (4 em)
    assert max(widths) - min(widths) < 8 * laid.layout.styles["byline"].size


def test_a_by_line_of_several_lines_stands_below_photos(press: Press) -> None:
    byline = f"【供稿：{'、'.join(UNITS)}】"
    photo = press.photo(30, 30, width=10.0, line=1)
    laid = press.pages(press.article(photo, prose(120), byline=byline))
    (found,) = [found for page in laid.pages for found in page.pictures]
    lines = laid.lines("byline")
    assert len(lines) > 1
    for line in lines:
        assert line.y - line.size > found.y + found.height or line.runs[0].x > found.x + found.width
    assert [line.text for line in lines[:-1]] == [
        text for text in (line.text for line in lines[:-1]) if text.endswith("、")
    ]
