"""Verse, names, signatures and whatever else stands as it is are given no other lines."""

from __future__ import annotations

from pathlib import Path

from composing import NOWHERE

from layouts.fitting.possible import paragraphs
from layouts.fitting.trial import Trials
from layouts.issue.article import Article, ArticleKind, Paragraph, Section
from layouts.issue.fitting import NO_FITTING
from layouts.issue.form import PLAIN, FormKind, ParagraphForm
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue, Masthead
from layouts.issue.text import Text

FORMS = (
    PLAIN,
    ParagraphForm(FormKind.NUMBERED),
    ParagraphForm(FormKind.VERSE),
    ParagraphForm(FormKind.NAMES),
    ParagraphForm(FormKind.SIGNATURE),
    ParagraphForm(initial=2),
)


def test_only_running_text_and_items_are(catalogue):
    blocks = tuple(Paragraph(Text("张三 李小明" * 20), NOWHERE, form=form) for form in FORMS)
    article = Article(ArticleKind.HEADLINE, Text("题"), blocks, NOWHERE)
    issue = with_ids(Issue(Masthead(), (Section("栏", (article,), NOWHERE),), Path(), NOWHERE))
    found = paragraphs(issue, Trials(issue, catalogue).lay(NO_FITTING))
    assert [one.place.block for one in found] == [0, 1]
