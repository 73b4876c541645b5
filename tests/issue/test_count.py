"""Characters are counted once each, as they are printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from edited_issues import HERE as NOWHERE

from layouts.issue.article import Article, ArticleKind, Paragraph
from layouts.issue.count import Counter, article_count, count
from layouts.issue.edits.kinds import converted
from layouts.issue.issue import Issue
from layouts.issue.lead import with_lead
from layouts.issue.text import Text
from layouts.manuscript import read_manuscript

TWELVE_PAGES = Path(__file__).parents[2] / "../shared/manuscripts/jiading-2025-14.md"


def test_the_lead_of_a_run_in_article_is_its_title_and_counts_once():
    paragraph = Paragraph(with_lead("区领导调研。", Text("八月，走访企业。")), NOWHERE)
    article = Article(ArticleKind.RUN_IN, Text("区领导调研"), (paragraph,), NOWHERE)
    assert article_count(article) == count("▲ 区领导调研。八月，走访企业。")


def test_another_kind_of_the_same_article_counts_its_title():
    article = Article(
        ArticleKind.HEADLINE, Text("区领导调研"), (Paragraph(Text("八月。"), NOWHERE),), NOWHERE
    )
    assert article_count(article) == 8
    assert article_count(converted(article, ArticleKind.RUN_IN)) == count("▲ 区领导调研。八月。")


def test_a_run_in_article_without_its_lead_counts_the_title():
    article = Article(ArticleKind.RUN_IN, Text("区领导调研"), (), NOWHERE)
    assert article_count(article) == 5


@pytest.mark.skipif(not TWELVE_PAGES.is_file(), reason="the manuscripts in ../shared are not here")
def test_the_issue_of_twelve_pages_counts_what_its_pages_show():
    from fonts.catalogue import Catalogue
    from layouts.compose import compose
    from layouts.house.load import load_layout, open_settings

    issue, _ = read_manuscript(TWELVE_PAGES, open_settings=open_settings)
    assert any(
        article.kind is ArticleKind.RUN_IN
        for section in issue.sections
        for article in section.articles
    )
    edition = compose(
        issue, load_layout(issue.layout, issue.settings, folder=issue.folder), Catalogue()
    )
    assert Counter().of_issue(issue) == printed(issue, edition)


def printed(issue: Issue, edition) -> int:
    """What the lines of articles show, put together text by text; a photo that is missing shows no
    caption.
    """
    texts: dict[tuple, str] = {}
    for page in edition.pages:
        for line in page.lines:
            if line.article is not None:
                key = line.role, line.article, line.paragraph, line.part
                texts[key] = texts.get(key, "") + line.text
    return sum(map(count, texts.values()))
