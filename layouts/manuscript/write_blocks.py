"""The blocks of an article as Markdown, each on lines of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from layouts.issue.article import Article, ArticleKind, Block, Note, PageBreak, Paragraph, Subheading, Table
from layouts.issue.photo import Photo
from layouts.issue.splice import NO_TEXT, concat, splice
from layouts.issue.text import MarkKind, Text
from layouts.manuscript.cuts import is_cut
from layouts.manuscript.escape import cell_markup, heading_markup, paragraph_markup, possible_text
from layouts.manuscript.marks import RUN_IN, byline_tail, holds_briefs, is_blank, is_byline, label_level, section_line, section_name
from layouts.manuscript.runin import run_in
from layouts.manuscript.words import LEVELS, Word
from layouts.manuscript.write_photo import photo_markup, sayable_photo

_LEVEL_WORDS = {level: word for word, level in LEVELS.items()}
_DEEPEST = 6
"""Marks # that Markdown has for headings."""

_RULES = {"center": ":---:", "right": "---:"}


def sayable(article: Article) -> Article:
    """An article as a manuscript can hold it: without impossible characters and blocks that say nothing, its tables even."""
    byline = None if article.byline is None else possible_text(article.byline)
    blocks = tuple(sayable for block in article.blocks if (sayable := _sayable(block)) is not None)
    return replace(article, title=possible_text(article.title), blocks=blocks, byline=byline)


def _sayable(block: Block) -> Block | None:
    if isinstance(block, Paragraph):
        return replace(block, text=possible_text(block.text))
    if isinstance(block, Subheading):
        return replace(block, text=possible_text(block.text), level=min(max(1, block.level), max(_LEVEL_WORDS)))
    if isinstance(block, Note):
        return replace(block, paragraphs=tuple(map(possible_text, block.paragraphs))) if block.paragraphs else None
    if isinstance(block, Table):
        return _even(block) if block.header else None
    if isinstance(block, Photo):
        return sayable_photo(block)
    return block


def _even(table: Table) -> Table:
    """A table whose rows have as many cells as its header: what is beyond goes into the last one."""
    columns = len(table.header)
    header = tuple(map(possible_text, table.header))
    rows = tuple(_even_row(tuple(map(possible_text, row)), columns) for row in table.rows)
    return replace(table, header=header, rows=rows, alignments=(*table.alignments, *("left",) * columns)[:columns])


def _even_row(row: tuple[Text, ...], columns: int) -> tuple[Text, ...]:
    if len(row) <= columns:
        return (*row, *(NO_TEXT,) * (columns - len(row)))
    last, *more = row[columns - 1 :]
    return (*row[: columns - 1], concat(last, *(part for cell in more for part in (Text(" "), cell))))


def blocks_markup(article: Article, section: str, *, says_kind: bool) -> Iterator[str]:
    """The Markdown of an article's blocks. `says_kind`: its heading says what it is, so its first paragraph may look like anything."""
    takes_labels = article.kind is ArticleKind.BRIEF and holds_briefs(section)
    last: Text | None = None
    is_first = says_kind or article.kind is not ArticleKind.HEADLINE
    for place, block in enumerate(article.blocks):
        if isinstance(block, Paragraph):
            if is_first:
                yield _first_paragraph(block.text, article.kind)
            else:
                begins = block.text.string.startswith(RUN_IN) or (takes_labels and label_level(block.text.string) > 0)
                goes_on = last is not None and is_cut(last, block.text)
                yield _paragraph(block.text, says_text=begins or goes_on or _looks_like_no_text(block.text.string))
            is_first, last = False, block.text
        elif isinstance(block, Photo):
            yield photo_markup(block)
        else:
            yield _other(block, article, section, article.blocks[place + 1 :])
            last = None


def _other(block: Subheading | Note | Table | PageBreak, article: Article, section: str, following: Sequence[Block]) -> str:
    if isinstance(block, Subheading):
        return _subheading(block, article, section)
    if isinstance(block, Note):
        return "\n>\n".join(f"> {_paragraph(text, says_text=not text.string)}" for text in block.paragraphs)
    if isinstance(block, Table):
        return _table(block)
    turned = next((block for block in following if not isinstance(block, Photo)), None)
    return f"{{{Word.BREAK.value}}}" if turned is None or isinstance(turned, PageBreak) else "---"


def _paragraph(text: Text, *, says_text: bool) -> str:
    written = paragraph_markup(text)
    return f"{written} {{{Word.TEXT.value}}}".lstrip() if says_text else written


def _first_paragraph(text: Text, kind: ArticleKind) -> str:
    """The first paragraph of an article that is known for what it is: it may begin with ▲ or a label.

    A lead is typed as editors type it, `▲ **导语。** 正文`; reading puts ▲ into the bold and drops the space.
    """
    is_lead = kind is ArticleKind.RUN_IN and text.string.startswith(RUN_IN)
    read = run_in(text) if is_lead else (NO_TEXT, text)
    if not is_lead or read[1] != text or _looks_like_no_text(text.string):
        return _paragraph(text, says_text=read[1] != text or _looks_like_no_text(text.string))
    end = text.marks[0].end
    apart = possible_text(Text(text.string, (text.marks[0]._replace(start=len(RUN_IN) + 1), *text.marks[1:])))
    spaced = apart if text.string[end : end + 1].isspace() or end == len(text.string) else splice(apart, end, end, Text(" "))
    typed = next((typed for typed in (spaced, apart) if run_in(typed) == read), text)
    return _paragraph(typed, says_text=False)


def _looks_like_no_text(string: str) -> bool:
    return not string or section_line(string) is not None or is_byline(string) or byline_tail(string) > 0


def _subheading(block: Subheading, article: Article, section: str) -> str:
    depth = min(_DEEPEST, 3 + block.level)
    label = label_level(block.text.string)
    above = (label_level(section), label_level(article.title.string))
    looks = label not in above if label == block.level else not label and block.level == depth - 3
    words = () if looks and is_plain_heading(block.text) else (_LEVEL_WORDS[block.level],)
    return heading_line(depth, block.text, *words)


def heading_line(depth: int, text: Text, *words: Word) -> str:
    """A heading with what it says of itself."""
    braces = f"{{{' '.join(word.value for word in words)}}}" if words else ""
    return " ".join(filter(None, ("#" * depth, heading_markup(text), braces)))


def is_plain_heading(text: Text) -> bool:
    """Whether a heading is taken for nothing but a heading, and its text for what it is."""
    string = text.string
    if any(mark.kind is MarkKind.BOLD for mark in text.marks) or is_blank(string):
        return False
    return not string.startswith(RUN_IN) and not is_byline(string) and section_name(string) is None


def _table(table: Table) -> str:
    rule = "|".join(_RULES.get(alignment, "---") for alignment in table.alignments)
    rows = ["|".join(f" {cell_markup(cell)} " if cell.string else " " for cell in row) for row in (table.header, *table.rows)]
    return "\n".join(f"|{row}|" for row in (rows[0], rule, *rows[1:]))
