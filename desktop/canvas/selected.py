"""What is selected and what is hovered, outlined on the pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from desktop.canvas.areas import drawn_photo, frame
from desktop.canvas.context import Context
from desktop.canvas.contours import paint_contour
from desktop.canvas.handles import paint_frame
from desktop.canvas.headline_edges import paint_headline_edge
from desktop.canvas.hovering import Hovering
from desktop.canvas.labels import paint_label, photo_label
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import pen
from desktop.canvas.photo_row import selected_frame
from desktop.canvas.shown import ShownPage
from desktop.canvas.where import TARGETS, photo_at
from desktop.selection import Selection, SelectionKind
from layouts.geometry import Interval
from layouts.issue.edits import in_row
from layouts.issue.issue import Issue
from layouts.issue.photo import PhotoPlace
from layouts.issue.places import article_number
from layouts.page.hit import HitKind, Rect, area_frame, article_boxes, fixed_box, section_box
from layouts.page.page import Page

AIR = 6.0
"""Outlines keep this distance from what they surround, points."""

ROUND = 3
"""Radius of their corners, logical pixels."""


def paint_selection(
    painter: QPainter,
    look: OverlayStyle,
    context: Context,
    hovering: Hovering,
    sheets: Sequence[ShownPage],
) -> None:
    """Outline what is hovered and what is selected."""
    issue, selection, gesture = (
        context.session.issue,
        context.session.selection,
        context.mouse.gesture,
    )
    if issue is None:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for sheet in sheets:
        page = context.pages[sheet.page]
        # while text is edited a click moves the caret and selects nothing
        if gesture is None and selection.kind is not SelectionKind.TEXT:
            _outline(
                painter,
                look.colours.hover,
                sheet,
                _hovered(page, sheet.page, hovering, context.columns),
            )
        _outline(
            painter, look.colours.accent, sheet, _selected(issue, page, selection, context.columns)
        )
    if selection.kind is SelectionKind.ARTICLE:
        paint_headline_edge(painter, look, context)
    if selection.kind is SelectionKind.PHOTO and not (
        gesture is not None and gesture.hides_selection
    ):
        _paint_photo(painter, look, context, issue)
    if selection.kind is SelectionKind.BOX and not (
        gesture is not None and gesture.hides_selection
    ):
        _paint_box(painter, look, context)


def _outline(painter: QPainter, colour: QColor, sheet: ShownPage, boxes: Iterable[Rect]) -> None:
    painter.setPen(pen(colour))
    for box in boxes:
        painter.drawRoundedRect(sheet.rect(box), ROUND, ROUND)


def _hovered(
    page: Page, number: int, hovering: Hovering, columns: Sequence[Interval]
) -> list[Rect]:
    """What of a page (`number` from 0) a click would take."""
    found = hovering.hit
    if found.target in {HitKind.PAPER, HitKind.PAGE_NUMBER, HitKind.RUNNING_HEAD}:
        return []
    if found.target is HitKind.PICTURE:
        here = (
            number == hovering.page
            and found.picture is not None
            and found.picture < len(page.pictures)
        )
        return [frame(page.pictures[found.picture])] if here and found.picture is not None else []
    if found.area is not None:
        here = number == hovering.page and found.area < len(page.areas)
        return [area_frame(page.areas[found.area])] if here else []
    if found.article is not None:
        return [box.grown(AIR) for box in article_boxes(page, found.article, columns)]
    return _airy(
        section_box(page, found.part)
        if found.target is HitKind.SECTION
        else fixed_box(page, found.target)
    )


def _selected(
    issue: Issue, page: Page, selection: Selection, columns: Sequence[Interval]
) -> list[Rect]:
    if selection.kind is SelectionKind.ARTICLE:
        numbers = [article_number(issue, place) for place in selection.places]
        return [
            box.grown(AIR) for number in numbers for box in article_boxes(page, number, columns)
        ]
    if selection.kind is SelectionKind.SECTION and selection.place is not None:
        return _airy(section_box(page, selection.place.section))
    return _airy(fixed_box(page, TARGETS[selection.kind])) if selection.kind in TARGETS else []


def _airy(box: Rect | None) -> list[Rect]:
    return [box.grown(AIR)] if box is not None else []


def _paint_chosen(painter: QPainter, look: OverlayStyle, context: Context, issue: Issue) -> None:
    """The frames of the selected photos that have no handles of their own."""
    painter.setPen(pen(look.colours.accent, 2.0))
    for place in context.session.selection.places:
        drawn = drawn_photo(issue, context.pages, place)
        if drawn is not None and (
            in_row(issue, place) or len(context.session.selection.places) > 1
        ):
            painter.drawRect(context.camera.shown(drawn[0]).rect(frame(drawn[1])))


def _paint_photo(painter: QPainter, look: OverlayStyle, context: Context, issue: Issue) -> None:
    """The frame of the selected photo with its handles, and its label."""
    found, place = context.photo(), context.session.selection.place
    sized = selected_frame(context)
    if found is None or place is None or sized is None:
        return
    sheet, picture = found
    area = sheet.rect(frame(picture))
    _paint_chosen(painter, look, context, issue)
    paint_contour(painter, sheet, picture, look.colours.accent)
    photo, layout = photo_at(issue, place), context.session.layout
    # its place says how large a photo is that stands apart
    has_handles = photo is not None and photo.place is PhotoPlace.TEXT
    paint_frame(painter, sized[0].rect(sized[1]), look, handles=has_handles)
    if photo is not None and layout is not None:
        paint_label(painter, photo_label(layout, issue, place, photo, picture), area, look)


def _paint_box(painter: QPainter, look: OverlayStyle, context: Context) -> None:
    """The frame of the selected box with its handles; a label would stand over its text."""
    found = context.box()
    if found is not None:
        paint_frame(painter, found[0].picture(found[1]), look)
