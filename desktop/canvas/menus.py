"""What a context menu on the pages is about: selected first, so that the menu acts on what is seen
under it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from desktop.canvas.areas import fixed_area_of
from desktop.canvas.context import Context
from desktop.canvas.editing import TextEditor
from desktop.canvas.shown import Pointer
from desktop.canvas.where import selection_of
from desktop.selection import NOTHING, Caret, SelectionKind, TextPosition
from layouts.issue.edits import reading_order
from layouts.page.hit import HitKind

IN_ARTICLE = frozenset({HitKind.LINE, HitKind.BOX, HitKind.ARTICLE, HitKind.NOTE})
"""What belongs to an article's text."""

INTO = 12.0
"""A menu asked for by keys opens so far inside what it is about, pixels."""


def aim(context: Context, editor: TextEditor, pointer: Pointer) -> None:
    """Select what is under the pointer, unless it is part of what is selected; while text is edited
    put the caret there, unless it is in what is marked.
    """
    session = context.session
    issue, now, found = session.issue, session.selection, context.hit(pointer)
    if issue is None:
        return
    if now.caret is not None and found.target in IN_ARTICLE:
        at = editor.position_at(pointer)
        if at is None or not _is_marked(now.caret, at[0]):
            editor.press(pointer)
        return
    selection = selection_of(issue, found) or NOTHING
    if selection.kind is now.kind and (selection.place is None or selection.place in now.places):
        return
    session.select(selection, seen=True)


def _is_marked(caret: Caret, position: TextPosition) -> bool:
    first, last = caret.ordered
    return caret.marks and (reading_order(first) <= reading_order(position) <= reading_order(last))


def menu_point(context: Context, editor: TextEditor) -> QPointF:
    """Where a menu asked for by keys opens: at the caret or in what is selected, which is brought
    into view; in the middle of the view where nothing is.
    """
    size = context.viewport.size
    middle = QPointF(size.width() / 2, size.height() / 2)
    selection = context.session.selection
    if selection.kind is SelectionKind.TEXT:
        found = editor.caret.box()
    elif selection.place is not None:
        found = context.where(selection.place)
    else:
        found = fixed_area_of(context.map, selection.kind)
    if found is None:
        return middle
    context.camera.show_rect(*found)
    area = context.camera.shown(found[0]).rect(found[1])
    # of what is larger than the view, or cut by its edge, the part that is seen
    seen = area.intersected(QRectF(QPointF(), size)) if area.width() and area.height() else area
    return seen.topLeft() + QPointF(min(INTO, seen.width()), min(INTO, seen.height()))
