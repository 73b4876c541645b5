"""A text cut into words, each with its place; lists of words found in it where words begin and
end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate

from layouts.text.words import open_words
from resources import resource

LONGEST = 2_000
"""Characters that are cut into words at a time: what is longer is cut into pieces first."""


class CutText:
    """A string and the places where its words begin; cut when first asked for."""

    def __init__(self, string: str) -> None:
        self.string = string

    @cached_property
    def words(self) -> list[str]:
        """The words in order; joined they are the string."""
        pieces = (self.string[at : at + LONGEST] for at in range(0, len(self.string), LONGEST))
        return [word for piece in pieces for word in open_words().segment(piece)]

    @cached_property
    def bounds(self) -> frozenset[int]:
        """Where a word begins or ends."""
        return frozenset(accumulate(map(len, self.words), initial=0))

    @cached_property
    def _by_end(self) -> dict[int, str]:
        return dict(zip(self._ends, self.words, strict=True))

    def word_before(self, place: int) -> str:
        """The word that ends at a place; empty where none does."""
        return self._by_end.get(place, "")

    def words_over(self, start: int, end: int) -> list[str]:
        """The words that reach over the start or the end of some characters."""
        places = (place for place in (start, end) if place not in self.bounds)
        return [self.words[bisect_right(self._ends, place)] for place in places]

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(map(len, self.words)))

    def is_whole(self, start: int, end: int) -> bool:
        """Whether whole words stand from `start` up to `end`."""
        return start in self.bounds and end in self.bounds

    def places(self, word: str) -> Iterator[int]:
        """Where a word stands, whatever is around it."""
        start = self.string.find(word)
        while start >= 0:
            yield start
            start = self.string.find(word, start + len(word))


def longest_first(words: Iterable[str]) -> list[str]:
    """Words so that none comes after one that begins it."""
    return sorted(words, key=lambda word: (-len(word), word))


def _lines(name: str) -> Iterator[str]:
    for line in resource(name).read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield line


@lru_cache(maxsize=1)
def wrong_words() -> dict[str, str]:
    """Words that are always a slip, and what is meant (resources/words/wrong-words.txt)."""
    found: dict[str, str] = {}
    for line in _lines("words/wrong-words.txt"):
        for pair in line.split("／"):
            wrong, right = pair.split(" ")
            found[wrong] = right
    return found


@lru_cache(maxsize=1)
def _groups() -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("words/alike.txt")):
        for character in line:
            found.setdefault(character, set()).add(number)
    return found


def are_alike(first: str, second: str) -> bool:
    """Whether two Hanzi sound or look alike (resources/words/alike.txt)."""
    groups = _groups()
    return bool(groups.get(first, set()) & groups.get(second, set()))
