"""Readings above the words of a set line: glyph runs of that line, told behind the words that they
belong to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from math import inf
from typing import Final

from fonts.face import Face
from layouts.page.cutting import part_of
from layouts.page.item import GlyphRun, Ink, Line, Put
from layouts.page.stops import character_edges
from layouts.text.justify import NO_ADJUSTMENT, glyph_runs
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared
from layouts.text.readings import StandingReading

TOP: Final = 0.85
"""The top of the ink of Hanzi over the baseline, em: readings stand on it."""

DESCENT: Final = 0.2
"""How far the letters of a reading reach under its baseline, em of their own."""

LEAST_GAP: Final = 0.08
"""Em that stay free between two readings where an end of the line pushes one aside."""

_Faces = Callable[[str], Face]


def with_readings(
    line: Line,
    prepared: Prepared,
    broken: Broken,
    face: _Faces,
    shifts: Mapping[str, float],
    ink: Ink,
) -> Line:
    """A line with the readings of its words, each a run above them; a word that is broken has its
    reading where it begins.
    """
    here = [one for one in prepared.readings if broken.start <= one.start < broken.end]
    if not here or not line.runs:
        return line
    runs = _placed(line, here, broken, face, shifts, ink)
    told: list[tuple[int, int, Sequence[GlyphRun]]] = []
    for word, some in groupby(zip(here, runs, strict=True), lambda pair: pair[0].word):
        end = _behind_glyph(line, min(word[1], broken.end) - broken.start)
        own = _parted([run for _, run in some], face)
        told.append((max(word[0], broken.start) - broken.start, end, own))
    return _told(line, told, face)


def _behind_glyph(line: Line, end: int) -> int:
    """The first character from `end` on that no glyph shows with one before it: a word may end
    between a letter and its accent.
    """
    at = 0
    for run in line.runs:
        if at < end < at + len(run.text) and run.clusters is not None:
            return at + run.clusters[bisect_left(run.clusters, end - at)]
        at += len(run.text)
    return end


def _placed(
    line: Line,
    readings: Sequence[StandingReading],
    broken: Broken,
    face: _Faces,
    shifts: Mapping[str, float],
    ink: Ink,
) -> Iterator[tuple[GlyphRun, ...]]:
    """The runs of each reading: over the middle of its characters, inside the line, and off the
    reading before it.
    """
    edges = character_edges(line, face)
    sizes = [reading.width(line.size) * line.size for reading in readings]
    middles = [
        (edges[one.start - broken.start][0] + edges[min(one.end, broken.end) - broken.start - 1][1])
        / 2
        for one in readings
    ]
    places = _inside(line, middles, sizes)
    for reading, x, width in zip(readings, places, sizes, strict=True):
        size = reading.words.style.size
        y = line.y - TOP * line.size - DESCENT * size
        part = Broken(reading.first, reading.stop, inf, width / size, True)
        yield glyph_runs(reading.words, part, NO_ADJUSTMENT, x, y, dict(shifts), ink)


def _inside(line: Line, middles: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Where readings begin that are to stand over such middles: each off the one before it, and
    those that would leave the line at its end as far back as that takes.
    """
    gap, free = LEAST_GAP * line.size, line.x
    places: list[float] = []
    for middle, width in zip(middles, sizes, strict=True):
        places.append(max(middle - width / 2, free))
        free = places[-1] + width + gap
    end = line.x + line.width
    for k in reversed(range(len(places))):
        places[k] = max(line.x, min(places[k], end - sizes[k]))
        end = places[k] - gap
    return places


def _parted(syllables: Sequence[tuple[GlyphRun, ...]], face: _Faces) -> list[GlyphRun]:
    """The runs of a word's readings, a space behind all but the last: a reader finds words."""
    found: list[GlyphRun] = []
    for runs in syllables[:-1]:
        *others, last = runs
        clusters = last.clusters and (*last.clusters, last.clusters[-1] + 1)
        space = chr(face(last.face).glyph(" "))
        spaced = last._replace(glyphs=last.glyphs + space, text=f"{last.text} ", clusters=clusters)
        found += [*others, spaced]
    return [*found, *syllables[-1]]


def _told(line: Line, told: Sequence[tuple[int, int, Sequence[GlyphRun]]], face: _Faces) -> Line:
    """The line with runs put in behind its characters `start` up to `end`, over which they
    stand.
    """
    runs, strings, done = list[GlyphRun](), list[str](), 0
    added: list[tuple[int, int]] = []
    puts: list[Put] = []
    for start, end, own in told:
        runs += (*(part_of(line, done, end, face).runs if done < end else ()), *own)
        words = "".join(run.text for run in own)
        strings += (line.text[done:end], words)
        at = end + sum(size for _, size in added)
        begun = start + sum(size for place, size in added if place <= start)
        puts.append(Put(at, at + len(words), False, at - begun))
        added.append((end, len(words)))
        done = end
    rest = part_of(line, done, None, face)
    moved = line._replace(
        runs=(*runs, *(rest.runs if done else line.runs)), text="".join((*strings, rest.text))
    )
    return _moved(moved, added, puts)


def _moved(line: Line, added: Sequence[tuple[int, int]], puts: Sequence[Put]) -> Line:
    """What a line knows of its characters, where they came to stand."""

    def start_of(place: int) -> int:
        return place + sum(size for at, size in added if at <= place)

    def end_of(place: int) -> int:
        return place + sum(size for at, size in added if at < place)

    others = (put._replace(start=start_of(put.start), end=end_of(put.end)) for put in line.puts)
    targets = tuple(
        target._replace(start=start_of(target.start), end=end_of(target.end))
        for target in line.targets
    )
    parted = line.parted
    if parted is not None:
        size = len(line.text) - sum(size for _, size in added)
        letters = sum(grown for at, grown in added if at > size - parted.letters)
        parted = parted._replace(told=end_of(parted.told), letters=parted.letters + letters)
    return line._replace(puts=tuple(sorted((*others, *puts))), targets=targets, parted=parted)
