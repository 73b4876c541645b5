"""What is marked on the lead of a manuscript's run-in article stays on its words."""

from __future__ import annotations

import pytest
from any_issue import texts
from hypothesis import given, settings

from layouts.issue.marks import TRAITS
from layouts.issue.splice import concat
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.manuscript.runin import run_in

NOTE, LINE = (MarkKind.NOTE, "注"), (MarkKind.UNDERLINE, "")
REMARK = (MarkKind.COMMENT, Comment("林一", "", "核对"))


@pytest.mark.parametrize(
    ("typed", "span", "mark", "kept"),
    [
        ("▲ 开会。近日，开会。", (2, 4), NOTE, (2, 4)),
        # ▲ is typed anew, what is said of it with the lead is said of the lead
        ("▲ 开会。近日，开会。", (0, 5), REMARK, (2, 5)),
        ("▲ 开会。近日，开会。", (2, 10), NOTE, (2, 10)),
        ("▲ 开会。 近日，开会。", (3, 6), NOTE, (3, 5)),  # the space behind the lead goes
        ("▲ 开会。 近日，开会。", (5, 8), REMARK, (5, 7)),
        ("▲ 开会。近日，开会。", (0, 10), LINE, (2, 10)),
    ],
)
def test_it_stays_where_its_words_are(typed, span, mark, kept):
    _, paragraph = run_in(Text(typed, (Mark(*span, *mark),)))
    assert paragraph.string == "▲ 开会。近日，开会。"
    assert set(paragraph.marks) == {Mark(0, 5, MarkKind.BOLD), Mark(*kept, *mark)}


@settings(max_examples=300, deadline=None)
@given(texts())
def test_no_mark_that_says_something_of_words_is_lost(text):
    _, paragraph = run_in(concat(Text("▲"), text))
    said = {
        (mark.kind, mark.value)
        for mark in text.marks
        if TRAITS[mark.kind].valued and text.string[mark.start : mark.end].strip()
    }
    assert said == {(mark.kind, mark.value) for mark in paragraph.marks if TRAITS[mark.kind].valued}


@settings(max_examples=300, deadline=None)
@given(texts())
def test_a_lead_read_once_is_the_same_when_it_is_read_again(text):
    read = run_in(concat(Text("▲"), text))
    assert run_in(read[1]) == read
