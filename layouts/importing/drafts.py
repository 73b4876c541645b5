"""A paragraph as a reader comes upon it, run by run, until it can be handed on as received."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec.structs import replace

from layouts.importing.received import PLAIN, Look, ReceivedParagraph
from layouts.issue.marks import TRAITS
from layouts.issue.splice import consistent, without
from layouts.issue.text import LINE_BREAK, Comment, Mark, MarkKind, Text

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_IDEOGRAPHIC_SPACE = "\u3000"
_TAB_EM = 2.0
"""A tab at the start of a paragraph stands in by two characters: what Chinese text is indented."""


USUAL_SIZE = 12.0
"""Points: what office programs set where nothing says a size."""


class RunLook(NamedTuple):
    """How a run of characters looks: its size in points (None where unknown), bold or not, and what
    else is marked on it; `underline` is how a line under it is drawn.
    """

    size: float | None = None
    bold: bool = False
    marks: tuple[MarkKind, ...] = ()
    link: str = ""
    underline: str = ""


PLAIN_RUN = RunLook()


class ParagraphDraft:
    """Characters gathered with their marks; offsets count what was added, before any trimming."""

    def __init__(self) -> None:
        self.length = 0
        self._pieces: list[str] = []
        self._marks: list[Mark] = []
        self._looks: list[tuple[str, RunLook]] = []
        self._label, self._level = "", 0

    def add(self, string: str, look: RunLook = PLAIN_RUN) -> None:
        """Characters of a run. Any kind of line end in them is a line break; controls go."""
        string = _LINE_ENDS.sub(LINE_BREAK, _CONTROLS.sub("", string))
        if not string:
            return
        start = self.length
        self._pieces.append(string)
        self.length += len(string)
        self._looks.append((string, look))
        self._marks += (
            Mark(start, self.length, kind, look.underline if kind is MarkKind.UNDERLINE else "")
            for kind in _kinds(look)
        )
        if look.link:
            self._marks.append(Mark(start, self.length, MarkKind.LINK, look.link))

    def number(self, label: str, level: int = 0) -> None:
        """The automatic number of the paragraph: characters before all others; the level of its
        list.
        """
        self._level = level
        self._label = _LINE_ENDS.sub("", _CONTROLS.sub("", label)).strip()

    def read(self, base: str, reading: str, look: RunLook = PLAIN_RUN) -> None:
        """Characters with a reading over them (注音)."""
        start = self.length
        self.add(base, look)
        self.over(start, reading)

    def over(self, start: int, reading: str) -> None:
        """A reading over the characters from `start` on."""
        reading = " ".join(_CONTROLS.sub("", reading).split())
        if reading and self.length > start:
            self._marks.append(Mark(start, self.length, MarkKind.RUBY, reading))

    def note(self, words: str) -> bool:
        """A note on the character before; False where there is none that could carry it."""
        words = " ".join(words.split())
        if words and self.length:
            self._marks.append(Mark(self.length - 1, self.length, MarkKind.NOTE, words))
        return bool(words and self.length)

    def comment(self, start: int, end: int, comment: Comment) -> None:
        """A remark on some characters, on the one before where there are none."""
        self._marks.append(Mark(start, max(end, start), MarkKind.COMMENT, comment))

    @property
    def string(self) -> str:
        """What was added so far."""
        return "".join(self._pieces)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it that could be seen."""
        return not self._label and not any(piece.strip() for piece in self._pieces)

    def text(self) -> Text:
        """The characters with their marks, without spaces at both ends."""
        string = self.string
        begin = len(string) - len(string.lstrip())
        end = max(begin, len(string.rstrip()))
        label = self._label
        if not self._marks:
            return Text(label + string[begin:end])
        shift = len(label) - begin
        marks = (_clamped(mark, begin, end) for mark in self._marks)
        kept = (
            mark._replace(start=mark.start + shift, end=mark.end + shift) for mark in marks if mark
        )
        return consistent(label + string[begin:end], kept)

    def finish(
        self, look: Look = PLAIN, line: int = 0, first_line: float = 0.0
    ) -> ReceivedParagraph | None:
        """The paragraph as received; None where nothing of it can be seen.

        Its size is that of most characters. Where all are bold, that is its look and no mark. To
        the indent of `look` is added what was typed, and `first_line` in points.
        """
        if self.is_blank:
            return None
        size = self._size()
        indent = look.indent + self._typed_indent() + first_line / (size or USUAL_SIZE)
        is_bold = self._is_bold()
        text = self.text()
        return ReceivedParagraph(
            text=without(text, MarkKind.BOLD) if is_bold else text,
            line=line,
            look=replace(
                look,
                size=size,
                bold=is_bold,
                indent=max(0.0, round(indent, 2)),
            ),
            label=len(self._label),
            level=self._level,
        )

    def _size(self) -> float | None:
        counted: dict[float | None, int] = {}
        for string, look in self._looks:
            seen = sum(map(len, string.split()))
            counted[look.size] = counted.get(look.size, 0) + seen
        return max(counted, key=counted.__getitem__, default=None)

    def _is_bold(self) -> bool:
        seen = [look.bold for string, look in self._looks if string.strip()]
        return bool(seen) and all(seen)

    def _typed_indent(self) -> float:
        string = self.string
        blanks = string[: len(string) - len(string.lstrip())]
        return sum(map(_width, blanks))


def _kinds(look: RunLook) -> tuple[MarkKind, ...]:
    return (*look.marks, MarkKind.BOLD) if look.bold else look.marks


def _width(blank: str) -> float:
    """Em that a blank takes at the start of a line."""
    if blank == _IDEOGRAPHIC_SPACE:
        return 1.0
    return _TAB_EM if blank == "\t" else 0.5 * (blank != LINE_BREAK)


def _clamped(mark: Mark, begin: int, end: int) -> Mark | None:
    """A mark inside the characters that stay.

    What is one thing (a note, a comment) moves to the nearest of them rather than go.
    """
    first, last = max(mark.start, begin), min(mark.end, end)
    if first < last:
        return mark._replace(start=first, end=last)
    if begin == end or TRAITS[mark.kind].merges or mark.kind is MarkKind.RUBY:
        return None
    at = min(max(first - 1, begin), end - 1)
    return mark._replace(start=at, end=at + 1)
