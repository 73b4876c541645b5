"""A table on a page turned by a quarter (横排转页), where there are no pages: whole and upright."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html
from turned_issue import turned_cells, turned_manuscript

from layouts.house.layout import Layout
from layouts.house.load import layout_of
from layouts.issue.issue import Issue
from layouts.manuscript import read_manuscript
from layouts.webpage.writing import web_page
from layouts.wechat.writing import wechat_folder
from layouts.wordfile.writing import word_file

Rows = list[tuple[str, ...]]


def wide(rows: Rows) -> Rows:
    """The rows of the table, those of others left out."""
    return [row for row in rows if len(row) == len(turned_cells()[0])]


def rows_of_page(page: bytes) -> Rows:
    rows = [
        tuple(cell.text_content().strip() for cell in row.iter("th", "td"))
        for row in html.document_fromstring(page.decode("utf8")).iter("tr")
    ]
    return wide(rows)


def of_web(issue: Issue, layout: Layout) -> Rows:
    return rows_of_page(web_page(issue, layout))


def of_wechat(issue: Issue, layout: Layout) -> Rows:
    return rows_of_page(wechat_folder(issue, layout).files["article.html"])


def of_word(issue: Issue, layout: Layout) -> Rows:
    archive = ZipFile(io.BytesIO(word_file(issue, layout)))
    body = etree.fromstring(archive.read("word/document.xml"))
    rows = [
        tuple("".join(cell.itertext("{*}t")) for cell in row.iter("{*}tc"))
        for row in body.iter("{*}tr")
    ]
    return wide(rows)


@pytest.mark.parametrize("rows", [of_web, of_wechat, of_word])
def test_the_table_is_there_whole(tmp_path: Path, rows: Callable[[Issue, Layout], Rows]) -> None:
    (tmp_path / "issue.md").write_text(turned_manuscript(), "utf8")
    issue, _ = read_manuscript(tmp_path / "issue.md")
    assert rows(issue, layout_of(issue)) == turned_cells()
