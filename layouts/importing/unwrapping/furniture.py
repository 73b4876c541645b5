"""Lines that belong to the pages a text was copied from: page numbers (页码) and running heads (页眉).

What is marked as a page number (— 3 —, 第 3 页) is one. A bare number is one where it stands in the
middle of a sentence, or in a row of such with lines of text between. A running head is a short line
that stands beside the page numbers again and again, or cuts sentences in two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from layouts.importing.unwrapping.marks import LineEnd, end_of
from layouts.importing.unwrapping.survey import SurveyedLine
from layouts.importing.unwrapping.values import DroppedLine, Furniture

_DASHES: Final = r"[-—–－─_·•~～=－]{1,3}"
_MARKED: Final = re.compile(
    rf"{_DASHES} *\d{{1,4}} *{_DASHES}"
    r"|第? *[\d一二三四五六七八九十]{1,4} *页[ ，,/／]*(?:[共总] *[\d一二三四五六七八九十]{1,4} *页)?"
    r"|(?:[Pp]age|PAGE) *\d{1,4}(?: *(?:of|/) *\d{1,4})?"
)
_BARE: Final = re.compile(r"(\d{1,4})(?: ?[/／] ?\d{1,4})?")
_DIGITS: Final = re.compile(r"\d+|\s+")

_LINES_OF_A_PAGE: Final = 8
"""Lines of text that a page has at least: numbers that stand closer are labels or a table's."""

_PROSE: Final = 10.0
"""Em that a line of wrapped text has at least; what is narrower is a cell, a name, a label."""

_WIDEST_HEAD: Final = 45.0
_TIMES: Final = 2
"""How often a head stands at a page's end; without page numbers it takes one more."""


def furniture(lines: Sequence[SurveyedLine], wrapped: bool) -> tuple[DroppedLine, ...]:
    """The lines to leave out; bare numbers and heads only of text that is hard-wrapped."""
    marked = {k for k, line in enumerate(lines) if _MARKED.fullmatch(line.text)}
    if not wrapped:
        return tuple(_dropped(lines, marked, "page-number"))
    numbers = marked | set(_bare_numbers(lines))
    heads = set(_running_heads(lines, numbers))
    found = [*_dropped(lines, numbers, "page-number"), *_dropped(lines, heads, "running-head")]
    return tuple(sorted(found, key=lambda dropped: dropped.line))


def _dropped(
    lines: Sequence[SurveyedLine], found: Iterable[int], kind: Furniture
) -> Iterator[DroppedLine]:
    return (DroppedLine(lines[k].text, lines[k].number, kind) for k in found)


def _bare_numbers(lines: Sequence[SurveyedLine]) -> Iterator[int]:
    bare = {k: int(found[1]) for k, line in enumerate(lines) if (found := _BARE.fullmatch(line.text))}
    alone = [k for k in bare if k - 1 not in bare and k + 1 not in bare and k]
    for place, k in enumerate(alone):
        before = alone[place - 1] if place else -_LINES_OF_A_PAGE
        after = alone[place + 1] if place + 1 < len(alone) else k + _LINES_OF_A_PAGE + 1
        if interrupts(lines, k) or lines[k].turn:
            yield k
        elif min(k - before, after - k) > _LINES_OF_A_PAGE and _stands_apart(lines, k):
            yield k


def interrupts(lines: Sequence[SurveyedLine], k: int) -> bool:
    """Whether a line stands between two of one sentence."""
    if not 0 < k < len(lines) - 1:
        return False
    above, below = lines[k - 1], lines[k + 1]
    goes_on = end_of(above.text) in (LineEnd.OTHER, LineEnd.COMMA, LineEnd.OPEN)
    return goes_on and above.width >= _PROSE and not below.indent and below.width > lines[k].width


def _stands_apart(lines: Sequence[SurveyedLine], k: int) -> bool:
    """Whether a number has empty lines around it, and text of a page above them."""
    above = lines[k - 1]
    below = lines[k + 1] if k + 1 < len(lines) else None
    apart = lines[k].blanks > 0 and (below is None or below.blanks > 0)
    among_text = _is_text(above)
    return apart and among_text and k >= _LINES_OF_A_PAGE and (below is None or _is_text(below))


def _is_text(line: SurveyedLine) -> bool:
    return line.width >= _PROSE or end_of(line.text) is LineEnd.STOP


def _running_heads(lines: Sequence[SurveyedLine], numbers: set[int]) -> Iterator[int]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for k, line in enumerate(lines):
        if k not in numbers and line.width <= _WIDEST_HEAD:
            places[_DIGITS.sub("", line.text)].append(k)
    for words, found in places.items():
        if words and len(found) >= _TIMES and _is_head(lines, found, numbers):
            yield from found


def _is_head(lines: Sequence[SurveyedLine], found: Sequence[int], numbers: set[int]) -> bool:
    closest = min(after - before for before, after in zip(found, found[1:], strict=False))
    if closest < _LINES_OF_A_PAGE or end_of(lines[found[0]].text) is LineEnd.STOP:
        return False
    at_turns = sum(k - 1 in numbers or k + 1 in numbers or lines[k].turn for k in found)
    if at_turns >= _TIMES and at_turns * 2 > len(found):
        return True
    cuts = sum(interrupts(lines, k) for k in found)
    return len(found) > _TIMES and cuts * 2 > len(found)
