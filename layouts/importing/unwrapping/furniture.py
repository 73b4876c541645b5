"""Lines of the pages a text was copied from: page numbers (页码) and running heads (页眉).

What is marked as a page number (— 3 —, 第 3 页) is one. A bare number is one where it stands in the
middle of a sentence, or in a row of such with lines of text between. A running head is a short line
that stands beside the page numbers again and again, or cuts sentences in two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from layouts.importing.unwrapping.marks import (
    LineEnd,
    LineStart,
    brackets,
    end_of,
    has_clause_mark,
    is_bracketed,
    start_of,
)
from layouts.importing.unwrapping.survey import SurveyedLine
from layouts.importing.unwrapping.values import DroppedLine, Furniture

_DASHES: Final = r"[-—–－─_·•~～=－]{1,3}"
_NUMBER: Final = r"[\d一二三四五六七八九十]{1,4}"
_MARKED: Final = re.compile(
    rf"{_DASHES} *\d{{1,4}} *{_DASHES}"
    rf"|第? *{_NUMBER} *页[ ，,/／]*(?:[共总] *{_NUMBER} *页)?"
    r"|(?:[Pp]age|PAGE) *\d{1,4}(?: *(?:of|/) *\d{1,4})?"
)
_BARE: Final = re.compile(r"(\d{1,4})(?: ?[/／] ?\d{1,4})?")
_DIGITS: Final = re.compile(r"\d+|\s+")

_SHORTEST_PAGE: Final = 8
_LONGEST_PAGE: Final = 90
"""Lines of text that a page has: numbers that stand closer are labels or a table's."""

_EVEN: Final = 1.4
"""How much longer one page may be than another, where nothing but their evenness tells them."""

_PROSE: Final = 0.7
"""Share of the narrowest measure that a line of wrapped text has at least; what is narrower is a
cell, a name, a label."""

_SELDOM: Final = 2
"""Times up to which a head must cut a sentence at each page's end: titles stand twice, too."""

_WIDEST_HEAD: Final = 45.0
_NARROWEST_HEAD: Final = 4.0
"""Em of a head: what is narrower may be the rest of a heading."""


def furniture(lines: Sequence[SurveyedLine], measures: Sequence[float]) -> tuple[DroppedLine, ...]:
    """The lines to leave out; bare numbers and heads only of text that is wrapped to `measures`."""
    numbers = {k for k, line in enumerate(lines) if _MARKED.fullmatch(line.text)}
    heads: set[int] = set()
    if measures:
        prose = min(measures) * _PROSE
        numbers |= _bare_numbers(lines, prose)
        heads = set(_running_heads(lines, numbers, prose))
    found = [*_dropped(lines, numbers, "page-number"), *_dropped(lines, heads, "running-head")]
    return tuple(sorted(found, key=lambda dropped: dropped.line))


def _dropped(
    lines: Sequence[SurveyedLine], found: Iterable[int], kind: Furniture
) -> Iterator[DroppedLine]:
    return (DroppedLine(lines[k].text, lines[k].number, kind) for k in found)


def _interrupts(lines: Sequence[SurveyedLine], k: int, prose: float) -> bool:
    """Whether a line stands between two of one sentence."""
    if not 0 < k < len(lines) - 1:
        return False
    above, below = lines[k - 1], lines[k + 1]
    end = end_of(above.text)
    in_text = "、" in above.text or has_clause_mark(above.text)
    goes_on = end is LineEnd.COMMA or (end is LineEnd.OTHER and in_text)
    begins = below.indent or start_of(below.text) is LineStart.LABEL
    return goes_on and above.width >= prose and not begins


# --- page numbers ---------------------------------------------------------------------------------


def _bare_numbers(lines: Sequence[SurveyedLine], prose: float) -> set[int]:
    bare = {
        k: int(match[1]) for k, line in enumerate(lines) if (match := _BARE.fullmatch(line.text))
    }
    alone = {k: value for k, value in bare.items() if k and not {k - 1, k + 1} & bare.keys()}
    sure = {k for k in alone if lines[k].turn or _interrupts(lines, k, prose)}
    if not sure:
        sure = _even_row(alone)
    row = {k for k in alone if any(_same_row(alone, k, other) for other in sure)}
    lone = {k for k in alone if len(alone) == 1 and _stands_apart(lines, k, prose)}
    return sure | row | lone


def _even_row(numbers: dict[int, int]) -> set[int]:
    """All numbers, if they count pages of the same length."""
    places = list(numbers)
    if len(places) < 2:
        return set()
    lengths = [after - before for before, after in pairwise(places)]
    counts = all(numbers[after] - numbers[before] == 1 for before, after in pairwise(places))
    even = max(lengths) <= min(lengths) * _EVEN and min(lengths) >= _SHORTEST_PAGE
    return set(places) if counts and even else set()


def _same_row(numbers: dict[int, int], one: int, other: int) -> bool:
    """Whether two numbers may count the pages between them."""
    pages = numbers[one] - numbers[other]
    return pages != 0 and _SHORTEST_PAGE <= (one - other) / pages <= _LONGEST_PAGE


def _stands_apart(lines: Sequence[SurveyedLine], k: int, prose: float) -> bool:
    """Whether a number has empty lines around it, and text of a page above them."""
    below = lines[k + 1] if k + 1 < len(lines) else None
    apart = lines[k].blanks > 0 and (below is None or below.blanks > 0)
    among_text = _is_text(lines[k - 1], prose) and (below is None or _is_text(below, prose))
    return apart and among_text and k >= _SHORTEST_PAGE


def _is_text(line: SurveyedLine, prose: float) -> bool:
    return line.width >= prose or end_of(line.text) is LineEnd.STOP


# --- running heads --------------------------------------------------------------------------------


def _running_heads(lines: Sequence[SurveyedLine], numbers: set[int], prose: float) -> Iterator[int]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for k, line in enumerate(lines):
        if k not in numbers and _may_be_head(line):
            places[_DIGITS.sub("", line.text)].append(k)
    text = [k for k in range(len(lines)) if k not in numbers]
    place_in_text = {k: place for place, k in enumerate(text)}
    without_numbers = [lines[k] for k in text]
    for words, found in places.items():
        at_turns = sum(bool({k - 1, k + 1} & numbers) or lines[k].turn for k in found)
        cuts = sum(_interrupts(without_numbers, place_in_text[k], prose) for k in found)
        if len(found) == 1 and lines[found[0]].width > prose:
            continue
        on_every_page = at_turns == len(found) > max(len(numbers) // 2, 1)
        if words and (on_every_page or _is_head(found, at_turns, cuts)):
            yield from found


def _may_be_head(line: SurveyedLine) -> bool:
    text = line.text
    if not _NARROWEST_HEAD <= line.width <= _WIDEST_HEAD:
        return False
    if start_of(text) is LineStart.LABEL or is_bracketed(text) or brackets(text) != ("", ""):
        return False
    return end_of(text) in (LineEnd.OTHER, LineEnd.CLOSE) and not has_clause_mark(text)


def _is_head(found: Sequence[int], at_turns: int, cuts: int) -> bool:
    if len(found) <= _SELDOM:
        return at_turns == cuts == len(found)
    lengths = [after - before for before, after in pairwise(found)]
    if min(lengths) < _SHORTEST_PAGE:
        return False
    even = len(lengths) > 1 and max(lengths) <= min(lengths) * _EVEN
    often = max(at_turns, cuts) * 2 > len(found) and cuts > 0
    return often or (cuts > 1 and cuts * 3 > len(found)) or (cuts > 0 and even)
