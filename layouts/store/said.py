"""What an issue says and is, in lines that are laid beside each other: nothing that an editor can
change is left out.

The words are of the issue, Chinese like it, not of the window.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from layouts.errors import Source
from layouts.inputs import open_input
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
from layouts.issue.fields import declared
from layouts.issue.file_name import original_name
from layouts.issue.fitting import Fitting
from layouts.issue.issue import Issue
from layouts.issue.lead import first_paragraph, title_of_paragraph
from layouts.issue.masthead import PROFILES, Colophon, Masthead
from layouts.issue.parts import numbered_parts, parts_of, with_part
from layouts.issue.photo import Photo, PhotoPlace, RowCaptions, Side, Wrap
from layouts.issue.sidebar import BoxKind, Sidebar, is_title
from layouts.issue.tables import AUTO
from layouts.issue.text import Text
from layouts.store.form_entries import said_form
from layouts.store.limits import CHUNK
from layouts.store.shown import shown

_SIDES = MappingProxyType({Side.LEFT: "左", Side.RIGHT: "右", Side.BOTH: "居中", Side.NONE: "通栏"})
_CAPTIONS = MappingProxyType({RowCaptions.TOGETHER: "图注合写", RowCaptions.EACH: "图注各写"})
_WRAPS = MappingProxyType(
    {Wrap.ALPHA: "透明通道", Wrap.OUTLINE: "找出的轮廓", Wrap.POLYGON: "手画的轮廓"}
)
_KINDS = MappingProxyType(
    {ArticleKind.HEADLINE: "", ArticleKind.RUN_IN: "〔要闻〕", ArticleKind.BRIEF: "〔简讯〕"}
)
_BOXES = MappingProxyType(
    {BoxKind.LINK: "链接框", BoxKind.SUMMARY: "提要框", BoxKind.PLAIN: "专栏框"}
)
_ALIGNMENTS = MappingProxyType({"left": "左", "center": "中", "right": "右", "auto": "自动"})

_BY_CONTENT = re.compile(r"([0-9a-f]{64})\.[0-9a-z]{1,8}")
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
    yield from filter(None, (_KINDS[article.kind], *_settings(article)))
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


def _settings(part: Article | Section) -> Iterator[str]:
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
    said = [_SIDES[box.side], *_stand(box)]
    said += [f"{box.columns} 栏"] if box.columns > 1 else []
    yield f"〔{_BOXES[box.kind]}〕{'，'.join(said)}"
    for part, text in enumerate(box.paragraphs):
        yield f"{'【框题】' if is_title(box, part) else '　'}{shown(text)}"


def _quote_line(quote: PullQuote) -> str:
    said = [*((_SIDES[quote.side],) if quote.side is not Side.NONE else ()), *_stand(quote)]
    said += ["两栏之间"] if quote.between else []
    where = f"（{'，'.join(said)}）" if said else ""
    return f"〔引语〕{shown(quote.text)}{where}"


def _stand(block: Sidebar | PullQuote) -> Iterator[str]:
    if block.width is not None:
        yield f"{block.width:.6g} 字"
    if block.line:
        yield f"第 {block.line + 1} 行起"
    if block.place is not PhotoPlace.TEXT:
        yield _PLACES[block.place]
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
        yield _PLACES[table.place]
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


# Photos


def _photo(photo: Photo, *, is_another: bool) -> str:
    """A photo in words: 〔图〕扫描现场（scan.jpg）右，16 字，第 3 行起."""
    said = [_SIDES[photo.side]]
    said += [] if photo.width is None else [f"{photo.width:.6g} 字"]
    said += [f"第 {photo.line + 1} 行起"] if photo.line else []
    said += _wrap(photo)
    said += (
        [f"裁切 {' '.join(f'{edge * 100:.6g}%' for edge in photo.crop)}"] if any(photo.crop) else []
    )
    said += [f"替代文字：{photo.alt}"] if photo.alt else []
    said += [f"同排：{photo.row}"] if photo.row else []
    said += [f"每排 {photo.grid} 张"] if photo.grid else []
    said += [_CAPTIONS[photo.captions]] if photo.captions in _CAPTIONS else []
    said += _stands(photo)
    said += _looks(photo)
    said += ["换了图"] if is_another else []
    return f"〔图〕{shown(photo.caption)}（{_name(photo)}）{'，'.join(said)}"


def _wrap(photo: Photo) -> Iterator[str]:
    """What text runs round, and how far away."""
    if photo.standoffs is not None:
        edges = zip("左上右下", photo.standoffs, strict=True)
        yield f"间距 {' '.join(f'{edge} {standoff:.6g} 字' for edge, standoff in edges)}"
    elif photo.standoff is not None:
        yield f"间距 {photo.standoff:.6g} 字"
    if photo.wrap is not Wrap.BOX:
        yield f"按{_WRAPS[photo.wrap]}绕排"
    if photo.polygon:
        corners = (f"{x * 100:.6g},{y * 100:.6g}" for x, y in photo.polygon)
        yield f"轮廓 {' '.join(corners)}"


_PLACES = {
    PhotoPlace.TOP: "页首",
    PhotoPlace.FOOT: "页脚",
    PhotoPlace.PAGE: "整页",
    PhotoPlace.SPREAD: "跨页",
}
_EDGES = ("左", "上", "右", "下")


def _stands(photo: Photo) -> Iterator[str]:
    """Where it stands apart from the text, and over which edges of the page."""
    if photo.place is not PhotoPlace.TEXT:
        yield _PLACES[photo.place]
    if photo.place in {PhotoPlace.TOP, PhotoPlace.FOOT} and photo.across != 1:
        yield f"跨 {photo.across} 栏" if photo.across else "跨各栏"
    if any(photo.bleed):
        edges = (edge for edge, goes in zip(_EDGES, photo.bleed, strict=True) if goes)
        yield f"出血：{''.join(edges)}"


def _looks(photo: Photo) -> Iterator[str]:
    """How it is shown otherwise than its file has it."""
    tone = photo.tone
    if tone.straighten:
        yield f"拉直 {tone.straighten:.6g}°"
    for name, share in (("亮度", tone.brightness), ("对比度", tone.contrast)):
        if share:
            yield f"{name} {share * 100:+.6g}%"
    if tone.grey:
        yield "黑白"
    if photo.frame:
        yield f"边框 {photo.frame:.6g} 磅"
    if photo.credit:
        yield f"署名：{photo.credit}"
    if photo.focus is not None:
        yield f"焦点 {photo.focus.x * 100:.6g}% {photo.focus.y * 100:.6g}%"


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
        Photo: lambda block, replaced: (_photo(block, is_another=_name(block) in replaced),),
    }
)
"""The lines of a block; beside it the names of photos that are others now."""


def _name(photo: Photo) -> str:
    """What the file of a photo was called, or where nobody knows, how the name by content
    begins.
    """
    return original_name(photo) or photo.path.rpartition("/")[2][:12]


def replaced_photos(old: Article, before: Path, new: Article, after: Path) -> frozenset[str]:
    """The names under which another photo stands in an article now; `before` and `after` are the
    folders the files lie in.
    """
    was = [block for block in old.blocks if isinstance(block, Photo)]
    found = [block for block in new.blocks if isinstance(block, Photo)]

    def is_new(photo: Photo) -> bool:
        namesakes = [other for other in was if _name(other) == _name(photo)]
        return bool(namesakes) and not any(
            _is_one(other, before, photo, after) for other in namesakes
        )

    return frozenset(_name(photo) for photo in found if is_new(photo))


def _is_one(one: Photo, before: Path, other: Photo, after: Path) -> bool:
    """Whether two photos show the same file, or files of the same bytes."""
    if (before, one.path) == (after, other.path):
        return True
    digests = _digest(one, before), _digest(other, after)
    # where a file is gone, its name has to do
    return digests[0] == digests[1] if all(digests) else one.path == other.path


def _digest(photo: Photo, folder: Path) -> str:
    """A hash of a photo's bytes, which its name may tell; empty where they cannot be read."""
    if by_content := _BY_CONTENT.fullmatch(photo.path.rpartition("/")[2]):
        return by_content[1]
    digest = hashlib.sha256()
    with suppress(OSError), open_input(folder / photo.path, sys.maxsize) as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
        return digest.hexdigest()
    return ""


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


# What is not an article


def field_lines(part: Masthead | Colophon) -> list[str]:
    """The fields of a masthead or colophon that are given."""
    given = ((field.zh, getattr(part, field.name)) for field in declared(type(part)))
    return [f"{word}：{value}" for word, value in given if value not in (None, "")]


Called = Callable[[str, object], str]
"""A place of a layout and what an issue has there otherwise, in words: the house knows them."""


def as_written(place: str, value: object) -> str:
    """The same as a layout file has it."""
    return f"{place}：{value}"


def design_lines(issue: Issue, called: Called) -> list[str]:
    """The layout, what is set in it, and what the issue has otherwise."""
    return [
        issue.layout,
        "排本期要目" if issue.contents else "不排本期要目",
        *([PROFILES[issue.profile][0]] if issue.profile else ()),
        *_setting_lines(issue.settings),
        *map(called, issue.design, issue.design.values()),
        *_aside_lines(issue, called),
        *_fitting_lines(issue.fitting),
    ]


def _fitting_lines(fitting: Fitting) -> Iterator[str]:
    """What fitting to whole pages changed, by kinds."""
    for name, amounts in (
        ("段落行数", fitting.lines),
        ("图片高度", fitting.photos),
        ("文章间距", fitting.gaps),
        ("标题占行", fitting.headings),
    ):
        if amounts:
            more, less = (sum(sign * n > 0 for n in amounts.values()) for sign in (1, -1))
            yield f"〔整页适配〕{name}：加 {more} 处，减 {less} 处"
    if fitting.leading != 1.0:
        yield f"〔整页适配〕行距：{fitting.leading - 1.0:+.1%}"
    if fitting.size:
        yield f"〔整页适配〕正文字号：{fitting.size:+g} 磅"


def _setting_lines(settings: Mapping[str, object]) -> list[str]:
    return [
        f"{key}: {value!r}" if isinstance(value, str) else f"{key}: {value}"
        for key, value in sorted(settings.items())
    ]


def _aside_lines(issue: Issue, called: Called) -> Iterator[str]:
    """What is kept for layouts that the issue was in before."""
    for layout, kept in sorted(issue.set_aside.items()):
        lines = (
            *_setting_lines(kept.settings),
            *map(called, kept.design, kept.design.values()),
        )
        yield from (f"〔留给 {layout}〕{line}" for line in lines)


def heading_lines(issue: Issue, *, counted: bool = False) -> list[str]:
    """The sections, with the number of their articles where that is asked for."""
    return [
        "".join((section.name, *_settings(section), _articles_of(section) if counted else ""))
        for section in issue.sections
    ]


def _articles_of(section: Section) -> str:
    return f"（{len(section.articles)} 篇）"


def accepted_lines(issue: Issue) -> list[str]:
    """The findings that were accepted, and why."""
    return [f"{accepted.reason or '没有写理由'}（{accepted.key}）" for accepted in issue.accepted]
