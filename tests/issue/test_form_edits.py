"""Lists typed as in an office program: Enter makes the next item and ends the list, Backspace makes
a paragraph of it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import NOWHERE

from layouts.issue import edits
from layouts.issue.article import Article, ArticleKind, Paragraph, Section, Subheading
from layouts.issue.form import PLAIN, FormKind, ItemLabel, ParagraphForm, deeper
from layouts.issue.issue import Issue, Masthead
from layouts.issue.places import Place, article_at
from layouts.issue.text import Text

NUMBERED = ParagraphForm(FormKind.NUMBERED, label=ItemLabel.HAN)
AT = Place(0, 0, 0)


def issue(*blocks, kind=ArticleKind.HEADLINE):
    made = tuple(
        block if not isinstance(block, tuple) else Paragraph(Text(block[0]), NOWHERE, form=block[1])
        for block in blocks
    )
    article = Article(kind, Text("题"), made, NOWHERE)
    return Issue(Masthead(), (Section("栏", (article,), NOWHERE),), Path(), NOWHERE)


def forms(of):
    return [(block.text.string, block.form) for block in article_at(of, AT).blocks]


def test_enter_begins_the_next_item():
    begun = edits.split_paragraph(issue(("甲乙", ParagraphForm(FormKind.NUMBERED, start=3))), AT, 1)
    assert forms(begun.issue) == [
        ("甲", ParagraphForm(FormKind.NUMBERED, start=3)),
        ("乙", ParagraphForm(FormKind.NUMBERED)),
    ]


def test_enter_at_the_start_of_an_item_puts_an_empty_one_before_it():
    begun = edits.split_paragraph(issue(("甲", NUMBERED)), AT, 0)
    assert forms(begun.issue) == [("", NUMBERED), ("甲", NUMBERED)]


def test_enter_on_an_empty_item_goes_a_level_up_and_then_out():
    down = issue(("", deeper(NUMBERED)))
    up = edits.split_paragraph(down, AT, 0).issue
    assert forms(up) == [("", NUMBERED)]
    assert forms(edits.split_paragraph(up, AT, 0).issue) == [("", PLAIN)]


def test_backspace_at_its_start_makes_a_paragraph_of_it():
    joined = edits.join_with_previous(issue(("甲", PLAIN), ("乙", NUMBERED)), AT._replace(block=1))
    assert forms(joined.issue) == [("甲", PLAIN), ("乙", PLAIN)]
    again = edits.join_with_previous(joined.issue, AT._replace(block=1))
    assert forms(again.issue) == [("甲乙", PLAIN)]


def test_marked_paragraphs_and_headings_become_items_but_only_the_first_begins_at_a_number():
    before = issue(("甲", PLAIN), Subheading(Text("乙"), 1, NOWHERE))
    begun = ParagraphForm(FormKind.NUMBERED, start=5)
    given = edits.set_form(before, [AT, AT._replace(block=1)], begun).issue
    assert forms(given) == [("甲", begun), ("乙", ParagraphForm(FormKind.NUMBERED))]


def test_the_lead_of_a_run_in_article_stays():
    before = issue(("▲ 甲。", PLAIN), kind=ArticleKind.RUN_IN)
    assert edits.set_form(before, [AT], NUMBERED).issue is before


def test_pasted_lines_are_items_too():
    pasted = edits.paste_text(issue(("甲", NUMBERED)), AT, 1, "乙\n丙\n丁")
    assert forms(pasted.issue) == [("甲乙", NUMBERED), ("丙", NUMBERED), ("丁", NUMBERED)]


def test_copied_items_stay_such_where_they_are_pasted_into_an_empty_paragraph():
    from_list = issue(("甲", NUMBERED), ("乙", NUMBERED))
    blocks = edits.copied(from_list, (AT, 0), (AT._replace(block=1), 1))
    assert forms(edits.paste_blocks(issue(("", PLAIN)), AT, 0, blocks).issue) == [
        ("甲", NUMBERED),
        ("乙", NUMBERED),
    ]


@pytest.mark.parametrize("level", [None])
def test_running_text_by_the_menu_takes_the_form_off(level):
    assert forms(edits.set_level(issue(("甲", NUMBERED)), AT, level).issue) == [("甲", PLAIN)]
