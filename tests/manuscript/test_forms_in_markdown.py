"""Forms of paragraphs as Markdown: `文字 {numbered=一、 level=2}`."""

from __future__ import annotations

import pytest

from layouts.issue.article import Article, ArticleKind, Paragraph, Section
from layouts.issue.form import PLAIN, FormKind, ItemLabel, ParagraphForm, Turnover
from layouts.issue.issue import Issue, Masthead
from layouts.issue.text import Text
from layouts.manuscript.write import manuscript_text

NUMBERED = FormKind.NUMBERED


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("{numbered}", ParagraphForm(NUMBERED)),
        ("{编号}", ParagraphForm(NUMBERED)),
        ("{numbered=一、}", ParagraphForm(NUMBERED, label=ItemLabel.HAN)),
        ("{编号=(一)}", ParagraphForm(NUMBERED, label=ItemLabel.HAN_IN_BRACKETS)),
        ("{numbered=1. level=3}", ParagraphForm(NUMBERED, 3, ItemLabel.FIGURE)),
        (
            "{编号=（1） 级=2 起=4}",
            ParagraphForm(NUMBERED, 2, ItemLabel.FIGURE_IN_BRACKETS, start=4),
        ),
        ("{numbered=① continue}", ParagraphForm(NUMBERED, label=ItemLabel.CIRCLED, goes_on=True)),
        ("{编号 续前 突排}", ParagraphForm(NUMBERED, turnover=Turnover.HANGING, goes_on=True)),
        ("{bulleted}", ParagraphForm(FormKind.BULLETED)),
        ("{列项 级=2 顶格}", ParagraphForm(FormKind.BULLETED, 2, turnover=Turnover.MARGIN)),
    ],
)
def test_a_paragraph_says_its_form_in_braces(blocks, written, form):
    (paragraph,) = blocks(f"做好准备 {written}")
    assert (paragraph.text.string, paragraph.form) == ("做好准备", form)


def test_braces_alone_are_an_empty_item(blocks):
    (paragraph,) = blocks("{numbered}")
    assert (paragraph.text.string, paragraph.form.kind) == ("", NUMBERED)


@pytest.mark.parametrize(
    "written",
    [
        "{numbered=甲}",
        "{numbered level=9}",
        "{numbered level=2 level=3}",
        "{numbered start=0}",
        "{numbered start=2 continue}",
        "{numbered loud}",
        "{bulleted=一、}",
        "{bulleted start=2}",
        "\\{numbered}",
    ],
)
def test_what_cannot_be_is_text(blocks, written):
    (paragraph,) = blocks(f"做好准备 {written}")
    assert paragraph.form == PLAIN
    assert paragraph.text.string.endswith("}")


def test_typed_markers_stay_as_they_are_typed(blocks):
    found = blocks("1. 甲\n2. 乙\n\n- 丙")
    assert [(block.text.string, block.form) for block in found] == [
        ("1. 甲", PLAIN),
        ("2. 乙", PLAIN),
        ("- 丙", PLAIN),
    ]


def test_what_follows_an_item_is_not_joined_to_it(blocks):
    item, text = blocks("近日，某公司 {numbered}\n\n，开展检查。")
    assert (item.text.string, text.text.string) == ("近日，某公司", "，开展检查。")


def test_it_is_written_as_it_is_read(read):
    forms = (ParagraphForm(NUMBERED, 2, ItemLabel.FIGURE, Turnover.HANGING, 3), PLAIN)
    paragraphs = tuple(Paragraph(Text("甲 {numbered}"), None, form=form) for form in forms)
    article = Article(ArticleKind.HEADLINE, Text("题"), paragraphs, None)
    issue = Issue(Masthead(), (Section("栏", (article,), None),), None, None)
    text = manuscript_text(issue)
    assert "甲 \\{numbered} {numbered=1. level=2 start=3 hanging}\n" in text
    again = read(text)[0].sections[0].articles[0].blocks
    assert [(block.text.string, block.form) for block in again] == [
        ("甲 {numbered}", form) for form in forms
    ]
