"""What an issue says, in lines for a comparison: each kind of mark can be read off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whole_issues import a_text

from layouts.issue.splice import marked
from layouts.issue.text import Comment, MarkKind, Text
from layouts.store.shown import AROUND, shown

HEWAN = Text("河湾简报")
VALUES = {
    MarkKind.BOLD: ("", "**河湾**简报"),
    MarkKind.KAI: ("", "*河湾*简报"),
    MarkKind.DOTS: ("", "〔河湾｜着重〕简报"),
    MarkKind.UNDERLINE: ("", "〔河湾｜下划线〕简报"),
    MarkKind.STRIKE: ("", "〔河湾｜删除线〕简报"),
    MarkKind.SUPERSCRIPT: ("", "^河湾^简报"),
    MarkKind.SUBSCRIPT: ("", "~河湾~简报"),
    MarkKind.LINK: ("https://example.org", "〔河湾｜链接：https://example.org〕简报"),
    MarkKind.RUBY: ("hé wān", "〔河湾（hé wān）〕简报"),
    MarkKind.NOTE: ("区名", "〔河湾｜注：区名〕简报"),
    MarkKind.COMMENT: (
        Comment("林一", "2026-11-29T13:47:57Z", "核对"),
        "〔河湾｜批注 林一 2026-11-29 13:47：核对〕简报",
    ),
}


def test_every_kind_of_mark_is_shown():
    assert set(AROUND) == set(VALUES) == set(MarkKind)


@pytest.mark.parametrize("kind", MarkKind)
def test_a_mark_reads_as_an_editor_would_say_it(kind):
    value, said = VALUES[kind]
    assert shown(marked(HEWAN, 0, 2, kind, value)) == said


def test_a_mark_inside_another_stands_inside():
    inside = marked(marked(HEWAN, 0, 4, MarkKind.BOLD), 2, 4, MarkKind.UNDERLINE)
    assert shown(inside) == "**河湾〔简报｜下划线〕**"


def test_marks_that_cross_show_where_each_ends():
    crossing = marked(marked(HEWAN, 0, 3, MarkKind.BOLD), 1, 4, MarkKind.NOTE, "刊名")
    assert shown(crossing) == "**河〔湾简**报｜注：刊名〕"


def test_marks_one_after_another_do_not_mix():
    beside = marked(marked(HEWAN, 0, 2, MarkKind.SUPERSCRIPT), 2, 4, MarkKind.SUBSCRIPT)
    assert shown(beside) == "^河湾^~简报~"


def test_a_comment_without_author_and_time():
    assert (
        shown(marked(HEWAN, 0, 4, MarkKind.COMMENT, Comment("", "", "核对")))
        == "〔河湾简报｜批注：核对〕"
    )


@given(st.randoms(use_true_random=False))
def test_no_character_is_lost(chance):
    text = a_text(chance)
    left = iter(shown(text))
    assert all(character in left for character in text.string)
