"""Blocks of an article as HTML, each kind by its entry in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from layouts.house.layout import Layout
from layouts.house.lists import item_label
from layouts.issue.article import (
    Article,
    ArticleKind,
    Block,
    Divider,
    Note,
    PageBreak,
    Paragraph,
    PullQuote,
    Subheading,
    Table,
)
from layouts.issue.blocks import BlockTable, next_in_flow
from layouts.issue.form import FormKind, leader_value
from layouts.issue.issue import Issue
from layouts.issue.lead import first_paragraph, printed_parts
from layouts.issue.note_label import labelled
from layouts.issue.numbering import counted
from layouts.issue.photo import Photo
from layouts.issue.photo_rows import row_at
from layouts.issue.sidebar import Sidebar
from layouts.issue.splice import cut
from layouts.issue.text import Text
from layouts.webpage.inline import Notes, inline
from layouts.webpage.lists import ListMarkup
from layouts.webpage.look import look_of
from layouts.webpage.markup import NOTHING, Markup, element, joined, lines, raw
from layouts.webpage.photos import Pictures, figure, row
from layouts.webpage.tables import table_markup
from layouts.webpage.titles import title

DEEPEST = 6
"""HTML knows h1 to h6."""


class PageContext:
    """What the writing of articles goes by: their issue, its layout, and where pictures come
    from.
    """

    def __init__(self, issue: Issue, layout: Layout, pictures: Pictures) -> None:
        self.issue = issue
        self.layout = layout
        self.pictures = pictures
        self.look = look_of(layout)


class ArticleWriter:
    """Writes one article, whose id is `name` and whose title is a heading of a `level`."""

    def __init__(self, article: Article, name: str, level: int, context: PageContext) -> None:
        self.context = context
        self.name = name
        self.article = article
        self.notes = Notes(name)
        self._level = level
        self._above: list[int] = []
        self._items = counted(article.blocks)
        self._lists = ListMarkup()
        kind = article.kind
        self._lead = first_paragraph(article.blocks) if kind is ArticleKind.RUN_IN else None

    def markup(self) -> Markup:
        """The article: title and subtitle, blocks, notes, by-line."""
        article = self.article
        titled = bool(article.title.string) and article.kind is not ArticleKind.BRIEF
        has_title = titled and self._lead is None
        heading = (
            self.heading(0, title(article.title, self.notes), "title") if has_title else NOTHING
        )
        under = self._small(article.subtitle, "subtitle")
        # in the order of reading, in which notes are numbered
        blocks, byline = self.blocks(), self._small(article.byline, "byline")
        inside = lines(heading, under, blocks, self.notes.written(), byline)
        label = f"{self.name}-title" if has_title or self._lead is not None else None
        of = f"article {article.kind.value}"
        # a brief has no heading by which it could be an article of its own
        tag = "article" if label else "div"
        return element(
            tag, raw("\n"), inside, raw("\n"), id=self.name, class_=of, aria_labelledby=label
        )

    def blocks(self) -> Markup:
        """All blocks; what stands beside an item of a list stands in it."""
        blocks, done, out = self.article.blocks, 0, list[Markup]()
        while done < len(blocks):
            block = blocks[done]
            if block.trait.beside or isinstance(block, Sidebar):
                following = next_in_flow(blocks, done)
                if following not in self._items:
                    out.append(self._lists.close())
            elif done not in self._items or done == self._lead:
                out.append(self._lists.close())
            count = _count(blocks, done)
            out.append(WRITE(block, self, done))
            done += count
        return lines(*out, self._lists.close())

    def heading(self, depth: int, said: Markup, of: str) -> Markup:
        """A heading so far under the article's own."""
        level = min(self._level + depth, DEEPEST)
        name = f"{self.name}-title" if depth == 0 else None
        return element(f"h{level}", said, class_=of, id=name)

    def _inline(self, text: Text) -> Markup:
        return inline(text, self.notes)

    def _small(self, text: Text | None, of: str) -> Markup:
        return element("p", self._inline(text), class_=of) if text is not None else NOTHING

    # -- blocks, for WRITE -------------------------------------------------------------------------

    def paragraph(self, block: Paragraph, index: int) -> Markup:
        """Running text, or what its form says."""
        if index == self._lead:
            return self._run_in(block.text)
        if index in self._items:
            item = self._items[index]
            label = item_label(item.form, item.number, self.context.layout.lists)
            bulleted = item.form.kind is FormKind.BULLETED
            said = self._inline(block.text)
            return self._lists.item(item.form.level, label, said, bulleted=bulleted)
        return FORMS[block.form.kind](self, block, index)

    def _run_in(self, text: Text) -> Markup:
        """The lead of a run-in article is its heading, on one line with the text after it."""
        lead, rest = map(self._inline, printed_parts(text))
        heading = self.heading(0, lead, "lead")
        # nothing between them: a line end here would be a gap
        return element("div", heading, element("p", rest) if rest else NOTHING, class_="lead-line")

    def plain(self, block: Paragraph, index: int) -> Markup:
        """A paragraph, its first letter large where it says so."""
        del index
        return element(
            "p", self._inline(block.text), class_="initial" if block.form.initial else None
        )

    def verse(self, block: Paragraph, index: int) -> Markup:
        """Lines of verse; those of one poem stand in one frame, which the first opens."""
        of = "verse indented" if block.form.indented else "verse"
        return self._run(block, index, of)

    def signature(self, block: Paragraph, index: int) -> Markup:
        """Unit and date under a text."""
        return self._run(block, index, "signature")

    def names(self, block: Paragraph, index: int) -> Markup:
        """A list of names, each kept whole."""
        del index
        return element("p", self._inline(block.text), class_="names")

    def leader(self, block: Paragraph, index: int) -> Markup:
        """Words, dots, and a value at the edge."""
        del index
        text, at = block.text, leader_value(block.text.string)
        if not at:
            return element("p", self._inline(text))
        words = element("span", self._inline(cut(text, 0, at)))
        value = element("span", self._inline(cut(text, at, len(text.string))))
        return element("p", words, element("span", class_="dots"), value, class_="leader")

    def _run(self, block: Paragraph, index: int, of: str) -> Markup:
        blocks, kind = self.article.blocks, block.form.kind
        begins = index == 0 or not _is_of(blocks[index - 1], kind)
        ends = index + 1 == len(blocks) or not _is_of(blocks[index + 1], kind)
        said = element("p", self._inline(block.text))
        opening = raw(f'<div class="{of}">') if begins else NOTHING
        return joined(opening, said, raw("</div>") if ends else NOTHING)

    def subheading(self, block: Subheading, index: int) -> Markup:
        """A heading one deeper than the next above it, whatever levels the labels skip."""
        del index
        while self._above and self._above[-1] >= block.level:
            self._above.pop()
        self._above.append(block.level)
        return self.heading(len(self._above), self._inline(block.text), f"sub-{block.level}")

    def pull_quote(self, block: PullQuote, index: int) -> Markup:
        """Words said again, large."""
        del index
        return element("blockquote", element("p", self._inline(block.text)), class_="pull")

    def note(self, block: Note, index: int) -> Markup:
        """An editor's note, its label in bold."""
        del index
        texts = [labelled(text) if not part else text for part, text in enumerate(block.paragraphs)]
        said = [element("p", self._inline(text)) for text in texts]
        return element("div", *said, class_="editor-note", role="note")

    def sidebar(self, box: Sidebar, index: int) -> Markup:
        """A box: a part of its own inside the article."""
        name = f"{self.name}-box-{index + 1}" if box.titled and box.paragraphs else None
        said = [
            element("p", self._inline(text), class_="box-title", id=name)
            if name and not part
            else element("p", self._inline(text))
            for part, text in enumerate(box.paragraphs)
        ]
        of, role = f"box box-{box.kind.value}", "group" if name else None
        return element("div", *said, class_=of, role=role, aria_labelledby=name)

    def table(self, table: Table, index: int) -> Markup:
        """A table; one without a caption is named by its number."""
        tables = [k for k, block in enumerate(self.article.blocks) if isinstance(block, Table)]
        return table_markup(table, self._inline, f"表 {tables.index(index) + 1}")

    def photo(self, photo: Photo, index: int) -> Markup:
        """A photo, or the row that begins with it."""
        blocks, context = self.article.blocks, self.context
        photos = [
            block
            for block in (blocks[k] for k in row_at(blocks, index))
            if isinstance(block, Photo)
        ]
        folder = context.issue.folder
        if len(photos) > 1:
            return row(photos, folder, context.pictures, self._inline)
        return figure(photo, folder, context.pictures, context.look.measure, self._inline)


def _count(blocks: tuple[Block, ...], index: int) -> int:
    """How many blocks are written together from `index` on: the photos of a row."""
    return len(row_at(blocks, index)) if isinstance(blocks[index], Photo) else 1


def _is_of(block: Block, kind: FormKind) -> bool:
    return isinstance(block, Paragraph) and block.form.kind is kind


_WriteForm = Callable[[ArticleWriter, Paragraph, int], Markup]

FORMS: Mapping[FormKind, _WriteForm] = MappingProxyType(
    {
        FormKind.PLAIN: ArticleWriter.plain,
        FormKind.VERSE: ArticleWriter.verse,
        FormKind.SIGNATURE: ArticleWriter.signature,
        FormKind.NAMES: ArticleWriter.names,
        FormKind.LEADER: ArticleWriter.leader,
    }
)
"""What a paragraph is by its form; items are written as lists."""

WRITE: BlockTable[[ArticleWriter, int], Markup] = BlockTable(
    {
        Paragraph: lambda block, writer, index: writer.paragraph(block, index),
        Subheading: lambda block, writer, index: writer.subheading(block, index),
        PullQuote: lambda block, writer, index: writer.pull_quote(block, index),
        Note: lambda block, writer, index: writer.note(block, index),
        Sidebar: lambda block, writer, index: writer.sidebar(block, index),
        Table: lambda block, writer, index: writer.table(block, index),
        Photo: lambda block, writer, index: writer.photo(block, index),
        # a page of the web has no pages
        PageBreak: lambda _block, _writer, _index: NOTHING,
        Divider: lambda _block, _writer, _index: element("hr"),
    }
)
"""How each kind of block is written."""


def articles_markup(
    numbered: Iterator[tuple[int, Article]], level: int, context: PageContext
) -> Markup:
    """Articles with their numbers over the issue; briefs that follow each other are one list."""
    out: list[Markup] = []
    for is_brief, group in groupby(numbered, key=lambda one: one[1].kind is ArticleKind.BRIEF):
        made = [
            ArticleWriter(article, article_name(number), level, context).markup()
            for number, article in group
        ]
        if is_brief:
            made = [element("ul", *(element("li", one) for one in made), class_="briefs")]
        out += made
    return lines(*out)


def article_name(number: int) -> str:
    """The id of an article, counted over the issue from 0."""
    return f"article-{number + 1}"
