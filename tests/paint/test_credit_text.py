"""Credits that run down the side of a photo are found by a search, and copied, as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import NOWHERE, picture_file
from paint_reading import text_of

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.export import export_pdf
from layouts.house.load import load_layout
from layouts.issue.article import Article, ArticleKind, Paragraph, Section
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.issue.photo import Photo
from layouts.issue.text import Text
from layouts.page.page import Edition
from layouts.paint.pdf import write_pdf
from layouts.prepress.preset import Preset

CREDITS = ("摄影：李明远", "供图／市图书馆 2026", "摄影（王小明）", "AP")
SCREEN = Preset(name="screen", zh="", en="", standard="ua1", colour="rgb", ppi=150, tagged=True)


def issue(folder: Path, credit: str) -> Issue:
    name = picture_file(folder, "photo.png", 40, 30)
    photo = Photo(name, "大厅", NOWHERE, width=14.0, credit=credit)
    words = Paragraph(Text("新馆向读者开放，开放时间延长到晚上九点。" * 12), NOWHERE)
    article = Article(ArticleKind.HEADLINE, Text("新馆开放"), (photo, words), NOWHERE)
    sections = (Section("", (article,), NOWHERE),)
    return Issue(Masthead("简报"), sections, folder, NOWHERE, Colophon(), "jianbao-a4", False)


def composed(made: Issue, catalogue: Catalogue) -> Edition:
    return compose(made, load_layout("jianbao-a4"), catalogue)


@pytest.mark.parametrize("credit", CREDITS)
@pytest.mark.parametrize("tagged", [False, True], ids=["plain", "tagged"])
def test_poppler_and_pdfium_find_a_credit_as_it_is_typed(
    credit: str, tagged: bool, catalogue: Catalogue, tmp_path: Path
) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    made = issue(tmp_path, credit)
    edition = composed(made, catalogue)
    data = export_pdf(made, edition, catalogue, SCREEN) if tagged else write_pdf(edition, catalogue)
    assert credit in text_of(data, tmp_path)
    document = pdfium.PdfDocument(data)
    pages = [document[number].get_textpage() for number in range(len(document))]
    assert sum(page.search(credit).get_next() is not None for page in pages) == 1
