"""Marks, and what was put in, by the characters that are set: typed spaces that were dissolved
are none of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from layouts.issue.text import Mark
from layouts.page.item import Put


def set_marks(marks: Iterable[Mark], removed: tuple[int, ...]) -> tuple[Mark, ...]:
    """Marks by the characters that are set, those left out of which nothing is."""
    found = (
        mark._replace(
            # so many of the characters before it were dissolved
            start=mark.start - bisect_left(removed, mark.start),
            end=mark.end - bisect_left(removed, mark.end),
        )
        for mark in marks
    )
    return tuple(mark for mark in found if mark.start < mark.end)


def set_puts(
    puts: tuple[Put, ...], removed: tuple[int, ...]
) -> tuple[tuple[Put, ...], tuple[int, ...]]:
    """What was put in by the characters that are set, and the offsets of dissolved spaces in the
    source, where nothing was put in.
    """
    if not puts:
        return puts, removed
    kept = tuple(
        put._replace(
            start=put.start - bisect_left(removed, put.start),
            end=put.end - bisect_left(removed, put.end),
        )
        for put in puts
    )
    # back by what was put in before it, since the source has none of that
    source = [
        gone - sum(put.end - put.start for put in puts if put.end <= gone)
        for gone in removed
        if not any(put.start <= gone < put.end for put in puts)
    ]
    return tuple(put for put in kept if put.start < put.end), tuple(source)
