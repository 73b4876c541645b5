"""Which line ends inside the paragraphs of Markdown are ends of paragraphs: where a program wrapped
its text none is, where a person ended lines each is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from layouts.importing.unwrapping import unwrap
from layouts.issue.splice import is_wide

_INDENTED = re.compile("\u3000|[\xa0\u2003]{2}")
_HARD = re.compile(r"(?: {2,}|\\)$")
_PROPERTY = re.compile(r"[^\s:：\d][^:：]{0,9}[:：][ \t]*\S.{0,60}")
"""A line of what Notion calls properties: 作者: 陆明远."""

_NARROWEST = 44
"""Columns (a Hanzi has two) below which no program wraps Markdown: fmt's least usual measure is 60.
"""

_MARKS = re.compile(r"[*_`~=\\]|\]\([^()]*\)|\{[^{}]*\}")


class LineWrapping(NamedTuple):
    """The lines of a text's paragraphs at which a paragraph begins, by number from 0."""

    begins: frozenset[int]

    def is_end(self, number: int, before: str, line: str) -> bool:
        """Whether a line, `number` of the text, begins a paragraph under the line before."""
        if _HARD.search(before):
            return False
        if _INDENTED.match(line) or (_is_property(before) and _is_property(line)):
            return True
        return number in self.begins


def _is_property(line: str) -> bool:
    return bool(_PROPERTY.fullmatch(line.strip()))


def wrapping_of(paragraphs: Iterable[tuple[int, Sequence[str]]]) -> LineWrapping:
    """How the paragraphs of a text are wrapped: each with the number of its first line.

    What is read as text without Markdown would be is asked of all of them together.
    """
    numbers: list[int] = []
    lines: list[str] = []
    for first, paragraph in paragraphs:
        numbers += (first + place for place in range(len(paragraph)))
        lines += (_MARKS.sub("", line) for line in paragraph)
        numbers.append(-1)
        lines.append("")
    if max(map(_width, lines), default=0) < _NARROWEST:
        return LineWrapping(frozenset(numbers))
    begun = unwrap(lines)
    kept = {paragraph.line - 1 for paragraph in begun.paragraphs}
    kept |= {dropped.line - 1 for dropped in begun.dropped}
    return LineWrapping(frozenset(numbers[place] for place in kept if numbers[place] >= 0))


def _width(line: str) -> int:
    return sum(2 if is_wide(character) else 1 for character in line)
