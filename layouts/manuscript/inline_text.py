"""Tokens of the inline parser to a text and its marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from layouts.issue.splice import consistent, cut, merged
from layouts.issue.text import Mark, MarkKind, Text

if TYPE_CHECKING:
    from markdown_it.token import Token

    from layouts.manuscript.spelling import Braces, Value


def text_of(tokens: Iterable[Token]) -> Text:
    """The text of inline tokens, without the spaces at its ends that were not written as references
    or inside a span.
    """
    reading = _TextReader()
    for token in tokens:
        reading.take(token)
    return reading.finished()


class _TextReader:
    """A text while its tokens come in. Bold kai is bold: no house has a bold Kai."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._marks: list[Mark] = []
        self._end = 0
        self._visible = 0  # where the last character ends that is no space
        self._kept: list[int] = []  # places up to which nothing is trimmed
        self._depth = {MarkKind.BOLD: 0, MarkKind.KAI: 0}
        self._has_more = False  # than bold and kai, which exclude each other as they come
        self._begins: dict[int, int] = {}
        self._numbered: dict[tuple[MarkKind, int], tuple[int, int, Value]] = {}

    def take(self, token: Token) -> None:
        """Add what the next token of the parser says: characters, or an end of a mark."""
        action = self._ACTIONS.get(token.type)
        if action:
            action(self, token)
        elif token.content:
            self._add(token.content)

    def finished(self) -> Text:
        """The text, when its last token is taken."""
        string = "".join(self._pieces)
        numbered = (
            Mark(start, end, kind, value)
            for (kind, _), (start, end, value) in self._numbered.items()
            if value is not None
        )
        text = (
            consistent(string, (*self._marks, *numbered))
            if self._has_more
            else Text(string, merged(self._marks))
        )
        begin = len(string) - len(string.lstrip())
        first, last = (self._kept[0], self._kept[-1]) if self._kept else (begin, 0)
        return cut(text, min(begin, first), max(last, len(string.rstrip())))

    def _add(self, content: str) -> None:
        start, self._end = self._end, self._end + len(content)
        self._pieces.append(content)
        if seen := content.rstrip():
            self._visible = start + len(seen)
        # bold first: what is both is bold
        kind = next((kind for kind, depth in self._depth.items() if depth), None)
        if kind is not None:
            self._marks.append(Mark(start, self._end, kind))

    def _exactly(self, content: str) -> None:
        self._kept.append(self._end)
        self._add(content)
        self._kept.append(self._end)

    def _special(self, token: Token) -> None:
        """An escaped character or a reference.

        A space written &nbsp; or &#160; is a space like any other. Written in hexadecimal, &#xa0;,
        it is that very space and stays.
        """
        if token.markup.lower().startswith("&#x"):
            self._exactly(token.content)
        else:
            self._add(" " if token.content.isspace() else token.content)

    def _line_break(self, token: Token) -> None:
        self._exactly(token.content)

    def _note(self, token: Token) -> None:
        if self._visible:
            self._has_more = True
            self._marks.append(Mark(self._visible - 1, self._visible, MarkKind.NOTE, token.content))
        else:
            self._add(token.markup)

    def _span_open(self, token: Token) -> None:
        self._has_more = True
        self._begins[id(token)] = self._end
        self._kept.append(self._end)

    def _span_close(self, token: Token) -> None:
        said: Braces = token.meta["said"]
        start = self._begins[id(token.meta["opening"])]
        self._kept.append(self._end)
        for kind, value in said.marks:
            if said.number:
                first, last, known = self._numbered.get(
                    (kind, said.number), (start, self._end, None)
                )
                self._numbered[kind, said.number] = (
                    min(first, start),
                    max(last, self._end),
                    value if known is None else known,
                )
            elif value is not None:
                self._marks.append(Mark(start, self._end, kind, value))

    def _deeper(self, token: Token) -> None:
        self._depth[MarkKind.BOLD if token.tag == "strong" else MarkKind.KAI] += token.nesting

    _ACTIONS: ClassVar[dict[str, Callable[[_TextReader, Token], None]]] = {
        "text_special": _special,
        "line_break": _line_break,
        "note": _note,
        "span_open": _span_open,
        "span_close": _span_close,
        **dict.fromkeys(("strong_open", "strong_close", "em_open", "em_close"), _deeper),
    }
