"""What is marked, for the clipboard: as plain text, as HTML that Word and WPS understand, and as
blocks to paste without loss.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape
from itertools import groupby
from unicodedata import east_asian_width

from msgspec.structs import replace

from layouts.issue.article import (
    Block,
    CellSpan,
    Divider,
    Note,
    PageBreak,
    Paragraph,
    ParagraphsBlock,
    PullQuote,
    Subheading,
    Table,
    TextBlock,
)
from layouts.issue.blocks import BlockTable, ShapeTable
from layouts.issue.edits.cell_area import area_of, columns_in, rows_in, spans_inside
from layouts.issue.edits.edited import NEW
from layouts.issue.edits.html import Footnotes, inline
from layouts.issue.edits.html_blocks import photo_html, table_html
from layouts.issue.edits.reading import PositionTuple, TextSpan, rank, spans
from layouts.issue.edits.tree import article_of, block_of, text_of
from layouts.issue.form import ParagraphForm
from layouts.issue.issue import Issue
from layouts.issue.marks import TRAITS
from layouts.issue.numbering import ItemNumber, counted
from layouts.issue.parts import CAPTION, cells, parts_of, with_paragraphs
from layouts.issue.photo import Photo
from layouts.issue.places import TITLE, Place
from layouts.issue.sidebar import Sidebar, is_title
from layouts.issue.splice import NO_TEXT, cut
from layouts.issue.text import LINE_BREAK, Text
from layouts.issue.traits import Shape

LabelOf = Callable[[ParagraphForm, int], str]
"""What an item of a form begins with that has a number: its layout says it."""


def plain_text(
    issue: Issue, start: PositionTuple, end: PositionTuple, label_of: LabelOf | None = None
) -> str:
    """The characters between two positions, a line for each paragraph and for each line that the
    editor ended in one. Items of lists that are marked with others begin with their labels.

    Cells of a row are parted by tabs, and one among several that has lines or tabs in it stands in
    quotes, as spreadsheets write it: it would be several rows otherwise.
    """
    out: list[str] = []
    labels = _Labels(issue, label_of, start, end)
    for place, rows in _groups(issue, start, end):
        block = _block(issue, place)
        label = labels.of(place, rows[0][0])
        among = sum(_is_cell(block, span) for row in rows for span in row) > 1
        out += (
            label
            + "\t".join(
                _quoted(words) if among and _is_cell(block, span) else words
                for span, words in ((span, _cut(issue, span).string) for span in row)
            )
            for row in rows
        )
    return "\n".join(out).replace(LINE_BREAK, "\n")


def _quoted(words: str) -> str:
    """The words of a cell, in quotes where they have line ends or tabs."""
    if LINE_BREAK not in words and "\t" not in words:
        return words
    doubled = words.replace('"', '""')
    return f'"{doubled}"'


def _is_cell(block: Block | None, span: TextSpan) -> bool:
    return isinstance(block, Table) and 0 <= span.place.part < len(cells(block))


def html(
    issue: Issue, start: PositionTuple, end: PositionTuple, label_of: LabelOf | None = None
) -> str:
    """The text between two positions as HTML: titles and sub-headings as headings, notes as
    quotations, tables, photos between texts by their files, and all that is marked; items of lists
    with their labels, as in `plain_text`.

    Notes to the text stand below as the footnotes of Word are written.
    """
    notes = Footnotes()
    out: list[str] = []
    labels = _Labels(issue, label_of, start, end)
    before: Place | None = None
    for place, rows in _groups(issue, start, end):
        out += (
            photo_html(photo, issue.folder, inline(photo.caption, notes))
            for photo in _photos(issue, before, place)
        )
        before = place
        block = _block(issue, place)
        texts = {span.place.part: inline(_cut(issue, span), notes) for row in rows for span in row}
        if label := labels.of(place, rows[0][0]):
            texts = {part: escape(label, quote=False) + words for part, words in texts.items()}
        out.append(
            HTML(block, texts)
            if block is not None
            else _lines("h2" if place.block == TITLE else "p", texts)
        )
    return "\n".join((*out, *notes.written()))


class _Labels:
    """The labels of the items that are marked; none without somebody who says them, and of a text
    that is marked alone.
    """

    def __init__(
        self, issue: Issue, label_of: LabelOf | None, start: PositionTuple, end: PositionTuple
    ) -> None:
        self._issue = issue
        self._label_of = label_of if start[0] != end[0] else None
        self._counted: dict[Place, Mapping[int, ItemNumber]] = {}

    def of(self, place: Place, first: TextSpan) -> str:
        """The label of the text at a place, empty where it is no item or not marked from its first
        character on; figures and signs are parted from the words.
        """
        if self._label_of is None or place.article is None or place.block is None or first.start:
            return ""
        article = place.of_article
        if article not in self._counted:
            self._counted[article] = counted(article_of(self._issue, place).blocks)
        item = self._counted[article].get(place.block)
        label = "" if item is None else self._label_of(item.form, item.number)
        # 、 and ） have a blank of their own
        return f"{label} " if label and east_asian_width(label[-1]) not in "WF" else label


def _photos(issue: Issue, before: Place | None, place: Place) -> Iterator[Photo]:
    """The photos between two texts that are marked, those of an article's head where the marks
    begin above it.
    """
    if before is None or place.article is None:
        return
    same = before.of_article == place.of_article
    first = rank(before) + 1 if same else 0
    for block in article_of(issue, place).blocks[max(first, 0) : max(rank(place), 0)]:
        if isinstance(block, Photo):
            yield block


def copied(issue: Issue, start: PositionTuple, end: PositionTuple) -> tuple[Block, ...]:
    """The text between two positions as blocks with all its marks, for `paste_blocks`; photos,
    which a cut leaves, are not among it.

    Titles, subtitles, by-lines, a cell or a caption by itself are paragraphs.
    """
    found = list(spans(issue, start, end))
    out: list[Block] = []
    before: Place | None = None
    for place, group in groupby(found, key=lambda span: span.place._replace(part=0)):
        out += _between(issue, before, place)
        before = place
        inside = list(group)
        block = _block(issue, place)
        texts = {span.place.part: _cut(issue, span) for span in inside}
        whole = block is not None and (len(found) > 1 or block.trait.runs_on)
        if block is not None and whole:
            out += (replace(piece, id="", source=NEW) for piece in COPIED(block, texts))
        else:
            out += (Paragraph(text, NEW) for text in texts.values())
    return tuple(out)


def _between(issue: Issue, before: Place | None, place: Place) -> Iterator[Block]:
    """Page breaks, and whatever else has no text and would go with it, between two texts of an
    article or at its head.
    """
    if place.article is None or (before is not None and before.of_article != place.of_article):
        return
    first = None if before is None else before.block
    last = place.block
    blocks = article_of(issue, place).blocks
    if first is None or last is None:
        return
    for block in blocks[max(first + 1, 0) : last if last >= 0 else len(blocks)]:
        if not parts_of(block) and not block.trait.beside:
            yield replace(block, id="", source=NEW)


def _groups(
    issue: Issue, start: PositionTuple, end: PositionTuple
) -> Iterator[tuple[Place, list[list[TextSpan]]]]:
    """What is marked, block by block, and in each line by line: the cells of a row are one."""
    for place, group in groupby(
        spans(issue, start, end), key=lambda span: span.place._replace(part=0)
    ):
        block = _block(issue, place)
        yield (
            place,
            [
                list(row)
                for _, row in groupby(group, key=lambda span: _line_number(block, span.place.part))
            ],
        )


def _block(issue: Issue, place: Place) -> Block | None:
    """The block of a text; None for a title, a subtitle, a by-line and a section's name."""
    return (
        None
        if place.article is None or place.block is None or place.block < 0
        else block_of(issue, place)
    )


def _cut(issue: Issue, span: TextSpan) -> Text:
    """A marked text.

    A note, reading or comment goes along whole: of one that is marked in part the rest keeps it.
    """
    text = text_of(issue, span.place)
    whole = (
        mark
        for mark in text.marks
        if TRAITS[mark.kind].merges or span.start <= mark.start < mark.end <= span.end
    )
    return cut(Text(text.string, tuple(whole)), span.start, span.end)


def _line_number(block: Block | None, part: int) -> int:
    """Which line of its block a text stands in, by a number: the cells of a row share one, caption
    and notes of a table have one each.
    """
    return (
        part // len(block.header)
        if isinstance(block, Table) and 0 <= part < len(cells(block))
        else part
    )


# HTML


def _lines(tag: str, texts: Mapping[int, str]) -> str:
    return "\n".join(f"<{tag}>{text}</{tag}>" for text in texts.values())


def _paragraph(_block: Block, texts: Mapping[int, str]) -> str:
    return _lines("p", texts)


def _heading(heading: Subheading, texts: Mapping[int, str]) -> str:
    # titles are h2, and HTML has six
    return _lines(f"h{min(heading.level + 2, 6)}", texts)


def _quotation(_block: Block, texts: Mapping[int, str]) -> str:
    return f"<blockquote>{''.join(f'<p>{text}</p>' for text in texts.values())}</blockquote>"


def _boxed(box: Sidebar, texts: Mapping[int, str]) -> str:
    """A quotation, since office programs know no asides; its title bold."""
    shown = (
        f"<p><b>{text}</b></p>" if is_title(box, part) else f"<p>{text}</p>"
        for part, text in texts.items()
    )
    return f"<blockquote>{''.join(shown)}</blockquote>"


HTML: BlockTable[[Mapping[int, str]], str] = BlockTable(
    {
        Paragraph: _paragraph,
        Subheading: _heading,
        PullQuote: _quotation,
        Note: _quotation,
        Sidebar: _boxed,
        Table: table_html,
        Photo: _paragraph,
        PageBreak: _paragraph,
        Divider: lambda _block, _texts: "<hr>",
    }
)
"""A block with the marked ones of its texts, by their numbers and written already."""


# blocks


def _line(block: TextBlock, texts: dict[int, Text]) -> tuple[Block, ...]:
    return (replace(block, text=texts[0]),)


def _paragraphs(block: ParagraphsBlock, texts: dict[int, Text]) -> tuple[Block, ...]:
    return (with_paragraphs(block, tuple(texts.values()), headed=0 in texts),)


def _rows(table: Table, texts: dict[int, Text]) -> tuple[Block, ...]:
    """The rows that are marked, what is not marked of them empty, with caption and notes as far as
    those are.

    Of a rectangle of cells there are no other columns. Caption and notes without any row are
    paragraphs.
    """
    columns, count = len(table.header), len(cells(table))
    marked = [part for part in texts if 0 <= part < count]
    if not marked:
        return tuple(Paragraph(text, NEW) for text in texts.values())
    area = area_of(table, sorted(marked))
    header, *rows = (
        tuple(texts.get(row * columns + k, NO_TEXT) for k in columns_in(area))
        for row in rows_in(area)
    )
    last_note = count + len(table.notes)
    notes = tuple(text for part, text in texts.items() if count <= part < last_note)
    some = replace(
        table,
        header=header,
        rows=tuple(rows),
        caption=texts.get(CAPTION),
        notes=notes,
        data_source=texts.get(last_note),
    )
    is_whole = (area.rows, area.columns) == (len(table.rows) + 1, columns)
    return (some if is_whole else _of_area(some, table, area, len(marked)),)


def _of_area(some: Table, table: Table, area: CellSpan, marked: int) -> Table:
    """Some cells of a table as a table of its own: its columns look as they did there, and its
    merged cells lie whole in a rectangle.
    """
    columns = slice(area.column, area.column + area.columns)
    is_rectangle = marked == area.rows * area.columns
    return replace(
        some,
        alignments=table.alignments[columns],
        widths=table.widths[columns],
        spans=spans_inside(table, area) if is_rectangle else (),
        header_rows=1,
        header_columns=0 if area.column else min(table.header_columns, area.columns - 1),
        own_alignments=(),
    )


def _unread(block: Block, _texts: dict[int, Text]) -> tuple[Block, ...]:
    return (block,)


COPIED: ShapeTable[[dict[int, Text]], tuple[Block, ...]] = ShapeTable(
    {
        Shape.TEXT: _line,
        Shape.PARAGRAPHS: _paragraphs,
        Shape.CELLS: _rows,
        Shape.CAPTION: _unread,
        Shape.NOTHING: _unread,
    }
)
"""A block with the marked ones of its texts alone."""
