"""Straight quotation marks made Chinese ones, and such as stand the wrong way round turned
(GB/T 15834-2011, 4.8): “…”, inside them ‘…’.

Corner brackets 「」 are the house's choice and are left. A mark behind a digit that has no partner
is a prime (6' 5"). Marks whose partner cannot be told are left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layouts.importing.tidying.characters import is_chinese, is_digit
from layouts.importing.tidying.passage import TidyPassage
from layouts.importing.tidying.rule import Mending
from layouts.patterns import later

_DOUBLE = later('["＂“”〝〞]')
_SINGLE = later("['＇‘’]")
_STRAIGHT = "\"＂〝〞'＇"
LONGEST_SINGLE = 60
"""Characters that a pair of straight single marks can hold: further apart they are two
apostrophes.
"""


def double_quotes(passage: TidyPassage) -> Iterator[Mending]:
    """Straight double marks, and curly ones that do not pair."""
    if passage.is_foreign:
        return
    marks = [
        match.start()
        for match in _DOUBLE().finditer(passage.string)
        if not passage.guarded[match.start()] or passage.string[match.start()] not in _STRAIGHT
    ]
    if marks:
        yield from sorted(_paired(passage, marks))


def _paired(passage: TidyPassage, marks: Sequence[int]) -> Iterator[Mending]:
    string = passage.string
    straight = _without_primes(string, [place for place in marks if string[place] not in "“”"])
    groups = _grouped(string, [place for place in marks if string[place] in "“”"], straight)
    if groups is None:
        yield from _alternating(passage, _without_primes(string, marks))
        return
    for around, group in groups.items():
        yield from _pairs(passage, group, "“”" if around < 0 else "‘’")


def _grouped(
    string: str, curly: Sequence[int], straight: Sequence[int]
) -> dict[int, list[int]] | None:
    """Straight marks by the curly one that is open around them, -1 where none is; None where the
    curly ones do not pair.
    """
    opened = [-1]
    groups: dict[int, list[int]] = {}
    for place in sorted((*curly, *straight)):
        if string[place] == "“":
            opened.append(place)
        elif string[place] != "”":
            groups.setdefault(opened[-1], []).append(place)
        elif opened.pop() < 0:
            return None
    return groups if len(opened) == 1 else None


def _alternating(passage: TidyPassage, marks: Sequence[int]) -> Iterator[Mending]:
    """All marks of a text whose curly ones do not pair, opening and closing in turn.

    A quotation over several paragraphs is opened in each and closed in the last: such a first or
    last mark has no partner here.
    """
    string = passage.string
    if len(marks) % 2 and string[marks[0]] == "“" and marks[0] == 0:
        marks = marks[1:]
    elif len(marks) % 2 and string[marks[-1]] == "”" and not string[marks[-1] + 1 :].strip("。"):
        marks = marks[:-1]
    if len(marks) % 2 == 0:
        yield from _pairs(passage, marks, "“”")


def _pairs(passage: TidyPassage, marks: Sequence[int], signs: str) -> Iterator[Mending]:
    if len(marks) % 2:
        return
    string = passage.string
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        is_straight = string[opening] in _STRAIGHT and string[closing] in _STRAIGHT
        if is_straight and not _is_chinese_pair(passage, opening, closing):
            continue
        for place, sign in ((opening, signs[0]), (closing, signs[1])):
            if string[place] != sign:
                yield Mending(place, place + 1, sign)


def _is_chinese_pair(passage: TidyPassage, opening: int, closing: int) -> bool:
    """Whether a pair of straight marks belongs to Chinese: it stands round it or in it."""
    string = passage.string
    if string[opening + 1 : closing].strip() == "":
        return False
    if passage.has_hanzi(opening + 1, closing):
        return True
    return is_chinese(passage.before(opening)) or is_chinese(passage.after(closing + 1))


def _without_primes(string: str, marks: Sequence[int]) -> Sequence[int]:
    """Marks without those of inches, seconds and minutes, which stand behind a digit.

    Both of a pair behind digits are such (27"和32"显示器); of an odd number, those are.
    """
    primes = {
        place for place in marks if string[place] in "\"'" and place and is_digit(string[place - 1])
    }
    if not primes:
        return marks
    if len(marks) % 2:
        return [place for place in marks if place not in primes]
    found: list[int] = []
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        if opening not in primes or closing not in primes:
            found += (opening, closing)
    return found


def single_quotes(passage: TidyPassage) -> Iterator[Mending]:
    """Straight single marks, and curly ones the wrong way round; apostrophes are none."""
    if passage.is_foreign:
        return
    string = passage.string
    marks = [
        match.start()
        for match in _SINGLE().finditer(string)
        if not passage.guarded[match.start()] and not _is_apostrophe(string, match.start())
    ]
    marks = list(_without_primes(string, marks))
    if len(marks) % 2 or [string[place] for place in marks] == ["‘", "’"] * (len(marks) // 2):
        return
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        if closing - opening <= LONGEST_SINGLE:
            yield from _pairs(passage, (opening, closing), "‘’")


def _is_apostrophe(string: str, place: int) -> bool:
    before, after = string[place - 1 : place] if place else "", string[place + 1 : place + 2]
    is_inside = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    return is_inside or (after.isascii() and after.isdigit() and not is_chinese(before))
