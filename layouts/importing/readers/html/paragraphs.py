"""Paragraphs put together from the characters of a page: spaces collapsed, lines and paragraphs
told apart, labels, notes, comments and photos where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from layouts.importing.drafts import ParagraphDraft, RunLook
from layouts.importing.gatherer import BlockGatherer
from layouts.importing.readers.html.lists import BULLETS
from layouts.importing.readers.html.looks import PLAIN_STYLE, HtmlStyle
from layouts.importing.readers.html.loss import lose
from layouts.importing.received import Look, ReceivedPhoto
from layouts.importing.symbols import symbol
from layouts.issue.splice import space_between
from layouts.issue.text import LINE_BREAK, Comment, MarkKind

_BLANKS = " \t\n\r\f"
_RUN = re.compile("[ \t\n\r\f]+")
"""White space of HTML, which collapses (CSS Text 3, 4.1.1)."""

_INDENTED = re.compile("\u3000|\u2003|\xa0{2}")
_BOXES = ("☑", "☐")
_LONGEST_LABEL = 10
"""Characters of a number that Word wrote as text: （一百二十三）has seven."""

_FULL = 1.05
"""Shares of the text's width that photos of one row have together at most, rounding allowed."""


class PageParagraphs:
    """Takes characters and photos in the order of a page, hands paragraphs to a gatherer."""

    def __init__(self, gatherer: BlockGatherer, *, breaks_are_spaces: bool, counts: bool) -> None:
        self._gatherer = gatherer
        self._breaks_are_spaces = breaks_are_spaces
        self._counts = counts
        self._known: dict[HtmlStyle, RunLook] = {}
        self._label, self._level = "", 0
        self._rows = 0
        self._begin()

    def _begin(self) -> None:
        self._draft = ParagraphDraft()
        self._style: HtmlStyle | None = None
        self._space = ""
        self._last = ""
        self._is_open = False  # something stands on the present line
        self._is_begun = False
        self._notes: list[str] = []
        self._photos: list[int] = []

    def say(self, string: str, style: HtmlStyle) -> None:
        """Characters, their spaces collapsed where the style does not keep them."""
        if style.flow == "pre":
            self._lines(string, style)
            return
        words = string.strip(_BLANKS)
        if not words:
            self._blank(string)
            return
        start = string.index(words[0])
        self._blank(string[:start])
        self._word(_RUN.sub(self._one_space, words), style)
        self._blank(string[start + len(words) :])

    def _one_space(self, run: re.Match[str]) -> str:
        """What stands for white space between words: nothing for a line end between Hanzi."""
        if "\n" not in run[0] or self._breaks_are_spaces:
            return " "
        words = run.string
        return space_between(words[run.start() - 1], words[run.end()])

    def _blank(self, blank: str) -> None:
        """White space at an end of some characters: what it becomes tells what comes next."""
        if not blank:
            return
        if "\n" in blank and not self._breaks_are_spaces:
            self._space = self._space or "\n"
        else:
            self._space = " "

    def _word(self, word: str, style: HtmlStyle) -> None:
        if not self._is_open and not self._draft.is_blank and _INDENTED.match(word):
            self.end()
        space, self._space = self._space, ""
        if space and self._is_open and self._last:
            self._put(space_between(self._last, word) if space == "\n" else space, style)
        self._put(word, style)

    def _put(self, string: str, style: HtmlStyle) -> None:
        if not string:
            return
        self._start()
        if self._style is None and string.strip():
            self._style = style
        if style.symbols:
            string = "".join(_sign(character, style.symbols) for character in string)
        self._draft.add(string.replace("\xa0", " "), self._look_of(style))
        self._last = string[-1]
        self._is_open = True
        for words in self._notes:
            self._draft.note(words)
        self._notes.clear()

    def _start(self) -> None:
        if not self._is_begun:
            self._is_begun = True
            if self._counts:
                self._gatherer.next_line()

    def _lines(self, string: str, style: HtmlStyle) -> None:
        for place, line in enumerate(string.replace("\r\n", "\n").split("\n")):
            if place:
                self.line_break(style)
            self._space = ""
            self._put(line.replace("\t", "    "), style)

    def _look_of(self, style: HtmlStyle) -> RunLook:
        look = self._known.get(style)
        if look is None:
            look = RunLook(style.size, style.bold, tuple(_marks(style)), style.link, style.line)
            self._known[style] = look
        return look

    def line_break(self, style: HtmlStyle) -> None:
        """A line ends; two ends in a row part paragraphs."""
        self._space = ""
        if self._is_open:
            if not self._draft.is_blank:
                self._draft.add(LINE_BREAK, self._look_of(style))
            self._is_open = False
            self._last = ""
            return
        self.end()
        self._gatherer.blank()

    def read(self, base: str, reading: str, style: HtmlStyle) -> None:
        """Characters with a reading over them."""
        base = " ".join(base.split())
        if not base:
            self.say(reading, style)
            return
        self._start()
        self._style = self._style or style
        self._draft.read(base, reading, self._look_of(style))
        self._last, self._is_open = base[-1], True

    def note(self, words: str) -> None:
        """A note on the character before, or on the first that comes."""
        if words and not self._draft.note(words):
            self._notes.append(words)

    def comment_before(self, comment: Comment) -> None:
        """A remark on the character before."""
        end = self._draft.length
        if end and comment.text:
            self._draft.comment(end - 1, end, comment)
        elif comment.text:
            lose(self._gatherer, "comment", comment.text)

    def commented(self, comment: Comment) -> Callable[[], None]:
        """A remark on the words from here to where the function given back is called."""
        draft, start = self._draft, self._draft.length

        def leave() -> None:
            begin = start if draft is self._draft else 0
            self._draft.comment(begin, self._draft.length, comment)

        return leave

    def label(self, said: str, font: str, level: int = 0) -> None:
        """The number or bullet of the paragraph that comes or has just begun, and the level of its
        list where it is known.
        """
        self._level = level
        words = "".join(said.replace("\xa0", " ").split())
        if words in _BOXES and self._label in BULLETS.values():
            self._label = ""
        self._label += "".join(_sign(character, font) for character in words)

    def make_label(self) -> bool:
        """Make what stands in the paragraph its label; False where it is too much for one."""
        string = self._draft.string.strip()
        if not string or len(string) > _LONGEST_LABEL or self._label:
            return False
        self._draft = ParagraphDraft()
        self._label, self._last, self._space = string, "", ""
        self._level = 0
        return True

    def drop_label(self) -> None:
        """An item ends: a label that found no words is told."""
        self.end()
        if self._label:
            lose(self._gatherer, "empty-label", self._label)
            self._label = ""

    def photo(self, photo: ReceivedPhoto, style: HtmlStyle) -> None:
        """A photo: before the paragraph it stands in, after one whose last line has ended."""
        if not self._is_open and not self._draft.is_blank:
            self.end()
        self._start()
        self._is_open = True
        self._photos.append(len(self._gatherer.blocks))
        self._gatherer.photo(replace(photo, line=self._gatherer.line, look=_look(style)))

    def end(self) -> None:
        """The paragraph ends."""
        draft, style, photos = self._draft, self._style or PLAIN_STYLE, self._photos
        for words in self._notes:
            lose(self._gatherer, "note", words)
        if draft.is_blank:
            self._begin()
            if len(photos) > 1:
                self._in_a_row(photos)
            return
        if self._label:
            draft.number(self._label, self._level)
            self._label = ""
        paragraph = draft.finish(_look(style), self._gatherer.line)
        self._begin()
        if paragraph:
            self._gatherer.paragraph(paragraph)

    def _in_a_row(self, places: list[int]) -> None:
        """Photos alone in a paragraph stand beside each other where there is room for it."""
        blocks = self._gatherer.blocks
        photos = [block for place in places if isinstance(block := blocks[place], ReceivedPhoto)]
        if sum(photo.share or 1 / len(photos) for photo in photos) > _FULL:
            return
        row = self.next_row()
        for place, photo in zip(places, photos, strict=True):
            blocks[place] = replace(photo, row=row)

    def next_row(self) -> str:
        """A name for photos beside each other."""
        self._rows += 1
        return f"row-{self._gatherer.line}-{self._rows}"


def _marks(style: HtmlStyle) -> Iterator[MarkKind]:
    if style.italic and not style.bold:
        yield MarkKind.KAI
    if style.dots:
        yield MarkKind.DOTS
    if style.underline and not style.link:
        yield MarkKind.UNDERLINE
    if style.struck:
        yield MarkKind.STRIKE
    if style.script:
        yield MarkKind.SUPERSCRIPT if style.script == "sup" else MarkKind.SUBSCRIPT


def _look(style: HtmlStyle) -> Look:
    return Look(
        centred="center" in style.align,
        flush_right=style.align in ("right", "end", "-webkit-right"),
        style=style.name,
        heading=style.heading,
        indent=style.indent,
        is_title=style.role == "title",
        is_subtitle=style.role == "subtitle",
        is_caption=style.role == "caption",
        is_quote=style.quote or style.role == "quote",
        in_box=style.box,
    )


def _sign(character: str, font: str) -> str:
    """A character as its font shows it: in Wingdings letters are signs; Symbol has only those that
    Word keeps apart.
    """
    if font.startswith(("wingdings", "webdings")) and character.isascii():
        found = symbol(font, chr(0xF000 + ord(character)))
        return found if ord(found) < 0xF000 else character
    return symbol(font, character) if font else character
