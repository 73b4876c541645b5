"""Space that fitting takes from sub-headings and run-in articles, or gives them: whole rows, all
sub-headings of an article alike.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import NOWHERE
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.fitting.change import Rung
from layouts.fitting.layer import accepted
from layouts.fitting.listing import changes_in
from layouts.fitting.possible import possibles
from layouts.fitting.trial import Trials
from layouts.house.load import layout_of
from layouts.issue.article import Article, ArticleKind, Block, Paragraph, Section, Subheading
from layouts.issue.fitting import NO_FITTING, Fitting
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue, Masthead
from layouts.issue.text import Text
from layouts.page.item import Line

PROSE = "各单位要把安全生产放在第一位，逐项检查，逐项整改，做到件件有着落。" * 3


def issue_of(*articles: Article, layout: str = "jianbao-a4") -> Issue:
    section = Section("工作动态", articles, NOWHERE)
    return with_ids(Issue(Masthead(), (section,), Path(), NOWHERE, layout=layout))


def with_subheadings() -> Issue:
    blocks: list[Block] = []
    for words in ("一、提高认识", "二、落实责任"):
        blocks += [Paragraph(Text(PROSE), NOWHERE), Subheading(Text(words), 1, NOWHERE)]
    blocks.append(Paragraph(Text(PROSE), NOWHERE))
    return issue_of(Article(ArticleKind.HEADLINE, Text("安全生产"), tuple(blocks), NOWHERE))


def with_run_ins() -> Issue:
    text = Paragraph(Text(f"▲ 检查。{PROSE}"), NOWHERE)
    kinds = (ArticleKind.HEADLINE, ArticleKind.RUN_IN, ArticleKind.RUN_IN)
    return issue_of(*(Article(kind, Text("检查"), (text,), NOWHERE) for kind in kinds))


def rows_between(issue: Issue, catalogue: Catalogue, upper: Line, lower: Line) -> float:
    return (lower.y - upper.y) / layout_of(issue).grid.leading


def around(issue: Issue, catalogue: Catalogue, words: str) -> tuple[Line, Line, Line]:
    """The line of a sub-heading, with the one above it and the one below it."""
    edition = compose(issue, layout_of(issue), catalogue)
    lines = [line for page in edition.pages for line in page.lines if line.article is not None]
    (k,) = (k for k, line in enumerate(lines) if line.text == words)
    return lines[k - 1], lines[k], lines[k + 1]


@pytest.mark.parametrize(("more", "above", "below"), [(-1, 1.0, 1.0), (0, 1.5, 1.5), (1, 2.0, 2.0)])
def test_a_sub_heading_has_a_row_of_air_more_or_less_as_much_above_as_below(
    more: int, above: float, below: float, catalogue: Catalogue
) -> None:
    issue = with_subheadings()
    block = issue.sections[0].articles[0].blocks[1]
    fitted = replace(issue, fitting=Fitting(headings={block.id: more} if more else {}))
    upper, heading, lower = around(fitted, catalogue, "一、提高认识")
    assert rows_between(fitted, catalogue, upper, heading) == pytest.approx(above)
    assert rows_between(fitted, catalogue, heading, lower) == pytest.approx(below)


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_a_run_in_article_is_parted_by_a_row_more_or_less(more: int, catalogue: Catalogue) -> None:
    issue = with_run_ins()
    article = issue.sections[0].articles[1]
    fitted = replace(issue, fitting=Fitting(gaps={article.id: more} if more else {}))
    edition = compose(fitted, layout_of(fitted), catalogue)
    lines = [line for page in edition.pages for line in page.lines if line.role == "body"]
    first = next(k for k, line in enumerate(lines) if line.article == 1)
    parted = rows_between(fitted, catalogue, lines[first - 1], lines[first])
    # the layout parts them by a row: two from baseline to baseline
    assert parted == pytest.approx(2 + more)


def test_sub_headings_of_an_article_change_together(catalogue: Catalogue) -> None:
    issue = with_subheadings()
    own = tuple(one.id for one in issue.sections[0].articles[0].blocks[1::2])
    found = possibles(issue, Trials(issue, catalogue).lay(NO_FITTING))
    together = [(one.rung, one.amount, one.rows) for one in found if one.ids == own]
    assert together == [(Rung.HEADINGS, -1, -2), (Rung.HEADINGS, 1, 2)]


@pytest.mark.parametrize(
    ("closed", "rung"), [("fit.headings", Rung.HEADINGS), ("fit.gaps", Rung.GAPS)]
)
def test_a_layout_that_closes_the_rung_keeps_them_as_they_are(
    closed: str, rung: Rung, catalogue: Catalogue
) -> None:
    for issue in (with_subheadings(), with_run_ins()):
        kept = replace(issue, design={closed: 0})
        found = possibles(kept, Trials(kept, catalogue).lay(NO_FITTING))
        assert rung not in {one.rung for one in found}


def test_each_is_told_by_its_words_and_taken_on_alone(catalogue: Catalogue) -> None:
    issue = with_subheadings()
    own = [one.id for one in issue.sections[0].articles[0].blocks[1::2]]
    fitted = replace(issue, fitting=Fitting("2", headings=dict.fromkeys(own, -1)))
    changes = changes_in(fitted)
    assert [change.zh for change in changes] == [
        "标题少占 1 行：一、提高认识",
        "标题少占 1 行：二、落实责任",
    ]
    assert accepted(fitted, changes[:1]).fitting.headings == {own[0]: -1}
