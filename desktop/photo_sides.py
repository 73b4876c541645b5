"""The side a photo stands on, chosen in the window: alone (通栏) it fills its column, back beside
the text it is as wide as it was before.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.canvas.photos import asked_width
from desktop.canvas.where import photo_at
from desktop.session import Session
from layouts.house.layout import Layout
from layouts.issue import edits
from layouts.issue.edits import Edited
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo, Side
from layouts.issue.places import Place


class PhotoSides(QObject):
    """What the photos of a session were wide before they were made to fill their column, by id."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._before: dict[str, float | None] = {}
        session.opened.connect(self._before.clear)

    def fitted(self, edited: Edited, photo: Photo) -> Edited:
        """An edit that put a photo, `photo` before it, on a side: with the width that goes with
        that side.
        """
        layout, place = self._session.layout, edited.place
        now = photo_at(edited.issue, place)
        if layout is None or place is None or now is None:
            return edited
        if (now.side is Side.NONE) == (photo.side is Side.NONE):
            return edited
        if now.side is Side.NONE:
            self._before[_name(photo)] = photo.width
            return edits.resize(edited.issue, place, layout.grid.measure)
        return edits.resize(edited.issue, place, self._beside(photo, layout))

    def _beside(self, photo: Photo, layout: Layout) -> float | None:
        """As wide as it is while text has room beside it, else as it was before it filled its
        column; where nobody knows, as the layout has it.
        """
        room = layout.grid.measure - asked_width(photo, layout)
        return photo.width if room > layout.photo.min_slot else self._before.get(_name(photo))


def _name(photo: Photo) -> str:
    """A photo that was never edited has no id."""
    return photo.id or photo.path


def sides_of(session: Session) -> PhotoSides:
    """The one of a session, made when it is first asked for."""
    return session.findChild(PhotoSides) or PhotoSides(session)


def turned(session: Session, issue: Issue, place: Place, side: Side) -> Edited:
    """A photo put on another side; LookupError where there is none."""
    edited, photo = edits.set_side(issue, place, side), photo_at(issue, place)
    return edited if photo is None else sides_of(session).fitted(edited, photo)
