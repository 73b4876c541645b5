"""What the model asks about each line, found once: its shape and its signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import Final, NamedTuple

from layouts.importing.unwrapping import costs
from layouts.importing.unwrapping.marks import (
    FORBIDDEN_AT_START,
    PAIRS,
    LineEnd,
    LineStart,
    brackets,
    end_of,
    has_clause_mark,
    is_bracketed,
    start_of,
)
from layouts.importing.unwrapping.survey import SurveyedLine, clipped
from layouts.importing.unwrapping.widths import (
    HALF,
    NARROW,
    WIDE,
    first_unit,
    is_word_character,
    width_letters,
    width_of_letters,
)

_MARKS: Final = "，。、；“"
"""Marks that are squeezed; their partners stand with them."""

_DEEPEST: Final = 4
"""Lines in which a bracket is closed again, if it is."""

SPACE: Final = 0.5
"""Em that a space takes before a word that would have stood on the same line."""

GAPS: Final = 4
"""Empty lines that are told apart."""

INDENTS: Final = 5
"""Em of indents that are told apart."""

_CELLS: Final = r"(?: {3,}|\u3000{2,})\S"
_ALONE: Final = re.compile(
    r"([-—–─━═=_*＿~～#·.])(?:[ \t]*\1){2,}"
    r"|.*\S\t+\S.*"
    rf"|.*\S{_CELLS}.*\S{_CELLS}.*"
)
"""A rule typed with marks, or cells of a table."""


class LineShape(NamedTuple):
    """The width of a line and what bears on it, in em. `following` is what the next line's first
    word would have taken on this one (infinite where there is none), `tolerance` how far off the
    width may be, `unmarked` what it costs that a line of text is without a mark.
    """

    width: float
    following: float
    tolerance: float
    ends_with_mark: bool
    indented: bool
    unmarked: float


class Signs(NamedTuple):
    """What a line's characters and surroundings say. `open`: brackets are open at its end that the
    next lines close; `parted`: the cost of ending a paragraph after it in the middle of a word;
    `alone`: a rule or a table's row. `gap` and `indent` are kinds, of which the habits of the text
    say what they mean.
    """

    start: LineStart
    end: LineEnd
    has_clauses: bool
    bracketed: bool
    alone: bool
    gap: str
    indent: int
    open: bool = False
    parted: float = 0.0


class LineTrait(NamedTuple):
    """A line as the model sees it."""

    shape: LineShape
    signs: Signs


def traits_of(lines: Sequence[SurveyedLine], narrow: float = HALF) -> list[LineTrait]:
    """The traits of lines in their order; a narrow character is `narrow` em wide."""
    open_at = _open_brackets([clipped(line.text) for line in lines])
    traits = [
        _trait(line, after, narrow, k in open_at) for k, (line, after) in enumerate(pairwise(lines))
    ]
    if lines:
        traits.append(_trait(lines[-1], None, narrow, open_bracket=False))
    return traits


def _trait(
    line: SurveyedLine, after: SurveyedLine | None, narrow: float, open_bracket: bool
) -> LineTrait:
    text = clipped(line.text)
    end, has_clauses = end_of(text), has_clause_mark(text)
    letters = width_letters(text)
    width = line.indent + width_of_letters(letters, narrow)
    following, parted = inf, 0.0
    if after is not None:
        last, first = text[-1], after.text[0]
        space = SPACE if is_word_character(last) and is_word_character(first) else 0.0
        following = space + first_unit(after.text, narrow)
        parted = _parted(last, first)
    return LineTrait(
        LineShape(
            width,
            following,
            _tolerance(text, letters),
            text[-1] in FORBIDDEN_AT_START,
            line.indent > 0,
            0.0 if has_clauses or end else costs.unmarked_cost(width),
        ),
        Signs(
            start_of(text),
            end,
            has_clauses,
            is_bracketed(text),
            _ALONE.fullmatch(text) is not None,
            f"{'turn' if line.turn else 'gap'}{min(line.blanks, GAPS)}",
            min(round(line.indent), INDENTS),
            open_bracket,
            parted,
        ),
    )


def _tolerance(text: str, letters: str) -> float:
    passages = letters.count(WIDE + NARROW) + letters.count(NARROW + WIDE)
    off = (
        costs.LATIN_TOLERANCE * passages
        + costs.LETTER_TOLERANCE * letters.count(NARROW)
        + costs.MARK_TOLERANCE * sum(map(text.count, _MARKS))
    )
    return min(round(off * 8) / 8, costs.MOST_TOLERANCE)


def _open_brackets(texts: Sequence[str]) -> set[int]:
    """The lines at whose end a bracket is open that one of the next lines closes."""
    open_at: set[int] = set()
    waiting: list[tuple[int, str]] = []
    for k, text in enumerate(texts):
        closed, opened = brackets(text)
        for mark in closed:
            begun = next((one for one in reversed(waiting) if PAIRS[one[1]] == mark), None)
            if begun:
                waiting = waiting[: waiting.index(begun)]
                open_at.update(range(begun[0], k))
        if waiting or opened:
            waiting = [one for one in waiting if k - one[0] < _DEEPEST]
            waiting.extend((k, mark) for mark in opened[-_DEEPEST:])
    return open_at


def _parted(last: str, first: str) -> float:
    if last.isascii() and first.isascii():
        if last.isdigit() and first.isdigit():
            return costs.PARTED_NUMBER
        if last.isalpha() and first.isalpha():
            return costs.PARTED_WORD
    return 0.0
