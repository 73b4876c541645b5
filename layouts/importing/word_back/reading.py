"""A Word file of ours becomes an issue again: its styles say what is what, nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from types import MappingProxyType

from msgspec.structs import replace

from layouts.errors import LayoutError
from layouts.house.layout import Layout
from layouts.house.load import load_layout
from layouts.importing.list_items import AutomaticLabel
from layouts.importing.received import (
    OwnWordFile,
    ReceivedBlock,
    ReceivedBreak,
    ReceivedDocument,
    ReceivedParagraph,
    ReceivedPhoto,
    ReceivedTable,
)
from layouts.importing.word_back.building import ReturningIssue
from layouts.importing.word_back.heads import read_fields
from layouts.importing.word_back.words import (
    credit_of,
    is_unseen,
    label_length,
    text_of,
)
from layouts.issue.article import (
    ArticleKind,
    Divider,
    Note,
    Paragraph,
    PullQuote,
    Subheading,
    Table,
)
from layouts.issue.form import DEEPEST_ITEM, PLAIN, FormKind, ParagraphForm
from layouts.issue.issue import Issue
from layouts.issue.layout_name import USUAL_LAYOUT
from layouts.issue.masthead import Colophon, Masthead
from layouts.issue.sidebar import BoxKind, Sidebar
from layouts.issue.splice import splice
from layouts.wordfile import style_names as names

_SIGNS = ("【】", "〖〗", "［］", "[]")
_FRAME_PARTS = frozenset({"header", "footer", "contents"})
"""What of a file of ours is made anew from the issue: no loss."""


def is_ours(document: ReceivedDocument) -> bool:
    """Whether the styles of a document say what is what: we wrote it, and somebody kept to them."""
    starts = {names.SECTION, names.TITLE, names.RUN_IN, names.BRIEF, names.OPENING}
    return document.own is not None and any(
        isinstance(block, ReceivedParagraph) and block.look.style in starts
        for block in document.blocks
    )


def issue_of(document: ReceivedDocument, by: Layout | None = None) -> Issue:
    """The issue that a file of ours holds, its photos in the photo store by absolute paths; it was
    written `by` a layout that is known, or else by that which it names.

    What Word does not hold (docs/ways-out.md) is as a new issue has it.
    """
    own = document.own or OwnWordFile(USUAL_LAYOUT, 0.0)
    layout, name = (by, own.layout) if by is not None else _layout(own.layout)
    reader = _OwnWordReader(document, layout, own.measure or layout.grid.measure)
    for is_photo, blocks in groupby(document.blocks, key=_photo_place):
        if is_photo:
            reader.photos([block for block in blocks if isinstance(block, ReceivedPhoto)])
        else:
            for block in blocks:
                reader.take(block)
    draft = reader.finished()
    return Issue(
        read_fields(Masthead, reader.masthead, layout.masthead.lines),
        tuple(section.section() for section in draft.sections),
        document.path.parent,
        draft.source(0),
        read_fields(Colophon, reader.colophon, layout.colophon.lines),
        layout=name,
    )


def kept_losses(document: ReceivedDocument) -> ReceivedDocument:
    """The document without the losses that are none."""
    lost = tuple(one for one in document.lost if one.code not in _FRAME_PARTS)
    return replace(document, lost=lost)


def _layout(name: str) -> tuple[Layout, str]:
    """The layout of a name and its name; the usual one where there is none of it here."""
    try:
        return load_layout(name), name
    except LayoutError:
        return load_layout(USUAL_LAYOUT), USUAL_LAYOUT


def _photo_place(block: ReceivedBlock) -> tuple[int, bool, str] | None:
    """By what photos belong together: the paragraph, or the table, that they stand in."""
    if not isinstance(block, ReceivedPhoto):
        return None
    return block.line, block.look.style == names.PICTURE_PLACE, ""


class _OwnWordReader:
    """Goes through the blocks of a document."""

    def __init__(self, document: ReceivedDocument, layout: Layout, measure: float) -> None:
        self.draft = ReturningIssue(document.path, measure, layout.photo.width)
        self.masthead: list[str] = []
        self.colophon: list[str] = []
        self._brackets = layout.section_brackets
        self._caption: ReceivedParagraph | None = None

    def finished(self) -> ReturningIssue:
        """All that was read."""
        self._no_table()
        return self.draft

    def photos(self, found: list[ReceivedPhoto]) -> None:
        """Photos of one paragraph, or of a table that places them."""
        self._no_table()
        in_table = bool(found) and any("r" in one.row for one in found)
        self.draft.photos(found, in_table=in_table)

    def take(self, block: ReceivedBlock) -> None:
        """Anything but a photo."""
        if isinstance(block, ReceivedTable):
            self._table(block)
            return
        self._no_table()
        if isinstance(block, ReceivedBreak):
            self.draft.turn(block.line)
        elif isinstance(block, ReceivedParagraph):
            _HANDLERS.get(block.look.style, _OwnWordReader.text)(self, block)

    # -- what opens something ----------------------------------------------------------------------

    def head(self, block: ReceivedParagraph) -> None:
        """A line of the masthead."""
        self.masthead.append(block.text.string)

    def foot(self, block: ReceivedParagraph) -> None:
        """A line of the colophon."""
        self.colophon.append(block.text.string)

    def nothing(self, _block: ReceivedParagraph) -> None:
        """The contents are made anew."""

    def section(self, block: ReceivedParagraph) -> None:
        """The name of a section, its signs taken off."""
        name = block.text.string.strip()
        for signs in (self._brackets, *_SIGNS):
            if len(signs) == 2 and name.startswith(signs[0]) and name.endswith(signs[1]):
                name = name[1:-1]
                break
        self.draft.section(name, block.line)

    def title(self, block: ReceivedParagraph) -> None:
        """An article with a title begins."""
        self.draft.begin(ArticleKind.HEADLINE, block.line).title = text_of(block)

    def opening(self, block: ReceivedParagraph) -> None:
        """An article without a title begins."""
        self.draft.begin(ArticleKind.HEADLINE, block.line, is_open=True)
        if not is_unseen(block.text.string):
            self.text(block)

    def subtitle(self, block: ReceivedParagraph) -> None:
        """What stands under a title; elsewhere it is text."""
        article = self.draft.article(block.line)
        if article.subtitle is None and not article.blocks:
            article.subtitle = text_of(block)
        else:
            self.text(block)

    def byline(self, block: ReceivedParagraph) -> None:
        """Who wrote the article; a second one is text."""
        article = self.draft.article(block.line)
        if article.byline is None:
            article.byline = text_of(block)
        else:
            self.text(block)

    def _lead(self, block: ReceivedParagraph, kind: ArticleKind) -> None:
        article = self.draft.current
        if article is None or not article.is_open:
            article = self.draft.begin(kind, block.line)
        article.kind, article.is_open = kind, False
        self.text(block)

    def run_in(self, block: ReceivedParagraph) -> None:
        """An article begins with its lead."""
        self._lead(block, ArticleKind.RUN_IN)

    def brief(self, block: ReceivedParagraph) -> None:
        """A brief begins."""
        self._lead(block, ArticleKind.BRIEF)

    # -- blocks ------------------------------------------------------------------------------------

    def text(self, block: ReceivedParagraph, form: ParagraphForm = PLAIN) -> None:
        """Running text, or what `form` says; a heading or list of Word that somebody made."""
        text = text_of(block)
        source = self.draft.source(block.line)
        if block.look.heading and form == PLAIN:
            level = min(block.look.heading, len(names.SUBHEADINGS))
            self.draft.add(Subheading(text, level, source))
        elif form == PLAIN and block.label and block.level:
            # somebody made a list of it in Word
            label = AutomaticLabel(block.text.string[: block.label], block.level)
            self.draft.add(Paragraph(text, source), label)
        else:
            self.draft.add(Paragraph(text, source, form=form))

    def subheading(self, block: ReceivedParagraph) -> None:
        """A heading inside an article."""
        level = names.SUBHEADINGS.index(block.look.style) + 1
        self.draft.add(Subheading(text_of(block), level, self.draft.source(block.line)))

    def item(self, block: ReceivedParagraph) -> None:
        """An item of a list."""
        level = int(block.look.style[-1])
        size = label_length(block)
        label = AutomaticLabel(block.text.string[:size], level) if size else None
        self.draft.add(Paragraph(text_of(block), self.draft.source(block.line)), label)

    def leader(self, block: ReceivedParagraph) -> None:
        """A line with a leader: what was a tab in Word is none."""
        string = block.text.string
        at = string.rfind("\t")
        text = text_of(block)
        if at >= 0:
            text = splice(text, at, at + 1)
        form = ParagraphForm(FormKind.LEADER)
        self.draft.add(Paragraph(text, self.draft.source(block.line), form=form))

    def note(self, block: ReceivedParagraph) -> None:
        """A paragraph of an editor's note."""
        goes_on = block.look.style.endswith(names.GOES_ON)
        last = self.draft.last(Note) if goes_on else None
        if last is not None:
            self.draft.put(replace(last, paragraphs=(*last.paragraphs, text_of(block))))
        else:
            self.draft.add(Note((text_of(block),), self.draft.source(block.line)))

    def box(self, block: ReceivedParagraph) -> None:
        """A paragraph of a box."""
        style = block.look.style
        kind = next(kind for kind, name in names.BOXES.items() if style.startswith(name))
        last = self.draft.last(Sidebar)
        if last is not None and last.kind.value == kind and _goes_on(style, last):
            self.draft.put(replace(last, paragraphs=(*last.paragraphs, text_of(block))))
            return
        titled = style.endswith(names.BOX_TITLE)
        source = self.draft.source(block.line)
        self.draft.add(Sidebar((text_of(block),), source, BoxKind(kind), titled))

    def pull_quote(self, block: ReceivedParagraph) -> None:
        """A pull quote."""
        self.draft.add(PullQuote(text_of(block), self.draft.source(block.line)))

    def divider(self, block: ReceivedParagraph) -> None:
        """A rule; what somebody typed at it is text."""
        self.draft.add(Divider(self.draft.source(block.line)))
        if not is_unseen(block.text.string):
            self.text(block)

    # -- photos and tables -------------------------------------------------------------------------

    def photo_words(self, block: ReceivedParagraph) -> None:
        """What stands under photos; where there are none, text."""
        if not self.draft.caption(text_of(block)):
            self.text(block)

    def credit(self, block: ReceivedParagraph) -> None:
        """Who took the photos above."""
        if not self.draft.credit(credit_of(block.text.string)):
            self.text(block)

    def _table(self, block: ReceivedTable) -> None:
        table = block.table
        if self._caption is not None:
            table = replace(table, caption=text_of(self._caption))
            self._caption = None
        self.draft.add(replace(table, source=self.draft.source(block.line)))

    def table_caption(self, block: ReceivedParagraph) -> None:
        """What stands over the next table."""
        self._caption = block

    def _no_table(self) -> None:
        """Words that stood over a table stand over none: they are text."""
        caption, self._caption = self._caption, None
        if caption is not None:
            self.text(caption)

    def table_note(self, block: ReceivedParagraph) -> None:
        """What stands under the table above."""
        table = self.draft.last(Table)
        if table is None:
            self.text(block)
        elif block.look.style == names.DATA_SOURCE and table.data_source is None:
            self.draft.put(replace(table, data_source=text_of(block)))
        else:
            self.draft.put(replace(table, notes=(*table.notes, text_of(block))))


def _goes_on(style: str, box: Sidebar) -> bool:
    """Whether a paragraph of a box goes on with the one before it: it says so, or is the first
    below a title.
    """
    only_title = box.titled and len(box.paragraphs) == 1
    return style.endswith(names.GOES_ON) or (only_title and not style.endswith(names.BOX_TITLE))


def _form(
    kind: FormKind, *, indented: bool = False
) -> Callable[[_OwnWordReader, ReceivedParagraph], None]:
    form = ParagraphForm(kind, indented=indented)
    return lambda reader, block: reader.text(block, form)


_ITEMS = [
    names.of_item(name, level)
    for name in (names.NUMBERED, names.BULLETED)
    for level in range(1, DEEPEST_ITEM + 1)
]
_BOX_STYLES = [
    f"{name}{end}" for name in names.BOXES.values() for end in ("", names.GOES_ON, names.BOX_TITLE)
]

_HANDLERS: Mapping[str, Callable[[_OwnWordReader, ReceivedParagraph], None]] = MappingProxyType(
    {
        names.MASTHEAD_NAME: _OwnWordReader.head,
        names.MASTHEAD: _OwnWordReader.head,
        names.COLOPHON: _OwnWordReader.foot,
        names.CONTENTS_TITLE: _OwnWordReader.nothing,
        names.SECTION: _OwnWordReader.section,
        names.TITLE: _OwnWordReader.title,
        names.OPENING: _OwnWordReader.opening,
        names.SUBTITLE: _OwnWordReader.subtitle,
        names.BYLINE: _OwnWordReader.byline,
        names.RUN_IN: _OwnWordReader.run_in,
        names.BRIEF: _OwnWordReader.brief,
        **dict.fromkeys(names.SUBHEADINGS, _OwnWordReader.subheading),
        **dict.fromkeys(_ITEMS, _OwnWordReader.item),
        **dict.fromkeys(_BOX_STYLES, _OwnWordReader.box),
        **dict.fromkeys((names.NOTE, names.NOTE + names.GOES_ON), _OwnWordReader.note),
        names.PULL_QUOTE: _OwnWordReader.pull_quote,
        names.DIVIDER: _OwnWordReader.divider,
        names.CAPTION: _OwnWordReader.photo_words,
        names.CREDIT: _OwnWordReader.credit,
        names.TABLE_CAPTION: _OwnWordReader.table_caption,
        **dict.fromkeys((names.TABLE_NOTE, names.DATA_SOURCE), _OwnWordReader.table_note),
        names.VERSE: _form(FormKind.VERSE),
        names.VERSE_INDENTED: _form(FormKind.VERSE, indented=True),
        names.SIGNATURE: _form(FormKind.SIGNATURE),
        names.NAMES: _form(FormKind.NAMES),
        names.LEADER: _OwnWordReader.leader,
    }
)
"""What is done with a paragraph of each style; one of any other is running text."""
