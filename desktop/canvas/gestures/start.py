"""Which gesture a press begins, and what cursor tells of it beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.canvas.fields import field_at
from desktop.canvas.gestures.crop import CropMode, begin_crop
from desktop.canvas.gestures.marking import MarkText
from desktop.canvas.gestures.pan import Pan
from desktop.canvas.gestures.photo_drag import PhotoDrag
from desktop.canvas.gestures.photo_resize import PhotoResize, corner_cursor
from desktop.canvas.gestures.press import Press
from desktop.canvas.motion import Unit
from desktop.canvas.noted import note_at
from desktop.canvas.selecting import corners
from desktop.canvas.shown import Pointer
from desktop.canvas.where import article_place, photo_place, selection_of
from desktop.selection import NOTHING, Kind, Spot, of_text
from layouts.page.hit import Hit, Target, band, nearest_line

if TYPE_CHECKING:
    from desktop.canvas.gestures.gesture import Gesture
    from desktop.canvas.view import PageView

GRASP = 4.0
"""Pixels around a handle that still take hold of it."""

IN_ARTICLE = frozenset({Target.LINE, Target.ARTICLE, Target.NOTE})
"""What belongs to an article's text."""

CLIMBING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def gesture_for(view: PageView, pointer: Pointer, button: Qt.MouseButton) -> None:
    """Begin what a press of a button means where it is."""
    if isinstance(view.gesture, CropMode):
        view.gesture.press(pointer)
    elif button is Qt.MouseButton.MiddleButton:
        view.begin(Pan(view, pointer))
    elif button is Qt.MouseButton.RightButton:
        _select_for_menu(view, pointer)
    elif button is Qt.MouseButton.LeftButton:
        view.begin(_left(view, pointer))


def _left(view: PageView, pointer: Pointer) -> Gesture | None:
    corner = _corner_at(view, pointer)
    photo = view.selecting.photo()
    place = view.session.selection.place
    if corner is not None and photo is not None and place is not None:
        return PhotoResize(view, pointer, photo[1], place, corner)
    found = view.hit(pointer)
    if _goes_on_in_text(view, found) or _is_beside_text(view, pointer, found):
        return _press_in_text(view, pointer)
    if _add_article(view, pointer, found):
        return None
    issue = view.session.issue
    selection = selection_of(issue, found) if issue is not None else None
    view.session.select(selection if selection is not None else NOTHING)
    return Press(view, pointer, lambda: _drag(view, pointer, found))


def _drag(view: PageView, pointer: Pointer, found: Hit) -> Gesture | None:
    """What dragging from a press does: a photo moves, text is marked."""
    issue = view.session.issue
    if issue is None:
        return None
    if found.target is Target.PICTURE and found.picture is not None:
        place = photo_place(issue, found.article, found.paragraph)
        sheet = view.shown(pointer.page)
        return PhotoDrag(view, pointer, sheet, view.pages[pointer.page].pictures[found.picture], place) if place is not None else None
    if found.target is Target.LINE and view.editor.press(pointer):
        return MarkText(view)
    return None


def _goes_on_in_text(view: PageView, found: Hit) -> bool:
    """Whether a press while text is edited moves the caret."""
    return view.session.selection.kind is Kind.TEXT and found.target in IN_ARTICLE


def _is_beside_text(view: PageView, pointer: Pointer, found: Hit) -> bool:
    """Whether a press while text is edited is in the margin beside a line."""
    if view.session.selection.kind is not Kind.TEXT or found.target is not Target.PAPER or not pointer.on_paper:
        return False
    page = view.pages[pointer.page]
    at = nearest_line(page, pointer.x, pointer.y, view.columns)
    return at is not None and band(page.lines[at]).top <= pointer.y <= band(page.lines[at]).bottom


def _press_in_text(view: PageView, pointer: Pointer) -> Gesture | None:
    if view.editor.is_third_click(pointer):
        view.editor.mark_unit(pointer, Unit.PARAGRAPH)
        return MarkText(view, Unit.PARAGRAPH)
    extend = bool(pointer.modifiers & Qt.KeyboardModifier.ShiftModifier)
    return MarkText(view) if view.editor.press(pointer, extend=extend) else None


def _add_article(view: PageView, pointer: Pointer, found: Hit) -> bool:
    """Ctrl or Shift on an article: select more of them."""
    issue = view.session.issue
    if not pointer.modifiers & CLIMBING or issue is None or found.target not in IN_ARTICLE:
        return False
    place = article_place(issue, found.article)
    if place is not None:
        view.selecting.add(place, through=bool(pointer.modifiers & Qt.KeyboardModifier.ShiftModifier))
    return place is not None


def _select_for_menu(view: PageView, pointer: Pointer) -> None:
    """What a context menu is about: what is under the pointer, unless that is selected already."""
    issue, found = view.session.issue, view.hit(pointer)
    if issue is None or _goes_on_in_text(view, found):
        return
    selection = selection_of(issue, found)
    now = view.session.selection
    if selection is None or (selection.kind is now.kind and selection.place in now.places):
        return
    view.session.select(selection)


def press_twice(view: PageView, pointer: Pointer) -> None:
    """A double click goes inside: into text, into a note by its words or its sign, into a photo's crop, into the fields of a fixed part."""
    if isinstance(view.gesture, CropMode):
        view.gesture.accept()
        return
    issue, found = view.session.issue, view.hit(pointer)
    if issue is None:
        return
    note = note_at(view, pointer, found)
    if note is not None:
        view.begin(None)
        view.session.select(of_text(Spot(note[0], note[1].end)))
        view.note_requested.emit(*note)
        return
    if found.target is Target.LINE:
        if view.editor.mark_unit(pointer, Unit.WORD):
            view.begin(MarkText(view, Unit.WORD))
        return
    selection = selection_of(issue, found)
    if selection is None or selection.kind is Kind.ARTICLE:
        return
    view.begin(None)
    view.session.select(selection)
    if selection.kind is not Kind.PHOTO:
        view.edit_requested.emit(selection, field_at(view, pointer, found))
    else:
        begin_crop(view)


def _corner_at(view: PageView, pointer: Pointer) -> int | None:
    """The handle of the selected photo under the pointer, clockwise from the top left."""
    photo = view.selecting.photo()
    if photo is None or view.gesture is not None:
        return None
    grown = (corner.adjusted(-GRASP, -GRASP, GRASP, GRASP) for corner in corners(photo[0].picture(photo[1])))
    return next((k for k, area in enumerate(grown) if area.contains(pointer.at)), None)


def hover_cursor(view: PageView, pointer: Pointer, found: Hit) -> Qt.CursorShape:
    """The cursor where nothing is pressed."""
    if isinstance(view.gesture, CropMode):
        return view.gesture.cursor(pointer.at)
    corner = _corner_at(view, pointer)
    if corner is not None:
        return corner_cursor(corner)
    if found.target is Target.PICTURE:
        return Qt.CursorShape.OpenHandCursor
    if found.target is Target.LINE:
        return Qt.CursorShape.IBeamCursor if view.session.selection.kind is Kind.TEXT else Qt.CursorShape.ArrowCursor
    return Qt.CursorShape.ArrowCursor
