"""What a click on the page flow selects, and which page it asks for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.panels.ribbon_geometry import RibbonHit
from desktop.panels.ribbon_selection import NO_ARTICLE, fixed_part
from desktop.panels.ribbon_words import RibbonWords
from desktop.selection import SelectionKind, of_article
from desktop.session import Session


class RibbonClicks:
    """Clicks on what lies under a point; `go_to_page` takes the page (from 1)."""

    def __init__(
        self, session: Session, words: RibbonWords, go_to_page: Callable[[int], None]
    ) -> None:
        self._session = session
        self._words = words
        self._go_to_page = go_to_page

    def click(self, hit: RibbonHit, modifiers: Qt.KeyboardModifier) -> None:
        """Select the article under a point, with Ctrl to those selected, and go to its page."""
        place = (
            self._words.place(hit.run.article)
            if hit.run is not None and hit.run.article >= 0
            else None
        )
        if place is not None:
            selection = self._session.selection
            more = (
                modifiers & Qt.KeyboardModifier.ControlModifier
                and selection.kind is SelectionKind.ARTICLE
            )
            self._session.select(
                of_article(*sorted({*selection.places, place})) if more else of_article(place)
            )
        self._go_to_page(hit.page + 1)

    def aim(self, hit: RibbonHit) -> None:
        """Select what a menu is about and show its page; where several articles are selected and
        this is one of them they stay so.
        """
        article = hit.run.article if hit.run is not None else NO_ARTICLE
        place = self._words.place(article) if article >= 0 else None
        selection = self._session.selection
        if place is not None:
            if selection.kind is not SelectionKind.ARTICLE or place not in selection.places:
                self._session.select(of_article(place))
        else:
            self._session.select(fixed_part(article))
        self._go_to_page(hit.page + 1)
