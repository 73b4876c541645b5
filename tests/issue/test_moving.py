"""Marked text dragged: moved or copied to another place, and where it stands then."""

from __future__ import annotations

import pytest
from edited_issues import (
    FOOT,
    HEAD,
    article,
    at,
    h,
    issue,
    lines,
    note,
    one,
    p,
    photo,
    section,
    table,
)
from msgspec.structs import replace

from layouts.issue import edits
from layouts.issue.form import FormKind, ParagraphForm
from layouts.issue.ids import with_ids
from layouts.issue.parts import CAPTION
from layouts.issue.places import TITLE, Place

PLAIN = one(p("甲乙丙丁"), p("戊己"))


def moved(start, first, last, to):
    """What the first article holds, and the words marked afterwards."""
    after, begin, end = edits.move_text(start, first, last, to)
    return lines(after)[1:], edits.plain_text(after, begin, end), begin, end


@pytest.mark.parametrize(
    ("first", "last", "to", "after", "begin"),
    [
        # within a paragraph, on and back
        ((at(0), 0), (at(0), 2), (at(0), 3), ["丙甲乙丁", "戊己"], (at(0), 1)),
        ((at(0), 2), (at(0), 4), (at(0), 1), ["甲丙丁乙", "戊己"], (at(0), 1)),
        # into another one
        ((at(0), 1), (at(0), 3), (at(1), 1), ["甲丁", "戊乙丙己"], (at(1), 1)),
        ((at(1), 0), (at(1), 1), (at(0), 4), ["甲乙丙丁戊", "己"], (at(0), 4)),
        # marked backwards
        ((at(0), 2), (at(0), 0), (at(0), 3), ["丙甲乙丁", "戊己"], (at(0), 1)),
    ],
)
def test_words_stand_where_they_were_dropped_and_nowhere_else(first, last, to, after, begin):
    words = edits.plain_text(PLAIN, first, last)
    found = moved(PLAIN, first, last, to)
    assert found[:3] == (after, words, begin)


@pytest.mark.parametrize("offset", [0, 1, 2])
def test_dropped_into_themselves_they_stay(offset):
    assert edits.move_text(PLAIN, (at(0), 0), (at(0), 2), (at(0), offset)).issue is PLAIN


def test_over_paragraphs_they_go_with_their_kind():
    start = one(p("甲乙"), h("一、丙"), p("丁戊"), p("己庚"))
    after, words, begin, end = moved(start, (at(0), 1), (at(2), 1), (at(3), 1))
    assert after == ["甲戊", "己乙", "= 一、丙", "丁庚"]
    assert words == "乙\n一、丙\n丁"
    assert (begin, end) == ((at(1), 1), (at(3), 1))


def test_back_over_a_photo_that_moves_up_with_the_paragraph():
    start = one(p("甲乙丙"), photo(), p("丁戊"))
    after, words, begin, _ = moved(start, (at(0), 2), (at(2), 1), (at(0), 1))
    assert after == ["!a.jpg", "甲丙", "丁乙戊"]
    assert words == "丙\n丁"
    assert begin == (at(1), 1)


def test_into_titles_notes_cells_and_captions_and_out_of_them():
    start = one(
        p("甲乙"),
        note("丙", "丁"),
        table(("戊", "己")),
        photo("a.jpg", "图"),
        title="题",
        byline="辛",
    )
    for to, after in [
        ((HEAD, 1), "# 题甲"),
        ((at(1, 1), 0), ">丙>甲丁"),
        ((at(2, 1), 1), "|戊|己甲"),
        ((FOOT, 0), "@ 甲辛"),
    ]:
        found = edits.move_text(start, (at(0), 0), (at(0), 1), to)
        assert after in lines(found.issue)
        assert edits.plain_text(found.issue, found.start, found.end) == "甲"
    out = edits.move_text(start, (at(2, 0), 0), (at(2, 0), 1), (at(0), 0))
    assert lines(out.issue)[1:4] == ["戊甲乙", ">丙>丁", "||己"]


def test_from_article_to_article():
    start = issue(section(article(p("甲乙")), article(p("丙丁"))))
    found = edits.move_text(start, (at(0), 0), (at(0), 1), (Place(0, 1, 0), 1))
    assert [lines(found.issue, Place(0, k))[1:] for k in (0, 1)] == [["乙"], ["丙甲丁"]]
    assert found.start == (Place(0, 1, 0), 1)


def test_a_copy_leaves_them_where_they_were():
    found = edits.copy_text(PLAIN, (at(0), 1), (at(0), 3), (at(1), 1))
    assert lines(found.issue)[1:] == ["甲乙丙丁", "戊乙丙己"]
    assert (found.start, found.end) == ((at(1), 1), (at(1), 3))
    inside = edits.copy_text(PLAIN, (at(0), 0), (at(0), 2), (at(0), 1))
    assert lines(inside.issue)[1] == "甲甲乙乙丙丁"


def test_line_breaks_and_marks_go_along():
    start = one(p("甲⟦乙\u2028丙⟧丁"), p("戊"))
    assert moved(start, (at(0), 1), (at(0), 4), (at(1), 0))[0] == ["甲丁", "⟦乙\u2028丙⟧戊"]


def test_nothing_marked_is_nothing_moved():
    assert edits.move_text(PLAIN, (at(0), 1), (at(0), 1), (at(1), 0)).issue is PLAIN
    assert edits.copy_text(PLAIN, (at(0), 1), (at(0), 1), (at(1), 0)).issue is PLAIN


@pytest.mark.parametrize(("to", "after"), [((at(2), 1), ["丙甲乙丁"]), ((at(2), 0), ["甲乙丙丁"])])
def test_a_paragraph_all_of_whose_words_went_is_gone(to, after):
    start = one(p("甲乙"), photo(), p("丙丁"))
    found = moved(start, (at(0), 0), (at(0), 2), to)
    assert found[0] == ["!a.jpg", *after]
    assert found[1] == "甲乙"
    back = moved(one(p("丙丁"), p("甲乙"), p("戊")), (at(1), 0), (at(1), 2), (at(0), 1))
    assert back[:2] == (["丙甲乙丁", "戊"], "甲乙")


def item(text):
    return replace(p(text), form=ParagraphForm(FormKind.NUMBERED))


@pytest.mark.parametrize(
    ("first", "last", "to", "after", "begin"),
    [
        # before an item, behind the last one, two at once, marked backwards
        ((at(2), 0), (at(2), 1), (at(0), 0), ["丙", "甲", "乙", "丁"], at(0)),
        ((at(0), 0), (at(0), 1), (at(3), 1), ["乙", "丙", "丁", "甲"], at(3)),
        ((at(0), 0), (at(1), 1), (at(2), 1), ["丙", "甲", "乙", "丁"], at(1)),
        ((at(3), 1), (at(2), 0), (at(0), 1), ["甲", "丙", "丁", "乙"], at(1)),
        ((at(1), 0), (at(1), 1), (at(2), 0), ["甲", "乙", "丙", "丁"], at(1)),
    ],
)
def test_whole_items_of_a_list_stay_items_where_they_are_dropped(first, last, to, after, begin):
    start = with_ids(one(item("甲"), item("乙"), item("丙"), item("丁")))
    words = edits.plain_text(start, first, last)
    assert moved(start, first, last, to)[:3] == (after, words, (begin, 0))
    ids = {block.id for block in start.sections[0].articles[0].blocks}
    found = edits.move_text(start, first, last, to).issue.sections[0].articles[0].blocks
    assert {block.id for block in found} == ids
    assert all(block.form.is_item for block in found)


def test_photos_go_along_with_items():
    start = one(photo("a.jpg"), item("甲"), photo("b.jpg"), item("乙"), item("丙"))
    up = moved(start, (at(3), 0), (at(3), 1), (at(1), 0))
    assert up[0] == ["!b.jpg", "乙", "!a.jpg", "甲", "丙"]
    assert up[2:] == ((at(1), 0), (at(1), 1))


def test_part_of_an_item_and_one_dropped_among_words_are_words():
    start = one(item("甲乙"), item("丙丁"), p("戊"))
    assert moved(start, (at(0), 1), (at(0), 2), (at(1), 0))[0] == ["甲", "乙丙丁", "戊"]
    assert moved(start, (at(0), 0), (at(0), 2), (at(1), 1))[0] == ["丙甲乙丁", "戊"]
    assert moved(start, (at(0), 0), (at(0), 2), (at(2), 0))[0] == ["丙丁", "甲乙戊"]


def test_the_only_paragraph_of_an_article_stays():
    start = issue(section(article(p("甲"), photo("a.jpg", "图")), article(p("丁"))))
    found = edits.move_text(start, (at(0), 0), (at(0), 1), (Place(0, 1, 0), 0))
    assert lines(found.issue)[1:] == ["", "!a.jpg"]
    # into a caption, behind which there is a paragraph then
    inside = edits.move_text(start, (HEAD, 0), (at(0), 1), (at(1), 1))
    assert edits.plain_text(inside.issue, inside.start, inside.end) == "题甲"


SENTENCES = (p("甲。"), p("乙。"))
TABLE = table(("甲", "乙"), caption="表")
TITLED = Place(0, 1, TITLE)


@pytest.mark.parametrize("act", [edits.copy_text, edits.move_text])
@pytest.mark.parametrize(
    ("subtitle", "offset", "after"),
    [
        # the first text is the title's, as of an article pasted there
        (None, 2, ["# 标题甲。", "乙。", "戊"]),
        # the rest of the title, or a subtitle, would stand between the two
        (None, 1, ["# 标题", "甲。", "乙。", "戊"]),
        ("副", 2, ["# 标题", "—— 副", "甲。", "乙。", "戊"]),
    ],
)
def test_an_article_dropped_on_a_title_stands_in_one_piece(act, subtitle, offset, after):
    start = issue(
        section(article(*SENTENCES), article(p("戊"), title="标题", subtitle=subtitle)),
    )
    found = act(start, (at(0), 0), (at(1), 2), (TITLED, offset))
    assert lines(found.issue, Place(0, 1)) == after
    assert edits.plain_text(found.issue, found.start, found.end) == "甲。\n乙。"
    # back from the article behind it, too
    start = replace(start, sections=(section(*reversed(start.sections[0].articles)),))
    found = act(start, (Place(0, 1, 0), 0), (Place(0, 1, 1), 2), (HEAD, offset))
    assert lines(found.issue) == after
    assert edits.plain_text(found.issue, found.start, found.end) == "甲。\n乙。"


@pytest.mark.parametrize("act", [edits.copy_text, edits.move_text])
def test_a_table_dropped_on_a_title_or_before_a_paragraph_is_marked_with_its_caption(act):
    start = issue(section(article(p("丙。"), TABLE, p("己")), article(p("戊"), title="标题")))
    found = act(start, (at(0), 0), (at(1, 1), 1), (TITLED, 2))
    assert lines(found.issue, Place(0, 1)) == ["# 标题丙。", "|表|甲|乙", "戊"]
    assert edits.plain_text(found.issue, found.start, found.end) == "丙。\n表\n甲\t乙"
    alone = act(start, (at(1, CAPTION), 0), (at(1, 1), 1), (Place(0, 1, 0), 0))
    assert lines(alone.issue, Place(0, 1)) == ["# 标题", "|表|甲|乙", "戊"]
    assert edits.plain_text(alone.issue, alone.start, alone.end) == "表\n甲\t乙"
