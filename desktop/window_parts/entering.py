"""Giving the keys to where something is edited: a caret into an article, the fields of the
inspector, a photo's crop.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.canvas.view import PageView
from desktop.panels.inspector import Inspector
from desktop.selection import (
    Selection,
    SelectionKind,
    TextPosition,
    box_place_of,
    of_text,
    text_ends,
)
from desktop.window_parts.services import Services
from desktop.window_parts.viewing import Viewing
from desktop.words import tr
from layouts.issue.places import Place


class Entering(QObject):
    """Begins to edit what is selected, or what a panel or a page asks for."""

    def __init__(
        self, services: Services, view: PageView, viewing: Viewing, inspector: Inspector
    ) -> None:
        super().__init__(inspector)
        self._services = services
        self._session = services.session
        self._view = view
        self._viewing = viewing
        self._inspector = inspector

    def edit_selected(self) -> None:
        """Put the caret into the article selected."""
        place = self._session.selection.place
        if place is not None:
            self.edit_text(place)

    def edit_text(self, place: Place) -> None:
        """Put a caret into an article or the box selected in it, or show the fields of what has no
        text of its own.
        """
        issue = self._session.issue
        if issue is None or place.article is None:
            return
        if self._session.selection.kind is SelectionKind.PHOTO:
            self._inspector.setFocus()
            return
        box = box_place_of(self._session.selection)
        start = TextPosition(box, 0) if box is not None else text_ends(issue, place.of_article)[0]
        self._viewing.edit(of_text(start))

    def edit_fields(self, selection: Selection, field: str) -> None:
        """Give the keys to the inspector's fields of a selection, to one of them where it is
        named. The pages stay where they are where it is selected already.
        """
        if self._session.selection != selection:
            self._session.select(selection)
        if self._inspector.isHidden():
            self._viewing.toggle_panel("inspector")
        self._inspector.edit(field)

    def show_layer(self) -> None:
        """Show the list of what fitting changed of the issue."""
        self.edit_fields(Selection(SelectionKind.ISSUE), "fitting")

    def crop(self) -> None:
        """Begin to crop the photo selected."""
        from desktop.canvas.gestures.crop import begin_crop

        self._view.setFocus()
        if not begin_crop(self._view.context):
            self._services.say(tr("图片还没有排到版面上，暂时不能裁切"))

    def choose_focus(self) -> None:
        """Begin to click on the centre of interest of the photo selected."""
        from desktop.canvas.gestures.crop import begin_crop

        self._view.setFocus()
        if not begin_crop(self._view.context, to_focus=True):
            self._services.say(tr("图片还没有排到版面上，暂时不能点选焦点"))

    def straighten(self) -> None:
        """Begin to straighten the photo selected."""
        from desktop.canvas.gestures.straighten import begin_straighten

        self._view.setFocus()
        if not begin_straighten(self._view.context):
            self._services.say(tr("图片还没有排到版面上，暂时不能拉直"))

    def outline(self) -> None:
        """Begin to draw what text runs round of the photo selected."""
        from desktop.canvas.gestures.outline import begin_outline

        self._view.setFocus()
        if not begin_outline(self._view.context):
            self._services.say(tr("图片还没有排到版面上，或者旁边不排文字，暂时不能画轮廓"))
