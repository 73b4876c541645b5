"""Poppler, pdfminer, MuPDF, PDFium and pdf.js find every character of our files once, and in the
order of the structure: those that ask tags by these, the others by the order of drawing.
"""

from __future__ import annotations

import os

import pytest
from pdf_readers import READERS, PdfReader
from reading_back import ReadFile, read_by, sources, written

from fonts.catalogue import Catalogue

FILES = ("specimen", "specimen-columns", "sample", "everything-neikan-a4-2col")


@pytest.fixture(scope="module", params=FILES)
def file(
    request: pytest.FixtureRequest, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> ReadFile:
    folder = tmp_path_factory.mktemp("readers")
    source = dict(sources(folder, None))[request.param]
    return written(source, folder / "read.pdf", catalogue)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_reader_finds_every_character_once_in_the_order_of_the_structure(
    reader: PdfReader, file: ReadFile
) -> None:
    if missing := reader.missing():
        if os.environ.get("CI"):
            pytest.fail(f"not installed: {missing}")
        pytest.skip(f"not installed: {missing}")
    reading = read_by(reader, file)
    assert reading.fault == ""
    assert reading.characters > 1000
