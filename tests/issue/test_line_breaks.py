"""Line breaks inside a paragraph (U+2028) survive wherever a text is set in lines, and part no
Chinese words where it is a field.
"""

from __future__ import annotations

import pytest
from edited_issues import FOOT, HEAD, UNDER, at, lines, note, one, p, photo, table

from layouts.issue import edits
from layouts.issue.edits.typed import one_line
from layouts.issue.places import Place, text_at
from layouts.issue.text import Mark, MarkKind, Text

BREAK = "\u2028"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("老城\u2028更新", "老城更新"),
        ("Old\u2028town", "Old town"),
        ("老城 \u2028 Old", "老城Old"),
        ("老城\n更新", "老城更新"),
        ("Old\r\ntown\u2028hall", "Old town hall"),
        ("甲 乙", "甲 乙"),
        (" ", " "),
        (BREAK, ""),
    ],
)
def test_in_one_line_they_leave_a_space_between_latin_words_only(typed, line):
    assert one_line(typed) == line


def everything():
    return one(
        p("甲乙"),
        note("甲乙"),
        table(("甲乙",), caption="甲乙", notes=("甲乙",)),
        title="甲乙",
        subtitle="甲乙",
        byline="甲乙",
    )


@pytest.mark.parametrize("place", [HEAD, UNDER, at(0), at(1), at(2, -1), at(2, 0), at(2, 1), FOOT])
def test_typed_and_pasted_they_stay_in_all_running_text(place):
    typed = edits.insert_text(everything(), place, 1, BREAK)
    assert text_at(typed.issue, place).string == "甲\u2028乙"
    assert typed.offset == 2
    assert (
        text_at(edits.paste_text(everything(), place, 1, "一\u2028二").issue, place).string
        == "甲一\u2028二乙"
    )
    # as Word writes it
    assert (
        text_at(edits.paste_text(everything(), place, 1, "一\x0b二").issue, place).string
        == "甲一\u2028二乙"
    )


def test_pasted_among_lines_they_divide_no_paragraph():
    assert lines(edits.paste_text(one(p("甲乙")), at(0), 1, "一\u2028二\n三").issue)[1:] == [
        "甲一\u2028二",
        "三乙",
    ]


def test_a_text_retyped_in_a_field_keeps_them_and_its_marks():
    start = edits.set_text(
        everything(), HEAD, Text("老城\u2028更新", (Mark(3, 5, MarkKind.UNDERLINE),))
    ).issue
    after = edits.set_title(start, HEAD, "新老城\u2028更新").issue
    assert text_at(after, HEAD) == Text("新老城\u2028更新", (Mark(4, 6, MarkKind.UNDERLINE),))


def test_captions_of_photos_and_section_names_have_none():
    start = one(photo("a.jpg", "甲乙"))
    pieces = edits.copied(one(p("一\u2028二")), (at(0), 0), (at(0), 3))
    for place in (at(0), Place(0)):
        string = edits.tree.text_of(start, place).string
        assert edits.insert_text(start, place, 1, BREAK).issue is start
        for pasted in (
            edits.paste_text(start, place, 1, "一\u2028二"),
            edits.paste_blocks(start, place, 1, pieces),
        ):
            assert edits.tree.text_of(pasted.issue, place).string == f"{string[0]}一二{string[1:]}"
            assert pasted.offset == 3


def test_copied_as_plain_text_each_is_the_end_of_a_line():
    assert edits.plain_text(one(p("一\u2028二")), (at(0), 0), (at(0), 3)) == "一\n二"
