"""Photos set beside each other: chosen by Ctrl and a click, or with a neighbour; how many in a line
and whose captions.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.canvas.photo_row import neighbour
from desktop.canvas.where import photo_at
from desktop.selection import SelectionKind, of_photo
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.edits import Edited, in_row
from layouts.issue.issue import Issue
from layouts.issue.photo import RowCaptions
from layouts.issue.photo_rows import MOST_IN_GROUP
from layouts.issue.places import Place


class PhotoRowActs(QObject):
    """Acts on rows of photos."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session

    def set_beside(self) -> None:
        """Set the selected photos beside each other; one alone, beside the one right after it or
        before it.
        """
        found = self._selected()
        if found is None:
            return
        issue, place = found
        places = self._session.selection.places
        if len(places) < 2:
            other = neighbour(issue, place)
            if other is None:
                self._services.say(tr("按住 Ctrl 点选几张图片，再并排"))
                return
            places = (place, other)
        edited = edits.make_row(issue, places)
        if edited.issue is issue:
            self._services.say(tr("一排最多 {most} 张图片", most=MOST_IN_GROUP))
            return
        self._do(tr("并排图片"), edited)

    def part(self) -> None:
        """Let the photos of the row selected stand by themselves."""
        if found := self._selected():
            self._do(tr("取消并排"), edits.part_row(*found))

    def set_grid(self, grid: int) -> None:
        """Stand so many photos of the row beside each other, 0 all."""
        if found := self._selected():
            self._do(tr("每排几张"), edits.set_row_grid(*found, grid))

    def is_grid(self, grid: int) -> bool:
        """Whether so many photos of the row stand beside each other."""
        found = self._selected()
        photo = photo_at(*found) if found is not None and in_row(*found) else None
        return photo is not None and photo.grid == grid

    def set_captions(self, captions: RowCaptions) -> None:
        """Give the row one caption, or one each."""
        if found := self._selected():
            self._do(tr("并排图片的图注"), edits.set_row_captions(*found, captions))

    def are_captions(self, captions: RowCaptions) -> bool:
        """Whether the captions of the row are so."""
        found = self._selected()
        photo = photo_at(*found) if found is not None and in_row(*found) else None
        return photo is not None and photo.captions is captions

    def _do(self, name: str, edited: Edited) -> None:
        if edited.place is not None:
            self._session.do(name, edited.issue, of_photo(edited.place))

    def _selected(self) -> tuple[Issue, Place] | None:
        issue, selection = self._session.issue, self._session.selection
        if issue is None or selection.kind is not SelectionKind.PHOTO or selection.place is None:
            return None
        return issue, selection.place
