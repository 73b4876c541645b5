"""Word files as LibreOffice shows them: every character once, photos on their side."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from layouts.documents import read_document
from layouts.house.load import layout_of
from layouts.importing.photo_store import PhotoStore
from layouts.importing.word_back.taking import taken_back
from layouts.issue.article import Table
from layouts.issue.issue import Issue
from layouts.issue.parts import parts_of
from layouts.issue.photo import Photo, Side
from layouts.wordfile.writing import word_file

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "issue.md"

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> tuple[Issue, Path]:
    """The sample as a Word file."""
    folder = tmp_path_factory.mktemp("word")
    issue, _, _ = read_document(SAMPLE, SAMPLE.parent, watched=False)
    path = folder / "issue.docx"
    path.write_bytes(word_file(issue, layout_of(issue)))
    return issue, path


def converted(path: Path, kind: str, folder: Path) -> Path:
    """What LibreOffice makes of a file, with a profile of its own."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", folder, path],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / f"{path.stem}.{kind.partition(':')[0]}"


def test_every_character_stands_once_and_photos_on_their_side(written, tmp_path):
    issue, path = written
    document = pypdfium2.PdfDocument(converted(path, "pdf", tmp_path))
    pages = [page.get_textpage().get_text_bounded() for page in document]
    text = "".join("".join(pages).split())
    for section in issue.sections:
        for article in section.articles:
            for block in article.blocks:
                if isinstance(block, Photo | Table):
                    continue
                for part in parts_of(block):
                    sentence = "".join(part.string.split())[2:30]
                    assert text.count(sentence) == 1, sentence
    sides = [block.side for section in issue.sections for one in section.articles for block in one.blocks if isinstance(block, Photo)]  # fmt: skip
    assert _sides(document) == sides


def _sides(document) -> list[Side]:
    """On which side of its page each picture stands."""
    found = []
    for page in document:
        pictures = [one.get_bounds() for one in page.get_objects([3])]
        for left, _, right, _ in sorted(pictures, key=lambda bounds: -bounds[3]):
            is_left = left < page.get_width() - right
            found.append(Side.LEFT if is_left else Side.RIGHT)
    return found


def test_saved_there_it_comes_back_the_same(written, tmp_path):
    issue, path = written
    saved = converted(path, "docx:MS Word 2007 XML", tmp_path)
    back = taken_back(issue, layout_of(issue), saved, PhotoStore(tmp_path / "store"))
    assert back.issue == issue
