"""The pages in step with their session: what they show when there are other pages, another
selection, other findings; and what the window hears of it.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from PySide6.QtCore import QObject

from desktop.canvas.announce import Announcer
from desktop.canvas.context import Context
from desktop.canvas.editing import TextEditor
from desktop.canvas.ime import InputMethod
from desktop.canvas.overlays import Overlay
from desktop.canvas.revealing import Revealing
from desktop.canvas.surface import Surface
from desktop.selection import Selection


class Followers(NamedTuple):
    """Whom a change concerns, beside the pages themselves."""

    editor: TextEditor
    ime: InputMethod
    revealing: Revealing
    announcer: Announcer


class InStep(QObject):
    """Follows the session for the view that it belongs to; `page_changed` is called with the page
    in view (from 0) when it is another.
    """

    def __init__(
        self,
        parent: QObject,
        context: Context,
        surface: Surface,
        overlays: AbstractSet[Overlay],
        followers: Followers,
        page_changed: Callable[[int], None],
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._surface = surface
        self._overlays = overlays
        self._followers = followers
        self._page_changed = page_changed
        self._told = 0
        self._is_another = False
        session = context.session
        session.opened.connect(self._expect)
        session.edition_changed.connect(self.take_edition)
        session.findings_changed.connect(self._take_findings)
        session.selection_changed.connect(self._take_selection)
        session.chosen.connect(self._show_chosen)

    def _expect(self) -> None:
        """Another issue is open: its pages, once they are made, are shown from their head."""
        self._is_another = True

    def take_edition(self) -> None:
        """Show the new pages; those that are the same objects stay painted."""
        context, session, followers = self._context, self._context.session, self._followers
        edition, old = session.edition, context.pages
        seen = None if self._is_another else followers.revealing.seen()
        # first: all that follows asks the map where things are now
        context.show(edition.pages if edition is not None else (), session.composed_layout)
        if self._is_another and context.pages:
            self._is_another = False
            context.camera.go_to_page(0)
        self._surface.replace(old, context.pages)
        if context.mouse.gesture is not None:
            context.mouse.gesture.composed()
        followers.editor.composed()
        followers.ime.view_moved()
        followers.revealing.keep(seen)
        followers.revealing.composed()
        followers.announcer.composed()
        context.viewport.update()
        self.tell_page()

    def _take_findings(self) -> None:
        if Overlay.FINDINGS in self._overlays:
            self._context.viewport.update()

    def _take_selection(self) -> None:
        self._followers.editor.selected()
        self._followers.ime.selected()
        self._followers.announcer.selected()
        self._context.viewport.update()
        self.tell_page()

    def _show_chosen(self, before: Selection) -> None:
        """Bring into view what was chosen beside the pages."""
        selection = self._context.session.selection
        if selection.caret is not None:
            self._followers.editor.show()
        else:
            self._followers.revealing.chosen(selection, before)
        self.tell_page()

    def tell_page_anew(self) -> None:
        """Tell of the page in view whom it was not told before."""
        self._told = -1
        self.tell_page()

    def tell_page(self) -> None:
        """Something may have scrolled: tell which page is in view."""
        context = self._context
        if not context.pages:
            return
        page = context.camera.page
        # up to the last one in view pages are wanted first
        visible = context.camera.visible()
        context.session.view = max((shown.page for shown in visible), default=page)
        if page != self._told:
            self._told = page
            self._page_changed(page)
