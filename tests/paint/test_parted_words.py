"""A word that a hyphen parts is found by a search as if it stood on one line: by poppler, and by
pdfium, the reader in browsers.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from paint_reading import text_of, tool
from tag_reading import Tagged, read_issue, tagged

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.load import load_layout
from layouts.page.item import SOFT_HYPHEN
from layouts.page.page import Edition
from layouts.paint.pdf import write_pdf

WORDS = [
    "telecommunications",
    "incomprehensibilities",
    "counterrevolutionary",
    "electroencephalographic",
    "internationalization",
]
AFTER = [" and ", "，", "的办法，", ", "]
"""What follows a word: a space, marks of another face and of its own, Hanzi.

The last word is followed by the paragraph's end.
"""


def composed(faces: Catalogue, folder: Path, body: str) -> Edition:
    (folder / "issue.md").write_text(f"### 题\n\n{body}\n", "utf-8")
    return compose(read_issue(folder / "issue.md"), load_layout("neikan-a4-2col"), faces)


def parted(edition: Edition) -> list[str]:
    """The words that run over a line's end."""
    return [
        line.parted.word
        for page in edition.pages
        for line in page.lines
        if line.parted and line.parted.word
    ]


def found_by_poppler(data: bytes, folder: Path, *options: str) -> str:
    (folder / "found.pdf").write_bytes(data)
    done = subprocess.run(
        [tool("pdftotext"), *options, str(folder / "found.pdf"), "-"],
        capture_output=True,
        check=True,
    )
    return done.stdout.decode("utf8")


def bodies() -> list[str]:
    """Paragraphs in which each word is followed by everything, at ever other places of a line."""
    return ["国" * lead + after.join(WORDS) + "。" for lead in (3, 8, 13, 16) for after in AFTER]


@pytest.fixture(scope="module")
def narrow(faces: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return composed(faces, tmp_path_factory.mktemp("narrow"), "\n\n".join(bodies()))


def times(text: str) -> list[int]:
    return [text.count(word) for word in WORDS]


def test_the_paragraphs_part_every_word(narrow: Edition) -> None:
    assert set(parted(narrow)) == set(WORDS)
    assert any(
        line.runs[-1].text == SOFT_HYPHEN
        for page in narrow.pages
        for line in page.lines
        if line.runs
    )


@pytest.mark.parametrize("options", [("-raw",), ()])
def test_poppler_finds_each_word_as_often_as_it_was_written(
    options: tuple[str, ...], narrow: Edition, faces: Catalogue, tmp_path: Path
) -> None:
    found = found_by_poppler(write_pdf(narrow, faces), tmp_path, *options)
    assert times(found) == times("".join(bodies()))
    assert SOFT_HYPHEN not in found


def test_pdfium_finds_each_word_as_often_as_it_was_written(
    narrow: Edition, faces: Catalogue
) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    pages = [page.get_textpage() for page in pdfium.PdfDocument(write_pdf(narrow, faces))]
    found = [
        sum(sum(1 for _ in iter(page.search(word).get_next, None)) for page in pages)
        for word in WORDS
    ]
    assert found == times("".join(bodies()))


def test_what_stands_round_a_word_is_read_once(
    narrow: Edition, faces: Catalogue, tmp_path: Path
) -> None:
    read = "".join(found_by_poppler(write_pdf(narrow, faces), tmp_path, "-raw").split())
    for body in bodies():
        assert "".join(body.split()) in read


def test_a_tagged_file_reads_the_word_whole(faces: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "issue.md").write_text("### 题\n\n" + "\n\n".join(bodies()) + "\n", "utf-8")
    _, data = tagged(read_issue(tmp_path / "issue.md"), faces, "neikan-a4-2col")
    read = ["".join(node.text().split()) for node in Tagged(data).root.all("P")]
    assert [body for body in bodies() if "".join(body.split()) not in read] == []


def test_a_word_over_two_pages_is_read_on_the_first(faces: Catalogue, tmp_path: Path) -> None:
    """Found at some length of the text before it: the last line of a page ends in a hyphen."""
    for lead in range(600, 2200, 3):
        edition = composed(faces, tmp_path, "国" * lead + "incomprehensibilities国国国" * 40)
        ends = [
            line
            for page in edition.pages[:-1]
            for line in [one for one in page.lines if one.role == "body"][-1:]
        ]
        if any(line.parted and line.parted.word for line in ends):
            break
    else:
        pytest.fail("no page ends in a hyphen")
    assert text_of(write_pdf(edition, faces), tmp_path).count("incomprehensibilities") == 40
