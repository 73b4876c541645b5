"""A text with its marks as runs of a paragraph (ECMA-376 17.3.2); its notes and comments go to
parts of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from layouts.issue.marks import DOTTED, DOUBLE, THICK, WAVY
from layouts.issue.splice import marks_at
from layouts.issue.text import Mark, MarkKind, Text
from layouts.web_addresses import uri_of
from layouts.webpage.markup import sound
from layouts.wordfile.parts import FileParts
from layouts.wordfile.xml import Element, element, valued

_PIECES = re.compile("[\t\n\u2028]|[^\t\n\u2028]+")
_LINES = {"": "single", DOUBLE: "double", WAVY: "wave", DOTTED: "dotted", THICK: "thick"}
_RUBY_SIZE = 0.5
"""Of the words: readings above them (CLREQ 3.3.3)."""


class _Atom(NamedTuple):
    """Characters that stand in one piece: those under one reading, or between two edges of
    marks.
    """

    start: int
    end: int
    ruby: Mark | None


class WordWriter:
    """Writes texts set in some size (points)."""

    def __init__(self, parts: FileParts, size: float) -> None:
        self._parts = parts
        self._size = size

    def runs(self, text: Text) -> list[Element]:
        """The runs of a text, its links, and what refers to its notes and comments."""
        out: list[Element] = []
        linked: tuple[Mark, Element] | None = None
        for atom in _atoms(text):
            mark = next((m for m in marks_at(text, atom.start) if m.kind is MarkKind.LINK), None)
            if mark is None or linked is None or linked[0] != mark:
                link = self._link(mark) if mark is not None else None
                linked = (mark, link) if mark is not None and link is not None else None
                out += [link] if link is not None else []
            made = list(self._atom(text, atom, is_link=linked is not None))
            if linked is not None:
                linked[1].extend(made)
            else:
                out += made
        return out

    def _link(self, mark: Mark) -> Element | None:
        """Only where a reader can go; what leads nowhere, or is a script, is only words."""
        uri = uri_of(str(mark.value))
        if uri is None:
            return None
        return element("w:hyperlink", {"r:id": self._parts.link(uri), "w:history": 1})

    def _atom(self, text: Text, atom: _Atom, *, is_link: bool) -> Iterator[Element]:
        ending: list[tuple[Mark, int]] = []
        for mark in text.marks:
            if mark.kind is MarkKind.COMMENT and atom.start <= mark.start < atom.end:
                number = self._parts.comments.number(mark)
                yield element("w:commentRangeStart", {"w:id": number})
        if atom.ruby is None:
            yield from self._plain(text, atom.start, atom.end, is_link=is_link)
        else:
            yield self._ruby(text, atom.ruby, is_link=is_link)
        for mark in text.marks:
            if not atom.start < mark.end <= atom.end:
                continue
            if mark.kind is MarkKind.NOTE:
                yield self._parts.notes.sign(str(mark.value))
            elif mark.kind is MarkKind.COMMENT:
                ending.append((mark, self._parts.comments.number(mark)))
        for _, number in ending:
            yield element("w:commentRangeEnd", {"w:id": number})
            look = element("w:rPr", None, valued("w:rStyle", "CommentReference"))
            yield element("w:r", None, look, element("w:commentReference", {"w:id": number}))

    def _plain(self, text: Text, start: int, end: int, *, is_link: bool) -> Iterator[Element]:
        yield run(text.string[start:end], properties(marks_at(text, start), is_link=is_link))

    def _ruby(self, text: Text, ruby: Mark, *, is_link: bool) -> Element:
        inner = {edge for mark in text.marks for edge in (mark.start, mark.end)}
        edges = sorted({ruby.start, ruby.end, *(e for e in inner if ruby.start < e < ruby.end)})
        base = [
            part
            for start, end in pairwise(edges)
            for part in self._plain(text, start, end, is_link=is_link)
        ]
        small, raised = round(2 * self._size * _RUBY_SIZE), round(2 * self._size) - 2
        about = element(
            "w:rubyPr",
            None,
            valued("w:rubyAlign", "center"),
            valued("w:hps", small),
            valued("w:hpsRaise", raised),
            valued("w:hpsBaseText", round(2 * self._size)),
            valued("w:lid", "zh-CN"),
        )
        look = element("w:rPr", None, valued("w:sz", small), valued("w:szCs", small))
        reading = element("w:rt", None, run(str(ruby.value), look))
        whole = element("w:ruby", None, about, reading, element("w:rubyBase", None, *base))
        return element("w:r", None, whole)


def _atoms(text: Text) -> Iterator[_Atom]:
    length = len(text.string)
    rubies = {mark.start: mark for mark in text.marks if mark.kind is MarkKind.RUBY}
    edges = sorted({length, *(edge for mark in text.marks for edge in (mark.start, mark.end))})
    start = 0
    while start < length:
        ruby = rubies.get(start)
        end = next(edge for edge in edges if edge > start) if ruby is None else ruby.end
        yield _Atom(start, end, ruby)
        start = end


def properties(marks: Sequence[Mark], *, is_link: bool = False) -> Element | None:
    """What marks do to a run, in the order of the schema (17.3.2.28)."""
    kinds = {mark.kind: str(mark.value) for mark in marks if mark.kind is not MarkKind.COMMENT}
    named = "Kai" if MarkKind.KAI in kinds else "Hyperlink" if is_link else ""
    raised = next((kind for kind in _RAISED if kind in kinds), None)
    line = _LINES.get(kinds.get(MarkKind.UNDERLINE, ""), "single")
    said = [
        valued("w:rStyle", named) if named else None,
        element("w:b") if MarkKind.BOLD in kinds else None,
        element("w:strike") if MarkKind.STRIKE in kinds else None,
        valued("w:u", line) if MarkKind.UNDERLINE in kinds else None,
        valued("w:vertAlign", raised.value) if raised is not None else None,
        valued("w:em", "underDot") if MarkKind.DOTS in kinds else None,
    ]
    return element("w:rPr", None, *said) if any(one is not None for one in said) else None


_RAISED = (MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT)


def run(string: str, look: Element | None = None) -> Element:
    """Characters as a run; tabs and line ends are elements of their own."""
    content = [_piece(piece) for piece in _PIECES.findall(sound(string))]
    return element("w:r", None, look, *content)


def _piece(piece: str) -> Element:
    if piece == "\t":
        return element("w:tab")
    if piece in "\n\u2028":
        return element("w:br")
    return element("w:t", {"xml:space": "preserve"}, text=piece)


def paragraph(style: str, *content: Element | None, before: Sequence[Element] = ()) -> Element:
    """A paragraph in the style of an id; `before` are properties of its own, in their order."""
    about = element("w:pPr", None, valued("w:pStyle", style), *before)
    return element("w:p", None, about, *content)
