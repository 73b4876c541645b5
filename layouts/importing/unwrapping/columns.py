"""Two columns (双栏) that a program copied side by side, put one below the other.

Such text has a wide gap inside most of its lines, which ends at the same place in all of them, and
text that goes on within sentences on both sides. A line that runs across both parts regions; of
each region the left column comes first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from layouts.importing.unwrapping.marks import LineEnd, end_of, has_clause_mark
from layouts.importing.unwrapping.survey import SurveyedLine, clipped
from layouts.importing.unwrapping.widths import width_of

_GAP: Final = re.compile(r"(?<=\S)(?: {3,}|\u3000{2}|[ \u3000]*\t)[ \t\u3000]*(?=\S)")

_FEWEST: Final = 6
"""Lines with a gap that a text has at least that is set in columns."""

_SHARE: Final = 0.5
"""Share of a text's lines that have the gap: short last lines have none."""

_NARROWEST: Final = 6.0
"""Em of a column at least; cells of tables are narrower."""

_GOING_ON: Final = 0.5
_WITH_CLAUSES: Final = 0.2
"""Shares of the halves of lines that end within a sentence, and that have marks inside: text, not a
table."""

_NEAR: Final = 1.5
"""Em by which gaps of one text end at different places: letters are not half an em wide."""


_INDENTED: Final = 4.0
"""Em by which a line of the right column may stand in."""


class _Half(NamedTuple):
    """One column's part of a line; `at` is where it begins, in em from the left."""

    text: str
    at: float


def in_one_column(lines: Sequence[SurveyedLine]) -> Sequence[SurveyedLine]:
    """The lines in the order they are read, each column's for itself; as they are in most texts."""
    gaps = {k: halves for k, line in enumerate(lines) if (halves := _halves(line))}
    if len(gaps) < max(_FEWEST, _SHARE * len(lines)):
        return lines
    starts = Counter(round(right.at) for _, right in gaps.values())
    start = starts.most_common(1)[0][0]
    gaps = {k: both for k, both in gaps.items() if -_NEAR <= both[1].at - start <= _INDENTED}
    if len(gaps) < max(_FEWEST, _SHARE * len(lines)) or not _are_text(list(gaps.values())):
        return lines
    return list(_reordered(lines, gaps, start - _NEAR))


def _halves(line: SurveyedLine) -> tuple[_Half, _Half] | None:
    """The two parts of a line with one wide gap."""
    text = clipped(line.text)
    found = list(_GAP.finditer(text))
    if len(found) != 1:
        return None
    left, right = text[: found[0].start()], text[found[0].end() :]
    at = line.indent + width_of(text[: found[0].end()])
    return _Half(left, line.indent), _Half(right, at)


def _are_text(gaps: Sequence[tuple[_Half, _Half]]) -> bool:
    halves = [half.text for both in gaps for half in both]
    wide = sum(width_of(text) >= _NARROWEST for text in halves)
    going_on = sum(end_of(text) in (LineEnd.OTHER, LineEnd.COMMA) for text in halves)
    clauses = sum(has_clause_mark(text) for text in halves)
    count = len(halves)
    return wide > 0.8 * count and going_on > _GOING_ON * count and clauses > _WITH_CLAUSES * count


def _reordered(
    lines: Sequence[SurveyedLine], gaps: dict[int, tuple[_Half, _Half]], start: float
) -> Iterator[SurveyedLine]:
    left: list[SurveyedLine] = []
    right: list[SurveyedLine] = []
    for k, line in enumerate(lines):
        is_across = k not in gaps and line.indent < start < line.width
        if is_across or line.turn:
            yield from (*left, *_below(right))
            left, right = [], []
        if k in gaps:
            first, second = gaps[k]
            left.append(_part(line, first.text, first.at))
            right.append(_part(line, second.text, max(second.at - start - _NEAR, 0.0)))
        elif is_across:
            yield line
        elif line.indent >= start:
            right.append(_part(line, line.text, max(line.indent - start - _NEAR, 0.0)))
        else:
            left.append(line)
    yield from (*left, *_below(right))


def _part(line: SurveyedLine, text: str, indent: float) -> SurveyedLine:
    shown = indent if indent >= _NEAR else 0.0
    return line._replace(text=text, indent=shown, width=shown + width_of(text))


def _below(right: Sequence[SurveyedLine]) -> Iterator[SurveyedLine]:
    """The right column's lines; the first stands below a turn, where empty lines say nothing."""
    for k, line in enumerate(right):
        yield line._replace(turn=not k)
