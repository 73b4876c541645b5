"""Blocks of an article as WeChat keeps them, each kind by its entry in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from layouts.house.layout import Layout
from layouts.house.lists import item_label
from layouts.issue.article import (
    Article,
    ArticleKind,
    Divider,
    Note,
    PageBreak,
    Paragraph,
    PullQuote,
    Subheading,
    Table,
)
from layouts.issue.blocks import BlockTable
from layouts.issue.form import FormKind, leader_value
from layouts.issue.issue import Issue
from layouts.issue.lead import first_paragraph, printed_parts
from layouts.issue.note_label import labelled
from layouts.issue.numbering import ItemNumber, counted
from layouts.issue.photo import Photo
from layouts.issue.photo_rows import row_at
from layouts.issue.sidebar import Sidebar, is_title
from layouts.issue.splice import concat, cut, marked
from layouts.issue.text import MarkKind, Text
from layouts.webpage.look import look_of
from layouts.webpage.markup import NOTHING, Markup, element, lines
from layouts.webpage.photos import Pictures
from layouts.wechat.inline import InlineWriter, framed, with_label
from layouts.wechat.photos import photos_markup
from layouts.wechat.styles import SIZE, styles_of
from layouts.wechat.tables import table_markup


class WechatContext:
    """What the writing of articles goes by: their issue, its layout, and where pictures come
    from.
    """

    def __init__(self, issue: Issue, layout: Layout, pictures: Pictures) -> None:
        self.issue = issue
        self.layout = layout
        self.pictures = pictures
        self.styles = styles_of(look_of(layout))


class WechatWriter:
    """Writes one article."""

    def __init__(self, article: Article, context: WechatContext) -> None:
        self.article = article
        self.context = context
        self.styles = context.styles
        self._words = InlineWriter(context.styles)
        self._items = counted(article.blocks)
        is_run_in = article.kind is ArticleKind.RUN_IN
        self._lead = first_paragraph(article.blocks) if is_run_in else None

    def markup(self) -> Markup:
        """The article: title and subtitle, blocks, notes, by-line."""
        article = self.article
        titled = article.title.string and article.kind is not ArticleKind.BRIEF
        title = article.title if titled and self._lead is None else None
        # in the order of reading, in which notes are numbered
        parts = [self._small(title, "title"), self._small(article.subtitle, "subtitle")]
        blocks, done = article.blocks, 0
        while done < len(blocks):
            parts.append(WRITE(blocks[done], self, done))
            is_photo = isinstance(blocks[done], Photo)
            done += len(row_at(blocks, done)) if is_photo else 1
        byline = self._small(article.byline, "byline")
        return lines(*parts, self._words.notes(), byline)

    def said(self, text: Text, role: str) -> Markup:
        """A paragraph in the style of a role."""
        # an empty one would be taken away
        inside = self._words.inline(text) or element("br")
        return element("p", inside, style=self.styles[role])

    def _small(self, text: Text | None, role: str) -> Markup:
        return self.said(text, role) if text is not None else NOTHING

    def framed(self, inside: Markup, role: str) -> Markup:
        """A frame of its own, on the ground and between the rules of a role."""
        return framed(inside, self.styles["frame"], self.styles[role])

    # -- blocks, for WRITE -------------------------------------------------------------------------

    def paragraph(self, block: Paragraph, index: int) -> Markup:
        """Running text, or what its form says."""
        if index == self._lead:
            lead, rest = printed_parts(block.text)
            bold = marked(lead, 0, len(lead.string), MarkKind.BOLD)
            return self.said(concat(bold, rest), "flush")
        if index in self._items:
            return self._item(block, self._items[index])
        return FORMS[block.form.kind](self, block)

    def _item(self, block: Paragraph, item: ItemNumber) -> Markup:
        label = item_label(item.form, item.number, self.context.layout.lists)
        said = with_label(label, self._words.inline(block.text), self.styles["label"])
        # each level as far in as two characters, its first line two more
        left = SIZE * (item.form.level - 1)
        style = f"{self.styles['paragraph']};margin:0 0 8px {left}px"
        return element("p", said, style=style)

    def verse(self, block: Paragraph) -> Markup:
        """A line of verse."""
        return self.said(block.text, "verse-indented" if block.form.indented else "verse")

    def leader(self, block: Paragraph) -> Markup:
        """Words, and a value at the edge."""
        text, at = block.text, leader_value(block.text.string)
        if not at:
            return self.said(text, "paragraph")
        words, cell = self.styles["leader-words"], self.styles["leader-cell"]
        inline = self._words.inline
        left = element("p", inline(cut(text, 0, at)), style=words)
        value = inline(cut(text, at, len(text.string)))
        right = element("p", value, style=f"{words};text-align:right")
        row = element("tr", element("td", left, style=cell), element("td", right, style=cell))
        return element("table", element("tbody", row), style=self.styles["leader"])

    def note(self, block: Note) -> Markup:
        """An editor's note, its label in bold."""
        texts = [labelled(text) if not part else text for part, text in enumerate(block.paragraphs)]
        return self.framed(lines(*(self.said(text, "inside") for text in texts)), "note")

    def sidebar(self, box: Sidebar) -> Markup:
        """A box: a part of its own inside the article."""
        said = [
            self.said(text, "box-title" if is_title(box, part) else "inside")
            for part, text in enumerate(box.paragraphs)
        ]
        return self.framed(lines(*said), "box")

    def pull_quote(self, block: PullQuote) -> Markup:
        """Words said again, large."""
        return self.framed(self.said(block.text, "quote-words"), "quote")

    def table(self, table: Table) -> Markup:
        """A table with its words."""
        return table_markup(table, self._words.inline, self.styles)

    def photo(self, index: int) -> Markup:
        """A photo, or the row that begins with it."""
        blocks, context = self.article.blocks, self.context
        of_row = [blocks[k] for k in row_at(blocks, index)]
        photos = [block for block in of_row if isinstance(block, Photo)]
        inline = self._words.inline
        return photos_markup(photos, context.issue.folder, context.pictures, self.styles, inline)

    def divider(self) -> Markup:
        """A rule across the line."""
        room = element("p", element("br"), style=self.styles["divider-room"])
        return framed(room, self.styles["divider"], self.styles["divider-line"])


_WriteForm = Callable[[WechatWriter, Paragraph], Markup]

FORMS: Mapping[FormKind, _WriteForm] = MappingProxyType(
    {
        FormKind.PLAIN: lambda writer, block: writer.said(block.text, "paragraph"),
        FormKind.VERSE: WechatWriter.verse,
        FormKind.SIGNATURE: lambda writer, block: writer.said(block.text, "signature"),
        FormKind.NAMES: lambda writer, block: writer.said(block.text, "flush"),
        FormKind.LEADER: WechatWriter.leader,
    }
)
"""What a paragraph is by its form; items have their labels typed."""


def _subheading(block: Subheading, writer: WechatWriter, _index: int) -> Markup:
    return writer.said(block.text, "subheading-1" if block.level == 1 else "subheading")


WRITE: BlockTable[[WechatWriter, int], Markup] = BlockTable(
    {
        Paragraph: lambda block, writer, index: writer.paragraph(block, index),
        Subheading: _subheading,
        PullQuote: lambda block, writer, _index: writer.pull_quote(block),
        Note: lambda block, writer, _index: writer.note(block),
        Sidebar: lambda block, writer, _index: writer.sidebar(block),
        Table: lambda block, writer, _index: writer.table(block),
        Photo: lambda _block, writer, index: writer.photo(index),
        # an article on a phone has no pages
        PageBreak: lambda _block, _writer, _index: NOTHING,
        Divider: lambda _block, writer, _index: writer.divider(),
    }
)
"""How each kind of block is written."""
