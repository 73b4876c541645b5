"""A manuscript on the clipboard: what a web page, Word or WPS put there, else plain text."""

from __future__ import annotations

import tempfile
from pathlib import Path

from layouts.importing.importing import finished_source
from layouts.importing.photo_store import PhotoStore
from layouts.importing.reading import recognised_source
from layouts.importing.received import ReceivedDocument
from layouts.importing.result import ImportResult
from layouts.importing.settings import ImportSettings

MOST_CHARACTERS = 20_000_000
"""What is looked at of a clipboard: as much as of a text file."""


def import_received(document: ReceivedDocument, settings: ImportSettings) -> ImportResult:
    """What `read_clipboard` gave, recognised and tidied."""
    return ImportResult((finished_source(recognised_source(document, settings), settings),))


def read_clipboard(html: str, text: str, name: str, photos: PhotoStore) -> ReceivedDocument:
    """What a clipboard holds as it looks: of its HTML, where it has any, else of its text.

    Pictures are those inside the HTML and those that the program it was copied in has put into the
    system's temporary folder, as office programs do; no other file is looked at.
    """
    path = Path(name)
    if html.strip():
        from layouts.importing.readers.html import read_html

        folder = Path(tempfile.gettempdir()).resolve()
        return read_html(html[:MOST_CHARACTERS], photos, folder, path=path, searched=False)
    from layouts.importing.decoding import split_lines
    from layouts.importing.readers import text as plain
    from layouts.importing.readers.tabbed import spreadsheet_table, with_tables
    from layouts.importing.unwrapping import unwrap

    if table := spreadsheet_table(text[:MOST_CHARACTERS], path):
        return ReceivedDocument(path, plain.KIND, (table,))
    lines = unwrap(split_lines(text[:MOST_CHARACTERS]))
    return ReceivedDocument(
        path,
        plain.KIND,
        with_tables(plain.received_blocks(lines), path),
        findings=plain.rejoined_findings(lines, name),
        lost=plain.received_lost(lines),
    )
