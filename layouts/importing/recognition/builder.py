"""One article put together from its items and their roles."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from layouts.errors import Finding, Source
from layouts.importing.photo_block import caption_of, photo_block
from layouts.importing.received import ReceivedPhoto, ReceivedTable
from layouts.importing.recognition import cues
from layouts.importing.recognition.captions import is_table_note
from layouts.importing.recognition.credit_words import CreditSort
from layouts.importing.recognition.credits import Credit, names_printed
from layouts.importing.recognition.headings import heading_level
from layouts.importing.recognition.items import SourceItem
from layouts.importing.recognition.opening import is_form
from layouts.importing.recognition.remarks import Remarks, shown
from layouts.importing.recognition.result import (
    Answer,
    AsideKind,
    RecognisedArticle,
)
from layouts.importing.recognition.spotting import Spotted, section_said
from layouts.issue.article import (
    Article,
    ArticleKind,
    Block,
    Note,
    Paragraph,
    Subheading,
    Table,
)
from layouts.issue.marks import TRAITS
from layouts.issue.splice import NO_TEXT, concat, join, joined_by, merged, text_in_one_line, without
from layouts.issue.text import LINE_BREAK, MarkKind, Text
from layouts.manuscript.runin import run_in
from layouts.messages import recognition as says

_GIVER = "供稿："


class ArticleBuilder:
    """Takes the items of one article in their order, and gives the article and what to say of it.

    `number` is its index among those of the document; `captions` are the captions tied to photos
    and tables of the document, by the item they stand in.
    """

    def __init__(self, file: str, number: int, measure: float) -> None:
        self.remarks = Remarks(number)
        self._file = file
        self._measure = measure
        self._kind = ArticleKind.HEADLINE
        self._titles: list[tuple[SourceItem, float]] = []
        self._subtitles: list[tuple[SourceItem, float]] = []
        self._credits: list[tuple[SourceItem, Spotted]] = []
        self._sections: list[tuple[str, float, int]] = []
        self._run_in_title: Text | None = None
        self._blocks: list[Block] = []

    # What is taken

    def section(self, item: SourceItem, spotted: Spotted, names: Sequence[str]) -> None:
        """A line that names the section."""
        name = section_said(item.string, names) or "".join(item.string.split())
        if self._sections:
            old = self._sections.pop()[0]
            self.remarks.lose("section-empty", says.LOST_SECTION(words=old), old, item.line)
        if name not in "".join(item.string.split()):
            sentence = says.LOST_LABEL(words=item.string)
            self.remarks.lose("label", sentence, item.string, item.line)
        self._sections.append((name, spotted.confidence, item.line))

    def title(self, item: SourceItem, confidence: float) -> None:
        """A line of the title."""
        self._titles.append((item, confidence))

    def subtitle(self, item: SourceItem, confidence: float) -> None:
        """A line of the subtitle."""
        self._subtitles.append((item, confidence))

    def credit(self, item: SourceItem, spotted: Spotted) -> None:
        """A by-line, or a line that says where or when the article came out."""
        self._credits.append((item, spotted))

    def brief(self) -> None:
        """The article is a brief."""
        self._kind = ArticleKind.BRIEF

    def run_in(self, item: SourceItem) -> None:
        """The first paragraph of a run-in article."""
        self._kind = ArticleKind.RUN_IN
        self._run_in_title, first = run_in(item.text)
        self._blocks.append(Paragraph(first, self._source(item)))

    def text(self, item: SourceItem) -> None:
        """A paragraph; what was cut off the one above goes back to it."""
        last = self._blocks[-1] if self._blocks else None
        if item.goes_on and isinstance(last, Paragraph):
            self._blocks[-1] = replace(last, text=join(last.text, item.text))
        else:
            self._blocks.append(Paragraph(item.text, self._source(item)))

    def heading(self, item: SourceItem, level: int, confidence: float) -> None:
        """A line that is a sub-heading, or could be one."""
        likely = confidence >= cues.LIKELY
        if likely:
            words = without(item.text, MarkKind.BOLD)
            self._blocks.append(Subheading(words, level, self._source(item)))
        else:
            self.text(item)
        self.remarks.about_heading(item, confidence, len(self._blocks) - 1)

    def note(self, item: SourceItem, *, goes_on: bool) -> None:
        """A paragraph of an editor's note."""
        last = self._blocks[-1] if self._blocks else None
        if goes_on and isinstance(last, Note):
            self._blocks[-1] = replace(last, paragraphs=(*last.paragraphs, item.text))
        else:
            self._blocks.append(Note((item.text,), self._source(item)))

    def photo(self, item: SourceItem, captions: Sequence[tuple[SourceItem, float]]) -> None:
        """A photo and the lines that are its caption."""
        photo = item.thing
        if not isinstance(photo, ReceivedPhoto):
            return
        words = [caption_of(photo.caption)] if photo.caption.string else []
        words += [text_in_one_line(caption_of(caption.text)) for caption, _ in captions]
        if photo.path is None:
            for caption, _ in captions:
                self.aside(AsideKind.CAPTION, caption)
            if photo.caption.string:
                self.aside(AsideKind.CAPTION, replace(item, text=photo.caption))
            return
        caption = joined_by("\u3000", words)
        self._blocks.append(
            photo_block(photo, photo.path, caption, self._source(item), self._measure)
        )
        self._about_photo(photo, captions)

    def _about_photo(
        self, photo: ReceivedPhoto, captions: Sequence[tuple[SourceItem, float]]
    ) -> None:
        if photo.turn % 360:
            name = photo.name or (photo.path.name if photo.path else "")
            sentence = says.PHOTO_TURNED(name=name, degrees=photo.turn % 360)
            source = Source(self._file, photo.line)
            self.remarks.findings.append(Finding("warning", "photo-turned", *sentence, source))
        for caption, confidence in captions:
            words = shown(caption.string)
            if confidence < cues.DOUBTFUL:
                answers = (Answer.CAPTION, Answer.TEXT, Answer.SUBHEADING)
                sentence = says.CAPTION_DOUBTFUL(words=words)
                place = len(self._blocks) - 1
                self.remarks.ask("caption-doubtful", sentence, place, answers, caption.line)

    def table(self, item: SourceItem, above: Sequence[Text], below: Sequence[Text]) -> None:
        """A table with the lines above it, the first of which is its caption, and below it."""
        if not isinstance(item.thing, ReceivedTable):
            return
        table: Table = item.thing.table
        caption, notes = table.caption, list(above)
        if caption is None and notes and not is_table_note(notes[0].string):
            caption = without(notes.pop(0), MarkKind.BOLD)
        notes = (*notes, *table.notes, *below)
        self._blocks.append(replace(table, caption=caption, notes=notes))

    def aside(self, kind: AsideKind, item: SourceItem) -> None:
        """A line that is not printed unless an editor says so."""
        self.remarks.aside(kind, item, len(self._blocks))

    def leave_out(self, item: SourceItem) -> None:
        """A line of a web page, or one that only says what follows."""
        if is_form(item.string):
            sentence = says.LOST_LABEL(words=item.string)
            self.remarks.lose("label", sentence, item.string, item.line)
        elif item.string:
            self.remarks.lose("web-page-words", says.LOST_WEB(), item.string, item.line)

    def label(self, item: SourceItem) -> None:
        """The word before an item that says what it is."""
        if item.label:
            sentence = says.LOST_LABEL(words=item.label)
            self.remarks.lose("label", sentence, item.label, item.line)

    # What comes of it

    def finished(self, line: int, start: float) -> RecognisedArticle:
        """The article, which begins at `line`; `start` is how likely it is one of its own."""
        title = self._run_in_title or _joined([item.text for item, _ in self._titles])
        subtitle = _joined([item.text for item, _ in self._subtitles])
        printed = self._printed()
        origin, date = self._origin(), self._date()
        article = Article(
            self._kind,
            title,
            tuple(self._blocks),
            Source(self._file, line),
            _byline(printed),
            subtitle=subtitle if subtitle.string else None,
            date=date,
            origin=origin,
        )
        self._say(start, [item for item, _ in printed])
        raw = "\n".join(item.string for item, _ in printed)
        section = self._sections[-1][0] if self._sections else ""
        return RecognisedArticle(article, section, raw, self._confidence(start, printed))

    def _say(self, start: float, printed: Sequence[SourceItem]) -> None:
        """What there is to ask about the parts of the article."""
        if self._titles:
            self.remarks.about_title(self._titles, start)
        elif self._kind is ArticleKind.HEADLINE:
            self.remarks.about_missing_title(self._blocks)
        self.remarks.about_subtitle(self._subtitles)
        self.remarks.about_credits(self._credits, printed)
        for section in self._sections:
            self.remarks.about_section(*section)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of an article was taken but perhaps a section's name."""
        return not (self._blocks or self._titles or self._credits or self._subtitles)

    def lose_sections(self) -> None:
        """No article came under the section's name."""
        for name, _, line in self._sections:
            self.remarks.lose("section-empty", says.LOST_SECTION(words=name), name, line)

    def _printed(self) -> list[tuple[SourceItem, Credit]]:
        """The lines that are the by-line."""
        return [
            (item, spotted.credit)
            for item, spotted in self._credits
            if spotted.credit is not None
            and spotted.credit.sort in (CreditSort.WRITER, CreditSort.PHOTO)
        ]

    def _origin(self) -> str:
        found = (spotted.credit.origin for _, spotted in self._credits if spotted.credit)
        return next(filter(None, found), "")

    def _date(self) -> datetime.date | None:
        found = (spotted.credit.date for _, spotted in self._credits if spotted.credit)
        return next(filter(None, found), None)

    def _confidence(
        self, start: float, printed: Sequence[tuple[SourceItem, Credit]]
    ) -> Mapping[str, float]:
        found: dict[str, float] = {"kind": cues.SUREST}
        if self._titles:
            found["title"] = min(start, *(sure for _, sure in self._titles))
        elif self._run_in_title is not None:
            found["title"] = cues.SUREST
        if self._subtitles:
            found["subtitle"] = min(sure for _, sure in self._subtitles)
        if self._sections:
            found["section"] = self._sections[-1][1]
        shown_lines = {id(item) for item, _ in printed}
        for item, spotted in self._credits:
            credit, sure = spotted.credit, spotted.confidence
            keys = {
                "byline": id(item) in shown_lines,
                "date": credit is not None and credit.date is not None,
                "source": credit is not None and bool(credit.origin),
            }
            found |= {
                key: min(sure, found.get(key, 1)) for key, is_there in keys.items() if is_there
            }
        return found

    def _source(self, item: SourceItem) -> Source:
        return Source(self._file, item.line)


def level_of(item: SourceItem) -> int:
    """The level of a heading that only its place tells: that of its label, else the first."""
    return heading_level(item.string) or 1


def _joined(texts: Sequence[Text]) -> Text:
    """Lines of one title."""
    whole = NO_TEXT
    for text in texts:
        line = without(text, MarkKind.BOLD)
        whole = concat(whole, Text(LINE_BREAK), line) if whole.string else line
    return whole


def _byline(printed: Sequence[tuple[SourceItem, Credit]]) -> Text | None:
    """The by-line as an issue prints it: 【供稿：单位 姓名、姓名】.

    Comments and notes on the line in the source lie on all its words.
    """
    words = _one_giver(dict.fromkeys(credit.words for _, credit in printed))
    if not words:
        return None
    inside = "\u3000".join(words)
    string = f"【{inside}】"
    marks = [
        mark._replace(start=0, end=len(string))
        for item, _ in printed
        for mark in item.text.marks
        if TRAITS[mark.kind].valued and not TRAITS[mark.kind].merges
    ]
    return Text(string, merged(marks))


def _one_giver(lines: Iterable[str]) -> list[str]:
    """The lines of a by-line, those that say who sent it in as one: body and name below it."""
    words: list[str] = []
    for line in lines:
        if words and line.startswith(_GIVER) and words[-1].startswith(_GIVER):
            names = f"{words[-1].removeprefix(_GIVER)} {line.removeprefix(_GIVER)}"
            words[-1] = f"{_GIVER}{names_printed(names)}"
        else:
            words.append(line)
    return words
