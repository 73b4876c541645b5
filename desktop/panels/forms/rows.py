"""An article's blocks as rows of text: one row for every text that can be typed in, and one labelled row for what is more than text."""

from __future__ import annotations

from typing import NamedTuple

from desktop.words import tr
from layouts.issue.article import Article, Note, PageBreak, Paragraph, Subheading, Table
from layouts.issue.blocks import BlockTable
from layouts.issue.photo import Photo
from layouts.issue.places import Place
from layouts.issue.text import Mark


class Row(NamedTuple):
    """A row: which block and part of the article it is, its characters and what is marked on them.

    `sign` stands at its left (empty for running text); `label` rows only say what is there; `level` is that of a sub-heading.
    """

    block: int
    part: int
    string: str
    marks: tuple[Mark, ...] = ()
    sign: str = ""
    label: bool = False
    level: int = 0

    def place(self, article: Place) -> Place:
        """Where the row's text stands in the issue."""
        return article._replace(block=self.block, part=self.part)


def rows_of(article: Article) -> list[Row]:
    """The rows of an article, by-line and title aside."""
    return [row for k, block in enumerate(article.blocks) for row in ROWS(block, k)]


def _paragraph(paragraph: Paragraph, k: int) -> list[Row]:
    return [Row(k, 0, *paragraph.text)]


def _subheading(heading: Subheading, k: int) -> list[Row]:
    return [Row(k, 0, *heading.text, sign=tr("题{level}", level=heading.level), level=heading.level)]


def _note(note: Note, k: int) -> list[Row]:
    return [Row(k, part, *text, sign=tr("按")) for part, text in enumerate(note.paragraphs)]


def _table(table: Table, k: int) -> list[Row]:
    head = tr("、").join(cell.string for cell in table.header if cell.string)
    text = tr("表格 {rows} 行 × {columns} 列：{head}", rows=len(table.rows) + 1, columns=len(table.header), head=head)
    return [Row(k, 0, _one_line(text), sign=tr("表"), label=True)]


def _photo(photo: Photo, k: int) -> list[Row]:
    return [Row(k, 0, _one_line(photo.caption or photo.path), sign=tr("图"), label=True)]


def _page_break(_block: PageBreak, k: int) -> list[Row]:
    return [Row(k, 0, tr("从这里另起一页"), sign=tr("页"), label=True)]


def _one_line(string: str) -> str:
    return " ".join(string.split())


ROWS: BlockTable[[int], list[Row]] = BlockTable(
    {
        Paragraph: _paragraph,
        Subheading: _subheading,
        Note: _note,
        Table: _table,
        Photo: _photo,
        PageBreak: _page_break,
    }
)
"""The rows of a block, given its index."""
