"""Whatever an issue holds, notes at the feet of its pages stand there once each, under their text,
numbered over the page.
"""

from __future__ import annotations

import random

import audit
import pytest
from composing import assert_printed
from examples import examples
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from random_issues import HAN, issues

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.composer import Composer
from layouts.flow import sharing
from layouts.flow.notes import foot_sign
from layouts.house.layout import Layout
from layouts.house.load import load_layout
from layouts.issue.article import Article, Block, Note, Paragraph, PullQuote, Subheading, Table
from layouts.issue.issue import Issue
from layouts.issue.notes import notes_of
from layouts.issue.places import articles
from layouts.issue.sidebar import Sidebar
from layouts.issue.text import Mark, MarkKind, Text
from layouts.page.item import Line
from layouts.page.page import Edition

LAYOUTS = ("jianbao-a4", "neikan-a4-2col")

some = settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)

catalogue = Catalogue()
"""One for all examples: faces are read-only."""


def at_foot(name: str, issue: Issue) -> Layout:
    layout = load_layout(name, issue.settings)
    return replace(layout, notes=replace(layout.notes, place="page"))


def with_notes(issue: Issue, luck: random.Random) -> Issue:
    """The issue with notes on some of its words, of one line or many."""

    def noted(text: Text, share: float = 0.5) -> Text:
        if not text.string or luck.random() > share:
            return text
        marks = list(text.marks)
        for _ in range(luck.choice((1, 1, 2, 5))):
            end = luck.randrange(1, len(text.string) + 1)
            size = luck.choice((3, 20, 60, 200, 900))
            words = "".join(luck.choices(HAN, k=luck.randrange(1, size)))
            marks.append(Mark(luck.randrange(end), end, MarkKind.NOTE, words))
        return Text(text.string, tuple(marks))

    def block(one: Block) -> Block:
        if isinstance(one, Paragraph | Subheading | PullQuote):
            return replace(one, text=noted(one.text))
        if isinstance(one, Note | Sidebar):
            return replace(one, paragraphs=tuple(map(noted, one.paragraphs)))
        if isinstance(one, Table):
            return replace(one, rows=tuple(tuple(noted(c, 0.1) for c in row) for row in one.rows))
        return one

    def article(one: Article) -> Article:
        blocks = tuple(map(block, one.blocks))
        byline = noted(one.byline, 0.2) if one.byline else None
        return replace(one, title=noted(one.title, 0.3), blocks=blocks, byline=byline)

    sections = [replace(one, articles=tuple(map(article, one.articles))) for one in issue.sections]
    return replace(issue, sections=tuple(sections))


def typed(issue: Issue, luck: random.Random) -> Issue:
    """The issue with some characters more in one of its paragraphs, and maybe a note on them."""
    sections = list(issue.sections)
    s = luck.randrange(len(sections))
    articles = list(sections[s].articles)
    a = luck.randrange(len(articles))
    blocks = list(articles[a].blocks)
    k = luck.choice([k for k, one in enumerate(blocks) if isinstance(one, Paragraph)])
    text = blocks[k].text
    more = "打字，" * luck.randrange(1, 30)
    size = len(text.string) + len(more)
    note = (Mark(size - 2, size - 1, MarkKind.NOTE, more),) if luck.random() < 0.5 else ()
    blocks[k] = replace(blocks[k], text=Text(text.string + more, (*text.marks, *note)))
    articles[a] = replace(articles[a], blocks=tuple(blocks))
    sections[s] = replace(sections[s], articles=tuple(articles))
    return replace(issue, sections=tuple(sections))


def composed(issue: Issue, layout: Layout) -> Edition:
    edition = compose(issue, layout, catalogue)
    assert not [found for found in edition.findings if found.level == "error"], edition.findings
    assert_printed(edition, catalogue)
    return edition


def signs_of(line: Line) -> list[str]:
    return [line.text[put.start : put.end] for put in line.puts if put.note]


def notes_printed(edition: Edition) -> dict[tuple[int | None, int], tuple[str, list[int]]]:
    """The words of each note by article and number, and the pages they stand on."""
    found: dict[tuple[int | None, int], tuple[str, list[int]]] = {}
    for page, line in audit.lines_of(edition, "endnote"):
        words, pages = found.get((line.article, line.part), ("", []))
        found[line.article, line.part] = words + line.text, [*pages, page.number]
    return found


def notes_said(issue: Issue) -> list[str]:
    return [
        str(mark.value)
        for place, article in articles(issue)
        for _, mark in notes_of(article, place)
    ]


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_note_stands_at_the_foot_of_pages_once(name: str) -> None:
    @some
    @given(issues(), st.randoms(use_true_random=True))
    def check(issue: Issue, luck: random.Random) -> None:
        issue = with_notes(issue, luck)
        edition = composed(issue, at_foot(name, issue))
        printed = notes_printed(edition)
        words = [
            words.replace("\u00a0", " ").partition(" ")[2]
            for words, _ in (printed[key] for key in sorted(printed))
        ]
        assert words == notes_said(issue)
        assert audit.lines_unlike_their_runs(edition) == []
        assert audit.runs_unlike_their_glyphs(edition) == []

    check()


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_page_counts_its_signs_and_its_notes_bear_them(name: str) -> None:
    @some
    @given(issues(), st.randoms(use_true_random=True))
    def check(issue: Issue, luck: random.Random) -> None:
        issue = with_notes(issue, luck)
        edition = composed(issue, at_foot(name, issue))
        known: set[tuple[object, ...]] = set()
        for page in edition.pages:
            signs: list[str] = []
            for line in page.lines:
                # a table's header is repeated in other columns, its signs with it
                key = line.article, line.paragraph, line.part, line.role, line.start
                if line.role != "table" or key not in known:
                    signs += signs_of(line)
                known.add(key)
            assert sorted(signs) == sorted(foot_sign(k + 1) for k in range(len(signs)))

    check()


@pytest.mark.parametrize("name", LAYOUTS)
def test_nothing_stands_over_them_and_they_over_nothing(name: str) -> None:
    @some
    @given(issues(), st.randoms(use_true_random=True))
    def check(issue: Issue, luck: random.Random) -> None:
        issue = with_notes(issue, luck)
        layout = at_foot(name, issue)
        edition = composed(issue, layout)
        grid = layout.grid
        foot = grid.top + grid.area_height
        assert audit.over_photos(edition) == []
        assert audit.off_grid(edition, layout) == []
        for page in edition.pages:
            notes = [line for line in page.lines if line.role == "endnote"]
            assert all(line.y < foot for line in notes)
            for note in notes:
                for other in page.lines:
                    if other.article is None or other is note or other.x >= note.x + note.width:
                        continue
                    if other.x + other.width <= note.x + 1e-6:
                        continue
                    apart = other.y + 0.12 * other.size <= note.y - 0.88 * note.size + 1e-6
                    assert (
                        apart or other.y - 0.88 * other.size >= note.y + 0.12 * note.size - 1e-6
                    ), (page.number, other.text, note.text)

    check()


@pytest.mark.parametrize("name", LAYOUTS)
def test_composing_again_after_acts_comes_to_the_pages_of_composing_from_nothing(name: str) -> None:
    @settings(some, max_examples=examples(8))
    @given(issues(), st.integers(0, 2**32))
    def check(issue: Issue, seed: int) -> None:
        luck = random.Random(seed)
        issue = with_notes(issue, luck)
        layout = at_foot(name, issue)
        composer = Composer(catalogue)
        for _ in range(6):
            again = composer.compose(issue, layout)
            assert again.pages == compose(issue, layout, catalogue).pages
            issue = typed(issue, luck)

    check()


@pytest.mark.parametrize("name", LAYOUTS)
def test_parts_flowed_by_themselves_come_to_the_same_pages(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "SHARED_FROM", 0)

    @settings(some, max_examples=examples(12))
    @given(issues(), st.randoms(use_true_random=True))
    def check(issue: Issue, luck: random.Random) -> None:
        issue = with_notes(issue, luck)
        layout = at_foot(name, issue)
        apart = compose(issue, layout, catalogue, gather=lambda jobs: [job() for job in jobs])
        assert apart.pages == compose(issue, layout, catalogue).pages

    check()
