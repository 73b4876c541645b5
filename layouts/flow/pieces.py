"""What flows: an issue cut into pieces that take rows of the grid, in reading order, one group per article."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from layouts.errors import Source
from layouts.flow.photos import PhotoBlock, Sizes, photo_block
from layouts.flow.setting import LEAST_MEASURE, Origin, Setter
from layouts.flow.tables import TableBlock, table_block
from layouts.house.layout import Align, Style
from layouts.issue.article import (
    Article,
    ArticleKind,
    Note,
    PageBreak,
    Paragraph,
    Subheading,
    Table,
)
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.text import Text
from layouts.text.breaking import Broken
from layouts.text.prepare import Prepared

HEADING_INSET = 3.0
"""A heading keeps this much (em of the body) free of its measure: a line as wide as the text under it does not read as a heading."""


class TextPiece(Struct):
    """Text that takes one row a line and may break over columns.

    `lines` is the text broken to the full column: used where no photo stands beside it, only counted where its own photos do. `inset`
    keeps both sides free (em). `tail` rows of what follows (a by-line) stay with its last lines. `photos` stand beside it.
    """

    prepared: Prepared
    lines: list[Broken]
    origin: Origin
    indent: float = 0.0
    inset: float = 0.0
    align: Align = Align.JUSTIFY
    keep_next: bool = False
    tail: int = 0
    photos: list[PhotoBlock] = field(default_factory=list)
    anchor: str | None = None


class HeadingPiece(Struct):
    """A heading set in whole rows: `rows` of them with the space before, `rows_at_top` without it at the top of a column.

    `gap_rows` part it from the article before, `air_rows` from text that follows without a headline.
    """

    prepared: Prepared
    lines: list[Broken]
    origin: Origin
    rows: int
    rows_at_top: int
    anchors: tuple[str, ...] = ()
    gap_rows: int = 0
    air_rows: int = 0


class TablePiece(Struct):
    """A table; its rows may break over columns, the header is repeated."""

    block: TableBlock
    origin: Origin


class PhotoPiece(Struct):
    """A photo with no paragraph to stand beside: it takes rows of its own."""

    block: PhotoBlock


class BreakPiece(Struct):
    """What follows starts on a new page."""


Piece = TextPiece | HeadingPiece | TablePiece | PhotoPiece | BreakPiece


class Group(Struct):
    """The pieces of one article, its section's heading before the first."""

    pieces: list[Piece]
    keep_together: bool = False


def heading_rows(lines: int, style: Style, leading: float, size: float) -> tuple[int, int]:
    """The whole rows a heading of some lines takes, with and without the space before it. Larger type may use a part of the line gap."""
    block = (lines - 1) * style.leading + style.size + style.after
    gap = 0.7 * (leading - size)
    rows = math.ceil((block + style.before + gap - 1e-6) / leading)
    return max(1, rows), max(1, math.ceil((block + gap - 1e-6) / leading))


class Task(Struct, frozen=True):
    """An article to be cut into pieces: its number, what must stand before it."""

    article: Article
    number: int
    section: int
    name: str
    source: Source
    break_before: bool
    follows: bool
    opens: bool


def tasks(issue: Issue, first: int, last: int) -> Iterator[Task]:
    """The articles of the sections `first` up to `last`, in reading order; they are numbered over the whole issue.

    A section without any is not printed: a heading over nothing, a break for it, would be taken for a mistake.
    """
    number = sum(len(section.articles) for section in issue.sections[:first])
    follows = False
    for index, section in enumerate(issue.sections[first:last], first):
        opens = True
        for article in section.articles:
            breaks = opens and section.break_before and follows
            yield Task(article, number, index, section.name, section.source, breaks, follows, opens)
            follows, opens = True, False
            number += 1


def outline(task: Task, setter: Setter, sizes: Sizes) -> Group:
    """The pieces of one article, its section's heading before the first."""
    head: list[Piece] = [BreakPiece()] if task.break_before else []
    if task.opens and task.name:
        head.append(_section_heading(task.section, task.name, setter, Origin("section", None, None, task.source, task.section)))
    return _article(task.article, task.number, setter, sizes, head, task.follows)


def _section_heading(index: int, name: str, setter: Setter, origin: Origin) -> HeadingPiece:
    opening, closing = setter.layout.section_brackets[:1], setter.layout.section_brackets[1:]
    return _heading(Text(f"{opening}{name}{closing}"), "section", setter, origin, (f"section-{index}",))


def _heading(text: Text, role: str, setter: Setter, origin: Origin, anchors: tuple[str, ...]) -> HeadingPiece:
    style, grid = setter.style(role), setter.layout.grid
    prepared = setter.prepare(text, style, origin.source)
    lines = setter.heading(prepared, (grid.column_width - HEADING_INSET * grid.size) / style.size, style.max_lines)
    lines = [replace(line, width=grid.column_width / style.size) for line in lines]
    rows, at_top = heading_rows(len(lines), style, grid.leading, grid.size)
    if at_top > grid.rows:
        setter.report_overset(text.string, origin.source)
    gap = round(setter.layout.article_gap / grid.leading) if role == "headline" else 0
    air = 1 if role == "section" else 0
    return HeadingPiece(prepared, lines, origin, rows, at_top, anchors, gap, air)


def _article(article: Article, number: int, setter: Setter, sizes: Sizes, head: list[Piece], follows: bool) -> Group:
    pieces = list(head)
    if article.break_before and follows and not any(isinstance(piece, BreakPiece) for piece in pieces):
        pieces.insert(0, BreakPiece())
    anchor = f"article-{number}"
    if article.kind is ArticleKind.HEADLINE and article.title.string:
        pieces.append(_heading(article.title, "headline", setter, Origin("headline", number, None, article.source), (anchor,)))
        anchor = ""
    waiting: list[PhotoBlock] = []
    for index, block in enumerate(article.blocks):
        if isinstance(block, Photo):
            if block in sizes:
                waiting.append(photo_block(block, sizes[block], number, index, setter))
            continue
        if waiting and not isinstance(block, Paragraph | Subheading):
            pieces += [PhotoPiece(photo) for photo in waiting]
            waiting = []
        made = _pieces_of(block, number, index, setter, bool(waiting))
        if anchor and made and isinstance(made[0], TextPiece):
            made[0].anchor, anchor = anchor, ""
        if isinstance(block, Paragraph) and waiting and isinstance(made[0], TextPiece):
            made[0].photos, waiting = waiting, []
        pieces += made
    pieces += [PhotoPiece(photo) for photo in waiting]
    if article.byline is not None:
        _add_byline(pieces, article.byline, number, len(article.blocks), setter, article)
    return Group(pieces, article.keep_together)


def _add_byline(pieces: list[Piece], byline: Text, number: int, index: int, setter: Setter, article: Article) -> None:
    piece = _text(byline, "byline", Origin("byline", number, index, article.source), setter)
    if pieces and isinstance(pieces[-1], TextPiece):
        pieces[-1].tail = len(piece.lines)
    pieces.append(piece)


def _pieces_of(block: object, number: int, index: int, setter: Setter, beside_photo: bool) -> list[Piece]:
    if isinstance(block, Paragraph):
        return [_text(block.text, "body", Origin("body", number, index, block.source), setter, beside_photo=beside_photo)]
    if isinstance(block, Subheading):
        role = f"subheading-{block.level}"
        piece = _text(block.text, role, Origin(role, number, index, block.source), setter)
        piece.keep_next = True
        return [piece]
    if isinstance(block, Note):
        origins = (Origin("note", number, index, block.source, part) for part in range(len(block.paragraphs)))
        return [_text(text, "note", origin, setter, inset=2.0) for text, origin in zip(block.paragraphs, origins, strict=True)]
    if isinstance(block, Table):
        return [TablePiece(table_block(block, setter, number, index), Origin("table", number, index, block.source))]
    if isinstance(block, PageBreak):
        return [BreakPiece()]
    return []


HYPHENATE_BELOW = 22.0
"""Columns of fewer characters, and text beside photos, hyphenate Latin words."""


def _text(text: Text, role: str, origin: Origin, setter: Setter, inset: float = 0.0, beside_photo: bool = False) -> TextPiece:
    style, grid = setter.style(role), setter.layout.grid
    prepared = setter.prepare(text, style, origin.source, beside_photo or grid.measure < HYPHENATE_BELOW)
    room = max(0.0, grid.column_width / style.size - LEAST_MEASURE)  # for type as large as that, indents give way first
    inset = min(inset, room / 2)
    indent = min(style.indent, room - 2 * inset)
    lines = setter.paragraph(prepared, grid.column_width / style.size - 2 * inset, indent, beside_photo)
    return TextPiece(prepared, lines, origin, indent, inset, style.align)
