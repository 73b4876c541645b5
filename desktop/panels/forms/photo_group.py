"""A group of fields about the selected photo, folded away until it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout

from desktop.session import Session
from desktop.widgets import CollapsibleGroup
from layouts.issue.edits.edited import Edited
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import Place

PhotoEdit = Callable[[Issue, Place, Photo], Edited]
"""An edit of the photo at a place."""


class PhotoFields(Protocol):
    """What a group asks of the form it stands in."""

    session: Session

    def change(self, name: str, edit: PhotoEdit, field: str = "") -> None:
        """Do an edit of the photo selected as one act; acts in a row on one field are one step of
        undo.
        """
        ...


class PhotoGroup(CollapsibleGroup):
    """Fields that a form about a photo has in a group of its own."""

    def __init__(self, title: str, fields: PhotoFields) -> None:
        super().__init__(title, expanded=False)
        self.fields = fields
        self._was_used = False

    def show_in_group(self, photo: Photo, *, is_another: bool) -> None:
        """Show what a photo has of these fields: open where it came to have any, or another photo
        has.
        """
        used = self.is_used(photo)
        self.show_photo(photo)
        if is_another or (used and not self._was_used):
            self.set_expanded(used)
        self._was_used = used

    def is_used(self, photo: Photo) -> bool:
        """Whether a photo has any of these fields, so that the group opens for it."""
        raise NotImplementedError

    def show_photo(self, photo: Photo) -> None:
        """Show what a photo has of these fields."""
        raise NotImplementedError


def folded_away(groups: Iterable[PhotoGroup]) -> QVBoxLayout:
    """Groups below each other, their titles as close as the lines of a list: folded, all of them
    are seen at once.
    """
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for group in groups:
        column.addWidget(group)
    return column
