"""What the window knows of each kind of block: how it is set, called and signed."""

from __future__ import annotations

from typing import NamedTuple

from desktop.words import tr
from layouts.issue.article import (
    Block,
    Divider,
    Note,
    PageBreak,
    Paragraph,
    PullQuote,
    Subheading,
    Table,
)
from layouts.issue.blocks import BlockTable
from layouts.issue.form import FormKind, ParagraphForm
from layouts.issue.parts import parts_of
from layouts.issue.photo import Photo
from layouts.issue.sidebar import Sidebar
from layouts.issue.traits import Shape


class BlockLook(NamedTuple):
    """How a block shows itself in the window.

    `role` is the style of the layout its text is set in, `sign` what stands left of it in the
    inspector, `removal` what the step is called that takes it out. `level` is what the menu of
    levels ticks: 0 for running text, None for what can have none.
    """

    role: str
    sign: str
    removal: str
    level: int | None = None


def _sign(form: ParagraphForm) -> str:
    """What stands left of a paragraph of a form; numbers of items are counted elsewhere."""
    signs = {
        FormKind.VERSE: tr("诗"),
        FormKind.SIGNATURE: tr("款"),
        FormKind.NAMES: tr("名"),
        FormKind.LEADER: tr("目"),
    }
    return tr("沉{rows}", rows=form.initial) if form.initial else signs.get(form.kind, "")


FACE: BlockTable[[], BlockLook] = BlockTable(
    {
        Paragraph: lambda block: BlockLook("body", _sign(block.form), tr("删除段落"), 0),
        Subheading: lambda heading: BlockLook(
            f"subheading-{heading.level}",
            tr("题{level}", level=heading.level),
            tr("删除小标题"),
            heading.level,
        ),
        PullQuote: lambda _: BlockLook("pull-quote", tr("引"), tr("删除引语")),
        Note: lambda _: BlockLook("note", tr("按"), tr("删除按语")),
        Sidebar: lambda _: BlockLook("box", tr("框"), tr("删除专栏框")),
        Table: lambda _: BlockLook("table", tr("表"), tr("删除表格")),
        Photo: lambda _: BlockLook("caption", tr("图"), tr("删除图片")),
        PageBreak: lambda _: BlockLook("body", tr("页"), tr("取消另起一页")),
        Divider: lambda _: BlockLook("body", tr("线"), tr("删除分隔线")),
    }
)


def read_texts(block: Block) -> int:
    """How many of its texts the caret goes through on the pages: a caption only where there is
    one.
    """
    parts = parts_of(block)
    return len(parts) if block.trait.reads else sum(bool(text.string) for text in parts)


def opening(block: Block) -> str:
    """The words that an article without a title is called by, where it begins with this block;
    empty for tables and photos.
    """
    return parts_of(block)[0].string if block.trait.shape in (Shape.TEXT, Shape.PARAGRAPHS) else ""
