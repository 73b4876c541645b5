"""An article's blocks as rows of text: one row for every text that can be typed in, and one
labelled row for what is more than text.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

from desktop.blocks import FACE
from desktop.words import tr
from layouts.issue.article import (
    Article,
    Block,
    Divider,
    PageBreak,
    Paragraph,
    ParagraphsBlock,
    Table,
    TextBlock,
)
from layouts.issue.blocks import ShapeTable
from layouts.issue.numbering import counted, label_text
from layouts.issue.photo import Photo
from layouts.issue.places import Place
from layouts.issue.text import Mark
from layouts.issue.traits import Shape


class Row(NamedTuple):
    """A row: which block and part of the article it is, its characters and what is marked on them.

    `sign` stands at its left (empty for running text); `label` rows only say what is there; `level`
    is that of a sub-heading.
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
    numbers = counted(article.blocks)
    rows = [row for k, block in enumerate(article.blocks) for row in ROWS(block, k)]
    if not numbers:
        return rows
    return [
        row._replace(sign=_sign(article.blocks[row.block], numbers[row.block].number))
        if row.block in numbers
        else row
        for row in rows
    ]


def _sign(block: Block, number: int) -> str:
    """The number of an item as its own label says it, plain where its layout does; ● for a sign."""
    label = block.form.label if isinstance(block, Paragraph) else None
    if not number:
        return "●"
    return str(number) if label is None else label_text(label, number)


def _line(block: TextBlock, k: int) -> list[Row]:
    face = FACE(block)
    return [Row(k, 0, *block.text, sign=face.sign, level=face.level or 0)]


def _paragraphs(block: ParagraphsBlock, k: int) -> list[Row]:
    return [
        Row(k, part, *text, sign=FACE(block).sign) for part, text in enumerate(block.paragraphs)
    ]


def _table(table: Table, k: int) -> list[Row]:
    head = tr("、").join(cell.string for cell in table.header if cell.string)
    rows, columns = len(table.rows) + 1, len(table.header)
    said = (
        tr("表格 {rows} 行 × {columns} 列：{head}", rows=rows, columns=columns, head=head)
        if head
        else tr("表格 {rows} 行 × {columns} 列", rows=rows, columns=columns)
    )
    return [_label(table, k, said)]


def _photo(photo: Photo, k: int) -> list[Row]:
    # what a package calls its files says nothing to anybody
    return [_label(photo, k, photo.caption.string or photo.name or PurePosixPath(photo.path).name)]


def _wordless(block: PageBreak | Divider, k: int) -> list[Row]:
    said = tr("从这里另起一页") if isinstance(block, PageBreak) else tr("分隔线")
    return [_label(block, k, said)]


def _label(block: Block, k: int, said: str) -> Row:
    return Row(k, 0, " ".join(said.split()), sign=FACE(block).sign, label=True)


ROWS: ShapeTable[[int], list[Row]] = ShapeTable(
    {
        Shape.TEXT: _line,
        Shape.PARAGRAPHS: _paragraphs,
        Shape.CELLS: _table,
        Shape.CAPTION: _photo,
        Shape.NOTHING: _wordless,
    }
)
"""The rows of a block, given its index."""
