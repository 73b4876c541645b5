"""One issue with everything that photos, boxes, quotes and covers can be, in every layout we ship:
nothing lost, nothing over anything else, and files that keep their standards.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import audit
import box_audit
import pytest
from material import photos_in, set_in
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.finding import stock_layouts
from layouts.house.layout import Layout
from layouts.house.load import layout_of
from layouts.issue.article import Paragraph
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo, PhotoPlace, Wrap
from layouts.issue.places import articles
from layouts.manuscript import read_manuscript
from layouts.page.page import Edition
from layouts.preflight.check import Preflight
from layouts.proof.prove import claims, prove
from layouts.proof.rule import Standard

ROOT = Path(__file__).parents[2]

PROVED = ("jianbao-a4", "neikan-a4-2col", "tongxun-a5")
"""Of one column and two, and two that have a cover."""

CLAIMED: dict[str, set[Standard]] = {
    "print": {"x4", "a2b"},
    "screen": {"ua1"},
    "archive": {"a2a", "ua1"},
}

Laid = tuple[Issue, Layout, Edition]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("everything")
    photos_in(made)
    return made


@pytest.fixture(scope="module", params=stock_layouts())
def laid(request: pytest.FixtureRequest, folder: Path, catalogue: Catalogue) -> Laid:
    issue, findings = read_manuscript(set_in(request.param, folder))
    assert not findings
    layout = layout_of(issue)
    return issue, layout, compose(issue, layout, catalogue)


def photos(issue: Issue) -> dict[tuple[int, int], Photo]:
    """The photos by article and block, as pictures name them."""
    return {
        (number, k): block
        for number, (_, article) in enumerate(articles(issue))
        for k, block in enumerate(article.blocks)
        if isinstance(block, Photo)
    }


def test_the_words_of_paragraphs_stand_once_and_in_order(laid: Laid) -> None:
    issue, _, edition = laid
    printed = audit.spaceless(audit.flowing_text(edition))
    assert box_audit.texts_in_boxes(edition) == box_audit.texts_of_boxes(issue, edition)
    place = 0
    for text in paragraphs(issue):
        found = printed.find(text, place)
        assert found >= 0, text
        assert printed.count(text) == 1, text
        place = found + len(text)


def paragraphs(issue: Issue) -> list[str]:
    """The running text, boxes, quotes and tables left out."""
    return [
        audit.spaceless(block.text.string)
        for _, article in articles(issue)
        for block in article.blocks
        if isinstance(block, Paragraph)
    ]


def test_every_photo_is_there_a_spread_in_two_halves(laid: Laid) -> None:
    issue, _, edition = laid
    stands: dict[tuple[int | None, int | None], int] = {}
    for page in edition.pages:
        for picture in page.pictures:
            if not picture.role:
                of = picture.article, picture.paragraph
                stands[of] = stands.get(of, 0) + 1
    assert {of: stands.get(of) for of in photos(issue)} == {
        of: 2 if photo.place is PhotoPlace.SPREAD else 1 for of, photo in photos(issue).items()
    }


def test_nothing_stands_over_anything_or_off_the_grid(laid: Laid, catalogue: Catalogue) -> None:
    issue, layout, edition = laid
    cut = {of for of, photo in photos(issue).items() if photo.wrap is not Wrap.BOX}
    assert audit.off_grid(edition, layout) == []
    assert audit.bodies_crossing(edition) == []
    assert audit.overlaps(edition, catalogue) == []
    assert audit.credits_over_text(edition) == []
    assert audit.not_printed(edition, catalogue) == []
    assert box_audit.faults(edition, layout, catalogue) == []
    pages = tuple(
        replace(
            page,
            pictures=[one for one in page.pictures if (one.article, one.paragraph) not in cut],
        )
        for page in edition.pages[edition.cover_pages :]
    )
    assert audit.over_photos(replace(edition, pages=pages)) == []


def test_every_ground_is_dark_enough_to_print(laid: Laid, catalogue: Catalogue) -> None:
    issue, layout, edition = laid
    findings = Preflight(catalogue).inspect(issue, layout, edition)
    assert [finding for finding in findings if finding.code == "tint-faint"] == []


def test_no_heading_is_left_at_the_foot_of_a_page(laid: Laid, catalogue: Catalogue) -> None:
    issue, layout, edition = laid
    findings = Preflight(catalogue).inspect(issue, layout, edition)
    assert [finding for finding in findings if finding.code == "heading-last"] == []


@pytest.mark.parametrize("preset", CLAIMED)
@pytest.mark.parametrize("layout", PROVED)
def test_exports_keep_their_standards(layout: str, preset: str, folder: Path) -> None:
    made = folder / f"{layout}-{preset}.pdf"
    source = set_in(layout, folder)
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "export", source, "--preset", preset, "-o", made],
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode("utf8")
    data = made.read_bytes()
    assert set(claims(data)) == CLAIMED[preset]
    assert {standard: prove(data, standard) for standard in CLAIMED[preset]} == {
        standard: [] for standard in CLAIMED[preset]
    }
