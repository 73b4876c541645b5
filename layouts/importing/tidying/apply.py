"""Changes made in a text at one go; its marks move along."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from layouts.importing.tidying.rule import Mending
from layouts.issue.marks import TRAITS
from layouts.issue.splice import consistent
from layouts.issue.text import Mark, Text


def changed(text: Text, changes: Sequence[Mending]) -> Text:
    """A text with all changes made; they are in order and do not overlap.

    Characters that replace others carry what those did. What is one thing (a note, a comment, a
    reading) and stood on nothing but characters that went stays on the one before.
    """
    string = changed_string(text.string, changes)
    if not text.marks:
        return Text(string)
    moved = _MovedPlaces(changes)
    marks = (_at(mark, moved(mark.start), moved(mark.end), len(string)) for mark in text.marks)
    return consistent(string, marks)


def changed_string(string: str, changes: Sequence[Mending]) -> str:
    """The characters alone."""
    parts: list[str] = []
    done = 0
    for start, end, new in changes:
        parts += (string[done:start], new)
        done = end
    return "".join((*parts, string[done:]))


def _at(mark: Mark, start: int, end: int, length: int) -> Mark:
    if start >= end and not TRAITS[mark.kind].merges:
        start, end = (start - 1, start) if start else (0, min(1, length))
    return mark._replace(start=start, end=end)


class _MovedPlaces:
    """Where places of a string lie after changes."""

    def __init__(self, changes: Sequence[Mending]) -> None:
        self._changes = changes
        self._starts = [change.start for change in changes]
        self._shifts = [0]
        for start, end, new in changes:
            self._shifts.append(self._shifts[-1] + len(new) - (end - start))

    def __call__(self, place: int) -> int:
        index = bisect_right(self._starts, place)
        if index:
            start, end, new = self._changes[index - 1]
            if place < end:
                return start + self._shifts[index - 1] + min(place - start, len(new))
        return place + self._shifts[index]
