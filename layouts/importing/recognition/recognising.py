"""From a received document to the articles in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layouts.importing.received import Lost, ReceivedDocument, ReceivedPhoto, ReceivedTable
from layouts.importing.recognition import cues
from layouts.importing.recognition.builder import ArticleBuilder, level_of
from layouts.importing.recognition.credit_words import CreditSort
from layouts.importing.recognition.ends import Head, mark_tail
from layouts.importing.recognition.headings import find_headings
from layouts.importing.recognition.items import Role, SourceItem, items_of
from layouts.importing.recognition.looks import UsualLook, usual_look
from layouts.importing.recognition.opening import is_colophon, read_masthead
from layouts.importing.recognition.outline import with_outline
from layouts.importing.recognition.parting import Start, starts
from layouts.importing.recognition.remarks import Remarks, where
from layouts.importing.recognition.result import AsideKind, Doubt, RecognisedArticle, Recognition
from layouts.importing.recognition.spotting import Spotted, is_note_label, spot
from layouts.importing.recognition.tying import tie_photos, tie_tables
from layouts.manuscript.marks import is_contents_name
from layouts.messages import recognition as says
from layouts.messages.message import Message


class _Read(Struct, frozen=True):
    """A document taken apart: its items, their roles, and captions with what they belong to."""

    file: str
    items: tuple[SourceItem, ...]
    spots: list[Spotted]
    tied: Mapping[int, int]
    words_of: Mapping[int, Sequence[int]]
    usual: UsualLook
    sections: tuple[str, ...]
    measure: float


def recognise(
    document: ReceivedDocument, sections: Collection[str] = (), measure: float = 34.0
) -> Recognition:
    """The articles of a document, their texts as the source has them.

    `sections` are the names of the issue's sections; `measure` is the em in a line of the layout,
    of which a photo's width is a share.
    """
    file = str(document.path)
    items = items_of(document.blocks)
    opening = read_masthead(items)
    lost = list(_lost_opening(items[: opening.taken]))
    items = items[opening.taken :]
    if opening.taken:
        end = _colophon_start(items)
        lost += _lost(items[end:], "colophon", says.LOST_COLOPHON)
        items = items[:end]
    names = tuple("".join(name.split()) for name in sections)
    spots = [spot(item, names) for item in items]
    usual = usual_look(items)
    _extend_notes(items, spots)
    tied = tie_tables(items, spots)
    tied |= tie_photos(items, spots, usual)
    spots = with_outline(items, spots, usual)
    words_of: dict[int, list[int]] = {}
    for line, thing in tied.items():
        words_of.setdefault(thing, []).append(line)
    read = _Read(file, items, spots, tied, words_of, usual, names, measure)
    found = starts(items, spots, usual, is_issue=opening.taken > 0) if items else []
    result = _assembled(read, found)
    masthead = opening.masthead if opening.masthead.number else None
    return replace(result, lost=(*lost, *result.lost), masthead=masthead)


def _lost_opening(items: Sequence[SourceItem]) -> Iterator[Lost]:
    """The masthead and the contents, which begin with their name."""
    names = (place for place, item in enumerate(items) if is_contents_name(item.string))
    contents = next(names, len(items))
    yield from _lost(items[:contents], "masthead", says.LOST_MASTHEAD)
    yield from _lost(items[contents:], "contents", says.LOST_CONTENTS)


def _lost(items: Sequence[SourceItem], code: str, message: Message) -> Iterator[Lost]:
    for item in items:
        words = _words(item)
        if words or isinstance(item.thing, ReceivedPhoto):
            yield Lost(code, *message(), words, where(item.line))


def _words(item: SourceItem) -> str:
    """All characters of an item, those of a table's cells and a photo's caption too."""
    if isinstance(item.thing, ReceivedTable):
        table = item.thing.table
        cells = [cell for row in (table.header, *table.rows) for cell in row]
        texts = [*([table.caption] if table.caption else []), *cells, *table.notes]
        return " ".join(text.string for text in texts)
    if isinstance(item.thing, ReceivedPhoto):
        return item.thing.caption.string
    return f"{item.label}{item.string}"


def _colophon_start(items: Sequence[SourceItem]) -> int:
    """Where the colophon at the end of a whole issue begins."""
    end = len(items)
    while end and (items[end - 1].thing is not None or is_colophon(items[end - 1].string)):
        end -= 1
    return next((place for place in range(end, len(items)) if items[place].string), len(items))


def _extend_notes(items: Sequence[SourceItem], spots: list[Spotted]) -> None:
    """What follows a line that only says 编者按 is the note."""
    for place, item in enumerate(items[:-1]):
        if spots[place].role is Role.NOTE and is_note_label(item.string):
            below = spots[place + 1]
            if below.role is Role.TEXT:
                spots[place + 1] = Spotted(Role.NOTE, cues.ROLE_AFTER)


class _Assembly:
    """Articles as they are finished, with all there is to say of them."""

    def __init__(self) -> None:
        self.articles: list[RecognisedArticle] = []
        self._remarks: list[Remarks] = []
        self._doubts: list[Doubt] = []
        self._asides = 0

    def add(self, builder: ArticleBuilder, line: int, start: Start) -> None:
        """One article more; nothing but a section's name is none."""
        remarks = builder.remarks
        if builder.is_empty and not remarks.asides:
            builder.lose_sections()
        else:
            article = builder.finished(line, start.confidence)
            self.articles.append(_in_section(article, self.articles[-1:]))
        self._doubts += (
            doubt._replace(aside=doubt.aside + self._asides) if doubt.aside >= 0 else doubt
            for doubt in remarks.doubts
        )
        self._asides += len(remarks.asides)
        self._remarks.append(remarks)

    def finished(self) -> Recognition:
        """What was recognised."""
        return Recognition(
            tuple(self.articles),
            tuple(finding for remarks in self._remarks for finding in remarks.findings),
            tuple(self._doubts),
            tuple(entry for remarks in self._remarks for entry in remarks.lost),
            tuple(aside for remarks in self._remarks for aside in remarks.asides),
        )


def _assembled(read: _Read, found: Sequence[Start]) -> Recognition:
    """The articles that begin at these places, and all there is to say of them."""
    assembly = _Assembly()
    ends = (*(start.place for start in found[1:]), len(read.items))
    for start, end in zip(found, ends, strict=False):
        builder = ArticleBuilder(read.file, len(assembly.articles), read.measure)
        _build(read, start, end, builder)
        assembly.add(builder, read.items[start.place].line, start)
    return assembly.finished()


def _in_section(
    article: RecognisedArticle, above: Sequence[RecognisedArticle]
) -> RecognisedArticle:
    """An article that names no section stands in that of the one above."""
    if article.section or not above or not above[0].section:
        return article
    sure = {"section": above[0].confidence.get("section", cues.SUREST)}
    return replace(article, section=above[0].section, confidence={**article.confidence, **sure})


def _build(read: _Read, start: Start, end: int, builder: ArticleBuilder) -> None:
    """One article out of the items from its start up to `end`."""
    first = start.place
    items, spots = read.items[first:end], read.spots[first:end]
    head = Head(items, spots, read.usual)
    if start.briefs:
        builder.brief()
    below = mark_tail(items, spots, head.end)
    _to_body(spots, head.end, below)
    text = slice(head.end, below)
    levels = [item.look.heading for item in items[text] if item.look.heading]
    guesses = {
        head.end + guess.place: guess
        for guess in find_headings(items[text], spots[text], read.usual, min(levels, default=0))
    }
    for place, (item, spotted) in enumerate(zip(items, spots, strict=True)):
        builder.label(item)
        if spotted.role in (Role.PHOTO, Role.TABLE):
            _add_thing(read, first + place, builder)
        elif spotted.role is Role.CAPTION and first + place not in read.tied:
            builder.aside(AsideKind.CAPTION, item)
        elif spotted.role is Role.NOTE:
            builder.note(item, goes_on=place > 0 and spots[place - 1].role is Role.NOTE)
        elif (guess := guesses.get(place)) and spotted.role in (Role.TEXT, Role.HEADING):
            builder.heading(item, guess.level, guess.confidence)
        else:
            _add(item, spotted, builder, read.sections)


def _to_body(spots: list[Spotted], first: int, end: int) -> None:
    """Between head and tail: by-lines say less, titles and sections are sub-headings at most."""
    for place in range(first, end):
        spotted = spots[place]
        if spotted.role is Role.CREDIT and spotted.credit is not None:
            is_byline = spotted.credit.sort is CreditSort.WRITER
            spots[place] = (
                spotted._replace(confidence=spotted.confidence * cues.IN_THE_MIDDLE)
                if is_byline
                else Spotted(Role.TEXT)
            )
        elif spotted.role is Role.SUBTITLE:
            spots[place] = Spotted(Role.TEXT)
        elif spotted.role in (Role.SECTION, Role.TITLE):
            spots[place] = Spotted(Role.HEADING, cues.LIKELY)


def _add(
    item: SourceItem, spotted: Spotted, builder: ArticleBuilder, sections: Sequence[str]
) -> None:
    """An item whose role says all."""
    role = spotted.role
    if not item.string:
        return
    if role is Role.SECTION:
        builder.section(item, spotted, sections)
    elif role is Role.TITLE:
        builder.title(item, spotted.confidence)
    elif role is Role.SUBTITLE:
        builder.subtitle(item, spotted.confidence)
    elif role is Role.CREDIT:
        builder.credit(item, spotted)
    elif role is Role.ASIDE:
        builder.aside(_aside_kind(spotted), item)
    elif role is Role.LEFT_OUT:
        builder.leave_out(item)
    elif role is Role.RUN_IN and builder.is_empty:
        builder.run_in(item)
    elif role is Role.HEADING:
        builder.heading(item, level_of(item), spotted.confidence)
    elif role not in (Role.CAPTION, Role.TABLE_WORDS):
        builder.text(item)


def _aside_kind(spotted: Spotted) -> AsideKind:
    if spotted.credit is None:
        return AsideKind.DAY
    return AsideKind.EDITORS if spotted.credit.sort is CreditSort.EDITOR else AsideKind.CONTACT


def _add_thing(read: _Read, place: int, builder: ArticleBuilder) -> None:
    """A photo or a table with the lines tied to it."""
    tied = sorted(read.words_of.get(place, ()))
    lines = [(read.items[line], read.spots[line].confidence) for line in tied]
    if read.spots[place].role is Role.PHOTO:
        builder.photo(read.items[place], lines)
    else:
        above = [read.items[line].text for line in tied if line < place]
        below = [read.items[line].text for line in tied if line > place]
        builder.table(read.items[place], above, below)
