"""Where in a document an article begins: one manuscript is not torn, several are parted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from layouts.importing.recognition import cues
from layouts.importing.recognition.cues import Cue
from layouts.importing.recognition.items import Role, SourceItem
from layouts.importing.recognition.looks import (
    UsualLook,
    alike,
    cues_of,
    differs,
    is_running,
    may_be_title,
)
from layouts.importing.recognition.opening import counts_manuscripts
from layouts.importing.recognition.spotting import Spotted, is_brief_label, opens_briefs

_BESIDE = frozenset((Role.PHOTO, Role.BREAK, Role.CAPTION, Role.LEFT_OUT, Role.TABLE_WORDS))
_CLOSING = frozenset((Role.CREDIT, Role.ASIDE))


class Start(NamedTuple):
    """An item with which an article begins, and how likely it does; `briefs`: it may be one."""

    place: int
    confidence: float = cues.SUREST
    briefs: bool = False


def starts(
    items: Sequence[SourceItem], spots: Sequence[Spotted], usual: UsualLook, *, is_issue: bool
) -> list[Start]:
    """The places where articles begin, the first of them 0."""
    parter = _Parter(items, spots, usual, is_issue=is_issue)
    for place in range(len(items)):
        parter.take(place)
    return parter.starts


class _Parter:
    """Goes through the items and remembers what of the article at hand has been seen.

    `_fresh`: nothing but what stands above a title; `_has_text`: running text; `_closed`: a by-line
    below it, or names that may be one.
    """

    def __init__(
        self,
        items: Sequence[SourceItem],
        spots: Sequence[Spotted],
        usual: UsualLook,
        *,
        is_issue: bool,
    ) -> None:
        self.starts: list[Start] = []
        self._items = items
        self._spots = spots
        self._usual = usual
        self._is_issue = is_issue
        self._briefs = self._has_text = self._titled = False
        self._turned: Cue | None = None
        self._fresh = True
        self._closed: Cue | None = None
        self._title: SourceItem | None = None

    def take(self, place: int) -> None:
        """The next item: it begins an article, or goes on with the one at hand."""
        role = self._spots[place].role
        if not self.starts:
            self.starts.append(Start(0))
        elif not self._fresh and (sure := self._begins(place)) >= cues.LIKELY:
            self._open(place, sure)
        if role is Role.SECTION and self._fresh:
            self._briefs = opens_briefs(self._items[place].string)
        self._note(place)

    def _open(self, place: int, sure: float) -> None:
        is_section = self._spots[place].role is Role.SECTION
        self._briefs = self._briefs and not is_section
        if self._spots[place].role in (Role.TITLE, Role.TEXT) and not self._is_brief(place):
            self._briefs = False
        self.starts.append(Start(place, sure))
        self._fresh, self._has_text, self._titled, self._closed = True, False, False, None

    def _note(self, place: int) -> None:
        """Remember what an item does to the article at hand."""
        item, spotted = self._items[place], self._spots[place]
        role = spotted.role
        if role is Role.BREAK:
            self._turned = Cue.AFTER_BREAK
            return
        if counts_manuscripts(item.string):
            self._turned = Cue.AFTER_COUNT
        if role in _BESIDE:
            return
        self._turned = None
        if role in (Role.SECTION, Role.NOTE):
            return
        if self._fresh and self._title is None and role in (Role.TITLE, Role.TEXT):
            self._title = item
        if role in _CLOSING:
            self._closed = Cue.AFTER_BYLINE if self._has_text else self._closed
            return
        if self._fresh and self._is_brief(place):
            self.starts[-1] = self.starts[-1]._replace(briefs=True)
        self._fresh = False
        names = (
            role is Role.TEXT
            and self._has_text
            and spotted.credit is not None
            and spotted.confidence > cues.PERSON_ONLY
        )
        self._closed = Cue.AFTER_NAMES if names else None
        self._has_text = self._has_text or self._is_text(place)

    def _is_text(self, place: int) -> bool:
        role = self._spots[place].role
        if role in (Role.RUN_IN, Role.TABLE):
            return True
        item = self._items[place]
        is_title = self._title is item and may_be_title(item.string)
        return role is Role.TEXT and is_running(item.string) and not is_title

    def _is_brief(self, place: int) -> bool:
        return (
            self._briefs
            and self._spots[place].role is Role.TEXT
            and is_brief_label(self._items[place].string)
        )

    def _begins(self, place: int) -> float:
        """How likely an item begins another article."""
        spotted = self._spots[place]
        if spotted.role is Role.SECTION:
            return spotted.confidence if self._is_section(place) else 0.0
        if spotted.role is Role.RUN_IN or self._is_brief(place):
            return cues.SUREST
        if spotted.role is Role.NOTE:
            return self._before_title(place)
        if spotted.role is Role.TITLE:
            return self._title_said(place)
        if spotted.role is not Role.TEXT or spotted.credit is not None:
            return 0.0
        return self._title_here(place)

    def _title_said(self, place: int) -> float:
        """A line that is a title by its style: of another article, or the next of the same."""
        if not self._has_text and self._title_goes_on(place):
            return 0.0
        parted = self._is_issue or self._turned is not None or self._closed is not None
        return cues.SUREST if parted or self._byline_below(place) else cues.TITLE_AGAIN

    def _before_title(self, place: int) -> float:
        """An editor's note below a by-line stands above the next title."""
        if self._closed is None:
            return 0.0
        below = self._below(place)
        return self._title_here(below) if below is not None else 0.0

    def _title_goes_on(self, place: int) -> bool:
        return self._title is not None and alike(self._title.look, self._items[place].look)

    def _is_section(self, place: int) -> bool:
        """Inside an article a name in brackets is a sub-heading."""
        if self._is_issue or self._closed is not None or self._briefs or not self._has_text:
            return True
        below = self._below(place)
        return below is not None and self._spots[below].role in (Role.RUN_IN, Role.TITLE)

    def _title_here(self, place: int) -> float:
        item = self._items[place]
        if not self._has_text or not may_be_title(item.string):
            return 0.0
        return cues.likelihood(self._cues(place), cues.START)

    def _cues(self, place: int) -> list[Cue]:
        item = self._items[place]
        found = list(cues_of(item, self._usual))
        if self._closed is not None:
            found.append(self._closed)
        if self._turned is not None:
            found.append(self._turned)
            found += [Cue.SAYS_MUCH] if len(item.string) >= cues.SAYING_MUCH else []
        if self._title and differs(item, self._usual) and alike(self._title.look, item.look):
            found.append(Cue.LIKE_TITLE)
        if self._byline_below(place):
            found.append(Cue.BYLINE_BELOW)
        below = self._below(place)
        if below is None:
            found.append(Cue.NOTHING_BELOW)
        elif is_running(self._items[below].string):
            found.append(Cue.TEXT_BELOW)
        return found

    def _below(self, place: int) -> int | None:
        """The next item that is not beside the text."""
        return next(
            (
                later
                for later in range(place + 1, len(self._items))
                if self._spots[later].role not in _BESIDE
            ),
            None,
        )

    def _byline_below(self, place: int) -> bool:
        """Whether a by-line follows, at most one line further down, and text after it."""
        seen = False
        below = self._below(place)
        for _ in range(cues.MOST_TITLE_LINES + 1):
            if below is None:
                return False
            role = self._spots[below].role
            if role is Role.CREDIT and not self._items[below].goes_on:
                seen = True
            elif role is Role.TEXT and seen:
                return is_running(self._items[below].string)
            elif role not in (Role.TEXT, Role.SUBTITLE) or is_running(self._items[below].string):
                return False
            below = self._below(below)
        return False
