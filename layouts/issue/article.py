"""Articles: their blocks in reading order, by-line and kind."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from layouts.errors import Source
from layouts.issue.photo import Photo
from layouts.issue.text import Text


class ArticleKind(StrEnum):
    """Headline (标题稿): a centred title; run-in (▲ 要闻): a bold lead on the first line; brief (简讯): numbered items without a title."""

    HEADLINE = "headline"
    RUN_IN = "run-in"
    BRIEF = "brief"


class Paragraph(Struct, frozen=True):
    """Running text. A run-in article's first paragraph holds its lead as a bold stretch."""

    text: Text
    source: Source


class Subheading(Struct, frozen=True):
    """A heading inside an article, level 1 一、, 2 （一）, 3 1., 4 （1）."""

    text: Text
    level: int
    source: Source


class Note(Struct, frozen=True):
    """An editor's note (按语): paragraphs set apart from the article."""

    paragraphs: tuple[Text, ...]
    source: Source


class Table(Struct, frozen=True):
    """Rows of cells, the first row the header (empty cells allowed); `alignments` per column: left, center or right."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    alignments: tuple[str, ...]
    source: Source


class PageBreak(Struct, frozen=True):
    """What follows starts on a new page."""

    source: Source


Block = Paragraph | Subheading | Note | Table | Photo | PageBreak


class Article(Struct, frozen=True):
    """One article. `title` is what the contents list shows: for a run-in article its lead without ▲ and end stop, empty for briefs.

    A photo stands among the blocks right before the paragraph it is set beside. `id` is empty until `with_ids` gives one.
    """

    kind: ArticleKind
    title: Text
    blocks: tuple[Block, ...]
    source: Source
    byline: Text | None = None
    break_before: bool = False
    keep_together: bool = False
    id: str = ""


class Section(Struct, frozen=True):
    """A section (栏目) of the issue; `name` without its brackets 【】. `id` is empty until `with_ids` gives one."""

    name: str
    articles: tuple[Article, ...]
    source: Source
    break_before: bool = False
    id: str = ""
