"""Whatever photos stand how, under a cover and fitted or not, these hold of the pages."""

from __future__ import annotations

import audit
import box_audit
import pytest
from examples import examples
from hypothesis import HealthCheck, Phase, given, settings
from msgspec.structs import replace
from random_issues import source_text
from random_looks import looked_issues
from test_editions import without_repeated_headers
from test_structures import parts

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.layout import Layout
from layouts.house.load import layout_of
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo, Wrap
from layouts.page.item import RUNNING_ROLES
from layouts.page.page import Edition
from layouts.paint.pdf import write_pdf
from layouts.structure import structure

LAYOUTS = ("jianbao-a4", "neikan-a4-2col", "neikan-a4-3col")

some = settings(
    max_examples=examples(30),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
few = settings(some, max_examples=examples(6))

catalogue = Catalogue()


def composed(issue: Issue, name: str) -> tuple[Issue, Edition, Layout]:
    issue = replace(issue, layout=name, settings={})
    layout = layout_of(issue)
    return issue, compose(issue, layout, catalogue), layout


def behind(edition: Edition) -> Edition:
    """The pages that photos of the text stand on."""
    return replace(edition, pages=edition.pages[edition.cover_pages :])


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_character_stands_on_one_page_once_and_in_order(name: str) -> None:
    @some
    @given(looked_issues)
    def check(drawn: Issue) -> None:
        issue, edition, layout = composed(drawn, name)
        boxed = box_audit.texts_of_boxes(issue, edition)
        apart = boxed.keys() | box_audit.tables_across(edition).keys()
        assert without_repeated_headers(edition, issue) == source_text(
            issue, layout.section_brackets, apart
        )
        assert box_audit.texts_in_boxes(edition) == boxed

    check()


@pytest.mark.parametrize("name", LAYOUTS)
def test_baselines_stand_on_the_grid_and_nothing_over_a_photo_or_outside_its_area(
    name: str,
) -> None:
    @some
    @given(looked_issues)
    def check(drawn: Issue) -> None:
        issue, edition, layout = composed(drawn, name)
        assert audit.off_grid(edition, layout) == []
        assert audit.bodies_crossing(edition) == []
        assert audit.over_photos(without_cut_outs(issue, edition)) == []
        assert audit.credits_over_text(edition) == []
        assert audit.off_page(behind(edition), layout) == []
        assert photos_that_meet(edition) == []

    check()


def without_cut_outs(issue: Issue, edition: Edition) -> Edition:
    """The pages without the photos whose contours text runs round, inside their frames too."""
    articles = [article for section in issue.sections for article in section.articles]
    cut = {
        (number, k)
        for number, article in enumerate(articles)
        for k, block in enumerate(article.blocks)
        if isinstance(block, Photo) and block.wrap is not Wrap.BOX
    }
    pages = tuple(
        replace(
            page,
            pictures=[one for one in page.pictures if (one.article, one.paragraph) not in cut],
        )
        for page in edition.pages
    )
    return replace(edition, pages=pages)


def photos_that_meet(edition: Edition) -> list[str]:
    return [
        f"p{page.number}: two photos overlap"
        for page in edition.pages
        for k, one in enumerate(page.pictures)
        for other in page.pictures[k + 1 :]
        if not one.role
        and not other.role
        and one.x + 0.01 < other.x + other.width
        and other.x + 0.01 < one.x + one.width
        and one.y + 0.01 < other.y + other.height
        and other.y + 0.01 < one.y + one.height
    ]


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_line_is_read_once_but_running_ones(name: str) -> None:
    @some
    @given(looked_issues)
    def check(drawn: Issue) -> None:
        issue, edition, _ = composed(drawn, name)
        read: dict[tuple[int, int], int] = {}
        for part in sorted(parts(structure(issue, edition))):
            size = len(edition.pages[part.page].lines[part.line].text)
            assert part.start == read.get((part.page, part.line), 0)
            read[part.page, part.line] = size if part.end is None else part.end
        for p, page in enumerate(edition.pages):
            for k, line in enumerate(page.lines):
                assert (
                    read.get((p, k), 0) == len(line.text)
                    or line.role in RUNNING_ROLES | {"table", "table-continued"}
                    or not line.runs
                ), line.text

    check()


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_issue_gives_the_same_bytes(name: str) -> None:
    @few
    @given(looked_issues)
    def check(drawn: Issue) -> None:
        issue, edition, layout = composed(drawn, name)
        fresh = Catalogue()
        assert write_pdf(edition, catalogue) == write_pdf(compose(issue, layout, fresh), fresh)

    check()
