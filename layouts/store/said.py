"""What an issue says and is, in lines that are laid beside each other: nothing that an editor can
change is left out.

The words are of the issue, Chinese like it, not of the window.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from msgspec.structs import replace

from layouts.errors import Source
from layouts.issue.article import (
    Article,
    ArticleKind,
    Block,
    Divider,
    Note,
    PageBreak,
    Paragraph,
    PullQuote,
    Section,
    Subheading,
    Table,
)
from layouts.issue.blocks import BlockTable
from layouts.issue.count import has_lead
from layouts.issue.lead import first_paragraph, title_of_paragraph
from layouts.issue.parts import numbered_parts, parts_of, with_part
from layouts.issue.photo import Photo, PhotoPlace, Side
from layouts.issue.sidebar import BoxKind, Sidebar, is_title
from layouts.issue.tables import AUTO
from layouts.issue.text import Text
from layouts.store.form_entries import said_form
from layouts.store.said_photos import PLACES, SIDES, name_of, photo_line
from layouts.store.shown import shown

_KINDS = MappingProxyType(
    {ArticleKind.HEADLINE: "", ArticleKind.RUN_IN: "〔要闻〕", ArticleKind.BRIEF: "〔简讯〕"}
)
_BOXES = MappingProxyType(
    {BoxKind.LINK: "链接框", BoxKind.SUMMARY: "提要框", BoxKind.PLAIN: "专栏框"}
)
_ALIGNMENTS = MappingProxyType({"left": "左", "center": "中", "right": "右", "auto": "自动"})

_NOWHERE = Source("")


# Articles


def article_lines(article: Article, replaced: frozenset[str] = frozenset()) -> list[str]:
    """Everything an article says and is, block by block.

    `replaced` are photos that are others now under the names they had.
    """
    return list(_lines(article, replaced))


def _lines(article: Article, replaced: frozenset[str]) -> Iterator[str]:
    if article.title.string and not _is_lead(article):
        yield shown(article.title)
    if article.subtitle is not None:
        yield f"〔副题〕{shown(article.subtitle)}"
    yield from filter(None, (_KINDS[article.kind], *part_settings(article)))
    if article.date is not None:
        yield f"〔日期〕{article.date.isoformat()}"
    if article.origin:
        yield f"〔来源〕{article.origin}"
    for block in article.blocks:
        yield from _LINES(block, replaced)
    if article.byline is not None:
        yield shown(article.byline)


def _is_lead(article: Article) -> bool:
    """Whether the title only repeats what the first paragraph begins with."""
    if not has_lead(article):
        return False
    first = article.blocks[first_paragraph(article.blocks) or 0]
    return isinstance(first, Paragraph) and title_of_paragraph(first.text) == article.title


def part_settings(part: Article | Section) -> Iterator[str]:
    """What an article or a section has otherwise than any."""
    if part.break_before:
        yield "〔另起一页〕"
    if isinstance(part, Article) and part.keep_together:
        yield "〔不拆到两页〕"
    if isinstance(part, Section) and part.columns:
        yield f"〔排 {part.columns} 栏〕"
    if isinstance(part, Article) and part.across is not None:
        yield f"〔标题跨 {part.across or '全部'} 栏〕"
    if isinstance(part, Article) and part.boxed:
        yield "〔加框〕"


def _note_lines(note: Note) -> Iterator[str]:
    return (f"{'　' if k else '〔按语〕'}{shown(text)}" for k, text in enumerate(note.paragraphs))


def _box_lines(box: Sidebar) -> Iterator[str]:
    """What it is and where it stands, then its title and its paragraphs, a line each."""
    said = [SIDES[box.side], *_stand(box)]
    said += [f"{box.columns} 栏"] if box.columns > 1 else []
    yield f"〔{_BOXES[box.kind]}〕{'，'.join(said)}"
    for part, text in enumerate(box.paragraphs):
        yield f"{'【框题】' if is_title(box, part) else '　'}{shown(text)}"


def _quote_line(quote: PullQuote) -> str:
    said = [*((SIDES[quote.side],) if quote.side is not Side.NONE else ()), *_stand(quote)]
    said += ["两栏之间"] if quote.between else []
    where = f"（{'，'.join(said)}）" if said else ""
    return f"〔引语〕{shown(quote.text)}{where}"


def _stand(block: Sidebar | PullQuote) -> Iterator[str]:
    if block.width is not None:
        yield f"{block.width:.6g} 字"
    if block.line:
        yield f"第 {block.line + 1} 行起"
    if block.place is not PhotoPlace.TEXT:
        yield PLACES[block.place]
    if block.across != 1:
        yield f"跨 {block.across} 栏" if block.across else "跨各栏"


def _table_lines(table: Table) -> Iterator[str]:
    """A line a row; before it the caption and what is not as in any table, after it the notes."""
    table = _padded(table)
    if table.caption is not None:
        yield f"〔表题〕{shown(table.caption)}"
    if set(table.alignments) - {AUTO}:
        yield f"〔表格：{' '.join(_ALIGNMENTS.get(name, name) for name in table.alignments)}〕"
    yield from _table_looks(table)
    for row in (table.header, *table.rows):
        yield "｜".join(("", *map(shown, row), ""))
    for note in table.notes:
        yield f"〔表注〕{shown(note)}"
    if table.data_source is not None:
        yield f"〔资料来源〕{shown(table.data_source)}"


def _table_looks(table: Table) -> Iterator[str]:
    if table.widths:
        widths = ("自动" if width is None else f"{width:.6g} 字" for width in table.widths)
        yield f"〔列宽：{' '.join(widths)}〕"
    for row, column, rows, columns in table.spans:
        yield f"〔合并：第 {row + 1} 行第 {column + 1} 列起 {rows} 行 {columns} 列〕"
    if table.header_rows > 1 or table.header_columns:
        yield f"〔表头：{table.header_rows} 行 {table.header_columns} 列〕"
    for row, column, alignment in table.own_alignments:
        yield f"〔第 {row + 1} 行第 {column + 1} 列：{_ALIGNMENTS[alignment]}〕"
    if table.place is not PhotoPlace.TEXT:
        yield PLACES[table.place]
    if table.across != 1:
        yield f"跨 {table.across} 栏" if table.across else "跨各栏"
    if table.turned:
        yield "〔横排转页〕"
    if table.zebra is not None:
        yield "〔隔行有底色〕" if table.zebra else "〔隔行无底色〕"


def _padded(table: Table) -> Table:
    """A table with as many cells in each row, and alignments, as it has columns: so it is printed,
    and so it is read again.
    """
    columns = max(map(len, (table.header, *table.rows)))
    rows = [(*row, *(Text(""),) * (columns - len(row))) for row in (table.header, *table.rows)]
    alignments = (*table.alignments, *("left",) * columns)[:columns]
    widths = (*table.widths, *(None,) * columns)[:columns] if any(table.widths) else ()
    return replace(
        table, header=rows[0], rows=tuple(rows[1:]), alignments=alignments, widths=widths
    )


def text_lines(article: Article) -> list[str]:
    """The article's own characters, without marks and words about it: what is counted."""
    lead = [] if _is_lead(article) else [article.title.string]
    subtitle = [article.subtitle.string] if article.subtitle is not None else []
    lines = [*lead, *subtitle, *(line for block in article.blocks for line in _own(block))]
    return [line for line in (*lines, article.byline.string if article.byline else "") if line]


def _own(block: Block) -> Iterator[str]:
    yield from (text.string for text in parts_of(block))
    if isinstance(block, Photo):
        yield block.alt


def without_marks(article: Article) -> Article:
    """The article with nothing in it bold or in kai."""
    byline, subtitle = (
        article.byline and _bare(article.byline),
        article.subtitle and _bare(article.subtitle),
    )
    blocks = tuple(map(_bare_block, article.blocks))
    return replace(
        article, title=_bare(article.title), subtitle=subtitle, blocks=blocks, byline=byline
    )


def _bare_block(block: Block) -> Block:
    for part, text in numbered_parts(block):
        if text.marks:
            block = with_part(block, part, _bare(text))
    return block


def _bare(text: Text) -> Text:
    return Text(text.string)


_LINES: BlockTable[[frozenset[str]], Iterable[str]] = BlockTable(
    {
        Paragraph: lambda block, _: (f"{said_form(block.form)}{shown(block.text)}",),
        Subheading: lambda block, _: (f"{'#' * block.level} {shown(block.text)}",),
        PullQuote: lambda block, _: (_quote_line(block),),
        Note: lambda block, _: _note_lines(block),
        Sidebar: lambda block, _: _box_lines(block),
        Table: lambda block, _: _table_lines(block),
        PageBreak: lambda _block, _: ("———",),
        Divider: lambda _block, _: ("［分隔线］",),
        Photo: lambda block, replaced: (photo_line(block, is_another=name_of(block) in replaced),),
    }
)
"""The lines of a block; beside it the names of photos that are others now."""


# Values


def values(article: Article) -> Article:
    """What of an article counts when it is compared: not where it was read, nor ids, nor where the
    files of its photos lie.
    """
    return replace(article, source=_NOWHERE, id="", blocks=tuple(map(_value, article.blocks)))


def _value(block: Block) -> Block:
    block = replace(block, source=_NOWHERE, id="")
    if isinstance(block, Photo):
        return replace(block, path="", name="")
    return _padded(block) if isinstance(block, Table) else block
