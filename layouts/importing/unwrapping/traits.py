"""What the model asks about each line, found once."""

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
from layouts.importing.unwrapping.survey import SurveyedLine
from layouts.importing.unwrapping.widths import HALF, first_unit, is_word_character, width_of

_LATIN: Final = re.compile(r"[!-~]+(?: [!-~]+)*")
_MARKS: Final = re.compile(r"[，。、；：！？（）《》“”【】]")
_DEEPEST: Final = 4
"""Lines in which a bracket is closed again, if it is."""

SPACE: Final = 0.5
"""Em that a space takes before a word that would have stood on the same line."""

GAPS: Final = 4
"""Empty lines that are told apart."""


class LineTrait(NamedTuple):
    """A line as the model sees it. `following` is the width that the next line's first word would
    have taken on this one (infinite where there is none), `tolerance` how far off
    its width may be, `open` whether brackets are open at its end that the next lines close,
    `parted` what it costs to say that a paragraph ends after it in the middle of a word. `gap` and
    `indent` are kinds, of which the text's own habits say what they mean.
    """

    width: float
    tolerance: float
    start: LineStart
    end: LineEnd
    ends_with_mark: bool
    has_clauses: bool
    bracketed: bool
    gap: str
    indent: int
    unmarked: float
    following: float = inf
    open: bool = False
    parted: float = 0.0


def traits_of(lines: Sequence[SurveyedLine], narrow: float = HALF) -> list[LineTrait]:
    """The traits of lines in their order; a narrow character is `narrow` em wide."""
    found = [_trait(line, narrow) for line in lines]
    open_at = _open_brackets([line.text for line in lines])
    for k, (line, after) in enumerate(pairwise(lines)):
        last, first = line.text[-1], after.text[0]
        space = SPACE if is_word_character(last) and is_word_character(first) else 0.0
        found[k] = found[k]._replace(
            following=space + first_unit(after.text, narrow),
            open=k in open_at,
            parted=_parted(last, first),
        )
    return found


def _trait(line: SurveyedLine, narrow: float) -> LineTrait:
    text = line.text
    passages = _LATIN.findall(text)
    tolerance = (
        costs.LATIN_TOLERANCE * len(passages)
        + costs.LETTER_TOLERANCE * sum(map(len, passages))
        + costs.MARK_TOLERANCE * len(_MARKS.findall(text))
    )
    width, end = line.indent + width_of(text, narrow), end_of(text)
    has_clauses = has_clause_mark(text)
    return LineTrait(
        width=width,
        tolerance=min(tolerance, costs.MOST_TOLERANCE),
        start=start_of(text),
        end=end,
        ends_with_mark=text[-1] in FORBIDDEN_AT_START,
        has_clauses=has_clauses,
        unmarked=0.0 if has_clauses or end else costs.unmarked_cost(width),
        bracketed=is_bracketed(text),
        gap=f"{'turn' if line.turn else 'gap'}{min(line.blanks, GAPS)}",
        indent=min(round(line.indent), 5),
    )


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
        waiting = [one for one in waiting if k - one[0] < _DEEPEST]
        waiting.extend((k, mark) for mark in opened)
    return open_at


def _parted(last: str, first: str) -> float:
    if last.isascii() and first.isascii():
        if last.isdigit() and first.isdigit():
            return costs.PARTED_NUMBER
        if last.isalpha() and first.isalpha():
            return costs.PARTED_WORD
    return 0.0
