"""Text that opens what follows stays with it at the foot of a page: lines ending in colons, the
first and last of lines with leaders, a heading over one line.
"""

from __future__ import annotations

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose

from layouts.issue.article import Block, Paragraph
from layouts.issue.form import FormKind, ParagraphForm
from layouts.issue.text import Text


def formed(text: str, kind: FormKind) -> Paragraph:
    return Paragraph(Text(text), NOWHERE, form=ParagraphForm(kind))


def filled(press: Press, *blocks: Block | str) -> list[Laid]:
    """Pages on which some blocks come to stand on every one of the last rows."""
    rows = press.set(prose(10)).grid.rows
    return [press.set(*["一行话。"] * k, *blocks) for k in range(rows - 18, rows + 2)]


@pytest.mark.parametrize("kind", [FormKind.VERSE, FormKind.NAMES, FormKind.LEADER])
@pytest.mark.parametrize("opening", ["名单如下：", f"{prose(50)}如下："])
def test_a_line_ending_in_a_colon_stays_with_what_it_opens(
    press: Press, opening: str, kind: FormKind
) -> None:
    for laid in filled(press, opening, *(formed(f"张三 {k}0", kind) for k in range(1, 4))):
        assert laid.page_of("下：") == laid.page_of("10")


def test_a_line_ending_in_a_colon_stays_with_a_paragraph(press: Press) -> None:
    for laid in filled(press, "会议指出：", f"要抓实。{prose(90)}"):
        assert laid.page_of("指出：") == laid.page_of("要抓实")


def test_text_beside_which_no_column_is_left_is_not_kept_for_ever(press: Press) -> None:
    """A hundred lines that end in colons fill pages as any others do."""
    laid = press.set(*(f"第{k}条：" for k in range(100)))
    assert len(laid.lines("body")) == 100
    assert len(laid.pages) <= 1 + 100 // (laid.grid.rows - 10)


def test_no_line_with_a_leader_stands_alone_at_the_foot_or_head_of_a_page(press: Press) -> None:
    values = [f"阅览室{k} {k}0" for k in range(1, 6)]
    for laid in filled(press, *(formed(value, FormKind.LEADER) for value in values)):
        pages = [laid.page_of(f"阅览室{k}") for k in range(1, 6)]
        assert pages[0] == pages[1]
        assert pages[3] == pages[4]


def test_a_heading_stands_over_two_lines_of_two_paragraphs_at_the_foot(press: Press) -> None:
    for laid in filled(press, "#小标题", "又讯。", f"接着说。{prose(90)}"):
        heading = laid.page_of("小标题")
        assert heading == laid.page_of("又讯。") == laid.page_of("接着说")


def test_a_headline_takes_its_whole_column_where_only_so_it_parts_at_its_dash(press: Press) -> None:
    """A dash begins the line of the subtitle; other headlines stay narrower than their column."""
    title = "一间阅览室的减法——石桥分馆空间改造的三点体会"
    laid = press.pages(press.article(prose(90), title=title), layout="neikan-a4-2col")
    lines = [line.text for line in laid.lines("headline")]
    assert lines == ["一间阅览室的减法", "——石桥分馆空间改造的三点体会"]
