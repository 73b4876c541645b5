"""Characters that are another form of the one that is meant: full-width digits and letters,
radicals, old private-use codes, and such as cannot be seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from layouts.importing.tidying.characters import HAN
from layouts.importing.tidying.passage import TidyPassage
from layouts.importing.tidying.rule import Mending
from layouts.manuscript.repair import (
    GBK_PRIVATE,
    RADICALS,
    UNSEEN,
    hanzi_of_private,
    hanzi_of_radical,
)
from layouts.patterns import later
from layouts.sound_text import DIRECTIONS

_WIDE_RUN = later(r"[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ．，：／－％＋＠＿]*[０-９Ａ-Ｚａ-ｚ％])?")
_FILE_NUMBER = later(r"〔[^〔〕]{1,12}〕\s?(?:第\s?)?[０-９]{0,5}")
_WITHIN = later(
    r"[０-９]+(?:，[０-９]{3})+(?![０-９])|[０-９]+(?:[．：／－][０-９]+)+"
    r"|[０-９Ａ-Ｚａ-ｚ]+(?:[．／－＠＿][０-９Ａ-Ｚａ-ｚ]+)+"
)
"""Numbers and addresses whose marks are full-width like themselves."""

_DISTANCE = ord("Ａ") - ord("A")

_RADICAL = later(f"[{RADICALS}]")
_PRIVATE = later(f"[{GBK_PRIVATE}]")
_SOFT_HYPHEN = "\xad"
_HIDDEN = later(f"[{UNSEEN.replace(_SOFT_HYPHEN, '')}]|(?<=[{HAN}])[\u200c\u200d]+(?=[{HAN}])")
_RIGHT_TO_LEFT = later("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")


def half_width_forms(passage: TidyPassage) -> Iterator[Mending]:
    """Full-width digits and letters, with the stops and signs inside a number.

    File numbers 〔２０２６〕 are written as the house does, titles 《…》 as they are called.
    """
    string = passage.string
    kept = [match.span() for match in _FILE_NUMBER().finditer(string)]
    for match in _WIDE_RUN().finditer(string):
        start, end = match.span()
        if passage.is_guarded(start, end) or any(a < end and start < b for a, b in kept):
            continue
        yield from _narrowed(string, start, end)


def _narrowed(string: str, start: int, end: int) -> Iterator[Mending]:
    """The letters and digits of a run narrowed, its marks where they are those of a number."""
    within = {
        place for match in _WITHIN().finditer(string, start, end) for place in range(*match.span())
    }
    for place in range(start, end):
        character = string[place]
        is_mark = character in "．，：／－％＋＠＿"
        if not is_mark or place in within or (character == "％" and place == end - 1):
            yield Mending(place, place + 1, chr(ord(character) - _DISTANCE))


def radicals(passage: TidyPassage) -> Iterator[Mending]:
    """Radicals that stand for the Hanzi of the same shape, as programs that read PDFs write."""
    for match in _RADICAL().finditer(passage.string):
        yield Mending(match.start(), match.end(), hanzi_of_radical(match[0]))


def private_use(passage: TidyPassage) -> Iterator[Mending]:
    """Codes that GBK once had in the private-use area."""
    for match in _PRIVATE().finditer(passage.string):
        yield Mending(match.start(), match.end(), hanzi_of_private(match[0]))


def zero_width(passage: TidyPassage) -> Iterator[Mending]:
    """Spaces without width, and marks of direction where nothing is written from right to left.

    The joiners of Indic scripts and emoji are not among them, but for those between Hanzi.
    """
    turns = bool(_RIGHT_TO_LEFT().search(passage.string))
    for match in _HIDDEN().finditer(passage.string):
        if not (turns and match[0] in DIRECTIONS):
            yield Mending(match.start(), match.end(), "")


def soft_hyphens(passage: TidyPassage) -> Iterator[Mending]:
    """Hyphens that only show at the end of a line: the program finds its own."""
    for place, character in enumerate(passage.string):
        if character == _SOFT_HYPHEN:
            yield Mending(place, place + 1, "")
