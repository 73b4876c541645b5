"""Where on pages a change of fitting is to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF

from layouts.fitting.change import FitChange, Rung
from layouts.issue.issue import Issue
from layouts.issue.places import article_number
from layouts.page.item import Line, Picture
from layouts.page.measures import ASCENT
from layouts.page.page import Edition, Page

AIR = 3.0
"""Points of a mark round what it is about."""

HEADS = frozenset({"headline", "subtitle"})
"""Roles of the lines that an article's heading has."""


class MarkedPlace(NamedTuple):
    """What a change is about, on a page (from 0): its area, points, the change's number, and
    whether it is a photo.
    """

    page: int
    area: QRectF
    change: int
    is_photo: bool = False


def marked_places(
    edition: Edition, issue: Issue, changes: Iterable[FitChange]
) -> list[MarkedPlace]:
    """Where changes are to be seen on the pages of an issue, page by page; those of the whole issue
    nowhere.
    """
    found: list[MarkedPlace] = []
    subjects = [(number, _Subject.of(issue, change)) for number, change in enumerate(changes)]
    for index, page in enumerate(edition.pages):
        for number, subject in subjects:
            area = QRectF()
            for part in subject.areas(page) if subject is not None else ():
                area = area.united(part)
            if not area.isEmpty():
                around = area.adjusted(-AIR, -AIR, AIR, AIR)
                found.append(MarkedPlace(index, around, number, _is_photo(subject)))
    return found


def _is_photo(subject: _Subject | None) -> bool:
    return subject is not None and subject.rung is Rung.PHOTOS


class _Subject(NamedTuple):
    """What a change is about, as drawn items know it."""

    rung: Rung
    section: int
    article: int | None
    block: int | None

    @classmethod
    def of(cls, issue: Issue, change: FitChange) -> _Subject | None:
        place = change.place
        if place is None:
            return None
        try:
            article = None if place.article is None else article_number(issue, place)
        except LookupError:
            return None
        return cls(change.rung, place.section, article, place.block)

    def areas(self, page: Page) -> Iterator[QRectF]:
        """What of it stands on a page; of an article's space and heading the first that there
        is.
        """
        if self.rung is Rung.PHOTOS:
            yield from (_frame(picture) for picture in page.pictures if self._shows(picture))
        elif self.block is not None:
            yield from (_extent(line) for line in page.lines if self._shows(line))
        else:
            heads = [line for line in page.lines if self._heads(line)]
            yield from map(_extent, heads or filter(self._begins, page.lines))

    def _shows(self, item: Line | Picture) -> bool:
        return item.article == self.article and item.paragraph == self.block

    def _heads(self, line: Line) -> bool:
        if self.article is None:
            return line.role == "section" and line.part == self.section
        return line.article == self.article and line.role in HEADS

    def _begins(self, line: Line) -> bool:
        """Whether an article without a heading begins with a line: a run-in one, a brief."""
        own = self.article is not None and line.article == self.article
        return own and line.paragraph == 0 and line.start == 0


def _frame(picture: Picture) -> QRectF:
    return QRectF(picture.x, picture.y, picture.width, picture.height)


def _extent(line: Line) -> QRectF:
    return QRectF(line.x, line.y - ASCENT * line.size, line.width, line.size)
