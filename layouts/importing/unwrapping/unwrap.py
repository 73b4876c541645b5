"""From lines to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from layouts.importing.unwrapping.columns import in_one_column
from layouts.importing.unwrapping.furniture import furniture
from layouts.importing.unwrapping.marks import LineEnd, end_of
from layouts.importing.unwrapping.measures import find_measures
from layouts.importing.unwrapping.model import Habits, read_lines
from layouts.importing.unwrapping.rejoin import rejoin
from layouts.importing.unwrapping.survey import SurveyedLine, survey
from layouts.importing.unwrapping.traits import traits_of
from layouts.importing.unwrapping.values import DroppedLine, Unwrapped, UnwrappedParagraph
from layouts.importing.unwrapping.widths import HALF, WHOLE

STRETCH: Final = 1200
"""Lines that are read together: enough to learn their habits, few enough that others of the same
file have their own."""

_LOOKED_AT: Final = 3000
"""Lines by which is decided whether a text is wrapped at all."""

_SURELY: Final = 1.1
"""How much better whole widths of narrow characters must fit to be believed."""


def unwrap(lines: Sequence[str]) -> Unwrapped:
    """The paragraphs that lines of text make, page numbers and running heads left out.

    Lines come without their ends; one that begins with a form feed begins a page. Text that is not
    hard-wrapped comes out with a paragraph for each line.
    """
    all_lines = in_one_column(survey(lines))
    narrow, measures = _look_at(all_lines[:_LOOKED_AT])
    dropped = furniture(all_lines, measures)
    kept = _without(lines, dropped) if dropped else all_lines
    paragraphs: list[UnwrappedParagraph] = []
    habits: Habits | None = None
    for stretch in _stretches(kept):
        ends, habits = _ends(stretch, narrow, habits)
        paragraphs.extend(_paragraphs(stretch, ends))
    return Unwrapped(tuple(paragraphs), dropped)


def is_hard_wrapped(lines: Sequence[str]) -> bool:
    """Whether text has line ends that are none of a paragraph."""
    return unwrap(lines[:_LOOKED_AT]).rejoined > 0


def _without(lines: Sequence[str], dropped: Sequence[DroppedLine]) -> Sequence[SurveyedLine]:
    return in_one_column(survey(lines, frozenset(one.line for one in dropped)))


def _look_at(lines: Sequence[SurveyedLine]) -> tuple[float, Sequence[float]]:
    """The width of narrow characters, as set or as a program counted them, whichever fits more, and
    the measures that lines have with it.
    """
    as_set, counted = find_measures(traits_of(lines)), find_measures(traits_of(lines, WHOLE))
    if counted.votes > as_set.votes * _SURELY:
        return WHOLE, counted.measures
    return HALF, as_set.measures


def _stretches(lines: Sequence[SurveyedLine]) -> Iterator[Sequence[SurveyedLine]]:
    start = 0
    while len(lines) - start > STRETCH * 3 // 2:
        end = _clear_end(lines, start + STRETCH)
        yield lines[start:end]
        start = end
    if start < len(lines):
        yield lines[start:]


def _clear_end(lines: Sequence[SurveyedLine], wanted: int) -> int:
    """The line near `wanted` before which a paragraph most clearly ended: the shortest of those
    that end with a full stop.
    """
    near = range(wanted - STRETCH // 20, wanted)
    stops = [k for k in near if end_of(lines[k].text) is LineEnd.STOP]
    return min(stops, key=lambda k: lines[k].width, default=wanted - 1) + 1


def _ends(
    lines: Sequence[SurveyedLine], narrow: float, habits: Habits | None
) -> tuple[Sequence[bool], Habits | None]:
    """For each line whether a paragraph ends after it, and the habits of the text up to here."""
    traits = traits_of(lines, narrow)
    measures = find_measures(traits).measures
    if not measures:
        return [True] * len(lines), habits
    reading = read_lines(traits, measures, habits)
    return reading.ends, reading.habits


def _paragraphs(
    lines: Sequence[SurveyedLine], ends: Sequence[bool]
) -> Iterator[UnwrappedParagraph]:
    usual = _usual_blanks(lines, ends)
    start = 0
    for k, end in enumerate(ends):
        if end:
            yield _paragraph(lines[start : k + 1], usual)
            start = k + 1


def _usual_blanks(lines: Sequence[SurveyedLine], ends: Sequence[bool]) -> int:
    """Empty lines that stand between two lines of a paragraph."""
    inside = sorted(
        line.blanks for line, end in zip(lines[1:], ends, strict=False) if not end and not line.turn
    )
    return inside[len(inside) // 2] if inside else 0


def _paragraph(lines: Sequence[SurveyedLine], usual: int) -> UnwrappedParagraph:
    first = lines[0]
    joined = rejoin([line.text for line in lines])
    return UnwrappedParagraph(
        joined.text,
        first.number,
        len(lines),
        first.indent,
        first.blanks > usual,
        joined.hyphens,
    )
