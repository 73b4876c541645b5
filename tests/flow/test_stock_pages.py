"""The layouts we ship, each with the sample and two issues of an office: nothing lost, nothing out
of place.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import audit
import pytest
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.layout import Layout
from layouts.house.load import load_layout, stock_layouts
from layouts.issue.issue import Issue
from layouts.issue.text import Text
from layouts.manuscript import read_manuscript
from layouts.page.item import RUNNING_ROLES
from layouts.page.page import Edition
from layouts.preflight.check import Preflight
from layouts.text.treatment import one_line

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "issue.md"
ISSUES = ("sample", "jiading-2023-12", "jiading-2025-14")


class Set(NamedTuple):
    """An issue set in a layout."""

    issue: Issue
    layout: Layout
    edition: Edition


@cache
def read(name: str, folder: Path) -> Issue:
    path = SAMPLE if name == "sample" else folder / "manuscripts" / f"{name}.md"
    issue, _ = read_manuscript(path)
    return issue


@cache
def laid(issue: str, layout: str, folder: Path, faces: Catalogue) -> Set:
    found = replace(read(issue, folder), layout=layout, settings={})
    house = load_layout(layout)
    return Set(found, house, compose(found, house, faces))


@pytest.fixture(params=ISSUES)
def issue(request: pytest.FixtureRequest) -> str:
    if request.param != "sample":
        request.getfixturevalue("shared")
    return request.param


@pytest.fixture(params=stock_layouts())
def made(request: pytest.FixtureRequest, issue: str, catalogue: Catalogue) -> Set:
    folder = Path() if issue == "sample" else request.getfixturevalue("shared")
    return laid(issue, request.param, folder, catalogue)


def test_nothing_is_overset_and_nothing_stops_the_export(made: Set, catalogue: Catalogue) -> None:
    findings = [
        *made.edition.findings,
        *Preflight(catalogue).inspect(made.issue, made.layout, made.edition),
    ]
    assert [found for found in findings if found.code == "overset"] == []
    ours = [found for found in findings if found.level == "error"]
    assert ours == []


def test_every_title_is_printed_once_and_stands_where_the_contents_say(made: Set) -> None:
    if not made.layout.contents.page_numbers:
        printed = [title for title, _ in audit.titles(made.edition)]
        assert len(printed) == len(set(printed))
        return
    listed = audit.contents_numbers(made.edition, made.layout.contents.bullet)
    pages = {audit.spaceless(title): page for title, page in audit.titles(made.edition)}
    titles = [
        audit.spaceless(one_line(article.title))
        for section in made.issue.sections
        for article in section.articles
        if article.title.string
    ]
    named = {audit.spaceless(title): page for title, page in listed}
    assert set(titles) <= set(named)
    for title, page in pages.items():
        assert named[title] == page


def test_the_whole_text_is_there(made: Set) -> None:
    printed = audit.flowing_text(made.edition)
    for section in made.issue.sections:
        for article in section.articles:
            for block in article.blocks:
                text: object = getattr(block, "text", None)
                if isinstance(text, Text):
                    assert audit.spaceless(text.string)[:40] in printed


def test_no_rule_of_the_audit_is_broken(made: Set, catalogue: Catalogue) -> None:
    edition, layout = made.edition, made.layout
    assert audit.lines_unlike_their_runs(edition) == []
    assert audit.not_printed(edition, catalogue) == []
    assert audit.runs_unlike_their_glyphs(edition) == []
    assert audit.off_grid(edition, layout) == []
    assert audit.out_of_slot(edition, layout, catalogue) == []
    assert audit.overlaps(edition, catalogue) == []
    assert audit.bodies_crossing(edition) == []
    assert audit.off_page(edition, layout) == []
    assert audit.forbidden_edges(edition, layout.punctuation.prohibition) == []


def test_no_text_but_running_parts_and_the_masthead_stands_outside_the_type_area(
    made: Set, catalogue: Catalogue
) -> None:
    grid = made.layout.grid
    foot = grid.top + grid.area_height
    for page in made.edition.pages:
        for line in page.lines:
            glyphs = [glyph for glyph in audit.glyphs_of(line, catalogue) if not glyph.blank]
            give = 0.06 * line.size
            assert all(glyph.left >= grid.left - give for glyph in glyphs), line.text
            assert all(glyph.right <= grid.left + grid.area_width + give for glyph in glyphs), (
                line.text
            )
            if line.role not in RUNNING_ROLES:
                assert line.y <= foot, line.text
                assert line.role == "masthead" or line.y - line.size >= grid.top - line.size / 2


def test_running_parts_clear_the_type_area_and_the_edge_of_the_paper(made: Set) -> None:
    grid = made.layout.grid
    for page in made.edition.pages:
        for line in page.lines:
            if line.role in RUNNING_ROLES:
                below = line.y - 0.88 * line.size > grid.top + grid.area_height
                assert below or line.y + 0.12 * line.size < grid.top
                assert 14 < line.y < grid.height - 14


def test_no_heading_is_the_last_thing_in_its_column(made: Set) -> None:
    headings = {"section", "headline", "subheading-1", "subheading-2"}
    grid = made.layout.grid
    for page in made.edition.pages:
        for column in range(grid.columns):
            left = grid.column_left(column)
            here = [
                line
                for line in page.lines
                if line.article is not None or line.role == "section"
                if left - 1 <= line.x < left + grid.column_width
            ]
            if here:
                lowest = max(here, key=lambda line: line.y)
                under = [p for p in page.pictures if left - 1 <= p.x and p.y > lowest.y]
                assert lowest.role not in headings or under, lowest.text


def test_a_photo_leaves_no_slot_of_a_few_characters(made: Set) -> None:
    for page, line in audit.lines_of(made.edition, "body"):
        least = min(made.layout.photo.min_slot, made.layout.grid.measure) * made.layout.grid.size
        assert line.width >= least - 1 - 2 * line.size, (page.number, line.text)
