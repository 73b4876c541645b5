"""Word files opened by python-docx, as a stranger's program does."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.oxml.ns import qn
from lxml import etree

from layouts.house.load import load_layout
from layouts.issue.issue import Issue
from layouts.wordfile.writing import word_file


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def written(issue: Issue, layout: str = "jianbao-a4", **how: bool):
    """The issue as a Word file, opened."""
    return opened(word_file(issue, load_layout(layout, {}), **how))


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def texts(document, style: str) -> list[str]:
    """What stands in paragraphs of a style, those in tables and boxes too."""
    ids = {one.name: one.style_id for one in document.styles}
    found = []
    for paragraph in document.element.body.iter(qn("w:p")):
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if named is not None and named.get(qn("w:val")) == ids[style]:
            found.append(said(paragraph).strip("\u2060"))
    return found


def said(element) -> str:
    """The characters of an element."""
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def runs(document, of: str):
    """The runs that hold an element."""
    return [
        run for run in document.element.body.iter(qn("w:r")) if run.find(f".//{qn(of)}") is not None
    ]
