"""The blocks of an article as Markdown, each on lines of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from layouts.issue.article import (
    Article,
    ArticleKind,
    Block,
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
from layouts.issue.form import PLAIN, sound_form
from layouts.issue.parts import parts_of
from layouts.issue.photo import Photo
from layouts.issue.sidebar import Sidebar
from layouts.issue.sound_floats import sound_across, sound_box, sound_quote
from layouts.issue.splice import NO_TEXT, concat, splice
from layouts.issue.text import MarkKind, Text
from layouts.issue.traits import Shape
from layouts.manuscript.box_words import box_header, box_line, quote_attributes
from layouts.manuscript.cuts import is_cut
from layouts.manuscript.escape import (
    cell_markup,
    heading_markup,
    paragraph_markup,
    possible,
    possible_text,
)
from layouts.manuscript.form_words import form_words
from layouts.manuscript.marks import (
    RUN_IN,
    byline_tail,
    holds_briefs,
    is_blank,
    is_byline,
    label_level,
    section_line,
    section_name,
)
from layouts.manuscript.runin import run_in
from layouts.manuscript.table_words import fitting, table_words
from layouts.manuscript.words import LEVELS, Word
from layouts.manuscript.write_photo import photo_markup, sayable_photo

_LEVEL_WORDS = {level: word for word, level in LEVELS.items()}
_DEEPEST = 6
"""Marks # that Markdown has for headings."""

_RULES = {"left": ":---", "center": ":---:", "right": "---:"}


class _BlockPlace(NamedTuple):
    """Where a block stands: in an article of a section, below so many blocks.

    `is_first`: no paragraph stands above it, and the article is known for what it is. `last`: the
    paragraph that it might be taken for the rest of.
    """

    article: Article
    section: str
    above: int
    is_first: bool
    last: Text | None


def sayable(article: Article) -> Article:
    """An article as a manuscript can hold it: without impossible characters and blocks that say
    nothing, its tables even.
    """
    return replace(
        article,
        title=possible_text(article.title),
        blocks=tuple(
            sayable for block in article.blocks if (sayable := SAYABLE(block)) is not None
        ),
        byline=None if article.byline is None else possible_text(article.byline),
        subtitle=None if article.subtitle is None else possible_text(article.subtitle),
        origin=possible(article.origin),
        across=None if article.across is None else sound_across(article.across),
    )


def _sayable_line(block: TextBlock) -> Block:
    if isinstance(block, Subheading):
        block = replace(block, level=min(max(1, block.level), max(_LEVEL_WORDS)))
    if isinstance(block, PullQuote):
        block = sound_quote(block)
    if isinstance(block, Paragraph) and block.form != PLAIN:
        block = replace(block, form=sound_form(block.form))
    return replace(block, text=possible_text(block.text))


def _sayable_paragraphs(block: ParagraphsBlock) -> Block | None:
    if not block.paragraphs:
        return None
    sayable = replace(block, paragraphs=tuple(map(possible_text, block.paragraphs)))
    return sound_box(sayable) if isinstance(sayable, Sidebar) else sayable


def _sayable_table(table: Table) -> Block | None:
    """A table whose rows have as many cells as its header: what is beyond goes into the last
    one.
    """
    columns = len(table.header)
    if not columns:
        return None
    even = replace(
        table,
        header=tuple(map(possible_text, table.header)),
        rows=tuple(_even_row(tuple(map(possible_text, row)), columns) for row in table.rows),
        alignments=(*table.alignments, *("left",) * columns)[:columns],
        caption=None if table.caption is None else possible_text(table.caption),
        notes=tuple(map(possible_text, table.notes)),
        data_source=None if table.data_source is None else possible_text(table.data_source),
    )
    return fitting(even)


def _even_row(row: tuple[Text, ...], columns: int) -> tuple[Text, ...]:
    if len(row) <= columns:
        return (*row, *(NO_TEXT,) * (columns - len(row)))
    last, *more = row[columns - 1 :]
    return (
        *row[: columns - 1],
        concat(last, *(part for cell in more for part in (Text(" "), cell))),
    )


SAYABLE: ShapeTable[[], Block | None] = ShapeTable(
    {
        Shape.TEXT: _sayable_line,
        Shape.PARAGRAPHS: _sayable_paragraphs,
        Shape.CELLS: _sayable_table,
        Shape.CAPTION: sayable_photo,
        Shape.NOTHING: lambda block: block,
    }
)
"""A block as a manuscript can hold it, None where it says nothing."""


def blocks_markup(article: Article, section: str, *, says_kind: bool) -> Iterator[str]:
    """The Markdown of an article's blocks.

    `says_kind`: its heading says what it is, so its first paragraph may look like anything.
    """
    last: Text | None = None
    is_first = says_kind or article.kind is not ArticleKind.HEADLINE
    for index, block in enumerate(article.blocks):
        yield WRITTEN(block, _BlockPlace(article, section, index, is_first, last))
        is_first = is_first and not isinstance(block, Paragraph)
        if not block.trait.beside:
            last = parts_of(block)[0] if block.trait.is_running else None


def _written_paragraph(block: Paragraph, place: _BlockPlace) -> str:
    if block.form != PLAIN:
        return f"{paragraph_markup(block.text)} {form_words(block.form)}".lstrip()
    if place.is_first:
        return _first_paragraph(block.text, place.article.kind)
    string = block.text.string
    takes_labels = place.article.kind is ArticleKind.BRIEF and holds_briefs(place.section)
    begins = string.startswith(RUN_IN) or (takes_labels and label_level(string) > 0)
    goes_on = place.last is not None and is_cut(place.last, block.text)
    return _paragraph(block.text, says_text=begins or goes_on or _looks_like_no_text(string))


def _written_note(note: Note, _: _BlockPlace) -> str:
    first, *rest = (_paragraph(text, says_text=not text.string) for text in note.paragraphs)
    # one that begins like a box
    return _quotation(f"\\{first}" if box_header(first) else first, *rest)


def _written_box(box: Sidebar, _: _BlockPlace) -> str:
    written = [_paragraph(text, says_text=not text.string) for text in box.paragraphs]
    title, rest = (written[0], written[1:]) if box.titled else ("", written)
    return _quotation(box_line(box, title), *rest)


def _quotation(*paragraphs: str) -> str:
    return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs)


def _written_quote(quote: PullQuote, _: _BlockPlace) -> str:
    words = f"{Word.PULL_QUOTE.value}{quote_attributes(quote)}"
    return f"{paragraph_markup(quote.text)} {{{words}}}".lstrip()


def _written_break(_: PageBreak, place: _BlockPlace) -> str:
    below = place.article.blocks[place.above + 1 :]
    turned = next((block for block in below if not isinstance(block, Photo)), None)
    # a rule waits for what it stands before: with nothing there it would be lost
    return f"{{{Word.BREAK.value}}}" if turned is None or isinstance(turned, PageBreak) else "---"


def said(text: Text, word: Word) -> str:
    """A paragraph that says what it is."""
    return f"{paragraph_markup(text)} {{{word.value}}}".lstrip()


def _paragraph(text: Text, *, says_text: bool) -> str:
    return said(text, Word.TEXT) if says_text else paragraph_markup(text)


def _first_paragraph(text: Text, kind: ArticleKind) -> str:
    """The first paragraph of an article that is known for what it is: it may begin with ▲ or a
    label.

    A lead is typed as editors type it, `▲ **导语。** 正文`; reading puts ▲ into the bold and drops
    the space.
    """
    is_lead = kind is ArticleKind.RUN_IN and text.string.startswith(RUN_IN)
    read = run_in(text) if is_lead else (NO_TEXT, text)
    if not is_lead or read[1] != text or _looks_like_no_text(text.string):
        return _paragraph(text, says_text=read[1] != text or _looks_like_no_text(text.string))
    bold = next(mark for mark in text.marks if mark.kind is MarkKind.BOLD)
    end = bold.end
    apart = possible_text(
        Text(
            text.string,
            (
                bold._replace(start=len(RUN_IN) + 1),
                *(mark for mark in text.marks if mark is not bold),
            ),
        )
    )
    spaced = (
        apart
        if text.string[end : end + 1].isspace() or end == len(text.string)
        else splice(apart, end, end, Text(" "))
    )
    # as editors type it, if it is read as the same; else as it is
    typed = next((typed for typed in (spaced, apart) if run_in(typed) == read), text)
    return _paragraph(typed, says_text=False)


def _looks_like_no_text(string: str) -> bool:
    return (
        not string
        or section_line(string) is not None
        or is_byline(string)
        or byline_tail(string) > 0
    )


def _written_subheading(block: Subheading, place: _BlockPlace) -> str:
    # a section has two marks, a title three
    depth = min(_DEEPEST, 3 + block.level)
    label = label_level(block.text.string)
    above = (label_level(place.section), label_level(place.article.title.string))
    # what `arrange._is_subheading` would make of it
    looks = label not in above if label == block.level else not label and block.level == depth - 3
    words = () if looks and is_plain_heading(block.text) else (_LEVEL_WORDS[block.level],)
    return heading_line(depth, block.text, *words)


def heading_line(depth: int, text: Text, *words: str) -> str:
    """A heading with what it says of itself."""
    braces = f"{{{' '.join(words)}}}" if words else ""
    return " ".join(filter(None, ("#" * depth, heading_markup(text), braces)))


def is_plain_heading(text: Text) -> bool:
    """Whether a heading is taken for nothing but a heading, and its text for what it is."""
    string = text.string
    if any(mark.kind is MarkKind.BOLD for mark in text.marks) or is_blank(string):
        return False
    return not string.startswith(RUN_IN) and not is_byline(string) and section_name(string) is None


def _written_table(table: Table, _: _BlockPlace) -> str:
    rule = "|".join(_RULES.get(alignment, "---") for alignment in table.alignments)
    rows = [
        "|".join(f" {cell_markup(cell)} " if cell.string else " " for cell in row)
        for row in (table.header, *table.rows)
    ]
    caption = "" if table.caption is None else said(table.caption, Word.CAPTION)
    grid = "\n".join(f"|{row}|" for row in (rows[0], rule, *rows[1:]))
    notes = (said(note, Word.TABLE_NOTE) for note in table.notes)
    source = "" if table.data_source is None else said(table.data_source, Word.TABLE_SOURCE)
    return "\n\n".join(filter(None, (caption, grid, table_words(table), *notes, source)))


WRITTEN: BlockTable[[_BlockPlace], str] = BlockTable(
    {
        Paragraph: _written_paragraph,
        Subheading: _written_subheading,
        PullQuote: _written_quote,
        Note: _written_note,
        Sidebar: _written_box,
        Table: _written_table,
        Photo: lambda photo, _: photo_markup(photo),
        PageBreak: _written_break,
    }
)
"""The Markdown of a block, parted by empty lines where it needs several paragraphs."""
