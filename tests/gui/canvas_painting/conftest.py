"""Fixtures for the tests of the painter: real issues composed once, and the painter itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from painted import Written

from desktop.canvas.painter import PagePainter
from desktop.canvas.pictures import PictureStore
from fonts.catalogue import Catalogue
from layouts.cli.files import read_issue
from layouts.compose import compose
from layouts.paint.pdf import write_pdf

ROOT = Path(__file__).parents[3]
ISSUES = ("jiading-2023-12", "jiading-2025-14", "sample")


@pytest.fixture(scope="session", params=ISSUES)
def written(request: pytest.FixtureRequest, catalogue: Catalogue) -> Written:
    """An issue composed, and the PDF of it."""
    if request.param == "sample":
        path = ROOT / "resources" / "sample" / "issue.md"
    else:
        path = request.getfixturevalue("shared") / "manuscripts" / f"{request.param}.md"
    issue, layout, findings = read_issue(path, path.parent)
    edition = compose(issue, layout, catalogue, findings)
    return Written(request.param, edition, write_pdf(edition, catalogue))


@pytest.fixture(scope="session")
def page_painter(qapp, catalogue: Catalogue) -> PagePainter:
    return PagePainter(catalogue)


@pytest.fixture
def read_at_once(qapp) -> PictureStore:
    """Photos read when they are asked for."""
    return PictureStore(load_now=True)
