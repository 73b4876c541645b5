"""The head of an article (title, subtitle, by-line above the text) and its tail (by-line,
signature, day below it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from layouts.importing.recognition import cues
from layouts.importing.recognition.captions import is_caption
from layouts.importing.recognition.credit_words import CreditSort
from layouts.importing.recognition.credits import credit_of
from layouts.importing.recognition.cues import Cue
from layouts.importing.recognition.days import is_partial_day
from layouts.importing.recognition.headings import heading_level
from layouts.importing.recognition.items import Role, SourceItem, is_all_bold
from layouts.importing.recognition.looks import (
    UsualLook,
    alike,
    cues_of,
    is_centred,
    is_flush_right,
    is_running,
    may_be_title,
)
from layouts.importing.recognition.names import begins_with_act, is_unit
from layouts.importing.recognition.spotting import Spotted

_PASSED = frozenset(
    (
        *(Role.SECTION, Role.CREDIT, Role.NOTE, Role.PHOTO, Role.BREAK, Role.CAPTION, Role.ASIDE),
        *(Role.LEFT_OUT, Role.TABLE_WORDS),
    )
)
"""What may stand in a head beside the title."""

_ATTACHMENT = re.compile(r"附件?\s*\d{0,2}\s*[:：]?")
_SENTENCE = re.compile(r"(?!.*\d月)[^，。！？；：、\s]{7,28}。")
_FIELD = re.compile(r"[\u3400-\u9fff]{2,4}[:：]")
_PASSED_BELOW = _PASSED - {Role.SECTION, Role.NOTE}


class Head:
    """Finds the head of one article: goes down from its first item until the text begins.

    `spots` are the article's own and are changed in place; `end` is where the text begins.
    """

    def __init__(self, items: Sequence[SourceItem], spots: list[Spotted], usual: UsualLook) -> None:
        self.titles: list[int] = []
        self.end = 0
        self._items = items
        self._spots = spots
        self._usual = usual
        while self.end < len(items) and self._takes(self.end):
            self.end += 1

    def _takes(self, place: int) -> bool:
        """Whether an item belongs to the head."""
        role = self._spots[place].role
        if role in _PASSED:
            return True
        if role is Role.TITLE:
            return self._takes_said_title(place)
        if role is Role.SUBTITLE:
            if not self.titles:
                self._spots[place] = Spotted(Role.TEXT)
            return bool(self.titles)
        if role is not Role.TEXT or self._items[place].goes_on:
            return False
        return self._takes_below(place) if self.titles else self._takes_title(place)

    def _takes_said_title(self, place: int) -> bool:
        if not self.titles or alike(self._items[self.titles[-1]].look, self._items[place].look):
            self.titles.append(place)
            return True
        return False

    def _takes_title(self, place: int) -> bool:
        """The first line of the article, where it can be its title."""
        item, spotted = self._items[place], self._spots[place]
        if spotted.credit is not None and self._title_follows(place):
            self._spots[place] = Spotted(Role.CREDIT, spotted.confidence, spotted.credit)
            return True
        if _ATTACHMENT.fullmatch(item.string):
            self._spots[place] = Spotted(Role.LEFT_OUT)
            return True
        seen = [Cue.FIRST, *cues_of(item, self._usual)]
        if self._byline_below(place):
            seen.append(Cue.BYLINE_BELOW)
        if self._is_short_sentence(place):
            seen.append(Cue.SHORT_SENTENCE)
        sure = cues.likelihood(seen, cues.TITLE)
        if self._is_body_of_title(place):
            sure = max(sure, cues.PLAIN_TITLE_LINE)
        if sure < cues.LIKELY:
            return False
        if self._is_eyebrow(place):
            self._spots[place] = Spotted(Role.SUBTITLE, cues.SMALLER_BELOW_TITLE)
            return True
        self._spots[place] = Spotted(Role.TITLE, sure)
        self.titles.append(place)
        return True

    def _is_body_of_title(self, place: int) -> bool:
        """Whether a first line names a body and a colon, and the rest of the title stands below:
        水务站： / 守护一方安澜.
        """
        string, below = self._items[place].string, place + 1
        if not string.endswith(("：", ":")) or not is_unit(string[:-1]):
            return False
        if below >= len(self._items) or self._spots[below].role is not Role.TEXT:
            return False
        goes_on = may_be_title(self._items[below].string) and self._spots[below].credit is None
        return goes_on and self._ends_a_title(below) >= cues.LIKELY

    def _is_short_sentence(self, place: int) -> bool:
        """Whether a first line is a sentence without a pause in it and all below it is longer: a
        title that somebody gave a full stop.
        """
        string = self._items[place].string
        if not _SENTENCE.fullmatch(string):
            return False
        below = [
            len(item.string)
            for item, spotted in zip(self._items, self._spots, strict=True)
            if spotted.role is Role.TEXT and spotted.credit is None
        ]
        return len(below) > 2 and min(below[1:]) > max(cues.RUNNING, len(string))

    def _byline_below(self, place: int) -> bool:
        below = place + 1
        return (
            below < len(self._items)
            and self._spots[below].role is Role.CREDIT
            and not self._items[below].goes_on
        )

    def _title_follows(self, place: int) -> bool:
        below = self._text_below(place)
        if below is None or self._spots[below].credit is not None:
            return False
        if begins_with_act(self._items[below].string):  # 水务站 / 召开会议: one title
            return False
        first = self._text_below(below)
        if first is None or not is_text_start(self._items[first].string):
            return False
        return may_be_title(self._items[below].string)

    def _text_below(self, place: int) -> int | None:
        return next(
            (
                later
                for later in range(place + 1, len(self._items))
                if self._spots[later].role not in _PASSED
            ),
            None,
        )

    def _is_eyebrow(self, place: int) -> bool:
        """Whether a line is smaller than another that stands right below it and is centred too
        (引题).
        """
        below = self._text_below(place)
        if below is None or self._spots[below].role not in (Role.TEXT, Role.TITLE):
            return False
        here, there = self._items[place], self._items[below]
        if not (is_centred(here) and is_centred(there)) or not may_be_title(there.string):
            return False
        small, large = here.look.size, there.look.size
        return bool(small and large and small < large * cues.SMALLER)

    def _takes_below(self, place: int) -> bool:
        """A line below the title that is not the first of the text."""
        item, spotted = self._items[place], self._spots[place]
        if spotted.credit is not None:
            return self._takes_names(place, spotted)
        if is_partial_day(item.string.strip("（）()")):
            if any(map(is_partial_day, self._strings_below(place))):
                return False  # a chronicle: the days are its headings
            self._spots[place] = Spotted(Role.ASIDE, cues.NAMED)
            return True
        if is_caption(item.string) or not may_be_title(item.string):
            return False
        last = self._items[self.titles[-1]]
        if self._is_smaller_below(item, last):
            self._spots[place] = Spotted(Role.SUBTITLE, cues.SMALLER_BELOW_TITLE)
            return True
        sure = self._goes_on(place, last)
        if sure < cues.LIKELY:
            return False
        self._spots[place] = Spotted(Role.TITLE, sure)
        self.titles.append(place)
        return True

    def _strings_below(self, place: int) -> Iterator[str]:
        """The lines below one, but not the very last, which may be the day of the manuscript."""
        return (item.string for item in self._items[place + 1 : -1])

    def _takes_names(self, place: int, spotted: Spotted) -> bool:
        sure = min(spotted.confidence + cues.UNDER_TITLE, cues.SUREST)
        self._spots[place] = Spotted(Role.CREDIT, sure, spotted.credit)
        return True

    def _is_smaller_below(self, item: SourceItem, title: SourceItem) -> bool:
        """A centred line that is smaller than the title, or not bold where that is."""
        if not (is_centred(item) and is_centred(title)):
            return False
        if item.string.startswith(("（", "(")) and item.string.endswith(("）", ")")):
            return False  # where its writers work: （区图书馆，云栖 201800）
        small, large = item.look.size, title.look.size
        if small and large and small < large * cues.SMALLER:
            return True
        return is_all_bold(title) and not is_all_bold(item)

    def _goes_on(self, place: int, last: SourceItem) -> float:
        """How likely a line is the next one of the title."""
        item = self._items[place]
        if len(self.titles) >= cues.MOST_TITLE_LINES or place != self.titles[-1] + 1:
            return 0.0
        if not alike(last.look, item.look) or item.look.heading:
            return 0.0
        if is_centred(item):
            return cues.TITLE_LINE
        if _FIELD.match(item.string) and not _FIELD.match(last.string):
            return 0.0  # 时间：… 地点：…
        if item.look.blank_above or (item.look.indent >= 1 and self._usual.indented):
            return 0.0
        if last.string.endswith(("：", ":")):
            return self._ends_a_title(place)
        if len(last.string) < 6 or len(item.string) < 4 or self._is_one_of_many(place):
            return 0.0
        return self._ends_a_title(place)

    def _ends_a_title(self, place: int) -> float:
        """How likely a title ends with a line: subtitle, names or the text stand below."""
        below = self._text_below(place)
        if below is not None and self._spots[below].role is Role.SUBTITLE:
            return cues.TITLE_LINE
        if below is not None and self._spots[below].credit is not None:
            below = self._text_below(below)
        if below is None or not is_text_start(self._items[below].string):
            return 0.0  # more short lines: a poem, a list
        return cues.PLAIN_TITLE_LINE

    def _is_one_of_many(self, place: int) -> bool:
        """Whether more short lines like this one stand between the paragraphs below: it is a
        sub-heading then.
        """
        rest = range(place + 1, len(self._items) - 1)
        return any(
            self._spots[later].role is Role.TEXT
            and self._spots[later].credit is None
            and may_be_title(self._items[later].string)
            and is_running(self._items[later + 1].string)
            and is_running(self._items[later - 1].string)
            for later in rest
        )


def is_text_start(string: str) -> bool:
    """Whether a line is the text's first: running text, or a sub-heading by its label."""
    return is_running(string) or heading_level(string) > 0


def mark_tail(items: Sequence[SourceItem], spots: list[Spotted], first: int) -> int:
    """Find by-lines, signature and day below the text, and say where the text ends; what stands
    before `first` is the head.
    """
    end = len(items)
    while end > first and _is_tail(items, spots, end - 1):
        end -= 1
    return end


def _is_tail(items: Sequence[SourceItem], spots: list[Spotted], place: int) -> bool:
    item, spotted = items[place], spots[place]
    if spotted.role in _PASSED_BELOW:
        return True
    if spotted.role is Role.SECTION and (name := credit_of(item.string)) is not None:
        spotted = Spotted(Role.TEXT, name.confidence, name)  # 【陆明远】: no section ends a text
    if spotted.role is not Role.TEXT:
        return False
    if is_partial_day(item.string.strip("（）()")):
        spots[place] = Spotted(Role.ASIDE, cues.NAMED)
        return True
    if spotted.credit is None:
        return False
    sure = spotted.confidence + cues.AT_END + cues.FLUSH_RIGHT * is_flush_right(item)
    if _day_below(spots, place):
        sure += cues.DAY_BELOW
    if sure < cues.LIKELY:
        return False
    spots[place] = Spotted(Role.CREDIT, min(sure, cues.SUREST), spotted.credit)
    return True


def _day_below(spots: Sequence[Spotted], place: int) -> bool:
    below = spots[place + 1] if place + 1 < len(spots) else None
    if below is None:
        return False
    is_day = below.credit is not None and below.credit.sort is CreditSort.DATE
    return is_day or (below.role is Role.ASIDE and below.credit is None)
