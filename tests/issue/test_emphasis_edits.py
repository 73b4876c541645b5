"""Bold and kai, set and cleared over one text and several."""

from __future__ import annotations

from edited_issues import FOOT, HEAD, at, issue, lines, note, one, p, photo, run_in, section, table
from msgspec.structs import replace

from layouts.issue.edits import clear_marks, kinds_in, toggle_mark
from layouts.issue.parts import CREDIT
from layouts.issue.places import Place
from layouts.issue.text import MarkKind

BOLD, KAI = MarkKind.BOLD, MarkKind.KAI


def test_a_second_toggle_takes_the_first_back():
    before = one(p("甲乙丙"))
    once = toggle_mark(before, (at(0), 1), (at(0), 2), BOLD)
    assert (lines(once.issue)[1], once[1:]) == ("甲⟦乙⟧丙", (at(0), 2))
    assert toggle_mark(once.issue, (at(0), 1), (at(0), 2), BOLD).issue == before


def test_text_that_is_bold_in_part_becomes_bold_all_over():
    assert (
        lines(toggle_mark(one(p("⟦甲⟧乙⟨丙⟩")), (at(0), 0), (at(0), 3), BOLD).issue)[1]
        == "⟦甲乙丙⟧"
    )


def test_kai_takes_the_place_of_bold():
    assert lines(toggle_mark(one(p("⟦甲乙⟧")), (at(0), 1), (at(0), 2), KAI).issue)[1] == "⟦甲⟧⟨乙⟩"


def test_emphasis_is_set_over_several_texts_but_captions():
    before = one(p("甲乙"), photo("a", "图"), note("丙"), table(("丁",)), title="题", byline="戊己")
    after = toggle_mark(before, (FOOT, 1), (at(0), 1), BOLD)
    assert lines(after.issue) == ["# 题", "甲⟦乙⟧", "!a", ">⟦丙⟧", "|⟦丁⟧", "@ ⟦戊⟧己"]
    assert after.issue.sections[0].articles[0].blocks[1] is before.sections[0].articles[0].blocks[1]
    assert toggle_mark(after.issue, (at(0), 1), (FOOT, 1), BOLD).issue == before


def test_emphasis_is_cleared():
    assert lines(clear_marks(one(p("⟦甲乙⟧⟨丙⟩")), (at(0), 1), (at(0), 3)).issue)[1] == "⟦甲⟧乙丙"


def test_what_all_of_a_range_carries_is_told():
    before = one(p("⟦甲乙⟧丙"), p("⟦丁⟧"))
    assert kinds_in(before, (at(0), 0), (at(0), 2)) == {BOLD}
    assert not kinds_in(before, (at(0), 1), (at(1), 1))
    assert not kinds_in(before, (at(0), 1), (at(0), 1))


def test_credits_and_section_names_carry_none():
    before = one(replace(photo("a", "图说"), credit="安宁"))
    for place in (at(0), at(0)._replace(part=CREDIT), Place(0), HEAD):
        start, end = (place, 0), (place, 1)
        changed = toggle_mark(before, start, end, BOLD).issue is not before
        assert changed is (place in {at(0), HEAD})


def test_a_lead_that_is_no_longer_bold_ends_with_the_first_sentence():
    before = issue(section(run_in("开放", "了，五月起。每周开。")))
    after = clear_marks(before, (at(0), 0), (at(0), 4)).issue
    assert lines(after) == ["# 开放了，五月起", "▲ 开放了，五月起。每周开。"]


def test_an_empty_range_gives_the_same_issue():
    before = one(p("甲"))
    assert toggle_mark(before, (at(0), 1), (at(0), 1), BOLD).issue is before
    assert clear_marks(before, (at(0), 0), (at(0), 1)).issue is before
