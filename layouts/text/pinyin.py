"""Readings proposed for words of an issue (注音): of what is selected, or of rare characters, by
pypinyin's dictionaries of phrases and characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final, NamedTuple

from layouts.issue.edits.reading import (
    PositionTuple,
    TextSpan,
    articles,
    may_carry_marks,
    running_texts,
    spans,
)
from layouts.issue.edits.tree import text_of
from layouts.issue.issue import Issue
from layouts.issue.places import Place
from layouts.issue.text import MarkKind, Text
from layouts.patterns import later
from layouts.text.words import open_words

_HAN = later(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")

_LAST_COMMON: Final = 0xD7
"""The last row of the common Hanzi of GB 2312, level 1, as its first byte in EUC."""

MOST_READINGS: Final = 8
"""How many readings are offered for a word."""

_APOSTROPHE_BEFORE: Final = frozenset("aāáǎàoōóǒòeēéěè")
"""A syllable that begins so is parted by ' from the one before it (GB/T 16159)."""


class ReadingProposal(NamedTuple):
    """Characters `start` up to `end` of the text at a place, and readings of them, the likeliest
    first; none where no dictionary knows one. `rare`: one of them is no common character.
    """

    place: Place
    start: int
    end: int
    words: str
    readings: tuple[str, ...]
    rare: bool


def is_rare(character: str) -> bool:
    """Whether a Hanzi is none of the 3755 common ones (GB 2312, level 1)."""
    try:
        return character.encode("gb2312")[0] > _LAST_COMMON
    except UnicodeEncodeError:
        return True


def selected_words(
    issue: Issue, start: PositionTuple, end: PositionTuple
) -> Iterator[ReadingProposal]:
    """A proposal for each word between two positions that has no reading yet."""
    for span in spans(issue, start, end):
        if not may_carry_marks(issue, span.place):
            continue
        text = text_of(issue, span.place)
        for first, last in _words(text.string, span):
            yield from _proposed(span.place, text, first, last)


def rare_words(issue: Issue, article: Place | None = None) -> Iterator[ReadingProposal]:
    """A proposal for each rare character, or several running, where an article has it first; of
    one article or of all. One that has a reading somewhere in its article needs none.
    """
    for place, of_article in articles(issue):
        if article is not None and place.of_article != article.of_article:
            continue
        texts = list(running_texts(of_article, place))
        known = {words for _, text in texts for words in _read(text)}
        for at, text in texts:
            for first, last in _rare(text.string):
                words = text.string[first:last]
                if words in known:
                    continue
                known.add(words)
                yield from _proposed(at, text, first, last)


def _words(string: str, span: TextSpan) -> Iterator[tuple[int, int]]:
    """The words of Hanzi of a span, as the dictionary cuts them."""
    dictionary = open_words()
    for run in _HAN().finditer(string, span.start, span.end):
        at = run.start()
        for word in dictionary.segment(run[0]):
            yield at, at + len(word)
            at += len(word)


def _rare(string: str) -> Iterator[tuple[int, int]]:
    """The runs of rare Hanzi of a string."""
    start: int | None = None
    for k, character in enumerate((*string, " ")):
        rare = bool(_HAN().match(character)) and is_rare(character)
        if rare and start is None:
            start = k
        elif not rare and start is not None:
            yield start, k
            start = None


def _read(text: Text) -> Iterator[str]:
    """The words of a text that have readings."""
    return (text.string[mark.start : mark.end] for mark in text.marks if mark.kind is MarkKind.RUBY)


def _proposed(place: Place, text: Text, start: int, end: int) -> Iterator[ReadingProposal]:
    if any(
        mark.kind is MarkKind.RUBY and mark.start < end and start < mark.end for mark in text.marks
    ):
        return
    words = text.string[start:end]
    rare = any(map(is_rare, words))
    yield ReadingProposal(place, start, end, words, readings_of(text.string, start, end), rare)


def readings_of(string: str, start: int, end: int) -> tuple[str, ...]:
    """The readings of Hanzi that stand in a string: by the phrase they are in, a syllable for each
    and then in one; after that with what else single characters may be read as.
    """
    likely = _likely(string, start, end)
    if not all(likely):
        return ()
    # loaded with the first question: it reads its dictionaries, half a second
    from pypinyin import pinyin

    others = (
        [first, *(other for other in pinyin(character, heteronym=True)[0] if other != first)]
        for first, character in zip(likely, string[start:end], strict=True)
    )
    found = [" ".join(likely), _joined(likely)]
    for syllables in product(*others):
        if len(found) >= MOST_READINGS:
            break
        found.append(" ".join(syllables))
    return tuple(dict.fromkeys(found))


_TONED = later(r"([a-zü]+[0-5])([ '’]*)", re.IGNORECASE)


def with_tone_marks(reading: str, hanzi: int) -> str:
    """A reading of so many Hanzi typed with a figure for each tone, with the marks: liu3 du4 is
    liǔ dù. What is not typed so stays as it is.
    """
    typed = reading.replace("u:", "ü")
    syllables = _TONED().findall(typed)
    if len(syllables) != hanzi or "".join(map("".join, syllables)) != typed:
        return reading
    from pypinyin.contrib.tone_convert import to_tone

    return "".join(to_tone(said.replace("v", "ü")) + joint for said, joint in syllables)


def proposed_reading(issue: Issue, start: PositionTuple, end: PositionTuple) -> str:
    """The likeliest reading of all the words between two positions of a text, a syllable for each
    Hanzi; empty where one of them has none.
    """
    (place, first, last), *others = spans(issue, start, end)
    string = text_of(issue, place).string
    if others or not _HAN().fullmatch(string, first, last):
        return ""
    return next(iter(readings_of(string, first, last)), "")


def _likely(string: str, start: int, end: int) -> list[str]:
    """A syllable for each of some Hanzi by what stands around them, empty for one that no
    dictionary has.
    """
    from pypinyin import pinyin

    runs = (run for run in _HAN().finditer(string) if run.start() <= start and end <= run.end())
    run = next(runs, None)
    if run is None:
        return [""]
    said = [one[0] for one in pinyin(run[0], errors="ignore")]
    if len(said) == len(run[0]):
        return said[start - run.start() : end - run.start()]
    alone = (pinyin(character, errors="ignore") for character in string[start:end])
    return [found[0][0] if found else "" for found in alone]


def _joined(syllables: Iterable[str]) -> str:
    """Syllables written as one word."""
    first, *rest = syllables
    return first + "".join(
        f"'{syllable}" if syllable[0] in _APOSTROPHE_BEFORE else syllable for syllable in rest
    )
