"""What was chosen elsewhere (in the tree, the page flow, a list of findings) comes into view on the
pages, at once or when its pages are made.
"""

from __future__ import annotations

from desktop.canvas.areas import fixed_area_of
from desktop.canvas.context import Context
from desktop.selection import Selection, SelectionKind
from layouts.issue.places import Place
from layouts.page.hit import Rect

Wanted = Place | SelectionKind
"""A part of the issue's tree, or a fixed part of the pages."""


class Revealing:
    """Shows the beginning of things: of an article its title and first lines, a photo whole where
    it fits; nothing moves where that is in view.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._waiting: Wanted | None = None

    def chosen(self, selection: Selection, before: Selection) -> None:
        """Show what is selected now and was not before; of several things one that is in view is
        enough.
        """
        if not selection.places:
            self.show(selection.kind)
            return
        new = [place for place in selection.places if place not in before.places]
        places = new or list(selection.places)
        seen = next((place for place in places if self._is_seen(place)), None)
        self.show(places[0] if seen is None else seen)

    def show(self, wanted: Wanted) -> None:
        """Show it, where its pages are being made as soon as they are."""
        self._waiting = wanted
        self.composed()

    def composed(self) -> None:
        """There are other pages: show what waited for them."""
        if self._waiting is None or not self._context.session.is_current:
            return
        wanted, self._waiting = self._waiting, None
        found = self._where(wanted)
        if found is not None:
            self._context.camera.reveal(*found)

    def seen(self) -> Place | None:
        """What is selected as a whole and in view."""
        selection = self._context.session.selection
        if selection.caret is not None or self._context.mouse.gesture is not None:
            return None
        found = ((place, self._context.where(place)) for place in selection.places)
        camera = self._context.camera
        return next((place for place, where in found if where and camera.is_seen(*where)), None)

    def keep(self, place: Place | None) -> None:
        """Keep in view what was, wherever an act has moved it: onto another page, for one."""
        if self._waiting is None:
            self._waiting = place

    def give_up(self) -> None:
        """The editor goes elsewhere: what was waited for is not shown any more."""
        self._waiting = None

    def _where(self, wanted: Wanted) -> tuple[int, Rect] | None:
        if isinstance(wanted, SelectionKind):
            return fixed_area_of(self._context.map, wanted)
        return self._context.where(wanted)

    def _is_seen(self, place: Place) -> bool:
        found = self._context.where(place) if self._context.session.is_current else None
        return found is not None and self._context.camera.is_seen(*found)
