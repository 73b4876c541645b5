"""Lines of a PDF as typed text: what they would be in a text file, broken at every line's end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from layouts.importing.readers.pdf.lines import PdfLine

_INDENT = "\u3000"
_LEAST_INDENT, _MOST_INDENT = 0.6, 6.0
"""Em: a first line stands in by so much."""

_OTHER_SIZE = 1.08
"""How much larger type is that is another kind of text."""

_WIDER_GAP = 1.35
"""How much more than usual is between two lines of which the second begins something new."""

_EVEN = 1.0
"""Em: by how much the gaps of a centred line differ at most."""

_DEEP = 33.0
"""Points: what stands in further from both edges, and evenly, is centred and no short paragraph.

The first line of a paragraph stands in by two characters, which are seldom larger than 16 points.
"""

_FLUSH = 0.5


class TypedLines(NamedTuple):
    """Lines for the unwrapping; `source` has for each the index of the line of the PDF it is, None
    for blank ones.
    """

    texts: list[str]
    source: list[int | None]


def typed(lines: Sequence[PdfLine]) -> TypedLines:
    """The lines of all pages in order. One that begins a page begins with a form feed, its indent
    is typed, and a blank line stands where something new begins.
    """
    texts: list[str] = []
    source: list[int | None] = []
    leading = _usual_leading(lines)
    before: PdfLine | None = None
    for at, line in enumerate(lines):
        turns = before is not None and before.page != line.page
        if before is not None and _begins_anew(before, line, leading, turns=turns):
            texts.append("")
            source.append(None)
        texts.append(("\f" if turns else "") + _indented(line))
        source.append(at)
        before = line
    return TypedLines(texts, source)


def is_centred(line: PdfLine) -> bool:
    """Whether a line stands in the middle of its column."""
    left, right = line.gaps
    return left * line.size >= _DEEP and abs(left - right) <= _EVEN


def is_flush_right(line: PdfLine) -> bool:
    """Whether a line stands at the right edge of its column and not at the left."""
    left, right = line.gaps
    return right <= _FLUSH and left > _MOST_INDENT


def _indented(line: PdfLine) -> str:
    left, _ = line.gaps
    if is_centred(line) or not _LEAST_INDENT <= left <= _MOST_INDENT:
        return line.text
    return _INDENT * round(left) + line.text


def _begins_anew(before: PdfLine, line: PdfLine, leading: float, *, turns: bool) -> bool:
    larger, smaller = max(before.size, line.size), min(before.size, line.size)
    if larger > smaller * _OTHER_SIZE or is_centred(before) != is_centred(line):
        return True
    gap = before.box.bottom - line.box.bottom
    return not turns and gap > _WIDER_GAP * leading


def _usual_leading(lines: Iterable[PdfLine]) -> float:
    """From line to line where most follow each other."""
    gaps = sorted(
        gap
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < (gap := above.box.bottom - below.box.bottom) < 100
    )
    return gaps[len(gaps) // 2] if gaps else 0.0
