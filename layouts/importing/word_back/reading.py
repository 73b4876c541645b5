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
from layouts.importing.word_back.building import IssueDraft
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


def issue_of(document: ReceivedDocument) -> Issue:
    """The issue that a file of ours holds, its photos in the photo store by absolute paths.

    What Word does not hold (docs/ways-out.md) is as a new issue has it.
    """
    own = document.own or OwnWordFile(USUAL_LAYOUT, 0.0)
    layout, name = _layout(own.layout)
    reader = _Reader(document, layout, own.measure or layout.grid.measure)
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


class _Reader:
    """Goes through the blocks of a document."""

    def __init__(self, document: ReceivedDocument, layout: Layout, measure: float) -> None:
        self.draft = IssueDraft(document.path, measure, layout.photo.width)
        self.masthead: list[str] = []
        self.colophon: list[str] = []
        self._brackets = layout.section_brackets
        self._caption: ReceivedParagraph | None = None

    def finished(self) -> IssueDraft:
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
            _HANDLERS.get(block.look.style, _Reader._text)(self, block)

    # -- what opens something ----------------------------------------------------------------------

    def _head(self, block: ReceivedParagraph) -> None:
        self.masthead.append(block.text.string)

    def _foot(self, block: ReceivedParagraph) -> None:
        self.colophon.append(block.text.string)

    def _nothing(self, _block: ReceivedParagraph) -> None:
        """The contents are made anew."""

    def _section(self, block: ReceivedParagraph) -> None:
        name = block.text.string.strip()
        for signs in (self._brackets, *_SIGNS):
            if len(signs) == 2 and name.startswith(signs[0]) and name.endswith(signs[1]):
                name = name[1:-1]
                break
        self.draft.section(name, block.line)

    def _title(self, block: ReceivedParagraph) -> None:
        self.draft.begin(ArticleKind.HEADLINE, block.line).title = text_of(block)

    def _opening(self, block: ReceivedParagraph) -> None:
        self.draft.begin(ArticleKind.HEADLINE, block.line, is_open=True)
        if not is_unseen(block.text.string):
            self._text(block)

    def _subtitle(self, block: ReceivedParagraph) -> None:
        article = self.draft.article(block.line)
        if article.subtitle is None and not article.blocks:
            article.subtitle = text_of(block)
        else:
            self._text(block)

    def _byline(self, block: ReceivedParagraph) -> None:
        article = self.draft.article(block.line)
        if article.byline is None:
            article.byline = text_of(block)
        else:
            self._text(block)

    def _lead(self, block: ReceivedParagraph, kind: ArticleKind) -> None:
        article = self.draft.current
        if article is None or not article.is_open:
            article = self.draft.begin(kind, block.line)
        article.kind, article.is_open = kind, False
        self._text(block)

    def _run_in(self, block: ReceivedParagraph) -> None:
        self._lead(block, ArticleKind.RUN_IN)

    def _brief(self, block: ReceivedParagraph) -> None:
        self._lead(block, ArticleKind.BRIEF)

    # -- blocks ------------------------------------------------------------------------------------

    def _text(self, block: ReceivedParagraph, form: ParagraphForm = PLAIN) -> None:
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

    def _subheading(self, block: ReceivedParagraph) -> None:
        level = names.SUBHEADINGS.index(block.look.style) + 1
        self.draft.add(Subheading(text_of(block), level, self.draft.source(block.line)))

    def _item(self, block: ReceivedParagraph) -> None:
        level = int(block.look.style[-1])
        size = label_length(block)
        label = AutomaticLabel(block.text.string[:size], level) if size else None
        self.draft.add(Paragraph(text_of(block), self.draft.source(block.line)), label)

    def _leader(self, block: ReceivedParagraph) -> None:
        string = block.text.string
        at = string.rfind("\t")
        text = text_of(block)
        if at >= 0:
            text = splice(text, at, at + 1)
        form = ParagraphForm(FormKind.LEADER)
        self.draft.add(Paragraph(text, self.draft.source(block.line), form=form))

    def _note(self, block: ReceivedParagraph) -> None:
        goes_on = block.look.style.endswith(names.GOES_ON)
        last = self.draft.last(Note) if goes_on else None
        if last is not None:
            self.draft.put(replace(last, paragraphs=(*last.paragraphs, text_of(block))))
        else:
            self.draft.add(Note((text_of(block),), self.draft.source(block.line)))

    def _box(self, block: ReceivedParagraph) -> None:
        style = block.look.style
        kind = next(kind for kind, name in names.BOXES.items() if style.startswith(name))
        last = self.draft.last(Sidebar)
        if last is not None and last.kind.value == kind and _goes_on(style, last):
            self.draft.put(replace(last, paragraphs=(*last.paragraphs, text_of(block))))
            return
        titled = style.endswith(names.BOX_TITLE)
        source = self.draft.source(block.line)
        self.draft.add(Sidebar((text_of(block),), source, BoxKind(kind), titled))

    def _pull_quote(self, block: ReceivedParagraph) -> None:
        self.draft.add(PullQuote(text_of(block), self.draft.source(block.line)))

    def _divider(self, block: ReceivedParagraph) -> None:
        self.draft.add(Divider(self.draft.source(block.line)))
        if not is_unseen(block.text.string):
            self._text(block)

    # -- photos and tables -------------------------------------------------------------------------

    def _photo_words(self, block: ReceivedParagraph) -> None:
        if not self.draft.caption(block.text.string):
            self._text(block)

    def _credit(self, block: ReceivedParagraph) -> None:
        if not self.draft.credit(credit_of(block.text.string)):
            self._text(block)

    def _table(self, block: ReceivedTable) -> None:
        table = block.table
        if self._caption is not None:
            table = replace(table, caption=text_of(self._caption))
            self._caption = None
        self.draft.add(replace(table, source=self.draft.source(block.line)))

    def _table_caption(self, block: ReceivedParagraph) -> None:
        self._caption = block

    def _no_table(self) -> None:
        """Words that stood over a table stand over none: they are text."""
        caption, self._caption = self._caption, None
        if caption is not None:
            self._text(caption)

    def _table_note(self, block: ReceivedParagraph) -> None:
        table = self.draft.last(Table)
        if table is None:
            self._text(block)
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
) -> Callable[[_Reader, ReceivedParagraph], None]:
    form = ParagraphForm(kind, indented=indented)
    return lambda reader, block: reader._text(block, form)  # noqa: SLF001, of this module


_ITEMS = [
    names.of_item(name, level)
    for name in (names.NUMBERED, names.BULLETED)
    for level in range(1, DEEPEST_ITEM + 1)
]
_BOX_STYLES = [
    f"{name}{end}" for name in names.BOXES.values() for end in ("", names.GOES_ON, names.BOX_TITLE)
]

_HANDLERS: Mapping[str, Callable[[_Reader, ReceivedParagraph], None]] = MappingProxyType(
    {
        names.MASTHEAD_NAME: _Reader._head,
        names.MASTHEAD: _Reader._head,
        names.COLOPHON: _Reader._foot,
        names.CONTENTS_TITLE: _Reader._nothing,
        names.SECTION: _Reader._section,
        names.TITLE: _Reader._title,
        names.OPENING: _Reader._opening,
        names.SUBTITLE: _Reader._subtitle,
        names.BYLINE: _Reader._byline,
        names.RUN_IN: _Reader._run_in,
        names.BRIEF: _Reader._brief,
        **dict.fromkeys(names.SUBHEADINGS, _Reader._subheading),
        **dict.fromkeys(_ITEMS, _Reader._item),
        **dict.fromkeys(_BOX_STYLES, _Reader._box),
        **dict.fromkeys((names.NOTE, names.NOTE + names.GOES_ON), _Reader._note),
        names.PULL_QUOTE: _Reader._pull_quote,
        names.DIVIDER: _Reader._divider,
        names.CAPTION: _Reader._photo_words,
        names.CREDIT: _Reader._credit,
        names.TABLE_CAPTION: _Reader._table_caption,
        **dict.fromkeys((names.TABLE_NOTE, names.DATA_SOURCE), _Reader._table_note),
        names.VERSE: _form(FormKind.VERSE),
        names.VERSE_INDENTED: _form(FormKind.VERSE, indented=True),
        names.SIGNATURE: _form(FormKind.SIGNATURE),
        names.NAMES: _form(FormKind.NAMES),
        names.LEADER: _Reader._leader,
    }
)
"""What is done with a paragraph of each style; one of any other is running text."""
