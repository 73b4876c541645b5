"""An article's blocks as rows of text: one row for every text that can be typed in, and one labelled row for what is more than text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from desktop.words import tr
from layouts.issue.article import Article, Note, PageBreak, Paragraph, Subheading, Table
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
    return [row for k, block in enumerate(article.blocks) for row in _rows(k, block)]


def _rows(k: int, block: object) -> Iterator[Row]:
    match block:
        case Paragraph():
            yield Row(k, 0, *block.text)
        case Subheading():
            yield Row(k, 0, *block.text, sign=tr("题{level}", level=block.level), level=block.level)
        case Note():
            for part, text in enumerate(block.paragraphs):
                yield Row(k, part, *text, sign=tr("按"))
        case Table():
            head = tr("、").join(cell.string for cell in block.header if cell.string)
            text = tr("表格 {rows} 行 × {columns} 列：{head}", rows=len(block.rows) + 1, columns=len(block.header), head=head)
            yield Row(k, 0, _one_line(text), sign=tr("表"), label=True)
        case Photo():
            yield Row(k, 0, _one_line(block.caption or block.path), sign=tr("图"), label=True)
        case PageBreak():
            yield Row(k, 0, tr("从这里另起一页"), sign=tr("页"), label=True)
        case _:
            return


def _one_line(string: str) -> str:
    return " ".join(string.split())
