"""Whatever an issue holds, all at once: sections in other columns, articles in frames, notes at the
foot of pages, readings, forms, tables, boxes, quotes, photos of every kind, a cover, a layer of
fitting; under layouts with thumb marks, running heads of titles and columns made level anywhere.
"""

from __future__ import annotations

import copy
import io
import random
import tomllib
from typing import Any

import audit
import box_audit
import pikepdf
import pytest
from examples import examples
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from random_issues import source_text
from random_looks import looked_issues
from test_editions import without_repeated_headers
from test_looks import behind, photos_that_meet, without_cut_outs
from test_notes_at_foot import notes_printed, notes_said, with_notes
from test_structures import parts

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.export import export_pdf
from layouts.house.build import build
from layouts.house.fitting import with_fitting
from layouts.house.layout import Layout
from layouts.house.load import FACES, STOCK
from layouts.house.read import Fault
from layouts.issue.article import Article, Section
from layouts.issue.issue import Issue
from layouts.page.item import RUNNING_ROLES
from layouts.page.page import Edition
from layouts.prepress.presets import load_preset
from layouts.structure import structure

LAYOUTS = ("jianbao-a4", "neikan-a4-2col", "neikan-a4-3col", "kuaixun-a4")
DOCUMENTS: dict[str, Any] = {
    name: tomllib.loads((STOCK / f"{name}.toml").read_text("utf8")) for name in LAYOUTS
}
HEADS = ("{section}", "{title}", "{last_title}", "")
FRAMES: tuple[dict[str, object], ...] = ({}, {"rule": "0pt"}, {"padding": 2.0})

some = settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
few = settings(some, max_examples=examples(10))

catalogue = Catalogue()


@st.composite
def designs(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """A stock layout with all that concerns pages drawn anew."""
    document = copy.deepcopy(DOCUMENTS[name])
    ink = next(iter(document["inks"]))
    document["styles"]["thumb"] = {"face": "hei-bold", "latin": "hei-bold", "size": "9pt"}
    document["styles"]["thumb"]["leading"] = 1.2
    document["thumb"] = {
        "width": draw(st.sampled_from(("0mm", "6mm", "10mm"))),
        "height": draw(st.sampled_from(("8mm", "22mm", "120mm"))),
        "top": "30mm",
        "gap": "4mm",
        "ink": ink,
        "first_page": draw(st.booleans()),
        **draw(st.sampled_from(({}, {"style": "thumb"}))),
    }
    document.setdefault("body", {}).update(
        balance=draw(st.sampled_from((True, False, "pages", "sections", "articles"))),
        across=draw(st.sampled_from((1, 1, 0, 2))),
        article_rule=draw(st.sampled_from(("0pt", "0.5pt"))),
    )
    document["notes"] = {
        "place": draw(st.sampled_from(("article", "page", "page"))),
        "turnover": draw(st.sampled_from(("paragraph", "hanging"))),
        "rule": draw(st.sampled_from(("0pt", "0.4pt"))),
    }
    document.setdefault("running_head", {}).update(
        style="caption", outside=draw(st.sampled_from(HEADS)), inside=draw(st.sampled_from(HEADS))
    )
    document.setdefault("boxed", {}).update(draw(st.sampled_from(FRAMES)))
    document.setdefault("table", {})["zebra"] = draw(st.booleans())
    return document


def _set(article: Article, luck: random.Random) -> Article:
    return replace(
        article, boxed=luck.random() < 0.25, across=luck.choice((None, None, 0, 1, 2, 3))
    )


def _columned(section: Section, luck: random.Random) -> Section:
    articles = tuple(_set(article, luck) for article in section.articles)
    return replace(section, columns=luck.choice((0, 0, 1, 2, 3, 4, 5, 6)), articles=articles)


def dressed(issue: Issue, luck: random.Random) -> Issue:
    """The issue with notes, sections in two to six columns and articles in frames."""
    noted = with_notes(issue, luck) if luck.random() < 0.7 else issue
    return replace(noted, settings={}, sections=tuple(_columned(s, luck) for s in noted.sections))


drawn = st.builds(dressed, looked_issues, st.randoms(use_true_random=True))


def house(design: dict[str, Any], issue: Issue) -> Layout:
    """The layout under the issue's fitting, where all finds its place in it."""
    try:
        return build("drawn", with_fitting(design, issue.fitting), FACES)
    except Fault:
        return build("drawn", design, FACES)


@pytest.mark.parametrize("name", LAYOUTS)
def test_all_is_there_once_in_order_over_nothing_on_the_grid_and_read_once(name: str) -> None:
    """One composition for all of these: each takes longer than what it is held against."""

    @some
    @given(drawn, designs(name))
    def check(issue: Issue, design: dict[str, Any]) -> None:
        layout = house(design, issue)
        edition = compose(issue, layout, catalogue)
        # a box or a table's row higher than its column: reported, and there is no place for it
        assume(all(found.level != "error" for found in edition.findings))
        _told_once(issue, layout, edition)
        _over_nothing(issue, layout, edition)
        _read_once(issue, edition)

    check()


def _told_once(issue: Issue, layout: Layout, edition: Edition) -> None:
    boxed = box_audit.texts_of_boxes(issue, edition)
    apart = boxed.keys() | box_audit.tables_across(edition).keys()
    assert without_repeated_headers(edition, issue) == source_text(
        issue, layout.section_brackets, apart
    )
    assert box_audit.texts_in_boxes(edition) == boxed
    printed = notes_printed(edition)
    notes = [printed[key][0].replace("\u00a0", " ").partition(" ")[2] for key in sorted(printed)]
    assert notes == notes_said(issue)
    assert audit.lines_unlike_their_runs(edition) == []
    assert audit.runs_unlike_their_glyphs(edition) == []
    assert audit.not_printed(edition, catalogue) == []


def _over_nothing(issue: Issue, layout: Layout, edition: Edition) -> None:
    assert audit.off_grid(edition, layout) == []
    assert audit.bodies_crossing(edition) == []
    assert audit.overlaps(edition, catalogue) == []
    assert audit.out_of_slot(behind(edition), layout, catalogue, issue=issue) == []
    assert audit.over_photos(without_cut_outs(issue, edition)) == []
    assert audit.credits_over_text(edition) == []
    assert audit.off_page(behind(edition), layout) == []
    assert photos_that_meet(edition) == []
    assert box_audit.faults(behind(edition), layout, catalogue) == []


def _read_once(issue: Issue, edition: Edition) -> None:
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


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_issue_gives_the_same_tagged_bytes(name: str) -> None:
    @few
    @given(drawn, designs(name))
    def check(issue: Issue, design: dict[str, Any]) -> None:
        layout = house(design, issue)
        edition = compose(issue, layout, catalogue)
        fresh, preset = Catalogue(), load_preset("screen")
        data = export_pdf(issue, edition, catalogue, preset)
        again = compose(issue, layout, fresh)
        assert data == export_pdf(issue, again, fresh, preset)
        for page in pikepdf.open(io.BytesIO(data)).pages:
            _all_is_marked(page)

    check()


def _all_is_marked(page: pikepdf.Page) -> None:
    depth = 0
    for _, operator in pikepdf.parse_content_stream(page):
        depth += {"BDC": 1, "EMC": -1}.get(str(operator), 0)
        assert 0 <= depth <= 2
        assert depth or str(operator) not in {"Tj", "TJ", "Do", "f", "S"}
    assert depth == 0
