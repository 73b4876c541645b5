"""A text as rules look at it: its characters, what it is in its article, and what no rule may
touch.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cached_property
from itertools import accumulate

from layouts.importing.tidying.characters import is_chinese, is_hanzi
from layouts.importing.tidying.protect import Guarded, guarded_spans
from layouts.patterns import later


class PassageRole(Enum):
    """What a text is, where that decides what may be tidied in it."""

    TITLE = auto()
    """A title or subtitle: its spaces are meant."""

    HEADING = auto()
    """A sub-heading or pull quote: the same."""

    BODY = auto()
    """Running text."""

    CAPTION = auto()
    """The caption of a photo or table."""

    CELL = auto()
    """A cell of a table or a note under it."""

    BYLINE = auto()
    """A by-line: the spaces between a unit and its names are meant."""


_BYLINE = later(
    r"\s*[（(【\[□]?\s*(?:(?:本[报刊]|特约|实习)?(?:通讯员|记者)|供稿|撰稿|作者|来源|文[/／、]图|图[/／、]文"
    r"|文字|摄影|撰文|编辑|责编|审核|校对|整理|图片)(?:单位)?\s*[：:丨|/／\s（(]"
    r"|.{0,40}(?:供稿|摄影?|报道|撰稿)\s*[）)】\]]?\s*$"
)
"""What begins or ends as by-lines do, whatever it was recognised as."""

LONGEST_BYLINE = 80
"""Characters: what is longer is a sentence that begins with “记者”."""

_LATIN_WORD = re.compile("[A-Za-z]+")
_ENGLISH = re.compile("[A-Za-z]['’,]? [A-Za-z]")
_SENTENCE = re.compile("[。；]|[！？]$")


class TidyPassage:
    """A text to be tidied.

    What is asked of it more than once is found out when first asked for.
    """

    def __init__(
        self, string: str, role: PassageRole = PassageRole.BODY, list_style: str = ""
    ) -> None:
        self.string = string
        self.role = role
        self.list_style = list_style

    @cached_property
    def _spans(self) -> list[Guarded]:
        return list(guarded_spans(self.string))

    @cached_property
    def guarded(self) -> bytearray:
        """1 for each character that no rule on marks, quotes or spaces may touch."""
        mask = bytearray(len(self.string))
        for start, end, _ in self._spans:
            mask[start:end] = b"\1" * (end - start)
        return mask

    def is_guarded(self, start: int, end: int) -> bool:
        """Whether any of the characters `start` up to `end` may not be touched."""
        return any(self.guarded[start:end])

    @cached_property
    def is_foreign(self) -> bool:
        """Whether this is English with some Chinese in it: two words in a row, and no fewer words
        than Hanzi.

        Addresses, code and the like are no words.
        """
        if not _ENGLISH.search(self.string):
            return False
        codes = sum(
            len(_LATIN_WORD.findall(self.string[start:end]))
            for start, end, is_english in self._spans
            if not is_english
        )
        words = len(_LATIN_WORD.findall(self.string)) - codes
        return words >= max(1, self._hanzi[-1])

    @cached_property
    def is_byline(self) -> bool:
        """Whether it says who wrote something, so that its spaces part names."""
        if self.role is PassageRole.BYLINE:
            return True
        if len(self.string) > LONGEST_BYLINE or "。" in self.string:
            return False
        return bool(_BYLINE().match(self.string))

    @cached_property
    def is_sentence(self) -> bool:
        """Whether it is running text: its spaces between Hanzi say nothing."""
        if (
            self.role not in (PassageRole.BODY, PassageRole.CAPTION, PassageRole.CELL)
            or self.is_byline
        ):
            return False
        return bool(_SENTENCE.search(self.string))

    @cached_property
    def depths(self) -> list[int]:
        """How many quotation marks and brackets are open before each character."""
        found = [0]
        for character in self.string:
            step = 1 if character in "“「『（【" else -1 if character in "”」』）】" else 0
            found.append(max(0, found[-1] + step))
        return found

    @cached_property
    def _hanzi(self) -> list[int]:
        return list(accumulate(map(is_hanzi, self.string), initial=0))

    def has_hanzi(self, start: int, end: int) -> bool:
        """Whether there is a Hanzi among the characters `start` up to `end`."""
        return self._hanzi[start] < self._hanzi[end]

    def before(self, place: int) -> str:
        """The character before a place, spaces passed over; empty at the start."""
        while place and self.string[place - 1] in " \u00a0":
            place -= 1
        return self.string[place - 1 : place] if place else ""

    def after(self, place: int) -> str:
        """The character from a place on, spaces passed over; empty at the end."""
        end = len(self.string)
        while place < end and self.string[place] in " \u00a0":
            place += 1
        return self.string[place : place + 1]

    def chinese_before(self, place: int) -> bool:
        """Whether Chinese stands before a place; a straight quotation mark is looked through."""
        found = self.before(place)
        while found and found in "\"'":
            place = self.string.rindex(found, 0, place)
            found = self.string[place - 1 : place] if place else ""
        return is_chinese(found)

    def chinese_after(self, place: int) -> bool:
        """Whether Chinese stands from a place on; a straight quotation mark is looked through."""
        found = self.after(place)
        while found and found in "\"'":
            place = self.string.index(found, place) + 1
            found = self.string[place : place + 1]
        return is_chinese(found)
