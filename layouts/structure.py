"""An issue and its pages become a structure tree: what every drawn line is, in the order in which
the issue is read (ISO 14289-1 7).

Headings: a section is H1, an article under it H2, its sub-headings follow without skipping a level;
without a section's name all move up. The name of the publication is no heading, for the sections
are not parts of it; a viewer shows it as the document's title.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from layouts.issue.article import (
    Article,
    ArticleKind,
    Block,
    CellSpan,
    Note,
    PageBreak,
    Paragraph,
    PullQuote,
    Section,
    Subheading,
    Table,
)
from layouts.issue.blocks import BlockTable
from layouts.issue.form import PLAIN, FormKind
from layouts.issue.issue import Issue
from layouts.issue.lead import first_paragraph, lead_end
from layouts.issue.parts import CAPTION, CREDIT, cells, parts_of
from layouts.issue.photo import Photo, PhotoPlace
from layouts.issue.sidebar import Sidebar
from layouts.issue.tables import told_spans
from layouts.issue.text import Text
from layouts.manuscript.marks import label_end, label_level
from layouts.page.addresses import LinkedAddress
from layouts.page.drawn import Drawn
from layouts.page.item import COVER
from layouts.page.linking import put_links, put_readings, put_signs
from layouts.page.list_elements import NUMBERED, OpenLists
from layouts.page.note_links import NoteSign, sign_of
from layouts.page.page import Edition
from layouts.page.structure import (
    OF_COLUMN,
    OF_ROW,
    Attribute,
    Element,
    LinePart,
    LinkPart,
    PicturePart,
    ShapePart,
)

DEEPEST = 6
"""ISO 32000-1 14.8.4.3.2 knows H1 to H6."""

Parts = Sequence[LinePart]


def structure(
    issue: Issue,
    edition: Edition,
    references: Sequence[LinkedAddress] = (),
    signs: Sequence[NoteSign] = (),
) -> Element:
    """The structure tree of an issue composed to `edition`.

    Running parts, rules and leaders are in no element.

    `references` are the addresses that are links (see `layouts.page.addresses`), `signs` the signs
    of notes that are (see `layouts.page.note_links`).
    """
    drawn = Drawn(edition)
    number = 0
    sections: list[Element] = []
    for index, section in enumerate(issue.sections):
        sections.append(_SectionElement(drawn, section, index, number).element())
        number += len(section.articles)
    parts = [_cover(drawn), _masthead(drawn), _contents(drawn), *sections, _colophon(drawn)]
    root = Element("Document", [part for part in parts if part.children])
    if references:
        put_links(root, references)
    put_signs(root, edition.pages, signs)
    put_readings(root, edition.pages)
    return root


# -- fixed parts -----------------------------------------------------------------------------------


def _cover(drawn: Drawn) -> Element:
    """The cover: its photo, what the layout prints on it, and the headlines, each with the section
    above it and the page behind it.
    """
    figures = [_figure(part, alt) for part, alt, _ in drawn.art(COVER)]
    read = [*map(_paragraph, drawn.fixed(COVER))]
    number = 1
    while parts := drawn.text(COVER, part=number):
        read += _cover_headline(parts, drawn)
        number += 1
    return Element("Sect", [*figures, *read])


def _cover_headline(parts: Parts, drawn: Drawn) -> list[Element]:
    """A paragraph for the section above a headline and one for the headline, in it the number of
    its page.
    """
    read: list[Element] = []
    for part in parts:
        line = drawn.line(part)
        if line.start == 0 and read and line.text.isdecimal():
            read[-1].children.append(Element("Span", [part]))
        elif line.start == 0:
            read.append(_paragraph([part]))
        else:
            read[-1].children.append(part)
    return read


def _masthead(drawn: Drawn) -> Element:
    """A paragraph for each text, in the order of the layout: beside the name may stand what is set
    higher up but read after it.
    """
    texts = drawn.fixed("masthead")
    figures = [(_figure(part, alt), foot) for part, alt, foot in drawn.art("masthead")]
    read: list[Element] = []
    for parts in texts:
        # what stands above a line is read before it
        while figures and figures[0][1] <= drawn.line(parts[0]).y:
            read.append(figures.pop(0)[0])
        read.append(_paragraph(parts))
    return Element("Sect", [*read, *(figure for figure, _ in figures)])


def _figure(part: PicturePart | ShapePart, alt: str) -> Element:
    return Element("Figure", [part], alt)


def _colophon(drawn: Drawn) -> Element:
    """A paragraph for each text, from top to bottom: those that have a row to themselves are drawn
    before the others.
    """
    texts = sorted(
        drawn.fixed("colophon"), key=lambda parts: (drawn.line(parts[0]).y, drawn.line(parts[0]).x)
    )
    figures = [_figure(part, alt) for part, alt, _ in drawn.art("colophon")]
    return Element("Sect", [*map(_paragraph, texts), *figures])


def _contents(drawn: Drawn) -> Element:
    """The list of contents: its title is a heading, so that readers can jump to it; articles are
    listed under their section.
    """
    listing = nested = Element("TOC")
    section: Element | None = None
    for place, lines in drawn.listed():
        item = _entry(place, lines, drawn)
        if drawn.link(place).target.startswith("section-"):
            section, nested = item, Element("TOC")
            listing.children.append(item)
            continue
        if section is not None and not nested.children:
            section.children.append(nested)
        nested.children.append(item)
    title = drawn.text("contents-title")
    heading = [_heading(1, title)] if title else []
    return Element("Sect", [*heading, *([listing] if listing.children else [])])


def _entry(place: LinkPart, lines: Parts, drawn: Drawn) -> Element:
    """An entry of the list.

    Its page number is a Span of its own: nothing but a gap parts it from the title.
    """
    shown = [part for part in lines if drawn.line(part).role != "contents-number"]
    number = [part for part in lines if drawn.line(part).role == "contents-number"]
    bullet, title = _bullet(shown, drawn.title_of(place), drawn)
    # as it is printed: a cover may not be counted
    page = "".join(drawn.line(part).text for part in number) or drawn.page_of(place)
    said = f"{drawn.title_of(place)}，第 {page} 页"
    link = Element("Link", [*title, *([Element("Span", [*number])] if number else []), place], said)
    return Element(
        "TOCI", [*([Element("Lbl", [*bullet])] if bullet else []), Element("Reference", [link])]
    )


def _bullet(parts: Parts, title: str, drawn: Drawn) -> tuple[Parts, Parts]:
    """What the layout sets before a title in the list, and the title."""
    text, words = (
        "".join(string.split())
        for string in ("".join(drawn.line(part).text for part in parts), title)
    )
    before = len(text) - len(words)
    if before <= 0 or not text.endswith(words):
        return (), parts
    first = drawn.line(parts[0]).text
    ends = [
        k
        for k in range(len(first))
        if len("".join(first[:k].split())) == before and not first[k].isspace()
    ]
    return (
        ([parts[0]._replace(end=ends[0])], [parts[0]._replace(start=ends[0]), *parts[1:]])
        if ends
        else ((), parts)
    )


# -- sections and articles -------------------------------------------------------------------------


class _SectionElement:
    """Makes the element of one section, whose first article is `number`, counted over the issue."""

    def __init__(self, drawn: Drawn, section: Section, index: int, number: int) -> None:
        self._drawn = drawn
        self._section = section
        self._number = number
        self._title = drawn.text("section", part=index)
        self._level = 1 if self._title else 0

    def element(self) -> Element:
        children = [_heading(1, self._title)] if self._title else []
        numbered = enumerate(self._section.articles, self._number)
        for is_brief, group in groupby(
            numbered, key=lambda item: item[1].kind is ArticleKind.BRIEF
        ):
            made = [
                _ArticleElement(self._drawn, article, number, self._level)
                for number, article in group
            ]
            children += (
                [_list([one.item() for one in made])]
                if is_brief
                else [one.element() for one in made]
            )
        return Element("Sect", [child for child in children if child.children])


class _ArticleElement:
    """Makes the element of one article. `level` is that of the heading above it, 0 without one."""

    def __init__(self, drawn: Drawn, article: Article, number: int, level: int) -> None:
        self._drawn = drawn
        self._article = article
        self._number = number
        self._level = level
        self._above: list[int] = []

    def element(self) -> Element:
        """An Art: title, blocks, by-line."""
        title = self._drawn.text("headline", self._number)
        made = [self._title(title)] if title else []
        subtitle = self._drawn.text("subtitle", self._number)
        made += [_paragraph(subtitle)] if subtitle else []
        return Element("Art", [*made, *self._blocks(self._article.blocks), *self._end()])

    def item(self) -> Element:
        """An item of a list, for a brief: its label and the rest of it."""
        blocks = self._article.blocks
        at = first_paragraph(blocks)
        first = blocks[at] if at is not None else None
        if (
            at is None
            or not isinstance(first, Paragraph)
            or not all(isinstance(block, Photo) for block in blocks[:at])
        ):
            return Element("LI", [Element("LBody", [*self._blocks(blocks), *self._end()])])
        photos, rest = self._blocks(blocks[:at]), self._blocks(blocks[at + 1 :], at + 1)
        return _item(self.text(at), first.text, [*photos, *rest, *self._end()], self._drawn)

    def _title(self, parts: Parts) -> Element:
        self._level += 1
        self._above.clear()
        return _heading(self._level, parts)

    def _blocks(self, blocks: Sequence[Block], first: int = 0) -> list[Element]:
        """Elements of blocks, the first of which is block `first`.

        Photos come before the text they are beside, never before a title; those that stand apart,
        and boxes, after the text they stand near.
        """
        run_in = first_paragraph(blocks) if self._article.kind is ArticleKind.RUN_IN else None
        in_lists = _numbered(blocks, run_in)
        made: list[Element] = []
        waiting: list[Element] = []
        apart: list[Element] = []
        lists = OpenLists(self._drawn)
        for index, block in enumerate(blocks):
            place = first + index
            if isinstance(block, Photo):
                near = waiting if block.place is PhotoPlace.TEXT else apart
                near += READ(block, self, place)
                continue
            if isinstance(block, Sidebar):
                apart += (element for element in READ(block, self, place) if element.children)
                continue
            if isinstance(block, Paragraph) and block.form.is_item and index != run_in:
                bulleted = block.form.kind is FormKind.BULLETED
                around = [*waiting, *apart]
                made += lists.add(self.text(place), around, block.form.level, bulleted)
                waiting, apart = [], []
                continue
            lists.close()
            if index == run_in:
                title, text = self._run_in(parts_of(block)[0], place)
                made += [*title, *waiting, *text, *apart]
            elif index in in_lists:
                if in_lists[index]:
                    made.append(_list([]))
                made[-1].children.append(
                    _item(self.text(place), parts_of(block)[0], [*waiting, *apart], self._drawn)
                )
            else:
                made += [
                    *waiting,
                    *(element for element in READ(block, self, place) if element.children),
                    *apart,
                ]
            waiting, apart = [], []
        return [*made, *waiting, *apart]

    def _run_in(self, paragraph: Text, index: int) -> tuple[list[Element], list[Element]]:
        """The lead of a run-in article, which is a heading though it shares a line with the text,
        and the rest of its paragraph.
        """
        lead, rest = self._drawn.cut(self.text(index), lead_end(paragraph))
        return [self._title(lead)] if lead else [], [_paragraph(rest)] if rest else []

    # -- blocks, for READ --------------------------------------------------------------------------

    def paragraph(self, block: Paragraph, index: int) -> list[Element]:
        """What a paragraph of running text is to a screen reader: a P with its lines."""
        del block
        return [_paragraph(self.text(index))]

    def subheading(self, block: Subheading, index: int) -> list[Element]:
        """A heading under the article's own."""
        parts = self.text(index)
        return [_heading(self._level + self._depth(block.level), parts)] if parts else []

    def pull_quote(self, block: PullQuote, index: int) -> list[Element]:
        """Words that are quoted from the text around them."""
        del block
        return [
            Element("BlockQuote", [one for one in (_paragraph(self.text(index)),) if one.children])
        ]

    def note(self, block: Note, index: int) -> list[Element]:
        """A note of the editor's: said by somebody else than the article's author (ISO 32000-1
        table 333).
        """
        paragraphs = [_paragraph(self.text(index, part)) for part in range(len(block.paragraphs))]
        return [Element("BlockQuote", [one for one in paragraphs if one.children])]

    def sidebar(self, box: Sidebar, index: int) -> list[Element]:
        """A box: a section of its own inside the article, its title a paragraph, so that who jumps
        from heading to heading stays in the article.
        """
        paragraphs = [_paragraph(self.text(index, part)) for part in range(len(box.paragraphs))]
        return [Element("Sect", [one for one in paragraphs if one.children])]

    def table(self, table: Table, index: int) -> list[Element]:
        """Caption, rows and cells; a header repeated in another column or on another page is an
        artifact there. Its notes come after it.
        """
        width = len(table.header)
        rows: list[list[Element]] = [[] for _ in range(0, len(cells(table)), max(1, width))]
        spans, covered = told_spans(table)
        for part in range(len(cells(table))):
            if part not in covered:
                kind, attributes = _cell_kind(table, part, spans.get(part))
                parts = self._drawn.first_showing(self.text(index, part))
                rows[part // width].append(Element(kind, [*parts], attributes=attributes))
        caption = self.text(index, CAPTION)
        children = [
            *([Element("Caption", [*caption])] if caption else []),
            *(Element("TR", [*row]) for row in rows),
        ]
        below = len(table.notes) + (table.data_source is not None)
        notes = [self.text(index, len(cells(table)) + k) for k in range(below)]
        return [Element("Table", [*children]), *map(_paragraph, notes)]

    def photo(self, block: Photo, index: int) -> list[Element]:
        """A figure with its caption and credit beside it: inside the figure, the alternate text
        would stand for them too.
        """
        del block
        places = self._drawn.pictures.get((self._number, index))
        if not places:
            return []
        figure = Element("Figure", [*places], self._drawn.picture(places[0]).alt)
        caption = Element("Caption", [*self._drawn.text("caption", self._number, index)])
        if credit := self.text(index, CREDIT):
            caption.children.append(Element("Span", [*credit]))
        return [Element("Div", [figure, caption]) if caption.children else figure]

    def text(self, index: int, part: int = 0) -> Parts:
        """The lines of a text of a block."""
        return self._drawn.text("", self._number, index, part)

    def _depth(self, level: int) -> int:
        """How far below its article a sub-heading stands: one more than the next above it, whatever
        levels the labels skip.
        """
        while self._above and self._above[-1] >= level:
            self._above.pop()
        self._above.append(level)
        return len(self._above)

    def _end(self) -> list[Element]:
        """The notes of the article and its by-line."""
        notes: list[Element] = []
        while parts := self._drawn.text("endnote", self._number, None, len(notes)):
            notes.append(self._endnote(parts, len(notes)))
        parts = self._drawn.text("byline", self._number)
        return [*notes, *([_paragraph(parts)] if parts else [])]

    def _endnote(self, parts: Parts, part: int) -> Element:
        """A note with its sign as its label, and a name that no other has (ISO 14289-1 7.9)."""
        sign = sign_of(self._drawn.line(parts[0]).text)
        # with the typed space behind it, which a mark may have dissolved
        label, words = self._drawn.cut(parts, len(sign) + 1)
        return Element(
            "Note", [Element("Lbl", [*label]), *words], name=f"note-{self._number + 1}-{part + 1}"
        )


def _heading(level: int, parts: Parts) -> Element:
    return Element(f"H{min(level, DEEPEST)}", [*parts])


def _cell_kind(table: Table, part: int, span: CellSpan | None) -> tuple[str, tuple[Attribute, ...]]:
    """Whether a cell heads a column or a row, and how many of them it covers (ISO 32000-1 table
    349).
    """
    row, column = divmod(part, len(table.header))
    counts = (("ColSpan", span.columns), ("RowSpan", span.rows)) if span is not None else ()
    covers = [Attribute("Table", key, count) for key, count in counts if count > 1]
    if row < table.header_rows:
        return "TH", (OF_COLUMN, *covers)
    if column < table.header_columns:
        return "TH", (OF_ROW, *covers)
    return "TD", (*covers,)


def _paragraph(parts: Parts) -> Element:
    return Element("P", [*parts])


def _list(items: list[Element]) -> Element:
    return Element("L", [*items], attributes=(NUMBERED,))


def _item(parts: Parts, text: Text, others: Sequence[Element], drawn: Drawn) -> Element:
    """An item of a list: what its text starts with as its label, the rest and what belongs to it as
    its body.
    """
    label, rest = drawn.cut(parts, label_end(text.string))
    body = Element("LBody", [*([_paragraph(rest)] if rest else []), *others])
    return Element("LI", [*([Element("Lbl", [*label])] if label else []), body])


def _numbered(blocks: Sequence[Block], run_in: int | None) -> dict[int, bool]:
    """The paragraphs that are items of lists, and whether each begins one: two or more in a row
    with labels of one kind, photos aside.

    The paragraph that holds a title, `run_in`, is none.
    """
    levels = [
        (k, 0 if k == run_in else _label(block))
        for k, block in enumerate(blocks)
        if not block.trait.beside
    ]
    found: dict[int, bool] = {}
    for level, group in groupby(levels, key=lambda item: item[1]):
        run = [k for k, _ in group]
        if level and len(run) > 1:
            found.update((k, k == run[0]) for k in run)
    return found


def _label(block: Block) -> int:
    """The level of the label that a block begins with as an item of a list; 0 for one that ends a
    list.
    """
    if not block.trait.is_running or (isinstance(block, Paragraph) and block.form != PLAIN):
        return 0
    return label_level(parts_of(block)[0].string)


READ: BlockTable[[_ArticleElement, int], list[Element]] = BlockTable(
    {
        Paragraph: lambda block, article, index: article.paragraph(block, index),
        Subheading: lambda block, article, index: article.subheading(block, index),
        PullQuote: lambda block, article, index: article.pull_quote(block, index),
        Note: lambda block, article, index: article.note(block, index),
        Sidebar: lambda block, article, index: article.sidebar(block, index),
        Table: lambda block, article, index: article.table(block, index),
        Photo: lambda block, article, index: article.photo(block, index),
        PageBreak: lambda _, __, ___: [],
    }
)
"""What each kind of block is to a reader, its lines where they were drawn."""
