"""What is selected and hovered: outlines on the pages, and moving from one item to the next by keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas.labels import paint_label, photo_label
from desktop.canvas.overlays import Overlay, pen
from desktop.canvas.shown import Shown
from desktop.canvas.spots import frame
from desktop.canvas.where import address_of_place, article_place, items, photo_at
from desktop.selection import NOTHING, Kind, Selection, of_article, of_section
from layouts.issue.issue import Issue
from layouts.issue.places import Place, article_number
from layouts.page.hit import Rect, Target, article_boxes, fixed_box, section_box
from layouts.page.item import Picture

if TYPE_CHECKING:
    from desktop.canvas.view import PageView

HANDLE = 4.0
"""Half the side of a handle, logical pixels."""

AIR = 6.0
"""Outlines keep this distance from what they surround, points."""

TARGETS = {Kind.MASTHEAD: Target.MASTHEAD, Kind.CONTENTS: Target.CONTENTS, Kind.COLOPHON: Target.COLOPHON}


class Selecting:
    """The selection as the pages show it."""

    def __init__(self, view: PageView) -> None:
        self._view = view

    # -- keys ------------------------------------------------------------------------------------------------------------------------

    def step(self, *, onward: bool) -> bool:
        """Select the item after or before the one selected; False at either end."""
        session = self._view.session
        if session.issue is None:
            return False
        if session.selection.kind is Kind.TEXT:
            return self._view.editor.tab(onward=onward)
        order = items(session.issue)
        at = self._at(order, session.selection)
        after = (at + (1 if onward else -1)) if at is not None else (0 if onward else len(order) - 1)
        if not 0 <= after < len(order):
            return False
        self._view.select(order[after])
        if order[after].place is None:
            self.show(order[after])
        return True

    @staticmethod
    def _at(order: list[Selection], selection: Selection) -> int | None:
        if selection.kind is Kind.ARTICLE and selection.places:
            selection = of_article(selection.places[-1])
        return order.index(selection) if selection in order else None

    def show(self, selection: Selection) -> None:
        """Bring a fixed part into view."""
        target = TARGETS.get(selection.kind)
        for k, page in enumerate(self._view.pages) if target is not None else ():
            box = fixed_box(page, target) if target is not None else None
            if box is not None:
                self._view.show_rect(k, box)
                return

    def climb(self) -> bool:
        """Select what the selection stands in; False where it is nothing already."""
        session = self._view.session
        selection = session.selection
        place = selection.place
        if selection.kind in {Kind.PHOTO, Kind.TEXT} and place is not None:
            session.select(of_article(place.of_article))
        elif selection.kind is Kind.ARTICLE and place is not None and len(selection.places) > 1:
            session.select(of_article(selection.places[-1]))
        elif selection.kind is Kind.ARTICLE and place is not None:
            session.select(of_section(place))
        elif selection.kind is not Kind.NOTHING:
            session.select(NOTHING)
        else:
            return False
        return True

    def add(self, place: Place, *, through: bool) -> None:
        """Ctrl: one article more or less. Shift (`through`): all from the first selected to this one."""
        session = self._view.session
        chosen = session.selection.places if session.selection.kind is Kind.ARTICLE else ()
        if not chosen or session.issue is None:
            session.select(of_article(place))
        elif through:
            numbers = sorted((article_number(session.issue, chosen[0]), article_number(session.issue, place)))
            run = [article_place(session.issue, number) for number in range(numbers[0], numbers[1] + 1)]
            places = [found for found in run if found is not None and found != chosen[0]]
            session.select(of_article(chosen[0], *places))
        elif place in chosen:
            left = tuple(found for found in chosen if found != place)
            session.select(of_article(*left) if left else NOTHING)
        else:
            session.select(of_article(*chosen, place))

    # -- the selected photo ----------------------------------------------------------------------------------------------------------

    def photo(self) -> tuple[Shown, Picture] | None:
        """The selected photo where it is on a page; with the page as it is shown."""
        session = self._view.session
        place = session.selection.place
        if session.selection.kind is not Kind.PHOTO or session.issue is None or place is None:
            return None
        address = address_of_place(session.issue, place)
        for k, page in enumerate(self._view.pages) if address is not None else ():
            for picture in page.pictures:
                if address is not None and (picture.article, picture.paragraph) == (address.article, address.paragraph):
                    return self._view.shown(k), picture
        return None

    # -- painting --------------------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, shown: Iterable[Shown]) -> None:
        """Outline what is hovered and what is selected."""
        view = self._view
        issue = view.session.issue
        if issue is None or Overlay.SELECTION not in view.overlays:
            return
        sheets = list(shown)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if view.gesture is None:
            self._paint_hover(painter, sheets)
        selection = view.session.selection
        for sheet in sheets:
            for box in self._boxes(issue, sheet, selection):
                area = sheet.rect(box)
                painter.setPen(pen(view.colours.accent))
                painter.drawRoundedRect(area, 3, 3)
        if selection.kind is Kind.PHOTO:
            self._paint_photo(painter)

    def _paint_hover(self, painter: QPainter, sheets: list[Shown]) -> None:
        view = self._view
        found = view.hovering.hit
        if found.target in {Target.PAPER, Target.PAGE_NUMBER} or view.session.selection.kind is Kind.TEXT:
            return
        for sheet in sheets:
            page = view.pages[sheet.page]
            boxes: list[Rect] = []
            if found.target is Target.PICTURE and sheet.page == view.hovering.page and found.picture is not None:
                boxes = [frame(page.pictures[found.picture])] if found.picture < len(page.pictures) else []
            elif found.article is not None and found.target is not Target.PICTURE:
                boxes = [box.grown(AIR) for box in article_boxes(page, found.article, view.columns)]
            elif found.target is Target.SECTION:
                boxes = self._some(section_box(page, found.part))
            elif found.target is not Target.PICTURE:
                boxes = self._some(fixed_box(page, found.target))
            painter.setPen(pen(view.colours.hover))
            for box in boxes:
                painter.drawRoundedRect(sheet.rect(box), 3, 3)

    def _boxes(self, issue: Issue, sheet: Shown, selection: Selection) -> list[Rect]:
        page = self._view.pages[sheet.page]
        if selection.kind is Kind.ARTICLE:
            numbers = [article_number(issue, place) for place in selection.places]
            return [box.grown(AIR) for number in numbers for box in article_boxes(page, number, self._view.columns)]
        if selection.kind is Kind.SECTION and selection.place is not None:
            return self._some(section_box(page, selection.place.section))
        target = TARGETS.get(selection.kind)
        return self._some(fixed_box(page, target)) if target is not None else []

    @staticmethod
    def _some(box: Rect | None) -> list[Rect]:
        return [box.grown(AIR)] if box is not None else []

    def _paint_photo(self, painter: QPainter) -> None:
        view = self._view
        found = self.photo()
        issue, place = view.session.issue, view.session.selection.place
        if found is None or issue is None or place is None or (view.gesture is not None and view.gesture.hides_selection):
            return
        sheet, picture = found
        area = sheet.rect(frame(picture))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen(view.colours.accent, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.setBrush(view.colours.paper)
        for corner in corners(area):
            painter.drawRect(corner)
        photo = photo_at(issue, place)
        if photo is not None:
            paint_label(painter, photo_label(view, issue, place, photo, picture), area, view)


def corners(area: QRectF) -> list[QRectF]:
    """The handles of an outline: top left, top right, bottom right, bottom left."""
    points = (area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft())
    return [QRectF(point.x() - HANDLE, point.y() - HANDLE, 2 * HANDLE, 2 * HANDLE) for point in points]
