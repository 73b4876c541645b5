"""Blocks of an article as paragraphs of Word in named styles, each kind by its entry in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

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
from layouts.issue.blocks import BlockTable
from layouts.issue.form import FormKind, Turnover, leader_value
from layouts.issue.lead import first_paragraph
from layouts.issue.numbering import ItemNumber, counted
from layouts.issue.photo import Photo, PhotoPlace, Side
from layouts.issue.photo_rows import captions_are_each, lines_of, row_at
from layouts.issue.row_words import caption_of_all
from layouts.issue.sidebar import Sidebar, is_title
from layouts.issue.splice import concat, cut
from layouts.issue.text import MarkKind, Text
from layouts.wordfile import style_names as names
from layouts.wordfile.beside import BesidePhotos
from layouts.wordfile.inline import WordWriter, paragraph, run
from layouts.wordfile.numbering import CountedLists
from layouts.wordfile.photo_tables import PhotoCell, placing_table
from layouts.wordfile.pictures import PictureWriter, SizedPhoto, blank
from layouts.wordfile.styles import styles_of, twips
from layouts.wordfile.tables import box_element, table_element
from layouts.wordfile.xml import LOOK, RUN, Element, element, valued

_ROUND_WORDS = 14.0
"""Points above and below the words under a photo."""


class WordContext(Struct):
    """What the writing of articles goes by: the layout, where photos lie, what writes words and
    pictures, the lists; `typed` says that the numbers of items are text and Word counts none.
    """

    layout: Layout
    folder: Path
    words: WordWriter
    pictures: PictureWriter
    numbering: CountedLists
    typed: bool
    ids: Mapping[str, str]


def style_ids(layout: Layout) -> dict[str, str]:
    """The ids of the named styles by their names."""
    return {style.name: style.id for style in styles_of(layout)}


class WordArticleWriter:
    """Writes one article."""

    def __init__(self, article: Article, context: WordContext) -> None:
        self.article = article
        self.context = context
        self._items = counted(article.blocks)
        self._lead = None
        if article.kind is not ArticleKind.HEADLINE:
            self._lead = first_paragraph(article.blocks)
        self._beside = BesidePhotos(context.layout.grid)
        context.numbering.of_article()

    def elements(self) -> Iterator[Element]:
        """The article: title and subtitle, blocks, by-line."""
        yield from self._opening()
        blocks, done = self.article.blocks, 0
        while done < len(blocks):
            made = list(WRITE(blocks[done], self, done))
            if isinstance(blocks[done], Paragraph):
                self._beside.hold(made)
            yield from made
            is_photo = isinstance(blocks[done], Photo)
            done += len(row_at(blocks, done)) if is_photo else 1
        if self.article.byline is not None:
            yield self.said(names.BYLINE, self.article.byline)

    def _opening(self) -> Iterator[Element]:
        """What tells that an article begins: its title, or its first paragraph where that stands
        first; else a paragraph that is not seen.
        """
        article = self.article
        turn = [element("w:pageBreakBefore")] if article.break_before else []
        if article.kind is ArticleKind.HEADLINE and article.title.string:
            yield self.said(names.TITLE, article.title, before=turn)
        elif turn or self._lead != 0:
            yield self.unseen(names.OPENING, before=turn)
        if article.subtitle is not None:
            yield self.said(names.SUBTITLE, article.subtitle)

    def said(self, style: str, text: Text, *, before: Sequence[Element] = ()) -> Element:
        """A paragraph in a named style."""
        runs = self.context.words.runs(text)
        return paragraph(self.context.ids[style], *runs, before=before)

    def unseen(self, style: str, *content: Element, before: Sequence[Element] = ()) -> Element:
        """A paragraph that is there for its style, with something not to be seen in it."""
        return paragraph(self.context.ids[style], run(names.JOINER), *content, before=before)

    # -- blocks, for WRITE -------------------------------------------------------------------------

    def paragraph(self, block: Paragraph, index: int) -> Iterator[Element]:
        """Running text, or what its form says."""
        if index == self._lead:
            is_brief = self.article.kind is ArticleKind.BRIEF
            yield self.said(names.BRIEF if is_brief else names.RUN_IN, block.text)
        elif index in self._items:
            yield self._item(block.text, self._items[index])
        else:
            yield from FORMS[block.form.kind](self, block)

    def _item(self, text: Text, item: ItemNumber) -> Element:
        form, context = item.form, self.context
        bulleted = form.kind is FormKind.BULLETED
        style = names.of_item(names.BULLETED if bulleted else names.NUMBERED, form.level)
        runs = context.words.runs(text)
        hangs = _hanging(form.turnover, context)
        if context.typed or not context.numbering.counts(item):
            label = item_label(form, item.number, context.layout.lists)
            return paragraph(context.ids[style], run(label), *runs, before=hangs)
        number = context.numbering.properties(item)
        return paragraph(context.ids[style], *runs, before=[number, *hangs])

    def plain(self, block: Paragraph) -> Iterator[Element]:
        """Running text; a drop initial is a frame of its own, as Word has it (17.3.1.11)."""
        rows, string = block.form.initial, block.text.string
        if not rows or len(string) < 2 or any(m.start < 1 < m.end for m in block.text.marks):
            yield self.said(names.BODY, block.text)
            return
        yield self._initial(cut(block.text, 0, 1), rows)
        flush = element("w:ind", {"w:firstLineChars": 0, "w:firstLine": 0})
        yield self.said(names.BODY, cut(block.text, 1, len(string)), before=[flush])

    def _initial(self, letter: Text, rows: int) -> Element:
        leading = self.context.layout.grid.leading
        frame = element(
            "w:framePr",
            {
                "w:dropCap": "drop", "w:lines": rows, "w:wrap": "around", "w:vAnchor": "text",
                "w:hAnchor": "text",
            },
        )  # fmt: skip
        exact = element("w:spacing", {"w:line": twips(rows * leading), "w:lineRule": "exact"})
        flush = element("w:ind", {"w:firstLineChars": 0, "w:firstLine": 0})
        made = self.said(names.BODY, letter, before=[element("w:keepNext"), frame, exact, flush])
        size = round(2 * (rows * leading - 0.3 * leading))
        for each in made.iterchildren(RUN):
            look = next(each.iterchildren(LOOK), None)
            if look is None:
                look = element("w:rPr")
                each.insert(0, look)
            look.append(valued("w:sz", size))
        return made

    def verse(self, block: Paragraph) -> Iterator[Element]:
        """A line of verse."""
        yield self.said(names.VERSE_INDENTED if block.form.indented else names.VERSE, block.text)

    def leader(self, block: Paragraph) -> Iterator[Element]:
        """Words, dots, and a value at the edge of the text."""
        text, at = block.text, leader_value(block.text.string)
        if not at:
            yield self.said(names.LEADER, text)
            return
        words, grid = self.context.words, self.context.layout.grid
        stop = {"w:val": "right", "w:leader": "dot", "w:pos": twips(grid.area_width)}
        tabs = element("w:tabs", None, element("w:tab", stop))
        runs = [
            *words.runs(cut(text, 0, at)),
            run("\t"),
            *words.runs(cut(text, at, len(text.string))),
        ]
        yield paragraph(self.context.ids[names.LEADER], *runs, before=[tabs])

    def note(self, block: Note) -> Iterator[Element]:
        """An editor's note."""
        for part, text in enumerate(block.paragraphs):
            yield self.said(names.NOTE + (names.GOES_ON if part else ""), text)

    def sidebar(self, box: Sidebar) -> Iterator[Element]:
        """A box, and the paragraph without which Word would join it with a table behind it."""
        said = [
            self.said(
                names.of_box(
                    box.kind.value,
                    is_title=is_title(box, part),
                    goes_on=part > 0 and not (part == 1 and box.titled),
                ),
                text,
            )
            for part, text in enumerate(box.paragraphs)
        ]
        yield box_element(box, self.context.layout, said or [paragraph("BoxPlain")])
        yield paragraph(self.context.ids[names.PICTURE_PLACE])

    def pull_quote(self, block: PullQuote) -> Iterator[Element]:
        """Words said again, large; in a frame where text stands beside them."""
        layout = self.context.layout
        asked = layout.pull_quote.width if block.width is None else block.width
        beside = block.place is PhotoPlace.TEXT and block.side in {Side.LEFT, Side.RIGHT}
        if not beside or asked * layout.grid.size > 0.6 * layout.grid.area_width:
            yield self.said(names.PULL_QUOTE, block.text)
            return
        about = {
            "w:w": twips(asked * layout.grid.size), "w:hSpace": twips(layout.grid.size),
            "w:wrap": "around", "w:vAnchor": "text", "w:hAnchor": "margin",
            "w:xAlign": block.side.value, "w:y": max(1, twips(block.line * layout.grid.leading)),
        }  # fmt: skip
        yield self.said(names.PULL_QUOTE, block.text, before=[element("w:framePr", about)])

    def table(self, table: Table) -> Iterator[Element]:
        """A table with its words above and below."""
        if table.caption is not None:
            yield self.said(names.TABLE_CAPTION, table.caption)
        yield table_element(table, self.context.layout, self.context.words)
        for note in table.notes:
            yield self.said(names.TABLE_NOTE, note)
        if table.data_source is not None:
            yield self.said(names.DATA_SOURCE, table.data_source)
        # without it Word joins two tables that follow each other
        yield paragraph(self.context.ids[names.PICTURE_PLACE])

    # -- photos ------------------------------------------------------------------------------------

    def photo(self, index: int) -> Iterator[Element]:
        """A photo, or the row that begins with it."""
        blocks = self.article.blocks
        of_row = [blocks[k] for k in row_at(blocks, index)]
        photos = [block for block in of_row if isinstance(block, Photo)]
        if len(photos) > 1:
            yield from self._row(photos)
            return
        pictures = self.context.pictures
        placed = pictures.alone(photos[0])
        words = list(self._words_of(photos[0]))
        if not pictures.stands_beside(placed) or _is_noted(photos[0].caption):
            yield paragraph(self.context.ids[names.PICTURE], pictures.in_line(placed))
            yield from words
            return
        self._beside.begin(placed)
        framed = self._framed(placed, words) if words else pictures.at_side(placed)
        yield self._place(framed)

    def _place(self, drawn: Element) -> Element:
        """The small paragraph that a photo is tied to: whoever deletes text beside the photo does
        not delete the photo.
        """
        return paragraph(
            self.context.ids[names.PICTURE_PLACE], drawn, before=[element("w:keepNext")]
        )

    def _framed(self, placed: SizedPhoto, words: Sequence[Element]) -> Element:
        tight = element("w:spacing", {"w:before": 0, "w:after": 0})
        picture = self.context.pictures.in_line(placed)
        first = paragraph(self.context.ids[names.PICTURE], picture, before=[tight])
        caption = self.context.layout.styles["caption"]
        across = max(1.0, placed.width // caption.size)
        lines = sum(1 + int(len(_letters(each)) / across) for each in words)
        below = lines * caption.leading + _ROUND_WORDS
        return self.context.pictures.framed(placed, [first, *words], below)

    def _words_of(self, photo: Photo) -> Iterator[Element]:
        """The paragraphs of a caption and of who took the photo."""
        if photo.caption.string.strip():
            yield self.said(names.CAPTION, photo.caption)
        if photo.credit.strip():
            yield self.said(names.CREDIT, Text(f"{names.JOINER}{photo.credit}"))

    def _row(self, photos: list[Photo]) -> Iterator[Element]:
        """Photos beside each other in one paragraph, a line a row; each with its own caption, in a
        table that only places them.
        """
        lines = self.context.pictures.beside(photos)
        if captions_are_each(photos):
            yield self._placing_table(lines)
            yield paragraph(self.context.ids[names.PICTURE_PLACE])
            return
        runs: list[Element] = []
        for number, line in enumerate(lines):
            runs += [run("\n")] if number else []
            for place, placed in enumerate(line):
                runs += [blank()] if place else []
                runs.append(self.context.pictures.in_line(placed))
        yield paragraph(self.context.ids[names.PICTURE], *runs)
        counts = lines_of(len(photos), photos[0].grid)
        parts = caption_of_all([photo.caption for photo in photos], counts)
        if parts:
            yield self.said(names.CAPTION, concat(*(part.text for part in parts)))
        credited = dict.fromkeys(photo.credit for photo in photos if photo.credit.strip())
        if credited:
            yield self.said(names.CREDIT, Text(f"{names.JOINER}{'、'.join(credited)}"))

    def _placing_table(self, lines: Sequence[Sequence[SizedPhoto]]) -> Element:
        picture, caption = self.context.ids[names.PICTURE], self.context.ids[names.CAPTION]
        filled = [
            [
                PhotoCell(
                    [paragraph(picture, self.context.pictures.in_line(one))],
                    list(self._words_of(one.photo)) or [paragraph(caption)],
                )
                for one in line
            ]
            for line in lines
        ]
        return placing_table(filled, self.context.layout.grid.area_width)


def _hanging(turnover: Turnover, context: WordContext) -> list[Element]:
    """Where the lines of an item begin that says so itself."""
    size = context.layout.grid.size
    if turnover is Turnover.HANGING:
        said = {"w:leftChars": 400, "w:left": twips(4 * size)}
        return [element("w:ind", {**said, "w:hangingChars": 200, "w:hanging": twips(2 * size)})]
    if turnover is Turnover.MARGIN:
        first = {"w:firstLineChars": 200, "w:firstLine": twips(2 * size)}
        return [element("w:ind", {"w:leftChars": 0, "w:left": 0, **first})]
    return []


def _is_noted(text: Text) -> bool:
    """Whether a text has footnotes or remarks: Word allows none in the text box in which a photo
    stands beside the text with its words.
    """
    return any(mark.kind in {MarkKind.NOTE, MarkKind.COMMENT} for mark in text.marks)


def _letters(made: Element) -> str:
    return "".join(str(part) for part in made.itertext())


FORMS: Mapping[FormKind, Callable[[WordArticleWriter, Paragraph], Iterator[Element]]] = (
    MappingProxyType(
        {
            FormKind.PLAIN: WordArticleWriter.plain,
            FormKind.VERSE: WordArticleWriter.verse,
            FormKind.SIGNATURE: lambda writer, block: iter(
                [writer.said(names.SIGNATURE, block.text)]
            ),
            FormKind.NAMES: lambda writer, block: iter([writer.said(names.NAMES, block.text)]),
            FormKind.LEADER: WordArticleWriter.leader,
        }
    )
)
"""What a paragraph is by its form; items stand in lists."""


def _subheading(block: Subheading, writer: WordArticleWriter, _index: int) -> Iterator[Element]:
    level = max(1, min(block.level, len(names.SUBHEADINGS)))
    yield writer.said(names.SUBHEADINGS[level - 1], block.text)


def _page_break(_block: Block, writer: WordArticleWriter, _index: int) -> Iterator[Element]:
    turn = element("w:r", None, element("w:br", {"w:type": "page"}))
    yield paragraph(writer.context.ids[names.PAGE_BREAK], turn)


WRITE: BlockTable[[WordArticleWriter, int], Iterator[Element]] = BlockTable(
    {
        Paragraph: lambda block, writer, index: writer.paragraph(block, index),
        Subheading: _subheading,
        PullQuote: lambda block, writer, _index: writer.pull_quote(block),
        Note: lambda block, writer, _index: writer.note(block),
        Sidebar: lambda block, writer, _index: writer.sidebar(block),
        Table: lambda block, writer, _index: writer.table(block),
        Photo: lambda _block, writer, index: writer.photo(index),
        PageBreak: _page_break,
        Divider: lambda _block, writer, _index: iter([writer.unseen(names.DIVIDER)]),
    }
)
"""How each kind of block is written."""
