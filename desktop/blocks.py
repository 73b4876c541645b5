"""What the window knows of each kind of block: a table each, so that a new kind is an entry in every one of them."""

from __future__ import annotations

from desktop.words import tr
from layouts.issue.article import Block, Note, PageBreak, Paragraph, Subheading, Table
from layouts.issue.blocks import BlockTable
from layouts.issue.parts import parts_of
from layouts.issue.photo import Photo


def _one(_block: Block) -> int:
    return 1


TEXTS: BlockTable[[], int] = BlockTable(
    {
        Paragraph: _one,
        Subheading: _one,
        Note: lambda note: len(note.paragraphs),
        Table: lambda table: len(parts_of(table)),
        Photo: lambda photo: 1 if photo.caption else 0,
        PageBreak: lambda _: 0,
    }
)
"""How many of its texts the caret goes through on the pages."""

ROLE: BlockTable[[], str] = BlockTable(
    {
        Paragraph: lambda _: "body",
        Subheading: lambda heading: f"subheading-{heading.level}",
        Note: lambda _: "note",
        Table: lambda _: "table",
        Photo: lambda _: "caption",
        PageBreak: lambda _: "body",
    }
)
"""The style of the layout that its text is set in."""

LEVEL: BlockTable[[], int | None] = BlockTable(
    {
        Paragraph: lambda _: 0,
        Subheading: lambda heading: heading.level,
        Note: lambda _: None,
        Table: lambda _: None,
        Photo: lambda _: None,
        PageBreak: lambda _: None,
    }
)
"""The level that the menu of levels ticks: 0 for running text, None for what can have none."""

OPENING: BlockTable[[], str] = BlockTable(
    {
        Paragraph: lambda paragraph: paragraph.text.string,
        Subheading: lambda heading: heading.text.string,
        Note: lambda note: note.paragraphs[0].string,
        Table: lambda _: "",
        Photo: lambda _: "",
        PageBreak: lambda _: "",
    }
)
"""The words that an article without a title is called by, where it begins with this block."""

HOLDS_PHOTOS: BlockTable[[], bool] = BlockTable(
    {
        Paragraph: lambda _: True,
        Subheading: lambda _: False,
        Note: lambda _: False,
        Table: lambda _: False,
        Photo: lambda _: False,
        PageBreak: lambda _: False,
    }
)
"""Whether photos stand beside its lines."""

REMOVAL: BlockTable[[], str] = BlockTable(
    {
        Paragraph: lambda _: tr("删除段落"),
        Subheading: lambda _: tr("删除小标题"),
        Note: lambda _: tr("删除按语"),
        Table: lambda _: tr("删除表格"),
        Photo: lambda _: tr("删除图片"),
        PageBreak: lambda _: tr("取消另起一页"),
    }
)
"""What the step is called that takes it out."""
