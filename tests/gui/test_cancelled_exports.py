"""An export that is cancelled, at whatever moment, leaves no file, no folder and nothing aside."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from composing import NOWHERE, picture_file

from desktop.dialogs.export_web import write_page, write_pages
from desktop.dialogs.export_wechat import write_article
from desktop.dialogs.making_pdf import export_pdf
from desktop.dialogs.making_pictures import write_pictures
from desktop.tasks import CancelledError, Progress
from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.load import load_layout
from layouts.imaging.picture_kinds import PictureKind
from layouts.issue.article import Article, ArticleKind, Section
from layouts.issue.issue import Issue
from layouts.issue.masthead import Masthead
from layouts.issue.photo import Photo
from layouts.issue.text import Text
from layouts.pictures.order import PictureOrder
from layouts.prepress.presets import load_preset

HEAD = Masthead("澜汀简报", 3, 12, datetime.date(2026, 3, 1), "编辑部")
LAYOUT = load_layout("jianbao-a4", {})
Export = Callable[[Issue, Path, Progress], str]


def as_images(one: Issue, out: Path, progress: Progress) -> str:
    edition = compose(one, LAYOUT, Catalogue())
    order = PictureOrder(kind=PictureKind.PNG, ppi=40)
    return write_pictures(one, edition, LAYOUT.grid, order, out / "a" / "b" / "页.png", progress)


def as_pdf(one: Issue, out: Path, progress: Progress) -> str:
    edition = compose(one, LAYOUT, Catalogue())
    return export_pdf(one, edition, load_preset("screen"), out / "a.pdf", progress)


EXPORTS: dict[str, Export] = {
    "web page": lambda one, out, progress: write_page(one, LAYOUT, out / "a.html", progress),
    "web pages": lambda one, out, progress: write_pages(one, LAYOUT, out / "a" / "b", progress),
    "wechat": lambda one, out, progress: write_article(
        one, LAYOUT, out / "a" / "b", None, progress
    ),
    "images": as_images,
    "pdf": as_pdf,
}


@pytest.fixture
def one(tmp_path: Path) -> Issue:
    """Two sections with a photo each, on two pages."""
    folder = tmp_path / "photos"
    folder.mkdir()
    sections = tuple(
        Section(name, (article(folder, name, width),), NOWHERE, break_before=width > 40)
        for name, width in (("甲", 40), ("乙", 50))
    )
    return Issue(HEAD, sections, folder, NOWHERE)


def article(folder: Path, name: str, width: int) -> Article:
    picture_file(folder, f"{name}.png", width, 30)
    photo = Photo(f"{name}.png", "", NOWHERE, alt=name)
    return Article(ArticleKind.HEADLINE, Text(name), (photo,), NOWHERE)


@pytest.fixture(params=EXPORTS)
def export(request: pytest.FixtureRequest) -> Export:
    return EXPORTS[request.param]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def test_cancelled_with_the_last_that_is_reported(export, one, out):
    """What is done after the last picture, too, is no longer wanted."""
    reports: list[object] = []
    export(one, out, Progress(lambda *told: reports.append(told)))
    written = out.rename(out.with_name("written"))
    assert list(written.iterdir())
    out.mkdir()
    left = iter(reports[1:])
    progress = Progress(lambda *told: next(left, None) or progress.cancel())
    with pytest.raises(CancelledError):
        export(one, out, progress)
    assert list(out.iterdir()) == []


def test_cancelled_while_the_disk_is_at_it(export, one, out, monkeypatch):
    progress = Progress(lambda *told: None)
    monkeypatch.setattr(os, "fsync", lambda file: progress.cancel())
    with pytest.raises(CancelledError):
        export(one, out, progress)
    assert list(out.iterdir()) == []
