"""Readings above their words (注音, CLREQ 3.3.3): what each takes, the room that words give so that
no two readings touch, and which words are not broken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from layouts.house.text_style import Style
from layouts.issue.text import Mark, Text
from layouts.text import classes as c

if TYPE_CHECKING:
    from layouts.text.prepare import Prepared
    from layouts.text.shape import Shaping

OVERHANG: Final = 0.25
"""How far a reading wider than its word stands over the neighbour on either side, em: half a
character of its own (CLREQ 3.3.3, JLREQ 3.3.8).
"""

BETWEEN_SYLLABLES, BETWEEN_WORDS = 0.1, 0.18
"""Em that stay free between the readings of two characters of a word, and of two words."""

_MARKS = frozenset("OCTEP")


class StandingReading(NamedTuple):
    """What stands above characters `start` up to `end` of a set text: characters `first` up to
    `stop` of the measured `words`.

    `word` is where the marked word begins and ends: a reading by characters has several in one.
    `after` is what its last character is wider by, em, to keep the next reading away.
    """

    start: int
    end: int
    word: tuple[int, int]
    words: Prepared
    first: int
    stop: int
    after: float = 0.0

    def width(self, size: float) -> float:
        """What it takes, em of a text of `size` points."""
        places = self.words.places
        return (places[self.stop] - places[self.first]) * self.words.style.size / size


def stand_readings(
    marks: Iterable[Mark],
    style: Style,
    letters: str,
    shaping: Shaping,
    breaks: bytearray,
    measure: Callable[[Text, Style], Prepared],
) -> tuple[StandingReading, ...]:
    """The readings of marks on a set text, once it has made room for them in `shaping` and `breaks`
    part no word that has one reading as a whole.
    """
    small = replace(style, size=style.size * style.reading_size, tracking=0.0)
    found: list[StandingReading] = []
    for mark in marks:
        said = " ".join(str(mark.value).split())
        if not said:
            continue
        parts = [*_readings(mark, measure(Text(said), small), letters)]
        found += parts
        if len(parts) == 1:
            breaks[mark.start + 1 : mark.end] = bytes(mark.end - mark.start - 1)
    for reading in found:
        _widen(shaping, letters, reading, style.size)
    afters = [*_kept_apart(shaping, letters, found, style.size), 0.0]
    return tuple(one._replace(after=after) for one, after in zip(found, afters, strict=False))


def _readings(mark: Mark, words: Prepared, letters: str) -> Iterator[StandingReading]:
    """A reading for each Hanzi where the mark has as many syllables, else one for all."""
    word, size = (mark.start, mark.end), mark.end - mark.start
    own = letters[mark.start : mark.end]
    syllables = words.string.split(" ")
    if size == 1 or len(syllables) != size or own != c.IDEOGRAPH * size:
        yield StandingReading(*word, word, words, 0, len(words.string))
        return
    at = 0
    for k, syllable in enumerate(syllables, mark.start):
        yield StandingReading(k, k + 1, word, words, at, at + len(syllable))
        at += len(syllable) + 1


def _widen(shaping: Shaping, letters: str, reading: StandingReading, size: float) -> None:
    """Spread a word whose reading reaches too far over its neighbours: Hanzi evenly, with half as
    much before and after them; other words as they are, in the middle.
    """
    start, end, widths = reading.start, reading.end, shaping.widths
    more = reading.width(size) - 2 * OVERHANG - sum(widths[start:end])
    if more <= 0.0:
        return
    if letters[start:end] == c.IDEOGRAPH * (end - start):
        each = more / (end - start)
        for k in range(start, end):
            _open(shaping, k, each)
            shaping.shifts[k] = shaping.shifts.get(k, 0.0) + each / 2
        return
    _open(shaping, end - 1, more)
    for k in range(start, end):
        shaping.shifts[k] = shaping.shifts.get(k, 0.0) + more / 2


def _kept_apart(
    shaping: Shaping, letters: str, readings: list[StandingReading], size: float
) -> Iterator[float]:
    """Open what stands between two readings that would touch; by how much, each in turn."""
    for before, after in pairwise(readings):
        gap = BETWEEN_SYLLABLES if before.word == after.word else BETWEEN_WORDS
        over = sum(_overhang(shaping, reading, size) for reading in (before, after))
        need = gap + over - _between(shaping, letters, before.end, after.start)
        if need > 0.0:
            _open(shaping, before.end - 1, need)
        yield max(0.0, need)


def _overhang(shaping: Shaping, reading: StandingReading, size: float) -> float:
    """How far a reading reaches over either end of its word, em; less than nothing inside it."""
    return (reading.width(size) - sum(shaping.widths[reading.start : reading.end])) / 2


def _between(shaping: Shaping, letters: str, start: int, end: int) -> float:
    """What stands between two readings at the least, em: marks may be squeezed."""
    room = 0.0
    for k in range(start, end):
        width = shaping.widths[k]
        room += min(width, 0.5) if letters[k] in _MARKS else width
        if room > 1.0:
            break
    return room


def _open(shaping: Shaping, k: int, more: float) -> None:
    """Give a character more room than its glyph has."""
    shaping.naturals.setdefault(k, shaping.widths[k])
    shaping.widths[k] += more
