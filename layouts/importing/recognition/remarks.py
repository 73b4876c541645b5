"""What there is to say and to ask about one article, and what of it is not printed."""

from __future__ import annotations

from collections.abc import Sequence

from layouts.errors import BYLINE, SUBTITLE, TITLE, Finding
from layouts.importing.photo_block import caption_of
from layouts.importing.received import Lost
from layouts.importing.recognition import cues
from layouts.importing.recognition.captions import photo_number
from layouts.importing.recognition.items import SourceItem
from layouts.importing.recognition.result import Answer, Aside, AsideKind, Doubt
from layouts.importing.recognition.spotting import Spotted
from layouts.issue.article import Block, Paragraph, Subheading
from layouts.issue.splice import in_one_line
from layouts.messages import recognition as says
from layouts.messages.message import Sentence

_SHOWN = 30
"""Characters of a text that a sentence quotes."""

_TITLE_ANSWERS = (Answer.TITLE, Answer.TEXT, Answer.SUBHEADING, Answer.SECTION, Answer.SUBTITLE)
_LINE_ANSWERS = (Answer.TITLE, Answer.SUBTITLE, Answer.SUBHEADING, Answer.TEXT)
_ARTICLE_ANSWERS = (Answer.TITLE, Answer.SUBHEADING, Answer.TEXT)
_SUBTITLE_ANSWERS = (Answer.SUBTITLE, Answer.TITLE, Answer.SUBHEADING, Answer.TEXT)
_BYLINE_ANSWERS = (Answer.BYLINE, Answer.TEXT, Answer.SUBTITLE, Answer.SUBHEADING)
_SECTION_ANSWERS = (Answer.SECTION, Answer.TITLE, Answer.TEXT)

_ASIDES = {
    AsideKind.CAPTION: (
        *("caption-without-photo", says.CAPTION_WITHOUT_PHOTO),
        (Answer.CAPTION, Answer.TEXT, Answer.LEAVE_OUT),
    ),
    AsideKind.CONTACT: ("contact-line", says.CONTACT_LINE, (Answer.LEAVE_OUT, Answer.TEXT)),
    AsideKind.EDITORS: (
        *("editors-line", says.EDITORS_LINE),
        (Answer.LEAVE_OUT, Answer.TEXT, Answer.BYLINE),
    ),
    AsideKind.DAY: (
        *("day-without-year", says.DAY_WITHOUT_YEAR),
        (Answer.LEAVE_OUT, Answer.TEXT, Answer.BYLINE),
    ),
}
"""Code, sentence and answers of each kind of aside."""


def shown(string: str) -> str:
    """As much of a text as a sentence quotes."""
    string = in_one_line(string)
    return string if len(string) <= _SHOWN else f"{string[: _SHOWN - 1]}…"


def where(line: int) -> str:
    """A place in words."""
    return f"第 {line} 行" if line else ""


class Remarks:
    """Collects doubts, findings, asides and what is left out of article `number` of a document."""

    def __init__(self, number: int) -> None:
        self.findings: list[Finding] = []
        self.doubts: list[Doubt] = []
        self.asides: list[Aside] = []
        self.lost: list[Lost] = []
        self._number = number

    def ask(
        self,
        code: str,
        sentence: Sentence,
        block: int,
        answers: tuple[Answer, ...],
        line: int,
        aside: int = -1,
    ) -> None:
        """A doubt about a block, or TITLE, SUBTITLE or BYLINE."""
        self.doubts.append(Doubt(code, *sentence, self._number, block, answers, line, aside))

    def lose(self, code: str, sentence: Sentence, text: str, line: int) -> None:
        """Something is not printed."""
        self.lost.append(Lost(code, *sentence, text, where(line)))

    def aside(self, kind: AsideKind, item: SourceItem, block: int) -> None:
        """A line above block `block` is not printed unless an editor says so."""
        code, message, answers = _ASIDES[kind]
        number = photo_number(item.string) if kind is AsideKind.CAPTION else 0
        sentence = message(words=shown(item.string))
        self.ask(code, sentence, block, answers, item.line, len(self.asides))
        marks = caption_of(item.text).marks if kind is AsideKind.CAPTION else ()
        self.asides.append(Aside(kind, self._number, block, item.string, number, item.line, marks))
        self.lose(code, sentence, item.string, item.line)

    # Doubts about the parts of an article, each line of which has its likelihood

    def about_title(self, lines: Sequence[tuple[SourceItem, float]], start: float) -> None:
        """A title, which begins an article of its own as likely as `start` says."""
        first, sure = lines[0]
        words = shown(first.string)
        if start < cues.DOUBTFUL:
            sentence = says.ARTICLE_DOUBTFUL(words=words)
            self.ask("article-doubtful", sentence, TITLE, _ARTICLE_ANSWERS, first.line)
        elif sure < cues.DOUBTFUL:
            sentence = says.TITLE_DOUBTFUL(words=words)
            self.ask("title-doubtful", sentence, TITLE, _TITLE_ANSWERS, first.line)
        last, sure = lines[-1]
        if last is not first and sure < cues.DOUBTFUL:
            sentence = says.TITLE_LINES_DOUBTFUL(words=shown(last.string))
            self.ask("title-lines-doubtful", sentence, TITLE, _LINE_ANSWERS, last.line)

    def about_missing_title(self, blocks: Sequence[Block]) -> None:
        """An article without a title: its first text may be it."""
        for place, block in enumerate(blocks):
            if isinstance(block, Paragraph | Subheading):
                answers = (Answer.TEXT, Answer.TITLE)
                sentence = says.TITLE_MISSING(words=shown(block.text.string))
                self.ask("title-missing", sentence, place, answers, block.source.line)
                return

    def about_subtitle(self, lines: Sequence[tuple[SourceItem, float]]) -> None:
        """The lines of a subtitle."""
        for item, sure in lines:
            if sure < cues.DOUBTFUL:
                sentence = says.SUBTITLE_DOUBTFUL(words=shown(item.string))
                self.ask("subtitle-doubtful", sentence, SUBTITLE, _SUBTITLE_ANSWERS, item.line)

    def about_credits(
        self, lines: Sequence[tuple[SourceItem, Spotted]], printed: Sequence[SourceItem]
    ) -> None:
        """By-lines, and lines that say where and when; those not among `printed` are not."""
        are_printed = {id(item) for item in printed}
        for item, spotted in lines:
            if spotted.confidence < cues.DOUBTFUL:
                sentence = says.BYLINE_DOUBTFUL(words=shown(item.string))
                self.ask("byline-doubtful", sentence, BYLINE, _BYLINE_ANSWERS, item.line)
            if id(item) not in are_printed:
                sentence = says.LOST_FIELD(words=shown(item.string))
                self.lose("read-as-field", sentence, item.string, item.line)
            elif spotted.credit and spotted.credit.beside:
                beside = spotted.credit.beside
                sentence = says.LOST_BYLINE_PART(words=shown(beside))
                self.lose("byline-part", sentence, beside, item.line)

    def about_section(self, name: str, sure: float, line: int) -> None:
        """The name of a section."""
        if sure < cues.DOUBTFUL:
            sentence = says.SECTION_DOUBTFUL(words=shown(name))
            self.ask("section-doubtful", sentence, TITLE, _SECTION_ANSWERS, line)

    def about_heading(self, item: SourceItem, sure: float, block: int) -> None:
        """A line that may be a sub-heading, taken for one where it is likely."""
        if not cues.UNLIKELY <= sure < cues.DOUBTFUL:
            return
        message, answers = says.TEXT_DOUBTFUL, (Answer.TEXT, Answer.SUBHEADING, Answer.TITLE)
        if sure >= cues.LIKELY:
            message = says.SUBHEADING_DOUBTFUL
            answers = (Answer.SUBHEADING, Answer.TEXT, Answer.TITLE)
        sentence = message(words=shown(item.string))
        self.ask("subheading-doubtful", sentence, block, answers, item.line)
