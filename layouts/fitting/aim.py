"""What fitting is to reach: so many pages, or so many rows of one article."""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from layouts.errors import FittingError
from layouts.messages.fitting import AIM_MISSPELT, AIM_TOO_LARGE

MOST_PAGES = 9999
"""No issue has more pages."""


class AimKind(StrEnum):
    """The kinds of aim, by the word that each is written with."""

    WHOLE = "whole"
    PAGES = "pages"
    MULTIPLE = "multiple"
    SAVE = "save"
    GAIN = "gain"
    ONE_PAGE = "page"
    ONE_SPREAD = "spread"


class Aim(Struct, frozen=True):
    """What is to be reached.

    WHOLE: the last page is full enough, whatever their number. PAGES: `number` of them. MULTIPLE: a
    multiple of `number`. SAVE, GAIN: `number` rows in the article with the id `article`. ONE_PAGE,
    ONE_SPREAD: that article stands on one page, or on two that face each other.
    """

    kind: AimKind = AimKind.WHOLE
    number: int = 0
    article: str = ""

    def __str__(self) -> str:
        """As it is written: `whole`, `12`, `4x`, `save 2 a3`, `gain 1 a3`, `page a3`."""
        if self.kind is AimKind.PAGES:
            return str(self.number)
        if self.kind is AimKind.MULTIPLE:
            return f"{self.number}x"
        if self.kind in (AimKind.SAVE, AimKind.GAIN):
            return f"{self.kind} {self.number} {self.article}"
        return f"{self.kind} {self.article}".strip()


WHOLE = Aim()

_PATTERN = re.compile(
    r"(?P<whole>whole)|(?P<pages>\d{1,9})|(?P<multiple>\d{1,9})x"
    r"|(?P<rows>save|gain) (?P<number>\d{1,9}) (?P<of>\S+)|(?P<keep>page|spread) (?P<kept>\S+)",
    re.ASCII,
)


def parse_aim(text: str) -> Aim:
    """An aim as `str` writes it. FittingError where it is none."""
    found = _PATTERN.fullmatch(text.strip())
    if found is None:
        raise FittingError(*AIM_MISSPELT(aim=text))
    if found["rows"]:
        return Aim(AimKind(found["rows"]), _number(found["number"], text), found["of"])
    if found["keep"]:
        return Aim(AimKind(found["keep"]), article=found["kept"])
    if found["pages"]:
        return Aim(AimKind.PAGES, _number(found["pages"], text))
    if found["multiple"]:
        return Aim(AimKind.MULTIPLE, _number(found["multiple"], text))
    return WHOLE


def _number(digits: str, text: str) -> int:
    number = int(digits)
    if not 1 <= number <= MOST_PAGES:
        raise FittingError(*AIM_TOO_LARGE(aim=text, most=MOST_PAGES))
    return number
