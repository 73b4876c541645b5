"""One article held against the word lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from layouts.importing.wording.house import HouseWords
from layouts.importing.wording.leaders import misplaced, named_leaders, other_office
from layouts.importing.wording.near import near_names
from layouts.importing.wording.slip import (
    AVOIDED,
    LEADER_ORDER,
    NAME_NEAR,
    SPELLING,
    TITLE_DIFFERS,
    WRONG,
    Slip,
)
from layouts.importing.wording.twice import Used, used_forms
from layouts.importing.wording.words import CutText, longest_first, wrong_words
from layouts.issue.article import Article
from layouts.issue.places import Place, texts_of
from layouts.messages.word_lists import (
    LEADER_MISPLACED,
    NAME_IS_NEAR,
    OFFICE_DIFFERS,
    SPELLING_IS_FORBIDDEN,
    WORD_IS_AVOIDED,
    WORD_IS_AVOIDED_FOR,
    WORD_IS_WRONG,
)
from layouts.text.words import open_words


class Looked(NamedTuple):
    """What was found in an article, and which forms it uses of what can be written in two ways."""

    slips: tuple[Slip, ...]
    used: tuple[Used, ...]


NEAR = 20
"""Characters before a word that say how it is cut."""

FIRST = Place(0, 0)
"""Where an article is taken to stand while it is looked at by itself."""


def looked_over(article: Article, house: HouseWords) -> Looked:
    """What goes against the lists of the house in the texts of an article."""
    slips: list[Slip] = []
    used: list[Used] = []
    for place, text in texts_of(article, FIRST):
        if text.string:
            cut = CutText(text.string)
            slips += sorted(_slips(cut, place, house), key=lambda slip: slip.start)
            used += used_forms(cut, place, house)
    return Looked(tuple(slips), tuple(used))


def _slips(text: CutText, place: Place, house: HouseWords) -> Iterator[Slip]:
    yield from _names(text, place, house)
    yield from _spellings(text, place, house)
    yield from _avoided(text, place, house)
    yield from _wrong(text, place)


def _names(text: CutText, place: Place, house: HouseWords) -> Iterator[Slip]:
    for start, end, name in near_names(text, house):
        sentence = NAME_IS_NEAR(typed=text.string[start:end], name=name)
        yield Slip(NAME_NEAR, place, start, end, sentence, name)
    named = named_leaders(text, house)
    for one, office in other_office(text, named):
        name, title = one.leader.name, one.leader.title
        sentence = OFFICE_DIFFERS(name=name, office=office, title=title)
        yield Slip(TITLE_DIFFERS, place, one.start - len(office), one.end, sentence)
    for one, other in misplaced(text, named):
        sentence = LEADER_MISPLACED(name=one.leader.name, other=other.name)
        yield Slip(LEADER_ORDER, place, one.start, one.end, sentence)


def _spellings(text: CutText, place: Place, house: HouseWords) -> Iterator[Slip]:
    """Forbidden spellings wherever they stand, but inside the preferred one that holds them."""
    for wrong in longest_first(house.spellings):
        right = house.spellings[wrong]
        for start in text.places(wrong):
            if not _is_inside(text.string, start, wrong, right):
                sentence = SPELLING_IS_FORBIDDEN(wrong=wrong, right=right)
                yield Slip(SPELLING, place, start, start + len(wrong), sentence, right)


def _is_inside(string: str, start: int, wrong: str, right: str) -> bool:
    offset = right.find(wrong)
    return offset >= 0 and string.startswith(right, max(0, start - offset))


def _avoided(text: CutText, place: Place, house: HouseWords) -> Iterator[Slip]:
    """Words to avoid; such as the dictionary knows only where they are not part of another."""
    for word, why in house.avoided.items():
        known = open_words().knows(word)
        for start in text.places(word):
            if not known or text.is_whole(start, start + len(word)):
                sentence = (
                    WORD_IS_AVOIDED_FOR(word=word, why=why) if why else WORD_IS_AVOIDED(word=word)
                )
                yield Slip(AVOIDED, place, start, start + len(word), sentence)


def _wrong(text: CutText, place: Place) -> Iterator[Slip]:
    for wrong, right in wrong_words().items():
        for start in text.places(wrong):
            if _is_word(text, start, wrong, right):
                sentence = WORD_IS_WRONG(wrong=wrong, right=right)
                yield Slip(WRONG, place, start, start + len(wrong), sentence, right)


def _is_word(text: CutText, start: int, wrong: str, right: str) -> bool:
    """Whether a wrong word stands there, and not the end of one word and the start of another
    (按|装修).

    What the dictionary does not know may be cut anywhere, so that then the cut with the right word
    in its place counts.
    """
    if text.is_whole(start, start + len(wrong)):
        return True
    crossing = text.words_over(start, start + len(wrong))
    if any(map(open_words().knows, crossing)):
        return False
    mended = CutText(text.string[max(0, start - NEAR) : start] + right)
    return mended.is_whole(len(mended.string) - len(right), len(mended.string))
