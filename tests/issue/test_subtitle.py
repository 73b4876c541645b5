"""A subtitle is edited like the title above it: typed in, divided, joined, deleted, found,
counted.
"""

from __future__ import annotations

import pytest
from edited_issues import FOOT, HEAD, UNDER, at, issue, lines, note, one, p, run_in, section, table
from msgspec.structs import replace

from layouts.issue import edits
from layouts.issue.count import article_count
from layouts.issue.places import text_at, texts_of
from layouts.issue.text import MarkKind, Text


def subtitled(*blocks, subtitle="记河湾", title="渡口新貌"):
    return one(*(blocks or (p("船已开。"),)), title=title, subtitle=subtitle, byline="林一")


def after(edited):
    return lines(edited.issue), edited.place, edited.offset


def test_it_is_read_between_title_and_text():
    start = subtitled()
    assert [place for place, _ in texts_of(start.sections[0].articles[0], HEAD)] == [
        HEAD,
        UNDER,
        at(0),
        FOOT,
    ]


def test_words_typed_in_it_stand_in_it():
    edited = edits.insert_text(subtitled(), UNDER, 1, "述")
    assert after(edited) == (["# 渡口新貌", "—— 记述河湾", "船已开。", "@ 林一"], UNDER, 2)


def test_emptied_it_is_none_and_can_be_typed_again():
    start = subtitled()
    gone = edits.delete_range(start, (UNDER, 0), (UNDER, 3))
    assert gone.issue.sections[0].articles[0].subtitle is None
    assert lines(edits.insert_text(gone.issue, UNDER, 0, "新").issue)[1] == "—— 新"


def test_marks_are_set_in_it():
    start = subtitled()
    marked = edits.toggle_mark(start, (UNDER, 1), (UNDER, 3), MarkKind.UNDERLINE)
    assert [mark[:3] for mark in text_at(marked.issue, UNDER).marks] == [(1, 3, MarkKind.UNDERLINE)]


@pytest.mark.parametrize(
    ("place", "offset", "then", "down"),
    [
        (UNDER, 1, ["# 渡口新貌", "—— 记", "河湾", "船已开。", "@ 林一"], at(0)),
        (UNDER, 0, ["# 渡口新貌", "记河湾", "船已开。", "@ 林一"], at(0)),
        (UNDER, 3, ["# 渡口新貌", "—— 记河湾", "", "船已开。", "@ 林一"], at(0)),
        (HEAD, 2, ["# 渡口", "—— 新貌记河湾", "船已开。", "@ 林一"], UNDER),
        (HEAD, 4, ["# 渡口新貌", "—— 记河湾", "船已开。", "@ 林一"], UNDER),
    ],
)
def test_enter_keeps_the_words_in_their_order(place, offset, then, down):
    assert after(edits.split_paragraph(subtitled(), place, offset)) == (then, down, 0)


def test_at_its_start_backspace_joins_the_title():
    assert after(edits.join_with_previous(subtitled(), UNDER)) == (
        ["# 渡口新貌记河湾", "船已开。", "@ 林一"],
        HEAD,
        4,
    )


def test_the_first_paragraph_joins_it():
    assert after(edits.join_with_previous(subtitled(), at(0))) == (
        ["# 渡口新貌", "—— 记河湾船已开。", "@ 林一"],
        UNDER,
        3,
    )


def test_delete_at_the_end_of_the_title_joins_it_and_at_its_own_end_the_first_paragraph():
    assert after(edits.join_with_next(subtitled(), HEAD)) == (
        ["# 渡口新貌记河湾", "船已开。", "@ 林一"],
        HEAD,
        4,
    )
    assert after(edits.join_with_next(subtitled(), UNDER)) == (
        ["# 渡口新貌", "—— 记河湾船已开。", "@ 林一"],
        UNDER,
        3,
    )


def test_nothing_of_a_note_or_table_joins_it():
    for block in (note("按"), table(("甲",), ("乙",))):
        start = subtitled(block)
        assert edits.join_with_next(start, UNDER).issue is start


def test_what_is_marked_from_the_title_into_the_text_goes_with_it():
    cut = edits.delete_range(subtitled(), (HEAD, 2), (at(0), 1))
    assert after(cut) == (["# 渡口", "已开。", "@ 林一"], HEAD, 2)
    assert lines(edits.delete_range(subtitled(), (UNDER, 1), (at(0), 1)).issue) == [
        "# 渡口新貌",
        "—— 记",
        "已开。",
        "@ 林一",
    ]
    assert lines(edits.delete_range(subtitled(), (HEAD, 2), (UNDER, 1)).issue) == [
        "# 渡口",
        "—— 河湾",
        "船已开。",
        "@ 林一",
    ]


def test_what_is_marked_over_it_is_copied_with_it():
    assert edits.plain_text(subtitled(), (HEAD, 0), (at(0), 2)) == "渡口新貌\n记河湾\n船已"


def test_its_words_are_found_and_replaced():
    start = subtitled()
    (match,) = edits.find(start, "河湾")
    assert (match.place, match.start, match.end) == (UNDER, 1, 3)
    assert lines(edits.replace_all(start, "河湾", "山口").issue)[1] == "—— 记山口"


def test_pasted_bold_is_dropped_as_in_a_title():
    pieces = edits.copied(one(p("⟦新⟧")), (at(0), 0), (at(0), 1))
    assert text_at(edits.paste_blocks(subtitled(), UNDER, 0, pieces).issue, UNDER) == Text(
        "新记河湾"
    )


def test_it_is_counted_where_it_is_printed():
    start = subtitled().sections[0].articles[0]
    assert article_count(start) - article_count(replace(start, subtitle=None)) == 3
    lead = run_in("渡口修好。", "船已开。")
    assert article_count(replace(lead, subtitle=Text("记河湾"))) == article_count(lead)


def test_that_of_a_run_in_article_is_kept_and_not_among_its_texts():
    lead = replace(run_in("渡口修好。", "船已开。"), subtitle=Text("记河湾"))
    start = issue(section(lead))
    assert edits.find(start, "河湾") == []
    assert edits.delete_range(start, (HEAD, 0), (at(0), 99)).issue.sections[0].articles[
        0
    ].subtitle == Text("记河湾")
